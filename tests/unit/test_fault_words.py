"""Every fault has its words, and every word its fault: read from the code itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import vhdesk
from vhdesk import errors
from vhdesk.vocabulary_aanlevering import WEIGERINGEN, Weigering
from vhdesk.vocabulary_bijlage import BIJLAGE
from vhdesk.vocabulary_casus import CASUS, TRIAGE
from vhdesk.vocabulary_faults import BY_CLASS, BY_CODE
from vhdesk.vocabulary_inbreng import INBRENG
from vhdesk.vocabulary_lezer import LEZER
from vhdesk.vocabulary_methode import METHODE
from vhdesk.vocabulary_plan import PLAN
from vhdesk.vocabulary_rules import ALGEMEEN, KLUIS, OVERLEG, REGIO, RULES

ROOT = Path(vhdesk.__file__).parent
# What the user did not do right needs its own words; what is outside has words by its class at the least.
OWN_WORDS = {"RuleViolation", "NotFound", "InvalidPackage", "StaleVersion"}
# Raised with the code of another: the refusal inside a list, and the caller's name for a broken seal.
PASSED_ON = {
    ("services/aanlevering.py", "refusal.code"),
    ("services/topx.py", "refusal.code"),
    ("crypto/keys.py", "code"),
}


@dataclass(frozen=True, slots=True)
class Raised:
    """A place that makes a fault. ``code`` is "" when it is not written there but comes from elsewhere."""

    kind: str
    code: str
    written: str
    file: str
    details: frozenset[str | None]


def _trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(ROOT.rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


TREES = dict(_trees())


def _kinds() -> dict[str, set[str]]:
    """Return every class of fault in the program with the classes it is derived from."""
    parents = {name: {base.__name__ for base in kind.__mro__} for name, kind in vars(errors).items()
               if isinstance(kind, type) and issubclass(kind, errors.VhdeskError)}  # fmt: skip
    for tree in TREES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                above = {base.id for base in node.bases if isinstance(base, ast.Name)} & parents.keys()
                for base in above:
                    parents.setdefault(node.name, {node.name}).update(parents[base])
    return parents


KINDS = _kinds()


def _codes(argument: ast.expr) -> list[str]:
    """Return the codes an expression can stand for: a word, a member of ``Weigering``, one or the other."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return [argument.value]
    if isinstance(argument, ast.IfExp):
        return _codes(argument.body) + _codes(argument.orelse)
    if isinstance(argument, ast.Attribute) and ast.unparse(argument.value) == "Weigering":
        return [Weigering[argument.attr].value]
    return [""]


def _raised() -> Iterator[Raised]:
    for file, tree in TREES.items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in KINDS:
                for code in _codes(node.args[0]):
                    details = frozenset(keyword.arg for keyword in node.keywords)
                    yield Raised(name, code, ast.unparse(node.args[0]), file, details)


RAISED = tuple(_raised())


def _words_elsewhere() -> set[str]:
    """Every word in the files that pick a code from a table or pass one on: there a code is no argument."""
    by_table = {file for file, tree in TREES.items() if not file.startswith("vocabulary") and _picks(tree)}
    nodes = (node for file in by_table for node in ast.walk(TREES[file]))
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _picks(tree: ast.Module) -> bool:
    """Whether the file names a fault class beside a code, or calls what passes a code on (``code=``)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Tuple) and any(isinstance(e, ast.Name) and e.id in KINDS for e in node.elts):
            return True
        if isinstance(node, ast.keyword) and node.arg == "code":
            return True
    return False


def test_the_search_finds_faults() -> None:
    assert len(RAISED) > 200
    assert {"RuleViolation", "StoreDamaged", "VaultInUse"} <= {found.kind for found in RAISED}


def test_a_code_is_written_where_it_is_raised() -> None:
    """Or it cannot be found by anybody who reads a sentence and wonders where it comes from."""
    unwritten = {(found.file, found.written) for found in RAISED if not found.code}
    assert unwritten == PASSED_ON


def test_every_refusal_has_a_sentence_of_its_own() -> None:
    bare = {f"{found.code} ({found.file})" for found in RAISED
            if found.code and KINDS[found.kind] & OWN_WORDS and found.code not in BY_CODE}  # fmt: skip
    assert bare == set()


def test_every_other_fault_has_a_sentence_by_its_class() -> None:
    general = {"VhdeskError", "EnvironmentFault"}
    named = {kind.__name__ for kind in BY_CLASS} - general
    bare = {f"{found.code} ({found.file})" for found in RAISED
            if found.code and found.code not in BY_CODE and not KINDS[found.kind] & named}  # fmt: skip
    assert bare == set()


def test_what_a_sentence_names_is_given_where_it_is_raised() -> None:
    """A name between braces outside the optional part would leave a gap in the sentence."""
    gaps = set()
    for found in RAISED:
        text = BY_CODE.get(found.code)
        if text is None or None in found.details:  # passed on as a whole
            continue
        needed = re.findall(r"\{(\w+)\}", re.sub(r"\[[^\]]*\]", "", text.sentence()))
        gaps |= {f"{found.code} ({found.file}): {name}" for name in set(needed) - found.details}
    assert gaps == set()


def test_no_dead_words() -> None:
    """A sentence that nothing can bring about is a promise about a program that is no more."""
    alive = {found.code for found in RAISED} | _words_elsewhere()
    assert set(BY_CODE) - alive == set()
    assert {kind.__name__ for kind in BY_CLASS} <= set(KINDS)


def test_a_code_stands_in_one_table_only() -> None:
    tables = [BIJLAGE, CASUS, INBRENG, LEZER, METHODE, PLAN, TRIAGE, OVERLEG, REGIO, KLUIS, ALGEMEEN]
    assert sum(map(len, tables)) == len(RULES)
    assert not RULES.keys() & {refusal.value for refusal in WEIGERINGEN}


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_a_sentence_is_plain_dutch(code: str) -> None:
    """Said to a person: whole sentences, without code words and without exclamation marks."""
    text = BY_CODE[code]
    for sentence in filter(None, (text.happened, text.next_step)):
        assert sentence.endswith((".", "].")), sentence
        assert "!" not in sentence
        assert sentence[0].isupper() or sentence[0] in "{“["
