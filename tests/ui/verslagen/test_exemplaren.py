"""Choosing who gets a copy: seen before it happens, made in one act, in the register, and collected back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.ui.casussen.bureau import CTRL, ENTER, ESC, Bureau
from vhdesk.printing.printer import Printer, PrinterUnavailable
from vhdesk.queries.ontvangers import exemplaren
from vhdesk.queries.verslag import verslagen
from vhdesk.ui.onderdelen import print_panel
from vhdesk.ui.onderdelen import printing as carrying_out
from vhdesk.ui.verslagen.ontvanger_words import ontvanger_line
from vhdesk.vocabulary_lezer import Exemplaarwijze

KIES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def uit(tmp_path: Path) -> Path:
    """An empty folder beside the vault."""
    folder = tmp_path / "uit"
    folder.mkdir()
    return folder


def gekozen(bureau: Bureau) -> Any:
    """Return the view of the recipients of the only minutes."""
    page = bureau.show("verslagen")
    bureau.press(ENTER)
    bureau.wait(lambda: page.view.page_count() > 0)
    bureau.press(Qt.Key.Key_E, KIES)
    assert page.ontvangers.isVisible()
    return page.ontvangers


def register(bureau: Bureau) -> list[tuple[str, int, int, int, Exemplaarwijze]]:
    rijen = bureau.desk.ask(exemplaren, bureau.desk.ask(verslagen)[0].overleg_id)
    return [(rij.ontvanger, rij.nummer, rij.totaal, rij.herdruk, rij.wijze) for rij in rijen]


def test_who_gets_what_is_seen_and_all_copies_come_in_one_folder(bureau: Bureau, uit: Path) -> None:
    view = gekozen(bureau)
    assert view.list.rows.rowCount() >= 2
    bureau.wait(lambda: view.view.page_count() > 0)
    if len(view.ticked) < view.list.rows.rowCount():
        bureau.press(Qt.Key.Key_A)
    aantal = len(view.ticked)
    bureau.prompts.folder = uit
    bureau.press(Qt.Key.Key_S, CTRL)
    bureau.wait(lambda: len(register(bureau)) == aantal)
    bureau.wait(lambda: not view.ticked)
    (folder,) = uit.iterdir()
    files = sorted(file.name for file in folder.iterdir())
    assert len(files) == aantal and files[0] == "01 het huis.pdf"
    assert [rij[1:4] for rij in register(bureau)] == [(plaats, aantal, 0) for plaats in range(1, aantal + 1)]
    bureau.press(ESC)
    assert not view.isVisible()


def test_a_second_copy_asks_why_beside_the_reason(bureau: Bureau, uit: Path) -> None:
    view = gekozen(bureau)
    view.ticked = frozenset({""})
    bureau.prompts.folder = uit
    bureau.press(Qt.Key.Key_S, CTRL)
    bureau.wait(lambda: len(register(bureau)) == 1 and any(uit.iterdir()))
    bureau.wait(lambda: not view.ticked)
    view.list.select("huis")
    view.list.setFocus()
    bureau.press(Qt.Key.Key_Space)
    bureau.press(Qt.Key.Key_S, CTRL)
    bureau.wait(lambda: bool(view.fault.text()))
    assert bureau.focus() is view.reden and len(register(bureau)) == 1
    bureau.type("koffie eroverheen")
    bureau.press(Qt.Key.Key_S, CTRL)
    bureau.wait(lambda: len(register(bureau)) == 2)
    assert register(bureau)[-1] == ("het huis", 1, 1, 1, Exemplaarwijze.OPGESLAGEN)
    bureau.wait(lambda: len(list(uit.iterdir())) == 2)


def test_a_folder_that_refuses_leaves_no_file_and_the_register_says_so(bureau: Bureau, uit: Path) -> None:
    view = gekozen(bureau)
    view.ticked = frozenset({""})
    bureau.prompts.folder = uit / "weg"
    bureau.press(Qt.Key.Key_S, CTRL)
    overleg_id = bureau.desk.ask(verslagen)[0].overleg_id
    bureau.wait(lambda: len(bureau.desk.ask(exemplaren, overleg_id, ook_vervallen=True)) == 1)
    bureau.wait(lambda: register(bureau) == [])
    assert not any(uit.iterdir())


def test_copies_go_to_the_printer_and_what_it_refuses_is_struck(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers: list[bytes] = []

    def take(pdf: bytes, printer: Printer, **how: Any) -> str:
        if papers:
            raise PrinterUnavailable("printer_weg", printer=printer.name)
        papers.append(pdf)
        return "job"

    monkeypatch.setattr(print_panel, "printers", lambda: (Printer("Balie", True),))
    monkeypatch.setattr(carrying_out, "print_pdf", take)
    view = gekozen(bureau)
    if len(view.ticked) < view.list.rows.rowCount():
        bureau.press(Qt.Key.Key_A)
    bureau.press(Qt.Key.Key_P, CTRL)
    bureau.wait(lambda: view.panel.verb_button.isEnabled())
    bureau.press(ENTER, CTRL)
    bureau.wait(lambda: bool(papers))
    bureau.wait(lambda: len(register(bureau)) == 1)
    assert register(bureau)[0][0] == "het huis"


def test_a_paper_that_came_back_is_ticked(bureau: Bureau, uit: Path) -> None:
    view = gekozen(bureau)
    view.ticked = frozenset({""})
    bureau.prompts.folder = uit
    bureau.press(Qt.Key.Key_S, CTRL)
    bureau.wait(lambda: not view.ticked and len(register(bureau)) == 1)
    view.list.select("huis")
    view.list.setFocus()
    bureau.press(Qt.Key.Key_T)
    (rij,) = bureau.desk.ask(exemplaren, bureau.desk.ask(verslagen)[0].overleg_id)
    assert rij.teruggehaald_op is not None
    assert "teruggehaald op" in ontvanger_line(view.list.current_row()).subtitle
