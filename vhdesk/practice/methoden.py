"""The methods of the cases of the practice meeting, with what was written down for them before it began."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial

from vhdesk.practice.rooster import NU, Rooster
from vhdesk.practice.verhaal import Gegevens
from vhdesk.resources import read_yaml
from vhdesk.services.desk import Desk
from vhdesk.services.methode import MethodeKiezen, MethodenotitieVastleggen, Score
from vhdesk.vocabulary_methode import Methodenotitiesoort

BESTAND = "oefening/methoden-enschede.yaml"


def plan_methoden(
    rooster: Rooster, desk: Desk, casussen: Mapping[str, str], kies_op: Callable[[str], datetime]
) -> None:
    """Plan the choice of each method at ``kies_op`` (of a case number), and its notes last of all, each of its own
    hour. ``casussen``: number -> id, known by then."""
    gekozen: Mapping[str, Gegevens] = read_yaml(BESTAND)
    for nummer, keuze in gekozen.items():
        rooster.op(kies_op(nummer), partial(_kies, desk, casussen, nummer, keuze))
        for notitie in keuze.get("notities", ()):
            rooster.op(NU, partial(_noteer, desk, casussen, nummer, notitie))


def _kies(desk: Desk, casussen: Mapping[str, str], nummer: str, keuze: Gegevens) -> None:
    desk.execute(
        MethodeKiezen(casus_id=casussen[nummer], methode_code=keuze["methode"], reden=keuze["reden"])
    )


def _noteer(desk: Desk, casussen: Mapping[str, str], nummer: str, notitie: Gegevens) -> None:
    scores = notitie.get("scores", {})
    desk.execute(
        MethodenotitieVastleggen(
            casus_id=casussen[nummer],
            soort=Methodenotitiesoort(notitie["soort"]),
            tekst=notitie["tekst"],
            scores=tuple(Score(onderdeel=deel, waarde=waarde) for deel, waarde in scores.items()),
            tijdstip=desk.clock.now() - timedelta(hours=notitie["uren"]),
        )
    )
