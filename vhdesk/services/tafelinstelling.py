"""Acts on what a table sets for itself ('couleur locale'): who refers, what a referral must say, when nazorg is reviewed.

Each setting is a new version; what held before stays readable. What nobody set is as shipped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from sqlalchemy import func, select

from vhdesk.errors import RuleViolation
from vhdesk.models import Gemeente, Organisatie, Referentiewaarde, Tafel, Tafelinstelling
from vhdesk.models.bewaartermijn import MAX_MAANDEN
from vhdesk.queries.huis import procesregieregel
from vhdesk.queries.instelling import (
    AANMELDERS,
    AANMELDVELDEN,
    DETENTIE,
    GEMEENTEN,
    NAZORG,
    PROCESREGIE,
    TERUGKOPPELING,
    TOPX,
    VEREIST,
    tafelregels,
    topx_normen,
)
from vhdesk.queries.referentie import BESLUITTYPEN
from vhdesk.services.command import BEHEER, Command, Event, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Gebruikersrol
from vhdesk.vocabulary_triage import Aanmeldregel, Meldveld, Procesregieregel

MAX_NORM = 100_000
MAX_DAGEN = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class NazorgInstellen(Command):
    """Set after how many months a table reviews a case in nazorg."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    tafel_id: str
    maanden: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AanmeldersInstellen(Command):
    """Set who may refer to a table. Code Rood stays open to anyone (jaarplan Twente 2015 §2)."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    tafel_id: str
    aanmelders: Aanmeldregel


@dataclass(frozen=True, slots=True, kw_only=True)
class AanmeldgemeentenInstellen(Command):
    """Set which gemeenten refer to a table (as shipped: the 14 of Twente, for a veiligheidskamer those of NOG)."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    tafel_id: str
    gemeente_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AanmeldveldenInstellen(Command):
    """Set what a referral to a table must say before it is weighed (domein.md §1, step 2)."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    tafel_id: str
    velden: tuple[Meldveld, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopXNormBepalen(Command):
    """Set how many cases the Top X should have (the stuurgroep sets it, jaarplan Twente 2015 §2): of the house, or with
    ``tafel_id`` of the own list of a table. ``norm`` None: that table has no list of its own any more."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    norm: int | None
    tafel_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TerugkoppelingInstellen(Command):
    """Set within how many days the referrer of a case of this table hears the outcome."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    tafel_id: str
    dagen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DetentieInstellen(Command):
    """Set from how many months on detention is a reason to step a case of this table down (domein.md §6)."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    tafel_id: str
    maanden: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanwezigheidseis:
    """The organisations, by code, that must be there for a kind of decision; ``type_code`` "": for every kind."""

    type_code: str
    organisaties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AanwezigheidVereisen(Command):
    """Set who must be there when this table takes a decision of a kind ("OM vereist"); all rules at once."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    tafel_id: str
    eisen: tuple[Aanwezigheidseis, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcesregieInstellen(Command):
    """Set whose people may be procesregisseur at a table. Who has the role now keeps it."""

    rollen: ClassVar[frozenset[Gebruikersrol]] = BEHEER
    tafel_id: str
    procesregie: Procesregieregel


@dataclass(frozen=True, slots=True, kw_only=True)
class TafelinstellingGewijzigd(Event):
    versie: int


def nieuwe_versie(work: UnitOfWork, tafel: Tafel | None, sleutel: str, waarde: Any, woorden: str) -> Outcome:
    """Store the next version of a setting of ``tafel`` (None: of the house); ``woorden`` are what the journaal tells of
    it."""
    tafel_id = tafel.id if tafel is not None else None
    hoogste = select(func.max(Tafelinstelling.versie)).where(
        Tafelinstelling.tafel_id.is_not_distinct_from(tafel_id), Tafelinstelling.sleutel == sleutel
    )
    versie = (work.session.scalar(hoogste) or 0) + 1
    instelling = work.add(
        Tafelinstelling(
            tafel_id=tafel_id,
            sleutel=sleutel,
            versie=versie,
            waarde=waarde,
            gewijzigd_op=work.clock.now(),
            actor=work.actor.naam,
        )
    )
    event = TafelinstellingGewijzigd(id=instelling.id, versie=versie)
    soort, object_id = ("tafel", tafel_id) if tafel_id is not None else ("tafelinstelling", instelling.id)
    return Outcome(event, soort, object_id, None, f"{woorden}, versie {versie}")


def nazorg_instellen(work: UnitOfWork, command: NazorgInstellen) -> Outcome:
    maanden = command.maanden
    if len(maanden) > MAX_MAANDEN or any(not 1 <= maand <= MAX_MAANDEN for maand in maanden):
        raise RuleViolation("maanden_buiten_bereik", field="maanden", maximum=MAX_MAANDEN)
    if list(maanden) != sorted(set(maanden)):
        raise RuleViolation("maanden_niet_oplopend", field="maanden")
    woorden = f"nazorg {', '.join(map(str, maanden))}"
    return nieuwe_versie(work, work.get(Tafel, command.tafel_id), NAZORG, list(maanden), woorden)


def aanmelders_instellen(work: UnitOfWork, command: AanmeldersInstellen) -> Outcome:
    regel = command.aanmelders
    return nieuwe_versie(
        work, work.get(Tafel, command.tafel_id), AANMELDERS, regel.value, f"aanmelden: {regel.label}"
    )


def procesregie_instellen(work: UnitOfWork, command: ProcesregieInstellen) -> Outcome:
    tafel, regel = work.get(Tafel, command.tafel_id), command.procesregie
    oud = procesregieregel(tafelregels(work.session, tafel.id).procesregie, tafel.regime)
    uitkomst = nieuwe_versie(work, tafel, PROCESREGIE, regel.value, f"procesregisseur: {regel.label}")
    return replace(uitkomst, inverse=ProcesregieInstellen(tafel_id=tafel.id, procesregie=oud))


def aanmeldgemeenten_instellen(work: UnitOfWork, command: AanmeldgemeentenInstellen) -> Outcome:
    gekozen = {
        gemeente_id: work.get(Gemeente, gemeente_id).naam for gemeente_id in sorted(command.gemeente_ids)
    }
    if not gekozen:
        raise RuleViolation("gemeenten_ontbreken", field="gemeente_ids")
    woorden = f"aanmelden door {', '.join(sorted(gekozen.values()))}"
    return nieuwe_versie(work, work.get(Tafel, command.tafel_id), GEMEENTEN, list(gekozen), woorden)


def aanmeldvelden_instellen(work: UnitOfWork, command: AanmeldveldenInstellen) -> Outcome:
    velden = [veld for veld in Meldveld if veld in command.velden]
    if Meldveld.GEMEENTE not in velden:  # a case is always given back to its gemeente
        raise RuleViolation("gemeente_blijft_verplicht", field="velden")
    woorden = f"verplicht: {', '.join(veld.label for veld in velden)}"
    return nieuwe_versie(
        work, work.get(Tafel, command.tafel_id), AANMELDVELDEN, [veld.value for veld in velden], woorden
    )


def norm_bepalen(work: UnitOfWork, command: TopXNormBepalen) -> Outcome:
    norm, tafel_id = command.norm, command.tafel_id
    if (norm is None and tafel_id is None) or (norm is not None and not 1 <= norm <= MAX_NORM):
        raise RuleViolation("norm_onmogelijk", field="norm", maximum=MAX_NORM)
    tafel = work.get(Tafel, tafel_id) if tafel_id is not None else None
    oud = topx_normen(work.session).get(tafel_id)
    uitkomst = nieuwe_versie(work, tafel, TOPX, norm, f"norm Top X {norm or 'van het huis'}")
    return replace(uitkomst, inverse=TopXNormBepalen(norm=oud, tafel_id=tafel_id))


def terugkoppeling_instellen(work: UnitOfWork, command: TerugkoppelingInstellen) -> Outcome:
    if not 1 <= command.dagen <= MAX_DAGEN:
        raise RuleViolation("instelling_buiten_bereik", field="dagen", maximum=MAX_DAGEN)
    woorden = f"terugkoppeling binnen {command.dagen} dagen"
    return nieuwe_versie(work, work.get(Tafel, command.tafel_id), TERUGKOPPELING, command.dagen, woorden)


def detentie_instellen(work: UnitOfWork, command: DetentieInstellen) -> Outcome:
    if not 1 <= command.maanden <= MAX_MAANDEN:
        raise RuleViolation("instelling_buiten_bereik", field="detentie", maximum=MAX_MAANDEN)
    woorden = f"detentie langer dan {command.maanden} maanden"
    return nieuwe_versie(work, work.get(Tafel, command.tafel_id), DETENTIE, command.maanden, woorden)


def aanwezigheid_vereisen(work: UnitOfWork, command: AanwezigheidVereisen) -> Outcome:
    tafel = work.get(Tafel, command.tafel_id)
    nieuw = {
        eis.type_code: list(dict.fromkeys(eis.organisaties)) for eis in command.eisen if eis.organisaties
    }
    if len({eis.type_code for eis in command.eisen}) != len(command.eisen):
        raise RuleViolation("eis_dubbel", field="eisen")
    oud = tafelregels(work.session, tafel.id).vereist
    _vereis_bekend(work, nieuw, oud)
    inverse = AanwezigheidVereisen(
        tafel_id=tafel.id,
        eisen=tuple(Aanwezigheidseis(type_code=soort, organisaties=wie) for soort, wie in oud.items()),
    )
    woorden = f"aanwezig vereist: {len(nieuw)} regels"
    return replace(nieuwe_versie(work, tafel, VEREIST, nieuw, woorden), inverse=inverse)


def _vereis_bekend(
    work: UnitOfWork, nieuw: Mapping[str, list[str]], oud: Mapping[str, tuple[str, ...]]
) -> None:
    """Raise RuleViolation for a kind of decision or an organisation that does not exist; what held before may stay."""
    soorten = select(Referentiewaarde.code).where(
        Referentiewaarde.lijst_code == BESLUITTYPEN, Referentiewaarde.versie_tot.is_(None)
    )
    if set(nieuw) - set(work.session.scalars(soorten)) - set(oud) - {""}:
        raise RuleViolation("besluittype_onbekend", field="eisen")
    codes = {code for wie in nieuw.values() for code in wie} - {code for wie in oud.values() for code in wie}
    bekend = set(work.session.scalars(select(Organisatie.code).where(Organisatie.code.in_(codes))))
    if codes - bekend:
        raise RuleViolation(
            "organisatie_onbekend", field="eisen", organisatie=", ".join(sorted(codes - bekend))
        )


HANDLERS = {
    AanwezigheidVereisen: aanwezigheid_vereisen,
    TopXNormBepalen: norm_bepalen,
    TerugkoppelingInstellen: terugkoppeling_instellen,
    DetentieInstellen: detentie_instellen,
    ProcesregieInstellen: procesregie_instellen,
    NazorgInstellen: nazorg_instellen,
    AanmeldersInstellen: aanmelders_instellen,
    AanmeldgemeentenInstellen: aanmeldgemeenten_instellen,
    AanmeldveldenInstellen: aanmeldvelden_instellen,
}
