"""The command line: which verb does what, and what is said when one fails."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from vhdesk.cli import (
    acteverben,
    actielijstverb,
    bijlageverben,
    casusverben,
    kluisverben,
    lijstverben,
    partneragendaverb,
    planverben,
    verslagverb,
)
from vhdesk.cli.stromen import as_utf8, leave_stdout, meld
from vhdesk.cli.uitgang import Uitgang, bug_sentence, meld_fout
from vhdesk.clock import Clock, SystemClock
from vhdesk.errors import VhdeskError

Verb = Callable[[Namespace, Clock], Uitgang]

VERBS: dict[str, Verb] = {
    "kluis maken": kluisverben.maken,
    "kluis controleren": kluisverben.controleren,
    "kluis reservekopie": kluisverben.reservekopie,
    "kluis herstellen": kluisverben.herstellen,
    "journaal controleren": kluisverben.journaal_controleren,
    "lijst inlezen": lijstverben.inlezen,
    "bijlage toevoegen": bijlageverben.toevoegen,
    "bijlage lijst": bijlageverben.lijst,
    "bijlage opslaan": bijlageverben.opslaan,
    "bijlage weghalen": bijlageverben.weghalen,
    "verslag": verslagverb.verslag,
    "overlegpakket": verslagverb.pakket,
    "actielijst": actielijstverb.actielijst,
    "presentielijst": verslagverb.presentielijst,
    "partneragenda": partneragendaverb.partneragenda,
    "afschaalbrief": casusverben.brief,
    "crisiskaart": planverben.kaart,
    "plan": planverben.plan,
    "planverschil": planverben.verschil,
    "tijdlijn": planverben.tijdlijn,
    "vernietigen": casusverben.vernietigen,
    "verklaring": casusverben.verklaring,
    "uitvoeren": acteverben.uitvoeren,
    "vragen": acteverben.vragen,
}


def run_verb(arguments: Namespace, clock: Clock | None = None) -> int:
    """Do what the parsed command line says and return the exit code.

    Whatever goes wrong is one sentence on stderr, and never a traceback: that may quote what is in the vault.
    """
    try:
        as_utf8()
        return VERBS[arguments.run](arguments, clock or SystemClock())
    except VhdeskError as error:
        return meld_fout(error)
    except (KeyboardInterrupt, EOFError):
        meld("Onderbroken. Wat bevestigd was, is opgeslagen.")
        return Uitgang.ONDERBROKEN
    except BrokenPipeError:
        leave_stdout()
        return Uitgang.ONDERBROKEN
    except Exception as error:  # noqa: BLE001 - the last stop of the command line
        meld(bug_sentence(error))
        return Uitgang.FOUT
