from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vhdesk.exchange.aanlevering.naam import Naam, lees_losse_naam, lees_naam
from vhdesk.exchange.aanlevering.naamstijl import naamstijl
from vhdesk.exchange.aanlevering.schrijfwijze import als_voorletters, netjes, voorletters_van
from vhdesk.models.voorvoegsels import VOORVOEGSELS
from vhdesk.vocabulary_aanlevering import NaamStijl
from vhdesk.vocabulary_aanlevering import Opmerkingcode as Code

VOORNAMEN = [
    "Pieter",
    "Zoë",
    "Chloë",
    "María",
    "Noëlle",
    "Jan-Willem",
    "Özgür",
    "IJsbrand",
    "Aimée",
    "Loïs",
    "Bo",
]
ACHTERNAMEN = [
    "Kotte",
    "Öztürk",
    "Pieters-Bos",
    "Núñez",
    "Schröder",
    "Çelik",
    "D'Souza",
    "IJzer",
    "Bos",
    "Jansen",
]
DUBBEL = ["Oude Voshaar", "Groot Koerkamp", "Lutke Schipholt"]
# Without those that are written against the name (d', de l') or are a letter with an apostrophe only.
TUSSEN = sorted(" ".join(deel) for deel in VOORVOEGSELS if not deel[-1].endswith("'") and deel != ("'m",))

gegeven = st.lists(st.sampled_from(VOORNAMEN), min_size=1, max_size=3)
achter = st.sampled_from(ACHTERNAMEN + DUBBEL)
tussen = st.sampled_from(["", *TUSSEN])


def delen(naam: Naam) -> tuple[str, str, str]:
    return naam.voornamen or naam.voorletters, naam.voorvoegsel, naam.geslachtsnaam


def samen(*stukken: str) -> str:
    return " ".join(stuk for stuk in stukken if stuk)


@given(gegeven, tussen, achter)
def test_capitals_in_front_come_back_in_proper_case(voor: list[str], tv: str, naam: str) -> None:
    gelezen = lees_naam(samen(tv.upper(), naam.upper(), *voor), NaamStijl.HOOFDLETTERS)
    assert delen(gelezen) == (" ".join(voor), tv, naam)
    assert gelezen.opmerkingen == ()


@given(gegeven, tussen, achter)
def test_a_comma_separates(voor: list[str], tv: str, naam: str) -> None:
    letters = voorletters_van(" ".join(voor))
    assert delen(lees_naam(samen(f"{naam},", letters, tv), NaamStijl.KOMMA)) == (letters, tv, naam)
    assert delen(lees_naam(samen(f"{naam},", *voor, tv), NaamStijl.KOMMA)) == (" ".join(voor), tv, naam)


@given(st.sampled_from(["Dhr.", "dhr", "De heer", "Mw.", "mevrouw", ""]), gegeven, tussen, achter)
def test_initials_in_front(aanhef: str, voor: list[str], tv: str, naam: str) -> None:
    letters = voorletters_van(" ".join(voor))
    gelezen = lees_naam(samen(aanhef, letters, tv, naam), NaamStijl.VOORLETTERS)
    assert delen(gelezen) == (letters, tv, naam)
    assert gelezen.aanhef == {"d": "dhr.", "m": "mw.", "": ""}[aanhef[:1].lower()]
    assert gelezen.opmerkingen == ()


@given(st.sampled_from(VOORNAMEN), tussen, achter)
def test_as_it_is_spoken(voor: str, tv: str, naam: str) -> None:
    gelezen = lees_naam(samen(voor, tv, naam), NaamStijl.SPREEKVORM)
    assert delen(gelezen) == (voor, tv, naam)
    assert gelezen.opmerkingen == ()


@given(gegeven, tussen, achter)
def test_columns_of_their_own(voor: list[str], tv: str, naam: str) -> None:
    gelezen = lees_losse_naam(" ".join(voor), "", tv, naam)
    assert delen(gelezen) == (" ".join(voor), tv, naam)
    assert gelezen.opmerkingen == ()


