"""One step in a life of the practice vault: from what the file tells to the act of the desk."""

from __future__ import annotations

from datetime import date
from typing import Any

from vhdesk.practice.levensinhoud import Inhoudstappen
from vhdesk.practice.levensloop import Loopstappen, Vernietig
from vhdesk.practice.register import Register
from vhdesk.practice.verhaal import Gegevens
from vhdesk.queries.plicht import open_plichten
from vhdesk.services.aanmelding import TriageBeginnen
from vhdesk.services.desk import Desk
from vhdesk.services.plicht import PlichtVervullen
from vhdesk.services.weging import Criteriumoordeel, WegingVastleggen
from vhdesk.vocabulary_triage import Criterium, Weeguitkomst


class Levensstap(Inhoudstappen, Loopstappen):
    """Takes the steps of one case; ``zet`` goes by the name of the step."""

    def __init__(self, desk: Desk, register: Register, vernietig: Vernietig) -> None:
        super().__init__(desk, register)
        self._vernietig = vernietig

    def zet(self, soort: str, waarde: Any, dag: date) -> None:
        """Take one step, told of ``dag``. Raises AttributeError for a word nobody knows: file and program ship together."""
        self._dag = dag
        getattr(self, f"_{soort}")(waarde)

    # --- before the table

    def _triage(self, _waarde: Gegevens) -> None:
        self._desk.execute(TriageBeginnen(casus_id=self.casus_id))

    def _weging(self, w: Gegevens) -> None:
        a, b, c, d = (
            Criteriumoordeel(voldaan=voldaan, reden=reden)
            for voldaan, reden in (w.get(each.value, (None, "")) for each in Criterium)
        )
        uitkomst = Weeguitkomst(w["uitkomst"])
        wegers = tuple(self._register.medewerkers[naam] for naam in w["wegers"])
        self._desk.execute(
            WegingVastleggen(
                casus_id=self.casus_id,
                uitkomst=uitkomst,
                motivering=w["motivering"],
                advies=w.get("advies", ""),
                afwijkende_mening=w.get("afwijkende_mening", ""),
                aanwezigen=wegers,
                blue_list=w.get("blue_list", False),
                naar_tafel_id=self._register.tafels[w["naar"]] if "naar" in w else None,
                procesmanager_id=wegers[0] if uitkomst is Weeguitkomst.TOP_X else None,
                a=a,
                b=b,
                c=c,
                d=d,
            )
        )

    def _teruggekoppeld(self, wijze: str) -> None:
        for plicht in self._desk.ask(open_plichten):
            if plicht.casus_id == self.casus_id:
                self._desk.execute(PlichtVervullen(plicht_id=plicht.id, wijze=wijze))
