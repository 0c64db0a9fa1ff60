"""What may be asked by name: nothing that shows a case without a line in the journaal, or to an administrator."""

from __future__ import annotations

import ast
import importlib
import inspect
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec
import pytest

import vhdesk
from tests.conftest import NAAM, WACHTWOORD
from tests.drietal import geef_drietal
from tests.overname import oud_nummer
from vhdesk.cli import acten
from vhdesk.cli.uitgang import Uitgang
from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.errors import VhdeskError
from vhdesk.queries.agenda import agenda
from vhdesk.queries.dossier import dossier
from vhdesk.queries.inzage import inzage_of
from vhdesk.queries.organisatie import organisaties, tafels
from vhdesk.queries.overleg import deelnemers
from vhdesk.queries.vragen import OVER_CASUSSEN, VRAGEN, ZONDER_CASUSSEN, Vraag, by_name
from vhdesk.services.actie import ActieVastleggen
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.gast import GastUitnodigen
from vhdesk.services.kluis import Kluis, Toegang, kluis_openen
from vhdesk.services.overleg import OverlegOpenen, OverlegPlannen
from vhdesk.services.plan import PlanSchrijven, PlanVaststellen
from vhdesk.store.opening import OpenOptions
from vhdesk.vocabulary import CasusStatus, Gebruikersrol
from vhdesk.vocabulary_agenda import Deelnemersoort

Cli = Callable[..., tuple[int, str, str]]

BEHEERDER = ("--naam", "Bea Beheer", "--wachtwoord-stdin")
BEHEERWOORD = "acht gele klokken"
COORDINATOR = ("--naam", NAAM, "--wachtwoord-stdin")
MERK = "Merkeveen"

# Decided one by one: what these show is of the desk or of professionals, and of a case at most its id or a number.
GEEN_CASUS = {
    "toegang",
    "aanmeldgemeenten", "agendasjabloon", "convenanten", "ongetekend", "actiepersonen", "acties_telling", "vernietigingen", "bewaarregel_historie", "bewaarregels", "bewaarstand", "caseload_stand", "caseloads",
    "deelnemers", "exemplaarplan", "exemplaren", "fasestand", "gemeenten", "omstanders", "heropeningen", "inlezingen", "journaal", "journaal_aantal", "journaalkop", "medewerkers",
    "open_plichten", "organisaties", "overleg_kop", "overleggen", "reeks_van", "reeksvoorstel", "referentie_historie",
    "referentie_lijsten", "referentie_namen", "referentie_waarden", "schorsingen", "voorzitterwissels", "tafelinstellingen", "tafelleden", "tafelregels",
    "tafelregels_alle", "tafels", "tafelstandaard", "tafelstandaarden", "vandaag", "vaststelling", "verslagen",
}  # fmt: skip


@dataclass
class Gevuld:
    """A closed vault with one case on one agenda, every word of it marked, and an administrator who may come in."""

    map: Path
    velden: dict[str, object]


@pytest.fixture
def gevuld(kluismap: Path, kluis: Kluis) -> Gevuld:
    desk = kluis.desk
    tafel = next(row.id for row in desk.ask(tafels) if row.naam == "Werktafel Enschede")
    casus = desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=Persoonsgegevens(geslachtsnaam=MERK),
            titel=f"titel {MERK}",
            tafel_id=tafel,
            status=CasusStatus.IN_BEHANDELING,
            nummer=oud_nummer(CasusStatus.IN_BEHANDELING),
        )
    ).id
    persoon = desk.ask(dossier, casus).betrokkenen[0].persoon_id
    overleg = desk.execute(OverlegPlannen(tafel_id=tafel, datum=date(2026, 12, 2))).id
    desk.execute(CasusAgenderen(overleg_id=overleg, casus_id=casus))
    desk.execute(GastUitnodigen(overleg_id=overleg, soort=Deelnemersoort.BETROKKENE, casus_id=casus))
    gast = next(row.id for row in desk.ask(deelnemers, overleg) if row.gast)
    desk.execute(OverlegOpenen(overleg_id=overleg))
    desk.execute(ActieVastleggen(casus_id=casus, overleg_id=overleg, omschrijving=f"bel {MERK}"))
    desk.execute(
        PlanSchrijven(
            casus_id=casus,
            hoofddoel=f"rust {MERK}",
            afschaalcriterium="een jaar rust",
            evaluatiedatum=date(2027, 3, 1),
        )
    )
    geef_drietal(desk, casus)
    desk.execute(PlanVaststellen(casus_id=casus, overleg_id=overleg, onderbouwing="akkoord"))
    punt = next(each.id for each in desk.ask(agenda, overleg).punten if each.casus_id)
    organisatie = desk.ask(organisaties)[0].id
    kluis.gebruiker_toevoegen("Bea Beheer", Gebruikersrol.BEHEERDER, BEHEERWOORD)
    kluis.sluiten()
    velden: dict[str, object] = {
        "overleg_id": overleg, "casus_id": casus, "tafel_id": tafel, "zoek": MERK, "lijst": "doelgroepen",
        "lijsten": ["doelgroepen"], "op": "2026-12-02", "ids": [casus], "gebeurtenis_id": casus,
        "agendapunt_id": punt, "geslachtsnaam": MERK, "blijft_id": persoon, "weg_id": persoon, "van": 1,
        "organisatie_id": organisatie, "deelnemer_id": gast, "bijlage_id": casus, "organisaties": [organisatie],
    }  # fmt: skip
    return Gevuld(kluismap, velden)


