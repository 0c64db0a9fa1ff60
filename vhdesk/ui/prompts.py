"""The few questions the window asks, behind an interface that tests can answer.

Nothing here blocks: a prompt opens, and the answer comes to ``then(answer..., *context)``, a bound method of the
page that asked. No answer (Escape, cancel, the page died) means that nothing happens. A confirmation names the
verb ("Vernietigen"), never "OK".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from vhdesk.ui.jobs import weak_method
from vhdesk.ui.widgets.question_dialog import QuestionDialog

if TYPE_CHECKING:
    from vhdesk.ui.form_draft import DraftDesk, Report

Then = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is typed in the field of a question waits under ``key`` at ``desk`` until the same is asked again."""

    desk: DraftDesk
    key: str
    report: Report


class Prompts(Protocol):
    """What a page may ask. ``DialogPrompts`` shows dialogs; tests bring their own answers."""

    def confirm(
        self,
        parent: QWidget,
        question: str,
        verb: str,
        then: Then,
        *context: Any,
        danger: bool = False,
        detail: str = "",
    ) -> None:
        """Ask for a yes that says ``verb``; ``then(*context)`` follows only on yes."""

    def ask_text(
        self,
        parent: QWidget,
        question: str,
        verb: str,
        then: Then,
        *context: Any,
        label: str = "Reden",
        required: bool = True,
        detail: str = "",
        danger: bool = False,
        text: str = "",
        kept: Kept | None = None,
    ) -> None:
        """Ask for a line or two (a reason); ``then(text, *context)`` follows when it was given. What was
        typed is ``kept`` when nothing follows, and also when it does: who asked has it until it is done."""

    def open_file(
        self, parent: QWidget, title: str, filters: str, then: Then, *context: Any, folder: Path | None = None
    ) -> None:
        """Ask for an existing file; ``then(path, *context)`` follows."""

    def save_file(
        self,
        parent: QWidget,
        title: str,
        filters: str,
        then: Then,
        *context: Any,
        suggestion: Path | None = None,
    ) -> None:
        """Ask where to write a file; ``then(path, *context)`` follows."""

    def choose_folder(
        self, parent: QWidget, title: str, then: Then, *context: Any, folder: Path | None = None
    ) -> None:
        """Ask for an existing folder; ``then(path, *context)`` follows."""


class DialogPrompts:
    """Prompts as dialogs of the window (never application-modal, never a nested event loop)."""

    def confirm(
        self,
        parent: QWidget,
        question: str,
        verb: str,
        then: Then,
        *context: Any,
        danger: bool = False,
        detail: str = "",
    ) -> None:
        dialog = QuestionDialog(parent, question, verb, detail=detail, danger=danger)
        _Answer(dialog, then, context).follow_confirm(dialog)

    def ask_text(
        self,
        parent: QWidget,
        question: str,
        verb: str,
        then: Then,
        *context: Any,
        label: str = "Reden",
        required: bool = True,
        detail: str = "",
        danger: bool = False,
        text: str = "",
        kept: Kept | None = None,
    ) -> None:
        dialog = QuestionDialog(
            parent,
            question,
            verb,
            detail=detail,
            danger=danger,
            field_label=label,
            required=required,
            text=text,
        )
        if kept is not None:
            from vhdesk.ui.form_draft import FormDraft  # deferred: the door of the vault asks questions too

            draft = FormDraft(kept.desk, {"tekst": dialog.field}, kept.report, dialog)
            draft.begin(kept.key)
            dialog.finished.connect(draft.end)
        _Answer(dialog, then, context).follow_text(dialog)

    def open_file(
        self, parent: QWidget, title: str, filters: str, then: Then, *context: Any, folder: Path | None = None
    ) -> None:
        dialog = _file_dialog(parent, title, folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(filters)
        _Answer(dialog, then, context).follow_file(dialog)

    def save_file(
        self,
        parent: QWidget,
        title: str,
        filters: str,
        then: Then,
        *context: Any,
        suggestion: Path | None = None,
    ) -> None:
        dialog = _file_dialog(parent, title, suggestion.parent if suggestion is not None else None)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(filters)
        if suggestion is not None:
            dialog.setDefaultSuffix(suggestion.suffix.lstrip("."))
            dialog.selectFile(suggestion.name)
        _Answer(dialog, then, context).follow_file(dialog)

    def choose_folder(
        self, parent: QWidget, title: str, then: Then, *context: Any, folder: Path | None = None
    ) -> None:
        dialog = _file_dialog(parent, title, folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        _Answer(dialog, then, context).follow_file(dialog)


def _file_dialog(parent: QWidget, title: str, folder: Path | None) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder or Path.home()))
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, "&Zoeken in:")  # Qt's Dutch lacks these two
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, "Bestands&type:")
    return dialog


class _Answer:
    """Carries one answer to its page; lives as long as the dialog that refers to its methods."""

    def __init__(self, dialog: Any, then: Then, context: tuple[Any, ...]) -> None:
        self._then = weak_method(then)
        self._context = context
        dialog.vhdesk_answer = self  # the dialog keeps its answer alive, and dies after it
        dialog.finished.connect(dialog.deleteLater)

    def follow_confirm(self, dialog: QuestionDialog) -> None:
        dialog.accepted.connect(self._confirmed)
        dialog.open()

    def follow_text(self, dialog: QuestionDialog) -> None:
        dialog.text_given.connect(self._given)
        dialog.open()

    def follow_file(self, dialog: QFileDialog) -> None:
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    def _confirmed(self) -> None:
        self._answer()

    def _given(self, text: str) -> None:
        self._answer(text)

    def _chosen(self, path: str) -> None:
        self._answer(Path(path))

    def _answer(self, *values: Any) -> None:
        method = self._then()
        if method is not None:
            method(*values, *self._context)
