"""The rows of a case file: the whole case on one screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from vhdesk.queries.acties import ActieRow
from vhdesk.queries.bekendheid import BekendheidRow
from vhdesk.queries.bewaren import Bewaarstand
from vhdesk.queries.bijlage import BijlageRow
from vhdesk.queries.caseload import CaseloadStand
from vhdesk.queries.melding import Meldregel
from vhdesk.queries.methode_rijen import Methodestand
from vhdesk.queries.plantekst import PlanversieRow
from vhdesk.queries.plicht import PlichtRow
from vhdesk.queries.systeem import ElderRow, RelatieRow, SamenvoegingRow
from vhdesk.queries.uitvraag import WeigeringRow
from vhdesk.vocabulary import (
    AveRol,
    Besluitstatus,
    Betrokkenheid,
    Bronregime,
    Casusrol,
    CasusStatus,
    Factorsoort,
    Gebeurtenissoort,
    Informatieniveau,
    Overlegstatus,
    Vraagstand,
)
from vhdesk.vocabulary_inbreng import Herkomst, Informeerstand
from vhdesk.vocabulary_persoon import Persoonsoort
from vhdesk.vocabulary_triage import Caseload


@dataclass(frozen=True, slots=True)
class RolRow:
    """Who has a role in a case, from when to when (``tot`` None: now). ``naam`` '' when it is an organisation alone, which
    counts as nobody; ``weg``: has the role now, and left: somebody else must get it."""

    id: str
    rol: Casusrol
    organisatie_id: str
    organisatie: str
    medewerker_id: str | None
    naam: str
    functie: str
    telefoon: str
    van: datetime
    tot: datetime | None
    weg: bool = False


@dataclass(frozen=True, slots=True)
class DossierKop:
    """The head and the texts of a case; ``version`` is that of the case, for every text on it. ``herkomst``: of what it
    is shared on, the fields that were filled in and where they came from."""

    id: str
    version: int
    nummer: str
    titel: str
    status: CasusStatus
    caseload: Caseload
    doelgroep_code: str | None
    doelgroep_tekst: str
    doelgroep: str
    gemeente_id: str | None
    gemeente: str
    tafel_id: str | None
    tafel: str
    aanmelder: str
    aangemeld_op: date
    volgende_datum: date | None
    inlezing_id: str | None
    grondslag: str
    doelbinding: str
    aanbrenger_id: str | None
    aanbrenger: str
    herkomst: Mapping[str, Herkomst]
    doel: str
    aanleiding: str
    vraag_aan_tafel: str
    gezamenlijk_beeld: str
    zienswijze: str
    informering: str
    informeerstand: Informeerstand | None
    geinformeerd_op: date | None


@dataclass(frozen=True, slots=True)
class BetrokkeneRow:
    """A person in the case. ``bsn_geldig``, ``kvk_geldig``: False is a mark, not a refusal; None without a number."""

    id: str
    persoon_id: str
    version: int
    soort: Persoonsoort
    rol: Betrokkenheid
    relatie: str
    naam: str
    voornamen: str
    voorletters: str
    voorvoegsel: str
    geslachtsnaam: str
    geboortedatum: date | None
    geslacht: str
    bsn: str
    bsn_geldig: bool | None
    kvk: str
    kvk_geldig: bool | None
    adres: str
    postcode: str
    woonplaats: str
    telefoon: str
    opmerking: str
    adres_geheim: bool
    aliassen: tuple[str, ...]
    elders: tuple[ElderRow, ...]
    relaties: tuple[RelatieRow, ...]
    samenvoegingen: tuple[SamenvoegingRow, ...]


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """An organisation that takes part, how much it may know, and why when somebody said so."""

    id: str
    organisatie_id: str
    organisatie: str
    niveau: Informatieniveau
    reden: str = ""


@dataclass(frozen=True, slots=True)
class InbrengRow:
    """A statement. ``mag_door_naar`` holds ids (or '*'), ``mag_door_namen`` the names; '*' is not in the names.
    ``weerspreekt_id``: the statement that it contradicts."""

    id: str
    version: int
    nummer: int
    weerspreekt_id: str | None
    organisatie_id: str
    organisatie: str
    leefgebied_code: str
    leefgebied: str
    datum: date
    regime: Bronregime
    mag_door_naar: tuple[str, ...]
    mag_door_namen: tuple[str, ...]
    mondeling: bool
    tekst: str


@dataclass(frozen=True, slots=True)
class ZrmRow:
    """The latest score on a domain, with the one before it; ``verloop`` all of them by day, the oldest first."""

    id: str
    domein_code: str
    domein: str
    datum: date
    score: int
    vorige: int | None
    vorige_datum: date | None
    verloop: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class FactorRow:
    id: str
    soort: Factorsoort
    tekst: str


@dataclass(frozen=True, slots=True)
class PlandoelRow:
    """A SMART goal; ``doel`` is what is specific."""

    id: str
    leefgebied_code: str
    leefgebied: str
    doel: str
    meetbaar: str
    acceptabel: str
    realistisch: str
    tijdgebonden: str


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    id: str
    als: str
    dan: str
    wie_belt_wie: str
    telefoon: str


@dataclass(frozen=True, slots=True)
class BelRow:
    """Whom the crisis card calls; the rows stand in the order of calling."""

    id: str
    wie: str
    nummer: str
    bereikbaar: str


@dataclass(frozen=True, slots=True)
class EscalatieRow:
    id: str
    wanneer: str
    naar_wie: str
    door_wie: str


@dataclass(frozen=True, slots=True)
class PlanRow:
    """The one plan van aanpak."""

    id: str
    version: int
    hoofddoel: str
    evaluatiedatum: date | None
    afschaalcriterium: str
    doelen: tuple[PlandoelRow, ...]
    scenarios: tuple[ScenarioRow, ...]
    escalatie: tuple[EscalatieRow, ...]
    bellen: tuple[BelRow, ...]
    signalen: str
    helpt: str
    helpt_niet: str


@dataclass(frozen=True, slots=True)
class BesluitRow:
    """A decision. Those taken back while recording are not here. ``in_verslag``: it stands in closed minutes and is
    not changed but replaced; ``vervangt`` and ``vervangen_door``: the number of the decision on the other side;
    ``vraagstand`` (it was asked of the gremium) and ``voorbehoud``: see ``Besluit``."""

    id: str
    version: int
    nummer: int
    type_code: str
    type_naam: str
    gremium_code: str
    gremium: str
    tekst: str
    onderbouwing: str
    voorwaarden: str
    afwijkende_mening: str
    datum: date
    vastgelegd_op: datetime
    ingangsdatum: date | None
    status: Besluitstatus
    statusreden: str
    achteraf: bool
    overleg_id: str | None
    overlegnummer: str
    in_verslag: bool
    vervangt: int | None
    vervangen_door: int | None
    vraagstand: Vraagstand | None
    antwoord_voor: date | None
    beantwoord_op: date | None
    beantwoord_door: str
    antwoord: str
    voorbehoud: str = ""
    bekrachtigd_op: date | None = None
    bekrachtigd_door: str = ""

    @property
    def onder_voorbehoud(self) -> bool:
        """Whether it stands without a party that had to be there, and was not confirmed yet."""
        return (
            self.status is Besluitstatus.VASTGELEGD and bool(self.voorbehoud) and self.bekrachtigd_op is None
        )

    @property
    def wacht(self) -> bool:
        """Whether it stands and waits for the answer of the body that was asked."""
        return self.status is Besluitstatus.VASTGELEGD and self.vraagstand is Vraagstand.GEVRAAGD


@dataclass(frozen=True, slots=True)
class BesprekingRow:
    """A meeting that had the case on its agenda, with what was noted there. ``id`` is the agendapunt."""

    id: str
    version: int
    overleg_id: str
    overlegnummer: str
    tafel: str
    datum: date
    begintijd: time
    overlegstatus: Overlegstatus
    notitie: str
    volgende_datum: date | None


@dataclass(frozen=True, slots=True)
class StapRow:
    """A step in the course of a case. ``van`` and ``naar`` None: the status stayed; ``beantwoord``: the question
    that this step asked has its answer; ``reden_naam``: the word of the list, or the gremium that was asked;
    ``houders``: who carries what in a phase of AVE."""

    id: str
    soort: Gebeurtenissoort
    van: CasusStatus | None
    naar: CasusStatus | None
    reden_code: str
    reden_naam: str
    reden: str
    toelichting: str
    datum: date | None
    fase: int | None
    van_tafel: str
    naar_tafel: str
    organisatie: str
    tijdstip: datetime
    actor: str
    beantwoord: bool
    heeft_brief: bool
    houders: tuple[tuple[AveRol, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Tafelwerk:
    """What tables did with a case: the part of ``Dossier`` that a decision or an action changes."""

    besluiten: tuple[BesluitRow, ...]
    acties: tuple[ActieRow, ...]
    besprekingen: tuple[BesprekingRow, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole case. Decisions, meetings and statements newest first; open actions before the others.

    ``stand``: the Top X and its norm, which stand in the head of every case; ``gemeld``: what its referral said.
    """

    id: str
    kop: DossierKop
    casemanager: RolRow | None
    verantwoordelijke: RolRow | None
    procesregisseur: RolRow | None
    rollen: tuple[RolRow, ...]
    stand: CaseloadStand
    plichten: tuple[PlichtRow, ...]
    gemeld: tuple[Meldregel, ...]
    betrokkenen: tuple[BetrokkeneRow, ...]
    bekendheid: tuple[BekendheidRow, ...]
    partners: tuple[PartnerRow, ...]
    inbreng: tuple[InbrengRow, ...]
    zrm: tuple[ZrmRow, ...]
    factoren: tuple[FactorRow, ...]
    plan: PlanRow | None
    planversies: tuple[PlanversieRow, ...]
    besluiten: tuple[BesluitRow, ...]
    acties: tuple[ActieRow, ...]
    besprekingen: tuple[BesprekingRow, ...]
    weigeringen: tuple[WeigeringRow, ...]
    bijlagen: tuple[BijlageRow, ...]
    verloop: tuple[StapRow, ...]
    bewaren: Bewaarstand
    methode: Methodestand

    def besproken_voor(self, overleg_id: str) -> bool:
        """Return whether an earlier meeting than this one discussed the case and closed."""
        hier = next((rij.datum for rij in self.besprekingen if rij.overleg_id == overleg_id), date.max)
        return any(
            rij.overlegstatus is Overlegstatus.GESLOTEN and rij.datum < hier for rij in self.besprekingen
        )
