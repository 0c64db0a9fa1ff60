"""Going to the place where words stand: in a field, or in a text that is only read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from vhdesk.ui.widgets.label import Label

W = TypeVar("W")


def first_with(words: Sequence[str], places: Iterable[W], text: Callable[[W], str]) -> W | None:
    """Return the first place that holds ``words[0]``, else the first with the next of them; white space and case do
    not count."""
    known = [(place, " ".join(text(place).split()).casefold()) for place in places]
    for each in words:
        found = next((place for place, held in known if each and each.casefold() in held), None)
        if found is not None:
            return found
    return None


def mark_label(inside: QWidget, words: Sequence[str]) -> bool:
    """Put the focus on the text inside a widget that holds ``words``, the last of them selected; False without one."""
    label = first_with(words, inside.findChildren(Label), Label.text)
    if label is None:
        return False
    label.show()  # a layout shows its widgets later, and only what is shown can take the focus
    label.mark(words[-1])
    return True
