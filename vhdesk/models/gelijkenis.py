"""How much two folded words look alike: the slips of a typist, not a general measure."""

from __future__ import annotations


def _rest(a: str, b: str) -> tuple[str, str]:
    """Take off what both words have in common at the start and at the end. '?' is a lost letter."""
    begin, eind_a, eind_b = 0, len(a), len(b)
    while begin < eind_a and begin < eind_b and _zelfde(a[begin], b[begin]):
        begin += 1
    while eind_a > begin and eind_b > begin and _zelfde(a[eind_a - 1], b[eind_b - 1]):
        eind_a -= 1
        eind_b -= 1
    return a[begin:eind_a], b[begin:eind_b]


def _zelfde(a: str, b: str) -> bool:
    return a == b or a == "?" or b == "?"


def gelijk(a: str, b: str) -> bool:
    """Return whether two folded words are the same, a lost letter matching any letter."""
    if a == b:
        return True
    return len(a) == len(b) and ("?" in a or "?" in b) and _rest(a, b) == ("", "")


def een_tikfout(a: str, b: str) -> bool:
    """Return whether one slip separates the words: a letter too many, too few, wrong, or two swapped."""
    if abs(len(a) - len(b)) > 1:
        return False
    rest_a, rest_b = _rest(a, b)
    if len(rest_a) <= 1 and len(rest_b) <= 1:
        return True
    return len(rest_a) == 2 and rest_a == rest_b[::-1]


def twee_tikfouten(a: str, b: str) -> bool:
    """Return whether at most two slips separate the words (optimal string alignment distance <= 2)."""
    if abs(len(a) - len(b)) > 2:
        return False
    a, b = _rest(a, b)
    vorige2: list[int] = []
    vorige = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        rij = [i]
        for j, ander in enumerate(b, start=1):
            prijs = 0 if _zelfde(letter, ander) else 1
            waarde = min(vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + prijs)
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == ander:
                waarde = min(waarde, vorige2[j - 2] + 1)
            rij.append(waarde)
        if min(rij) > 2:
            return False
        vorige2, vorige = vorige, rij
    return vorige[-1] <= 2


def lijkt(a: str, b: str) -> bool:
    """Return whether two folded names are probably the same name, with one slip, or two in a long name.

    Names under four letters must be the same: 'Bos' and 'Vos' are two families.
    """
    kortste = min(len(a), len(b))
    if kortste < 4 or abs(len(a) - len(b)) > 2:
        return gelijk(a, b)
    if a[0] != b[0] and a[-1] != b[-1] and "?" not in a and "?" not in b:
        return False  # a slip leaves the start or the end alone
    return een_tikfout(a, b) or (kortste >= 8 and twee_tikfouten(a, b))
