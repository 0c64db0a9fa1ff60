"""The story of the first day, in the real windows and their real dialogs, by keys alone."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytest_bdd import given, scenarios, then, when

from vhdesk.app import bediening, toetsenbord
from vhdesk.app.desktop import Desktop
from vhdesk.app.session import DeskSession
from vhdesk.app.toetsenbord import Toetsenbord
from vhdesk.queries.agenda import AgendapuntRow, agenda
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.overleg import deelnemers, overleggen
from vhdesk.queries.verslag import verslag
from vhdesk.queries.verslag_rijen import Verslag
from vhdesk.resources import resource
from vhdesk.ui.overleg.overleg_form import OverlegForm
from vhdesk.vocabulary import Aanwezigheid, Overlegstatus

scenarios("eerste_dag.feature")
NAAM = "Soraya Ramdin"
WACHTWOORD = "twaalf rode tulpen"
LIJST = resource("oefening/aanlevering Enschede TopX.xlsx")
HUIS = "Zorg- en Veiligheidshuis Twente"
MENSEN = (("Marijke ten Brinke", HUIS), (NAAM, HUIS), ("Kevin Lansink", "Politie"))
HALF = "De tafel besluit dat de reclassering voor"
REDEN = "De twaalfde casus is door tijdgebrek niet besproken en staat op de agenda van 16 december."
_TOUCHES = re.compile(r"\.(setFocus|select|setCurrentIndex|setChecked|click|trigger|setText|focus_\w+)\(")


class Dag:
    """The program as a person meets it, with a keyboard."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop

    @property
    def session(self) -> DeskSession:
        assert self.desktop.session is not None
        return self.desktop.session

    @property
    def keys(self) -> Toetsenbord:
        return Toetsenbord(self.desktop.session.window if self.desktop.session else self.desktop.front)

    @property
    def overleg_id(self) -> str:
        return self.session.kluis.desk.ask(overleggen)[0].id

    @property
    def punten(self) -> tuple[AgendapuntRow, ...]:
        return self.session.kluis.desk.ask(agenda, self.overleg_id).punten

    @property
    def verslag(self) -> Verslag:
        return self.session.kluis.desk.ask(verslag, self.overleg_id)

    def wait_for(self, ready: Callable[[], bool], what: str) -> None:
        for _ in range(400):
            if ready():
                return
            QTest.qWait(50)
        raise AssertionError(f"{what}; the focus is on {self.keys.at()!r} of {QApplication.activeWindow()}")

    def opened(self) -> bool:
        return self.desktop.session is not None and self.desktop.session.window.isActiveWindow()

    def in_dialog(self) -> bool:
        return isinstance(QApplication.activeWindow(), QFileDialog)

    def type_path(self, path: Path) -> None:
        """Answer the dialog that asks for a file."""
        self.wait_for(self.in_dialog, "the dialog asks for a file")
        self.keys.replace(str(path))
        self.keys.press("Return")
        self.wait_for(lambda: not self.in_dialog(), "the dialog is gone")
        self.back_to_window()

    def back_to_window(self) -> None:
        """Offscreen has no window manager that gives the window back when a dialog closes."""
        self.session.window.activateWindow()
        QTest.qWaitForWindowActive(self.session.window)


@given("een nieuwe kluis, gemaakt in het eerste venster", target_fixture="dag")
def new_vault(desktop: Desktop, tmp_path: Path) -> Dag:
    dag = Dag(desktop)
    desktop.show_front()
    QTest.qWaitForWindowActive(desktop.front)
    dag.keys.press("Return")  # on the button that makes one
    dag.keys.fill("Naam van de kluis", "Werktafel Enschede")
    dag.keys.fill("In de map", str(tmp_path))
    dag.keys.fill("Uw naam", NAAM)
    dag.keys.fill("Wachtwoord", WACHTWOORD)
    dag.keys.fill("Wachtwoord nog een keer", WACHTWOORD)
    dag.keys.tab_to("Kluis maken")
    dag.keys.press("Return")
    dag.wait_for(dag.opened, "the vault opens")
    return dag


@when("de lijst van Enschede wordt ingelezen")
def read_list(dag: Dag) -> None:
    dag.keys.press("Return")  # the first sentence of an empty vault
    assert dag.session.window.current_page_id() == "aanmeldingen"
    dag.keys.press("Return")  # its one button
    dag.type_path(LIJST)
    dag.wait_for(lambda: dag.keys.at() == "Regels van de lijst", "the preview has the focus")
    assert dag.session.kluis.desk.ask(casuslijst).totaal == 0, "nothing is stored before the user agrees"
    dag.keys.press("Ctrl+Return")
    dag.wait_for(lambda: dag.session.kluis.desk.ask(casuslijst).totaal > 0, "the cases are made")
    dag.wait_for(lambda: not dag.session.jobs.busy, "the window is free again")


@then("staan er 334 casussen in de kluis")
def cases(dag: Dag) -> None:
    assert dag.session.kluis.desk.ask(casuslijst).totaal == 334
    assert dag.session.window.status.backup.text().startswith(
        "Reservekopie"
    )  # made before the list was stored


