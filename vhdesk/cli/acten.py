"""Acts and queries as JSON: the lists with their schema, one act per line, one query at a time."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterable, Iterator, Mapping
from types import GenericAlias
from typing import Any, Final, cast, get_type_hints

import msgspec

from vhdesk.cli.uitgang import bug_sentence
from vhdesk.cli.velden import converted, schema
from vhdesk.errors import InvalidPackage, NotFound, VhdeskError
from vhdesk.queries.vragen import VRAGEN, Vraag, by_name
from vhdesk.services.acts import HANDLERS
from vhdesk.services.command import Command, label
from vhdesk.services.desk import Desk
from vhdesk.vocabulary_faults import sentence

FOUT: Final = "fout"  # the code of an answer to a line on which the program itself failed


def known_acts() -> dict[str, type[Command]]:
    """Return name -> command of every act of the desk."""
    return {command.__name__: command for command in sorted(HANDLERS, key=lambda found: found.__name__)}


def known_queries() -> dict[str, Vraag]:
    """Return name -> function of every query that may be asked by name."""
    return by_name(VRAGEN)


def _parameters(function: Vraag) -> type[msgspec.Struct]:
    """Return a structure with the parameters of a query, without the session; ``vandaag`` may be left out."""
    hints = get_type_hints(function)
    fields: list[Any] = []
    for name, parameter in list(inspect.signature(function).parameters.items())[1:]:
        if parameter.kind is inspect.Parameter.VAR_POSITIONAL:
            fields.append((name, GenericAlias(tuple, (hints[name], ...)), ()))
        elif name == "vandaag":
            fields.append((name, hints[name] | None, None))
        elif parameter.default is inspect.Parameter.empty:
            fields.append((name, hints[name]))
        else:
            fields.append((name, hints[name], parameter.default))
    return msgspec.defstruct(function.__name__, fields, kw_only=True, forbid_unknown_fields=True)


def _uitleg(command: type[Command]) -> str:
    """Return the docstring of a command, "" when it has only the one that a dataclass gives itself."""
    text = inspect.getdoc(command) or ""
    return "" if text.startswith(f"{command.__name__}(") else text


def list_acts() -> Iterator[dict[str, Any]]:
    """Yield every act with its fields as JSON Schema, made from the code."""
    for name, command in known_acts().items():
        yield {
            "acte": name,
            "naam": label(command),
            "uitleg": _uitleg(command),
            "rollen": sorted(rol.value for rol in command.rollen),
            "velden": schema(command),
        }


def list_queries() -> Iterator[dict[str, Any]]:
    """Yield every query with what it asks and answers as JSON Schema, made from the code."""
    for name, function in known_queries().items():
        yield {
            "vraag": name,
            "uitleg": inspect.getdoc(function) or "",
            "velden": schema(_parameters(function)),
            "antwoord": msgspec.json.schema(get_type_hints(function)["return"]),
        }


def execute_lines(desk: Desk, lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Execute one act per line, each all or nothing, and yield one answer per line that is not blank.

    Whatever goes wrong is the answer to its own line; the text of an unexpected exception stays out of it.
    """
    acts = known_acts()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            event = desk.execute(_command(acts, line))
        except VhdeskError as error:
            yield {"regel": number, "gelukt": False, "code": error.code, "uitleg": sentence(error)}
        except Exception as error:  # noqa: BLE001 - a bug on one line leaves no other line unanswered
            yield {"regel": number, "gelukt": False, "code": FOUT, "uitleg": bug_sentence(error)}
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
        json.dumps(content, ensure_ascii=False).encode()  # half a character is no text that can be stored
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise InvalidPackage("acte_geen_json") from error
    if not isinstance(name, str) or not {"acte", "velden"}.issuperset(content):
        raise InvalidPackage("acte_geen_json")
    if name not in acts:
        raise InvalidPackage("acte_onbekend", acte=name[:80])
    return cast(Command, converted(acts[name], fields, name))


def ask(desk: Desk, name: str, fields: dict[str, Any]) -> Any:
    """Return the answer to one query. ``vandaag`` is today when it is not given."""
    queries = known_queries()
    if name not in queries:
        raise NotFound("vraag_onbekend", vraag=name[:80])
    function = queries[name]
    signature = inspect.signature(function)
    values = converted(_parameters(function), fields, name)
    arguments: list[Any] = []
    keywords: dict[str, Any] = {}
    for parameter in list(signature.parameters.values())[1:]:
        value = getattr(values, parameter.name)
        if parameter.name == "vandaag" and value is None:
            value = desk.clock.today()
        if parameter.kind is inspect.Parameter.VAR_POSITIONAL:
            arguments.extend(value)
        elif parameter.kind is inspect.Parameter.KEYWORD_ONLY:
            keywords[parameter.name] = value
        else:
            arguments.append(value)
    return desk.ask(function, *arguments, **keywords)
