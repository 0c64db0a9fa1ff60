"""The shell: navigation, one page in front, nothing lost on the way, everything named."""

from __future__ import annotations

from pathlib import Path

import pytest
from gallery import ControlsPage, SamplePage, make_window
from onscreen import on_screen
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget

from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.theme.style import ThemeChoice, apply_theme
from vhdesk.ui.theme.tokens import LIGHT
from vhdesk.ui.widgets.key_sheet import KeySheet
from vhdesk.ui.widgets.palette import Palette
from vhdesk.ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot, tmp_path: Path) -> MainWindow:  # type: ignore[no-untyped-def]
    made = make_window(tmp_path / "vhdesk.ini")
    qtbot.addWidget(made)
    on_screen(qtbot, made)
    return made


def sample(window: MainWindow) -> SamplePage:
    page = window.page("overleggen")
    assert isinstance(page, SamplePage)
    return page


def test_control_and_a_number_go_to_a_page(qtbot, window: MainWindow) -> None:  # type: ignore[no-untyped-def]
    with qtbot.waitSignal(window.page_changed) as changed:
        qtbot.keyClick(window, Qt.Key.Key_4, CONTROL)
    assert changed.args == ["acties"]
    assert window.current_page_id() == "acties"
    assert window.sidebar.current() == "acties"
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)  # there is no page "vandaag" in this window
    assert window.current_page_id() == "acties"


def test_the_sidebar_goes_with_enter_and_shows_where_you_are(qtbot, window: MainWindow) -> None:  # type: ignore[no-untyped-def]
    window.sidebar.above.setFocus()
    qtbot.keyClick(window.sidebar.above, Qt.Key.Key_Down)
    qtbot.keyClick(window.sidebar.above, Qt.Key.Key_Down)
    qtbot.keyClick(window.sidebar.above, Qt.Key.Key_Return)
    assert window.current_page_id() == "acties"
    window.sidebar.above.setCurrentRow(0)
    qtbot.keyClick(window.sidebar.above, Qt.Key.Key_Return)
    assert window.current_page_id() == "acties"
    assert window.sidebar.above.currentItem().text() == "Acties"


def test_a_page_that_cannot_save_keeps_the_front(qtbot, window: MainWindow) -> None:  # type: ignore[no-untyped-def]
    page = sample(window)
    page.saved = False
    assert not window.show_page("acties")
    assert window.current_page_id() == "overleggen"
    assert not window.close()
    assert window.isVisible()
    page.saved = True
    with qtbot.waitSignal(window.closed):
        window.close()


def test_locking_never_waits_for_a_page(qtbot, window: MainWindow) -> None:  # type: ignore[no-untyped-def]
    sample(window).saved = False
    with qtbot.waitSignal(window.lock_requested):
        qtbot.keyClick(window, Qt.Key.Key_L, CONTROL)
    with qtbot.waitSignal(window.lock_requested):
        window.sidebar.requested.emit("vergrendelen")


def test_another_page_does_not_show_the_news_of_the_one_before(qtbot, window: MainWindow) -> None:  # type: ignore[no-untyped-def]
    window.show_page("acties")
    window.status.set_message("A-1 gedaan.")
    qtbot.waitUntil(lambda: not window.status._just_said.isActive())
    window.show_page("acties")
    assert window.status.message.text() == "A-1 gedaan.", "it is the same page"
    window.show_page("overleggen")
    assert window.status.message.text() == ""


def test_escape_goes_back_one_level_at_a_time(qtbot, window: MainWindow) -> None:  # type: ignore[no-untyped-def]
    window.show_page("acties")
    window.show_page("overleggen")
    pane = sample(window).pane
    pane.search.setText("voorbeeld")
    pane.search.search_now()
    pane.focus_list()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert pane.search.text() == ""
    window.bar.show_words("Er is iets.")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.bar.isHidden()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.current_page_id() == "acties"
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.current_page_id() == "acties"


