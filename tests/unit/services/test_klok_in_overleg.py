"""The clock is set back while the table sits: nothing is refused for it, no duration turns negative, the order stays."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from vhdesk.clock import FixedClock
from vhdesk.printing.verslag import verslag_pdf
from vhdesk.queries.agenda import agenda
from vhdesk.queries.overleg import deelnemers, overleg_kop
from vhdesk.queries.schorsing import voorzitterwissels
from vhdesk.queries.verslag import verslag
from vhdesk.services.actie import ActieVastleggen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.bespreekfase import FaseBeginnen
from vhdesk.services.bespreking import AgendapuntBeginnen
from vhdesk.services.deelnemer import AanwezigheidVastleggen
from vhdesk.services.overleg import OverlegOpenen, OverlegSluiten
from vhdesk.services.schorsing import OverlegHervatten, OverlegSchorsen
from vhdesk.services.voorzitter import VoorzitterWisselen
from vhdesk.vocabulary import Aanwezigheid, Fase


def test_a_meeting_goes_on_when_the_clock_goes_back(oefen: Any) -> None:
    desk, result = oefen
    klok = desk.clock
    assert isinstance(klok, FixedClock)
    overleg_id = result.overleg_id
    desk.execute(OverlegOpenen(overleg_id=overleg_id))
    for rij in desk.ask(deelnemers, overleg_id):
        desk.execute(AanwezigheidVastleggen(deelnemer_id=rij.id, aanwezigheid=Aanwezigheid.AANWEZIG))
    eerste, tweede, *_ = (punt for punt in desk.ask(agenda, overleg_id).punten if punt.casus_id)
    klok.moment += timedelta(minutes=10)
    desk.execute(AgendapuntBeginnen(agendapunt_id=eerste.id))
    klok.moment += timedelta(minutes=6)
    desk.execute(FaseBeginnen(agendapunt_id=eerste.id, fase=Fase.OORDEEL))
    klok.moment -= timedelta(hours=1)  # winter time, or a computer that asked the network
    desk.execute(FaseBeginnen(agendapunt_id=eerste.id, fase=Fase.BESLUIT))
    desk.execute(
        BesluitVastleggen(
            casus_id=eerste.casus_id, overleg_id=overleg_id, tekst="Voortzetten.", type_code="afspraak",
            gremium_code="werktafel",
        )
    )  # fmt: skip
    desk.execute(ActieVastleggen(casus_id=eerste.casus_id, overleg_id=overleg_id, omschrijving="bellen"))
    ander = next(
        rij.medewerker_id
        for rij in desk.ask(deelnemers, overleg_id)
        if rij.medewerker_id != desk.ask(overleg_kop, overleg_id).voorzitter_id
    )
    desk.execute(VoorzitterWisselen(overleg_id=overleg_id, medewerker_id=ander))
    desk.execute(OverlegSchorsen(overleg_id=overleg_id))
    klok.moment -= timedelta(minutes=30)
    desk.execute(OverlegHervatten(overleg_id=overleg_id))
    desk.execute(AgendapuntBeginnen(agendapunt_id=tweede.id))
    desk.execute(OverlegSluiten(overleg_id=overleg_id, reden="kort"))

    papier = desk.ask(verslag, overleg_id)
    blad = next(punt.casus for punt in papier.punten if punt.id == eerste.id)
    assert blad is not None
    assert [fase for fase, _ in blad.fasen] == [Fase.BEELD, Fase.OORDEEL, Fase.BESLUIT]
    assert all(minuten >= 0 for _, minuten in blad.fasen)
    assert [besluit.voorbehoud for besluit in blad.besluiten] == [""], "who was there still was"
    assert len(desk.ask(voorzitterwissels, overleg_id)) == 1
    assert verslag_pdf(papier, clock_now=klok.now(), program_version="1").startswith(b"%PDF")
