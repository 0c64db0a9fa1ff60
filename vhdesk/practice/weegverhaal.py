"""The weighing that the practice meeting holds: the criteria as the story tells them, and who weighed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vhdesk.practice.verhaal import Gegevens
from vhdesk.services.weging import Criteriumoordeel, WegingVastleggen
from vhdesk.vocabulary_triage import Criterium, Weeguitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Weegverhaal:
    """What was found on each criterion (met, and why), by whom (names), and why the table takes the case up."""

    oordelen: tuple[tuple[Criterium, bool, str], ...]
    wegers: tuple[str, ...]
    motivering: str


def lees_weging(casus: Gegevens) -> Weegverhaal | None:
    """Return the weighing of a case of the story, None when it has none."""
    top_x: Gegevens | None = casus.get("top_x")
    if top_x is None:
        return None
    toetsen = {sleutel[0]: toets for sleutel, toets in top_x.items() if isinstance(toets, Mapping)}
    tweede = str(top_x["tweede_beoordelaar"]).partition(",")[0]
    return Weegverhaal(
        oordelen=tuple(
            (each, toetsen[each.value]["vervuld"], toetsen[each.value]["reden"]) for each in Criterium
        ),
        wegers=(casus["procesregisseur"], tweede),
        motivering=casus["besluiten"][0]["onderbouwing"],
    )


def weging(casus_id: str, verteld: Weegverhaal, medewerkers: Mapping[str, str]) -> WegingVastleggen:
    """Return the act; ``medewerkers``: name -> id. Who leads the process now, leads the regie after it."""
    wegers = tuple(medewerkers[naam] for naam in verteld.wegers)
    a, b, c, d = (Criteriumoordeel(voldaan=ja, reden=reden) for _, ja, reden in verteld.oordelen)
    return WegingVastleggen(
        casus_id=casus_id,
        uitkomst=Weeguitkomst.TOP_X,
        motivering=verteld.motivering,
        aanwezigen=wegers,
        procesmanager_id=wegers[0],
        a=a,
        b=b,
        c=c,
        d=d,
    )
