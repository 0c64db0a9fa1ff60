"""Every method of the jaarplannen that fits the practice meeting is on one of its cases, with something to see."""

from __future__ import annotations

import pytest

from vhdesk.practice.oefenkluis import OefenkluisResult
from vhdesk.queries.dossier import dossier
from vhdesk.queries.methode_rijen import Methodestand
from vhdesk.services.desk import Desk
from vhdesk.vocabulary_methode import Methodeeis, Methodenotitiesoort

Oefen = tuple[Desk, OefenkluisResult]


def _stand(oefen: Oefen, nummer: str) -> Methodestand:
    desk, result = oefen
    return desk.ask(dossier, result.casussen[nummer], vandaag=desk.clock.today()).methode


@pytest.mark.parametrize(
    ("nummer", "methode"),
    [
        ("ZVH-2026-0149", "Code Rood"), ("ZVH-2026-0088", "JOR"), ("ZVH-2025-0063", "10 in Twente"),
        ("ZVH-2024-0117", "Veelplegers"), ("ZVH-2026-0097", "Ex-gedetineerden"), ("ZVH-2025-0204", "Woonoverlast"),
        ("ZVH-2026-0155", "PGA"),
    ],
)  # fmt: skip
def test_the_cases_of_the_meeting_have_their_method(oefen: Oefen, nummer: str, methode: str) -> None:
    huidig = _stand(oefen, nummer).huidig
    assert huidig is not None and huidig.naam == methode and huidig.reden


def test_each_kind_of_note_is_there_and_says_something(oefen: Oefen) -> None:
    kennis = _stand(oefen, "ZVH-2025-0063").notities
    assert [notitie.soort for notitie in kennis] == [Methodenotitiesoort.KENNIS] * 2
    assert "FACT-team" in kennis[0].tekst, "the newest on top"
    risico = next(eis for eis in _stand(oefen, "ZVH-2026-0149").eisen if eis.soort is Methodeeis.RISICO)
    assert risico.voldaan and risico.totaal == 8
    voorwaarden = {
        nummer: next(e for e in _stand(oefen, nummer).eisen if e.soort is Methodeeis.VOORWAARDEN).gedaan
        for nummer in ("ZVH-2026-0097", "ZVH-2025-0204", "ZVH-2026-0155")
    }
    assert voorwaarden == {"ZVH-2026-0097": 2, "ZVH-2025-0204": 3, "ZVH-2026-0155": 2}
