"""What the profession refuses of a case and of its referral; see ``vocabulary_rules``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# The letter of afschalen leaves the vault: how the journaal calls it.
BRIEF_AFDRUKKEN: Final = "afschaalbrief afdrukken"
BRIEF_OPSLAAN: Final = "afschaalbrief opslaan als PDF"
ACTIELIJST_AFDRUKKEN: Final = "actielijst afdrukken"
ACTIELIJST_OPSLAAN: Final = "actielijst opslaan"
VERSLAG_AFDRUKKEN: Final = "verslag afdrukken"
VERSLAG_OPSLAAN: Final = "verslag opslaan als PDF"

NAZORG_OP: Final = "nazorg beoordelen op"  # and the day, of a review that was not done
# So many days before its day a review counts for it; one that is earlier is a review too, and the day stays.
NAZORG_VROEG: Final = 30

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
        "De Top X is vol (de norm is {norm}), dus casus {nummer} kan er nu niet in terug.",
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
    "casusregie_elders": (
        "Bij de methode {methode} ligt de casusregie bij {wie}.",
        "Kies iemand van {wie}, of kies eerst een andere methode (F7).",
    ),
    "procesregie_van_huis": (
        "Deze persoon kan aan deze tafel geen procesregisseur zijn[: dat is hier {wie}].",
        "Kies een ander, of wijzig de regels van de tafel bij Beheer.",
    ),
    "casus_niet_gewogen": (
        "Casus {nummer} is nog niet gewogen.",
        "Weeg de aanmelding eerst (Ctrl+W bij Aanmeldingen); zij kan wel op de agenda om te wegen.",
    ),
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
    "bsn_geen_cijfers": (
        "Een BSN bestaat uit cijfers.",
        "Vul negen cijfers in, of laat het veld leeg en zet de tekst bij de opmerking.",
    ),
    "afsluiten_met_open": (
        "Dit is nog niet gedaan: {mist}.",
        "Doe het eerst, of schrijf hier op waarom de casus toch dicht kan.",
    ),
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
    "geboortedatum_te_oud": ("De geboortedatum ligt vóór 1900.", "Controleer het jaar."),
    "geboortedatum_in_toekomst": ("De geboortedatum ligt in de toekomst.", "Controleer dag, maand en jaar."),
    "naam_ontbreekt": (
        "Er is geen naam ingevuld.",
        "Vul ten minste de geslachtsnaam in, of een omschrijving.",
    ),
    "veld_onbekend": ("Dit veld hoort niet bij een casus.", "Controleer de naam van het veld."),
    "doelgroep_onbekend": ("De doelgroep[ “{doelgroep}”] is onbekend[ (regel {rij})].", _KIES),
    "rol_al_beeindigd": ("Deze rol is al beëindigd.", "Ververs de casus."),
    "rol_niet_vervuld": ("Niemand vervult deze rol in deze casus.", "Wijs eerst iemand aan."),
    "rol_periode_onjuist": (
        "De vorige had deze rol toen nog niet, of gaf hem later over: het einde ligt dan voor het begin.",
        "Kies een latere dag.",
    ),
    "rol_vraagt_persoon": (
        "Een rol heeft een persoon nodig[; {organisatie} alleen kan geen {rol} zijn].",
        "Kies iemand van die organisatie, of typ de naam van iemand die er nog niet is.",
    ),
    "rol_blijft_vervuld": (
        "Een casus die het huis leidt, heeft altijd een {rol}.",
        "Wijs een ander aan: de rol gaat dan in één keer over.",
    ),
    "rol_niet_de_laatste": ("Na deze persoon had een ander de rol.", "Ververs de casus."),
    "drietal_onvolledig": (
        "Een casus met een vastgesteld plan heeft een casemanager, een verantwoordelijke en een procesregisseur[; nu "
        "ontbreekt: {rollen}].",
        "Wijs eerst aan wie dat is.",
    ),
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
    "criterium_zonder_reden": ("Bij criterium {criterium} staat nog geen reden.", "Schrijf kort op waarom."),
    "datum_in_toekomst": ("Deze dag ligt in de toekomst.", "Kies vandaag of een eerdere dag."),
    "gemeente_ontbreekt": ("Er is geen gemeente gekozen.", _KIES),
    "melder_ontbreekt": ("Er is geen organisatie gekozen die aanmeldt.", _KIES),
    "niet_in_top_x": ("Casus {nummer} staat niet in de Top X.", "Kies een casus die erin staat."),
    "gemeente_meldt_hier_niet": (
        "{gemeente} meldt niet aan bij {tafel}.",
        "Kies de tafel van die gemeente, of voeg haar toe bij Beheer, Tafels, Regels wijzigen. Code Rood mag altijd.",
    ),
    "gemeenten_ontbreken": ("Er is geen gemeente gekozen die mag aanmelden.", "Kies er ten minste één."),
    "gemeente_staat_vast": (
        "De gemeente van een casus die is gewogen of opgenomen staat vast.",
        "Bepaal haar bij de casus, met de reden: Ctrl+Shift+N.",
    ),
    "tafel_staat_vast": (
        "De tafel van een casus die is gewogen of opgenomen staat vast.",
        "Draag de casus over, met de reden: Ctrl+Shift+T.",
    ),
    "niet_te_wegen": (
        "Een casus met de status “{status}” wordt niet gewogen.",
        "Heropen de casus eerst, of open de casus voor wat er nu kan.",
    ),
    "uitkomst_past_niet": (
        "Deze uitkomst past niet bij een casus met de status “{status}”: die loopt al.",
        "Kies Top X of hulp in de uitvoering, of schaal de casus af.",
    ),
    "instelling_buiten_bereik": (
        "Dit getal kan niet[: van 1 tot en met {maximum}].",
        "Vul een ander getal in.",
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
    "tafel_past_niet": ("Bij deze uitkomst past deze tafel niet.", "Kies een andere tafel, of geen."),
    "plicht_is_geen_keuze": ("Hier is niets te kiezen.", "Ververs de casus."),
    "top_x_keuze_open": (
        "De Top X is nog boven de norm.",
        "Kies welke casus eruit gaat en schrijf op waarom.",
    ),
    "top_x_vol": (
        "De Top X is vol.",
        "Kies welke casus eruit gaat en schrijf op waarom, of kies een andere uitkomst.",
    ),
    "top_x_daar_vol": (
        "De Top X waarin {tafel} telt is vol: {top_x} van {norm}.",
        "Kies welke casus daar weggaat en schrijf op waarom, of kies een andere tafel.",
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

DETENTIE = (
    "detentie"  # the value of the list afschaalredenen of which the table says from how many months it counts
)


def afschaalreden(code: str, naam: str, detentie_maanden: int) -> str:
    """Return why a case steps down, for detention with the number of months that the table set (domein.md §6)."""
    return f"{naam} (langer dan {detentie_maanden} maanden)" if code == DETENTIE else naam
