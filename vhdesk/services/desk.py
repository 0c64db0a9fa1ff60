"""The desk: the only door through which screens and the command line reach the record.

Reading gives frozen rows; an act is one transaction with its journaal line, announced after the commit.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from threading import Lock, RLock
from time import perf_counter
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import Engine
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from vhdesk.clock import Clock
from vhdesk.errors import (
    EnvironmentFault,
    Interrupted,
    NotFound,
    RuleViolation,
    StaleVersion,
    VaultInUse,
    VaultReadOnly,
)
from vhdesk.queries.inzage import inzage_of
from vhdesk.services import journaal
from vhdesk.services.changes import Changes
from vhdesk.services.command import Command, Event, Outcome, label, object_of
from vhdesk.services.concept import Conceptjournaal, Draft, DraftCounter, DraftStore
from vhdesk.services.leeslog import Leeslog, Lezing, lezing
from vhdesk.services.undo_log import UndoLog, UndoStep
from vhdesk.services.unit_of_work import Actor, UnitOfWork
from vhdesk.store.faults import translated
from vhdesk.vocabulary import Gebruikersrol, Resultaat

P = ParamSpec("P")
T = TypeVar("T")
Handler = Callable[[UnitOfWork, Any], Outcome]

_LOG = logging.getLogger(__name__)
SHORT_LANE_BUDGET = (
    0.050  # seconds; an act that takes longer on the GUI thread is logged, without its content
)


class HeadKeeper(DraftCounter, Protocol):
    """Keeps outside the database how far it is, so that an older state put back is noticed."""

    def advance(self, seq: int, line_hash: str) -> None:
        """Note that line ``seq`` stands, after its commit. Never raises."""


class Store(DraftStore, Protocol):
    """What the desk needs of an open vault."""

    @property
    def read_engine(self) -> Engine: ...

    @property
    def anchor(self) -> HeadKeeper: ...

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written: no act, no draft, and no line for what is read."""

    def patience(self) -> float | None:
        """Return how many seconds one may wait for another's write; None when nobody is in a hurry."""


