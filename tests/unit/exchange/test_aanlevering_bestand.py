from __future__ import annotations

import csv
import io
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from vhdesk.errors import InvalidPackage
from vhdesk.exchange.aanlevering.bestand import lees_bladen
from vhdesk.exchange.aanlevering.blad import FORMULE, MAX_BYTES, MAX_REGELS
from vhdesk.vocabulary_aanlevering import Opmerkingcode, Weigering, weigeringszin

KOP = ["Naam", "Geboren", "Adres", "Opm."]
LETTERS = st.text("abcDEFgéëöüÇ ñ'’-/()+0123456789", max_size=12)
CELLEN = st.one_of(
    LETTERS,
    st.builds("{}\n{}".format, LETTERS, LETTERS),
    st.builds('{};"{}", {}'.format, LETTERS, LETTERS, LETTERS),
)
TABEL = st.integers(2, 6).flatmap(
    lambda breedte: st.lists(st.lists(CELLEN, min_size=breedte, max_size=breedte), min_size=2, max_size=12)
)


def als_csv(rijen: list[list[str]], scheiding: str, tekenset: str, einde: str, *, alles: bool) -> bytes:
    stroom = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if alles else csv.QUOTE_MINIMAL
    csv.writer(stroom, delimiter=scheiding, lineterminator=einde, quoting=quoting).writerows(rijen)
    return stroom.getvalue().encode(tekenset)


def als_zip(**delen: bytes) -> bytes:
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            archief.writestr(naam.replace("__", "/"), inhoud)
    return stroom.getvalue()


def werkmap(*rijen: list[Any]) -> bytes:
    boek = openpyxl.Workbook()
    for rij in rijen:
        boek.worksheets[0].append(rij)
    stroom = io.BytesIO()
    boek.save(stroom)
    return stroom.getvalue()


def cellen(inhoud: bytes) -> list[tuple[int, list[Any]]]:
    return [(regel.nummer, list(regel.cellen)) for regel in lees_bladen(inhoud)[0].regels]


@given(
    TABEL,
    st.sampled_from([";", ",", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]),
    st.sampled_from(["\r\n", "\n"]),
    st.booleans(),
)
def test_every_dialect_gives_back_the_cells(
    rijen: list[list[str]], scheiding: str, tekenset: str, einde: str, alles: bool
) -> None:
    rijen = [["Naam client", "Geboren"] + ["kop"] * (len(rijen[0]) - 2), *rijen]
    blad = lees_bladen(als_csv(rijen, scheiding, tekenset, einde, alles=alles))[0]
    verwacht = [
        (nummer, [cel if cel.strip() else None for cel in rij])
        for nummer, rij in enumerate(rijen, start=1)
        if any(cel.strip() for cel in rij)
    ]
    for (nummer, cellen_), regel in zip(verwacht, blad.regels, strict=True):
        assert regel.nummer == nummer
        assert [regel.cel(kolom) for kolom in range(len(cellen_))] == cellen_
    assert Opmerkingcode.AANHALINGSTEKENS not in blad.meldingen


@pytest.mark.parametrize("tekenset", ["cp1252", "cp850", "mac_roman", "utf-8"])
def test_the_character_set_is_found(tekenset: str) -> None:
    rijen = [KOP, ["Zoë Öztürk", "1-1-1990", "Chloë-laan 1", "café"], ["Núñez", "2-2-1991", "", ""]]
    blad = lees_bladen(als_csv(rijen, ";", tekenset, "\r\n", alles=False))[0]
    assert (blad.regels[1].cellen[0], blad.tekenset) == ("Zoë Öztürk", tekenset)
    gegokt = tekenset in ("cp850", "mac_roman")
    assert (Opmerkingcode.TEKENSET_ONZEKER in blad.meldingen) is gegokt


def test_text_that_was_encoded_twice_is_repaired_and_said() -> None:
    blad = lees_bladen("Naam;Plaats\nZoÃ« Ã–ztÃ¼rk;Borne\n".encode())[0]
    assert blad.regels[1].cellen[0] == "Zoë Öztürk"
    assert Opmerkingcode.TEKENS_HERSTELD in blad.meldingen


def test_a_quote_that_never_closes_swallows_no_rows() -> None:
    regels = [
        "Naam;Geboren;Opm.",
        'Bos;1-1-1990;"nooit gesloten',
        *(f"Jansen{i};2-2-1991;tekst" for i in range(20)),
    ]
    blad = lees_bladen("\r\n".join(regels).encode())[0]
    assert [regel.cellen[0] for regel in blad.regels[1:]] == ["Bos", *(f"Jansen{i}" for i in range(20))]
    assert Opmerkingcode.AANHALINGSTEKENS in blad.meldingen


