"""The act that takes a case of the practice meeting to the status of the story."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from vhdesk.practice.stappen import CasusStap
from vhdesk.practice.weegverhaal import weging
from vhdesk.services.afschalen import CasusAfschalen, CasusParkeren
from vhdesk.services.casusverloop import CasusStatusWijzigen
from vhdesk.services.command import Command
from vhdesk.vocabulary import CasusStatus


def statusstap(casus_id: str, stap: CasusStap, vandaag: date, medewerkers: Mapping[str, str]) -> Command:
    """Return the act; ``medewerkers``: name -> id. The story stands still and the clock of the machine does not: parking ends after today."""
    if stap.weging is not None:
        return weging(casus_id, stap.weging, medewerkers)
    if stap.status is CasusStatus.GEPARKEERD:
        tot = max(stap.volgende_datum, vandaag + timedelta(days=1))
        return CasusParkeren(casus_id=casus_id, tot=tot, reden=stap.reden)
    if stap.status is CasusStatus.NAZORG:
        return CasusAfschalen(
            casus_id=casus_id, reden_code=stap.reden_code, reden=stap.reden, advies=stap.advies
        )
    return CasusStatusWijzigen(casus_id=casus_id, status=stap.status, reden=stap.reden)
