"""What a case is shared on: nobody discusses a case without it, and everybody sees where it came from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

import meldingen
import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from vhdesk.errors import RuleViolation
from vhdesk.queries.aanmelding import aanmelding
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import DossierKop
from vhdesk.queries.grondslag import tafelstandaard, tafelstandaarden
from vhdesk.queries.melding import Melding
from vhdesk.queries.organisatie import gemeenten, organisaties, tafels
from vhdesk.services.aanlevering import AanleveringInlezen, AanleverRegel
from vhdesk.services.aanmelding import AanmeldingAanvullen, AanmeldingOntvangen
from vhdesk.services.agenda import CasusAgenderen, CasusVanAgendaHalen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casus import CasusTekstWijzigen
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.grondslag import AanbrengerBepalen, TafelstandaardVastleggen
from vhdesk.services.overleg import OverlegOpenen, OverlegPlannen
from vhdesk.vocabulary import Tafelregime
from vhdesk.vocabulary_inbreng import Herkomst

ALLES = {"grondslag", "doelbinding", "aanbrenger_id"}


def tafel_id(desk: Desk, code: str = "werktafel-enschede") -> str:
    return next(rij.id for rij in desk.ask(tafels) if rij.code == code)


def organisatie(desk: Desk, code: str) -> str:
    return next(rij.id for rij in desk.ask(organisaties) if rij.code == code)


def gemeente(desk: Desk, code: str) -> str:
    return next(rij.id for rij in desk.ask(gemeenten) if rij.code == code)


def casus(desk: Desk, **velden: Any) -> str:
    return desk.execute(CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Proef"), **velden)).id


def overleg(desk: Desk, dag: int = 2) -> str:
    return desk.execute(
        OverlegPlannen(tafel_id=tafel_id(desk), datum=date(2026, 12, dag), begintijd=time(13, 30))
    ).id


def kop(desk: Desk, casus_id: str) -> DossierKop:
    return desk.ask(dossier, casus_id).kop


def test_the_shipped_standard_fills_and_says_so(desk: Desk, dump: Callable[[Desk], Any]) -> None:
    zaak = casus(desk, gemeente_id=gemeente(desk, "losser"))
    assert kop(desk, zaak).grondslag == "" and not kop(desk, zaak).herkomst
    bijeen = overleg(desk)
    voor = dump(desk)
    desk.execute(CasusAgenderen(overleg_id=bijeen, casus_id=zaak))
    gevuld = kop(desk, zaak)
    assert "Stb. 2024, 198" in gevuld.grondslag and "overlast" in gevuld.doelbinding
    assert gevuld.aanbrenger == "Gemeente Losser"
    assert gevuld.herkomst == dict.fromkeys(ALLES, Herkomst.STANDAARD)
    desk.undo()
    assert dump(desk) == voor
    desk.redo()
    assert kop(desk, zaak).herkomst == gevuld.herkomst


def test_the_referrer_brings_it_in(desk: Desk) -> None:
    politie = organisatie(desk, "politie")
    zaak = desk.execute(
        AanmeldingOntvangen(
            casus=CasusAanmelden(
                hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Proef"), gemeente_id=gemeente(desk, "losser")
            ),
            melding=Melding(melder_organisatie_id=politie),
        )
    ).id
    desk.execute(CasusAgenderen(overleg_id=overleg(desk), casus_id=zaak))
    gevuld = kop(desk, zaak)
    assert gevuld.aanbrenger_id == politie and gevuld.herkomst["aanbrenger_id"] is Herkomst.AANMELDING


def test_nothing_to_fill_it_with_keeps_the_case_off_the_agenda(desk: Desk) -> None:
    desk.execute(TafelstandaardVastleggen(tafel_id=tafel_id(desk), grondslag="Convenant", doelbinding=" "))
    zaak, bijeen = casus(desk), overleg(desk)
    with pytest.raises(RuleViolation) as geweigerd:
        desk.execute(CasusAgenderen(overleg_id=bijeen, casus_id=zaak))
    assert geweigerd.value.code == "casus_zonder_grondslag"
    assert geweigerd.value.details["ontbreekt"] == "doel van het delen, aanbrengende organisatie"
    assert kop(desk, zaak).grondslag == "", "a refused act changes nothing"
    desk.execute(CasusTekstWijzigen(casus_id=zaak, veld="doelbinding", tekst="Rust"))
    desk.execute(AanbrengerBepalen(casus_id=zaak, aanbrenger_id=organisatie(desk, "politie")))
    desk.execute(CasusAgenderen(overleg_id=bijeen, casus_id=zaak))
    assert kop(desk, zaak).herkomst == {"grondslag": Herkomst.STANDAARD}


def test_what_is_written_for_the_case_is_its_own_and_undo_gives_back_what_was_filled(desk: Desk) -> None:
    zaak = casus(desk)
    desk.execute(CasusAgenderen(overleg_id=overleg(desk), casus_id=zaak))
    desk.execute(CasusTekstWijzigen(casus_id=zaak, veld="grondslag", tekst="Wvggz"))
    desk.execute(AanbrengerBepalen(casus_id=zaak, aanbrenger_id=organisatie(desk, "politie")))
    assert set(kop(desk, zaak).herkomst) == {"doelbinding"}
    desk.undo()
    desk.undo()
    assert set(kop(desk, zaak).herkomst) == ALLES


def test_on_an_agenda_none_of_it_can_be_emptied(desk: Desk) -> None:
    zaak, bijeen = casus(desk), overleg(desk)
    punt = desk.execute(CasusAgenderen(overleg_id=bijeen, casus_id=zaak)).id
    for leeg in (
        CasusTekstWijzigen(casus_id=zaak, veld="grondslag", tekst=" "),
        CasusTekstWijzigen(casus_id=zaak, veld="doelbinding", tekst=""),
        AanbrengerBepalen(casus_id=zaak, aanbrenger_id=None),
    ):
        with pytest.raises(RuleViolation, match="verplicht_op_agenda"):
            desk.execute(leeg)
    desk.execute(CasusVanAgendaHalen(agendapunt_id=punt))
    assert set(kop(desk, zaak).herkomst) == ALLES, "taking it off by hand leaves what was filled in"
    desk.execute(AanbrengerBepalen(casus_id=zaak, aanbrenger_id=None))
    assert kop(desk, zaak).aanbrenger_id is None


def _leeggemaakt(session: Session) -> None:
    """As an older version left a case that stands on an agenda."""
    session.execute(text("UPDATE casus SET grondslag = '', doelbinding = '', aanbrenger_id = NULL"))
    session.commit()


def test_a_case_that_an_older_version_put_on_the_agenda_is_filled_when_the_meeting_opens(desk: Desk) -> None:
    zaak, bijeen = casus(desk), overleg(desk)
    desk.execute(CasusAgenderen(overleg_id=bijeen, casus_id=zaak))
    desk.ask(_leeggemaakt)
    assert kop(desk, zaak).grondslag == ""
    desk.execute(CasusTekstWijzigen(casus_id=zaak, veld="doelbinding", tekst="Rust in het gezin."))
    desk.undo()
    assert kop(desk, zaak).doelbinding == "", "undo gives back what was found"
    desk.execute(OverlegOpenen(overleg_id=bijeen))
    assert set(kop(desk, zaak).herkomst) == ALLES


def test_undo_of_a_text_gives_back_where_it_came_from_to_the_letter(
    desk: Desk, dump: Callable[[Desk], Any]
) -> None:
    zaak = casus(desk)
    desk.execute(CasusAgenderen(overleg_id=overleg(desk), casus_id=zaak))
    voor = dump(desk)
    desk.execute(CasusTekstWijzigen(casus_id=zaak, veld="doelbinding", tekst="Rust."))
    desk.undo()
    assert dump(desk) == voor


def test_undo_of_a_referral_written_anew_gives_back_what_an_older_version_left_on_an_agenda(
    desk: Desk,
) -> None:
    zaak = desk.execute(meldingen.aanmelding(desk)).id
    desk.execute(CasusAgenderen(overleg_id=overleg(desk), casus_id=zaak))
    desk.ask(_leeggemaakt)
    gelezen = desk.ask(aanmelding, zaak)
    nieuw = AanmeldingAanvullen(
        casus_id=zaak, casus=replace(gelezen.velden, grondslag="Wgs art. 2.1", aanleiding="Brand"),
        hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Jansen"), melding=gelezen.melding,
    )  # fmt: skip
    desk.execute(nieuw)
    desk.undo()
    assert (kop(desk, zaak).grondslag, kop(desk, zaak).aanleiding) == ("", gelezen.velden.aanleiding)
    desk.redo()
    assert (kop(desk, zaak).grondslag, kop(desk, zaak).aanleiding) == ("Wgs art. 2.1", "Brand")
    with pytest.raises(RuleViolation, match="verplicht_op_agenda"):
        desk.execute(replace(nieuw, casus=replace(nieuw.casus, grondslag="")))


def test_undo_leaves_what_another_agenda_needs(desk: Desk) -> None:
    zaak = casus(desk)
    eerste = desk.execute(CasusAgenderen(overleg_id=overleg(desk, 2), casus_id=zaak)).id
    desk.execute(CasusAgenderen(overleg_id=overleg(desk, 9), casus_id=zaak))
    desk.execute(CasusVanAgendaHalen(agendapunt_id=eerste, standaard_terug=tuple(ALLES)))
    assert set(kop(desk, zaak).herkomst) == ALLES


def test_a_case_comes_back_on_the_agenda_as_it_was_filled_in(desk: Desk, dump: Callable[[Desk], Any]) -> None:
    zaak = casus(desk)
    punt = desk.execute(CasusAgenderen(overleg_id=overleg(desk), casus_id=zaak)).id
    voor = dump(desk)
    desk.execute(CasusVanAgendaHalen(agendapunt_id=punt, standaard_terug=tuple(ALLES)))
    assert kop(desk, zaak).grondslag == ""
    assert desk.undo_label == "Casus van agenda halen"
    desk.undo()
    assert dump(desk) == voor


def test_the_standard_has_versions_and_cases_keep_what_they_have(desk: Desk) -> None:
    tafel, zaak = tafel_id(desk), casus(desk)
    geleverd = desk.ask(tafelstandaard, tafel)
    assert (geleverd.versie, geleverd.gewijzigd_op) == (0, None)
    assert geleverd.aanbrenger == "Zorg- en Veiligheidshuis Twente"
    desk.execute(CasusAgenderen(overleg_id=overleg(desk), casus_id=zaak))
    politie = organisatie(desk, "politie")
    for woord in ("Een", "Twee"):
        desk.execute(
            TafelstandaardVastleggen(
                tafel_id=tafel, grondslag=woord, doelbinding="Rust", aanbrenger_id=politie
            )
        )
    versies = desk.ask(tafelstandaarden, tafel)
    assert [(rij.versie, rij.grondslag) for rij in versies[:2]] == [(2, "Twee"), (1, "Een")]
    assert versies[2] == geleverd and versies[0].aanbrenger == "Politie"
    assert kop(desk, zaak).grondslag == geleverd.grondslag
    ander = casus(desk)
    desk.execute(CasusAgenderen(overleg_id=overleg(desk, 9), casus_id=ander))
    assert (kop(desk, ander).grondslag, kop(desk, ander).aanbrenger_id) == ("Twee", politie)


@pytest.mark.parametrize("regime", Tafelregime)
def test_every_law_has_a_shipped_standard(desk: Desk, regime: Tafelregime) -> None:
    tafel = next(rij for rij in desk.ask(tafels) if rij.regime is regime)
    rij = desk.ask(tafelstandaard, tafel.id)
    assert rij.grondslag and rij.doelbinding and rij.aanbrenger_id


def test_a_delivered_list_is_filled_when_it_is_read(desk: Desk) -> None:
    desk.execute(
        AanleveringInlezen(
            bestandsnaam="losser.xlsx", sha256="a" * 64, gemeente_id=gemeente(desk, "losser"), tafel_id=tafel_id(desk),
            rijen=(AanleverRegel(rij=2, geslachtsnaam="Proef"),),
        )
    )  # fmt: skip
    (rij,) = desk.ask(casuslijst).rijen
    gevuld = kop(desk, rij.id)
    assert "Stb. 2024, 198" in gevuld.grondslag and gevuld.aanbrenger == "Gemeente Losser"
    assert gevuld.herkomst == {
        "grondslag": Herkomst.STANDAARD, "doelbinding": Herkomst.STANDAARD, "aanbrenger_id": Herkomst.AANMELDING,
    }  # fmt: skip
