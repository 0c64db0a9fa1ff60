from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from lijstbouw import KOPPEN, VANDAAG, Lezer, als_xlsx

from vhdesk.errors import Interrupted, InvalidPackage
from vhdesk.exchange.aanlevering import Voorbeeld, gemeente_van, lees
from vhdesk.exchange.aanlevering.bestand import lees_bladen
from vhdesk.exchange.aanlevering.blad import BEGRIJPEN, LEZEN, VERGELIJKEN
from vhdesk.reference_lists import reference_list
from vhdesk.resources import read_bytes
from vhdesk.vocabulary_aanlevering import NaamStijl, Overslagreden, Veld, Weigering
from vhdesk.vocabulary_aanlevering import Opmerkingcode as Code

BOS = ("Bos, J. de", "1-2-1990", "111222333", "Dorpsstraat 1", "7621 AB", "Borne", "HG", "Politie", "Dreigt.")
KLOK = ("Klok, A.", "3-4-1985", "123456782", "Kerkweg 2a", "7622CD", "Borne", "ZAVP", "OM; Tactus", "Steelt.")
ENSCHEDE = "aanlevering Enschede TopX.xlsx"


def codes(voorbeeld: Voorbeeld) -> list[Code]:
    return [melding.code for melding in voorbeeld.meldingen]


def test_one_row_from_cell_to_value(voorbeeld: Lezer) -> None:
    gelezen = voorbeeld([KOPPEN, BOS], naam="Borne.xlsx")
    rij = gelezen.rijen[0]
    assert (rij.rijnummer, rij.naam, rij.voorletters, rij.voorvoegsel) == (2, "J. de Bos", "J.", "de")
    assert (rij.geboortedatum, rij.bsn, rij.bsn_geldig) == (date(1990, 2, 1), "111222333", True)
    assert (rij.adres, rij.postcode, rij.woonplaats) == ("Dorpsstraat 1", "7621 AB", "Borne")
    assert (rij.doelgroep_code, rij.doelgroep_tekst, rij.partners, rij.opmerking) == (
        "hg",
        "HG",
        ("politie",),
        "Dreigt.",
    )
    assert rij.opmerkingen == ()
    assert dict(rij.bron)[Veld.NAAM] == "Bos, J. de"
    assert (gelezen.gemeente_code, gelezen.stijl) == ("borne", NaamStijl.KOMMA)


def test_rows_that_are_no_persons_are_listed(voorbeeld: Lezer) -> None:
    gelezen = voorbeeld(
        [
            KOPPEN,
            BOS,
            [],
            KOPPEN,
            KLOK,
            ["* spoed"],
            ["Nieuwe meldingen:"],
            [None] * 8 + ["los"],
            ["Totaal", 2],
        ]
    )
    assert [rij.rijnummer for rij in gelezen.rijen] == [2, 5]
    assert [(over.rijnummer, over.reden) for over in gelezen.overgeslagen] == [
        (1, Overslagreden.KOPREGEL),
        (3, Overslagreden.LEEG),
        (4, Overslagreden.KOPREGEL),
        (6, Overslagreden.TOELICHTING),
        (7, Overslagreden.TOELICHTING),
        (8, Overslagreden.TOELICHTING),
        (9, Overslagreden.TOTAAL),
    ]
    assert gelezen.overgeslagen[-1].tekst == "Totaal · 2"
    assert gelezen.meldingen == ()


def test_a_total_that_does_not_agree_is_said(voorbeeld: Lezer) -> None:
    gelezen = voorbeeld([KOPPEN, BOS, KLOK, ["Totaal", 3]])
    assert [(m.code, dict(m.details)) for m in gelezen.meldingen] == [
        (Code.TOTAAL_WIJKT_AF, {"totaal": "3", "gelezen": "2"})
    ]


