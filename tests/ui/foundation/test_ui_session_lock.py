"""What Windows and macOS say when the screen is locked, as far as that can be seen on any machine."""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from typing import Any

import pytest

from vhdesk.ui import session_lock_macos as macos
from vhdesk.ui import session_lock_windows as windows


def told(message: int, what: int, kind: bytes = windows.KIND) -> bool:
    crafted = wintypes.MSG(message=message, wParam=what)
    return windows.tells_lock(kind, ctypes.addressof(crafted))


def test_windows_tells_that_the_session_was_locked_or_goes_to_sleep() -> None:
    assert told(windows.WM_WTSSESSION_CHANGE, windows.WTS_SESSION_LOCK)
    assert told(windows.WM_POWERBROADCAST, windows.PBT_APMSUSPEND)


@pytest.mark.parametrize(
    ("message", "what"),
    [
        (windows.WM_WTSSESSION_CHANGE, 0x8),  # unlocked
        (windows.WM_WTSSESSION_CHANGE, 0x5),  # somebody logged on
        (windows.WM_POWERBROADCAST, 0x7),  # it woke up
        (0x0100, windows.WTS_SESSION_LOCK),  # a key
        (0, 0),
    ],
)
def test_any_other_message_of_windows_locks_nothing(message: int, what: int) -> None:
    assert not told(message, what)


def test_a_message_of_another_kind_is_not_read() -> None:
    assert not told(windows.WM_WTSSESSION_CHANGE, windows.WTS_SESSION_LOCK, b"windows_dispatcher_MSG")
    assert not windows.tells_lock(windows.KIND, 0)
    assert not windows.tells_lock(b"xcb_generic_event_t", 1)


def test_the_filter_of_qt_passes_every_message_on_and_tells(qtbot) -> None:  # type: ignore[no-untyped-def]
    listener = windows.WindowsListener()
    crafted = wintypes.MSG(message=windows.WM_WTSSESSION_CHANGE, wParam=windows.WTS_SESSION_LOCK)
    with qtbot.waitSignal(listener.locked):
        answer = listener._filter.nativeEventFilter(windows.KIND, ctypes.addressof(crafted))
    assert answer == (False, 0)


class Foundation:
    """CoreFoundation as far as it is asked, keeping what it was given."""

    def __init__(self, centre: int | None = 1) -> None:
        self.observed: list[tuple[Any, ...]] = []
        self.CFNotificationCenterGetDistributedCenter = _Function(lambda: centre)
        self.CFStringCreateWithCString = _Function(lambda _allocator, text, _encoding: text)
        self.CFNotificationCenterAddObserver = _Function(lambda *given: self.observed.append(given))


class _Function:
    def __init__(self, answer: Any) -> None:
        self._answer = answer

    def __call__(self, *given: Any) -> Any:
        return self._answer(*given)


def test_macos_is_asked_for_its_screen_lock_and_calls_back(qtbot) -> None:  # type: ignore[no-untyped-def]
    listener, foundation = macos.MacListener(), Foundation()
    assert listener.start(foundation)
    centre, _, called, name, _, _ = foundation.observed[0]
    assert (centre, name) == (1, b"com.apple.screenIsLocked")
    with qtbot.waitSignal(listener.locked):
        called(1, None, None, None, None)


def test_a_system_that_tells_nothing_is_no_error() -> None:
    listener = macos.MacListener()
    assert not listener.start(Foundation(centre=None))
