"""The same rows give the same bytes, whatever the locale, time zone or hash seed of the machine."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from oefenverslag import NU

from vhdesk.printing.verslag import verslag_pdf
from vhdesk.queries.verslag_rijen import Verslag

HERE = Path(__file__).parent
PROGRAM = """
import hashlib, locale, sys
sys.path[:0] = {paths!r}
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass
from oefenverslag import NU, oefenverslag
from vhdesk.printing.verslag import verslag_pdf
print(hashlib.sha256(verslag_pdf(oefenverslag(), clock_now=NU, program_version="0.1.0")).hexdigest())
"""


@pytest.mark.parametrize(
    ("language", "zone", "seed"), [("C", "UTC", "1"), ("nl_NL.UTF-8", "Pacific/Auckland", "4711")]
)
def test_bytes_do_not_depend_on_the_machine(pdf: bytes, language: str, zone: str, seed: str) -> None:
    program = PROGRAM.format(paths=[str(HERE), str(HERE.parents[2])])
    environment = {
        **os.environ,
        "LC_ALL": language,
        "LANG": language,
        "TZ": zone,
        "PYTHONHASHSEED": seed,
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout.strip() == hashlib.sha256(pdf).hexdigest()


def test_only_the_moment_and_the_version_change_the_bytes(verslag: Verslag, pdf: bytes) -> None:
    assert verslag_pdf(verslag, clock_now=NU, program_version="0.1.0") == pdf
    later = verslag_pdf(verslag, clock_now=NU + timedelta(minutes=1), program_version="0.1.0")
    assert later != pdf
    assert verslag_pdf(replace(verslag, plaats="Elders"), clock_now=NU, program_version="0.1.0") != pdf


def test_nothing_of_a_case_stays_in_the_hyphenation(pdf: bytes) -> None:
    from pyphen import hdcache

    assert pdf
    assert [len(dictionary.cache) for dictionary in hdcache.values()] == [0] * len(hdcache)
