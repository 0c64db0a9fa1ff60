"""Which organisations know the person of a case on the agenda and have nobody on the list of the meeting."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from vhdesk.folding import fold
from vhdesk.models import Agendapunt, Bekendheid, Casus, Deelnemer, Medewerker, Organisatie
from vhdesk.queries.inzage import inzage
from vhdesk.queries.lezen import Kolommen, vast, velden
from vhdesk.vocabulary_triage import Bekendheidstand


@dataclass(frozen=True, slots=True)
class GenodigdeRow:
    """An organisation to invite, for which cases (their numbers), and whom the referrer named there. ``id`` is the
    organisation; ``medewerker_id`` that person, None when he or she is not in the record yet."""

    id: str
    organisatie: str
    contact: str
    contact_telefoon: str
    contact_email: str
    casussen: tuple[str, ...]
    medewerker_id: str | None


@inzage("agenda inzien", "overleg", "overleg_id")
def uit_te_nodigen(session: Session, overleg_id: str) -> tuple[GenodigdeRow, ...]:
    """Return them by name. An organisation is involved in a case once it said that it knows the person; the fixed
    members of the table are on the list already (jaarplan NOG 2017: partners are added only if involved in that case)."""
    gevonden: dict[str, GenodigdeRow] = {}
    for rij in velden(session, _bekend(), {"overleg_id": overleg_id}):
        nummer = rij.pop("nummer")
        eerder = gevonden.get(rij["id"])
        if eerder is None:
            gevonden[rij["id"]] = GenodigdeRow(**rij, casussen=(nummer,), medewerker_id=None)
            continue
        gevonden[rij["id"]] = replace(
            eerder if eerder.contact else GenodigdeRow(**rij, casussen=(), medewerker_id=None),
            casussen=(*eerder.casussen, nummer),
        )
    mensen = {
        (organisatie_id, fold(naam)): medewerker_id
        for medewerker_id, organisatie_id, naam in session.execute(_mensen(), {"ids": list(gevonden)})
    }
    return tuple(
        replace(rij, medewerker_id=mensen.get((rij.id, fold(rij.contact)))) for rij in gevonden.values()
    )


@vast
def _bekend() -> Kolommen:
    punt, b, o = Agendapunt, Bekendheid, Organisatie
    aan_tafel = (
        select(Medewerker.organisatie_id)
        .join(Deelnemer, Deelnemer.medewerker_id == Medewerker.id)
        .where(Deelnemer.overleg_id == bindparam("overleg_id"))
    )
    return (
        select(
            o.id, o.naam.label("organisatie"), b.contact, b.contact_telefoon, b.contact_email, Casus.nummer
        )
        .select_from(punt)
        .join(b, (b.casus_id == punt.casus_id) & (b.stand == Bekendheidstand.BEKEND))
        .join(o, o.id == b.organisatie_id)
        .join(Casus, Casus.id == punt.casus_id)
        .where(punt.overleg_id == bindparam("overleg_id"), o.id.not_in(aan_tafel))
        .order_by(o.naam, punt.volgorde)
    )


@vast
def _mensen() -> Kolommen:
    m = Medewerker
    return select(m.id, m.organisatie_id, m.naam).where(
        m.actief, m.organisatie_id.in_(bindparam("ids", expanding=True))
    )
