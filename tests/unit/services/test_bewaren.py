"""How long a case is kept: the rule per regime, looking again, extending, and what must go."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.overname import oud_nummer
from vhdesk.errors import RuleViolation
from vhdesk.models.bewaartermijn import Termijnregel, einde_termijn, plus_maanden
from vhdesk.queries.bewaren import Bewaarstand, bewaarstand
from vhdesk.queries.dossier import dossier
from vhdesk.queries.instelling import bewaarregel_historie, bewaarregels
from vhdesk.queries.organisatie import gemeenten, organisaties, tafels
from vhdesk.services.afschalen import CasusAfschalen, CasusAfsluiten
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.bewaren import (
    BewaarregelVastleggen,
    BewaartermijnVerlengen,
    CasusTeVernietigenAanwijzen,
    NoodzaakHerbeoordelen,
)
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.vocabulary import Bewaarstart, CasusStatus, Tafelregime


def casus(desk: Desk, status: CasusStatus = CasusStatus.IN_BEHANDELING, **velden: object) -> str:
    persoon = Persoonsgegevens(geslachtsnaam="Jansen")
    gegevens = {"gemeente_id": desk.ask(gemeenten)[0].id, "tafel_id": _wgs_tafel(desk), **velden}
    return desk.execute(
        CasusAanmelden(hoofdbetrokkene=persoon, status=status, nummer=oud_nummer(status), **gegevens)
    ).id  # type: ignore[arg-type]


def _wgs_tafel(desk: Desk) -> str:
    return next(rij.id for rij in desk.ask(tafels) if rij.regime is Tafelregime.WGS)


def stand(desk: Desk, casus_id: str) -> Bewaarstand:
    return desk.ask(bewaarstand, casus_id)


def naar(desk: Desk, dag: date) -> None:
    desk.clock.moment = datetime(dag.year, dag.month, dag.day, 9, tzinfo=UTC)  # type: ignore[attr-defined]


def medewerker(desk: Desk) -> str:
    organisatie_id = desk.ask(organisaties)[0].id
    return desk.execute(MedewerkerToevoegen(organisatie_id=organisatie_id, naam="Ans de Boer")).id


def test_months_end_on_the_last_day_of_a_short_month() -> None:
    assert plus_maanden(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert plus_maanden(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert plus_maanden(date(2026, 12, 1), 1) == date(2027, 1, 1)


def test_the_term_runs_from_what_the_rule_says() -> None:
    aangemeld, gesloten = date(2026, 1, 10), date(2028, 5, 1)
    eerst, later = Termijnregel(), Termijnregel(jaren=2, vanaf=Bewaarstart.AFSLUITING)
    gegevens = {"aangemeld_op": aangemeld, "afgesloten_op": gesloten, "verlengd_tot": None}
    assert einde_termijn(eerst, **gegevens) == date(2031, 1, 10)  # type: ignore[arg-type]
    assert einde_termijn(later, **gegevens) == date(2030, 5, 1)  # type: ignore[arg-type]
    open_ = {**gegevens, "afgesloten_op": None}
    assert einde_termijn(later, **open_) == date(2028, 1, 10)  # type: ignore[arg-type]
    assert einde_termijn(eerst, **{**gegevens, "verlengd_tot": date(2032, 1, 1)}) == date(2032, 1, 1)  # type: ignore[arg-type]


def test_five_years_from_the_first_processing_until_somebody_changes_it(desk: Desk) -> None:
    zaak = casus(desk)
    assert stand(desk, zaak).bewaren_tot == date(2031, 11, 23)
    desk.execute(
        BewaarregelVastleggen(
            regime=Tafelregime.WGS, jaren=2, vanaf=Bewaarstart.AFSLUITING, herbeoordeling_maanden=3,
            reden="Besluit van de stuurgroep.",
        )
    )  # fmt: skip
    assert stand(desk, zaak).bewaren_tot == date(2028, 11, 23)
    assert stand(desk, zaak).herbeoordelen_op == date(2027, 2, 23)
    naar(desk, date(2027, 6, 1))
    desk.execute(CasusAfschalen(casus_id=zaak, reden_code="doelen-behaald", reden="Klaar."))
    desk.execute(CasusAfsluiten(casus_id=zaak, reden="Rust.", ondanks="Overleden."))
    assert stand(desk, zaak).bewaren_tot == date(2029, 6, 1)
    assert stand(desk, zaak).herbeoordelen_op is None


def test_every_version_of_a_rule_stays_readable(desk: Desk) -> None:
    assert [(rij.versie, rij.jaren) for rij in desk.ask(bewaarregels)] == [(0, 5), (0, 5)]
    for jaren in (4, 3):
        desk.execute(
            BewaarregelVastleggen(
                regime=Tafelregime.PGA_RADICALISERING, jaren=jaren, vanaf=Bewaarstart.AFSLUITING,
                herbeoordeling_maanden=6, reden="Korter.",
            )
        )  # fmt: skip
    assert [(rij.versie, rij.jaren) for rij in desk.ask(bewaarregels)] == [(0, 5), (2, 3)]
    assert [rij.jaren for rij in desk.ask(bewaarregel_historie)] == [3, 4]


@pytest.mark.parametrize(
    ("jaren", "maanden", "reden", "code"),
    [
        (0, 6, "om", "bewaarjaren_buiten_bereik"),
        (31, 6, "om", "bewaarjaren_buiten_bereik"),
        (5, 0, "om", "maanden_buiten_bereik"),
        (5, 121, "om", "maanden_buiten_bereik"),
        (5, 6, " ", "reden_ontbreekt"),
    ],
)
def test_an_impossible_rule_is_refused(desk: Desk, jaren: int, maanden: int, reden: str, code: str) -> None:
    command = BewaarregelVastleggen(
        regime=Tafelregime.WGS, jaren=jaren, vanaf=Bewaarstart.AFSLUITING, herbeoordeling_maanden=maanden,
        reden=reden,
    )  # fmt: skip
    with pytest.raises(RuleViolation, match=code):
        desk.execute(command)


def test_an_extension_has_a_person_a_reason_and_a_later_day_and_is_counted(desk: Desk) -> None:
    zaak, wie = casus(desk), medewerker(desk)

    def verleng(tot: date, reden: str = "Beroep loopt nog.") -> None:
        desk.execute(BewaartermijnVerlengen(casus_id=zaak, medewerker_id=wie, reden=reden, tot=tot))

    for tot in (date(2031, 11, 23), date(2026, 12, 1), date.min):
        with pytest.raises(RuleViolation, match="verlengen_na_einde"):
            verleng(tot)
    with pytest.raises(RuleViolation, match="reden_ontbreekt"):
        verleng(date(2033, 1, 1), " ")
    verleng(date(2033, 1, 1))
    verleng(date(2034, 1, 1))
    assert (stand(desk, zaak).bewaren_tot, stand(desk, zaak).verlengingen) == (date(2034, 1, 1), 2)


def test_looking_again_moves_the_next_time(desk: Desk) -> None:
    zaak = casus(desk)
    assert stand(desk, zaak).herbeoordelen_op == date(2027, 5, 23)
    naar(desk, date(2027, 5, 20))
    with pytest.raises(RuleViolation, match="reden_ontbreekt"):
        desk.execute(NoodzaakHerbeoordelen(casus_id=zaak, reden=""))
    desk.execute(NoodzaakHerbeoordelen(casus_id=zaak, reden="Het plan loopt."))
    assert stand(desk, zaak).herbeoordelen_op == date(2027, 11, 20)


def test_only_a_finished_case_is_pointed_out_and_an_extension_calls_it_back(desk: Desk) -> None:
    open_ = casus(desk)
    with pytest.raises(RuleViolation, match="overgang_niet_toegestaan"):
        desk.execute(CasusTeVernietigenAanwijzen(casus_id=open_, reden="weg"))
    zaak = casus(desk, CasusStatus.AFGESLOTEN)
    with pytest.raises(RuleViolation, match="reden_ontbreekt"):
        desk.execute(CasusTeVernietigenAanwijzen(casus_id=zaak, reden=""))
    desk.execute(CasusTeVernietigenAanwijzen(casus_id=zaak, reden="Grond vervallen."))
    assert desk.ask(dossier, zaak).kop.status is CasusStatus.TE_VERNIETIGEN
    desk.execute(
        BewaartermijnVerlengen(
            casus_id=zaak, medewerker_id=medewerker(desk), reden="Beroep.", tot=date(2035, 1, 1)
        )
    )
    assert desk.ask(dossier, zaak).kop.status is CasusStatus.AFGESLOTEN
