"""Exit codes and the one sentence on stderr that goes with them."""

from __future__ import annotations

from enum import IntEnum

from vhdesk.cli.stromen import meld
from vhdesk.errors import EnvironmentFault, Interrupted, RuleViolation, VhdeskError, WrongPassphrase
from vhdesk.vocabulary_faults import describe, sentence


class Uitgang(IntEnum):
    """What the command line returns."""

    GOED = 0
    GEWEIGERD = 1  # an act or input was refused, or a check found something
    GEBRUIK = 2  # the command line itself is wrong
    OMGEVING = 3  # the vault, a file, the disk or another process is in the way
    WACHTWOORD = 4
    FOUT = 5  # vhdesk itself failed
    ONDERBROKEN = 130


class WrongUsage(RuleViolation):
    """An argument cannot be what was meant; the code names the sentence."""


def uitgang_van(error: VhdeskError) -> Uitgang:
    """Return the exit code that belongs to ``error``."""
    if isinstance(error, WrongPassphrase):
        return Uitgang.WACHTWOORD
    if isinstance(error, Interrupted):
        return Uitgang.ONDERBROKEN
    if isinstance(error, EnvironmentFault):
        return Uitgang.OMGEVING
    return Uitgang.GEBRUIK if isinstance(error, WrongUsage) else Uitgang.GEWEIGERD


def bug_sentence(error: Exception) -> str:
    """Return what is said of an unexpected exception: never its own text, which may quote what was typed."""
    return f"{describe(error).happened} Meld bij welke opdracht dit gebeurde, zonder namen of gegevens."


def meld_fout(error: VhdeskError) -> Uitgang:
    """Say what happened and the next step; returns the exit code."""
    meld(sentence(error))
    return uitgang_van(error)