def test_acts_of_the_page_in_front_answer_to_their_keys(qtbot, window: MainWindow) -> None:  # type: ignore[no-untyped-def]
    page = sample(window)
    page.text.setFocus()
    qtbot.keyClicks(page.text, "tekst")
    page.pane.focus_list()
    qtbot.keyClick(page.pane.view, Qt.Key.Key_Return, CONTROL)
    assert page.text.text() == ""
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert page.pane.search.hasFocus()
    window.show_page("acties")
    assert not window.registry.action("overleggen.zoeken").isEnabled()


def test_the_menu_bar_has_every_act(window: MainWindow) -> None:
    shown = {
        act.objectName()
        for menu in window.menuBar().actions()
        for act in menu.menu().actions()
        if act.objectName()
    }
    assert shown == {act.id for act in window.registry.acts() if act.in_menu}


def test_the_palette_goes_where_the_letters_say(qtbot, window: MainWindow) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    palette = window.findChild(Palette)
    assert palette is not None
    assert palette.model.rowCount() > 3
    qtbot.keyClicks(palette.field, "acties")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.current_page_id() == "acties"


def test_the_palette_says_when_nothing_is_found_and_escape_closes(qtbot, window: MainWindow) -> None:  # type: ignore[no-untyped-def]
    window.open_palette()
    palette = window.findChild(Palette)
    assert palette is not None
    qtbot.keyClicks(palette.field, "qqqq")
    qtbot.waitUntil(lambda: palette.none.isVisible())
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(Palette) is None)
    assert window.current_page_id() == "overleggen"


def test_a_late_answer_never_replaces_a_newer_question(qtbot, window: MainWindow) -> None:  # type: ignore[no-untyped-def]
    window.open_palette()
    palette = window.findChild(Palette)
    assert palette is not None
    before = palette.model.rowCount()
    palette.take(0, "een oude vraag", ())
    assert palette.model.rowCount() == before
    palette.reject()


def test_f1_shows_the_keys(qtbot, window: MainWindow) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(KeySheet)
    assert sheet is not None
    assert len(sheet._lines) >= len([a for a in window.registry.acts() if a.shortcut])
    topic = window.page(window.current_page_id()).topic  # type: ignore[attr-defined]
    with qtbot.waitSignal(window.manual_requested) as from_the_sheet:
        sheet.manual.click()
    assert not sheet.isVisible(), "the manual is not behind a sheet"
    with qtbot.waitSignal(window.manual_requested) as by_key:
        qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert from_the_sheet.args == by_key.args == [topic]


def test_window_and_columns_are_remembered(qtbot, window: MainWindow, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    window.resize(781, 607)  # within the screen of the offscreen platform
    controls = window.page("acties")
    assert isinstance(controls, ControlsPage)
    controls.table.setColumnWidth(0, 187)
    sample(window).tabs.choose("plan")
    window.close()
    again = make_window(tmp_path / "vhdesk.ini")
    qtbot.addWidget(again)
    on_screen(qtbot, again)
    assert (again.width(), again.height()) == (781, 607)
    page = again.page("acties")
    assert isinstance(page, ControlsPage)
    assert page.table.columnWidth(0) == 187
    assert sample(again).tabs.current() == "plan"


def test_a_practice_vault_has_an_orange_edge_and_says_so(qtbot, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    practice = make_window(tmp_path / "x.ini", practice=True)
    qtbot.addWidget(practice)
    practice.show()
    image = practice.grab().toImage()
    assert image.pixelColor(1, 400) == QColor(LIGHT.practice)
    assert image.pixelColor(image.width() - 2, 400) == QColor(LIGHT.practice)
    assert "OEFENING" in practice.windowTitle()
    assert practice.status.practice.isVisible()


def test_only_a_page_may_be_a_page(window: MainWindow) -> None:
    with pytest.raises(TypeError):
        window.add_page(QWidget())
    with pytest.raises(ValueError, match="overleggen"):
        window.add_page(sample(window))


def test_large_text_leaves_the_navigation_its_icons(qtbot, qapp: QApplication, window: MainWindow) -> None:  # type: ignore[no-untyped-def]
    window.resize(1366, 768)
    wide = window.sidebar.width()
    apply_theme(qapp, "licht", 2.0)
    qtbot.waitUntil(lambda: window.sidebar.heading.isHidden())
    assert window.sidebar.width() < wide
    apply_theme(qapp, "licht", 1.0)
    qtbot.waitUntil(lambda: window.sidebar.heading.isVisible())


def test_nothing_is_wider_than_a_small_screen(qtbot, qapp: QApplication, window: MainWindow) -> None:  # type: ignore[no-untyped-def]
    for scale in (1.0, 1.5, 2.0):
        apply_theme(qapp, "licht", scale)
        window.resize(1366, 768)
        qapp.processEvents()
        assert (window.width(), window.height()) == (1366, 768)


FOCUSABLE = (QAbstractButton, QAbstractItemView, QLineEdit, QComboBox)


def controls_of(root: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), (QComboBox, QAbstractItemView))
        and isinstance(widget, FOCUSABLE)
        and not widget.isHidden()
        and widget.window() is root.window()  # the list of a combo box is a window of its own
    ]


