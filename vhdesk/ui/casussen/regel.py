"""A case as a row of the list."""

from __future__ import annotations

from vhdesk.dutch_date import short_date
from vhdesk.queries.casusregel import CasusRow
from vhdesk.queries.casusstand import AFGEROND
from vhdesk.ui.casussen.vindplaats_woorden import Gemarkeerd, naam_raak, vindplaats_regel
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.woorden import met_hoofdletter, zonder


def lijstnaam(row: CasusRow) -> str:
    """Return the name as lists show it, on geslachtsnaam: "van Dalen, Noor" (rules of the Burgerlijke Stand).

    Only the first given name: the whole name stands in the file.
    """
    achternaam = " ".join(deel for deel in (row.voorvoegsel, row.geslachtsnaam) if deel)
    voornaam = row.voornamen.split(" ")[0] or row.voorletters
    return ", ".join(deel for deel in (achternaam, voornaam) if deel) or row.titel or "Zonder naam"


def _over_twee_regels(tekort: str) -> str:
    """Break what is missing after the first of three or more: in one line the list would cut it."""
    eerste, komma, rest = tekort.partition(", ")
    return f"{eerste},\n{rest}" if komma else tekort


def casus_two_line(row: CasusRow) -> TwoLine:
    """Return name and number, below it where a search found it, else what is missing in words, else doelgroep
    and municipality."""
    tekort = zonder(row.tekorten)
    rust = row.status in AFGEROND
    if tekort:
        regel, picture, rol = _over_twee_regels(tekort), "circle-alert", "danger"
    else:
        delen = [row.doelgroep, row.gemeente]
        regel = "  ·  ".join(met_hoofdletter(deel) for deel in delen if deel) or met_hoofdletter(
            row.status.label
        )
        picture, rol = ("circle-check", "ok") if row.casemanager_id else ("circle", "muted")
    naam = lijstnaam(row)
    in_naam = naam_raak(naam, row.vindplaats) if row.vindplaats and row.vindplaats.in_naam else ()
    gevonden = vindplaats_regel(row.vindplaats) if row.vindplaats and not in_naam else None
    onder = gevonden or Gemarkeerd(met_hoofdletter(regel), ())
    return TwoLine(
        title=naam,
        subtitle=onder.tekst,
        right=row.nummer,
        icon="archive" if rust else picture,
        icon_role="muted" if rust else rol,
        state_text=row.status.label,
        rest=rust,
        title_marks=in_naam,
        marks=onder.raak,
    )


def casus_tooltip(row: CasusRow) -> str:
    """Return everything the row says, whole, for the mouse."""
    geboren = f"geboren {short_date(row.geboortedatum)}" if row.geboortedatum else ""
    wanneer = f"volgende datum {short_date(row.volgende_datum)}" if row.volgende_datum else ""
    delen = (
        lijstnaam(row), geboren, row.nummer, row.status.label, row.doelgroep, row.gemeente, row.tafel,
        f"casemanager {row.casemanager}" if row.casemanager else "", wanneer, zonder(row.tekorten),
        vindplaats_regel(row.vindplaats).tekst if row.vindplaats else "",
    )  # fmt: skip
    return "\n".join(met_hoofdletter(deel) for deel in delen if deel)
