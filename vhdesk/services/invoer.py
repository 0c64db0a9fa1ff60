"""Checks on short input that several acts share: names, codes, ids brought back by undo, and being in use."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import fields

from sqlalchemy import select

from vhdesk.errors import RuleViolation
from vhdesk.folding import fold
from vhdesk.models import Base, Gemeente, Organisatie, Tafel, new_id
from vhdesk.services.command import Command
from vhdesk.services.unit_of_work import UnitOfWork

_ID = re.compile(r"[0-9a-f]{32}")
_KORT = 60  # characters of a value in the journaal
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def heel(text: str) -> str:
    """Return ``text`` without NUL and without halves of a character, which no store or file can hold."""
    return text.replace("\x00", "").encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


def check_kort(text: str, field: str, maximum: int) -> str:
    """Return ``text`` on one line, without surplus space. Raises RuleViolation when it is too long."""
    kort = " ".join(heel(text).split())
    if len(kort) > maximum:
        raise RuleViolation("tekst_te_lang", field=field, aantal=len(kort), maximum=maximum)
    return kort


def check_naam(text: str, field: str = "naam", maximum: int = 200) -> str:
    """Return a name on one line. Raises RuleViolation when there is none or it is too long."""
    naam = check_kort(text, field, maximum)
    if not naam:
        raise RuleViolation("naam_ontbreekt", field=field)
    return naam


def check_code(code: str, naam: str, bezet: Container[str]) -> str:
    """Return ``code``, or when it is empty one made from ``naam`` that is not in ``bezet``.

    Raises RuleViolation when a given code is malformed or taken.
    """
    if code:
        if not _CODE.fullmatch(code) or len(code) > 60:
            raise RuleViolation("code_onjuist", field="code")
        if code in bezet:
            raise RuleViolation("code_bestaat", field="code")
        return code
    stam = "-".join(re.findall(r"[a-z0-9]+", fold(naam)))[:50].strip("-") or "naamloos"
    if stam not in bezet:
        return stam
    volgnr = 2
    while f"{stam}-{volgnr}" in bezet:
        volgnr += 1
    return f"{stam}-{volgnr}"


def check_id(record_id: str | None) -> str:
    """Return the id under which a record comes back, or a new one. Raises RuleViolation on anything else."""
    if record_id is None:
        return new_id()
    if not _ID.fullmatch(record_id):
        raise RuleViolation("id_onjuist", field="id")
    return record_id


def wijziging(oud: Command, record: Organisatie | Tafel | Gemeente) -> str:
    """Return for the journaal what changed in reference data: "almelo versie 2: bijdrage_cent 2938000 > 3000000".

    ``oud``: the act that would put the old values back. So every version of the region can be told from the journaal.
    """
    delen = []
    for field in fields(oud):
        if field.name != "version" and hasattr(record, field.name):
            was, nu = _kort(getattr(oud, field.name)), _kort(getattr(record, field.name))
            if was != nu:
                delen.append(f"{field.name} {was} > {nu}")
    return ": ".join(filter(None, (f"{record.code} versie {record.version}", "; ".join(delen))))


def _kort(value: object) -> str:
    """Return a value in a few words; a long text is cut, the record itself holds it."""
    words = ", ".join(value) if isinstance(value, list | tuple) else "" if value is None else str(value)
    return (words if len(words) <= _KORT else f"{words[:_KORT]}…") or "-"


def vereis_ongebruikt(work: UnitOfWork, model: type[Base], record_id: str) -> None:
    """Raise RuleViolation when any table refers to the record: then it can end, but not disappear."""
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table is not model.__table__:
                continue
            if work.session.execute(select(1).where(key.parent == record_id).limit(1)).first():
                raise RuleViolation("in_gebruik", soort=model.__tablename__, id=record_id, door=table.name)
