"""Every widget of the foundation on a few sample pages, and a script that photographs them in both themes.

Run: ``QT_QPA_PLATFORM=offscreen python tests/ui/foundation/gallery.py FOLDER``. The tests walk the same pages.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from vhdesk.clock import FixedClock
from vhdesk.errors import VaultInUse, WrongPassphrase
from vhdesk.ui.actions import Act, ActionRegistry
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.itemmodels.column import Column, TwoLine
from vhdesk.ui.itemmodels.row_list_model import RowListModel
from vhdesk.ui.itemmodels.row_model import RowTableModel
from vhdesk.ui.ontgrendelen.unlock_page import UnlockPage
from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.theme.style import apply_theme
from vhdesk.ui.theme.tokens import PAGE_MARGIN, SPACE_3, SPACE_4
from vhdesk.ui.widgets.card import Card
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.form import FieldRow, labelled
from vhdesk.ui.widgets.list_pane import ListPane
from vhdesk.ui.widgets.number_field import NumberField
from vhdesk.ui.widgets.page_header import PageHeader
from vhdesk.ui.widgets.pill import Pill
from vhdesk.ui.widgets.primary_button import PrimaryButton
from vhdesk.ui.widgets.row_table import RowTable
from vhdesk.ui.widgets.scroll_column import ScrollColumn
from vhdesk.ui.widgets.tab_strip import TabStrip
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.ui.window import MainWindow

CLOCK = FixedClock(datetime(2026, 11, 20, 9, 43, tzinfo=UTC))
AREAS = (
    ("Huisvesting", "house", "2 – niet zelfredzaam", "warn", "Verblijft tijdelijk bij familie; inschrijving verloopt 1 maart."),
    ("Financiën", "wallet", "2 – niet zelfredzaam", "warn", "Schulddienstverlening gestart, budgetbeheer aangevraagd."),
    ("Werk en opleiding", "briefcase", "3 – beperkt", "ok", "Dagbesteding drie dagdelen per week."),
    ("Lichamelijke gezondheid", "heart-pulse", "4 – voldoende", "ok", "Geen bijzonderheden."),
    ("Geestelijke gezondheid", "brain", "1 – acute problematiek", "danger", "Intake FACT-team gepland op 4 december."),
    ("Justitie", "scale", "3 – beperkt", "ok", "Toezicht reclassering tot juni 2027."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SampleRow:
    """A case as a list shows it."""

    id: str
    naam: str
    kenmerk: str
    tijd: str
    besproken: bool
    uiterlijk: date | None = None


def sample_rows(number: int = 14) -> list[SampleRow]:
    """Return invented rows."""
    first = ("Testpersoon", "Voorbeeld", "Fictief")
    return [
        SampleRow(
            f"{i:032x}",
            f"{first[i % 3]} {chr(65 + i)}. (fictief)",
            f"ZVH-2026-{101 + i:04} · Complexe problematiek en overlast",
            f"{9 + i * 10 // 60:02}:{i * 10 % 60:02}",
            i < 4,
            date(2026, 12, 1 + i) if i % 3 else None,
        )
        for i in range(number)
    ]


def two_line(row: SampleRow) -> TwoLine:
    """Word one row."""
    done = row.besproken
    return TwoLine(
        row.naam,
        row.kenmerk,
        row.tijd,
        "circle-check" if done else "circle",
        "ok" if done else "muted",
        "besproken" if done else "nog te bespreken",
        rest=done,
    )


class SamplePage(QWidget):
    """List left, a case at the right: the page of the sketch."""

    def __init__(self, registry: ActionRegistry, page_id: str = "overleggen") -> None:
        super().__init__()
        self.page_id = page_id
        self.title = "Overleggen"
        self.topic = "overleg-voorbereiden"
        self.saved = True
        registry.add(
            Act(id=f"{page_id}.vastleggen", text="Vastleggen", section="Overleg", context=page_id,
                shortcut="Ctrl+Return", handler=self._submit, icon="gavel"),
            Act(id=f"{page_id}.afdrukken", text="Afdrukken", section="Verslag", context=page_id,
                shortcut="Ctrl+P", handler=self._submit, icon="printer"),
            Act(id=f"{page_id}.zoeken", text="Zoeken in lijst", section="Bewerken", context=page_id,
                shortcut="Ctrl+F", handler=self._find, icon="search"),
        )  # fmt: skip
        self.pane = ListPane("Agenda", RowListModel(two_line, sample_rows(), reorderable=True))
        self.pane.set_count("14 casussen · 4 besproken · 09:00–14:00")
        self.pane.setFixedWidth(296)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pane)
        layout.addWidget(self._detail(registry), 1)

    def _detail(self, registry: ActionRegistry) -> QWidget:
        detail = QWidget()
        column = QVBoxLayout(detail)
        column.setContentsMargins(PAGE_MARGIN, 20, PAGE_MARGIN, SPACE_4)
        column.setSpacing(SPACE_3)
        header = PageHeader("Voorbeeld E. (fictief)")
        header.set_subtitle("ZVH-2026-0105", "Jeugd en veiligheid", "punt 5 van 30")
        header.add_right(Pill("Doel vastgesteld", "ok"))
        header.add_right(Pill("Geheimhouding GGZ", "warn"))
        header.add_right(PrimaryButton(registry.action(f"{self.page_id}.afdrukken"), kind=""))
        scroll = ScrollColumn("Casus")
        scroll.body.addWidget(header)
        tabs = [
            ("leef", "&Leefgebieden"),
            ("casus", "&Casus"),
            ("plan", "&Plan van aanpak"),
            ("besluit", "B&esluiten"),
        ]
        self.tabs = TabStrip("Onderdelen van de casus", tabs)
        scroll.body.addWidget(self.tabs)
        holder = QWidget()
        cards = FlowLayout(holder, spacing=SPACE_3, column_width=340)
        for title, icon_name, word, state, text in AREAS:
            card = Card(title, icon_name)
            card.add_right(Pill(word, state, ""))
            card.add_text(text)
            cards.addWidget(card)
        scroll.body.addWidget(holder)
        column.addWidget(scroll, 1)
        column.addWidget(self._entry(registry))
        return detail

    def _entry(self, registry: ActionRegistry) -> QWidget:
        card = Card("Besluit of actie vastleggen", "gavel", section=True)
        self.text = TextArea(
            "Wat is afgesproken", "Wat is afgesproken? Schrijf feitelijk en herleidbaar.", min_lines=2
        )
        card.body.addWidget(self.text)
        kind = QComboBox()
        kind.addItems(["Actie", "Besluit"])
        who = self.who = CompleterField(
            "Verantwoordelijk",
            "organisatie",
            [
                Option("1", "Gemeente Almelo"),
                Option("2", "Reclassering Nederland"),
                Option("3", "Mediant GGZ", "Enschede"),
            ],
        )
        who.set_value("1")
        when = DateField("Uiterlijk", CLOCK, show_words=False)
        when.set_value(date(2026, 12, 4))
        row = FieldRow(150)
        for name, field in (("&Soort", kind), ("&Verantwoordelijk", who), ("&Uiterlijk", when)):
            row.add(name, field)
        row.add_widget(PrimaryButton(registry.action(f"{self.page_id}.vastleggen")))
        card.body.addWidget(row)
        return card

    def _submit(self) -> None:
        self.text.clear()

    def _find(self) -> None:
        self.pane.focus_search()

    def activate(self) -> None:
        self.pane.select(f"{4:032x}")
        self.pane.focus_list()

    def flush(self) -> bool:
        return self.saved

    def back_out(self) -> bool:
        return self.pane.back_out()

    def save_state(self) -> dict[str, object]:
        return {"tab": self.tabs.current()}

    def restore_state(self, state: dict[str, object]) -> None:
        if state.get("tab"):
            self.tabs.choose(str(state["tab"]))


class ControlsPage(QWidget):
    """A table, an empty state, a form with an error, every kind of button."""

    page_id = "acties"
    title = "Acties"
    topic = "overleg-voorzitten"

    def __init__(self, registry: ActionRegistry) -> None:
        super().__init__()
        columns = [
            Column("Naam", lambda r: r.naam, width=220),
            Column("Kenmerk", lambda r: r.kenmerk, width=300),
            Column("Uiterlijk", lambda r: r.uiterlijk, text=lambda d: f"{d.day}-{d.month}-{d.year}" if d else "—", align="right", width=110),
            Column("Stand", lambda r: "besproken" if r.besproken else "open", icon=lambda r: "circle-check" if r.besproken else "circle"),
        ]  # fmt: skip
        registry.add(Act(id="actie.nieuw", text="Actie toevoegen", section="Casus", context="acties",
                         shortcut="Ctrl+N", handler=self.flush, icon="plus"))  # fmt: skip
        self.table = RowTable("Acties", RowTableModel(columns, sample_rows(8)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, 20, PAGE_MARGIN, SPACE_4)
        layout.setSpacing(SPACE_4)
        header = PageHeader("Acties", "3 over hun datum  ·  11 open")
        layout.addWidget(header)
        layout.addWidget(self.table, 2)
        below = QHBoxLayout()
        below.setSpacing(SPACE_4)
        below.addWidget(
            EmptyState(
                "inbox",
                "Er staan geen acties open.",
                "Leg een actie vast in een overleg.",
                registry.action("actie.nieuw"),
            ),
            1,
        )
        below.addWidget(self._form(), 1)
        layout.addLayout(below, 3)

    def _form(self) -> QWidget:
        card = Card("Formulier", section=True)
        bsn = CompleterField("Organisatie", "typ een naam", [Option("1", "Gemeente Almelo")])
        self.error = FieldError(bsn)
        card.body.addLayout(labelled("&Organisatie", bsn, self.error))
        row = QHBoxLayout()
        for box in (QCheckBox("Aan"), QCheckBox("Uit"), QRadioButton("Een"), QRadioButton("Twee")):
            row.addWidget(box)
            box.setChecked(box.text() in ("Aan", "Een"))
        minutes = NumberField("Minuten", 1, 60, "min")
        minutes.setValue(10)
        row.addWidget(minutes)
        card.body.addLayout(row)
        buttons = QHBoxLayout()
        for text, kind in (
            ("Gewoon", ""),
            ("Rustig", "quiet"),
            ("Vernietigen", "danger"),
            ("Uit", "primary"),
        ):
            button = QPushButton(text)
            button.setProperty("kind", kind)
            button.setEnabled(text != "Uit")
            buttons.addWidget(button)
        card.body.addLayout(buttons)
        return card

    def activate(self) -> None:
        self.table.setFocus()

    def flush(self) -> bool:
        return True

    def back_out(self) -> bool:
        return False

    def save_state(self) -> dict[str, object]:
        return {"kolommen": self.table.save_columns()}

    def restore_state(self, state: dict[str, object]) -> None:
        self.table.restore_columns(state.get("kolommen"))


def make_window(settings: Path, *, practice: bool = False) -> MainWindow:
    """Return a main window with the sample pages."""
    registry = ActionRegistry()
    window = MainWindow(registry, DeskSettings(settings), practice=practice)
    window.add_page(SamplePage(registry))
    window.add_page(ControlsPage(registry))
    window.sidebar.set_count("acties", "3")
    window.status.set_saved("Opgeslagen 10:43, versleuteld")
    window.status.set_backup("Reservekopie getest 10:30")
    window.status.set_lock(582)
    window.show_page("overleggen")
    return window


def photograph(app: QApplication, folder: Path) -> None:
    """Write a picture of every page, theme and size to ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = folder / "gallery.ini"
    for theme in ("licht", "donker"):
        for scale, size in ((1.0, (1320, 840)), (1.0, (1366, 768)), (2.0, (1366, 768))):
            apply_theme(app, theme, scale)
            QSettings(str(settings), QSettings.Format.IniFormat).clear()
            window = make_window(settings, practice=scale == 1.0 and size[0] == 1366)
            window.resize(*size)
            window.show()
            name = f"{theme}-{size[0]}-{round(scale * 100)}"
            app.processEvents()
            window.grab().save(str(folder / f"lijst-{name}.png"))
            page = window.page("overleggen")
            assert isinstance(page, SamplePage)
            page.who.setFocus()
            page.who.open_list()
            app.processEvents()
            window.grab().save(str(folder / f"keuze-{name}.png"))
            page.who.list.hide()
            window.show_page("acties")
            page = window.page("acties")
            assert isinstance(page, ControlsPage)
            page.error.show_words("Kies een organisatie uit de lijst.")
            window.show_fault(VaultInUse("vault_in_use", host="WS-0412", since=CLOCK.now()))
            page.table.setFocus()
            app.processEvents()
            window.grab().save(str(folder / f"bediening-{name}.png"))
            photograph_unlock(app, folder, name, size)
            window.bar.clear()
            window.open_palette()
            app.processEvents()
            app.activeModalWidget().grab().save(str(folder / f"palet-{name}.png"))
            app.activeModalWidget().reject()
            window.show_keys()
            app.processEvents()
            app.activeModalWidget().grab().save(str(folder / f"toetsen-{name}.png"))
            app.activeModalWidget().reject()
            window.deleteLater()
            app.processEvents()


def photograph_unlock(app: QApplication, folder: Path, name: str, size: tuple[int, int]) -> None:
    """Write pictures of the first window: with recent vaults, and the very first time."""
    settings = DeskSettings(folder / "ontgrendelen.ini")
    empty = UnlockPage(DeskSettings(folder / "leeg.ini"))
    for vault in ("Oefenkluis.vhkluis", "Werktafel Enschede.vhkluis"):
        (folder / vault).mkdir(exist_ok=True)
        settings.remember_vault(folder / vault)
    settings.remember_vault(folder / "USB-stick.vhkluis")
    page = UnlockPage(settings)
    page.user.setText("m.tenbrinke")
    page.passphrase.line.setText("zeven groene")
    page.bar.show_fault(WrongPassphrase("wrong_passphrase"))
    for shown, title in ((page, "ontgrendelen"), (empty, "eerste-keer")):
        shown.resize(min(size[0], 1000), min(size[1], 680))
        shown.show()
        app.processEvents()
        shown.grab().save(str(folder / f"{title}-{name}.png"))
        shown.deleteLater()


if __name__ == "__main__":
    photograph(QApplication.instance() or QApplication(sys.argv), Path(sys.argv[1]))
