"""What each role sees first on the start page; nothing is hidden, and empty means done."""

from __future__ import annotations

import pytest

from vhdesk.ui.vandaag.rollen import verdeel
from vhdesk.ui.vandaag.zin import Zin
from vhdesk.vocabulary import Gebruikersrol

ALLES = tuple(
    Zin(identity, rang, identity, identity, "vandaag")
    for identity, rang in (
        ("plicht.1", 5), ("overleg.1", 20), ("acties.over", 30), ("reservekopie", 35),
        ("schakelpunt.besluit_gevraagd", 36), ("schakelpunt.methode_over", 38), ("schakelpunt.nazorg_over", 41),
        ("schakelpunt.brief_niet_uit", 44), ("verslag.1", 46), ("casussen.zonder_casemanager", 60),
        ("casussen.aangemeld", 70), ("kluis.herstelblad", 85),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("rol", "eerst"),
    [
        (Gebruikersrol.COORDINATOR, ["plicht.1", "overleg.1", "acties.over", "schakelpunt.besluit_gevraagd"]),
        (Gebruikersrol.SECRETARIS, ["plicht.1", "verslag.1", "schakelpunt.brief_niet_uit", "overleg.1"]),
        (Gebruikersrol.EXPERT, ["overleg.1", "acties.over", "schakelpunt.besluit_gevraagd", "schakelpunt.methode_over"]),
        (Gebruikersrol.BEHEERDER, ["kluis.herstelblad", "reservekopie"]),
    ],
)  # fmt: skip
def test_the_first_sentences_are_those_of_the_role(rol: Gebruikersrol, eerst: list[str]) -> None:
    eigen, anderen = verdeel(ALLES, rol)
    assert [zin.id for zin in eigen][: len(eerst)] == eerst
    assert {zin.id for zin in (*eigen, *anderen)} == {zin.id for zin in ALLES}, "nothing is hidden"
    assert not {zin.id for zin in eigen} & {zin.id for zin in anderen}


def test_every_role_has_its_sentences() -> None:
    for rol in Gebruikersrol:
        assert verdeel(ALLES, rol)[0]


def test_what_nobody_waits_for_leaves_nothing() -> None:
    assert verdeel((), Gebruikersrol.EXPERT) == ((), ())
