"""Nothing is cut where there is little room: tabs go on in a next row, a cell and a fact of a case over more lines."""

from __future__ import annotations

from datetime import date

from gallery import sample_rows
from onscreen import on_screen
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QTextLayout
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vhdesk.queries.bekendheid import BekendheidRow
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.itemmodels.row_list_model import RowListModel
from vhdesk.ui.onderdelen.bekendheid_table import BekendheidTable
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.overleg.zaal_window import Zaalbeeld, ZaalWindow
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.widgets.fit_or_scroll import FitOrScroll
from vhdesk.ui.widgets.half_column import HalfColumn
from vhdesk.ui.widgets.label import Label
from vhdesk.ui.widgets.row_list import RowList
from vhdesk.ui.widgets.scroll_column import ScrollColumn
from vhdesk.ui.widgets.search_field import SearchField
from vhdesk.ui.widgets.state_button import HEIGHT, StateButton
from vhdesk.ui.widgets.status_line import StatusLine
from vhdesk.ui.widgets.tab_strip import TabStrip
from vhdesk.ui.widgets.whole_row_delegate import below
from vhdesk.vocabulary_triage import Bekendheidstand

WORDS = (
    "Overzicht",
    "Betrokkenen (5)",
    "Leefgebieden",
    "Plan",
    "Acties",
    "Besluiten",
    "Tijdlijn",
    "Bescherming",
)


def strip(qtbot, width: int) -> TabStrip:  # type: ignore[no-untyped-def]
    made = TabStrip("Onderdelen", [(word, word) for word in WORDS])
    qtbot.addWidget(made)
    made.resize(width, made.sizeHint().height())
    on_screen(qtbot, made)
    return made


def test_tabs_that_do_not_fit_stand_in_rows_and_are_all_in_sight(qtbot) -> None:  # type: ignore[no-untyped-def]
    tabs = strip(qtbot, 420)
    one = tabs.sizeHint().height()
    places = [tabs.place_of(number) for number in range(len(WORDS))]
    assert tabs.height() == 2 * one and {place.y() for place in places} == {0, one}
    assert all(tabs.rect().contains(place) for place in places)
    assert all(tabs.tabText(number) == word for number, word in enumerate(WORDS)), (
        "two rows have room for the counts"
    )
    ends = [max(place.right() for place in places if place.y() == y) for y in (0, one)]
    assert abs(ends[0] - ends[1]) < 150, "the rows are about equally long"
    tabs.resize(2000, one)
    assert tabs.height() == one and tabs.place_of(7).y() == 0


def test_tabs_in_rows_are_chosen_by_mouse_and_by_arrow(qtbot) -> None:  # type: ignore[no-untyped-def]
    tabs = strip(qtbot, 420)
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.place_of(6).center())
    assert tabs.current() == "Tijdlijn"
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.current() == "Bescherming"
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.place_of(0).center())
    assert tabs.current() == "Overzicht"


def test_the_words_of_a_tab_are_painted_in_its_row(qtbot) -> None:  # type: ignore[no-untyped-def]
    tabs = strip(qtbot, 420)
    picture = tabs.grab().toImage()
    ground = picture.pixelColor(tabs.width() - 2, 2)
    for number in range(len(WORDS)):
        place = QRect(tabs.place_of(number)).adjusted(4, 4, -14, -6)
        inked = {
            picture.pixelColor(x, y).rgb() for x in range(place.left(), place.right()) for y in range(place.top(), place.bottom())
        }  # fmt: skip
        assert inked - {ground.rgb()}, WORDS[number]


def test_a_fact_of_a_case_is_as_high_as_its_words(qtbot) -> None:  # type: ignore[no-untyped-def]
    button = StateButton("Procesregisseur", "Ctrl+G")
    qtbot.addWidget(button)
    theme = current_theme()
    button.set_state("Marijke ten Brinke", "Wijkteams", "ok")
    assert button.height_for(180) == theme.px(HEIGHT)
    button.set_state("Marijke ten Brinke", "Zorg- en Veiligheidshuis Twente", "ok")
    assert QFontMetrics(theme.font("small")).horizontalAdvance(button.detail) > 160
    lines = QFontMetrics(theme.font("small")).lineSpacing()
    assert button.height_for(180) >= theme.px(HEIGHT) + lines // 2
    assert button.height_for(400) == theme.px(HEIGHT)


