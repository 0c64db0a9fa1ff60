"""One registry of acts: keys that never clash, menus, palette and key sheet that come by themselves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from vhdesk.ui.act_provider import ActProvider
from vhdesk.ui.actions import Act, ActionRegistry, DuplicateAct, ShortcutClash, key_text, with_mnemonic
from vhdesk.ui.widgets.palette import Entry


class Recorder(QObject):
    """Notes what was done and what was answered."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.entries: list[Entry] = []
        self.possible = True

    def act(self) -> None:
        self.done.append("act")

    def may(self) -> bool:
        return self.possible

    def answer(self, words: str, entries) -> None:  # type: ignore[no-untyped-def]
        self.entries = list(entries)


@pytest.fixture
def who(qapp) -> Recorder:  # type: ignore[no-untyped-def]
    return Recorder()


def act(who: Recorder, act_id: str = "besluit.vastleggen", **kw: object) -> Act:
    given: dict[str, object] = {"text": "Besluit vastleggen", "section": "Overleg", "shortcut": "Ctrl+B"}
    return Act(id=act_id, handler=who.act, **(given | kw))  # type: ignore[arg-type]


def test_an_act_runs_by_its_id(who: Recorder) -> None:
    registry = ActionRegistry()
    registry.add(act(who))
    assert registry.trigger("besluit.vastleggen")
    assert who.done == ["act"]
    with pytest.raises(KeyError):
        registry.trigger("onbekend")


def test_two_acts_on_one_key_are_refused_and_nothing_is_registered(who: Recorder) -> None:
    registry = ActionRegistry()
    registry.add(act(who))
    with pytest.raises(ShortcutClash):
        registry.add(act(who, "vrij", shortcut="Ctrl+J"), act(who, "botst", shortcut="F2; Ctrl+B"))
    assert [known.id for known in registry.acts()] == ["besluit.vastleggen"]
    with pytest.raises(DuplicateAct):
        registry.add(act(who, shortcut=""))


@pytest.mark.parametrize(
    ("one", "other", "clash"), [("a", "b", False), ("a", "a", True), ("a", "", True), ("", "b", True)]
)
def test_a_key_may_return_on_another_page_only(who: Recorder, one: str, other: str, clash: bool) -> None:
    registry = ActionRegistry()
    registry.add(act(who, "eerste", context=one))
    if clash:
        with pytest.raises(ShortcutClash):
            registry.add(act(who, "tweede", context=other))
    else:
        registry.add(act(who, "tweede", context=other))


def test_an_act_of_another_page_rests(who: Recorder) -> None:
    registry = ActionRegistry()
    registry.add(act(who, context="overleggen"))
    registry.set_context("acties")
    assert not registry.trigger("besluit.vastleggen")
    registry.set_context("overleggen")
    assert registry.trigger("besluit.vastleggen")
    who.possible = False


def test_an_act_asks_whether_it_may(who: Recorder) -> None:
    registry = ActionRegistry()
    registry.add(act(who, enabled=who.may))
    who.possible = False
    assert not registry.trigger("besluit.vastleggen")
    assert registry.palette_acts() == ()
    assert not registry.action("besluit.vastleggen").isEnabled()
    who.possible = True
    registry.refresh()
    assert registry.action("besluit.vastleggen").isEnabled()


def test_the_menu_bar_holds_every_act_in_order_of_sections(qtbot, who: Recorder) -> None:  # type: ignore[no-untyped-def]
    window = QMainWindow()
    qtbot.addWidget(window)
    registry = ActionRegistry()
    registry.set_section_order(["Kluis", "Overleg"])
    registry.add(act(who), act(who, "sluiten", text="Sluiten", section="Kluis", shortcut="Ctrl+Q"))
    registry.fill_menu_bar(window.menuBar())
    menus = [
        (m.title().replace("&", ""), [a.text().replace("&", "") for a in m.actions()]) for m in _menus(window)
    ]
    assert menus == [("Kluis", ["Sluiten"]), ("Overleg", ["Besluit vastleggen"])]


def _menus(window: QMainWindow) -> list:  # type: ignore[type-arg]
    return [action.menu() for action in window.menuBar().actions()]


def test_mnemonics_differ_within_a_menu() -> None:
    taken: set[str] = set()
    assert with_mnemonic("Besluit", taken) == "&Besluit"
    assert with_mnemonic("Besluit intrekken", taken) == "Besluit &intrekken"
    assert with_mnemonic("Bib", taken) == "Bib"
    assert with_mnemonic("Zorg & Veiligheid", taken) == "&Zorg && Veiligheid"


def test_the_key_sheet_is_made_from_the_registry(who: Recorder) -> None:
    registry = ActionRegistry()
    registry.add(
        act(who, shortcut="Ctrl+Return; F2"),
        act(who, "zonder", shortcut=""),
        act(who, "letter", text="Gedaan", shortcut="", list_key="G"),
        act(who, "elders", text="Geweest", shortcut="", list_key="G"),  # another list: no clash
    )
    lines = (
        ("Besluit vastleggen", "Ctrl+Enter of F2"),
        ("Besluit vastleggen", "via Ctrl+K"),
        ("Gedaan", "G in de lijst"),
        ("Geweest", "G in de lijst"),
    )
    assert registry.key_sheet() == (("Overleg", lines),)
    registry.add(act(who, "hier", text="Hier", shortcut="F3", context="vandaag"))
    assert registry.key_sheet()[-1][1][-1] == ("Hier", "F3")
    registry.set_context("vandaag")
    assert registry.key_sheet() == (("Op deze pagina", (("Hier", "F3"),)), ("Overleg", lines)), (
        "what can be done here comes first"
    )
    assert not registry.action("letter").shortcuts()


def test_keys_read_as_on_a_dutch_keyboard() -> None:
    assert key_text(QKeySequence("Alt+Up")) == "Alt+↑"
    assert key_text(QKeySequence("Ctrl+Return")) == "Ctrl+Enter"


def test_the_palette_finds_acts_by_any_word(who: Recorder) -> None:
    registry = ActionRegistry()
    registry.add(act(who, words="beslissing"), act(who, "ander", text="Vastzetten", shortcut="", icon="flag"))
    provider = ActProvider(registry)
    provider.search("beslis", who.answer)
    assert [entry.id for entry in who.entries] == ["besluit.vastleggen"]
    assert who.entries[0].right == "Ctrl+B"
    provider.search("vast", who.answer)
    assert [entry.id for entry in who.entries] == ["ander", "besluit.vastleggen"]
    provider.go("ander")
    assert who.done == ["act"]


def test_acts_of_a_closed_page_are_forgotten(who: Recorder) -> None:
    registry = ActionRegistry()
    registry.add(act(who, context="overleggen"), act(who, "vast", shortcut="F3"))
    registry.remove("overleggen")
    assert [known.id for known in registry.acts()] == ["vast"]
