"""Scores on the Zelfredzaamheid-Matrix: per domain the latest and the one before it."""

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
    per_casus: dict[str, dict[str, ZrmRow]] = {casus_id: {} for casus_id in casus_ids}
    for casus_id, score_id, code, datum, score in session.execute(_scores(), waarden):
        laatste = per_casus[casus_id].get(code)
        if laatste is None:
            naam = domeinen.get(code, code)
            per_casus[casus_id][code] = ZrmRow(score_id, code, naam, datum, score, None, None)
        elif laatste.vorige is None:
            per_casus[casus_id][code] = ZrmRow(
                laatste.id, code, laatste.domein, laatste.datum, laatste.score, score, datum
            )
    plek = {code: nummer for nummer, code in enumerate(domeinen)}
    return {
        casus_id: tuple(
            sorted(scores.values(), key=lambda rij: (plek.get(rij.domein_code, len(plek)), rij.domein_code))
        )
        for casus_id, scores in per_casus.items()
    }


@vast
def _scores() -> Kolommen:
    score = Zrmscore
    return (
        select(score.casus_id, score.id, score.domein_code, score.datum, score.score)
        .where(score.casus_id.in_(bindparam("casus_ids", expanding=True)), score.datum <= bindparam("tot"))
        .order_by(score.datum.desc())
    )
