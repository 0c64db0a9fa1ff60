"""The manual and About: all by keyboard, dressed by the theme, and true to the program."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from vhdesk import __version__
from vhdesk.resources import read_text
from vhdesk.ui.acties.page import ActiesPage
from vhdesk.ui.beheer.page import BeheerPage
from vhdesk.ui.casussen.page import CasussenPage
from vhdesk.ui.hulp.chapters import find_chapter, load_chapters
from vhdesk.ui.hulp.help_window import HelpWindow
from vhdesk.ui.theme.style import apply_theme
from vhdesk.ui.vandaag.page import VandaagPage
from vhdesk.ui.verslagen.page import VerslagenPage


@pytest.fixture
def help_window(qapp: QApplication) -> Iterator[HelpWindow]:
    apply_theme(qapp, "licht")
    parent = QWidget()
    made = HelpWindow(parent)
    yield made
    parent.deleteLater()
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for _ in range(50):
        if QApplication.focusWidget() is not None:
            break
        QTest.qWait(2)
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)
    QTest.qWait(1)


def test_the_manual_has_its_chapters_in_order() -> None:
    assert [chapter.id for chapter in load_chapters()] == [
        "01-begin", "02-kluis", "03-lijst-inlezen", "04-overleg-voorbereiden", "05-overleg-voorzitten",
        "06-verslag", "07-beheer", "08-sneltoetsen", "09-opdrachtregel",
        "10-personen", "11-verloop", "12-aanmelden-en-wegen", "13-plan", "14-methode",
    ]  # fmt: skip


def test_every_link_of_the_manual_leads_to_a_chapter() -> None:
    chapters = load_chapters()
    links = [link for chapter in chapters for link in re.findall(r"\]\(([^)]+)\)", chapter.text)]
    assert links
    assert [link for link in links if find_chapter(chapters, link.removesuffix(".md")) is None] == []


def test_the_manual_speaks_quietly_and_in_u() -> None:
    for chapter in load_chapters():
        assert "!" not in chapter.text.replace("!=", ""), chapter.id
        assert not re.search(r"\b(je|jij|jouw)\b", chapter.text), chapter.id


def test_walking_the_contents_shows_the_chapter(help_window: HelpWindow) -> None:
    help_window.show_manual()
    manual = help_window.manual
    assert manual is not None and manual.isVisible()
    assert manual.current() == "01-begin"
    press(Qt.Key.Key_Down)
    assert manual.current() == "02-kluis"
    assert "sleutelbestand" in manual.text.toPlainText()
    press(Qt.Key.Key_Return)
    assert manual.text.hasFocus()


def test_a_topic_opens_its_chapter(help_window: HelpWindow) -> None:
    help_window.show_manual("overleg-voorzitten")
    assert help_window.manual is not None
    assert help_window.manual.current() == "05-overleg-voorzitten"
    help_window.show_manual("bestaat niet")
    assert help_window.manual.current() == "01-begin"


def test_a_link_goes_to_the_chapter_and_never_outside(help_window: HelpWindow) -> None:
    help_window.show_manual("begin")
    assert help_window.manual is not None
    help_window.manual.text.anchorClicked.emit("06-verslag.md")
    assert help_window.manual.current() == "06-verslag"
    help_window.manual.text.anchorClicked.emit("https://example.org/x")
    assert help_window.manual.current() == "06-verslag"


def test_searching_keeps_chapters_with_the_words_and_marks_the_place(help_window: HelpWindow) -> None:
    help_window.show_manual()
    manual = help_window.manual
    assert manual is not None
    press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert manual.search.hasFocus()
    QTest.keyClicks(manual.search, "elfproef nergens")
    press(Qt.Key.Key_Return)
    assert manual.contents.rows.rowCount() == 0
    assert manual.none.isVisible()
    manual.search.setText("samengevoegd")
    manual.search.search_now()
    assert [row.id for row in manual.contents.rows.rows()] == ["03-lijst-inlezen"]
    assert manual.text.textCursor().selectedText() == "samengevoegd"
    press(Qt.Key.Key_Escape)
    assert manual.contents.rows.rowCount() == len(load_chapters())
    press(Qt.Key.Key_Escape)
    assert not manual.isVisible()


def test_the_text_follows_theme_and_size(qapp: QApplication, help_window: HelpWindow) -> None:
    help_window.show_manual("begin")
    assert help_window.manual is not None
    text = help_window.manual.text
    small = text.document().begin().charFormat().fontPointSize()
    theme = apply_theme(qapp, "donker", 2.0)
    QApplication.sendPostedEvents()
    heading = text.document().begin().begin().fragment().charFormat().font().pointSizeF()
    assert heading == theme.font("title").pointSizeF() != small


def test_about_says_version_licence_and_every_part(help_window: HelpWindow) -> None:
    help_window.show_about()
    about = help_window.about
    assert about is not None and about.isVisible()
    assert __version__ in about.version.text()
    shown = about.licences.toPlainText()
    parts = re.findall(r"^\| ([^|]+) \|", read_text("licenties.md"), re.MULTILINE)
    assert len(parts) > 20
    assert [part for part in parts if part.strip() not in shown and set(part) != {"-"}] == []
    assert about.licences.verticalScrollBar().value() == 0
    press(Qt.Key.Key_Escape)
    assert not about.isVisible()


def test_every_page_has_a_chapter_of_the_manual() -> None:
    pages = (ActiesPage, BeheerPage, CasussenPage, VandaagPage, VerslagenPage)
    chapters = load_chapters()
    for page in pages:
        chapter = find_chapter(chapters, page.topic)
        assert chapter is not None and page.topic in (chapter.id, chapter.id.partition("-")[2]), page
    # Overleggen and Aanmeldingen: what is in front decides
    for topic in ("overleg-voorbereiden", "overleg-voorzitten", "aanmelden-en-wegen", "lijst-inlezen"):
        assert topic in {chapter.id.partition("-")[2] for chapter in chapters}
