"""Getting in from the command line: who, and the passphrase by prompt or on stdin, never as an argument."""

from __future__ import annotations

import getpass
import warnings
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vhdesk.cli.stromen import first_line, meld
from vhdesk.cli.uitgang import WrongUsage
from vhdesk.clock import Clock
from vhdesk.errors import InvalidPackage
from vhdesk.services.kluis import Kluis, Toegang, kluis_openen, kluis_voorkant
from vhdesk.store.opening import OpenOptions
from vhdesk.vocabulary import Oorsprong
from vhdesk.vocabulary_faults import sentence


def ask_passphrase(arguments: Namespace, prompt: str = "Wachtwoord: ") -> str:
    """Return the passphrase, from stdin or from a prompt that does not show it.

    Raises WrongUsage when there is no terminal to ask it on, InvalidPackage when it is no text.
    """
    if arguments.wachtwoord_stdin:
        passphrase = first_line()
    else:
        with warnings.catch_warnings():
            # rather no question than one whose answer can be read on the screen
            warnings.simplefilter("error", getpass.GetPassWarning)
            try:
                passphrase = getpass.getpass(prompt)
            except getpass.GetPassWarning as warning:
                raise WrongUsage("wachtwoord_niet_te_vragen") from warning
    try:
        passphrase.encode()
    except UnicodeEncodeError as error:
        raise InvalidPackage("wachtwoord_geen_tekst") from error
    return passphrase


def ask_access(folder: Path, arguments: Namespace) -> Toegang:
    """Return how the user comes in. Raises WrongUsage when there are several users and none is named."""
    if arguments.herstelcode:
        return Toegang(herstelcode=ask_passphrase(arguments, "Code van het herstelblad: "))
    naam = arguments.naam
    if not naam:
        users = kluis_voorkant(folder).users
        if len(users) != 1:
            raise WrongUsage("gebruiker_niet_genoemd", field="naam", aantal=len(users))
        naam = users[0].naam
    return Toegang(naam=naam, wachtwoord=ask_passphrase(arguments))


@contextmanager
def opened(arguments: Namespace, clock: Clock) -> Iterator[Kluis]:
    """Open the vault that the arguments name, and close it at the end of the block. What is not as it should be and
    does not stop the work (a clock that was set back) is said on stderr."""
    folder = Path(arguments.kluis)
    kluis = kluis_openen(
        folder,
        ask_access(folder, arguments),
        clock,
        oorsprong=Oorsprong.OPDRACHTREGEL,
        options=OpenOptions(
            read_only=arguments.alleen_lezen,
            accept_location=arguments.toch_hier,
            accept_rollback=arguments.aanvaard_oudere_stand,
        ),
    )
    try:
        for finding in kluis.bevindingen():
            meld(sentence(finding))
        yield kluis
    finally:
        kluis.sluiten()
