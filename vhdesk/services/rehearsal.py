"""Asks the first questions before there is anybody to ask them for.

What a question needs for the first time in a process (mappers, SQL, imports deep inside the libraries) takes several
times longer than the answer. So it is rehearsed on an empty store while the passphrase is typed.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from functools import cache

from sqlalchemy.orm import Session

from vhdesk.clock import FixedClock
from vhdesk.crypto.sealing import load_private_key
from vhdesk.queries.acties import acties_vorige, open_acties
from vhdesk.queries.agenda import agenda
from vhdesk.queries.agendeerbaar import agendeerbaar
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_tafel import tafelwerk
from vhdesk.queries.fase import fasestand
from vhdesk.queries.overleg import deelnemers, overleg_kop, overleggen
from vhdesk.queries.schorsing import schorsingen
from vhdesk.queries.vandaag import vandaag
from vhdesk.queries.vaststelling import vaststelling
from vhdesk.queries.zaal import omstanders
from vhdesk.services import journaal
from vhdesk.services.concept import stored_drafts
from vhdesk.services.unit_of_work import Actor
from vhdesk.store.rehearsal import ID, rehearsal_store
from vhdesk.vocabulary import Gebruikersrol


@cache
def rehearse() -> None:
    """Ask what the start page, a meeting and a case ask, and write a line; once in a process, in any thread."""
    clock = FixedClock(datetime(2026, 1, 1, tzinfo=UTC))
    load_private_key(bytearray(secrets.token_bytes(32)))
    actor = Actor(ID, ID, Gebruikersrol.COORDINATOR)
    with rehearsal_store() as engine, Session(engine) as session:
        journaal.append(session, clock, actor, ID, "", "")
        stored_drafts(session, ID, ID)
        vandaag(session, op=clock.today())
        overleggen(session)
        overleg_kop(session, ID)
        agenda(session, ID)
        vaststelling(session, ID)
        schorsingen(session, ID)
        acties_vorige(session, ID)
        deelnemers(session, ID)
        agendeerbaar(session, ID)
        casuslijst(session)
        dossier(session, ID)
        tafelwerk(session, ID)
        omstanders(session, ID)
        fasestand(session, ID)
        open_acties(session, vandaag=clock.today())
        session.rollback()
