"""How the triage screen words a referral, a weighing and a duty."""

from __future__ import annotations

from typing import Final

from vhdesk.dutch_date import short_date
from vhdesk.queries.aanmelding import AanmeldingDossier, WegingRow
from vhdesk.queries.plicht import PlichtRow
from vhdesk.queries.triage import TriageRow
from vhdesk.ui.itemmodels.column import TwoLine
from vhdesk.ui.onderdelen.woorden import met_hoofdletter, met_punten, opsomming, telling
from vhdesk.vocabulary import CasusStatus
from vhdesk.vocabulary_triage import Criterium, Meldveld


def ontbreekt_words(ontbreekt: tuple[Meldveld, ...]) -> str:
    """Return "nog 3 velden voor triage", or "volledig"."""
    return f"nog {telling(len(ontbreekt), 'veld', 'velden')} voor triage" if ontbreekt else "volledig"


_PILLS: Final = {CasusStatus.AANGEMELD: ("", "muted"), CasusStatus.IN_TRIAGE: ("in triage", "accent")}


def triage_two_line(row: TriageRow) -> TwoLine:
    """Return the name, below it where and what is missing, then who was asked; urgency as a pill, or what became of
    the one that was weighed just now."""
    bekend = f"{row.bekend} van {row.gevraagd} bekend" if row.gevraagd else "niemand gevraagd"
    kort = ontbreekt_words(row.ontbreekt).removesuffix(" voor triage")
    if row.code_rood:
        pill, state = "Code Rood", "danger"
    elif row.spoed:
        pill, state = "spoed", "warn"
    else:
        pill, state = _PILLS.get(row.status, (row.status.label, "ok"))
    compleet = not row.ontbreekt
    return TwoLine(
        row.naam or row.nummer,
        f"{met_punten((row.gemeente, kort))}\n{bekend}",
        right=short_date(row.aangemeld_op),
        icon="circle-check" if compleet else "circle-dot",
        icon_role="ok" if compleet else "muted",
        state_text=met_hoofdletter(ontbreekt_words(row.ontbreekt)),
        pill=pill,
        pill_state=state,
    )


def ontbreekt_sentence(dossier: AanmeldingDossier) -> str:
    """Return what is still missing, by name."""
    if not dossier.ontbreekt:
        return "De aanmelding is volledig."
    namen = opsomming([veld.label for veld in dossier.ontbreekt])
    zin = f"{met_hoofdletter(ontbreekt_words(dossier.ontbreekt))}: {namen}."
    melding = dossier.melding
    if melding is not None and melding.spoed:
        zin += f" Spoed: {melding.spoed_reden}"
    return zin


def samenvatting(dossier: AanmeldingDossier) -> tuple[tuple[str, str], ...]:
    """Return (what, words) of everything the referral says; empty fields are left out."""
    velden, m = dossier.velden, dossier.melding
    anderen = ", ".join(
        f"{mens.naam} ({mens.relatie})" if mens.relatie else mens.naam for mens in dossier.personen[1:]
    )
    paren = [
        ("Melder", velden.aanmelder),
        ("Bron", m.bron.label if m else "lijst"),
        ("Aanleiding", velden.aanleiding),
        ("Doel", velden.doel),
        ("Verzoek aan de tafel", velden.vraag_aan_tafel),
        ("Andere personen", anderen),
        *((met_hoofdletter(regel.soort.label), regel.tekst) for regel in dossier.gemeld),
        ("Informeren van betrokkene", velden.informering),
    ]
    return tuple((naam, woorden.strip()) for naam, woorden in paren if woorden.strip())


def weging_lines(row: WegingRow) -> tuple[str, ...]:
    """Return a weighing as lines to read."""
    oordeel = {True: "ja", False: "nee", None: "niet gezegd"}
    lines = [f"{met_hoofdletter(row.uitkomst.label)}: {row.motivering}"]
    for each in Criterium:
        reden = getattr(row, f"{each.value}_reden")
        lines.append(f"{each.value}. {oordeel[getattr(row, each.value)]}{': ' + reden if reden else ''}")
    extra = (
        ("Afgeweken van de criteria", row.afwijking), ("Advies", row.advies), ("Naar", row.naar_tafel),
        ("Erbij waren", "; ".join(row.aanwezig)), ("Procesmanager", row.procesmanager),
        ("Procesmanager Zorg", row.procesmanager_zorg), ("Afwijkende mening", row.afwijkende_mening),
        ("Ingetrokken", row.intrekreden),
    )  # fmt: skip
    lines += [f"{naam}: {woorden}" for naam, woorden in extra if woorden]
    return tuple(lines)


def plicht_words(row: PlichtRow) -> str:
    """Return what must be told and since when, or how it was done; below it the words that were agreed."""
    naam = met_hoofdletter(row.soort.label)
    wat = f"\n{row.tekst}" if row.tekst else ""
    if row.gedaan_op is not None:
        return f"{naam}: gedaan op {short_date(row.gedaan_op)}, {row.wijze}{wat}"
    return f"{naam}: open sinds {short_date(row.ontstaan_op)}, uiterlijk {short_date(row.termijn)}{wat}"
