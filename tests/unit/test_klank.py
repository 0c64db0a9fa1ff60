"""Names that are written differently and said alike have one key; names that are not, have two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vhdesk.folding import fold
from vhdesk.models.klank import klanken, klanksleutel
from vhdesk.models.persoon import naamklank

ZELFDE = """
Meijer Meyer Meier Maier Meijjer
Dijk Dyk Dijck Dyck Deijk
Jansen Janssen Janzen
Smid Smidt Smit Schmidt Schmitt
Visser Visscher Fisser Vischer
Bosch Bos
Bouwman Bauman Bouman Bauwman
Klaassen Claassen Claasen Klaasen
Cornelissen Kornelissen
Huizen Huyzen Huijsen
Ooijen Oijen Ooyen
Kuijpers Kuypers Kuipers Cuypers
Christiaan Kristiaan
Zwart Swart
Philips Filips
Hendriks Hendrix Hendrickx Hendricks
Thijs Tijs Thys
Quist Kwist
Leeuwen Leuwen
Haan Haen
Brandt Brand Brant
Müller Mueller Muller
Yıldız Yildiz Jildiz Jildis
Yılmaz Yilmaz Jilmaz
Şahin Sahin Sjahin Shahin
Çelik Celik Tsjelik
Güneş Gunes Gunesh
Aydın Aydin Aidin
Öztürk Ozturk
Bouali Boeali Buali
Bouchari Boukhari Boekhari Bukhari
Idrissi Idrisi
Ouali Wali
Khalid Chalid
Mohamed Mohammed Mohamet
Djamila Jamila Jamilah
Fatima Fatimah
Ghazi Gazi
Wiśniewski Wisniewski Wisniewsky
Łukasz Lukas
Wójcik Wojcik Woicik
Zieliński Zielinski Sielinski
Tania Tanja
D'Souza Dsouza D’Souza
"""
ANDERS = (
    "Bos Vos",
    "Jansen Hansen",
    "Berg Burg",
    "Mulder Molder",
    "Dik Dijk",
    "Kaya Koya",
    "Fatma Emre",
    "Vis Wis",
)


@pytest.mark.parametrize("regel", ZELFDE.strip().splitlines())
def test_said_alike(regel: str) -> None:
    assert len({klanksleutel(fold(naam)) for naam in regel.split()}) == 1


@pytest.mark.parametrize("regel", ANDERS)
def test_said_differently(regel: str) -> None:
    assert len({klanksleutel(fold(naam)) for naam in regel.split()}) == 2


def test_without_voorvoegsel_per_word_and_each_once() -> None:
    assert klanken(fold("van der Vries-Bosch")) == klanken(fold("Fries Bos")) == ("fris", "bos")
    assert klanken("van der") == (klanksleutel("van"), klanksleutel("der")), "somebody may be called so"
    assert naamklank("de Vries", "Fries Anna", "Anna") == "fris ana"


@pytest.mark.parametrize("naam", ["", "123", "🙂", "-", "'"])
def test_what_cannot_be_heard(naam: str) -> None:
    assert klanksleutel(fold(naam)) == ""


def test_other_scripts_keep_their_letters() -> None:
    assert klanksleutel(fold("محمد")) == "محمد"
    assert klanksleutel(fold("Иванов")) == fold("Иванов")


@given(st.text(max_size=40))
def test_any_text_has_a_key_of_words(naam: str) -> None:
    for sleutel in klanken(fold(naam)):
        assert sleutel
        assert not set(sleutel) & set(" \t\n-'0123456789")