def test_a_person_of_whom_only_the_name_is_known_is_a_person(voorbeeld: Lezer) -> None:
    gelezen = voorbeeld([KOPPEN, BOS, ["Klok, A."]])
    assert [rij.naam for rij in gelezen.rijen] == ["J. de Bos", "A. Klok"]
    assert [op.code for op in gelezen.rijen[1].opmerkingen] == [
        Code.DATUM_ONTBREEKT,
        Code.DOELGROEP_ONTBREEKT,
    ]
    assert gelezen.met_fout == 0


def test_errors_stay_in_their_field(voorbeeld: Lezer) -> None:
    gelezen = voorbeeld([KOPPEN, (None, "31-2-1990", "111222334", "x", "99", "y", "iets", "Vaag", "z"), KLOK])
    rij = gelezen.rijen[0]
    assert not rij.bruikbaar
    assert (rij.geboortedatum, rij.bsn, rij.bsn_geldig, rij.doelgroep_code) == (
        None,
        "111222334",
        False,
        None,
    )
    assert [(op.veld, op.code) for op in rij.opmerkingen] == [
        (Veld.NAAM, Code.NAAM_ONTBREEKT),
        (Veld.GEBOORTEDATUM, Code.DATUM_ONMOGELIJK),
        (Veld.BSN, Code.BSN_ELFPROEF),
        (Veld.POSTCODE, Code.POSTCODE_VORM),
        (Veld.DOELGROEP, Code.DOELGROEP_ONBEKEND),
        (Veld.PARTNERS, Code.PARTNER_ONBEKEND),
    ]
    assert rij.opmerkingen[1].zin == "De datum “31-2-1990” bestaat niet. De geboortedatum blijft leeg."
    assert (gelezen.bruikbaar, gelezen.met_fout, gelezen.met_opmerking) == (1, 1, 1)


def test_a_missing_column_is_no_error_in_every_row(voorbeeld: Lezer) -> None:
    gelezen = voorbeeld([("Naam", "Woonplaats"), ("Bos, J.", "Borne"), ("Klok, A.", "Borne")])
    assert [rij.opmerkingen for rij in gelezen.rijen] == [(), ()]


def test_cells_beyond_the_list_are_kept_as_remark(voorbeeld: Lezer) -> None:
    gelezen = voorbeeld(
        b"Naam;Geboren;Opm.\nBos, J.;1-2-1990;boos;en bang;\nKlok, A.;1-2-1991;rustig\n", naam="x.csv"
    )
    assert [rij.opmerking for rij in gelezen.rijen] == ["boos\nen bang", "rustig"]
    assert [[op.code for op in rij.opmerkingen] for rij in gelezen.rijen] == [[Code.CELLEN_TE_VEEL], []]


def test_a_text_too_long_for_the_vault_goes_to_the_remarks(voorbeeld: Lezer) -> None:
    lang = "Dorpsstraat " + "a" * 250
    rij = voorbeeld([KOPPEN, (*BOS[:3], lang, *BOS[4:]), KLOK]).rijen[0]
    assert (rij.adres, rij.opmerking) == ("", f"Dreigt.\n{lang}")
    assert [(op.veld, op.code) for op in rij.opmerkingen] == [(Veld.ADRES, Code.TEKST_TE_LANG)]


def test_a_formula_without_result_is_an_error(voorbeeld: Lezer) -> None:
    rij = voorbeeld([KOPPEN, (BOS[0], "=B1+1", *BOS[2:]), KLOK]).rijen[0]
    assert [(op.veld, op.code) for op in rij.opmerkingen] == [(Veld.GEBOORTEDATUM, Code.FORMULE)]


def test_the_sheet_with_persons_is_chosen(voorbeeld: Lezer) -> None:
    uitleg = ("uitleg", [("Niet invullen", "alleen intern"), ("a", "b"), ("c", "d"), ("e", "f")])
    inhoud = als_xlsx(uitleg, ("TOP X", [KOPPEN, BOS]), ("leeg", []))
    gelezen = voorbeeld(inhoud)
    assert (gelezen.blad, gelezen.bladen) == ("TOP X", ("uitleg", "TOP X", "leeg"))
    assert [(m.code, dict(m.details)) for m in gelezen.meldingen] == [
        (Code.BLADEN_NIET_GELEZEN, {"blad": "TOP X", "anders": "uitleg"})
    ]
    with pytest.raises(InvalidPackage) as fout:
        voorbeeld(inhoud, blad="weg")
    assert fout.value.code == Weigering.BLAD_ONBEKEND


