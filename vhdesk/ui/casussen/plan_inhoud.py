"""The plan as plain values between rows, fields, command and draft."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from vhdesk.dutch_date import date_in_words
from vhdesk.queries.dossier_rijen import PlanRow
from vhdesk.services.plan import AlsDan, Doel, Escalatie, PlanSchrijven

Regels = tuple[dict[str, str], ...]
DOEL = ("leefgebied_code", "doel", "meetbaar", "acceptabel", "realistisch", "tijdgebonden")
SCENARIO = ("als", "dan", "wie_belt_wie", "telefoon")
ESCALATIE = ("wanneer", "naar_wie", "door_wie")


@dataclass(frozen=True, slots=True)
class PlanInhoud:
    """What a plan says; equal when it says the same."""

    hoofddoel: str = ""
    afschaalcriterium: str = ""
    evaluatiedatum: date | None = None
    doelen: Regels = ()
    scenarios: Regels = ()
    escalatie: Regels = ()

    def command(self, casus_id: str, version: int | None) -> PlanSchrijven:
        """Return the act that writes this plan; lines in which nothing was typed are left out."""
        doelen, scenarios, escalatie = map(_getypt, (self.doelen, self.scenarios, self.escalatie))
        return PlanSchrijven(
            casus_id=casus_id,
            hoofddoel=self.hoofddoel,
            doelen=tuple(Doel(**doel) for doel in doelen),
            scenarios=tuple(AlsDan(**scenario) for scenario in scenarios),
            escalatie=tuple(Escalatie(**afspraak) for afspraak in escalatie),
            evaluatiedatum=self.evaluatiedatum,
            afschaalcriterium=self.afschaalcriterium,
            version=version,
        )

    def words(self) -> str:
        """Return the plan as text, to compare two of them."""
        delen = [f"Hoofddoel: {self.hoofddoel}"]
        delen += [
            f"Doel: {doel['doel']} ({', '.join(doel[naam] for naam in DOEL[2:] if doel[naam])})"
            for doel in self.doelen
        ]
        delen += [
            f"Als {s['als']}, dan {s['dan']} ({s['wie_belt_wie']} {s['telefoon']})" for s in self.scenarios
        ]
        delen += [
            f"Escaleren: {e['wanneer']}, naar {e['naar_wie']}, door {e['door_wie']}" for e in self.escalatie
        ]
        delen.append(f"Afschalen: {self.afschaalcriterium}")
        if self.evaluatiedatum is not None:
            delen.append(f"Evaluatie: {date_in_words(self.evaluatiedatum)}")
        return "\n".join(delen)

    def to_draft(self) -> str:
        """Return the plan as the text of a draft."""
        datum = self.evaluatiedatum.isoformat() if self.evaluatiedatum else None
        return json.dumps(
            {
                "hoofddoel": self.hoofddoel, "afschaalcriterium": self.afschaalcriterium,
                "evaluatiedatum": datum, "doelen": self.doelen, "scenarios": self.scenarios,
                "escalatie": self.escalatie,
            }
        )  # fmt: skip


def from_draft(text: str) -> PlanInhoud:
    """Return the plan of a draft written by ``to_draft``."""
    values = json.loads(text)
    datum = values["evaluatiedatum"]
    return PlanInhoud(
        values["hoofddoel"],
        values["afschaalcriterium"],
        date.fromisoformat(datum) if datum else None,
        *(
            tuple({name: regel.get(name, "") for name in namen} for regel in values.get(deel, ()))
            for deel, namen in (("doelen", DOEL), ("scenarios", SCENARIO), ("escalatie", ESCALATIE))
        ),
    )


def _getypt(regels: Regels) -> Regels:
    """Leave out the lines in which nothing was typed: a leefgebied is only chosen."""
    return tuple(
        regel
        for regel in regels
        if any(words.strip() for name, words in regel.items() if name != "leefgebied_code")
    )


def from_row(row: PlanRow | None) -> PlanInhoud:
    """Return what the stored plan says; an empty one when there is none."""
    if row is None:
        return PlanInhoud()
    return PlanInhoud(
        row.hoofddoel,
        row.afschaalcriterium,
        row.evaluatiedatum,
        tuple({name: getattr(doel, name) for name in DOEL} for doel in row.doelen),
        tuple({name: getattr(scenario, name) for name in SCENARIO} for scenario in row.scenarios),
        tuple({name: getattr(afspraak, name) for name in ESCALATIE} for afspraak in row.escalatie),
    )
