"""A window with the pages under test on a real desk: an encrypted vault with three cases, filled through commands."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.conftest import NAAM, WACHTWOORD
from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.errors import VhdeskError
from vhdesk.printing.verslag import verslag_pdf
from vhdesk.queries.agenda import agenda
from vhdesk.queries.organisatie import organisaties, tafels
from vhdesk.queries.verslag import verslag, welke_versie
from vhdesk.services.actie import ActieVastleggen
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.bespreking import VolgendeDatumBepalen
from vhdesk.services.betrokkene import BetrokkeneToevoegen, Persoonsgegevens
from vhdesk.services.casus import CasuspartnerBepalen
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.casusrol import CasusrolToewijzen
from vhdesk.services.command import Command
from vhdesk.services.desk import Desk
from vhdesk.services.inbreng import InbrengVastleggen, ZrmVastleggen
from vhdesk.services.kluis import Kluis, Toegang, kluis_openen
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.services.overleg import OverlegOpenen, OverlegPlannen, OverlegSluiten
from vhdesk.services.plan import Doel, PlanSchrijven
from vhdesk.store.opening import OpenOptions
from vhdesk.ui.acties.page import ActiesPage
from vhdesk.ui.actions import ActionRegistry
from vhdesk.ui.bridge import DeskBridge
from vhdesk.ui.casussen import dossier_view
from vhdesk.ui.casussen.page import CasussenPage
from vhdesk.ui.context import UiContext
from vhdesk.ui.jobs import Jobs
from vhdesk.ui.settings import DeskSettings
from vhdesk.ui.theme.style import apply_theme, current_theme
from vhdesk.ui.theme.tokens import LIGHT
from vhdesk.ui.vandaag.page import VandaagPage
from vhdesk.ui.verslagen.page import VerslagenPage
from vhdesk.ui.window import MainWindow
from vhdesk.vocabulary import Bronregime, Casusrol, CasusStatus, Informatieniveau
from vhdesk.vocabulary_triage import Bekendheidstand

EERDER = datetime(2026, 11, 18, 12, 30, tzinfo=UTC)
NU = datetime(2026, 12, 2, 12, 30, tzinfo=UTC)
PAGES: dict[str, type[Any]] = {
    "vandaag": VandaagPage, "casussen": CasussenPage, "acties": ActiesPage, "verslagen": VerslagenPage,
}  # fmt: skip
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@dataclass
class Antwoorden:
    """Prompts that answer at once; ``file`` is where files are saved, ``folder`` where folders are made; None cancels."""

    file: Path | None = None
    folder: Path | None = None
    suggested: list[Path | None] = field(default_factory=list)
    tekst: str = ""
    verbs: list[str] = field(default_factory=list)

    def save_file(
        self,
        _parent: QWidget,
        _title: str,
        _filters: str,
        then: Any,
        *context: Any,
        suggestion: Path | None = None,
    ) -> None:
        self.suggested.append(suggestion)
        if self.file is not None:
            then(self.file, *context)

    def choose_folder(
        self, _parent: QWidget, _title: str, then: Any, *context: Any, folder: Path | None = None
    ) -> None:
        assert folder is not None
        if self.folder is not None:
            then(self.folder, *context)

    def ask_text(
        self, _parent: QWidget, _question: str, verb: str, then: Any, *context: Any, **_how: Any
    ) -> None:
        self.verbs.append(verb)
        if self.tekst:
            then(self.tekst, *context)


@dataclass
class Schil:
    """The window as pages see it; remembers what was said and asked."""

    window: MainWindow
    navigated: list[tuple[str, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    stored: int = 0
    add_page: Callable[[str], None] = field(default=lambda _page_id: None)

    def navigate(self, page_id: str, target: str = "") -> None:
        self.navigated.append((page_id, target))
        self.add_page(page_id)
        if self.window.has_page(page_id) and self.window.show_page(page_id) and target:
            self.window.page(page_id).show_target(target)  # type: ignore[attr-defined]

    def report(self, error: VhdeskError) -> None:
        self.faults.append(error.code)
        self.window.show_fault(error)

    def inform(self, text: str) -> None:
        self.said.append(text)

    def moved_on(self) -> None:
        """What was said before is not taken back here: tests look at all of it."""

    def saved(self) -> None:
        self.stored += 1


@dataclass
class Bureau:
    """What a test works with: keys go to the field that has the focus, as on a keyboard."""

    kluis: Kluis
    clock: FixedClock
    window: MainWindow
    registry: ActionRegistry
    shell: Schil
    prompts: Antwoorden
    jobs: Jobs
    context: UiContext

    def add_page(self, page_id: str) -> None:
        """Make a page the first time somebody goes there, as the program does."""
        if page_id in PAGES and not self.window.has_page(page_id):
            self.window.add_page(PAGES[page_id](self.context))

    @property
    def desk(self) -> Desk:
        return self.kluis.desk

    def show(self, page_id: str) -> Any:
        self.add_page(page_id)
        assert self.window.show_page(page_id)
        self.settle()
        return self.window.page(page_id)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = QApplication.activePopupWidget() or self.window.focusWidget() or self.window
        QTest.keyClick(target, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        for char in text:
            QTest.keyClicks(QApplication.activePopupWidget() or self.window.focusWidget(), char)
        self.settle()

    def focus(self) -> QWidget:
        found = self.window.focusWidget()
        assert found is not None
        return found

    def settle(self) -> None:
        for _ in range(3):
            QApplication.processEvents()

    def wait(self, condition: Callable[[], bool], milliseconds: int = 8000) -> None:
        """Let the window live until ``condition`` holds; fails when it never does."""
        end = monotonic() + milliseconds / 1000
        while not condition():
            assert monotonic() < end, "it never happened"
            QTest.qWait(5)

    def do(self, command: Command) -> str:
        """An act from elsewhere (another page)."""
        return self.desk.execute(command).id

    def journaal(self, actie: str) -> list[str]:
        """Return the objects of the lines with this act."""
        from vhdesk.queries.journaal import journaal

        return [row.object_id for row in self.desk.ask(journaal) if row.actie == actie]


def _casussen(desk: Desk, tafel_id: str) -> dict[str, str]:
    mensen = (
        ("Koopman", "Martijn Johannes", "", "957986828", CasusStatus.IN_BEHANDELING, "code-rood"),
        ("Dalen", "Noor", "van", "123456789", CasusStatus.MONITORING, "jeugd"),
        ("Çelik", "Fatma", "", "", CasusStatus.AANGEMELD, None),
    )
    made = {}
    for geslachtsnaam, voornamen, voorvoegsel, bsn, status, doelgroep in mensen:
        event = desk.execute(
            CasusAanmelden(
                hoofdbetrokkene=Persoonsgegevens(
                    geslachtsnaam=geslachtsnaam, voornamen=voornamen, voorvoegsel=voorvoegsel, bsn=bsn,
                    geboortedatum=date(1983, 1, 30), woonplaats="Losser", adres="Wolfsmelkhof 27",
                ),
                status=status, nummer="" if status is CasusStatus.AANGEMELD else f"ZVH-2026-{len(made) + 1:04d}",
                doelgroep_tekst=doelgroep or "", tafel_id=tafel_id,
                titel=f"Zaak {geslachtsnaam}", aanleiding="De buurvrouw belde de politie.",
            )
        )  # fmt: skip
        made[geslachtsnaam] = event.id
    return made


def vul(kluis: Kluis, clock: FixedClock) -> None:
    """Fill a vault with the region in it: three cases, a closed meeting, a planned one."""
    desk = kluis.desk
    werktafel = next(row.id for row in desk.ask(tafels) if row.naam == "Werktafel Enschede")
    orgs = {row.naam: row.id for row in desk.ask(organisaties)}
    mensen = {
        naam: desk.execute(MedewerkerToevoegen(organisatie_id=orgs[org], naam=naam, functie=functie)).id
        for naam, functie, org in (
            ("Kevin Lansink", "wijkagent", "Politie"),
            ("Maaike Hesselink", "gedragswetenschapper", "Veilig Thuis Twente"),
            ("Marijke ten Brinke", "procesregisseur", "Zorg- en Veiligheidshuis Twente"),
        )
    }
    ids = _casussen(desk, werktafel)
    koopman = ids["Koopman"]
    for command in (
        BetrokkeneToevoegen(
            casus_id=koopman, relatie="dochter",
            persoon=Persoonsgegevens(geslachtsnaam="Koopman", voornamen="Fem", geboortedatum=date(2017, 9, 2)),
        ),
        CasuspartnerBepalen(casus_id=koopman, organisatie_id=orgs["Politie"], niveau=Informatieniveau.INHOUD, reden="neemt deel"),
        *(
            BekendheidBepalen(casus_id=koopman, organisatie_id=orgs[naam], stand=Bekendheidstand.BEKEND)
            for naam in ("Politie", "Veilig Thuis Twente")
        ),
        InbrengVastleggen(
            casus_id=koopman, organisatie_id=orgs["Politie"], leefgebied_code="huisvesting",
            tekst="De woning staat op beider naam.", regime=Bronregime.WPG,
        ),
        ZrmVastleggen(casus_id=koopman, domein_code="huisvesting", datum=date(2026, 11, 18), score=2),
        PlanSchrijven(
            casus_id=koopman, hoofddoel="Iedereen is veilig",
            doelen=(Doel(leefgebied_code="huisvesting", doel="Eigen woning", meetbaar="huurcontract"),),
        ),
        CasusrolToewijzen(
            casus_id=koopman, rol=Casusrol.CASEMANAGER, medewerker_id=mensen["Maaike Hesselink"]
        ),
    ):  # fmt: skip
        desk.execute(command)
    _overleg(desk, werktafel, koopman, orgs["Politie"], mensen)
    desk.execute(
        ActieVastleggen(casus_id=ids["Dalen"], omschrijving="School bellen", termijn=date(2027, 1, 8))
    )
    clock.moment = NU
    gepland = desk.execute(OverlegPlannen(tafel_id=werktafel, datum=date(2026, 12, 16))).id
    desk.execute(CasusAgenderen(overleg_id=gepland, casus_id=ids["Dalen"]))


def _overleg(desk: Desk, tafel_id: str, casus_id: str, politie: str, mensen: dict[str, str]) -> None:
    overleg = desk.execute(
        OverlegPlannen(
            tafel_id=tafel_id, datum=date(2026, 11, 18), voorzitter_id=mensen["Marijke ten Brinke"],
            secretaris_id=mensen["Marijke ten Brinke"],
        )
    ).id  # fmt: skip
    desk.execute(CasusAgenderen(overleg_id=overleg, casus_id=casus_id))
    desk.execute(OverlegOpenen(overleg_id=overleg))
    punt = next(punt.id for punt in desk.ask(agenda, overleg).punten if punt.casus_id)
    desk.execute(
        BesluitVastleggen(
            casus_id=casus_id, overleg_id=overleg, tekst="De zaak blijft op tafel.", type_code="voortzetten",
            gremium_code="werktafel",
        )
    )  # fmt: skip
    for tekst, termijn in (("Contactverbod nakijken", date(2026, 11, 25)), ("Slot laten vervangen", None)):
        desk.execute(
            ActieVastleggen(
                casus_id=casus_id, overleg_id=overleg, omschrijving=tekst, organisatie_id=politie,
                medewerker_id=mensen["Kevin Lansink"], termijn=termijn,
            )
        )  # fmt: skip
    desk.execute(VolgendeDatumBepalen(agendapunt_id=punt, datum=date(2026, 12, 16)))
    desk.execute(OverlegSluiten(overleg_id=overleg, reden="Oefening voor de toets."))


@pytest.fixture(scope="session")
def schermkluis(_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with cases in it, made once."""
    home = tmp_path_factory.mktemp("schermkluis")
    shutil.copytree(_template / "ankers", home / "ankers")
    shutil.copytree(_template / "Sjabloon.vhkluis", home / "Scherm.vhkluis")
    clock = FixedClock(EERDER)
    kluis = _open(home, "Scherm", clock)
    vul(kluis, clock)
    kluis.herstelcode_maken()
    kluis.sluiten()
    return home


