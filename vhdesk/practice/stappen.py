"""How the practice meeting is held, as plain data: what the chair and the secretary do, in order.

A window, a test or ``overleg_houden`` follows these steps. Names stand for people and organisations, case numbers
for cases; codes are those of the shipped lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from vhdesk.practice.teksten import NOTITIES, OPENING, SLUITING, SLUITREDEN
from vhdesk.practice.verhaal import Gegevens, Verhaal
from vhdesk.practice.weegverhaal import Weegverhaal, lees_weging
from vhdesk.reference_lists import reference_list
from vhdesk.vocabulary import Aanwezigheid, Actiestatus, Agendasoort, CasusStatus

_UITKOMSTEN = {
    "gedaan": Actiestatus.GEDAAN,
    "kon niet": Actiestatus.KON_NIET,
    "niet gedaan": Actiestatus.NIET_GEDAAN,
    "vervallen": Actiestatus.VERVALLEN,
}
_NIEUWE_DATUM = "nieuwe datum"
_MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_DAG_MAAND = re.compile(rf"(\d{{1,2}}) ({'|'.join(_MAANDEN)})")


@dataclass(frozen=True, slots=True, kw_only=True)
class VerplaatsStap:
    """Move a case on the agenda to right after another one."""

    nummer: str
    na: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenStap:
    """Open the meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AanwezigheidStap:
    naam: str
    aanwezigheid: Aanwezigheid
    opmerking: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotitieStap:
    """Turn to a fixed item and write what is said."""

    soort: Agendasoort
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OudeActieStap:
    """What became of an action of the meeting before. Either ``status`` (with the reason), or a new term."""

    nummer: int
    status: Actiestatus | None
    reden: str
    termijn: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitStap:
    """A decision. ``eerst``: type and gremium with which the secretary first tries to record it, and which the
    program does not accept from this table."""

    type_code: str
    type_naam: str
    gremium_code: str
    gremium_naam: str
    tekst: str
    onderbouwing: str
    voorwaarden: str
    afwijkende_mening: str
    eerst: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActieStap:
    """An action. ``persoon`` empty: nobody was named. ``termijn_later``: the term that the close gate asks for."""

    omschrijving: str
    organisatie: str
    persoon: str
    termijn: date | None
    conditie: str
    informering: str
    termijn_later: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusStap:
    """Everything that is done while one case is on the table."""

    nummer: str
    notitie: str
    besluiten: tuple[BesluitStap, ...]
    acties: tuple[ActieStap, ...]
    casemanager: str
    verantwoordelijke: str
    procesregisseur: str
    volgende_datum: date
    status: CasusStatus
    reden: str
    reden_code: str
    advies: str
    weging: Weegverhaal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AanvulStap:
    """Fill in the term of an action that the close gate names. ``omschrijving`` tells which one."""

    nummer: str
    omschrijving: str
    termijn: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SluitStap:
    """Close; ``reden`` is for what then still stands open, if anything does."""

    reden: str


Stap = (
    VerplaatsStap
    | OpenStap
    | AanwezigheidStap
    | NotitieStap
    | OudeActieStap
    | CasusStap
    | AanvulStap
    | SluitStap
)


def stappen(verhaal: Verhaal) -> tuple[Stap, ...]:
    """Return the meeting of the story, step by step."""
    return tuple(_stappen(verhaal))


def _stappen(verhaal: Verhaal) -> Iterator[Stap]:
    # Haaksbergen leaves at 15:00, and its second case stands last: it moves up to its first.
    volgorde = [casus["nummer"] for casus in verhaal.casussen]
    haaksbergen = [casus["nummer"] for casus in verhaal.casussen if casus["gemeente"] == "Haaksbergen"]
    for eerder, later in pairwise(haaksbergen):
        yield VerplaatsStap(nummer=later, na=eerder)
        volgorde.remove(later)
        volgorde.insert(volgorde.index(eerder) + 1, later)
    yield OpenStap()
    for deelnemer in verhaal.deelnemers:
        yield _aanwezigheid(deelnemer)
    yield NotitieStap(soort=Agendasoort.OPENING, tekst=OPENING)
    yield NotitieStap(
        soort=Agendasoort.VORIG_VERSLAG, tekst="\n".join(verhaal.inhoud["opmerkingen_vorig_verslag"])
    )
    for oude in verhaal.vorige_acties:
        yield _oude_actie(verhaal, oude)
    per_nummer = {casus["nummer"]: _casus(verhaal, casus) for casus in verhaal.casussen}
    for nummer in volgorde:
        yield per_nummer[nummer]
    yield NotitieStap(soort=Agendasoort.RONDVRAAG, tekst="\n".join(verhaal.inhoud["rondvraag"]))
    for nummer in volgorde:
        for actie in per_nummer[nummer].acties:
            if actie.termijn_later is not None:
                yield AanvulStap(nummer=nummer, omschrijving=actie.omschrijving, termijn=actie.termijn_later)
    yield NotitieStap(soort=Agendasoort.SLUITING, tekst=SLUITING)
    yield SluitStap(reden=SLUITREDEN)


