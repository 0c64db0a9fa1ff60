"""The course of a case by keys: up, aside, how long it is kept, nazorg, and the table with a law of its own."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from pytest_bdd import given, parsers, scenarios, then, when

from tests.features.leven import Leven
from tests.unit.printing.papier_lezen import whole
from vhdesk.models.bewaartermijn import plus_maanden
from vhdesk.queries.afschaalbrief import afschaalbrief
from vhdesk.queries.bewaren import bewaarstand
from vhdesk.queries.caseload import caseload_stand
from vhdesk.queries.dossier_rijen import StapRow
from vhdesk.queries.vernietiging import vernietigingen
from vhdesk.ui.casussen.verloop_panel import VerloopPanel
from vhdesk.ui.widgets.label import Label
from vhdesk.vocabulary import AveRol, CasusStatus, Gebeurtenissoort
from vhdesk.vocabulary_plan import NEGATIEF

scenarios(
    "ave_en_opschalen.feature",
    "parkeren_en_bewaren.feature",
    "nazorg.feature",
    "radicalisering.feature",
)

AVE = tuple(rol.value for rol in AveRol)


def _gelukt(paneel: VerloopPanel) -> None:
    assert not paneel.is_open(), [fout.text() for fout in paneel.errors.values() if fout.text()]


def _fout(leven: Leven, veld: str) -> str:
    """Return what the open panel says beside a field, and leave it."""
    paneel = leven.open("tijdlijn").tijdlijn.panel
    assert paneel.is_open() and paneel.errors[veld].isVisible()
    gezegd: str = paneel.errors[veld].text()
    leven.press("Esc")
    return gezegd


def _stappen(leven: Leven, soort: Gebeurtenissoort) -> list[StapRow]:
    """Return the steps of this kind, the oldest first."""
    return [stap for stap in leven.dossier.verloop if stap.soort is soort][::-1]


# --- the phases of AVE


def _fase(leven: Leven, rij: dict[str, str]) -> VerloopPanel:
    houders = {f"ave_{rol}": rij[rol] for rol in AVE if rij.get(rol)}
    return leven.vorm("Ctrl+Shift+F", fase=f"Fase {rij['fase']}", **houders, reden=rij["reden"])


@when("de procesregisseur met Ctrl+Shift+F een fase bepaalt zonder bestuurlijk verantwoordelijke")
def fase_half(leven: Leven) -> None:
    rij = {
        "fase": "2",
        "casusregie": "Mediant GGZ",
        "procesregie": "Gemeente Losser",
        "operationeel": "Politie",
    }
    _fase(leven, rij | {"reden": "Er is regie nodig."})


@then("zegt het venster naast het veld dat die ontbreekt, en is er geen fase")
def geen_fase(leven: Leven) -> None:
    assert _fout(leven, "ave_bestuurlijk") == "Kies een organisatie uit de lijst."
    assert _stappen(leven, Gebeurtenissoort.AVE_FASE) == []


@when("de procesregisseur na elkaar deze fasen bepaalt:", target_fixture="fasen")
def fasen(leven: Leven, datatable: list[list[str]]) -> list[dict[str, str]]:
    kop, *rijen = datatable
    bepaald = [dict(zip(kop, rij, strict=True)) for rij in rijen]
    for rij in bepaald:
        _gelukt(_fase(leven, rij))
    return bepaald


@then("staat de casus in fase 4, en blijft van elke fase te lezen wie verantwoordelijk was")
def in_fase_4(leven: Leven, fasen: list[dict[str, str]]) -> None:
    stappen = _stappen(leven, Gebeurtenissoort.AVE_FASE)
    assert [stap.fase for stap in stappen] == [1, 2, 3, 4]
    for stap, rij in zip(stappen, fasen, strict=True):
        assert {rol.value: naam for rol, naam in stap.houders} == {rol: rij[rol] for rol in AVE}


@then("staan de vier fasen met hun redenen op de geschreven tijdlijn")
def fasen_op_papier(leven: Leven, fasen: list[dict[str, str]]) -> None:
    papier = whole(leven.opdracht("tijdlijn", "tijdlijn.pdf"))
    for rij in fasen:
        assert rij["reden"] in papier and f"fase {rij['fase']}" in papier
    assert papier.index(fasen[0]["reden"]) < papier.index(fasen[3]["reden"]), "the oldest on top"


# --- up


@when(parsers.parse('de procesregisseur met Ctrl+U opschaalt van lokaal naar het huis omdat "{reden}"'))
def lokaal(leven: Leven, reden: str) -> None:
    _gelukt(leven.vorm("Ctrl+U", soort="lokaal", reden=reden))


@when(parsers.parse('de procesregisseur met Ctrl+U opschaalt naar de "{naar}" omdat "{reden}"'))
def naar_tafel(leven: Leven, naar: str, reden: str) -> None:
    _gelukt(leven.vorm("Ctrl+U", soort="tafel", naar_tafel_id=naar, reden=reden))


@then(parsers.parse('ligt de casus bij de "{naar}", met haar hele verloop'))
def aan_tafel(leven: Leven, naar: str) -> None:
    assert leven.dossier.kop.tafel == naar
    lokaal, tafel = _stappen(leven, Gebeurtenissoort.OPGESCHAALD)
    assert (tafel.van_tafel, tafel.naar_tafel) == ("Werktafel Enschede", naar)
    assert lokaal.reden and _stappen(leven, Gebeurtenissoort.TOP_X_IN)


@then(parsers.parse('weigert het venster nog eens op te schalen naar de "{naar}"'))
def niet_nog_eens(leven: Leven, naar: str) -> None:
    leven.vorm("Ctrl+U", soort="tafel", naar_tafel_id=naar, reden="Nog eens.")
    assert "tafel" in _fout(leven, "naar_tafel_id")
    assert len(_stappen(leven, Gebeurtenissoort.OPGESCHAALD)) == 2


@when(parsers.parse('de procesregisseur met Ctrl+Shift+O het antwoord "{antwoord}" vastlegt'))
def antwoord(leven: Leven, antwoord: str) -> None:
    _gelukt(leven.vorm("Ctrl+Shift+O", reden=antwoord))


@then("is elke opschaling met haar reden terug te lezen")
def terug_te_lezen(leven: Leven) -> None:
    papier = whole(leven.opdracht("tijdlijn", "tijdlijn.pdf"))
    stappen = _stappen(leven, Gebeurtenissoort.OPGESCHAALD)
    assert len(stappen) == 3 and stappen[2].beantwoord
    for woorden in (*(stap.reden for stap in stappen), "Lever uren.", "Elke partner levert uren."):
        assert woorden in papier


# --- aside


@when(parsers.parse('de procesregisseur met Ctrl+Shift+P parkeert tot "{tot}" omdat "{reden}"'))
def parkeren(leven: Leven, tot: str, reden: str) -> None:
    leven.vorm("Ctrl+Shift+P", datum=tot, reden=reden)


@then("zegt het venster naast de datum dat die later moet zijn, en is de casus niet geparkeerd")
def te_vroeg(leven: Leven) -> None:
    assert _fout(leven, "datum")
    assert leven.dossier.kop.status is CasusStatus.IN_BEHANDELING


@then(parsers.parse("is de casus geparkeerd tot over {dagen:d} dagen en telt zij niet in de Top X"))
def geparkeerd(leven: Leven, dagen: int) -> None:
    kop = leven.dossier.kop
    assert kop.status is CasusStatus.GEPARKEERD
    assert kop.volgende_datum == leven.clock.today() + timedelta(days=dagen)
    assert leven.desk.ask(caseload_stand).top_x == 0


@when(parsers.parse('de procesregisseur met Ctrl+Shift+Y hervat omdat "{reden}"'))
def hervatten(leven: Leven, reden: str) -> None:
    _gelukt(leven.vorm("Ctrl+Shift+Y", reden=reden))


@then("is de casus weer in behandeling, in de Top X, met beide redenen in het verloop")
def hervat(leven: Leven) -> None:
    assert leven.dossier.kop.status is CasusStatus.IN_BEHANDELING
    assert leven.desk.ask(caseload_stand).top_x == 1
    (weg,), (terug,) = _stappen(leven, Gebeurtenissoort.GEPARKEERD), _stappen(leven, Gebeurtenissoort.HERVAT)
    assert (weg.reden, terug.reden) == ("In detentie.", "Maandag vrij.")


# --- how long it is kept


@when(parsers.parse('de procesregisseur met Ctrl+Shift+J vastlegt dat het nodig is omdat "{reden}"'))
def nodig(leven: Leven, reden: str) -> None:
    _gelukt(leven.vorm("Ctrl+Shift+J", reden=reden))


@when(parsers.parse("het {dagen:d} dagen voor het einde van de bewaartermijn is"))
def voor_het_einde(leven: Leven, dagen: int) -> None:
    leven.naar(leven.desk.ask(bewaarstand, leven.casus_id).bewaren_tot - timedelta(days=dagen))


@when(
    parsers.re(
        r'de procesregisseur met Ctrl\+Shift\+L verlengt tot "(?P<tot>[^"]*)", besloten door "(?P<wie>[^"]*)",'
        r' omdat "(?P<reden>[^"]*)"'
    )
)
def verlengen(leven: Leven, tot: str, wie: str, reden: str) -> None:
    leven.vorm("Ctrl+Shift+L", medewerker_id=wie, datum=tot, reden=reden)


@then("zegt het venster naast de datum dat die na het einde moet liggen")
def na_het_einde(leven: Leven) -> None:
    assert _fout(leven, "datum")
    assert leven.dossier.bewaren.verlengingen == 0


@then("zegt het venster naast de reden dat die ontbreekt")
def zonder_reden(leven: Leven) -> None:
    assert _fout(leven, "reden")
    assert leven.dossier.bewaren.verlengingen == 0


@then(parsers.parse("is de termijn {keer:d} keer verlengd, tot over {dagen:d} dagen, door {wie}"))
def verlengd(leven: Leven, keer: int, dagen: int, wie: str) -> None:
    bewaren = leven.dossier.bewaren
    tot = leven.clock.today() + timedelta(days=dagen)
    assert (bewaren.verlengingen, bewaren.bewaren_tot) == (keer, tot)
    stap = _stappen(leven, Gebeurtenissoort.VERLENGD)[-1]
    assert (stap.datum, stap.toelichting) == (tot, wie) and stap.reden


@then("zegt het venster bij de casus hoe vaak er is verlengd")
def hoe_vaak(leven: Leven) -> None:
    tab: Any = leven.open("tijdlijn").tijdlijn
    assert any("2 keer verlengd" in label.text() for label in tab.findChildren(Label) if label.isVisible())


@then("is de bewaartermijn om op de dag die de laatste verlenging gaf")
def om_na_verlenging(leven: Leven) -> None:
    eerste, laatste = _stappen(leven, Gebeurtenissoort.VERLENGD)
    assert eerste.datum is not None and laatste.datum is not None
    assert eerste.datum < laatste.datum == leven.clock.today() == leven.dossier.bewaren.bewaren_tot


# --- nazorg


@when(parsers.parse('de procesregisseur met Ctrl+Shift+A afschaalt omdat "{reden}", met advies "{advies}"'))
def afschalen(leven: Leven, reden: str, advies: str) -> None:
    _gelukt(leven.vorm("Ctrl+Shift+A", reden_code="doelen behaald", reden=reden, advies=advies))


@then("is er een brief aan Losser met de reden, het advies en de twee dagen waarop wij vragen hoe het gaat")
def brief(leven: Leven) -> None:
    (stap,) = _stappen(leven, Gebeurtenissoort.AFGESCHAALD)
    inhoud = leven.desk.ask(afschaalbrief, stap.id).brief
    vandaag = leven.clock.today()
    assert (inhoud.gemeente, inhoud.toelichting, inhoud.advies) == (
        "Losser",
        "De straat heeft rust.",
        "Bel elke maand.",
    )
    assert inhoud.nazorg == (plus_maanden(vandaag, 6), plus_maanden(vandaag, 12))


@when("de afschaalbrief met de opdrachtregel wordt geschreven")
def geschreven(leven: Leven) -> None:
    papier = whole(leven.opdracht("afschaalbrief", "brief.pdf"))
    assert "De straat heeft rust." in papier and "Bel elke maand." in papier


@when(parsers.parse("het {maanden} maanden na het afschalen is"))
def na_afschalen(leven: Leven, maanden: str) -> None:
    (stap,) = _stappen(leven, Gebeurtenissoort.AFGESCHAALD)
    leven.naar(plus_maanden(stap.tijdstip.date(), {"zes": 6, "twaalf": 12}[maanden]))


@when(parsers.parse('de procesregisseur met Ctrl+Shift+G vastlegt "{bevinding}"'))
def nazorg(leven: Leven, bevinding: str) -> None:
    _gelukt(leven.vorm("Ctrl+Shift+G", reden=bevinding))


@when(parsers.parse('de procesregisseur met Ctrl+Shift+E sluit omdat "{reden}"'))
def sluiten(leven: Leven, reden: str) -> None:
    leven.koppel_terug()
    _gelukt(leven.vorm("Ctrl+Shift+E", reden=reden))


@then("zegt het venster dat de beoordeling na zes maanden blijft staan")
def blijft(leven: Leven) -> None:
    (stap,) = _stappen(leven, Gebeurtenissoort.AFGESCHAALD)
    assert leven.dossier.kop.volgende_datum == plus_maanden(stap.tijdstip.date(), 6)
    paneel = leven.open("tijdlijn").tijdlijn.panel
    leven.press("Ctrl+Shift+G")
    assert "blijft die dag staan" in paneel.gevolg.text() and paneel.gevolg.isVisible()
    leven.press("Esc")


@then("zegt het hoofd van de casus in welke fase zij is")
def fase_in_het_hoofd(leven: Leven) -> None:
    chip = leven.open().kop.ave
    assert chip.isVisible() and chip.text() == "AVE-fase 4"
    assert "operationele verantwoordelijkheid: Politie" in chip.accessibleName()


@then("is de casus afgesloten, met elke bevinding in het verloop")
def gesloten(leven: Leven) -> None:
    assert leven.dossier.kop.status is CasusStatus.AFGESLOTEN
    bevindingen = [stap.reden for stap in _stappen(leven, Gebeurtenissoort.NAZORG_BEOORDEELD)]
    assert bevindingen == [
        "In de eerste week rustig.", "Rustig; de buren groeten weer.", "Een jaar geen klacht.",
    ]  # fmt: skip


# --- radicalisering


@given(
    parsers.parse('de gemeente Losser meldde "{naam}" aan bij de "{aan}", {jaren:d} jaar, als radicalisering')
)
def aan_de_casustafel(leven: Leven, naam: str, aan: str, jaren: int) -> None:
    leven.meld_aan(naam, jaren, "radicalisering", aan=aan)


@then(parsers.parse('geldt voor de casus het regime "{regime}"'))
def regime(leven: Leven, regime: str) -> None:
    assert leven.dossier.bewaren.regime.value == regime


def _leefgebieden(leven: Leven) -> list[str]:
    view = leven.open("leefgebieden")
    leven.press("Ctrl+I")
    keuze = view.leefgebieden.panel.leefgebied
    namen = [keuze.itemText(plaats) for plaats in range(keuze.count())]
    leven.press("Esc")
    return namen


@then(parsers.parse('biedt het venster bij inbreng het leefgebied "{naam}"'))
def biedt(leven: Leven, naam: str) -> None:
    assert naam in _leefgebieden(leven)


@then(parsers.parse('biedt het venster bij inbreng het leefgebied "{naam}" niet'))
def biedt_niet(leven: Leven, naam: str) -> None:
    namen = _leefgebieden(leven)
    assert namen and naam not in namen


@then("vraagt het plan om doelen die zeggen wat er wél komt")
def positief(leven: Leven) -> None:
    assert leven.open("plan").plan.form.positief.isVisible()


@when(parsers.parse('het doel "{doel}" wordt getypt'))
def doel(leven: Leven, doel: str) -> None:
    form = leven.open("plan").plan.form
    form.delen["doelen"].add_button.setFocus()
    leven.press("Space")
    leven.vul(form.delen["doelen"].lines[-1].fields["doel"], doel)


@then("vraagt het venster naast dat doel om het positief te zeggen")
def vraag_positief(leven: Leven) -> None:
    form = leven.open("plan").plan.form
    regel = form.delen["doelen"].lines[-1]
    assert any(label.text() == NEGATIEF and label.isVisible() for label in regel.findChildren(Label))


@then(parsers.parse('noemt de verklaring het regime "{regime}" en geen naam'))
def verklaring(leven: Leven, regime: str) -> None:
    papier = whole(leven.opdracht("verklaring", "verklaring.pdf"))
    assert regime in papier and leven.nummer in papier and "Verbeek" not in papier
    assert leven.desk.ask(vernietigingen)[0].regime == regime