def test_a_letter_is_no_list(voorbeeld: Lezer) -> None:
    with pytest.raises(InvalidPackage) as fout:
        voorbeeld(
            b"Geachte mevrouw,\n\nBijgaand, zoals besproken, de lijst.\nGroet,\nJan\n", naam="brief.txt"
        )
    assert fout.value.code == Weigering.GEEN_LIJST


def test_the_municipality_can_be_asked_first_and_chosen(voorbeeld: Lezer) -> None:
    rijen = [["Gemeente Borne – aanlevering"], [], KOPPEN, BOS, KLOK]
    assert gemeente_van(lees_bladen(als_xlsx(("Blad1", rijen))), "x.xlsx", {"Borne": "b1"}) == ("b1", "Borne")
    assert voorbeeld(rijen).gemeente_code == "borne"
    assert voorbeeld(rijen, gemeente="hof").gemeente_code == "hof"


def test_progress_is_told_and_can_stop_the_reading(voorbeeld: Lezer) -> None:
    gehoord: list[tuple[str, int, int]] = []
    voorbeeld([KOPPEN, *[BOS] * 1100], voortgang=lambda *stap: gehoord.append(stap))
    assert gehoord[:6] == [
        (LEZEN, 0, 0), (LEZEN, 500, 0), (LEZEN, 1000, 0),
        (BEGRIJPEN, 0, 1101), (BEGRIJPEN, 500, 1101), (BEGRIJPEN, 1000, 1101),
    ]  # fmt: skip
    assert {fase for fase, _, _ in gehoord[6:]} == {VERGELIJKEN}


@pytest.mark.parametrize("fase", [LEZEN, BEGRIJPEN, VERGELIJKEN])
@pytest.mark.parametrize("vorm", ["xlsx", "csv"])
def test_reading_stops_in_every_phase(voorbeeld: Lezer, fase: str, vorm: str) -> None:
    rijen = [KOPPEN, *[BOS] * 600]
    inhoud = "\n".join(";".join(str(cel or "") for cel in rij) for rij in rijen).encode()

    def stop(nu: str, _klaar: int, _alles: int) -> None:
        if nu == fase:
            raise Interrupted("gestopt")

    with pytest.raises(Interrupted):
        voorbeeld(rijen if vorm == "xlsx" else inhoud, voortgang=stop)


def test_likely_duplicates_are_shown_and_not_merged(voorbeeld: Lezer) -> None:
    tweede = ("Bos, J. de", "1-2-1990", None, "Dorpsstraat 1", "7621AB", "Borne", "ZAVP", "OM", "Nog eens.")
    gelezen = voorbeeld([KOPPEN, BOS, KLOK, tweede])
    assert len(gelezen.rijen) == 3
    assert [(dubbel.rij, dubbel.ander) for dubbel in gelezen.dubbelen] == [(2, 4)]


def lees_enschede() -> Voorbeeld:
    doelgroepen, organisaties = reference_list("doelgroepen"), reference_list("organisaties")
    return lees(
        read_bytes(f"oefening/{ENSCHEDE}"),
        ENSCHEDE,
        doelgroepen=doelgroepen.words(),
        organisaties=organisaties.words(),
        gemeenten=reference_list("gemeenten_twente").words(),
        vandaag=VANDAAG,
    )


