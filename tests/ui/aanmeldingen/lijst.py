"""A small delivered list, and choosing it by keyboard."""

from __future__ import annotations

from pathlib import Path

from tests.ui.beheer.page_stage import PageStage
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.ui.aanmeldingen.page import AanmeldingenPage

LIST = """Aanmeldingen gemeente Losser;;;;;
Naam;Geboortedatum;BSN;Woonplaats;Doelgroep;Ketenpartners
Jansen, P.J.;12-01-1992;123456782;Losser;Veelplegers;Politie
Brink, A. ten;07-07-1980;111222334;Overdinkel;huiselijk geweld;Politie, Tactus
Brink, A. ten;07-07-1980;;Overdinkel;huiselijk geweld;Politie
;01-02-1970;;Losser;Veelplegers;
;;;;;
"""


def choose(stage: PageStage, path: Path) -> AanmeldingenPage:
    """Ctrl+O and the file."""
    stage.answers.path = path
    stage.press("Ctrl+O")
    page = stage.page
    assert isinstance(page, AanmeldingenPage)
    return page


def total(stage: PageStage) -> int:
    return stage.desk.ask(casuslijst).totaal
