"""How hard the properties are tried, and the vault they begin with.

The same draws in every run; ``VHDESK_HYPOTHESIS=lang`` tries thousands of steps with new draws, ``zoek`` many short
runs without looking for the smallest example.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.conftest import MOMENT, NAAM, WACHTWOORD
from tests.overname import oud_nummer
from tests.property.deskmachine import Sjabloon
from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.queries.agenda import agenda
from vhdesk.queries.organisatie import organisaties, tafels
from vhdesk.services.actie import ActieAfhandelen, ActieVastleggen
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.bespreking import AgendapuntBeginnen
from vhdesk.services.betrokkene import BetrokkeneToevoegen, Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.casusrol import CasusrolToewijzen
from vhdesk.services.desk import Desk
from vhdesk.services.inbreng import InbrengVastleggen
from vhdesk.services.kluis import Kluis, Toegang, kluis_openen
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.services.overleg import OverlegOpenen, OverlegPlannen
from vhdesk.services.plan import PlanSchrijven, PlanVaststellen
from vhdesk.services.tafel import TafellidToevoegen
from vhdesk.store.opening import OpenOptions
from vhdesk.vocabulary import Actiestatus, Casusrol, CasusStatus, Tafelsoort
from vhdesk.vocabulary_triage import Bekendheidstand

_ALTIJD = settings(
    deadline=None, database=None, print_blob=True, suppress_health_check=list(HealthCheck), derandomize=False
)
PROFIELEN = {
    "vast": settings(_ALTIJD, derandomize=True, max_examples=25, stateful_step_count=32),
    "lang": settings(_ALTIJD, max_examples=200, stateful_step_count=60),
    "zoek": settings(_ALTIJD, max_examples=200, stateful_step_count=45, phases=[Phase.generate]),
}


def _begin(desk: Desk) -> None:
    """Two people at a table, three cases, a meeting that runs and one that is planned."""
    organisatie = desk.ask(organisaties)[0]
    tafel = next(
        row for row in desk.ask(tafels) if row.soort is Tafelsoort.WERKTAFEL
    )  # decides as a werktafel
    mensen = [
        desk.execute(MedewerkerToevoegen(organisatie_id=organisatie.id, naam=naam)).id
        for naam in ("Anna de Boer", "Bilal Çelik", "Chris Dijk")
    ]
    for medewerker_id in mensen[:2]:
        desk.execute(
            TafellidToevoegen(tafel_id=tafel.id, organisatie_id=organisatie.id, medewerker_id=medewerker_id)
        )
    zaken = [
        desk.execute(
            CasusAanmelden(
                hoofdbetrokkene=Persoonsgegevens(geslachtsnaam=naam),
                status=CasusStatus.IN_BEHANDELING,
                nummer=oud_nummer(CasusStatus.IN_BEHANDELING),
            )
        ).id
        for naam in ("Jansen", "Yılmaz", "Nguyễn")
    ]
    loopt = desk.execute(OverlegPlannen(tafel_id=tafel.id, datum=MOMENT.date(), voorzitter_id=mensen[0])).id
    komt = desk.execute(OverlegPlannen(tafel_id=tafel.id, datum=date(2026, 12, 16))).id
    for zaak in zaken[:2]:
        desk.execute(CasusAgenderen(overleg_id=loopt, casus_id=zaak))
    desk.execute(CasusAgenderen(overleg_id=komt, casus_id=zaken[2]))
    desk.execute(OverlegOpenen(overleg_id=loopt))
    punt = next(punt for punt in desk.ask(agenda, loopt).punten if punt.casus_id == zaken[0])
    desk.execute(AgendapuntBeginnen(agendapunt_id=punt.id))
    desk.execute(
        BesluitVastleggen(
            casus_id=zaken[0],
            overleg_id=loopt,
            tekst="door",
            type_code="voortzetten",
            gremium_code="werktafel",
        )
    )
    for omschrijving in ("bellen", "huisbezoek", "aanvragen"):
        acties = [
            desk.execute(ActieVastleggen(casus_id=zaken[0], overleg_id=loopt, omschrijving=omschrijving)).id
        ]
    desk.execute(ActieAfhandelen(actie_id=acties[-1], status=Actiestatus.GEDAAN))
    huis = next(row.id for row in desk.ask(organisaties) if row.code == "zorg-en-veiligheidshuis-twente")
    regisseur = desk.execute(MedewerkerToevoegen(organisatie_id=huis, naam="Bas")).id
    for rol, wie in ((Casusrol.CASEMANAGER, mensen[1]), (Casusrol.PROCESREGISSEUR, regisseur)):
        desk.execute(CasusrolToewijzen(casus_id=zaken[0], rol=rol, medewerker_id=wie))
    _actief(desk, zaken[1], mensen[0], regisseur)
    for zaak in zaken[:2]:
        desk.execute(BetrokkeneToevoegen(casus_id=zaak, persoon=Persoonsgegevens(geslachtsnaam="Kind")))
    desk.execute(
        BekendheidBepalen(casus_id=zaken[0], organisatie_id=organisatie.id, stand=Bekendheidstand.BEKEND)
    )
    desk.execute(
        InbrengVastleggen(
            casus_id=zaken[0], organisatie_id=organisatie.id, leefgebied_code="huisvesting", tekst="woont"
        )
    )


def _actief(desk: Desk, zaak: str, mens: str, regisseur: str) -> None:
    """A case that has its three, and of which a table adopted the plan."""
    for rol in Casusrol:
        wie = regisseur if rol is Casusrol.PROCESREGISSEUR else mens
        desk.execute(CasusrolToewijzen(casus_id=zaak, rol=rol, medewerker_id=wie))
    desk.execute(
        PlanSchrijven(
            casus_id=zaak,
            hoofddoel="rust",
            afschaalcriterium="een jaar stil",
            evaluatiedatum=date(2027, 6, 1),
        )
    )
    desk.execute(PlanVaststellen(casus_id=zaak, onderbouwing="akkoord"))


@pytest.fixture(scope="session")
def profiel() -> settings:
    """How hard to try."""
    return PROFIELEN[os.environ.get("VHDESK_HYPOTHESIS", "vast")]


@pytest.fixture(scope="session")
def sjabloon(_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Sjabloon:
    """A vault in the middle of the work, closed."""
    home = tmp_path_factory.mktemp("eigenschap")
    shutil.copytree(_template, home / "kopie", ignore=shutil.ignore_patterns("ballast.bin"))
    begin = Sjabloon(
        map=home / "kopie" / "Sjabloon.vhkluis",
        ankers=home / "kopie" / "ankers",
        naam=NAAM,
        wachtwoord=WACHTWOORD,
        klok=FixedClock(MOMENT),
    )
    kluis = kluis_openen(
        begin.map, Toegang(naam=NAAM, wachtwoord=WACHTWOORD), begin.klok,
        kdf=CHEAP, options=OpenOptions(anchor_home=begin.ankers),
    )  # fmt: skip
    _begin(kluis.desk)
    kluis.sluiten()
    return begin


@pytest.fixture
def bezig(sjabloon: Sjabloon, tmp_path: Path) -> Iterator[Kluis]:
    """A copy of that vault, open."""
    shutil.copytree(sjabloon.map, tmp_path / "Proef.vhkluis")
    shutil.copytree(sjabloon.ankers, tmp_path / "ankers")
    kluis = kluis_openen(
        tmp_path / "Proef.vhkluis", Toegang(naam=NAAM, wachtwoord=WACHTWOORD), FixedClock(MOMENT),
        kdf=CHEAP, options=OpenOptions(anchor_home=tmp_path / "ankers"),
    )  # fmt: skip
    yield kluis
    kluis.sluiten()
