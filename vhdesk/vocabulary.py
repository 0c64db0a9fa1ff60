"""The glossary of the code: every closed list of the profession, with its Dutch label and definition.

A term enters the code only after it stands here. Values are stored in the database and in files, so they are
stable; labels are what people read. Lists that a table may change itself (doelgroepen, leefgebieden,
besluittypen ...) are reference data in ``resources/referentie`` and not here.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum


class Term(StrEnum):
    """A word with a stable value, a Dutch label and a one-line definition with its source."""

    label: str
    definition: str

    def __new__(cls, value: str, label: str = "", definition: str = "") -> Term:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.definition = definition
        return member


def met_hoofdletter(tekst: str) -> str:
    """Return ``tekst`` with its first letter upper case; the rest as it is."""
    return tekst[:1].upper() + tekst[1:]


def opsomming(delen: Sequence[str], voegwoord: str = "en") -> str:
    """Return "a, b en c"; "" for nothing."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} {voegwoord} {delen[-1]}"


class Gebruikersrol(Term):
    """What a user of a vault may do (issue: users and roles; BIO2: users see only what their task needs)."""

    COORDINATOR = "coordinator", "coördinator", "Zit de tafel voor en doet alles rond de casus."
    SECRETARIS = "secretaris", "secretaris", "Bereidt voor, notuleert, drukt af en verstuurt."
    EXPERT = "expert", "expert", "Leest en bereidt voor, beslist niet (jaarplan Twente 2015, §5)."
    BEHEERDER = "beheerder", "beheerder", "Beheert kluis, gebruikers, lijsten en reservekopieën."


class CasusStatus(Term):
    """Where a case stands (domein.md §6, working default)."""

    AANGEMELD = "aangemeld", "aangemeld", "Door een partner gemeld, nog niet gewogen."
    IN_TRIAGE = "in triage", "in triage", "Wordt gewogen tegen de criteria."
    ADVIES = "advies", "advies gegeven", "Gewogen; de melder gaat zelf verder, met advies van het huis."
    NIET_OPGENOMEN = "niet opgenomen", "niet opgenomen", "Gewogen en niet opgenomen, met de reden."
    IN_BEHANDELING = "in behandeling", "in behandeling", "Op een tafel, met een plan van aanpak."
    MONITORING = "monitoring", "monitoring", "Het plan loopt; de tafel volgt."
    NAZORG = "nazorg", "nazorg", "Afgeschaald, nog gevolgd op terugval."
    GEPARKEERD = "geparkeerd", "geparkeerd", "Tijdelijk zonder regie, met een datum."
    AFGESLOTEN = "afgesloten", "afgesloten", "Klaar; wacht op het einde van de bewaartermijn."
    TE_VERNIETIGEN = "te vernietigen", "te vernietigen", "De bewaartermijn is om of de grond vervallen."
    VERNIETIGD = (
        "vernietigd",
        "vernietigd",
        "Weg uit de kluis en de reservekopieën; alleen de telling blijft.",
    )


