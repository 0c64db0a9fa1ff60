"""The methods of the jaarplannen: one case, other demands, held by the same acts."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.overname import oud_nummer
from vhdesk.cli.acten import ask, execute_lines
from vhdesk.errors import RuleViolation
from vhdesk.models import Casusmethode
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.journaal import journaal
from vhdesk.queries.methode_rijen import EisRow, Methodestand
from vhdesk.queries.methodevraag import NIETS, Meetlijst, Methodevraag, Zetel, lees_methodevraag
from vhdesk.queries.organisatie import organisaties, tafels
from vhdesk.queries.referentie import referentie_waarden
from vhdesk.queries.tijdlijn import tijdlijn
from vhdesk.services.bespreking import VolgendeDatumVanCasusBepalen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casus import CasuspartnerBepalen
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.casusrol import CasusrolToewijzen
from vhdesk.services.command import Command
from vhdesk.services.desk import Desk
from vhdesk.services.methode import (
    MethodeHerstellen,
    MethodeKiezen,
    MethodenotitieTerugzetten,
    MethodenotitieVastleggen,
    MethodenotitieWeghalen,
    MethodeTerugnemen,
    Noteur,
    Score,
)
from vhdesk.services.opschalen import CasusOverdragen
from vhdesk.services.organisatie import MedewerkerToevoegen
from vhdesk.services.plan import Bel, PlanSchrijven
from vhdesk.services.referentie import (
    ReferentiewaardeToevoegen,
    ReferentiewaardeVervallen,
    ReferentiewaardeWijzigen,
    ReferentiewijzigingTerugnemen,
)
from vhdesk.ui.casussen.tijdlijn import gebeurtenis_two_line
from vhdesk.vocabulary import Casusrol, CasusStatus, Informatieniveau
from vhdesk.vocabulary_methode import Methodeeis, Methodenotitiesoort

KENNIS, RISICO, VOORWAARDEN = Methodenotitiesoort
BASIS = ("identiteitsbewijs", "onderdak", "inkomen", "schulden", "zorg")
Dump = Callable[[Desk], Any]


def _casus(desk: Desk, geboren: date | None = date(2007, 5, 1), tafel: str = "Werktafel Enschede") -> str:
    tafel_id = next(row.id for row in desk.ask(tafels) if row.naam == tafel)
    persoon = Persoonsgegevens(geslachtsnaam="Toets", geboortedatum=geboren)
    return desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=persoon,
            tafel_id=tafel_id,
            status=CasusStatus.IN_BEHANDELING,
            nummer=oud_nummer(CasusStatus.IN_BEHANDELING),
        )
    ).id


def _kies(desk: Desk, casus_id: str, code: str | None, reden: str = "past het best") -> None:
    desk.execute(MethodeKiezen(casus_id=casus_id, methode_code=code, reden=reden))


def _stand(desk: Desk, casus_id: str) -> Methodestand:
    return desk.ask(dossier, casus_id, vandaag=desk.clock.today()).methode


def _eis(desk: Desk, casus_id: str, soort: Methodeeis) -> EisRow:
    return next(eis for eis in _stand(desk, casus_id).eisen if eis.soort is soort)


def _later(desk: Desk, **tijd: int) -> None:
    desk.clock.moment += timedelta(**tijd)  # type: ignore[attr-defined]


def _org(desk: Desk, code: str) -> str:
    return next(row.id for row in desk.ask(organisaties) if row.code == code)


# --- which method


def test_one_method_at_a_time_and_the_history_stays(desk: Desk) -> None:
    casus_id = _casus(desk)
    _kies(desk, casus_id, "jor", "vijf aanhoudingen")
    _later(desk, days=30)
    _kies(desk, casus_id, "veelplegers", "meerderjarig")
    _later(desk, days=1)
    _kies(desk, casus_id, None, "rustig")
    stand = _stand(desk, casus_id)
    assert stand.huidig is None and stand.eisen == ()
    assert [(rij.naam, rij.reden, rij.tot is None) for rij in stand.gehad] == [
        ("Veelplegers", "meerderjarig", False),
        ("JOR", "vijf aanhoudingen", False),
    ]
    assert stand.gehad[1].tot == stand.gehad[0].van


@pytest.mark.parametrize("stappen", [("jor",), ("jor", "pga"), ("jor", None)])
def test_undo_and_redo_are_exact(desk: Desk, dump: Dump, stappen: tuple[str | None, ...]) -> None:
    casus_id = _casus(desk)
    beelden = [dump(desk)]
    for code in stappen:
        _later(desk, hours=1)
        _kies(desk, casus_id, code)
        beelden.append(dump(desk))
    _later(desk, hours=1)
    for beeld in reversed(beelden[:-1]):
        desk.undo()
        assert dump(desk) == beeld
    for beeld in beelden[1:]:
        desk.redo()
        assert dump(desk) == beeld


def test_a_method_of_another_regime_or_list_is_refused(desk: Desk) -> None:
    casus_id = _casus(desk)
    with pytest.raises(RuleViolation, match="methode_ander_regime"):
        _kies(desk, casus_id, "radicalisering")
    eigen = _casus(desk, tafel="Casustafel Radicalisering Twente")
    _kies(desk, eigen, "radicalisering")
    werktafel = next(row.id for row in desk.ask(tafels) if row.code == "werktafel-enschede")
    with pytest.raises(RuleViolation, match="methode_ander_regime") as refusal:
        desk.execute(CasusOverdragen(casus_id=eigen, naar_tafel_id=werktafel, reden="om"))
    assert refusal.value.field == "naar_tafel_id"
    with pytest.raises(RuleViolation, match="methode_onbekend"):
        _kies(desk, casus_id, "bestaat-niet")
    with pytest.raises(RuleViolation, match="casus_zonder_methode"):
        _kies(desk, casus_id, None)
    _kies(desk, casus_id, "pga")
    with pytest.raises(RuleViolation, match="methode_al_gekozen"):
        _kies(desk, casus_id, "pga")


def test_a_method_that_is_no_longer_offered_keeps_what_it_asks(desk: Desk) -> None:
    casus_id = _casus(desk)
    _kies(desk, casus_id, "ex-gedetineerden")
    desk.execute(ReferentiewaardeVervallen(lijst_code="methoden", code="ex-gedetineerden"))
    assert _eis(desk, casus_id, Methodeeis.VOORWAARDEN).totaal == 5
    with pytest.raises(RuleViolation, match="methode_onbekend"):
        _kies(desk, _casus(desk), "ex-gedetineerden")
    desk.execute(
        ReferentiewijzigingTerugnemen(lijst_code="methoden", versie=2, gewijzigd_op=desk.clock.now())
    )


def test_taking_back_another_case_or_nothing_is_refused(desk: Desk) -> None:
    een, twee = _casus(desk), _casus(desk)
    _kies(desk, een, "jor")
    periode = _stand(desk, een).gehad[0].id
    with pytest.raises(RuleViolation, match="methode_andere_casus"):
        desk.execute(MethodeTerugnemen(casus_id=twee, vorige_id=periode))
    for command in (
        MethodeTerugnemen(casus_id=twee), MethodeTerugnemen(casus_id=een, vorige_id=periode),
        MethodeHerstellen(casus_id=twee),
    ):  # fmt: skip
        with pytest.raises(RuleViolation, match="casus_zonder_methode"):
            desk.execute(command)


def test_a_method_that_ended_says_so_and_ends_no_second_time() -> None:
    van = datetime(2026, 11, 2, 9, tzinfo=UTC)
    periode = Casusmethode(casus_id="c", methode_code="jor", reden="", van=van)
    periode.beeindigen(van + timedelta(days=1))
    with pytest.raises(RuleViolation, match="methode_al_beeindigd"):
        periode.beeindigen(van + timedelta(days=2))


def test_the_journaal_outlives_a_case_and_so_never_says_which_method_it_had(desk: Desk) -> None:
    casus_id = _casus(desk)
    _kies(desk, casus_id, "uittreedoptie-jeugdprostitutie")
    _kies(desk, casus_id, "jor")
    for _ in range(2):
        desk.undo()
    desk.redo()
    namen = {
        woord for row in desk.ask(referentie_waarden, "methoden") for woord in (row.code, row.naam.lower())
    }
    regels = desk.ask(journaal, object_id=casus_id)
    assert len([regel for regel in regels if "methode" in regel.actie.lower()]) >= 5
    assert [regel for regel in regels if any(naam in regel.bijzonderheden.lower() for naam in namen)] == []


# --- what the method asks


def test_three_of_five_basic_conditions(desk: Desk) -> None:
    casus_id = _casus(desk)
    _kies(desk, casus_id, "ex-gedetineerden")
    assert (
        _eis(desk, casus_id, Methodeeis.VOORWAARDEN).gedaan,
        _stand(desk, casus_id).laatste(VOORWAARDEN),
    ) == (0, None)
    waarden = ("geregeld", "geregeld", "loopt", "niet geregeld", "geregeld")
    scores = [Score(onderdeel=deel, waarde=waarde) for deel, waarde in zip(BASIS, waarden, strict=True)]
    desk.execute(MethodenotitieVastleggen(casus_id=casus_id, soort=VOORWAARDEN, scores=tuple(scores)))
    eis = _eis(desk, casus_id, Methodeeis.VOORWAARDEN)
    assert (eis.gedaan, eis.totaal, eis.voldaan) == (3, 5, False)
    _later(desk, hours=1)
    alles = tuple(Score(onderdeel=deel, waarde="geregeld") for deel in BASIS)
    desk.execute(MethodenotitieVastleggen(casus_id=casus_id, soort=VOORWAARDEN, scores=alles))
    assert _eis(desk, casus_id, Methodeeis.VOORWAARDEN).voldaan
    assert len(_stand(desk, casus_id).notities) == 2, "what it was before stays"


def test_the_risk_instrument_of_code_rood_is_weekly(desk: Desk) -> None:
    casus_id = _casus(desk)
    _kies(desk, casus_id, "code-rood")
    vraag = _stand(desk, casus_id).gehad[0].vraag
    assert vraag.risico is not None
    alles = tuple(Score(onderdeel=deel, waarde="ja") for deel in vraag.risico.onderdelen)
    desk.execute(MethodenotitieVastleggen(casus_id=casus_id, soort=RISICO, scores=alles, tekst="acuut"))
    assert _eis(desk, casus_id, Methodeeis.RISICO).voldaan
    _later(desk, days=7)
    assert _eis(desk, casus_id, Methodeeis.RISICO).voldaan
    _later(desk, days=1)
    assert not _eis(desk, casus_id, Methodeeis.RISICO).voldaan


def test_10_in_twente_asks_casusregie_of_ggz_a_card_and_fresh_knowledge(desk: Desk) -> None:
    casus_id = _casus(desk)
    agent, ggz = (
        desk.execute(MedewerkerToevoegen(organisatie_id=_org(desk, code), naam=f"Ad {code}")).id
        for code in ("politie", "mediant-ggz")
    )
    wijs = CasusrolToewijzen(casus_id=casus_id, rol=Casusrol.CASEMANAGER, medewerker_id=agent)
    desk.execute(wijs)
    _kies(desk, casus_id, "10-in-twente")
    soorten = {Methodeeis.CASUSREGIE, Methodeeis.KENNIS, Methodeeis.CRISISKAART, Methodeeis.RITME}
    assert {eis.soort for eis in _stand(desk, casus_id).open} == soorten
    assert not _eis(desk, casus_id, Methodeeis.CASUSREGIE).voldaan, (
        "who was casemanager before is of the politie"
    )
    andere_agent = desk.execute(
        MedewerkerToevoegen(organisatie_id=_org(desk, "politie"), naam="Bo politie")
    ).id
    with pytest.raises(RuleViolation, match="casusregie_elders"):
        desk.execute(replace(wijs, medewerker_id=andere_agent))
    assert not _eis(desk, casus_id, Methodeeis.CASUSREGIE).voldaan
    desk.execute(replace(wijs, medewerker_id=ggz))
    assert _eis(desk, casus_id, Methodeeis.CASUSREGIE).voldaan
    desk.execute(
        PlanSchrijven(casus_id=casus_id, hoofddoel="rust", bellen=(Bel(wie="FACT", nummer="053-1"),))
    )
    desk.execute(
        MethodenotitieVastleggen(casus_id=casus_id, soort=KENNIS, tekst="Slaapt sinds gisteren niet.")
    )
    desk.execute(
        VolgendeDatumVanCasusBepalen(casus_id=casus_id, datum=desk.clock.today() + timedelta(days=14))
    )
    assert _stand(desk, casus_id).open == ()
    _later(desk, days=15)
    assert {eis.soort for eis in _stand(desk, casus_id).open} == {Methodeeis.KENNIS, Methodeeis.RITME}


def test_notes_stand_newest_on_top_with_author_and_time(desk: Desk) -> None:
    casus_id = _casus(desk)
    _kies(desk, casus_id, "10-in-twente")
    _later(desk, hours=3)
    nu = desk.clock.now()
    for tekst, tijdstip in (
        ("nu", None),
        ("vannacht", nu - timedelta(hours=6)),
        ("straks", nu - timedelta(hours=1)),
    ):
        desk.execute(
            MethodenotitieVastleggen(casus_id=casus_id, soort=KENNIS, tekst=tekst, tijdstip=tijdstip)
        )
    notities = _stand(desk, casus_id).notities
    assert [rij.tekst for rij in notities] == ["nu", "straks", "vannacht"]
    assert {rij.actor for rij in notities} == {"Toets"}
    assert [treffer.id for treffer in desk.ask(casuslijst, zoek="vannacht").rijen] == [casus_id]


@pytest.mark.parametrize(
    ("geboren", "jaren", "voldaan"),
    [(date(2003, 11, 24), 22, True), (date(2003, 11, 23), 23, False), (date(2015, 1, 1), 11, False), (None, 0, False)],
)  # fmt: skip
def test_the_age_band(desk: Desk, geboren: date | None, jaren: int, *, voldaan: bool) -> None:
    casus_id = _casus(desk, geboren)
    _kies(desk, casus_id, "uittreedoptie-jeugdprostitutie")
    eis = _eis(desk, casus_id, Methodeeis.LEEFTIJD)
    assert (eis.gedaan, eis.voldaan, eis.grens) == (jaren, voldaan, (12, 22))


def test_extra_protection_refuses_content_and_shows_who_had_it(desk: Desk) -> None:
    casus_id = _casus(desk)
    bepaal = {"casus_id": casus_id, "niveau": Informatieniveau.INHOUD, "reden": "neemt deel"}
    desk.execute(CasuspartnerBepalen(organisatie_id=_org(desk, "halt"), **bepaal))
    _kies(desk, casus_id, "uittreedoptie-jeugdprostitutie")
    assert _eis(desk, casus_id, Methodeeis.BESCHERMING).namen == ("Halt",)
    with pytest.raises(RuleViolation, match="organisatie_mag_niet_weten"):
        desk.execute(CasuspartnerBepalen(organisatie_id=_org(desk, "leerplicht"), **bepaal))
    desk.execute(CasuspartnerBepalen(organisatie_id=_org(desk, "politie"), **bepaal))
    lager = CasuspartnerBepalen(
        casus_id=casus_id, organisatie_id=_org(desk, "halt"), niveau=Informatieniveau.PROCES, reden="beperkt"
    )
    desk.execute(lager)
    assert _eis(desk, casus_id, Methodeeis.BESCHERMING).voldaan
    desk.undo()
    assert _eis(desk, casus_id, Methodeeis.BESCHERMING).namen == ("Halt",), "undo brings back what was"


def test_pga_asks_an_exit_from_day_one(desk: Desk) -> None:
    casus_id = _casus(desk)
    _kies(desk, casus_id, "pga")
    assert not _eis(desk, casus_id, Methodeeis.AFSCHAALCRITERIUM).voldaan
    desk.execute(
        PlanSchrijven(casus_id=casus_id, hoofddoel="werk", afschaalcriterium="een jaar geen politiecontact")
    )
    assert _eis(desk, casus_id, Methodeeis.AFSCHAALCRITERIUM).voldaan


# --- notes: refused, and taken out


def _notitie(casus_id: str, **velden: Any) -> MethodenotitieVastleggen:
    return MethodenotitieVastleggen(casus_id=casus_id, **({"soort": VOORWAARDEN} | velden))


@pytest.mark.parametrize(
    ("code", "velden"),
    [
        ("notitie_zonder_tekst", {"soort": KENNIS, "tekst": " "}),
        ("methode_vraagt_dit_niet", {"soort": RISICO, "scores": (Score(onderdeel="x", waarde="ja"),)}),
        ("scores_ontbreken", {}),
        ("score_onbekend", {"scores": (Score(onderdeel="schulden", waarde="ja"),)}),
        ("score_onbekend", {"scores": (Score(onderdeel="schuld", waarde="geregeld"),)}),
    ],
)
def test_what_the_method_does_not_know_is_refused(desk: Desk, code: str, velden: dict[str, Any]) -> None:
    casus_id = _casus(desk)
    with pytest.raises(RuleViolation, match="casus_zonder_methode"):
        desk.execute(_notitie(casus_id, **velden))
    _kies(desk, casus_id, "ex-gedetineerden")
    with pytest.raises(RuleViolation, match=code):
        desk.execute(_notitie(casus_id, **velden))


def test_a_note_of_tomorrow_is_refused(desk: Desk) -> None:
    casus_id = _casus(desk)
    _kies(desk, casus_id, "10-in-twente")
    morgen = desk.clock.now() + timedelta(minutes=1)
    with pytest.raises(RuleViolation, match="notitie_in_toekomst"):
        desk.execute(_notitie(casus_id, soort=KENNIS, tekst="x", tijdstip=morgen))


def test_a_note_is_taken_out_and_comes_back_as_it_was(desk: Desk, dump: Dump) -> None:
    casus_id = _casus(desk)
    _kies(desk, casus_id, "ex-gedetineerden")
    met = {"scores": (Score(onderdeel="schulden", waarde="geregeld"),), "tekst": "brief gezien"}
    notitie_id = desk.execute(_notitie(casus_id, **met)).id
    voor = dump(desk)
    weg: Command = MethodenotitieWeghalen(methodenotitie_id=notitie_id)
    desk.execute(weg)
    assert _stand(desk, casus_id).notities == ()
    desk.undo()
    assert dump(desk) == voor
    rij = _stand(desk, casus_id).notities[0]
    with pytest.raises(RuleViolation, match="id_in_gebruik"):
        desk.execute(
            MethodenotitieTerugzetten(
                casus_id=casus_id, methodenotitie_id=rij.id, methode_code=rij.methode_code, soort=rij.soort,
                tekst="", scores=(), tijdstip=rij.tijdstip, door=Noteur(gebruiker="x", naam="x"),
            )
        )  # fmt: skip


# --- the list itself: what a table changes


def _waarde(desk: Desk, code: str) -> Methodevraag:
    rij = next(rij for rij in desk.ask(referentie_waarden, "methoden") if rij.code == code)
    return lees_methodevraag(rij.kenmerken)


def test_a_table_changes_what_a_method_asks_and_undo_is_exact(desk: Desk, dump: Dump) -> None:
    casus_id = _casus(desk)
    _kies(desk, casus_id, "ex-gedetineerden")
    voor = dump(desk)
    was = _waarde(desk, "ex-gedetineerden")
    assert was.voorwaarden is not None
    zes = replace(was.voorwaarden, onderdelen=(*was.voorwaarden.onderdelen, "netwerk"))
    desk.execute(
        ReferentiewaardeWijzigen(
            lijst_code="methoden",
            code="ex-gedetineerden",
            methode=replace(was, voorwaarden=zes, elke_dagen=14),
        )
    )
    assert _eis(desk, casus_id, Methodeeis.VOORWAARDEN).totaal == 6
    na = dump(desk)
    desk.undo()
    assert dump(desk) == voor
    desk.redo()
    assert _waarde(desk, "ex-gedetineerden").elke_dagen == 14
    assert na.keys() == dump(desk).keys()


def test_a_method_of_ones_own(desk: Desk) -> None:
    eigen = Methodevraag(
        elke_dagen=21,
        casusregie=Zetel(naam="Gemeente", organisaties=("gemeente-losser",)),
        voorwaarden=Meetlijst(
            naam="Eisen", onderdelen=(" a ", "a", "b"), schaal=("nee", "ja"), voldaan=("ja",)
        ),
    )
    desk.execute(ReferentiewaardeToevoegen(lijst_code="methoden", naam="Losserse aanpak", methode=eigen))
    casus_id = _casus(desk)
    _kies(desk, casus_id, "losserse-aanpak")
    assert _waarde(desk, "losserse-aanpak").voorwaarden == replace(eigen.voorwaarden, onderdelen=("a", "b"))  # type: ignore[type-var]
    assert {eis.soort for eis in _stand(desk, casus_id).open} == {
        Methodeeis.CASUSREGIE, Methodeeis.RITME, Methodeeis.VOORWAARDEN,
    }  # fmt: skip


_LIJST = Meetlijst(naam="x", onderdelen=("a",), schaal=("nee", "ja"), voldaan=("ja",))


@pytest.mark.parametrize(
    ("code", "veld", "anders"),
    [
        ("getal_buiten_bereik", "elke_dagen", {"elke_dagen": -1}),
        ("getal_buiten_bereik", "leeftijd_tot", {"leeftijd_tot": 121}),
        ("leeftijd_omgekeerd", "leeftijd_tot", {"leeftijd_vanaf": 20, "leeftijd_tot": 12}),
        ("methode_regime_onbekend", "regime", {"regime": "iets"}),
        ("doelgroep_onbekend", "doelgroepen", {"doelgroepen": ("bestaat-niet",)}),
        ("zetel_zonder_organisatie", "quorum", {"quorum": (Zetel(naam="OM"),)}),
        ("zetel_organisatie_onbekend", "mag_weten", {"mag_weten": (Zetel(naam="OM", organisaties=("om",)),)}),
        ("meetlijst_zonder_onderdelen", "risico", {"risico": replace(_LIJST, onderdelen=(" ",))}),
        ("meetlijst_zonder_schaal", "risico_schaal", {"risico": replace(_LIJST, schaal=("ja", "ja"))}),
        (
            "meetlijst_voldaan_onbekend",
            "voorwaarden_voldaan",
            {"voorwaarden": replace(_LIJST, voldaan=("goed",))},
        ),
        ("naam_ontbreekt", "voorwaarden_naam", {"voorwaarden": replace(_LIJST, naam=" ")}),
    ],
)
def test_a_method_that_code_could_not_act_on_is_refused(
    desk: Desk, code: str, veld: str, anders: dict[str, Any]
) -> None:
    with pytest.raises(RuleViolation, match=code) as weigering:
        desk.execute(
            ReferentiewaardeWijzigen(lijst_code="methoden", code="pga", methode=replace(NIETS, **anders))
        )
    assert weigering.value.field == veld


def test_every_shipped_method_is_one_that_could_be_typed(desk: Desk) -> None:
    for rij in desk.ask(referentie_waarden, "methoden"):
        vraag = lees_methodevraag(rij.kenmerken)
        desk.execute(ReferentiewaardeWijzigen(lijst_code="methoden", code=rij.code, methode=vraag))
        assert _waarde(desk, rij.code) == vraag, rij.code
        assert vraag != NIETS


def test_the_timeline_holds_methods_and_that_something_was_noted(desk: Desk) -> None:
    casus_id = _casus(desk)
    _kies(desk, casus_id, "10-in-twente")
    _later(desk, days=2)
    desk.execute(MethodenotitieVastleggen(casus_id=casus_id, soort=KENNIS, tekst="Slaapt niet."))
    _kies(desk, casus_id, "pga")
    _later(desk, days=2)
    _kies(desk, casus_id, None)
    events = tijdlijn(desk.ask(dossier, casus_id))
    teksten = [event.tekst for event in events if event.id.startswith("methode")]
    assert (teksten[0], teksten[-1]) == ("Methode PGA beëindigd", "Methode: 10 in Twente")
    assert set(teksten[1:-1]) == {"Stand van kennis vastgelegd", "Methode: PGA"}, (
        "one line per event, and no end twice"
    )
    assert all(gebeurtenis_two_line(event).icon for event in events)


def test_every_act_is_done_without_a_window(desk: Desk) -> None:
    casus_id = _casus(desk)
    regels = [
        {"acte": "MethodeKiezen", "velden": {"casus_id": casus_id, "methode_code": "ex-gedetineerden"}},
        {
            "acte": "MethodenotitieVastleggen",
            "velden": {
                "casus_id": casus_id, "soort": "voorwaarden",
                "scores": [{"onderdeel": "schulden", "waarde": "geregeld"}],
            },
        },
        {"acte": "MethodeKiezen", "velden": {"casus_id": casus_id, "methode_code": "radicalisering"}},
    ]  # fmt: skip
    antwoorden = list(execute_lines(desk, map(json.dumps, regels)))
    assert [antwoord["gelukt"] for antwoord in antwoorden] == [True, True, False]
    assert "PGA radicalisering" in antwoorden[2]["uitleg"]
    assert ask(desk, "dossier", {"casus_id": casus_id}).methode.eisen[1].gedaan == 1
