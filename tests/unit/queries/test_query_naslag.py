from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from wereld import NU, Wereld

from vhdesk.models import Journaalregel, Persoon, Referentielijst, Referentiewaarde, Tafellid
from vhdesk.models.journaal import GENESIS
from vhdesk.queries.inzage import Inzage, inzage, inzage_of
from vhdesk.queries.journaal import journaal, journaal_aantal, journaalkop
from vhdesk.queries.naam import volle_naam
from vhdesk.queries.organisatie import gemeenten, medewerkers, organisaties, tafelleden, tafels
from vhdesk.queries.referentie import (
    referentie_historie,
    referentie_lijsten,
    referentie_namen,
    referentie_waarden,
)
from vhdesk.vocabulary import Oorsprong, Resultaat


def test_names_of_codes_keep_what_was_dropped(session: Session, wereld: Wereld) -> None:
    wereld.lijst("doelgroepen", jeugd="risicojeugd", rood="Code Rood")
    lijst = session.get_one(Referentielijst, "doelgroepen")
    lijst.versie = 2
    oud = session.scalars(select(Referentiewaarde).where(Referentiewaarde.code == "jeugd")).one()
    weg = session.scalars(select(Referentiewaarde).where(Referentiewaarde.code == "rood")).one()
    oud.versie_tot = weg.versie_tot = 1
    wereld.add(
        Referentiewaarde(lijst_code="doelgroepen", code="jeugd", naam="risicojeugd (JOR)", versie_van=2)
    )
    assert [waarde.naam for waarde in referentie_waarden(session, "doelgroepen")] == ["risicojeugd (JOR)"]
    assert referentie_namen(session, "doelgroepen", "gremia") == {
        "doelgroepen": {"jeugd": "risicojeugd (JOR)", "rood": "Code Rood"}, "gremia": {},
    }  # fmt: skip
    assert [(w.naam, w.versie_tot) for w in referentie_historie(session, "doelgroepen")] == [
        ("risicojeugd (JOR)", None), ("risicojeugd", 1), ("Code Rood", 1),
    ]  # fmt: skip
    (rij,) = referentie_lijsten(session)
    assert (rij.id, rij.versie, rij.aantal) == ("doelgroepen", 2, 1)


def test_people_and_organisations_for_completers(session: Session, wereld: Wereld) -> None:
    oldenzaal, politie = (
        wereld.organisatie("Gemeente Oldenzaal", aliassen=["OLD"]),
        wereld.organisatie("Politie"),
    )
    wereld.organisatie("Opgeheven", actief=False)
    wereld.medewerker("Çelik Zeynep", politie, functie="agent")
    wereld.medewerker("Daan Bos", oldenzaal)
    wereld.medewerker("Uit Dienst", politie, actief=False)
    assert [(rij.naam, rij.medewerkers) for rij in organisaties(session)] == [
        ("Gemeente Oldenzaal", 1),
        ("Politie", 1),
    ]
    assert organisaties(session)[0].aliassen == ("OLD",)
    assert len(organisaties(session, ook_inactief=True)) == 3
    assert [rij.naam for rij in medewerkers(session)] == ["Çelik Zeynep", "Daan Bos"]
    assert medewerkers(session)[0].organisatie == "Politie"
    assert [rij.naam for rij in medewerkers(session, organisatie_id=politie.id, ook_inactief=True)] == [
        "Çelik Zeynep", "Uit Dienst",
    ]  # fmt: skip


def test_tables_members_and_municipalities(session: Session, wereld: Wereld) -> None:
    tafel, losser = wereld.tafel(), wereld.gemeente("Losser", bijdrage_cent=2938000)
    wereld.tafel("Opgeheven tafel", actief=False)
    wereld.gemeente("Apeldoorn", regio="nog", veiligheidskamer="Apeldoorn-Epe-Heerde")
    politie, om = wereld.organisatie("Politie"), wereld.organisatie("OM")
    kevin = wereld.medewerker("Kevin Lansink", politie, functie="agent")
    wereld.add(Tafellid(tafel_id=tafel.id, organisatie_id=politie.id, medewerker_id=kevin.id))
    wereld.add(Tafellid(tafel_id=tafel.id, organisatie_id=om.id))
    wereld.casus(tafel_id=tafel.id, gemeente_id=losser.id)
    (rij,) = tafels(session)
    assert (rij.naam, rij.leden, rij.casussen) == ("Werktafel Enschede", 2, 1)
    assert [(lid.organisatie, lid.medewerker, lid.functie) for lid in tafelleden(session, tafel.id)] == [
        ("OM", "", ""), ("Politie", "Kevin Lansink", "agent"),
    ]  # fmt: skip
    assert [gemeente.naam for gemeente in gemeenten(session)] == ["Apeldoorn", "Losser"]
    (uit_twente,) = gemeenten(session, regio="twente")
    assert (uit_twente.bijdrage_cent, uit_twente.casussen, uit_twente.organisatie) == (2938000, 1, "")


@pytest.mark.parametrize(
    ("voornamen", "voorletters", "voorvoegsel"),
    [("Noor", "N.", "van"), ("", "N.", "van"), ("Noor", "", ""), ("", "", "van der"), ("", "", "")],
)
def test_the_name_in_sql_is_the_name_of_the_entity(
    session: Session, wereld: Wereld, voornamen: str, voorletters: str, voorvoegsel: str
) -> None:
    persoon = wereld.persoon("Dalen", voornamen, voorletters=voorletters, voorvoegsel=voorvoegsel)
    naam = session.execute(select(volle_naam()).where(Persoon.id == persoon.id)).scalar_one()
    assert naam == persoon.naam


def test_journaal_newest_first_by_page_and_by_object(session: Session, wereld: Wereld) -> None:
    vorige = GENESIS
    for volgnr in range(1, 6):
        hash_ = f"{volgnr:064}"
        wereld.add(
            Journaalregel(
                volgnr=volgnr, tijdstip=NU + timedelta(minutes=volgnr), actor_id=f"a{volgnr % 2}", actor="Marijke",
                actie="casus inzien", object_soort="casus", object_id=f"c{volgnr % 2}", resultaat=Resultaat.GELUKT,
                oorsprong=Oorsprong.VENSTER, vorige_hash=vorige, hash=hash_,
            )
        )  # fmt: skip
        vorige = hash_
    assert [rij.volgnr for rij in journaal(session)] == [5, 4, 3, 2, 1]
    assert [rij.id for rij in journaal(session, limiet=2)] == ["5", "4"]
    assert [rij.volgnr for rij in journaal(session, voor=4, limiet=2)] == [3, 2]
    assert [rij.volgnr for rij in journaal(session, object_id="c0")] == [4, 2]
    assert [rij.volgnr for rij in journaal(session, actor_id="a1", voor=5)] == [3, 1]
    kop = journaalkop(session)
    assert kop is not None
    assert (kop.volgnr, kop.hash, kop.tijdstip, journaal_aantal(session)) == (
        5,
        vorige,
        NU + timedelta(minutes=5),
        5,
    )


def test_head_of_an_empty_journaal(session: Session) -> None:
    assert journaalkop(session) is None


def test_marking_a_query() -> None:
    def gewoon(session: Session) -> int:
        return 1

    assert inzage_of(gewoon) is None
    gemerkt = inzage("casus inzien", "casus", "casus_id")(gewoon)
    assert inzage_of(gemerkt) == Inzage("casus inzien", "casus", "casus_id")
