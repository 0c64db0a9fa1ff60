"""Questions that never block, with a verb on the button and an answer that goes home."""

from __future__ import annotations

from pathlib import Path

import pytest
import shiboken6
from fakes import DraftMemory
from onscreen import on_screen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMainWindow

from vhdesk.ui.prompts import DialogPrompts, Kept
from vhdesk.ui.widgets.question_dialog import QuestionDialog


class Page(QMainWindow):
    def __init__(self) -> None:
        super().__init__()
        self.setCentralWidget(QLineEdit())
        self.answers: list[tuple[object, ...]] = []

    def answered(self, *values: object) -> None:
        self.answers.append(values)


@pytest.fixture
def page(qtbot) -> Page:  # type: ignore[no-untyped-def]
    made = Page()
    qtbot.addWidget(made)
    on_screen(qtbot, made)
    return made


def dialog_of(page: Page) -> QuestionDialog:
    found = page.findChild(QuestionDialog)
    assert found is not None
    return found


def test_a_confirmation_says_its_verb_and_tells_only_yes(qtbot, page: Page) -> None:  # type: ignore[no-untyped-def]
    prompts = DialogPrompts()
    prompts.confirm(page, "Dossier vernietigen?", "Vernietigen", page.answered, "id1", danger=True)
    dialog = dialog_of(page)
    assert dialog.verb_button.text() == "Vernietigen"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)  # Enter never destroys
    assert page.answers == []
    qtbot.waitUntil(lambda: page.findChild(QuestionDialog) is None)
    prompts.confirm(page, "Dossier vernietigen?", "Vernietigen", page.answered, "id1", danger=True)
    dialog_of(page).verb_button.click()
    assert page.answers == [("id1",)]


def test_enter_on_the_dangerous_verb_itself_does_it(qtbot, page: Page) -> None:  # type: ignore[no-untyped-def]
    DialogPrompts().ask_text(page, "Vernietigen?", "Vernietigen", page.answered, danger=True)
    dialog = dialog_of(page)
    qtbot.waitUntil(dialog.field.hasFocus)
    qtbot.keyClicks(dialog.field, "Termijn verstreken")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.cancel_button, Qt.Key.Key_Tab)
    assert dialog.verb_button.hasFocus()
    qtbot.keyClick(dialog.verb_button, Qt.Key.Key_Return)
    assert page.answers == [("Termijn verstreken",)]


def test_what_was_typed_waits_until_the_same_is_asked_again(qtbot, page: Page) -> None:  # type: ignore[no-untyped-def]
    desk = DraftMemory()
    kept = Kept(desk, "vernietigen/c1", page.answers.append)
    for leave in (Qt.Key.Key_Escape, Qt.Key.Key_Return):  # Enter outside the verb cancels
        DialogPrompts().ask_text(
            page, "Vernietigen?", "Vernietigen", page.answered, danger=True, text="Nazorg klaar", kept=kept
        )
        dialog = dialog_of(page)
        dialog.field.to_end()
        qtbot.keyClicks(dialog.field, ", op 4-12")
        qtbot.keyClick(dialog, leave)
        qtbot.waitUntil(lambda: page.findChild(QuestionDialog) is None)
    DialogPrompts().ask_text(
        page, "Vernietigen?", "Vernietigen", page.answered, danger=True, text="Nazorg klaar", kept=kept
    )
    assert dialog_of(page).field.text() == "Nazorg klaar, op 4-12, op 4-12"
    assert page.answers == []


def test_enter_confirms_what_is_not_dangerous(qtbot, page: Page) -> None:  # type: ignore[no-untyped-def]
    DialogPrompts().confirm(page, "Overleg sluiten?", "Sluiten", page.answered)
    qtbot.keyClick(dialog_of(page), Qt.Key.Key_Return)
    assert page.answers == [()]


def test_a_reason_is_needed_before_the_verb_can_be_used(qtbot, page: Page) -> None:  # type: ignore[no-untyped-def]
    DialogPrompts().ask_text(page, "Besluit intrekken?", "Intrekken", page.answered, 7)
    dialog = dialog_of(page)
    assert not dialog.verb_button.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.field, "Op verzoek ")
    dialog.verb_button.click()
    assert page.answers == [("Op verzoek", 7)]


def test_escape_and_a_page_that_died_answer_nothing(qtbot, page: Page) -> None:  # type: ignore[no-untyped-def]
    DialogPrompts().ask_text(page, "Reden?", "Bewaren", page.answered, required=False)
    qtbot.keyClick(dialog_of(page), Qt.Key.Key_Escape)
    assert page.answers == []
    asker = Page()
    DialogPrompts().confirm(page, "Doorgaan?", "Doorgaan", asker.answered)
    answers = asker.answers
    shiboken6.delete(asker)
    del asker
    qtbot.waitUntil(lambda: len(page.findChildren(QuestionDialog)) == 1)
    dialog_of(page).verb_button.click()
    assert answers == []


def test_files_come_as_paths(qtbot, page: Page, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    target = tmp_path / "lijst.xlsx"
    target.write_bytes(b"x")
    prompts = DialogPrompts()
    prompts.open_file(page, "Lijst openen", "Excel (*.xlsx)", page.answered, "lijst", folder=tmp_path)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFile
    dialog.fileSelected.emit(str(target))
    assert page.answers == [(target, "lijst")]
    dialog.reject()
    prompts.save_file(page, "Opslaan", "PDF (*.pdf)", page.answered, suggestion=tmp_path / "verslag.pdf")
    saving = [
        d for d in page.findChildren(QFileDialog) if d.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    ]
    assert len(saving) == 1
    assert saving[0].defaultSuffix() == "pdf"
    saving[0].reject()
    prompts.choose_folder(page, "Map kiezen", page.answered, folder=tmp_path)
    folders = [d for d in page.findChildren(QFileDialog) if d.fileMode() == QFileDialog.FileMode.Directory]
    assert len(folders) == 1
    folders[0].reject()
