"""A decision without a party that had to be there: under reserve everywhere, weighed again with the attendance, confirmed
by an act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from tests.unit.services.test_methode_overleg import VIER, Tafel, tafel  # noqa: F401 - the fixture
from vhdesk.clock import moment_bij
from vhdesk.errors import RuleViolation
from vhdesk.queries.aanwezig import aanwezig_bij
from vhdesk.queries.agenda import agenda, deelnemers
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import BesluitRow
from vhdesk.queries.instelling import tafelregels
from vhdesk.queries.overleg import overleg_kop
from vhdesk.queries.tekorten import tekorten
from vhdesk.queries.verslag import verslag_nu
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.bespreking import AgendapuntBeginnen, AgendapuntStatusBepalen
from vhdesk.services.deelnemer import AanwezigheidToelichten, DeelnemerToevoegen, DeelnemerWeghalen
from vhdesk.services.methode import MethodeKiezen
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.services.overleg import OverlegSluiten
from vhdesk.services.tafelinstelling import Aanwezigheidseis, AanwezigheidVereisen
from vhdesk.services.voorbehoud import BesluitBekrachtigen, BesluitBekrachtigingTerugnemen
from vhdesk.services.zaal import ZaalVerlatenVastleggen
from vhdesk.vocabulary import Aanwezigheid, Puntstatus, Tekort

OM, RVDK, POLITIE, _ = VIER
Dump = Callable[[Any], Any]


@dataclass
class Zaak:
    """The meeting of ``tafel``, at which every one of the four is there and the OM is required for every decision."""

    tafel: Tafel

    def besluit(self) -> BesluitRow:
        return self.tafel.desk.ask(dossier, self.tafel.casus_id).besluiten[0]

    def leg_vast(self) -> BesluitRow:
        self.tafel.desk.execute(
            BesluitVastleggen(
                casus_id=self.tafel.casus_id,
                overleg_id=self.tafel.overleg_id,
                tekst="Zo doen we het.",
                type_code="afspraak",
                gremium_code="werktafel",
            )
        )
        return self.besluit()

    @property
    def tafel_id(self) -> str:
        return self.tafel.desk.ask(overleg_kop, self.tafel.overleg_id).tafel_id

    def vereis(self, *organisaties: str, soort: str = "") -> None:
        eisen = (Aanwezigheidseis(type_code=soort, organisaties=organisaties),)
        self.tafel.desk.execute(AanwezigheidVereisen(tafel_id=self.tafel_id, eisen=eisen))

    @property
    def punt_id(self) -> str:
        punten = self.tafel.desk.ask(agenda, self.tafel.overleg_id).punten
        return next(punt.id for punt in punten if punt.casus_id == self.tafel.casus_id)


@pytest.fixture
def zaak(tafel: Tafel) -> Zaak:  # noqa: F811
    for code in VIER:
        tafel.stel(code, Aanwezigheid.AANWEZIG)
    gevonden = Zaak(tafel)
    gevonden.vereis(OM)
    return gevonden


def test_with_everyone_there_it_stands(zaak: Zaak) -> None:
    assert zaak.leg_vast().voorbehoud == ""


def test_without_the_required_party_it_stands_under_reserve_everywhere(zaak: Zaak) -> None:
    zaak.tafel.stel(OM, Aanwezigheid.VERHINDERD)
    besluit = zaak.leg_vast()
    assert besluit.voorbehoud == "Openbaar Ministerie" and besluit.onder_voorbehoud
    desk, overleg_id = zaak.tafel.desk, zaak.tafel.overleg_id
    (rij,) = [rij for rij in desk.ask(tekorten, overleg_id) if rij.tekort is Tekort.VOORBEHOUD]
    assert (rij.record_id, rij.toelichting) == (besluit.id, f"B-{besluit.nummer}: Openbaar Ministerie")
    (op_papier,) = zaak.tafel.blad.besluiten
    assert (op_papier.voorbehoud, op_papier.bekrachtigd_op) == ("Openbaar Ministerie", None)


def test_the_attendance_weighs_it_again_and_undo_too(zaak: Zaak, dump: Dump) -> None:
    zaak.leg_vast()
    before = dump(zaak.tafel.desk)
    zaak.tafel.stel(OM, Aanwezigheid.AFWEZIG)
    assert zaak.besluit().onder_voorbehoud
    zaak.tafel.desk.undo()
    assert not zaak.besluit().onder_voorbehoud and dump(zaak.tafel.desk) == before


def test_before_the_attendance_is_recorded_nobody_is_absent(tafel: Tafel) -> None:  # noqa: F811
    zaak = Zaak(tafel)
    zaak.vereis(OM)
    assert zaak.leg_vast().voorbehoud == ""
    tafel.stel(POLITIE, Aanwezigheid.AANWEZIG)
    assert zaak.besluit().onder_voorbehoud, "now it is known that the OM was not"


def test_the_quorum_of_the_method_counts_too(zaak: Zaak) -> None:
    desk = zaak.tafel.desk
    desk.execute(MethodeKiezen(casus_id=zaak.tafel.casus_id, methode_code="jor"))
    zaak.tafel.stel(RVDK, Aanwezigheid.AFWEZIG)
    assert zaak.leg_vast().voorbehoud == "RvdK"


def test_a_rule_is_for_its_own_kind_and_as_it_was_when_decided(zaak: Zaak) -> None:
    zaak.vereis(OM, soort="huisverbod")
    zaak.tafel.stel(OM, Aanwezigheid.AFWEZIG)
    assert zaak.leg_vast().voorbehoud == ""
    zaak.tafel.desk.clock.moment += timedelta(minutes=1)  # type: ignore[attr-defined]
    zaak.vereis(OM)
    zaak.tafel.stel(OM, Aanwezigheid.VERHINDERD)
    assert zaak.besluit().voorbehoud == "", "the rule came after the decision"


def test_times_and_the_room_say_who_was_there(zaak: Zaak) -> None:
    desk = zaak.tafel.desk
    clock: Any = desk.clock
    desk.execute(AgendapuntBeginnen(agendapunt_id=zaak.punt_id))
    begin = clock.now()
    clock.moment += timedelta(minutes=10)
    zaak.leg_vast()
    desk.execute(AgendapuntStatusBepalen(agendapunt_id=zaak.punt_id, status=Puntstatus.BESPROKEN))

    def er_om(**tijden: datetime) -> bool:
        stand = Aanwezigheid.LATER if "vanaf" in tijden else Aanwezigheid.EERDER_WEG
        wie = zaak.tafel.deelnemers[OM]
        desk.execute(AanwezigheidToelichten(deelnemer_id=wie, aanwezigheid=stand, **tijden))
        er = desk.ask(aanwezig_bij, zaak.tafel.overleg_id, clock.now()).organisaties(zaak.punt_id)
        assert (OM not in er) is zaak.besluit().onder_voorbehoud
        return OM in er

    assert er_om(vanaf=begin + timedelta(minutes=5)), "came in while it was discussed"
    assert not er_om(vanaf=begin + timedelta(minutes=10)), "came in when it was over"
    assert er_om(tot=begin + timedelta(minutes=5)), "went while it was discussed"
    assert not er_om(tot=begin), "was gone when it began"
    zaak.tafel.stel(OM, Aanwezigheid.AANWEZIG)
    assert not zaak.besluit().onder_voorbehoud, "the times went with the new attendance"
    desk.execute(
        ZaalVerlatenVastleggen(agendapunt_id=zaak.punt_id, deelnemer_ids=(zaak.tafel.deelnemers[OM],))
    )
    assert zaak.besluit().onder_voorbehoud
    desk.undo()
    assert not zaak.besluit().onder_voorbehoud


def test_a_deputy_fills_the_place(zaak: Zaak, dump: Dump) -> None:
    desk, overleg_id = zaak.tafel.desk, zaak.tafel.overleg_id
    zaak.tafel.stel(OM, Aanwezigheid.VERHINDERD)
    zaak.leg_vast()
    papier = desk.ask(verslag_nu, overleg_id)
    rijen = {rij.id: rij for rij in desk.ask(deelnemers, overleg_id)}
    ziek = rijen[zaak.tafel.deelnemers[OM]]
    wie = desk.execute(
        MedewerkerToevoegen(organisatie_id=rijen[zaak.tafel.deelnemers[POLITIE]].organisatie_id, naam="Bo")
    ).id
    before = dump(desk)
    erbij = desk.execute(
        DeelnemerToevoegen(
            overleg_id=overleg_id,
            medewerker_id=wie,
            aanwezigheid=Aanwezigheid.AANWEZIG,
            vervangt_id=ziek.medewerker_id,
        )
    )
    assert not zaak.besluit().onder_voorbehoud
    plaats = next(d for d in desk.ask(verslag_nu, overleg_id).deelnemers if d.naam == "Bo")
    assert plaats.bijzonder == f"vervangt {ziek.naam}" and papier is not None
    bo = next(rij.id for rij in desk.ask(deelnemers, overleg_id) if rij.naam == "Bo")
    na = dump(desk)
    desk.execute(DeelnemerWeghalen(deelnemer_id=bo))
    assert zaak.besluit().onder_voorbehoud
    desk.undo()
    assert dump(desk) == na
    desk.undo()
    assert dump(desk) == before and erbij is not None


def test_an_absent_one_who_sent_in_what_was_known_is_still_absent(zaak: Zaak) -> None:
    desk = zaak.tafel.desk
    wie = zaak.tafel.deelnemers[OM]
    stuk = AanwezigheidToelichten(
        deelnemer_id=wie,
        aanwezigheid=Aanwezigheid.VERHINDERD,
        informatie_op=desk.clock.today(),
        opmerking="Per mail.",
    )
    desk.execute(stuk)
    assert zaak.leg_vast().onder_voorbehoud
    (rij,) = [d for d in desk.ask(verslag_nu, zaak.tafel.overleg_id).deelnemers if d.id == wie]
    assert rij.bijzonder.startswith("informatie ontvangen op ")


def test_it_is_confirmed_and_that_is_undone(zaak: Zaak, dump: Dump) -> None:
    desk = zaak.tafel.desk
    zaak.tafel.stel(OM, Aanwezigheid.VERHINDERD)
    besluit = zaak.leg_vast()
    before = dump(desk)
    vandaag = desk.clock.today()
    desk.execute(BesluitBekrachtigen(besluit_id=besluit.id, op=vandaag, door=" officier De Wit "))
    nu = zaak.besluit()
    assert (nu.bekrachtigd_op, nu.bekrachtigd_door, nu.onder_voorbehoud) == (
        vandaag,
        "officier De Wit",
        False,
    )
    assert Tekort.VOORBEHOUD not in {rij.tekort for rij in desk.ask(tekorten, zaak.tafel.overleg_id)}
    zaak.tafel.stel(OM, Aanwezigheid.AANWEZIG)
    assert zaak.besluit().voorbehoud, "what was confirmed stays so"
    desk.undo()
    na = dump(desk)
    desk.undo()
    assert dump(desk) == before
    desk.redo()
    assert dump(desk) == na
    desk.execute(BesluitBekrachtigingTerugnemen(besluit_id=besluit.id))
    assert zaak.besluit().onder_voorbehoud
    desk.undo()
    assert zaak.besluit().bekrachtigd_door == "officier De Wit"


@pytest.mark.parametrize(
    ("anders", "code", "veld"),
    [
        ({"door": " "}, "bekrachtigd_door_wie", "door"),
        ({"op": date(2000, 1, 1)}, "bekrachtigd_voor_besluit", "op"),
        ({"op": date(2100, 1, 1)}, "datum_in_toekomst", "op"),
    ],
)
def test_confirming_needs_a_day_and_a_name(zaak: Zaak, anders: dict[str, Any], code: str, veld: str) -> None:
    zaak.tafel.stel(OM, Aanwezigheid.VERHINDERD)
    besluit = zaak.leg_vast()
    goed = {"op": zaak.tafel.desk.clock.today(), "door": "de officier"}
    with pytest.raises(RuleViolation, match=code) as refusal:
        zaak.tafel.desk.execute(BesluitBekrachtigen(besluit_id=besluit.id, **{**goed, **anders}))
    assert refusal.value.field == veld and zaak.besluit() == besluit


def test_what_stands_without_reserve_is_not_confirmed(zaak: Zaak) -> None:
    besluit = zaak.leg_vast()
    with pytest.raises(RuleViolation, match="besluit_zonder_voorbehoud"):
        zaak.tafel.desk.execute(
            BesluitBekrachtigen(besluit_id=besluit.id, op=zaak.tafel.desk.clock.today(), door="Bo")
        )
    with pytest.raises(RuleViolation, match="besluit_niet_bekrachtigd"):
        zaak.tafel.desk.execute(BesluitBekrachtigingTerugnemen(besluit_id=besluit.id))


def test_the_rule_of_a_table_is_a_version_and_is_undone(zaak: Zaak) -> None:
    desk = zaak.tafel.desk
    zaak.vereis(OM, POLITIE, soort="huisverbod")
    assert desk.ask(tafelregels, zaak.tafel_id).vereist == {"huisverbod": (OM, POLITIE)}
    desk.undo()
    assert desk.ask(tafelregels, zaak.tafel_id).vereist == {"": (OM,)}
    for soort, wie, code in (
        ("bestaat-niet", OM, "besluittype_onbekend"),
        ("", "niemand", "organisatie_onbekend"),
    ):
        with pytest.raises(RuleViolation, match=code):
            zaak.vereis(wie, soort=soort)
    dubbel = (Aanwezigheidseis(type_code="", organisaties=(OM,)),) * 2
    with pytest.raises(RuleViolation, match="eis_dubbel"):
        desk.execute(AanwezigheidVereisen(tafel_id=zaak.tafel_id, eisen=dubbel))


def test_times_that_cannot_be_are_refused(zaak: Zaak) -> None:
    desk, wie = zaak.tafel.desk, zaak.tafel.deelnemers[OM]
    nu = desk.clock.now()
    for anders, code in (
        ({"vanaf": nu, "tot": nu}, "weg_voor_binnen"),
        ({"informatie_op": desk.clock.today() + timedelta(days=1)}, "datum_in_toekomst"),
    ):
        with pytest.raises(RuleViolation, match=code):
            desk.execute(AanwezigheidToelichten(deelnemer_id=wie, aanwezigheid=Aanwezigheid.LATER, **anders))  # type: ignore[arg-type]
    rij = next(rij for rij in desk.ask(deelnemers, zaak.tafel.overleg_id) if rij.id == wie)
    with pytest.raises(RuleViolation, match="vervangt_zichzelf"):
        desk.execute(
            AanwezigheidToelichten(
                deelnemer_id=wie, aanwezigheid=Aanwezigheid.LATER, vervangt_id=rij.medewerker_id
            )
        )


def test_a_time_is_the_nearest_to_now_also_over_midnight_and_the_change_of_the_clock() -> None:
    na_middernacht = datetime(2026, 11, 27, 23, 20, tzinfo=UTC)  # 00:20 on the 28th
    assert moment_bij(time(23, 50), na_middernacht) == datetime(2026, 11, 27, 22, 50, tzinfo=UTC)
    wintertijd = datetime(2026, 10, 25, 3, 0, tzinfo=UTC)  # 04:00, the clock went back at 03:00
    assert moment_bij(time(1, 30), wintertijd) == datetime(2026, 10, 24, 23, 30, tzinfo=UTC)


def test_after_closing_it_stays_and_can_still_be_confirmed(zaak: Zaak) -> None:
    desk = zaak.tafel.desk
    clock: Any = desk.clock
    laat = clock.now() + timedelta(minutes=30)
    desk.execute(
        AanwezigheidToelichten(
            deelnemer_id=zaak.tafel.deelnemers[OM], aanwezigheid=Aanwezigheid.LATER, vanaf=laat
        )
    )
    besluit = zaak.leg_vast()
    assert besluit.onder_voorbehoud
    desk.execute(OverlegSluiten(overleg_id=zaak.tafel.overleg_id, reden="Het OM kwam niet."))
    clock.moment += timedelta(hours=2)
    zaak.leg_vast()
    eerste = next(row for row in desk.ask(dossier, zaak.tafel.casus_id).besluiten if row.id == besluit.id)
    assert eerste.onder_voorbehoud, "a decision that was added later changes nothing for it"
    desk.execute(BesluitBekrachtigen(besluit_id=besluit.id, op=desk.clock.today(), door="de officier"))
