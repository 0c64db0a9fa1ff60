"""Whether a referral says enough to be weighed (domein.md §1, step 2: incomplete forms do not reach triage)."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy import func, select

from vhdesk.models import Aanmelding, Bekendheid, Betrokkene, Casus, Persoon
from vhdesk.models.aanmelding import check_volledig, ontbrekend
from vhdesk.queries.instelling import tafelregels
from vhdesk.queries.melding import Casusvelden, Melding
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Betrokkenheid
from vhdesk.vocabulary_triage import Meldveld


def hoofdpersoon(work: UnitOfWork, casus_id: str) -> Persoon:
    """Return the person a case is about."""
    persoon_id = work.session.scalars(
        select(Betrokkene.persoon_id).where(
            Betrokkene.casus_id == casus_id, Betrokkene.rol == Betrokkenheid.HOOFDBETROKKENE
        )
    ).one()
    return work.get(Persoon, persoon_id)


def aanmelding_van(work: UnitOfWork, casus_id: str) -> Aanmelding | None:
    """Return the referral of a case, None when it came in another way."""
    return work.session.scalars(select(Aanmelding).where(Aanmelding.casus_id == casus_id)).one_or_none()


def wat_ontbreekt(work: UnitOfWork, casus: Casus) -> tuple[Meldveld, ...]:
    """Return what the referral of ``casus`` lacks before it is weighed."""
    persoon, aanmelding = hoofdpersoon(work, casus.id), aanmelding_van(work, casus.id)
    gevraagd = select(func.count()).where(Bekendheid.casus_id == casus.id)
    waarden: dict[str, object] = {
        **{veld.name: getattr(casus, veld.name) for veld in fields(Casusvelden)},
        **({veld.name: getattr(aanmelding, veld.name) for veld in fields(Melding)} if aanmelding else {}),
        "soort": persoon.soort,
        "geboortedatum": persoon.geboortedatum,
        "adres": persoon.adres or persoon.woonplaats,
        "partners": work.session.scalar(gevraagd),
    }
    return ontbrekend(waarden, tafelregels(work.session, casus.tafel_id).velden)


def vereis_volledig(work: UnitOfWork, casus: Casus) -> None:
    """Raise RuleViolation when the referral is incomplete and not urgent."""
    aanmelding = aanmelding_van(work, casus.id)
    check_volledig(wat_ontbreekt(work, casus), spoed=aanmelding is not None and aanmelding.spoed)