class Desk:
    """An open vault with a user behind it."""

    def __init__(
        self, store: Store, actor: Actor, clock: Clock, handlers: Mapping[type[Command], Handler]
    ) -> None:
        self.actor = actor
        self.clock = clock
        self._store = store
        self._handlers = handlers
        self._subscribers: list[Callable[[Changes], None]] = []
        self._leeslog = Leeslog(clock)
        self._drafts = Conceptjournaal(store, clock, actor.id)
        self._undo_log = UndoLog()
        self._paused = False
        # A read job notes its reading from its own thread, a list is read in in another; lines and anchor stay in order.
        self._writing = RLock()
        self._remembering = Lock()
        self.last_commit: datetime | None = None

    @property
    def read_only(self) -> bool:
        """Whether the vault was opened to read: no act, no draft, no line."""
        return self._store.read_only

    # -- reading ---------------------------------------------------------------------------------------

    def ask(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what ``query`` reads. Reading a case is a line in the journaal, in the same transaction; raises
        VhdeskError, and then there is no line of a reading. A vault that was opened to read takes no lines."""
        new = self._new_reading(query, args, kwargs)
        if new is None:
            with translated(self._store.path), Session(self._store.engine) as session:
                return query(session, *args, **kwargs)
        with self._my_turn():
            with translated(self._store.path), Session(self._store.writer) as session, session.begin():
                head = self._append(session, new.actie, new.object_soort, new.object_id)
                rows = query(session, *args, **kwargs)
            self._store.anchor.advance(head.volgnr, head.hash)
        self._leeslog.noted(new)
        return rows

    def read_job(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same on a connection of its own that cannot write, for a thread beside the GUI: the line comes first."""
        new = self._new_reading(query, args, kwargs)
        if new is not None:
            self.log(new.actie, new.object_soort, new.object_id)
            self._leeslog.noted(new)
        with translated(self._store.path), Session(self._store.read_engine) as session:
            return query(session, *args, **kwargs)

    def _new_reading(
        self, query: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Lezing | None:
        """Return the reading that must become a line, None when there is none; raises RuleViolation for who may not."""
        mark = inzage_of(query)
        if mark is None:
            return None
        found = lezing(query, mark, args, kwargs)
        if self.actor.rol is Gebruikersrol.BEHEERDER:
            self.log_refusal(found.actie, found.object_soort, found.object_id, "niet_bevoegd")
            raise RuleViolation("niet_bevoegd", actie=found.actie)
        return found if not self._store.read_only and self._leeslog.is_new(found) else None

    # -- writing ---------------------------------------------------------------------------------------

    def execute(self, command: Command, initiator: object | None = None) -> Event:
        """Do one act. Returns the event after the commit; raises VhdeskError, and then nothing was stored."""
        outcome = self._run(command, initiator)
        with self._remembering:
            if outcome.inverse is not None:
                step = UndoStep(label(command), outcome.inverse, _merge_key(command), self.clock.now())
                self._undo_log.done(step)
            else:
                self._undo_log.clear()
        return outcome.event

    def undo(self, initiator: object | None = None) -> str | None:
        """Take back the last act; returns its name, or None when there is nothing to take back.

        A refusal of the profession drops the step; a fault outside the program keeps it for another try.
        """
        step = self._undo_log.peek(redo=False)
        if step is None:
            return None
        outcome = self._retrace(step, initiator, redo=False)
        if outcome.inverse is not None:
            self._undo_log.undone(UndoStep(step.label, outcome.inverse))
        else:
            self._undo_log.forget_redo()
        return step.label

    def redo(self, initiator: object | None = None) -> str | None:
        """Do again what undo took back; returns its name, or None. Faults as for ``undo``."""
        step = self._undo_log.peek(redo=True)
        if step is None:
            return None
        outcome = self._retrace(step, initiator, redo=True)
        if outcome.inverse is not None:
            self._undo_log.redone(UndoStep(step.label, outcome.inverse))
        return step.label

    def _retrace(self, step: UndoStep, initiator: object | None, *, redo: bool) -> Outcome:
        try:
            outcome = self._run(step.inverse, initiator, retracing=True)
        except (RuleViolation, NotFound, StaleVersion):
            if not self._paused:
                self._undo_log.drop(redo=redo)
            raise
        self._undo_log.drop(redo=redo)
        return outcome

    @property
    def undo_label(self) -> str | None:
        """The name of the act that undo takes back, or None."""
        return self._undo_log.undo_label

    @property
    def redo_label(self) -> str | None:
        """The name of the act that redo does again, or None."""
        return self._undo_log.redo_label

    def _run(self, command: Command, initiator: object | None, *, retracing: bool = False) -> Outcome:
        if self._store.read_only:
            raise VaultReadOnly("opened_read_only")
        if self._paused:
            raise RuleViolation("bureau_gepauzeerd")
        started = perf_counter()
        try:
            if self.actor.rol not in command.rollen:
                raise RuleViolation("niet_bevoegd", actie=label(command))
            with self._my_turn():
                outcome, work, head = self._transact(command, retracing)
                self._store.anchor.advance(head.volgnr, head.hash)
        except (RuleViolation, NotFound, StaleVersion) as refusal:
            self.log_refusal(label(command), *object_of(command), refusal.code)
            raise
        self.last_commit = self.clock.now()
        self._announce(Changes(frozenset(work.kinds), frozenset(work.ids), outcome.event, initiator))
        elapsed = perf_counter() - started
        if elapsed > SHORT_LANE_BUDGET:
            _LOG.info("act %s took %.0f ms", type(command).__name__, elapsed * 1000)
        return outcome

    def _transact(self, command: Command, retracing: bool) -> tuple[Outcome, UnitOfWork, journaal.Head]:
        handler = self._handlers[type(command)]
        try:
            with (
                translated(self._store.path),
                Session(self._store.writer, expire_on_commit=False) as session,
                session.begin(),
            ):
                work = UnitOfWork(session, self.clock, self.actor, retracing)
                outcome = handler(work, command)
                head = self._append(
                    session,
                    label(command),
                    outcome.object_soort,
                    outcome.object_id,
                    bijzonderheden=outcome.bijzonderheden,
                )
        except StaleDataError as error:
            raise StaleVersion("verouderd") from error
        return outcome, work, head

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        """Write after who is writing now; before a lock that is not waited for. Raises VaultInUse."""
        patience = self._store.patience()
        if not self._writing.acquire(timeout=-1 if patience is None else patience):
            raise VaultInUse("database_busy")
        try:
            yield
        finally:
            self._writing.release()

    def log(
        self,
        actie: str,
        object_soort: str,
        object_id: str,
        *,
        resultaat: Resultaat = Resultaat.GELUKT,
        bijzonderheden: str = "",
    ) -> None:
        """Write one line in the journaal without changing the record: printing, exporting, refusing.

        Raises VaultReadOnly in a vault that was opened to read: what must have a line cannot be done there.
        """
        if self._store.read_only:
            raise VaultReadOnly("opened_read_only")
        with self._my_turn():
            with translated(self._store.path), Session(self._store.writer) as session, session.begin():
                head = self._append(session, actie, object_soort, object_id, resultaat, bijzonderheden)
            self._store.anchor.advance(head.volgnr, head.hash)

    def log_reading(self, actie: str, object_soort: str, object_id: str, bijzonderheden: str = "") -> None:
        """Write the line of a reading that no query marks; none in a vault that was opened to read."""
        if not self._store.read_only:
            self.log(actie, object_soort, object_id, bijzonderheden=bijzonderheden)

    def log_refusal(self, actie: str, object_soort: str, object_id: str, bijzonderheden: str) -> None:
        """Write the line of an act that was refused. Never raises: what refused it is the fault to report."""
        try:
            self.log(
                actie,
                object_soort,
                object_id,
                resultaat=Resultaat.GEWEIGERD,
                bijzonderheden=bijzonderheden,
            )
        except EnvironmentFault as fault:
            _LOG.warning("refusal has no line: %s", fault.code)
        except Interrupted:  # locked meanwhile
            _LOG.info("refusal has no line: locked")

    def _append(
        self,
        session: Session,
        actie: str,
        object_soort: str,
        object_id: str,
        resultaat: Resultaat = Resultaat.GELUKT,
        bijzonderheden: str = "",
    ) -> journaal.Head:
        return journaal.append(
            session,
            self.clock,
            self.actor,
            actie,
            object_soort,
            object_id,
            resultaat=resultaat,
            bijzonderheden=bijzonderheden,
        )

    # -- drafts ----------------------------------------------------------------------------------------

    def save_draft(self, key: str, text: str, cursor: int) -> None:
        """Keep half-typed text under ``key`` (screen, record, field), with the place of the cursor. Never waits."""
        self._drafts.save(Draft(key, text, cursor))

    def drafts(self, prefix: str = "") -> tuple[Draft, ...]:
        """Return the user's drafts whose key starts with ``prefix``."""
        return self._drafts.all(prefix)

    def clear_draft(self, key: str) -> None:
        """Forget a draft, because its text was stored or emptied."""
        self._drafts.clear(key)

    def settle_drafts(self) -> None:
        """See that no draft waits beside the database. Raises VaultInUse when another one is writing there."""
        self._drafts.settle()

    # -- announcing ------------------------------------------------------------------------------------

    def subscribe(self, callback: Callable[[Changes], None]) -> Callable[[], None]:
        """Call ``callback`` after every commit; returns the function that ends it."""
        self._subscribers.append(callback)

        def unsubscribe() -> None:
            if callback in self._subscribers:
                self._subscribers.remove(callback)

        return unsubscribe

    def _announce(self, changes: Changes) -> None:
        for callback in tuple(self._subscribers):
            callback(changes)

    def forget(self) -> None:
        """Forget what could be undone and what was read: the record under it was destroyed."""
        with self._writing:
            self._undo_log.clear()
            self._leeslog.forget()

    def tell(self, changes: Changes) -> None:
        """Announce what changed outside ``execute`` (a destruction), from the thread of the screens."""
        self._announce(changes)

    def pause(self) -> None:
        """Refuse acts while an exclusive job (rekey, restore, import) is the only writer."""
        self._paused = True

    def resume(self) -> None:
        """Accept acts again."""
        self._paused = False

    def knows(self) -> tuple[type[Command], ...]:
        """Return every act this desk can do, by name."""
        return tuple(sorted(self._handlers, key=lambda command: command.__name__))


def _merge_key(command: Command) -> str:
    """Steps of typing one text belong together: commands that name the field they merge on say so."""
    merge = getattr(command, "merge_field", "")
    return f"{type(command).__name__}:{getattr(command, merge)}" if merge else ""
