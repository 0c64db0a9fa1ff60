"""Who is involved in a case on the agenda and has nobody on the list of the meeting."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session
from wereld import Wereld

from vhdesk.models import Bekendheid
from vhdesk.queries.uitnodiging import GenodigdeRow, uit_te_nodigen
from vhdesk.vocabulary_triage import Bekendheidstand


def kent(
    wereld: Wereld, casus_id: str, organisatie_id: str, stand: str = "bekend", contact: str = ""
) -> None:
    wereld.add(
        Bekendheid(
            casus_id=casus_id, organisatie_id=organisatie_id, stand=Bekendheidstand(stand),
            gevraagd_op=date(2026, 11, 1), antwoord_op=None if stand == "geen antwoord" else date(2026, 11, 2),
            reden="geheim" if stand == "geweigerd" else "", contact=contact,
        )
    )  # fmt: skip


def test_only_who_knows_the_person_and_is_not_there_yet(session: Session, wereld: Wereld) -> None:
    overleg, casus, ander = wereld.overleg(wereld.tafel()), wereld.casus(), wereld.casus()
    wereld.punt(overleg, casus)
    wereld.punt(overleg, ander)
    politie, tactus, halt, om, ggd = (
        wereld.organisatie(naam) for naam in ("Politie", "Tactus", "Halt", "OM", "GGD")
    )
    wereld.deelnemer(overleg, wereld.medewerker("Ad", politie))
    els = wereld.medewerker("Els Bos", tactus)
    kent(wereld, casus.id, politie.id)
    kent(wereld, casus.id, tactus.id)
    kent(wereld, ander.id, tactus.id, contact="els bos")
    for stand, organisatie in (("geen antwoord", halt), ("niet bekend", om), ("geweigerd", ggd)):
        kent(wereld, casus.id, organisatie.id, stand)
    kent(wereld, wereld.casus().id, halt.id)  # a case that is not on this agenda
    (rij,) = uit_te_nodigen(session, overleg.id)
    assert rij == GenodigdeRow(
        id=tactus.id, organisatie="Tactus", contact="els bos", contact_telefoon="", contact_email="",
        casussen=(casus.nummer, ander.nummer), medewerker_id=els.id,
    )  # fmt: skip
    wereld.deelnemer(overleg, els)
    assert uit_te_nodigen(session, overleg.id) == ()


def test_whom_the_referrer_named_may_be_new(session: Session, wereld: Wereld) -> None:
    overleg, casus, tactus = wereld.overleg(wereld.tafel()), wereld.casus(), wereld.organisatie("Tactus")
    wereld.punt(overleg, casus)
    wereld.medewerker("Els Bos", tactus, actief=False)
    kent(wereld, casus.id, tactus.id, contact="Els Bos")
    assert [rij.medewerker_id for rij in uit_te_nodigen(session, overleg.id)] == [None]
