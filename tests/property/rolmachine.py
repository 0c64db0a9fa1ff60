"""The same desk, with only the acts that touch who leads a case: thousands of steps go where the rule could break.

The acts are drawn as in ``deskmachine``; beside them stand acts that are done as a person would, so that cases come to
their three, lose people, are parked, weighed again, closed and opened, and have their plan adopted and withdrawn.
"""

from __future__ import annotations

from datetime import timedelta
from random import Random
from types import ModuleType

from hypothesis import strategies as st
from hypothesis.stateful import rule

from tests.property.deskmachine import LOT, DeskMachine
from vhdesk.services import afschalen, besluit, casusrol, casusverloop, weging
from vhdesk.services.besluit import BesluitIntrekken
from vhdesk.services.organisatie import MedewerkerWijzigen
from vhdesk.services.plan import PlanSchrijven, PlanVaststellen
from vhdesk.services.weging import Criteriumoordeel, WegingIntrekken, WegingVastleggen
from vhdesk.vocabulary import Casusrol, CasusStatus
from vhdesk.vocabulary_triage import Weeguitkomst

_RAAKT = (casusrol, casusverloop, afschalen, weging, besluit)
_OORDEEL = Criteriumoordeel(voldaan=True, reden="ja")


class RolMachine(DeskMachine):
    """Only what touches the three; the rules of the other aggregates are left out."""

    casus = beeld = triage = levensloop = plan = overleg = tegenhandeling = agenda = None  # type: ignore[assignment]
    besluit = antwoord = actie = regio = overleg_verder = als_ander = None  # type: ignore[assignment]

    def _kies(self, kans: Random, table: str) -> str:
        return kans.choice(self._beeld.ids(table))

    @rule(kans=LOT, module=st.sampled_from(_RAAKT))
    def willekeurig(self, kans: Random, module: ModuleType) -> None:
        self._act(kans, module)

    @rule(kans=LOT, rol=st.sampled_from(list(Casusrol)))
    def geef(self, kans: Random, rol: Casusrol) -> None:
        self.doe(
            casusrol.CasusrolToewijzen(
                casus_id=self._kies(kans, "casus"),
                rol=rol,
                medewerker_id=self._kies(kans, "medewerker"),
                per=self._klok.today() - timedelta(days=kans.randint(0, 3)) if kans.random() < 0.2 else None,
            )
        )

    @rule(kans=LOT, rol=st.sampled_from(list(Casusrol)))
    def ontneem(self, kans: Random, rol: Casusrol) -> None:
        self.doe(casusrol.CasusrolBeeindigen(casus_id=self._kies(kans, "casus"), rol=rol))

    @rule(kans=LOT)
    def vertrekt(self, kans: Random) -> None:
        """Somebody leaves, or comes back."""
        wie = kans.choice(self._beeld["medewerker"])
        self.doe(
            MedewerkerWijzigen(
                medewerker_id=wie["id"], naam=wie["naam"], actief=not wie["actief"], ondanks_taken=True
            )
        )

    @rule(kans=LOT)
    def stelt_vast(self, kans: Random) -> None:
        casus_id = self._kies(kans, "casus")
        dag = self._klok.today() + timedelta(days=kans.randint(30, 90))
        self.doe(
            PlanSchrijven(casus_id=casus_id, hoofddoel="rust", afschaalcriterium="stil", evaluatiedatum=dag)
        )
        self.doe(PlanVaststellen(casus_id=casus_id, onderbouwing="akkoord"))

    @rule(kans=LOT)
    def trekt_in(self, kans: Random) -> None:
        """The newest decision that adopts a plan is withdrawn, or what was withdrawn stands again."""
        rijen = [row for row in self._beeld["besluit"] if row["type_code"] == "vaststellen-plan"]
        if not rijen:
            return
        rij = kans.choice(rijen)
        if rij["status"] == "vastgelegd":
            self.doe(BesluitIntrekken(besluit_id=rij["id"], reden="vergissing"))
        elif rij["status"] == "ingetrokken":
            self.doe(besluit.BesluitIntrekkingTerugnemen(besluit_id=rij["id"]))

    @rule(kans=LOT)
    def gaat_verder(self, kans: Random) -> None:
        """A case takes the step that its status allows: parked and on again, into nazorg, closed, opened again."""
        rij = kans.choice(self._beeld["casus"])
        casus_id, dag = rij["id"], self._klok.today() + timedelta(days=9)
        stap = {
            CasusStatus.GEPARKEERD.value: afschalen.CasusHervatten(casus_id=casus_id, reden="verder"),
            CasusStatus.NAZORG.value: afschalen.CasusAfsluiten(
                casus_id=casus_id, reden="klaar", ondanks="toch"
            ),
            CasusStatus.AFGESLOTEN.value: afschalen.CasusHeropenen(casus_id=casus_id, reden="terug"),
        }.get(rij["status"])
        parkeren = afschalen.CasusParkeren(casus_id=casus_id, reden="even niet", tot=dag)
        self.doe(stap if stap is not None else parkeren)

    @rule(kans=LOT, uitkomst=st.sampled_from((Weeguitkomst.TOP_X, Weeguitkomst.HULP)))
    def weegt(self, kans: Random, uitkomst: Weeguitkomst) -> None:
        """A case goes into the Top X or out of it, or its last weighing is withdrawn."""
        gewogen = [row for row in self._beeld["weging"] if row["ingetrokken_op"] is None]
        if gewogen and kans.random() < 0.4:
            self.doe(WegingIntrekken(weging_id=kans.choice(gewogen)["id"], reden="onjuist"))
            return
        mensen = self._beeld.ids("medewerker")
        self.doe(
            WegingVastleggen(
                casus_id=self._kies(kans, "casus"), uitkomst=uitkomst, motivering="zo", aanwezigen=(mensen[0],),
                afwijking="omdat", procesmanager_id=mensen[-1] if uitkomst is Weeguitkomst.TOP_X else None,
                a=_OORDEEL, b=_OORDEEL, c=_OORDEEL, d=_OORDEEL,
            )
        )  # fmt: skip
