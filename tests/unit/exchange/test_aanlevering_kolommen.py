from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lijstbouw import KOPPEN, Lezer, lees_lijst

from vhdesk.errors import InvalidPackage
from vhdesk.exchange.aanlevering import Indeling, Voorbeeld
from vhdesk.exchange.aanlevering.koppen import veld_van
from vhdesk.vocabulary_aanlevering import Opmerkingcode as Code
from vhdesk.vocabulary_aanlevering import Overslagreden, Veld, Weigering

BOS = ("Bos, J. de", "1-2-1990", "111222333", "Dorpsstraat 1", "7621 AB", "Borne", "HG", "Politie", "Dreigt.")
KLOK = ("Klok, A.", "3-4-1985", "123456782", "Kerkweg 2a", "7622CD", "Borne", "ZAVP", "OM; Tactus", "Steelt.")
VELDEN = (
    Veld.NAAM, Veld.GEBOORTEDATUM, Veld.BSN, Veld.ADRES, Veld.POSTCODE, Veld.WOONPLAATS, Veld.DOELGROEP,
    Veld.PARTNERS, Veld.OPMERKING,
)  # fmt: skip


def codes(voorbeeld: Voorbeeld) -> list[Code]:
    return [melding.code for melding in voorbeeld.meldingen]


@pytest.mark.parametrize(
    ("kop", "veld"),
    [
        ("Betrokkene", Veld.NAAM), ("Naam cliënt", Veld.NAAM), ("geb. dat.", Veld.GEBOORTEDATUM),
        ("Geb.datum", Veld.GEBOORTEDATUM), ("bsn nummer", Veld.BSN), ("Burgerservicenr", Veld.BSN),
        ("Straat + nr", Veld.ADRES), ("PC", Veld.POSTCODE), ("Woonplaats", Veld.WOONPLAATS),
        ("Soort problematiek", Veld.DOELGROEP), ("Categorie", Veld.DOELGROEP), ("Betrokken instanties", Veld.PARTNERS),
        ("Ketenpartners", Veld.PARTNERS), ("Opm.", Veld.OPMERKING), ("Reden aanmelding", Veld.OPMERKING),
        ("Tussenv.", Veld.VOORVOEGSEL), ("Achternaam", Veld.GESLACHTSNAAM), ("Voorletters", Veld.VOORLETTERS),
        ("NAAM   CLIENT", Veld.NAAM), ("Geboortedatum (dd-mm-jjjj)", Veld.GEBOORTEDATUM),
        ("Geboortedatum partner", None), ("BSN moeder", None), ("Naam casemanager", None), ("Registratienr", None),
        ("", None),
    ],
)  # fmt: skip
def test_headings_of_municipalities(kop: str, veld: Veld | None) -> None:
    assert veld_van(kop)[0] is veld


def test_headings_below_title_rows(voorbeeld: Lezer) -> None:
    gelezen = voorbeeld([["Gemeente Borne – aanlevering", None], [], [], KOPPEN, BOS, KLOK])
    assert gelezen.indeling == Indeling(4, dict(enumerate(VELDEN)))
    assert [rij.geslachtsnaam for rij in gelezen.rijen] == ["Bos", "Klok"]
    assert gelezen.meldingen == ()
    assert [(over.rijnummer, over.reden) for over in gelezen.overgeslagen] == [
        (1, Overslagreden.TITEL), (2, Overslagreden.LEEG), (3, Overslagreden.LEEG), (4, Overslagreden.KOPREGEL),
    ]  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(volgorde=st.permutations(range(len(KOPPEN))))
def test_the_order_of_the_columns_makes_no_difference(volgorde: list[int]) -> None:
    gewoon = lees_lijst([KOPPEN, BOS, KLOK])
    anders = lees_lijst([[rij[plaats] for plaats in volgorde] for rij in (KOPPEN, BOS, KLOK)])
    assert anders.rijen == gewoon.rijen


def test_without_headings_the_content_shows_the_columns(voorbeeld: Lezer) -> None:
    gelezen = voorbeeld([BOS, KLOK])
    assert gelezen.indeling.kopregel is None
    gevonden = gelezen.indeling.kolommen
    for nummer in (0, 1, 2, 3, 4, 6, 7):
        assert gevonden[nummer] is VELDEN[nummer]
    assert Code.KOPREGEL_ONTBREEKT in codes(gelezen)
    assert [rij.naam for rij in gelezen.rijen] == ["J. de Bos", "A. Klok"]
    assert all(kolom.aan_inhoud_herkend for kolom in gelezen.kolommen if kolom.veld)


