"""The code on the herstelblad (recovery sheet): random, readable aloud, with a check character.

32 characters in 8 groups of 4, from an alphabet without 0/O and 1/I/L. 31 of them are random (153 bits), the last
is a weighted sum modulo 31: any single wrong character and any swap of neighbours is noticed while typing.
"""

from __future__ import annotations

import secrets

from vhdesk.errors import RuleViolation

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # 31 characters: a prime, so the check finds every single error
GROUPS = 8
GROUP_LENGTH = 4
_PAYLOAD = GROUPS * GROUP_LENGTH - 1


def new_code() -> str:
    """Return a new code as it is printed: ``ABCD-EFGH-...``."""
    payload = "".join(secrets.choice(ALPHABET) for _ in range(_PAYLOAD))
    return grouped(payload + _check_character(payload))


def grouped(code: str) -> str:
    """Return the 32 characters in groups of four."""
    return "-".join(code[start : start + GROUP_LENGTH] for start in range(0, len(code), GROUP_LENGTH))


def clean(typed: str) -> str:
    """Return the code that was typed as its 32 characters, whatever the case, spaces and hyphens.

    Raises RuleViolation ``herstelcode_lengte``, ``herstelcode_teken`` or ``herstelcode_controleteken`` (field
    ``herstelcode``).
    """
    code = "".join(character for character in typed.upper() if character not in " -\t\n\r.\u2010\u2011\u2013")
    if len(code) != _PAYLOAD + 1:
        raise RuleViolation(
            "herstelcode_lengte", field="herstelcode", lengte=len(code), verwacht=_PAYLOAD + 1
        )
    if any(character not in ALPHABET for character in code):
        raise RuleViolation("herstelcode_teken", field="herstelcode")
    if _check_character(code[:-1]) != code[-1]:
        raise RuleViolation("herstelcode_controleteken", field="herstelcode")
    return code


def _check_character(payload: str) -> str:
    """Return the weighted sum modulo 31; neighbouring weights differ and none is 0 modulo 31."""
    total = sum((index % 30 + 1) * ALPHABET.index(character) for index, character in enumerate(payload))
    return ALPHABET[total % len(ALPHABET)]
