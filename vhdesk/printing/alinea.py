"""A paragraph: runs of text broken into lines, each line a piece that can be placed on a sheet."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass
from typing import Final, NamedTuple

from vhdesk.printing.blok import Stuk
from vhdesk.printing.fonts import font_runs
from vhdesk.printing.pen import Pen
from vhdesk.printing.stijl import Letter, Stijl
from vhdesk.printing.structuur import Element, tekstelement
from vhdesk.printing.typografie import NBSP, schoon, vaste_spaties
from vhdesk.printing.zetter import Zetter

_SOFT_HYPHEN: Final = "\xad"
_MOST_HYPHENS: Final = 2  # lines in a row that may end in a hyphen
# Hyphenate only when more than this part of the line, and more than these points, would stay empty.
_ROOM: Final = 0.14
_ROOM_POINTS: Final = 34.0
# After a hyphen, slash or dash inside a word a line may break, but not in numbers, short forms or before a digit.
_INNER: Final = re.compile(r"(?<=[^\W\d_]{2}[-/–—])(?=[^\W\d_]{3})")
_AFTER_NBSP: Final = re.compile(f"(?<={NBSP})")
_BULLET: Final = re.compile(r"^[-–•*]\s+")


class Loop(NamedTuple):
    """A run: text of a user or of ours, already cleaned, in one look."""

    text: str
    letter: Letter


class Deel(NamedTuple):
    """A stretch of a line in one look: x from the left of the line, its text, its width."""

    x: float
    text: str
    letter: Letter
    width: float


class Regel(NamedTuple):
    """A laid out line. ``spatie``: it was broken at a space, which is part of the text though nobody sees it."""

    delen: tuple[Deel, ...]
    width: float
    spatie: bool = False


class _Atom(NamedTuple):
    """What stays together on a line, and whether a space follows when the line goes on."""

    parts: tuple[Loop, ...]
    width: float
    space: bool


@dataclass(slots=True, kw_only=True)
class RegelStuk(Stuk):
    """One line of a paragraph, which is read as part of ``tekst``."""

    regel: Regel
    x: float
    basis: float
    tekst: Element
    teken_voor: Regel | None = None  # bullet, drawn to the left of the text
    teken_tekst: Element | None = None
    voor_x: float = 0.0

    def teken(self, pen: Pen, x: float, top: float) -> None:
        baseline = top - self.basis
        if self.teken_voor is not None:
            zet_regel(pen, self.teken_voor, x + self.voor_x, baseline, self.teken_tekst)
        zet_regel(pen, self.regel, x + self.x, baseline, self.tekst)


def zet_regel(pen: Pen, regel: Regel, x: float, baseline: float, element: Element | None) -> None:
    """Write a line with its left end at (x, baseline), as part of ``element`` (None: it is not read)."""
    last = len(regel.delen) - 1
    for index, deel in enumerate(regel.delen):
        text = f"{deel.text} " if regel.spatie and index == last else deel.text
        pen.text(x + deel.x, baseline, text, deel.letter, deel.width, element)


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph of runs. ``merk`` is a bullet or number that hangs to the left of it."""

    loops: tuple[Loop, ...]
    stijl: Stijl
    merk: str = ""
    anker: str = ""

    def stukken(self, zetter: Zetter, breedte: float) -> list[Stuk]:
        """Lay the paragraph out for a column of ``breedte`` points; no line when there is no text."""
        stijl = self.stijl
        available = breedte - stijl.inspringing
        lines = break_lines(zetter, self.loops, available, stijl)
        basis = stijl.regel / 2 + stijl.letter.grootte * 0.36
        whole = text = tekstelement(stijl.niveau)
        mark = label = None
        if self.merk:
            mark = break_lines(zetter, (Loop(self.merk, stijl.letter),), available, stijl)[0]
            label, text = Element("Lbl"), Element("LBody")
            whole = Element("LI", [label, text])
        last = len(lines) - 1
        pieces: list[Stuk] = []
        for index, line in enumerate(lines):
            x = stijl.inspringing
            if stijl.lijnt == "rechts":
                x += available - line.width
            pieces.append(
                RegelStuk(
                    hoogte=stijl.regel,
                    voor=stijl.voor if index == 0 else 0.0,
                    # No widow, no orphan: the first two and the last two lines stay together.
                    bij_volgende=stijl.bij_volgende or (index < last and (index == 0 or index == last - 1)),
                    anker=self.anker if index == 0 else "",
                    element=whole,
                    regel=line,
                    x=x,
                    basis=basis,
                    tekst=text,
                    teken_voor=mark if index == 0 else None,
                    teken_tekst=label,
                    voor_x=stijl.inspringing - 10,
                )
            )
        return pieces


