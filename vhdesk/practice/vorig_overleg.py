"""The meeting before: held and closed, with the actions that the practice meeting goes through."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from vhdesk.practice.plannen import heeft_vorig_plan
from vhdesk.practice.register import Register
from vhdesk.practice.teksten import SLUITREDEN_VORIG, VORIGE_BESLUITEN
from vhdesk.practice.verhaal import Gegevens, Verhaal
from vhdesk.queries.agenda import agenda, deelnemers
from vhdesk.services.actie import ActieVastleggen
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.bespreking import AgendapuntBeginnen, AgendapuntStatusBepalen, VolgendeDatumBepalen
from vhdesk.services.deelnemer import AanwezigheidVastleggen, DeelnemerToevoegen
from vhdesk.services.desk import Desk
from vhdesk.services.overleg import OverlegOpenen, OverlegPlannen, OverlegSluiten
from vhdesk.vocabulary import Aanwezigheid, Puntstatus

TUSSENTIJD = timedelta(weeks=2)  # the table meets every two weeks


def houd_vorig_overleg(desk: Desk, register: Register, verhaal: Verhaal, casussen: Mapping[str, str]) -> str:
    """Plan, hold and close the meeting of two weeks before; return its id. ``casussen``: number -> id."""
    datum = verhaal.datum - TUSSENTIJD
    overleg_id = _plan(desk, register, verhaal, casussen, datum)
    desk.execute(OverlegOpenen(overleg_id=overleg_id))
    for deelnemer in desk.ask(deelnemers, overleg_id):
        desk.execute(AanwezigheidVastleggen(deelnemer_id=deelnemer.id, aanwezigheid=Aanwezigheid.AANWEZIG))
    punten = {punt.casusnummer: punt.id for punt in desk.ask(agenda, overleg_id).punten if punt.casus_id}
    # In the order of their numbers, which the series gives out from 1.
    acties = sorted(verhaal.vorige_acties, key=lambda actie: int(actie["nummer"]))
    for actie in acties:
        nummer = actie["casus"]
        if nummer in punten:
            desk.execute(AgendapuntBeginnen(agendapunt_id=punten[nummer]))
            _besluit(desk, overleg_id, casussen[nummer], nummer)
            desk.execute(VolgendeDatumBepalen(agendapunt_id=punten[nummer], datum=verhaal.datum))
            desk.execute(
                AgendapuntStatusBepalen(agendapunt_id=punten.pop(nummer), status=Puntstatus.BESPROKEN)
            )
        _actie(desk, register, overleg_id, casussen[nummer], actie, datum)
    desk.execute(OverlegSluiten(overleg_id=overleg_id, reden=SLUITREDEN_VORIG))
    return overleg_id


def _plan(desk: Desk, register: Register, verhaal: Verhaal, casussen: Mapping[str, str], datum: date) -> str:
    overleg = desk.execute(
        OverlegPlannen(
            tafel_id=register.tafels[verhaal.inhoud["tafel"]],
            datum=datum,
            begintijd=verhaal.begintijd,
            eindtijd=verhaal.eindtijd,
            plaats=verhaal.inhoud["plaats"],
            voorzitter_id=register.medewerkers[verhaal.inhoud["voorzitter"]],
            secretaris_id=register.medewerkers[verhaal.inhoud["secretaris"]],
        )
    )
    gevraagd = {rij.medewerker_id for rij in desk.ask(deelnemers, overleg.id)}
    for naam in dict.fromkeys(actie["persoon"] for actie in verhaal.vorige_acties):
        if register.medewerkers[naam] not in gevraagd:
            desk.execute(DeelnemerToevoegen(overleg_id=overleg.id, medewerker_id=register.medewerkers[naam]))
    for nummer in dict.fromkeys(actie["casus"] for actie in verhaal.vorige_acties):
        desk.execute(CasusAgenderen(overleg_id=overleg.id, casus_id=casussen[nummer], minuten=9))
    return overleg.id


def _besluit(desk: Desk, overleg_id: str, casus_id: str, nummer: str) -> None:
    desk.execute(
        BesluitVastleggen(
            casus_id=casus_id,
            overleg_id=overleg_id,
            tekst=VORIGE_BESLUITEN[nummer],
            type_code="vaststellen-plan" if heeft_vorig_plan(nummer) else "voortzetten",
            gremium_code="werktafel",
            onderbouwing="Elke partner kan zich in het plan vinden." if heeft_vorig_plan(nummer) else "",
        )
    )


def _actie(
    desk: Desk, register: Register, overleg_id: str, casus_id: str, actie: Gegevens, datum: date
) -> None:
    desk.execute(
        ActieVastleggen(
            casus_id=casus_id,
            overleg_id=overleg_id,
            omschrijving=actie["omschrijving"],
            organisatie_id=register.organisatie(actie["organisatie"]),
            medewerker_id=register.medewerkers[actie["persoon"]],
            termijn=actie["termijn"],
            ontstaan_op=datum,
        )
    )