@given(st.text(max_size=60), st.sampled_from(NaamStijl))
def test_no_letter_of_a_name_is_lost(ruw: str, stijl: NaamStijl) -> None:
    naam = lees_naam(" ".join(ruw.split()), stijl)
    bewaard = samen(naam.aanhef, naam.voornamen, naam.voorletters, naam.voorvoegsel, naam.geslachtsnaam)
    bewaard += " ".join(str(op.details) for op in naam.opmerkingen)
    gezocht = set("".join(c for c in ruw if c.isalpha()).casefold())
    # 'de heer' and 'mevrouw' come back as their short form
    gezocht -= set("dehrmvouwjfalinge") if naam.aanhef else set()
    assert gezocht <= set(bewaard.casefold()) | set("i̇") or not naam.geslachtsnaam


@pytest.mark.parametrize(
    ("ruw", "voor", "tv", "achternaam"),
    [
        ("VAN 'T KOTTE Pieter", "Pieter", "van 't", "Kotte"),
        ("VAN’T HOF Jan", "Jan", "van 't", "Hof"),
        ("VAN T HOF Jan", "Jan", "van 't", "Hof"),
        ("IN 'T OUDE VOSHAAR Valentijn Sem", "Valentijn Sem", "in 't", "Oude Voshaar"),
        ("VAN DEN DA SILVA PEREIRA Jo", "Jo", "van den", "Da Silva Pereira"),
        ("DA  SILVA PEREIRA Norah", "Norah", "da", "Silva Pereira"),
        ("ÖZTÜRK Nora Mette", "Nora Mette", "", "Öztürk"),
        ("İNAN Ali", "Ali", "", "İnan"),
        ("'T HART Piet", "Piet", "'t", "Hart"),
        ("PIETERS-VAN DEN BERG An", "An", "", "Pieters-van den Berg"),
        ("LE Minh", "Minh", "", "Le"),
        ("JANSEN A.B.", "A.B.", "", "Jansen"),
        ("JANSEN Pieter van den", "Pieter", "van den", "Jansen"),
    ],
)
def test_family_name_in_capitals(ruw: str, voor: str, tv: str, achternaam: str) -> None:
    assert delen(lees_naam(ruw, NaamStijl.HOOFDLETTERS)) == (voor, tv, achternaam)


@pytest.mark.parametrize(
    ("ruw", "stijl", "verwacht"),
    [
        ("Jansen, van den, A.K.", NaamStijl.KOMMA, ("A.K.", "van den", "Jansen")),
        ("van den Berg, Aad", NaamStijl.KOMMA, ("Aad", "van den", "Berg")),
        ("Da Silva Pereira, C. van 't", NaamStijl.KOMMA, ("C.", "van 't", "Da Silva Pereira")),
        ("Núñez, V.", NaamStijl.KOMMA, ("V.", "", "Núñez")),
        ("Jansen, dhr. P.", NaamStijl.KOMMA, ("P.", "", "Jansen")),
        ("Jansen, AK", NaamStijl.KOMMA, ("A.K.", "", "Jansen")),
        ("Vries, J.Th. de", NaamStijl.KOMMA, ("J.Th.", "de", "Vries")),
        ("mevr. J. Jansen-de Vries", NaamStijl.VOORLETTERS, ("J.", "", "Jansen-de Vries")),
        ("T. Oude Voshaar", NaamStijl.VOORLETTERS, ("T.", "", "Oude Voshaar")),
        ("JP Jansen", NaamStijl.SPREEKVORM, ("J.P.", "", "Jansen")),
        ("jan de boer", NaamStijl.SPREEKVORM, ("Jan", "de", "Boer")),
        ("Pieter van den JANSEN", NaamStijl.SPREEKVORM, ("Pieter", "van den", "Jansen")),
        ("Ben el Amrani", NaamStijl.SPREEKVORM, ("Ben", "el", "Amrani")),
    ],
)
def test_forms_of_other_lists(ruw: str, stijl: NaamStijl, verwacht: tuple[str, str, str]) -> None:
    assert delen(lees_naam(ruw, stijl)) == verwacht


