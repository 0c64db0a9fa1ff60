"""The course of one case: every step, the newest first, with the names that belong to it."""

from __future__ import annotations

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, aliased

from vhdesk.models import Afschaalbrief, Averolhouder, Casusgebeurtenis, Organisatie, Tafel
from vhdesk.queries.casusregel import leeg
from vhdesk.queries.dossier_rijen import StapRow
from vhdesk.queries.lezen import Kolommen, vast, velden
from vhdesk.queries.referentie import GREMIA, referentie_namen
from vhdesk.vocabulary import AveRol, Gebeurtenissoort

AFSCHAALREDENEN = "afschaalredenen"


def verloop(session: Session, casus_id: str) -> tuple[StapRow, ...]:
    """Return the steps of a case, the newest first."""
    gevonden = list(velden(session, _stappen(), {"casus_id": casus_id}))
    if not gevonden:
        return ()
    namen = referentie_namen(session, GREMIA, AFSCHAALREDENEN)
    houders: dict[str, list[tuple[AveRol, str]]] = {}
    if any(row["fase"] is not None for row in gevonden):
        for gebeurtenis_id, rol, naam in session.execute(_houders(), {"casus_id": casus_id}):
            houders.setdefault(gebeurtenis_id, []).append((rol, naam))
    beantwoord = {
        row["betreft_id"] for row in gevonden if row["soort"] is Gebeurtenissoort.OPSCHALING_BEANTWOORD
    }
    stappen = []
    for row in gevonden:
        del row["betreft_id"]
        lijst = namen[AFSCHAALREDENEN if row["soort"] is Gebeurtenissoort.AFGESCHAALD else GREMIA]
        row["reden_naam"] = lijst.get(row["reden_code"], "")
        row["beantwoord"] = row["id"] in beantwoord
        row["heeft_brief"] = row["heeft_brief"] is not None
        row["houders"] = tuple(
            sorted(houders.get(row["id"], ()), key=lambda houder: list(AveRol).index(houder[0]))
        )
        stappen.append(StapRow(**row))
    return tuple(stappen)


@vast
def _stappen() -> Kolommen:
    g, van, naar = Casusgebeurtenis, aliased(Tafel), aliased(Tafel)
    return (
        select(
            g.id, g.soort, g.van, g.naar, g.reden_code, g.reden, g.toelichting, g.datum, g.fase,
            leeg(van.naam).label("van_tafel"), leeg(naar.naam).label("naar_tafel"),
            leeg(Organisatie.naam).label("organisatie"), g.tijdstip, g.actor, g.betreft_id,
            Afschaalbrief.gebeurtenis_id.label("heeft_brief"),
        )
        .outerjoin(van, van.id == g.van_tafel_id)
        .outerjoin(naar, naar.id == g.naar_tafel_id)
        .outerjoin(Organisatie, Organisatie.id == g.organisatie_id)
        .outerjoin(Afschaalbrief, Afschaalbrief.gebeurtenis_id == g.id)
        .where(g.casus_id == bindparam("casus_id"))
        .order_by(g.volgnr.desc())
    )  # fmt: skip


@vast
def _houders() -> Kolommen:
    return (
        select(Averolhouder.gebeurtenis_id, Averolhouder.rol, Organisatie.naam)
        .join(Organisatie, Organisatie.id == Averolhouder.organisatie_id)
        .join(Casusgebeurtenis, Casusgebeurtenis.id == Averolhouder.gebeurtenis_id)
        .where(Casusgebeurtenis.casus_id == bindparam("casus_id"))
    )
