"""Work beside the GUI thread: read jobs and exclusive jobs.

A read job runs in a thread pool on the desk's own read-only connection; an exclusive job (import, migration,
rekey, restore, merge) runs alone, with the window covered and progress shown after half a second. Results return
to bound methods of their owner on the GUI thread; when the owner died, or a newer job of the same key started, the
result is dropped. No nested event loop, no QThread subclass.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from threading import Event
from types import MethodType
from typing import Any, Protocol, runtime_checkable

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from vhdesk.errors import Interrupted
from vhdesk.ui.widgets.progress_overlay import ProgressOverlay


class Reader(Protocol):
    """What read jobs need of the desk."""

    def read_job(self, query: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Run ``query(session, *args)`` in the calling thread on a read-only connection of its own."""


class _Relay(QObject):
    """Carries results from the pool to the GUI thread; every running job keeps it alive."""

    finished = Signal(object, object, object)


class Job:
    """One piece of work under way; the work itself calls ``report``, everybody may call ``cancel``."""

    def __init__(self, owner: QObject, relay: _Relay, key: str, answers: _Answers) -> None:
        self.owner = weakref.ref(owner)
        self.key = key
        self.answers = answers
        self.progress = (0, 0, "")
        self.cancellable = True
        self._relay = relay
        self._cancelled = Event()

    def cancel(self) -> None:
        """Ask the work to stop and drop its result; safe at any time, from any thread."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._cancelled.is_set()

    def report(self, done: int, total: int, text: str = "") -> None:
        """Called by the work: ``done`` of ``total`` (0: unknown), and what is happening, in Dutch.

        Raises Interrupted when the person cancelled, so that the work stops at a point of its own choice.
        """
        if self.cancelled and self.cancellable:
            raise Interrupted("cancelled")
        self.progress = (done, total, text)

    def hold(self, text: str) -> None:
        """Called by the work before what cannot be broken off; ``text`` says why. Raises Interrupted as ``report``."""
        self.report(0, 0, text)
        self.keep_on(text)

    def keep_on(self, text: str) -> None:
        """Called by the work past the point where it could be broken off: whoever tried comes too late."""
        self.progress = (0, 0, text)
        self.cancellable = False

    def run(self, work: Callable[..., Any], args: tuple[Any, ...]) -> None:
        """Do the work in the calling thread and send the outcome home."""
        if self.cancelled:
            self._send(None, Interrupted("cancelled"))
            return
        try:
            result = work(*args)
        except Exception as fault:  # noqa: BLE001 - handed to the owner, who shows it or reports a bug
            self._send(None, fault)
        else:
            self._send(result, None)

    def _send(self, result: object, fault: Exception | None) -> None:
        """Send the outcome home; after the window went there is nobody left to tell."""
        if shiboken6.isValid(self._relay):
            self._relay.finished.emit(self, result, fault)
        else:
            _let_go(result)

    def alive(self) -> bool:
        """Whether the owner still exists, also on Qt's side."""
        owner = self.owner()
        return owner is not None and shiboken6.isValid(owner)


class _Runnable(QRunnable):
    def __init__(self, job: Job, work: Callable[..., Any], args: tuple[Any, ...]) -> None:
        super().__init__()
        self._call = (job, work, args)

    def run(self) -> None:
        job, work, args = self._call
        job.run(work, args)


