"""Users, passphrases, keys, herstelblad, backups and settings, by keyboard on a real vault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtWidgets import QApplication

from tests.conftest import NAAM, WACHTWOORD
from tests.ui.beheer.page_stage import PageStage, dress
from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.errors import StorageFull, WrongPassphrase
from vhdesk.printing.printer import Printer
from vhdesk.queries.journaal import journaal
from vhdesk.queries.organisatie import organisaties
from vhdesk.services.journaal_controle import Controle
from vhdesk.services.kluis import Kluis, Toegang, kluis_openen
from vhdesk.store.opening import OpenOptions
from vhdesk.ui.beheer.herstelblad_window import HerstelbladWindow
from vhdesk.ui.beheer.kluis_tab import KluisTab
from vhdesk.ui.beheer.kopieen_tab import KopieenTab
from vhdesk.ui.beheer.page import KINDS, BeheerPage
from vhdesk.ui.beheer.woorden import controle_zin
from vhdesk.ui.onderdelen.kopie_woorden import grootte, tellingen
from vhdesk.ui.theme.style import current_theme
from vhdesk.vocabulary import Gebruikersrol, Resultaat
from vhdesk.vocabulary_faults import sentence

NEW = "blauwe regen in mei"


@pytest.fixture
def stage(qapp: QApplication, kluis: Kluis, clock: FixedClock, tmp_path: Path) -> Iterator[PageStage]:
    dress(qapp)
    made = PageStage(kluis, clock, tmp_path / "vhdesk.ini", BeheerPage)
    yield made
    made.close()
    assert made.unhandled == []


def kluis_tab(stage: PageStage) -> KluisTab:
    tab = stage.page.made("kluis")  # type: ignore[attr-defined]
    assert isinstance(tab, KluisTab)
    return tab


def kopieen_tab(stage: PageStage) -> KopieenTab:
    stage.press("Alt+2")
    tab = stage.page.made("reservekopieen")  # type: ignore[attr-defined]
    assert isinstance(tab, KopieenTab)
    return tab


def reopened(stage: PageStage, access: Toegang, clock: FixedClock) -> Kluis:
    """Close the vault of the stage and open it again."""
    folder = stage.kluis.pad
    stage.kluis.sluiten()
    return kluis_openen(
        folder, access, clock, kdf=CHEAP, options=OpenOptions(anchor_home=folder.parent / "ankers")
    )


def add_user(stage: PageStage, name: str, role: Gebruikersrol) -> None:
    tab = kluis_tab(stage)
    stage.press("Ctrl+N")
    stage.type(name)
    tab.users.role.set_value(role.value)
    tab.users.passphrase.setFocus()
    stage.type(NEW)
    stage.press("Return")
    stage.type(NEW)
    stage.press("Return")


def test_a_user_is_added_and_gets_in(stage: PageStage, clock: FixedClock) -> None:
    add_user(stage, "Youssef el Amrani", Gebruikersrol.SECRETARIS)
    tab = kluis_tab(stage)
    assert not tab.panel_open()
    assert [row.naam for row in tab.users.list.rows.rows()] == [NAAM, "Youssef el Amrani"]
    kluis = reopened(stage, Toegang(naam="Youssef el Amrani", wachtwoord=NEW), clock)
    assert kluis.gebruiker.rol == Gebruikersrol.SECRETARIS.value
    kluis.sluiten()


def test_what_is_wrong_stands_beside_its_field(stage: PageStage) -> None:
    tab = kluis_tab(stage)
    stage.press("Ctrl+N")
    stage.type(NAAM)
    stage.press("Ctrl+Return")
    assert tab.users.panel.errors["wachtwoord"].isVisible()
    tab.users.passphrase.first.line.setText(NEW)
    tab.users.passphrase.second.line.setText(NEW)
    stage.press("Ctrl+Return")
    assert tab.users.panel.errors["naam"].isVisible()
    stage.press("Esc")
    assert not tab.panel_open() and tab.users.passphrase.value() == ""


def test_the_last_who_may_run_the_vault_keeps_that_role(stage: PageStage) -> None:
    tab = kluis_tab(stage)
    stage.press("F2")
    tab.users.role.set_value(Gebruikersrol.EXPERT.value)
    stage.press("Ctrl+Return")
    assert tab.users.panel.errors["rol"].isVisible()
    assert stage.kluis.gebruikers()[0].rol == Gebruikersrol.COORDINATOR.value


def test_removing_a_user_renews_the_key(stage: PageStage, clock: FixedClock) -> None:
    add_user(stage, "Gerda Smit", Gebruikersrol.EXPERT)
    tab = kluis_tab(stage)
    tab.users.list.setFocus()
    before = (stage.kluis.pad / "sleutels.json").read_bytes()
    stage.press("Ctrl+Del")  # on oneself: nothing
    assert stage.answers.verbs == []
    stage.press("Down")
    stage.press("Ctrl+Del")
    assert stage.answers.verbs == ["Verwijderen en sleutel vernieuwen"]
    assert [user.naam for user in stage.kluis.gebruikers()] == [NAAM]
    assert (stage.kluis.pad / "sleutels.json").read_bytes() != before
    assert len(stage.desk.ask(organisaties)) > 50  # the desk goes on
    folder = stage.kluis.pad
    with pytest.raises(WrongPassphrase):
        reopened(stage, Toegang(naam="Gerda Smit", wachtwoord=NEW), clock)
    options = OpenOptions(anchor_home=folder.parent / "ankers")
    kluis_openen(
        folder, Toegang(naam=NAAM, wachtwoord=WACHTWOORD), clock, kdf=CHEAP, options=options
    ).sluiten()


def test_the_own_passphrase(stage: PageStage, clock: FixedClock) -> None:
    stage.registry.trigger("beheer.wachtwoord")
    card = kluis_tab(stage).passphrase
    stage.type("niet dit wachtwoord")
    stage.press("Return")
    stage.type(NEW)
    stage.press("Return")
    stage.type(NEW)
    stage.press("Return")
    assert card.panel.errors["oud"].isVisible()
    stage.type(WACHTWOORD)
    stage.press("Ctrl+Return")
    assert not card.panel.is_open() and card.new.value() == ""
    reopened(stage, Toegang(naam=NAAM, wachtwoord=NEW), clock).sluiten()


def test_the_sheet_shows_a_code_that_opens_and_is_kept_nowhere(
    stage: PageStage, clock: FixedClock, tmp_path: Path
) -> None:
    stage.registry.trigger("beheer.herstelblad")
    stage.settle()
    card = kluis_tab(stage).sheet
    assert stage.answers.verbs == ["Herstelblad maken"]
    window = card.window_open
    assert isinstance(window, HerstelbladWindow) and window.isVisible()
    stage.settle()
    assert window.view.page_count() == 1
    stage.answers.path = tmp_path / "blad.pdf"
    window.save_sheet()
    text = "".join(page.extract_text() for page in pypdf.PdfReader(tmp_path / "blad.pdf").pages)
    code = "".join(re.findall(r"\b[2-9A-HJKMNP-Z]{4}\b", text))[:32]
    assert len(code) == 32
    assert "wis het bestand" in window.bar.next_step.text()
    window.close()
    assert window._sheet == b""
    stage.settle()
    assert [row.actie for row in stage.desk.ask(journaal)][:2] == ["Herstelblad opslaan", "Herstelblad maken"]
    assert not any(code in f"{row.bijzonderheden}{row.object_id}" for row in stage.desk.ask(journaal))
    kluis = reopened(stage, Toegang(herstelcode=code), clock)
    assert kluis.met_herstelblad
    kluis.sluiten()


def sheet_window(stage: PageStage) -> HerstelbladWindow:
    stage.registry.trigger("beheer.herstelblad")
    stage.settle()
    window = kluis_tab(stage).sheet.window_open
    assert window is not None
    stage.settle()
    return window


def test_printing_and_saving_the_sheet_begin_with_their_line(stage: PageStage, tmp_path: Path) -> None:
    window = sheet_window(stage)
    window._printers_known((Printer("Kopieerkamer", True),))  # no such printer on this machine
    window.print_sheet()
    assert stage.desk.ask(journaal)[0].actie == "Herstelblad afdrukken"  # before the printer has answered
    stage.settle()
    stage.answers.path = tmp_path / "weg" / "blad.pdf"
    window.save_sheet()
    lines = [(row.actie, row.resultaat) for row in stage.desk.ask(journaal)][:4]
    assert lines == [  # newest first
        ("Herstelblad opslaan", Resultaat.GEWEIGERD),
        ("Herstelblad opslaan", Resultaat.GELUKT),
        ("Herstelblad afdrukken", Resultaat.GEWEIGERD),
        ("Herstelblad afdrukken", Resultaat.GELUKT),
    ]
    assert window.print_button.isEnabled()
    window.close()


def test_without_its_line_no_sheet_leaves_the_vault(
    stage: PageStage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sheet_window(stage)

    def full(*_: object, **__: object) -> None:
        raise StorageFull("disk_full")

    monkeypatch.setattr(stage.desk, "log", full)
    stage.answers.path = tmp_path / "blad.pdf"
    window.save_sheet()
    assert not (tmp_path / "blad.pdf").exists()
    assert "schijf is vol" in window.bar.happened.text()
    window.close()


def test_the_key_is_renewed_after_a_yes(stage: PageStage) -> None:
    before = (stage.kluis.pad / "sleutels.json").read_bytes()
    stage.answers.yes = False
    stage.registry.trigger("beheer.sleutel")
    stage.settle()
    assert (stage.kluis.pad / "sleutels.json").read_bytes() == before
    stage.answers.yes = True
    stage.registry.trigger("beheer.sleutel")
    stage.settle()
    assert (stage.kluis.pad / "sleutels.json").read_bytes() != before
    assert "nieuwe sleutel" in stage.shell.news[-1]


def test_checking_the_vault_says_what_was_counted(stage: PageStage) -> None:
    stage.registry.trigger("beheer.controleren")
    stage.settle()
    assert "De opslag en het journaal zijn in orde" in kluis_tab(stage).checked.text()


def test_a_backup_is_made_shown_and_restored(stage: PageStage, clock: FixedClock, tmp_path: Path) -> None:
    tab = kopieen_tab(stage)
    assert tab.empty.isVisible()
    stage.press("Ctrl+N")
    assert "in orde" in tab.result.text()
    row = tab.current()
    assert row is not None and row.stand == "sound" and row.reden == "handmatig"
    stage.registry.trigger("beheer.kopie.terugzetten")
    stage.settle()
    assert tab.name.text() == "Proef hersteld 2-12-2026"
    tab.name.clear()
    stage.type("a/b")
    stage.press("Ctrl+Return")
    assert tab.panel.errors["naam"].isVisible()
    tab.name.setText("Terug")
    stage.press("Ctrl+Return")
    restored = stage.kluis.pad.parent / "Terug.vhkluis"
    assert str(restored) in tab.result.text()
    assert stage.kluis.pad.is_dir()
    kluis = kluis_openen(
        restored, Toegang(naam=NAAM, wachtwoord=WACHTWOORD), clock,
        kdf=CHEAP, options=OpenOptions(anchor_home=tmp_path / "ankers"),
    )  # fmt: skip
    assert len(kluis.desk.ask(organisaties)) > 50
    kluis.sluiten()


def test_restoring_over_something_is_refused(stage: PageStage) -> None:
    tab = kopieen_tab(stage)
    stage.press("Ctrl+N")
    stage.registry.trigger("beheer.kopie.terugzetten")
    tab.name.setText(stage.kluis.naam)
    stage.press("Ctrl+Return")
    assert [fault.code for fault in stage.shell.faults] == ["vault_exists"]


def test_settings_are_applied_and_remembered_at_once(stage: PageStage, qapp: QApplication) -> None:
    page = stage.page
    assert isinstance(page, BeheerPage) and page.weergave is not None
    minutes: list[int] = []
    page.idle_minutes_changed.connect(minutes.append)
    page.weergave.theme.setFocus()
    stage.press("Down", "Down")
    assert stage.settings.theme.value == "donker" and current_theme().tokens.dark
    stage.press("Ctrl+Shift++")
    assert stage.settings.text_scale == 1.1 and current_theme().scale == 1.1
    stage.press("Ctrl+Shift+-")
    assert current_theme().scale == 1.0
    page.weergave.idle.setFocus()
    stage.press("Up")
    assert stage.settings.idle_minutes == 11 and minutes == [11]
    stage.registry.trigger("beheer.thema")
    assert not current_theme().tokens.dark


def test_a_secretary_may_not_run_the_vault(
    qapp: QApplication, kluis: Kluis, clock: FixedClock, tmp_path: Path
) -> None:
    kluis.gebruiker_toevoegen("Youssef", Gebruikersrol.SECRETARIS, NEW)
    folder = kluis.pad
    kluis.sluiten()
    other = kluis_openen(
        folder, Toegang(naam="Youssef", wachtwoord=NEW), clock,
        kdf=CHEAP, options=OpenOptions(anchor_home=folder.parent / "ankers"),
    )  # fmt: skip
    dress(qapp)
    stage = PageStage(other, clock, tmp_path / "vhdesk.ini", BeheerPage)
    stage.registry.trigger("beheer.herstelblad")
    stage.settle()
    assert [fault.code for fault in stage.shell.faults] == ["niet_bevoegd"]
    assert kluis_tab(stage).sheet.window_open is None
    stage.close()
    other.sluiten()


def test_the_words_for_checks_sizes_and_counts() -> None:
    bad = Controle(regels=7, eerste_fout=1234, reden="inhoud", laatste_hash="")
    assert "regel 1.234" in controle_zin(bad) and "gewijzigd" in controle_zin(bad)
    assert grootte(640_000) == "640 kB" and grootte(1_450_000) == "1,4 MB"
    assert tellingen({"casussen": 1, "acties": 0}) == "1 casus, 0 acties"


def test_every_tab_has_its_key_and_its_place(stage: PageStage) -> None:
    page = stage.page
    assert isinstance(page, BeheerPage)
    for number, tab_id in enumerate(KINDS, 1):
        stage.press(f"Alt+{number}")
        assert page.strip.current() == tab_id
        focus = QApplication.focusWidget()
        assert focus is not None and focus.isVisible()
    page.show_target("tafels")
    assert page.strip.current() == "tafels"


def test_a_passphrase_never_becomes_a_draft(stage: PageStage) -> None:
    tab = kluis_tab(stage)
    stage.press("Ctrl+N")
    stage.type("Youssef el Amrani")
    tab.users.passphrase.setFocus()
    stage.type(NEW)
    stage.window.request_lock()
    assert stage.desk.drafts("beheer") == ()
    assert not any(NEW in draft.text for draft in stage.desk.drafts())


def test_a_backup_that_keeps_the_former_key_is_named_and_so_is_a_finding(stage: PageStage) -> None:
    info = stage.kluis.reservekopie_maken("handmatig")
    data = bytearray(info.database.read_bytes())
    data[5000] ^= 1
    info.database.write_bytes(data)
    tab = kluis_tab(stage)
    stage.registry.trigger("beheer.sleutel")
    stage.settle()
    assert [fault.code for fault in stage.shell.faults] == ["backups_skipped"]
    assert info.name in sentence(stage.shell.faults[0])
    assert not any("nieuwe sleutel" in words for words in stage.shell.news)
    stage.kluis._vault.anchor.fault = OSError(5, "broken")
    tab.refresh()
    assert "merkteken" in tab.place_text.text()
