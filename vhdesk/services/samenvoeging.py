"""Making one person of two, and parting them again.

The other person is not deleted: the row waits, whole, with ``samengevoegd_in_id``. What moves are the places in cases
and the relations; decisions, statements and roles belong to the case and stay where they are. The merge is a formal
act: it is taken back by a counter-act with a reason, also long after, and that restores exactly what stood; what
was changed or added in between stays with the person who stayed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import literal_column, or_, select

from vhdesk.errors import RuleViolation
from vhdesk.models import Betrokkene, Casus, Persoon, Persoonrelatie, Samenvoeging
from vhdesk.models.base import Identified
from vhdesk.models.persoonrelatie import check_relatie, richting
from vhdesk.models.samenvoeging import gaat_voor, samengevoegd
from vhdesk.services.casus import check_text
from vhdesk.services.command import Command, Event, Outcome
from vhdesk.services.persoon import get_persoon
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Betrokkenheid
from vhdesk.vocabulary_persoon import Kant, Relatiesoort


@dataclass(frozen=True, slots=True, kw_only=True)
class Veldkeuze:
    """Which side stays of one field: naam, aliassen, geboortedatum, geslacht, bsn, kvk, adres, telefoon, opmerking."""

    veld: str
    kant: Kant


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonenSamenvoegen(Command):
    """Make one person of two: ``weg`` goes up in ``blijft``, in every case. ``keuzes`` of fields that are not named
    go by what is filled in, and lose nothing that can be kept."""

    blijft_id: str
    weg_id: str
    reden: str
    keuzes: tuple[Veldkeuze, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonenSamengevoegd(Event):
    blijft_id: str
    weg_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SamenvoegingOngedaanMaken(Command):
    """Part two persons again, each with what he had. The counter-act of ``PersonenSamenvoegen``."""

    samenvoeging_id: str
    reden: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SamenvoegingOngedaanGemaakt(Event):
    blijft_id: str
    weg_id: str


def samenvoegen(work: UnitOfWork, command: PersonenSamenvoegen) -> Outcome:
    blijft, weg = get_persoon(work, command.blijft_id), get_persoon(work, command.weg_id)
    reden = _check_reden(command.reden)
    if blijft.id == weg.id:
        raise RuleViolation("samenvoegen_met_zichzelf", field="weg_id")
    if blijft.soort is not weg.soort:
        raise RuleViolation("samenvoegen_soort", field="weg_id")
    nieuw = samengevoegd(blijft, weg, {keuze.veld: keuze.kant for keuze in command.keuzes})
    velden = _schrijf(work, blijft, nieuw)
    weg.samengevoegd_in_id = blijft.id
    work.session.flush()
    betrokken = _verhuis_betrokkenheid(work, blijft, weg)
    verhuisd = betrokken | _verhuis_relaties(work, blijft, weg)
    samenvoeging = work.add(
        Samenvoeging(
            blijft_id=blijft.id,
            weg_id=weg.id,
            reden=reden,
            op=work.clock.now(),
            velden=velden,
            verhuisd=verhuisd,
        )
    )
    _raak(work, blijft, weg)
    event = PersonenSamengevoegd(id=samenvoeging.id, blijft_id=blijft.id, weg_id=weg.id)
    aantal = len(betrokken["verplaatst"]) + len(betrokken["vervallen"])
    return Outcome(event, "persoon", blijft.id, None, f"{weg.id} erbij, {aantal} casussen")


def _check_reden(reden: str) -> str:
    reden = check_text(reden, "reden").strip()
    if not reden:
        raise RuleViolation("reden_ontbreekt", field="reden")
    return reden


def _schrijf(work: UnitOfWork, blijft: Persoon, nieuw: dict[str, Any]) -> dict[str, Any]:
    """Write the columns that differ; return column -> [before, after] as plain values."""
    velden = {}
    for kolom, na in nieuw.items():
        voor = getattr(blijft, kolom)
        lengte = getattr(Persoon.__table__.c[kolom].type, "length", None)
        if isinstance(na, str) and lengte and len(na) > lengte:
            raise RuleViolation("tekst_te_lang", field="keuzes", aantal=len(na), maximum=lengte)
        if voor != na:
            velden[kolom] = [_plat(voor), _plat(na)]
            setattr(blijft, kolom, na)
    blijft.check(work.clock.today())
    blijft.normaliseer()
    return velden


def _plat(waarde: Any) -> Any:
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def _rij(record: Identified) -> dict[str, Any]:
    return {kolom.key: getattr(record, kolom.key) for kolom in record.__table__.columns}  # type: ignore[attr-defined]


def _verhuis_betrokkenheid(work: UnitOfWork, blijft: Persoon, weg: Persoon) -> dict[str, Any]:
    """Give ``blijft`` the places of ``weg``. In a case where both are, the stronger role stays and the other row
    goes: never two hoofdbetrokkenen, never a role that is lost."""
    eigen = {rij.casus_id: rij for rij in _betrokkenen(work, blijft)}
    verplaatst: list[str] = []
    vervallen: list[dict[str, Any]] = []
    for rij in _betrokkenen(work, weg):
        naast = eigen.get(rij.casus_id)
        blijvend = rij
        if naast is not None:
            blijvend, andere = (naast, rij) if gaat_voor(naast.rol, rij.rol) else (rij, naast)
            vervallen.append(_rij(andere) | {"naast": blijvend.id})
            work.delete(andere)
        if blijvend is rij:
            rij.persoon_id = blijft.id
            work.touch(rij)
            work.session.flush()
            verplaatst.append(rij.id)
    return {"verplaatst": verplaatst, "vervallen": vervallen}


def _betrokkenen(work: UnitOfWork, persoon: Persoon) -> list[Betrokkene]:
    statement = select(Betrokkene).where(Betrokkene.persoon_id == persoon.id).order_by(Betrokkene.id)
    return list(work.session.scalars(statement))


def _relaties(work: UnitOfWork, persoon_id: str) -> list[Persoonrelatie]:
    van, naar = Persoonrelatie.van_id == persoon_id, Persoonrelatie.naar_id == persoon_id
    return list(
        work.session.scalars(select(Persoonrelatie).where(or_(van, naar)).order_by(Persoonrelatie.id))
    )


def _verhuis_relaties(work: UnitOfWork, blijft: Persoon, weg: Persoon) -> dict[str, Any]:
    """Give ``blijft`` the relations of ``weg``; one between the two, or one that stood already, goes."""
    verlegd: list[str] = []
    gewist: list[dict[str, Any]] = []
    staand = {(rij.van_id, rij.naar_id, rij.soort) for rij in _relaties(work, blijft.id)}
    for rij in _relaties(work, weg.id):
        van_id, naar_id = _omgezet(rij, weg.id, blijft.id)
        if van_id == naar_id or (van_id, naar_id, rij.soort) in staand:
            gewist.append(_rij(rij))
            work.delete(rij)
            continue
        rij.van_id, rij.naar_id = van_id, naar_id
        work.touch(rij)
        verlegd.append(rij.id)
    work.session.flush()
    for rij in _relaties(work, blijft.id):
        check_relatie(
            work.session.get_one(Persoon, rij.van_id), work.session.get_one(Persoon, rij.naar_id), rij.soort
        )
    return {"verlegd": verlegd, "gewist": gewist}


def _omgezet(rij: Persoonrelatie, oud: str, nieuw: str) -> tuple[str, str]:
    """Return the two ids of a relation with one person in the place of another, in the order they are stored."""
    van_id, naar_id = (nieuw if wie == oud else wie for wie in (rij.van_id, rij.naar_id))
    return richting(van_id, naar_id, rij.soort)


def ongedaan_maken(work: UnitOfWork, command: SamenvoegingOngedaanMaken) -> Outcome:
    samenvoeging = work.get(Samenvoeging, command.samenvoeging_id)
    reden = _check_reden(command.reden)
    blijft, weg = work.get(Persoon, samenvoeging.blijft_id), work.get(Persoon, samenvoeging.weg_id)
    _vereis_laatste(work, samenvoeging, blijft)
    weg.samengevoegd_in_id = None
    _zet_betrokkenheid_terug(work, samenvoeging, weg)
    _zet_relaties_terug(work, samenvoeging)
    _zet_velden_terug(blijft, samenvoeging.velden)
    samenvoeging.velden, samenvoeging.verhuisd = {}, {}
    samenvoeging.ongedaan_op, samenvoeging.ongedaan_reden = work.clock.now(), reden
    work.session.flush()
    _raak(work, blijft, weg)
    event = SamenvoegingOngedaanGemaakt(id=samenvoeging.id, blijft_id=blijft.id, weg_id=weg.id)
    return Outcome(event, "persoon", blijft.id, None, f"{weg.id} eraf")


def _vereis_laatste(work: UnitOfWork, samenvoeging: Samenvoeging, blijft: Persoon) -> None:
    if samenvoeging.ongedaan_op is not None:
        raise RuleViolation("samenvoeging_al_ongedaan")
    laatste = (
        select(Samenvoeging.id)
        .where(Samenvoeging.blijft_id == samenvoeging.blijft_id, Samenvoeging.ongedaan_op.is_(None))
        .order_by(literal_column("samenvoeging.rowid").desc())
        .limit(1)
    )
    if blijft.samengevoegd_in_id is not None or work.session.scalar(laatste) != samenvoeging.id:
        raise RuleViolation("samenvoeging_niet_laatste")


def _zet_betrokkenheid_terug(work: UnitOfWork, samenvoeging: Samenvoeging, weg: Persoon) -> None:
    """Give every place back that still is there. Raises RuleViolation when no case is left to go back to."""
    for rij_id in samenvoeging.verhuisd["verplaatst"]:
        rij = work.session.get(Betrokkene, rij_id)
        if rij is not None:
            rij.persoon_id = weg.id
            work.touch(rij)
    work.session.flush()
    for vervallen in samenvoeging.verhuisd["vervallen"]:
        velden = dict(vervallen)
        if work.session.get(Betrokkene, velden.pop("naast")) is not None:
            work.add(Betrokkene(**velden | {"rol": Betrokkenheid(velden["rol"])}))
    if not _betrokkenen(work, weg):
        raise RuleViolation("samenvoeging_zonder_casus")


def _zet_relaties_terug(work: UnitOfWork, samenvoeging: Samenvoeging) -> None:
    for rij_id in samenvoeging.verhuisd["verlegd"]:
        rij = work.session.get(Persoonrelatie, rij_id)
        if rij is not None:
            rij.van_id, rij.naar_id = _omgezet(rij, samenvoeging.blijft_id, samenvoeging.weg_id)
            work.touch(rij)
    work.session.flush()
    for gewist in samenvoeging.verhuisd["gewist"]:
        soort = Relatiesoort(gewist["soort"])
        wie = [work.session.get(Persoon, gewist[kant]) for kant in ("van_id", "naar_id")]
        if all(persoon is not None and persoon.samengevoegd_in_id is None for persoon in wie):
            work.add(Persoonrelatie(**gewist | {"soort": soort}))


def _zet_velden_terug(blijft: Persoon, velden: dict[str, Any]) -> None:
    """Put back what the merge wrote; what was written after it stays."""
    for kolom, (voor, na) in velden.items():
        if _plat(getattr(blijft, kolom)) == na:
            terug = date.fromisoformat(voor) if kolom == "geboortedatum" and voor else voor
            setattr(blijft, kolom, terug)
    blijft.normaliseer()


def _raak(work: UnitOfWork, *personen: Persoon) -> None:
    """Note the cases of these persons as touched: each of them shows them."""
    ids = [persoon.id for persoon in personen]
    work.kinds |= {"persoon", "betrokkene", "persoonrelatie"}
    work.ids.update(
        work.session.scalars(
            select(Casus.id)
            .join(Betrokkene, Betrokkene.casus_id == Casus.id)
            .where(Betrokkene.persoon_id.in_(ids))
        )
    )


HANDLERS = {PersonenSamenvoegen: samenvoegen, SamenvoegingOngedaanMaken: ongedaan_maken}
