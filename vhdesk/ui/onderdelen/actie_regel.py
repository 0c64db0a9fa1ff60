"""An action in words, for every list that shows actions."""

from __future__ import annotations

from vhdesk.dutch_date import date_in_words, short_date
from vhdesk.queries.acties import ActieRow
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.woorden import dagen, met_hoofdletter
from vhdesk.vocabulary import Actiestatus


def actie_nummer(actie: ActieRow) -> str:
    """Return the stable number, "A-31"."""
    return f"A-{actie.nummer}"


def actie_eigenaar(actie: ActieRow) -> str:
    """Return "Politie (Kevin Lansink)", "Politie" or "nog zonder eigenaar"."""
    if not actie.organisatie:
        return "nog zonder eigenaar"
    return f"{actie.organisatie} ({actie.medewerker})" if actie.medewerker else actie.organisatie


def actie_termijn(actie: ActieRow) -> str:
    """Return how the action stands to its date, in words."""
    if actie.status is not Actiestatus.OPEN:
        return actie.status.label
    if actie.termijn is None:
        return "geen datum"
    if actie.dagen_over:
        return f"{dagen(actie.dagen_over)} over datum"
    return short_date(actie.termijn)


def actie_state(actie: ActieRow) -> str:
    """Return the state that goes with ``actie_termijn``."""
    if actie.status is Actiestatus.GEDAAN:
        return "ok"
    if actie.status is not Actiestatus.OPEN:
        return "muted"
    if actie.dagen_over:
        return "danger"
    return "warn" if actie.termijn is None or not actie.organisatie else "muted"


_ICONS = {"ok": "circle-check", "danger": "circle-alert", "warn": "triangle-alert", "muted": "circle"}


def actie_two_line(actie: ActieRow) -> TwoLine:
    """Return an action as a list row: what, then whose case and who, and the date at the right."""
    state = actie_state(actie)
    return TwoLine(
        title=actie.omschrijving,
        subtitle=f"{actie_nummer(actie)}  ·  {actie.naam or actie.casusnummer}  ·  {actie_eigenaar(actie)}",
        right=actie_termijn(actie),
        icon=_ICONS[state],
        icon_role=state,
        rest=actie.status is not Actiestatus.OPEN,
    )


def actie_feiten(actie: ActieRow) -> tuple[tuple[str, str], ...]:
    """Return (label, words) of everything known about an action; empty facts are left out."""
    termijn = date_in_words(actie.termijn) if actie.termijn else "geen datum"
    if actie.dagen_over:
        termijn += f", {dagen(actie.dagen_over)} over datum"
    ontstaan = f"{date_in_words(actie.ontstaan_op)}, {dagen(actie.leeftijd)} oud"
    if actie.overlegnummer:
        ontstaan += f" (overleg {actie.overlegnummer})"
    afgehandeld = date_in_words(actie.afgehandeld_op) if actie.afgehandeld_op else ""
    uitgesteld = f"{actie.uitgesteld} keer verzet" if actie.uitgesteld else ""
    feiten = (
        ("Wie", met_hoofdletter(actie_eigenaar(actie))),
        ("Uiterlijk", termijn),
        ("Casus", "  ·  ".join(deel for deel in (actie.naam, actie.casusnummer) if deel)),
        ("Ontstaan", ontstaan),
        ("Verzet", uitgesteld),
        ("Onder voorwaarde", actie.conditie),
        ("Informeren", actie.informering),
        ("Afgehandeld", f"{actie.status.label}, {afgehandeld}" if afgehandeld else ""),
        ("Toelichting", actie.resultaat),
    )
    return tuple((label, words) for label, words in feiten if words)
