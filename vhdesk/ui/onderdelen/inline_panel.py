"""A small form that opens in the page instead of a box over it: fields, the verb with its key, and a way back."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from vhdesk.errors import RuleViolation, VhdeskError
from vhdesk.ui.context import UiContext
from vhdesk.ui.fault_view import FieldError
from vhdesk.ui.form_draft import FormDraft, can_keep
from vhdesk.ui.reading import may_write
from vhdesk.ui.theme.tokens import SPACE_1, SPACE_2, SPACE_3
from vhdesk.ui.widgets.bringing_area import bring_in_sight
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.flow_layout import FlowLayout
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.text_area import TextArea

WIDE_ENOUGH = 2  # columns; with more there is no room for a date in words beside its field
FIELD_WIDTHS = {2: 270, 3: 190, 4: 150}  # narrowest field by number of columns, at 100 % text


class InlinePanel(QFrame):
    """``columns``: how many fields stand beside each other where there is room.

    Signals: ``submitted`` on the verb or Ctrl+Enter, ``cancelled`` when it closed without being done,
    ``opened(bool)`` when it appears and goes. "Annuleren" drops what was filled in; Escape, which comes through the
    page's ``back_out`` as ``leave``, keeps it where drafts are kept.

    After ``keep_drafts`` a panel that opens with a ``draft_key`` keeps what is filled in through a lock or a crash,
    until it was done (``forget_draft``) or cancelled."""

    submitted = Signal()
    cancelled = Signal()
    opened = Signal(bool)

    def __init__(self, title: str, verb: str, *, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._columns = columns
        self._flow: FlowLayout | None = None
        self.errors: dict[str, FieldError] = {}
        self.captions: dict[str, Label] = {}
        self._holders: dict[str, QWidget] = {}
        self._fields_by_key: dict[str, QWidget] = {}
        self._draft: FormDraft | None = None
        self._before: QWidget | None = None
        self.title = Label(title, "strong", wrap=True)
        self.setAccessibleName(title)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(SPACE_2)
        self.trouble = Label("", "fault", wrap=True)
        self.trouble.hide()
        self.verb_button = QPushButton(f"{verb}  (Ctrl+Enter)")
        self.verb_button.setProperty("kind", "primary")
        self.verb_button.setAccessibleName(verb)
        self.cancel_button = QPushButton("Annuleren")
        for button in (self.verb_button, self.cancel_button):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_2)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.verb_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(15, SPACE_3, 15, SPACE_3)
        layout.setSpacing(SPACE_2)
        layout.addWidget(self.title)
        layout.addLayout(self._fields)
        layout.addWidget(self.trouble)
        layout.addLayout(buttons)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.verb_button.clicked.connect(self.submit)
        self.cancel_button.clicked.connect(self.cancel)
        self.hide()

    def add_field(self, label: str, field: QWidget, key: str = "", *, wide: bool = False) -> FieldError:
        """Put a field under its label in the next place (``wide``: a line of its own); ``key`` is the field name a rule refuses it by."""
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE_1)
        if label:
            caption = Label(label, "label", wrap=True)
            caption.setBuddy(field)
            box.addWidget(caption)
            self.captions[key] = caption
        box.addWidget(field)
        error = FieldError(field)
        box.addWidget(error)
        box.addStretch(1)
        if wide or self._columns == 1:
            self._flow = None
            self._fields.addWidget(holder)
        else:
            self._line().addWidget(holder)
        if key:
            self.errors[key] = error
            self._holders[key] = holder
            if can_keep(field):
                self._fields_by_key[key] = field
        if isinstance(field, DateField) and self._columns <= WIDE_ENOUGH:
            field.say_words()
        if isinstance(field, TextArea):
            field.submitted.connect(self.submit)
        return error

    def _line(self) -> FlowLayout:
        """Return the lines of fields that stand beside each other, as long as there is room."""
        if self._flow is None:
            beside = QWidget()
            width = FIELD_WIDTHS[self._columns]
            self._flow = FlowLayout(beside, spacing=SPACE_2, column_width=width)
            self._fields.addWidget(beside)
        return self._flow

    def show_field(self, key: str, *, shown: bool) -> None:
        """Show or leave out a field with its label. Raises KeyError for an unknown key."""
        self._holders[key].setVisible(shown)

    def open(self, first: QWidget, draft_key: str = "") -> None:
        """Show the panel with the cursor in ``first``; remembers where the focus was.

        What was left unfinished under ``draft_key`` comes back, with the cursor where it was. Stays shut in a vault
        that was opened to read.
        """
        if not may_write(self):
            return
        if not self.isVisible():
            self._before = self.window().focusWidget()
        self.clear_faults()
        self.show()
        restored = self._draft.begin(draft_key) if self._draft is not None and draft_key else None
        (restored or first).setFocus(Qt.FocusReason.OtherFocusReason)
        bring_in_sight(self)  # with its title: a long field alone would push that out of sight

    # --- what is half filled in

    def keep_drafts(self, context: UiContext) -> None:
        """Keep drafts at the desk; the bar says when that fails. Never for a panel that asks a passphrase."""
        self._draft = FormDraft(context.desk, self._fields_by_key, context.shell.report, self)

    def put_away(self) -> None:
        """Before the fields show another record: what stands in them waits for this one to come back."""
        if self._draft is not None:
            self._draft.end()

    def forget_draft(self) -> None:
        """What stood in the panel became an act."""
        if self._draft is not None:
            self._draft.forget()

    # --- closing

    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return not self.isHidden()

    def submit(self) -> None:
        """Ask the page to do it, unless something stands in a field that is no choice of its list."""
        self.clear_faults()
        if not any(error.doubt() for error in self.errors.values()):
            self.submitted.emit()

    def cancel(self) -> bool:
        """Close without doing it, and drop what was filled in; False when it was not open."""
        if not self.is_open():
            return False
        self.finish()
        self.cancelled.emit()
        return True

    def leave(self) -> bool:
        """Close without doing it; what was filled in waits until the same is asked again. False when it was not open."""
        if self._draft is None:
            return self.cancel()
        if not self.is_open():
            return False
        self.close_panel()
        self.cancelled.emit()
        return True

    def finish(self) -> None:
        """Close: what stood in the panel became an act."""
        self.forget_draft()
        self.close_panel()

    def close_panel(self) -> None:
        """Close and give the focus back; what was not done yet is kept."""
        self.put_away()
        before, self._before = self._before, None
        focus = self.window().focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if before is not None and not (shiboken6.isValid(before) and before.isVisible()):
            before = self._around() if inside else None  # the act drew anew where it was asked from
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _around(self) -> QWidget | None:
        """Return the nearest widget beside or around the panel that takes the keys."""
        around = self.parentWidget()
        while around is not None:
            for near in (around, *around.findChildren(QWidget)):
                takes = near.isVisible() and near.isEnabled() and near.focusPolicy() & Qt.FocusPolicy.TabFocus
                if takes and not self.isAncestorOf(near):
                    return near
            around = around.parentWidget()
        return None

    def show_fault(self, fault: VhdeskError) -> bool:
        """Show a refusal beside its field; False when the panel has no such field."""
        if isinstance(fault, RuleViolation) and fault.field in self.errors:
            self.errors[fault.field].show_fault(fault)
            return True
        return False

    def show_words(self, words: str) -> None:
        """Say above the buttons what is wrong."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def clear_faults(self) -> None:
        """Take every refusal away."""
        self.show_words("")
        for error in self.errors.values():
            if error.text():
                error.clear()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell the page, which may make room."""
        super().showEvent(event)
        self.opened.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell the page."""
        super().hideEvent(event)
        self.opened.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter submits from every field."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)
