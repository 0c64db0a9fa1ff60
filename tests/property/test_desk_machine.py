"""Whatever is done at the desk, in whatever order: what the profession promises holds after every act."""

from __future__ import annotations

import shutil
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.conftest import MOMENT, NAAM, WACHTWOORD
from tests.property.conftest import PROFILE
from tests.property.deskmachine import DeskMachine, Sjabloon
from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.queries.agenda import agenda
from vhdesk.queries.organisatie import organisaties, tafels
from vhdesk.services.actie import ActieAfhandelen, ActieVastleggen
from vhdesk.services.agenda import AgendapuntBeginnen, CasusAgenderen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.casus import BetrokkeneToevoegen, CasusAanmelden, Persoonsgegevens
from vhdesk.services.casusrol import CasusrolToewijzen
from vhdesk.services.desk import Desk
from vhdesk.services.inbreng import InbrengVastleggen
from vhdesk.services.kluis import Toegang, kluis_openen
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.services.overleg import OverlegOpenen, OverlegPlannen
from vhdesk.services.tafel import TafellidToevoegen
from vhdesk.store.opening import OpenOptions
from vhdesk.vocabulary import Actiestatus, Casusrol


def _begin(desk: Desk) -> None:
    """Two people at a table, three cases, a meeting that runs and one that is planned."""
    organisatie = desk.ask(organisaties)[0]
    tafel = desk.ask(tafels)[0]
    mensen = [
        desk.execute(MedewerkerToevoegen(organisatie_id=organisatie.id, naam=naam)).id
        for naam in ("Anna de Boer", "Bilal Çelik", "Chris Dijk")
    ]
    for medewerker_id in mensen[:2]:
        desk.execute(
            TafellidToevoegen(tafel_id=tafel.id, organisatie_id=organisatie.id, medewerker_id=medewerker_id)
        )
    zaken = [
        desk.execute(CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam=naam))).id
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
        BesluitVastleggen(casus_id=zaken[0], overleg_id=loopt, tekst="door", type_code="voortzetten")
    )
    for omschrijving in ("bellen", "huisbezoek", "aanvragen"):
        acties = [
            desk.execute(ActieVastleggen(casus_id=zaken[0], overleg_id=loopt, omschrijving=omschrijving)).id
        ]
    desk.execute(ActieAfhandelen(actie_id=acties[-1], status=Actiestatus.GEDAAN))
    for rol in (Casusrol.CASEMANAGER, Casusrol.PROCESREGISSEUR):
        desk.execute(CasusrolToewijzen(casus_id=zaken[0], rol=rol, medewerker_id=mensen[1]))
    for zaak in zaken[:2]:
        desk.execute(BetrokkeneToevoegen(casus_id=zaak, persoon=Persoonsgegevens(geslachtsnaam="Kind")))
    desk.execute(
        InbrengVastleggen(
            casus_id=zaken[0], organisatie_id=organisatie.id, leefgebied_code="huisvesting", tekst="woont"
        )
    )


@pytest.fixture(scope="module")
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


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_acts_in_any_order(sjabloon: Sjabloon) -> None:
    run_state_machine_as_test(partial(DeskMachine, sjabloon), settings=settings.get_profile(PROFILE))
