"""How a case that can be put on an agenda reads: why it is proposed, and whether it is ticked; and which meetings a series
gives."""

from __future__ import annotations

from vhdesk.dutch_date import date_in_words, short_date
from vhdesk.queries.agendeerbaar import Agendeerbaar, AgendeerbaarRow
from vhdesk.queries.reeks import Reeksvoorstel
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.woorden import eventueel, met_punten
from vhdesk.ui.overleg.words import ongewogen
from vhdesk.vocabulary import met_hoofdletter, opsomming
from vhdesk.vocabulary_agenda import Voorstelreden


def reasons(row: AgendeerbaarRow) -> str:
    """Return why a case is due, and what else the chair weighs, in words."""
    return met_punten(
        (
            *(_reason(row, reden) for reden in row.redenen),
            "kinderen betrokken" if row.kinderen and row.redenen else "",
            f"staat op de agenda van {short_date(row.elders)}" if row.elders is not None else "",
            "" if row.van_tafel else (row.casus.tafel or "zonder tafel"),
            f"laatst besproken {short_date(row.laatst)}" if row.laatst is not None else "nog niet besproken",
        )
    )


def _reason(row: AgendeerbaarRow, reden: Voorstelreden) -> str:
    datum = row.casus.volgende_datum
    if reden is Voorstelreden.ACTIES:
        return eventueel(row.acties_over, "actie over datum", "acties over datum")
    if reden is Voorstelreden.DATUM and datum is not None:
        return f"afgesproken voor {short_date(datum)}"
    if reden in (Voorstelreden.NAZORG, Voorstelreden.PARKEERDATUM) and datum is not None:
        return f"{reden.label} ({short_date(datum)})"
    return reden.label


def kandidaat_line(row: AgendeerbaarRow, *, ticked: bool) -> TwoLine:
    """A case that can be put on the agenda."""
    due = bool(row.redenen)
    red = Voorstelreden.CODE_ROOD in row.redenen
    return TwoLine(
        title=row.casus.naam or row.casus.titel or row.casus.nummer,
        subtitle=met_hoofdletter(
            met_punten((ongewogen(row.casus.status), reasons(row), row.casus.doelgroep))
        ),
        right=row.casus.nummer,
        icon="square-check" if ticked else "square",
        icon_role="accent" if ticked else "danger" if red else "warn" if due else "muted",
        state_text="aangevinkt" if ticked else "voorgesteld" if due else "",
    )


def count_line(found: Agendeerbaar, ticked: int, limit: int) -> str:
    """Return how many cases are due, how many are ticked, and which keys go on."""
    due = found.voorgesteld
    proposed = f"{due} voorgesteld" if due else "Niets aan de beurt"
    if due > limit:
        proposed += f", hier de eerste {limit}"
    if ticked:
        return f"{proposed}, {ticked} aangevinkt. Enter zet ze op de agenda."
    if not due:
        return f"{proposed}. Enter zet een casus op de agenda."
    return f"{proposed}. Spatie vinkt aan, Ctrl+Shift+K alles."


def series_words(found: Reeksvoorstel) -> str:
    """Return when a table meets, which days come next, and which a holiday takes away."""
    if found.reeks is None:
        return ""
    days = opsomming([short_date(dag.datum) for dag in found.dagen if not dag.feestdag])
    away = "".join(
        f" {met_hoofdletter(date_in_words(dag.datum))} valt weg: {dag.feestdag}."
        for dag in found.dagen
        if dag.feestdag
    )
    return f"{met_hoofdletter(found.reeks.woorden)}. Hierna: {days}.{away}"
