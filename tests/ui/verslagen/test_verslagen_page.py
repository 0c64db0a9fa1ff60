"""Minutes on the screen, on a printer and on disk: the same bytes, and each look in the journaal."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.ui.casussen.bureau import CTRL, ENTER, ESC, Bureau
from vhdesk.errors import EnvironmentFault
from vhdesk.printing import printer as printing
from vhdesk.printing.printer import Duplex, Printer, PrinterUnavailable
from vhdesk.queries.journaal import journaal
from vhdesk.queries.verslag import verslagen
from vhdesk.services.changes import Changes
from vhdesk.services.heropening import OverlegHeropenen
from vhdesk.services.overleg import OverlegGesloten, OverlegSluiten
from vhdesk.ui.onderdelen import print_panel
from vhdesk.ui.onderdelen import printing as carrying_out
from vhdesk.ui.verslagen.page import verslag_two_line
from vhdesk.vocabulary import Resultaat


def geopend(bureau: Bureau) -> Any:
    page = bureau.show("verslagen")
    bureau.press(ENTER)
    bureau.wait(lambda: page.view.page_count() > 0)
    return page


def overleg_id(bureau: Bureau) -> str:
    return bureau.desk.ask(verslagen)[0].id


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """A printer of the system that takes everything; what it got is in the list."""
    taken: list[dict[str, Any]] = []

    def take(pdf: bytes, printer: Printer, **how: Any) -> str:
        taken.append({"pdf": pdf, "printer": printer.name, **how})
        return "job-1"

    monkeypatch.setattr(print_panel, "printers", lambda: (Printer("Balie", True), Printer("Kelder", False)))
    monkeypatch.setattr(carrying_out, "print_pdf", take)
    return taken


def test_the_list_shows_closed_meetings(bureau: Bureau) -> None:
    page = bureau.show("verslagen")
    rows = page.pane.model.rows()
    assert [(row.tafel, row.casussen, row.besluiten) for row in rows] == [("Werktafel Enschede", 1, 1)]
    assert page.none.isVisible() and not page.header.isVisible()
    assert bureau.journaal("verslag inzien") == []


def test_a_reopened_meeting_keeps_its_first_version_to_read(bureau: Bureau) -> None:
    overleg = overleg_id(bureau)
    eerst = bureau.context.pdf(overleg)
    bureau.do(OverlegHeropenen(overleg_id=overleg, reden="Een besluit ontbrak"))
    page = bureau.show("verslagen")
    lines = [verslag_two_line(row) for row in page.pane.model.rows()]
    assert [line.subtitle for line in lines] == ["versie 1  ·  gesloten om 13:30  ·  overleg is heropend"]
    bureau.press(ENTER)
    bureau.wait(lambda: page.view.page_count() > 0)
    assert page._content == eerst
    assert page.header.subtitle.text().endswith("het overleg is heropend")
    line = next(row for row in bureau.desk.ask(journaal) if row.actie == "verslag inzien")
    assert (line.object_id, line.bijzonderheden) == (overleg, "versie 1")

    bureau.do(OverlegSluiten(overleg_id=overleg, reden="compleet"))
    bureau.settle()
    lines = [verslag_two_line(row) for row in page.pane.model.rows()]
    assert [line.subtitle for line in lines] == [
        "1 casus  ·  1 besluit  ·  versie 2", "versie 1  ·  gesloten om 13:30",
    ]  # fmt: skip
    page.show_target(f"{overleg}/1")
    bureau.wait(lambda: page._content == eerst)


def test_enter_shows_the_very_bytes_and_the_look_is_recorded(bureau: Bureau) -> None:
    page = geopend(bureau)
    assert page._content.startswith(b"%PDF")
    assert page.header.title.text() == "Verslag Werktafel Enschede"
    assert bureau.journaal("verslag inzien") == [overleg_id(bureau)]
    assert page.view.isAncestorOf(bureau.focus()) or bureau.focus() is page.view
    bureau.press(ESC)
    assert bureau.focus() is page.pane.view


def test_progress_shows_only_when_it_takes_long(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    page = bureau.show("verslagen")
    bureau.press(ENTER)
    assert not page.busy.isVisible()
    page._wait.timeout.emit()  # half a second later
    assert page.busy.isVisible()
    bureau.wait(lambda: page.view.isVisible())


def test_minutes_that_cannot_be_made_say_so(bureau: Bureau) -> None:
    page = bureau.show("verslagen")

    def stuk(_overleg_id: str) -> bytes:
        raise EnvironmentFault("disk_error")

    object.__setattr__(bureau.context, "pdf", stuk)
    bureau.press(ENTER)
    bureau.wait(lambda: page.broken.isVisible())
    assert page.bar.isVisible()
    assert not bureau.registry.action("verslag.afdrukken").isEnabled()


def test_minutes_that_are_being_made_at_the_close_are_waited_for_and_not_made_twice(bureau: Bureau) -> None:
    page, gate, made = bureau.show("verslagen"), Event(), bureau.context.pdf
    papers: list[bytes] = []

    def slow(overleg: str) -> bytes:
        gate.wait(10)
        papers.append(made(overleg))
        return papers[-1]

    object.__setattr__(bureau.context, "pdf", slow)
    closed = OverlegGesloten(id=overleg_id(bureau), tekorten=0)
    bureau.context.bridge.changed.emit(Changes(frozenset({"overleg"}), frozenset({closed.id}), closed))
    page.show_target(closed.id)
    page._wait.timeout.emit()  # half a second later
    assert page.busy.isVisible()
    gate.set()
    bureau.wait(lambda: page.view.page_count() > 0)
    assert papers == [page._content]
    assert bureau.journaal("verslag inzien") == [closed.id]


def test_printing_by_keyboard(bureau: Bureau, sent: list[dict[str, Any]]) -> None:
    page = geopend(bureau)
    bureau.press(Qt.Key.Key_P, CTRL)
    bureau.wait(lambda: page.panel.verb_button.isEnabled())
    assert bureau.focus() is page.panel.printer and page.panel.printer.value() == "Balie"
    bureau.press(Qt.Key.Key_Down)
    page.panel.copies.setValue(2)
    page.panel.pages.setText("1-2")
    page.panel.duplex.set_value(Duplex.LANGE_ZIJDE.value)
    bureau.press(ENTER, CTRL)
    bureau.wait(lambda: bool(sent) and not page.panel.is_open())
    assert sent == [
        {"pdf": page._content, "printer": "Kelder", "copies": 2, "pages": "1-2", "duplex": Duplex.LANGE_ZIJDE}
    ]
    lines = [row for row in bureau.desk.ask(journaal) if row.actie == "verslag afdrukken"]
    assert [(line.object_id, line.bijzonderheden) for line in lines] == [
        (overleg_id(bureau), "2 exemplaren, printer Kelder, pagina 1-2")
    ]


def test_pages_that_cannot_be_are_refused_beside_the_field(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_panel, "printers", lambda: (Printer("Balie", True),))
    page = geopend(bureau)
    bureau.press(Qt.Key.Key_P, CTRL)
    bureau.wait(lambda: page.panel.verb_button.isEnabled())
    page.panel.pages.setText("laatste")
    bureau.press(ENTER, CTRL)
    bureau.wait(lambda: page.panel.errors["paginas"].isVisible())
    assert page.panel.is_open()


def test_a_printer_that_refuses_is_said_and_recorded(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(print_panel, "printers", lambda: (Printer("Balie", True),))

    def refuse(*_: Any, **__: Any) -> str:
        raise PrinterUnavailable("printer_gone", printer="Balie")

    monkeypatch.setattr(carrying_out, "print_pdf", refuse)
    page = geopend(bureau)
    bureau.press(Qt.Key.Key_P, CTRL)
    bureau.wait(lambda: page.panel.verb_button.isEnabled())
    bureau.press(ENTER, CTRL)
    bureau.wait(lambda: page.bar.isVisible())
    outcomes = [row.resultaat for row in bureau.desk.ask(journaal) if row.actie == "verslag afdrukken"]
    assert outcomes == [Resultaat.GEWEIGERD, Resultaat.GELUKT]  # newest first
    assert page.panel.verb_button.isEnabled()


def test_a_system_without_a_printer_points_at_saving(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "printers", lambda: ())
    monkeypatch.setattr(print_panel, "printers", lambda: ())
    page = geopend(bureau)
    bureau.press(Qt.Key.Key_P, CTRL)
    bureau.wait(lambda: "geen printer" in page.panel.trouble.text())
    assert not page.panel.verb_button.isEnabled()
    bureau.press(ESC)
    assert not page.panel.is_open()


def test_saving_writes_the_bytes_and_a_line(bureau: Bureau, tmp_path: Path) -> None:
    page = geopend(bureau)
    bureau.prompts.file = tmp_path / "map" / "verslag.pdf"
    bureau.prompts.file.parent.mkdir()
    bureau.press(Qt.Key.Key_S, CTRL)
    bureau.wait(lambda: bureau.prompts.file is not None and bureau.prompts.file.exists())
    assert bureau.prompts.file.read_bytes() == page._content
    assert [path.name for path in bureau.prompts.file.parent.iterdir()] == ["verslag.pdf"]
    assert bureau.journaal("verslag opslaan als PDF") == [overleg_id(bureau)]
    suggestion = bureau.prompts.suggested[0]
    assert suggestion is not None and suggestion.name == "Verslag Werktafel Enschede 2026-11-18.pdf"


def test_a_folder_that_is_gone_says_what_to_do(bureau: Bureau, tmp_path: Path) -> None:
    page = geopend(bureau)
    bureau.prompts.file = tmp_path / "weg" / "verslag.pdf"
    bureau.press(Qt.Key.Key_S, CTRL)
    bureau.wait(lambda: page.bar.isVisible())
    assert "bestaat niet" in page.bar.happened.text()
    assert page.bar.next_step.text() == "Kies een andere map."


def test_nothing_chosen_nothing_to_print(bureau: Bureau) -> None:
    bureau.show("verslagen")
    assert not bureau.registry.trigger("verslag.afdrukken")
    assert not bureau.registry.trigger("verslag.opslaan")


def test_a_target_opens_it_and_it_is_resumed(bureau: Bureau) -> None:
    page = bureau.show("verslagen")
    page.show_target(overleg_id(bureau))
    bureau.wait(lambda: page.view.page_count() > 0)
    assert page.where() == {"overleg": overleg_id(bureau)}


def test_no_minutes_yet(leeg_bureau: Bureau) -> None:
    page = leeg_bureau.show("verslagen")
    assert page.pane.empty.isVisible() and page.blank.isVisible()
