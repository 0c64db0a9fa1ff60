"""Whether the person was told: with a day, or with the reason why not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from vhdesk.errors import RuleViolation
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import DossierKop
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casus import CasusTekstWijzigen
from vhdesk.services.casusaanmelding import CasusAanmelden, CasusAanmeldingTerugnemen
from vhdesk.services.desk import Desk
from vhdesk.services.informering import BetrokkeneInformeren
from vhdesk.vocabulary_inbreng import Informeerstand, informeer_woorden

NIET, WEL = Informeerstand.NIET_INGELICHT, Informeerstand.INGELICHT


@pytest.fixture
def zaak(desk: Desk) -> str:
    return desk.execute(CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Proef"))).id


def kop(desk: Desk, casus_id: str) -> DossierKop:
    return desk.ask(dossier, casus_id).kop


def weigert(desk: Desk, command: Any, code: str) -> None:
    with pytest.raises(RuleViolation, match=code):
        desk.execute(command)


def test_not_telling_needs_its_reason(desk: Desk, zaak: str) -> None:
    weigert(desk, BetrokkeneInformeren(casus_id=zaak, stand=NIET), "informeren_zonder_reden")
    weigert(desk, BetrokkeneInformeren(casus_id=zaak, stand=NIET, informering=" "), "informeren_zonder_reden")
    desk.execute(BetrokkeneInformeren(casus_id=zaak, stand=NIET, informering="Het onderzoek loopt nog."))
    weigert(desk, CasusTekstWijzigen(casus_id=zaak, veld="informering", tekst=""), "informeren_zonder_reden")
    desk.execute(CasusTekstWijzigen(casus_id=zaak, veld="informering", tekst="Veiligheid van mevrouw."))
    assert (kop(desk, zaak).informeerstand, kop(desk, zaak).geinformeerd_op) == (NIET, None)


def test_telling_has_a_day_that_came(desk: Desk, zaak: str) -> None:
    vandaag = desk.clock.today()
    desk.execute(BetrokkeneInformeren(casus_id=zaak, stand=WEL))
    assert kop(desk, zaak).geinformeerd_op == vandaag
    desk.execute(BetrokkeneInformeren(casus_id=zaak, stand=WEL, op=date(2026, 10, 1)))
    assert kop(desk, zaak).geinformeerd_op == date(2026, 10, 1)
    morgen = BetrokkeneInformeren(casus_id=zaak, stand=WEL, op=date(2099, 1, 1))
    weigert(desk, morgen, "datum_in_toekomst")
    desk.execute(CasusTekstWijzigen(casus_id=zaak, veld="informering", tekst=""))


def test_it_is_undone_exactly(desk: Desk, zaak: str, dump: Callable[[Desk], Any]) -> None:
    desk.execute(
        BetrokkeneInformeren(casus_id=zaak, stand=WEL, op=date(2026, 10, 1), informering="Door de wijk.")
    )
    voor = dump(desk)
    desk.execute(BetrokkeneInformeren(casus_id=zaak, stand=NIET, informering="Toch niet."))
    desk.execute(BetrokkeneInformeren(casus_id=zaak, stand=None))
    desk.undo()
    desk.undo()
    assert dump(desk) == voor
    desk.execute(CasusAanmeldingTerugnemen(casus_id=zaak, ook_gewijzigd=True))
    desk.undo()
    assert dump(desk) == voor


def test_words() -> None:
    assert informeer_woorden(None, None) == ""
    assert informeer_woorden(NIET, None) == "Niet ingelicht."
    assert informeer_woorden(WEL, date(2026, 12, 1)) == "Ingelicht op 1-12-2026."
