from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vhdesk.exchange.aanlevering.datum import lees_datum, maand_vooraan
from vhdesk.vocabulary_aanlevering import Opmerkingcode as Code

VANDAAG = date(2026, 12, 2)
MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sept", "okt", "nov", "dec")
VOLUIT = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip
NOTATIES = (
    lambda d: d,
    lambda d: (d - date(1899, 12, 30)).days,
    lambda d: d.year * 10000 + d.month * 100 + d.day,
    lambda d: f"{d:%Y%m%d}",
    lambda d: f"{d:%d%m%Y}",
    lambda d: int(f"{d:%d%m%Y}"),
    lambda d: f"{d:%d-%m-%Y}",
    lambda d: f"{d.day}/{d.month}/{d.year}",
    lambda d: f"{d:%d.%m.%Y}",
    lambda d: f"{d:%Y-%m-%d}",
    lambda d: f"{d:%Y-%m-%d} 00:00:00",
    lambda d: f"{d.day} {MAANDEN[d.month - 1]} {d.year}",
    lambda d: f"{d.day} {MAANDEN[d.month - 1]}. {d.year}",
    lambda d: f"{d.day} {VOLUIT[d.month - 1]} {d.year}",
    lambda d: f" {d.day}-{MAANDEN[d.month - 1].upper()}-{d.year} ",
)


@given(st.dates(date(1928, 1, 1), VANDAAG), st.sampled_from(NOTATIES))
def test_every_notation_gives_the_same_date(dag: date, notatie: object) -> None:
    gelezen = lees_datum(notatie(dag), vandaag=VANDAAG)  # type: ignore[operator]
    assert (gelezen.waarde, gelezen.code) == (dag, None)


@given(st.dates(date(1928, 1, 1), VANDAAG))
def test_two_digits_of_a_year_are_the_latest_that_is_not_in_the_future(dag: date) -> None:
    gelezen = lees_datum(f"{dag.day}/{dag.month}/{dag:%y}", vandaag=VANDAAG)
    assert gelezen.waarde is not None
    assert gelezen.waarde <= VANDAAG
    assert gelezen.waarde.year % 100 == dag.year % 100
    assert (gelezen.waarde.month, gelezen.waarde.day) == (dag.month, dag.day)
    if dag.year > 1926:
        assert gelezen.waarde == dag


@given(st.dates(date(1900, 1, 1), date(2090, 1, 1)), st.sampled_from(NOTATIES))
def test_a_date_is_never_in_the_future(dag: date, notatie: object) -> None:
    gelezen = lees_datum(notatie(dag), vandaag=VANDAAG)  # type: ignore[operator]
    assert gelezen.waarde is None or gelezen.waarde <= VANDAAG
    assert (gelezen.waarde is None) <= (gelezen.code is not None)


@pytest.mark.parametrize(
    ("cel", "verwacht"),
    [
        ("24/10/02", date(2002, 10, 24)),
        ("3/12/26", date(1926, 12, 3)),  # tomorrow cannot be, so a century earlier
        ("27 jan 1987", date(1987, 1, 27)),
        ("1 sept 2016", date(2016, 9, 1)),
        ("3 maart '60", date(1960, 3, 3)),
        ("3-4-'60", date(1960, 4, 3)),
        ("3/4/’60", date(1960, 4, 3)),
        ("03‑04–1960", date(1960, 4, 3)),  # the dashes a text editor makes of hyphens
        ("3 − 4 − 1960", date(1960, 4, 3)),
        ("vrijdag 3 mei 1963", date(1963, 5, 3)),
        ("29-02-2000", date(2000, 2, 29)),
        ("1-1-1980 00:00", date(1980, 1, 1)),
        (19910520, date(1991, 5, 20)),
    ],
)
def test_dates_of_the_lists(cel: str | int, verwacht: date) -> None:
    gelezen = lees_datum(cel, vandaag=VANDAAG)
    assert (gelezen.waarde, gelezen.code) == (verwacht, None)


