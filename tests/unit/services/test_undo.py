"""Undo takes back exactly what an act did: every act on cases and meetings, on the filled practice vault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from vhdesk.errors import NotFound, RuleViolation
from vhdesk.practice.oefenkluis import OefenkluisResult
from vhdesk.queries.agenda import AgendapuntRow, agenda, deelnemers
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.queries.organisatie import medewerkers, organisaties, tafels
from vhdesk.services.actie import (
    ActieAfhandelen,
    ActieHeropenen,
    ActieHerstellen,
    ActieTerugnemen,
    ActieVastleggen,
    ActieVerzetten,
    ActieVerzettingTerugnemen,
    ActieWijzigen,
)
from vhdesk.services.agenda import (
    AgendapuntenTerugzetten,
    AgendapuntVerplaatsen,
    CasusAgenderen,
    CasussenAgenderen,
    CasussenVanAgendaHalen,
    CasusVanAgendaHalen,
    MinutenBepalen,
)
from vhdesk.services.besluit import (
    BesluitHerstellen,
    BesluitIntrekken,
    BesluitTerugnemen,
    BesluitVastleggen,
    BesluitVervangen,
    BesluitWijzigen,
)
from vhdesk.services.besluitvraag import BesluitVragen
from vhdesk.services.bespreking import (
    AgendapuntBeginnen,
    AgendapuntStatusBepalen,
    NotitieSchrijven,
    VolgendeDatumBepalen,
    VolgendeDatumTerugnemen,
    VolgendeDatumVanCasusBepalen,
)
from vhdesk.services.betrokkene import BetrokkeneToevoegen, BetrokkeneWeghalen, Persoonsgegevens
from vhdesk.services.casus import CasuspartnerBepalen, CasusTekstWijzigen
from vhdesk.services.casusaanmelding import CasusAanmelden, CasusAanmeldingTerugnemen
from vhdesk.services.casusrol import CasusrolBeeindigen, CasusrolToewijzen
from vhdesk.services.casusverloop import CasusStatusWijzigen
from vhdesk.services.command import Command
from vhdesk.services.deelnemer import AanwezigheidVastleggen, DeelnemerToevoegen, DeelnemerWeghalen
from vhdesk.services.desk import Desk
from vhdesk.services.heropening import OverlegOpeningTerugdraaien
from vhdesk.services.inbreng import (
    FactorVastleggen,
    FactorWeghalen,
    InbrengVastleggen,
    InbrengWeghalen,
    ZrmVastleggen,
)
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.services.overleg import (
    OverlegAfzeggen,
    OverlegOpenen,
    OverlegPlannen,
    OverlegSluiten,
    OverlegWijzigen,
)
from vhdesk.services.plan import Doel, PlanSchrijven, PlanVaststellen
from vhdesk.vocabulary import (
    Aanwezigheid,
    Actiestatus,
    Casusrol,
    CasusStatus,
    Factorsoort,
    Informatieniveau,
    Puntstatus,
)

Dump = dict[str, list[tuple[object, ...]]]


@dataclass
class Tafereel:
    """The practice meeting, open, with one action and one decision recorded in it."""

    desk: Desk
    overleg_id: str
    zaak: Dossier
    punten: tuple[AgendapuntRow, ...]
    actie_id: str
    besluit_id: str

    @property
    def punt(self) -> AgendapuntRow:
        return next(punt for punt in self.punten if punt.casus_id == self.zaak.id)

    @property
    def medewerker_id(self) -> str:
        return self.desk.ask(medewerkers)[0].id

    @property
    def geparkeerd_id(self) -> str:
        """A case that is without regie for a time: only there a role ends."""
        rijen = self.desk.ask(casuslijst, status=CasusStatus.GEPARKEERD).rijen
        return next(rij.id for rij in rijen if rij.casemanager)

    def organisatie_id(self, code: str) -> str:
        return next(rij.id for rij in self.desk.ask(organisaties) if rij.code == code)


@pytest.fixture
def tafereel(oefen: tuple[Desk, OefenkluisResult]) -> Tafereel:
    desk, result = oefen
    desk.clock.moment = datetime(2026, 12, 2, 12, 30, tzinfo=UTC)  # type: ignore[attr-defined]
    desk.execute(OverlegOpenen(overleg_id=result.overleg_id))
    casus_id = result.casussen["ZVH-2026-0088"]
    actie = desk.execute(
        ActieVastleggen(casus_id=casus_id, overleg_id=result.overleg_id, omschrijving="bellen")
    )
    besluit = desk.execute(
        BesluitVastleggen(
            casus_id=casus_id,
            overleg_id=result.overleg_id,
            tekst="door",
            type_code="voortzetten",
            gremium_code="werktafel",
        )
    )
    desk.clock.moment = datetime(2026, 12, 2, 12, 45, tzinfo=UTC)  # type: ignore[attr-defined]
    return Tafereel(
        desk=desk,
        overleg_id=result.overleg_id,
        zaak=desk.ask(dossier, casus_id),
        punten=desk.ask(agenda, result.overleg_id).punten,
        actie_id=actie.id,
        besluit_id=besluit.id,
    )


PERSOON = Persoonsgegevens(geslachtsnaam="Nieuw", voornamen="N.", geboortedatum=date(2000, 1, 1), bsn="12")

ACTS: dict[str, Callable[[Tafereel], Command]] = {
    "aanmelden": lambda t: CasusAanmelden(hoofdbetrokkene=PERSOON, titel="nieuw"),
    "tekst": lambda t: CasusTekstWijzigen(casus_id=t.zaak.id, veld="doel", tekst="anders"),
    "status": lambda t: CasusStatusWijzigen(casus_id=t.zaak.id, status=CasusStatus.MONITORING),
    "betrokkene erbij": lambda t: BetrokkeneToevoegen(casus_id=t.zaak.id, persoon=PERSOON, relatie="buur"),
    "betrokkene weg": lambda t: BetrokkeneWeghalen(betrokkene_id=t.zaak.betrokkenen[-1].id),
    "eerste betrokkene weg": lambda t: BetrokkeneWeghalen(betrokkene_id=t.zaak.betrokkenen[1].id),
    "partner erbij": lambda t: CasuspartnerBepalen(
        casus_id=t.zaak.id,
        organisatie_id=t.organisatie_id("halt"),
        niveau=Informatieniveau.PROCES,
        reden="denkt mee",
    ),
    "partner anders": lambda t: CasuspartnerBepalen(
        casus_id=t.zaak.id,
        organisatie_id=t.organisatie_id("politie"),
        niveau=Informatieniveau.BESTAAN,
        reden="op verzoek",
    ),
    "partner weg": lambda t: CasuspartnerBepalen(
        casus_id=t.zaak.id, organisatie_id=t.organisatie_id("politie"), niveau=None
    ),
    "inbreng erbij": lambda t: InbrengVastleggen(
        casus_id=t.zaak.id,
        organisatie_id=t.organisatie_id("politie"),
        leefgebied_code="huisvesting",
        tekst="x",
    ),
    "inbreng weg": lambda t: InbrengWeghalen(inbreng_id=t.zaak.inbreng[0].id),
    "zrm erbij": lambda t: ZrmVastleggen(
        casus_id=t.zaak.id, domein_code="financien", datum=date(2026, 12, 2), score=1
    ),
    "zrm weg": lambda t: ZrmVastleggen(
        casus_id=t.zaak.id,
        domein_code=t.zaak.zrm[0].domein_code,
        datum=t.zaak.zrm[0].datum,
        score=None,
    ),
    "factor erbij": lambda t: FactorVastleggen(casus_id=t.zaak.id, soort=Factorsoort.RISICO, tekst="x"),
    "factor weg": lambda t: FactorWeghalen(factor_id=t.zaak.factoren[0].id),
    "plan": lambda t: PlanSchrijven(
        casus_id=t.zaak.id, hoofddoel="x", doelen=(Doel(leefgebied_code="huisvesting", doel="y"),)
    ),
    "plan vastgesteld": lambda t: PlanVaststellen(
        casus_id=t.zaak.id, overleg_id=t.overleg_id, onderbouwing="x"
    ),
    "besluit wordt vaststelling": lambda t: BesluitWijzigen(
        besluit_id=t.besluit_id,
        tekst="x",
        type_code="vaststellen-plan",
        gremium_code="werktafel",
        onderbouwing="y",
    ),
    "rol anders": lambda t: CasusrolToewijzen(
        casus_id=t.zaak.id, rol=Casusrol.CASEMANAGER, medewerker_id=t.medewerker_id
    ),
    "rol weg": lambda t: CasusrolBeeindigen(casus_id=t.geparkeerd_id, rol=Casusrol.CASEMANAGER),
    "besluit erbij": lambda t: BesluitVastleggen(
        casus_id=t.zaak.id,
        overleg_id=t.overleg_id,
        tekst="x",
        type_code="voortzetten",
        gremium_code="werktafel",
    ),
    "besluit anders": lambda t: BesluitWijzigen(
        besluit_id=t.besluit_id, tekst="x", type_code="aanhouden", gremium_code="werktafel", voorwaarden="y"
    ),
    "besluit gevraagd": lambda t: BesluitVragen(
        casus_id=t.zaak.id,
        overleg_id=t.overleg_id,
        tekst="x",
        type_code="huisverbod",
        gremium_code="burgemeester",
        antwoord_voor=date(2026, 12, 9),
        onderbouwing="y",
    ),
    "besluit terug": lambda t: BesluitTerugnemen(besluit_id=t.besluit_id),
    "besluit ingetrokken": lambda t: BesluitIntrekken(besluit_id=t.besluit_id, reden="vergissing"),
    "besluit vervangen": lambda t: BesluitVervangen(
        besluit_id=t.besluit_id,
        tekst="beter",
        type_code="voortzetten",
        gremium_code="werktafel",
        reden="onjuist",
    ),
    "datum van de casus": lambda t: VolgendeDatumVanCasusBepalen(casus_id=t.zaak.id, datum=date(2027, 2, 1)),
    "actie erbij": lambda t: ActieVastleggen(
        casus_id=t.zaak.id, overleg_id=t.overleg_id, omschrijving="x", medewerker_id=t.medewerker_id
    ),
    "actie anders": lambda t: ActieWijzigen(
        actie_id=t.actie_id, omschrijving="x", termijn=date(2026, 12, 9), conditie="y"
    ),
    "actie gedaan": lambda t: ActieAfhandelen(actie_id=t.actie_id, status=Actiestatus.GEDAAN, resultaat="ja"),
    "actie kon niet": lambda t: ActieAfhandelen(
        actie_id=t.actie_id, status=Actiestatus.KON_NIET, resultaat="weg"
    ),
    "actie verzet": lambda t: ActieVerzetten(actie_id=t.actie_id, termijn=date(2026, 12, 9), reden="later"),
    "actie terug": lambda t: ActieTerugnemen(actie_id=t.actie_id),
    "agenderen": lambda t: CasusAgenderen(
        overleg_id=t.overleg_id,
        casus_id=t.desk.execute(CasusAanmelden(hoofdbetrokkene=PERSOON)).id,
        minuten=20,
        positie=2,
    ),
    "samen agenderen": lambda t: CasussenAgenderen(
        overleg_id=t.overleg_id,
        casus_ids=tuple(t.desk.execute(CasusAanmelden(hoofdbetrokkene=PERSOON)).id for _ in range(3)),
    ),
    "samen van de agenda": lambda t: CasussenVanAgendaHalen(
        overleg_id=t.overleg_id,
        punten=tuple(CasusVanAgendaHalen(agendapunt_id=t.punten[plaats].id) for plaats in (3, 5)),
    ),
    "van de agenda": lambda t: CasusVanAgendaHalen(agendapunt_id=t.punten[3].id),
    "verplaatsen naar voren": lambda t: AgendapuntVerplaatsen(agendapunt_id=t.punten[9].id, positie=2),
    "verplaatsen naar achter": lambda t: AgendapuntVerplaatsen(agendapunt_id=t.punten[2].id, positie=9),
    "minuten": lambda t: MinutenBepalen(agendapunt_id=t.punt.id, minuten=33),
    "beginnen": lambda t: AgendapuntBeginnen(agendapunt_id=t.punt.id),
    "puntstatus": lambda t: AgendapuntStatusBepalen(agendapunt_id=t.punt.id, status=Puntstatus.BEZIG),
    "besproken": lambda t: AgendapuntStatusBepalen(agendapunt_id=t.punt.id, status=Puntstatus.BESPROKEN),
    "notitie": lambda t: NotitieSchrijven(agendapunt_id=t.punt.id, tekst="gezegd"),
    "volgende datum": lambda t: VolgendeDatumBepalen(agendapunt_id=t.punt.id, datum=date(2027, 1, 5)),
    "afzeggen": lambda t: OverlegAfzeggen(
        overleg_id=t.desk.execute(
            OverlegPlannen(tafel_id=t.desk.ask(tafels)[0].id, datum=date(2026, 12, 16))
        ).id
    ),
    "aanmelding terug": lambda t: CasusAanmeldingTerugnemen(
        casus_id=t.desk.execute(CasusAanmelden(hoofdbetrokkene=PERSOON)).id
    ),
    "plannen": lambda t: OverlegPlannen(tafel_id=t.desk.ask(tafels)[0].id, datum=date(2026, 12, 16)),
    "overleg anders": lambda t: OverlegWijzigen(
        overleg_id=t.overleg_id, datum=date(2026, 12, 3), begintijd=time(9), plaats="elders"
    ),
    "deelnemer erbij": lambda t: DeelnemerToevoegen(
        overleg_id=t.overleg_id, medewerker_id=_nieuweling(t), opmerking="gast"
    ),
    "deelnemer weg": lambda t: DeelnemerWeghalen(deelnemer_id=t.desk.ask(deelnemers, t.overleg_id)[-1].id),
    "aanwezig": lambda t: AanwezigheidVastleggen(
        deelnemer_id=t.desk.ask(deelnemers, t.overleg_id)[4].id,
        aanwezigheid=Aanwezigheid.LATER,
        opmerking="vanaf 14:00 uur",
    ),
}


def _nieuweling(t: Tafereel) -> str:
    return t.desk.execute(MedewerkerToevoegen(organisatie_id=t.organisatie_id("halt"), naam="Nieuw")).id


def _leeg(t: Tafereel) -> str:
    """Take back what was recorded, so that the opening can be taken back as well."""
    t.desk.execute(BesluitTerugnemen(besluit_id=t.besluit_id))
    t.desk.execute(ActieTerugnemen(actie_id=t.actie_id))
    return t.overleg_id


def _zonder_teruggenomen(dump: Dump) -> Dump:
    """Leave out what was taken back while recording: it stays in the tables, and nobody reads it."""
    weg = {
        cel
        for tabel in ("besluit", "actie")
        for rij in dump[tabel]
        if "teruggenomen" in rij
        for cel in rij
        if isinstance(cel, str) and len(cel) == 32
    }
    eigen = {rij for tabel in ("besluit", "actie") for rij in dump[tabel] if "teruggenomen" in rij}
    rest = {tabel: [rij for rij in rijen if rij not in eigen] for tabel, rijen in dump.items()}
    rest["planversie"] = [rij for rij in rest["planversie"] if not weg & set(rij)]  # stands with its decision
    # Goals and scenarios belong to their plan as its text does: written as a whole, and nothing points at them.
    rest |= {
        tabel: sorted((rij[:-1] for rij in rest[tabel]), key=repr)
        for tabel in ("plandoel", "scenario", "escalatieafspraak", "belnummer")
    }
    ids = weg - {
        cel for rijen in rest.values() for rij in rijen for cel in rij if rijen is not rest["zoekregel"]
    }
    return rest | {"zoekregel": [rij for rij in rest["zoekregel"] if not ids & set(rij)]}


@pytest.mark.parametrize("naam", sorted(ACTS))
def test_undo_takes_back_exactly(tafereel: Tafereel, dump: Callable[[Desk], Any], naam: str) -> None:
    act = ACTS[naam](tafereel)
    desk = tafereel.desk
    voor = _zonder_teruggenomen(dump(desk))
    desk.execute(act)
    na = _zonder_teruggenomen(dump(desk))
    assert na != voor
    assert desk.undo() is not None
    terug = _zonder_teruggenomen(dump(desk))
    assert _verschil(terug, voor) == {}


MEER_DAN_EEN = (
    "plannen", "aanmelden", "agenderen", "samen agenderen", "deelnemer erbij", "afzeggen", "aanmelding terug",
)  # fmt: skip


def test_undo_goes_all_the_way_back_and_forth(tafereel: Tafereel, dump: Callable[[Desk], Any]) -> None:
    """Acts that build on each other: what undo brings back is what the acts before it knew."""
    desk = tafereel.desk
    voor = _zonder_teruggenomen(dump(desk))
    gedaan = 0
    for naam in sorted(ACTS):
        if naam in MEER_DAN_EEN:
            continue  # taken back without a way forth, or more than one act
        try:
            desk.execute(ACTS[naam](tafereel))
        except (RuleViolation, NotFound, StopIteration):
            continue  # an earlier act of the row took away what this one needs
        gedaan += 1
    assert gedaan > 25
    na = _zonder_teruggenomen(dump(desk))
    for _ in range(gedaan):
        assert desk.undo() is not None
    assert _verschil(_zonder_teruggenomen(dump(desk)), voor) == {}
    for _ in range(gedaan):
        assert desk.redo() is not None
    assert _kaal(_zonder_teruggenomen(dump(desk))) == _kaal(na)
    for _ in range(gedaan):
        assert desk.undo() is not None
    assert _verschil(_zonder_teruggenomen(dump(desk)), voor) == {}


def _verschil(terug: Dump, voor: Dump) -> dict[str, list[object]]:
    return {t: sorted(set(terug[t]) ^ set(voor[t]), key=repr) for t in voor if terug[t] != voor[t]}


def _kaal(dump: Dump) -> dict[str, list[str]]:
    """Leave out ids, numbers and moments: doing again makes new ones."""

    def tekst(rij: tuple[object, ...]) -> str:
        return repr(tuple(c for c in rij if isinstance(c, str) and len(c) != 32 and not c.startswith("20")))

    return {tabel: sorted(map(tekst, rijen)) for tabel, rijen in dump.items() if tabel != "zoekregel"}


COUNTER: dict[str, tuple[Callable[[Tafereel], Command], Callable[[Tafereel], Command]]] = {
    "actie": (
        lambda t: ActieAfhandelen(actie_id=t.actie_id, status=Actiestatus.GEDAAN),
        lambda t: ActieHeropenen(actie_id=t.actie_id),
    ),
    "actie terug": (
        lambda t: ActieTerugnemen(actie_id=t.actie_id),
        lambda t: ActieHerstellen(actie_id=t.actie_id),
    ),
    "actie verzet": (
        lambda t: ActieVerzetten(actie_id=t.actie_id, termijn=date(2026, 12, 9), reden="later"),
        lambda t: ActieVerzettingTerugnemen(actie_id=t.actie_id, termijn=None, uitgesteld=0, resultaat=""),
    ),
    "besluit terug": (
        lambda t: BesluitTerugnemen(besluit_id=t.besluit_id),
        lambda t: BesluitHerstellen(besluit_id=t.besluit_id),
    ),
    "volgende datum": (
        lambda t: VolgendeDatumBepalen(agendapunt_id=t.punt.id, datum=date(2027, 1, 5)),
        lambda t: VolgendeDatumTerugnemen(
            agendapunt_id=t.punt.id, datum=None, datum_casus=t.zaak.kop.volgende_datum
        ),
    ),
}


@pytest.mark.parametrize("naam", sorted(COUNTER))
def test_counter_act_by_hand(tafereel: Tafereel, dump: Callable[[Desk], Any], naam: str) -> None:
    act, tegenact = COUNTER[naam]
    voor = dump(tafereel.desk)
    tafereel.desk.execute(act(tafereel))
    tafereel.desk.execute(tegenact(tafereel))
    assert _verschil(dump(tafereel.desk), voor) == {}


FORMAL: dict[str, Callable[[Tafereel], Command]] = {
    "opening terug": lambda t: OverlegOpeningTerugdraaien(overleg_id=_leeg(t), reden="verkeerd overleg"),
    "sluiten": lambda t: OverlegSluiten(overleg_id=t.overleg_id, reden="afgebroken door brandalarm"),
}


@pytest.mark.parametrize("naam", sorted(FORMAL))
def test_formal_act_is_not_undone(tafereel: Tafereel, naam: str) -> None:
    tafereel.desk.execute(FORMAL[naam](tafereel))
    assert tafereel.desk.undo_label is None
    assert tafereel.desk.undo() is None


def test_cases_on_the_agenda_together_are_all_or_none(
    tafereel: Tafereel, dump: Callable[[Desk], Any]
) -> None:
    desk = tafereel.desk
    nieuw = desk.execute(CasusAanmelden(hoofdbetrokkene=PERSOON)).id
    eerst = dump(desk)
    for casus_ids, code in (
        ((nieuw, tafereel.zaak.id), "casus_staat_op_agenda"),
        ((), "geen_casussen_gekozen"),
    ):
        with pytest.raises(RuleViolation, match=code):
            desk.execute(CasussenAgenderen(overleg_id=tafereel.overleg_id, casus_ids=casus_ids))
    ander = CasusVanAgendaHalen(agendapunt_id=tafereel.punten[3].id)
    elders = desk.execute(OverlegPlannen(tafel_id=desk.ask(tafels)[0].id, datum=date(2027, 1, 6))).id
    desk.undo()
    for command in (
        CasussenVanAgendaHalen(overleg_id=elders, punten=(ander,)),
        AgendapuntenTerugzetten(overleg_id=tafereel.overleg_id, punten=()),
    ):
        with pytest.raises((NotFound, RuleViolation)):
            desk.execute(command)
    assert dump(desk) == eerst
