"""Outcomes of the weighing by keys, from each source of referral, and the feedback that stays until it was given."""

from __future__ import annotations

from typing import Any

from PySide6.QtTest import QTest
from pytest_bdd import given, parsers, scenarios, then, when

from tests.features.leven import Leven
from vhdesk.queries.aanmelding import AanmeldingDossier, aanmelding
from vhdesk.queries.caseload import caseload_stand
from vhdesk.queries.plicht import open_plichten
from vhdesk.queries.vernietiging import vernietigingen
from vhdesk.vocabulary import CasusStatus, Gebeurtenissoort
from vhdesk.vocabulary_triage import Aanmeldbron, Caseload, Criterium, Weeguitkomst

scenarios("weging_uitkomsten.feature")

_BRON = {
    "via het lokale veld": {"bron": Aanmeldbron.LOKAAL_VELD},
    "via de blue list": {"bron": Aanmeldbron.BLUE_LIST, "blue_list": True},
    "van een andere tafel": {"bron": Aanmeldbron.ANDERE_TAFEL},
}


@given(
    parsers.re(
        r'de gemeente Losser meldde "(?P<naam>[^"]+)" aan (?P<weg>via het lokale veld|via de blue list|van een andere tafel),'
        r" (?P<jaren>\d+) jaar, als (?P<doelgroep>\S+)"
    ),
    converters={"jaren": int},
)
def aangemeld(leven: Leven, naam: str, weg: str, jaren: int, doelgroep: str) -> None:
    leven.meld_aan(naam, jaren, doelgroep, **_BRON[weg])


def _lees(leven: Leven) -> AanmeldingDossier:
    return leven.desk.ask(aanmelding, leven.casus_id)


def _detail(leven: Leven) -> Any:
    assert leven.session is not None
    leven.session.context.shell.navigate("aanmeldingen", f"weging:{leven.casus_id}")
    QTest.qWait(5)
    page: Any = leven.session.window.page("aanmeldingen")
    return page.triage.detail


def _weeg(leven: Leven, uitkomst: str, antwoorden: str, *, erbij: bool = True, **velden: str) -> Any:
    """Weigh in the panel: j, n or - for each criterion, the outcome, and the fields of that outcome."""
    paneel = _detail(leven).weeg
    leven.press("Ctrl+W")
    assert paneel.is_open()
    for criterium, antwoord in zip(Criterium, antwoorden, strict=True):
        rij = paneel.rows[criterium]
        if antwoord != "-":
            leven.vul(rij.oordeel, {"j": "ja", "n": "nee"}[antwoord])
            leven.vul(rij.reden, "besproken in het team")
    leven.vul(paneel.uitkomst, Weeguitkomst(uitkomst).value)
    paneel.tell()
    for naam, woorden in {"motivering": "Zo wogen wij het.", **velden}.items():
        leven.vul(getattr(paneel, naam), woorden)
    if erbij:
        paneel.aanwezigen.search.setFocus()
        leven.type("Marijke")
        leven.press("Return")
    leven.press("Ctrl+Return")
    return paneel


def _gewogen(paneel: Any) -> None:
    assert not paneel.is_open(), [fout.text() for fout in paneel.errors.values() if fout.text()]


# --- more information


@when('het team met Ctrl+W weegt: "meer informatie", zonder criterium b te kunnen beoordelen')
def meer_informatie(leven: Leven) -> None:
    _gewogen(_weeg(leven, "meer informatie", "j-jn"))


@then("is de casus weer aangemeld, met de weging erbij")
def weer_aangemeld(leven: Leven) -> None:
    zaak = _lees(leven)
    assert zaak.status is CasusStatus.AANGEMELD
    assert [weging.uitkomst for weging in zaak.wegingen] == [Weeguitkomst.MEER_INFORMATIE]
    assert leven.desk.ask(caseload_stand).top_x == 0


@when("de melder is gebeld en heeft aangevuld")
def gebeld(leven: Leven) -> None:
    assert leven.session is not None
    leven.session.context.shell.navigate("aanmeldingen", f"plicht:{leven.casus_id}")
    QTest.qWait(5)
    leven.type("Gebeld met Els Bos.")
    leven.press("Ctrl+Return")
    assert leven.desk.ask(open_plichten) == ()


@when(parsers.parse('het team met Ctrl+W weegt: "hulp in de uitvoering", omdat één keten het kan'))
def hulp(leven: Leven) -> None:
    _gewogen(_weeg(leven, "hulp in de uitvoering", "jnjn"))


@then("staat de casus bij de hulp in de uitvoering en zijn er twee wegingen te lezen")
def in_de_hulp(leven: Leven) -> None:
    zaak, stand = _lees(leven), leven.desk.ask(caseload_stand)
    assert (zaak.status, zaak.caseload) == (CasusStatus.IN_BEHANDELING, Caseload.HULP)
    assert (stand.hulp, stand.top_x, len(zaak.wegingen)) == (1, 0, 2)


