"""Up and across: what is asked of whom, the phases of AVE, and a case that goes to another table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from vhdesk.errors import NotFound, RuleViolation
from vhdesk.models import Averolhouder, Casusgebeurtenis
from vhdesk.queries.dossier import dossier
from vhdesk.queries.organisatie import organisaties, tafels
from vhdesk.services.afschalen import CasusHeropenen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.opschalen import (
    AveFaseBepalen,
    Averolhouding,
    CasusOpschalen,
    CasusOverdragen,
    OpschalingBeantwoorden,
)
from vhdesk.vocabulary import AveRol, CasusStatus, Gebeurtenissoort, Opschaling

LATER = date(2026, 12, 7)


@pytest.fixture
def zaak(desk: Desk) -> str:
    persoon = Persoonsgegevens(geslachtsnaam="Jansen")
    command = CasusAanmelden(
        hoofdbetrokkene=persoon,
        status=CasusStatus.IN_BEHANDELING,
        nummer="OUD-1",
        tafel_id=desk.ask(tafels)[0].id,
    )
    return desk.execute(command).id


def _gebeurtenissen(session: Session, casus_id: str) -> list[Casusgebeurtenis]:
    statement = select(Casusgebeurtenis).where(Casusgebeurtenis.casus_id == casus_id)
    return list(session.scalars(statement.order_by(Casusgebeurtenis.volgnr)))


def vraag(zaak: str) -> CasusOpschalen:
    return CasusOpschalen(
        casus_id=zaak,
        soort=Opschaling.BESTUURLIJK,
        reden="Vijf overleggen zonder plek.",
        gevraagd="Wijs een woonplek aan.",
        gremium_code="bestuurlijke-overlegtafel",
        antwoord_voor=LATER,
    )


def test_what_is_asked_of_a_gremium_stays_open_until_its_answer(desk: Desk, zaak: str) -> None:
    desk.execute(vraag(zaak))
    (open_vraag,) = desk.ask(_gebeurtenissen, zaak)
    assert (open_vraag.soort, open_vraag.datum) == (Gebeurtenissoort.OPGESCHAALD, LATER)
    assert desk.ask(dossier, zaak).kop.status is CasusStatus.IN_BEHANDELING
    with pytest.raises(RuleViolation, match="reden_ontbreekt"):
        desk.execute(OpschalingBeantwoorden(gebeurtenis_id=open_vraag.id, antwoord=" "))
    desk.execute(OpschalingBeantwoorden(gebeurtenis_id=open_vraag.id, antwoord="Plek per 1 januari."))
    antwoord = desk.ask(_gebeurtenissen, zaak)[-1]
    assert (antwoord.betreft_id, antwoord.reden) == (open_vraag.id, "Plek per 1 januari.")
    for gebeurtenis in (open_vraag, antwoord):
        with pytest.raises(RuleViolation, match="geen_open_vraag"):
            desk.execute(OpschalingBeantwoorden(gebeurtenis_id=gebeurtenis.id, antwoord="nog eens"))


@pytest.mark.parametrize(
    ("veld", "waarde", "code"),
    [
        ("reden", "", "reden_ontbreekt"),
        ("gevraagd", " ", "gevraagd_ontbreekt"),
        ("gremium_code", "de-koning", "gremium_ontbreekt"),
        ("antwoord_voor", None, "datum_ontbreekt"),
        ("antwoord_voor", date(2026, 11, 22), "termijn_verstreken"),
    ],
)
def test_a_question_lacks_nothing(desk: Desk, zaak: str, veld: str, waarde: object, code: str) -> None:
    with pytest.raises(RuleViolation, match=code):
        desk.execute(replace(vraag(zaak), **{veld: waarde}))  # type: ignore[arg-type]
    assert desk.ask(_gebeurtenissen, zaak) == []


def test_a_case_goes_to_another_table_with_its_history(desk: Desk, zaak: str) -> None:
    een, twee = desk.ask(tafels)[:2]
    desk.execute(CasusOverdragen(casus_id=zaak, naar_tafel_id=twee.id, reden="Verhuisd."))
    assert desk.ask(dossier, zaak).kop.tafel == twee.naam
    terug = CasusOpschalen(casus_id=zaak, soort=Opschaling.TAFEL, reden="Toch.", naar_tafel_id=een.id)
    desk.execute(terug)
    heen, weer = desk.ask(_gebeurtenissen, zaak)
    assert (heen.soort, heen.van_tafel_id, heen.naar_tafel_id) == (
        Gebeurtenissoort.OVERGEDRAGEN,
        een.id,
        twee.id,
    )
    assert (weer.van_tafel_id, weer.naar_tafel_id) == (twee.id, een.id)
    for command in (terug, replace(terug, naar_tafel_id=None)):
        with pytest.raises(RuleViolation, match=r"zelfde_tafel|tafel_ontbreekt"):
            desk.execute(command)
    with pytest.raises(NotFound):
        desk.execute(CasusOverdragen(casus_id=zaak, naar_tafel_id="0" * 32, reden="weg"))


def test_only_a_running_case_goes_up(desk: Desk, zaak: str) -> None:
    lokaal = CasusOpschalen(casus_id=zaak, soort=Opschaling.LOKAAL, reden="De gemeente vraagt regie.")
    desk.execute(lokaal)
    persoon = Persoonsgegevens(geslachtsnaam="De Vries")
    dicht = desk.execute(
        CasusAanmelden(hoofdbetrokkene=persoon, status=CasusStatus.AFGESLOTEN, nummer="OUD-2")
    ).id
    with pytest.raises(RuleViolation, match="casus_afgerond"):
        desk.execute(replace(lokaal, casus_id=dicht))
    desk.execute(CasusHeropenen(casus_id=dicht, reden="Weer overlast."))
    desk.execute(replace(lokaal, casus_id=dicht))


def _houders(session: Session, gebeurtenis_id: str) -> dict[AveRol, str]:
    statement = select(Averolhouder.rol, Averolhouder.organisatie_id).where(
        Averolhouder.gebeurtenis_id == gebeurtenis_id
    )
    return {rol: organisatie_id for rol, organisatie_id in session.execute(statement)}


def test_a_phase_of_ave_names_an_organisation_for_every_role(desk: Desk, zaak: str) -> None:
    partners = desk.ask(organisaties)[:4]
    houders = tuple(
        Averolhouding(rol=rol, organisatie_id=partner.id)
        for rol, partner in zip(AveRol, partners, strict=True)
    )
    fase = AveFaseBepalen(casus_id=zaak, fase=3, reden="De driehoek is nodig.", houders=houders)
    desk.execute(fase)
    (gebeurtenis,) = desk.ask(_gebeurtenissen, zaak)
    assert gebeurtenis.fase == 3
    assert desk.ask(_houders, gebeurtenis.id) == {houder.rol: houder.organisatie_id for houder in houders}
    for verkeerd, code in (
        (replace(fase, fase=5), "ave_fase_1_tot_4"),
        (replace(fase, fase=0), "ave_fase_1_tot_4"),
        (replace(fase, houders=houders[:3]), "ave_rol_ontbreekt"),
        (replace(fase, houders=(houders[0], *houders[:3])), "ave_rol_ontbreekt"),
        (replace(fase, reden=""), "reden_ontbreekt"),
    ):
        with pytest.raises(RuleViolation, match=code):
            desk.execute(verkeerd)
