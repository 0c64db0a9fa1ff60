"""Every act of the window, registered once: shortcut, menu, go-to palette and key sheet come from here.

An act is registered with ``ActionRegistry.add`` and shows up everywhere by itself. Acts have a *context*: "" means
the whole window, a page id means only while that page is in front. Two acts may share a key only when their
contexts can never be in force together; anything else is a ``ShortcutClash`` at registration.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar

from vhdesk.ui.theme.icons import icon

HERE = "Op deze pagina"  # the head of the key sheet
IN_PALETTE = "via Ctrl+K"


class DuplicateAct(Exception):
    """Two acts with one id: a mistake in the program."""


class ShortcutClash(Exception):
    """Two acts would answer to one key in the same context: a mistake in the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing a person can do.

    ``id`` is stable English-free Dutch such as ``"besluit.vastleggen"``; ``text`` the imperative or infinitive a
    person reads; ``shortcut`` in Qt's portable notation ("Ctrl+Return"), several separated by "; "; ``list_key``
    a letter that the list answers to while it has the focus, said in menu and key sheet and bound by nobody;
    ``section`` the menu it stands in; ``enabled`` is asked on every ``refresh``; ``words`` are further words by
    which the palette finds it; ``last`` closes its menu, whatever other screens put in it; ``looks`` says that it
    writes nothing in the vault, so that it can also be done in one that was opened to read.
    """

    id: str
    text: str
    section: str
    handler: Callable[[], object]
    shortcut: str = ""
    list_key: str = ""
    context: str = ""
    icon: str = ""
    enabled: Callable[[], bool] | None = None
    words: str = ""
    in_menu: bool = True
    in_palette: bool = True
    last: bool = False
    looks: bool = False

    def sequences(self) -> tuple[QKeySequence, ...]:
        """Return the shortcuts as Qt key sequences."""
        return tuple(QKeySequence(part.strip()) for part in self.shortcut.split("; ") if part.strip())

    def keys_text(self) -> str:
        """Return the first shortcut as a Dutch reader sees it on a key cap ("Ctrl+Enter"), or ""."""
        sequences = self.sequences()
        return key_text(sequences[0]) if sequences else self._in_the_list()

    def all_keys_text(self) -> str:
        """Return every shortcut, for the key sheet: "Ctrl+Enter of F2", or ""."""
        return " of ".join(key_text(one) for one in self.sequences()) or self._in_the_list()

    def _in_the_list(self) -> str:
        return f"{self.list_key} in de lijst" if self.list_key else ""


_KEYCAPS = (
    ("Return", "Enter"),
    ("Shift", "Shift"),
    ("PgUp", "Page Up"),
    ("PgDown", "Page Down"),
    ("Left", "←"),
    ("Right", "→"),
    ("Up", "↑"),
    ("Down", "↓"),
    ("Space", "spatie"),
    ("Backspace", "Backspace"),
)


def key_text(sequence: QKeySequence) -> str:
    """Return ``sequence`` in the words that stand on a Dutch keyboard."""
    parts = sequence.toString(QKeySequence.SequenceFormat.PortableText).split("+")
    caps = dict(_KEYCAPS)
    return "+".join(caps.get(part, part) for part in parts)


class ActAction(QAction):
    """The QAction of one act; runs its handler."""

    def __init__(self, act: Act, parent: QObject) -> None:
        super().__init__(act.text, parent)
        self.act = act
        self.in_force = True
        self._refused = ""
        self.setObjectName(act.id)
        self.setShortcuts(list(act.sequences()))
        self.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self.setMenuRole(QAction.MenuRole.NoRole)
        if act.icon:
            self.setIcon(icon(act.icon))
            self.setIconVisibleInMenu(False)
        self.triggered.connect(self._run)

    def _run(self, _checked: bool = False) -> None:
        self.act.handler()

    def refuse(self, reason: str) -> None:
        """Never do it, and say why."""
        self._refused = reason
        self.setToolTip(reason)
        self.setStatusTip(reason)

    def refresh(self, context: str) -> None:
        """Enable or disable for the page in front."""
        here = self.act.context in ("", context) and not self._refused
        wanted = here and (self.act.enabled is None or bool(self.act.enabled()))
        if wanted != self.in_force:
            self.in_force = wanted
            self.setEnabled(wanted)


class ActionRegistry(QObject):
    """All acts of one window. Passed to whoever needs it; there is no global one. With ``looking``, the reason why
    nothing can be written, only acts that look are ever in force.

    Signals: ``changed`` after acts were added or removed, so that menus are rebuilt.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, *, looking: str = "") -> None:
        super().__init__(parent)
        self.looking = looking
        self._actions: dict[str, ActAction] = {}
        self._by_key: dict[str, list[Act]] = {}
        self._context = ""
        self._sections: list[str] = []

    def add(self, *acts: Act) -> None:
        """Register acts. Raises DuplicateAct or ShortcutClash; then nothing of the call is registered."""
        by_key = {key: list(known) for key, known in self._by_key.items()}
        ids = set(self._actions)
        for act in acts:
            if act.id in ids:
                raise DuplicateAct(act.id)
            ids.add(act.id)
            _claim_keys(act, by_key)
        self._by_key = by_key
        for act in acts:
            self._actions[act.id] = ActAction(act, self)
            if self.looking and not act.looks:
                self._actions[act.id].refuse(self.looking)
            self._actions[act.id].refresh(self._context)
            if act.section not in self._sections:
                self._sections.append(act.section)
        self.changed.emit()

    def remove(self, context: str) -> None:
        """Forget every act of one context (a page that is closed)."""
        gone = [act_id for act_id, action in self._actions.items() if action.act.context == context]
        for act_id in gone:
            self._actions.pop(act_id).deleteLater()
        for key, known in self._by_key.items():
            self._by_key[key] = [act for act in known if act.context != context]
        if gone:
            self.changed.emit()

    def action(self, act_id: str) -> QAction:
        """Return the QAction of an act, for a button or a menu. Raises KeyError."""
        return self._actions[act_id]

    def acts(self, context: str | None = None) -> tuple[Act, ...]:
        """Return all acts in order of registration; with ``context`` those in force on that page."""
        found = (action.act for action in self._actions.values())
        return tuple(act for act in found if context is None or act.context in ("", context))

    def actions(self) -> tuple[QAction, ...]:
        """Return every QAction, for ``QWidget.addActions``."""
        return tuple(self._actions.values())

    def trigger(self, act_id: str) -> bool:
        """Run an act as if its key was pressed; False when it is not in force now. Raises KeyError."""
        action = self._actions[act_id]
        action.refresh(self._context)
        if action.isEnabled():
            action.trigger()
            return True
        return False

    def set_context(self, context: str) -> None:
        """Say which page is in front; its acts answer, those of other pages rest."""
        self._context = context
        self.refresh()

    def refused(self, sequence: QKeySequence) -> bool:
        """Say whether this is the key of an act here that only a vault opened to write would do."""
        return bool(self.looking) and any(
            not act.looks and sequence in act.sequences() for act in self.acts(self._context)
        )

    def refresh(self) -> None:
        """Ask every act again whether it is in force."""
        for action in self._actions.values():
            action.refresh(self._context)

    def sections(self) -> tuple[str, ...]:
        """Return the sections in order of first registration."""
        return tuple(self._sections)

    def set_section_order(self, sections: Iterable[str]) -> None:
        """Fix the order of the menus; sections that are not named come after."""
        wanted = list(sections)
        self._sections = wanted + [name for name in self._sections if name not in wanted]
        self.changed.emit()

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """(Re)build the menus from the registry."""
        bar.clear()
        taken: set[str] = set()
        for section in self._sections:
            found = [a for a in self._actions.values() if a.act.section == section and a.act.in_menu]
            if not found:
                continue
            menu = bar.addMenu(with_mnemonic(section, taken))
            menu.setToolTipsVisible(bool(self.looking))
            menu.aboutToShow.connect(self.refresh)
            used: set[str] = set()
            for action in found:
                keys = action.act.list_key and f"\t{action.act.keys_text()}"
                action.setText(with_mnemonic(action.act.text, used) + keys)
            found.sort(key=lambda a: a.act.last)
            previous = (found[0].act.context, found[0].act.last)
            for action in found:
                if (action.act.context, action.act.last) != previous:
                    menu.addSeparator()
                    previous = (action.act.context, action.act.last)
                menu.addAction(action)

    def palette_acts(self) -> tuple[Act, ...]:
        """Return the acts the go-to palette may offer now."""
        self.refresh()
        return tuple(a.act for a in self._actions.values() if a.isEnabled() and a.act.in_palette)

    def key_sheet(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """Return (section, ((text, keys), ...)) of every act for the F1 sheet: those of the page in front first, then the
        others by menu. What has no key of its own is found in the palette."""
        acts = [
            action.act
            for action in self._actions.values()
            if action.act.all_keys_text() or action.act.in_palette
        ]
        here = [act for act in acts if self._context and act.context == self._context]
        groups = [(HERE, here)]
        groups += [
            (section, [act for act in acts if act.section == section and act not in here])
            for section in self._sections
        ]
        return tuple(
            (section, tuple((act.text, act.all_keys_text() or IN_PALETTE) for act in found))
            for section, found in groups
            if found
        )


def _claim_keys(act: Act, by_key: dict[str, list[Act]]) -> None:
    """Note the keys of ``act``. Raises ShortcutClash when another act answers to one of them at the same moment."""
    for key in {sequence.toString() for sequence in act.sequences()}:
        known = by_key.setdefault(key, [])
        for other in known:
            if not act.context or not other.context or act.context == other.context:
                raise ShortcutClash(f"{act.id} and {other.id}: {act.shortcut}")
        known.append(act)


def with_mnemonic(text: str, taken: set[str]) -> str:
    """Return ``text`` with "&" before the first letter nobody in this menu uses yet; adds it to ``taken``."""
    plain = text.replace("&", "&&")
    starts = [i for i, c in enumerate(plain) if c.isalnum() and (i == 0 or plain[i - 1] == " ")]
    rest = [i for i, c in enumerate(plain) if c.isalnum() and i not in starts]
    for index in starts + rest:
        letter = plain[index].lower()
        if letter not in taken and letter.isascii():
            taken.add(letter)
            return f"{plain[:index]}&{plain[index:]}"
    return plain