def test_an_unknown_heading_above_unmistakable_content(voorbeeld: Lezer) -> None:
    gelezen = voorbeeld(
        [
            ("Naam", "Woonplaats", "Kenmerk"),
            ("Bos, J.", "Borne", "111222333"),
            ("Klok, A.", "Borne", "123456782"),
        ]
    )
    assert gelezen.indeling.kolommen[2] is Veld.BSN
    assert gelezen.kolommen[2].aan_inhoud_herkend


def test_a_name_beside_a_given_name_is_a_family_name(voorbeeld: Lezer) -> None:
    gelezen = voorbeeld([("Voornaam", "Naam", "Geboren"), ("Jan", "van den Bos", "1-2-1990")])
    rij = gelezen.rijen[0]
    assert (rij.voornamen, rij.voorvoegsel, rij.geslachtsnaam) == ("Jan", "van den", "Bos")


def test_the_user_corrects_a_column(voorbeeld: Lezer) -> None:
    rijen = [("Naam", "Geboren", "Iets"), ("Bos, J.", "1-2-1990", "HG"), ("Klok, A.", "2-2-1990", "rustig")]
    eerst = voorbeeld(rijen)
    assert Code.KOLOM_BUITEN_LIJST in codes(eerst)
    beter = voorbeeld(rijen, eerst.indeling.met(2, Veld.DOELGROEP))
    assert [rij.doelgroep_code for rij in beter.rijen] == ["hg", None]
    assert Code.KOLOM_BUITEN_LIJST not in codes(beter)
    verplaatst = eerst.indeling.met(2, Veld.GEBOORTEDATUM)
    assert dict(verplaatst.kolommen) == {0: Veld.NAAM, 2: Veld.GEBOORTEDATUM}
    assert dict(eerst.indeling.met(0, None).kolommen) == {1: Veld.GEBOORTEDATUM}


def test_two_columns_of_remarks_are_both_kept(voorbeeld: Lezer) -> None:
    gelezen = voorbeeld([("Naam", "Toelichting", "Opmerkingen"), ("Bos, J.", "een", "twee")])
    assert gelezen.rijen[0].opmerking == "een\ntwee"


def test_without_a_column_of_names_the_user_is_asked(voorbeeld: Lezer) -> None:
    gelezen = voorbeeld([("Geboren", "Postcode"), ("1-2-1990", "7621 AB"), ("2-3-1991", "7622 AB")])
    assert Code.NAAMKOLOM_ONTBREEKT in codes(gelezen)
    assert gelezen.bruikbaar == 0


def test_a_column_that_does_not_hold_what_its_heading_says(voorbeeld: Lezer) -> None:
    gelezen = voorbeeld([("Naam", "Geb.datum"), ("Bos, J.", "Borne"), ("Klok, A.", "Losser")])
    assert [(m.code, m.details["kop"]) for m in gelezen.meldingen] == [(Code.KOLOM_TWIJFEL, "Geb.datum")]


@pytest.mark.parametrize(
    "indeling", [Indeling(9, {0: Veld.NAAM}), Indeling(1, {7: Veld.NAAM}), Indeling(1, {-1: Veld.NAAM})]
)
def test_a_layout_of_another_file_is_refused(voorbeeld: Lezer, indeling: Indeling) -> None:
    with pytest.raises(InvalidPackage) as fout:
        voorbeeld([("Naam", "Geboren"), ("Bos, J.", "1-2-1990")], indeling)
    assert fout.value.code == Weigering.INDELING_PAST_NIET


def test_a_table_without_persons_is_no_list(voorbeeld: Lezer) -> None:
    with pytest.raises(InvalidPackage) as fout:
        voorbeeld([("kilometers", "declaratie"), (12, 3), (14, 5)])
    assert fout.value.code == Weigering.GEEN_LIJST


def test_excel_dates_and_numbers(voorbeeld: Lezer) -> None:
    gelezen = voorbeeld(
        [("Naam", "Geboren", "BSN"), ("Bos, J.", date(1990, 5, 1), 111222333), ("Klok, A.", 33000, 10000008)]
    )
    assert [rij.geboortedatum for rij in gelezen.rijen] == [date(1990, 5, 1), date(1990, 5, 7)]
    assert [rij.bsn for rij in gelezen.rijen] == ["111222333", "010000008"]
