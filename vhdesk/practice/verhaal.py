"""The story of the practice meeting (``werktafel-enschede.yaml``), with its words turned into codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property
from typing import Any

from vhdesk.reference_lists import ReferenceList, normalise, reference_list
from vhdesk.resources import read_yaml

BESTAND = "oefening/werktafel-enschede.yaml"
Gegevens = Mapping[str, Any]


@dataclass(frozen=True)
class Verhaal:
    """The content of the file; every attribute reads it, nothing changes it."""

    inhoud: Gegevens

    @property
    def datum(self) -> date:
        """The day of the meeting."""
        datum: date = self.inhoud["datum"]
        return datum

    @property
    def begintijd(self) -> time:
        return time.fromisoformat(self.inhoud["begintijd"])

    @property
    def eindtijd(self) -> time:
        return time.fromisoformat(self.inhoud["eindtijd"])

    @property
    def deelnemers(self) -> Sequence[Gegevens]:
        deelnemers: Sequence[Gegevens] = self.inhoud["deelnemers"]
        return deelnemers

    @property
    def casussen(self) -> Sequence[Gegevens]:
        """The twelve cases, in the order of the agenda."""
        casussen: Sequence[Gegevens] = self.inhoud["casussen"]
        return casussen

    @property
    def vorige_acties(self) -> Sequence[Gegevens]:
        acties: Sequence[Gegevens] = self.inhoud["vorige_acties"]
        return acties

    def verantwoordelijke(self, casus: Gegevens) -> str:
        """Return who is verantwoordelijke: the story names the organisation, and the role is a person's. The first of it
        who sits at the table and does not lead the case already; else the one who does both."""
        namen = [d["naam"] for d in self.deelnemers if d["organisatie"] == casus["verantwoordelijke"]]
        return str(next((naam for naam in namen if naam != casus["casemanager"]), namen[0]))

    @cached_property
    def woorden(self) -> Woorden:
        """The codes of the words in this file."""
        return Woorden()


class Woorden:
    """From the words of the story to the codes of the shipped lists. Raises KeyError for a word nobody knows:
    the story and the lists ship together."""

    def __init__(self) -> None:
        self.gremia: ReferenceList = reference_list("gremia")
        self.besluittypen: ReferenceList = reference_list("besluittypen")
        self.organisaties: ReferenceList = reference_list("organisaties")
        self._words = {
            naam: reference_list(naam).words() for naam in ("doelgroepen", "leefgebieden", "zrm_domeinen")
        }

    def code(self, lijst: str, tekst: str) -> str:
        """Return the code of a doelgroep, leefgebied or zrm domain."""
        return self._words[lijst][normalise(tekst)]

    def besluittype(self, tekst: str) -> Gegevens:
        """Return the kind of decision that ``tekst`` names."""
        item = self.besluittypen.find(tekst)
        if item is None:
            raise KeyError(tekst)
        return item

    def gremium(self, tekst: str) -> str:
        """Return the code of a gremium: by its own name, or as the gremium of an organisation or its group."""
        item = self.gremia.find(tekst)
        if item is not None:
            return str(item["code"])
        organisatie = self.organisaties.find(tekst)
        if organisatie is None:
            raise KeyError(tekst)
        for item in self.gremia.items:
            if organisatie["code"] in item.get("organisaties", ()) or organisatie["groep"] in item["groepen"]:
                return str(item["code"])
        raise KeyError(tekst)


def lees_verhaal() -> Verhaal:
    """Return the shipped story. Raises EnvironmentFault when the installation is incomplete."""
    return Verhaal(read_yaml(BESTAND))
