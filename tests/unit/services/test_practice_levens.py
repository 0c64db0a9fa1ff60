"""The lives of the practice vault: one in every phase, each on its own days, with something due and something missed."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from vhdesk.clock import local
from vhdesk.practice.oefenkluis import OefenkluisResult
from vhdesk.queries.aanmelding import aanmelding
from vhdesk.queries.bewaren import bewaarstand
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.queries.journaal import journaal
from vhdesk.queries.planversie import planversies
from vhdesk.queries.vandaag import vandaag
from vhdesk.queries.vernietiging import vernietigingen
from vhdesk.services.desk import Desk
from vhdesk.services.journaal_controle import controleer
from vhdesk.vocabulary import CasusStatus, Gebeurtenissoort, Vraagstand
from vhdesk.vocabulary_triage import Bekendheidstand, Caseload, Plichtsoort, Weeguitkomst

Oefen = tuple[Desk, OefenkluisResult]

# Each phase of a life, with what a screen or paper of it must have to show.
FASEN: dict[str, tuple[CasusStatus, Gebeurtenissoort | None]] = {
    "aanmelding onvolledig": (CasusStatus.AANGEMELD, None),
    "in triage": (CasusStatus.IN_TRIAGE, Gebeurtenissoort.IN_TRIAGE),
    "meer informatie nodig": (CasusStatus.AANGEMELD, Gebeurtenissoort.MEER_INFORMATIE),
    "gewogen met een afwijkende mening": (CasusStatus.IN_BEHANDELING, Gebeurtenissoort.TOP_X_IN),
    "Code Rood, gemeente nog niet gebeld": (CasusStatus.IN_BEHANDELING, Gebeurtenissoort.OPGENOMEN),
    "hulp in de uitvoering": (CasusStatus.IN_BEHANDELING, Gebeurtenissoort.TERUGGEKOPPELD),
    "verwarde personen": (CasusStatus.IN_BEHANDELING, Gebeurtenissoort.TERUGGEKOPPELD),
    "uittreedoptie": (CasusStatus.IN_BEHANDELING, Gebeurtenissoort.PROCESREGIE),
    "radicalisering": (CasusStatus.IN_BEHANDELING, Gebeurtenissoort.TOP_X_IN),
    "opgeschaald": (CasusStatus.IN_BEHANDELING, Gebeurtenissoort.AVE_FASE),
    "overgedragen": (CasusStatus.IN_BEHANDELING, Gebeurtenissoort.OVERGEDRAGEN),
    "geparkeerd": (CasusStatus.GEPARKEERD, Gebeurtenissoort.HERVAT),
    "afgeschaald, in nazorg": (CasusStatus.NAZORG, Gebeurtenissoort.NAZORG_BEOORDEELD),
    "nazorg klaar": (CasusStatus.NAZORG, Gebeurtenissoort.NAZORG_BEOORDEELD),
    "pas afgeschaald": (CasusStatus.NAZORG, Gebeurtenissoort.MONITORING),
    "afgesloten": (CasusStatus.AFGESLOTEN, Gebeurtenissoort.AFGESLOTEN),
    "heropend": (CasusStatus.IN_BEHANDELING, Gebeurtenissoort.HEROPEND),
    "advies gegeven": (CasusStatus.ADVIES, Gebeurtenissoort.ADVIES),
    "niet opgenomen": (CasusStatus.NIET_OPGENOMEN, Gebeurtenissoort.NIET_OPGENOMEN),
    "naar een andere tafel": (CasusStatus.IN_TRIAGE, Gebeurtenissoort.OVERGEDRAGEN),
    "bewaartermijn bijna om": (CasusStatus.AFGESLOTEN, None),
    "bewaartermijn binnen 90 dagen om": (CasusStatus.AFGESLOTEN, None),
    "termijn verlengd": (CasusStatus.AFGESLOTEN, Gebeurtenissoort.VERLENGD),
    "te vernietigen": (CasusStatus.TE_VERNIETIGEN, Gebeurtenissoort.TE_VERNIETIGEN),
}


def _zaak(oefen: Oefen, fase: str) -> Dossier:
    desk, result = oefen
    return desk.ask(dossier, result.levens[fase], vandaag=desk.clock.today())


def test_there_is_a_life_in_every_phase(oefen: Oefen) -> None:
    assert set(oefen[1].levens) == set(FASEN)
    for fase, (status, soort) in FASEN.items():
        zaak = _zaak(oefen, fase)
        assert zaak.kop.status is status, fase
        assert soort is None or soort in {stap.soort for stap in zaak.verloop}, fase
        assert zaak.kop.gemeente, fase
    buiten = {CasusStatus.MONITORING, CasusStatus.VERNIETIGD}  # the story, or nothing left
    assert {status for status, _ in FASEN.values()} == set(CasusStatus) - buiten


def test_of_the_life_that_ended_only_counts_remain(oefen: Oefen) -> None:
    desk = oefen[0]
    (weg,) = desk.ask(vernietigingen)
    assert weg.klaar_op is not None and weg.aantallen["casus"] == 1 and "verstreken" in weg.grond
    assert local(weg.begonnen_op).date() == desk.clock.today() - timedelta(days=33)
    assert desk.ask(casuslijst, zoek=weg.casusnummer).totaal == 0
    assert desk.ask(casuslijst, zoek="Wissink").totaal == 0


def test_a_life_has_what_its_screens_and_papers_show(oefen: Oefen) -> None:
    desk, result = oefen
    levens = result.levens
    assert len(desk.ask(aanmelding, levens["aanmelding onvolledig"]).ontbreekt) > 3
    triage = desk.ask(aanmelding, levens["in triage"])
    assert triage.ontbreekt == () and {rij.stand for rij in triage.bekendheid} == set(Bekendheidstand)
    gewogen = desk.ask(aanmelding, levens["gewogen met een afwijkende mening"])
    assert gewogen.wegingen[0].afwijkende_mening and gewogen.plichten[0].gedaan_op is None
    zaak = _zaak(oefen, "gewogen met een afwijkende mening")
    assert zaak.plan is not None and any(row.weerspreekt_id for row in zaak.inbreng)
    assert zaak.kop.gezamenlijk_beeld.count("[I-") == 3
    hulp = _zaak(oefen, "hulp in de uitvoering")
    assert hulp.kop.caseload is Caseload.HULP and hulp.plan is None
    opgeschaald = _zaak(oefen, "opgeschaald")
    assert {b.vraagstand for b in opgeschaald.besluiten if b.vraagstand} == {
        Vraagstand.GEVRAAGD,
        Vraagstand.GENOMEN,
    }
    vragen = [stap for stap in opgeschaald.verloop if stap.soort is Gebeurtenissoort.OPGESCHAALD]
    assert {stap.beantwoord for stap in vragen} == {True, False}
    fasen = [stap.fase for stap in opgeschaald.verloop if stap.soort is Gebeurtenissoort.AVE_FASE]
    assert fasen == [3, 2, 1]
    assert len(desk.ask(planversies, levens["opgeschaald"])) == 1
    assert desk.ask(bewaarstand, levens["termijn verlengd"]).verlengingen == 2


def test_every_outcome_of_a_weighing_is_there(oefen: Oefen) -> None:
    desk, result = oefen
    wegingen = [
        weging for casus_id in result.levens.values() for weging in desk.ask(aanmelding, casus_id).wegingen
    ]
    assert {weging.uitkomst for weging in wegingen} == set(Weeguitkomst)


def test_the_methods_that_the_meeting_lacks_are_on_a_life(oefen: Oefen) -> None:
    stand = {
        fase: _zaak(oefen, fase).methode for fase in ("verwarde personen", "uittreedoptie", "radicalisering")
    }
    assert [methode.huidig.methode_code for methode in stand.values() if methode.huidig] == [
        "verwarde-personen",
        "uittreedoptie-jeugdprostitutie",
        "radicalisering",
    ]
    for fase, methode in stand.items():
        zaak = _zaak(oefen, fase)
        assert methode.open == (), fase
        assert zaak.plan is not None and zaak.inbreng and zaak.zrm and zaak.partners, fase


def test_what_happened_happened_in_the_order_of_its_days(oefen: Oefen) -> None:
    desk, result = oefen
    regels = desk.ask(journaal, limiet=5000)[::-1]
    assert all(een.tijdstip <= ander.tijdstip for een, ander in pairwise(regels))
    assert regels[0].tijdstip < desk.clock.now() - timedelta(days=400)
    assert desk.ask(controleer).in_orde
    dagen = {
        fase: {local(stap.tijdstip).date() for stap in desk.ask(dossier, casus_id).verloop}
        for fase, casus_id in result.levens.items()
    }
    for fase, casus_id in result.levens.items():
        kop = desk.ask(dossier, casus_id).kop
        assert all(kop.aangemeld_op <= dag for dag in dagen[fase]), fase
    assert len(dagen["opgeschaald"]) >= 6 and len(dagen["afgeschaald, in nazorg"]) == 2
    assert len(set().union(*dagen.values())) > 25, "not one day for all"


def test_something_is_due_and_something_was_missed(oefen: Oefen) -> None:
    desk, result = oefen
    levens, stand = result.levens, desk.ask(vandaag, op=desk.clock.today())
    for groep, fase in (
        ("nazorg_over", "afgeschaald, in nazorg"),
        ("nazorg_klaar", "nazorg klaar"),
        ("brief_niet_uit", "pas afgeschaald"),
        ("opschaling_over", "opgeschaald"),
        ("besluit_gevraagd", "opgeschaald"),
        ("plan_over", "opgeschaald"),
        ("plan_over", "radicalisering"),
        ("bewaren_30", "bewaartermijn bijna om"),
        ("bewaren_90", "bewaartermijn binnen 90 dagen om"),
        ("te_vernietigen", "te vernietigen"),
        ("herbeoordelen", "overgedragen"),
    ):
        assert levens[fase] in stand.groep(groep).ids, groep
    assert levens["nazorg klaar"] not in stand.groep("brief_niet_uit").ids
    open_ = {(plicht.casus_id, plicht.soort): plicht for plicht in stand.plichten}
    rood = open_[levens["Code Rood, gemeente nog niet gebeld"], Plichtsoort.GEMEENTE_INFORMEREN]
    assert (desk.clock.today() - rood.ontstaan_op).days == 3
    assert stand.plichten[0] == rood, "before feedback that is later still"
    terug = open_[levens["gewogen met een afwijkende mening"], Plichtsoort.TERUGKOPPELING]
    assert terug.termijn < desk.clock.today()
    acties = {actie.nummer: actie for fase in levens.values() for actie in desk.ask(dossier, fase).acties}
    assert {actie.uitgesteld for actie in acties.values()} == {0, 1}
    assert min(acties) > 11, "those of the meeting before keep the numbers of the story"
    assert stand.acties_over.aantal > 0
