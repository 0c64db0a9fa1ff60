"""What acts in any order brought to light, kept as examples: each of these once went wrong."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest

from tests.property.kluisbeeld import Beeld, Row, neem_beeld, vergelijkbaar, verschil
from vhdesk.errors import NotFound, RuleViolation
from vhdesk.queries.verslag import verslag
from vhdesk.services.actie import (
    ActieAfhandelen,
    ActieHeropenen,
    ActieHerstellen,
    ActieTerugnemen,
    ActieUitkomstTerugnemen,
    ActieVastleggen,
    ActieVerzetten,
    ActieVerzettingTerugnemen,
)
from vhdesk.services.afschalen import CasusParkeren
from vhdesk.services.agenda import AgendapuntTerugzetten, CasusAgenderen, CasusVanAgendaHalen
from vhdesk.services.besluit import BesluitHerstellen, BesluitTerugnemen, BesluitVastleggen, BesluitWijzigen
from vhdesk.services.bespreking import (
    AgendapuntBeginnen,
    AgendapuntStandTerugzetten,
    AgendapuntStatusBepalen,
    NotitieSchrijven,
    Puntstand,
)
from vhdesk.services.betrokkene import BetrokkeneToevoegen, BetrokkeneWeghalen, Persoonsgegevens
from vhdesk.services.casus import MAX_TEXT, CasusTekstWijzigen, check_text
from vhdesk.services.casusaanmelding import (
    CasusAanmelden,
    CasusAanmeldingHerstellen,
    CasusAanmeldingTerugnemen,
)
from vhdesk.services.casusrol import (
    CasusrolBeeindigen,
    CasusrolHerstellen,
    CasusrolTerugnemen,
    CasusrolToewijzen,
)
from vhdesk.services.command import Command
from vhdesk.services.deelnemer import DeelnemerWeghalen
from vhdesk.services.desk import Desk
from vhdesk.services.inbreng import FactorVastleggen, FactorWeghalen, InbrengVastleggen, ZrmVastleggen
from vhdesk.services.kluis import Kluis
from vhdesk.services.overleg import (
    OverlegAfzeggen,
    OverlegHerstellen,
    OverlegPlannen,
    OverlegSluiten,
    OverlegWijzigen,
)
from vhdesk.services.plan import Doel, PlanSchrijven, PlanWegnemen
from vhdesk.services.referentie import ReferentiewaardeVervallen
from vhdesk.vocabulary import Actiestatus, Casusrol, Factorsoort, Puntstatus

NIEUW = Persoonsgegevens(geslachtsnaam="Nieuw")


@pytest.fixture
def desk(bezig: Kluis) -> Desk:
    """The desk of a vault in the middle of a meeting."""
    return bezig.desk


def _beeld(desk: Desk) -> Beeld:
    return desk.ask(neem_beeld)


def _id(desk: Desk, table: str, plaats: int = 0) -> str:
    return _beeld(desk).ids(table)[plaats]


def _later(desk: Desk, **tijd: int) -> None:
    desk.clock.moment += timedelta(**tijd)  # type: ignore[attr-defined]


def _punt(desk: Desk, casus: int = 0) -> str:
    casus_id = _id(desk, "casus", casus)
    return next(str(row["id"]) for row in _beeld(desk)["agendapunt"] if row["casus_id"] == casus_id)


def _heen_en_weer(desk: Desk, *acts: Command) -> None:
    """Do ``acts``, take them all back, do them again: the same rows stand at both ends."""
    voor = _beeld(desk)
    for act in acts:
        desk.execute(act)
        _later(desk, minutes=3)
    na = _beeld(desk)
    for _ in acts:
        assert desk.undo() is not None
    assert verschil(vergelijkbaar(voor), vergelijkbaar(_beeld(desk))) == {}
    for _ in acts:
        assert desk.redo() is not None
    assert verschil(vergelijkbaar(na), vergelijkbaar(_beeld(desk))) == {}


# -- undo restores, also what an earlier step knows by its id ---------------------------------------------------


def test_registration_comes_back_with_its_number_and_ids(desk: Desk) -> None:
    _heen_en_weer(desk, CasusAanmelden(hoofdbetrokkene=NIEUW, titel="nieuw", nummer="ZVH-2019-0007"))
    casus_id = _id(desk, "casus", -1)
    _heen_en_weer(
        desk,
        CasusTekstWijzigen(casus_id=casus_id, veld="doel", tekst="rust"),
        CasusAanmeldingTerugnemen(casus_id=casus_id, ook_gewijzigd=True),
    )


def test_changes_to_a_registration_that_comes_back_can_be_done_again(desk: Desk) -> None:
    casus_id = desk.execute(CasusAanmelden(hoofdbetrokkene=NIEUW)).id
    desk.execute(CasusTekstWijzigen(casus_id=casus_id, veld="doel", tekst="rust"))
    assert [desk.undo(), desk.undo()] == ["Casus tekst wijzigen", "Casus aanmelden"]
    assert [desk.redo(), desk.redo()] == ["Casus aanmelden", "Casus tekst wijzigen"]
    assert _beeld(desk)["casus"][-1]["doel"] == "rust"


def test_cancelled_meeting_comes_back_with_its_agenda(desk: Desk) -> None:
    overleg_id, punt_id = _id(desk, "overleg", 1), _punt(desk, 2)
    _heen_en_weer(
        desk,
        NotitieSchrijven(agendapunt_id=punt_id, tekst="voorbereid"),
        OverlegAfzeggen(overleg_id=overleg_id),
    )
    desk.undo()
    assert next(row for row in _beeld(desk)["agendapunt"] if row["id"] == punt_id)["notitie"] == "voorbereid"


def test_new_chair_who_was_invited_for_it_leaves_again(desk: Desk) -> None:
    overleg_id, medewerker_id = _id(desk, "overleg"), _id(desk, "medewerker", 2)
    aantal = len(_beeld(desk)["deelnemer"])
    anders = OverlegWijzigen(
        overleg_id=overleg_id, datum=date(2026, 12, 2), begintijd=time(9), voorzitter_id=medewerker_id
    )
    _heen_en_weer(desk, anders)
    assert len(_beeld(desk)["deelnemer"]) == aantal + 1


def test_turning_to_an_item_can_be_taken_back_and_keeps_what_came_before(desk: Desk) -> None:
    punt_id = _punt(desk, 1)
    _heen_en_weer(
        desk,
        NotitieSchrijven(agendapunt_id=punt_id, tekst="x"),
        AgendapuntBeginnen(agendapunt_id=punt_id),
        AgendapuntStatusBepalen(agendapunt_id=punt_id, status=Puntstatus.BESPROKEN),
    )


def test_item_that_was_marked_discussed_comes_back_so(desk: Desk) -> None:
    punt_id = _punt(desk, 1)
    desk.execute(AgendapuntStatusBepalen(agendapunt_id=punt_id, status=Puntstatus.BESPROKEN))
    _heen_en_weer(
        desk,
        NotitieSchrijven(agendapunt_id=punt_id, tekst="x"),
        CasusVanAgendaHalen(agendapunt_id=punt_id),
    )


def test_finishing_keeps_the_reason_of_a_postponement(desk: Desk) -> None:
    actie_id = _id(desk, "actie")
    desk.execute(ActieVerzetten(actie_id=actie_id, termijn=date(2026, 12, 20), reden="ziek"))
    _heen_en_weer(desk, ActieAfhandelen(actie_id=actie_id, status=Actiestatus.GEDAAN))
    desk.undo()
    assert _beeld(desk)["actie"][0]["resultaat"] == "ziek"


def test_reopening_taken_back_keeps_the_day_it_was_done(desk: Desk) -> None:
    actie_id, toen = _id(desk, "actie", 2), _beeld(desk)["actie"][2]["afgehandeld_op"]
    _later(desk, days=9)
    _heen_en_weer(desk, ActieHeropenen(actie_id=actie_id))
    desk.undo()
    assert _beeld(desk)["actie"][2]["afgehandeld_op"] == toen


def test_first_plan_taken_back_leaves_no_plan(desk: Desk) -> None:
    casus_id = _id(desk, "casus")
    goed = Doel(leefgebied_code="huisvesting", doel="woont")
    _heen_en_weer(
        desk,
        PlanSchrijven(casus_id=casus_id, hoofddoel="rust"),
        PlanSchrijven(casus_id=casus_id, hoofddoel="rust", doelen=(goed,)),
    )
    _heen_en_weer(desk, PlanWegnemen(casus_id=casus_id))


def test_role_comes_back_with_its_history(desk: Desk) -> None:
    casus_id, ander = _id(desk, "casus"), _id(desk, "medewerker", 2)
    rol = Casusrol.CASEMANAGER
    _later(desk, minutes=10)
    _heen_en_weer(
        desk,
        CasusrolToewijzen(casus_id=casus_id, rol=rol, medewerker_id=ander),
    )
    desk.execute(
        CasusParkeren(casus_id=casus_id, reden="even niet", tot=desk.clock.today() + timedelta(days=9))
    )
    _heen_en_weer(
        desk,
        CasusrolBeeindigen(casus_id=casus_id, rol=rol),
        CasusrolToewijzen(casus_id=casus_id, rol=rol, medewerker_id=ander),
    )


def test_words_of_a_decision_come_back_to_the_letter(desk: Desk) -> None:
    casus_id, overleg_id = _id(desk, "casus"), _id(desk, "overleg")
    besluit = desk.execute(
        BesluitVastleggen(
            casus_id=casus_id,
            overleg_id=overleg_id,
            tekst="a",
            type_code="voortzetten",
            onderbouwing=" b ",
            gremium_code="werktafel",
        )
    )
    anders = BesluitWijzigen(
        besluit_id=besluit.id, tekst="c", type_code="voortzetten", gremium_code="werktafel"
    )
    _heen_en_weer(desk, anders)


def test_decision_keeps_a_type_that_ended_since(desk: Desk) -> None:
    besluit_id = _id(desk, "besluit")
    desk.execute(ReferentiewaardeVervallen(lijst_code="besluittypen", code="voortzetten"))
    woorden = BesluitWijzigen(
        besluit_id=besluit_id, tekst="c", type_code="voortzetten", gremium_code="werktafel"
    )
    ander = BesluitWijzigen(besluit_id=besluit_id, tekst="d", type_code="aanhouden", gremium_code="werktafel")
    _heen_en_weer(desk, woorden, ander)


def test_order_of_factors_survives_a_gap(desk: Desk) -> None:
    casus_id = _id(desk, "casus")
    for tekst in ("een", "twee"):
        desk.execute(FactorVastleggen(casus_id=casus_id, soort=Factorsoort.RISICO, tekst=tekst))
    _heen_en_weer(desk, FactorWeghalen(factor_id=_id(desk, "factor")))
    desk.execute(FactorVastleggen(casus_id=casus_id, soort=Factorsoort.RISICO, tekst="drie"))
    assert [row["volgorde"] for row in _beeld(desk)["factor"]] == [1, 2]


def test_taken_out_participants_come_back_as_they_were(desk: Desk) -> None:
    deelnemer = next(row for row in _beeld(desk)["deelnemer"] if row["volgorde"] == 1)
    _heen_en_weer(desk, DeelnemerWeghalen(deelnemer_id=deelnemer["id"]))
    weg = next(row for row in _beeld(desk)["betrokkene"] if row["rol"] != "hoofdbetrokkene")
    _heen_en_weer(desk, BetrokkeneWeghalen(betrokkene_id=weg["id"]))


# -- what is refused ------------------------------------------------------------------------------------------------


def test_registration_on_which_something_was_built_stays(desk: Desk) -> None:
    casus_id = desk.execute(CasusAanmelden(hoofdbetrokkene=NIEUW)).id
    gebouwd: tuple[Command, ...] = (
        FactorVastleggen(casus_id=casus_id, soort=Factorsoort.RISICO, tekst="x"),
        BetrokkeneToevoegen(casus_id=casus_id, persoon=NIEUW),
        PlanSchrijven(casus_id=casus_id, hoofddoel="x"),
        CasusAgenderen(overleg_id=_id(desk, "overleg"), casus_id=casus_id),
        BesluitVastleggen(casus_id=casus_id, tekst="x", type_code="voortzetten", gremium_code="werktafel"),
    )
    for act in gebouwd:  # each on its own; the decision last, since its number keeps the case for ever
        desk.execute(act)
        with pytest.raises(RuleViolation, match="casus_in_gebruik"):
            desk.execute(CasusAanmeldingTerugnemen(casus_id=casus_id, ook_gewijzigd=True))
        desk.undo()
    with pytest.raises(RuleViolation, match="casus_in_gebruik"):
        desk.execute(CasusAanmeldingTerugnemen(casus_id=casus_id, ook_gewijzigd=True))


def test_number_that_was_given_out_means_that_case_for_ever(desk: Desk) -> None:
    casus = desk.execute(CasusAanmelden(hoofdbetrokkene=NIEUW))
    nummer = _beeld(desk)["casus"][-1]["nummer"]
    desk.undo()
    with pytest.raises(RuleViolation, match="casusnummer_uitgegeven"):
        desk.execute(CasusAanmelden(hoofdbetrokkene=NIEUW, nummer=nummer))
    assert desk.redo() is not None
    assert _beeld(desk)["casus"][-1]["id"] == casus.id


def test_closed_meeting_gets_no_decision_back(desk: Desk) -> None:
    besluit_id, actie_id, overleg_id = _id(desk, "besluit"), _id(desk, "actie"), _id(desk, "overleg")
    desk.execute(BesluitTerugnemen(besluit_id=besluit_id))
    desk.execute(ActieTerugnemen(actie_id=actie_id))
    desk.execute(OverlegSluiten(overleg_id=overleg_id, reden="tijd om"))
    blad = desk.ask(lambda session: verslag(session, overleg_id))
    for act in (BesluitHerstellen(besluit_id=besluit_id), ActieHerstellen(actie_id=actie_id)):
        with pytest.raises(RuleViolation, match="overleg_gesloten"):
            desk.execute(act)
    assert desk.ask(lambda session: verslag(session, overleg_id)) == blad


def test_meeting_decides_only_on_the_cases_of_its_agenda(desk: Desk) -> None:
    """A decision on another case would stand in no minutes."""
    overleg_id, ander = _id(desk, "overleg"), _id(desk, "casus", 2)
    for act in (
        BesluitVastleggen(
            casus_id=ander,
            overleg_id=overleg_id,
            tekst="x",
            type_code="voortzetten",
            gremium_code="werktafel",
        ),
        ActieVastleggen(casus_id=ander, overleg_id=overleg_id, omschrijving="x"),
    ):
        with pytest.raises(RuleViolation, match="casus_niet_op_agenda"):
            desk.execute(act)
    desk.execute(
        BesluitVastleggen(
            casus_id=ander, tekst="buiten het overleg", type_code="voortzetten", gremium_code="werktafel"
        )
    )


Maak = Callable[[Desk], Command]
ONBEKEND = "0" * 32
WEIGERINGEN: dict[str, tuple[Maak, str]] = {
    "gemeente die niet bestaat": (
        lambda d: CasusAanmelden(hoofdbetrokkene=NIEUW, gemeente_id=ONBEKEND),
        "niet_gevonden",
    ),
    "tafel die niet bestaat": (
        lambda d: CasusAanmelden(hoofdbetrokkene=NIEUW, tafel_id=ONBEKEND),
        "niet_gevonden",
    ),
    "voorzitter die niet bestaat": (
        lambda d: OverlegPlannen(tafel_id=_id(d, "tafel"), datum=date(2026, 12, 9), voorzitter_id=ONBEKEND),
        "niet_gevonden",
    ),
    "doelgroep die niet bestaat": (
        lambda d: CasusAanmelden(hoofdbetrokkene=NIEUW, doelgroep_code="x"),
        "doelgroep_onbekend",
    ),
    "leefgebied dat niet bestaat": (
        lambda d: InbrengVastleggen(
            casus_id=_id(d, "casus"), organisatie_id=_id(d, "organisatie"), leefgebied_code="x", tekst="y"
        ),
        "leefgebied_onbekend",
    ),
    "domein dat niet bestaat": (
        lambda d: ZrmVastleggen(casus_id=_id(d, "casus"), domein_code="x", datum=date(2026, 12, 2), score=1),
        "zrm_domein_onbekend",
    ),
    "doel op een leefgebied dat niet bestaat": (
        lambda d: PlanSchrijven(casus_id=_id(d, "casus"), doelen=(Doel(leefgebied_code="x", doel="y"),)),
        "leefgebied_onbekend",
    ),
    "besluit van alleen een NUL": (
        lambda d: BesluitVastleggen(
            casus_id=_id(d, "casus"), tekst="\x00", type_code="voortzetten", gremium_code="werktafel"
        ),
        "besluit_zonder_tekst",
    ),
    "actie van alleen een NUL": (
        lambda d: ActieVastleggen(casus_id=_id(d, "casus"), omschrijving="\x00"),
        "actie_zonder_omschrijving",
    ),
    "titel die niet past": (
        lambda d: CasusTekstWijzigen(casus_id=_id(d, "casus"), veld="titel", tekst="t" * 301),
        "tekst_te_lang",
    ),
    "terugzetten wat er nog staat": (
        lambda d: AgendapuntTerugzetten(
            agendapunt_id=_punt(d),
            overleg_id=_id(d, "overleg"),
            casus_id=_id(d, "casus", 2),
            positie=1,
            minuten=10,
            notitie="",
            status=Puntstatus.OPEN,
        ),
        "id_in_gebruik",
    ),
    "punten van een ander overleg": (
        lambda d: AgendapuntStandTerugzetten(
            overleg_id=_id(d, "overleg", 1),
            standen=(
                Puntstand(
                    agendapunt_id=_punt(d), status=Puntstatus.OPEN, begonnen_op=None, besproken_op=None
                ),
            ),
        ),
        "agendapunt_ander_overleg",
    ),
    "een uitkomst zonder dag": (
        lambda d: ActieUitkomstTerugnemen(
            actie_id=_id(d, "actie"), status=Actiestatus.GEDAAN, resultaat="", afgehandeld_op=None
        ),
        "actie_uitkomst_onbekend",
    ),
    "een verzetting van een afgehandelde actie": (
        lambda d: ActieVerzettingTerugnemen(
            actie_id=_id(d, "actie", 2), termijn=None, uitgesteld=0, resultaat=""
        ),
        "actie_niet_open",
    ),
    "een rol die niemand had": (
        lambda d: CasusrolTerugnemen(casus_id=_id(d, "casus", 2), rol=Casusrol.CASEMANAGER),
        "rol_niet_vervuld",
    ),
    "een rol herstellen zonder houder": (
        lambda d: CasusrolHerstellen(casus_id=_id(d, "casus", 2), rol=Casusrol.CASEMANAGER),
        "rol_niet_vervuld",
    ),
    "een overleg dat er staat": (
        lambda d: OverlegHerstellen(
            overleg_id=ONBEKEND,
            nummer=_beeld(d)["overleg"][0]["nummer"],
            gepland=OverlegPlannen(tafel_id=_id(d, "tafel"), datum=date(2026, 12, 9), begintijd=time(9)),
            deelnemers=(),
            punten=(),
        ),
        "overleg_bestaat",
    ),
    "een casus zonder nummer": (
        lambda d: CasusAanmeldingHerstellen(
            casus_id=ONBEKEND,
            persoon_id=ONBEKEND,
            betrokkene_id=ONBEKEND,
            aanmelding=CasusAanmelden(hoofdbetrokkene=NIEUW),
            created_at=d.clock.now(),
        ),
        "casusnummer_ontbreekt",
    ),
}


@pytest.mark.parametrize("naam", sorted(WEIGERINGEN))
def test_refused_with_a_sentence_and_without_a_trace(desk: Desk, naam: str) -> None:
    maak, code = WEIGERINGEN[naam]
    command, voor = maak(desk), _beeld(desk)
    with pytest.raises((RuleViolation, NotFound), match=code):
        desk.execute(command)
    assert _beeld(desk).tables == voor.tables


def _plan_van(desk: Desk, casus_id: str) -> Row:
    return next(row for row in _beeld(desk)["plan_van_aanpak"] if row["casus_id"] == casus_id)


def test_version_of_a_plan_moves_with_its_goals(desk: Desk) -> None:
    casus_id = _id(desk, "casus")
    desk.execute(PlanSchrijven(casus_id=casus_id))
    voor = _plan_van(desk, casus_id)["version"]
    desk.execute(
        PlanSchrijven(casus_id=casus_id, doelen=(Doel(leefgebied_code="huisvesting", doel="woont"),))
    )
    assert _plan_van(desk, casus_id)["version"] > voor


def test_what_no_store_can_hold_is_left_out_of_a_text() -> None:
    assert check_text("a\x00b\ud83dc é", "tekst") == "abc é"
    with pytest.raises(RuleViolation, match="tekst_te_lang"):
        check_text("x" * (MAX_TEXT + 1), "tekst")