@pytest.mark.parametrize(
    ("ruw", "stijl", "code"),
    [
        ("JANSEN PIETER", NaamStijl.HOOFDLETTERS, Code.NAAM_ONZEKER),
        ("Jan Willem Jansen", NaamStijl.SPREEKVORM, Code.NAAM_ONZEKER),
        ("Madonna", NaamStijl.SPREEKVORM, Code.NAAM_ONZEKER),
        ("Tran, Van", NaamStijl.KOMMA, Code.NAAM_ONZEKER),
        ("Jansen, Jan", NaamStijl.SPREEKVORM, Code.NAAM_ONZEKER),
        ("Jan Jansen 2", NaamStijl.SPREEKVORM, Code.NAAM_ONZEKER),
        ("Dhr. L.K. Y?lmaz", NaamStijl.VOORLETTERS, Code.TEKEN_VERLOREN),
        ("De heer P. v.d. Berg", NaamStijl.VOORLETTERS, Code.VOORVOEGSEL_AFGEKORT),
        ("JANSEN (Jantje) Jan", NaamStijl.HOOFDLETTERS, Code.NAAM_TOEVOEGING),
        ("", NaamStijl.KOMMA, Code.NAAM_ONTBREEKT),
        (", P.", NaamStijl.KOMMA, Code.NAAM_ONTBREEKT),
    ],
)
def test_a_guess_is_never_silent(ruw: str, stijl: NaamStijl, code: Code) -> None:
    assert code in [opmerking.code for opmerking in lees_naam(ruw, stijl).opmerkingen]


def test_separate_columns_with_the_prefix_elsewhere() -> None:
    assert delen(lees_losse_naam("", "FJ", "", "Nijhuis, ten")) == ("F.J.", "ten", "Nijhuis")
    assert delen(lees_losse_naam("Jan", "", "", "VAN DEN BERG")) == ("Jan", "van den", "Berg")
    vreemd = lees_losse_naam("Jan", "", "qq", "Jansen")
    assert [op.code for op in vreemd.opmerkingen] == [Code.VOORVOEGSEL_ONBEKEND]


@pytest.mark.parametrize(
    ("stijl", "namen"),
    [
        (NaamStijl.HOOFDLETTERS, ["VAN DIJK Sander", "BRAAK Kiki", "JANSEN", "JP Jansen"]),
        (NaamStijl.KOMMA, ["Jansen, A.K. van den", "Kotte, E.", "Hanna"]),
        (NaamStijl.VOORLETTERS, ["Dhr. T.R. in 't Elzinga", "Mw. E. el Haarhuis", "A. Bos"]),
        (NaamStijl.SPREEKVORM, ["Florian op den Dijk", "Fedde Öztürk", "Jansen, Piet"]),
        (NaamStijl.SPREEKVORM, []),
    ],
)
def test_the_style_is_judged_over_the_column(stijl: NaamStijl, namen: list[str]) -> None:
    assert naamstijl(namen) is stijl


@pytest.mark.parametrize(
    ("ruw", "goed"),
    [
        ("PIETERS-BOS", "Pieters-Bos"),
        ("PIETERS - BOS", "Pieters-Bos"),
        ("D'SOUZA", "D'Souza"),
        ("O'BRIEN", "O'Brien"),
        ("IJSSELSTEIN", "IJsselstein"),
        ("McDonald", "McDonald"),
        ("ßA", "ßA"),
        ("öztürk", "Öztürk"),
    ],
)
def test_proper_case(ruw: str, goed: str) -> None:
    assert netjes(ruw) == goed


@given(st.text("ABcdIJijÖö.- ", max_size=12))
def test_initials_are_written_one_way(ruw: str) -> None:
    eenmaal = als_voorletters(ruw)
    assert als_voorletters(eenmaal) == eenmaal
