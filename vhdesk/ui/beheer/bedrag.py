"""Amounts of euros as people write them: "29.380,00" is 2938000 cents."""

from __future__ import annotations

import re

_AMOUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?")


def euro(cent: int) -> str:
    """Return "€ 29.380,00"."""
    whole, rest = divmod(abs(cent), 100)
    sign = "−" if cent < 0 else ""
    return f"{sign}€\u00a0{whole:,}".replace(",", ".") + f",{rest:02d}"


def bare_euro(cent: int) -> str:
    """Return "29.380,00", for a field."""
    return euro(cent).removeprefix("€\u00a0")


def parse_euro(text: str) -> int | None:
    """Return the cents of "29.380", "29380,5" or "€ 29.380,00"; None when it is no amount."""
    found = _AMOUNT.fullmatch(text.replace("€", "").replace("\u00a0", " ").strip())
    if found is None:
        return None
    return int(found[1].replace(".", "")) * 100 + int((found[2] or "0").ljust(2, "0"))


def procent(promille: int) -> str:
    """Return a share in thousandths as "24,5 %"."""
    whole, rest = divmod(promille, 10)
    return f"{whole},{rest}\u00a0%"


def parse_procent(text: str) -> int | None:
    """Return the thousandths of "24,5" or "24,5 %"; None when it is no share."""
    found = re.fullmatch(r"(\d{1,3})(?:,(\d))?\s*%?", text.replace("\u00a0", " ").strip())
    return int(found[1]) * 10 + int(found[2] or "0") if found else None
