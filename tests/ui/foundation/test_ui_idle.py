"""Locking by the wall clock, one window per vault, and what the system tells."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from onscreen import on_screen
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit

from vhdesk.clock import FixedClock
from vhdesk.ui.idle import IdleWatch
from vhdesk.ui.session_lock_dbus import DbusListener
from vhdesk.ui.single_instance import SingleInstance


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 12, 4, 9, tzinfo=UTC))


def test_idle_counts_the_wall_clock_so_that_sleep_counts(qtbot, clock: FixedClock) -> None:  # type: ignore[no-untyped-def]
    watch = IdleWatch(clock, 10)
    left: list[int] = []
    watch.remaining.connect(left.append)
    watch.start()
    clock.moment += timedelta(minutes=9, seconds=59)
    with qtbot.assertNotEmitted(watch.idle):
        watch.check()
    clock.moment += timedelta(hours=8)
    with qtbot.waitSignal(watch.idle):
        watch.check()
    assert left == [600, 1, 0]
    with qtbot.assertNotEmitted(watch.idle):
        watch.check()


def test_a_key_starts_the_time_again(qtbot, clock: FixedClock) -> None:  # type: ignore[no-untyped-def]
    field = QLineEdit()
    qtbot.addWidget(field)
    on_screen(qtbot, field)
    watch = IdleWatch(clock, 10)
    watch.start()
    clock.moment += timedelta(minutes=9)
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert field.text() == "a"
    clock.moment += timedelta(minutes=9)
    with qtbot.assertNotEmitted(watch.idle):
        watch.check()
    watch.set_minutes(5)
    assert not watch._timer.isActive()


def test_the_key_that_locks_is_heard_in_a_dialog_too(qtbot, clock: FixedClock) -> None:  # type: ignore[no-untyped-def]
    dialog = QDialog()
    dialog.field = QLineEdit(dialog)  # type: ignore[attr-defined]
    qtbot.addWidget(dialog)
    on_screen(qtbot, dialog)
    watch = IdleWatch(clock, 10)
    watch.start()
    with qtbot.assertNotEmitted(watch.lock_pressed):
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L)
        QTest.keyClick(
            dialog.windowHandle(),
            Qt.Key.Key_L,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
    with qtbot.waitSignal(watch.lock_pressed):
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    watch.stop()


def test_a_window_that_opens_later_counts_too(qtbot, clock: FixedClock) -> None:  # type: ignore[no-untyped-def]
    first, later = QLineEdit(), QDialog()
    field = QLineEdit(later)
    for widget in (first, later):
        qtbot.addWidget(widget)
    on_screen(qtbot, first)
    watch = IdleWatch(clock, 10)
    watch.start()
    on_screen(qtbot, later)
    clock.moment += timedelta(minutes=9)
    QTest.keyClick(later.windowHandle(), Qt.Key.Key_A)
    assert field.text() == "a"
    clock.moment += timedelta(minutes=9)
    with qtbot.assertNotEmitted(watch.idle):
        watch.check()
    watch.stop()


def test_a_clock_set_back_is_no_idle_time_and_no_eternity(qtbot, clock: FixedClock) -> None:  # type: ignore[no-untyped-def]
    watch = IdleWatch(clock, 10)
    watch.start()
    clock.moment -= timedelta(days=1)
    with qtbot.assertNotEmitted(watch.idle):
        watch.check()
    clock.moment += timedelta(minutes=11)
    with qtbot.waitSignal(watch.idle):
        watch.check()


def test_the_second_start_wakes_the_first(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    vault = tmp_path / "Werktafel.vhkluis"
    first = SingleInstance(vault, tmp_path / "run")
    second = SingleInstance(vault, tmp_path / "run")
    other = SingleInstance(tmp_path / "Ander.vhkluis", tmp_path / "run")
    assert first.acquire()
    assert not second.acquire()
    assert other.acquire()
    with qtbot.waitSignal(first.woken), qtbot.assertNotEmitted(other.woken):
        assert second.wake_other()
    first.release()
    assert not second.wake_other()
    assert second.acquire()
    second.release()
    other.release()


HOLD = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from vhdesk.ui.single_instance import SingleInstance
app = QCoreApplication([])
held = SingleInstance(Path(sys.argv[1]), Path(sys.argv[2]))
print(held.acquire(), flush=True)
sys.stdin.read()
"""


GREET = HOLD.replace(
    "print(held.acquire(), flush=True)",
    """
held.woken.connect(lambda: print("gewekt", flush=True))
print(held.acquire(), flush=True)""",
).replace("sys.stdin.read()", "app.exec()")


def test_a_first_window_that_hangs_up_at_once_was_woken_all_the_same(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    vault, run = tmp_path / "Werktafel.vhkluis", tmp_path / "run"
    process = subprocess.Popen(
        [sys.executable, "-c", GREET, str(vault), str(run)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None and process.stdout.readline() == "True\n"
        second = SingleInstance(vault, run)
        for _ in range(20):
            assert second.wake_other()
            assert process.stdout.readline() == "gewekt\n"
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_a_killed_process_leaves_the_vault_free(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    vault, run = tmp_path / "Werktafel.vhkluis", tmp_path / "run"
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(vault), str(run)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdin is not None
    assert process.stdout.readline().strip() == "True"
    mine = SingleInstance(vault, run)
    assert not mine.acquire()
    process.kill()
    process.wait()
    process.stdout.close()
    process.stdin.close()
    assert mine.acquire()
    mine.release()


BUS = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from vhdesk.ui.session_lock import SessionLock
app = QCoreApplication([])
watch = SessionLock()
assert watch.start()
saver = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "schermbeveiliging")
assert saver.registerService("org.freedesktop.ScreenSaver")
def send(active):
    signal = QDBusMessage.createSignal("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged")
    signal.setArguments([active])
    saver.send(signal)
seen = []
def locked():
    seen.append("op slot")
    app.quit()
watch.locked.connect(locked)
QTimer.singleShot(0, lambda: send(False))
QTimer.singleShot(50, lambda: send(True))
QTimer.singleShot(5000, app.quit)
app.exec()
print(seen)
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no D-Bus on this machine")
def test_the_screen_saver_of_the_system_locks() -> None:
    command = ["dbus-run-session", "--", sys.executable, "-c", BUS]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert done.stdout.strip() == "['op slot']", done.stderr


@pytest.mark.no_qt_log
def test_no_service_is_no_error_and_a_signal_locks(qtbot, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    watch = DbusListener()
    assert watch.start() in (True, False)
    assert watch.listening >= 0
    with qtbot.waitSignal(watch.locked):
        watch.on_active(True)
    with qtbot.waitSignal(watch.locked):
        watch.on_lock()
    with qtbot.assertNotEmitted(watch.locked):
        watch.on_active(False)
