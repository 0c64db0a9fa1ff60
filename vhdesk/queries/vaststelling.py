"""Whether the agenda of a meeting was fixed, and what changed in it since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from vhdesk.models import Agendapunt, Casus, Overleg
from vhdesk.queries.casusvolgorde import ids_waarde, van_ids
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.vocabulary import Agendasoort
from vhdesk.vocabulary_agenda import Agendawijziging, punt_naam


@dataclass(frozen=True, slots=True)
class AgendawijzigingRow:
    """One change of one item; ``casusnummer`` "" for an item without a case, ``titel`` what that is called of its own.
    ``was`` and ``nu``: its minutes."""

    id: str
    wat: Agendawijziging
    soort: Agendasoort
    casusnummer: str
    was: int
    nu: int
    titel: str = ""

    @property
    def naam(self) -> str:
        """What the item is called: the number of its case, else its title or its kind."""
        return self.casusnummer or punt_naam(self.soort, self.titel)


@dataclass(frozen=True, slots=True)
class Vaststelling:
    """When and by whom the agenda was fixed, and what changed since, in the order of the agenda; what went, last."""

    id: str
    op: datetime
    door: str
    wijzigingen: tuple[AgendawijzigingRow, ...]


@dataclass(frozen=True, slots=True)
class _Punt:
    id: str
    sleutel: str  # a case that went and came back is the same
    soort: Agendasoort
    casus_id: str | None
    minuten: int
    titel: str


def vaststelling(session: Session, overleg_id: str) -> Vaststelling | None:
    """Return what was fixed and what changed since; None while the agenda is a concept."""
    bewaard: dict[str, Any] | None = session.execute(
        _vaststelling(), {"overleg_id": overleg_id}
    ).scalar_one_or_none()
    if not bewaard:
        return None
    toen = [_punt(*punt) for punt in bewaard["punten"]]
    nu = [_punt(*row) for row in session.execute(_punten(), {"overleg_id": overleg_id})]
    return Vaststelling(
        id=overleg_id,
        op=datetime.fromisoformat(bewaard["op"]),
        door=bewaard["door"],
        wijzigingen=_verschil(toen, nu, _nummers(session, (*toen, *nu))),
    )


def _punt(punt_id: str, casus_id: str | None, soort: str, minuten: int, titel: str = "") -> _Punt:
    return _Punt(punt_id, casus_id or punt_id, Agendasoort(soort), casus_id, minuten, titel)


def _verschil(
    toen: Sequence[_Punt], nu: Sequence[_Punt], nummers: dict[str, str]
) -> tuple[AgendawijzigingRow, ...]:
    was, is_nu = {punt.sleutel: punt for punt in toen}, {punt.sleutel: punt for punt in nu}
    samen = [punt.sleutel for punt in nu if punt.sleutel in was]
    plaats = {punt.sleutel: volgorde for volgorde, punt in enumerate(toen)}
    gebleven = _op_volgorde([plaats[sleutel] for sleutel in samen])
    rijen: list[AgendawijzigingRow] = []

    def meld(wat: Agendawijziging, punt: _Punt, voor: int, na: int) -> None:
        nummer = nummers.get(punt.casus_id or "", "")
        rijen.append(
            AgendawijzigingRow(f"{punt.id}/{wat.value}", wat, punt.soort, nummer, voor, na, punt.titel)
        )

    for punt in nu:
        oud = was.get(punt.sleutel)
        if oud is None:
            meld(Agendawijziging.TOEGEVOEGD, punt, 0, punt.minuten)
            continue
        if plaats[punt.sleutel] not in gebleven:
            meld(Agendawijziging.VERPLAATST, punt, oud.minuten, punt.minuten)
        if oud.minuten != punt.minuten:
            meld(Agendawijziging.MINUTEN, punt, oud.minuten, punt.minuten)
        if oud.titel != punt.titel:
            meld(Agendawijziging.HERNOEMD, punt, oud.minuten, punt.minuten)
    for punt in toen:
        if punt.sleutel not in is_nu:
            meld(Agendawijziging.VERVALLEN, punt, punt.minuten, 0)
    return tuple(rijen)


def _op_volgorde(plaatsen: Sequence[int]) -> frozenset[int]:
    """Return the longest part of ``plaatsen`` that still stands in its old order: the others were moved."""
    langste: list[list[int]] = []
    for nummer, plaats in enumerate(plaatsen):
        ervoor = [langste[eerder] for eerder in range(nummer) if plaatsen[eerder] < plaats]
        langste.append([*_langste(ervoor), plaats])
    return frozenset(_langste(langste))


def _langste(rijen: Sequence[list[int]]) -> list[int]:
    return max(rijen, key=len) if rijen else []


def _nummers(session: Session, punten: Sequence[_Punt]) -> dict[str, str]:
    ids = {punt.casus_id for punt in punten if punt.casus_id is not None}
    return {
        casus_id: nummer for casus_id, nummer in session.execute(_casusnummers(), {"ids": ids_waarde(ids)})
    }


@vast
def _vaststelling() -> Kolommen:
    return select(Overleg.vaststelling).where(Overleg.id == bindparam("overleg_id"))


@vast
def _punten() -> Kolommen:
    p = Agendapunt
    return (
        select(p.id, p.casus_id, p.soort, p.minuten, p.titel)
        .where(p.overleg_id == bindparam("overleg_id"))
        .order_by(p.volgorde, p.id)
    )


@vast
def _casusnummers() -> Kolommen:
    return select(Casus.id, Casus.nummer).where(Casus.id.in_(van_ids()))
