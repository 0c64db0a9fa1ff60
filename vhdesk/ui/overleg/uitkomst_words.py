"""How decisions, actions and what is missing read on this page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from vhdesk.dutch_date import short_date
from vhdesk.queries.acties import ActieRow
from vhdesk.queries.dossier_rijen import BesluitRow, Dossier
from vhdesk.queries.tekorten import TekortRow
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.actie_regel import ACHTERAF, actie_van_casus
from vhdesk.ui.onderdelen.besluit_woorden import VRAAGKLEUR, gremium_woorden, voorbehoud_woorden
from vhdesk.ui.onderdelen.woorden import met_punten
from vhdesk.vocabulary import Besluitstatus, Tekort
from vhdesk.vocabulary_besluit import ONDER_VOORBEHOUD

_TEKORT: Final = {
    Tekort.BESLUIT: "Er is geen besluit vastgelegd.",
    Tekort.CASEMANAGER: "Er is geen casemanager aangewezen.",
    Tekort.VERANTWOORDELIJKE: "Er is geen verantwoordelijke aangewezen.",
    Tekort.ROL_WEG: "Wie deze rol heeft, is uit dienst. Wijs een ander aan.",
    Tekort.PLAN: "Er is geen plan van aanpak. Schrijf het hoofddoel op in de casus.",
    Tekort.VOLGENDE_DATUM: "Er is geen volgende datum.",
    Tekort.ACTIE_EIGENAAR: "Van een actie is niet bekend wie haar doet.",
    Tekort.ACTIE_TERMIJN: "Van een actie is niet bekend wanneer zij klaar is.",
    Tekort.GEMEENTE: "De gemeente is niet op de hoogte gebracht.",
    Tekort.TERUGKOPPELING: "De melder heeft de uitkomst nog niet gehoord.",
    Tekort.INFORMERING: "Er staat niet of de betrokkene is ingelicht, of waarom niet.",
    Tekort.VOORBEHOUD: "Een besluit staat onder voorbehoud: wie erbij moest zijn, was er niet.",
    Tekort.GEHEIMHOUDING: "De geheimhouding is niet door iedereen bevestigd.",
    Tekort.AANWEZIGHEID: "De aanwezigheid is niet vastgesteld.",
}


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """A decision or an action of this meeting, as one kind of row. ``id`` is that of the record."""

    id: str
    besluit: BesluitRow | None = None
    actie: ActieRow | None = None


def outcomes(dossier: Dossier, overleg_id: str) -> list[Uitkomst]:
    """Return what a meeting recorded on a case, decisions first, in order of their numbers."""
    besluiten = sorted(
        (row for row in dossier.besluiten if row.overleg_id == overleg_id), key=lambda row: row.nummer
    )
    acties = sorted(
        (row for row in dossier.acties if row.overleg_id == overleg_id), key=lambda row: row.nummer
    )
    return [Uitkomst(row.id, besluit=row) for row in besluiten] + [
        Uitkomst(row.id, actie=row) for row in acties
    ]


def _stand(besluit: BesluitRow) -> tuple[str, str]:
    """Return the state of a decision in a word, and its colour."""
    if besluit.status is not Besluitstatus.VASTGELEGD:
        return besluit.status.label, "muted"
    if besluit.onder_voorbehoud:
        return ONDER_VOORBEHOUD, "warn"
    if besluit.vraagstand is not None:
        return besluit.vraagstand.label, VRAAGKLEUR[besluit.vraagstand]
    return "", "muted"


def besluit_line(besluit: BesluitRow) -> TwoLine:
    """A decision with its kind, the body that took it and its conditions."""
    withdrawn = besluit.status is not Besluitstatus.VASTGELEGD
    pill, kleur = _stand(besluit)
    return TwoLine(
        title=besluit.tekst,
        subtitle=met_punten(
            (
                f"B-{besluit.nummer}",
                besluit.type_naam,
                gremium_woorden(besluit),
                voorbehoud_woorden(besluit),
                f"onderbouwing: {besluit.onderbouwing}" if besluit.onderbouwing else "",
                f"voorwaarden: {besluit.voorwaarden}" if besluit.voorwaarden else "",
                f"afwijkende mening: {besluit.afwijkende_mening}" if besluit.afwijkende_mening else "",
                f"vervangt B-{besluit.vervangt}" if besluit.vervangt is not None else "",
                besluit.statusreden,
                ACHTERAF if besluit.achteraf else "",
            )
        ),
        icon="gavel",
        icon_role="muted" if withdrawn else "warn" if besluit.wacht or besluit.onder_voorbehoud else "accent",
        state_text="besluit",
        rest=withdrawn,
        pill=pill,
        pill_state=kleur,
    )


def eerder_besluit_line(besluit: BesluitRow) -> TwoLine:
    """A decision of an earlier meeting: its date as well."""
    line = besluit_line(besluit)
    return replace(line, right=short_date(besluit.datum))


def uitkomst_line(row: Uitkomst) -> TwoLine:
    """A decision or an action of this meeting."""
    if row.besluit is not None:
        return besluit_line(row.besluit)
    assert row.actie is not None
    line = actie_van_casus(row.actie)
    termijn = f"uiterlijk {line.right}" if row.actie.termijn is not None else line.right
    return replace(line, subtitle=met_punten((line.subtitle, "" if line.pill else termijn)), right="")


def tekort_line(row: TekortRow, naam: str = "") -> TwoLine:
    """One thing that is missing: the sentence, and the case, action or participant it is about."""
    about = f"A-{row.nummer} {row.toelichting}" if row.nummer is not None else row.toelichting
    if row.tekort is Tekort.ROL_WEG:
        about = f"{row.veld}: {row.toelichting}"
    return TwoLine(
        title=_TEKORT[row.tekort],
        subtitle=met_punten((naam, row.casusnummer, about)),
        icon="circle-alert",
        icon_role="warn",
    )
