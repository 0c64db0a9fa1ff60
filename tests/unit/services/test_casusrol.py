"""Taking back a role leaves the history as it was."""

from __future__ import annotations

from datetime import timedelta

import pytest

from vhdesk.errors import RuleViolation
from vhdesk.queries.dossier import dossier
from vhdesk.queries.organisatie import organisaties
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.casusrol import CasusrolTerugnemen, CasusrolToewijzen
from vhdesk.services.desk import Desk
from vhdesk.vocabulary import Casusrol

ROL = Casusrol.VERANTWOORDELIJKE


def _later(desk: Desk) -> None:
    desk.clock.moment += timedelta(minutes=1)  # type: ignore[attr-defined]


def test_history_is_as_it_was(desk: Desk) -> None:
    casus_id = desk.execute(CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Toets"))).id
    politie, halt = (
        next(rij.id for rij in desk.ask(organisaties) if rij.code == code) for code in ("politie", "halt")
    )
    desk.execute(CasusrolToewijzen(casus_id=casus_id, rol=ROL, organisatie_id=politie))
    voor = desk.ask(dossier, casus_id).rollen
    _later(desk)
    desk.execute(CasusrolToewijzen(casus_id=casus_id, rol=ROL, organisatie_id=halt))
    assert [rij.organisatie for rij in desk.ask(dossier, casus_id).rollen if rij.tot is None] == ["Halt"]
    _later(desk)
    desk.undo()
    assert desk.ask(dossier, casus_id).rollen == voor
    desk.undo()
    assert desk.ask(dossier, casus_id).rollen == ()


def test_row_of_another_case_is_refused(desk: Desk) -> None:
    politie = next(rij.id for rij in desk.ask(organisaties) if rij.code == "politie")
    een, twee = (
        desk.execute(CasusAanmelden(hoofdbetrokkene=Persoonsgegevens(geslachtsnaam=naam))).id
        for naam in ("Een", "Twee")
    )
    desk.execute(CasusrolToewijzen(casus_id=een, rol=ROL, organisatie_id=politie))
    rij = desk.ask(dossier, een).rollen[0]
    with pytest.raises(RuleViolation, match="rol_andere_casus"):
        desk.execute(CasusrolTerugnemen(casus_id=twee, rol=ROL, vorige_id=rij.id))
