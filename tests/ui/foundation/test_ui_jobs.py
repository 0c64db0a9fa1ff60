"""Work beside the window: results come home to who lives, one exclusive job at a time, a way out."""

from __future__ import annotations

from threading import Event, current_thread, main_thread

import pytest
import shiboken6
from fakes import MemoryDesk
from onscreen import on_screen
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLineEdit, QMainWindow

from vhdesk.errors import Interrupted, NotFound
from vhdesk.ui.jobs import Job, Jobs
from vhdesk.ui.widgets.progress_overlay import ProgressOverlay


class Owner(QMainWindow):
    """Notes what it is told, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.faults: list[object] = []
        self.threads: list[bool] = []

    def done(self, result: object, *context: object) -> None:
        self.results.append((result, *context) if context else result)
        self.threads.append(current_thread() is main_thread())

    def failed(self, fault: Exception, *context: object) -> None:
        self.faults.append(fault)


@pytest.fixture
def owner(qtbot) -> Owner:  # type: ignore[no-untyped-def]
    made = Owner()
    qtbot.addWidget(made)
    return made


def names(session: str, letter: str) -> tuple[str, str, bool]:
    return session, letter, current_thread() is main_thread()


def test_a_read_job_runs_beside_the_window_and_answers_on_it(qtbot, owner: Owner) -> None:  # type: ignore[no-untyped-def]
    jobs = Jobs(MemoryDesk())
    jobs.read(owner, names, "a", done=owner.done, context=(7,))
    qtbot.waitUntil(lambda: bool(owner.results))
    assert owner.results == [(("sessie", "a", False), 7)]
    assert owner.threads == [True]


def test_a_newer_question_replaces_the_older_one(qtbot, owner: Owner) -> None:  # type: ignore[no-untyped-def]
    jobs, gate = Jobs(), Event()

    def slow() -> str:
        gate.wait(5)
        return "oud"

    jobs.compute(owner, slow, done=owner.done, key="zoeken")
    jobs.compute(owner, str, "nieuw", done=owner.done, key="zoeken")
    jobs.compute(owner, str, "los", done=owner.done, key="ander")
    qtbot.waitUntil(lambda: len(owner.results) == 2)
    gate.set()
    assert jobs.wait()
    qtbot.waitUntil(lambda: not jobs._running)
    assert sorted(map(str, owner.results)) == ["los", "nieuw"]


def test_a_fault_goes_to_its_taker_and_otherwise_to_the_window(qtbot, owner: Owner) -> None:  # type: ignore[no-untyped-def]
    jobs = Jobs()

    def gone() -> None:
        raise NotFound("casus")

    jobs.compute(owner, gone, done=owner.done, failed=owner.failed)
    qtbot.waitUntil(lambda: bool(owner.faults))
    with qtbot.waitSignal(jobs.unhandled) as caught:
        jobs.compute(owner, gone, done=owner.done)
    assert isinstance(caught.args[0], NotFound)
    assert owner.results == []


def test_no_answer_to_an_owner_that_died(qtbot) -> None:  # type: ignore[no-untyped-def]
    jobs, gate, owner = Jobs(), Event(), Owner()
    jobs.compute(owner, gate.wait, 5, done=owner.done)
    results = owner.results
    shiboken6.delete(owner)
    gate.set()
    assert jobs.wait()
    qtbot.waitUntil(lambda: not jobs._running)
    assert results == []


def test_a_window_that_went_before_its_job_does_no_harm(qtbot) -> None:  # type: ignore[no-untyped-def]
    gate, owner = Event(), Owner()
    jobs = Jobs(parent=owner)
    jobs.compute(owner, gate.wait, 5, done=owner.done)
    jobs.cancel_all()
    shiboken6.delete(owner)
    gate.set()
    assert Jobs().wait()


def test_only_a_bound_method_of_a_qobject_may_answer(owner: Owner) -> None:
    jobs = Jobs()
    with pytest.raises(TypeError):
        jobs.compute(owner, str, done=lambda result: None)
    with pytest.raises(TypeError):
        jobs.compute(owner, str, done=[].append)
    with pytest.raises(RuntimeError):
        jobs.read(owner, names, done=owner.done)


def test_an_exclusive_job_covers_the_window_and_gives_it_back(qtbot, owner: Owner) -> None:  # type: ignore[no-untyped-def]
    field = QLineEdit()
    owner.setCentralWidget(field)
    pressed: list[str] = []
    shortcut = QShortcut("Ctrl+B", owner)
    shortcut.activated.connect(lambda: pressed.append("besluit"))
    lock = QShortcut("Ctrl+L", owner)
    lock.activated.connect(lambda: pressed.append("slot"))
    on_screen(qtbot, owner)
    field.setFocus()
    jobs, gate = Jobs(), Event()

    def work(job: Job) -> str:
        job.report(3, 10, "Rij 3 van 10")
        gate.wait(5)
        return "klaar"

    jobs.exclusive(owner, "Lijst inlezen", work, done=owner.done)
    overlay = owner.findChild(ProgressOverlay)
    assert overlay is not None
    assert overlay.panel.isHidden()
    assert jobs.busy
    with pytest.raises(RuntimeError):
        jobs.exclusive(owner, "Nog een", work, done=owner.done)
    qtbot.keyClick(overlay, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(overlay, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["slot"]
    assert not owner.close()
    qtbot.waitUntil(lambda: overlay.panel.isVisible())
    assert overlay.detail.text() == "Rij 3 van 10"
    assert (overlay.bar.value(), overlay.bar.maximum()) == (3, 10)
    gate.set()
    qtbot.waitUntil(lambda: owner.results == ["klaar"])
    assert not jobs.busy
    assert owner.focusWidget() is field
    assert owner.close()


def test_work_that_cannot_be_broken_off_says_so_and_has_no_button(qtbot, owner: Owner) -> None:  # type: ignore[no-untyped-def]
    owner.show()
    jobs, enough = Jobs(), Event()
    why = "Dat duurt met opzet even en is niet af te breken."
    jobs.exclusive(owner, "Sleutel", lambda _job: enough.wait(5), done=owner.done, waiting=why)
    overlay = owner.findChild(ProgressOverlay)
    assert overlay is not None
    qtbot.waitUntil(lambda: overlay.panel.isVisible() and overlay.detail.text() == why)
    assert overlay.cancel_button.isHidden() and overlay.detail.isVisible()
    qtbot.keyClick(overlay, Qt.Key.Key_Escape)
    enough.set()
    qtbot.waitUntil(lambda: owner.results == [True])


def test_work_that_comes_to_a_point_of_no_return_says_so_and_takes_the_button_away(
    qtbot, owner: Owner
) -> None:  # type: ignore[no-untyped-def]
    owner.show()
    jobs, far, enough = Jobs(), Event(), Event()
    why = "Dat wordt niet afgebroken."

    def work(job: Job) -> bool:
        assert far.wait(5)
        job.hold(why)
        assert enough.wait(5)
        return True

    jobs.exclusive(owner, "Inlezen", work, done=owner.done, failed=owner.failed)
    overlay = owner.findChild(ProgressOverlay)
    assert overlay is not None
    qtbot.waitUntil(overlay.cancel_button.hasFocus)
    far.set()
    qtbot.waitUntil(overlay.cancel_button.isHidden)
    assert overlay.detail.text() == why and overlay.hasFocus()
    qtbot.keyClick(overlay, Qt.Key.Key_Escape)
    enough.set()
    qtbot.waitUntil(lambda: owner.results == [True])


def test_cancel_stops_at_the_next_report_and_is_told_silently(qtbot, owner: Owner) -> None:  # type: ignore[no-untyped-def]
    owner.show()
    jobs, seen = Jobs(), Event()

    def work(job: Job) -> None:
        for step in range(100_000):
            job.report(step, 100_000)
            seen.wait(0.001)

    jobs.exclusive(owner, "Opnieuw versleutelen", work, done=owner.done, failed=owner.failed)
    overlay = owner.findChild(ProgressOverlay)
    assert overlay is not None
    qtbot.waitUntil(lambda: overlay.panel.isVisible())
    qtbot.keyClick(overlay, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(owner.faults))
    assert isinstance(owner.faults[0], Interrupted)
    assert not jobs.busy


def test_the_owner_is_not_kept_alive_by_its_job(qtbot) -> None:  # type: ignore[no-untyped-def]
    jobs, gate = Jobs(), Event()
    owner = QObject()

    class Taker(QObject):
        def done(self, result: object) -> None:
            pytest.fail("answered a dead page")

    taker = Taker()
    job = jobs.compute(taker, gate.wait, 5, done=taker.done)
    del taker
    assert not job.alive()
    gate.set()
    assert jobs.wait()
    qtbot.waitUntil(lambda: not jobs._running)
    assert owner is not None
