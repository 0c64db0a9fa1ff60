"""The parts that pages share: words, chips, filters, panels, whole rows, and both texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from tests.ui.casussen.bureau import dress
from vhdesk.errors import RuleViolation, StorageFull
from vhdesk.queries.acties import ActieRow
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.actie_regel import actie_met_casus, actie_van_casus
from vhdesk.ui.onderdelen.both_texts import BothTexts
from vhdesk.ui.onderdelen.chip import Chip
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.onderdelen.filter_chip import FilterChip
from vhdesk.ui.onderdelen.inline_panel import InlinePanel
from vhdesk.ui.onderdelen.list_and_detail import ListAndDetail
from vhdesk.ui.onderdelen.woorden import dagen, getal, opsomming, over_dagen, telling, zonder
from vhdesk.ui.theme.style import ThemeChoice, apply_theme
from vhdesk.ui.widgets.whole_row_list import WholeRowList
from vhdesk.vocabulary import Actiestatus, Tekort

ACTIE = ActieRow(
    id="a", nummer=31, casus_id="c", casusnummer="ZVH-2026-0149", naam="Noor van Dalen", overleg_id=None,
    overlegnummer="", omschrijving="School bellen", organisatie_id=None, organisatie="", medewerker_id=None,
    medewerker="", termijn=None, conditie="", informering="", status=Actiestatus.OPEN, resultaat="", uitgesteld=0,
    ontstaan_op=date(2026, 11, 18), vastgelegd_op=datetime(2026, 11, 18, 9, tzinfo=UTC), afgehandeld_op=None, achteraf=False, version=1, leeftijd=14, dagen_over=None,
)  # fmt: skip


@pytest.fixture
def page(qapp: QApplication) -> Iterator[QWidget]:
    """A window to put a part in."""
    dress(qapp)
    window = QWidget()
    QVBoxLayout(window)
    window.resize(700, 500)
    window.show()
    window.activateWindow()
    yield window
    window.close()
    window.deleteLater()


def put(page: QWidget, widget: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(widget)
    QApplication.processEvents()


# --- words


def test_numbers_and_lists_in_words() -> None:
    assert (getal(12000), telling(1, "casus", "casussen"), telling(2, "casus", "casussen")) == (
        "12.000", "1 casus", "2 casussen",
    )  # fmt: skip
    assert (dagen(1), dagen(6)) == ("1 dag", "6 dagen")
    assert [over_dagen(n) for n in (-3, -1, 0, 1, 4)] == [
        "3 dagen geleden", "gisteren", "vandaag", "morgen", "over 4 dagen",
    ]  # fmt: skip
    assert [opsomming(["a", "b", "c"][:n]) for n in range(4)] == ["", "a", "a en b", "a, b en c"]
    assert zonder((Tekort.CASEMANAGER, Tekort.VOLGENDE_DATUM)) == "geen casemanager of datum"
    assert zonder(()) == ""


def test_an_action_in_words() -> None:
    line = actie_met_casus(ACTIE)
    assert (
        line.subtitle == "A-31  ·  Noor van Dalen  ·  ZVH-2026-0149  ·  nog zonder eigenaar  ·  14 dagen oud"
    )
    assert (line.right, line.pill, line.icon_role) == ("geen datum", "", "warn")
    own = replace(
        ACTIE, termijn=date(2026, 11, 25), dagen_over=7, organisatie="Politie", medewerker="Kevin Lansink",
        uitgesteld=2, conditie="als hij tekent", informering="ingelicht op 1 december", achteraf=True,
    )  # fmt: skip
    line = actie_van_casus(own)
    assert line.subtitle == (
        "A-31  ·  Kevin Lansink, Politie  ·  14 dagen oud  ·  2 keer verzet  ·  voorwaarde: als hij tekent"
        "  ·  informering: ingelicht op 1 december  ·  achteraf toegevoegd"
    )
    assert (line.right, line.pill, line.pill_state) == ("", "7 dagen over datum", "danger")
    in_time = replace(own, dagen_over=0)
    assert (actie_van_casus(in_time).right, actie_van_casus(in_time).pill) == ("25-11-2026", "")
    done = actie_van_casus(replace(ACTIE, status=Actiestatus.GEDAAN, afgehandeld_op=date(2026, 12, 1)))
    assert (done.rest, done.icon_role, done.pill) == (True, "ok", "gedaan")


# --- chips and filters


def test_a_chip_is_pressed_with_enter_and_space(page: QWidget) -> None:
    chip, pressed = Chip("Geen plan", "danger", "target"), []
    chip.clicked.connect(lambda: pressed.append(1))
    put(page, chip)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(chip, key)
    assert len(pressed) == 2
    chip.set_words("Plan vastgesteld", "ok", name="Plan vastgesteld. Wijzigen.")
    assert (chip.state, chip.accessibleName()) == ("ok", "Plan vastgesteld. Wijzigen.")


def test_a_filter_says_its_value_and_lifts(page: QWidget) -> None:
    chip, chosen = FilterChip("Tafel", "Alle tafels", [("1", "Almelo"), ("2", "Hengelo & co")]), []
    chip.chosen.connect(chosen.append)
    put(page, chip)
    chip.menu.actions()[2].trigger()
    assert (chip.value(), chip.text(), chip.state) == ("2", "Hengelo & co", "accent")
    assert chip.accessibleName() == "Tafel: Hengelo & co"
    chip.menu.actions()[2].trigger()
    chip.menu.actions()[0].trigger()
    assert chosen == ["2", ""] and chip.text() == "Tafel"
    chip.set_value("1")
    chip.set_choices([("2", "Hengelo")])
    assert chip.value() == "" and chosen == ["2", ""]


def test_a_list_that_drops_down_shows_its_last_choice(page: QWidget) -> None:
    field = ChoiceField("Bron", [(str(number), f"Keuze {number}") for number in range(6)])
    put(page, field)
    field.showPopup()
    QApplication.processEvents()
    assert field.view().verticalScrollBar().maximum() == 0
    field.hidePopup()


def test_a_choice_keeps_letters_from_being_shortcuts(page: QWidget) -> None:
    field, chosen = ChoiceField("Regime", [("a", "Alpha"), ("g", "Gamma")]), []
    field.chosen.connect(chosen.append)
    put(page, field)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_G)
    assert field.value() == "g" and chosen == ["g"]
    field.set_value("onbekend")
    assert field.value() == "a" and chosen == ["g"]


# --- panels


def test_a_panel_submits_refuses_beside_the_field_and_gives_the_focus_back(page: QWidget) -> None:
    before, name = QLineEdit(), QLineEdit()
    panel = InlinePanel("Nieuw", "Maken")
    panel.add_field("Naam", name, "naam")
    submitted: list[str] = []
    panel.submitted.connect(lambda: submitted.append(name.text()))
    put(page, before)
    put(page, panel)
    before.setFocus()
    panel.open(name)
    assert page.focusWidget() is name
    QTest.keyClicks(name, "Noor")
    QTest.keyClick(name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert submitted == ["Noor"]
    assert (
        panel.show_fault(RuleViolation("naam_ontbreekt", field="naam")) and panel.errors["naam"].isVisible()
    )
    assert not panel.show_fault(StorageFull("disk_full"))
    assert panel.cancel() and not panel.cancel()
    assert page.focusWidget() is before


# --- rows shown whole


@dataclass(frozen=True, slots=True)
class Regel:
    id: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Rij:
    id: str
    tekst: str
    pil: str


def test_rows_are_as_high_as_their_words_and_the_neighbour_follows(page: QWidget) -> None:
    rows = WholeRowList("Acties", lambda row: TwoLine(row.tekst, "wie", "vandaag", "circle"), fit=True)
    put(page, rows)
    rows.set_rows([Regel("1", "kort"), Regel("2", "een heel lange zin " * 20), Regel("3", "kort")])
    QApplication.processEvents()
    assert rows.sizeHintForRow(1) > 2 * rows.sizeHintForRow(0)
    assert rows.sizeHint().height() >= sum(rows.sizeHintForRow(n) for n in range(3))
    rows.setFocus()
    assert rows.current_row() == Regel("1", "kort")
    QTest.keyClick(rows, Qt.Key.Key_Down)
    rows.set_rows([Regel("1", "kort"), Regel("3", "kort")])
    assert rows.current_row() == Regel("3", "kort")
    assert rows.select("1") and not rows.select("2")


def test_single_keys_act_on_the_current_row_and_a_pill_takes_room(page: QWidget) -> None:
    words = "een zin die de hele regel vult als er niets naast staat, zo lang is hij, en dan nog even verder"
    rows = WholeRowList("Acties", lambda row: TwoLine(row.tekst, pill=row.pil), ("g", "delete"))
    put(page, rows)
    rows.set_rows([Rij("1", words, ""), Rij("2", words, "vijf dagen over datum, en niemand weet ervan")])
    assert rows.sizeHintForRow(1) > rows.sizeHintForRow(0)
    pressed: list[tuple[str, str]] = []
    rows.key_pressed.connect(lambda key: pressed.append((key, rows.current_id())))
    QTest.keyClick(rows, Qt.Key.Key_G)  # no row is current yet
    rows.setFocus()
    rows.step(5)
    for key, modifier in (
        (Qt.Key.Key_G, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier),  # a shortcut, not a letter
        (Qt.Key.Key_K, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(rows, key, modifier)
    assert pressed == [("g", "2"), ("delete", "2")]


def test_both_texts_offer_a_choice(page: QWidget) -> None:
    both, chosen = BothTexts(), []
    both.keep_mine.connect(lambda: chosen.append("mijn"))
    both.take_other.connect(lambda: chosen.append("ander"))
    put(page, both)
    both.show_texts("Aanleiding", "mijn <b>tekst</b>", "")
    assert (both.mine.text(), both.other.text()) == ("mijn <b>tekst</b>", "(leeg)")
    assert both.mine.isReadOnly() and not both.both_button.isVisible()
    both.other_button.setFocus()
    QTest.keyClick(both.other_button, Qt.Key.Key_Space)
    assert chosen == ["ander"] and not both.isVisible()


def test_the_list_has_its_own_width_again_after_large_text(page: QWidget, qapp: QApplication) -> None:
    listing, detail = QWidget(), QWidget()
    columns = ListAndDetail(listing, detail, 300)
    layout = page.layout()
    assert layout is not None
    layout.addWidget(columns)
    page.resize(1200, 400)
    QApplication.processEvents()
    columns.to_detail()
    assert listing.width() == 300
    for scale in (2.0, 1.0):
        apply_theme(qapp, ThemeChoice.LIGHT, scale)
        QApplication.processEvents()
    assert (listing.width(), listing.minimumWidth()) == (300, 240)
    columns.restore("360")
    assert (listing.width(), columns.state()) == (360, 360)