def test_the_line_that_names_the_delimiter_counts_as_a_row() -> None:
    assert cellen(b"sep=;\r\nNaam;Plaats\r\nBos, J.;Borne\r\n") == [
        (2, ["Naam", "Plaats"]),
        (3, ["Bos, J.", "Borne"]),
    ]


def test_a_protected_number_loses_its_armour() -> None:
    assert cellen(b'Naam;BSN\nBos;="012345678"\n')[1] == (2, ["Bos", "012345678"])


def test_a_workbook_gives_plain_types_and_its_own_row_numbers() -> None:
    moment = datetime(1990, 5, 1, 12, 0)  # noqa: DTZ001  # a spreadsheet knows no zones
    inhoud = werkmap(["Titel"], [], [None, 3.0, 2.5, moment, True, "  ", "x"])
    assert cellen(inhoud) == [(1, ["Titel"]), (3, [None, 3, 2.5, date(1990, 5, 1), "WAAR", None, "x"])]


def test_dates_of_the_old_macintosh_calendar() -> None:
    boek = openpyxl.Workbook()
    boek.epoch = CALENDAR_MAC_1904
    boek.worksheets[0].append(["Naam", date(1990, 5, 1)])
    stroom = io.BytesIO()
    boek.save(stroom)
    assert cellen(stroom.getvalue()) == [(1, ["Naam", date(1990, 5, 1)])]


def test_a_formula_without_its_result_is_not_lost() -> None:
    assert cellen(werkmap(["Naam", "Geboren"], ["Bos", "=A1+1"]))[1] == (2, ["Bos", FORMULE])


@pytest.mark.parametrize("fout", ["#N/A", "#VALUE!", "#REF!", "#NAME?", "#DIV/0!"])
def test_an_error_of_the_spreadsheet_is_no_text(fout: str) -> None:
    assert cellen(werkmap(["Naam", "Geboren"], [fout, "1-1-1990"]))[1] == (2, [FORMULE, "1-1-1990"])


@pytest.mark.parametrize(
    ("cel", "verwacht"),
    [
        ("#N/B", FORMULE), ("#waarde!", FORMULE), ("#VERW!", FORMULE), ("#NAAM?", FORMULE), ("#####", FORMULE),
        ("=A2&B2", FORMULE), ("=-A1", FORMULE), ("=$A$1", FORMULE), ("#1 van de lijst", "#1 van de lijst"),
        ("=> bellen", "=> bellen"), ("= zie boven", "= zie boven"),
    ],
)  # fmt: skip
def test_a_formula_or_an_error_that_was_exported_as_text(cel: str, verwacht: str) -> None:
    assert cellen(f"Naam;Opm.\n{cel};x\n".encode())[1] == (2, [verwacht, "x"])


def test_known_headings_decide_on_the_delimiter_of_a_short_list() -> None:
    """Two of the three lines have one comma, and no two have as many semicolons."""
    regels = [
        "Naam;Geb.datum;BSN;Adres",
        "Jansen, P.;1-1-1990",
        "Bos, A.;1-1-1990;123456782;Weg 1;extra;meer",
    ]
    blad = lees_bladen("\n".join(regels).encode())[0]
    assert blad.scheiding == ";"
    assert [regel.cellen[0] for regel in blad.regels] == ["Naam", "Jansen, P.", "Bos, A."]


def test_hidden_sheets_are_known_as_hidden() -> None:
    boek = openpyxl.Workbook()
    boek.worksheets[0].append(["a"])
    verborgen = boek.create_sheet("weg")
    verborgen.append(["b"])
    verborgen.sheet_state = "hidden"
    stroom = io.BytesIO()
    boek.save(stroom)
    assert [(blad.naam, blad.zichtbaar) for blad in lees_bladen(stroom.getvalue())] == [
        ("Sheet", True),
        ("weg", False),
    ]


def vol() -> bytes:
    return b"Naam;Plaats\n" + b"Bos;Borne\n" * (MAX_REGELS + 1)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
