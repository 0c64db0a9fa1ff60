"""Every act of the desk: the commands of all modules with their handlers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType, ModuleType

from vhdesk.services import (
    aanlevering,
    aanmelding,
    actie,
    afschalen,
    agenda,
    agendapunt,
    agendasjabloon,
    agendavolgorde,
    bekendheid,
    besluit,
    besluitvraag,
    bespreekfase,
    bespreking,
    betrokkene,
    bewaren,
    bijlage,
    casus,
    casusaanmelding,
    casusgemeente,
    casusrol,
    casusverloop,
    convenant,
    deelnemer,
    eigenwoord,
    exemplaar,
    gast,
    gemeente,
    grondslag,
    heropening,
    inbreng,
    informering,
    inrichting,
    methode,
    opschalen,
    organisatie,
    overleg,
    persoon,
    plan,
    plicht,
    reeks,
    referentie,
    samenvoeging,
    schorsing,
    tafel,
    tafelinstelling,
    topx,
    tussendoor,
    uitvraag,
    vaststelling,
    voorbehoud,
    voorzitter,
    weging,
    zaal,
)
from vhdesk.services.command import Command
from vhdesk.services.desk import Handler

MODULES: tuple[ModuleType, ...] = (
    aanlevering,
    aanmelding,
    actie,
    afschalen,
    agenda,
    agendapunt,
    agendasjabloon,
    agendavolgorde,
    bekendheid,
    besluit,
    besluitvraag,
    bespreekfase,
    bespreking,
    betrokkene,
    bewaren,
    bijlage,
    casus,
    casusaanmelding,
    casusgemeente,
    casusrol,
    casusverloop,
    convenant,
    deelnemer,
    eigenwoord,
    gast,
    exemplaar,
    gemeente,
    grondslag,
    heropening,
    inbreng,
    informering,
    inrichting,
    methode,
    opschalen,
    organisatie,
    overleg,
    persoon,
    plan,
    plicht,
    reeks,
    referentie,
    samenvoeging,
    schorsing,
    tafel,
    tafelinstelling,
    topx,
    tussendoor,
    vaststelling,
    uitvraag,
    voorbehoud,
    voorzitter,
    weging,
    zaal,
)


def merge(modules: tuple[ModuleType, ...]) -> Mapping[type[Command], Handler]:
    """Return the handlers of all modules. Raises ValueError when two acts have the same name: the journaal and
    the command line know an act by its name."""
    found: dict[str, type[Command]] = {}
    handlers: dict[type[Command], Handler] = {}
    for module in modules:
        for command, handler in module.HANDLERS.items():
            if command.__name__ in found:
                raise ValueError(f"two acts named {command.__name__}")
            found[command.__name__] = command
            handlers[command] = handler
    return MappingProxyType(handlers)


HANDLERS: Mapping[type[Command], Handler] = merge(MODULES)
