"""How the window looks on this computer, and when it locks by itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.theme.style import ThemeChoice, apply_theme
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.form import FieldRow
from vhdesk.ui.widgets.number_field import NumberField

THEMES: Final = (("systeem", "Systeem"), ("licht", "Licht"), ("donker", "Donker"))
SIZES: Final = tuple((str(size), f"{size} %") for size in (100, 110, 125, 150, 175, 200))
INTRO: Final = "Dit geldt voor u op deze computer, in elke kluis."


class WeergaveCard(Card):
    """Applied at once. Signals: ``idle_minutes_changed(int)``."""

    idle_minutes_changed = Signal(int)

    def __init__(self, settings: DeskSettings, parent: QWidget | None = None) -> None:
        super().__init__("Weergave en vergrendelen", "settings", section=True, parent=parent)
        self._settings = settings
        self.theme = ChoiceField("Licht of donker", THEMES)
        self.size_choice = ChoiceField("Tekstgrootte", SIZES)
        self.idle = NumberField("Vergrendelen na minuten zonder gebruik", 1, 120, "min")
        self.add_text(INTRO)
        row = FieldRow(column_width=140)
        row.add("Licht of donker", self.theme)
        row.add("Tekstgrootte", self.size_choice)
        row.add("Vergrendelen na", self.idle)
        self.body.addWidget(row)
        self.refresh()
        self.theme.chosen.connect(self._theme_chosen)
        self.size_choice.chosen.connect(self._size_chosen)
        self.idle.valueChanged.connect(self._idle_changed)

    def refresh(self) -> None:
        """Show what is set now; a text size between the steps stands among them."""
        percent = round(self._settings.text_scale * 100)
        sizes = {int(size): text for size, text in SIZES} | {percent: f"{percent} %"}
        self.size_choice.set_choices([(str(size), text) for size, text in sorted(sizes.items())])
        self.size_choice.set_value(str(percent))
        self.theme.set_value(self._settings.theme.value)
        self.idle.blockSignals(True)
        self.idle.setValue(self._settings.idle_minutes)
        self.idle.blockSignals(False)

    def next_theme(self) -> None:
        """From light to dark and back."""
        dark = self._settings.theme is ThemeChoice.DARK
        self._theme_chosen((ThemeChoice.LIGHT if dark else ThemeChoice.DARK).value)

    def step_size(self, step: int) -> None:
        """One step larger or smaller text."""
        sizes = [int(size) for size, _ in SIZES]
        now = round(self._settings.text_scale * 100)
        near = min(range(len(sizes)), key=lambda place: abs(sizes[place] - now))
        self._size_chosen(str(sizes[min(max(near + step, 0), len(sizes) - 1)]))

    def _theme_chosen(self, value: str) -> None:
        self._settings.theme = ThemeChoice(value)
        self._apply()

    def _size_chosen(self, value: str) -> None:
        self._settings.text_scale = int(value) / 100
        self._apply()

    def _apply(self) -> None:
        self._settings.sync()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, self._settings.theme, self._settings.text_scale)
        self.refresh()

    def _idle_changed(self, minutes: int) -> None:
        self._settings.idle_minutes = minutes
        self._settings.sync()
        self.idle_minutes_changed.emit(minutes)
