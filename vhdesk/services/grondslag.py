"""Acts on what a case is shared on: the standard of a table, filling it in before an agenda, and who brings a case in.

Source: domein.md §3: before the WGS the house worked 'for and under responsibility of the partner bringing the case',
hence 'always store aanbrengende organisatie and grondslag'; the settings of a table are the annex of its convenant.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from vhdesk.errors import RuleViolation
from vhdesk.models import Casus, Organisatie, Tafel
from vhdesk.queries.grondslag import STANDAARD, aanbrenger, op_open_agenda, tafelstandaard
from vhdesk.services.casus import CasusGewijzigd, check_text
from vhdesk.services.command import BEHEER, TAFEL, VOORBEREIDING, Command, Outcome
from vhdesk.services.tafelinstelling import nieuwe_versie
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol
from vhdesk.vocabulary_inbreng import VERPLICHT, Herkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class TafelstandaardVastleggen(Command):
    """Set grondslag, doel and aanbrenger with which the cases of a table begin. What held before stays readable as an
    earlier version; cases keep what they have."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = TAFEL | BEHEER
    tafel_id: str
    grondslag: str
    doelbinding: str
    aanbrenger_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingevuld:
    """A field of a case as it was filled in."""

    veld: str
    waarde: str
    herkomst: Herkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class AanbrengerBepalen(Command):
    """Say which organisation brings the case in; None: not known yet. ``herkomst`` and ``terug`` only for undo: what an
    older version left empty may be so again."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = VOORBEREIDING
    casus_id: str
    aanbrenger_id: str | None
    herkomst: Herkomst | None = None
    terug: bool = False


def standaard_vastleggen(work: UnitOfWork, command: TafelstandaardVastleggen) -> Outcome:
    tafel = work.get(Tafel, command.tafel_id)
    if command.aanbrenger_id is not None:
        work.get(Organisatie, command.aanbrenger_id)
    waarde = {
        "grondslag": check_text(command.grondslag, "grondslag").strip(),
        "doelbinding": check_text(command.doelbinding, "doelbinding").strip(),
        "aanbrenger_id": command.aanbrenger_id,
    }
    return nieuwe_versie(work, tafel, STANDAARD, waarde, f"{tafel.code} grondslag en doel")


def aanbrenger_bepalen(work: UnitOfWork, command: AanbrengerBepalen) -> Outcome:
    casus = work.get(Casus, command.casus_id)
    may_be_empty = command.terug and work.retracing
    if command.aanbrenger_id is None and not may_be_empty and op_open_agenda(work.session, casus.id):
        raise RuleViolation(
            "verplicht_op_agenda", field="aanbrenger_id", nummer=casus.nummer, ontbreekt=VERPLICHT["aanbrenger_id"]
        )  # fmt: skip
    inverse = AanbrengerBepalen(
        casus_id=casus.id,
        aanbrenger_id=casus.aanbrenger_id,
        herkomst=casus.herkomst("aanbrenger_id"),
        terug=True,
    )
    nieuw = work.get(Organisatie, command.aanbrenger_id) if command.aanbrenger_id is not None else None
    casus.aanbrenger_id = nieuw.id if nieuw is not None else None
    casus.zet_herkomst("aanbrenger_id", command.herkomst if nieuw is not None else None)
    work.session.flush()
    event = CasusGewijzigd(id=casus.id, version=casus.version)
    return Outcome(event, "casus", casus.id, inverse, nieuw.code if nieuw is not None else "")


def vul_aan(work: UnitOfWork, casus: Casus, tafel_id: str, *, weigert: bool = True) -> tuple[str, ...]:
    """Fill in what the case lacks from the referral and the standard of the table, and return which fields those were.
    Raises RuleViolation when something stays empty: such a case reaches no agenda. Not when it stood on one already
    (``weigert`` False), put there by an older version."""
    ontbreekt = casus.ontbreekt()
    if not ontbreekt:
        return ()
    standaard = tafelstandaard(work.session, tafel_id)
    for veld in ("grondslag", "doelbinding"):
        if veld in ontbreekt and getattr(standaard, veld):
            setattr(casus, veld, getattr(standaard, veld))
            casus.zet_herkomst(veld, Herkomst.STANDAARD)
    wie = (
        aanbrenger(work.session, casus.id, standaard.aanbrenger_id) if "aanbrenger_id" in ontbreekt else None
    )
    if wie is not None:
        casus.aanbrenger_id, herkomst = wie
        casus.zet_herkomst("aanbrenger_id", herkomst)
    leeg = casus.ontbreekt()
    if leeg and weigert:
        woorden = ", ".join(VERPLICHT[veld] for veld in leeg)
        raise RuleViolation(
            "casus_zonder_grondslag", field="casus_id", nummer=casus.nummer, ontbreekt=woorden
        )
    work.session.flush()
    return ontbreekt


def neem_terug(
    work: UnitOfWork, casus: Casus, velden: tuple[str, ...], *, buiten: str
) -> tuple[Ingevuld, ...]:
    """Undo of filling in: empty ``velden`` that still stand as they were filled in, unless the case is on another
    agenda than the item ``buiten``. Returns what they were."""
    if op_open_agenda(work.session, casus.id, buiten=buiten):
        return ()
    weg = []
    for veld in VERPLICHT:
        herkomst = casus.herkomst(veld)
        if veld in velden and herkomst is not None:
            weg.append(Ingevuld(veld=veld, waarde=getattr(casus, veld), herkomst=herkomst))
            setattr(casus, veld, None if veld == "aanbrenger_id" else "")
            casus.zet_herkomst(veld, None)
    work.session.flush()
    return tuple(weg)


def vul_terug(work: UnitOfWork, casus: Casus, ingevuld: tuple[Ingevuld, ...]) -> None:
    """Undo of ``neem_terug``: what was filled in stands again, where the case is still empty. Raises NotFound."""
    for rij in ingevuld:
        if rij.veld not in casus.ontbreekt() or not rij.waarde.strip():
            continue
        if rij.veld == "aanbrenger_id":
            work.get(Organisatie, rij.waarde)
        setattr(casus, rij.veld, check_text(rij.waarde, rij.veld))
        casus.zet_herkomst(rij.veld, rij.herkomst)


HANDLERS = {
    TafelstandaardVastleggen: standaard_vastleggen,
    AanbrengerBepalen: aanbrenger_bepalen,
}