# --- advice


@when('het team met Ctrl+W weegt: "advies", zonder te zeggen welk advies')
def advies_half(leven: Leven) -> None:
    _weeg(leven, "advies", "nnnn")


@then("zegt het venster naast het advies dat het ontbreekt, en is er niet gewogen")
def advies_ontbreekt(leven: Leven) -> None:
    _niet_gewogen(leven, "advies")


@when(parsers.parse('het team met Ctrl+W weegt: "advies", met advies "{advies}"'))
def advies(leven: Leven, advies: str) -> None:
    _gewogen(_weeg(leven, "advies", "nnnn", erbij=False, advies=advies))  # who was there still stands there


@then("kreeg de melder advies en telt de casus nergens mee")
def advies_gegeven(leven: Leven) -> None:
    stand = leven.desk.ask(caseload_stand)
    assert _lees(leven).status is CasusStatus.ADVIES
    assert (stand.top_x, stand.hulp) == (0, 0)


# --- not taken in


@then("staat bij de aanmelding dat zij van de blue list komt, en geen politiegegeven")
def van_de_blue_list(leven: Leven) -> None:
    melding = _lees(leven).melding
    assert melding is not None and melding.blue_list and melding.bron is Aanmeldbron.BLUE_LIST
    assert leven.dossier.inbreng == (), "the list itself is not copied"


@when('het team met Ctrl+W weegt: "niet opnemen", zonder advies en zonder wie erbij was')
def half_gewogen(leven: Leven) -> None:
    _weeg(leven, "niet opnemen", "nnnn", erbij=False)


@then("zegt het venster naast het veld wie erbij was, en is er niet gewogen")
def niet_gewogen(leven: Leven) -> None:
    _niet_gewogen(leven, "aanwezigen")


def _niet_gewogen(leven: Leven, veld: str) -> None:
    """The panel stays open with a sentence beside the field, and nothing was kept; leave it."""
    paneel = _detail(leven).weeg
    fout = paneel.errors[veld]
    assert paneel.is_open() and fout.isVisible() and fout.text()
    assert _lees(leven).wegingen == () and leven.desk.ask(open_plichten) == ()
    leven.press("Esc")


@when(parsers.parse('het team met Ctrl+W weegt: "niet opnemen", met advies "{advies}"'))
def niet_opnemen(leven: Leven, advies: str) -> None:
    _gewogen(_weeg(leven, "niet opnemen", "nnnn", advies=advies))


@then("is de casus niet opgenomen en telt zij nergens mee")
def niet_opgenomen(leven: Leven) -> None:
    stand = leven.desk.ask(caseload_stand)
    assert _lees(leven).status is CasusStatus.NIET_OPGENOMEN
    assert (stand.top_x, stand.hulp) == (0, 0)


@then(parsers.parse('staat het advies "{advies}" klaar voor de melder'))
def advies_klaar(leven: Leven, advies: str) -> None:
    (plicht,) = leven.desk.ask(open_plichten)
    assert plicht.termijn < leven.clock.today()
    assert advies in next(rij.tekst for rij in _lees(leven).plichten if rij.gedaan_op is None)


# --- another table


@when(parsers.parse('het team met Ctrl+W weegt: "andere tafel", naar de "{naar}"'))
def andere_tafel(leven: Leven, naar: str) -> None:
    _gewogen(_weeg(leven, "andere tafel", "jjjn", naar_tafel=naar))


@then(parsers.parse('wacht de casus op weging bij de "{naar}", met haar reden in het verloop'))
def bij_die_tafel(leven: Leven, naar: str) -> None:
    zaak = leven.dossier
    assert (zaak.kop.tafel, zaak.kop.status) == (naar, CasusStatus.IN_TRIAGE)
    stap = next(stap for stap in zaak.verloop if stap.soort is Gebeurtenissoort.OVERGEDRAGEN)
    assert (stap.naar_tafel, stap.reden) == (naar, "Zo wogen wij het.")


@then(parsers.parse('staat de casus in de Top X van de "{tafel}", met de twee wegingen te lezen'))
def top_x_van(leven: Leven, tafel: str) -> None:
    zaak = _lees(leven)
    assert (leven.dossier.kop.tafel, zaak.status, zaak.caseload) == (
        tafel,
        CasusStatus.IN_BEHANDELING,
        Caseload.TOP_X,
    )
    assert {weging.uitkomst for weging in zaak.wegingen} == {Weeguitkomst.ANDERE_TAFEL, Weeguitkomst.TOP_X}


# --- what is left of them


@then(parsers.parse("telt de verklaring {wegingen:d} wegingen"))
def wegingen_geteld(leven: Leven, wegingen: int) -> None:
    assert leven.desk.ask(vernietigingen)[0].aantallen.get("weging", 0) == wegingen
