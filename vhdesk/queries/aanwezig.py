"""Who was there when a case was discussed, from the attendance, the times and the room; and who had to be there for a
decision and was not.

Who came in late was not there at what was over by then, who went early not at what began after that, and who was out of
the room for a case not at that one. A deputy fills the place of the organisation he or she comes for as well. What must
be there is what the method of the case asks (quorum) and what the table set for the kind of decision, both as they were
when it was decided ("OM vereist", memo pilot JOR Twente). Only where attendance was recorded: before that nobody is
absent.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session, aliased

from vhdesk.models import (
    Agendapunt,
    Besluit,
    Casusmethode,
    Deelnemer,
    Medewerker,
    Organisatie,
    Overleg,
    Referentiewaarde,
    Tafelinstelling,
    Zaalverlating,
)
from vhdesk.queries.instelling import VEREIST
from vhdesk.queries.lezen import Kolommen, vast
from vhdesk.queries.methodevraag import Zetel, lees_methodevraag
from vhdesk.queries.overleg import AANWEZIG
from vhdesk.queries.quorum import nieuwste_woorden
from vhdesk.queries.referentie import METHODEN
from vhdesk.vocabulary import Aanwezigheid

ELK_BESLUIT: Final = ""  # in the setting of a table: for decisions of every kind


@dataclass(frozen=True, slots=True)
class Zitting:
    """A participant as far as being there goes. ``organisaties``: the codes of the own one and, for a deputy, that of
    whom he or she came for."""

    id: str
    organisaties: frozenset[str]
    stand: Aanwezigheid
    vanaf: datetime | None
    tot: datetime | None

    def er_bij(self, begin: datetime, einde: datetime) -> bool:
        """Whether he or she was there for some of what went on from ``begin`` until ``einde``."""
        if self.stand not in AANWEZIG:
            return False
        te_laat = self.vanaf is not None and self.vanaf >= einde and self.vanaf > begin
        return not te_laat and (self.tot is None or self.tot > begin)


@dataclass(frozen=True, slots=True)
class Aanwezig:
    """The attendance of a meeting. ``vastgesteld``: it was recorded of somebody; ``bij``: item -> who were there."""

    vastgesteld: bool
    zittingen: tuple[Zitting, ...]
    bij: Mapping[str, frozenset[str]]

    def organisaties(self, agendapunt_id: str) -> frozenset[str]:
        """Return the codes of the organisations that were there at an item."""
        wie = self.bij.get(agendapunt_id, frozenset())
        return frozenset(
            code for zitting in self.zittingen if zitting.id in wie for code in zitting.organisaties
        )


def aanwezig_bij(session: Session, overleg_id: str, nu: datetime) -> Aanwezig:
    """Return who was there at each case of a meeting; what goes on still lasts until ``nu``. Three statements."""
    waarden = {"overleg_id": overleg_id}
    zittingen = tuple(_zitting(*rij) for rij in session.execute(_zittingen(), waarden))
    weg: dict[str, set[str]] = {}
    for punt_id, deelnemer_id in session.execute(_weg(), waarden):
        weg.setdefault(punt_id, set()).add(deelnemer_id)
    bij = {}
    for punt_id, begonnen_op, besproken_op in session.execute(_punten(), waarden):
        begin = begonnen_op or nu
        einde = max(begin, besproken_op or nu)
        er = {zitting.id for zitting in zittingen if zitting.er_bij(begin, einde)}
        bij[punt_id] = frozenset(er - weg.get(punt_id, set()))
    vastgesteld = any(zitting.stand is not Aanwezigheid.UITGENODIGD for zitting in zittingen)
    return Aanwezig(vastgesteld, zittingen, bij)


def _zitting(
    deelnemer_id: str,
    eigen: str,
    voor: str | None,
    stand: Aanwezigheid,
    vanaf: datetime | None,
    tot: datetime | None,
) -> Zitting:
    return Zitting(deelnemer_id, frozenset(filter(None, (eigen, voor))), stand, vanaf, tot)


def voorbehouden(session: Session, overleg_id: str, nu: datetime) -> Mapping[str, str]:
    """Return decision -> who had to be there and was not ("OM, RvdK"), "" when all were, for every decision of a
    meeting on a case of its agenda. Two statements where nothing is asked."""
    besluiten = session.execute(_besluiten(), {"overleg_id": overleg_id}).all()
    if not besluiten:
        return {}
    zetels = {rij.id: _zetels(session, rij) for rij in besluiten}
    if not any(zetels.values()):
        return dict.fromkeys(zetels, "")
    aanwezig = aanwezig_bij(session, overleg_id, nu)
    if not aanwezig.vastgesteld:
        return dict.fromkeys(zetels, "")
    return {rij.id: ", ".join(_leeg(zetels[rij.id], aanwezig.organisaties(rij.punt_id))) for rij in besluiten}


def _leeg(zetels: Iterable[Zetel], er: frozenset[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(zetel.naam for zetel in zetels if er.isdisjoint(zetel.organisaties)))


def _zetels(session: Session, besluit: Any) -> tuple[Zetel, ...]:
    """Return the seats that had to be filled for a decision: by the method of its case, and by the rule of the table."""
    op = {"op": besluit.created_at}
    methode = session.execute(
        _methode(), {**op, "casus_id": besluit.casus_id, "lijst": METHODEN}
    ).scalar_one_or_none()
    eis = session.execute(_eis(), {**op, "tafel_id": besluit.tafel_id}).scalar_one_or_none() or {}
    codes = [code for soort in (ELK_BESLUIT, besluit.type_code) for code in eis.get(soort, ())]
    return (*lees_methodevraag(methode).quorum, *_als_zetels(session, codes))


def _als_zetels(session: Session, codes: Sequence[str]) -> tuple[Zetel, ...]:
    if not codes:
        return ()
    namen = {code: naam for code, naam in session.execute(_namen(), {"codes": list(codes)})}
    return tuple(Zetel(naam=namen.get(code, code), organisaties=(code,)) for code in dict.fromkeys(codes))


@vast
def _zittingen() -> Kolommen:
    eigen, voor, vervangen = aliased(Organisatie), aliased(Organisatie), aliased(Medewerker)
    return (
        select(
            Deelnemer.id, eigen.code, voor.code.label("voor"), Deelnemer.aanwezigheid, Deelnemer.vanaf, Deelnemer.tot
        )
        .join(Medewerker, Medewerker.id == Deelnemer.medewerker_id)
        .join(eigen, eigen.id == Medewerker.organisatie_id)
        .outerjoin(vervangen, vervangen.id == Deelnemer.vervangt_id)
        .outerjoin(voor, voor.id == vervangen.organisatie_id)
        .where(Deelnemer.overleg_id == bindparam("overleg_id"))
    )  # fmt: skip


@vast
def _punten() -> Kolommen:
    return select(Agendapunt.id, Agendapunt.begonnen_op, Agendapunt.besproken_op).where(
        Agendapunt.overleg_id == bindparam("overleg_id"), Agendapunt.casus_id.is_not(None)
    )


@vast
def _weg() -> Kolommen:
    return (
        select(Zaalverlating.agendapunt_id, Zaalverlating.deelnemer_id)
        .join(Agendapunt, Agendapunt.id == Zaalverlating.agendapunt_id)
        .where(Agendapunt.overleg_id == bindparam("overleg_id"))
    )


@vast
def _besluiten() -> Kolommen:
    """The decisions that the table took itself; what was asked of another body is taken there."""
    b = Besluit
    return (
        select(b.id, b.casus_id, b.type_code, b.created_at, Overleg.tafel_id, Agendapunt.id.label("punt_id"))
        .join(Overleg, Overleg.id == b.overleg_id)
        .join(Agendapunt, (Agendapunt.overleg_id == b.overleg_id) & (Agendapunt.casus_id == b.casus_id))
        .where(b.overleg_id == bindparam("overleg_id"), b.vraagstand.is_(None))
    )


@vast
def _methode() -> Kolommen:
    m, op = Casusmethode, bindparam("op", type_=Casusmethode.van.type)
    return (
        select(Referentiewaarde.kenmerken)
        .select_from(m)
        .join(Referentiewaarde, Referentiewaarde.id == nieuwste_woorden())
        .where(m.casus_id == bindparam("casus_id"), m.van <= op, or_(m.tot.is_(None), m.tot > op))
        .order_by(m.van.desc())
        .limit(1)
    )


@vast
def _eis() -> Kolommen:
    t = Tafelinstelling
    return (
        select(t.waarde)
        .where(
            t.tafel_id == bindparam("tafel_id"), t.sleutel == VEREIST,
            t.gewijzigd_op <= bindparam("op", type_=Tafelinstelling.gewijzigd_op.type),
        )
        .order_by(t.versie.desc())
        .limit(1)
    )  # fmt: skip


@vast
def _namen() -> Kolommen:
    return select(Organisatie.code, Organisatie.naam).where(
        Organisatie.code.in_(bindparam("codes", expanding=True))
    )