def _open(home: Path, naam: str, clock: FixedClock) -> Kluis:
    return kluis_openen(
        home / f"{naam}.vhkluis", Toegang(naam=NAAM, wachtwoord=WACHTWOORD), clock,
        kdf=CHEAP, options=OpenOptions(anchor_home=home / "ankers", accept_rollback=True),
    )  # fmt: skip


def make_bureau(kluis: Kluis, clock: FixedClock, folder: Path) -> Bureau:
    """Return the window on an open vault, shown and active."""
    registry = ActionRegistry()
    window = MainWindow(registry, DeskSettings(folder / "vhdesk.ini"))
    jobs = Jobs(kluis.desk, window)
    shell, prompts = Schil(window), Antwoorden()

    def pdf(verslag_id: str) -> bytes:
        rows = kluis.desk.read_job(verslag, *welke_versie(verslag_id))
        return verslag_pdf(rows, clock_now=clock.now(), program_version="0")

    context = UiContext(
        desk=kluis.desk, kluis=kluis, bridge=DeskBridge(kluis.desk, window), registry=registry,
        prompts=prompts, jobs=jobs, clock=clock, shell=shell, pdf=pdf,  # type: ignore[arg-type]
    )  # fmt: skip
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    bureau = Bureau(kluis, clock, window, registry, shell, prompts, jobs, context)
    shell.add_page = bureau.add_page
    bureau.settle()
    return bureau


