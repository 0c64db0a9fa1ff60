"""The life of one case in the real window: a vault with the people of the table, a keyboard, and time that passes."""

from __future__ import annotations

import io
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.conftest import NAAM, WACHTWOORD
from tests.unit.services.meldingen import JA, NEE, gemeente, tafel, weging
from vhdesk.app.bediening import Toetsenbord
from vhdesk.app.desktop import make_application
from vhdesk.app.session import DeskSession, Surroundings
from vhdesk.cli.main import run_verb
from vhdesk.cli.parser import build_parser
from vhdesk.cli.uitgang import Uitgang
from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.queries.melding import Melding
from vhdesk.queries.organisatie import medewerkers, organisaties
from vhdesk.queries.plicht import open_plichten
from vhdesk.queries.vandaag import vandaag
from vhdesk.queries.vernietiging import vernietigingen
from vhdesk.services.aanmelding import AanmeldingOntvangen
from vhdesk.services.afschalen import CasusAfschalen, NazorgBeoordelen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.bewaren import CasusTeVernietigenAanwijzen
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.kluis import Kluis, Toegang, kluis_openen
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.services.plicht import PlichtVervullen
from vhdesk.store.opening import OpenOptions
from vhdesk.ui.casussen.verloop_panel import VerloopPanel
from vhdesk.ui.onderdelen.choice_field import ChoiceField
from vhdesk.ui.prompts import DialogPrompts
from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.vandaag.zinnen import zinnen
from vhdesk.ui.widgets.completer_field import CompleterField
from vhdesk.ui.widgets.question_dialog import QuestionDialog
from vhdesk.vocabulary_triage import Aanmeldbron, Besproken, Weeguitkomst

MENSEN = {
    "Marijke ten Brinke": "zorg-en-veiligheidshuis-twente",
    "Kevin Lansink": "politie",
    "Yvonne Meijerink": "openbaar-ministerie",
    "Bas Olthof": "raad-voor-de-kinderbescherming",
    "Ilse Nijhuis": "jeugdbescherming-overijssel",
    "Joost Vreeling": "mediant-ggz",
}