def test_what_stands_above_takes_half_of_the_place_and_then_scrolls(qtbot) -> None:  # type: ignore[no-untyped-def]
    place, head, work = QWidget(), QWidget(), QWidget()
    lines = QVBoxLayout(head)
    for number in range(8):
        lines.addWidget(Label(f"Regel {number}"))
    column = QVBoxLayout(place)
    above = HalfColumn(head, place)
    column.addWidget(above)
    column.addWidget(work, 1)
    qtbot.addWidget(place)
    place.resize(QSize(500, 900))
    on_screen(qtbot, place)
    qtbot.waitUntil(lambda: above.height() >= head.sizeHint().height())
    assert above.verticalScrollBar().maximum() == 0
    place.resize(QSize(500, 240))
    qtbot.waitUntil(lambda: above.height() <= 120)
    assert above.verticalScrollBar().maximum() > 0
    assert work.mapTo(place, QPoint(0, 0)).y() < 140 and work.height() > 80


def test_a_strip_out_of_sight_asks_room_for_a_tab_that_comes(qtbot) -> None:  # type: ignore[no-untyped-def]
    place = QWidget()
    row = QHBoxLayout(place)
    tabs = TabStrip("Wat u vastlegt", [("notitie", "Notitie"), ("besluit", "Besluit"), ("actie", "Actie")])
    for number in (1, 2):
        tabs.setTabVisible(number, False)
    row.addWidget(tabs)
    row.addStretch(1)
    qtbot.addWidget(place)
    place.resize(600, 60)
    on_screen(qtbot, place)
    place.hide()
    for number in (1, 2):
        tabs.setTabVisible(number, True)
    with qtbot.waitExposed(place):
        place.show()
    assert all(tabs.rect().contains(tabs.place_of(number)) for number in range(3))
    place.resize(150, 120)
    tabs.setTabVisible(1, False)
    assert tabs.place_of(1).isNull() or not tabs.isTabVisible(1)
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.place_of(2).center())
    assert tabs.current() == "actie"


def test_news_has_the_room_of_a_narrow_window(qtbot) -> None:  # type: ignore[no-untyped-def]
    line = StatusLine()
    qtbot.addWidget(line)
    line.set_saved("Opgeslagen 13:30")
    line.set_lock(600)
    line.set_narrow(True)
    on_screen(qtbot, line)
    assert line.saved.isVisible() and line.lock.isVisible()
    line.set_message("Besluitvorming: Wat spreken we af, wie doet wat, en wanneer terug?")
    assert not line.saved.isVisible() and not line.lock.isVisible() and line.message.isVisible()
    qtbot.waitUntil(lambda: not line._just_said.isActive())
    line.leave_page()
    assert line.saved.isVisible() and line.lock.isVisible()


def test_the_room_reads_all_of_a_long_besluit_and_of_a_longer_one_its_end(qtbot) -> None:  # type: ignore[no-untyped-def]
    desk = QWidget()
    room = ZaalWindow(desk)
    qtbot.addWidget(desk)
    room.resize(900, 520)
    with qtbot.waitExposed(room):
        room.show()
    sentence = "De burgemeester legt een huisverbod op en de partners stemmen dagelijks af. "
    for times, large in ((1, True), (6, False)):
        view = Zaalbeeld(
            "Werktafel",
            titel="Casus 2 van 12",
            vraag="Wie doet wat?",
            soort="Besluit",
            tekst=sentence * times,
        )
        room.show_view(view)
        qtbot.waitUntil(lambda: not room._fit_later.isActive())
        QApplication.processEvents()
        assert (room.tekst.property("role") == "room_large") is large
        assert room.tekst.heightForWidth(room.tekst.width()) <= room.tekst.height(), times
    assert room.tekst.alignment() & Qt.AlignmentFlag.AlignBottom


