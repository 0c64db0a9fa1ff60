"""Reading papers back: the text of each sheet as a person would copy it."""

from __future__ import annotations

import io
import re

import pypdf


def plain(text: str) -> str:
    """Return text on one line: words broken at the end of a line put together, hard spaces as spaces."""
    text = re.sub("\xad\\s*", "", text)
    return " ".join(text.replace("\xa0", " ").split())


def sheets(pdf: bytes) -> list[str]:
    """Return the text of each page, in the order in which it was written."""
    return [plain(page.extract_text()) for page in reader(pdf).pages]


def without_frame(found: list[str]) -> str:
    """Return the text of sheets without what stands on every sheet."""
    return " ".join(re.sub(r"^VERTROUWELIJK.*?Pagina \d+ van \d+ ", "", text) for text in found)


def whole(pdf: bytes) -> str:
    """Return the text of a paper without what stands on every sheet."""
    return without_frame(sheets(pdf))


def squeezed(text: str) -> str:
    """Return text without white space: a line may end after a hyphen that belongs to the word."""
    return re.sub(r"\s", "", plain(text))


def reader(pdf: bytes) -> pypdf.PdfReader:
    """Return the structure of a paper."""
    return pypdf.PdfReader(io.BytesIO(pdf))
