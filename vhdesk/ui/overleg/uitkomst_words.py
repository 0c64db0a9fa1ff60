"""How decisions, actions and what is missing read on this page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vhdesk.dutch_date import short_date
from vhdesk.queries.acties import ActieRow
from vhdesk.queries.dossier_rijen import BesluitRow
from vhdesk.queries.tekorten import TekortRow
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.overleg.words import counted, joined
from vhdesk.vocabulary import Actiestatus, Besluitstatus, Tekort

_STATUS: Final = {
    Actiestatus.OPEN: ("circle", "muted"),
    Actiestatus.GEDAAN: ("circle-check", "ok"),
    Actiestatus.KON_NIET: ("ban", "warn"),
    Actiestatus.NIET_GEDAAN: ("circle-alert", "danger"),
    Actiestatus.VERVALLEN: ("minus", "muted"),
    Actiestatus.TERUGGENOMEN: ("undo-2", "muted"),
}
_PILL: Final = {Actiestatus.GEDAAN: "ok", Actiestatus.KON_NIET: "warn", Actiestatus.NIET_GEDAAN: "danger"}
_TEKORT: Final = {
    Tekort.BESLUIT: "Er is geen besluit vastgelegd.",
    Tekort.CASEMANAGER: "Er is geen casemanager aangewezen.",
    Tekort.VERANTWOORDELIJKE: "Er is geen verantwoordelijke aangewezen.",
    Tekort.VOLGENDE_DATUM: "Er is geen volgende datum.",
    Tekort.ACTIE_EIGENAAR: "Van een actie is niet bekend wie haar doet.",
    Tekort.ACTIE_TERMIJN: "Van een actie is niet bekend wanneer zij klaar is.",
    Tekort.AANWEZIGHEID: "De aanwezigheid is niet vastgesteld.",
}


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """A decision or an action of this meeting, as one kind of row. ``id`` is that of the record."""

    id: str
    besluit: BesluitRow | None = None
    actie: ActieRow | None = None


def eigenaar(actie: ActieRow) -> str:
    """Return who does it: "Ilse Kamphuis, Gemeente Enschede", or that nobody is named."""
    if not actie.organisatie:
        return "nog niemand"
    return f"{actie.medewerker}, {actie.organisatie}" if actie.medewerker else actie.organisatie


def actie_line(actie: ActieRow) -> TwoLine:
    """An action with its owner, its term, and how it ended."""
    name, role = _STATUS[actie.status]
    late = actie.dagen_over or 0
    pill, state = "", "muted"
    if actie.status is not Actiestatus.OPEN:
        pill, state = actie.status.label, _PILL.get(actie.status, "muted")
    elif late > 0:
        pill, state = f"{counted(late, 'dag', 'dagen')} over datum", "warn"
    return TwoLine(
        title=actie.omschrijving,
        subtitle=joined(
            (
                f"A-{actie.nummer}",
                eigenaar(actie),
                f"uiterlijk {short_date(actie.termijn)}" if actie.termijn is not None else "zonder termijn",
                f"{actie.uitgesteld} keer verzet" if actie.uitgesteld else "",
                actie.resultaat,
            )
        ),
        icon=name,
        icon_role=role,
        state_text=actie.status.label,
        rest=actie.status is not Actiestatus.OPEN,
        pill=pill,
        pill_state=state,
    )


def vorige_actie_line(actie: ActieRow) -> TwoLine:
    """An action from before this meeting: whose case it belongs to, and how old it is."""
    line = actie_line(actie)
    age = counted(actie.leeftijd, "dag", "dagen")
    return TwoLine(
        title=line.title,
        subtitle=joined((actie.naam, actie.casusnummer, line.subtitle, f"{age} oud" if age else "")),
        icon=line.icon,
        icon_role=line.icon_role,
        state_text=line.state_text,
        rest=line.rest,
        pill=line.pill,
        pill_state=line.pill_state,
    )


def besluit_line(besluit: BesluitRow) -> TwoLine:
    """A decision with its kind, the body that took it and its conditions."""
    withdrawn = besluit.status is not Besluitstatus.VASTGELEGD
    return TwoLine(
        title=besluit.tekst,
        subtitle=joined(
            (
                f"B-{besluit.nummer}",
                besluit.type_naam,
                besluit.gremium,
                f"onderbouwing: {besluit.onderbouwing}" if besluit.onderbouwing else "",
                f"voorwaarden: {besluit.voorwaarden}" if besluit.voorwaarden else "",
                f"afwijkende mening: {besluit.afwijkende_mening}" if besluit.afwijkende_mening else "",
                besluit.statusreden,
            )
        ),
        icon="gavel",
        icon_role="muted" if withdrawn else "accent",
        state_text="besluit",
        rest=withdrawn,
        pill=besluit.status.label if withdrawn else "",
    )


def eerder_besluit_line(besluit: BesluitRow) -> TwoLine:
    """A decision of an earlier meeting: its date as well."""
    line = besluit_line(besluit)
    return TwoLine(
        line.title, line.subtitle, short_date(besluit.datum), line.icon, line.icon_role, line.state_text,
        line.rest, line.pill,
    )  # fmt: skip


def uitkomst_line(row: Uitkomst) -> TwoLine:
    """A decision or an action of this meeting."""
    if row.besluit is not None:
        return besluit_line(row.besluit)
    assert row.actie is not None
    return actie_line(row.actie)


def tekort_line(row: TekortRow, naam: str = "") -> TwoLine:
    """One thing that is missing: the sentence, and the case, action or participant it is about."""
    about = f"A-{row.nummer} {row.toelichting}" if row.nummer is not None else row.toelichting
    return TwoLine(
        title=_TEKORT[row.tekort],
        subtitle=joined((naam, row.casusnummer, about)),
        icon="circle-alert",
        icon_role="warn",
    )
