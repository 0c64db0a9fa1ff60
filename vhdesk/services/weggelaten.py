"""Rows of a delivered list that the user left out: counted with the reading, named by number in the journaal."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable
from dataclasses import dataclass
from operator import attrgetter

from vhdesk.errors import RuleViolation
from vhdesk.vocabulary_aanlevering import Weglaatreden


@dataclass(frozen=True, slots=True, kw_only=True)
class WeggelatenRegel:
    """A row of the file that the user left out, and why. It leaves its number behind, not its words."""

    rij: int
    reden: Weglaatreden = Weglaatreden.GEEN


def check_weggelaten(regels: Collection[WeggelatenRegel], ingelezen: Container[int], maximum: int) -> None:
    """Raise RuleViolation when a row is left out twice or read in as well, or when there are too many."""
    if len(regels) > maximum:
        raise RuleViolation("aanlevering_te_veel_regels", field="weggelaten", maximum=maximum)
    gezien: set[int] = set()
    for regel in regels:
        if regel.rij in ingelezen or regel.rij in gezien:
            raise RuleViolation("aanlevering_regel_tweemaal", field="weggelaten", rij=regel.rij)
        gezien.add(regel.rij)


def noem(regels: Collection[WeggelatenRegel]) -> str:
    """Return for the journaal which rows were left out, per reason: "; 3 weggelaten: regel 4-5, 9 (dubbel)"."""
    per_reden: dict[Weglaatreden, list[int]] = {}
    for regel in sorted(regels, key=attrgetter("rij")):
        per_reden.setdefault(regel.reden, []).append(regel.rij)
    delen = [f"regel {reeksen(rijen)} ({reden.value})" for reden, rijen in per_reden.items()]
    return f"; {len(regels)} weggelaten: {'; '.join(delen)}" if delen else ""


def reeksen(nummers: Iterable[int]) -> str:
    """Return rising numbers with the runs taken together: "4-6, 9"."""
    lopend: list[list[int]] = []
    for nummer in nummers:
        if lopend and nummer == lopend[-1][-1] + 1:
            lopend[-1].append(nummer)
        else:
            lopend.append([nummer])
    return ", ".join(str(deel[0]) if len(deel) == 1 else f"{deel[0]}-{deel[-1]}" for deel in lopend)
