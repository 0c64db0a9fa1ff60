"""Letters that a list answers to, as acts: for the menu, the go-to palette and the key sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject

from vhdesk.ui.actions import Act


@dataclass(frozen=True, slots=True)
class LetterAct:
    """``words`` stand on the button below the list ("gedaan"), ``text`` in menu and palette ("Actie is gedaan")."""

    key: str
    words: str
    text: str
    icon: str


class Pressable(Protocol):
    """A list, or a panel with one, that does what a letter says with its current row."""

    def press(self, key: str) -> None: ...


Find = Callable[[], Pressable | None]


class _Press(QObject):
    """Presses one letter of the list in front."""

    def __init__(self, page: QObject, find: Find, key: str) -> None:
        super().__init__(page)
        self._find = find
        self._key = key

    def run(self) -> None:
        found = self._find()
        if found is not None:
            found.press(self._key)

    def possible(self) -> bool:
        return self._find() is not None


def letter_acts(
    page: QObject, context: str, section: str, prefix: str, letters: Sequence[LetterAct], find: Find
) -> tuple[Act, ...]:
    """Return an act for each letter; ``find`` returns the list when it is in front, ids begin with ``prefix``."""
    acts = []
    for letter in letters:
        press = _Press(page, find, letter.key)
        acts.append(
            Act(
                id=f"{prefix}_{letter.key}",
                text=letter.text,
                section=section,
                handler=press.run,
                list_key=letter.key.upper(),
                context=context,
                icon=letter.icon,
                enabled=press.possible,
            )
        )
    return tuple(acts)
