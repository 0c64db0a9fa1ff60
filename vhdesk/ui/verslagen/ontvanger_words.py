"""How the recipients of minutes are worded: what each may read, and which copies there are."""

from __future__ import annotations

from dataclasses import dataclass

from vhdesk.clock import local
from vhdesk.dutch_date import short_date
from vhdesk.queries.ontvangers import ExemplaarRow, Ontvanger, Ontvangercasus
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.woorden import met_hoofdletter, met_punten, opsomming
from vhdesk.vocabulary import Informatieniveau

KORT = {
    Informatieniveau.INHOUD: "inhoud",
    Informatieniveau.PROCES: "proces en eigen acties",
    Informatieniveau.BESTAAN: "alleen dat er een uitkomst is",
}


@dataclass(frozen=True, slots=True)
class Regel:
    """A recipient in the list, and whether it is ticked. ``id``: of the organisation, 'huis' for the house."""

    id: str
    ontvanger: Ontvanger
    ticked: bool


def ontvanger_line(regel: Regel) -> TwoLine:
    """Return a recipient as a list row: how much it reads, and its copies."""
    wie = regel.ontvanger
    leest = " · ".join(
        f"{wie.aantal(niveau)} × {woorden}" for niveau, woorden in KORT.items() if wie.aantal(niveau)
    )
    if not wie.id:
        leest = "het hele verslag"
    delen = [leest, *(exemplaar_words(rij) for rij in wie.exemplaren)]
    return TwoLine(
        met_hoofdletter(wie.naam),
        "\n".join(deel for deel in delen if deel),
        "" if wie.aanwezig else "was er niet",
        icon="square-check" if regel.ticked else "square",
        icon_role="accent" if regel.ticked else "muted",
        state_text="gekozen" if regel.ticked else "niet gekozen",
    )


def exemplaar_words(rij: ExemplaarRow) -> str:
    """Return "4/9 afgedrukt op 2-12-2026 14:02 door Marijke, teruggehaald"."""
    moment = local(rij.gemaakt_op)
    weer = f" herdruk {rij.herdruk}" if rij.herdruk else ""
    terug = f"teruggehaald op {short_date(local(rij.teruggehaald_op).date())}" if rij.teruggehaald_op else ""
    gemaakt = f"{rij.nummer}/{rij.totaal}{weer} {rij.wijze.label} op {short_date(moment.date())} {moment:%H:%M} door {rij.actor}"
    return ", ".join(deel for deel in (gemaakt, rij.reden, terug) if deel)


def leest_words(wie: Ontvanger) -> str:
    """Return per case what a recipient reads and why."""
    if not wie.id:
        return "Het huis leest het hele verslag."
    meer = [_casus(casus) for casus in wie.casussen if casus.niveau is not Informatieniveau.BESTAAN]
    verder = [str(casus.plaats) for casus in wie.casussen if casus.niveau is Informatieniveau.BESTAAN]
    if verder:
        meer.append(f"Alleen dat er een uitkomst is: casus {opsomming(verder)}")
    return "\n".join(meer)


def _casus(casus: Ontvangercasus) -> str:
    return met_punten((f"Casus {casus.plaats}: {casus.nummer}", KORT[casus.niveau], casus.grond.label))
