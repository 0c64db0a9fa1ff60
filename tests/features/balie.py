"""The desk at which referrals come in: the real window with a keyboard, shared by the stories of a referral."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.unit.services import meldingen
from vhdesk.app.bediening import Toetsenbord
from vhdesk.app.desktop import make_application
from vhdesk.app.session import DeskSession, Surroundings
from vhdesk.clock import FixedClock
from vhdesk.queries.aanmelding import AanmeldingDossier, aanmelding
from vhdesk.services.kluis import Kluis
from vhdesk.services.overleg import OverlegPlannen
from vhdesk.ui.aanmeldingen.referral_page import ReferralPage
from vhdesk.ui.prompts import DialogPrompts
from vhdesk.ui.settings import DeskSettings
from vhdesk.vocabulary_triage import Criterium, Weeguitkomst


class Balie:
    """The program on one vault, with a keyboard."""

    def __init__(self, session: DeskSession) -> None:
        self.session = session
        self.desk = session.kluis.desk
        self.keys = Toetsenbord(session.window)
        self.casus_id = ""

    @property
    def page(self) -> ReferralPage:
        """The page with referrals."""
        page = self.session.window.page("aanmeldingen")
        assert isinstance(page, ReferralPage)
        return page

    def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for each in keys:
            self.keys.press(each)
            QTest.qWait(2)

    def fill(self, field: QWidget, text: str) -> None:
        """Type in a field and leave it."""
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()
        self.keys.type(text)
        self.press("Tab")

    def lees(self) -> AanmeldingDossier:
        """Return the referral at hand."""
        return self.desk.ask(aanmelding, self.casus_id)


def open_balie(kluis: Kluis, clock: FixedClock, tmp_path: Path) -> Iterator[Balie]:
    """Open the window on a vault; it is locked afterwards."""
    settings = DeskSettings(tmp_path / "instellingen.ini")
    make_application(settings)
    session = DeskSession(kluis, Surroundings(clock=clock, settings=settings, prompts=DialogPrompts()))
    session.window.resize(1366, 768)
    session.show()
    session.window.activateWindow()
    QTest.qWaitForWindowActive(session.window)
    yield Balie(session)
    session.window.request_lock()
    session.jobs.wait()
    session.deleteLater()


def plan_meeting(balie: Balie) -> None:
    """Plan a meeting of the werktafel in two weeks."""
    balie.desk.execute(OverlegPlannen(tafel_id=meldingen.tafel(balie.desk), datum=date(2026, 12, 16)))


def type_referral(balie: Balie, naam: str) -> None:
    """Type a referral that misses nothing."""
    form = balie.page.form
    for key, text in (
        ("gemeente_id", "Losser"), ("aanmelder", "Els Bos"), ("geslachtsnaam", naam), ("geboortedatum", "1-5-1990"),
        ("woonplaats", "Losser"), ("aanleiding", "Overlast"), ("situatieschets", "Ruzie met de buren"),
        ("doel", "Rust"), ("vraag_aan_tafel", "Wie pakt dit op?"), ("grondslag", "WGS"), ("ingezet", "Wijkteam"),
        ("vastgelopen", "Doet niet open"),
    ):  # fmt: skip
        balie.fill(form.fields[key], text)
    form.fields["tafel_id"].set_value(meldingen.tafel(balie.desk))  # type: ignore[attr-defined]
    form.fields["leefgebieden"].setFocus()
    balie.press("Space")
    form.fields["partners"].setFocus()
    balie.press("Space")
    partner = form.fields["partners"].lines[0].fields["organisatie_id"]  # type: ignore[attr-defined]
    balie.fill(partner, "Politie")
    form.fields["besproken"].setFocus()
    balie.keys.type("j")


def weigh(balie: Balie, antwoorden: str, uitkomst: Weeguitkomst) -> None:
    """Weigh by keyboard; ``antwoorden``: a letter for each criterion."""
    balie.press("Ctrl+W")
    panel = balie.page.triage.detail.weeg
    for criterium, antwoord in zip(Criterium, antwoorden, strict=True):
        row = panel.rows[criterium]
        row.oordeel.setFocus()
        balie.keys.type(antwoord)
        balie.fill(row.reden, "besproken in het team")
    panel.uitkomst.setFocus()
    panel.uitkomst.set_value(uitkomst.value)
    panel.tell()
    balie.fill(panel.motivering, "Zo wogen wij het.")
    panel.aanwezigen.search.setFocus()
    balie.keys.type("Marijke")
    balie.press("Return")
    if uitkomst is Weeguitkomst.TOP_X:
        balie.fill(panel.procesmanager, "Marijke")
    else:
        balie.fill(panel.advies, "Ga naar het wijkteam.")
    balie.press("Ctrl+Return")
    assert not panel.is_open(), [error.text() for error in panel.errors.values() if error.text()]
