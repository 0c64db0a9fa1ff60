"""The acts that belong to the window itself: go somewhere, lock, palette, help."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from vhdesk.ui.actions import Act
from vhdesk.ui.lock_key import LOCK_KEYS
from vhdesk.ui.widgets.sidebar import Place

if TYPE_CHECKING:
    from vhdesk.ui.window import MainWindow

SECTIONS: Final = ("Kluis", "Bewerken", "Ga naar", "Overleg", "Casus", "Verloop", "Verslag", "Beeld", "Hulp")


class _GoTo(QObject):
    """Goes to one place of the navigation."""

    def __init__(self, window: MainWindow, place: Place) -> None:
        super().__init__(window)
        self._window = window
        self._place = place

    def go(self) -> None:
        self._window.show_page(self._place.id)

    def possible(self) -> bool:
        return self._window.has_page(self._place.id)


def window_acts(window: MainWindow, places: Sequence[Place], below: Sequence[Place]) -> tuple[Act, ...]:
    """Return the acts of ``window``; Ctrl+1..n follow the order of the navigation."""
    acts = []
    for number, place in enumerate([p for p in (*places, *below) if not p.is_act], 1):
        target = _GoTo(window, place)
        acts.append(
            Act(
                id=f"ga.{place.id}",
                looks=True,
                text=place.text,
                section="Ga naar",
                shortcut=f"Ctrl+{number}" if number < 10 else "",
                handler=target.go,
                enabled=target.possible,
                icon=place.icon,
                words="ga naar",
            )
        )
    acts += [
        Act(id="ga.palet", looks=True, text="Ga naar…", section="Ga naar", shortcut="Ctrl+K", handler=window.open_palette,
            icon="search", in_palette=False),
        Act(id="ga.terug", looks=True, text="Terug", section="Ga naar", shortcut="Esc", handler=window.go_back,
            icon="arrow-left", in_palette=False),
        Act(id="kluis.vergrendelen", looks=True, text="Vergrendelen", section="Kluis", shortcut=LOCK_KEYS,
            handler=window.request_lock, icon="lock", words="slot afsluiten", last=True),
        Act(id="kluis.sluiten", looks=True, text="vhdesk sluiten", section="Kluis", shortcut="Ctrl+Q", handler=window.close,
            icon="log-out", words="afsluiten stoppen", last=True),
        Act(id="hulp.sneltoetsen", looks=True, text="Sneltoetsen", section="Hulp", shortcut="F1", handler=window.show_keys,
            icon="keyboard", words="toetsen hulp"),
        Act(id="hulp.handleiding", looks=True, text="Handleiding", section="Hulp", shortcut="Shift+F1",
            handler=window.show_manual, icon="book-open", words="uitleg hulp"),
        Act(id="hulp.over", looks=True, text="Over vhdesk", section="Hulp", handler=window.about_requested.emit, icon="info",
            words="versie licentie"),
    ]  # fmt: skip
    return tuple(acts)
