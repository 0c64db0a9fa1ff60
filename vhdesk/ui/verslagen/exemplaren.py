"""Making the copies of minutes: each recipient its own rows, its own number in the margin, all at one moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from vhdesk import __version__
from vhdesk.printing.verslag import verslag_pdf
from vhdesk.queries.ontvangers import Exemplaarplan
from vhdesk.queries.verslag import VerslagRow, verslag
from vhdesk.queries.verslag_lezer import verslag_voor
from vhdesk.services.desk import Desk
from vhdesk.services.exemplaar import Exemplaarregel, regel_van


@dataclass(frozen=True, slots=True)
class Kopie:
    """A copy that was made, not yet left."""

    plan: Exemplaarplan
    pdf: bytes

    def regel(self) -> Exemplaarregel:
        """Return its line for the register."""
        return regel_van(self.plan, self.pdf)


def maak(
    desk: Desk, row: VerslagRow, plannen: Sequence[Exemplaarplan], moment: datetime
) -> tuple[Kopie, ...]:
    """Return the copies by these plans. For a thread beside the window; raises VhdeskError. The same plans and moment give
    the same bytes: what was shown is what leaves."""
    return tuple(Kopie(plan, _pdf(desk, row, plan, moment)) for plan in plannen)


def _pdf(desk: Desk, row: VerslagRow, plan: Exemplaarplan, moment: datetime) -> bytes:
    if plan.organisatie_id:
        rijen = desk.read_job(verslag_voor, row.overleg_id, plan.organisatie_id, row.versie)
    else:
        rijen = desk.read_job(verslag, row.overleg_id, row.versie)
    return verslag_pdf(rijen, clock_now=moment, program_version=__version__, exemplaar=plan.woorden())


def bestandsnaam(kopie: Kopie) -> str:
    """Return the name of the file of a copy: '04 Politie Twente.pdf'."""
    naam = "".join(teken if teken.isalnum() or teken in " -" else " " for teken in kopie.plan.naam)
    weer = f" herdruk {kopie.plan.herdruk}" if kopie.plan.herdruk else ""
    return f"{kopie.plan.nummer:02} {' '.join(naam.split())[:80]}{weer}.pdf"


def mapnaam(row: VerslagRow) -> str:
    """Return the name of the folder: 'Exemplaren Werktafel Enschede 2026-12-02'."""
    tafel = "".join(teken if teken.isalnum() or teken in " -" else " " for teken in row.tafel)
    versie = f" versie {row.versie}" if row.versie > 1 else ""
    return f"Exemplaren {' '.join(tafel.split())} {row.datum.isoformat()}{versie}"
