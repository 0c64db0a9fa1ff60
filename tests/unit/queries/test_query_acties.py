from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session
from wereld import VANDAAG, Wereld

from vhdesk.errors import NotFound
from vhdesk.queries.acties import actiepersonen, acties_telling, acties_vorige, open_acties
from vhdesk.vocabulary import Actiestatus, Overlegstatus


def wat(rijen: tuple[object, ...]) -> list[str]:
    return [rij.omschrijving for rij in rijen]  # type: ignore[attr-defined]


def test_order_age_and_days_overdue(session: Session, wereld: Wereld) -> None:
    casus = wereld.casus(wereld.persoon("Koopman", "Martijn"))
    politie = wereld.organisatie("Politie")
    kevin = wereld.medewerker("Kevin Lansink", politie)
    wereld.actie(casus, omschrijving="geen termijn")
    wereld.actie(casus, omschrijving="vandaag", termijn=VANDAAG)
    wereld.actie(casus, omschrijving="later", termijn=date(2026, 12, 10))
    wereld.actie(
        casus, omschrijving="te laat", termijn=date(2026, 11, 25), organisatie_id=politie.id,
        medewerker_id=kevin.id, uitgesteld=2,
    )  # fmt: skip
    wereld.actie(casus, omschrijving="klaar", status=Actiestatus.GEDAAN, termijn=date(2026, 11, 1))
    wereld.actie(casus, omschrijving="vergissing", status=Actiestatus.TERUGGENOMEN)
    rijen = open_acties(session, vandaag=VANDAAG)
    assert wat(rijen) == ["te laat", "vandaag", "later", "geen termijn"]
    assert [rij.dagen_over for rij in rijen] == [7, 0, 0, None]
    laat = rijen[0]
    assert (laat.leeftijd, laat.uitgesteld, laat.naam) == (14, 2, "Martijn Koopman")
    assert (laat.organisatie, laat.medewerker) == ("Politie", "Kevin Lansink")
    assert wat(open_acties(session, vandaag=VANDAAG, limiet=2)) == ["te laat", "vandaag"]


def test_filters(session: Session, wereld: Wereld) -> None:
    tafel, ander = wereld.tafel(), wereld.tafel("Werktafel Hengelo")
    politie = wereld.organisatie("Politie")
    hier, daar = wereld.casus(tafel_id=tafel.id), wereld.casus(tafel_id=ander.id)
    overleg = wereld.overleg(tafel)
    wereld.punt(overleg, daar)
    wereld.actie(hier, omschrijving="hier")
    wereld.actie(daar, omschrijving="daar", organisatie_id=politie.id)
    assert wat(open_acties(session, vandaag=VANDAAG, tafel_id=tafel.id)) == ["hier"]
    assert wat(open_acties(session, vandaag=VANDAAG, overleg_id=overleg.id)) == ["daar"]
    assert wat(open_acties(session, vandaag=VANDAAG, organisatie_id=politie.id)) == ["daar"]
    assert wat(open_acties(session, vandaag=VANDAAG, casus_id=hier.id)) == ["hier"]
    assert open_acties(session, vandaag=VANDAAG, casus_id=hier.id, organisatie_id=politie.id) == ()


def test_what_the_table_goes_through(session: Session, wereld: Wereld) -> None:
    tafel = wereld.tafel()
    vorige = wereld.overleg(tafel, date(2026, 11, 18), status=Overlegstatus.GESLOTEN)
    nu, volgend = wereld.overleg(tafel), wereld.overleg(tafel, date(2026, 12, 16))
    van_tafel, gast, vreemd = wereld.casus(tafel_id=tafel.id), wereld.casus(), wereld.casus()
    wereld.punt(nu, gast)
    gedaan = Actiestatus.GEDAAN
    wereld.actie(van_tafel, omschrijving="open van vorige keer", overleg=vorige)
    wereld.actie(van_tafel, omschrijving="tussendoor gemaakt", ontstaan_op=date(2026, 11, 25))
    wereld.actie(gast, omschrijving="van een gast op de agenda")
    wereld.actie(vreemd, omschrijving="van een andere tafel")
    wereld.actie(van_tafel, omschrijving="net gedaan", status=gedaan, afgehandeld_op=date(2026, 11, 24))
    wereld.actie(van_tafel, omschrijving="nu gedaan", status=gedaan, afgehandeld_op=VANDAAG)
    wereld.actie(
        van_tafel, omschrijving="vorige keer gedaan", status=gedaan, afgehandeld_op=date(2026, 11, 18)
    )
    wereld.actie(van_tafel, omschrijving="in dit overleg gemaakt", overleg=nu, ontstaan_op=VANDAAG)
    wereld.actie(van_tafel, omschrijving="later gemaakt", overleg=volgend, ontstaan_op=date(2026, 12, 16))
    wereld.actie(van_tafel, omschrijving="teruggenomen", status=Actiestatus.TERUGGENOMEN)
    wereld.actie(van_tafel, omschrijving="achteraf bij vorige", overleg=vorige, achteraf=True)
    assert sorted(wat(acties_vorige(session, nu.id))) == [
        "achteraf bij vorige",
        "net gedaan",
        "nu gedaan",
        "open van vorige keer",
        "tussendoor gemaakt",
        "van een gast op de agenda",
    ]
    statussen = [rij.status for rij in acties_vorige(session, nu.id)]
    assert statussen == [Actiestatus.OPEN] * 4 + [gedaan] * 2


def test_before_the_first_meeting_everything_counts(session: Session, wereld: Wereld) -> None:
    tafel = wereld.tafel()
    casus = wereld.casus(tafel_id=tafel.id)
    wereld.actie(
        casus, status=Actiestatus.GEDAAN, afgehandeld_op=date(2020, 1, 1), ontstaan_op=date(2019, 1, 1)
    )
    assert len(acties_vorige(session, wereld.overleg(tafel).id)) == 1


