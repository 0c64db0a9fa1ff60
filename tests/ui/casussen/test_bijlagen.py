"""Attachments in the case file by keys: added, read on the screen, saved outside the vault, taken out, found by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.ui.casussen.bureau import CTRL, ENTER, ESC, Bureau
from tests.ui.casussen.test_casus_kop import casus
from vhdesk.queries.bijlage import bijlagen
from vhdesk.queries.vernietiging import uitgegeven
from vhdesk.ui.casussen.page import CasussenPage
from vhdesk.ui.itemmodels.row_model import TWO_LINE_ROLE

SHIFT = Qt.KeyboardModifier.ShiftModifier
KAAL = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "Brief van de huisarts.pdf"
    path.write_bytes(KAAL)
    return path


def geopend(bureau: Bureau) -> Any:
    page: CasussenPage = bureau.show("casussen")
    page.show_target(casus(bureau, "Koopman"))
    bureau.settle()
    return page.view


def rijen(bureau: Bureau) -> list[str]:
    return [row.naam for row in bureau.desk.ask(bijlagen, casus(bureau, "Koopman"))]


def toegevoegd(bureau: Bureau, path: Path) -> Any:
    """Add a file by typing where it stands; returns the card."""
    view = geopend(bureau)
    bureau.press(Qt.Key.Key_D, CTRL | SHIFT)
    card = view.overzicht.bijlagen
    assert bureau.focus() is card.kiezer.line and card.kiezer.button.isVisible()
    voor = len(rijen(bureau))
    bureau.type(str(path))
    bureau.press(ENTER)
    bureau.wait(lambda: len(rijen(bureau)) > voor or bool(card.error.text()))
    bureau.settle()
    return card


@pytest.fixture(autouse=True)
def no_dialog(monkeypatch: pytest.MonkeyPatch, bureau: Bureau) -> None:
    """The dialog opens beside the field; here it is cancelled."""
    monkeypatch.setattr(bureau.prompts, "open_file", lambda *_args, **_how: None, raising=False)


def test_a_file_is_added_shown_saved_and_taken_out_by_keys(
    bureau: Bureau, brief: Path, tmp_path: Path
) -> None:
    card = toegevoegd(bureau, brief)
    assert rijen(bureau) == ["Brief van de huisarts.pdf"]
    assert bureau.shell.said[-1].startswith("Bijlage toegevoegd: Brief van de huisarts.pdf.")
    assert bureau.focus() is card.list and card.title.text() == "Bijlagen (1)"
    bureau.press(ENTER)
    bureau.wait(lambda: card.voorbeeld.isVisible())
    assert bureau.journaal("bijlage inzien")
    bureau.press(ESC)
    assert not card.voorbeeld.isVisible() and bureau.focus() is card.list
    bureau.prompts.file = tmp_path / "uit"
    bureau.press(Qt.Key.Key_F10, CTRL | SHIFT)
    bureau.wait(lambda: (tmp_path / "uit.pdf").exists())
    bureau.wait(lambda: "buiten de kluis" in bureau.shell.said[-1])
    assert (tmp_path / "uit.pdf").read_bytes() == KAAL
    assert bureau.journaal("bijlage opslaan als bestand") == [casus(bureau, "Koopman")]
    bureau.press(Qt.Key.Key_Delete)
    assert rijen(bureau) == [] and not card.list.isVisible() and card.none.isVisible()
    assert bureau.desk.ask(uitgegeven, casus(bureau, "Koopman")), (
        "that it left stays known after it was taken out"
    )
    bureau.desk.undo()
    assert rijen(bureau) == ["Brief van de huisarts.pdf"]


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        (b"", "is leeg"),
        (b"#!/bin/sh", "programma"),
        (None, "bestaat niet"),
        (bytes(20 * 2**20 + 1), "groter dan 20 MB"),
    ],
)
def test_what_cannot_be_added_says_so_beside_the_field(
    bureau: Bureau, tmp_path: Path, inhoud: bytes | None, woorden: str
) -> None:
    path = tmp_path / "stuk.bin"
    if inhoud is not None:
        path.write_bytes(inhoud)
    card = toegevoegd(bureau, path)
    bureau.wait(lambda: bool(card.error.text()))
    assert woorden in card.error.text() and rijen(bureau) == []
    assert card.kiezer.line.text() == str(path), "what was typed stays"


def test_a_folder_is_no_file(bureau: Bureau, tmp_path: Path) -> None:
    card = toegevoegd(bureau, tmp_path)
    bureau.wait(lambda: "niet te lezen" in card.error.text())


def test_another_kind_of_file_says_how_to_read_it(bureau: Bureau, tmp_path: Path) -> None:
    path = tmp_path / "notitie.txt"
    path.write_text("kort", encoding="utf-8")
    toegevoegd(bureau, path)
    bureau.press(ENTER)
    assert "Sla het op als bestand" in bureau.shell.said[-1]


def test_it_is_found_by_its_name_at_its_place(bureau: Bureau, brief: Path) -> None:
    card = toegevoegd(bureau, brief)
    pane = bureau.show("casussen").list.pane
    bureau.press(Qt.Key.Key_F, CTRL)
    pane.search.setText("huisarts")
    pane.search.search_now()
    bureau.settle()
    assert pane.proxy.index(0, 0).data(TWO_LINE_ROLE).subtitle.strip() == "Bijlage: Brief van de huisarts.pdf"
    pane.focus_list()
    bureau.press(ENTER)
    bureau.settle()
    assert bureau.focus() is card.list and card.current().naam == "Brief van de huisarts.pdf"
