"""A form that is half filled in: every kind of field comes back, and a full disk is told once and tried again."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
from fakes import DraftMemory
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from vhdesk.clock import FixedClock
from vhdesk.errors import VhdeskError
from vhdesk.ui.autosave import DELAY_MS, DRAFT_MS
from vhdesk.ui.form_draft import FormDraft
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.overleg import drafts
from vhdesk.ui.widgets.completer_field import CompleterField, Option
from vhdesk.ui.widgets.date_field import DateField
from vhdesk.ui.widgets.number_field import NumberField
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.ui.widgets.time_field import TimeField

CLOCK = FixedClock(datetime(2026, 12, 4, 13, 2, tzinfo=UTC))


class Form(QWidget):
    """One of each field."""

    def __init__(self, store: DraftMemory) -> None:
        super().__init__()
        self.text = TextArea("Tekst")
        self.line = QLineEdit()
        self.box = QCheckBox("Mondeling")
        self.date = DateField("Datum", CLOCK)
        self.time = TimeField("Tijd")
        self.choice = ChoiceField("Keuze", [("a", "A"), ("b", "B")])
        self.who = CompleterField("Wie", options=[Option("1", "Politie")])
        self.number = NumberField("Duur", 0, 90)
        fields = {
            "text": self.text, "line": self.line, "box": self.box, "date": self.date, "time": self.time,
            "choice": self.choice, "who": self.who, "number": self.number,
        }  # fmt: skip
        layout = QVBoxLayout(self)
        for field in fields.values():
            layout.addWidget(field)
        self.faults: list[VhdeskError] = []
        self.draft = FormDraft(store, fields, self.faults.append, self)


@pytest.fixture
def store() -> DraftMemory:
    return DraftMemory()


def make(qtbot, store: DraftMemory) -> Form:  # type: ignore[no-untyped-def]
    form = Form(store)
    qtbot.addWidget(form)
    return form


def test_every_kind_of_field_comes_back(qtbot, store: DraftMemory) -> None:  # type: ignore[no-untyped-def]
    first = make(qtbot, store)
    assert first.draft.begin("form/1") is None
    first.text.load("Ünïcode “x”\nen meer", force=True)
    first.line.setText("regel")
    first.box.setChecked(True)
    first.date.set_value(date(2026, 12, 18))
    first.time.set_value(time(9, 30))
    first.choice.set_value("b")
    first.who.set_value("1")
    first.number.setValue(45)
    first.draft.end()
    later = make(qtbot, store)
    assert later.draft.begin("form/1") is later.text
    assert (later.text.text(), later.line.text()) == ("Ünïcode “x”\nen meer", "regel")
    assert (later.date.value(), later.time.value()) == (date(2026, 12, 18), time(9, 30))
    assert (later.box.isChecked(), later.choice.value(), later.who.value()) == (True, "b", "1")
    assert later.number.value() == 45


def test_another_key_is_another_form(qtbot, store: DraftMemory) -> None:  # type: ignore[no-untyped-def]
    form = make(qtbot, store)
    form.draft.begin("form/1")
    form.line.setText("een")
    form.draft.end()
    form.line.clear()
    assert form.draft.begin("form/11") is None
    assert form.line.text() == ""
    form.draft.end()
    assert list(store.kept) == ["form/1"]


def test_what_did_not_change_is_not_written_again_and_emptied_is_dropped(qtbot, store: DraftMemory) -> None:  # type: ignore[no-untyped-def]
    form = make(qtbot, store)
    form.draft.begin("form/1")
    form.line.setText("x")
    assert form.draft.write() and form.draft.write()
    assert store.writes == 1
    form.line.clear()
    assert form.draft.write()
    assert store.kept == {}


def test_forgotten_is_gone_and_stays_gone(qtbot, store: DraftMemory) -> None:  # type: ignore[no-untyped-def]
    form = make(qtbot, store)
    form.draft.begin("form/1")
    form.line.setText("x")
    form.draft.write()
    form.draft.forget()
    form.line.setText("y")
    assert form.draft.write()
    form.draft.end()
    assert store.kept == {}


def test_what_is_typed_is_at_most_a_second_behind() -> None:
    assert max(DELAY_MS, DRAFT_MS, drafts.DELAY_MS) < 1000


def test_a_full_disk_is_told_once_and_tried_again(qtbot, store: DraftMemory) -> None:  # type: ignore[no-untyped-def]
    form = make(qtbot, store)
    form.draft.begin("form/1")
    store.full = True
    form.line.setText("belangrijk")
    assert not form.draft.write()
    assert not form.draft.write()
    assert [fault.code for fault in form.faults] == ["storage_full"]
    store.full = False
    qtbot.waitUntil(lambda: "form/1" in store.kept, timeout=5000)
