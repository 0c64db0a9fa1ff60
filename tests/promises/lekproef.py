"""Run by test_lekken as a program, with home, temp and settings folders of its own: the marked meeting, and every
way in which its words could get out. Prints one JSON object: the marks, and what this process itself saw leak."""

from __future__ import annotations

import contextlib
import json
import logging
import os
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from gemerkt_overleg import houd_gemerkt_overleg
from merken import CIJFERS, Merken, invullen, lekken, vrije_kolommen
from proefkluis import Site
from PySide6.QtCore import QByteArray
from sqlalchemy import text
from sqlalchemy.orm import Session

from vhdesk.app.log import start_log
from vhdesk.clock import FixedClock
from vhdesk.errors import VhdeskError
from vhdesk.models import Persoon
from vhdesk.printing.verslag import verslag_pdf
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.sprong import sprong
from vhdesk.queries.verslag import verslag
from vhdesk.services import desk as desk_module
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.bewaren import CasusTeVernietigenAanwijzen
from vhdesk.services.casus import CasusTekstWijzigen
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.desk import Desk
from vhdesk.services.kluis import Kluis
from vhdesk.ui.incident import report_bug
from vhdesk.ui.settings import DeskSettings
from vhdesk.vocabulary import CasusStatus

CLOCK = FixedClock(datetime(2026, 12, 2, 12, 30, tzinfo=UTC))


def main(root: Path) -> None:
    outside: list[str] = []
    sys.addaudithook(_watch(root, outside))
    start_log()
    desk_module.SHORT_LANE_BUDGET = -1.0  # log every act as one that took too long
    merk, errors = Merken(), list[BaseException]()
    kluis = Site(root, CLOCK).open()
    ids = houd_gemerkt_overleg(kluis.desk, merk)
    _vernietig(kluis, merk)
    empty = _empty_columns(kluis, merk)
    pdf = verslag_pdf(
        kluis.desk.read_job(verslag, ids["overleg_id"]), clock_now=CLOCK.now(), program_version="0"
    )
    for mark in merk.alle[:20]:
        kluis.desk.ask(casuslijst, zoek=mark)
        kluis.desk.ask(sprong, zoek=mark)
    kluis.desk.ask(dossier, ids["casus_id"])
    kluis.reservekopie_maken("handmatig")
    code = kluis.herstelcode_maken()
    _settings(kluis)
    _wrong_commands(kluis.desk, merk, ids, errors)
    _broken_rows(kluis, merk, errors)
    for error in errors:
        report_bug(error)
        logging.getLogger("vhdesk").warning("fault", exc_info=error)
    deleted = _deleted_files()
    shutil.copytree(kluis.pad, root / "terwijl open")
    key = kluis._vault.key.view().hex()
    kluis.sluiten()
    shown = {
        "marks": merk.alle, "secrets": [code, key], "empty": empty, "pdf": len(pdf), "errors": len(errors),
        "kinds": sorted({f"{type(error).__module__}.{type(error).__name__}" for error in errors}), "leaks": sorted(set(lekken(errors, merk.woorden))), "outside": outside, "deleted": deleted,
    }  # fmt: skip
    print(json.dumps(shown))


def _vernietig(kluis: Kluis, merk: Merken) -> None:
    """Destroy another case: its record keeps the ground."""
    aangemeld = CasusAanmelden(
        hoofdbetrokkene=Persoonsgegevens(geslachtsnaam=merk()), status=CasusStatus.AFGESLOTEN, nummer="OUD-1"
    )
    casus_id = kluis.desk.execute(aangemeld).id
    kluis.desk.execute(CasusTeVernietigenAanwijzen(casus_id=casus_id, reden=merk()))
    kluis.casus_vernietigen(casus_id, merk())


def _watch(root: Path, outside: list[str]) -> Callable[[str, tuple[Any, ...]], None]:
    """Return an audit hook that notes every file opened for writing outside ``root``."""

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event != "open" or not isinstance(arguments[0], str | bytes | os.PathLike):
            return
        mode, flags = arguments[1], arguments[2] or 0
        writes = any(letter in (mode or "") for letter in "wax+") or flags & (os.O_WRONLY | os.O_RDWR)
        path = os.path.realpath(os.fsdecode(arguments[0]))
        if writes and not path.startswith((str(root), "/dev/", "/proc/")):
            outside.append(path)

    return hook