class Jobs(QObject):
    """Starts jobs and delivers their results. One per window.

    ``unhandled`` carries a fault nobody took (no ``failed`` given); the window shows it.
    """

    unhandled = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, desk: Reader | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        # The pool of Qt itself: a pool of our own would wait for its threads when the window is locked.
        self._pool = QThreadPool.globalInstance()
        self._relay = _Relay()
        self._relay.finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._running: set[Job] = set()
        self._exclusive: Job | None = None
        self._overlay: ProgressOverlay | None = None

    @property
    def busy(self) -> bool:
        """Whether an exclusive job is under way."""
        return self._exclusive is not None

    def read(
        self,
        owner: QObject,
        query: Callable[..., Any],
        *args: Any,
        done: Callable[..., None],
        failed: Callable[..., None] | None = None,
        key: str = "",
        context: tuple[Any, ...] = (),
    ) -> Job:
        """Run ``query(session, *args)`` beside the window; ``done(rows, *context)`` follows on the GUI thread.

        ``done`` and ``failed`` are bound methods of a QObject. A job with a ``key`` replaces the earlier one of
        the same owner and key, so that a late answer never runs over a newer one.
        """
        if self._desk is None:
            raise RuntimeError("read jobs need a desk")
        job = Job(owner, self._relay, key, _Answers(done, failed, context))
        return self._start(job, self._desk.read_job, (query, *args))

    def compute(
        self,
        owner: QObject,
        work: Callable[..., Any],
        *args: Any,
        done: Callable[..., None],
        failed: Callable[..., None] | None = None,
        key: str = "",
        context: tuple[Any, ...] = (),
    ) -> Job:
        """Like ``read`` for work that needs no session (rendering, key derivation): runs ``work(*args)``."""
        job = Job(owner, self._relay, key, _Answers(done, failed, context))
        return self._start(job, work, args)

    def exclusive(
        self,
        owner: QWidget,
        text: str,
        work: Callable[[Job], Any],
        *,
        done: Callable[..., None],
        failed: Callable[..., None] | None = None,
        waiting: str = "",
        context: tuple[Any, ...] = (),
    ) -> Job:
        """Run ``work(job)`` alone. The window takes no input meanwhile; after 0.5 s it shows ``text``, what
        ``job.report`` says, and a cancel button. ``waiting`` says why work that cannot be broken off takes long; there
        is no cancel button then. Raises RuntimeError when another one is under way."""
        if self._exclusive is not None:
            raise RuntimeError("an exclusive job is under way")
        job = Job(owner, self._relay, "", _Answers(done, failed, context))
        self._exclusive = job
        if waiting:
            job.hold(waiting)
        self._overlay = ProgressOverlay(owner.window(), text, job)
        self.busy_changed.emit(True)
        return self._start(job, work, (job,))

    def cancel_all(self) -> None:
        """Drop every result still to come; called on lock. Never waits."""
        for job in tuple(self._running):
            job.cancel()

    def wait(self, milliseconds: int = 5000) -> bool:
        """Wait until the pool is empty; for closing the program and for tests."""
        return self._pool.waitForDone(milliseconds)

    def _start(self, job: Job, work: Callable[..., Any], args: tuple[Any, ...]) -> Job:
        if job.key:
            for other in self._running:
                if other.key == job.key and other.owner() is job.owner():
                    other.cancel()
        self._running.add(job)
        self._pool.start(_Runnable(job, work, args))
        return job

    def _deliver(self, job: Job, result: object, fault: Exception | None) -> None:
        self._running.discard(job)
        if job is self._exclusive:
            self._end_exclusive()
        elif job.cancelled:
            _let_go(result)
            return
        if not job.alive():
            _let_go(result)
            return
        if fault is None:
            job.answers.call_done(result)
        elif not job.answers.call_failed(fault) and not isinstance(fault, Interrupted):
            self.unhandled.emit(fault)

    def _end_exclusive(self) -> None:
        self._exclusive = None
        if self._overlay is not None:
            self._overlay.finish()
            self._overlay = None
        self.busy_changed.emit(False)


class _Answers:
    """The methods that take the outcome, held weakly so that a job keeps no page alive."""

    def __init__(
        self, done: Callable[..., None], failed: Callable[..., None] | None, context: tuple[Any, ...]
    ) -> None:
        self._done = weak_method(done)
        self._failed = weak_method(failed) if failed is not None else None
        self._context = context

    def call_done(self, result: object) -> None:
        _call(self._done, result, *self._context)

    def call_failed(self, fault: Exception) -> bool:
        """Hand over the fault; False when nobody asked for it."""
        if self._failed is None:
            return False
        _call(self._failed, fault, *self._context)
        return True


@runtime_checkable
class _Closable(Protocol):
    def close(self) -> object: ...


def _let_go(result: object) -> None:
    """Close a result that nobody takes: an opened document would stay open, with what it says."""
    if isinstance(result, _Closable):
        result.close()


def weak_method(method: Callable[..., None]) -> weakref.WeakMethod[Any]:
    """Return a weak reference to a bound method of a QObject. Raises TypeError for anything else."""
    if not isinstance(method, MethodType) or not isinstance(method.__self__, QObject):
        raise TypeError("a result goes to a bound method of a QObject")
    return weakref.WeakMethod(method)


def _call(reference: weakref.WeakMethod[Any], *args: Any) -> None:
    method = reference()
    if method is not None and shiboken6.isValid(method.__self__):
        method(*args)
