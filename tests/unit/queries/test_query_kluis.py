"""Every query on a real encrypted vault: its guarded connections allow less than a database in memory."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from vhdesk.queries import (
    acties,
    agenda,
    agendeerbaar,
    casuslijst,
    casusvolgorde,
    dossier,
    inlezing,
    journaal,
    organisatie,
    overleg,
    referentie,
    sprong,
    tekorten,
    vandaag,
    verslag,
)
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.kluis import Kluis
from vhdesk.services.overleg import OverlegPlannen

DAG = date(2026, 12, 2)


@pytest.fixture
def gevuld(kluis: Kluis) -> tuple[Kluis, str, str]:
    """An open vault with a planned meeting and one case on its agenda: (kluis, overleg, casus)."""
    desk = kluis.desk
    tafel = desk.ask(organisatie.tafels)[0]
    overleg_id = desk.execute(OverlegPlannen(tafel_id=tafel.id, datum=DAG)).id
    casus_id = desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Koopman", voornamen="Martijn"),
            titel="Dreiging",
            tafel_id=tafel.id,
        )
    ).id
    desk.execute(CasusAgenderen(overleg_id=overleg_id, casus_id=casus_id))
    return kluis, overleg_id, casus_id


@pytest.mark.parametrize("lane", ["ask", "read_job"])
@pytest.mark.parametrize("weinig", [0, 1000])
def test_every_query_runs_on_a_vault(
    gevuld: tuple[Kluis, str, str], lane: str, weinig: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(casusvolgorde, "WEINIG", weinig)
    kluis, overleg_id, casus_id = gevuld
    ask: Any = getattr(kluis.desk, lane)
    assert [rij.id for rij in ask(casuslijst.casuslijst, zoek="koopman").rijen] == [casus_id]
    assert [rij.id for rij in ask(casuslijst.casuslijst).rijen] == [casus_id]
    assert [rij.id for rij in ask(casuslijst.casuslijst, zoek="dreig").rijen] == [casus_id]
    assert [rij.casus_id for rij in ask(sprong.sprong, zoek="martijn")] == [casus_id]
    assert ask(dossier.dossier, casus_id, vandaag=DAG).kop.titel == "Dreiging"
    assert ask(overleg.overleg_kop, overleg_id).casussen == 1
    assert [rij.id for rij in ask(overleg.overleggen)] == [overleg_id]
    assert ask(overleg.deelnemers, overleg_id) is not None
    assert casus_id in {punt.casus_id for punt in ask(agenda.agenda, overleg_id).punten}
    assert ask(agendeerbaar.agendeerbaar, overleg_id, zoek="koopman").rijen == ()
    assert ask(acties.open_acties, vandaag=DAG) == ()
    assert ask(acties.acties_vorige, overleg_id) == ()
    assert {rij.casus_id for rij in ask(tekorten.tekorten, overleg_id)} >= {casus_id}
    assert [punt.casus.id for punt in ask(verslag.verslag, overleg_id).punten if punt.casus] == [casus_id]
    assert ask(verslag.verslagen) == ()
    assert ask(vandaag.vandaag, op=DAG).overleggen[0].id == overleg_id
    assert ask(inlezing.inlezingen) == ()
    assert ask(journaal.journaal)[0].volgnr == ask(journaal.journaalkop).volgnr
    assert ask(journaal.journaal_aantal) == ask(journaal.journaalkop).volgnr
    assert len(ask(organisatie.gemeenten, regio="twente")) == 14
    assert ask(organisatie.organisaties)
    assert ask(organisatie.medewerkers) is not None
    assert ask(organisatie.tafelleden, ask(organisatie.tafels)[0].id)
    lijst = ask(referentie.referentie_lijsten)[0]
    assert len(ask(referentie.referentie_waarden, lijst.id)) == lijst.aantal
    assert ask(referentie.referentie_historie, lijst.id)