def _empty_columns(kluis: Kluis, merk: Merken) -> list[str]:
    """Return the free columns without a mark: a meeting that leaves one empty proves nothing about it."""
    empty = []
    with Session(kluis._vault.engine) as session:
        for table, column in vrije_kolommen():
            value = f"lower(CAST({column} AS TEXT))"
            query = text(
                f"SELECT count(*) FROM {table} WHERE {value} LIKE '%zqx%xqz%' OR {value} LIKE '{CIJFERS}%'"
            )
            if not session.execute(query).scalar_one():
                empty.append(f"{table}.{column}")
    return empty


def _settings(kluis: Kluis) -> None:
    settings = DeskSettings()
    settings.remember_vault(kluis.pad)
    settings.remember_user(kluis.pad, kluis.gebruiker.id)
    settings.set_geometry(QByteArray(b"x" * 40))
    settings.sync()


def _wrong_commands(desk: Desk, merk: Merken, ids: dict[str, str], errors: list[BaseException]) -> None:
    """Do every act with marks where they may not stand, with ids that exist and that do not, and with half a
    character behind each mark, as a paste from another program can hold."""
    for known in (ids, {}):
        for merk.staart in ("", "\ud800"):
            for kind in desk.knows():
                try:
                    desk.execute(invullen(kind, merk, known, CLOCK))
                except Exception as error:  # noqa: BLE001 - whatever comes is looked at
                    errors.append(error)
    merk.staart = ""
    try:
        desk.save_draft("proef/half", f"{merk()} \ud800", 1)
    except Exception as error:  # noqa: BLE001
        errors.append(error)


def _broken_rows(kluis: Kluis, merk: Merken, errors: list[BaseException]) -> None:
    """Let the database itself refuse rows full of marks."""
    desk = kluis.desk
    persoon = Persoon(id="1" * 32, geslachtsnaam=merk(), adres=merk())
    tries: list[Callable[[Session], object]] = [
        lambda session: session.add_all(
            [persoon, Persoon(id="1" * 32, geslachtsnaam=merk(), opmerking=merk())]
        ),
        lambda session: session.add(Persoon(id="2" * 32, geslachtsnaam=None, opmerking=merk())),
        lambda session: session.add(Persoon(id="3" * 32, geslachtsnaam=merk(), geboortedatum=merk())),
        lambda session: session.execute(text("UPDATE casus SET tafel_id = :waarde"), {"waarde": merk()}),
        lambda session: session.execute(text("UPDATE besluit SET nummer = :waarde"), {"waarde": merk()}),
        lambda session: session.execute(
            text("DELETE FROM journaal WHERE bijzonderheden = :waarde"), {"waarde": merk()}
        ),
    ]
    for attempt in tries:
        try:
            with Session(kluis._vault.writer) as session, session.begin():
                attempt(session)
        except Exception as error:  # noqa: BLE001
            errors.append(error)
    for zoek in ('"', f'"{merk()}', f"{merk()}*(", f"NEAR({merk()}", f"{merk()}\ud800"):
        for query in (casuslijst, sprong):
            try:
                desk.ask(query, zoek=zoek)
            except Exception as error:  # noqa: BLE001
                errors.append(error)
    double = CasusAanmelden(
        hoofdbetrokkene=invullen(CasusAanmelden, merk, {}, CLOCK).hoofdbetrokkene, nummer=merk.code()
    )
    for command in (
        double,
        double,
        CasusTekstWijzigen(casus_id="0" * 32, veld=merk.code(), tekst=merk(), version=9),
    ):
        try:
            desk.execute(command)
        except (VhdeskError, ValueError) as error:
            errors.append(error)


def _deleted_files() -> list[str]:
    """Return the files without a name (any more) that this process holds: temporary files that a list misses."""
    links = []
    for entry in Path("/proc/self/fd").glob("*"):
        with contextlib.suppress(OSError):  # the handle of this very listing
            links.append(str(entry.readlink()))
    return [link for link in links if link.startswith("/") and link.endswith("(deleted)")]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
