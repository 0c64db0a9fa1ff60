"""What the profession or the program refuses, by the code of the refusal: (what is the case, one next step).

``{x}`` names a detail of the exception; a part in square brackets is dropped when its detail is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vhdesk.vocabulary_inbreng import INBRENG
from vhdesk.vocabulary_methode import METHODE
from vhdesk.vocabulary_plan import PLAN

_KIES: Final = "Kies er een uit de lijst."

CASUS: Final[Mapping[str, tuple[str, str]]] = {
    "beginstatus_vraagt_nummer": (
        "Een nieuwe casus begint bij aangemeld, niet bij “{status}”.",
        "Geef het nummer dat de casus al had, of meld hem gewoon aan.",
    ),
    "beginstatus_onjuist": ("Een casus kan niet met deze status beginnen.", "Kies een andere status."),
    "overgang_niet_toegestaan": (
        "Een casus gaat niet van “{van}” naar “{naar}”.",
        "Kies een stap die volgt op waar de casus nu staat.",
    ),
    "stap_niet_terug": (
        "Deze stap van casus {nummer} is niet meer ongedaan te maken.",
        "Neem de stap terug met een nieuwe stap en een reden.",
    ),
    "stap_heeft_eigen_handeling": (
        "Voor “{stap}” is een eigen handeling nodig.",
        "Kies die handeling in het menu van de casus.",
    ),
    "stap_vraagt_weging": (
        "“{stap}” is een uitkomst van de weging.",
        "Weeg de casus in het scherm Aanmeldingen en kies daar deze uitkomst.",
    ),
    "afschalen_niet_opgenomen": (
        "Casus {nummer} is nog niet door een tafel opgenomen; er is niets om af te schalen.",
        "Hervat de casus en weeg hem.",
    ),
    "top_x_vol_terug": (
        "De Top X is vol ({norm} casussen), dus casus {nummer} kan er nu niet in terug.",
        "Schaal eerst een andere casus af, met de reden.",
    ),
    "afschaalreden_onbekend": ("Er is geen reden van afschalen gekozen.", _KIES),
    "afschalen_zonder_gemeente": (
        "Bij casus {nummer} staat geen gemeente; een casus gaat altijd terug naar de gemeente die hem aanmeldde.",
        "Bepaal eerst de gemeente, met de reden (Ctrl+Shift+N).",
    ),
    "bekende_persoon_anders": (
        "Bij de persoon die u koos staat hier iets anders.",
        "Kies toch een ander, of laat dit veld leeg en wijzig de persoon daarna in de casus.",
    ),
    "zelfde_gemeente": ("De casus is al van {gemeente}.", "Kies een andere gemeente."),
    "ave_fase_1_tot_4": ("Een fase van AVE loopt van 1 tot en met 4.", "Kies een van de vier."),
    "ave_rol_ontbreekt": (
        "Bij een fase van AVE hoort voor elke rol precies één organisatie.",
        "Vul alle vier de rollen in.",
    ),
    "bewaarjaren_buiten_bereik": ("Deze bewaartermijn kan niet.", "Kies 1 tot en met {maximum} jaar."),
    "brief_niet_gevonden": ("Van casus {casus} is geen afschaalbrief.", "Schaal de casus eerst af."),
    "partner_niet_in_tijdlijn": (
        "Van deze partner is in de casus niets vastgelegd.",
        "Kies een van: {namen}.",
    ),
    "casus_niet_gevonden": ("Casus {casus} bestaat niet.", "Controleer het nummer."),
    "vernietiging_niet_gevonden": ("Casus {casus} is niet vernietigd.", "Controleer het nummer."),
    "casus_afgerond": ("Casus {nummer} is afgerond.", "Heropen de casus eerst, met een reden."),
    "casus_loopt_nog": (
        "Casus {nummer} is niet afgerond.",
        "Heropenen kan na afschalen, afsluiten of afwijzen.",
    ),
    "casus_niet_geparkeerd": ("Casus {nummer} is niet geparkeerd.", "Ververs de casus."),
    "casus_niet_in_nazorg": ("Casus {nummer} is niet in nazorg.", "Schaal de casus eerst af."),
    "casus_niet_te_vernietigen": (
        "Casus {nummer} is niet aangewezen om te vernietigen.",
        "Wijs de casus eerst aan, met de grond.",
    ),
    "datum_ontbreekt": ("Er is geen datum ingevuld.", "Vul een datum in, bijvoorbeeld +14."),
    "geen_open_vraag": ("Bij casus {nummer} staat deze vraag niet (meer) open.", "Ververs de casus."),
    "gevraagd_ontbreekt": ("Er staat niet wat er wordt gevraagd.", "Schrijf op welk besluit u vraagt."),
    "maanden_buiten_bereik": ("Dit aantal maanden kan niet.", "Kies 1 tot en met {maximum}."),
    "gemeente_blijft_verplicht": (
        "Een aanmelding zegt altijd welke gemeente het is; daar gaat de casus bij afschalen naar terug.",
        "Laat “gemeente” aangevinkt.",
    ),
    "maanden_niet_oplopend": ("De maanden lopen niet op.", "Zet ze op volgorde, elk één keer."),
    "overdracht_ontbreekt": (
        "Bij deze reden hoort wie de zaak overneemt.",
        "Kies de organisatie die het overneemt.",
    ),
    "parkeren_tot_later": ("Parkeren kan alleen tot een dag na vandaag.", "Kies een latere dag."),
    "tafel_ontbreekt": ("Er is geen tafel gekozen.", _KIES),
    "verlengen_na_einde": (
        "De nieuwe datum ligt niet na het einde van de bewaartermijn.",
        "Kies een latere dag.",
    ),
    "zelfde_tafel": ("De casus is al van deze tafel.", "Kies een andere tafel."),
    "betrokkene_bestaat": ("Deze persoon is al betrokken bij deze casus.", "Kies iemand anders."),
    "persoon_is_samengevoegd": (
        "Deze persoon is met een ander samengevoegd.",
        "Maak eerst de samenvoeging ongedaan, of kies de persoon die bleef.",
    ),
    "persoon_heeft_relaties": (
        "Van deze persoon staan relaties vast, en dit is de laatste casus waarin hij of zij voorkomt.",
        "Haal eerst de relaties weg.",
    ),
    "rechtspersoon_is_geen_mens": (
        "Een rechtspersoon heeft geen voornamen, geboortedatum, geslacht of BSN.",
        "Maak dit veld leeg, of kies 'natuurlijk persoon'.",
    ),
    "relatie_met_zichzelf": ("Een persoon heeft geen relatie met zichzelf.", "Kies iemand anders."),
    "relatie_bestaat": ("Deze relatie staat er al.", "Kies een andere relatie of een andere persoon."),
    "relatie_andersom": (
        "Andersom staat al vast dat de een {relatie} is van de ander.",
        "Haal die relatie eerst weg.",
    ),
    "relatie_met_rechtspersoon": (
        "Tussen een mens en een rechtspersoon bestaat alleen de relatie 'bestuurder'.",
        "Kies die relatie, met de rechtspersoon als tweede.",
    ),
    "ouder_jonger_dan_kind": (
        "Iemand die later is geboren, kan geen {relatie} zijn.",
        "Controleer de geboortedatums, of draai de relatie om.",
    ),
    "samenvoegen_met_zichzelf": ("Dit is één en dezelfde persoon.", "Kies een andere persoon."),
    "samenvoegen_soort": (
        "Een mens en een rechtspersoon kunnen niet één persoon zijn.",
        "Kies twee personen van dezelfde soort.",
    ),
    "samenvoeging_veld_onbekend": ("Over dit veld valt niets te kiezen.", "Controleer de naam van het veld."),
    "samenvoeging_beide_kan_niet": (
        "Van dit veld kan maar één waarde blijven.",
        "Kies links of rechts.",
    ),
    "samenvoeging_al_ongedaan": ("Deze samenvoeging is al ongedaan gemaakt.", "Ververs de casus."),
    "samenvoeging_niet_laatste": (
        "Na deze samenvoeging is deze persoon nog eens samengevoegd.",
        "Maak de latere samenvoeging eerst ongedaan.",
    ),
    "samenvoeging_zonder_casus": (
        "De casussen van de andere persoon zijn er niet meer.",
        "Laat de samenvoeging staan.",
    ),
    "casusnummer_ontbreekt": (
        "Een casus die terugkomt, heeft zijn nummer en datum van aanmelding nodig.",
        "Vul beide in.",
    ),
    "casusnummer_uitgegeven": (
        "Dit nummer is al eens uitgegeven.",
        "Laat vhdesk het volgende nummer kiezen.",
    ),
    "rol_andere_casus": ("Deze rol hoort bij een andere casus.", "Ververs de casus en kies opnieuw."),
    "casus_in_gebruik": (
        "Casus {nummer} is al besproken of heeft afspraken; hij kan niet meer weg.",
        "Sluit de casus af in plaats van hem te verwijderen.",
    ),
    "casusnummer_bestaat": ("Er is al een casus met dit nummer.", "Kies een ander nummer."),
    "een_hoofdbetrokkene": ("Een casus heeft één hoofdbetrokkene.", "Maak eerst de ander een betrokkene."),
    "geboortedatum_in_toekomst": ("De geboortedatum ligt in de toekomst.", "Controleer dag, maand en jaar."),
    "naam_ontbreekt": (
        "Er is geen naam ingevuld.",
        "Vul ten minste de geslachtsnaam in, of een omschrijving.",
    ),
    "veld_onbekend": ("Dit veld hoort niet bij een casus.", "Controleer de naam van het veld."),
    "doelgroep_onbekend": ("De doelgroep[ “{doelgroep}”] is onbekend[ (regel {rij})].", _KIES),
    "eigenaar_ontbreekt": ("Er is geen organisatie gekozen.", _KIES),
    "rol_al_beeindigd": ("Deze rol is al beëindigd.", "Ververs de casus."),
    "rol_niet_vervuld": ("Niemand vervult deze rol in deze casus.", "Wijs eerst iemand aan."),
    "rol_periode_onjuist": ("Het einde van deze rol ligt voor het begin.", "Ververs de casus."),
    "rol_vraagt_persoon": ("Voor deze rol is een persoon nodig.", "Kies een medewerker."),
    "factor_zonder_tekst": ("Een factor heeft tekst nodig.", "Schrijf op wat helpt of tegenwerkt."),
    "inbreng_zonder_tekst": ("Er is nog niets geschreven.", "Schrijf de inbreng en leg hem daarna vast."),
    "leefgebied_onbekend": ("Dit leefgebied bestaat niet.", _KIES),
    "zrm_domein_onbekend": ("Dit domein van de ZRM bestaat niet.", _KIES),
    "zrm_score_1_tot_5": ("Een score op de ZRM loopt van 1 tot en met 5.", "Kies een van de vijf."),
}

TRIAGE: Final[Mapping[str, tuple[str, str]]] = {
    "aanmelding_onvolledig": (
        "De aanmelding is nog niet volledig[: {velden}].",
        "Vul aan, of geef aan dat het spoed is, met de reden.",
    ),
    "advies_ontbreekt": ("Het advies aan de melder ontbreekt.", "Schrijf op wat u de melder aanraadt."),
    "afwijking_vraagt_reden": (
        "De uitkomst volgt niet uit de criteria[: de casus {criteria}].",
        "Kies een andere uitkomst, of schrijf op waarom u afwijkt.",
    ),
    "alleen_bij_code_rood": (
        "Alleen bij Code Rood kan iedereen aanmelden.",
        "Kies wie aanmeldt, of zet Code Rood aan.",
    ),
    "alleen_gemeente_meldt": (
        "Bij deze tafel meldt altijd een gemeente aan.",
        "Laat de gemeente aanmelden; alleen bij Code Rood mag iedereen dat.",
    ),
    "antwoord_voor_vraag": ("Het antwoord ligt voor de vraag.", "Kies de dag van het antwoord."),
    "bekendheid_heeft_inbreng": (
        "Deze organisatie heeft al ingebracht; zij kent de persoon.",
        "Haal eerst haar inbreng weg.",
    ),
    "bekendheid_niet_gevraagd": ("Deze organisatie is niets gevraagd.", "Ververs de casus en kies opnieuw."),
    "code_rood_vast": (
        "Of een aanmelding Code Rood is, ligt vast bij het ontvangen.",
        "Maak de aanmelding ongedaan en meld opnieuw aan.",
    ),
    "code_rood_zonder_overleg": (
        "Code Rood gaat meteen op een agenda, maar deze tafel heeft geen overleg gepland.",
        "Plan eerst een overleg, of kies een andere tafel; wat u typte blijft staan.",
    ),
    "criterium_zonder_reden": ("Bij criterium {criterium} staat nog geen reden.", "Schrijf kort op waarom."),
    "datum_in_toekomst": ("Deze dag ligt in de toekomst.", "Kies vandaag of een eerdere dag."),
    "gemeente_ontbreekt": ("Er is geen gemeente gekozen.", _KIES),
    "melder_ontbreekt": ("Er is geen organisatie gekozen die aanmeldt.", _KIES),
    "niet_in_top_x": ("Casus {nummer} staat niet in de Top X.", "Kies een casus die erin staat."),
    "niet_te_wegen": (
        "Deze uitkomst past niet bij een casus die {status} is.",
        "Kies Top X of hulp, of schaal de casus af.",
    ),
    "norm_onmogelijk": ("Deze norm kan niet[: van 1 tot en met {maximum}].", "Vul een ander getal in."),
    "partner_niet_bekend": (
        "Deze organisatie heeft niet gezegd dat zij de persoon kent.",
        "Leg eerst vast dat de persoon daar bekend is.",
    ),
    "plicht_al_gedaan": ("Dit is al gedaan.", "Ververs de casus."),
    "plicht_niet_gedaan": ("Dit staat nog open.", "Ververs de casus."),
    "plicht_voor_ontstaan": ("Deze dag ligt voor de dag waarop dit nodig werd.", "Kies een latere dag."),
    "procesmanager_ontbreekt": (
        "Er is geen procesmanager gekozen; die wordt procesregisseur.",
        _KIES,
    ),
    "tafel_andere_wet": (
        "Die tafel werkt onder een andere wet; wat hier is gedeeld, kan niet mee.",
        "Laat die tafel zelf een aanmelding maken.",
    ),
    "tafel_past_niet": ("Bij deze uitkomst past deze tafel niet.", "Kies een andere tafel, of geen."),
    "top_x_vol": (
        "De Top X is vol.",
        "Kies welke casus eruit gaat en schrijf op waarom, of kies een andere uitkomst.",
    ),
    "weging_al_ingetrokken": ("Deze weging is al ingetrokken.", "Ververs de casus."),
    "weging_niet_de_laatste": ("Er is daarna opnieuw gewogen.", "Trek eerst die weging in."),
    "weging_teruggekoppeld": (
        "De melder heeft de uitkomst al gehoord.",
        "Weeg de casus opnieuw; ook dat koppelt u terug.",
    ),
    "weging_zonder_mensen": ("Er staat niet bij wie erbij waren.", "Kies ten minste één persoon."),
    "wijze_ontbreekt": ("Er staat niet bij hoe dit is gedaan.", "Schrijf op wie u sprak, en hoe."),
}

OVERLEG: Final[Mapping[str, tuple[str, str]]] = {
    "agendapunt_ander_overleg": ("Dit agendapunt hoort bij een ander overleg.", "Ververs de agenda en kies opnieuw."),
    "actie_niet_afgehandeld": ("Actie {nummer} staat nog open.", "Handel de actie eerst af."),
    "actie_niet_open": ("Actie {nummer} is al afgehandeld.", "Heropen de actie als er nog iets moet gebeuren."),
    "actie_niet_teruggenomen": ("Actie {nummer} is niet teruggenomen.", "Ververs de lijst en kies opnieuw."),
    "actie_uitkomst_onbekend": ("Deze uitkomst bestaat niet.", _KIES),
    "actie_zonder_omschrijving": ("Een actie heeft een omschrijving nodig.", "Schrijf op wat er moet gebeuren."),
    "agenda_onjuist": ("Deze punten vormen geen agenda.", "Begin met de opening, en noem een casus ten hoogste één keer."),
    "agenda_vol": ("Op een agenda passen ten hoogste {maximum} punten.", "Plan een tweede overleg."),
    "agendapunt_heeft_uitkomst": (
        "Bij dit agendapunt is al iets vastgelegd.",
        "Neem besluiten en acties eerst terug, of laat het punt staan.",
    ),
    "antwoord_niet_gekozen": ("Er is geen antwoord gekozen.", "Kies genomen of afgewezen."),
    "antwoord_van_wie": ("Er staat niet wie heeft geantwoord.", "Schrijf op wie het antwoord gaf."),
    "besluit_niet_beantwoord": ("Op B-{nummer} is geen antwoord vastgelegd.", "Ververs de casus."),
    "besluit_wacht_niet": (
        "B-{nummer} wacht niet (meer) op een antwoord.",
        "Maak het antwoord ongedaan, of trek het besluit in.",
    ),
    "onderbouwing_ontbreekt": ("Dit soort besluit vraagt om een onderbouwing.", "Schrijf op waarom dit besluit nodig is."),
    "plan_wordt_niet_gevraagd": ("Een plan wordt vastgesteld door de tafel zelf.", "Kies een ander soort besluit."),
    "besluit_niet_teruggenomen": ("Besluit {nummer} is niet teruggenomen.", "Ververs de lijst en kies opnieuw."),
    "besluit_niet_van_kracht": ("Besluit {nummer} is niet meer van kracht.", "Neem zo nodig een nieuw besluit."),
    "besluit_is_vervangen": (
        "Besluit {nummer} is vervangen door een ander besluit.",
        "Maak eerst de vervanging ongedaan, of neem een nieuw besluit.",
    ),
    "besluit_niet_ingetrokken": ("Besluit {nummer} is niet ingetrokken.", "Ververs de lijst en kies opnieuw."),
    "besluit_vervangt": (
        "Besluit {nummer} staat in de plaats van een ander besluit.",
        "Trek het in met een reden, of maak de vervanging ongedaan.",
    ),
    "besluit_vervangt_niets": ("Besluit {nummer} vervangt geen ander besluit.", "Ververs de lijst en kies opnieuw."),
    "besluit_zonder_tekst": ("Een besluit heeft tekst nodig.", "Schrijf op wat is besloten."),
    "besluittype_onbekend": ("Dit soort besluit bestaat niet.", _KIES),
    "casus_niet_op_agenda": (
        "Casus {nummer} staat niet op de agenda van dit overleg.",
        "Zet de casus op de agenda, of leg dit vast buiten het overleg.",
    ),
    "casus_staat_op_agenda": ("Casus {nummer} staat al op deze agenda.", "Kies een andere casus."),
    "deelnemer_ander_overleg": ("Deze deelnemer hoort bij een ander overleg.", "Ververs de lijst en kies opnieuw."),
    "deelnemer_is_voorzitter_of_secretaris": (
        "Deze deelnemer is voorzitter of secretaris van dit overleg.",
        "Wijs daarvoor eerst een ander aan.",
    ),
    "deelnemer_staat_er_al": ("Deze persoon staat al bij de deelnemers.", "Kies iemand anders."),
    "duur_onmogelijk": (
        "Deze duur kan niet[: ten hoogste {maximum} minuten].",
        "Vul een kortere duur in, in minuten.",
    ),
    "eindtijd_gelijk": ("Begin en einde zijn gelijk.", "Vul een latere eindtijd in."),
    "gremium_niet_bevoegd": (
        "Dit gremium mag dit soort besluit niet nemen.",
        "Kies een ander soort besluit, of leg het voor aan het gremium dat bevoegd is.",
    ),
    "medewerker_uit_dienst": ("Deze medewerker is niet meer in dienst.", "Kies iemand anders."),
    "minuten_buiten_bereik": ("Dit aantal minuten kan niet.", "Vul een getal in binnen de duur van het overleg."),
    "opening_blijft_eerst": ("De opening is altijd het eerste punt.", "Kies een plaats daarna."),
    "overleg_bestaat": ("Er is al een overleg met nummer {nummer}.", "Ververs de lijst met overleggen."),
    "overleg_gesloten": (
        "Het overleg is gesloten; er verandert niets meer aan.",
        "Leg het vast in het volgende overleg, of heropen dit overleg met een reden.",
    ),
    "overleg_niet_aan_de_gang": ("Het overleg is niet aan de gang.", "Open het overleg eerst."),
    "opening_blijft": ("De opening van dit overleg kan niet worden teruggedraaid.", "Sluit het overleg, of heropen het als het is gesloten."),
    "opening_heeft_uitkomst": (
        "In overleg {nummer} is al iets besloten.",
        "Neem besluiten en acties eerst terug, of sluit het overleg.",
    ),
    "overleg_niet_gesloten": ("Het overleg is niet gesloten.", "Alleen een gesloten overleg kan worden heropend."),
    "overleg_niet_gepland": ("Het overleg is niet meer in voorbereiding.", "Kies een overleg dat nog moet beginnen."),
    "reden_ontbreekt": ("Hiervoor is een reden nodig.", "Schrijf kort op waarom."),
    "sluiten_vraagt_reden": (
        "Er ontbreekt nog iets[ op {aantal} plaatsen].",
        "Vul aan wat ontbreekt, of geef een reden; die komt in het verslag.",
    ),
    "staat_in_verslag": (
        "Dit staat in een verslag en verdwijnt niet meer.",
        "Trek een besluit in, laat een actie vervallen, of noteer wat er anders is.",
    ),
    "tafel_niet_actief": ("Deze tafel is niet actief.", "Kies een andere tafel, of maak deze eerst actief."),
    "termijn_verstreken": ("Deze datum ligt in het verleden.", "Kies vandaag of een latere dag."),
    "vast_agendapunt": ("Dit is een vast agendapunt.", "Laat het staan; u kunt wel de minuten wijzigen."),
    "volgende_datum_na_overleg": ("De volgende datum ligt niet na dit overleg.", "Kies een latere dag."),
}  # fmt: skip

REGIO: Final[Mapping[str, tuple[str, str]]] = {
    "aandeel_onmogelijk": ("Een aandeel ligt tussen 0 en 1000 promille.", "Vul een getal daartussen in."),
    "al_gevuld": ("Deze kluis is al gevuld.", "Maak een nieuwe kluis om te oefenen."),
    "al_ingericht": ("De regio is in deze kluis al ingericht.", "Wijzig de lijsten bij Beheer."),
    "alias_bestaat": ("Deze andere naam is al in gebruik.", "Kies een andere naam."),
    "alleen_oefenkluis": ("Dit kan alleen in een oefenkluis.", "Maak een oefenkluis en probeer het daar."),
    "bedrag_negatief": ("Een bedrag kan niet kleiner zijn dan nul.", "Controleer het bedrag."),
    "code_bestaat": ("Deze code is al in gebruik.", "Kies een andere code."),
    "code_onjuist": ("Een code bestaat uit kleine letters, cijfers en streepjes.", "Pas de code aan."),
    "email_onjuist": ("Dit is geen e-mailadres.", "Controleer het adres."),
    "gemeente_bestaat_niet": (
        "De gemeente {gemeente} staat niet in deze kluis.",
        "Bekijk de namen met: vhdesk vragen KLUIS gemeenten.",
    ),
    "gemeente_niet_genoemd": (
        "Uit het bestand blijkt niet van welke gemeente deze lijst is.",
        "Noem haar met --gemeente.",
    ),
    "gremium_is_onbekend": ("Dit gremium bestaat niet.", _KIES),
    "gremium_onbekend": ("Het gremium[ “{gremium}”] bestaat niet.", _KIES),
    "gremium_ontbreekt": ("Er is geen gremium gekozen.", "Kies wie dit besluit mag nemen."),
    "in_gebruik": ("Dit is nog in gebruik en kan niet weg.", "Zet het op niet actief."),
    "lijst_vast": ("Deze lijst ligt vast.", "Overleg met uw beheerder als er iets ontbreekt."),
    "lijst_verder_gewijzigd": (
        "De lijst is daarna verder gewijzigd.",
        "Maak eerst de latere wijziging ongedaan.",
    ),
    "lijst_nooit_gewijzigd": ("Aan deze lijst is niets gewijzigd.", "Er is niets terug te nemen."),
    "lijst_wordt_leeg": ("Een lijst heeft ten minste één waarde nodig.", "Voeg eerst een andere waarde toe."),
    "medewerker_andere_organisatie": (
        "Deze medewerker hoort bij een andere organisatie.",
        "Kies een medewerker van deze organisatie.",
    ),
    "medewerker_bestaat": ("Deze medewerker staat er al.", "Kies de bestaande medewerker."),
    "medewerker_heeft_taken": (
        "Deze medewerker heeft nog {acties} open acties en {rollen} rollen.",
        "Draag die eerst over.",
    ),
    "naam_bestaat": ("Deze naam is al in gebruik.", "Kies een andere naam."),
    "organisatie_niet_actief": (
        "Deze organisatie is niet actief.",
        "Kies een andere, of maak deze eerst actief.",
    ),
    "organisatie_onbekend": ("De organisatie[ “{organisatie}”] is onbekend[ (regel {rij})].", _KIES),
    "tabel_niet_vrij": (
        "De tabel {tabel} mag niet zomaar worden gevuld.",
        "Gebruik de handeling die ervoor is.",
    ),
    "tafel_heeft_overleg": (
        "Aan deze tafel is nog een overleg gepland.",
        "Sluit of schrap dat overleg eerst.",
    ),
    "tafel_regime_vast": ("Het regime ligt vast zodra een tafel heeft vergaderd.", "Maak een nieuwe tafel."),
    "tafellid_bestaat": ("Deze organisatie zit al aan tafel.", "Kies een andere organisatie."),
    "veiligheidskamer_onbekend": ("Deze veiligheidskamer bestaat niet.", _KIES),
}

KLUIS: Final[Mapping[str, tuple[str, str]]] = {
    "bureau_gepauzeerd": ("Er loopt een bewerking op de hele kluis.", "Wacht tot die klaar is."),
    "eerste_gebruiker_beheert": (
        "De eerste gebruiker van een kluis kan geen expert zijn.",
        "Kies coördinator of beheerder.",
    ),
    "eigen_gebruiker": ("U kunt uzelf niet verwijderen.", "Laat een andere beheerder dit doen."),
    "gebruiker_niet_genoemd": ("Deze kluis heeft {aantal} gebruikers.", "Noem de gebruiker met --naam."),
    "gebruiker_onbekend": ("Deze gebruiker bestaat niet.", "Controleer de naam."),
    "herstelcode_controleteken": ("Een groep van de herstelcode klopt niet.", "Vergelijk de code met het herstelblad."),
    "herstelcode_lengte": (
        "De herstelcode heeft {verwacht} tekens; u hebt er {lengte} ingevuld.",
        "Vergelijk de code met het herstelblad.",
    ),
    "herstelcode_teken": (
        "In de herstelcode staat een teken dat er niet in voorkomt.",
        "Vergelijk de code met het herstelblad.",
    ),
    "laatste_beheerder": ("Dit is de laatste die de kluis kan beheren.", "Geef eerst een ander die rol."),
    "laatste_gebruiker": ("Dit is de laatste gebruiker van de kluis.", "Voeg eerst een ander toe."),
    "naam_leeg": ("Er is geen naam ingevuld.", "Vul een naam in."),
    "naam_te_lang": ("Een naam heeft ten hoogste {maximum} tekens.", "Kort de naam in."),
    "niet_bevoegd": ("Uw rol mag dit niet[: {actie}].", "Vraag iemand met die bevoegdheid."),
    "wachtwoord_ongelijk": ("De twee wachtwoorden zijn niet gelijk.", "Typ beide opnieuw."),
    "wachtwoord_te_eenvoudig": (
        "Het wachtwoord heeft te weinig verschillende tekens.",
        "Kies bijvoorbeeld vier losse woorden.",
    ),
    "wachtwoord_te_kort": (
        "Een wachtwoord heeft ten minste {minimum} tekens.",
        "Kies bijvoorbeeld vier losse woorden.",
    ),
}  # fmt: skip

ALGEMEEN: Final[Mapping[str, tuple[str, str]]] = {
    "aanlevering_al_ingelezen": ("Deze lijst is al ingelezen[ op {ingelezen_op}].", "Controleer of u het juiste bestand hebt."),
    "aanlevering_al_ongedaan": ("Deze lijst is al ongedaan gemaakt.", "Lees hem zo nodig opnieuw in."),
    "aanlevering_in_gebruik": (
        "Van deze lijst zijn al {aantal} casussen besproken of aangevuld.",
        "Verwijder zo nodig de andere casussen een voor een.",
    ),
    "aanlevering_regel_tweemaal": ("Regel {rij} kan niet worden weggelaten: hij is al weggelaten of wordt ingelezen.", "Noem elke regel één keer."),
    "aanlevering_te_veel_regels": ("Een lijst heeft ten hoogste {maximum} regels.", "Splits de lijst in delen."),
    "aanlevering_zonder_regels": ("Er is geen regel gekozen.", "Kies ten minste één regel om in te lezen."),
    "aantal_exemplaren": ("Dit aantal exemplaren kan niet.", "Vul een getal in van 1 tot en met {grootste}."),
    "acte_geen_json": ("Deze regel is geen acte.", "Geef per regel één JSON-object met acte en velden."),
    "acte_onbekend": ("De acte {acte} bestaat niet.", "Bekijk de namen met --lijst."),
    "acte_velden": ("De velden van {acte} kloppen niet[: {uitleg}].", "Bekijk de velden met --lijst."),
    "bestand_niet_gevonden": ("Het bestand[ {bestand}] bestaat niet.", "Controleer de naam en de map."),
    "bestand_niet_te_schrijven": ("Het bestand[ {bestand}] is niet te schrijven.", "Kies een andere map."),
    "bestand_onleesbaar": ("Het bestand[ {bestand}] is niet te lezen.", "Controleer of het heel is en probeer het opnieuw."),
    "bovenmap_ontbreekt": ("De map waarin de nieuwe kluis moet komen, bestaat niet.", "Maak die map eerst, of kies een andere."),
    "geen_reservekopie": ("Dit is een kluis en geen reservekopie.", "Noem een map uit reservekopieen in de kluis."),
    "id_in_gebruik": ("Dit bestaat nog; er is niets terug te zetten.", "Ververs de lijst."),
    "id_onjuist": ("Dit kenmerk is niet juist.", "Ververs de lijst en kies opnieuw."),
    "kluis_zonder_achtervoegsel": ("De naam van een kluis eindigt op .vhkluis.", "Geef de map zo'n naam."),
    "kolom_bestaat_niet": ("Het bestand heeft geen kolom {kolom}.", "Noem de kop of het nummer van een kolom."),
    "kolom_onjuist": ("Een kolom kiest u als KOLOM=VELD.", "Velden zijn {velden}, of niets."),
    "niet_gevonden": ("Dit bestaat niet (meer).", "Ververs de lijst en kies opnieuw."),
    "overleg_niet_gevonden": ("Dit overleg bestaat niet.", "Controleer het nummer."),
    "paginabereik": ("Deze pagina's zitten niet in het stuk.", "Vul bijvoorbeeld 1-3 in."),
    "regel_niet_weg_te_laten": ("Regel {rij} wordt niet ingelezen en kan dus niet worden weggelaten.", "Bekijk de regels met --proef."),
    "tafel_bestaat_niet": ("De tafel {tafel} staat niet in deze kluis.", "Bekijk de namen met: vhdesk vragen KLUIS tafels."),
    "tekst_te_lang": ("Deze tekst heeft {aantal} tekens[; er passen er {maximum}].", "Kort de tekst in."),
    "uitvoer_niet_te_schrijven": ("De uitvoer is niet te schrijven. Wat bevestigd was, is opgeslagen.", "Kijk of de schijf vol is."),
    "uitvoeren_waarop": ("Noem de kluis en het bestand met acten.", "Schrijf: vhdesk uitvoeren KLUIS ACTEN.jsonl."),
    "user": ("Deze gebruiker bestaat niet (meer).", "Ververs de lijst en kies opnieuw."),
    "verouderd": ("Iemand anders heeft dit intussen gewijzigd.", "Vergelijk beide teksten en kies wat blijft staan."),
    "velden_geen_json": ("De velden achter --json zijn geen JSON-object.", "Schrijf de velden tussen accolades, zoals bij vhdesk vragen --help."),
    "vraag_onbekend": ("De vraag {vraag} bestaat niet.", "Bekijk de namen met --lijst."),
    "vragen_waarop": ("Noem de kluis en de vraag.", "Schrijf: vhdesk vragen KLUIS VRAAG."),
    "wachtwoord_geen_tekst": ("Het wachtwoord is geen tekst in UTF-8.", "Sla het bestand waar het uit komt op als UTF-8."),
    "wachtwoord_niet_te_vragen": ("Er is geen terminal om het wachtwoord op te vragen.", "Geef het met --wachtwoord-stdin op de eerste regel van de invoer."),
    "weglaten_onjuist": ("Weglaten kan met regels zoals 12,15-18 en een reden erachter, zoals 20=criteria.", "Redenen zijn {redenen}."),
}  # fmt: skip

RULES: Final[Mapping[str, tuple[str, str]]] = {
    **CASUS,
    **INBRENG,
    **METHODE,
    **PLAN,
    **TRIAGE,
    **OVERLEG,
    **REGIO,
    **KLUIS,
    **ALGEMEEN,
}