class Leven:
    """One case from referral to destruction. Locks before time passes: a window left alone locks by itself."""

    def __init__(self, folder: Path, clock: FixedClock, _app: QApplication) -> None:
        self.folder = folder
        self.clock = clock
        self.casus_id = ""
        self.nummer = ""
        self.overleg_id = ""
        self.settings = DeskSettings(folder.parent / "instellingen.ini")
        make_application(self.settings)
        self.session: DeskSession | None = None
        self.ontgrendel()
        orgs = {row.code: row.id for row in self.desk.ask(organisaties)}
        for naam, code in MENSEN.items():
            self.desk.execute(MedewerkerToevoegen(organisatie_id=orgs[code], naam=naam))

    # --- the window and the clock

    def ontgrendel(self) -> None:
        kluis = kluis_openen(
            self.folder, Toegang(naam=NAAM, wachtwoord=WACHTWOORD), self.clock,
            kdf=CHEAP, options=OpenOptions(anchor_home=self.folder.parent / "ankers"),
        )  # fmt: skip
        around = Surroundings(clock=self.clock, settings=self.settings, prompts=DialogPrompts())
        self.session = DeskSession(kluis, around)
        self.session.window.resize(1366, 768)
        self.session.show()
        self.session.window.activateWindow()
        QTest.qWaitForWindowActive(self.session.window)

    def vergrendel(self) -> None:
        if self.session is not None:
            self.session.window.request_lock()
            self.session.jobs.wait()
            self.session.deleteLater()
            self.session = None

    def naar(self, dag: date) -> None:
        """Let time pass until nine o'clock of a day."""
        self.vergrendel()
        self.clock.moment = datetime(dag.year, dag.month, dag.day, 9, tzinfo=UTC)
        self.ontgrendel()

    def later(self, dagen: int) -> None:
        self.naar(self.clock.today() + timedelta(days=dagen))

    @property
    def kluis(self) -> Kluis:
        assert self.session is not None
        return self.session.kluis

    @property
    def desk(self) -> Desk:
        return self.kluis.desk

    @property
    def dossier(self) -> Dossier:
        return self.desk.ask(dossier, self.casus_id, vandaag=self.clock.today())

    # --- hands

    def open(self, tab: str = "overzicht") -> Any:
        """Show the case at a tab; return the file."""
        assert self.session is not None
        self.session.context.shell.navigate("casussen", f"{self.casus_id}#{tab}")
        QApplication.processEvents()
        page: Any = self.session.window.page("casussen")
        return page.view

    def press(self, *keys: str) -> None:
        assert self.session is not None
        for each in keys:
            Toetsenbord(QApplication.activeWindow() or self.session.window).press(each)
            QTest.qWait(2)

    def type(self, words: str) -> None:
        assert self.session is not None
        Toetsenbord(self.session.window).type(words)

    def vorm(self, toets: str, **velden: str) -> VerloopPanel:
        """Take a step in the course by its key: fill in the fields by their names, and record it."""
        paneel: VerloopPanel = self.open("tijdlijn").tijdlijn.panel
        self.press(toets)
        assert paneel.is_open()
        for naam, woorden in velden.items():
            self.vul(paneel.velden[naam], woorden)
        self.press("Ctrl+Return")
        return paneel

    def vul(self, veld: QWidget, woorden: str) -> None:
        """Fill in one field with keys; what stood there goes."""
        veld.setFocus()
        if isinstance(veld, ChoiceField):
            self.press("Home")
            for _ in range(veld.count()):
                if woorden in (veld.value(), veld.currentText()):
                    break
                self.press("Down")
            assert woorden in (veld.value(), veld.currentText())
            return
        self.press("Ctrl+A", "Delete")
        self.type(woorden)
        if isinstance(veld, CompleterField):
            self.press("Return")

    def opdracht(self, verb: str, naam: str) -> bytes:
        """Write a paper of the case with the command line, beside the locked window; return it."""
        self.vergrendel()
        uit = self.folder.parent / naam
        woorden = (
            verb,
            str(self.folder),
            self.nummer,
            "--uit",
            str(uit),
            "--naam",
            NAAM,
            "--wachtwoord-stdin",
        )
        invoer, sys.stdin = sys.stdin, io.StringIO(f"{WACHTWOORD}\n")
        try:
            assert run_verb(build_parser().parse_args(woorden), self.clock) == Uitgang.GOED
        finally:
            sys.stdin = invoer
        self.ontgrendel()
        return uit.read_bytes()

    def org(self, code: str) -> str:
        return next(row.id for row in self.desk.ask(organisaties) if row.code == code)

    def mens(self, naam: str) -> str:
        return next(row.id for row in self.desk.ask(medewerkers) if row.naam == naam)

    def zinnen(self) -> list[str]:
        return [zin.tekst for zin in zinnen(self.desk.ask(vandaag, op=self.clock.today()))]

    # --- what happens to every case

    def meld_aan(
        self,
        naam: str,
        jaren: int,
        doelgroep: str,
        overleg_id: str | None = None,
        aan: str = "Werktafel Enschede",
        **melding: Any,
    ) -> None:
        """Refer somebody who became ``jaren`` a month ago."""
        nu = self.clock.today()
        geboren = (nu - timedelta(days=30)).replace(year=nu.year - jaren)
        iedereen = melding.get("bron") is Aanmeldbron.IEDEREEN
        casus = CasusAanmelden(
            hoofdbetrokkene=Persoonsgegevens(geslachtsnaam=naam, voornamen="Sam", geboortedatum=geboren),
            gemeente_id=gemeente(self.desk), tafel_id=tafel(self.desk, aan), doelgroep_code=doelgroep,
            aanmelder="Een buurvrouw" if iedereen else "Els Bos", aanleiding=f"Er is zorg over {naam}.",
            doel="Rust", vraag_aan_tafel="Wie doet wat?", grondslag="WGS",
        )  # fmt: skip
        velden = {"spoed": True, "spoed_reden": "Het kan niet wachten.", "besproken": Besproken.JA, **melding}
        event = self.desk.execute(
            AanmeldingOntvangen(casus=casus, melding=Melding(**velden), overleg_id=overleg_id)
        )
        self.casus_id = event.id
        self.nummer = self.dossier.kop.nummer

    def weeg(self, uitkomst: Weeguitkomst, **anders: Any) -> None:
        """Weigh by the criteria; help in the execution deviates from them with its reason."""
        if uitkomst is Weeguitkomst.HULP:
            anders |= {"a": JA, "b": NEE, "c": NEE, "procesmanager_id": None}
        self.desk.execute(weging(self.casus_id, self.mens("Marijke ten Brinke"), uitkomst, **anders))

    def koppel_terug(self) -> None:
        """Do the duties of the case: who referred hears the outcome."""
        for plicht in self.desk.ask(open_plichten):
            if plicht.casus_id == self.casus_id:
                self.desk.execute(PlichtVervullen(plicht_id=plicht.id, wijze="Gebeld."))

    def tot_het_eind(self) -> None:
        """Give the case back with its letter, follow it for a year, close it in the window, and wait for its term."""
        self.desk.execute(
            CasusAfschalen(casus_id=self.casus_id, reden_code="doelen-behaald", reden="Een half jaar rust.")
        )
        self.koppel_terug()
        self.later(185)
        for _ in range(2):
            self.desk.execute(NazorgBeoordelen(casus_id=self.casus_id, bevinding="Rustig."))
            self.later(185)
        self.open("tijdlijn")
        self.press("Ctrl+Shift+E")
        self.type("Een jaar geen melding.")
        self.press("Ctrl+Return")
        assert self.dossier.kop.status.value == "afgesloten"
        self.wacht_op_termijn()

    def wacht_op_termijn(self) -> None:
        """Make a backup that still knows the case, and let its term pass."""
        tot = self.dossier.bewaren.bewaren_tot
        assert tot is not None
        self.kluis.reservekopie_maken("handmatig")
        self.naar(tot)
        assert any("langer dan de bewaartermijn" in zin for zin in self.zinnen())

    def vernietig(self) -> None:
        """Point the case out and destroy it in the window."""
        self.desk.execute(CasusTeVernietigenAanwijzen(casus_id=self.casus_id, reden="De termijn is om."))
        self.open("tijdlijn")
        self.press("Ctrl+Shift+Delete")
        QApplication.processEvents()
        dialog = QApplication.activeWindow()
        assert isinstance(dialog, QuestionDialog)
        self.press("Tab", "Tab")
        assert dialog.verb_button.hasFocus()
        self.press("Space")
        for _ in range(400):
            gedaan = self.desk.ask(vernietigingen)
            if gedaan and gedaan[0].klaar_op:
                break
            QTest.qWait(50)
        assert self.session is not None
        self.session.jobs.wait()
        QApplication.processEvents()

    def resten(self) -> list[str]:
        """Return the tables in which something of the case still stands."""

        def zoek(session: Session) -> list[str]:
            tabellen = session.execute(
                text(
                    "SELECT DISTINCT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c"
                    " WHERE m.type = 'table' AND c.name = 'casus_id' AND m.name != 'vernietiging'"
                )
            ).scalars()
            vraag = "SELECT count(*) FROM {} WHERE casus_id = :id"
            return [
                naam
                for naam in tabellen
                if session.execute(text(vraag.format(naam)), {"id": self.casus_id}).scalar_one()
            ]

        return self.desk.ask(zoek)
