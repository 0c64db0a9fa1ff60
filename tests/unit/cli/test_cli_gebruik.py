"""How the command line is used: in Dutch, with documented exit codes, and never repeating what was typed."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import NAAM
from vhdesk.cli.main import VERBS
from vhdesk.cli.parser import EPILOG, build_parser
from vhdesk.cli.uitgang import Uitgang
from vhdesk.resources import resource

Cli = Callable[..., tuple[int, str, str]]


def parsers(parser: ArgumentParser) -> Iterator[ArgumentParser]:
    """Every parser of the command line, from the top down."""
    yield parser
    for group in parser._subparsers._group_actions if parser._subparsers else ():
        for child in group.choices.values():  # type: ignore[union-attr]
            yield from parsers(child)


ALL = {parser.prog: parser for parser in parsers(build_parser())}


def test_every_verb_has_its_parser_and_every_parser_its_verb() -> None:
    runs = {parser.get_default("run") for parser in ALL.values()} - {None, "koppelen"}
    assert runs == set(VERBS)


@pytest.mark.parametrize("prog", sorted(ALL))
def test_help_is_dutch_and_documents_every_argument_and_exit_code(prog: str) -> None:
    parser = ALL[prog]
    text = parser.format_help()
    assert text.startswith("gebruik: ")
    assert not re.search(r"usage:|positional arguments|options:|show (this|program)", text)
    assert all(action.help for action in parser._actions if not action.choices or action.option_strings)
    assert [code for code in Uitgang if not re.search(rf"\b{code:d} [a-z]", text)] == []


def test_the_manual_names_every_exit_code() -> None:
    manual = resource("handleiding/09-opdrachtregel.md").read_text(encoding="utf-8")
    assert [code for code in Uitgang if f"| {code:d} | " not in manual] == []
    assert [verb for verb in VERBS if f"`vhdesk {verb}" not in manual] == []
    assert "1 geweigerd" in EPILOG


@pytest.mark.parametrize(
    "argv",
    [
        ["verzonnen"], ["kluis"], ["kluis", "maken"], ["kluis", "maken", "A.vhkluis"], ["lijst", "inlezen", "K"],
        ["kluis", "maken", "A.vhkluis", "--naam", "I", "--rol", "koning"], ["verslag", "K", "OV-1"],
        ["kluis", "controleren", "K", "--wachtwoord", "geheim123"], ["kluis", "controleren", "K", "geheim123"],
        ["kluis", "maken", "A.vhkluis", "--naam", "I", "--herstelcode"], ["uitvoeren", "K", "-", "geheim123"],
    ],
)  # fmt: skip
def test_wrong_usage_is_one_line_that_repeats_nothing(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """``--wachtwoord`` is no abbreviation of anything: a passphrase behind it stays off the screen."""
    with pytest.raises(SystemExit) as stopped:
        build_parser().parse_args(argv)
    said = capsys.readouterr()
    assert (stopped.value.code, said.out, said.err.count("\n")) == (Uitgang.GEBRUIK, "", 1)
    assert "geheim123" not in said.err and "koning" not in said.err
    assert said.err.startswith("Deze opdracht klopt niet. Zo wel: vhdesk")


@pytest.mark.parametrize(
    ("argv", "noemt"),
    [
        (("uitvoeren",), "ACTEN.jsonl"), (("vragen",), "KLUIS VRAAG"), (("vragen", "K"), "KLUIS VRAAG"),
        (("vragen", "K", "tafels", "--json", "{kapot"), "JSON-object"),
        (("vragen", "K", "tafels", "--json", "[1]"), "JSON-object"),
        (("vragen", "K", "tafels", "--json", "[" * 100_000), "JSON-object"),
        (("vragen", "K", "tafels", "--json", '{"a": "\udc80"}'), "JSON-object"),
        (("kluis", "maken", "Zonder", "--naam", "Ina"), ".vhkluis"),
        (("kluis", "maken", ".vhkluis", "--naam", "Ina"), ".vhkluis"),
        (("kluis", "maken", "A.vhkluis", "--naam", " "), "naam"),
        (("kluis", "herstellen", "K", "Zonder"), ".vhkluis"),
    ],
)  # fmt: skip
def test_what_argparse_cannot_see_is_wrong_usage_too(cli: Cli, argv: tuple[str, ...], noemt: str) -> None:
    code, out, said = cli(*argv, invoer="")
    assert (code, out, said.count("\n")) == (Uitgang.GEBRUIK, "", 1)
    assert noemt in said


def test_a_new_vault_needs_the_folder_above_it(cli: Cli, tmp_path: Path) -> None:
    plaats = tmp_path / "nergens" / "A.vhkluis"
    for argv in (("kluis", "maken", str(plaats), "--naam", "Ina"), ("kluis", "herstellen", "K", str(plaats))):
        code, _, said = cli(*argv, "--wachtwoord-stdin")
        assert (code, said.count("\n")) == (Uitgang.OMGEVING, 1)
        assert "bestaat niet" in said
    assert not plaats.parent.exists()


def test_a_vault_is_no_backup(cli: Cli, kluismap: Path, tmp_path: Path) -> None:
    doel = tmp_path / "Terug.vhkluis"
    code, _, said = cli("kluis", "herstellen", str(kluismap), str(doel), "--naam", NAAM, "--wachtwoord-stdin")
    assert (code, "geen reservekopie" in said, doel.exists()) == (Uitgang.GEBRUIK, True, False)
