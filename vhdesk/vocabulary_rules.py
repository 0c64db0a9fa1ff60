"""What the profession or the program refuses, by the code of the refusal: (what is the case, one next step).

``{x}`` names a detail of the exception; a part in square brackets is dropped when its detail is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vhdesk.vocabulary_bijlage import BIJLAGE
from vhdesk.vocabulary_casus import CASUS, TRIAGE
from vhdesk.vocabulary_inbreng import INBRENG
from vhdesk.vocabulary_lezer import LEZER
from vhdesk.vocabulary_methode import METHODE
from vhdesk.vocabulary_plan import PLAN

_KIES: Final = "Kies er een uit de lijst."

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
    "agendapunt_niet_begonnen": ("De tafel is nog niet bij deze casus.", "Begin het punt met F9."),
    "besluitvorming_vraagt_reden": (
        "De oordeelsvorming is bij deze casus nog niet geweest.",
        "Schrijf op waarom de tafel toch al besluit, of ga eerst naar de oordeelsvorming.",
    ),
    "organisatie_geen_partij": (
        "Deze organisatie is niet betrokken bij casus {nummer}.",
        "Maak haar in het dossier eerst casuspartner, of vraag een ander.",
    ),
    "volgorde_onvolledig": ("Deze volgorde past niet bij de agenda.", "Noem elke casus van de agenda precies één keer."),
    "convenant_zonder_versie": ("Het convenant heeft een versie nodig.", "Schrijf bijvoorbeeld het jaar op."),
    "convenant_eindigt_voor_begin": ("De laatste dag ligt voor de eerste.", "Kies een latere dag, of laat hem leeg."),
    "uitvraag_dubbel": ("Een vraag staat er twee keer in.", "Noem elke organisatie één keer per casus."),
    "uitvraag_niet_gedaan": ("Over casus {nummer} is nog niets gevraagd.", "Zet de vraag eerst op gevraagd (G)."),
    "niets_te_herinneren": (
        "Deze organisatie heeft geen vraag openstaan.",
        "Zet een casus eerst op gevraagd (G), of kies een andere organisatie.",
    ),
    "antwoord_niet_gekozen": ("Er is geen antwoord gekozen.", "Kies genomen of afgewezen."),
    "antwoord_van_wie": ("Er staat niet wie heeft geantwoord.", "Schrijf op wie het antwoord gaf."),
    "besluit_niet_beantwoord": ("Op B-{nummer} is geen antwoord vastgelegd.", "Ververs de casus."),
    "besluit_wacht_niet": (
        "B-{nummer} wacht niet (meer) op een antwoord.",
        "Maak het antwoord ongedaan, of trek het besluit in.",
    ),
    "besluit_zonder_voorbehoud": ("B-{nummer} staat niet (meer) onder voorbehoud.", "Ververs de casus."),
    "besluit_niet_bekrachtigd": ("B-{nummer} is niet bekrachtigd.", "Ververs de casus."),
    "bekrachtigd_voor_besluit": ("Dat is vóór de dag van het besluit.", "Kies die dag of een latere."),
    "bekrachtigd_door_wie": ("Er staat niet wie heeft bekrachtigd.", "Schrijf op wie dat deed: naam of functie."),
    "weg_voor_binnen": ("Weg is hier vroeger dan binnen.", "Verbeter een van de twee tijden."),
    "vervangt_zichzelf": ("Niemand vervangt zichzelf.", "Kies wie er eigenlijk zou zitten, of laat dit leeg."),
    "eis_dubbel": ("Een soort besluit staat er twee keer.", "Noem elk soort besluit één keer, met alle organisaties."),
    "deelnemer_was_zaal_uit": (
        "Bij een casus is vastgelegd dat deze deelnemer de zaal uit was.",
        "Laat de deelnemer staan, of neem dat eerst terug.",
    ),
    "overleg_al_zo_gemerkt": ("Dat stond al zo bij dit overleg.", "U hoeft niets te doen."),
    "niemand_verlaat_de_zaal": ("Er is niemand die de zaal nog moet verlaten.", "U hoeft niets te doen."),
    "niemand_terug_in_de_zaal": ("Niemand van hen was de zaal uit.", "U hoeft niets te doen."),
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
    "herhaling_onbekend": (
        "Hoe vaak de tafel vergadert, is zo niet te begrijpen.",
        "Typ bijvoorbeeld: elke twee weken op woensdag, 13:30. Of: eerste dinsdag van de maand.",
    ),
    "tafel_zonder_reeks": (
        "Bij deze tafel staat niet wanneer hij vergadert.",
        "Vul het in bij Beheer, Tafels, Regels wijzigen.",
    ),
    "aantal_overleggen": ("Dit aantal kan niet.", "Kies een aantal van 1 tot en met {maximum}."),
    "geen_overleggen_gekozen": ("Er is geen overleg gekozen.", "Kies ten minste één overleg."),
    "overleg_van_andere_tafel": ("Een van deze overleggen is van een andere tafel.", "Kies overleggen van één tafel."),
    "agenda_al_vastgesteld": (
        "De agenda van overleg {nummer} is al vastgesteld.",
        "Wat u verandert, staat er vanzelf bij als wijziging.",
    ),
    "agenda_niet_vastgesteld": ("De agenda van overleg {nummer} is niet vastgesteld.", "Stel de agenda eerst vast."),
    "geen_casussen_gekozen": ("Er is geen casus gekozen.", "Vink met de spatiebalk aan wat op de agenda komt."),
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
    "datum_te_lang_geleden": ("Deze dag ligt te lang geleden[: vóór {eerste}].", "Klopt het jaar? Kies een latere dag."),
    "datum_te_ver": ("Deze dag ligt te ver weg[: na {laatste}].", "Klopt het jaar? Kies een eerdere dag."),
    "termijn_voor_begin": ("Deze datum ligt vóór de dag waarop dit is afgesproken[, {begin}].", "Kies die dag of een latere."),
    "evaluatiedatum_verstreken": (
        "De evaluatiedatum van dit plan is voorbij[: {datum}].", "Kies eerst een nieuwe evaluatiedatum, en stel het plan dan vast.",
    ),
    "eindtijd_voor_begin": (
        "De eindtijd ligt vóór de begintijd; zo zou het overleg langer dan {uren} uur duren.",
        "Vul een latere eindtijd in; tot na middernacht mag.",
    ),
    "eindtijd_gelijk": ("Begin en einde zijn gelijk.", "Vul een latere eindtijd in."),
    "gremium_niet_bevoegd": (
        "Dit gremium mag dit soort besluit niet nemen.",
        "Kies een ander soort besluit, of leg het voor aan het gremium dat bevoegd is.",
    ),
    "gremium_niet_aan_tafel": (
        "Dit gremium besluit niet aan deze tafel.",
        "Kies deze tafel zelf, of vraag het besluit (Ctrl+Shift+Enter) en leg het antwoord vast als het er al is.",
    ),
    "medewerker_uit_dienst": ("Deze medewerker is niet meer in dienst.", "Kies iemand anders."),
    "minuten_buiten_bereik": ("Dit aantal minuten kan niet.", "Vul een getal in binnen de duur van het overleg."),
    "opening_blijft_eerst": ("De opening is altijd het eerste punt.", "Kies een plaats daarna."),
    "overleg_bestaat": ("Er is al een overleg met nummer {nummer}.", "Ververs de lijst met overleggen."),
    "overleg_gesloten": (
        "Het overleg is gesloten; er verandert niets meer aan.",
        "Leg het vast in het volgende overleg, of heropen dit overleg met een reden.",
    ),
    "overleg_geschorst": ("Het overleg is geschorst.", "Hervat het eerst met Ctrl+F9."),
    "overleg_niet_geschorst": ("Overleg {nummer} is niet geschorst.", "Ververs het overleg."),
    "tafel_zit_niet_meer": (
        "Dit overleg is al gehouden; schorsen en van voorzitter wisselen kan alleen terwijl de tafel bijeen is.",
        "Noteer het bij de opening of de sluiting.",
    ),
    "verder_is_voorbij": ("Dit tijdstip is al voorbij.", "Kies een later tijdstip, of laat het leeg."),
    "zit_al_voor": ("Deze persoon zit al voor.", "Kies een ander."),
    "voorzitter_geen_deelnemer": (
        "Deze persoon staat niet op de lijst van deelnemers.",
        "Voeg hem of haar toe bij de opening, en wissel dan.",
    ),
    "voorzitter_niet_aanwezig": (
        "Deze persoon is er volgens de aanwezigheid niet.",
        "Pas de aanwezigheid aan bij de opening, of kies een ander.",
    ),
    "voorzitter_wisselde_daarna": (
        "De voorzitter van overleg {nummer} wisselde daarna nog eens.",
        "Wissel opnieuw naar wie nu voorzit.",
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
    "gast_is_lid": ("Dit is een gewone deelnemer.", "Voeg haar of hem toe met een naam uit de lijst."),
    "toehoorder_zonder_naam": ("Een toehoorder heeft een naam nodig.", "Typ de naam, met waar hij of zij vandaan komt."),
    "toehoorder_zonder_casus": ("Een toehoorder komt niet voor één casus.", "Laat de casus weg en vink de punten aan."),
    "gast_zonder_naam": ("Van de betrokkene of zijn vertegenwoordiger staat hier geen naam.", "Kies alleen de casus."),
    "gast_van_welke_casus": ("Onbekend is bij welke casus deze gast hoort.", "Kies een casus van deze agenda."),
    "gast_zonder_punten": ("Een gast wordt voor een of meer punten uitgenodigd.", "Vink aan bij welke punten hij of zij is."),
    "punt_besloten": ("Dit punt staat in het besloten deel.", "Vink het niet aan, of haal het punt uit het besloten deel."),
    "punt_van_andere_casus": ("Dit punt is van een andere casus.", "Vink alleen de eigen casus en punten zonder casus aan."),
    "opening_is_open": ("De opening is nooit besloten.", "Daar bevestigt iedereen de geheimhouding."),
    "deelnemer_onjuist": ("Deze deelnemer klopt niet.", "Een lid heeft een persoon, een toehoorder een naam, een ander een casus."),
    "punt_met_casus": ("Dit punt is van een casus.", "Haal de casus van de agenda, of wijzig de minuten."),
    "punt_van_deze_soort_niet": ("Zo'n punt kan er niet bij: {soort}.", "Kies een vrij punt, of zet een casus op de agenda."),
    "punt_zonder_titel": ("Een vrij punt heeft een naam nodig.", "Schrijf op waar het over gaat."),
    "sjabloon_begin_en_eind": (
        "De agenda begint met de opening en eindigt met de sluiting.",
        "Zet “Opening en geheimhouding” op de eerste regel en “Sluiting” op de laatste.",
    ),
    "sjabloon_niet_eenmaal": ("“{wat}” staat er niet precies één keer.", "Zet die regel er één keer in."),
    "sjabloon_te_lang": ("Op deze agenda passen ten hoogste {maximum} punten.", "Laat punten weg."),
    "titel_te_lang": ("De naam van dit punt is te lang of bevat tekens die niet kunnen.", "Schrijf ten hoogste {maximum} letters."),
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
    "bouwsteen_leeg": ("Een tekstbouwsteen heeft een tekst nodig.", "Schrijf de zin op."),
    "bouwsteen_veld_onbekend": (
        "Het veld “{veld}” bestaat niet.",
        "Kies uit: {velden}.",
    ),
    "eigen_woord_bestaat": ("Dit woord staat al bij de eigen woorden.", "U hoeft niets te doen."),
    "eigen_woord_geen_woord": ("Dit is niet één woord.", "Voeg woorden een voor een toe, zonder cijfers."),
    "eigen_woord_ontbreekt": ("Dit woord staat niet bij de eigen woorden.", "U hoeft niets te doen."),
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
    "partner_niet_gevonden": (
        "De organisatie[ {partner}] staat niet in deze kluis.",
        "Bekijk de namen met: vhdesk vragen KLUIS organisaties.",
    ),
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
    **BIJLAGE,
    **CASUS,
    **INBRENG,
    **LEZER,
    **METHODE,
    **PLAN,
    **TRIAGE,
    **OVERLEG,
    **REGIO,
    **KLUIS,
    **ALGEMEEN,
}
