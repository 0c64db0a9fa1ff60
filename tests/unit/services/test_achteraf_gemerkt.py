"""Whatever is added or changed after the first closing is marked in the next minutes, whatever part it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from vhdesk.queries.acties import acties_vorige
from vhdesk.queries.agenda import agenda
from vhdesk.queries.overleg import deelnemers, overleg_kop
from vhdesk.queries.verslag import verslag
from vhdesk.services.actie import ActieAfhandelen
from vhdesk.services.bespreking import AgendapuntBeginnen
from vhdesk.services.casus import CasusTekstWijzigen
from vhdesk.services.heropening import OverlegHeropenen
from vhdesk.services.inbreng import FactorVastleggen
from vhdesk.services.overleg import OverlegOpenen, OverlegSluiten, OverlegWijzigen
from vhdesk.vocabulary import Actiestatus, Factorsoort


def test_every_part_of_a_sheet_and_of_the_head(oefen: Any) -> None:
    desk, result = oefen
    overleg_id = result.overleg_id
    desk.execute(OverlegOpenen(overleg_id=overleg_id))
    casus_id = next(punt.casus_id for punt in desk.ask(agenda, overleg_id).punten if punt.casus_id)
    oud = next(row for row in desk.ask(acties_vorige, overleg_id) if row.status is Actiestatus.OPEN)
    desk.execute(OverlegSluiten(overleg_id=overleg_id, reden="kort"))
    desk.execute(OverlegHeropenen(overleg_id=overleg_id, reden="aanvullen"))
    assert desk.ask(verslag, overleg_id).achteraf == ()

    for veld in ("zienswijze", "aanleiding", "vraag_aan_tafel", "doel", "gezamenlijk_beeld"):
        desk.execute(CasusTekstWijzigen(casus_id=casus_id, veld=veld, tekst="Achteraf opgeschreven."))
    desk.execute(FactorVastleggen(casus_id=casus_id, soort=Factorsoort.RISICO, tekst="Achteraf gebleken."))
    desk.execute(ActieAfhandelen(actie_id=oud.id, status=Actiestatus.GEDAAN))
    kop = desk.ask(overleg_kop, overleg_id)
    ander = next(row for row in desk.ask(deelnemers, overleg_id) if row.medewerker_id != kop.voorzitter_id)
    desk.execute(
        OverlegWijzigen(
            overleg_id=overleg_id, datum=kop.datum, begintijd=kop.begintijd, eindtijd=kop.eindtijd,
            plaats="De grote zaal", voorzitter_id=ander.medewerker_id, secretaris_id=kop.secretaris_id,
        )
    )  # fmt: skip
    desk.execute(OverlegSluiten(overleg_id=overleg_id, reden="aangevuld"))

    papier = desk.ask(verslag, overleg_id)
    assert papier.achteraf == ("plaats", "voorzitter")
    blad = next(punt.casus for punt in papier.punten if punt.casus is not None and punt.casus.id == casus_id)
    assert set(blad.achteraf) == {
        "zienswijze", "aanleiding", "vraag aan de tafel", "doel van de bespreking", "gezamenlijk beeld",
        "risicofactoren",
    }  # fmt: skip
    gemerkt = {actie.nummer for actie in papier.oude_acties if actie.gewijzigd}
    assert gemerkt == {oud.nummer}
    eerste = desk.ask(verslag, overleg_id, 1)
    assert replace(eerste, achteraf=()) == eerste and not any(a.gewijzigd for a in eerste.oude_acties)


def test_what_did_not_change_has_no_mark(oefen: Any) -> None:
    desk, result = oefen
    overleg_id = result.overleg_id
    desk.execute(OverlegOpenen(overleg_id=overleg_id))
    punt = next(punt for punt in desk.ask(agenda, overleg_id).punten if punt.casus_id)
    desk.execute(AgendapuntBeginnen(agendapunt_id=punt.id))
    desk.execute(OverlegSluiten(overleg_id=overleg_id, reden="kort"))
    desk.execute(OverlegHeropenen(overleg_id=overleg_id, reden="nagekeken"))
    desk.execute(OverlegSluiten(overleg_id=overleg_id, reden="klopt"))
    papier = desk.ask(verslag, overleg_id)
    assert papier.achteraf == ()
    assert [
        blad.casus.achteraf for blad in papier.punten if blad.casus is not None and blad.casus.achteraf
    ] == []
    assert not any(actie.gewijzigd for actie in papier.oude_acties)
