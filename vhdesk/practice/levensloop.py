"""Steps up, across and out in a life of the practice vault, to the day on which it is destroyed."""

from __future__ import annotations

from collections.abc import Callable

from vhdesk.practice.levensgrond import Levensgrond
from vhdesk.practice.verhaal import Gegevens
from vhdesk.queries.dossier import dossier
from vhdesk.services.afschalen import (
    CasusAfschalen,
    CasusAfsluiten,
    CasusHeropenen,
    CasusHervatten,
    CasusParkeren,
    NazorgBeoordelen,
)
from vhdesk.services.bewaren import (
    BewaartermijnVerlengen,
    CasusTeVernietigenAanwijzen,
    NoodzaakHerbeoordelen,
)
from vhdesk.services.casusgemeente import CasusGemeenteBepalen
from vhdesk.services.casusverloop import CasusStatusWijzigen
from vhdesk.services.opschalen import (
    AveFaseBepalen,
    Averolhouding,
    CasusOpschalen,
    CasusOverdragen,
    OpschalingBeantwoorden,
)
from vhdesk.vocabulary import AveRol, CasusStatus, Opschaling
from vhdesk.vocabulary_casus import BRIEF_AFDRUKKEN

Vernietig = Callable[[str, str], object]
"""Destroys a case (id) that was pointed out, on a ground: an act on the files of the whole vault."""


class Loopstappen(Levensgrond):
    """What ends a case needs more than the desk."""

    _vernietig: Vernietig

    # --- up and across

    def _ave(self, w: Gegevens) -> None:
        houders = tuple(
            Averolhouding(rol=rol, organisatie_id=self._register.organisatie(w[rol.value])) for rol in AveRol
        )
        self._desk.execute(
            AveFaseBepalen(casus_id=self.casus_id, fase=w["fase"], reden=w["reden"], houders=houders)
        )

    def _opschalen(self, w: Gegevens) -> None:
        self._desk.execute(
            CasusOpschalen(
                casus_id=self.casus_id,
                soort=Opschaling(w.get("soort", Opschaling.BESTUURLIJK.value)),
                reden=w["reden"],
                gevraagd=w["gevraagd"],
                gremium_code=w.get("gremium", ""),
                antwoord_voor=self._over(w["dagen"]) if "dagen" in w else None,
                naar_tafel_id=self._register.tafels[w["naar"]] if "naar" in w else None,
            )
        )

    def _bestuur_antwoordt(self, antwoord: str) -> None:
        """Record the answer to the first question that is still open."""
        vraag = next(
            s for s in self._desk.ask(dossier, self.casus_id).verloop if s.reden_code and not s.beantwoord
        )
        self._desk.execute(OpschalingBeantwoorden(gebeurtenis_id=vraag.id, antwoord=antwoord))

    def _gemeente(self, w: Gegevens) -> None:
        gemeente_id = self._register.gemeenten[w["gemeente"]]
        self._desk.execute(
            CasusGemeenteBepalen(casus_id=self.casus_id, gemeente_id=gemeente_id, reden=w["reden"])
        )

    def _overdragen(self, w: Gegevens) -> None:
        tafel_id = self._register.tafels[w["tafel"]]
        self._desk.execute(CasusOverdragen(casus_id=self.casus_id, naar_tafel_id=tafel_id, reden=w["reden"]))

    # --- aside

    def _parkeren(self, w: Gegevens) -> None:
        self._desk.execute(
            CasusParkeren(casus_id=self.casus_id, tot=self._over(w["dagen"]), reden=w["reden"])
        )

    def _hervatten(self, reden: str) -> None:
        self._desk.execute(CasusHervatten(casus_id=self.casus_id, reden=reden))

    def _monitoring(self, reden: str) -> None:
        status = CasusStatus.MONITORING
        self._desk.execute(CasusStatusWijzigen(casus_id=self.casus_id, status=status, reden=reden))

    # --- out

    def _afschalen(self, w: Gegevens) -> None:
        self._desk.execute(
            CasusAfschalen(
                casus_id=self.casus_id,
                reden_code=w["code"],
                reden=w["reden"],
                overdracht_id=self._register.organisatie(w["overdracht"]) if "overdracht" in w else None,
                advies=w.get("advies", ""),
            )
        )

    def _brief(self, papier: str) -> None:
        """Note that the letter of the last afschalen left the vault, as printing or saving it does; ``papier``: its number."""
        letter = next(s for s in self._desk.ask(dossier, self.casus_id).verloop if s.heeft_brief)
        self._desk.log(BRIEF_AFDRUKKEN, "casusgebeurtenis", letter.id, bijzonderheden=papier)

    def _nazorg(self, bevinding: str) -> None:
        self._desk.execute(NazorgBeoordelen(casus_id=self.casus_id, bevinding=bevinding))

    def _afsluiten(self, reden: str) -> None:
        self._desk.execute(CasusAfsluiten(casus_id=self.casus_id, reden=reden))

    def _heropenen(self, reden: str) -> None:
        self._desk.execute(CasusHeropenen(casus_id=self.casus_id, reden=reden))

    # --- how long it is kept

    def _herbeoordeeld(self, reden: str) -> None:
        self._desk.execute(NoodzaakHerbeoordelen(casus_id=self.casus_id, reden=reden))

    def _verlengd(self, w: Gegevens) -> None:
        self._desk.execute(
            BewaartermijnVerlengen(
                casus_id=self.casus_id, medewerker_id=self._register.medewerkers[w["wie"]],
                reden=w["reden"], tot=self._over(w["dagen"]),
            )
        )  # fmt: skip

    def _aanwijzen(self, reden: str) -> None:
        self._desk.execute(CasusTeVernietigenAanwijzen(casus_id=self.casus_id, reden=reden))

    def _vernietigen(self, grond: str) -> None:
        self._vernietig(self.casus_id, grond)