@when("de mensen van de tafel bij Beheer worden ingevuld")
def people(dag: Dag) -> None:
    dag.keys.press("Ctrl+7")
    dag.keys.press("Alt+3")
    for naam, organisatie in MENSEN:
        if naam == NAAM:  # who made the vault is known already
            continue
        dag.keys.press("Ctrl+F")
        dag.keys.replace(organisatie)
        dag.keys.press("Down")
        dag.keys.press("Ctrl+Shift+N")
        dag.keys.type(naam)
        dag.keys.press("Ctrl+Return")


@when("het overleg van de werktafel Enschede wordt gepland")
def plan(dag: Dag) -> None:
    dag.keys.press("Ctrl+2")
    dag.keys.press("Return")  # the one button of a page without meetings
    dag.keys.fill("Tafel", "Werktafel Enschede")
    dag.keys.fill("Datum", "2 dec")
    dag.keys.tab_to("Voorzitter")
    form = dag.session.window.findChild(OverlegForm)
    assert form is not None and form.voorzitter.text() == NAAM, "who plans usually chairs"
    dag.keys.fill("Voorzitter", "Marijke")
    dag.keys.fill("Secretaris", "Soraya")
    dag.keys.tab_to("Overleg plannen")
    dag.keys.press("Return")
    assert [row.voorzitter for row in dag.session.kluis.desk.ask(overleggen)] == ["Marijke ten Brinke"]
    dag.keys.press("Alt+2")
    dag.keys.type("Kevin")
    dag.keys.press("Return")
    invited = {(row.naam, row.organisatie) for row in dag.session.kluis.desk.ask(deelnemers, dag.overleg_id)}
    assert invited == set(MENSEN)


@when("er twaalf casussen op de agenda gaan en in volgorde worden gezet")
def twelve(dag: Dag) -> None:
    dag.keys.press("Ctrl+F")
    dag.keys.type("veelpl")
    dag.wait_for(lambda: dag.keys.at() == "Naam, nummer of doelgroep", "the search field has the focus")
    QTest.qWait(300)  # the search follows the last key
    dag.keys.press("Return", times=12)
    last = dag.punten[-3]
    assert last.casus_id is not None and sum(punt.casus_id is not None for punt in dag.punten) == 12
    dag.keys.tab_to("Agenda van dit overleg", back=True)
    dag.keys.arrow_to(last.id)
    dag.keys.press("Alt+Up", times=2)
    dag.keys.press("-")
    moved = dag.punten[-5]
    assert moved.id == last.id and moved.minuten == last.minuten - 5


@when("de voorzitter het overleg opent en vastlegt wie er is")
def attendance(dag: Dag) -> None:
    dag.keys.press("Ctrl+Shift+O")
    assert dag.keys.at() == "Aanwezigheid"
    for letter in "aal":
        dag.keys.type(letter)
    found = [row.aanwezigheid for row in dag.session.kluis.desk.ask(deelnemers, dag.overleg_id)]
    assert found.count(Aanwezigheid.AANWEZIG) == 2 and found.count(Aanwezigheid.LATER) == 1


@when("de voorzitter elf casussen bespreekt met notitie, besluit, actie, rollen en volgende datum")
def chair(dag: Dag) -> None:
    dag.keys.press("F8")
    for number in range(1, 12):
        dag.keys.press("F8")
        dag.keys.press("Ctrl+N")
        dag.keys.type(f"Notitie nummer {number}: de wijkagent ziet hem overdag op straat.")
        dag.keys.press("Ctrl+F8")
        dag.keys.press("Ctrl+B")
        dag.keys.type(f"Besluit nummer {number}: de tafel neemt de casus in behandeling.")
        dag.keys.press("Ctrl+Return")
        dag.keys.press("Ctrl+J")
        dag.keys.type(f"Actie nummer {number}: eerste gesprek voeren.")
        for name, text in (("Organisatie", "Politie"), ("Persoon", "Kevin"), ("Uiterlijk", "over 2 weken")):
            dag.keys.fill(name, text)
        dag.keys.press("Ctrl+Return")
        for shortcut, text in (
            ("Ctrl+M", "Kevin"), ("Ctrl+R", "Gemeente Enschede"), ("Ctrl+D", "13-1-2027"),
        ):  # fmt: skip
            dag.keys.press(shortcut)
            dag.keys.replace(text)
            dag.keys.press("Return")


@then("maakt Ctrl+Z de laatste handeling ongedaan en Ctrl+Shift+Z haar opnieuw")
def undo(dag: Dag) -> None:
    def dated() -> int:
        return sum(punt.volgende_datum is not None for punt in dag.punten)

    assert dated() == 11
    dag.keys.press("Ctrl+Z")
    assert dated() == 10
    dag.keys.press("Ctrl+Shift+Z")
    assert dated() == 11