def alinea(text: str, stijl: Stijl, *, anker: str = "") -> Alinea:
    """Return one paragraph of plain text; line feeds become spaces."""
    return Alinea((Loop(schoon(text).replace("\n", " "), stijl.letter),), stijl, anker=anker)


def alineas(text: str, stijl: Stijl) -> tuple[Alinea, ...]:
    """Return user text as paragraphs: one per line, lines that begin with a dash or bullet as a list."""
    found: list[Alinea] = []
    for line in schoon(text).split("\n"):
        if not line:
            continue
        bullet = _BULLET.match(line)
        style = stijl if not found else stijl.met(voor=min(stijl.voor, 3) or 2)
        if bullet:
            style = style.met(inspringing=stijl.inspringing + 10)
            found.append(Alinea((Loop(line[bullet.end() :], style.letter),), style, merk="•"))
        else:
            found.append(Alinea((Loop(line, style.letter),), style))
    return tuple(found)


def break_lines(zetter: Zetter, loops: tuple[Loop, ...], breedte: float, stijl: Stijl) -> list[Regel]:
    """Break runs into lines of at most ``breedte`` points. A word wider than the line is broken where it must.

    Half of what a paper says it says more than once (heads, names, terms), so the lines are remembered.
    """
    key = (loops, breedte, stijl)
    found: list[Regel] | None = zetter.lines.get(key)
    if found is None:
        found = zetter.lines[key] = _break(zetter, loops, breedte, stijl)
    return found


def _break(zetter: Zetter, loops: tuple[Loop, ...], breedte: float, stijl: Stijl) -> list[Regel]:
    space = zetter.width(stijl.letter.font, " ") * stijl.letter.grootte
    enough = max(breedte * _ROOM, min(_ROOM_POINTS, breedte * 0.5))
    todo = deque(_atoms(zetter, loops))
    lines: list[Regel] = []
    current: list[_Atom] = []
    x = 0.0
    hyphens = 0
    while todo:
        atom = todo.popleft()
        if x + atom.width <= breedte + 0.01:
            current.append(atom)
            x += atom.width + (space if atom.space else 0.0)
            continue
        if not current and (looser := _loosen(zetter, atom)):
            todo.extendleft(reversed(looser))
            continue
        split = None
        if stijl.afbreken and hyphens < _MOST_HYPHENS and breedte - x > enough:
            split = _hyphenate(zetter, atom, breedte - x, names=False)
        if split is None and not current:
            split = _force(zetter, atom, breedte)
        if split is None:
            todo.appendleft(atom)
            hyphens = 0
        else:
            current.append(split[0])
            todo.extendleft(reversed(split[1]))
            hyphens += 1
        lines.append(_line(zetter, current))
        current, x = [], 0.0
    if current:
        lines.append(_line(zetter, current))
    return lines


def _atoms(zetter: Zetter, loops: tuple[Loop, ...]) -> list[_Atom]:
    atoms: list[_Atom] = []
    parts: list[Loop] = []

    def close(space: bool) -> None:
        if parts:
            atoms.append(_atom(zetter, tuple(parts), space))
            parts.clear()
        elif atoms and space and not atoms[-1].space:
            atoms[-1] = atoms[-1]._replace(space=True)

    for loop in loops:
        words = vaste_spaties(loop.text).split(" ")
        last = len(words) - 1
        for index, word in enumerate(words):
            if index:
                close(space=True)
            if word and not parts and index < last:
                atoms += _word(zetter, word, loop.letter)
                continue
            for number, piece in enumerate(_pieces(word)):
                if number:
                    close(space=False)
                if piece:
                    parts.append(Loop(piece, loop.letter))
    close(space=False)
    return atoms


