"""Persons in cases, natural or legal, and the rules for their names and numbers."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from sqlalchemy import JSON, ForeignKey, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.errors import RuleViolation
from vhdesk.folding import fold
from vhdesk.models.base import Base, Versioned, term_column
from vhdesk.models.datum import check_geboorte
from vhdesk.models.klank import klanken
from vhdesk.vocabulary_persoon import Persoonsoort

_TUSSEN: Final = re.compile(r"[\s.\-/']+")  # how people set the digits of a number apart


def elfproef(bsn: str) -> bool:
    """Return whether nine digits satisfy the BSN check (weights 9..2 and -1, sum divisible by 11)."""
    if len(bsn) != 9 or not bsn.isascii() or not bsn.isdigit() or bsn == "000000000":
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(w * int(d) for w, d in zip(weights, bsn, strict=True)) % 11 == 0


def hele_bsn(cijfers: str) -> str:
    """Return the digits of a BSN with the leading zero that a spreadsheet or a hand left out: eight digits are nine
    when those satisfy the check."""
    return f"0{cijfers}" if len(cijfers) == 8 and elfproef(f"0{cijfers}") else cijfers


def schoon_bsn(bsn: str) -> str:
    """Return the digits of a BSN as they are stored, "" for none. Raises RuleViolation when there is something else
    in it: that is no number at all. One that fails the check is kept, with a mark."""
    cijfers = _TUSSEN.sub("", bsn)
    if cijfers and not (cijfers.isascii() and cijfers.isdigit()):
        raise RuleViolation("bsn_geen_cijfers", field="bsn")
    return hele_bsn(cijfers)


def kvk_vorm(kvk: str) -> bool:
    """Return whether this is a number of the Handelsregister: eight digits (KvK; it has no check digit)."""
    return len(kvk) == 8 and kvk.isascii() and kvk.isdigit()


class Persoon(Versioned, Base):
    """A person. BSN and KvK number are attributes to search on, with a mark when they cannot be right.

    A rechtspersoon has its name in ``geslachtsnaam``. ``samengevoegd_in_id``: this person turned out to be that one;
    the row waits for the merge to be undone, and goes with the other.
    """

    __tablename__ = "persoon"

    soort: Mapped[Persoonsoort] = mapped_column(
        term_column(Persoonsoort), default=Persoonsoort.NATUURLIJK, server_default="natuurlijk"
    )
    voornamen: Mapped[str] = mapped_column(String(200), default="")
    voorletters: Mapped[str] = mapped_column(String(40), default="")
    voorvoegsel: Mapped[str] = mapped_column(String(40), default="")
    geslachtsnaam: Mapped[str] = mapped_column(String(200))
    aliassen: Mapped[list[str]] = mapped_column(JSON, default=list, server_default="[]")
    geboortedatum: Mapped[date | None] = mapped_column(index=True)
    geslacht: Mapped[str] = mapped_column(String(20), default="")
    bsn: Mapped[str] = mapped_column(String(20), default="", index=True)
    kvk: Mapped[str] = mapped_column(String(20), default="", server_default=text("''"), index=True)
    adres: Mapped[str] = mapped_column(String(200), default="")
    postcode: Mapped[str] = mapped_column(String(10), default="", index=True)
    woonplaats: Mapped[str] = mapped_column(String(100), default="")
    # Where somebody lives who must not be found: never on a paper, not even of the house.
    adres_geheim: Mapped[bool] = mapped_column(default=False, server_default=text("0"))
    telefoon: Mapped[str] = mapped_column(String(40), default="")
    opmerking: Mapped[str] = mapped_column(Text, default="")
    naam_norm: Mapped[str] = mapped_column(String(500), default="", index=True)
    klank: Mapped[str] = mapped_column(String(500), default="", server_default=text("''"), index=True)
    samengevoegd_in_id: Mapped[str | None] = mapped_column(
        ForeignKey("persoon.id", ondelete="CASCADE"), index=True
    )

    @property
    def naam(self) -> str:
        """The name as it is spoken: voornamen (or voorletters), voorvoegsel, geslachtsnaam."""
        parts = (self.voornamen or self.voorletters, self.voorvoegsel, self.geslachtsnaam)
        return " ".join(part for part in parts if part)

    def normaliseer(self) -> None:
        """Refresh what search and sorting use: the folded name, geslachtsnaam first (Burgerlijke Stand) and aliases
        last, and how the words of all of them sound."""
        self.naam_norm = naam_norm(
            self.geslachtsnaam, self.voorvoegsel, self.voornamen or self.voorletters, *self.aliassen
        )
        self.klank = naamklank(self.geslachtsnaam, self.voornamen, *self.aliassen)

    def check(self, vandaag: date) -> None:
        """Raise RuleViolation for what cannot be: born after today or before 1900, or a rechtspersoon that was born."""
        check_geboorte(self.geboortedatum, vandaag)
        if self.soort is not Persoonsoort.RECHTSPERSOON:
            return
        for veld in ("geboortedatum", "bsn", "voornamen", "voorletters", "geslacht"):
            if getattr(self, veld):
                raise RuleViolation("rechtspersoon_is_geen_mens", field=veld)


def naam_norm(*delen: str) -> str:
    """Return the folded name of its filled parts, in this order."""
    return fold(" ".join(deel for deel in delen if deel))


def naamklank(*delen: str) -> str:
    """Return how the words of these names sound, each once, in this order."""
    return " ".join(dict.fromkeys(sleutel for deel in delen for sleutel in klanken(fold(deel))))
