"""The verbs of the command line and their arguments. Light: imports nothing but argparse.

Everything in Dutch, and whatever is wrong with the arguments is one sentence that does not repeat them: among them
may be a passphrase that somebody gave where it does not belong.
"""

from __future__ import annotations

from argparse import Action, ArgumentParser, RawDescriptionHelpFormatter, _MutuallyExclusiveGroup
from collections.abc import Iterable
from typing import Any, NoReturn

from vhdesk import __version__

EPILOG = """\
uitgangscodes: 0 goed; 1 geweigerd of iets gevonden; 2 verkeerd gebruik; 3 kluis, bestand, schijf of ander proces in de
weg; 4 verkeerd wachtwoord; 5 fout in vhdesk; 130 onderbroken. Een fout is één regel op stderr.
"""


class _DutchFormatter(RawDescriptionHelpFormatter):
    """The layout of argparse with its own word translated."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[Action],
        groups: Iterable[_MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Begin with "gebruik:"."""
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class DutchParser(ArgumentParser):
    """A parser that speaks Dutch, takes no abbreviations, and says in one sentence how it should be."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(
            **{"epilog": EPILOG} | settings,
            formatter_class=_DutchFormatter,
            allow_abbrev=False,
            add_help=False,
        )
        self._positionals.title = "wat u opgeeft"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="toon deze uitleg")

    def error(self, message: str) -> NoReturn:
        """Exit with code 2; ``message`` is English and repeats what was typed, so it is left out."""
        usage = " ".join(self.format_usage().split()).removeprefix("gebruik: ")
        self.exit(2, f"Deze opdracht klopt niet. Zo wel: {usage} (uitleg: {self.prog} --help)\n")


def build_parser() -> ArgumentParser:
    """Return the parser of every verb."""
    parser = DutchParser(
        prog="vhdesk",
        description="Voorbereiden, voorzitten en notuleren van casustafels. Zonder argumenten start het venster.",
    )
    parser.add_argument("--versie", action="version", version=f"vhdesk {__version__}", help="toon de versie")
    verbs = parser.add_subparsers(dest="verb", title="opdrachten")
    _add_desk(verbs)
    _add_vault(verbs)
    _add_list(verbs)
    _add_attachments(verbs)
    _add_records(verbs)
    return parser


def _add_desk(verbs: Any) -> None:
    desk = verbs.add_parser("desk", help="start het venster")
    desk.add_argument("kluis", nargs="?", default="", help="map van de kluis (NAAM.vhkluis)")
    desk.add_argument(
        "--oefening", action="store_true", help="open de oefenkluis; maak hem als hij er niet is"
    )
    desk.add_argument("--offscreen", action="store_true", help="houd het oefenoverleg zonder beeldscherm")
    desk.add_argument("--uit", metavar="MAP", default="uit", help="map voor verslag en schermafbeeldingen")

    link = verbs.add_parser(
        "koppelen", help="laat een dubbelklik op openen.vhdesk de kluis openen (alleen voor u)"
    )
    link.set_defaults(run="koppelen")


def _group(verbs: Any, name: str, text: str) -> Any:
    return verbs.add_parser(name, help=text).add_subparsers(
        dest="handeling", required=True, title="handelingen"
    )


def _add_vault(verbs: Any) -> None:
    acts = _group(verbs, "kluis", "kluis maken, controleren, reservekopie, herstellen")
    make = acts.add_parser("maken", help="maak een nieuwe kluis")
    make.add_argument("kluis", help="map van de nieuwe kluis, eindigend op .vhkluis")
    make.add_argument("--naam", required=True, help="naam van de eerste gebruiker")
    make.add_argument(
        "--rol", choices=["coordinator", "beheerder"], default="coordinator", help="rol van die gebruiker"
    )
    make.add_argument("--zonder-regio", action="store_true", help="laat de gegevens van Twente en NOG weg")
    make.set_defaults(run="kluis maken")
    _add_passphrase(make)
    _add_place(make)
    check = acts.add_parser("controleren", help="controleer de opslag, het journaal en de reservekopieën")
    check.add_argument("kluis", help="map van de kluis")
    check.set_defaults(run="kluis controleren")
    backup = acts.add_parser("reservekopie", help="maak een gecontroleerde reservekopie")
    backup.add_argument("kluis", help="map van de kluis")
    backup.set_defaults(run="kluis reservekopie")
    restore = acts.add_parser("herstellen", help="zet een reservekopie terug in een nieuwe kluis")
    restore.add_argument("kluis", help="map van de reservekopie (in NAAM.vhkluis/reservekopieen)")
    restore.add_argument("doel", help="map van de nieuwe kluis, eindigend op .vhkluis")
    restore.set_defaults(run="kluis herstellen")
    add_access_arguments(check, reading=True)
    add_access_arguments(backup)
    add_access_arguments(restore, older_state=False)  # a vault that is new has no older state to accept


def _add_list(verbs: Any) -> None:
    read = _group(verbs, "lijst", "een aangeleverde lijst inlezen").add_parser(
        "inlezen", help="lees een aangeleverde lijst van een gemeente"
    )
    read.add_argument("kluis", help="map van de kluis")
    read.add_argument("bestand", help=".xlsx of .csv")
    read.add_argument("--proef", action="store_true", help="laat alleen zien wat er zou gebeuren")
    read.add_argument(
        "--gemeente", default="", help="gemeente van de lijst; anders uit titel of bestandsnaam"
    )
    read.add_argument("--tafel", default="", help="tafel waar de casussen worden besproken")
    read.add_argument(
        "--blad", default="", help="blad van de werkmap; anders het blad dat het meest op een lijst lijkt"
    )
    read.add_argument(
        "--kolom", action="append", default=[], metavar="KOLOM=VELD",
        help="neem een kolom (kop of nummer) over als dit veld, of als niets; mag vaker",
    )  # fmt: skip
    read.add_argument(
        "--weglaten", action="append", default=[], metavar="REGELS[=REDEN]",
        help="laat regels weg, zoals 12,15-18 of 20=criteria (dubbel, bekend, elders, criteria, geen); mag vaker",
    )  # fmt: skip
    read.add_argument("--opnieuw", action="store_true", help="lees ook als dit bestand al is ingelezen")
    read.set_defaults(run="lijst inlezen")
    add_access_arguments(read)


def _add_attachments(verbs: Any) -> None:
    acts = _group(verbs, "bijlage", "bijlagen van een casus toevoegen, tonen, opslaan, weghalen")
    add = acts.add_parser("toevoegen", help="voeg bestanden aan een casus toe, elk hoogstens 20 MB")
    shown = acts.add_parser("lijst", help="noem de bijlagen van een casus")
    save = acts.add_parser("opslaan", help="schrijf een bijlage als bestand buiten de kluis")
    remove = acts.add_parser("weghalen", help="haal een bijlage uit de kluis")
    for each in (add, shown, save, remove):
        each.add_argument("kluis", help="map van de kluis")
        each.add_argument("casus", help="nummer van de casus, zoals ZVH-2026-0149")
        each.set_defaults(run=each.prog.removeprefix("vhdesk "))
        add_access_arguments(each, reading=each is shown)
    add.add_argument("bestanden", nargs="+", metavar="bestand", help="een bestand; mag vaker")
    for each in (save, remove):
        each.add_argument("bijlage", help="naam of id van de bijlage")
    save.add_argument("--uit", metavar="BESTAND", required=True, help="waar het bestand komt")


def _add_records(verbs: Any) -> None:
    minutes = verbs.add_parser("verslag", help="schrijf het verslag van een overleg als PDF")
    minutes.add_argument("kluis", help="map van de kluis")
    minutes.add_argument("overleg", help="nummer of id van het overleg, zoals OV-2026-002")
    minutes.add_argument("--uit", metavar="BESTAND", required=True, help="waar de PDF komt")
    minutes.add_argument(
        "--versie", type=int, default=None, help="een eerdere versie, van voor een heropening"
    )
    minutes.add_argument(
        "--voor", metavar="ORGANISATIE", default="", help="alleen wat deze organisatie mag weten"
    )
    minutes.add_argument("--reden", default="", help="waarom, als deze ontvanger al een exemplaar heeft")
    minutes.set_defaults(run="verslag")
    kit = verbs.add_parser("overlegpakket", help="schrijf alles voor een overleg zonder computer als PDF")
    kit.add_argument("kluis", help="map van de kluis")
    kit.add_argument("overleg", help="nummer of id van het overleg, zoals OV-2026-002")
    kit.add_argument("--uit", metavar="BESTAND", required=True, help="waar de PDF komt")
    kit.set_defaults(run="overlegpakket")
    sheet = verbs.add_parser(
        "presentielijst", help="schrijf de lijst om te tekenen voor geheimhouding als PDF"
    )
    sheet.add_argument("kluis", help="map van de kluis")
    sheet.add_argument("overleg", help="nummer of id van het overleg, zoals OV-2026-002")
    sheet.add_argument("--uit", metavar="BESTAND", required=True, help="waar de PDF komt")
    sheet.set_defaults(run="presentielijst")
    invite = verbs.add_parser("partneragenda", help="schrijf de agenda van een partner als PDF, of als .ics")
    invite.add_argument("kluis", help="map van de kluis")
    invite.add_argument("overleg", help="nummer of id van het overleg, zoals OV-2026-002")
    invite.add_argument(
        "--partner", required=True, help="naam of code van de organisatie, of de naam van een gast"
    )
    invite.add_argument(
        "--uit", metavar="BESTAND", required=True, help="waar het komt; op .ics eindigt een afspraak"
    )
    invite.set_defaults(run="partneragenda")
    todo = verbs.add_parser(
        "actielijst", help="schrijf de open acties van een organisatie als PDF, .xlsx of .csv"
    )
    todo.add_argument("kluis", help="map van de kluis")
    todo.add_argument("--organisatie", required=True, help="naam of code van de organisatie")
    todo.add_argument(
        "--uit", metavar="BESTAND", required=True, help="waar het komt; op .xlsx of .csv eindigt een tabel"
    )
    todo.set_defaults(run="actielijst")
    letter = verbs.add_parser("afschaalbrief", help="schrijf de brief van een afgeschaalde casus als PDF")
    card = verbs.add_parser("crisiskaart", help="schrijf de crisiskaart van een casus als PDF van één blad")
    plan = verbs.add_parser("plan", help="schrijf het plan van aanpak van een casus als PDF")
    plan.add_argument(
        "--versie", type=int, default=None, help="een vastgestelde versie; anders het plan van nu"
    )
    differs = verbs.add_parser(
        "planverschil", help="schrijf wat er tussen twee versies van een plan verschilt als PDF"
    )
    differs.add_argument("--van", type=int, required=True, help="nummer van de oudere versie")
    differs.add_argument(
        "--naar", type=int, default=None, help="nummer van de nieuwere; anders het plan van nu"
    )
    line = verbs.add_parser("tijdlijn", help="schrijf wat er in een casus gebeurde als PDF")
    line.add_argument("--partner", default="", help="alleen van deze organisatie, met haar naam")
    destroy = verbs.add_parser("vernietigen", help="vernietig een aangewezen casus, ook in de reservekopieën")
    destroy.add_argument("--grond", required=True, help="waarom; noem geen personen")
    statement = verbs.add_parser("verklaring", help="schrijf de verklaring van een vernietigde casus als PDF")
    papers = {"afschaalbrief": letter, "crisiskaart": card, "plan": plan, "planverschil": differs, "tijdlijn": line,
              "vernietigen": destroy, "verklaring": statement}  # fmt: skip
    for verb, each in papers.items():
        each.add_argument("kluis", help="map van de kluis")
        each.add_argument("casus", help="nummer van de casus, zoals ZVH-2026-0149")
        each.add_argument("--uit", metavar="BESTAND", required=True, help="waar de PDF komt")
        each.set_defaults(run=verb)
    acts = _group(verbs, "journaal", "het journaal controleren")
    verify = acts.add_parser("controleren", help="reken de keten na; noemt de eerste foute regel")
    verify.add_argument("kluis", help="map van de kluis")
    verify.set_defaults(run="journaal controleren")
    do = verbs.add_parser("uitvoeren", help="voer acten uit, één JSON-object per regel")
    do.add_argument("kluis", nargs="?", default="", help="map van de kluis")
    do.add_argument("acten", nargs="?", default="-", help="bestand met acten, of - voor de invoer")
    do.add_argument("--lijst", action="store_true", help="toon elke acte met zijn velden als JSON Schema")
    do.set_defaults(run="uitvoeren")
    ask = verbs.add_parser("vragen", help="stel een vraag aan de kluis")
    ask.add_argument("kluis", nargs="?", default="", help="map van de kluis")
    ask.add_argument("vraag", nargs="?", default="", help="naam van de vraag; zie --lijst")
    ask.add_argument(
        "--json", metavar="VELDEN", nargs="?", const="{}", default="{}", help="velden als JSON-object"
    )
    ask.add_argument("--lijst", action="store_true", help="toon elke vraag met zijn velden als JSON Schema")
    ask.set_defaults(run="vragen")
    for each in (minutes, kit, sheet, invite, todo, *papers.values(), do):
        add_access_arguments(each)
    for each in (verify, ask):
        add_access_arguments(each, reading=True)


def add_access_arguments(parser: ArgumentParser, *, older_state: bool = True, reading: bool = False) -> None:
    """Add the arguments with which somebody comes in; ``reading``: this verb works without writing too."""
    parser.add_argument("--naam", default="", help="naam van de gebruiker; mag weg als er maar één is")
    _add_passphrase(parser)
    parser.add_argument(
        "--herstelcode",
        action="store_true",
        help="open met de code van het herstelblad in plaats van een wachtwoord",
    )
    _add_place(parser)
    parser.set_defaults(alleen_lezen=False)
    if reading:
        parser.add_argument(
            "--alleen-lezen",
            action="store_true",
            help="lees zonder iets te schrijven: ook als de kluis in gebruik is of hier niet kan worden gewijzigd;"
            " wat u leest, komt dan niet in het journaal",
        )
    if older_state:
        parser.add_argument(
            "--aanvaard-oudere-stand",
            action="store_true",
            help="open ook als een oudere stand is teruggezet (wordt gelogd)",
        )


def _add_passphrase(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--wachtwoord-stdin",
        action="store_true",
        help="lees het wachtwoord van de eerste regel van de invoer",
    )


def _add_place(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--toch-hier", action="store_true", help="ook op een netwerkschijf of in een gesynchroniseerde map"
    )
