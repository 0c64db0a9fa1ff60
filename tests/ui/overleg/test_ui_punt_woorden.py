"""What the row of an agenda says of a case: that it came as Code Rood, and its doelgroep."""

from __future__ import annotations

from datetime import time

import pytest

from vhdesk.queries.agenda import AgendapuntRow
from vhdesk.ui.overleg.words import concept_line, punt_line, punt_words
from vhdesk.vocabulary import Agendasoort, CasusStatus, Puntstatus


def punt(doelgroep: str, *, code_rood: bool, besluiten: int = 0) -> AgendapuntRow:
    return AgendapuntRow(
        id="1", version=1, soort=Agendasoort.CASUS, volgorde=1, minuten=10, begint=time(13, 30), status=Puntstatus.OPEN,
        notitie="", volgende_datum=None, begonnen_op=None, besproken_op=None, casus_id="2", casusnummer="ZVH-2026-0001",
        titel="", naam="Bos", geboortedatum=None, doelgroep=doelgroep, gemeente="", casusstatus=CasusStatus.IN_BEHANDELING,
        casus_version=1, casus_volgende_datum=None, casemanager="", verantwoordelijke="", aanleiding="",
        vraag_aan_tafel="", doel="", besluiten=besluiten, acties=0, code_rood=code_rood,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("doelgroep", "code_rood", "gezegd"),
    [
        ("", True, ["Code Rood"]),
        ("Veelplegers", True, ["Code Rood", "Veelplegers"]),
        ("Code Rood", True, ["Code Rood"]),
        ("Veelplegers", False, ["Veelplegers"]),
    ],
)
def test_a_code_rood_is_said_once_whatever_its_doelgroep(
    doelgroep: str, code_rood: bool, gezegd: list[str]
) -> None:
    row = punt(doelgroep, code_rood=code_rood)
    assert [deel.strip() for deel in punt_line(row).subtitle.split("·")] == gezegd
    assert [deel.strip() for deel in concept_line(row).subtitle.split("·")] == ["ZVH-2026-0001", *gezegd]


def test_it_is_found_as_code_rood_also_when_its_row_counts_what_was_decided() -> None:
    row = punt("", code_rood=True, besluiten=2)
    assert "Code Rood" not in punt_line(row).subtitle
    assert "Code Rood" in punt_words(row)
