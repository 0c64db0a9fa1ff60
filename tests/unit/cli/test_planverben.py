"""The plan, what differs, and the crisis card without a window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdf
import pytest

from tests.conftest import NAAM
from tests.drietal import geef_drietal
from vhdesk.cli.uitgang import Uitgang
from vhdesk.queries.organisatie import organisaties
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.inbreng import InbrengVastleggen
from vhdesk.services.kluis import Kluis
from vhdesk.services.plan import Bel, PlanSchrijven, PlanVaststellen
from vhdesk.vocabulary import Bronregime, CasusStatus
from vhdesk.vocabulary_triage import Bekendheidstand

Cli = Callable[..., tuple[int, str, str]]
WIE = ("--naam", NAAM, "--wachtwoord-stdin")
NUMMER = "ZVH-2026-0001"


@pytest.fixture
def gepland(kluismap: Path, kluis: Kluis) -> Path:
    desk = kluis.desk
    zaak = desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Jansen"),
            status=CasusStatus.IN_BEHANDELING,
            nummer=NUMMER,
        )
    ).id
    desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=Persoonsgegevens(geslachtsnaam="Pietersen"),
            status=CasusStatus.IN_BEHANDELING,
            nummer="ZVH-2026-0002",
        )
    )
    desk.execute(
        PlanSchrijven(
            casus_id=zaak,
            hoofddoel="rust in maart",
            afschaalcriterium="een jaar rust",
            evaluatiedatum=date(2027, 3, 1),
        )
    )
    geef_drietal(desk, zaak)
    desk.execute(PlanVaststellen(casus_id=zaak, onderbouwing="akkoord"))
    desk.execute(
        PlanSchrijven(
            casus_id=zaak,
            hoofddoel="rust in mei",
            afschaalcriterium="een jaar rust",
            evaluatiedatum=date(2027, 3, 1),
            bellen=(Bel(wie="FACT", nummer="053-000 0302"),),
        )
    )
    politie = next(row.id for row in desk.ask(organisaties) if row.naam == "Politie")
    desk.execute(BekendheidBepalen(casus_id=zaak, organisatie_id=politie, stand=Bekendheidstand.BEKEND))
    desk.execute(
        InbrengVastleggen(
            casus_id=zaak,
            organisatie_id=politie,
            leefgebied_code="financien",
            regime=Bronregime.WPG,
            tekst="Schulden.",
        )
    )
    desk.execute(
        InbrengVastleggen(
            casus_id=zaak,
            organisatie_id=politie,
            leefgebied_code="huisvesting",
            mondeling=True,
            tekst="Alleen gezegd.",
        )
    )
    kluis.sluiten()
    return kluismap


def _tekst(pad: Path) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(pad).pages).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("verb", "extra", "woorden", "niet"),
    [
        ("crisiskaart", (), "053-000 0302", "maart"),
        ("plan", (), "rust in mei", "rust in maart"),
        ("plan", ("--versie", "1"), "rust in maart", "rust in mei"),
        ("planverschil", ("--van", "1"), "Hoofddoel (gewijzigd)", "Evaluatiedatum ("),
        ("tijdlijn", (), "Aangemeld", "rust in mei"),
        ("tijdlijn", ("--partner", "politie"), "Inbreng van Politie over financiën", "Aangemeld"),
    ],
)
def test_each_paper_says_what_it_should(
    cli: Cli, gepland: Path, tmp_path: Path, verb: str, extra: tuple[str, ...], woorden: str, niet: str
) -> None:
    uit = tmp_path / "uit.pdf"
    code, gezegd, _ = cli(verb, str(gepland), NUMMER, *extra, "--uit", str(uit), *WIE)
    assert (code, "uit.pdf" in gezegd) == (Uitgang.GOED, True)
    tekst = _tekst(uit)
    assert woorden in tekst and niet not in tekst and "Jansen" in tekst
    assert "huisvesting" not in tekst and "ondeling" not in tekst  # said, and not to be written
    code, regels, _ = cli("vragen", str(gepland), "journaal", *WIE)
    assert "opslaan als PDF" in regels


@pytest.mark.parametrize(
    ("verb", "casus", "extra"),
    [
        ("crisiskaart", "ZVH-1999-0001", ()),
        ("crisiskaart", "ZVH-2026-0002", ()),
        ("plan", NUMMER, ("--versie", "7")),
        ("planverschil", NUMMER, ("--van", "7")),
        ("tijdlijn", NUMMER, ("--partner", "Niemand")),
    ],
)
def test_what_is_not_there_is_one_sentence(
    cli: Cli, gepland: Path, tmp_path: Path, verb: str, casus: str, extra: tuple[str, ...]
) -> None:
    code, _, gezegd = cli(verb, str(gepland), casus, *extra, "--uit", str(tmp_path / "nee.pdf"), *WIE)
    assert (code, gezegd.count("\n")) == (Uitgang.GEWEIGERD, 1)
    assert not (tmp_path / "nee.pdf").exists()
