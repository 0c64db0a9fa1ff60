"""The plan as plain values between rows, fields, command and draft."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from vhdesk.dutch_date import date_in_words
from vhdesk.queries.dossier_rijen import PlanRow
from vhdesk.services.plan import AlsDan, Bel, Doel, Escalatie, PlanSchrijven

Regels = tuple[dict[str, str], ...]
DOEL = ("leefgebied_code", "doel", "meetbaar", "acceptabel", "realistisch", "tijdgebonden")
SCENARIO = ("als", "dan", "wie_belt_wie", "telefoon")
BELLEN = ("wie", "nummer", "bereikbaar")
KAART = ("signalen", "helpt", "helpt_niet")
ESCALATIE = ("wanneer", "naar_wie", "door_wie")

REGELS = (("doelen", DOEL), ("scenarios", SCENARIO), ("escalatie", ESCALATIE), ("bellen", BELLEN))


@dataclass(frozen=True, slots=True)
class PlanInhoud:
    """What a plan says; equal when it says the same."""

    hoofddoel: str = ""
    afschaalcriterium: str = ""
    evaluatiedatum: date | None = None
    doelen: Regels = ()
    scenarios: Regels = ()
    escalatie: Regels = ()
    bellen: Regels = ()
    signalen: str = ""
    helpt: str = ""
    helpt_niet: str = ""

    def command(self, casus_id: str, version: int | None) -> PlanSchrijven:
        """Return the act that writes this plan; lines in which nothing was typed are left out."""
        doelen, scenarios = _getypt(self.doelen), _getypt(self.scenarios)
        return PlanSchrijven(
            casus_id=casus_id,
            hoofddoel=self.hoofddoel,
            doelen=tuple(Doel(**doel) for doel in doelen),
            scenarios=tuple(AlsDan(**scenario) for scenario in scenarios),
            escalatie=tuple(Escalatie(**afspraak) for afspraak in _getypt(self.escalatie)),
            bellen=tuple(Bel(**bel) for bel in _getypt(self.bellen)),
            signalen=self.signalen,
            helpt=self.helpt,
            helpt_niet=self.helpt_niet,
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
        delen += [f"Signalen: {self.signalen}", f"Helpt: {self.helpt}", f"Helpt niet: {self.helpt_niet}"]
        delen += [f"Bellen: {bel['wie']} {bel['nummer']} ({bel['bereikbaar']})" for bel in self.bellen]
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
                "escalatie": self.escalatie, "bellen": self.bellen, "signalen": self.signalen,
                "helpt": self.helpt, "helpt_niet": self.helpt_niet,
            }
        )  # fmt: skip


def from_draft(text: str) -> PlanInhoud:
    """Return the plan of a draft written by ``to_draft``."""
    values = json.loads(text)
    datum = values["evaluatiedatum"]
    regels: dict[str, Any] = {
        deel: tuple({name: regel.get(name, "") for name in namen} for regel in values.get(deel, ()))
        for deel, namen in REGELS
    }
    return PlanInhoud(
        values["hoofddoel"],
        values["afschaalcriterium"],
        date.fromisoformat(datum) if datum else None,
        **regels,
        **{veld: values.get(veld, "") for veld in KAART},
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
    regels: dict[str, Any] = {
        deel: tuple({name: getattr(regel, name) for name in namen} for regel in getattr(row, deel))
        for deel, namen in REGELS
    }
    return PlanInhoud(
        row.hoofddoel,
        row.afschaalcriterium,
        row.evaluatiedatum,
        **regels,
        **{veld: getattr(row, veld) for veld in KAART},
    )
