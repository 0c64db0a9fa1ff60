"""Which actions hold a word: in their own text, in who must do them, or in the case and its hoofdbetrokkene.

Each word is looked for where there are few rows or a narrow index, and not in the joined text of every action.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    LargeBinary,
    Select,
    String,
    bindparam,
    cast,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy.orm import InstrumentedAttribute, aliased

from vhdesk.folding import fold
from vhdesk.models import Actie, Betrokkene, Casus, Medewerker, Organisatie, Persoon
from vhdesk.vocabulary import Betrokkenheid

_MEESTE: Final = 8  # words; more would find nothing else


def woordwaarden(zoek: str) -> dict[str, str]:
    """Return the words of ``zoek``, folded, as the parameters of ``woord_in_actie``."""
    return {f"woord_{nr}": woord for nr, woord in enumerate(fold(zoek).split()[:_MEESTE])}


def woord_in_actie(nr: int) -> ColumnElement[bool]:
    """The word stands somewhere in what is shown of the action. ``gevonden`` is a function of the connection."""
    woord = bindparam(f"woord_{nr}", type_=String)
    organisaties = select(Organisatie.id).where(func.gevonden(woord, Organisatie.naam))
    medewerkers = select(Medewerker.id).where(func.gevonden(woord, Medewerker.naam))
    return or_(
        Actie.organisatie_id.in_(organisaties),
        Actie.medewerker_id.in_(medewerkers),
        Actie.casus_id.in_(_casussen_op_nummer(woord)),
        Actie.casus_id.in_(_casussen_op_naam(woord)),
        func.instr("a-" + cast(Actie.nummer, String), woord) > 0,
        _in_tekst(woord, Actie.omschrijving),
        _in_tekst(woord, Actie.conditie),
    )


def _in_tekst(woord: ColumnElement[str], tekst: InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """The folded word stands in the text. SQLite compares plain letters itself; only a text that has more bytes than letters
    is folded by ``gevonden``, a call into Python that would cost most of the time when every action is asked."""
    anders = func.length(cast(tekst, LargeBinary)) != func.length(tekst)
    return or_(func.instr(func.lower(tekst), woord) > 0, anders & func.gevonden(woord, tekst))


def _casussen_op_nummer(woord: ColumnElement[str]) -> Select[Any]:
    genummerd = aliased(Casus, name="genummerd")
    raak: Select[Any] = select(literal_column("genummerd.rowid")).select_from(genummerd)
    return select(Casus.id).where(
        literal_column("casus.rowid").in_(raak.where(func.instr(func.lower(genummerd.nummer), woord)))
    )


def _casussen_op_naam(woord: ColumnElement[str]) -> Select[Any]:
    """By the folded name, aliases and all; read from its index alone."""
    genaamd = aliased(Persoon, name="genaamd")
    raak: Select[Any] = select(literal_column("genaamd.rowid")).select_from(genaamd)
    personen = select(Persoon.id).where(
        literal_column("persoon.rowid").in_(raak.where(func.instr(genaamd.naam_norm, woord)))
    )
    return select(Betrokkene.casus_id).where(
        Betrokkene.rol == Betrokkenheid.HOOFDBETROKKENE, Betrokkene.persoon_id.in_(personen)
    )
