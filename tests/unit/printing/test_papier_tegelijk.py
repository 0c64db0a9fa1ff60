"""Two papers may be made at once: the preview in its thread while another one is saved."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.unit.printing.oefenverslag import NU
from vhdesk.printing.fonts import CURSIEF, HALFVET, MEDIUM, REGULIER
from vhdesk.printing.pen import Pen
from vhdesk.printing.stijl import Letter
from vhdesk.printing.structuur import Element

WOORDEN = (
    "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöùúûüýÿ"  # made of parts that stand elsewhere in the font
)


@pytest.fixture
def _eager_threads() -> Iterator[None]:
    """Threads take turns far more often than they would."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def _paper(_: int = 0) -> bytes:
    pen = Pen(titel="Proef", onderwerp="", maker="vhdesk", gemaakt_op=NU, pages={})
    for row, font in enumerate((REGULIER, MEDIUM, HALFVET, CURSIEF)):
        pen.text(60, 700 - 20 * row, WOORDEN, Letter(font, 10), 400)
    pen.next_page()
    return pen.finish(Element("Document"))


@pytest.mark.usefixtures("_eager_threads")
def test_papers_that_are_made_at_once_are_the_same_as_one_by_one() -> None:
    alone = _paper()
    with ThreadPoolExecutor(4) as four:
        assert set(four.map(_paper, range(60))) == {alone}
