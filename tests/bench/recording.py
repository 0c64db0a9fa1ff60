"""A recorded meeting: every key of it with the moment at which it was pressed, as a chair and a secretary would press
them in two hours. Made from the practice story, kept as a file, replayed without the waiting."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vhdesk.app.bediening import Bediening
from vhdesk.app.session import DeskSession
from vhdesk.app.toetsenbord import Toetsenbord
from vhdesk.practice.stappen import CasusStap, OpenStap, stappen
from vhdesk.practice.verhaal import lees_verhaal
from vhdesk.vocabulary import Overlegstatus

MINUTES = 120
LETTER_S, KEY_S = 0.15, 0.5  # who types along does 400 letters a minute
CASE_WEIGHT = 8  # a case is talked about so much longer than what stands around it


@dataclass(frozen=True, slots=True)
class Toets:
    """One key: ``moment`` in seconds from the start, ``wat`` the step of the story, ``key`` and ``modifiers`` as Qt
    numbers them, or a ``letter`` that is typed."""

    moment: float
    wat: str
    key: int = 0
    modifiers: int = 0
    letter: str = ""

    @property
    def naam(self) -> str:
        """What was pressed, for people."""
        from PySide6.QtGui import QKeySequence  # few need it

        return self.letter or QKeySequence(self.key | self.modifiers).toString()


class Opnemer(Toetsenbord):
    """A keyboard that remembers what was pressed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.wat = ""
        self.toetsen: list[Toets] = []
        self._moment = 0.0

    def _click(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._moment += KEY_S
        self.toetsen.append(Toets(self._moment, self.wat, key.value, modifiers.value))
        super()._click(key, modifiers)

    def _letter(self, character: str) -> None:
        self._moment += LETTER_S
        self.toetsen.append(Toets(self._moment, self.wat, letter=character))
        super()._letter(character)


def record(session: DeskSession, overleg_id: str) -> list[Toets]:
    """Hold the meeting of the story in the window of ``session`` with the screen of the room on, and return its keys."""
    bediening = Bediening(session, overleg_id)
    keys = Opnemer(session.window)
    bediening.use(keys)
    for stap in stappen(lees_verhaal()):
        keys.wat = f"{type(stap).__name__} {getattr(stap, 'nummer', '')}".strip()
        bediening.do(stap)
        if isinstance(stap, OpenStap):
            keys.press("F12")
    if bediening.status() is not Overlegstatus.GESLOTEN:
        raise RuntimeError("the meeting was not closed")
    return list(_with_pauses(keys.toetsen))


def _with_pauses(toetsen: list[Toets]) -> Iterator[Toets]:
    """Spread what is left of the two hours over the steps: people talk before somebody types."""
    steps = [
        toets.wat
        for toets, before in zip(toetsen, [None, *toetsen], strict=False)
        if before is None or toets.wat != before.wat
    ]
    weights = [CASE_WEIGHT if wat.startswith(CasusStap.__name__) else 1 for wat in steps]
    left = MINUTES * 60 - toetsen[-1].moment
    if left < 0:
        raise RuntimeError("more was typed than fits in the meeting")
    pauses = iter([left * weight / sum(weights) for weight in weights])
    waited, wat = 0.0, None
    for toets in toetsen:
        if toets.wat != wat:
            waited, wat = waited + next(pauses), toets.wat
        yield replace(toets, moment=round(toets.moment + waited, 3))


def write(path: Path, toetsen: Iterable[Toets]) -> None:
    """Keep a recording: one key a line."""
    lines = (json.dumps(asdict(toets), ensure_ascii=False) for toets in toetsen)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read(path: Path) -> list[Toets]:
    """Return a recording."""
    return [Toets(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]