@pytest.mark.parametrize(
    ("cel", "code"),
    [
        (None, Code.DATUM_ONTBREEKT),
        ("onbekend", Code.DATUM_ONTBREEKT),
        ("31-02-1990", Code.DATUM_ONMOGELIJK),
        ("19910231", Code.DATUM_ONMOGELIJK),
        ("29-02-2001", Code.DATUM_ONMOGELIJK),
        ("13-13-1990", Code.DATUM_ONMOGELIJK),
        ("99999999", Code.DATUM_ONMOGELIJK),
        ("1987", Code.DATUM_ONVOLLEDIG),
        (1987, Code.DATUM_ONVOLLEDIG),
        ("00-00-1987", Code.DATUM_ONVOLLEDIG),
        ("19870000", Code.DATUM_ONVOLLEDIG),
        ("mei 1987", Code.DATUM_ONVOLLEDIG),
        ("3-12-2026", Code.DATUM_TOEKOMST),
        (date(2027, 1, 1), Code.DATUM_TOEKOMST),
        ("1-1-1899", Code.DATUM_TE_OUD),
        ("volgt nog", Code.DATUM_ONLEESBAAR),
        ("12 foo 1990", Code.DATUM_ONLEESBAAR),
        ("123456", Code.DATUM_ONLEESBAAR),
        ("1-2-3-1990", Code.DATUM_ONLEESBAAR),
    ],
)
def test_what_is_no_date_says_why(cel: str | int | date | None, code: Code) -> None:
    gelezen = lees_datum(cel, vandaag=VANDAAG)
    assert (gelezen.waarde, gelezen.code) == (None, code)


def test_a_year_that_fits_two_centuries_is_shown() -> None:
    gelezen = lees_datum("2/8/22", vandaag=VANDAAG)
    assert (gelezen.waarde, gelezen.code) == (date(2022, 8, 2), Code.DATUM_EEUW_ONZEKER)
    assert gelezen.details == {"tekst": "2/8/22", "jaar": "2022", "anders": "1922"}


def test_born_today_is_not_in_the_future() -> None:
    assert lees_datum("2/12/26", vandaag=VANDAAG).waarde == VANDAAG
    assert lees_datum("2-12-2026", vandaag=VANDAAG).waarde == VANDAAG


def test_a_column_is_month_first_only_when_nothing_proves_the_opposite() -> None:
    assert maand_vooraan(["10/24/02", "1/2/90", None, 5])
    assert not maand_vooraan(["10/24/02", "24/10/02"])
    assert not maand_vooraan(["1/2/90", "3/4/91"])
    lees = lees_datum("3/4/1991", vandaag=VANDAAG, maand_eerst=True)
    assert (lees.waarde, lees.code) == (date(1991, 3, 4), Code.DATUM_MAAND_VOORAAN)
    alleen = lees_datum("10/24/2002", vandaag=VANDAAG)
    assert (alleen.waarde, alleen.code) == (date(2002, 10, 24), Code.DATUM_AFWIJKEND_GELEZEN)


@given(st.text(max_size=30))
def test_any_text_gives_an_answer(ruw: str) -> None:
    gelezen = lees_datum(ruw, vandaag=VANDAAG)
    assert gelezen.waarde is not None or gelezen.code is not None


def test_a_day_number_as_text_is_read_with_a_remark_and_as_a_number_without() -> None:
    """A list that was saved as text holds what the spreadsheet counts in: 33000 is 7 May 1990."""
    assert lees_datum(33000, vandaag=VANDAAG).code is None
    gelezen = lees_datum("33000", vandaag=VANDAAG)
    assert (gelezen.waarde, gelezen.code) == (date(1990, 5, 7), Code.DATUM_VOLGNUMMER)
    assert gelezen.details == {"tekst": "33000"}
    for cel, code in (("10000", None), ("99999", Code.DATUM_TOEKOMST), ("00001", Code.DATUM_TE_OUD)):
        gelezen = lees_datum(cel, vandaag=VANDAAG)
        assert gelezen.code is (code or Code.DATUM_VOLGNUMMER)
        assert (gelezen.waarde is None) is (code is not None)
