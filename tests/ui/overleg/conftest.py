"""A small region with people and cases, and the page over it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.conftest import MOMENT, NAAM, WACHTWOORD
from tests.overname import oud_nummer
from tests.ui.overleg.stage import Stage
from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.queries.organisatie import organisaties, tafels
from vhdesk.services.actie import ActieVastleggen
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.inbreng import InbrengVastleggen, ZrmVastleggen
from vhdesk.services.informering import BetrokkeneInformeren
from vhdesk.services.kluis import Kluis, Toegang, kluis_openen
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.services.overleg import OverlegOpenen, OverlegPlannen
from vhdesk.services.tafel import TafellidToevoegen
from vhdesk.store.opening import OpenOptions
from vhdesk.ui.theme.style import apply_theme
from vhdesk.vocabulary import Bronregime, CasusStatus
from vhdesk.vocabulary_inbreng import Informeerstand
from vhdesk.vocabulary_triage import Bekendheidstand

PEOPLE = (
    ("Marijke ten Brinke", "politie"),
    ("Kevin Lansink", "politie"),
    ("Joost Vreeling", "mediant"),
    ("Yvonne Meijerink", "openbaar-ministerie"),
)
CASES = ("Koopman", "Çelik", "Yılmaz")


@dataclass(frozen=True)
class World:
    """Ids by name of what a test works with."""

    kluis: Kluis
    tafel_id: str
    people: dict[str, str]
    cases: dict[str, str]

    def plan(self, *cases: str, datum: date = date(2026, 12, 2)) -> str:
        """Plan a meeting with these cases; return its id."""
        event = self.kluis.desk.execute(
            OverlegPlannen(
                tafel_id=self.tafel_id, datum=datum, begintijd=time(13, 30), eindtijd=time(15, 30),
                voorzitter_id=self.people["Marijke ten Brinke"],
            )
        )  # fmt: skip
        for name in cases:
            self.kluis.desk.execute(CasusAgenderen(overleg_id=event.id, casus_id=self.cases[name]))
        return event.id

    def running(self, *cases: str) -> str:
        """Plan and open a meeting; return its id."""
        identity = self.plan(*cases)
        self.kluis.desk.execute(OverlegOpenen(overleg_id=identity))
        return identity


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    """The light theme at 100 %."""
    apply_theme(qapp, "licht")
    return qapp


Ids = tuple[str, dict[str, str], dict[str, str]]


def _fill(desk: Desk) -> Ids:
    """Four people at the werktafel Enschede and three cases of it, the first with a picture and an old action."""
    org = {row.code: row.id for row in desk.ask(organisaties)}
    tafel_id = next(row.id for row in desk.ask(tafels) if row.naam == "Werktafel Enschede")
    people = {}
    for naam, code in PEOPLE:
        organisatie_id = org.get(code) or next(iter(org.values()))
        people[naam] = desk.execute(MedewerkerToevoegen(organisatie_id=organisatie_id, naam=naam)).id
        desk.execute(
            TafellidToevoegen(tafel_id=tafel_id, organisatie_id=organisatie_id, medewerker_id=people[naam])
        )
    cases = {}
    for naam in CASES:
        cases[naam] = desk.execute(
            CasusAanmelden(
                hoofdbetrokkene=Persoonsgegevens(geslachtsnaam=naam, geboortedatum=date(1983, 1, 30)),
                status=CasusStatus.IN_BEHANDELING, nummer=oud_nummer(CasusStatus.IN_BEHANDELING), tafel_id=tafel_id, vraag_aan_tafel="Wie doet wat?",
            )
        ).id  # fmt: skip
        desk.execute(BetrokkeneInformeren(casus_id=cases[naam], stand=Informeerstand.INGELICHT))
    first = cases["Koopman"]
    some = org.get("politie") or next(iter(org.values()))
    desk.execute(BekendheidBepalen(casus_id=first, organisatie_id=some, stand=Bekendheidstand.BEKEND))
    desk.execute(
        InbrengVastleggen(
            casus_id=first, organisatie_id=some, leefgebied_code="huisvesting", tekst="Verblijft bij familie.",
            regime=Bronregime.WPG, mondeling=True,
        )
    )  # fmt: skip
    desk.execute(ZrmVastleggen(casus_id=first, domein_code="huisvesting", datum=date(2026, 11, 1), score=2))
    desk.execute(
        ActieVastleggen(
            casus_id=first, omschrijving="Oude afspraak nagaan", organisatie_id=some, termijn=date(2026, 11, 20),
            ontstaan_op=date(2026, 11, 4),
        )
    )  # fmt: skip
    return tafel_id, people, cases


@pytest.fixture(scope="session")
def _filled(_template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ids]:
    """A closed vault with that world in it, made once."""
    home = tmp_path_factory.mktemp("overleg")
    shutil.copytree(_template / "ankers", home / "ankers")
    folder = Path(shutil.copytree(_template / "Sjabloon.vhkluis", home / "Proef.vhkluis"))
    kluis = kluis_openen(
        folder, Toegang(naam=NAAM, wachtwoord=WACHTWOORD), FixedClock(MOMENT), kdf=CHEAP,
        options=OpenOptions(anchor_home=home / "ankers"),
    )  # fmt: skip
    made = _fill(kluis.desk)
    kluis.sluiten()
    return home, made


@pytest.fixture
def kluismap(_filled: tuple[Path, Ids], tmp_path: Path) -> Path:
    """A closed copy of it for one test; the anchor home is ``ankers`` beside it."""
    shutil.copytree(_filled[0] / "ankers", tmp_path / "ankers")
    return Path(shutil.copytree(_filled[0] / "Proef.vhkluis", tmp_path / "Proef.vhkluis"))


@pytest.fixture
def world(kluis: Kluis, _filled: tuple[Path, Ids]) -> World:
    """The vault of this test with the ids of what is in it."""
    return World(kluis, *_filled[1])


@pytest.fixture
def stage(world: World, clock: FixedClock, tmp_path: Path) -> Iterator[Callable[..., Stage]]:
    """Open the page in a window: ``stage(size=(1366, 768))``."""
    made: list[Stage] = []

    def make(size: tuple[int, int] = (1366, 768)) -> Stage:
        made.append(Stage(world.kluis, clock, tmp_path / "vhdesk.ini", size))
        return made[-1]

    yield make
    for one in made:
        one.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says of every window that it has no window manager; that is no finding."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints"))
