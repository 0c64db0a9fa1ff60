"""Natural persons in cases, and the rules for their names and numbers."""

from __future__ import annotations

import unicodedata
from datetime import date

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.models.base import Base, Versioned

# What NFKD does not take apart, although people type the plain letter (techniek: search, folding).
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "œ": "oe", "Œ": "OE",
     "ß": "ss", "ĳ": "ij", "Ĳ": "IJ", "æ": "ae", "Æ": "AE", "þ": "th", "ð": "d", "’": "'"}
)  # fmt: skip


def fold(text: str) -> str:
    """Return ``text`` lower-cased and without diacritics, for searching and comparing names."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().strip()


def elfproef(bsn: str) -> bool:
    """Return whether nine digits satisfy the BSN check (weights 9..2 and -1, sum divisible by 11)."""
    if len(bsn) != 9 or not bsn.isascii() or not bsn.isdigit() or bsn == "000000000":
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(w * int(d) for w, d in zip(weights, bsn, strict=True)) % 11 == 0


class Persoon(Versioned, Base):
    """A person. The BSN is an attribute to search on, with a mark when it fails the elfproef."""

    __tablename__ = "persoon"

    voornamen: Mapped[str] = mapped_column(String(200), default="")
    voorletters: Mapped[str] = mapped_column(String(40), default="")
    voorvoegsel: Mapped[str] = mapped_column(String(40), default="")
    geslachtsnaam: Mapped[str] = mapped_column(String(200))
    geboortedatum: Mapped[date | None] = mapped_column()
    geslacht: Mapped[str] = mapped_column(String(20), default="")
    bsn: Mapped[str] = mapped_column(String(20), default="", index=True)
    adres: Mapped[str] = mapped_column(String(200), default="")
    postcode: Mapped[str] = mapped_column(String(10), default="")
    woonplaats: Mapped[str] = mapped_column(String(100), default="")
    telefoon: Mapped[str] = mapped_column(String(40), default="")
    opmerking: Mapped[str] = mapped_column(Text, default="")
    naam_norm: Mapped[str] = mapped_column(String(500), default="", index=True)

    @property
    def naam(self) -> str:
        """The name as it is spoken: voornamen (or voorletters), voorvoegsel, geslachtsnaam."""
        parts = (self.voornamen or self.voorletters, self.voorvoegsel, self.geslachtsnaam)
        return " ".join(part for part in parts if part)

    def normaliseer(self) -> None:
        """Refresh the folded name that search and sorting use: geslachtsnaam first (Burgerlijke Stand)."""
        parts = (self.geslachtsnaam, self.voorvoegsel, self.voornamen or self.voorletters)
        self.naam_norm = fold(" ".join(part for part in parts if part))
