"""The plan as plain values between rows, fields, command and draft."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from vhdesk.dutch_date import date_in_words
from vhdesk.queries.dossier_rijen import PlanRow
from vhdesk.services.plan import AlsDan, Doel, PlanSchrijven

Regels = tuple[dict[str, str], ...]
DOEL = ("leefgebied_code", "doel", "meetbaar")
SCENARIO = ("als", "dan", "wie_belt_wie")


@dataclass(frozen=True, slots=True)
class PlanInhoud:
    """What a plan says; equal when it says the same."""

    hoofddoel: str = ""
    afschaalcriterium: str = ""
    evaluatiedatum: date | None = None
    doelen: Regels = ()
    scenarios: Regels = ()

    def command(self, casus_id: str, version: int | None) -> PlanSchrijven:
        """Return the act that writes this plan; lines in which nothing was typed are left out."""
        doelen = [d for d in self.doelen if d["doel"].strip() or d["meetbaar"].strip()]
        scenarios = [s for s in self.scenarios if any(words.strip() for words in s.values())]
        return PlanSchrijven(
            casus_id=casus_id,
            hoofddoel=self.hoofddoel,
            doelen=tuple(Doel(**doel) for doel in doelen),
            scenarios=tuple(AlsDan(**scenario) for scenario in scenarios),
            evaluatiedatum=self.evaluatiedatum,
            afschaalcriterium=self.afschaalcriterium,
            version=version,
        )

    def words(self) -> str:
        """Return the plan as text, to compare two of them."""
        delen = [f"Hoofddoel: {self.hoofddoel}"]
        delen += [f"Doel: {doel['doel']} (meetbaar: {doel['meetbaar']})" for doel in self.doelen]
        delen += [f"Als {s['als']}, dan {s['dan']} ({s['wie_belt_wie']})" for s in self.scenarios]
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
        tuple(values["doelen"]),
        tuple(values["scenarios"]),
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
    )
