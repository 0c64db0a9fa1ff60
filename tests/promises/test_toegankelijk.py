"""Every kind of paper can be read aloud and kept: veraPDF finds no rule of PDF/UA-1 and PDF/A-2a broken."""

from __future__ import annotations

import importlib
import pkgutil
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

import vhdesk.printing
from tests.unit.printing.oefenverslag import NU, oefenverslag
from tests.verapdf import PROFILES, broken_rules
from vhdesk.app.oefening import open_oefenkluis
from vhdesk.app.plaats import Oefenplaats
from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.printing.actielijst import actielijst_pdf
from vhdesk.printing.afschaalbrief import afschaalbrief_pdf
from vhdesk.printing.crisiskaart import crisiskaart
from vhdesk.printing.herstelblad import herstelblad_pdf
from vhdesk.printing.overlegpakket import pakket_pdf
from vhdesk.printing.partneragenda import partneragenda_pdf
from vhdesk.printing.planpapier import Druk, plan_pdf, verschil_pdf
from vhdesk.printing.presentielijst import presentielijst_pdf
from vhdesk.printing.tijdlijnpapier import tijdlijn_pdf
from vhdesk.printing.vernietiging import verklaring_pdf
from vhdesk.printing.verslag import verslag_pdf
from vhdesk.queries.acties import open_acties
from vhdesk.queries.afschaalbrief import afschaalbrief
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_rijen import Dossier
from vhdesk.queries.organisatie import organisaties
from vhdesk.queries.overleg import overleggen
from vhdesk.queries.partneragenda import partneragenda
from vhdesk.queries.planverschil import planverschil
from vhdesk.queries.planversie import plan_van_dossier
from vhdesk.queries.vernietiging import vernietigingen
from vhdesk.queries.verslag import verslag
from vhdesk.queries.verslag_lezer import verslag_voor
from vhdesk.resources import GEHEIMHOUDING, read_text
from vhdesk.services.kluis import Kluis
from vhdesk.vocabulary import CasusStatus

SETTING = "zet_papier"  # what every module that makes a paper calls


@pytest.fixture
def kluis(oefensjabloon: Path, tmp_path: Path, clock: FixedClock) -> Iterator[Kluis]:
    """The practice vault, in which every paper has something to say."""
    shutil.copytree(oefensjabloon, tmp_path / "oefening")
    plaats = Oefenplaats(tmp_path / "oefening" / "Oefenkluis.vhkluis", tmp_path / "oefening" / "ankers")
    kluis = open_oefenkluis(plaats, clock, kdf=CHEAP)
    yield kluis
    kluis.sluiten()


def _papers(kluis: Kluis, clock: FixedClock) -> dict[str, dict[str, bytes]]:
    """Return per module of ``printing`` the papers it makes of the practice vault."""
    desk, druk = kluis.desk, Druk.nu(clock, oefening=True)
    cases = (desk.ask(casuslijst, status=status).rijen for status in (None, CasusStatus.NAZORG))
    dossiers = [desk.ask(dossier, row.id) for rows in cases for row in rows]
    planned = next(each for each in dossiers if each.planversies and plan_van_dossier(each) is not None)
    meeting = next(row.id for row in desk.ask(overleggen) if desk.ask(verslag, row.id).deelnemers)
    partner = desk.ask(organisaties)[0].id
    acties = desk.ask(open_acties, vandaag=clock.today())
    vernietigd = desk.ask(vernietigingen)[0]
    tekst = plan_van_dossier(planned)
    assert tekst is not None
    versie = planned.planversies[0]
    verschil = desk.ask(planverschil, planned.kop.id, van=versie.nummer)
    now = {"clock_now": clock.now(), "program_version": "0.1"}
    return {
        "verslag": {
            "verslag": verslag_pdf(desk.ask(verslag, meeting), **now),
            "verslag voor een partner": verslag_pdf(desk.ask(verslag_voor, meeting, partner), **now),
            "verslag met alles": verslag_pdf(oefenverslag(), clock_now=NU, program_version="0.1"),
        },
        "planpapier": {
            "plan": plan_pdf(planned, tekst, None, druk),
            "planversie": plan_pdf(planned, versie.tekst, versie, druk),
            "verschil": verschil_pdf(planned, verschil, druk),
        },
        "crisiskaart": {"crisiskaart": crisiskaart(planned, tekst, druk).pdf},
        "tijdlijnpapier": {"tijdlijn": tijdlijn_pdf(planned, "", druk)},
        "overlegpakket": {"pakket": pakket_pdf(desk.ask(verslag, meeting), read_text(GEHEIMHOUDING), druk)},
        "presentielijst": {
            "presentielijst": presentielijst_pdf(desk.ask(verslag, meeting), read_text(GEHEIMHOUDING), druk)
        },
        "partneragenda": {"agenda": partneragenda_pdf(desk.ask(partneragenda, meeting, partner), druk)},
        "afschaalbrief": {"brief": _brief(kluis, dossiers)},
        "vernietiging": {
            "verklaring": verklaring_pdf(vernietigd, kluis=kluis.naam, oefening=True, program_version="0.1")
        },
        "actielijst": {"actielijst": actielijst_pdf("Politie", acties, druk)},
        "herstelblad": {
            "herstelblad": herstelblad_pdf("A. de Boer", "Twente", "ABCD-EFGH-JKMN", clock.today())
        },
    }


