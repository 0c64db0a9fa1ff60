"""Taking back a role leaves the history as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.drietal import iemand_van
from tests.overname import oud_nummer
from vhdesk.errors import RuleViolation
from vhdesk.models.casushandeling import KAN, Handeling
from vhdesk.models.casusverloop import AFGEROND, BEGIN, ONGEWOGEN
from vhdesk.queries.dossier import dossier
from vhdesk.queries.organisatie import organisaties, tafels
from vhdesk.services.actie import ActieVastleggen
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.casusrol import CasusrolTerugnemen, CasusrolToewijzen
from vhdesk.services.desk import Desk
from vhdesk.services.methode import MethodeKiezen
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.services.overleg import OverlegPlannen
from vhdesk.services.plan import PlanSchrijven, PlanVaststellen
from vhdesk.vocabulary import Casusrol, CasusStatus

ROL = Casusrol.VERANTWOORDELIJKE


def _later(desk: Desk) -> None:
    desk.clock.moment += timedelta(minutes=1)  # type: ignore[attr-defined]


def test_history_is_as_it_was(desk: Desk) -> None:
    casus_id = desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Toets"),
            status=CasusStatus.IN_BEHANDELING,
            nummer=oud_nummer(CasusStatus.IN_BEHANDELING),
        )
    ).id
    politie, halt = (iemand_van(desk, code, f"Iemand van {code}") for code in ("politie", "halt"))
    desk.execute(CasusrolToewijzen(casus_id=casus_id, rol=ROL, medewerker_id=politie))
    voor = desk.ask(dossier, casus_id).rollen
    _later(desk)
    desk.execute(CasusrolToewijzen(casus_id=casus_id, rol=ROL, medewerker_id=halt))
    assert [rij.organisatie for rij in desk.ask(dossier, casus_id).rollen if rij.tot is None] == ["Halt"]
    _later(desk)
    desk.undo()
    assert desk.ask(dossier, casus_id).rollen == voor
    desk.undo()
    assert desk.ask(dossier, casus_id).rollen == ()


def test_row_of_another_case_is_refused(desk: Desk) -> None:
    een, twee = (
        desk.execute(
            CasusAanmelden(
                hoofdbetrokkene=Persoonsgegevens(geslachtsnaam=naam),
                status=CasusStatus.IN_BEHANDELING,
                nummer=oud_nummer(CasusStatus.IN_BEHANDELING),
            )
        ).id
        for naam in ("Een", "Twee")
    )
    agent = iemand_van(desk, "politie", "Agent")
    desk.execute(CasusrolToewijzen(casus_id=een, rol=ROL, medewerker_id=agent))
    rij = desk.ask(dossier, een).rollen[0]
    with pytest.raises(RuleViolation, match="rol_andere_casus"):
        desk.execute(CasusrolTerugnemen(casus_id=twee, rol=ROL, vorige_id=rij.id))


@pytest.mark.parametrize("status", CasusStatus)
def test_every_act_of_a_table_asks_the_status_of_the_case(desk: Desk, status: CasusStatus) -> None:
    """One table of which act is possible in which status; what it refuses stores nothing."""
    if status not in BEGIN:
        assert KAN[status] == frozenset()
        return
    casus_id = desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Toets"),
            grondslag="WGS",
            status=status,
            nummer=oud_nummer(status),
        )
    ).id
    huis = next(row.id for row in desk.ask(organisaties) if row.code == "zorg-en-veiligheidshuis-twente")
    wie = desk.execute(MedewerkerToevoegen(organisatie_id=huis, naam="Wilma Hof")).id
    if status not in AFGEROND:
        desk.execute(CasusrolToewijzen(casus_id=casus_id, rol=Casusrol.PROCESREGISSEUR, medewerker_id=wie))
    overleg_id = desk.execute(OverlegPlannen(tafel_id=desk.ask(tafels)[0].id, datum=date(2026, 12, 16))).id
    acten = {
        Handeling.AGENDEREN: CasusAgenderen(overleg_id=overleg_id, casus_id=casus_id),
        Handeling.LEIDEN: CasusrolToewijzen(casus_id=casus_id, rol=Casusrol.CASEMANAGER, medewerker_id=wie),
        Handeling.ROL: CasusrolToewijzen(casus_id=casus_id, rol=Casusrol.VERANTWOORDELIJKE, medewerker_id=wie),
        Handeling.PLAN_SCHRIJVEN: PlanSchrijven(
            casus_id=casus_id, hoofddoel="Rust", afschaalcriterium="Een half jaar rust",
            evaluatiedatum=date(2027, 3, 1),
        ),
        Handeling.PLAN_VASTSTELLEN: PlanVaststellen(casus_id=casus_id, onderbouwing="Zo wil de tafel het."),
        Handeling.ACTIE: ActieVastleggen(casus_id=casus_id, omschrijving="bellen"),
        Handeling.BESLUIT: BesluitVastleggen(
            casus_id=casus_id, tekst="Informatie vragen.", type_code="afspraak", gremium_code="werktafel"
        ),
    }  # fmt: skip
    assert set(acten) == set(Handeling)
    for handeling, acte in acten.items():
        if handeling in KAN[status]:
            desk.execute(acte)
            continue
        with pytest.raises(RuleViolation) as refused:
            desk.execute(acte)
        assert refused.value.code == ("casus_niet_gewogen" if status in ONGEWOGEN else "casus_afgerond")
    assert (Handeling.AGENDEREN in KAN[status]) == (status not in AFGEROND)
    assert (Handeling.LEIDEN in KAN[status]) == (status not in (*AFGEROND, *ONGEWOGEN))


def _iemand(desk: Desk, code: str) -> str:
    """Return a person of the organisation with this code."""
    huis = next(row.id for row in desk.ask(organisaties) if row.code == code)
    return desk.execute(MedewerkerToevoegen(organisatie_id=huis, naam=f"Iemand van {code}")).id


def _loopt(desk: Desk, tafel: str = "werktafel-enschede") -> str:
    tafel_id = next(row.id for row in desk.ask(tafels) if row.code == tafel)
    return desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Toets"),
            tafel_id=tafel_id,
            status=CasusStatus.IN_BEHANDELING,
            nummer=oud_nummer(CasusStatus.IN_BEHANDELING),
        )
    ).id


@pytest.mark.parametrize(
    ("tafel", "code", "mag"),
    [
        ("werktafel-enschede", "zorg-en-veiligheidshuis-twente", True),
        ("werktafel-enschede", "politie", False),
        ("werktafel-enschede", "gemeente-losser", False),
        ("casustafel-radicalisering", "gemeente-losser", True),  # the gemeente is regievoerder
        ("casustafel-radicalisering", "politie", False),
    ],
)
def test_the_procesregisseur_is_of_the_house(desk: Desk, tafel: str, code: str, mag: bool) -> None:
    wijs = CasusrolToewijzen(
        casus_id=_loopt(desk, tafel), rol=Casusrol.PROCESREGISSEUR, medewerker_id=_iemand(desk, code)
    )
    if mag:
        desk.execute(wijs)
        return
    with pytest.raises(RuleViolation, match="procesregie_van_huis") as refused:
        desk.execute(wijs)
    assert refused.value.field == "medewerker_id"
    assert desk.ask(dossier, wijs.casus_id).procesregisseur is None


def test_casusregie_lies_where_the_method_says(desk: Desk) -> None:
    casus_id = _loopt(desk)
    desk.execute(MethodeKiezen(casus_id=casus_id, methode_code="10-in-twente", reden="Deelt kennis"))
    wijs = CasusrolToewijzen(
        casus_id=casus_id, rol=Casusrol.CASEMANAGER, medewerker_id=_iemand(desk, "politie")
    )
    with pytest.raises(RuleViolation, match="casusregie_elders") as refused:
        desk.execute(wijs)
    assert (refused.value.field, refused.value.details["wie"]) == ("medewerker_id", "GGZ")
    desk.execute(replace(wijs, medewerker_id=_iemand(desk, "mediant-ggz")))
    casemanager = desk.ask(dossier, casus_id).casemanager
    assert casemanager is not None and casemanager.naam == "Iemand van mediant-ggz"
