"""Backups: what there is, make one now, and restore one into a new vault beside this one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from vhdesk.dutch_date import short_date
from vhdesk.errors import Interrupted, VhdeskError
from vhdesk.services.kluis import Kluis
from vhdesk.ui.beheer.tab import TABLE, BeheerTab
from vhdesk.ui.beheer.table_line import TableLine
from vhdesk.ui.beheer.vault_work import VaultWork, tell_skipped
from vhdesk.ui.beheer.woorden import REDENEN, STANDEN
from vhdesk.ui.context import UiContext
from vhdesk.ui.itemmodels.column import Column
from vhdesk.ui.itemmodels.row_model import RowTableModel
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.kopie_woorden import grootte, moment_words, tellingen
from vhdesk.ui.onderdelen.woorden import telling
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.widgets.empty_state import EmptyState
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.row_table import RowTable

SUFFIX = ".vhkluis"
INTRO = (
    "vhdesk maakt vanzelf een reservekopie: na een half uur met wijzigingen, en voor elke grote handeling. Elke kopie "
    "wordt meteen geopend en nagekeken. Oude kopieën worden uitgedund: van de laatste twee dagen blijft alles, daarna "
    "een per dag, per week en per maand."
)


@dataclass(frozen=True, slots=True)
class KopieRow:
    """A backup as the table shows it; ``id`` is the name of its folder."""

    id: str
    pad: Path
    moment: datetime
    grootte: int
    telling: str
    reden: str
    stand: str


def kopie_rows(kluis: Kluis) -> tuple[KopieRow, ...]:
    """Return the backups, newest first; reads files, so it runs beside the window."""
    return tuple(
        KopieRow(
            info.name,
            info.path,
            info.moment,
            info.size,
            tellingen(info.counts),
            info.reason,
            info.state.value,
        )
        for info in kluis.reservekopieen_nagekeken()
    )


COLUMNS = (
    Column("Gemaakt op", attrgetter("moment"), text=moment_words, width=150,
           icon=lambda row: STANDEN[row.stand][1]),
    Column("Stand", attrgetter("stand"), text=lambda state: STANDEN[state][0], width=130),
    Column("Waarom", attrgetter("reden"), text=lambda reason: REDENEN.get(reason, reason), width=220),
    Column("Grootte", attrgetter("grootte"), text=grootte, align="right", width=90),
    Column("Inhoud", attrgetter("telling"), tooltip=attrgetter("telling")),
)  # fmt: skip


class KopieenTab(BeheerTab):
    """The table of backups with its acts."""

    tab_id = "reservekopieen"
    title = "Reservekopieën"

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        registry = context.registry
        self.line = TableLine(
            [
                (registry.action("beheer.kopie.terugzetten"), "Terugzetten in een nieuwe kluis", ""),
                (registry.action("beheer.kopie.afmaken"), "Vorige sleutel vervangen", ""),
                (registry.action("beheer.kopie.maken"), "Nu een reservekopie maken", "primary"),
            ]
        )
        self.model = RowTableModel(COLUMNS, parent=self)
        self.table = RowTable("Reservekopieën", self.model)
        self.table.setMinimumHeight(current_theme().px(TABLE))
        self.empty = EmptyState("database-backup", "Er is nog geen reservekopie.", "Maak er nu een.")
        self.result = Label("", wrap=True)
        self.result.hide()
        self._restoring: Path | None = None
        self.name = QLineEdit()
        self.name.setAccessibleName("Naam van de nieuwe kluis")
        self.folder = QLineEdit()
        self.folder.setAccessibleName("Map voor de nieuwe kluis")
        self.folder_button = QPushButton("Map kiezen…")
        self.panel = InlinePanel("Terugzetten in een nieuwe kluis", "Terugzetten", columns=3)
        self.panel.add_field("Naam van de nieuwe kluis", self.name, "naam")
        self.panel.add_field("In de map", self.folder, "map")
        self.panel.add_field(" ", self.folder_button)
        self.panels = [self.panel]
        layout = self.column()
        layout.addWidget(Label(INTRO, "muted", wrap=True))
        layout.addWidget(self.line)
        layout.addWidget(self.result)
        layout.addWidget(self.panel)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.empty, 1)
        self.panel.submitted.connect(self._restore)
        self.folder_button.clicked.connect(self._choose_folder)
        self.table.selected.connect(self._selected)
        self.table.opened.connect(self._opened)

    # --- rows

    def refresh(self) -> None:
        """Ask the backups beside the window: they are files on a disk."""
        self.context.jobs.compute(
            self, kopie_rows, self.context.kluis, done=self._known, failed=self._failed, key="reservekopieen"
        )

    def _known(self, rows: tuple[KopieRow, ...]) -> None:
        self.model.set_rows(rows)
        lost = self.table.hasFocus() and not rows
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.line.set_count(telling(len(rows), "reservekopie", "reservekopieën") if rows else "")
        self.line.buttons[1].setVisible(self.must_finish())
        if rows and not self.table.current_id():
            self.table.select(rows[0].id)
        if lost:
            self.focus_first()
        self.context.registry.refresh()

    def current(self) -> KopieRow | None:
        """Return the backup that is current."""
        row = self.table.proxy.row_at(self.table.currentIndex())
        return row if isinstance(row, KopieRow) else None

    def focus_first(self) -> None:
        """Begin in the table, or at the act."""
        (self.table if self.table.isVisibleTo(self) else self.line.buttons[2]).setFocus()

    def can(self, act: str) -> bool:
        """Adding is making a backup."""
        return act == "add"

    def add(self) -> None:
        """Ctrl+N: a backup."""
        self.make()

    # --- acts

    def can_restore(self) -> bool:
        """Whether the current backup can be trusted."""
        row = self.current()
        return row is not None and row.stand == "sound"

    def must_finish(self) -> bool:
        """Whether some backups still have the former key."""
        return self.context.kluis.kopieen_af_te_maken

    def make(self) -> None:
        """Make a verified backup now."""
        self.context.jobs.exclusive(
            self, "De reservekopie wordt gemaakt",
            VaultWork(self.context.kluis.reservekopie_maken, "handmatig", tracked=True),
            done=self._made, failed=self._failed,
        )  # fmt: skip

    def _made(self, _info: object) -> None:
        self._say("De reservekopie is gemaakt, geopend en in orde bevonden.")
        self.refresh()

    def finish(self) -> None:
        """Give the backups with the former key the new one."""
        self.context.jobs.exclusive(
            self, "De reservekopieën krijgen de nieuwe sleutel",
            VaultWork(self.context.kluis.kopieen_afmaken, tracked=True), done=self._finished, failed=self._failed,
        )  # fmt: skip

    def _finished(self, skipped: tuple[str, ...]) -> None:
        if not tell_skipped(self.context, skipped):
            self._say("Alle reservekopieën hebben de nieuwe sleutel.")
        self.refresh()

    def begin_restore(self) -> None:
        """Ask for name and folder of the new vault."""
        row = self.current()
        if row is None:
            return
        self._restoring = row.pad
        kluis = self.context.kluis
        self.panel.title.setText(f"De kopie van {moment_words(row.moment)} terugzetten in een nieuwe kluis")
        self.name.setText(f"{kluis.naam} hersteld {short_date(self.context.clock.today())}")
        self.folder.setText(str(kluis.pad.parent))
        self.panel.open(self.name)
        self.name.selectAll()

    def _choose_folder(self) -> None:
        self.context.prompts.choose_folder(
            self, "Map voor de nieuwe kluis", self._folder_chosen, folder=Path(self.folder.text())
        )

    def _folder_chosen(self, folder: Path) -> None:
        self.folder.setText(str(folder))

    def _restore(self) -> None:
        name = " ".join(self.name.text().split()).removesuffix(SUFFIX)
        if not name or "/" in name or "\\" in name:
            self.panel.errors["naam"].show_words("Geef de nieuwe kluis een naam zonder schuine strepen.")
            return
        folder = Path(self.folder.text()).expanduser()
        if not folder.is_dir():
            self.panel.errors["map"].show_words("Deze map bestaat niet. Kies een andere map.")
            return
        assert self._restoring is not None
        target = folder / f"{name}{SUFFIX}"
        work = VaultWork(
            self.context.kluis.reservekopie_terugzetten,
            self._restoring,
            target,
            tracked=True,
        )
        self.context.jobs.exclusive(
            self,
            "De reservekopie wordt teruggezet",
            work,
            done=self._restored,
            failed=self._failed,
        )

    def _restored(self, folder: Path) -> None:
        self.panel.close_panel()
        self._say(
            f"De nieuwe kluis staat in {folder}. Vergrendel deze kluis (Ctrl+L) en open de nieuwe met de gebruikers en "
            "wachtwoorden van toen."
        )

    def _say(self, words: str) -> None:
        self.result.setText(words)
        self.result.show()
        self.context.shell.inform("")

    def _failed(self, fault: Exception) -> None:
        if isinstance(fault, Interrupted):
            return
        if isinstance(fault, VhdeskError):
            self.context.shell.report(fault)
        else:
            self.context.jobs.unhandled.emit(fault)

    def _selected(self, _identity: str) -> None:
        self.context.registry.refresh()

    def _opened(self, _identity: str) -> None:
        if self.can_restore():
            self.begin_restore()

    def save_state(self) -> dict[str, object]:
        """Remember the widths."""
        return {"kopieen": self.table.save_columns()}

    def restore_state(self, state: dict[str, object]) -> None:
        """Take the widths back."""
        self.table.restore_columns(state.get("kopieen"))
