"""Parts that several papers share: labels with a value, tables of besluiten and acties, the score of a domain."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from vhdesk.printing.alinea import Alinea, Loop, Regel, alinea, alineas, break_lines, zet_regel
from vhdesk.printing.blok import Blok, Stuk
from vhdesk.printing.pen import Pen
from vhdesk.printing.stijl import (
    ACCENT,
    ACCENT_ZACHT,
    CEL,
    CEL_CURSIEF,
    CEL_GEVAAR,
    CEL_LABEL,
    CEL_LETOP,
    CEL_STERK,
    CEL_STIL,
    HAARLIJN,
    STIL,
    VELDLIJN,
    VLAK,
    Letter,
    Stijl,
)
from vhdesk.printing.structuur import Element
from vhdesk.printing.tabel import Cel, Kolom, Rij, Tabel
from vhdesk.printing.typografie import datum_kort, schoon
from vhdesk.printing.zetter import Zetter
from vhdesk.queries.verslag_rijen import VerslagActie, VerslagBesluit
from vhdesk.vocabulary import GEEN_PERSOON, ROL_WEG, Actiestatus, Casusrol, Vraagstand, met_hoofdletter
from vhdesk.vocabulary_besluit import antwoord_van, gevraagd_aan, voorbehoud_van

NIET_VASTGELEGD: Final = "niet vastgelegd"
NOG_NIEMAND: Final = "nog niemand"
ACHTERAF: Final = "achteraf toegevoegd"
GEWIJZIGD: Final = "achteraf gewijzigd"
_SCORE: Final = CEL.met(afbreken=False)
_BLOKJE: Final = 5.0
_TUSSEN: Final = 1.6
_CIJFER: Final = 9.0


def besluitnummer(nummer: int) -> str:
    """Return the stable number of a besluit: 'B-12'."""
    return f"B-{nummer}"


def actienummer(nummer: int) -> str:
    """Return the stable number of an actie: 'A-31'."""
    return f"A-{nummer}"


def cel(text: str, stijl: Stijl = CEL) -> Cel:
    """Return a cell of user text; nothing for an empty text."""
    return alineas(text, stijl)


def verplicht(text: str, stijl: Stijl = CEL) -> Cel:
    """Return a cell for a field that should have been filled: quiet words when it is empty."""
    return alineas(text, stijl) or (alinea(NIET_VASTGELEGD, CEL_CURSIEF),)


def gelabeld(label: str, text: str, stijl: Stijl = CEL) -> Cel:
    """Return 'Label: text' with a quiet label, further lines below it; nothing for an empty text."""
    first, *rest = schoon(text).split("\n")
    if not first and not rest:
        return ()
    loops = (Loop(f"{label}: ", CEL_LABEL.letter), Loop(first, stijl.letter))
    return (Alinea(loops, stijl.met(voor=3)), *alineas("\n".join(rest), stijl.met(voor=2)))


@dataclass(frozen=True, slots=True)
class Feit:
    """A label with its value; without a value it is left out, unless ``verplicht``. ``gemist``: a role that somebody
    should have; when nobody has it that stands in red. ``weg``: who has the role left; what to do stands in red.
    ``geen_persoon``: an organisation alone has it, which is nobody."""

    label: str
    waarde: str
    verplicht: bool = False
    gemist: bool = False
    weg: bool = False
    geen_persoon: bool = False


def drietal(
    casemanager: str,
    verantwoordelijke: str,
    procesregisseur: str,
    *,
    nodig: bool,
    weg: Collection[Casusrol] = (),
    geen_persoon: Collection[Casusrol] = (),
) -> tuple[Feit, Feit, Feit]:
    """Return the three that lead a case. ``nodig``: one of each is due ('1 casemanager en 1 verantwoordelijke',
    jaarplan NOG 2017; the procesmanager is procesregisseur in the Top X, jaarplan Twente 2015). ``weg``: the roles of
    which the holder left; ``geen_persoon``: those that an organisation has, and no person of it."""
    wie = {
        Casusrol.CASEMANAGER: casemanager,
        Casusrol.VERANTWOORDELIJKE: verantwoordelijke,
        Casusrol.PROCESREGISSEUR: procesregisseur,
    }
    een, twee, drie = (
        Feit(
            met_hoofdletter(rol.label),
            waarde,
            verplicht=True,
            gemist=nodig,
            weg=rol in weg,
            geen_persoon=rol in geen_persoon,
        )
        for rol, waarde in wie.items()
    )
    return een, twee, drie


def _waarde(feit: Feit, stijl: Stijl = CEL) -> Cel:
    if feit.gemist and not feit.waarde.strip():
        return (alinea(NOG_NIEMAND, CEL_GEVAAR.met(voor=stijl.voor)),)
    if feit.weg:
        return (*verplicht(feit.waarde, stijl), alinea(ROL_WEG, CEL_GEVAAR.met(afbreken=True)))
    if feit.geen_persoon and feit.waarde.strip():
        kleur = CEL_GEVAAR if feit.gemist else CEL_CURSIEF
        return (*verplicht(feit.waarde, stijl), alinea(GEEN_PERSOON, kleur.met(afbreken=True)))
    return verplicht(feit.waarde, stijl)


def feitentabel(feiten: Iterable[Feit], *, voor: float = 6, bijeen: bool = False) -> Tabel:
    """Return labels at the left, values at the right, hairlines between."""
    rows = [
        Rij(((alinea(feit.label, CEL_LABEL),), _waarde(feit)), koppen=(0,))
        for feit in feiten
        if feit.verplicht or feit.waarde.strip()
    ]
    return Tabel((Kolom("", 36), Kolom("", 134)), rows, voor=voor, binnen_links=0, bijeen=bijeen)


def feitenparen(feiten: Iterable[Feit]) -> Tabel:
    """Return short facts, two beside each other; one without a value is left out, unless ``verplicht``."""
    cells: list[Cel] = []
    for feit in feiten:
        if feit.verplicht or feit.waarde.strip():
            cells += [(alinea(feit.label, CEL_LABEL),), _waarde(feit)]
    if len(cells) % 4:
        cells += [(), ()]
    rows = [Rij(tuple(cells[start : start + 4]), koppen=(0, 2)) for start in range(0, len(cells), 4)]
    columns = (Kolom("", 36), Kolom("", 54), Kolom("", 26), Kolom("", 54))
    return Tabel(columns, rows, voor=0, binnen_links=0)


def strook(feiten: Sequence[Feit]) -> Tabel:
    """Return one row of values, each under its label, on a quiet ground."""
    cells = tuple((alinea(feit.label, CEL_STIL), *_waarde(feit, CEL_STERK.met(voor=1))) for feit in feiten)
    columns = tuple(Kolom("", 1) for _ in feiten)
    return Tabel(columns, [Rij(cells, vlak=ACCENT_ZACHT)], voor=8, binnen_links=8, lijnen=False)


def paneel(label: str, text: str, stijl: Stijl) -> tuple[Blok, ...]:
    """Return text that must stand out, under its label on a quiet ground; nothing for an empty text."""
    if not text.strip():
        return ()
    cell = (alinea(label, CEL_STIL), *alineas(text, stijl.met(voor=1)))
    return (Tabel((Kolom("", 1),), [Rij((cell,), vlak=VLAK)], voor=10, binnen_links=8, lijnen=False),)


def datumcel(dag: date | None) -> Cel:
    """Return a short date, or quiet words when there is none."""
    return verplicht(datum_kort(dag) if dag else "", CEL.met(afbreken=False))


def eigenaarcel(actie: VerslagActie) -> Cel:
    """Return the organisation and, under it, the person who owns an actie."""
    if not actie.organisatie.strip():
        return verplicht(actie.persoon)
    person = cel(actie.persoon, CEL_STIL) or (alinea(f"persoon {NIET_VASTGELEGD}", CEL_CURSIEF),)
    return (*cel(actie.organisatie), *person)


def _status(actie: VerslagActie) -> Cel:
    if actie.status is Actiestatus.OPEN:
        return ()
    return gelabeld(met_hoofdletter(actie.status.label), actie.resultaat) or (
        alinea(met_hoofdletter(actie.status.label), CEL_LABEL.met(voor=3)),
    )


def letop(text: str) -> Cel:
    """Return a mark that must be seen; nothing for an empty text."""
    return cel(text, CEL_LETOP)


def achteraf_merk(regel: VerslagActie | VerslagBesluit) -> Cel:
    """Return what happened to a line after the first closing."""
    return letop(ACHTERAF if regel.achteraf else GEWIJZIGD if regel.gewijzigd else "")


def actietabel(acties: Sequence[VerslagActie], *, lijst: bool = False) -> Tabel:
    """Return acties as a table. ``lijst``: of a whole meeting, with the case number under the number and
    without how the person is informed, which belongs to the case."""
    rows = []
    for actie in acties:
        number = cel(actienummer(actie.nummer), CEL_STERK)
        case = cel(actie.casusnummer, CEL_STIL) if lijst else ()
        text = (
            *cel(actie.omschrijving),
            *gelabeld("Voorwaarde", actie.conditie),
            *(() if lijst else gelabeld("Informering betrokkene", actie.informering)),
            *_status(actie),
            *achteraf_merk(actie),
        )
        rows.append(Rij(((*number, *case), text, eigenaarcel(actie), datumcel(actie.termijn))))
    first = 27 if lijst else 15
    columns = (Kolom("Nr", first), Kolom("Actie", 105 - first), Kolom("Eigenaar", 42), Kolom("Uiterlijk", 23))
    return Tabel(columns, rows)


def _besluittekst(besluit: VerslagBesluit) -> Cel:
    kind = cel(met_hoofdletter(besluit.type_naam), CEL_STERK)
    if not besluit.ingetrokken:
        return (*kind, *cel(besluit.tekst), *_vraag(besluit), *_voorbehoud(besluit))
    letter = Letter(CEL.letter.font, CEL.letter.grootte, STIL, doorgehaald=True)
    withdrawn = gelabeld("Ingetrokken", besluit.statusreden or f"reden {NIET_VASTGELEGD}")
    return (*kind, *cel(besluit.tekst, CEL.met(letter=letter)), *_vraag(besluit), *withdrawn)


def _voorbehoud(besluit: VerslagBesluit) -> Cel:
    """Return under which reserve it stands, or by whom it was confirmed."""
    woorden = voorbehoud_van(besluit.voorbehoud, besluit.bekrachtigd_op, besluit.bekrachtigd_door)
    if not woorden:
        return ()
    zin = f"{met_hoofdletter(woorden)}."
    return letop(zin) if besluit.bekrachtigd_op is None else cel(zin, CEL_STIL)


def _vraag(besluit: VerslagBesluit) -> Cel:
    """Return of whom it was asked and the answer; nothing for what a table decided itself."""
    stand = besluit.vraagstand
    if stand is None:
        return ()
    vraag = met_hoofdletter(gevraagd_aan(besluit.gremium, besluit.antwoord_voor))
    if stand is Vraagstand.GEVRAAGD:
        return letop(f"{vraag}.")
    gegeven = antwoord_van(stand, besluit.beantwoord_op, besluit.beantwoord_door, besluit.antwoord)
    return (*cel(f"{vraag}.", CEL_STIL), *gelabeld("Antwoord", gegeven))


def besluittabel(besluiten: Sequence[VerslagBesluit]) -> Tabel:
    """Return besluiten of one case with their grounds, conditions and dissent."""
    rows = []
    for besluit in besluiten:
        start = datum_kort(besluit.ingangsdatum) if besluit.ingangsdatum else ""
        text = (
            *_besluittekst(besluit),
            *gelabeld("Onderbouwing", besluit.onderbouwing),
            *gelabeld("Voorwaarden", besluit.voorwaarden),
            *gelabeld("Afwijkende mening", besluit.afwijkende_mening),
            *gelabeld("Gaat in op", start),
            *gelabeld("Vervangt", besluitnummer(besluit.vervangt) if besluit.vervangt is not None else ""),
            *achteraf_merk(besluit),
        )
        number = cel(besluitnummer(besluit.nummer), CEL_STERK)
        rows.append(Rij((number, text, verplicht(met_hoofdletter(besluit.gremium)))))
    return Tabel((Kolom("Nr", 15), Kolom("Besluit", 115), Kolom("Gremium", 40)), rows)


def besluitenlijst(besluiten: Sequence[tuple[str, VerslagBesluit]]) -> Tabel:
    """Return the besluiten of a whole meeting, (case number, besluit), without their grounds."""
    rows = []
    for casusnummer, besluit in besluiten:
        number = (*cel(besluitnummer(besluit.nummer), CEL_STERK), *cel(casusnummer, CEL_STIL))
        text = (*_besluittekst(besluit), *achteraf_merk(besluit))
        rows.append(Rij((number, text, verplicht(met_hoofdletter(besluit.gremium)))))
    return Tabel((Kolom("Nr", 27), Kolom("Besluit", 103), Kolom("Gremium", 40)), rows)


@dataclass(slots=True, kw_only=True)
class _ScoreStuk(Stuk):
    """A domain, its number and five squares of which as many are filled."""

    regels: list[Regel]
    score: int
    breedte: float
    cijfer: Regel

    def teken(self, pen: Pen, x: float, top: float) -> None:
        baseline = top - CEL.regel / 2 - CEL.letter.grootte * 0.36
        for number, line in enumerate((*self.regels, self.cijfer)):
            is_score = number == len(self.regels)
            left = x + self.breedte - self.cijfer.width if is_score else x
            y = baseline if is_score else baseline - number * CEL.regel
            zet_regel(pen, line, left, y, self.element)
        squares = 5 * _BLOKJE + 4 * _TUSSEN
        left = x + self.breedte - _CIJFER - squares
        for step in range(5):
            at = left + step * (_BLOKJE + _TUSSEN)
            if step < self.score:
                pen.rectangle(at, baseline, _BLOKJE, _BLOKJE, ACCENT)
            else:
                pen.box(at, baseline, _BLOKJE, _BLOKJE, VELDLIJN, HAARLIJN)


@dataclass(frozen=True, slots=True)
class Score:
    """The score of one domain of the zelfredzaamheidsmatrix (1 acute need, 5 fully self-reliant)."""

    domein: str
    score: int

    def stukken(self, zetter: Zetter, breedte: float) -> list[Stuk]:
        """Return one piece."""
        room = breedte - _CIJFER - 5 * _BLOKJE - 4 * _TUSSEN - 3
        lines = break_lines(zetter, (Loop(schoon(met_hoofdletter(self.domein)), CEL.letter),), room, _SCORE)
        digit = break_lines(zetter, (Loop(str(self.score), CEL_STERK.letter),), 20, CEL)[0]
        return [
            _ScoreStuk(
                element=Element("P"),
                hoogte=CEL.regel * max(1, len(lines)),
                regels=lines,
                score=self.score,
                breedte=breedte,
                cijfer=digit,
            )
        ]
