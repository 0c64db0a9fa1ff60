"""Showing what went wrong: a bar for what lies outside the program, a line beside the field for what can be put
right. Never a modal box for news."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from vhdesk.errors import EnvironmentFault, Interrupted, RuleViolation, VhdeskError
from vhdesk.ui.theme.icons import icon
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.theme.tokens import SPACE_2, SPACE_3
from vhdesk.ui.widgets.bringing_area import bring_in_sight
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.time_field import TimeField

if TYPE_CHECKING:
    from vhdesk.vocabulary_faults import FaultText

ICONS: Final = {"danger": "octagon-alert", "warn": "triangle-alert", "ok": "circle-check", "news": "info"}
_BY_HAND: Final = (
    "textEdited",
    "edited",
    "chosen",
    "changed",
    "clicked",
)  # signals of a field that a person changed


class FaultBar(QFrame):
    """A bar with an icon, what happened, one next step, and at most one act. Hidden until there is something. A refusal
    goes with the page on which it was said; what lies outside the program stays until it is closed.

    Signals: ``dismissed``.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._state = "danger"
        self.picture = QLabel()
        self.happened = Label("", "strong", wrap=True)
        self.next_step = Label("", wrap=True)
        self.button = QPushButton("Verder")  # the words of the act that is offered come in their place
        self.button.hide()
        self._action: QAction | None = None
        self._of_the_page = False
        self._just_said = QTimer(self, singleShot=True, interval=0)
        self.button.clicked.connect(self._act)
        self.close_button = QToolButton()
        self.close_button.setIcon(icon("x", "text"))
        self.close_button.setAccessibleName("Melding sluiten")
        self.close_button.setToolTip("Melding sluiten")
        self.close_button.clicked.connect(self.clear)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.happened)
        words.addWidget(self.next_step)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE_3, SPACE_2, SPACE_2, SPACE_2)
        layout.setSpacing(SPACE_3)
        layout.addWidget(self.picture, alignment=Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self.button)
        layout.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_fault(self, fault: BaseException, action: QAction | None = None) -> None:
        """Show an exception; a cancel by the person shows nothing, a bug gets its incident number."""
        if isinstance(fault, Interrupted):
            return
        from vhdesk.ui.incident import report_bug  # deferred, as the sentences: see _describe

        if isinstance(fault, VhdeskError):
            text = _describe(fault)
            chosen = fault.code == "opened_read_only"  # by the person: no harm
            state = "danger" if isinstance(fault, EnvironmentFault) and not chosen else "warn"
        else:
            text, state = _describe(fault, incident=report_bug(fault)), "danger"
        self.show_words(text.happened, text.next_step, state, action)
        self._of_the_page = state == "warn"

    def show_words(
        self, happened: str, next_step: str = "", state: str = "news", action: QAction | None = None
    ) -> None:
        """Show sentences in state "danger", "warn", "ok" or "news", with the act that helps."""
        self._state = state
        self._of_the_page = False
        self._just_said.start()
        self._action = action
        self.happened.setText(happened)
        self.next_step.setText(next_step)
        self.next_step.setVisible(bool(next_step))
        self.button.setVisible(action is not None)
        if action is not None:
            self.button.setText(action.text())
        self.setProperty("state", state)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(f"{happened} {next_step}".strip())
        self._paint_icon()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def leave_page(self) -> None:
        """Another page comes in front: what the one before refused goes, unless it was said in this same moment."""
        if self._of_the_page and not self._just_said.isActive():
            self.clear()

    def clear(self) -> None:
        """Take the bar away."""
        if not self.isHidden():
            self.hide()
            self._action = None
            self.dismissed.emit()

    def _act(self) -> None:
        if self._action is not None:
            self._action.trigger()

    def _paint_icon(self) -> None:
        side = current_theme().px(18)
        role = "accent" if self._state == "news" else self._state
        self.picture.setPixmap(
            icon(ICONS[self._state], role).pixmap(QSize(side, side), self.devicePixelRatioF())
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.property("state"):
            self._paint_icon()


class FieldError(Label):
    """The sentence under a field that was refused; marks the field and takes the focus there. It goes when a person
    changes the field: what it says is not true of the new value."""

    def __init__(self, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__("", "fault", wrap=True, parent=parent)
        self._field = field
        self.hide()
        for target in (field, field.focusProxy()):
            for name in _BY_HAND:
                signal = getattr(target, name, None)
                if isinstance(signal, SignalInstance):
                    signal.connect(self._mended)
            if hasattr(target, "doubted"):
                target.doubted.connect(self._say)

    def show_fault(self, fault: BaseException, *, go: bool = True) -> None:
        """Show why the field was refused, and go there."""
        words = _describe(fault).sentence()
        if go:
            self.show_words(words)
        else:
            self._say(words)

    def doubt(self) -> bool:
        """Say what stands in the field and is no choice of its list; False when there is no such thing."""
        for target in (self._field, self._field.focusProxy()):
            words = target.doubt() if hasattr(target, "doubt") and target.isVisibleTo(target.window()) else ""
            if words:
                self.show_words(words)
        return bool(self.text())

    def show_words(self, words: str) -> None:
        """Show a sentence and go to the field; "" takes it away."""
        self._say(words)
        if words:
            (self._field.focusProxy() or self._field).setFocus()
            bring_in_sight(self)

    def _say(self, words: str) -> None:
        self.setText(words)
        self.setVisible(bool(words))
        field = self._field.focusProxy() or self._field
        unread = isinstance(self._field, DateField | TimeField) and not self._field.valid()
        field.setProperty("invalid", bool(words) or unread)
        field.setAccessibleDescription(words)
        field.style().unpolish(field)
        field.style().polish(field)

    def clear(self) -> None:
        """Take it away."""
        self.show_words("")

    def _mended(self) -> None:
        if self.text():
            self.clear()


def _describe(fault: BaseException, **details: object) -> FaultText:
    from vhdesk.vocabulary_faults import describe  # deferred: 15 ms of sentences before anything went wrong

    return describe(fault, **details)


def place_fault(fault: BaseException, fields: Mapping[str, FieldError], bar: FaultBar) -> None:
    """Show a fault where it belongs: beside its field when the page has that field, else in the bar."""
    for former in fields.values():
        former.clear()
    error = fields.get(fault.field or "") if isinstance(fault, RuleViolation) else None
    if error is not None:
        error.show_fault(fault)
    else:
        bar.show_fault(fault)
