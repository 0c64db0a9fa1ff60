"""The burgerservicenummer as it is delivered. A wrong number gets a mark; it is never a reason to refuse."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vhdesk.exchange.aanlevering.blad import Cel
from vhdesk.exchange.aanlevering.tekst import is_leeg, tekst
from vhdesk.models.persoon import elfproef, hele_bsn
from vhdesk.vocabulary_aanlevering import Opmerkingcode

_AFGEROND = re.compile(r"\d([.,]\d+)?[eE]\+?\d+")
_MET_NULLEN = re.compile(r"(\d{8,9})[.,]0+")  # a number that was exported as a decimal
_TEKENS = re.compile(r"[\s.\-/']+")


@dataclass(frozen=True, slots=True)
class Bsn:
    """The digits (empty when there are none), whether they pass the elfproef, and the remark that goes with it."""

    waarde: str
    geldig: bool
    code: Opmerkingcode | None = None


def lees_bsn(cel: Cel) -> Bsn:
    """Understand a cell with a BSN: a number, text with dots or spaces, or with its leading zero lost.

    Source of the check: Besluit BSN, the elfproef (nine digits, weights 9 to 2 and -1).
    """
    ruw = tekst(cel)
    if is_leeg(ruw):
        return Bsn("", geldig=False)
    if isinstance(cel, float) or _AFGEROND.fullmatch(ruw):
        return Bsn("", geldig=False, code=Opmerkingcode.BSN_AFGEROND)
    if geheel := _MET_NULLEN.fullmatch(ruw):
        ruw = geheel[1]
    cijfers = _TEKENS.sub("", re.sub(r"^(bsn|nr)[.:]*\s*", "", ruw, flags=re.IGNORECASE))
    if not (cijfers.isascii() and cijfers.isdigit()) or len(cijfers) > 20:
        return Bsn("", geldig=False, code=Opmerkingcode.BSN_TEKENS)
    if (heel := hele_bsn(cijfers)) != cijfers:
        return Bsn(heel, geldig=True, code=Opmerkingcode.BSN_NUL_HERSTELD)
    if len(cijfers) != 9:
        return Bsn(cijfers, geldig=False, code=Opmerkingcode.BSN_LENGTE)
    if not elfproef(cijfers):
        return Bsn(cijfers, geldig=False, code=Opmerkingcode.BSN_ELFPROEF)
    return Bsn(cijfers, geldig=True)
