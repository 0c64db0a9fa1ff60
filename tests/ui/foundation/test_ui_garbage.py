"""Cycles are collected on the GUI thread, whatever the jobs beside it allocate."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from vhdesk.app.desktop import Desktop, make_application
from vhdesk.clock import FixedClock
from vhdesk.ui.garbage import GuiGarbage
from vhdesk.ui.jobs import Jobs
from vhdesk.ui.settings import DeskSettings

died: list[bool] = []


class Cycle:
    """Refers to itself, and notes whether it was collected on the GUI thread."""

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        died.append(current_thread() is main_thread())


class Owner(QObject):
    answers = 0

    def done(self, _result: object) -> None:
        self.answers += 1


def allocate() -> int:
    """Make more cycles than it takes for every generation to be due."""
    rows = []
    for _ in range(200_000):
        row: list[object] = []
        row.append(row)
        rows.append(row)
    return len(rows)


@pytest.fixture(autouse=True)
def _automatic(qapp: QApplication) -> Iterator[None]:
    QApplication.sendPostedEvents(
        None, 52
    )  # DeferredDelete: windows of other tests go now, not in a job below
    QTest.qWait(1)
    gc.unfreeze()
    gc.collect()
    gc.enable()
    died.clear()
    yield
    gc.unfreeze()
    gc.enable()
    gc.collect()


def work_beside(qapp: QApplication) -> None:
    jobs, owner = Jobs(), Owner()
    Cycle()
    jobs.compute(owner, allocate, done=owner.done)
    while not owner.answers:
        QTest.qWait(1)


def test_a_job_collects_no_widgets_of_the_window(qapp: QApplication) -> None:
    garbage = GuiGarbage()
    work_beside(qapp)
    assert died == []
    for _ in range(3):
        garbage.tidy()
    assert died == [True]


def test_without_it_a_job_would(qapp: QApplication) -> None:
    work_beside(qapp)
    assert died == [False]


def test_what_was_left_alone_goes_when_its_window_went(qapp: QApplication) -> None:
    garbage = GuiGarbage()
    Cycle()
    garbage.settle()
    gc.collect()
    assert died == []
    garbage.clear()
    assert died == [True]


def test_the_program_leaves_the_automatic_collector_off(
    qapp: QApplication, tmp_path: Path, clock: FixedClock
) -> None:
    settings = DeskSettings(tmp_path / "instellingen.ini")
    desktop = Desktop(make_application(settings), clock, settings)
    desktop.show_front()
    QTest.qWait(200)
    assert not gc.isenabled()
    desktop.front.hide()
    desktop.deleteLater()
