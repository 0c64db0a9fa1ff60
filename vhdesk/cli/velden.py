"""Fields of acts and queries: from JSON to values and nothing lost on the way, and their JSON Schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from vhdesk.errors import InvalidPackage

_GROOTSTE: Final = 2**63 - 1  # what the store can hold

_PATH: Final = re.compile(r" - at (?:`key` in )?`(\$[\w.\[\]]*)`\Z")
_MISSING: Final = re.compile(r"Object missing required field `(\w+)`")


def schema(wanted: type[Any]) -> dict[str, Any]:
    """Return the JSON Schema of a command or of the parameters of a query; other fields than these are refused."""
    found = msgspec.json.schema(wanted)
    for definition in found.get("$defs", {}).values():
        if "properties" in definition:
            definition["additionalProperties"] = False
    return found


def converted(wanted: type[Any], fields: object, name: str) -> Any:
    """Return ``fields`` as a value of type ``wanted``; ``name`` of the act or query for the sentence.

    Raises InvalidPackage ``acte_velden`` that says where it does not fit, without the value: that may be a name.
    """
    strange = next(_strange(fields, msgspec.inspect.type_info(wanted), "$"), "")
    if strange:
        raise InvalidPackage("acte_velden", acte=name, uitleg=strange[:160])
    try:
        return msgspec.convert(fields, wanted)
    except msgspec.ValidationError as error:
        raise InvalidPackage("acte_velden", acte=name, uitleg=where(str(error))) from error


def where(message: str) -> str:
    """Return where a value does not fit, without the value. ``message``: of msgspec."""
    path = found[1] if (found := _PATH.search(message)) else "$"
    if missing := _MISSING.match(message):
        return f"{path}.{missing[1]} ontbreekt"
    return f"ongeldige waarde bij {path}"


def _strange(value: object, wanted: Any, path: str) -> Iterator[str]:
    """Yield what the conversion would drop or the store cannot hold: an unknown field, a number beyond 64 bits."""
    if isinstance(wanted, msgspec.inspect.UnionType):
        wanted = next((kind for kind in wanted.types if _is_container(kind)), wanted.types[0])
    if isinstance(value, int) and not -_GROOTSTE <= value <= _GROOTSTE:
        yield f"te groot getal bij {path}"
    elif isinstance(value, dict) and isinstance(
        wanted, msgspec.inspect.DataclassType | msgspec.inspect.StructType
    ):
        known = {field.encode_name: field.type for field in wanted.fields}
        for key, item in value.items():
            if key in known:
                yield from _strange(item, known[key], f"{path}.{key}")
            else:
                yield f"onbekend veld: {'' if path == '$' else path[2:] + '.'}{key}"
    elif isinstance(value, list) and hasattr(wanted, "item_type"):
        for number, item in enumerate(value):
            yield from _strange(item, wanted.item_type, f"{path}[{number}]")


def _is_container(kind: object) -> bool:
    return isinstance(kind, msgspec.inspect.DataclassType | msgspec.inspect.StructType) or hasattr(
        kind, "item_type"
    )