@then("vindt Ctrl+K een casus, en brengt Ctrl+2 terug naar het overleg")
def palette(dag: Dag) -> None:
    punt = next(punt for punt in dag.punten if punt.casus_id is not None)
    dag.keys.press("Ctrl+K")
    dag.wait_for(lambda: dag.keys.at().startswith("Ga naar"), "the palette asks where to")
    dag.keys.type(punt.casusnummer)
    dag.keys.press("Return")
    dag.wait_for(lambda: dag.session.window.current_page_id() == "casussen", "the case is in front")
    dag.back_to_window()
    dag.keys.press("Ctrl+2")
    assert dag.session.window.current_page_id() == "overleggen"


@when("halverwege een besluit wordt vergrendeld en weer ontgrendeld")
def lock_halfway(dag: Dag) -> None:
    dag.keys.press("F8")
    dag.keys.press("Ctrl+F8")
    dag.keys.press("Ctrl+B")
    dag.keys.type(HALF)
    dag.keys.press("Left", times=5)
    dag.keys.press("Ctrl+L")
    assert dag.desktop.session is None
    QTest.qWaitForWindowActive(dag.desktop.front)
    dag.keys.type(WACHTWOORD)
    dag.keys.press("Return")
    dag.wait_for(dag.opened, "the vault opens")


@then("staat de cursor in het halve besluit waar hij stond")
def same_place(dag: Dag) -> None:
    dag.wait_for(lambda: dag.keys.at().startswith("Besluit"), "the decision has the focus")
    field = QApplication.focusWidget()
    assert field.toPlainText() == HALF
    assert field.textCursor().position() == len(HALF) - 5
    dag.keys.press("Ctrl+A")
    dag.keys.press("Delete")


@when("het overleg wordt gesloten met een reden voor wat ontbreekt")
def close(dag: Dag) -> None:
    dag.keys.press("Ctrl+Shift+S")
    assert dag.verslag.status is Overlegstatus.LOPEND, "something is missing"
    dag.keys.press("Return")  # to the place where the first thing is missing
    assert dag.keys.at().startswith("Besluit")
    dag.keys.press("Ctrl+Shift+S")
    dag.keys.fill("Reden", REDEN)
    dag.keys.press("Ctrl+Shift+S")


@then("toont het venster het verslag")
def shown(dag: Dag) -> None:
    assert dag.verslag.status is Overlegstatus.GESLOTEN
    dag.wait_for(lambda: dag.session.window.current_page_id() == "verslagen", "the minutes come in front")
    dag.wait_for(lambda: dag.keys.at() == "Afdrukvoorbeeld", "the preview has the focus")


@then("heeft het verslag van elke casus een eigen blad, en de reden van het sluiten")
def sheets(dag: Dag) -> None:
    reader = PdfReader(io.BytesIO(dag.session.context.pdf(dag.overleg_id)))
    pages = [re.sub(r"\s+", " ", page.extract_text().replace("\u00ad", "")) for page in reader.pages]
    for number in range(1, 13):
        own = [page for page in pages if re.search(rf"(?<!\d){number}\. ZVH-2026-\d{{4}} – ", page[:300])]
        wanted = (
            [f"{kind} nummer {number}:" for kind in ("Notitie", "Besluit", "Actie")] if number < 12 else []
        )
        assert any(all(words in page for words in wanted) for page in own), number
    assert " ".join(REDEN.split()[:6]) in " ".join(pages)


@then("schrijft Ctrl+S precies de bladen die het venster toont als PDF")
def saved(dag: Dag, tmp_path: Path) -> None:
    target = tmp_path / "verslag.pdf"
    dag.wait_for(lambda: dag.session.registry.action("verslag.opslaan").isEnabled(), "the minutes are there")
    dag.keys.press("Ctrl+S")
    dag.type_path(target)
    dag.wait_for(target.exists, "the file is written")
    page = dag.session.window.page("verslagen")
    assert target.read_bytes() == page._content  # type: ignore[attr-defined]


@when("de kluis wordt vergrendeld")
def lock(dag: Dag) -> None:
    dag.keys.press("Ctrl+L")
    assert dag.desktop.session is None
    QTest.qWaitForWindowActive(dag.desktop.front)


@when("iemand een verkeerd wachtwoord typt")
def wrong(dag: Dag) -> None:
    dag.keys.type("dit is het niet hoor")
    dag.keys.press("Return")


@then("zegt het venster in woorden dat het niet klopt")
def said(dag: Dag) -> None:
    dag.wait_for(lambda: dag.desktop.front.unlock_page.bar.isVisible(), "the bar says so")
    assert dag.desktop.session is None


@then("opent het goede wachtwoord de kluis")
def right(dag: Dag) -> None:
    dag.keys.type(WACHTWOORD)
    dag.keys.press("Return")
    dag.wait_for(dag.opened, "the vault opens")


@then("raakt geen stap een veld of knop aan zonder toets")
def keys_only() -> None:
    for source in (Path(__file__), *(Path(str(module.__file__)) for module in (bediening, toetsenbord))):
        touched = [
            line.strip() for line in source.read_text(encoding="utf-8").splitlines() if _TOUCHES.search(line)
        ]
        assert touched == [], source.name