def _pieces(word: str) -> list[str]:
    """Return the parts of a word between which a line may break."""
    return _INNER.split(word) if "-" in word or "/" in word or "–" in word else [word]


def _word(zetter: Zetter, word: str, letter: Letter) -> list[_Atom]:
    """Return the atoms of a word that a space follows; most words of a paper come back."""
    key = (word, letter)
    found: list[_Atom] | None = zetter.atoms.get(key)
    if found is None:
        pieces = [piece for piece in _pieces(word) if piece]
        found = [_atom(zetter, (Loop(piece, letter),), False) for piece in pieces]
        found[-1] = found[-1]._replace(space=True)
        zetter.atoms[key] = found
    return found


def _atom(zetter: Zetter, parts: tuple[Loop, ...], space: bool) -> _Atom:
    """Return the atom of ``parts``, each split further by the fonts that draw it."""
    runs: list[Loop] = []
    width = 0.0
    for text, letter in parts:
        if text.isascii():
            runs.append(Loop(text, letter))
            width += zetter.width(letter.font, text) * letter.grootte
            continue
        for font, part in font_runs(text, letter.font):
            look = (
                letter
                if font == letter.font
                else Letter(font, letter.grootte, letter.kleur, letter.doorgehaald)
            )
            runs.append(Loop(part, look))
            width += zetter.width(font, part) * letter.grootte
    return _Atom(tuple(runs), width, space)


def _hyphenate(zetter: Zetter, atom: _Atom, room: float, *, names: bool) -> tuple[_Atom, list[_Atom]] | None:
    """Split ``atom`` at the last Dutch syllable that fits with its hyphen; None when none does."""
    if len(atom.parts) != 1:
        return None
    text, letter = atom.parts[0]
    if NBSP in text:
        return None
    for point in reversed(zetter.break_points(text, names=names)):
        head = text[:point] + _SOFT_HYPHEN
        if zetter.width(letter.font, head) * letter.grootte <= room:
            first = _atom(zetter, (Loop(head, letter),), False)
            return first, [_atom(zetter, (Loop(text[point:], letter),), atom.space)]
    return None


def _loosen(zetter: Zetter, atom: _Atom) -> list[_Atom]:
    """Return the parts of an atom that is wider than a line: its runs, or what its hard spaces kept together.
    Empty when it is a single word."""
    parts = [Loop(piece, letter) for text, letter in atom.parts for piece in _AFTER_NBSP.split(text) if piece]
    if len(parts) < 2:
        return []
    atoms = [_atom(zetter, (part,), False) for part in parts]
    atoms[-1] = atoms[-1]._replace(space=atom.space)
    return atoms


def _force(zetter: Zetter, atom: _Atom, room: float) -> tuple[_Atom, list[_Atom]]:
    """Split a word that is wider than a whole line: at a syllable, or else between characters."""
    syllables = _hyphenate(zetter, atom, room, names=True)
    if syllables is not None:
        return syllables
    text, letter = atom.parts[0]
    count, width = 0, 0.0
    while count < len(text):
        width += zetter.width(letter.font, text[count]) * letter.grootte
        if width > room and count:
            break
        count += 1
    rest = [_atom(zetter, (Loop(text[count:], letter),), atom.space)] if count < len(text) else []
    return _atom(zetter, (Loop(text[:count], letter),), atom.space and not rest), rest


def _line(zetter: Zetter, atoms: list[_Atom]) -> Regel:
    """Join atoms into stretches of one look."""
    delen: list[Deel] = []
    texts: list[str] = []
    look, x, width = atoms[0].parts[0].letter, 0.0, 0.0

    def close() -> None:
        nonlocal x, width
        delen.append(Deel(x, "".join(texts), look, width))
        x += width
        texts.clear()
        width = 0.0

    last = len(atoms) - 1
    for index, atom in enumerate(atoms):
        whole = len(atom.parts) == 1
        for text, letter in atom.parts:
            if letter is not look and letter != look:
                close()
                look = letter
            texts.append(text)
            width += atom.width if whole else zetter.width(letter.font, text) * letter.grootte
        if atom.space and index < last:
            texts.append(" ")
            width += zetter.width(look.font, " ") * look.grootte
    close()
    return Regel(tuple(delen), x, atoms[-1].space)
