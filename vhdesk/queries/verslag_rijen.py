"""The rows of the minutes: all that the paper needs, already ordered, and nothing that it may not show.

Fields with a default came later: minutes that were kept before are read without them. ``achteraf`` of a row is what
happened to it after the first closing, in words ("" for nothing).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from vhdesk.vocabulary import (
    Aanwezigheid,
    Actiestatus,
    Agendasoort,
    Casusrol,
    CasusStatus,
    Fase,
    Informatieniveau,
    Overlegstatus,
    Tekort,
    Vraagstand,
)
from vhdesk.vocabulary_agenda import Agendawijziging, punt_naam
from vhdesk.vocabulary_triage import Caseload


@dataclass(frozen=True, slots=True)
class VerslagDeelnemer:
    """A line of the attendance table."""

    id: str
    naam: str
    functie: str
    organisatie: str
    aanwezigheid: Aanwezigheid
    opmerking: str
    achteraf: str = ""
    geheimhouding: bool = False
    bijzonder: str = ""


@dataclass(frozen=True, slots=True)
class VerslagActie:
    """An action as the paper shows it. ``eigenaar`` is 'organisatie (persoon)' split in two fields."""

    id: str
    nummer: int
    casusnummer: str
    omschrijving: str
    organisatie: str
    persoon: str
    termijn: date | None
    conditie: str
    informering: str
    status: Actiestatus
    resultaat: str
    uitgesteld: int
    ontstaan_op: date
    achteraf: bool
    gewijzigd: bool = False


@dataclass(frozen=True, slots=True)
class VerslagBesluit:
    """A decision as the paper shows it. ``vraagstand``: it was asked of the gremium; with the answer, if there is one."""

    id: str
    nummer: int
    type_naam: str
    gremium: str
    tekst: str
    onderbouwing: str
    voorwaarden: str
    afwijkende_mening: str
    ingangsdatum: date | None
    ingetrokken: bool
    statusreden: str
    achteraf: bool
    gewijzigd: bool = False
    vervangt: int | None = None
    vraagstand: Vraagstand | None = None
    antwoord_voor: date | None = None
    beantwoord_op: date | None = None
    beantwoord_door: str = ""
    antwoord: str = ""
    voorbehoud: str = ""
    bekrachtigd_op: date | None = None
    bekrachtigd_door: str = ""


@dataclass(frozen=True, slots=True)
class VerslagInbreng:
    """A statement; those marked 'mondeling, niet vastleggen' are not in the rows at all. ``nummer`` 0: from minutes that
    were kept before statements had one; ``weerspreekt``: the number of the one that it contradicts, 0 for none."""

    id: str
    organisatie: str
    leefgebied: str
    datum: date
    regime: str
    tekst: str
    nummer: int = 0
    weerspreekt: int = 0


@dataclass(frozen=True, slots=True)
class VerslagCitaat:
    """A statement that the shared picture cites."""

    nummer: int
    organisatie: str
    leefgebied: str
    datum: date


@dataclass(frozen=True, slots=True)
class VerslagPlandoel:
    id: str
    leefgebied: str
    doel: str
    meetbaar: str
    acceptabel: str = ""
    realistisch: str = ""
    tijdgebonden: str = ""


@dataclass(frozen=True, slots=True)
class VerslagScenario:
    id: str
    als: str
    dan: str
    wie_belt_wie: str
    telefoon: str = ""


@dataclass(frozen=True, slots=True)
class VerslagEscalatie:
    id: str
    wanneer: str
    naar_wie: str
    door_wie: str


@dataclass(frozen=True, slots=True)
class VerslagZrm:
    """The score of a domain; ``verloop``: all scores by day up to the meeting, the oldest first."""

    id: str
    domein: str
    score: int
    verloop: tuple[tuple[date, int], ...] = ()


@dataclass(frozen=True, slots=True)
class VerslagPlan:
    """The plan van aanpak of a case; texts may be empty."""

    id: str
    hoofddoel: str
    doelen: tuple[VerslagPlandoel, ...]
    scenarios: tuple[VerslagScenario, ...]
    evaluatiedatum: date | None
    afschaalcriterium: str
    escalatie: tuple[VerslagEscalatie, ...] = ()


@dataclass(frozen=True, slots=True)
class VerslagCasus:
    """One case sheet. ``achteraf``: the names of its fields that were changed after the first closing; ``vragen``: what
    earlier meetings asked of another body and what waits for an answer, or was answered since the last one;
    ``beschermd``: its method gives extra protection; ``voorbehoud``: who had to be there by its method and was not;
    ``zaal_uit``: who was out of the room while it was discussed, ``aanwezig``: who was there; ``fasen``: how many minutes each phase took, and
    ``besluit_reden`` why the table decided without oordeelsvorming; ``standaard``: what it is shared on as its table does
    by default, by the name of the field; ``aanmelding``: when it was discussed for the first time, what its referral said,
    as (what, words)."""

    id: str
    volgnummer: int
    nummer: str
    titel: str
    hoofdbetrokkene: str
    geboortedatum: date | None
    woonplaats: str
    systeem: tuple[tuple[str, str, date | None], ...]
    doelgroep: str
    gemeente: str
    aanmelder: str
    status: CasusStatus
    grondslag: str
    doel: str
    aanleiding: str
    vraag_aan_tafel: str
    inbreng: tuple[VerslagInbreng, ...]
    zrm: tuple[VerslagZrm, ...]
    risicofactoren: tuple[str, ...]
    beschermende_factoren: tuple[str, ...]
    gezamenlijk_beeld: str
    zienswijze: str
    informering: str
    plan: VerslagPlan | None
    notitie: str
    besluiten: tuple[VerslagBesluit, ...]
    acties: tuple[VerslagActie, ...]
    casemanager: str
    verantwoordelijke: str
    procesregisseur: str
    volgende_datum: date | None
    partners: tuple[str, ...]
    achteraf: tuple[str, ...] = ()
    vragen: tuple[VerslagBesluit, ...] = ()
    methode: str = ""
    beschermd: bool = False
    voorbehoud: tuple[str, ...] = ()
    doelbinding: str = ""
    aanbrenger: str = ""
    standaard: tuple[str, ...] = ()
    citaten: tuple[VerslagCitaat, ...] = ()
    ingelicht: str = ""
    caseload: Caseload = Caseload.TOP_X
    zaal_uit: tuple[str, ...] = ()
    aanwezig: str = ""
    aanmelding: tuple[tuple[str, str], ...] = ()
    rollen_weg: tuple[Casusrol, ...] = ()
    geen_persoon: tuple[Casusrol, ...] = ()
    fasen: tuple[tuple[Fase, int], ...] = ()
    besluit_reden: str = ""
    niveau: Informatieniveau = Informatieniveau.INHOUD


@dataclass(frozen=True, slots=True)
class VerslagPunt:
    """An agenda item. ``casus`` only for a case, which gets a sheet of its own. ``achteraf``: its notes were changed,
    or it was added, after the first closing. ``titel``: of an item without a case; ``besloten``: in the closed part.
    ``casusplaats``: on the paper of a reader, which case of the agenda it is; a case of which the reader may only know that
    it has an outcome has no sheet."""

    id: str
    volgnummer: int
    soort: Agendasoort
    minuten: int
    notitie: str
    casus: VerslagCasus | None
    achteraf: bool = False
    titel: str = ""
    besloten: bool = False
    casusplaats: int = 0

    @property
    def naam(self) -> str:
        """What an item without a case is called."""
        return punt_naam(self.soort, self.titel)


@dataclass(frozen=True, slots=True)
class VerslagTekort:
    """What was missing when the chair closed, with the case it is about ('' for the meeting)."""

    casusnummer: str
    tekort: Tekort
    toelichting: str


@dataclass(frozen=True, slots=True)
class VerslagHeropening:
    """That the meeting was opened again: when, by whom, why, and when it had been closed."""

    id: str
    tijdstip: datetime
    door: str
    reden: str
    gesloten_op: datetime


@dataclass(frozen=True, slots=True)
class VerslagAgendawijziging:
    """What changed of one item after the agenda was fixed; ``punt``: a case number, or what a fixed item is called."""

    punt: str
    wat: Agendawijziging
    was: int
    nu: int


@dataclass(frozen=True, slots=True)
class VerslagVaststelling:
    """When and by whom the agenda was fixed, and what changed since."""

    op: datetime
    door: str
    wijzigingen: tuple[VerslagAgendawijziging, ...]


@dataclass(frozen=True, slots=True)
class VerslagSchorsing:
    """That the meeting was adjourned, from when until when (None: it still is), and what for."""

    van: datetime
    tot: datetime | None
    reden: str


@dataclass(frozen=True, slots=True)
class VerslagVoorzitter:
    """Who had the chair, until when; None for who had it last."""

    naam: str
    tot: datetime | None


@dataclass(frozen=True, slots=True)
class Verslag:
    """The whole minutes of one meeting; ``versie`` counts its closings; ``van_papier``: held without a computer, so
    its moments are those of entering; ``voorzitters``: only when the chair changed while it ran;
    ``achteraf``: what of its head was changed after the first closing; ``lezer``: for which organisation these rows were
    made, '' for the house."""

    id: str
    nummer: str
    tafel: str
    datum: date
    begintijd: time
    eindtijd: time | None
    plaats: str
    voorzitter: str
    secretaris: str
    status: Overlegstatus
    geopend_op: datetime | None
    gesloten_op: datetime | None
    sluitreden: str
    tekorten: tuple[VerslagTekort, ...]
    deelnemers: tuple[VerslagDeelnemer, ...]
    punten: tuple[VerslagPunt, ...]
    oude_acties: tuple[VerslagActie, ...]
    oefening: bool
    versie: int = 1
    heropeningen: tuple[VerslagHeropening, ...] = ()
    van_papier: bool = False
    vaststelling: VerslagVaststelling | None = None
    schorsingen: tuple[VerslagSchorsing, ...] = ()
    voorzitters: tuple[VerslagVoorzitter, ...] = ()
    achteraf: tuple[str, ...] = ()
    lezer: str = ""