@pytest.fixture
def beheer(gevuld: Gevuld, clock: FixedClock) -> Iterator[Kluis]:
    """The same vault, opened by the administrator."""
    opened = kluis_openen(
        gevuld.map, Toegang(naam="Bea Beheer", wachtwoord=BEHEERWOORD), clock,
        kdf=CHEAP, options=OpenOptions(anchor_home=gevuld.map.parent / "ankers"),
    )  # fmt: skip
    yield opened
    opened.sluiten()


def _fields(vraag: Vraag, gevuld: Gevuld) -> dict[str, object]:
    """Return what the query cannot do without."""
    parameters = list(inspect.signature(vraag).parameters.values())[1:]
    return {
        each.name: gevuld.velden[each.name]
        for each in parameters
        if each.default is each.empty and each.name in gevuld.velden
    }


def test_every_question_is_marked_or_decided_to_show_no_case() -> None:
    assert {vraag.__name__ for vraag in OVER_CASUSSEN if inzage_of(vraag) is None} == set()
    assert {vraag.__name__ for vraag in ZONDER_CASUSSEN} == GEEN_CASUS
    assert {vraag.__name__ for vraag in ZONDER_CASUSSEN if inzage_of(vraag)} == set()
    assert set(acten.known_queries()) == {vraag.__name__ for vraag in VRAGEN}


def test_two_questions_of_one_name_are_an_error() -> None:
    def tafels() -> None: ...

    with pytest.raises(ValueError, match="tafels"):
        by_name((*VRAGEN, tafels))


def test_what_the_program_asks_of_the_desk_is_on_the_list() -> None:
    """A screen that asks a part of a query would read cases without a line."""
    root = Path(vhdesk.__file__).parent
    asked: dict[str, set[object]] = {}
    for folder in ("app", "cli", "exchange", "practice", "ui"):
        for path in (root / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("vhdesk.queries."):
                    module = importlib.import_module(node.module or "")
                    asked[str(path.relative_to(root))] = asked.get(str(path.relative_to(root)), set()) | {
                        found for name in node.names if _is_query(found := getattr(module, name.name))
                    }
    strangers = {
        (path, getattr(found, "__name__", ""))
        for path, functions in asked.items()
        for found in functions - set(VRAGEN)
    }
    assert strangers == set()
    assert sum(map(len, asked.values())) > 50


def _is_query(found: object) -> bool:
    return inspect.isfunction(found) and next(iter(inspect.signature(found).parameters), "") == "session"


def test_an_administrator_is_told_nothing_of_a_case(gevuld: Gevuld, beheer: Kluis) -> None:
    for vraag in ZONDER_CASUSSEN:
        answer = acten.ask(beheer.desk, vraag.__name__, _fields(vraag, gevuld))
        assert MERK not in msgspec.json.encode(answer).decode(), vraag.__name__
    for vraag in OVER_CASUSSEN:
        with pytest.raises(VhdeskError) as refused:
            acten.ask(beheer.desk, vraag.__name__, _fields(vraag, gevuld))
        assert refused.value.code == "niet_bevoegd", vraag.__name__


@pytest.mark.parametrize("vraag", ["dossier", "tekorten", "sprong", "casuslijst"])
def test_an_administrator_is_refused_on_the_command_line(cli: Cli, gevuld: Gevuld, vraag: str) -> None:
    fields = json.dumps(_fields(by_name(VRAGEN)[vraag], gevuld))
    ask = ("vragen", str(gevuld.map), vraag, "--json", fields)
    code, out, said = cli(*ask, *BEHEERDER, invoer=BEHEERWOORD + "\n")
    assert (code, out, said.count("\n")) == (Uitgang.GEWEIGERD, "", 1)
    code, out, _ = cli(*ask, *COORDINATOR)
    assert (code, MERK in out) == (Uitgang.GOED, True)  # so there was something to refuse


@pytest.mark.parametrize("deel", ["koppen", "verslag_nu", "op_naam", "personen_op_naam", "acties"])
def test_a_part_of_a_query_cannot_be_asked(cli: Cli, gevuld: Gevuld, deel: str) -> None:
    code, out, said = cli("vragen", str(gevuld.map), deel, "--json", "{}", *COORDINATOR)
    assert (code, out, said.count("\n")) == (Uitgang.GEWEIGERD, "", 1)


def test_asking_about_a_case_leaves_a_line(cli: Cli, gevuld: Gevuld) -> None:
    fields = json.dumps({"overleg_id": gevuld.velden["overleg_id"]})
    cli("vragen", str(gevuld.map), "tekorten", "--json", fields, *COORDINATOR, invoer=WACHTWOORD + "\n")
    _, out, _ = cli("vragen", str(gevuld.map), "journaal", *COORDINATOR)
    lines = [(line["actie"], line["object_id"]) for line in json.loads(out)]
    assert ("tekorten inzien", gevuld.velden["overleg_id"]) in lines
