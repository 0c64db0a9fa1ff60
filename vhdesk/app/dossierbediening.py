"""What the meeting leaves to other pages, with the keyboard: the status of a case in its file, and weighing a referral."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtTest import QTest

from vhdesk.app.session import DeskSession
from vhdesk.app.toetsenbord import Toetsenbord
from vhdesk.dutch_date import short_date
from vhdesk.practice.stappen import CasusStap
from vhdesk.practice.weegverhaal import Weegverhaal
from vhdesk.queries.dossier import dossier
from vhdesk.reference_lists import reference_list
from vhdesk.ui.onderdelen.woorden import met_hoofdletter
from vhdesk.vocabulary import CasusStatus
from vhdesk.vocabulary_triage import Criterium, Weeguitkomst

NAAR_OVERLEG, NAAR_AANMELDINGEN = "Ctrl+2", "Ctrl+6"


class Dossierbediening:
    """Takes the case that is in front of the table to the status of the story, and comes back to the table."""

    def __init__(self, session: DeskSession, keys: Toetsenbord) -> None:
        self._desk = session.kluis.desk
        self._window = session.window
        self._keys = keys

    def doe(self, casus_id: str, stap: CasusStap) -> None:
        """Go to the file of the case, take the step, and go back."""
        if stap.weging is not None:
            self._weeg(casus_id, stap.weging, stap.procesregisseur)
        else:
            self._keys.press("Ctrl+Shift+D")
            if stap.status is CasusStatus.GEPARKEERD:
                self._parkeer(stap)
            elif stap.status is CasusStatus.NAZORG:
                self._schaal_af(stap)
            else:
                self._stap(self._status(casus_id), stap)
        nu = self._status(casus_id)
        assert nu is stap.status, f"{stap.nummer} is {nu.label}"
        self._keys.press(NAAR_OVERLEG)

    def _status(self, casus_id: str) -> CasusStatus:
        return self._desk.ask(dossier, casus_id).kop.status

    def _stap(self, nu: CasusStatus, stap: CasusStap) -> None:
        self._keys.tab_to(f"Status: {met_hoofdletter(nu.label)}")
        self._keys.press("Space")
        self._keys.choose(met_hoofdletter(stap.status.label))
        self._keys.press("Return")
        self._window.activateWindow()  # where nobody sees windows, a menu that closes does not give the keyboard back
        QTest.qWaitForWindowActive(self._window)
        if self._keys.at() == "Waarom deze stap?":
            self._keys.type(stap.reden)
            self._keys.press("Ctrl+Return")

    def _parkeer(self, stap: CasusStap) -> None:
        """The story stands still and the clock of the machine does not: parking ends after today."""
        self._keys.press("Ctrl+Shift+P")
        tot: date = max(stap.volgende_datum, self._desk.clock.today() + timedelta(days=1))
        self._keys.type(short_date(tot))
        self._keys.fill("Waarom parkeren?", stap.reden)
        self._keys.press("Ctrl+Return")

    def _schaal_af(self, stap: CasusStap) -> None:
        self._keys.press("Ctrl+Shift+A")
        self._keys.type(str(reference_list("afschaalredenen").by_code(stap.reden_code)["naam"]))
        self._keys.fill("Toelichting voor de gemeente", stap.reden)
        self._keys.fill("Advies aan de gemeente", stap.advies)
        self._keys.press("Ctrl+Return")

    def _weeg(self, casus_id: str, verteld: Weegverhaal, procesmanager: str) -> None:
        self._keys.press(NAAR_AANMELDINGEN)
        self._keys.tab_to("Te wegen")
        self._keys.arrow_to(casus_id)
        self._keys.press("Return")
        self._keys.press("Ctrl+W")
        oordelen = {criterium: (ja, reden) for criterium, ja, reden in verteld.oordelen}
        for criterium in Criterium:
            ja, reden = oordelen[criterium]
            naam = f"{criterium.value}. {criterium.label}"
            self._keys.tab_to(f"Oordeel over {naam}")
            self._keys.choose("Ja" if ja else "Nee")
            self._keys.fill(f"Reden bij {naam}", reden)
        self._keys.tab_to("Uitkomst")
        self._keys.choose(met_hoofdletter(Weeguitkomst.TOP_X.label))
        self._keys.fill("Procesmanager", procesmanager)
        self._keys.fill("Motivering", verteld.motivering)
        self._keys.tab_to("Wie waren erbij")
        for naam in verteld.wegers:
            self._keys.type(naam)
            self._keys.press("Return")
        self._keys.press("Ctrl+Return")
