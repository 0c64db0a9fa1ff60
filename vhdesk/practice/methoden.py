"""The methods of the cases of the practice meeting, with what was written down for them before it began."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from vhdesk.practice.verhaal import Gegevens
from vhdesk.resources import read_yaml
from vhdesk.services.desk import Desk
from vhdesk.services.methode import MethodeKiezen, MethodenotitieVastleggen, Score
from vhdesk.vocabulary_methode import Methodenotitiesoort

BESTAND = "oefening/methoden-enschede.yaml"


def kies_methoden(desk: Desk, casussen: Mapping[str, str]) -> None:
    """Choose the method of each case that has one; ``casussen``: number -> id."""
    gekozen: Mapping[str, Gegevens] = read_yaml(BESTAND)
    for nummer, keuze in gekozen.items():
        desk.execute(
            MethodeKiezen(casus_id=casussen[nummer], methode_code=keuze["methode"], reden=keuze["reden"])
        )
        for notitie in keuze.get("notities", ()):
            _noteer(desk, casussen[nummer], notitie)


def _noteer(desk: Desk, casus_id: str, notitie: Gegevens) -> None:
    scores = notitie.get("scores", {})
    desk.execute(
        MethodenotitieVastleggen(
            casus_id=casus_id,
            soort=Methodenotitiesoort(notitie["soort"]),
            tekst=notitie["tekst"],
            scores=tuple(Score(onderdeel=deel, waarde=waarde) for deel, waarde in scores.items()),
            tijdstip=desk.clock.now() - timedelta(hours=notitie["uren"]),
        )
    )