def _brief(kluis: Kluis, dossiers: list[Dossier]) -> bytes:
    stap = next(stap.id for each in dossiers for stap in each.verloop if stap.heeft_brief)
    bewaard = kluis.desk.ask(afschaalbrief, stap)
    return afschaalbrief_pdf(bewaard.brief, gemaakt_op=bewaard.gemaakt_op, program_version="0.1")


def test_every_paper_keeps_the_rules_for_reading_aloud_and_for_the_archive(
    kluis: Kluis, clock: FixedClock, tmp_path: Path
) -> None:
    papers = _papers(kluis, clock)
    modules = (
        importlib.import_module(f"vhdesk.printing.{found.name}")
        for found in pkgutil.iter_modules(vhdesk.printing.__path__)
    )
    makers = {module.__name__.rpartition(".")[2] for module in modules if hasattr(module, SETTING)}
    assert set(papers) == makers - {"pagina"}, "every module that makes a paper is held to this"
    files = []
    for name, content in (item for made in papers.values() for item in made.items()):
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(content)
    assert broken_rules(files) == {file.name: {profile: [] for profile in PROFILES} for file in files}


def test_the_validator_finds_what_is_wrong(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    plain = tmp_path / "kaal.pdf"
    canvas = Canvas(str(plain))
    canvas.drawString(100, 700, "Zonder structuur")
    canvas.save()
    found = broken_rules([plain])["kaal.pdf"]
    assert any(rule.startswith("7.1-11:") for rule in found["PDF/UA-1"])
    assert any(rule.startswith("6.6.2.1-1:") for rule in found["PDF/A-2a"])


def _kinds(element: DictionaryObject) -> list[str]:
    """Return the names of ``element`` and everything in it, in reading order."""
    found = [str(element["/S"])] if "/S" in element else []
    parts = element.get("/K", [])
    for part in parts if isinstance(parts, list) else [parts.get_object()]:
        thing = part.get_object()
        if isinstance(thing, DictionaryObject):
            found += _kinds(thing)
    return found


def test_what_is_a_heading_a_table_or_a_list_is_called_so(tmp_path: Path) -> None:
    paper = tmp_path / "verslag.pdf"
    paper.write_bytes(verslag_pdf(oefenverslag(), clock_now=NU, program_version="0.1"))
    root = PdfReader(paper).trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    kinds = _kinds(root)
    assert kinds[0] == "/Document" and kinds[1] == "/H1"
    assert {
        "/H2",
        "/H3",
        "/Table",
        "/TR",
        "/TH",
        "/TD",
        "/L",
        "/LI",
        "/LBody",
        "/TOC",
        "/TOCI",
        "/Link",
    } <= set(kinds)
    assert kinds.count("/H1") == 1
    assert kinds.count("/TOCI") == kinds.count("/Link")
