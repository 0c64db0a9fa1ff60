"""How much an organisation may know of a case when nobody decided it, and what always limits it."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session
from wereld import NU, Wereld

from vhdesk.errors import NotFound
from vhdesk.models import (
    Casus,
    Casusmethode,
    Casuspartner,
    Organisatie,
    Referentiewaarde,
    Tafel,
    Tafellid,
    Zaalverlating,
)
from vhdesk.models.niveau import mag_op_papier
from vhdesk.queries.lezer import niveaus, rechten
from vhdesk.vocabulary import Aanwezigheid, Actiestatus, Bronregime, Casusrol, Informatieniveau
from vhdesk.vocabulary_inbreng import zonder_bron
from vhdesk.vocabulary_lezer import Niveaugrond

N, G = Informatieniveau, Niveaugrond


@pytest.fixture
def tafel(wereld: Wereld) -> Tafel:
    return wereld.tafel()


@pytest.fixture
def casus(wereld: Wereld, tafel: Tafel) -> Casus:
    return wereld.casus(wereld.persoon("Koopman"), tafel_id=tafel.id)


def _stand(session: Session, casus: Casus, organisatie: Organisatie) -> tuple[N, G, N]:
    (rij,) = niveaus(session, (casus.id,), (organisatie.id,))
    return rij.niveau, rij.grond, rij.volgt


def _lid(wereld: Wereld, tafel: Tafel, naam: str = "Politie") -> Organisatie:
    lid = wereld.organisatie(naam)
    wereld.add(Tafellid(tafel_id=tafel.id, organisatie_id=lid.id))
    return lid


def test_a_fixed_member_knows_the_content_until_somebody_is_named(
    wereld: Wereld, session: Session, tafel: Tafel, casus: Casus
) -> None:
    politie = _lid(wereld, tafel)
    assert _stand(session, casus, politie) == (N.INHOUD, G.TAFEL, N.INHOUD)
    mediant = wereld.organisatie("Mediant")
    wereld.add(Casuspartner(casus_id=casus.id, organisatie_id=mediant.id, niveau=N.PROCES))
    assert _stand(session, casus, politie) == (N.BESTAAN, G.GEEN, N.INHOUD)
    assert _stand(session, casus, mediant) == (N.PROCES, G.GEZET, N.BESTAAN)


def test_a_role_gives_the_content_and_an_actie_the_process(
    wereld: Wereld, session: Session, casus: Casus
) -> None:
    leider, doener, vroeger, terug = (wereld.organisatie(naam) for naam in ("A", "B", "C", "D"))
    wereld.rol(casus, Casusrol.VERANTWOORDELIJKE, leider)
    wereld.rol(casus, Casusrol.CASEMANAGER, wereld.medewerker("Ad", vroeger), tot=NU)
    wereld.actie(casus, organisatie_id=doener.id)
    wereld.actie(casus, organisatie_id=terug.id, status=Actiestatus.TERUGGENOMEN)
    assert _stand(session, casus, leider) == (N.INHOUD, G.ROL, N.INHOUD)
    assert _stand(session, casus, doener) == (N.PROCES, G.ACTIE, N.PROCES)
    assert _stand(session, casus, vroeger) == (N.BESTAAN, G.GEEN, N.BESTAAN)
    assert _stand(session, casus, terug) == (N.BESTAAN, G.GEEN, N.BESTAAN)


def test_who_left_the_room_did_not_hear_it_unless_a_colleague_stayed(
    wereld: Wereld, session: Session, tafel: Tafel, casus: Casus
) -> None:
    politie = _lid(wereld, tafel)
    overleg = wereld.overleg(tafel)
    punt = wereld.punt(overleg, casus)
    mens = wereld.deelnemer(overleg, wereld.medewerker("Ad", politie), aanwezigheid=Aanwezigheid.AANWEZIG)
    wereld.add(Zaalverlating(agendapunt_id=punt.id, deelnemer_id=mens.id, tijdstip=NU))
    assert _stand(session, casus, politie)[:2] == (N.BESTAAN, G.GEEN)
    wereld.deelnemer(overleg, wereld.medewerker("Bo", politie), aanwezigheid=Aanwezigheid.AANWEZIG)
    assert _stand(session, casus, politie)[:2] == (N.INHOUD, G.TAFEL)


def test_a_method_that_names_who_may_know_limits_everybody_else(
    wereld: Wereld, session: Session, casus: Casus
) -> None:
    halt, politie = wereld.organisatie("Halt"), wereld.organisatie("Politie")
    for wie in (halt, politie):
        wereld.add(Casuspartner(casus_id=casus.id, organisatie_id=wie.id, niveau=N.INHOUD))
    wereld.actie(casus, organisatie_id=politie.id)
    wereld.lijst("methoden", uittreden="Uittreedoptie")
    waarde = session.query(Referentiewaarde).filter_by(code="uittreden").one()
    waarde.kenmerken = {"mag_weten": [{"naam": "Halt", "organisaties": [halt.code]}]}
    wereld.add(Casusmethode(casus_id=casus.id, methode_code="uittreden", reden="", van=NU))
    assert _stand(session, casus, halt)[:2] == (N.INHOUD, G.GEZET)
    assert _stand(session, casus, politie)[:2] == (N.PROCES, G.METHODE)


def test_an_organisation_that_is_not_there_is_refused(session: Session) -> None:
    with pytest.raises(NotFound):
        rechten(session, "0" * 32, ())


@pytest.mark.parametrize(
    ("regime", "naar", "mondeling", "mag"),
    [
        (Bronregime.OVERIG, ("*",), False, True),
        (Bronregime.WPG, ("*",), False, True),
        (Bronregime.MEDISCH, ("*",), False, False),
        (Bronregime.JEUGD, ("*",), False, False),
        (Bronregime.VEILIG_THUIS, ("*",), False, False),
        (Bronregime.MEDISCH, ("lezer",), False, True),
        (Bronregime.OVERIG, (), False, False),
        (Bronregime.OVERIG, ("ander",), False, False),
        (Bronregime.OVERIG, ("*", "lezer"), True, False),
    ],
)
def test_the_marks_of_a_statement(
    regime: Bronregime, naar: tuple[str, ...], *, mondeling: bool, mag: bool
) -> None:
    assert mag_op_papier("lezer", van="bron", regime=regime, mag_door_naar=naar, mondeling=mondeling) is mag
    eigen = mag_op_papier("bron", van="bron", regime=regime, mag_door_naar=naar, mondeling=mondeling)
    assert eigen is not mondeling


@pytest.mark.parametrize(
    ("tekst", "over"),
    [
        ("Hij woont alleen [I-1]. Zijn moeder helpt.", "Zijn moeder helpt."),
        ("Zijn moeder helpt. Hij woont alleen. [I-1]", "Zijn moeder helpt."),
        ("Hij slikt o.a. methadon [I-1]. Zijn moeder helpt.", "Zijn moeder helpt."),
        ("Volgens dr. Bakker slikt hij dat [I-1]. Rust helpt.", "Rust helpt."),
        ("Een zin vooraf. [I-1] Een zin erna. Een derde zin.", "Een derde zin."),
        ("Woont alleen [I-1]\nHelpt zijn moeder [I-2]", "Helpt zijn moeder [I-2]"),
        ("Alles mag [I-2]. Ook dit [I-2].", "Alles mag [I-2]. Ook dit [I-2]."),
        ("Beide bronnen [I-2][I-1]!", ""),
        ("Niets aangehaald.\n\nTweede alinea.", "Niets aangehaald.\n\nTweede alinea."),
        ("Dit staat er.[I-1] Dit volgt. Maar dit wel.", "Maar dit wel."),
    ],
)
def test_no_sentence_is_left_that_rests_on_a_statement_one_may_not_read(tekst: str, over: str) -> None:
    assert zonder_bron(tekst, lambda nummer: nummer == 2) == over
