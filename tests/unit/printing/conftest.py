"""The practice minutes, made once for all tests of the papers."""

from __future__ import annotations

import pytest
from oefenverslag import NU, oefenverslag
from papier_lezen import sheets, without_frame

from vhdesk.printing.verslag import verslag_pdf
from vhdesk.queries.verslag_rijen import Verslag


@pytest.fixture(scope="session")
def verslag() -> Verslag:
    return oefenverslag()


@pytest.fixture(scope="session")
def pdf(verslag: Verslag) -> bytes:
    return verslag_pdf(verslag, clock_now=NU, program_version="0.1.0")


@pytest.fixture(scope="session")
def bladen(pdf: bytes) -> list[str]:
    return sheets(pdf)


@pytest.fixture(scope="session")
def tekst(bladen: list[str]) -> str:
    return without_frame(bladen)
