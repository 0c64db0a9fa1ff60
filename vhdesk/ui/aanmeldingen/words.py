"""How the screen of delivered lists words rows, remarks, duplicates and refusals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from vhdesk.clock import local
from vhdesk.errors import InvalidPackage, RuleViolation, VhdeskError
from vhdesk.exchange.aanlevering.opmerking import Opmerking
from vhdesk.exchange.aanlevering.rij import AanleverRij
from vhdesk.exchange.aanlevering.voorbeeld import Voorbeeld
from vhdesk.queries.inlezing import InlezingRow
from vhdesk.ui.onderdelen.woorden import getal, opsomming, telling
from vhdesk.vocabulary_aanlevering import Opmerkingcode, Opmerkingsoort, weigeringszin
from vhdesk.vocabulary_faults import describe

NO_NAME = "geen achternaam: kan geen casus worden"


@dataclass(frozen=True, slots=True)
class Names:
    """The words for the codes in a preview: code -> name."""

    doelgroepen: Mapping[str, str]
    organisaties: Mapping[str, str]

    def doelgroep(self, rij: AanleverRij) -> str:
        """Return the name of the doelgroep; what was written when it is not known, "" for none."""
        if rij.doelgroep_code is None:
            return rij.doelgroep_tekst
        return self.doelgroepen.get(rij.doelgroep_code, rij.doelgroep_tekst)

    def partners(self, rij: AanleverRij) -> str:
        """Return the names of the organisations; those not known as they were written."""
        known = [self.organisaties.get(code, code) for code in rij.partners]
        return ", ".join([*known, *rij.partners_onbekend])


def moment_words(moment: datetime) -> str:
    """Return "2-12-2026 13:30"."""
    wall = local(moment)
    return f"{wall.day}-{wall.month}-{wall.year} {wall:%H:%M}"


def bsn_words(rij: AanleverRij) -> str:
    """Return the mark of the BSN; the number itself stands with the row below the table."""
    if not rij.bsn:
        return "ontbreekt"
    return "klopt" if rij.bsn_geldig else "klopt niet"


def remark_icon(remarks: Sequence[Opmerking]) -> str:
    """Return the icon for the heaviest remark, "" for none."""
    if any(remark.soort is Opmerkingsoort.FOUT for remark in remarks):
        return "circle-alert"
    return "triangle-alert" if remarks else ""


def look_at(rij: AanleverRij, *, dubbel: bool) -> str:
    """Return which fields of a row a person should look at, in the order of the remarks."""
    fields = dict.fromkeys(remark.veld.label if remark.veld else "hele regel" for remark in rij.opmerkingen)
    return ", ".join([*fields, *(["mogelijk dubbel"] if dubbel else [])])


def notes(voorbeeld: Voorbeeld) -> tuple[Opmerking, ...]:
    """Return the remarks on the whole list; that a column is left out is already seen at its choice."""
    seen = Opmerkingcode.KOLOM_BUITEN_LIJST
    return tuple(note for note in voorbeeld.meldingen if note.code is not seen)


def state_words(rij: InlezingRow) -> str:
    """Return what became of a list that was read in."""
    if rij.ongedaan_op is not None:
        return f"Ongedaan gemaakt op {moment_words(rij.ongedaan_op)}"
    if not rij.casussen:
        return "Geen casussen meer over"
    if rij.bewerkt:
        return f"In {telling(rij.bewerkt, 'casus', 'casussen')} is gewerkt"
    return "Nog niets mee gedaan"


def counts(voorbeeld: Voorbeeld, weggelaten: int) -> tuple[str, ...]:
    """Return the parts of the line under the name of the file."""
    parts = [telling(len(voorbeeld.rijen), "regel", "regels")]
    if voorbeeld.met_opmerking:
        parts.append(f"{getal(voorbeeld.met_opmerking)} met opmerkingen")
    if voorbeeld.dubbelen:
        parts.append(f"{telling(len(voorbeeld.dubbelen), 'paar', 'paren')} mogelijk dubbel")
    if weggelaten:
        parts.append(f"{getal(weggelaten)} weggelaten")
    if voorbeeld.overgeslagen:
        parts.append(f"{getal(len(voorbeeld.overgeslagen))} overgeslagen")
    unusable = len(voorbeeld.rijen) - voorbeeld.bruikbaar
    if unusable:
        parts.append(f"{getal(unusable)} zonder achternaam, niet in te lezen")
    return tuple(parts)


def left_out_words(count: int) -> str:
    """Return the sentence on the rows that were left out, "" for none."""
    return f" {telling(count, 'regel is', 'regels zijn')} weggelaten; het journaal noemt ze." if count else ""


def certainty(score: float) -> str:
    """Return how sure a duplicate is, in words."""
    if score >= 0.9:
        return "vrijwel zeker dezelfde persoon"
    return "waarschijnlijk dezelfde persoon" if score >= 0.7 else "mogelijk dezelfde persoon"


def explain(fault: VhdeskError) -> tuple[str, str]:
    """Return what happened and the next step for a list that was refused."""
    if isinstance(fault, InvalidPackage):
        try:
            happened, _, step = weigeringszin(fault.code, fault.details).partition(". ")
        except ValueError:
            text = describe(fault)
            return text.happened, text.next_step
        return f"{happened.rstrip('.')}.", step
    if isinstance(fault, RuleViolation) and fault.code == "aanlevering_in_gebruik":
        numbers = tuple(str(number) for number in _tuple(fault.details.get("nummers")))
        count = int(str(fault.details.get("aantal", len(numbers))))
        named = opsomming(numbers[:5]) + (f" en nog {count - 5}" if count > 5 else "")
        return (
            f"Het inlezen kan niet meer ongedaan worden gemaakt: er is gewerkt in {named}.",
            "Sluit casussen die er niet horen een voor een af.",
        )
    if isinstance(fault, RuleViolation) and fault.code == "aanlevering_al_ingelezen":
        return (
            "Dit bestand is al eerder ingelezen.",
            "Maak dat inlezen eerst ongedaan, of kies bewust voor opnieuw inlezen.",
        )
    text = describe(fault)
    return text.happened, text.next_step


def _tuple(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, tuple | list) else ()
