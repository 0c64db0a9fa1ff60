"""A practice vault of any size: invented cases with ten texts each, and the meetings that discussed them.

The same number, seed and day give the same vault, so that figures of one day can be laid beside those of another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vhdesk.errors import RuleViolation
from vhdesk.practice.casusmaker import Casusmaker
from vhdesk.practice.oefenkluis import Progress, no_progress
from vhdesk.practice.overlegmaker import PER_OVERLEG, Overlegmaker
from vhdesk.practice.voorraad import Voorraad
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.referentie import referentie_lijsten
from vhdesk.services import oefenrijen
from vhdesk.services.acts import MODULES, merge
from vhdesk.services.command import Command
from vhdesk.services.desk import Desk, Handler
from vhdesk.services.inrichting import RegioInrichten
from vhdesk.vocabulary import Overlegstatus

GENERATOR_HANDLERS: Mapping[type[Command], Handler] = merge((*MODULES, oefenrijen))
"""What a desk must know for ``genereer``: the acts of every desk, and inserting practice rows."""

_PER_BLOK = 600  # cases per transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneratorResult:
    """``vol_id``: a case with as much on file as any has. ``gepland_id``: a meeting of 30 cases ahead; ``lopend_id``: one that is open now; ``gesloten_id``: the last
    closed one. ``casus_id``: a case that was discussed in a closed meeting."""

    casussen: int
    overleggen: int
    casus_id: str
    vol_id: str
    gepland_id: str
    lopend_id: str
    gesloten_id: str


def genereer(
    desk: Desk, aantal: int, *, zaad: int = 1, na: int = 0, progress: Progress = no_progress
) -> GeneratorResult:
    """Fill the practice vault behind ``desk`` with ``aantal`` invented cases, at least three meetings of 30.

    The desk must be made with ``GENERATOR_HANDLERS`` for a coordinator. Sets up the region when that was not
    done. ``na``: beside the cases that are there, with numbers after this one. Raises RuleViolation ``al_gevuld``
    when there are cases and no ``na``, ``alleen_oefenkluis`` in a real vault.
    """
    if aantal < 3 * PER_OVERLEG:
        raise ValueError("at least three meetings of cases")
    if not desk.ask(referentie_lijsten):
        desk.execute(RegioInrichten(oefening=True))
    if not na and desk.ask(casuslijst, limiet=1).totaal:
        raise RuleViolation("al_gevuld")
    voorraad = Voorraad(desk, zaad, na)
    overleggen = Overlegmaker(voorraad, aantal)
    casussen = Casusmaker(voorraad, overleggen)
    vol_id = ""
    for gedaan in range(aantal):
        if gedaan % _PER_BLOK == 0:
            progress(gedaan, aantal, "casussen maken")
        if gedaan == aantal - 1:
            vol_id = casussen.volle_casus()
        else:
            casussen.casus()
        if (gedaan + 1) % _PER_BLOK == 0:
            voorraad.opslaan()
    voorraad.opslaan()
    progress(aantal, aantal, "casussen maken")
    return GeneratorResult(
        casussen=aantal,
        overleggen=len(overleggen.overleggen),
        casus_id=casussen.eerste,
        vol_id=vol_id,
        gepland_id=overleggen.een(Overlegstatus.GEPLAND),
        lopend_id=overleggen.een(Overlegstatus.LOPEND),
        gesloten_id=overleggen.een(Overlegstatus.GESLOTEN),
    )