class Gebeurtenissoort(Term):
    """What can happen to a case as a whole (domein.md §1, steps 1-10: use these as event names)."""

    IN_TRIAGE = "in triage", "in triage genomen"
    MEER_INFORMATIE = "meer informatie", "terug voor meer informatie"
    ADVIES = "advies", "advies gegeven", "Hulp zonder dat de tafel de zaak overneemt."
    NIET_OPGENOMEN = "niet opgenomen", "niet opgenomen"
    OPGENOMEN = "opgenomen", "opgenomen"
    TERUGGEKOPPELD = "teruggekoppeld", "teruggekoppeld aan de melder"
    TOP_X_IN = "in Top X", "opgenomen in de Top X"
    TOP_X_UIT = "uit Top X", "uit de Top X"
    PROCESREGIE = (
        "procesregie",
        "procesmanager wordt procesregisseur",
        "Bij opname in de Top X (Twente 2015).",
    )
    MONITORING = "monitoring", "naar monitoring"
    WEER_IN_BEHANDELING = "weer in behandeling", "weer in behandeling"
    OPGESCHAALD = "opgeschaald", "opgeschaald"
    OPSCHALING_BEANTWOORD = "opschaling beantwoord", "antwoord op de opschaling"
    OVERGEDRAGEN = "overgedragen", "overgedragen aan een andere tafel"
    GEPARKEERD = "geparkeerd", "geparkeerd"
    HERVAT = "hervat", "hervat"
    AFGESCHAALD = "afgeschaald", "afgeschaald naar de gemeente", "Altijd terug, met de reden (Twente 2015)."
    NAZORG_BEOORDEELD = "nazorg beoordeeld", "nazorg beoordeeld"
    AFGESLOTEN = "afgesloten", "afgesloten"
    HEROPEND = "heropend", "heropend"
    HERBEOORDEELD = "herbeoordeeld", "noodzaak herbeoordeeld"
    VERLENGD = "verlengd", "bewaartermijn verlengd"
    TE_VERNIETIGEN = "te vernietigen", "aangewezen om te vernietigen"
    VERNIETIGD = "vernietigd", "vernietigd"
    TERUGGENOMEN = "teruggenomen", "stap ongedaan gemaakt"
    AVE_FASE = "AVE-fase", "fase van AVE bepaald", "Aanpak Voorkomen Escalatie, fase 1 tot en met 4."
    GEMEENTE = "gemeente", "gemeente bepaald", "Naar wie de casus bij afschalen terug gaat."


class Opschaling(Term):
    """How a case goes up (domein.md §1 step 9; §7: which gremium decides)."""

    BESTUURLIJK = "bestuurlijk", "bestuurlijk", "Een doorbraak wordt gevraagd aan het gremium dat beslist."
    TAFEL = "tafel", "naar een andere tafel", "De zaak gaat naar een tafel met meer of andere partners."
    LOKAAL = "lokaal", "van lokaal naar het veiligheidshuis", "De gemeente vraagt het huis om regie."


class AveRol(Term):
    """The responsibilities that AVE lays with an organisation, per phase (domein.md §1 step 9)."""

    CASUSREGIE = "casusregie", "casusregie"
    PROCESREGIE = "procesregie", "procesregie"
    OPERATIONEEL = "operationeel", "operationele verantwoordelijkheid"
    BESTUURLIJK = "bestuurlijk", "bestuurlijke verantwoordelijkheid"


class Bewaarstart(Term):
    """From which moment the term of keeping runs (domein.md §3: start event configurable)."""

    EERSTE_VERWERKING = "eerste verwerking", "de eerste verwerking", "De dag van de aanmelding."
    AFSLUITING = "afsluiting", "het afsluiten", "De dag waarop de casus is afgesloten; tot dan de aanmelding."


class Casusrol(Term):
    """The roles of which an active case has exactly one each (jaarplan NOG 2017: '1 plan van aanpak,
    1 casemanager en 1 verantwoordelijke')."""

    CASEMANAGER = "casemanager", "casemanager", "Voert de regie op de inhoud (casusregie)."
    VERANTWOORDELIJKE = (
        "verantwoordelijke",
        "verantwoordelijke",
        "Organisatie die op de zaak aanspreekbaar is.",
    )
    PROCESREGISSEUR = "procesregisseur", "procesregisseur", "Bewaakt het proces en de afspraken."


class Betrokkenheid(Term):
    """How a person stands in a case (national data model: hoofd- en nevenbetrokkene)."""

    HOOFDBETROKKENE = "hoofdbetrokkene", "hoofdbetrokkene", "De persoon om wie de casus gaat."
    NEVENBETROKKENE = "nevenbetrokkene", "nevenbetrokkene", "Ander persoon in de casus."
    SYSTEEM = "systeem", "systeemlid", "Lid van het gezin of systeem."


class Organisatiesoort(Term):
    """The three pillars of the house (domein.md §1)."""

    STRAF = "straf", "straf", "Politie, OM, reclassering, DJI, RvdK, Halt."
    ZORG = "zorg", "zorg", "GGZ, verslavingszorg, Veilig Thuis, jeugdbescherming, maatschappelijke zorg."
    BESTUUR = "bestuur", "bestuur", "Gemeenten, veiligheidsregio, corporaties, RIEC, NCTV."


