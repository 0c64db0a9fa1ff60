"""A case gets its gemeente, or another one: with the reason, in its course, and it can be given back after."""

from __future__ import annotations

import pytest

from tests.unit.services import meldingen
from vhdesk.errors import NotFound, RuleViolation
from vhdesk.queries.dossier import dossier
from vhdesk.services.afschalen import CasusAfschalen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.casusgemeente import CasusGemeenteBepalen
from vhdesk.services.desk import Desk
from vhdesk.vocabulary import CasusStatus, Gebeurtenissoort


@pytest.fixture
def zaak(desk: Desk) -> str:
    persoon = Persoonsgegevens(geslachtsnaam="Jansen")
    return desk.execute(
        CasusAanmelden(hoofdbetrokkene=persoon, status=CasusStatus.IN_BEHANDELING, nummer="OUD-1")
    ).id


def test_a_case_without_gemeente_gets_one_and_can_be_given_back(desk: Desk, zaak: str) -> None:
    terug = CasusAfschalen(casus_id=zaak, reden_code="doelen-behaald", reden="Rust.")
    with pytest.raises(RuleViolation, match="afschalen_zonder_gemeente"):
        desk.execute(terug)
    losser = meldingen.gemeente(desk)
    desk.execute(CasusGemeenteBepalen(casus_id=zaak, gemeente_id=losser, reden=" Woont er. "))
    gelezen = desk.ask(dossier, zaak)
    stap = gelezen.verloop[0]
    assert gelezen.kop.gemeente == "Losser"
    assert (stap.soort, stap.reden, stap.toelichting) == (Gebeurtenissoort.GEMEENTE, "Woont er.", "Losser")
    assert desk.undo_label is None  # a formal act: it is put right by doing it again
    desk.execute(terug)


def test_moving_says_from_where_to_where(desk: Desk, zaak: str) -> None:
    for naam in ("Losser", "Borne"):
        desk.execute(
            CasusGemeenteBepalen(casus_id=zaak, gemeente_id=meldingen.gemeente(desk, naam), reden="Verhuisd.")
        )
    assert desk.ask(dossier, zaak).verloop[0].toelichting == "van Losser naar Borne"


def test_what_is_refused_changes_nothing(desk: Desk, zaak: str) -> None:
    losser, borne = meldingen.gemeente(desk), meldingen.gemeente(desk, "Borne")
    desk.execute(CasusGemeenteBepalen(casus_id=zaak, gemeente_id=losser, reden="Woont er."))
    for gemeente_id, reden, code in (
        (losser, "Nog eens.", "zelfde_gemeente"),
        (borne, " \n", "reden_ontbreekt"),
        ("", "Waarheen?", "gemeente_ontbreekt"),
    ):
        with pytest.raises(RuleViolation, match=code):
            desk.execute(CasusGemeenteBepalen(casus_id=zaak, gemeente_id=gemeente_id, reden=reden))
    with pytest.raises(NotFound):
        desk.execute(CasusGemeenteBepalen(casus_id=zaak, gemeente_id="0" * 32, reden="Bestaat niet."))
    gelezen = desk.ask(dossier, zaak)
    assert (gelezen.kop.gemeente, len(gelezen.verloop)) == ("Losser", 1)
