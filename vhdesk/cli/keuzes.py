"""What may be chosen for a delivered list, as arguments: municipality, table, columns, and rows to leave out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vhdesk.cli.uitgang import WrongUsage
from vhdesk.errors import RuleViolation
from vhdesk.exchange.aanlevering import Voorbeeld
from vhdesk.exchange.aanlevering.kolommen import Indeling
from vhdesk.exchange.aanlevering.tekst import sleutel
from vhdesk.exchange.aanlevering.weglaten import voor_de_hand, weg_te_laten
from vhdesk.queries.organisatie import gemeenten, tafels
from vhdesk.services.desk import Desk
from vhdesk.vocabulary_aanlevering import Veld, Weglaatreden

_REEKS = re.compile(r"([0-9]{1,7})(?:-([0-9]{1,7}))?")
_MEESTE = 50_000  # rows in one range


def gemeente_code(desk: Desk, gevraagd: str) -> str | None:
    """Return the code of the municipality with this code or name; None when none was named.

    Raises RuleViolation when the vault does not know it.
    """
    if not gevraagd:
        return None
    for gemeente in desk.ask(gemeenten):
        if sleutel(gevraagd) in (sleutel(gemeente.code), sleutel(gemeente.naam)):
            return gemeente.code
    raise RuleViolation("gemeente_bestaat_niet", field="gemeente", gemeente=gevraagd[:40])


def gemeente_id(desk: Desk, voorbeeld: Voorbeeld) -> str:
    """Return the id of the municipality of a preview. Raises RuleViolation when the list does not say which."""
    for gemeente in desk.ask(gemeenten):
        if gemeente.code == voorbeeld.gemeente_code:
            return gemeente.id
    raise RuleViolation("gemeente_niet_genoemd", field="gemeente")


def tafel_id(desk: Desk, gevraagd: str) -> str | None:
    """Return the id of the table with this code or name; None when none was named."""
    if not gevraagd:
        return None
    for tafel in desk.ask(tafels):
        if sleutel(gevraagd) in (sleutel(tafel.code), sleutel(tafel.naam)):
            return tafel.id
    raise RuleViolation("tafel_bestaat_niet", field="tafel", tafel=gevraagd[:40])


def indeling(voorbeeld: Voorbeeld, correcties: Iterable[str]) -> Indeling:
    """Return the layout of a preview with corrections "KOLOM=VELD": a heading or the number of a column, and a
    field or "niets". Raises WrongUsage for a column or a field that does not exist."""
    eigen = voorbeeld.indeling
    for correctie in correcties:
        kolom, teken, veld = correctie.rpartition("=")
        if not teken or (veld != "niets" and veld not in list(Veld)):
            raise WrongUsage("kolom_onjuist", velden=", ".join(Veld))
        nummer = next(
            (
                ander.nummer
                for ander in voorbeeld.kolommen
                if kolom.strip() == str(ander.nummer + 1)
                or (ander.kop and sleutel(kolom) == sleutel(ander.kop))
            ),
            None,
        )
        if nummer is None:
            raise WrongUsage("kolom_bestaat_niet", kolom=kolom[:40])
        eigen = eigen.met(nummer, None if veld == "niets" else Veld(veld))
    return eigen


def weggelaten(voorbeeld: Voorbeeld, gevraagd: Iterable[str]) -> dict[int, Weglaatreden]:
    """Return row number -> reason for arguments such as "12,15-18" and "20=criteria".

    Without a reason a likely double of a row that stays is a double. Raises WrongUsage for what is no row number
    or no reason, RuleViolation for a row that could not become a case anyhow.
    """
    mogelijk = weg_te_laten(voorbeeld)
    gekozen: dict[int, Weglaatreden | None] = {}
    for argument in gevraagd:
        rijen, teken, reden = argument.partition("=")
        if teken and reden not in list(Weglaatreden):
            raise WrongUsage("weglaten_onjuist", redenen=", ".join(Weglaatreden))
        for rij in _rijen(rijen):
            if rij not in mogelijk:
                raise RuleViolation("regel_niet_weg_te_laten", field="weglaten", rij=rij)
            gekozen[rij] = Weglaatreden(reden) if teken else None
    return {rij: reden or voor_de_hand(rij, voorbeeld.dubbelen, gekozen) for rij, reden in gekozen.items()}


def _rijen(tekst: str) -> Iterator[int]:
    for deel in tekst.split(","):
        reeks = _REEKS.fullmatch(deel.strip())
        if reeks is None or int(reeks[2] or reeks[1]) - int(reeks[1]) > _MEESTE:
            raise WrongUsage("weglaten_onjuist", redenen=", ".join(Weglaatreden))
        yield from range(int(reeks[1]), int(reeks[2] or reeks[1]) + 1)
