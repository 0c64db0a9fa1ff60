"""Assigning casemanager, verantwoordelijke and procesregisseur: one of each, with its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.models import Casus, Casusroltoewijzing, Medewerker, Organisatie, Tafel
from vhdesk.models.casushandeling import check_handeling, rolhandeling
from vhdesk.models.casusrol import check_procesregie
from vhdesk.queries.huis import huiscodes, regiecodes
from vhdesk.services.casus import Moment, check_terug
from vhdesk.services.command import Command, Event, Outcome
from vhdesk.services.methoderegel import vereis_casusregie
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Casusrol


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusrolToewijzen(Command):
    """Give a role of a case to a person (``medewerker_id``), or, for verantwoordelijke, to an organisation.

    Whoever held the role before loses it at this moment; the history stays.
    """

    casus_id: str
    rol: Casusrol
    organisatie_id: str | None = None
    medewerker_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusrolBeeindigen(Command):
    """End the current holder of a role, without a successor."""

    casus_id: str
    rol: Casusrol


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusrolTerugnemen(Command):
    """Undo: whoever has the role now never had it, and the row before it (``vorige_id``) runs on."""

    casus_id: str
    rol: Casusrol
    vorige_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rolhouder:
    """Who had a role, and since when."""

    id: str
    organisatie_id: str
    medewerker_id: str | None
    van: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusrolHerstellen(Command):
    """Undo of taking back: the row that ran on ends where it ended, and who had the role has it again."""

    casus_id: str
    rol: Casusrol
    houder: Rolhouder | None = None
    vorige_id: str | None = None
    vorige_tot: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusrolGewijzigd(Event):
    rol: Casusrol


def _huidig(work: UnitOfWork, casus_id: str, rol: Casusrol) -> Casusroltoewijzing | None:
    return work.session.scalars(
        select(Casusroltoewijzing).where(
            Casusroltoewijzing.casus_id == casus_id,
            Casusroltoewijzing.rol == rol,
            Casusroltoewijzing.tot.is_(None),
        )
    ).one_or_none()


def _houder(work: UnitOfWork, command: CasusrolToewijzen) -> tuple[str, str | None]:
    """Return (organisation id, person id or None). Raises RuleViolation when the role needs a person."""
    if command.medewerker_id:
        medewerker = work.get(Medewerker, command.medewerker_id)
        if not medewerker.actief:
            raise RuleViolation("medewerker_uit_dienst", field="medewerker_id")
        if command.organisatie_id and command.organisatie_id != medewerker.organisatie_id:
            raise RuleViolation("medewerker_andere_organisatie", field="medewerker_id")
        return medewerker.organisatie_id, medewerker.id
    if command.rol is not Casusrol.VERANTWOORDELIJKE:
        raise RuleViolation("rol_vraagt_persoon", field="medewerker_id")
    if not command.organisatie_id:
        raise RuleViolation("eigenaar_ontbreekt", field="organisatie_id")
    return work.get(Organisatie, command.organisatie_id).id, None


def vereis_procesregie(
    work: UnitOfWork, casus: Casus, organisatie_id: str, field: str = "medewerker_id"
) -> None:
    """Raise RuleViolation when this organisation may not hold the procesregie of the case. A region that keeps no house
    among its organisations has no such rule."""
    tafel = work.get(Tafel, casus.tafel_id) if casus.tafel_id else None
    code = work.get(Organisatie, organisatie_id).code
    if code in regiecodes(tafel.regime if tafel is not None else None):
        return
    huis = select(Organisatie.id).where(Organisatie.code.in_(huiscodes()), Organisatie.actief)
    check_procesregie(van_huis=work.session.execute(huis.limit(1)).first() is None, field=field)


def _beeindig(work: UnitOfWork, huidig: Casusroltoewijzing, op: datetime) -> None:
    """End the current row. One that began this very moment stays too, for undo; queries of a period skip it."""
    work.touch(huidig)
    huidig.beeindigen(op)
    work.session.flush()


def toewijzen(work: UnitOfWork, command: CasusrolToewijzen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    check_handeling(rolhandeling(command.rol), casus.status, casus.nummer)
    organisatie_id, medewerker_id = _houder(work, command)
    if command.rol is Casusrol.PROCESREGISSEUR:
        vereis_procesregie(work, casus, organisatie_id)
    elif command.rol is Casusrol.CASEMANAGER:
        vereis_casusregie(work, casus.id, work.get(Organisatie, organisatie_id))
    huidig = _huidig(work, casus.id, command.rol)
    inverse = CasusrolTerugnemen(casus_id=casus.id, rol=command.rol, vorige_id=huidig.id if huidig else None)
    if huidig is not None:
        if (huidig.organisatie_id, huidig.medewerker_id) == (organisatie_id, medewerker_id):
            return Outcome(
                CasusrolGewijzigd(id=casus.id, rol=command.rol), "casus", casus.id, _opnieuw(huidig)
            )
        _beeindig(work, huidig, work.clock.now())
    work.add(
        Casusroltoewijzing(
            casus_id=casus.id,
            rol=command.rol,
            organisatie_id=organisatie_id,
            medewerker_id=medewerker_id,
            van=work.clock.now(),
        )
    )
    event = CasusrolGewijzigd(id=casus.id, rol=command.rol)
    return Outcome(event, "casus", casus.id, inverse, command.rol.value)


def _opnieuw(rij: Casusroltoewijzing) -> CasusrolToewijzen:
    """Return the act that gives the role to whom ``rij`` names."""
    return CasusrolToewijzen(
        casus_id=rij.casus_id,
        rol=rij.rol,
        organisatie_id=rij.organisatie_id,
        medewerker_id=rij.medewerker_id,
    )


def _vorige(work: UnitOfWork, command: CasusrolTerugnemen | CasusrolHerstellen) -> Casusroltoewijzing | None:
    """Return the row before the present one. Raises RuleViolation when it is of another case or role."""
    if command.vorige_id is None:
        return None
    vorige = work.get(Casusroltoewijzing, command.vorige_id)
    if (vorige.casus_id, vorige.rol) != (command.casus_id, command.rol):
        raise RuleViolation("rol_andere_casus", field="vorige_id")
    return vorige


def terugnemen(work: UnitOfWork, command: CasusrolTerugnemen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    huidig, vorige = _huidig(work, casus.id, command.rol), _vorige(work, command)
    if (huidig is None and vorige is None) or (huidig is not None and huidig is vorige):
        raise RuleViolation("rol_niet_vervuld", field="rol", rol=command.rol.value)
    inverse = CasusrolHerstellen(
        casus_id=casus.id,
        rol=command.rol,
        houder=_houder_van(huidig) if huidig else None,
        vorige_id=vorige.id if vorige else None,
        vorige_tot=vorige.tot if vorige else None,
    )
    if huidig is not None:
        work.delete(huidig)
    if vorige is not None:
        vorige.tot = None
    work.session.flush()
    event = CasusrolGewijzigd(id=casus.id, rol=command.rol)
    return Outcome(event, "casus", casus.id, inverse, command.rol.value)


def _houder_van(rij: Casusroltoewijzing) -> Rolhouder:
    return Rolhouder(
        id=rij.id, organisatie_id=rij.organisatie_id, medewerker_id=rij.medewerker_id, van=rij.van
    )


def herstellen(work: UnitOfWork, command: CasusrolHerstellen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    huidig, vorige, houder = _huidig(work, casus.id, command.rol), _vorige(work, command), command.houder
    if huidig is not vorige or (huidig is None and houder is None):
        raise RuleViolation("rol_niet_vervuld", field="rol", rol=command.rol.value)
    if vorige is not None:
        if command.vorige_tot is None or command.vorige_tot < vorige.van:
            raise RuleViolation("rol_periode_onjuist", field="vorige_tot")
        vorige.tot = command.vorige_tot
        work.session.flush()
    if houder is not None:
        if houder.medewerker_id is None and command.rol is not Casusrol.VERANTWOORDELIJKE:
            raise RuleViolation("rol_vraagt_persoon", field="houder")
        work.add(
            Casusroltoewijzing(
                id=check_terug(work, Casusroltoewijzing, houder.id),
                casus_id=casus.id,
                rol=command.rol,
                organisatie_id=work.get(Organisatie, houder.organisatie_id).id,
                medewerker_id=work.get(Medewerker, houder.medewerker_id).id if houder.medewerker_id else None,
                van=houder.van,
            )
        )
    inverse = CasusrolTerugnemen(casus_id=casus.id, rol=command.rol, vorige_id=vorige.id if vorige else None)
    event = CasusrolGewijzigd(id=casus.id, rol=command.rol)
    return Outcome(event, "casus", casus.id, inverse, command.rol.value)


def beeindigen(work: UnitOfWork, command: CasusrolBeeindigen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    huidig = _huidig(work, casus.id, command.rol)
    if huidig is None:
        raise RuleViolation("rol_niet_vervuld", field="rol", rol=command.rol.value)
    inverse = CasusrolTerugnemen(casus_id=casus.id, rol=command.rol, vorige_id=huidig.id)
    _beeindig(work, huidig, work.clock.now())
    event = CasusrolGewijzigd(id=casus.id, rol=command.rol)
    return Outcome(event, "casus", casus.id, inverse, command.rol.value)


HANDLERS = {
    CasusrolToewijzen: toewijzen,
    CasusrolBeeindigen: beeindigen,
    CasusrolTerugnemen: terugnemen,
    CasusrolHerstellen: herstellen,
}