class Bronregime(Term):
    """Under which secrecy a statement was made (domein.md §3, source marks)."""

    WPG = "Wpg", "Wpg (politiegegevens)", "Wet politiegegevens."
    WJSG = "Wjsg", "Wjsg (justitiële gegevens)", "Wet justitiële en strafvorderlijke gegevens."
    MEDISCH = "medisch", "medisch", "WGBO art. 7:457 BW; Wet BIG art. 88."
    JEUGD = "jeugd", "jeugd", "Jeugdwet art. 7.3.11."
    VEILIG_THUIS = "Veilig Thuis", "Veilig Thuis", "Wmo 2015, hoofdstuk 5."
    OVERIG = "overig", "overig", "Geen bijzonder regime."


class Factorsoort(Term):
    """What weighs for or against safety."""

    RISICO = "risico", "risicofactor"
    BESCHERMEND = "beschermend", "beschermende factor"


class Informatieniveau(Term):
    """How much an organisation may know of a case (national specification, levels 0, 1, 2)."""

    BESTAAN = "0", "alleen dat er een uitkomst is", "Nummer, status en datum."
    PROCES = "1", "procesinformatie en eigen acties", "Proces, geen inhoud."
    INHOUD = "2", "volledige inhoud", "Inhoud, bronnen en besluiten."


class Tafelsoort(Term):
    """The kinds of table (jaarplan Twente 2015 §5-6; jaarplan NOG 2017)."""

    WERKTAFEL = "werktafel", "werktafel", "Lokaal casusoverleg van vaste partners."
    CASUSTAFEL = "casustafel", "casustafel", "Overleg over één doelgroep, zoals radicalisering."
    VEILIGHEIDSKAMER = "veiligheidskamer", "veiligheidskamer", "Casusoverleg van een deelregio (NOG)."
    CASUSOVERLEG = "casusoverleg", "casusoverleg", "Overleg over één casus, vast of ad hoc."


class Tafelregime(Term):
    """The law a table works under (domein.md §3)."""

    WGS = "WGS", "Wet gegevensverwerking door samenwerkingsverbanden", "In werking sinds 1 maart 2025."
    PGA_RADICALISERING = "PGA radicalisering", "persoonsgerichte aanpak radicalisering", "Naast de WGS."


class Overlegstatus(Term):
    """Where a meeting stands."""

    GEPLAND = "gepland", "gepland", "Voorbereiding; de agenda kan wijzigen."
    LOPEND = "lopend", "aan de gang", "De voorzitter heeft het overleg geopend."
    GESLOTEN = "gesloten", "gesloten", "Het verslag staat vast; wijzigen is 'achteraf toegevoegd'."


class Agendasoort(Term):
    """The fixed items of a meeting, its cases (domein.md §1, step 6) and what a table adds: a theme, a guest."""

    OPENING = "opening", "Opening en geheimhouding"
    MEDEDELINGEN = "mededelingen", "Mededelingen"
    VERSLAG = "verslag", "Vaststellen verslag"
    VORIG_VERSLAG = "vorig verslag", "Vorig verslag en open acties"
    ACTIES = "acties", "Openstaande acties"
    CASUS = "casus", "Casus"
    VRIJ = "vrij", "Vrij punt"
    RONDVRAAG = "rondvraag", "Rondvraag"
    SLUITING = "sluiting", "Sluiting"


class Puntstatus(Term):
    """How far the table is with an agenda item."""

    OPEN = "open", "nog te bespreken"
    BEZIG = "bezig", "nu aan de orde"
    BESPROKEN = "besproken", "besproken"


class Fase(Term):
    """The phases in which a table discusses a case (BOB; Haaglanden 2017, domein.md §1 step 6)."""

    BEELD = "beeld", "beeldvorming", "Wat weten we samen?"
    OORDEEL = "oordeel", "oordeelsvorming", "Wat vinden we ervan, en wat willen we bereiken?"
    BESLUIT = "besluit", "besluitvorming", "Wat spreken we af, wie doet wat, en wanneer terug?"


