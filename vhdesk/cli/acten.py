"""Acts and queries as JSON: the lists with their schema, one act per line, one query at a time."""

from __future__ import annotations

import inspect
import json
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from types import GenericAlias
from typing import Any, cast, get_type_hints

import msgspec

import vhdesk.queries
from vhdesk.errors import InvalidPackage, NotFound, VhdeskError
from vhdesk.services.acts import HANDLERS
from vhdesk.services.command import Command, label
from vhdesk.services.desk import Desk
from vhdesk.vocabulary_faults import sentence

Query = Callable[..., Any]


def known_acts() -> dict[str, type[Command]]:
    """Return name -> command of every act of the desk."""
    return {command.__name__: command for command in sorted(HANDLERS, key=lambda found: found.__name__)}


def known_queries() -> dict[str, Query]:
    """Return name -> function of every query: the public functions in ``queries`` that take a session first."""
    found: dict[str, Query] = {}
    for module_info in pkgutil.iter_modules(vhdesk.queries.__path__, "vhdesk.queries."):
        module = import_module(module_info.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            parameters = list(inspect.signature(function).parameters)
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own and parameters[:1] == ["session"] and _answerable(function):
                found[name] = function
    return dict(sorted(found.items()))


def _answerable(function: Query) -> bool:
    """Return whether every parameter and the answer can be written as JSON."""
    try:
        msgspec.json.schema(_parameters(function))
        msgspec.json.schema(get_type_hints(function)["return"])
    except TypeError:
        return False
    return True


def _parameters(function: Query) -> type[msgspec.Struct]:
    """Return a structure with the parameters of a query, without the session."""
    hints = get_type_hints(function)
    fields: list[Any] = []
    for name, parameter in list(inspect.signature(function).parameters.items())[1:]:
        if parameter.kind is inspect.Parameter.VAR_POSITIONAL:
            fields.append((name, GenericAlias(tuple, (hints[name], ...)), ()))
        elif parameter.default is inspect.Parameter.empty:
            fields.append((name, hints[name]))
        else:
            fields.append((name, hints[name], parameter.default))
    return msgspec.defstruct(function.__name__, fields, kw_only=True, forbid_unknown_fields=True)


def list_acts() -> Iterator[dict[str, Any]]:
    """Yield every act with its fields as JSON Schema, made from the code."""
    for name, command in known_acts().items():
        yield {
            "acte": name,
            "naam": label(command),
            "uitleg": inspect.getdoc(command) or "",
            "rollen": sorted(rol.value for rol in command.rollen),
            "velden": msgspec.json.schema(command),
        }


def list_queries() -> Iterator[dict[str, Any]]:
    """Yield every query with what it asks and answers as JSON Schema, made from the code."""
    for name, function in known_queries().items():
        yield {
            "vraag": name,
            "uitleg": inspect.getdoc(function) or "",
            "velden": msgspec.json.schema(_parameters(function)),
            "antwoord": msgspec.json.schema(get_type_hints(function)["return"]),
        }


def execute_lines(desk: Desk, lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Execute one act per line, each all or nothing, and yield one answer per line that is not blank."""
    acts = known_acts()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            event = desk.execute(_command(acts, line))
        except VhdeskError as error:
            yield {"regel": number, "gelukt": False, "code": error.code, "uitleg": sentence(error)}
        else:
            yield {
                "regel": number,
                "gelukt": True,
                "gebeurtenis": type(event).__name__,
                "velden": msgspec.to_builtins(event),
            }


def _command(acts: Mapping[str, type[Command]], line: str) -> Command:
    """Return the command of one line. Raises InvalidPackage when it is not an act."""
    try:
        content = json.loads(line)
        name, fields = content["acte"], content.get("velden", {})
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InvalidPackage("acte_geen_json") from error
    if name not in acts:
        raise InvalidPackage("acte_onbekend", acte=str(name)[:80])
    return cast(Command, _converted(acts[name], fields, name))


def _converted(wanted: type[Any], fields: object, name: str) -> Any:
    known = {field.name for field in msgspec.inspect.type_info(wanted).fields}  # type: ignore[attr-defined]
    unknown = sorted(set(fields) - known) if isinstance(fields, dict) else []
    if unknown:
        raise InvalidPackage("acte_velden", acte=name, uitleg=f"onbekend veld: {', '.join(unknown)[:120]}")
    try:
        return msgspec.convert(fields, wanted)
    except msgspec.ValidationError as error:
        raise InvalidPackage("acte_velden", acte=name, uitleg=str(error)[:200]) from error


def ask(desk: Desk, name: str, fields: dict[str, Any]) -> Any:
    """Return the answer to one query. ``vandaag`` is today when it is not given."""
    queries = known_queries()
    if name not in queries:
        raise NotFound("vraag_onbekend", vraag=name[:80])
    function = queries[name]
    signature = inspect.signature(function)
    if "vandaag" in signature.parameters:
        fields = {"vandaag": desk.clock.today().isoformat()} | fields
    values = _converted(_parameters(function), fields, name)
    arguments: list[Any] = []
    keywords: dict[str, Any] = {}
    for parameter in list(signature.parameters.values())[1:]:
        value = getattr(values, parameter.name)
        if parameter.kind is inspect.Parameter.VAR_POSITIONAL:
            arguments.extend(value)
        elif parameter.kind is inspect.Parameter.KEYWORD_ONLY:
            keywords[parameter.name] = value
        else:
            arguments.append(value)
    return desk.ask(function, *arguments, **keywords)
