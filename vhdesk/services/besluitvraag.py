"""Acts on a decision that a table may not take itself: ask it of the body that may, and record the answer.

Source: jaarplan NOG 2017 ('Beslisbevoegdheid elders'); domein.md §8: "gevraagd aan ... / antwoord op ...".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vhdesk.errors import RuleViolation
from vhdesk.models import Besluit
from vhdesk.models.datum import check_ingang
from vhdesk.services.besluit import BesluitGewijzigd, BesluitVastleggen, vastleggen
from vhdesk.services.besluitregel import check_vraag
from vhdesk.services.casus import check_text
from vhdesk.services.command import Command, Outcome
from vhdesk.services.unit_of_work import UnitOfWork
from vhdesk.vocabulary import Vraagstand


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitVragen(Command):
    """Ask a decision on a case of the body that may take it (``gremium_code``), before ``antwoord_voor``; in a meeting
    or outside one."""

    casus_id: str
    tekst: str
    type_code: str
    gremium_code: str
    antwoord_voor: date
    overleg_id: str | None = None
    onderbouwing: str = ""
    voorwaarden: str = ""
    afwijkende_mening: str = ""
    ingangsdatum: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitAntwoordVastleggen(Command):
    """Record the answer to a decision that was asked: genomen, from ``ingangsdatum`` and under ``voorwaarden``, or
    afgewezen with why in ``antwoord``. ``op``: the day of the answer, ``door``: who gave it."""

    besluit_id: str
    stand: Vraagstand
    op: date
    door: str
    antwoord: str = ""
    ingangsdatum: date | None = None
    voorwaarden: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BesluitAntwoordTerugnemen(Command):
    """Undo of an answer: the question waits again, with the date and the conditions that were asked."""

    besluit_id: str
    ingangsdatum: date | None = None
    voorwaarden: str = ""


def vragen(work: UnitOfWork, command: BesluitVragen) -> Outcome:
    check_vraag(work, None, command.type_code, command.antwoord_voor)
    besluit = BesluitVastleggen(
        casus_id=command.casus_id,
        tekst=command.tekst,
        overleg_id=command.overleg_id,
        type_code=command.type_code,
        gremium_code=command.gremium_code,
        onderbouwing=command.onderbouwing,
        voorwaarden=command.voorwaarden,
        afwijkende_mening=command.afwijkende_mening,
        ingangsdatum=command.ingangsdatum,
    )
    vraag = {"vraagstand": Vraagstand.GEVRAAGD, "antwoord_voor": command.antwoord_voor}
    return vastleggen(work, besluit, gevraagd=vraag)


def beantwoorden(work: UnitOfWork, command: BesluitAntwoordVastleggen) -> Outcome:
    besluit = work.get(Besluit, command.besluit_id)
    if command.op > work.clock.today():
        raise RuleViolation("datum_in_toekomst", field="op")
    inverse = BesluitAntwoordTerugnemen(
        besluit_id=besluit.id, ingangsdatum=besluit.ingangsdatum, voorwaarden=besluit.voorwaarden
    )
    besluit.beantwoorden(
        command.stand,
        op=command.op,
        door=check_text(command.door, "door"),
        antwoord=check_text(command.antwoord, "antwoord"),
    )
    if command.stand is Vraagstand.GENOMEN:
        if command.ingangsdatum != besluit.ingangsdatum:
            check_ingang(command.ingangsdatum, besluit.datum)
        besluit.ingangsdatum = command.ingangsdatum
        besluit.voorwaarden = check_text(command.voorwaarden, "voorwaarden")
    return _uitkomst(besluit, inverse, f"B-{besluit.nummer} {command.stand.value}")


def antwoord_terugnemen(work: UnitOfWork, command: BesluitAntwoordTerugnemen) -> Outcome:
    besluit = work.get(Besluit, command.besluit_id)
    stand, op = besluit.vraagstand, besluit.beantwoord_op
    if stand is None or op is None:
        raise RuleViolation("besluit_niet_beantwoord", nummer=besluit.nummer)
    inverse = BesluitAntwoordVastleggen(
        besluit_id=besluit.id,
        stand=stand,
        op=op,
        door=besluit.beantwoord_door,
        antwoord=besluit.antwoord,
        ingangsdatum=besluit.ingangsdatum,
        voorwaarden=besluit.voorwaarden,
    )
    besluit.antwoord_terugnemen()
    besluit.ingangsdatum = command.ingangsdatum
    besluit.voorwaarden = check_text(command.voorwaarden, "voorwaarden")
    return _uitkomst(besluit, inverse, f"B-{besluit.nummer}")


def _uitkomst(besluit: Besluit, inverse: Command, woorden: str) -> Outcome:
    event = BesluitGewijzigd(id=besluit.id, nummer=besluit.nummer)
    return Outcome(event, "besluit", besluit.id, inverse, woorden)


HANDLERS = {
    BesluitVragen: vragen,
    BesluitAntwoordVastleggen: beantwoorden,
    BesluitAntwoordTerugnemen: antwoord_terugnemen,
}
