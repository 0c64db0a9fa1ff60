"""Two persons that turned out to be one: what was decided, and what it takes to part them again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from vhdesk.errors import RuleViolation
from vhdesk.models.base import Base, Identified
from vhdesk.models.persoon import Persoon
from vhdesk.vocabulary import Betrokkenheid
from vhdesk.vocabulary_persoon import Kant


class Samenvoeging(Identified, Base):
    """``weg`` went up in ``blijft``. ``velden``: field -> [before, after] of who stayed; ``verhuisd``: rows by table
    as they were. Both are empty again after it was undone: then the persons hold all there is."""

    __tablename__ = "samenvoeging"
    __table_args__ = (
        CheckConstraint("blijft_id != weg_id", name="ander"),
        CheckConstraint("length(trim(reden)) > 0", name="reden"),
        CheckConstraint("(ongedaan_op IS NULL) = (ongedaan_reden = '')", name="ongedaan"),
    )

    blijft_id: Mapped[str] = mapped_column(ForeignKey("persoon.id", ondelete="CASCADE"), index=True)
    weg_id: Mapped[str] = mapped_column(ForeignKey("persoon.id", ondelete="CASCADE"), index=True)
    reden: Mapped[str] = mapped_column(Text)
    op: Mapped[datetime] = mapped_column()
    velden: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    verhuisd: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    ongedaan_op: Mapped[datetime | None] = mapped_column()
    ongedaan_reden: Mapped[str] = mapped_column(Text, default="")


# What is chosen as a whole, with the columns it stands for; and of which both values can stay.
VELDEN: Final[Mapping[str, tuple[str, ...]]] = {
    "naam": ("voornamen", "voorletters", "voorvoegsel", "geslachtsnaam"),
    "aliassen": ("aliassen",),
    "geboortedatum": ("geboortedatum",),
    "geslacht": ("geslacht",),
    "bsn": ("bsn",),
    "kvk": ("kvk",),
    "adres": ("adres", "postcode", "woonplaats", "adres_geheim"),
    "telefoon": ("telefoon",),
    "opmerking": ("opmerking",),
}
BEIDE_KAN: Final = frozenset({"naam", "aliassen", "telefoon", "opmerking"})
_RANG = {rol: rang for rang, rol in enumerate(Betrokkenheid)}


def waarde(persoon: Persoon, veld: str) -> tuple[Any, ...]:
    """Return what ``persoon`` has for a field of ``VELDEN``, one value per column."""
    return tuple(getattr(persoon, kolom) for kolom in VELDEN[veld])


def voorstel(links: Persoon, rechts: Persoon, veld: str) -> Kant:
    """Return the side to begin with: nothing gets lost, and where one must go, who stays keeps his own."""
    if waarde(links, veld) == waarde(rechts, veld) or not any(waarde(rechts, veld)):
        return Kant.LINKS
    if not any(waarde(links, veld)):
        return Kant.RECHTS
    return Kant.BEIDE if veld in BEIDE_KAN else Kant.LINKS


def samengevoegd(links: Persoon, rechts: Persoon, keuzes: Mapping[str, Kant]) -> dict[str, Any]:
    """Return column -> value of the person that stays. What is not chosen goes by :func:`voorstel`.

    Raises RuleViolation for a field that is not there, or both of what can be only one.
    """
    for veld, kant in keuzes.items():
        if veld not in VELDEN:
            raise RuleViolation("samenvoeging_veld_onbekend", field="keuzes")
        if kant is Kant.BEIDE and veld not in BEIDE_KAN:
            raise RuleViolation("samenvoeging_beide_kan_niet", field="keuzes")
    nieuw: dict[str, Any] = {}
    extra: list[str] = []
    for veld, kolommen in VELDEN.items():
        kant = keuzes.get(veld) or voorstel(links, rechts, veld)
        if kant is not Kant.BEIDE or veld == "naam":
            bron = rechts if kant is Kant.RECHTS else links
            nieuw |= dict(zip(kolommen, waarde(bron, veld), strict=True))
            extra += [rechts.naam] if kant is Kant.BEIDE else []
        elif veld == "aliassen":
            nieuw[veld] = [*links.aliassen, *rechts.aliassen]
        else:
            delen = (getattr(links, veld), getattr(rechts, veld))
            nieuw[veld] = _SCHEIDING[veld].join(dict.fromkeys(deel for deel in delen if deel))
    nieuw["adres_geheim"] = bool(
        links.adres_geheim or rechts.adres_geheim
    )  # what was secret of either stays so
    alle = dict.fromkeys([*nieuw["aliassen"], *extra])
    nieuw["aliassen"] = [alias for alias in alle if alias != _naam(nieuw)]
    return nieuw


_SCHEIDING = {"telefoon": " / ", "opmerking": "\n"}


def _naam(kolommen: Mapping[str, Any]) -> str:
    return Persoon(**{kolom: kolommen[kolom] for kolom in VELDEN["naam"]}).naam


def gaat_voor(een: Betrokkenheid, ander: Betrokkenheid) -> bool:
    """Return whether of two roles of one person in one case ``een`` is the one that stays."""
    return _RANG[een] <= _RANG[ander]
