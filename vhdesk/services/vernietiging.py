"""Destroying a case: out of the live store, the log, the free pages, the index, the drafts and every backup.

Not a command of the desk: it works on the files of the whole vault, so the desk rests meanwhile. The record of it is
written in the same transaction that takes the case out of the live store; as long as it says that it is not finished,
``afmaken`` cleans the remaining backups. What vhdesk cannot reach (papers that were printed or saved, a backup that
does not verify) is named in the record and so in the verklaring.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from vhdesk.errors import NotFound, RuleViolation
from vhdesk.models import Casus, Tafel, Vernietiging, new_id
from vhdesk.queries.vernietiging import uitgegeven
from vhdesk.services.command import BEHEER
from vhdesk.services.desk import Desk
from vhdesk.store.backup_purge import purge_backups
from vhdesk.store.faults import translated
from vhdesk.store.progress import Cancelled, Progress, never_cancelled, no_progress
from vhdesk.store.purge import Purged, purge_case
from vhdesk.store.vault import OpenVault
from vhdesk.vocabulary import CasusStatus, Tafelregime

ACTIE = "Casus vernietigen"
_SQL_MOMENT = "%Y-%m-%d %H:%M:%S.%f"


def vernietigen(
    vault: OpenVault,
    desk: Desk,
    casus_id: str,
    grond: str,
    progress: Progress = no_progress,
    cancelled: Cancelled = never_cancelled,
) -> str:
    """Destroy a case that was pointed out for it; return the id of the record.

    Raises RuleViolation (``niet_bevoegd``, ``reden_ontbreekt``, ``casus_niet_te_vernietigen``), NotFound, and
    Interrupted: then the live store is clean and ``afmaken`` remains.
    """
    vault.require_writable()
    if desk.actor.rol not in BEHEER:
        raise RuleViolation("niet_bevoegd", actie=ACTIE)
    grond = grond.strip()
    if not grond:
        raise RuleViolation("reden_ontbreekt", field="grond")
    nummer, regime, papieren = _voorbereiden(vault, casus_id)
    vernietiging_id = new_id()
    desk.settle_drafts()  # what waits beside the database may be about this case
    desk.log(ACTIE, "casus", casus_id, bijzonderheden=f"{nummer} begonnen")
    desk.pause()
    try:
        with vault.working(), translated(vault.path):
            progress("wissen", 0, 1)
            schrijf = _regel(desk, vernietiging_id, casus_id, nummer, regime, grond, papieren)
            with vault.database.direct() as raw:
                purge_case(raw, casus_id, schrijf)
            progress("wissen", 1, 1)
            desk.forget()
            _kopieen(vault, vernietiging_id, casus_id, desk.clock.now(), progress, cancelled)
    finally:
        desk.resume()
    desk.log(ACTIE, "vernietiging", vernietiging_id, bijzonderheden=f"{nummer} klaar")
    return vernietiging_id


def afmaken(
    vault: OpenVault,
    desk: Desk,
    progress: Progress = no_progress,
    cancelled: Cancelled = never_cancelled,
) -> tuple[str, ...]:
    """Go on with every destruction that was broken off; return the ids of their records."""
    vault.require_writable()
    if desk.actor.rol not in BEHEER:
        raise RuleViolation("niet_bevoegd", actie=ACTIE)
    with translated(vault.path), Session(vault.engine) as session:
        v = Vernietiging
        open_ = session.execute(select(v.id, v.casus_id, v.casusnummer).where(v.klaar_op.is_(None))).all()
    desk.pause()
    try:
        with vault.working(), translated(vault.path):
            for row in open_:
                _kopieen(vault, row.id, row.casus_id, desk.clock.now(), progress, cancelled)
    finally:
        desk.resume()
    for row in open_:
        desk.log(ACTIE, "vernietiging", row.id, bijzonderheden=f"{row.casusnummer} klaar")
    return tuple(row.id for row in open_)


def _voorbereiden(vault: OpenVault, casus_id: str) -> tuple[str, str, tuple[str, ...]]:
    """Return number, regime and papers of the case. Raises NotFound, RuleViolation."""
    with translated(vault.path), Session(vault.engine) as session:
        casus = session.get(Casus, casus_id)
        if casus is None:
            raise NotFound("niet_gevonden", soort="casus", id=casus_id)
        if casus.status is not CasusStatus.TE_VERNIETIGEN:
            raise RuleViolation("casus_niet_te_vernietigen", nummer=casus.nummer)
        tafel = session.get(Tafel, casus.tafel_id) if casus.tafel_id else None
        regime = tafel.regime if tafel is not None else Tafelregime.WGS
        return casus.nummer, regime.value, uitgegeven(session, casus_id)


def _regel(
    desk: Desk,
    vernietiging_id: str,
    casus_id: str,
    nummer: str,
    regime: str,
    grond: str,
    papieren: tuple[str, ...],
) -> Callable[[Any, Purged], None]:
    """Return what writes the record, in the transaction that takes the case out."""

    def schrijf(raw: Any, done: Purged) -> None:
        aantallen = {**done.rows, "verslagbladen": done.sheets}
        raw.execute(
            "INSERT INTO vernietiging (id, casus_id, casusnummer, regime, grond, aantallen, kopieen, begonnen_op,"
            " actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                vernietiging_id, casus_id, nummer, regime, grond, json.dumps(aantallen),
                json.dumps({"papieren": papieren}), _moment(desk.clock.now()), desk.actor.naam,
            ),
        )  # fmt: skip

    return schrijf


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(_SQL_MOMENT)


def _kopieen(
    vault: OpenVault,
    vernietiging_id: str,
    casus_id: str,
    now: datetime,
    progress: Progress,
    cancelled: Cancelled,
) -> None:
    """Clean the backups, one by one noted in the record, and finish it."""

    def geschoond(name: str) -> None:
        _noteer(vault, vernietiging_id, geschoond=[name])

    done = purge_backups(vault, casus_id, progress, lambda: cancelled() or vault.closed, cleaned=geschoond)
    _noteer(vault, vernietiging_id, klaar=now, zonder=done.without, onbereikbaar=done.unreachable)


def _noteer(
    vault: OpenVault, vernietiging_id: str, klaar: datetime | None = None, **namen: Sequence[str]
) -> None:
    """Add names of copies to the record; with ``klaar`` the technical id of the case goes."""
    with vault.database.direct() as raw:
        row = raw.execute("SELECT kopieen FROM vernietiging WHERE id = ?", (vernietiging_id,)).fetchone()
        kopieen = json.loads(row[0])
        for soort, erbij in namen.items():
            kopieen[soort] = [
                *kopieen.get(soort, ()),
                *(naam for naam in erbij if naam not in kopieen.get("geschoond", ())),
            ]
        raw.execute(
            "UPDATE vernietiging SET kopieen = ? WHERE id = ?", (json.dumps(kopieen), vernietiging_id)
        )
        if klaar is not None:
            raw.execute(
                "UPDATE vernietiging SET klaar_op = ?, casus_id = '' WHERE id = ?",
                (_moment(klaar), vernietiging_id),
            )