def test_every_control_has_a_name(window: MainWindow) -> None:
    named = {}
    for widget in controls_of(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        named[widget] = interface.text(QAccessible.Text.Name) if interface is not None else ""
    assert len(named) > 10
    assert [repr(widget) for widget, name in named.items() if not name] == []


def test_tab_reaches_every_control_of_the_page_and_comes_round(qtbot, window: MainWindow) -> None:  # type: ignore[no-untyped-def]
    start = window.focusWidget()
    assert start is not None
    reached = []
    for _ in range(80):
        now = QApplication.focusWidget()
        if now in reached:
            break
        reached.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    wanted = [w for w in controls_of(window) if w.isVisible() and w.isEnabled()]
    missed = [repr(w) for w in wanted if w not in reached and w.focusProxy() is None]
    assert missed == []


def test_focus_can_be_seen_on_every_kind_of_control(qtbot, window: MainWindow) -> None:  # type: ignore[no-untyped-def]
    window.show_page("acties")
    page = window.page("acties")
    unseen = []
    for widget in controls_of(page):
        if not widget.isVisible() or not widget.isEnabled():
            continue
        window.bar.setFocus()
        window.sidebar.above.setFocus()
        without = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if widget.grab().toImage() == without:
            unseen.append(repr(widget))
    assert unseen == []


def test_settings_hold_and_heal(settings: DeskSettings, tmp_path: Path) -> None:
    assert settings.theme is ThemeChoice.SYSTEM
    assert settings.recent_vaults() == ()
    settings.theme = ThemeChoice.DARK
    settings.text_scale = 7
    settings.idle_minutes = 3
    for number in range(10):
        settings.remember_vault(tmp_path / f"{number}.vhkluis")
    settings.remember_vault(tmp_path / "5.vhkluis")
    settings.remember_user(tmp_path / "5.vhkluis", "a" * 32)
    settings.sync()
    again = DeskSettings(settings.path)
    assert (again.theme, again.text_scale, again.idle_minutes) == (ThemeChoice.DARK, 2.0, 3)
    assert [path.stem for path in again.recent_vaults()] == list("59876432")
    assert again.last_user(tmp_path / "5.vhkluis") == "a" * 32
    again.forget_vault(tmp_path / "5.vhkluis")
    assert again.recent_vaults()[0].stem == "9"
    again.sync()
    text = (
        settings.path.read_text("utf-8")
        .replace("donker", "paars")
        .replace("tekstgrootte=200", "tekstgrootte=x")
    )
    settings.path.write_text(text, "utf-8")
    healed = DeskSettings(settings.path)
    assert (healed.theme, healed.text_scale) == (ThemeChoice.SYSTEM, 1.0)
