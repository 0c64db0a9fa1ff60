"""The file of minutes: its name and its extension."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from vhdesk.queries.verslag import VerslagRow
from vhdesk.ui.verslagen.pdf_file import file_name, write_pdf

ROW = VerslagRow(
    id="o", overleg_id="o", versie=1, laatste=True, heropend=False, nummer="OV-1", tafel_id="t", tafel="Werktafel: Enschede/Losser", datum=date(2026, 12, 2),
    gesloten_op=None, sluitreden="", casussen=1, besluiten=1, acties=1,
)  # fmt: skip


def test_the_name_holds_table_and_date_and_nothing_a_file_system_refuses() -> None:
    assert file_name(ROW) == "Verslag Werktafel Enschede Losser 2026-12-02.pdf"
    later, earlier = replace(ROW, versie=2), replace(ROW, laatste=False)
    assert file_name(later) == "Verslag Werktafel Enschede Losser 2026-12-02 versie 2.pdf"
    assert file_name(earlier) == "Verslag Werktafel Enschede Losser 2026-12-02 versie 1.pdf"


def test_the_extension_is_added_once(tmp_path: Path) -> None:
    assert write_pdf(tmp_path / "verslag", b"x") == "verslag.pdf"
    assert write_pdf(tmp_path / "ander.PDF", b"y") == "ander.PDF"
    assert {path.name for path in tmp_path.iterdir()} == {"verslag.pdf", "ander.PDF"}
