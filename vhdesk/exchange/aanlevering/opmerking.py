"""Remarks on a row or on the whole list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from vhdesk.vocabulary_aanlevering import OPMERKINGEN, Opmerkingcode, Opmerkingsoort, Veld
from vhdesk.vocabulary_aanlevering import zin as dutch_sentence


@dataclass(frozen=True, slots=True)
class Opmerking:
    """One remark: on which field (None: the whole list or row), how heavy, which code, with what."""

    veld: Veld | None
    code: Opmerkingcode
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def soort(self) -> Opmerkingsoort:
        """The weight: FOUT when the field stays empty, LET_OP when a person should look."""
        return OPMERKINGEN[self.code][0]

    @property
    def zin(self) -> str:
        """The Dutch sentence."""
        return dutch_sentence(self.code, self.details)