class Aanwezigheid(Term):
    """Whether a participant was there (domein.md §2, minutes as audit trail)."""

    UITGENODIGD = "uitgenodigd", "uitgenodigd", "Nog niet vastgesteld."
    AANWEZIG = "aanwezig", "aanwezig"
    LATER = "later", "later aanwezig"
    EERDER_WEG = "eerder weg", "eerder vertrokken"
    VERHINDERD = "bericht van verhindering", "afwezig met bericht"
    AFWEZIG = "afwezig", "afwezig zonder bericht"


class Actiestatus(Term):
    """How an action ended (domein.md §2: what could not be done is not what was not done)."""

    OPEN = "open", "open"
    GEDAAN = "gedaan", "gedaan"
    KON_NIET = "kon niet", "kon niet", "Door gewijzigde omstandigheden niet meer mogelijk."
    NIET_GEDAAN = "niet gedaan", "niet gedaan", "De organisatie heeft niet gehandeld."
    VERVALLEN = "vervallen", "vervallen"
    TERUGGENOMEN = "teruggenomen", "teruggenomen", "Bij het vastleggen ongedaan gemaakt."


class Besluitstatus(Term):
    """Whether a decision stands."""

    VASTGELEGD = "vastgelegd", "vastgelegd"
    INGETROKKEN = "ingetrokken", "ingetrokken", "Met reden ingetrokken; blijft leesbaar."
    TERUGGENOMEN = "teruggenomen", "teruggenomen", "Bij het vastleggen ongedaan gemaakt."


class Vraagstand(Term):
    """How far a decision is that a table asked of another body (jaarplan NOG 2017: 'gevraagd aan, antwoord op')."""

    GEVRAAGD = "gevraagd", "gevraagd", "Aan een ander gremium gevraagd; er is nog geen antwoord."
    GENOMEN = "genomen", "genomen", "Het gevraagde gremium heeft het besluit genomen."
    AFGEWEZEN = "afgewezen", "afgewezen", "Het gevraagde gremium neemt het besluit niet."


class Oorsprong(Term):
    """Where an act came from; a field of the journaal (BIO2 8.15)."""

    VENSTER = "venster", "scherm"
    OPDRACHTREGEL = "opdrachtregel", "opdrachtregel"
    INRICHTING = "inrichting", "inrichting van de kluis"


class Resultaat(Term):
    """How an act ended; a field of the journaal (BIO2 8.15)."""

    GELUKT = "gelukt", "gelukt"
    GEWEIGERD = "geweigerd", "geweigerd"


class Tekort(Term):
    """What can be missing at closing (issue: close gate; domein.md §7: meetings must decide)."""

    BESLUIT = "besluit", "geen besluit"
    CASEMANAGER = "casemanager", "geen casemanager"
    VERANTWOORDELIJKE = "verantwoordelijke", "geen verantwoordelijke"
    ROL_WEG = "rol weg", "rol bij iemand die uit dienst is"
    PLAN = "plan", "geen plan van aanpak"
    VOLGENDE_DATUM = "volgende datum", "geen volgende datum"
    ACTIE_EIGENAAR = "actie zonder eigenaar", "actie zonder organisatie of persoon"
    ACTIE_TERMIJN = "actie zonder termijn", "actie zonder termijn"
    GEMEENTE = "gemeente niet geïnformeerd", "gemeente niet geïnformeerd"
    TERUGKOPPELING = "terugkoppeling", "geen terugkoppeling aan de melder"
    INFORMERING = "informering", "niet vastgelegd of de betrokkene is ingelicht"
    VOORBEHOUD = "voorbehoud", "besluit onder voorbehoud"
    AANWEZIGHEID = "aanwezigheid", "aanwezigheid niet vastgesteld"
    GEHEIMHOUDING = "geheimhouding", "geheimhouding niet bevestigd"


# What stands, in red, behind who has a role and left: on the screen and on paper.
ROL_WEG = "uit dienst: kies een ander"
GEEN_PERSOON = "nog geen persoon"
"""An older row: an organisation carries the case, but nobody of it by name. That is no verantwoordelijke yet ('1
verantwoordelijke', jaarplan NOG 2017)."""
CLASSIFICATIE = "VERTROUWELIJK"
OEFENING = "OEFENING"
