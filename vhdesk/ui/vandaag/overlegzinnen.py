"""The sentences about meetings: what is ahead and what it lacks, what goes on, and minutes that went to nobody."""

from __future__ import annotations

from datetime import date, datetime

from vhdesk.clock import local
from vhdesk.queries.overleg import OverlegRow
from vhdesk.queries.vandaag import KomendOverleg, Vandaag
from vhdesk.ui.onderdelen.woorden import opsomming, telling
from vhdesk.ui.vandaag.zin import Zin, dag_en_maand
from vhdesk.vocabulary import Overlegstatus

VOORBEREIDEN = 2  # days ahead; from here the agenda is fixed
WEEK = 7  # days ahead; a meeting within it stands before what is late: it is where that is dealt with
VER_WEG = 14  # days ahead; a meeting after that waits behind what is late


def overlegzin(komend: KomendOverleg, vandaag: date) -> Zin:
    overleg = komend.overleg
    dag = dag_en_maand(overleg.datum, vandaag)
    if overleg.status is Overlegstatus.LOPEND:
        hoe_ver = f"{overleg.besproken} van {telling(overleg.casussen, 'casus', 'casussen')} besproken"
        tekst = f"{overleg.tafel} {_loopt_of_wacht(overleg, vandaag)}: {hoe_ver}"
        rang, state = 0, "warn" if overleg.geschorst_op is not None else "accent"
    elif komend.dagen < 0:
        tekst = f"{overleg.tafel} van {dag} is niet gehouden: open het alsnog of zeg het af"
        rang, state = 10, "warn"
    else:
        wanneer = {0: "vandaag", 1: "morgen"}.get(komend.dagen, f"op {dag}")
        tekst = f"{overleg.tafel} {wanneer} {overleg.begintijd:%H:%M}: {_casussen_van(komend)}"
        rang, state = (
            (
                20
                if komend.dagen <= 1
                else 22
                if komend.dagen <= WEEK
                else 50
                if komend.dagen <= VER_WEG
                else 80
            ),
            "accent",
        )
    gebreken = _gebreken(komend) if overleg.status is Overlegstatus.GEPLAND and komend.dagen >= 0 else ""
    return Zin(
        f"overleg.{komend.id}", rang, tekst, f"Overleg van {dag} openen", "overleggen", komend.id,
        toelichting=gebreken, icon="calendar-days", state="warn" if gebreken and komend.dagen <= 1 else state,
    )  # fmt: skip


def _loopt_of_wacht(overleg: OverlegRow, vandaag: date) -> str:
    """Return "is aan de gang", or since when the meeting is adjourned and until when."""
    if overleg.geschorst_op is None:
        return "is aan de gang"
    sinds = _moment(overleg.geschorst_op, vandaag)
    verder = f", verder om {_moment(overleg.verder_op, vandaag)}" if overleg.verder_op is not None else ""
    return f"is geschorst sinds {sinds}{verder}"


def _moment(moment: datetime, vandaag: date) -> str:
    wand = local(moment)
    return f"{wand:%H:%M}" if wand.date() == vandaag else f"{dag_en_maand(wand.date(), vandaag)} {wand:%H:%M}"


def _casussen_van(komend: KomendOverleg) -> str:
    if komend.zonder_casussen:
        return "nog geen casus op de agenda"
    words = telling(komend.overleg.casussen, "casus", "casussen")
    return f"{words}, {komend.zonder_casemanager} zonder casemanager" if komend.zonder_casemanager else words


def _gebreken(komend: KomendOverleg) -> str:
    zonder = [
        woord
        for woord, mist in (
            ("voorzitter", komend.zonder_voorzitter),
            ("secretaris", komend.zonder_secretaris),
            ("deelnemers", komend.zonder_deelnemers),
        )
        if mist
    ]
    delen = [f"Nog zonder {opsomming(zonder)}."] if zonder else []
    if komend.dagen <= VOORBEREIDEN and not komend.zonder_casussen and not komend.agenda_vast:
        delen.append("De agenda is nog niet vastgesteld.")
    if komend.zonder_antwoord:
        delen.append(f"{telling(komend.zonder_antwoord, 'vraag', 'vragen')} aan partners zonder antwoord.")
    if komend.minuten_te_veel > 0:
        delen.append(f"De agenda is {telling(komend.minuten_te_veel, 'minuut', 'minuten')} te lang.")
    return " ".join(delen)


def verslagzinnen(feiten: Vandaag) -> list[Zin]:
    """Minutes that were made and sent to nobody."""
    return [
        Zin(
            f"verslag.{verslag.id}", 46,
            f"Het verslag van {verslag.tafel} van {dag_en_maand(verslag.datum, feiten.vandaag)} is nog niet de deur uit",
            "Verslag bekijken, afdrukken of opslaan", "verslagen", verslag.id,
            toelichting="Druk het af of sla het op.", icon="printer", state="warn",
        )
        for verslag in feiten.verslagen
    ]  # fmt: skip