@pytest.fixture
def bureau(
    schermkluis: Path, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bureau]:
    """The window on a copy of the vault with cases."""
    dress(qapp)
    monkeypatch.setattr(dossier_view, "WARM_MS", 3_600_000)  # building ahead is for people, not for a test
    shutil.copytree(schermkluis / "ankers", tmp_path / "ankers")
    shutil.copytree(schermkluis / "Scherm.vhkluis", tmp_path / "Scherm.vhkluis")
    clock = FixedClock(NU)
    kluis = _open(tmp_path, "Scherm", clock)
    yield from _life(make_bureau(kluis, clock, tmp_path))


@pytest.fixture
def leeg_bureau(kluis: Kluis, clock: FixedClock, tmp_path: Path, qapp: QApplication) -> Iterator[Bureau]:
    """The window on a vault in which nothing was done yet."""
    dress(qapp)
    yield from _life(make_bureau(kluis, clock, tmp_path))


def _life(made: Bureau) -> Iterator[Bureau]:
    yield made
    made.jobs.cancel_all()
    made.jobs.wait()
    made.window.hide()
    made.window.deleteLater()
    made.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    made.kluis.sluiten()


def dress(app: QApplication) -> None:
    """The light theme at 100 %, unless that is in force: dressing costs more than most tests."""
    theme = current_theme()
    if theme.tokens != LIGHT or theme.scale != 1.0 or not app.styleSheet():
        apply_theme(app, "licht")
