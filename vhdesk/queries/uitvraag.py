"""The gap board of a meeting: which organisation is asked for which case of the agenda, and what came back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, exists, func, or_, select, true
from sqlalchemy.orm import Session

from vhdesk.models import Agendapunt, Casus, Deelnemer, Inbreng, Medewerker, Organisatie, Overleg, Uitvraag
from vhdesk.queries.convenant import getekend_op_dag
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, rijen, vast, velden
from vhdesk.queries.partij import is_partij
from vhdesk.vocabulary_uitvraag import Uitvraagstand


@dataclass(frozen=True, slots=True)
class BordCasus:
    """A case of the agenda. ``plaats``: which case it is in the order of the agenda, from 1."""

    id: str
    nummer: str
    plaats: int


@dataclass(frozen=True, slots=True)
class Uitvraagcel:
    """One organisation and one case it is party to. ``stand`` None: not asked yet. ``inbreng``: it brought in a
    statement since it was asked, so 'ontvangen' is proposed."""

    casus_id: str
    stand: Uitvraagstand | None
    reden: str
    gevraagd_op: date | None
    antwoord_op: date | None
    herinnerd_op: datetime | None
    inbreng: bool

    @property
    def voorstel(self) -> bool:
        """Whether 'ontvangen' is proposed."""
        return self.stand is Uitvraagstand.GEVRAAGD and self.inbreng

    @property
    def open(self) -> bool:
        """Whether there is no answer yet."""
        return self.stand in (None, Uitvraagstand.GEVRAAGD)


@dataclass(frozen=True, slots=True)
class Bordrij:
    """An organisation with its cells in the order of the cases, None where it is no party. ``id`` is the organisation;
    ``deelnemers``: how many of its people are on the list of the meeting; ``getekend``: it has a convenant in force on
    the day of the meeting, without which it gets no content (domein.md §3)."""

    id: str
    organisatie: str
    deelnemers: int
    cellen: tuple[Uitvraagcel | None, ...]
    getekend: bool = True

    def cel(self, casus_id: str) -> Uitvraagcel | None:
        """Return the cell of a case; None where it is no party."""
        return next((cel for cel in self.cellen if cel is not None and cel.casus_id == casus_id), None)


@dataclass(frozen=True, slots=True)
class Uitvraagbord:
    """The board. ``id`` is the meeting."""

    id: str
    casussen: tuple[BordCasus, ...]
    rijen: tuple[Bordrij, ...]


@dataclass(frozen=True, slots=True)
class WeigeringRow:
    """That an organisation gave nothing for a meeting, and why."""

    id: str
    organisatie: str
    overlegnummer: str
    reden: str
    op: date


def weigeringen(session: Session, casus_id: str) -> tuple[WeigeringRow, ...]:
    """Return what was refused when partners were asked for this case, oldest first."""
    return rijen(session, WeigeringRow, _weigeringen(), {"casus_id": casus_id})


@vast
def _weigeringen() -> Kolommen:
    u = Uitvraag
    return (
        select(u.id, Organisatie.naam.label("organisatie"), Overleg.nummer.label("overlegnummer"), u.reden,
               u.antwoord_op.label("op"))
        .join(Organisatie, Organisatie.id == u.organisatie_id)
        .join(Overleg, Overleg.id == u.overleg_id)
        .where(u.casus_id == bindparam("casus_id"), u.stand == Uitvraagstand.GEWEIGERD)
        .order_by(u.antwoord_op, u.id)
    )  # fmt: skip


@inzage("agenda inzien", "overleg", "overleg_id")
def uitvraagbord(session: Session, overleg_id: str) -> Uitvraagbord:
    """Return the board of a meeting: organisations by name, cases in the order of the agenda."""
    waarden = {"overleg_id": overleg_id}
    casussen = tuple(
        BordCasus(**veld, plaats=plaats)
        for plaats, veld in enumerate(velden(session, _casussen(), waarden), start=1)
    )
    gevonden: dict[str, dict[str, Uitvraagcel]] = {}
    namen: dict[str, str] = {}
    getekend: dict[str, bool] = {}
    for veld in velden(session, _cellen(), waarden):
        organisatie_id, namen[organisatie_id] = veld["organisatie_id"], veld.pop("organisatie")
        getekend[organisatie_id] = bool(veld.pop("getekend"))
        del veld["organisatie_id"]
        cel = Uitvraagcel(**veld)
        gevonden.setdefault(organisatie_id, {})[cel.casus_id] = cel
    aan_tafel: dict[str, int] = {row[0]: row[1] for row in session.execute(_deelnemers(), waarden)}
    return Uitvraagbord(
        overleg_id,
        casussen,
        tuple(
            Bordrij(
                organisatie_id,
                namen[organisatie_id],
                aan_tafel.get(organisatie_id, 0),
                tuple(cellen.get(casus.id) for casus in casussen),
                getekend[organisatie_id],
            )
            for organisatie_id, cellen in gevonden.items()
        ),
    )


@vast
def _casussen() -> Kolommen:
    punt = Agendapunt
    return (
        select(Casus.id, Casus.nummer)
        .join(punt, punt.casus_id == Casus.id)
        .where(punt.overleg_id == bindparam("overleg_id"))
        .order_by(punt.volgorde, punt.id)
    )


@vast
def _cellen() -> Kolommen:
    punt, o, u = Agendapunt, Organisatie, Uitvraag
    gevraagd = (u.overleg_id == punt.overleg_id) & (u.casus_id == punt.casus_id) & (u.organisatie_id == o.id)
    sinds = exists().where(
        Inbreng.casus_id == punt.casus_id, Inbreng.organisatie_id == o.id, Inbreng.datum >= u.gevraagd_op
    )
    return (
        select(
            o.id.label("organisatie_id"), o.naam.label("organisatie"), punt.casus_id, u.stand,
            func.coalesce(u.reden, "").label("reden"), u.gevraagd_op, u.antwoord_op, u.herinnerd_op,
            sinds.label("inbreng"), getekend_op_dag().label("getekend"),
        )
        .select_from(punt)
        .join(Overleg, Overleg.id == punt.overleg_id)
        .join(o, true())
        .outerjoin(u, gevraagd)
        .where(
            punt.overleg_id == bindparam("overleg_id"),
            punt.casus_id.is_not(None),
            or_(u.id.is_not(None), o.actief & is_partij(o.id, punt.casus_id, Overleg.tafel_id)),
        )
        .order_by(o.naam, punt.volgorde)
    )  # fmt: skip


@vast
def _deelnemers() -> Kolommen:
    return (
        select(Medewerker.organisatie_id, func.count())
        .join(Deelnemer, Deelnemer.medewerker_id == Medewerker.id)
        .where(Deelnemer.overleg_id == bindparam("overleg_id"))
        .group_by(Medewerker.organisatie_id)
    )
