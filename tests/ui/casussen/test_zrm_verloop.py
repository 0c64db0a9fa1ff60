"""Scores of the Zelfredzaamheid-Matrix over time: recorded on a day by keys, drawn, and said in words."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from tests.ui.casussen.bureau import CTRL, ENTER, Bureau
from tests.ui.casussen.test_casus_kop import casus
from tests.ui.casussen.test_casus_tabs import geopend, stand
from vhdesk.services.inbreng import ZrmVastleggen
from vhdesk.ui.casussen.zrm_verloop import ZrmVerloop
from vhdesk.ui.theme.style import current_theme
from vhdesk.ui.widgets.level_chart import LevelChart

TAB, SHIFT = Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier


def leg_vast(bureau: Bureau, *scores: tuple[date, int]) -> None:
    for dag, score in scores:
        bureau.desk.execute(
            ZrmVastleggen(casus_id=casus(bureau, "Koopman"), domein_code="justitie", datum=dag, score=score)
        )


def verlopen(bureau: Bureau) -> list[ZrmVerloop]:
    return geopend(bureau, "leefgebieden").leefgebieden.findChildren(ZrmVerloop)


def test_one_score_is_no_course_and_two_are(bureau: Bureau) -> None:
    before = len(verlopen(bureau))
    leg_vast(bureau, (date(2026, 3, 1), 1), (date(2026, 6, 4), 4))
    shown = [each for each in verlopen(bureau) if "1 op 1-3-2026, 4 op 4-6-2026" in each.words.text()]
    assert len(shown) == 1 and len(verlopen(bureau)) == before + 1
    assert "justitie" in shown[0].chart.accessibleName()
    assert "1 op 1-3-2026, 4 op 4-6-2026" in shown[0].chart.accessibleName()


def test_the_line_runs_from_the_oldest_left_to_the_newest_right(bureau: Bureau) -> None:
    chart = LevelChart(1, 5, bureau.window)
    chart.show_points(((date(2026, 1, 1), 1), (date(2026, 1, 11), 3), (date(2026, 1, 31), 5)), "1, 3, 5")
    chart.resize(chart.sizeHint())
    places = chart.places()
    assert [place.x() for place in places] == sorted(place.x() for place in places)
    assert [place.y() for place in places] == sorted((place.y() for place in places), reverse=True)
    third = (places[1].x() - places[0].x()) / (places[2].x() - places[0].x())
    assert abs(third - 1 / 3) < 0.01
    image = chart.grab().toImage()
    ratio = image.devicePixelRatio()
    ink = QColor(current_theme().color("accent"))
    assert image.pixelColor(round(places[1].x() * ratio), round(places[1].y() * ratio)) == ink


def test_a_score_on_another_day_is_recorded_by_keys_and_taken_away(bureau: Bureau) -> None:
    view = geopend(bureau, "leefgebieden")
    tab = view.leefgebieden
    bureau.press(Qt.Key.Key_I, CTRL | SHIFT)
    panel = tab.zrm
    assert panel.is_open()
    panel.domein.set_value("justitie")
    panel.score.setFocus()
    bureau.type("3")
    bureau.press(TAB)
    bureau.press(Qt.Key.Key_A, CTRL)
    bureau.type("geen dag")
    bureau.press(ENTER, CTRL)
    assert panel.is_open() and panel.errors["datum"].isVisible()
    bureau.press(Qt.Key.Key_A, CTRL)
    bureau.type("1-9-2026")
    bureau.press(ENTER, CTRL)
    assert not panel.is_open()
    row = next(row for row in stand(bureau).zrm if row.domein_code == "justitie")
    assert (date(2026, 9, 1), 3) in row.verloop
    bureau.press(Qt.Key.Key_I, CTRL | SHIFT)
    panel.domein.set_value("justitie")
    panel.score.set_value("0")
    panel.datum.set_value(date(2026, 9, 1))
    bureau.press(ENTER, CTRL)
    assert all((date(2026, 9, 1), 3) not in row.verloop for row in stand(bureau).zrm)


def test_a_score_of_a_day_to_come_is_refused_beside_the_date(bureau: Bureau) -> None:
    view = geopend(bureau, "leefgebieden")
    before = stand(bureau).zrm
    bureau.press(Qt.Key.Key_I, CTRL | SHIFT)
    panel = view.leefgebieden.zrm
    panel.domein.set_value("justitie")
    panel.datum.set_value(bureau.clock.today() + timedelta(days=1))
    bureau.press(ENTER, CTRL)
    assert panel.is_open() and "Deze dag ligt in de toekomst." in panel.errors["datum"].text()
    assert stand(bureau).zrm == before
    panel.datum.set_value(bureau.clock.today())
    bureau.press(ENTER, CTRL)
    assert not panel.is_open() and stand(bureau).zrm != before
