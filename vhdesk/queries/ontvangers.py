"""Who gets a copy of the minutes, what each of them may read, and which copies left the vault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from vhdesk.errors import NotFound
from vhdesk.models import Agendapunt, Casus, Deelnemer, Exemplaar, Medewerker, Organisatie, Overleg
from vhdesk.queries.huis import huiscodes
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, rijen, vast
from vhdesk.queries.lezer import niveaus
from vhdesk.queries.overleg import heropeningen
from vhdesk.vocabulary import Informatieniveau
from vhdesk.vocabulary_lezer import HUIS, Exemplaarwijze, Niveaugrond


@dataclass(frozen=True, slots=True)
class ExemplaarRow:
    """A copy in the register. ``organisatie_id`` '' and ``ontvanger`` 'het huis' for the whole minutes."""

    id: str
    overleg_id: str
    versie: int
    organisatie_id: str
    ontvanger: str
    nummer: int
    totaal: int
    herdruk: int
    niveau: Informatieniveau
    wijze: Exemplaarwijze
    reden: str
    sha256: str
    gemaakt_op: datetime
    actor: str
    vervallen: bool
    teruggehaald_op: datetime | None


@dataclass(frozen=True, slots=True)
class Ontvangercasus:
    """What a recipient may read of one case: ``plaats`` on the agenda, from 1; on what that rests."""

    id: str
    plaats: int
    nummer: str
    niveau: Informatieniveau
    grond: Niveaugrond


@dataclass(frozen=True, slots=True)
class Ontvanger:
    """Who may get a copy. ``id``: the organisation, '' for the house; ``aanwezig``: somebody of it was there;
    ``exemplaren``: its copies so far, the newest last."""

    id: str
    naam: str
    aanwezig: bool
    casussen: tuple[Ontvangercasus, ...]
    exemplaren: tuple[ExemplaarRow, ...]

    def aantal(self, niveau: Informatieniveau) -> int:
        """Return of how many cases it may know so much."""
        return sum(casus.niveau is niveau for casus in self.casussen)

    @property
    def niveau(self) -> Informatieniveau:
        """The most it may know of any case."""
        return max((casus.niveau for casus in self.casussen), key=_rang, default=Informatieniveau.BESTAAN)


@dataclass(frozen=True, slots=True)
class Exemplaarplan:
    """Which copy a recipient gets now."""

    organisatie_id: str
    naam: str
    nummer: int
    totaal: int
    herdruk: int

    def woorden(self) -> str:
        """Return what stands in the margin: 'Exemplaar 4/9 – Politie Twente'."""
        weer = f", herdruk {self.herdruk}" if self.herdruk else ""
        return f"Exemplaar {self.nummer}/{self.totaal}{weer} – {self.naam}"


def _rang(niveau: Informatieniveau) -> int:
    return int(niveau.value)


@inzage("ontvangers inzien", "overleg", "overleg_id")
def ontvangers(session: Session, overleg_id: str, versie: int | None = None) -> tuple[Ontvanger, ...]:
    """Return who may get a copy of the minutes: the house first, then by name every partner that was there, that may know
    more of a case than that it has an outcome, or that got a copy before. Raises NotFound."""
    tafel_id = session.execute(_tafel(), {"overleg_id": overleg_id}).scalar_one_or_none()
    if tafel_id is None:
        raise NotFound("niet_gevonden", soort="overleg", id=overleg_id)
    casussen = {
        row.id: (plaats, row.nummer)
        for plaats, row in enumerate(session.execute(_casussen(), {"overleg_id": overleg_id}), start=1)
    }
    gemaakt = exemplaren(session, overleg_id, versie or len(heropeningen(session, overleg_id)) + 1)
    aanwezig = set(session.execute(_aanwezig(), {"overleg_id": overleg_id}).scalars())
    partners = [row for row in session.execute(_organisaties()) if row.code not in huiscodes()]
    per: dict[str, list[Ontvangercasus]] = {row.id: [] for row in partners}
    for rij in niveaus(session, casussen, list(per), tafel_id):
        plaats, nummer = casussen[rij.casus_id]
        per[rij.organisatie_id].append(Ontvangercasus(rij.casus_id, plaats, nummer, rij.niveau, rij.grond))
    gevonden = [_huis(casussen, gemaakt)]
    for row in partners:
        van_hen = tuple(rij for rij in gemaakt if rij.organisatie_id == row.id)
        ziet = tuple(sorted(per[row.id], key=lambda casus: casus.plaats))
        meer = any(casus.niveau is not Informatieniveau.BESTAAN for casus in ziet)
        if row.id in aanwezig or van_hen or (meer and row.actief):
            gevonden.append(Ontvanger(row.id, row.naam, row.id in aanwezig, ziet, van_hen))
    return tuple(gevonden)


def _huis(casussen: dict[str, tuple[int, str]], gemaakt: Sequence[ExemplaarRow]) -> Ontvanger:
    alles = tuple(
        Ontvangercasus(casus_id, plaats, nummer, Informatieniveau.INHOUD, Niveaugrond.GEZET)
        for casus_id, (plaats, nummer) in casussen.items()
    )
    return Ontvanger("", HUIS, True, alles, tuple(rij for rij in gemaakt if not rij.organisatie_id))


def exemplaren(
    session: Session, overleg_id: str, versie: int | None = None, *, ook_vervallen: bool = False
) -> tuple[ExemplaarRow, ...]:
    """Return the register of one meeting, the oldest first; of one version of its minutes, or of all."""
    gevonden = rijen(session, ExemplaarRow, _exemplaren(), {"overleg_id": overleg_id})
    return tuple(
        rij
        for rij in gevonden
        if (versie is None or rij.versie == versie) and (ook_vervallen or not rij.vervallen)
    )


def exemplaarplan(
    session: Session, overleg_id: str, organisaties: Sequence[str], versie: int | None = None
) -> tuple[Exemplaarplan, ...]:
    """Return which copy each of these recipients ('' for the house) would get now, in this order: who has one keeps its
    number, the others get the next."""
    welke = versie or len(heropeningen(session, overleg_id)) + 1
    eerder: dict[str, list[ExemplaarRow]] = {}
    for rij in exemplaren(session, overleg_id, welke):
        eerder.setdefault(rij.organisatie_id, []).append(rij)
    hoogste = max((rij.nummer for rijen_ in eerder.values() for rij in rijen_), default=0)
    nieuw = [organisatie_id for organisatie_id in organisaties if organisatie_id not in eerder]
    totaal = hoogste + len(nieuw)
    nummers = {organisatie_id: hoogste + plaats for plaats, organisatie_id in enumerate(nieuw, start=1)}
    namen = {row.id: row.naam for row in session.execute(_organisaties())} | {"": HUIS}
    return tuple(
        Exemplaarplan(
            organisatie_id,
            namen[organisatie_id],
            nummers.get(organisatie_id) or eerder[organisatie_id][0].nummer,
            totaal,
            len(eerder.get(organisatie_id, ())),
        )
        for organisatie_id in organisaties
        if organisatie_id in namen
    )


@vast
def _exemplaren() -> Kolommen:
    e = Exemplaar
    return (
        select(
            e.id, e.overleg_id, e.versie, func.coalesce(e.organisatie_id, "").label("organisatie_id"),
            func.coalesce(Organisatie.naam, HUIS).label("ontvanger"), e.nummer, e.totaal, e.herdruk, e.niveau, e.wijze,
            e.reden, e.sha256, e.gemaakt_op, e.actor, e.vervallen, e.teruggehaald_op,
        )
        .outerjoin(Organisatie, Organisatie.id == e.organisatie_id)
        .where(e.overleg_id == bindparam("overleg_id"))
        .order_by(e.gemaakt_op, e.nummer, e.herdruk)
    )  # fmt: skip


@vast
def _tafel() -> Kolommen:
    return select(Overleg.tafel_id).where(Overleg.id == bindparam("overleg_id"))


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
def _aanwezig() -> Kolommen:
    return (
        select(Medewerker.organisatie_id)
        .join(Deelnemer, Deelnemer.medewerker_id == Medewerker.id)
        .where(Deelnemer.overleg_id == bindparam("overleg_id"))
        .distinct()
    )


@vast
def _organisaties() -> Kolommen:
    return select(Organisatie.id, Organisatie.code, Organisatie.naam, Organisatie.actief).order_by(
        Organisatie.naam
    )
