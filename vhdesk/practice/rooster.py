"""When everything in the practice vault happens: its record begins long ago and arrives at today, never going back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from vhdesk.clock import Clock, amsterdam, local

NU = datetime.max.replace(tzinfo=UTC)
"""The end of the story: the moment at which the vault is made."""
_NEGEN_UUR = time(9)
_TUSSEN = timedelta(minutes=6)  # one act after another


class Oefenklok:
    """The clock of a vault that is being told: it stands where the story is, never past the real moment."""

    def __init__(self, echt: Clock, begin: timedelta) -> None:
        self._echt = echt
        self._moment: datetime | None = echt.now() - begin

    @property
    def echt(self) -> Clock:
        """The clock of the day on which the vault is made."""
        return self._echt

    def now(self) -> datetime:
        echt = self._echt.now()
        return echt if self._moment is None else min(self._moment, echt)

    def today(self) -> date:
        return local(self.now()).date()

    def zet(self, moment: datetime) -> None:
        """Let the story be at ``moment``, or stay where it is when that lies behind it."""
        self._moment = max(self.now(), moment)

    def gelijk(self) -> None:
        """The story has arrived: from here it is the real clock."""
        self._moment = None


def op_dag(dag: date, volgnr: int = 0) -> datetime:
    """Return the moment of act ``volgnr`` of a working day."""
    return (datetime.combine(dag, _NEGEN_UUR, amsterdam()) + volgnr * _TUSSEN).astimezone(UTC)


class Rooster:
    """Acts that wait for their moment, whoever tells them. What lies ahead happens at the end."""

    def __init__(self, klok: Oefenklok) -> None:
        self._klok = klok
        self._nu = klok.echt.now()
        self._acties: list[tuple[datetime, int, Callable[[], object]]] = []

    def op(self, moment: datetime, doe: Callable[[], object]) -> None:
        """Have ``doe`` called at ``moment``; those of one moment in the order in which they came."""
        self._acties.append((min(moment, self._nu), len(self._acties), doe))

    def speel(self) -> None:
        """Let everything happen, the oldest first. Raises whatever an act raises."""
        for moment, _, doe in sorted(self._acties, key=lambda actie: actie[:2]):
            self._klok.zet(moment)
            doe()
        self._klok.gelijk()
