"""Everything that can be got out of a PDF: text, metadata, bookmarks, and every object with its stream decoded."""

from __future__ import annotations

import io
import re
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject


def alles(pdf: bytes) -> str:
    """Return all of it as one text without white space."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    delen = [page.extract_text() for page in reader.pages]
    delen += [str(waarde) for waarde in (reader.metadata or {}).values()]
    delen += [str(reader.outline), " ".join(reader.named_destinations)]
    gezien: set[int] = set()
    _loop(reader.trailer, delen, gezien)
    delen.append(pdf.decode("latin-1"))
    return re.sub(r"\xad|\s|\x00", "", "\n".join(delen))


def _loop(ding: Any, delen: list[str], gezien: set[int]) -> None:
    if isinstance(ding, IndirectObject):
        if ding.idnum in gezien:
            return
        gezien.add(ding.idnum)
        ding = ding.get_object()
    if isinstance(ding, StreamObject):
        delen.append(ding.get_data().decode("latin-1"))
    if isinstance(ding, DictionaryObject):
        for sleutel, waarde in ding.items():
            delen.append(str(sleutel))
            _loop(waarde, delen, gezien)
    elif isinstance(ding, ArrayObject):
        for waarde in ding:
            _loop(waarde, delen, gezien)
    elif not isinstance(ding, StreamObject):
        delen.append(str(ding))
