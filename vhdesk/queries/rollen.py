"""Who has or had which role in a case, and at a given moment."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.orm import Session

from vhdesk.models import Casusroltoewijzing, Medewerker, Organisatie
from vhdesk.queries.casusregel import leeg
from vhdesk.queries.dossier_rijen import RolRow
from vhdesk.queries.lezen import Kolommen, vast, velden
from vhdesk.vocabulary import Casusrol


def rollen(session: Session, casus_ids: Collection[str]) -> dict[str, tuple[RolRow, ...]]:
    """Return case -> its roles, newest first, in one statement; every asked case is in it."""
    gevonden: dict[str, list[RolRow]] = {casus_id: [] for casus_id in casus_ids}
    for rij in velden(session, _rollen(), {"casus_ids": list(casus_ids)}):
        gevonden[rij.pop("casus_id")].append(RolRow(**rij))
    return {casus_id: tuple(lijst) for casus_id, lijst in gevonden.items()}


@vast
def _rollen() -> Kolommen:
    r = Casusroltoewijzing
    return (
        select(
            r.casus_id, r.id, r.rol, r.organisatie_id, Organisatie.naam.label("organisatie"), r.medewerker_id,
            leeg(Medewerker.naam).label("naam"), leeg(Medewerker.functie).label("functie"),
            leeg(Medewerker.telefoon).label("telefoon"), r.van, r.tot,
            (r.tot.is_(None) & vertrokken()).label("weg"),
        )
        .join(Organisatie, Organisatie.id == r.organisatie_id)
        .outerjoin(Medewerker, Medewerker.id == r.medewerker_id)
        .where(r.casus_id.in_(bindparam("casus_ids", expanding=True)))
        .order_by(r.van.desc(), r.tot.is_not(None), r.tot.desc())
    )  # fmt: skip


def vertrokken() -> ColumnElement[bool]:
    """Return whether who has a role left, with ``Organisatie`` joined and ``Medewerker`` too where it is a person."""
    return func.coalesce(Medewerker.actief, Organisatie.actief).is_(False) | Organisatie.actief.is_(False)


def op_moment(gehad: Iterable[RolRow], moment: datetime | None) -> dict[Casusrol, RolRow]:
    """Return who had each role at ``moment``; None: who has it now."""
    if moment is None:
        return {rol.rol: rol for rol in gehad if rol.tot is None}
    geldig = (rol for rol in gehad if rol.van <= moment and (rol.tot is None or rol.tot > moment))
    return {rol.rol: rol for rol in geldig}