def test_the_list_of_enschede_is_read_without_loss() -> None:
    gelezen = lees_enschede()
    assert len(gelezen.rijen) == gelezen.bruikbaar == 334
    assert (gelezen.gemeente_code, gelezen.stijl) == ("enschede", NaamStijl.HOOFDLETTERS)
    assert gelezen.indeling.kopregel == 6
    assert list(gelezen.indeling.kolommen.values()) == [
        Veld.NAAM, Veld.GEBOORTEDATUM, Veld.BSN, Veld.ADRES, Veld.POSTCODE, Veld.WOONPLAATS, Veld.DOELGROEP,
        Veld.PARTNERS, Veld.OPMERKING,
    ]  # fmt: skip
    assert gelezen.meldingen == ()  # the total of the list agrees with what was read
    redenen: dict[Any, int] = {}
    for over in gelezen.overgeslagen:
        redenen[over.reden] = redenen.get(over.reden, 0) + 1
    assert redenen == {
        Overslagreden.LEEG: 9,
        Overslagreden.TITEL: 1,
        Overslagreden.KOPREGEL: 1,
        Overslagreden.TOTAAL: 1,
    }


def test_every_row_of_enschede_is_understood() -> None:
    for rij in lees_enschede().rijen:
        assert rij.opmerkingen == (), rij.rijnummer
        assert rij.geslachtsnaam[0].isupper() or rij.geslachtsnaam[0] == "'"
        assert not rij.geslachtsnaam.isupper()
        assert rij.voorvoegsel == rij.voorvoegsel.lower()
        assert rij.voornamen
        assert rij.geboortedatum is not None
        assert rij.doelgroep_code is not None
        assert rij.partners
        assert rij.bsn_geldig is bool(rij.bsn)
        assert rij.postcode[4] == " "
        assert rij.woonplaats == "Enschede" or rij.woonplaats


def test_names_of_enschede_as_they_are_spoken() -> None:
    namen = {rij.rijnummer: rij.naam for rij in lees_enschede().rijen}
    assert namen[7] == "Niels Nowak"
    assert namen[8] == "Pieter van 't Kotte"
    assert namen[12] == "Angelina Lana ten Scholten"
    assert namen[342] == "Samuel Duuk Çelik"
    assert namen[343] == "Ilse Rosalie van 't Pieters-Bos"
    assert namen[344] == "Bram van den Schröder"


def _aanroepen(doe: Callable[[], object]) -> int:
    """Return how many functions run while ``doe`` does its work: the same number every time."""
    aantal = 0

    def tel(_frame: object, soort: str, _arg: object) -> None:
        nonlocal aantal
        aantal += soort == "call"

    eerder = sys.getprofile()
    sys.setprofile(tel)
    try:
        doe()
    finally:
        sys.setprofile(eerder)
    return aantal


def test_the_work_of_a_preview_grows_with_the_rows() -> None:
    """Twice the rows is twice the work, not four times."""
    kop = ";".join(KOPPEN) + "\n"
    regels = [
        f"Naam{nummer}, A.;{nummer % 28 + 1}-{nummer % 12 + 1}-{1950 + nummer % 60};;Kerkweg {nummer};7622CD;Borne;HG;OM;x\n"
        for nummer in range(800)
    ]

    def lees_zoveel(aantal: int) -> Voorbeeld:
        inhoud = (kop + "".join(regels[:aantal])).encode()
        return lees(inhoud, "lijst.csv", doelgroepen={}, organisaties={}, vandaag=VANDAAG)

    assert len(lees_zoveel(800).rijen) == 800  # also: what is imported or remembered on first use
    half, heel = (_aanroepen(lambda aantal=aantal: lees_zoveel(aantal)) for aantal in (400, 800))  # type: ignore[misc]
    assert half < heel < 2.6 * half


def test_an_error_of_the_spreadsheet_is_no_person(voorbeeld: Lezer) -> None:
    fout = ("#N/A", "#REF!", "#N/A", "#N/A", "#N/A", "#N/A", "#N/A", "#N/A", "#N/A")
    gelezen = voorbeeld([KOPPEN, BOS, fout])
    _, leeg = gelezen.rijen
    assert not leeg.bruikbaar
    assert {op.code for op in leeg.fouten} == {Code.NAAM_ONTBREEKT, Code.FORMULE}
    assert (leeg.adres, leeg.doelgroep_tekst, leeg.partners_onbekend, leeg.opmerking) == ("", "", (), "")