WEIGERINGEN: dict[str, tuple[bytes, Weigering]] = {
    "nothing": (b"", Weigering.LEEG),
    "only blanks": (b" \r\n\t\n", Weigering.LEEG),
    "only a byte order mark": (b"\xef\xbb\xbf\r\n", Weigering.LEEG),
    "an empty workbook": (werkmap(), Weigering.LEEG),
    "only delimiters": (b";;;\n;;;\n", Weigering.LEEG),
    "pdf": (b"%PDF-1.7\n...", Weigering.PDF),
    "picture": (b"\x89PNG\r\n\x1a\n...", Weigering.AFBEELDING),
    "rtf": (b"{\\rtf1 Geachte", Weigering.WORD),
    "docx": (als_zip(word__document_xml=b"<x/>"), Weigering.WORD),
    "html as xls": (b"<html><table><tr><td>Naam</td></tr></table>", Weigering.WEBPAGINA),
    "old excel": (OLE, Weigering.XLS_OUD),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), Weigering.WACHTWOORD),
    "any zip": (als_zip(brief=b"hallo"), Weigering.GEEN_LIJST),
    "ods": (als_zip(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), Weigering.OPENDOCUMENT),
    "one column": (b"Naam\nBos\nJansen\n", Weigering.GEEN_LIJST),
    "binary": (bytes(range(256)) * 20, Weigering.GEEN_LIJST),
    "too large": (b"a;b\n" * (MAX_BYTES // 4 + 1), Weigering.TE_GROOT),
    "too many rows": (vol(), Weigering.TE_VEEL_RIJEN),
    "too many columns": (b";".join([b"x"] * 201), Weigering.TE_VEEL_KOLOMMEN),
    "a column far away": (werkmap(["Naam", *[None] * 900, "x"]), Weigering.TE_VEEL_KOLOMMEN),
    "one endless cell": (b"Naam;Opm\nBos;" + b"x" * 40_000 + b"\n", Weigering.CEL_TE_LANG),
    "one cell beyond the csv module": (b"Naam;Opm\nBos;" + b"x" * 140_000 + b"\n", Weigering.CEL_TE_LANG),
    "cut off": (werkmap(["Naam", "Plaats"])[:-200], Weigering.BESCHADIGD),
}


@pytest.mark.parametrize(("inhoud", "code"), WEIGERINGEN.values(), ids=WEIGERINGEN.keys())
def test_what_is_no_list_is_refused_with_a_reason(inhoud: bytes, code: Weigering) -> None:
    with pytest.raises(InvalidPackage) as fout:
        lees_bladen(inhoud)
    assert fout.value.code == code
    assert "–" not in weigeringszin(
        fout.value.code, fout.value.details
    )  # every detail of the sentence is there


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bom = als_zip(**{"[Content_Types].xml": b"<x/>", "xl__worksheets__sheet1.xml": bytes(130 * 2**20)})
    assert len(bom) < 2**20
    with pytest.raises(InvalidPackage) as fout:
        lees_bladen(bom)
    assert fout.value.code == Weigering.UITGEPAKT_TE_GROOT


def test_xml_entities_are_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(werkmap(["Naam", "Plaats"]))) as bron:
        delen = {naam: bron.read(naam) for naam in bron.namelist()}
    blad = "xl/worksheets/sheet1.xml"
    delen[blad] = b'<!DOCTYPE a [<!ENTITY lol "lol">]>' + delen[blad]
    with pytest.raises(InvalidPackage) as fout:
        lees_bladen(als_zip(**delen))
    assert fout.value.code == Weigering.BESCHADIGD


@given(st.integers(0, 4000), st.integers(1, 255))
def test_a_damaged_workbook_is_read_or_refused_but_never_a_crash(plaats: int, bits: int) -> None:
    inhoud = bytearray(GEZOND)
    inhoud[plaats % len(inhoud)] ^= bits
    try:
        lees_bladen(bytes(inhoud))
    except InvalidPackage as fout:
        assert fout.code in set(Weigering)


GEZOND = werkmap(KOP, ["Bos", "1-1-1990", "Dorpsstraat 1", "tekst"])


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(inhoud: bytes) -> None:
    for voor in (b"", b"PK\x03\x04", b"Naam;Plaats\r\n", b"\xff\xfe"):
        try:
            lees_bladen(voor + inhoud)
        except InvalidPackage as fout:
            assert fout.code in set(Weigering)


_geschreven: list[str] = []
_luistert = [False]


def _luister(gebeurtenis: str, argumenten: tuple[Any, ...]) -> None:
    if _luistert[0] and gebeurtenis == "open" and isinstance(argumenten[2], int) and argumenten[2] & 0o3:
        _geschreven.append(str(argumenten[0]))


@pytest.fixture
def geschreven() -> Iterator[list[str]]:
    """The files that were opened for writing while the test ran."""
    sys.addaudithook(_luister)
    _geschreven.clear()
    _luistert[0] = True
    yield _geschreven
    _luistert[0] = False


def test_reading_writes_nothing_to_disk(geschreven: list[str]) -> None:
    lees_bladen(werkmap_in_geheugen := GEZOND)
    lees_bladen(b"Naam;Plaats\r\nBos;Borne\r\n")
    assert werkmap_in_geheugen
    assert [naam for naam in geschreven if not naam.endswith((".pyc", "/dev/null"))] == []


def test_a_refusal_never_says_what_stood_in_the_file() -> None:
    merk = "ZEKERGEHEIM"
    for inhoud in (
        f"{merk}\n{merk}\n".encode(),
        f"Naam;Opm\n{merk};{'x' * 40_000}".encode(),
        OLE + merk.encode(),
    ):
        with pytest.raises(InvalidPackage) as fout:
            lees_bladen(inhoud)
        assert merk not in repr(fout.value) + str(fout.value.details)
