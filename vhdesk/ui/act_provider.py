"""The acts of the registry as entries of the go-to palette."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from vhdesk.folding import fold, found_in
from vhdesk.ui.actions import ActionRegistry
from vhdesk.ui.widgets.palette import Entry

MAX_SHOWN = 12


class ActProvider(QObject):
    """Finds acts by the words of their text, section and extra words."""

    def __init__(self, registry: ActionRegistry, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._registry = registry

    def search(self, words: str, answer: Callable[[str, Sequence[Entry]], None]) -> None:
        """Answer at once."""
        entries = [
            Entry(act.id, act.text, act.section, act.keys_text(), act.icon or "command")
            for act in self._registry.palette_acts()
            if found_in(words, fold(f"{act.text} {act.section} {act.words}"))
        ]
        if words:
            folded = fold(words)
            entries.sort(key=lambda entry: not fold(entry.title).startswith(folded))
        answer(words, entries[:MAX_SHOWN])

    def go(self, entry_id: str) -> None:
        """Run the act."""
        self._registry.trigger(entry_id)
