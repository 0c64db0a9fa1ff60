"""Spelling in every text field of the window: marks while typing, words that may be meant on a key or a click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary, WeakSet

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from vhdesk.errors import VhdeskError
from vhdesk.queries.eigenwoord import BekendeWoorden, bekende_woorden
from vhdesk.services.eigenwoord import EigenWoordToevoegen, EigenWoordWeghalen
from vhdesk.spelling import Word
from vhdesk.ui.actions import Act
from vhdesk.ui.bridge import touches
from vhdesk.ui.speller import Speller
from vhdesk.ui.widgets.spelling_marks import SpellingMarks
from vhdesk.ui.widgets.text_area import TextArea
from vhdesk.vocabulary import Gebruikersrol

if TYPE_CHECKING:
    from vhdesk.services.changes import Changes
    from vhdesk.ui.context import UiContext

QUIET_MS: Final = 600  # checking begins when the writer pauses this long for the first time
WORD_KINDS: Final = ("eigen_woord", "persoon", "medewerker", "organisatie")


class SpellingWatch(QObject):
    """Gives each text field its marks when somebody first writes in it. Nothing starts before that."""

    def __init__(self, context: UiContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self.speller = Speller(self)
        self._marks: WeakKeyDictionary[TextArea, SpellingMarks] = WeakKeyDictionary()
        self._stale: WeakSet[TextArea] = WeakSet()  # marked before words were learned since
        self._field: TextArea | None = None
        self._word: Word | None = None
        self.menu: QMenu | None = None
        self._begun = False
        self._pause = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._pause.timeout.connect(self._begin)
        self.speller.learned.connect(self._learned)
        self.speller.suggested.connect(self._suggested)
        self.speller.failed.connect(self._failed)
        context.bridge.changed.connect(self._changed)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)

    def acts(self) -> tuple[Act, ...]:
        """Return what a person can do about spelling."""
        return (
            Act(id="bewerken.spelling", looks=True, text="Volgende spelfout", section="Bewerken", shortcut="Ctrl+.",
                handler=self.next_fault, enabled=self._writing, words="spelling woordenboek taal"),
        )  # fmt: skip

    def stop(self) -> None:
        """The vault locks: the process ends and no word stays behind."""
        self._pause.stop()
        if self.menu is not None:
            self.menu.close()
        self.speller.stop()

    # --- fields

    def _writing(self) -> bool:
        return self._field is not None and not self._field.isReadOnly()

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self.menu is not None and now is self.menu:
            return
        if not isinstance(now, TextArea) or now.window() is not self._window:
            self._field = None
            return
        self._field = now
        if now in self._stale:
            self._stale.discard(now)
            self._marks[now].rehighlight()
        if now not in self._marks and not now.isReadOnly():
            now.installEventFilter(self)
            now.edited.connect(self._pause.start)
            if self._begun:
                self._mark(now)
            elif now.text():
                self._pause.start()

    def _begin(self) -> None:
        """Somebody writes: from here on there is a dictionary, and the field in front has its marks."""
        if not self._begun:
            self._begun = True
            self._ask_words()
        if self._field is not None and self._field not in self._marks:
            self._mark(self._field)

    def _mark(self, field: TextArea) -> None:
        self._marks[field] = SpellingMarks(field, self.speller)

    def _learned(self) -> None:
        """Mark anew what is on the screen; the other fields when somebody comes back to them."""
        for field, marks in list(self._marks.items()):
            if field.isVisible():
                marks.rehighlight()
            else:
                self._stale.add(field)

    def _ask_words(self) -> None:
        """Read the words of the vault; an administrator may not read names, so they are marked there."""
        if self._context.desk.actor.rol is Gebruikersrol.BEHEERDER:
            return
        self._context.jobs.read(
            self, bekende_woorden, done=self._words_known, failed=self._words_failed, key="eigen_woorden"
        )

    def _words_known(self, known: BekendeWoorden) -> None:
        self.speller.set_known(known)

    def _words_failed(self, fault: Exception) -> None:
        """Without the words of the vault names are marked; that is no reason to stop anybody."""
        if not isinstance(fault, VhdeskError):
            raise fault

    def _changed(self, changes: Changes) -> None:
        if self._begun and touches(changes, WORD_KINDS):
            self._ask_words()

    def _failed(self) -> None:
        self._context.shell.inform("De spelling kan niet worden nagekeken. Schrijven kan gewoon.")

    # --- one word

    def next_fault(self) -> None:
        """Select the next wrong word, and offer what may be meant; the cursor goes on from there."""
        field = self._field
        if field is None:
            return
        self._begin()
        word = self._marks[field].next_wrong(field.textCursor().selectionEnd())
        if word is None:
            self._context.shell.inform("Er zijn geen spelfouten gevonden in deze tekst.")
            return
        self._marks[field].select(word)
        self._offer(field, word, field.mapToGlobal(field.cursorRect().bottomLeft()), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The menu of a text field begins with what may be meant by the word it was asked on."""
        if event.type() != QEvent.Type.ContextMenu or not isinstance(watched, TextArea):
            return False
        assert isinstance(event, QContextMenuEvent)
        marks = self._marks.get(watched)
        word = None
        if marks is not None:
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            cursor = watched.textCursor() if by_key else watched.cursorForPosition(event.pos())
            word = marks.word_at(cursor.position()) or self._own_word_at(watched, cursor.position())
        if word is None:
            return False
        self._offer(watched, word, event.globalPos(), watched.createStandardContextMenu())
        return True

    def _own_word_at(self, field: TextArea, position: int) -> Word | None:
        cursor = field.textCursor()
        cursor.setPosition(position)
        cursor.select(cursor.SelectionType.WordUnderCursor)
        text = cursor.selectedText()
        return Word(cursor.selectionStart(), text) if self.speller.is_own(text) else None

    def _offer(self, field: TextArea, word: Word, place: QPoint, menu: QMenu | None) -> None:
        """Open the menu at once; the words that may be meant come in it a moment later."""
        self._field, self._word = field, word
        menu = menu or QMenu(field)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first = menu.actions()[0] if menu.actions() else None
        own = self.speller.is_own(word.text)
        words = "Uit eigen woorden halen" if own else "Toevoegen aan eigen woorden"
        act = QAction(f"“{word.text}”: {words[:1].lower()}{words[1:]}", menu)
        act.triggered.connect(self._forget_word if own else self._add_word)
        if first is not None:
            menu.insertAction(first, act)
            menu.insertSeparator(first)
        else:
            menu.addAction(act)
        if not own:
            waiting = QAction("Suggesties worden gezocht…", menu)
            waiting.setEnabled(False)
            menu.insertAction(act, waiting)
            self.speller.ask_suggestions(word.text)
        self.menu = menu
        menu.destroyed.connect(self._menu_gone)
        menu.popup(place)

    def _menu_gone(self) -> None:
        self.menu = None

    def _suggested(self, word: str, meant: tuple[str, ...]) -> None:
        if self.menu is None or self._word is None or self._word.text != word:
            return
        waiting = self.menu.actions()[0]
        if not meant:
            waiting.setText("Geen suggesties")
            return
        for text in meant:
            act = QAction(text, self.menu)
            act.triggered.connect(self._replace)
            self.menu.insertAction(waiting, act)
        self.menu.insertSeparator(waiting)
        self.menu.removeAction(waiting)
        self.menu.setActiveAction(self.menu.actions()[0])

    def _replace(self) -> None:
        act = self.sender()
        if isinstance(act, QAction) and self._field is not None and self._word is not None:
            self._marks[self._field].replace(self._word, act.text().replace("&", ""))

    def _add_word(self) -> None:
        if self._word is not None:
            self._execute(EigenWoordToevoegen(woord=self._word.text))

    def _forget_word(self) -> None:
        if self._word is not None:
            self._execute(EigenWoordWeghalen(woord=self._word.text))

    def _execute(self, command: EigenWoordToevoegen | EigenWoordWeghalen) -> None:
        try:
            self._context.desk.execute(command)
        except VhdeskError as fault:
            self._context.shell.report(fault)
        else:
            self._context.shell.saved()
