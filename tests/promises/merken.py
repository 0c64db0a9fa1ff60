"""A whole meeting in which every free text holds a mark of its own, and where such marks turn up."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from vhdesk.clock import Clock
from vhdesk.models import Base

# Columns whose text comes from the program or the reference lists: ids, codes, statuses, hashes, moments.
NIET_VRIJ = {
    "concept.gebruiker_id", "inlezing.sha256", "besluit.type_code", "besluit.gremium_code", "casus.doelgroep_code",
    "casus.status", "overleg.status", "overleg.nummer", "overleg.tekorten", "overleg.vaststelling", "actie.status", "besluit.status",
    "agendapunt.soort", "agendapunt.status", "deelnemer.aanwezigheid", "factor.soort", "inbreng.regime",
    "inbreng.leefgebied_code", "inbreng.mag_door_naar", "betrokkene.rol", "casuspartner.niveau",
    "casusroltoewijzing.rol", "plandoel.leefgebied_code", "zrmscore.domein_code", "zoekregel.bron",
    "organisatie.soort", "tafel.soort", "tafel.regime", "persoon.geslacht", "persoon.soort", "persoon.klank", "persoonrelatie.soort", "referentiewaarde.lijst_code",
    "casusgebeurtenis.soort", "casusgebeurtenis.van", "casusgebeurtenis.naar", "casusgebeurtenis.reden_code",
    "casusgebeurtenis.actor", "averolhouder.rol", "bewaarregel.regime", "bewaarregel.vanaf", "bewaarregel.actor",
    "heropening.actor", "exemplaar.niveau", "exemplaar.wijze", "exemplaar.sha256", "exemplaar.actor", "niveaubepaling.niveau", "niveaubepaling.actor", "aanmelding.bron", "aanmelding.besproken", "aanmelding.adressoort", "aanmelding.leefgebieden",
    "aanmelding.criteria",
    "bekendheid.stand", "uitvraag.stand", "casus.caseload", "plicht.soort", "weging.criteria", "weging.uitkomst",
    "tafelinstelling.sleutel", "tafelinstelling.waarde", "tafelinstelling.actor", "vernietiging.casusnummer",
    "casusmethode.methode_code", "methodenotitie.methode_code", "methodenotitie.soort", "methodenotitie.actor",
    "methodenotitie.scores", "bijlage.soort", "bijlage.sha256", "bijlage.actor", "eigen_woord.woord",  # a word has no digits, a mark has; see test_vernietigen
    "vernietiging.regime", "vernietiging.aantallen", "vernietiging.kopieen", "vernietiging.actor",
}  # fmt: skip
NIET_VRIJE_TABELLEN = {"journaal", "kluis_meta", "referentielijst", "gemeente", "nummerreeks"}


CIJFERS = "73904"  # a mark of digits begins with it


class Merken:
    """Hands out marks and remembers them: ten characters that fit a postcode and occur nowhere else.

    ``codes``: those that stand for a number or a code, which a refusal may name; on disk they are as secret.
    """

    def __init__(self) -> None:
        self.alle: list[str] = []
        self.codes: set[str] = set()
        self.staart = ""  # what comes behind every mark

    def __call__(self) -> str:
        self.alle.append(f"zqx{len(self.alle):04d}xqz")
        return self.alle[-1] + self.staart

    def cijfers(self) -> str:
        """Return a mark of nine digits, for a field that takes nothing else."""
        self.alle.append(f"{CIJFERS}{len(self.alle):04d}")
        return self.alle[-1]

    def code(self) -> str:
        """Return a mark for a number or a code."""
        self()
        self.codes.add(self.alle[-1])
        return self.alle[-1]

    @property
    def woorden(self) -> list[str]:
        """Return the marks that no exception may show."""
        return [mark for mark in self.alle if mark not in self.codes]


def vrije_kolommen() -> list[tuple[str, str]]:
    """Return every column in which a user's own words can stand."""
    found = []
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            name = f"{table.name}.{column.name}"
            textual = column.type.python_type in (str, list, dict)
            fixed = column.name == "id" or column.name.endswith(("_id", "_norm")) or name in NIET_VRIJ
            if textual and not fixed and table.name not in NIET_VRIJE_TABELLEN:
                found.append((table.name, column.name))
    return found


def sporen(data: bytes, marks: Iterable[str]) -> set[str]:
    """Return the marks that can be read in ``data``, as text of one or two bytes a character, in any case."""
    text = data.lower()
    if b"zqx" not in text and b"z\0q\0x" not in text:
        return {mark for mark in marks if not mark.startswith("zqx") and mark.lower().encode() in text}
    return {
        mark
        for mark in marks
        if any(mark.lower().encode(code) in text for code in ("utf-8", "utf-16-le", "utf-16-be"))
    }


def doorzoek(root: Path, marks: list[str]) -> list[str]:
    """Return what can be read of the marks in the names and contents of all files under ``root``."""
    found = []
    for path in sorted(root.rglob("*")):
        name = str(path.relative_to(root))
        seen = sporen(name.encode(), marks)
        if path.is_file():
            seen |= sporen(path.read_bytes(), marks)
        if seen:
            found.append(f"{name}: {sorted(seen)[:3]}")
    return found


def woorden(error: BaseException) -> str:
    """Return everything a log, a crash report or a console could show of ``error`` and of what caused it."""
    shown = list(traceback.format_exception(error))
    todo: list[BaseException | None] = [error]
    while todo:
        one = todo.pop()
        if one is not None:
            shown += [str(one), repr(one), repr(getattr(one, "details", ""))]
            todo += [one.__cause__, one.__context__]
    return "\n".join(shown)


def invullen(kind: Any, merk: Merken, ids: dict[str, str], clock: Clock) -> Any:
    """Return an instance of a command with a mark in every free text and something plausible elsewhere."""
    hints = get_type_hints(kind)
    values = {}
    for field in fields(kind):
        if field.name == "bsn":
            values[field.name] = merk.cijfers()
        elif field.name.endswith("_ids"):
            values[field.name] = (ids.get(field.name.removesuffix("s"), "0" * 32),)
        elif field.name == "id" or field.name.endswith("_id") or field.name in ids:
            values[field.name] = ids.get(field.name, "0" * 32)
        else:
            coded = any(word in field.name for word in ("code", "nummer", "veld", "sha256"))
            values[field.name] = _waarde(hints[field.name], merk, ids, clock, coded=coded)
    return kind(**values)


def _waarde(kind: Any, merk: Merken, ids: dict[str, str], clock: Clock, *, coded: bool) -> Any:
    if get_origin(kind) in (Union, UnionType):
        kind = next(arm for arm in get_args(kind) if arm is not type(None))
    if get_origin(kind) is tuple:
        return (_waarde(get_args(kind)[0], merk, ids, clock, coded=coded),)
    plain = {bool: True, int: 1, date: clock.today(), time: time(13, 30), datetime: clock.now()}
    if kind in plain:
        return plain[kind]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    if kind is bytes:
        return merk().encode("utf-8", "replace")
    if is_dataclass(kind):
        return invullen(kind, merk, ids, clock)
    return merk.code() if coded else merk()


def lekken(errors: Iterable[BaseException], marks: list[str]) -> Iterator[str]:
    """Yield a line for every exception that shows a mark."""
    for error in errors:
        seen = sporen(woorden(error).encode("utf-8", "backslashreplace"), marks)
        if seen:
            yield f"{type(error).__name__} {getattr(error, 'code', '')}: {sorted(seen)[:2]}"
