"""What the window knows of spelling: verdicts on words, asked of a process of its own, and the words of the vault."""

from __future__ import annotations

import json
import logging
import sys
from typing import Any, Final

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from vhdesk.queries.eigenwoord import BekendeWoorden
from vhdesk.spelling import VERB

_LOG = logging.getLogger(__name__)
TOGETHER_MS: Final = 30  # words typed or loaded within this time are asked in one line
MAX_RESTARTS: Final = 2


def command() -> tuple[str, list[str]]:
    """Return program and arguments of the process that knows the dictionary, from source and from a bundle."""
    bundled = bool(getattr(sys, "frozen", False))
    return sys.executable, [VERB] if bundled else ["-m", "vhdesk", VERB]


class Speller(QObject):
    """Signals: ``learned`` when more words are wrong, or fewer, ``suggested(word, words)``, ``failed`` when there is no
    dictionary to ask: nothing is marked then."""

    learned = Signal()
    suggested = Signal(str, tuple)
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.program = command()
        self._wrong: dict[str, bool] = {}
        self._known = BekendeWoorden(frozenset(), frozenset())
        self._asked: set[str] = set()
        self._to_ask: set[str] = set()
        self._process: QProcess | None = None
        self._starts = 0
        self._later = QTimer(self, singleShot=True, interval=TOGETHER_MS)
        self._later.timeout.connect(self._ask)

    # --- verdicts

    def set_known(self, known: BekendeWoorden) -> None:
        """Take these words for right from here on."""
        self._known = known
        self.learned.emit()

    def is_own(self, word: str) -> bool:
        """Say whether people added ``word`` to this vault."""
        return word in self._known.eigen

    def is_wrong(self, word: str) -> bool:
        """Say whether ``word`` is known to be wrong; an unknown one is asked, and is not wrong so far."""
        found = self._wrong.get(word)
        if found is None:
            if word not in self._asked:
                self._to_ask.add(word)
                self._later.start()
            return False
        return found and not self._right_here(word)

    def _right_here(self, word: str) -> bool:
        known = self._known
        small = word[:1].lower() + word[1:]
        return word in known.eigen or word in known.namen or small in known.eigen

    def ask_suggestions(self, word: str) -> None:
        """Ask for words that may be meant; they come with ``suggested``."""
        if self._reach():
            self._send({"voorstel": word})

    @property
    def available(self) -> bool:
        """Whether there is, or may still be, a dictionary to ask."""
        return self._starts <= MAX_RESTARTS

    # --- the process

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._process is not None

    def _ask(self) -> None:
        if not self._to_ask or not self._reach():
            return
        self._asked |= self._to_ask
        self._send({"woorden": sorted(self._to_ask)})
        self._to_ask.clear()

    def _send(self, what: dict[str, Any]) -> None:
        assert self._process is not None
        self._process.write((json.dumps(what, ensure_ascii=False) + "\n").encode("utf-8", "replace"))

    def _reach(self) -> bool:
        """Start the process when it is not there; False when it never comes."""
        if self._process is not None:
            return True
        if not self.available:
            return False
        self._starts += 1
        process = QProcess(self)
        process.setProgram(self.program[0])
        process.setArguments(self.program[1])
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._answered)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._ended)
        self._process = process
        process.start()
        return True

    def _answered(self) -> None:
        if self._process is None:
            return
        wrong: list[str] = []
        while self._process.canReadLine():
            said = json.loads(self._process.readLine().data().decode("utf-8"))
            if "voorstel" in said:
                self.suggested.emit(said["voorstel"], tuple(said["voorstellen"]))
                continue
            wrong += said["fout"]
            self._wrong.update(dict.fromkeys(said["goed"], False) | dict.fromkeys(said["fout"], True))
        if wrong:  # what is right has no mark, and had none
            self.learned.emit()

    def _ended(self, _how: object = None) -> None:
        """It went by itself: what it was asked is asked again of the next one, a few times."""
        if self._process is None:
            return
        _LOG.warning("spelling process ended")
        self._process.deleteLater()
        self._process = None
        self._to_ask |= self._asked - self._wrong.keys()
        self._asked = set(self._wrong)
        if self.available:
            self._later.start()
        else:
            self.failed.emit()

    def stop(self) -> None:
        """End the process, and forget every word."""
        self._later.stop()
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.waitForFinished(500)
        self._wrong.clear()
        self._asked.clear()
        self._to_ask.clear()
        self._known = BekendeWoorden(frozenset(), frozenset())
