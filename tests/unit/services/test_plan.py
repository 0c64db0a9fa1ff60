"""The plan van aanpak: one per case, written as a whole, and found by its words."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from tests.overname import oud_nummer
from vhdesk.errors import RuleViolation
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import PlanRow
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.plan import AlsDan, Doel, Escalatie, PlanSchrijven
from vhdesk.vocabulary import CasusStatus

DOEL = Doel(
    leefgebied_code="huisvesting",
    doel="een eigen huurcontract",
    meetbaar="ondertekend",
    acceptabel="meneer wil dit zelf",
    realistisch="er is een plek bij de corporatie",
    tijdgebonden="vóór 1 maart 2027",
)
SCENARIO = AlsDan(
    als="hij slaapt twee nachten niet",
    dan="de crisisdienst komt langs",
    wie_belt_wie="de wijkagent belt de GGZ",
    telefoon="06-0000 0144, dag en nacht",
)
ESCALATIE = Escalatie(wanneer="de plek valt weg", naar_wie="de burgemeester", door_wie="de procesregisseur")


def maak_casus(desk: Desk, naam: str = "Toets") -> str:
    return desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=Persoonsgegevens(geslachtsnaam=naam),
            status=CasusStatus.IN_BEHANDELING,
            nummer=oud_nummer(CasusStatus.IN_BEHANDELING),
        )
    ).id


def plan_van(desk: Desk, casus_id: str) -> PlanRow:
    plan = desk.ask(dossier, casus_id).plan
    assert plan is not None
    return plan


def test_everything_of_the_plan_is_kept(desk: Desk) -> None:
    casus = maak_casus(desk)
    desk.execute(
        PlanSchrijven(
            casus_id=casus, hoofddoel="rust", doelen=(DOEL,), scenarios=(SCENARIO,), escalatie=(ESCALATIE,),
            evaluatiedatum=date(2027, 3, 1), afschaalcriterium="een jaar rust",
        )
    )  # fmt: skip
    plan = plan_van(desk, casus)
    for row, value in zip(
        (plan.doelen[0], plan.scenarios[0], plan.escalatie[0]), (DOEL, SCENARIO, ESCALATIE), strict=True
    ):
        for veld in value.__dataclass_fields__:
            if veld != "id":
                assert getattr(row, veld) == getattr(value, veld), veld
    assert (plan.hoofddoel, plan.afschaalcriterium) == ("rust", "een jaar rust")


def test_the_database_itself_keeps_one_plan_per_case(desk: Desk) -> None:
    casus = maak_casus(desk)
    for woord in ("een", "twee"):
        desk.execute(PlanSchrijven(casus_id=casus, hoofddoel=woord))
    assert plan_van(desk, casus).hoofddoel == "twee"

    def second(session: Session) -> None:
        session.execute(
            text(
                "INSERT INTO plan_van_aanpak (id, version, casus_id, hoofddoel, afschaalcriterium)"
                " VALUES ('x', 1, :casus, '', '')"
            ),
            {"casus": casus},
        )

    with Session(desk._store.writer) as session, pytest.raises(IntegrityError, match="casus_id"):  # type: ignore[attr-defined]
        second(session)


@pytest.mark.parametrize(
    ("deel", "code", "veld"),
    [
        ({"scenarios": (AlsDan(als=" ", dan="bellen"),)}, "scenario_zonder_signaal", "scenarios"),
        ({"escalatie": (Escalatie(wanneer="", naar_wie="OM"),)}, "escalatie_zonder_wanneer", "escalatie"),
        (
            {"doelen": (Doel(leefgebied_code="huisvesting", doel="", meetbaar="x"),)},
            "doel_zonder_tekst",
            "doelen",
        ),
    ],
)
def test_a_line_without_what_it_is_about_is_refused(
    desk: Desk, deel: dict[str, tuple[object, ...]], code: str, veld: str
) -> None:
    casus = maak_casus(desk)
    with pytest.raises(RuleViolation) as refusal:
        desk.execute(PlanSchrijven(casus_id=casus, hoofddoel="rust", **deel))  # type: ignore[arg-type]
    assert (refusal.value.code, refusal.value.field) == (code, veld)
    assert desk.ask(dossier, casus).plan is None


def test_the_words_of_a_plan_are_found_and_go_when_they_go(desk: Desk) -> None:
    casus = maak_casus(desk)
    desk.execute(
        PlanSchrijven(
            casus_id=casus, hoofddoel="rust", doelen=(DOEL,), scenarios=(SCENARIO,), escalatie=(ESCALATIE,)
        )
    )
    for woord, bron in (
        ("huurcontract", "plandoel"),
        ("wijkagent", "scenario"),
        ("burgemeester", "escalatieafspraak"),
        ("rust", "plan_van_aanpak"),
    ):
        (treffer,) = desk.ask(casuslijst, zoek=woord).rijen
        assert (treffer.id, treffer.vindplaats.bron) == (casus, bron)
    desk.execute(PlanSchrijven(casus_id=casus, hoofddoel="rust"))
    assert desk.ask(casuslijst, zoek="wijkagent").rijen == ()
