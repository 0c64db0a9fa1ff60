"""Which column holds what: proposed from the headings and the content, and correctable by the user."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vhdesk.errors import InvalidPackage
from vhdesk.exchange.aanlevering.blad import Blad, Regel
from vhdesk.exchange.aanlevering.inhoud import Kenner
from vhdesk.exchange.aanlevering.koppen import veld_van
from vhdesk.exchange.aanlevering.tekst import tekst
from vhdesk.vocabulary_aanlevering import Veld, Weigering

_ZOEKDIEPTE = 40  # rows in which the heading is looked for
_VOORBEELDEN = 3
NAAMVELDEN = frozenset({Veld.NAAM, Veld.GESLACHTSNAAM})
_GEGEVEN = frozenset({Veld.VOORNAMEN, Veld.VOORLETTERS, Veld.VOORVOEGSEL})
_MEERVOUDIG = frozenset({Veld.OPMERKING, Veld.PARTNERS, Veld.VOORNAMEN, Veld.HUISNUMMER})


@dataclass(frozen=True, slots=True)
class Indeling:
    """The row of headings (None: the list has none) and the field of each column, counted from 0."""

    kopregel: int | None
    kolommen: Mapping[int, Veld]

    def met(self, kolom: int, veld: Veld | None) -> Indeling:
        """Return this layout with one column corrected. A field that can stand only once moves to this column."""
        kolommen = {
            nummer: ander
            for nummer, ander in self.kolommen.items()
            if nummer != kolom and (ander != veld or veld in _MEERVOUDIG)
        }
        return Indeling(self.kopregel, kolommen if veld is None else {**kolommen, kolom: veld})

    def van(self, veld: Veld) -> list[int]:
        """Return the columns of a field, from left to right."""
        return sorted(nummer for nummer, ander in self.kolommen.items() if ander is veld)

    @property
    def heeft_naam(self) -> bool:
        """Whether some column holds names."""
        return not NAAMVELDEN.isdisjoint(self.kolommen.values())


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column for the mapping screen: number, heading, chosen field, whether it was seen by content, examples."""

    nummer: int
    kop: str
    veld: Veld | None
    aan_inhoud_herkend: bool
    voorbeelden: tuple[str, ...]


def stel_voor(blad: Blad, kenner: Kenner) -> Indeling:
    """Propose the layout of a sheet: the best row of headings, and for columns without one their content."""
    kopregel, kolommen = _zoek_kop(blad.regels)
    rijen = gegevens(blad, kopregel)
    vrij = [nummer for nummer in range(blad.breedte) if nummer not in kolommen]
    al_naam = not NAAMVELDEN.isdisjoint(kolommen.values())
    koploos = {nummer for nummer in vrij if kopregel is None or not _kop(blad, kopregel, nummer)}
    for nummer in vrij:
        veld = kenner.herken([rij.cel(nummer) for rij in rijen])
        if veld is None or (veld in kolommen.values() and veld not in _MEERVOUDIG):
            continue
        if veld is Veld.NAAM and al_naam:
            continue
        # a heading we do not know is only overruled by content that cannot be mistaken
        if nummer in koploos or veld in kenner.onmiskenbaar:
            kolommen[nummer] = veld
            al_naam = al_naam or veld is Veld.NAAM
    if _GEGEVEN & set(kolommen.values()) and Veld.GESLACHTSNAAM not in kolommen.values():
        # 'Naam' beside 'Voornaam' is the family name
        kolommen = {n: Veld.GESLACHTSNAAM if v is Veld.NAAM else v for n, v in kolommen.items()}
    return Indeling(kopregel, kolommen)


def _zoek_kop(regels: Sequence[Regel]) -> tuple[int | None, dict[int, Veld]]:
    """Return the number of the row with most known headings (at least two) and its fields."""
    beste: tuple[float, int | None, dict[int, Veld]] = (0.0, None, {})
    for regel in regels[:_ZOEKDIEPTE]:
        kolommen, punten = _velden(regel)
        if len(kolommen) >= 2 and punten > beste[0]:
            beste = (punten, regel.nummer, kolommen)
    return beste[1], beste[2]


def _velden(regel: Regel) -> tuple[dict[int, Veld], float]:
    """Return the fields in a possible row of headings, and a score; exact headings go before weaker ones."""
    gevonden: list[tuple[bool, int, Veld]] = []
    for nummer, cel in enumerate(regel.cellen):
        if isinstance(cel, str) and len(cel) <= 60:
            veld, heel = veld_van(tekst(cel))
            if veld is not None:
                gevonden.append((not heel, nummer, veld))
    kolommen: dict[int, Veld] = {}
    for _, nummer, veld in sorted(gevonden):
        if veld in _MEERVOUDIG or veld not in kolommen.values():
            kolommen[nummer] = veld
    punten = sum(0.5 if zwak else 1.0 for zwak, nummer, _ in gevonden if nummer in kolommen)
    return kolommen, punten


def gegevens(blad: Blad, kopregel: int | None) -> list[Regel]:
    """Return the rows below the headings; all rows when there are none."""
    return [regel for regel in blad.regels if kopregel is None or regel.nummer > kopregel]


def beschrijf(blad: Blad, indeling: Indeling, gekozen_op_inhoud: bool) -> tuple[Kolom, ...]:
    """Return every column that holds something, with a few examples, for the mapping screen."""
    rijen = gegevens(blad, indeling.kopregel)
    kolommen = []
    for nummer in range(blad.breedte):
        kop = _kop(blad, indeling.kopregel, nummer)
        teksten = (waarde for rij in rijen if (waarde := tekst(rij.cel(nummer))))
        voorbeelden = tuple(waarde for _, waarde in zip(range(_VOORBEELDEN), teksten, strict=False))
        if kop or voorbeelden:
            veld = indeling.kolommen.get(nummer)
            op_inhoud = gekozen_op_inhoud and veld is not None and veld_van(kop)[0] is not veld
            kolommen.append(Kolom(nummer, kop, veld, op_inhoud, voorbeelden))
    return tuple(kolommen)


def _kop(blad: Blad, kopregel: int | None, nummer: int) -> str:
    if kopregel is None:
        return ""
    return next((tekst(regel.cel(nummer)) for regel in blad.regels if regel.nummer == kopregel), "")


def keur(indeling: Indeling, blad: Blad) -> None:
    """Refuse a layout that was made for another file. Raises InvalidPackage."""
    nummers = {regel.nummer for regel in blad.regels}
    if (indeling.kopregel is not None and indeling.kopregel not in nummers) or any(
        not 0 <= nummer < blad.breedte for nummer in indeling.kolommen
    ):
        raise InvalidPackage(Weigering.INDELING_PAST_NIET)
