"""Every control of the four pages has a name for a screen reader and can be reached with Tab; the acts do not clash."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTabBar,
    QWidget,
)

from tests.ui.casussen.bureau import Bureau
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.ui.casussen.dossier_view import TABS

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox)
WHOLES = (
    QLineEdit,
    QComboBox,
    QSpinBox,
    QTabBar,
    QAbstractItemView,
)  # what stands inside these is part of them


def controls(page: QWidget) -> list[QWidget]:
    """Return what a person can use now."""
    found = [w for w in page.findChildren(QWidget) if isinstance(w, CONTROLS) and w.isVisible()]
    return [w for w in found if not isinstance(w.parent(), WHOLES)]


def named(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def check(page: QWidget, least: int) -> None:
    shown = controls(page)
    assert len(shown) >= least
    assert [type(w).__name__ for w in shown if not named(w)] == []
    unreachable = [
        named(w) for w in shown
        if w.isEnabled() and not (w.focusPolicy() & Qt.FocusPolicy.TabFocus) and not w.focusProxy()
    ]  # fmt: skip
    assert unreachable == []


@pytest.mark.parametrize(
    ("page_id", "least"), [("vandaag", 5), ("casussen", 6), ("acties", 5), ("verslagen", 1)]
)
def test_every_control_has_a_name_and_can_be_reached(bureau: Bureau, page_id: str, least: int) -> None:
    check(bureau.show(page_id), least)


def test_so_has_every_tab_and_panel_of_a_case(bureau: Bureau) -> None:
    page = bureau.show("casussen")
    page.show_target(bureau.desk.ask(casuslijst, zoek="Koopman").rijen[0].id)
    for identity, _ in TABS:
        page.view.choose_tab(identity)
        bureau.settle()
        check(page, 11)
    for act in (
        "casus.persoon",
        "casus.inbreng",
        "casus.actie",
        "casus.casemanager",
        "casus.besluit_intrekken",
    ):
        assert bureau.registry.trigger(act)
        bureau.settle()
        check(page, 14)
    page.view.choose_tab("plan")
    page.view.plan.form.delen["scenarios"].add()
    bureau.settle()
    check(page, 20)


def test_the_acts_of_all_pages_stand_beside_each_other(bureau: Bureau) -> None:
    for page_id in ("vandaag", "casussen", "acties", "verslagen"):
        bureau.show(page_id)  # a clash of keys raises when the page registers its acts
    for page_id in ("casussen", "acties", "verslagen"):
        own = [act for act in bureau.registry.acts(page_id) if act.context == page_id]
        assert own and all(act.keys_text() and act.text and act.icon for act in own)
