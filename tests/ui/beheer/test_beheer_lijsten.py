"""Organisations, tables, municipalities, lists and the journaal, by keyboard on a real vault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QTabBar, QWidget

from tests.ui.beheer.page_stage import PageStage, dress
from vhdesk.clock import FixedClock
from vhdesk.queries.grondslag import tafelstandaarden
from vhdesk.queries.journaal import journaal
from vhdesk.queries.organisatie import gemeenten, medewerkers, organisaties, tafelleden, tafels
from vhdesk.queries.referentie import referentie_lijsten, referentie_waarden
from vhdesk.services.kluis import Kluis
from vhdesk.services.organisatie import OrganisatieToevoegen
from vhdesk.ui.beheer.bedrag import euro, parse_euro, parse_procent, procent
from vhdesk.ui.beheer.gemeenten_tab import GemeentenTab
from vhdesk.ui.beheer.journaal_tab import JournaalTab
from vhdesk.ui.beheer.lijsten_tab import LijstenTab
from vhdesk.ui.beheer.organisaties_tab import OrganisatiesTab
from vhdesk.ui.beheer.page import KINDS, BeheerPage
from vhdesk.ui.beheer.tafels_tab import TafelsTab
from vhdesk.vocabulary import Organisatiesoort


@pytest.fixture
def stage(qapp: QApplication, kluis: Kluis, clock: FixedClock, tmp_path: Path) -> Iterator[PageStage]:
    dress(qapp)
    made = PageStage(kluis, clock, tmp_path / "vhdesk.ini", BeheerPage)
    yield made
    made.close()
    assert made.unhandled == []


def organisaties_tab(stage: PageStage) -> OrganisatiesTab:
    stage.press("Alt+3")
    tab = stage.page.made("organisaties")  # type: ignore[attr-defined]
    assert isinstance(tab, OrganisatiesTab)
    return tab


def tafels_tab(stage: PageStage) -> TafelsTab:
    stage.press("Alt+4")
    tab = stage.page.made("tafels")  # type: ignore[attr-defined]
    assert isinstance(tab, TafelsTab)
    return tab


def gemeenten_tab(stage: PageStage) -> GemeentenTab:
    stage.press("Alt+5")
    tab = stage.page.made("gemeenten")  # type: ignore[attr-defined]
    assert isinstance(tab, GemeentenTab)
    return tab


def lijsten_tab(stage: PageStage) -> LijstenTab:
    stage.press("Alt+6")
    tab = stage.page.made("lijsten")  # type: ignore[attr-defined]
    assert isinstance(tab, LijstenTab)
    return tab


def journaal_tab(stage: PageStage) -> JournaalTab:
    stage.press("Alt+7")
    tab = stage.page.made("journaal")  # type: ignore[attr-defined]
    assert isinstance(tab, JournaalTab)
    return tab


def names(stage: PageStage) -> set[str]:
    return {row.naam for row in stage.desk.ask(organisaties)}


def test_an_organisation_is_added_changed_and_removed(stage: PageStage) -> None:
    tab = organisaties_tab(stage)
    stage.press("Ctrl+N")
    stage.type("Stichting De Brug")
    tab.panel.aliassen.setText("de Brug, Brug ")
    stage.press("Ctrl+Return")
    row = tab.current()
    assert row is not None and row.naam == "Stichting De Brug" and row.aliassen == ("de Brug", "Brug")
    assert tab.table.hasFocus()
    stage.press("F2")
    stage.type("Stichting De Brug Twente")
    stage.press("Ctrl+Return")
    assert "Stichting De Brug Twente" in "".join(names(stage))
    stage.press("Ctrl+Del")
    assert not any("De Brug" in name for name in names(stage))
    stage.press("Ctrl+Z")
    assert any("De Brug" in name for name in names(stage))
    assert any("De Brug" in row.naam for row in tab.model.rows())


def test_a_name_that_is_taken_is_refused_beside_the_field(stage: PageStage) -> None:
    tab = organisaties_tab(stage)
    stage.press("Ctrl+N")
    stage.type("politie")
    stage.press("Ctrl+Return")
    assert tab.panel.errors["naam"].isVisible()
    assert tab.panel.naam.hasFocus()
    stage.press("Esc")
    assert not tab.panel.is_open() and stage.page.strip.current() == "organisaties"  # type: ignore[attr-defined]


def test_an_organisation_in_use_stays(stage: PageStage) -> None:
    tab = organisaties_tab(stage)
    politie = next(row for row in stage.desk.ask(organisaties) if row.naam == "Politie")
    tab.table.select(politie.id)
    stage.press("Ctrl+Del")
    assert [fault.code for fault in stage.shell.faults] == ["in_gebruik"]
    assert "Politie" in names(stage)


def test_people_of_an_organisation(stage: PageStage) -> None:
    tab = organisaties_tab(stage)
    stage.press("Ctrl+Shift+N")
    stage.type("Ahmed Yilmaz")
    stage.press("Tab")
    stage.type("wijkagent")
    tab.person.email.setText("geen adres")
    stage.press("Ctrl+Return")
    assert tab.person.errors["email"].isVisible()
    tab.person.email.setText("a.yilmaz@example.org")
    stage.press("Ctrl+Return")
    people = stage.desk.ask(medewerkers, organisatie_id=tab.current().id)  # type: ignore[union-attr]
    assert [(row.naam, row.functie) for row in people] == [("Ahmed Yilmaz", "wijkagent")]
    assert tab.people.hasFocus()
    stage.press("F2")
    assert tab.person.is_open() and tab.person.naam.text() == "Ahmed Yilmaz"
    stage.press("Esc", "Ctrl+Del")
    assert stage.desk.ask(medewerkers, organisatie_id=tab.current().id) == ()  # type: ignore[union-attr]
    assert tab.nobody.isVisible()


def test_searching_an_organisation_by_another_name(stage: PageStage) -> None:
    tab = organisaties_tab(stage)
    stage.press("Ctrl+F")
    stage.type("ribw")
    tab.line.search.search_now()
    assert [tab.table.proxy.index(i, 0).data() for i in range(tab.table.proxy.rowCount())] == [
        "Beschermd wonen"
    ]


def test_what_others_change_is_seen(stage: PageStage) -> None:
    tab = organisaties_tab(stage)
    stage.desk.execute(OrganisatieToevoegen(naam="Van buiten", soort=Organisatiesoort.ZORG))
    stage.settle()
    assert "Van buiten" in {row.naam for row in tab.model.rows()}


def test_a_table_gets_another_time_and_members(stage: PageStage) -> None:
    tab = tafels_tab(stage)
    almelo = next(row for row in stage.desk.ask(tafels) if row.code == "werktafel-almelo")
    tab.list.select(almelo.id)
    stage.press("F2")
    tab.panel.begintijd.setFocus()
    tab.panel.begintijd.selectAll()
    stage.type("1015")
    stage.press("Ctrl+Return")
    changed = next(row for row in stage.desk.ask(tafels) if row.id == almelo.id)
    assert f"{changed.begintijd:%H:%M}" == "10:15"
    before = len(stage.desk.ask(tafelleden, almelo.id))
    stage.press("Ctrl+Shift+N", "Ctrl+Return")
    assert tab.member.errors["organisatie_id"].isVisible()
    stage.type("gemeente borne")
    stage.press("Return", "Ctrl+Return")
    members = stage.desk.ask(tafelleden, almelo.id)
    assert len(members) == before + 1 and "Gemeente Borne" in {row.organisatie for row in members}
    assert tab.members.hasFocus()
    stage.press("Ctrl+Del")
    assert len(stage.desk.ask(tafelleden, almelo.id)) == before
    stage.press("Ctrl+Z")
    assert len(tab.model.rows()) == before + 1


def test_who_comes_for_a_member_is_filled_in_at_the_member(stage: PageStage) -> None:
    tab = tafels_tab(stage)
    almelo = next(row for row in stage.desk.ask(tafels) if row.code == "werktafel-almelo")
    tab.list.select(almelo.id)
    politie = next(row for row in stage.desk.ask(tafelleden, almelo.id) if row.organisatie == "Politie")
    tab.members.setFocus()
    tab.members.select(politie.id)
    stage.press("F2")
    assert tab.member.is_open() and not tab.panel.is_open()
    assert tab.member.nieuw.hasFocus(), "nobody works there yet"
    stage.type("Kevin Lansink")
    stage.press("Ctrl+Return")
    filled = next(row for row in stage.desk.ask(tafelleden, almelo.id) if row.id == politie.id)
    assert filled.medewerker == "Kevin Lansink"
    assert "Kevin Lansink" in {row.naam for row in stage.desk.ask(medewerkers)}
    assert tab.members.hasFocus() and tab.members.current_id() == politie.id
    stage.press("Return")
    assert tab.member.medewerker.hasFocus() and tab.member.medewerker.value() == filled.medewerker_id
    stage.press("Esc", "Ctrl+Z")
    assert next(row for row in tab.model.rows() if row.id == politie.id).medewerker == ""


def test_a_time_that_is_none_is_said_beside_the_field(stage: PageStage) -> None:
    tab = tafels_tab(stage)
    stage.press("F2")
    tab.panel.begintijd.setFocus()
    tab.panel.begintijd.selectAll()
    stage.type("straks")
    stage.press("Ctrl+Return")
    assert tab.panel.errors["begintijd"].isVisible() and tab.panel.is_open()


def test_the_contributions_are_those_of_the_jaarplan_and_can_be_changed(stage: PageStage) -> None:
    tab = gemeenten_tab(stage)
    assert len(tab.twente_model.rows()) == 14
    assert "€\u00a0120.000,00" in tab.totals.text() and "€\u00a0150.000,00" in tab.totals.text()
    stage.press("F2")
    assert tab.panel.bijdrage.text() == "29.380,00"
    stage.type("dertig")
    stage.press("Ctrl+Return")
    assert tab.panel.errors["bijdrage_cent"].isVisible()
    tab.panel.bijdrage.selectAll()
    stage.type("30.380,50")
    stage.press("Ctrl+Return")
    almelo = next(row for row in stage.desk.ask(gemeenten) if row.code == "almelo")
    assert almelo.bijdrage_cent == 3_038_050 and almelo.aandeel_promille == 245
    assert "€\u00a0121.000,50" in tab.totals.text()
    stage.press("Ctrl+Z")
    assert "€\u00a0120.000,00" in tab.totals.text()


def test_nog_stands_by_chamber(stage: PageStage) -> None:
    tab = gemeenten_tab(stage)
    tab.regio.setFocus()
    stage.press("Down")
    rows = tab.nog_model.rows()
    assert len(rows) == 22 and len({row.kamer for row in rows}) == 4
    assert sum(row.zetel for row in rows) == 4
    assert "samen €\u00a0222.000,00" in tab.totals.text()
    tab.nog.setFocus()
    stage.press("F2")
    assert tab.panel.kamer.isVisible() and not tab.panel.aandeel.isVisible()


def test_amounts_as_people_write_them() -> None:
    assert [parse_euro(t) for t in ("29.380", "29380,5", "€ 1.237,25", "12,345", "1.23", "x", "")] == [
        2_938_000, 2_938_050, 123_725, None, None, None, None,
    ]  # fmt: skip
    assert euro(1_171_950) == "€\u00a011.719,50" and euro(0) == "€\u00a00,00"
    assert (procent(245), parse_procent("24,5 %"), parse_procent("7"), parse_procent("x")) == (
        "24,5\u00a0%", 245, 70, None,
    )  # fmt: skip


def test_a_value_is_added_renamed_and_ended_with_a_version_each(stage: PageStage) -> None:
    tab = lijsten_tab(stage)
    assert tab.current_list().id == "doelgroepen"  # type: ignore[union-attr]
    stage.press("Ctrl+N")
    stage.type("Online opruiing")
    stage.press("Ctrl+Return")
    assert tab.current().naam == "Online opruiing"  # type: ignore[union-attr]
    stage.press("F2")
    tab.panel.naam.selectAll()
    stage.type("Online ophitsing")
    stage.press("Ctrl+Return")
    values = {row.naam for row in stage.desk.ask(referentie_waarden, "doelgroepen")}
    assert "Online ophitsing" in values and "Online opruiing" not in values
    lijst = next(row for row in stage.desk.ask(referentie_lijsten) if row.id == "doelgroepen")
    assert lijst.versie == 3
    stage.press("Ctrl+Del")
    assert "Online ophitsing" not in {row.naam for row in tab.model.rows()}
    tab.history.setFocus()
    stage.press("Space")
    assert {"Online ophitsing", "Online opruiing"} <= {row.naam for row in tab.model.rows()}
    stage.press("Ctrl+Z")
    assert "Online ophitsing" in {row.naam for row in stage.desk.ask(referentie_waarden, "doelgroepen")}


def test_a_kind_of_decision_names_who_may_take_it(stage: PageStage) -> None:
    tab = lijsten_tab(stage)
    tab.list.select("besluittypen")
    stage.press("Ctrl+N")
    stage.type("proef uitzetten")
    assert tab.panel.gremia.isVisible()
    stage.press("Ctrl+Return")
    assert tab.panel.errors["gremia"].isVisible()
    tab.panel.gremia.boxes["werktafel"].setFocus()
    stage.press("Space", "Ctrl+Return")
    made = next(r for r in stage.desk.ask(referentie_waarden, "besluittypen") if r.naam == "proef uitzetten")
    assert made.kenmerken["gremia"] == ["werktafel"]
    assert "werktafel" in tab.detail.text()


def test_of_a_fixed_list_only_the_words_can_be_changed(stage: PageStage) -> None:
    tab = lijsten_tab(stage)
    tab.list.select("organisatiesoorten")
    stage.press("Ctrl+N", "Ctrl+Del")
    assert not tab.panel.is_open() and "ligt vast" in tab.source.text()
    assert len(stage.desk.ask(referentie_waarden, "organisatiesoorten")) == 3
    stage.press("F2")
    tab.panel.naam.selectAll()
    stage.type("Strafketen")
    stage.press("Ctrl+Return")
    assert "Strafketen" in {row.naam for row in stage.desk.ask(referentie_waarden, "organisatiesoorten")}


def test_a_domain_of_the_zrm_gets_its_leefgebied(stage: PageStage) -> None:
    tab = lijsten_tab(stage)
    tab.list.select("zrm_domeinen")
    stage.press("Ctrl+N")
    stage.type("ouderschap")
    assert tab.panel.leefgebied.isVisible()
    stage.press("Ctrl+Return")
    assert tab.panel.errors["leefgebied"].isVisible()
    tab.panel.leefgebied.set_value("opvoeding")
    stage.press("Ctrl+Return")
    made = next(r for r in stage.desk.ask(referentie_waarden, "zrm_domeinen") if r.naam == "ouderschap")
    assert made.kenmerken["leefgebied"] == "opvoeding"
    assert "bij opvoeding" in tab.detail.text()


def test_the_journaal_stands_newest_first_and_can_be_searched(stage: PageStage) -> None:
    stage.desk.execute(OrganisatieToevoegen(naam="Van buiten", soort=Organisatiesoort.ZORG))
    tab = journaal_tab(stage)
    numbers = [row.volgnr for row in tab.model.rows()]
    assert numbers == sorted(numbers, reverse=True)
    assert tab.model.rows()[0].actie == "Organisatie toevoegen"
    stage.press("Ctrl+F")
    stage.type("regio inrichten")
    tab.line.search.search_now()
    assert tab.table.proxy.rowCount() == 1
    stage.press("Esc")
    tab.line.search.search_now()
    assert tab.table.proxy.rowCount() == len(stage.desk.ask(journaal))


def test_older_lines_come_by_page(stage: PageStage) -> None:
    for number in range(210):
        stage.desk.log("proef", "kluis", "", bijzonderheden=str(number))
    tab = journaal_tab(stage)
    assert tab.model.rowCount() == 200 and tab.older.isVisible()
    tab.older.setFocus()
    stage.press("Space")
    assert tab.model.rowCount() > 210 and not tab.older.isVisible()
    assert tab.model.rows()[-1].volgnr == 1


def test_checking_the_journaal_says_that_it_holds(stage: PageStage) -> None:
    tab = journaal_tab(stage)
    stage.registry.trigger("beheer.journaal.controleren")
    stage.settle()
    assert tab.bar.isVisible() and "in orde" in tab.bar.happened.text()
    stage.press("Esc")
    assert tab.bar.isHidden()


def test_every_control_on_every_tab_has_a_name_and_can_be_reached(stage: PageStage) -> None:
    page = stage.page
    assert isinstance(page, BeheerPage)
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView)
    inner = QLineEdit | QAbstractItemView | QTabBar
    for number, tab_id in enumerate(KINDS, 1):
        stage.press(f"Alt+{number}")
        tab = page.tab()
        assert tab.tab_id == tab_id
        for panel in tab.panels:
            panel.show()
        stage.settle()
        found = [w for w in tab.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]
        controls = [
            w
            for w in found
            if not isinstance(w.parentWidget(), inner) and w.objectName() != "qt_spinbox_lineedit"
        ]
        assert len(controls) >= 2, tab_id
        assert [w for w in controls if not (w.accessibleName() or getattr(w, "text", str)())] == [], tab_id
        unreachable = [w for w in controls if w.isEnabled() and w.focusPolicy() == Qt.FocusPolicy.NoFocus]
        assert unreachable == [], tab_id


def test_a_half_changed_table_comes_back_after_a_lock(stage: PageStage) -> None:
    tab = tafels_tab(stage)
    row = stage.desk.ask(tafels)[0]
    tab.list.select(row.id)
    stage.press("F2")
    tab.panel.toelichting.setFocus()
    tab.panel.toelichting.to_end()
    stage.type("Half een zin")
    stage.window.request_lock()
    assert len(stage.desk.drafts("beheer/tafel/")) == 1
    tab.panel.close_panel()
    tab.panel.begin(row)
    assert tab.panel.toelichting.text() == f"{row.toelichting}Half een zin"
    tab.panel.submit()
    stage.settle()
    assert stage.desk.ask(tafels)[0].toelichting == f"{row.toelichting}Half een zin"
    assert stage.desk.drafts("beheer/") == ()


def test_the_standard_of_a_table_is_written_anew_and_the_former_stays_readable(stage: PageStage) -> None:
    tab = tafels_tab(stage)
    row = tab.current()
    assert row is not None and "zoals meegeleverd" in tab.standard.text()
    stage.context.registry.action("beheer.tafelstandaard").trigger()
    panel = tab.ground
    assert panel.is_open() and row.naam in panel.title.text() and stage.focus() is panel.grondslag
    stage.press("Ctrl+A")
    stage.type("Convenant 2026")
    stage.press("Ctrl+Return")
    assert not panel.is_open()
    nu, geleverd = stage.desk.ask(tafelstandaarden, row.id)
    assert (nu.versie, nu.grondslag, nu.doelbinding) == (1, "Convenant 2026", geleverd.doelbinding)
    assert "Convenant 2026 (versie 1 van" in tab.standard.text()
    stage.context.registry.action("beheer.tafelstandaard").trigger()
    assert [line.versie for line in panel.versies.rows.rows()] == [1, 0]
