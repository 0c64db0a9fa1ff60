"""What the steps of a life share: the case they are about, the day they are told of, and who is who."""

from __future__ import annotations

from datetime import date, timedelta

from vhdesk.practice.register import Register
from vhdesk.services.desk import Desk


class Levensgrond:
    """The case whose steps are taken; ``casus_id`` is known once its life began."""

    def __init__(self, desk: Desk, register: Register) -> None:
        self.casus_id = ""
        self._desk = desk
        self._register = register
        self._dag = desk.clock.today()

    def _over(self, dagen: int) -> date:
        """Return the day so many days after the one that is told of."""
        return self._dag + timedelta(days=dagen)
