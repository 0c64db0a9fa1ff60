"""The story of the first day, in the real windows, by keys alone."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytest_bdd import given, scenarios, then, when

from vhdesk.app.bediening import Toetsenbord
from vhdesk.app.desktop import Desktop, make_application
from vhdesk.app.session import DeskSession, Surroundings
from vhdesk.clock import Clock, FixedClock
from vhdesk.queries.agenda import agenda
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.organisatie import organisaties
from vhdesk.queries.overleg import overleggen
from vhdesk.resources import resource
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.ui.overleg.page import OverleggenPage
from vhdesk.ui.settings import DeskSettings
from vhdesk.vocabulary import Overlegstatus

scenarios("eerste_dag.feature")
NAAM = "Soraya Ramdin"
WACHTWOORD = "twaalf rode tulpen"
LIJST = resource("oefening/aanlevering Enschede TopX.xlsx")


class ChosenFile:
    """Prompts in which the person always chooses the delivered list."""

    def open_file(
        self, parent: QWidget, title: str, filters: str, then: Callable[..., None], *_: Any, **__: Any
    ) -> None:
        then(LIJST)

    def confirm(self, *_: Any, **__: Any) -> None:
        raise AssertionError("nothing in this story asks for a yes")

    ask_text = save_file = choose_folder = confirm


class Dag:
    """The program as a person meets it, with a keyboard."""

    def __init__(self, desktop: Desktop) -> None:
        self.desktop = desktop
        self.overleg_id = ""

    @property
    def session(self) -> DeskSession:
        assert self.desktop.session is not None
        return self.desktop.session

    @property
    def keys(self) -> Toetsenbord:
        window = self.desktop.session.window if self.desktop.session else self.desktop.front
        return Toetsenbord(window)

    @property
    def page(self) -> OverleggenPage:
        page = self.session.window.page("overleggen")
        assert isinstance(page, OverleggenPage)
        return page

    def wait_for(self, ready: Callable[[], bool], what: str) -> None:
        for _ in range(400):
            if ready():
                return
            QTest.qWait(50)
        raise AssertionError(what)

    def opened(self) -> bool:
        return self.desktop.session is not None and self.desktop.session.window.isActiveWindow()


@pytest.fixture
def desktop(
    tmp_path: Path, clock: FixedClock, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desktop]:
    for name in ("XDG_STATE_HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "systeem"))
    (tmp_path / "systeem").mkdir(mode=0o700)
    settings = DeskSettings(tmp_path / "instellingen.ini")

    def around(clock: Clock, settings: DeskSettings) -> Surroundings:
        return Surroundings(clock=clock, settings=settings, prompts=ChosenFile())

    made = Desktop(make_application(settings), clock, settings, around)
    yield made
    if made.session is not None:
        made.session.lock()
    made.front.hide()
    made.wait()
    made.deleteLater()


@given("een nieuwe kluis, gemaakt in het eerste venster", target_fixture="dag")
def new_vault(desktop: Desktop, tmp_path: Path) -> Dag:
    dag = Dag(desktop)
    desktop.show_front()
    QTest.qWaitForWindowActive(desktop.front)
    dag.keys.press("Ctrl+N")
    page = desktop.front.create_page
    dag.keys.type("Werktafel Enschede")
    page.place.setFocus()
    dag.keys.replace(str(tmp_path))
    page.user.setFocus()
    dag.keys.type(NAAM)
    page.passphrase.setFocus()
    dag.keys.type(WACHTWOORD)
    page.passphrase.second.line.setFocus()
    dag.keys.type(WACHTWOORD)
    dag.keys.press("Return")
    dag.wait_for(dag.opened, "the vault opens")
    return dag


@given("de mensen van de werktafel Enschede staan in Beheer")
def people(dag: Dag) -> None:
    desk = dag.session.kluis.desk
    partners = {row.naam: row.id for row in desk.ask(organisaties)}
    for naam, organisatie in (
        ("Marijke ten Brinke", "Zorg- en Veiligheidshuis Twente"),
        (NAAM, "Zorg- en Veiligheidshuis Twente"),
        ("Kevin Lansink", "Politie"),
    ):
        desk.execute(MedewerkerToevoegen(organisatie_id=partners[organisatie], naam=naam))


@when("de lijst van Enschede wordt ingelezen")
def read_list(dag: Dag) -> None:
    dag.keys.press("Ctrl+6")
    dag.keys.press("Ctrl+O")
    page = dag.session.window.page("aanmeldingen")
    dag.wait_for(lambda: page._can_store(), "the preview can be stored")  # type: ignore[attr-defined]
    assert dag.session.kluis.desk.ask(casuslijst).totaal == 0, "nothing is stored before the user agrees"
    dag.keys.press("Ctrl+Return")
    dag.wait_for(lambda: dag.session.kluis.desk.ask(casuslijst).totaal > 0, "the cases are made")
    dag.wait_for(lambda: not dag.session.jobs.busy, "the window is free again")


@then("staan er 334 casussen in de kluis")
def cases(dag: Dag) -> None:
    assert dag.session.kluis.desk.ask(casuslijst).totaal == 334


@when("het overleg van de werktafel Enschede wordt gepland")
def plan(dag: Dag) -> None:
    dag.keys.press("Ctrl+2")
    dag.keys.press("Ctrl+Shift+N")
    form = dag.page.panels.plan.form
    for field, text in (
        (form.tafel, "Werktafel Enschede"),
        (form.datum, "2-12-2026"),
        (form.voorzitter, "Marijke"),
        (form.secretaris, "Soraya"),
    ):
        field.setFocus()
        dag.keys.replace(text)
        dag.keys.press("Tab")
    dag.keys.press("Ctrl+Return")
    rows = dag.session.kluis.desk.ask(overleggen)
    assert [row.voorzitter for row in rows] == ["Marijke ten Brinke"]
    dag.overleg_id = rows[0].id


@when("er twaalf casussen op de agenda gaan")
def twelve(dag: Dag) -> None:
    dag.keys.press("Ctrl+F")
    for _ in range(12):
        dag.keys.press("Return")
    punten = dag.session.kluis.desk.ask(agenda, dag.overleg_id).punten
    assert sum(punt.casus_id is not None for punt in punten) == 12


@when("de voorzitter elke casus bespreekt en een besluit en een actie vastlegt")
def chair(dag: Dag) -> None:
    dag.keys.press("Ctrl+Shift+O")
    dag.keys.press("Ctrl+Shift+A")
    dag.keys.press("F8")
    for number in range(1, 13):
        dag.keys.press("F8")
        dag.keys.press("Ctrl+B")
        dag.keys.type(f"Besluit nummer {number}: de tafel neemt de casus in behandeling.")
        dag.keys.press("Ctrl+Return")
        dag.keys.press("Ctrl+J")
        dag.keys.type(f"Actie nummer {number}: eerste gesprek voeren.")
        for text in ("Politie", "Kevin", "over 2 weken"):
            dag.keys.press("Tab")
            dag.keys.type(text)
        dag.keys.press("Ctrl+Return")
        for shortcut, text in (("Ctrl+M", "Kevin"), ("Ctrl+R", "Gemeente Enschede"), ("Ctrl+D", "13-1-2027")):
            dag.keys.press(shortcut)
            dag.keys.replace(text)
            dag.keys.press("Return")


@when("het overleg wordt gesloten")
def close(dag: Dag) -> None:
    dag.keys.press("Ctrl+Shift+S")
    missing = [row.tekort for row in dag.page.chair.closing.list.rows.rows()]
    assert missing == []
    dag.keys.press("Ctrl+Shift+S")


@then("toont het venster het verslag")
def shown(dag: Dag) -> None:
    assert dag.session.kluis.desk.ask(overleggen)[0].status is Overlegstatus.GESLOTEN
    dag.wait_for(lambda: dag.session.window.current_page_id() == "verslagen", "the minutes come in front")


@then("heeft het verslag van elke casus een eigen blad met het besluit en de actie")
def sheets(dag: Dag) -> None:
    reader = PdfReader(io.BytesIO(dag.session.context.pdf(dag.overleg_id)))
    pages = [re.sub(r"\s+", " ", page.extract_text().replace("\u00ad", "")) for page in reader.pages]
    for number in range(1, 13):
        own = [page for page in pages if re.search(rf"(?<!\d){number}\. ZVH-2026-\d{{4}} – ", page[:300])]
        assert any(f"Besluit nummer {number}:" in page and f"Actie nummer {number}:" in page for page in own)


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
    bar = dag.desktop.front.unlock_page.bar
    dag.wait_for(bar.isVisible, "the bar says so")
    assert dag.desktop.session is None


@then("opent het goede wachtwoord de kluis")
def right(dag: Dag) -> None:
    dag.keys.type(WACHTWOORD)
    dag.keys.press("Return")
    dag.wait_for(dag.opened, "the vault opens")
