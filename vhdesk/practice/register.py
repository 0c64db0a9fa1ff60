"""Who and what stands in the vault, by the names that the story uses."""

from __future__ import annotations

from dataclasses import dataclass

from vhdesk.queries.organisatie import gemeenten, medewerkers, organisaties, tafels
from vhdesk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Register:
    """Name -> id. ``organisatie`` and ``medewerker`` raise KeyError for a name that is not there."""

    organisaties: dict[str, str]
    medewerkers: dict[str, str]
    gemeenten: dict[str, str]
    tafels: dict[str, str]

    def organisatie(self, naam: str) -> str:
        """Return the id of the organisation with this name."""
        return self.organisaties[naam]

    def medewerker(self, naam: str | None) -> str | None:
        """Return the id of the person with this name; None for nobody yet ('nog aan te wijzen')."""
        return self.medewerkers.get(naam or "")


def lees_register(desk: Desk) -> Register:
    """Ask the desk for everybody."""
    return Register(
        organisaties={rij.naam: rij.id for rij in desk.ask(organisaties)},
        medewerkers={rij.naam: rij.id for rij in desk.ask(medewerkers)},
        gemeenten={rij.naam: rij.id for rij in desk.ask(gemeenten)},
        tafels={rij.naam: rij.id for rij in desk.ask(tafels)},
    )
