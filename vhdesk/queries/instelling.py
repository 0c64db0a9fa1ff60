"""What a table set for itself, and the term of keeping per regime: the newest version, else what is shipped.

The one place that reads settings of a table; one without a table holds for every table that set nothing of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from vhdesk.models import Bewaarregel, Tafelinstelling
from vhdesk.models.bewaartermijn import STANDAARD_NAZORG, Termijnregel
from vhdesk.models.weging import TERUGKOPPELING_DAGEN, TOP_X_NORM
from vhdesk.queries.lezen import Kolommen, rijen, vast, velden
from vhdesk.vocabulary import Bewaarstart, Tafelregime
from vhdesk.vocabulary_triage import Aanmeldregel, Meldveld, Procesregieregel

NAZORG, AANMELDERS, AANMELDVELDEN = "nazorg_maanden", "aanmelders", "aanmeldvelden"
TOPX, TERUGKOPPELING, DETENTIE = "top_x_norm", "terugkoppeling_dagen", "detentie_maanden"
GEMEENTEN: Final = "aanmeldgemeenten"
AGENDA: Final = "agendasjabloon"  # read by ``queries.agendasjabloon``
PROCESREGIE: Final = "procesregie"
REEKS: Final = "reeks"  # how often it meets; read by ``queries.reeks``
VEREIST: Final = "aanwezig_vereist"
SLEUTELS: Final = (
    NAZORG, AANMELDERS, AANMELDVELDEN, GEMEENTEN, TOPX, TERUGKOPPELING, DETENTIE, VEREIST, REEKS, AGENDA,
    PROCESREGIE,
)  # fmt: skip
DETENTIE_MAANDEN: Final = 6  # practice: a shorter detention does not take a case off the table


@dataclass(frozen=True, slots=True)
class Tafelregels:
    """What holds at a table: who may refer, what a referral must say, when nazorg is reviewed, within how many days the
    referrer hears the outcome, and from how many months on detention is a reason to step down. ``top_x_norm``: how many
    cases its own Top X should have; None: its cases count in that of the house. ``gemeenten``: the ids of those that
    refer here; None: those of its region (``queries/aanmeldgemeente.py``). ``vereist``: kind of decision ("" for every
    kind) -> the codes of the organisations that must be there. ``procesregie``: whose people may be procesregisseur;
    None: as shipped for its regime (``queries/huis.py``). As shipped: only the gemeenten
    (jaarplan Twente 2015 §2), every field of domein.md §2, 6 and 12 months, five working days."""

    aanmelders: Aanmeldregel = Aanmeldregel.GEMEENTEN
    velden: tuple[Meldveld, ...] = tuple(Meldveld)
    gemeenten: tuple[str, ...] | None = None
    nazorg: tuple[int, ...] = STANDAARD_NAZORG
    top_x_norm: int | None = None
    terugkoppeling_dagen: int = TERUGKOPPELING_DAGEN
    detentie_maanden: int = DETENTIE_MAANDEN
    vereist: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    procesregie: Procesregieregel | None = None


@dataclass(frozen=True, slots=True)
class TafelinstellingRow:
    """One version of one setting of a table: what it became, who set it, and when."""

    id: str
    sleutel: str
    versie: int
    waarde: Any
    gewijzigd_op: datetime
    actor: str


STANDAARD: Final = Tafelregels()


@dataclass(frozen=True, slots=True)
class BewaarregelRow:
    """The term of one regime. ``versie`` 0: as shipped, nobody changed it; ``gewijzigd_op`` is then None."""

    id: str
    regime: Tafelregime
    versie: int
    jaren: int
    vanaf: Bewaarstart
    herbeoordeling_maanden: int
    reden: str
    gewijzigd_op: datetime | None
    actor: str


def nazorg_maanden(session: Session, tafel_id: str | None) -> tuple[int, ...]:
    """Return after how many months a case of this table is reviewed in nazorg."""
    return tafelregels(session, tafel_id).nazorg


def tafelregels(session: Session, tafel_id: str | None) -> Tafelregels:
    """Return what holds at a table; without one, what is shipped."""
    return _regels(tafelinstellingen(session, tafel_id)) if tafel_id else STANDAARD


def tafelregels_alle(session: Session) -> Mapping[str, Tafelregels]:
    """Return table id -> what holds there, for every table that set something."""
    per_tafel: dict[str, list[TafelinstellingRow]] = {}
    for row in velden(session, _alle_instellingen(), {"sleutels": SLEUTELS}):
        tafel_id = row.pop("tafel_id")
        if tafel_id is not None:
            per_tafel.setdefault(tafel_id, []).append(TafelinstellingRow(**row))
    return {tafel_id: _regels(rows) for tafel_id, rows in per_tafel.items()}


def topx_normen(session: Session) -> Mapping[str | None, int]:
    """Return table id -> the norm of its own Top X; under None that of the house, which is always there."""
    nieuwste: dict[str | None, Any] = {}
    for row in velden(session, _alle_instellingen(), {"sleutels": [TOPX]}):
        versie, _ = nieuwste.get(row["tafel_id"], (0, None))
        if row["versie"] > versie:
            nieuwste[row["tafel_id"]] = (row["versie"], row["waarde"])
    normen = {wie: norm for wie, (_, norm) in nieuwste.items() if norm is not None}
    return {None: TOP_X_NORM, **normen}


def norm_historie(session: Session) -> tuple[TafelinstellingRow, ...]:
    """Return every version of the norm of the Top X of the house, the newest first."""
    gevonden = velden(session, _alle_instellingen(), {"sleutels": [TOPX]})
    eigen = [row for row in gevonden if row.pop("tafel_id") is None]
    return tuple(sorted((TafelinstellingRow(**row) for row in eigen), key=lambda row: -row.versie))


def tafelinstellingen(session: Session, tafel_id: str) -> tuple[TafelinstellingRow, ...]:
    """Return every version of every rule of a table, the newest first."""
    return instellingversies(session, tafel_id, SLEUTELS)


def instellingversies(
    session: Session, tafel_id: str, sleutels: Sequence[str]
) -> tuple[TafelinstellingRow, ...]:
    """Return every version of these settings of a table, the newest first."""
    return rijen(session, TafelinstellingRow, _instellingen(), {"tafel_id": tafel_id, "sleutels": sleutels})


def _regels(rows: Sequence[TafelinstellingRow]) -> Tafelregels:
    """Return what the newest version of each setting says; a clock that was set back decides nothing."""
    nu: dict[str, Any] = {row.sleutel: row.waarde for row in sorted(rows, key=lambda row: row.versie)}
    return Tafelregels(
        aanmelders=Aanmeldregel(nu[AANMELDERS]) if AANMELDERS in nu else STANDAARD.aanmelders,
        velden=tuple(map(Meldveld, nu[AANMELDVELDEN])) if AANMELDVELDEN in nu else STANDAARD.velden,
        gemeenten=tuple(nu[GEMEENTEN]) if GEMEENTEN in nu else STANDAARD.gemeenten,
        nazorg=tuple(nu[NAZORG]) if NAZORG in nu else STANDAARD.nazorg,
        top_x_norm=nu.get(TOPX, STANDAARD.top_x_norm),
        terugkoppeling_dagen=nu.get(TERUGKOPPELING, STANDAARD.terugkoppeling_dagen),
        detentie_maanden=nu.get(DETENTIE, STANDAARD.detentie_maanden),
        vereist={soort: tuple(codes) for soort, codes in nu.get(VEREIST, {}).items()},
        procesregie=Procesregieregel(nu[PROCESREGIE]) if PROCESREGIE in nu else STANDAARD.procesregie,
    )


@vast
def _instellingen() -> Kolommen:
    t = Tafelinstelling
    return (
        select(t.id, t.sleutel, t.versie, t.waarde, t.gewijzigd_op, t.actor)
        .where(t.tafel_id == bindparam("tafel_id"), t.sleutel.in_(bindparam("sleutels", expanding=True)))
        .order_by(t.gewijzigd_op.desc(), t.versie.desc())
    )


@vast
def _alle_instellingen() -> Kolommen:
    t = Tafelinstelling
    return (
        select(t.tafel_id, t.id, t.sleutel, t.versie, t.waarde, t.gewijzigd_op, t.actor)
        .where(t.sleutel.in_(bindparam("sleutels", expanding=True)))
        .order_by(t.gewijzigd_op.desc(), t.versie.desc())
    )


def bewaarregels(session: Session) -> tuple[BewaarregelRow, ...]:
    """Return the term that holds now for every regime."""
    nieuwste = {row.regime: row for row in bewaarregel_historie(session)[::-1]}
    standaard = Termijnregel()
    return tuple(
        nieuwste.get(regime)
        or BewaarregelRow(
            id=regime.value,
            regime=regime,
            versie=0,
            jaren=standaard.jaren,
            vanaf=standaard.vanaf,
            herbeoordeling_maanden=standaard.herbeoordeling_maanden,
            reden="",
            gewijzigd_op=None,
            actor="",
        )
        for regime in Tafelregime
    )


@vast
def _bewaarregels() -> Kolommen:
    b = Bewaarregel
    return select(
        b.id, b.regime, b.versie, b.jaren, b.vanaf, b.herbeoordeling_maanden, b.reden, b.gewijzigd_op, b.actor
    ).order_by(b.versie.desc(), b.regime)


def bewaarregel_historie(session: Session) -> tuple[BewaarregelRow, ...]:
    """Return every version of every term, the newest first."""
    return rijen(session, BewaarregelRow, _bewaarregels())


def termijnregels(session: Session) -> Mapping[Tafelregime, Termijnregel]:
    """Return regime -> what holds for it. A case without a table falls under the WGS."""
    return {
        row.regime: Termijnregel(row.jaren, row.vanaf, row.herbeoordeling_maanden)
        for row in bewaarregels(session)
    }
