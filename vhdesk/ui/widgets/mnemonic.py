"""Words of the record on a button, a box or a tab: there an "&" would be eaten as the mark of an Alt letter."""

from __future__ import annotations


def literal(text: str) -> str:
    """Return ``text`` so that a button, box, tab, menu or the label of a field shows it as it is.

    >>> literal("Werk & opleiding")
    'Werk && opleiding'
    """
    return text.replace("&", "&&")