def test_unknown_meeting(session: Session) -> None:
    with pytest.raises(NotFound):
        acties_vorige(session, "0" * 32)


def test_who_has_something_to_do_reaches_beyond_the_first_actions(session: Session, wereld: Wereld) -> None:
    politie, zorg = wereld.organisatie("Politie"), wereld.organisatie("Zorg")
    druk, laat, klaar = (wereld.medewerker(naam, politie) for naam in ("Anna", "Zeno", "Klaar"))
    casus = wereld.casus()
    for _ in range(3):
        wereld.actie(casus, organisatie_id=politie.id, medewerker_id=druk.id, termijn=VANDAAG)
    los = wereld.actie(casus, organisatie_id=zorg.id, medewerker_id=laat.id)
    wereld.actie(casus, organisatie_id=politie.id, medewerker_id=klaar.id, status=Actiestatus.GEDAAN)
    gevonden = actiepersonen(session)
    assert [(rij.naam, rij.organisatie, rij.aantal) for rij in gevonden] == [
        ("Anna", "Politie", 3), ("Zeno", "Politie", 1),
    ]  # fmt: skip
    assert [rij.naam for rij in actiepersonen(session, organisatie_id=zorg.id)] == ["Zeno"]
    assert actiepersonen(session, tafel_id="0" * 32) == ()
    assert los.id not in {rij.id for rij in open_acties(session, vandaag=VANDAAG, limiet=3)}
    van_laat = open_acties(session, vandaag=VANDAAG, medewerker_id=laat.id, limiet=3)
    assert [rij.id for rij in van_laat] == [los.id]


def test_late_and_without_a_date_are_found_however_many_there_are(session: Session, wereld: Wereld) -> None:
    casus = wereld.casus()
    for dagen in (-1, 0, 1):
        wereld.actie(casus, termijn=VANDAAG + timedelta(days=dagen))
    los = wereld.actie(casus)
    over = open_acties(session, vandaag=VANDAAG, over_datum=True)
    assert [rij.dagen_over for rij in over] == [1]
    assert [rij.id for rij in open_acties(session, vandaag=VANDAAG, zonder_termijn=True, limiet=1)] == [
        los.id
    ]


@pytest.mark.parametrize(
    ("zoek", "gevonden"),
    [("slot", ["slot"]), ("ÇELİK", ["slot"]), ("van der celik", ["slot"]), ("lansink", ["bellen"]), ("geüpdatet", ["bellen"]),
     ("ACTIEPLAN", ["bellen"]), ("A-", ["bellen", "slot"]), ("zvh-2026", ["bellen", "slot"]), ("politie bel", ["bellen"]),
     ("lansink slot", []), ("zuster", []), ("  ", ["bellen", "slot"])],
)  # fmt: skip
def test_every_word_is_looked_for_in_all_open_actions(
    session: Session, wereld: Wereld, zoek: str, gevonden: list[str]
) -> None:
    politie = wereld.organisatie("Politie")
    kevin = wereld.medewerker("Kevin Lansink", politie)
    een = wereld.casus(wereld.persoon("Visser", "Martijn"))
    twee = wereld.casus(wereld.persoon("Çelik", "Ayşe", voorvoegsel="van der"))
    wereld.betrokkene(een, wereld.persoon("Zuster"))
    velden = {"organisatie_id": politie.id, "medewerker_id": kevin.id, "termijn": VANDAAG}
    wereld.actie(een, omschrijving="bellen", conditie="als het actieplan is geüpdatet", **velden)
    wereld.actie(twee, omschrijving="slot")
    wereld.actie(twee, omschrijving="slot", status=Actiestatus.GEDAAN)
    assert wat(open_acties(session, vandaag=VANDAAG, zoek=zoek)) == gevonden


def test_a_word_is_found_beyond_the_first_that_are_shown(session: Session, wereld: Wereld) -> None:
    casus = wereld.casus()
    for dag, naam in enumerate(("een", "twee", "drie", "vier")):
        wereld.actie(casus, omschrijving=f"regel {naam}", termijn=VANDAAG + timedelta(days=dag))
    assert wat(open_acties(session, vandaag=VANDAAG, limiet=2)) == ["regel een", "regel twee"]
    assert wat(open_acties(session, vandaag=VANDAAG, limiet=2, zoek="regel vier")) == ["regel vier"]
    laat = open_acties(session, vandaag=VANDAAG + timedelta(days=2), limiet=1, zoek="twee", over_datum=True)
    assert wat(laat) == ["regel twee"]


def test_how_many_are_open_and_late(session: Session, wereld: Wereld) -> None:
    tafel, politie = wereld.tafel(), wereld.organisatie("Politie")
    kevin = wereld.medewerker("Kevin", politie)
    hier, daar = wereld.casus(tafel_id=tafel.id), wereld.casus()
    wereld.actie(hier, termijn=VANDAAG - timedelta(days=1), organisatie_id=politie.id, medewerker_id=kevin.id)
    wereld.actie(daar, termijn=VANDAAG)
    wereld.actie(daar, status=Actiestatus.GEDAAN, termijn=VANDAAG - timedelta(days=1))
    for velden, verwacht in (
        ({}, (2, 1)), ({"tafel_id": tafel.id}, (1, 1)), ({"organisatie_id": politie.id}, (1, 1)),
        ({"medewerker_id": kevin.id}, (1, 1)), ({"tafel_id": "geen"}, (0, 0)),
    ):  # fmt: skip
        stand = acties_telling(session, vandaag=VANDAAG, **velden)
        assert (stand.aantal, stand.over) == verwacht
