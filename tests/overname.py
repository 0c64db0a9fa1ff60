"""Numbers of cases that already ran elsewhere: only with one does a case come in further than a referral."""

from __future__ import annotations

from itertools import count

from vhdesk.vocabulary import CasusStatus

_TELLER = count(1)


def oud_nummer(status: CasusStatus) -> str:
    """Return a number nobody had, "" for a new referral."""
    return "" if status is CasusStatus.AANGEMELD else f"OVERGENOMEN-{next(_TELLER)}"
