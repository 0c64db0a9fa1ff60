"""How a screen declares what a row looks like: columns of a table, or two lines of a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Column:
    """One declared column. ``value`` gives the raw value of a row; ``text`` words it (default: str, None is
    ""); ``sort`` gives the sort value (default: the raw value); ``icon`` names an icon for a row; ``spoken`` words the cell for the screen reader where that
    should be more than its text."""

    title: str
    value: Callable[[Any], Any]
    text: Callable[[Any], str] | None = None
    sort: Callable[[Any], Any] | None = None
    align: str = "left"
    tooltip: Callable[[Any], str] | None = None
    icon: Callable[[Any], str] | None = None
    width: int = 0
    spoken: Callable[[Any], str] | None = None

    def display(self, row: Any) -> str:
        """Return the words of this column for ``row``."""
        value = self.value(row)
        if self.text is not None:
            return self.text(value)
        return "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class TwoLine:
    """A row as a list item of two lines. ``icon``/``icon_role`` show its state, ``state_text`` says it in words
    for the screen reader; ``rest`` draws it quietly (done); ``pill`` stands under ``right``. ``title_marks`` and
    ``marks``: (start, length) of what a search found in the title and in the subtitle."""

    title: str
    subtitle: str = ""
    right: str = ""
    icon: str = ""
    icon_role: str = "muted"
    state_text: str = ""
    rest: bool = False
    pill: str = ""
    pill_state: str = "muted"
    title_marks: tuple[tuple[int, int], ...] = ()
    marks: tuple[tuple[int, int], ...] = ()

    def found(self) -> tuple[str, ...]:
        """Return the words that stand out, each once."""
        lines = ((self.title, self.title_marks), (self.subtitle, self.marks))
        return tuple(dict.fromkeys(text[at : at + long] for text, marks in lines for at, long in marks))

    def spoken(self) -> str:
        """Return the item as one sentence for the screen reader, what was found at its end."""
        found = self.found()
        hit = f"gevonden: {' '.join(found)}" if found else ""
        return ", ".join(
            p
            for p in (
                self.title,
                self.subtitle.replace("\n", ", "),
                self.right,
                self.state_text,
                self.pill,
                hit,
            )
            if p
        )
