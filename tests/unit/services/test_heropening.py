"""A meeting that was opened or closed too early: the counter-acts, what they refuse, and what the minutes say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from vhdesk.errors import NotFound, RuleViolation
from vhdesk.practice.oefenkluis import OefenkluisResult
from vhdesk.queries.agenda import agenda
from vhdesk.queries.journaal import journaal
from vhdesk.queries.overleg import deelnemers, heropeningen, overleg_kop
from vhdesk.queries.verslag import verslag, verslagen, welke_versie
from vhdesk.queries.verslag_rijen import Verslag, VerslagCasus
from vhdesk.services.actie import ActieAfhandelen, ActieTerugnemen, ActieVastleggen
from vhdesk.services.agenda import CasusAgenderen, CasusVanAgendaHalen
from vhdesk.services.besluit import (
    BesluitHerstellen,
    BesluitIntrekken,
    BesluitTerugnemen,
    BesluitVastleggen,
    BesluitWijzigen,
)
from vhdesk.services.bespreking import AgendapuntBeginnen, NotitieSchrijven, VolgendeDatumBepalen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.deelnemer import AanwezigheidVastleggen, DeelnemerToevoegen, DeelnemerWeghalen
from vhdesk.services.desk import Desk
from vhdesk.services.heropening import OverlegHeropenen, OverlegOpeningTerugdraaien
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.services.overleg import OverlegOpenen, OverlegSluiten, OverlegWijzigen
from vhdesk.vocabulary import Aanwezigheid, Actiestatus, Overlegstatus, Puntstatus

GESLOTEN = datetime(2026, 12, 2, 14, 30, tzinfo=UTC)
HEROPEND = datetime(2026, 12, 3, 8, 15, tzinfo=UTC)


@dataclass
class Geval:
    """The practice meeting with one decision and one action in its first case."""

    desk: Desk
    overleg_id: str
    punt_id: str
    casus_id: str
    besluit_id: str = ""
    actie_id: str = ""

    def op(self, moment: datetime) -> None:
        self.desk.clock.moment = moment  # type: ignore[attr-defined]

    def sluit(self, reden: str = "het OM was er niet") -> None:
        self.desk.execute(OverlegSluiten(overleg_id=self.overleg_id, reden=reden))

    def heropen(self, reden: str = "Een besluit ontbrak.") -> None:
        self.op(HEROPEND)
        self.desk.execute(OverlegHeropenen(overleg_id=self.overleg_id, reden=reden))

    def papier(self, versie: int | None = None) -> Verslag:
        return self.desk.ask(verslag, self.overleg_id, versie)

    def blad(self, versie: int | None = None) -> VerslagCasus:
        return next(
            punt.casus for punt in self.papier(versie).punten if punt.casus and punt.casus.id == self.casus_id
        )

    def besluit(self, tekst: str) -> str:
        return self.desk.execute(
            BesluitVastleggen(
                casus_id=self.casus_id,
                overleg_id=self.overleg_id,
                tekst=tekst,
                type_code="afspraak",
                gremium_code="werktafel",
            )
        ).id


@pytest.fixture
def open_geval(oefen: tuple[Desk, OefenkluisResult]) -> Geval:
    desk, result = oefen
    desk.clock.moment = datetime(2026, 12, 2, 12, 30, tzinfo=UTC)  # type: ignore[attr-defined]
    desk.execute(OverlegOpenen(overleg_id=result.overleg_id))
    punt = next(punt for punt in desk.ask(agenda, result.overleg_id).punten if punt.casus_id)
    assert punt.casus_id is not None
    return Geval(desk, result.overleg_id, punt.id, punt.casus_id)


@pytest.fixture
def geval(open_geval: Geval) -> Geval:
    """The same, closed."""
    open_geval.besluit_id = open_geval.besluit("Het plan geldt.")
    open_geval.actie_id = open_geval.desk.execute(
        ActieVastleggen(casus_id=open_geval.casus_id, overleg_id=open_geval.overleg_id, omschrijving="bellen")
    ).id
    open_geval.op(GESLOTEN)
    open_geval.sluit()
    return open_geval


def refused(desk: Desk, command: Any) -> str:
    with pytest.raises(RuleViolation) as caught:
        desk.execute(command)
    return caught.value.code


def test_reopening_asks_a_reason_and_a_closed_meeting(geval: Geval) -> None:
    for reden in ("", "  \n"):
        assert (
            refused(geval.desk, OverlegHeropenen(overleg_id=geval.overleg_id, reden=reden))
            == "reden_ontbreekt"
        )
    geval.heropen()
    kop = geval.desk.ask(overleg_kop, geval.overleg_id)
    assert (kop.status, kop.gesloten_op, kop.sluitreden) == (Overlegstatus.LOPEND, None, "")
    assert kop.eerst_gesloten_op == GESLOTEN
    again = OverlegHeropenen(overleg_id=geval.overleg_id, reden="nog eens")
    assert refused(geval.desk, again) == "overleg_niet_gesloten"
    assert geval.desk.undo_label is None  # formal: the way back is closing


def test_who_when_and_why_are_kept_and_journalled(geval: Geval) -> None:
    geval.heropen("Een besluit ontbrak.")
    (keer,) = geval.desk.ask(heropeningen, geval.overleg_id)
    assert (keer.volgnr, keer.reden, keer.tijdstip, keer.gesloten_op) == (
        1, "Een besluit ontbrak.", HEROPEND, GESLOTEN,
    )  # fmt: skip
    assert keer.door == geval.desk.actor.naam
    line = geval.desk.ask(journaal, object_id=geval.overleg_id)[0]
    assert line.actie == "Overleg heropenen"
    assert line.bijzonderheden.endswith(": Een besluit ontbrak.")
    geval.op(datetime(2026, 12, 3, 9, tzinfo=UTC))
    geval.sluit()
    geval.heropen("Toch nog iets.")
    assert [keer.volgnr for keer in geval.desk.ask(heropeningen, geval.overleg_id)] == [1, 2]


def test_the_first_minutes_stay_and_the_next_say_what_changed(geval: Geval) -> None:
    desk, eerst = geval.desk, geval.papier()
    geval.heropen()
    concept = geval.papier()
    assert (concept.status, concept.versie) == (Overlegstatus.LOPEND, 2)
    assert geval.papier(1) == eerst
    geval.besluit("Vergeten besluit.")
    desk.execute(
        BesluitWijzigen(
            besluit_id=geval.besluit_id, tekst="Het plan geldt tot mei.", type_code="afspraak",
            gremium_code="werktafel",
        )
    )  # fmt: skip
    desk.execute(ActieAfhandelen(actie_id=geval.actie_id, status=Actiestatus.GEDAAN))
    desk.execute(NotitieSchrijven(agendapunt_id=geval.punt_id, tekst="Later aangevuld."))
    desk.execute(VolgendeDatumBepalen(agendapunt_id=geval.punt_id, datum=date(2027, 1, 6)))
    wie = desk.ask(deelnemers, geval.overleg_id)[0]
    desk.execute(AanwezigheidVastleggen(deelnemer_id=wie.id, aanwezigheid=Aanwezigheid.LATER))
    rondvraag = desk.ask(agenda, geval.overleg_id).punten[-2].id
    desk.execute(NotitieSchrijven(agendapunt_id=rondvraag, tekst="Nog dit."))
    geval.op(datetime(2026, 12, 3, 9, tzinfo=UTC))
    geval.sluit("nu wel compleet genoeg")

    assert geval.papier(1) == eerst
    nu = geval.papier()
    assert (nu.versie, nu.status, nu.sluitreden) == (2, Overlegstatus.GESLOTEN, "nu wel compleet genoeg")
    assert [(keer.reden, keer.gesloten_op) for keer in nu.heropeningen] == [
        ("Een besluit ontbrak.", GESLOTEN)
    ]
    blad = geval.blad()
    assert [(b.tekst, b.achteraf, b.gewijzigd) for b in blad.besluiten] == [
        ("Het plan geldt tot mei.", False, True), ("Vergeten besluit.", True, False),
    ]  # fmt: skip
    assert [(a.status, a.gewijzigd) for a in blad.acties] == [(Actiestatus.GEDAAN, True)]
    assert blad.achteraf == ("bespreking", "volgende datum")
    assert [d.achteraf for d in nu.deelnemers][:2] == ["achteraf gewijzigd", ""]
    assert [punt.achteraf for punt in nu.punten][-2:] == [True, False]
    assert geval.blad(1).besluiten[0].tekst == "Het plan geldt."
    with pytest.raises(NotFound):
        geval.papier(3)


def test_both_versions_stand_in_the_list(geval: Geval) -> None:
    (rij,) = geval.desk.ask(verslagen)[:1]
    assert (rij.id, rij.versie, rij.laatste, rij.heropend) == (geval.overleg_id, 1, True, False)
    geval.heropen()
    (rij,) = (r for r in geval.desk.ask(verslagen) if r.overleg_id == geval.overleg_id)
    assert (rij.versie, rij.laatste, rij.heropend, rij.gesloten_op) == (1, True, True, GESLOTEN)
    assert welke_versie(rij.id) == (geval.overleg_id, 1)
    geval.sluit()
    rijen = [r for r in geval.desk.ask(verslagen) if r.overleg_id == geval.overleg_id]
    assert [(r.versie, r.laatste, r.heropend) for r in rijen] == [(2, True, False), (1, False, False)]
    assert [welke_versie(r.id) for r in rijen] == [(geval.overleg_id, None), (geval.overleg_id, 1)]


def test_what_stands_in_minutes_does_not_disappear(geval: Geval) -> None:
    desk = geval.desk
    geval.heropen()
    punt = next(p.id for p in desk.ask(agenda, geval.overleg_id).punten if p.casus_id and not p.besluiten)
    guest = desk.ask(deelnemers, geval.overleg_id)[-1]
    for command in (
        BesluitTerugnemen(besluit_id=geval.besluit_id),
        ActieTerugnemen(actie_id=geval.actie_id),
        CasusVanAgendaHalen(agendapunt_id=punt),
        DeelnemerWeghalen(deelnemer_id=guest.id),
    ):
        assert refused(desk, command) == "staat_in_verslag"
    desk.execute(BesluitIntrekken(besluit_id=geval.besluit_id, reden="vergissing"))
    assert geval.blad().besluiten[0].ingetrokken


def test_what_is_added_after_reopening_is_marked_and_can_be_taken_back(geval: Geval) -> None:
    desk = geval.desk
    geval.heropen()
    later = geval.besluit("erbij")
    new_case = desk.execute(CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Nieuw"))).id
    punt = desk.execute(CasusAgenderen(overleg_id=geval.overleg_id, casus_id=new_case)).id
    org = desk.ask(deelnemers, geval.overleg_id)[0].organisatie_id
    person = desk.execute(MedewerkerToevoegen(organisatie_id=org, naam="Zo Iemand")).id
    desk.execute(DeelnemerToevoegen(overleg_id=geval.overleg_id, medewerker_id=person))
    guest = next(d.id for d in desk.ask(deelnemers, geval.overleg_id) if d.medewerker_id == person)
    nu = geval.papier()
    assert next(d.achteraf for d in nu.deelnemers if d.naam == "Zo Iemand") == "achteraf toegevoegd"
    assert [p.achteraf for p in nu.punten if p.casus and p.casus.id == new_case] == [True]
    for command in (
        BesluitTerugnemen(besluit_id=later),
        CasusVanAgendaHalen(agendapunt_id=punt),
        DeelnemerWeghalen(deelnemer_id=guest),
    ):
        desk.execute(command)
    assert [b.tekst for b in geval.blad().besluiten] == ["Het plan geldt."]
    for _ in range(3):
        assert desk.undo() is not None
    assert [b.achteraf for b in geval.blad().besluiten] == [False, True]


def test_a_chair_who_was_not_invited_is_added_and_taken_back(geval: Geval) -> None:
    desk = geval.desk
    geval.heropen()
    org = desk.ask(deelnemers, geval.overleg_id)[0].organisatie_id
    person = desk.execute(MedewerkerToevoegen(organisatie_id=org, naam="Zo Iemand")).id
    desk.execute(
        OverlegWijzigen(
            overleg_id=geval.overleg_id, datum=date(2026, 12, 2), begintijd=time(13, 30), voorzitter_id=person
        )
    )
    assert desk.ask(deelnemers, geval.overleg_id)[-1].achteraf
    desk.undo()
    assert person not in [row.medewerker_id for row in desk.ask(deelnemers, geval.overleg_id)]


def test_taken_back_before_closing_comes_back_only_as_addition(open_geval: Geval) -> None:
    besluit = open_geval.besluit("vergissing")
    open_geval.desk.execute(BesluitTerugnemen(besluit_id=besluit))
    open_geval.op(GESLOTEN)
    open_geval.sluit()
    open_geval.heropen()
    assert refused(open_geval.desk, BesluitHerstellen(besluit_id=besluit)) == "staat_in_verslag"


# --- opened too early


def test_an_opening_is_taken_back_with_a_reason(open_geval: Geval) -> None:
    desk = open_geval.desk
    desk.execute(AgendapuntBeginnen(agendapunt_id=open_geval.punt_id))
    back = OverlegOpeningTerugdraaien(overleg_id=open_geval.overleg_id, reden="")
    assert refused(desk, back) == "reden_ontbreekt"
    desk.execute(OverlegOpeningTerugdraaien(overleg_id=open_geval.overleg_id, reden="verkeerd overleg"))
    kop = desk.ask(overleg_kop, open_geval.overleg_id)
    assert (kop.status, kop.geopend_op) == (Overlegstatus.GEPLAND, None)
    punten = desk.ask(agenda, open_geval.overleg_id).punten
    assert {(p.status, p.begonnen_op, p.besproken_op) for p in punten} == {(Puntstatus.OPEN, None, None)}
    line = desk.ask(journaal, object_id=open_geval.overleg_id)[0]
    assert (line.actie, line.bijzonderheden[-18:]) == ("Overleg opening terugdraaien", ": verkeerd overleg")
    desk.execute(OverlegOpenen(overleg_id=open_geval.overleg_id))


def test_an_opening_stays_once_something_was_decided(open_geval: Geval) -> None:
    desk = open_geval.desk
    back = OverlegOpeningTerugdraaien(overleg_id=open_geval.overleg_id, reden="verkeerd overleg")
    besluit = open_geval.besluit("toch")
    assert refused(desk, back) == "opening_heeft_uitkomst"
    desk.execute(BesluitTerugnemen(besluit_id=besluit))
    desk.execute(back)


def test_an_opening_stays_once_there_are_minutes(geval: Geval) -> None:
    back = OverlegOpeningTerugdraaien(overleg_id=geval.overleg_id, reden="te vroeg")
    assert refused(geval.desk, back) == "opening_blijft"
    geval.heropen()
    assert refused(geval.desk, back) == "opening_blijft"
