"""Tables: rows stay whole until they are taller than a sheet, and then nothing of them is lost."""

from __future__ import annotations

from vhdesk.printing.alinea import RegelStuk, alinea, alineas
from vhdesk.printing.blok import Stuk, verdeel
from vhdesk.printing.stijl import BROOD, CEL, CEL_STIL, ZETBREEDTE
from vhdesk.printing.tabel import Kolom, Rij, RijStuk, Tabel
from vhdesk.printing.zetter import Zetter

HOOGTE = 700.0
COLUMNS = (Kolom("Nr", 20), Kolom("Tekst", 150))


def laid_out(tabel: Tabel) -> list[Stuk]:
    with Zetter() as zetter:
        return tabel.stukken(zetter, ZETBREEDTE)


def words(stuk: Stuk) -> str:
    assert isinstance(stuk, RijStuk)
    parts = []
    for _, _, line in stuk.inhoud:
        assert isinstance(line, RegelStuk)
        parts.append("".join(deel.text for deel in line.regel.delen))
    return " ".join(parts)


def row(number: int, text: str, *, breekbaar: bool = False) -> Rij:
    return Rij((alineas(f"A-{number}", CEL), alineas(text, CEL)), breekbaar=breekbaar)


def test_a_table_without_rows_is_nothing() -> None:
    assert laid_out(Tabel(COLUMNS, [])) == []


def test_rows_are_one_piece_under_a_head_that_stays_with_them() -> None:
    head, *rows = laid_out(Tabel(COLUMNS, [row(n, "tekst " * 60) for n in range(30)]))
    assert head.bij_volgende
    assert len(rows) == 30
    assert all(stuk.herhaal is head for stuk in rows)
    sheets = verdeel([head, *rows], HOOGTE)
    assert len(sheets) > 1
    assert all(blad.geplaatst[0].stuk is head for blad in sheets)


def test_the_last_row_does_not_stand_alone() -> None:
    for lines in range(1, 60):
        filler: list[Stuk] = [*alinea("x", BROOD).stukken(Zetter(), 100)] * lines
        pieces = laid_out(Tabel(COLUMNS, [row(n, "tekst") for n in range(8)]))
        last = verdeel([*filler, *pieces], HOOGTE)[-1]
        assert sum(isinstance(placed.stuk, RijStuk) for placed in last.geplaatst) >= 3  # head and two rows


def test_a_row_taller_than_a_sheet_tears_between_lines_and_stays_whole() -> None:
    text = " ".join(f"woord{n}" for n in range(15000))
    head, *bands = laid_out(Tabel(COLUMNS, [row(1, text)]))
    assert len(bands) > 100
    sheets = verdeel([head, *bands], HOOGTE)
    assert len(sheets) > 5
    assert " ".join(words(band) for band in bands) == f"A-1 {text}"
    for blad in sheets:
        placed = blad.geplaatst[-1]
        assert placed.y + placed.stuk.hoogte <= HOOGTE + 0.1


def test_prose_keeps_its_source_beside_it() -> None:
    source = (*alineas("Politie", CEL), alinea("1-12-2026", CEL_STIL), alinea("Wpg", CEL_STIL))
    tabel = Tabel(
        (Kolom("", 40), Kolom("", 130)), [Rij((source, alineas("tekst " * 200, BROOD)), breekbaar=True)]
    )
    bands = laid_out(tabel)
    assert len(bands) > 5
    tied = next(number for number, band in enumerate(bands) if not band.bij_volgende)
    assert "Wpg" in " ".join(words(band) for band in bands[: tied + 1])
    assert bands[-2].bij_volgende
    assert not bands[-1].bij_volgende


def test_a_short_row_may_not_tear_unless_it_is_prose() -> None:
    assert len(laid_out(Tabel(COLUMNS, [row(1, "tekst " * 200)]))) == 2
    assert len(laid_out(Tabel(COLUMNS, [row(1, "tekst " * 200, breekbaar=True)]))) > 2