def test_a_panel_comes_whole_into_sight_in_a_page_that_scrolls(qtbot) -> None:  # type: ignore[no-untyped-def]
    page, panel, first = FitOrScroll("Proef"), InlinePanel("Convenant", "Vastleggen"), QLineEdit()
    above = QWidget()
    above.setFixedHeight(500)
    panel.add_field("Versie", first)
    for number in range(4):
        panel.add_field(f"Veld {number}", QLineEdit(), wide=True)
    page.body.addWidget(above)
    page.body.addWidget(panel)
    qtbot.addWidget(page)
    page.resize(500, 480)
    on_screen(qtbot, page)
    panel.open(first)
    qtbot.waitUntil(lambda: panel.visibleRegion().boundingRect().size() == panel.size())


def test_a_list_that_becomes_lower_keeps_its_current_row_in_sight(qtbot) -> None:  # type: ignore[no-untyped-def]
    model = RowListModel(lambda row: TwoLine(row.naam))
    view = RowList("Agenda")
    view.setModel(model)
    model.set_rows(sample_rows(20))
    qtbot.addWidget(view)
    view.resize(300, 420)
    on_screen(qtbot, view)
    view.setCurrentIndex(model.index(6, 0))
    view.resize(300, 200)
    assert view.visualRect(view.currentIndex()).bottom() <= view.viewport().height()
    view.scrollToTop()
    view.resize(300, 150)
    assert view.verticalScrollBar().value() == 0, "a row out of sight is not fetched"


def test_a_search_hint_is_whole_and_the_key_gives_way(qtbot) -> None:  # type: ignore[no-untyped-def]
    field = SearchField("Naam, nummer of doelgroep", "Ctrl+F")
    qtbot.addWidget(field)
    field.resize(500, 32)
    on_screen(qtbot, field)
    assert field.placeholderText() == "Naam, nummer of doelgroep  (Ctrl+F)"
    field.resize(field.fontMetrics().horizontalAdvance("Naam, nummer of doelgroep  (Ctrl+F)") + 8, 32)
    assert field.placeholderText() == "Naam, nummer of doelgroep"


def test_no_line_of_a_row_begins_with_a_point() -> None:
    name = "Zorg- en Veiligheidshuis Twente"
    font = current_theme().font("small")
    for beside in range(2, 60, 4):
        layout = QTextLayout(below(TwoLine("Titel", f"{name}  ·  procesregisseur")), font)
        layout.beginLayout()
        starts = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(QFontMetrics(font).horizontalAdvance(name) + beside)
            starts.append(layout.text()[line.textStart() :].lstrip()[:1])
        layout.endLayout()
        assert len(starts) > 1 and "·" not in starts, beside


def test_a_grid_whose_rows_wrap_settles_in_a_page_that_scrolls(qtbot) -> None:  # type: ignore[no-untyped-def]
    class Counts(QObject):
        number = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.number += event.type() == QEvent.Type.Resize
            if self.number > 300:
                table.hide()  # else it would never end
            return False

    page, table, counts = ScrollColumn("Proef"), BekendheidTable(), Counts()
    table.set_rows(
        [
            BekendheidRow(
                f"rij {number}", f"org {number}", f"Organisatie nummer {number} met een lange naam",
                Bekendheidstand.GEWEIGERD, "beroepsgeheim van de arts " * number, date(2026, 12, 1),
                date(2026, 12, 2), "", "", "", inbreng=False,
            )
            for number in range(1, 6)
        ]
    )  # fmt: skip
    page.body.addWidget(table)
    qtbot.addWidget(page)
    page.resize(640, 300)
    on_screen(qtbot, page)
    table.installEventFilter(counts)
    whole = page.widget().height()
    for height in range(whole - 150, whole + 60, 3):
        counts.number = 0
        page.resize(640, height)
        QApplication.processEvents()
        assert counts.number < 20, height
        assert table.height() == table.heightForWidth(table.width())


def test_a_scroll_bar_that_comes_and_goes_does_not_move_the_rows_of_tabs(qtbot) -> None:  # type: ignore[no-untyped-def]
    tabs = TabStrip("Onderdelen", (("a", "Betrokkenen"), ("b", "Besluiten"), ("c", "Acties")))
    qtbot.addWidget(tabs)
    tabs.resize(2000, 40)
    on_screen(qtbot, tabs)
    whole, one, seen = tabs.sizeHint().width(), tabs.sizeHint().height(), []
    for width in (whole, whole - 4, whole + 8, whole + 60):
        tabs.resize(width, tabs.height())
        seen.append(tabs.height() // one)
    assert seen == [1, 2, 2, 1]
