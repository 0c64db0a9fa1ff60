"""Scores on the Zelfredzaamheid-Matrix: per domain the latest, the one before it, and how it went."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from vhdesk.models import Zrmscore
from vhdesk.queries.dossier_rijen import ZrmRow
from vhdesk.queries.lezen import Kolommen, vast


def zrm_scores(
    session: Session, casus_ids: Collection[str], domeinen: Mapping[str, str], *, tot: date | None = None
) -> dict[str, tuple[ZrmRow, ...]]:
    """Return case -> its scores in the order of ``domeinen`` (code -> name); every asked case is in it.

    ``tot``: only scores up to and including this date.
    """
    waarden = {"casus_ids": list(casus_ids), "tot": tot or date.max}
    gevonden: dict[str, dict[str, list[tuple[str, date, int]]]] = {casus_id: {} for casus_id in casus_ids}
    for casus_id, score_id, code, datum, score in session.execute(_scores(), waarden):
        gevonden[casus_id].setdefault(code, []).append((score_id, datum, score))
    per_casus = {
        casus_id: {code: _rij(code, domeinen.get(code, code), scores) for code, scores in van.items()}
        for casus_id, van in gevonden.items()
    }
    plek = {code: nummer for nummer, code in enumerate(domeinen)}
    return {
        casus_id: tuple(
            sorted(scores.values(), key=lambda rij: (plek.get(rij.domein_code, len(plek)), rij.domein_code))
        )
        for casus_id, scores in per_casus.items()
    }


def _rij(code: str, naam: str, scores: list[tuple[str, date, int]]) -> ZrmRow:
    """Return the row of a domain; ``scores`` newest first."""
    score_id, datum, score = scores[0]
    _, vorige_datum, vorige = scores[1] if len(scores) > 1 else ("", None, None)
    verloop = tuple((dag, waarde) for _, dag, waarde in reversed(scores))
    return ZrmRow(score_id, code, naam, datum, score, vorige, vorige_datum, verloop)


@vast
def _scores() -> Kolommen:
    score = Zrmscore
    return (
        select(score.casus_id, score.id, score.domein_code, score.datum, score.score)
        .where(score.casus_id.in_(bindparam("casus_ids", expanding=True)), score.datum <= bindparam("tot"))
        .order_by(score.datum.desc())
    )