def _aanwezigheid(deelnemer: Gegevens) -> AanwezigheidStap:
    termen = {term.value: term for term in Aanwezigheid}
    return AanwezigheidStap(
        naam=deelnemer["naam"],
        aanwezigheid=termen[deelnemer["aanwezig"]],
        opmerking=deelnemer["opmerking"],
    )


def _oude_actie(verhaal: Verhaal, actie: Gegevens) -> OudeActieStap:
    if actie["uitkomst"] != _NIEUWE_DATUM:
        status = _UITKOMSTEN[actie["uitkomst"]]
        return OudeActieStap(nummer=actie["nummer"], status=status, reden=actie["reden"], termijn=None)
    return OudeActieStap(
        nummer=actie["nummer"],
        status=None,
        reden=actie["reden"],
        termijn=_genoemde_datum(actie["reden"], verhaal.datum),
    )


def _genoemde_datum(tekst: str, na: date) -> date:
    """Return the day that ``tekst`` names ('gereed op 9 december'), the first one after ``na``."""
    gevonden = _DAG_MAAND.search(tekst)
    if gevonden is None:
        raise ValueError("no date in the outcome of an action")
    dag, maand = int(gevonden[1]), _MAANDEN.index(gevonden[2]) + 1
    datum = date(na.year, maand, dag)
    return datum if datum > na else date(na.year + 1, maand, dag)


def _casus(verhaal: Verhaal, casus: Gegevens) -> CasusStap:
    statussen = {status.value: status for status in CasusStatus}
    volgende_datum: date = casus["volgende_datum"]
    brief: Gegevens = casus.get("afschaalbrief") or {}
    return CasusStap(
        nummer=casus["nummer"],
        notitie=_notitie(casus),
        besluiten=tuple(_besluit(verhaal, besluit) for besluit in casus["besluiten"]),
        acties=tuple(_actie(actie, volgende_datum, verhaal) for actie in casus["acties"]),
        casemanager=casus["casemanager"],
        verantwoordelijke=verhaal.verantwoordelijke(casus),
        procesregisseur=casus["procesregisseur"],
        volgende_datum=volgende_datum,
        status=statussen[casus["status_na"]],
        reden=brief.get("toelichting") or casus["besluiten"][0]["onderbouwing"],
        reden_code=_afschaalreden(brief.get("reden", "")),
        advies="\n".join(f"- {advies}" for advies in brief.get("advies", ())),
        weging=lees_weging(casus),
    )


def _afschaalreden(reden: str) -> str:
    """Return the code of the first reason that the story names, '' for none."""
    namen = {item["naam"]: item["code"] for item in reference_list("afschaalredenen").items}
    return str(namen.get(reden.split(";")[0].strip(), ""))


def _notitie(casus: Gegevens) -> str:
    """Return the notes on a case: what was said, and the outcomes that have no field of their own."""
    regels = [NOTITIES[casus["nummer"]]]
    regels += [f"{w['naam']} verlaat de zaal: {w['reden']}." for w in casus.get("verlaat_zaal", ())]
    for sleutel, toets in casus.get("top_x", {}).items():
        if isinstance(toets, dict):
            oordeel = "vervuld" if toets["vervuld"] else "niet vervuld"
            regels.append(f"Criterium {sleutel[0]} {oordeel}: {toets['reden']}.")
    if vraag := casus.get("opschaalvraag"):
        regels.append(f"Gevraagd besluit ({vraag['gremium']}): {vraag['gevraagd_besluit']}.")
    if brief := casus.get("afschaalbrief"):
        regels.append(f"Reden van afschalen: {brief['reden']}.")
        regels += [f"Advies aan de gemeente: {advies}." for advies in brief["advies"]]
    return "\n".join(regels)


def _besluit(verhaal: Verhaal, besluit: Gegevens) -> BesluitStap:
    """Return a decision with a gremium that may take it.

    What this table may not decide is first tried as it was said, then recorded as advice to whoever decides.
    """
    soort, gremium = (
        verhaal.woorden.besluittype(besluit["type"]),
        verhaal.woorden.gremium(besluit["gremium"]),
    )
    eerst = None
    if gremium not in soort["gremia"]:
        eerst = (str(soort["code"]), gremium)
        soort, gremium = verhaal.woorden.besluittype("advies"), soort["gremia"][0]
    return BesluitStap(
        type_code=soort["code"],
        type_naam=soort["naam"],
        gremium_code=gremium,
        gremium_naam=verhaal.woorden.gremia.by_code(gremium)["naam"],
        tekst=besluit["tekst"],
        onderbouwing=besluit["onderbouwing"],
        voorwaarden=besluit["voorwaarden"],
        afwijkende_mening=besluit["afwijkende_mening"],
        eerst=eerst,
    )


def _actie(actie: Gegevens, volgende_datum: date, verhaal: Verhaal) -> ActieStap:
    namen = {deelnemer["naam"] for deelnemer in verhaal.deelnemers}
    return ActieStap(
        omschrijving=actie["tekst"],
        organisatie=actie["organisatie"],
        persoon=actie["persoon"] if actie["persoon"] in namen else "",
        termijn=actie["termijn"],
        conditie=actie["conditie"],
        informering=actie["informering"],
        termijn_later=volgende_datum if actie["termijn"] is None else None,
    )
