"""Receiving a referral: who may, what it must say, Code Rood, and taking it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.unit.services import meldingen
from vhdesk.errors import RuleViolation, StaleVersion
from vhdesk.models.aanmelding import check_melder, ontbrekend
from vhdesk.queries.aanmeldgemeente import aanmeldgemeenten
from vhdesk.queries.aanmelding import AanmeldingDossier, aanmelding
from vhdesk.queries.agenda import agenda
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.dossier import dossier
from vhdesk.queries.overleg import overleggen
from vhdesk.queries.plicht import open_plichten
from vhdesk.queries.vandaag import vandaag
from vhdesk.services.aanmelding import (
    AanmeldingAanvullen,
    AanmeldingOntvangen,
    AanmeldingTerugnemen,
    TriageBeginnen,
)
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAangemeld
from vhdesk.services.casusgemeente import CasusGemeenteBepalen
from vhdesk.services.casusverloop import CasusStatusWijzigen
from vhdesk.services.desk import Desk
from vhdesk.services.melding import Meldpersoon
from vhdesk.services.opschalen import CasusOverdragen
from vhdesk.services.overleg import OverlegPlannen
from vhdesk.services.plicht import PlichtHeropenen, PlichtVervullen
from vhdesk.services.tafel import TafelToevoegen
from vhdesk.services.tafelinstelling import AanmeldgemeentenInstellen
from vhdesk.vocabulary import CasusStatus, Tafelregime, Tafelsoort
from vhdesk.vocabulary_triage import (
    Aanmeldbron,
    Aanmeldregel,
    Bekendheidstand,
    Besproken,
    Criterium,
    Meldtekst,
    Meldveld,
    Plichtsoort,
    Weeguitkomst,
)

Dump = Callable[[Desk], object]


def lees(desk: Desk, casus_id: str) -> AanmeldingDossier:
    return desk.ask(aanmelding, casus_id)


def aanvulling(gelezen: AanmeldingDossier) -> AanmeldingAanvullen:
    """What the form gives back of what it was shown."""
    hoofd = gelezen.hoofd
    persoon = Persoonsgegevens(
        **{naam: getattr(hoofd, naam) for naam in Persoonsgegevens.__dataclass_fields__}
    )
    return AanmeldingAanvullen(
        casus_id=gelezen.id, casus=gelezen.velden, hoofdbetrokkene=persoon, melding=gelezen.melding,
        version=gelezen.version,
    )  # fmt: skip


def test_a_referral_is_stored_once_and_read_back_whole(desk: Desk) -> None:
    wens = replace(
        meldingen.aanmelding(desk, veiligheid="hond", tolk=True),
        personen=(Meldpersoon(persoon=Persoonsgegevens(geslachtsnaam="Kind"), relatie="zoon"),),
    )
    gelezen = lees(desk, desk.execute(wens).id)
    assert gelezen.melding == wens.melding
    assert gelezen.velden.aanleiding == "Overlast"
    assert [(mens.geslachtsnaam, mens.relatie) for mens in gelezen.personen] == [
        ("Jansen", ""),
        ("Kind", "zoon"),
    ]
    gevraagd = gelezen.bekendheid[0]
    assert (gevraagd.organisatie, gevraagd.stand, gevraagd.contact) == (
        "Politie", Bekendheidstand.GEEN_ANTWOORD, "Kevin",
    )  # fmt: skip
    assert (gelezen.ontbreekt, gelezen.status) == ((), CasusStatus.AANGEMELD)


def test_undo_takes_back_everything_that_came_in(desk: Desk, dump: Dump) -> None:
    voor = dump(desk)
    desk.execute(
        replace(
            meldingen.aanmelding(desk),
            personen=(Meldpersoon(persoon=Persoonsgegevens(geslachtsnaam="Kind")),),
        )
    )
    assert desk.undo() == "Aanmelding ontvangen"
    assert dump(desk) == voor
    assert desk.redo_label is None


def test_a_referral_on_which_was_decided_stays(desk: Desk) -> None:
    casus_id = desk.execute(meldingen.aanmelding(desk)).id
    desk.execute(
        BesluitVastleggen(casus_id=casus_id, tekst="door", type_code="voortzetten", gremium_code="werktafel")
    )
    with pytest.raises(RuleViolation, match="casus_in_gebruik"):
        desk.execute(AanmeldingTerugnemen(casus_id=casus_id))
    assert len(lees(desk, casus_id).bekendheid) == 1, "nothing went half"


@pytest.mark.parametrize(
    ("bron", "code"),
    [(Aanmeldbron.PARTNER, "alleen_gemeente_meldt"), (Aanmeldbron.IEDEREEN, "alleen_bij_code_rood")],
)
def test_only_a_municipality_refers(desk: Desk, bron: Aanmeldbron, code: str) -> None:
    with pytest.raises(RuleViolation, match=code):
        desk.execute(meldingen.aanmelding(desk, bron=bron))
    assert desk.ask(casuslijst).totaal == 0


@pytest.mark.parametrize(
    ("regel", "bron", "gemeente", "melder", "code"),
    [
        (Aanmeldregel.GEMEENTEN, Aanmeldbron.GEMEENTE, False, True, "gemeente_ontbreekt"),
        (Aanmeldregel.GEMEENTEN, Aanmeldbron.ANDERE_TAFEL, False, True, "gemeente_ontbreekt"),
        (Aanmeldregel.PARTNERS, Aanmeldbron.BLUE_LIST, False, True, "gemeente_ontbreekt"),
        (Aanmeldregel.PARTNERS, Aanmeldbron.PARTNER, True, False, "melder_ontbreekt"),
        (Aanmeldregel.PARTNERS, Aanmeldbron.PARTNER, False, True, ""),
        (Aanmeldregel.GEMEENTEN, Aanmeldbron.LOKAAL_VELD, True, False, ""),
    ],
)
def test_the_rule_of_the_table_says_who_may_refer(
    regel: Aanmeldregel, bron: Aanmeldbron, gemeente: bool, melder: bool, code: str
) -> None:
    check_melder(regel, bron, code_rood=True, gemeente=False, melder=False)  # Code Rood: anyone
    if not code:
        check_melder(regel, bron, code_rood=False, gemeente=gemeente, melder=melder)
        return
    with pytest.raises(RuleViolation, match=code):
        check_melder(regel, bron, code_rood=False, gemeente=gemeente, melder=melder)


def test_not_having_talked_counts_only_with_its_reason() -> None:
    alles = {veld.value: "iets" for veld in Meldveld}
    assert ontbrekend({**alles, "besproken": Besproken.JA}) == ()
    assert ontbrekend({**alles, "besproken": Besproken.NEE}) == (Meldveld.BESPROKEN,)
    assert ontbrekend({**alles, "besproken": Besproken.NEE, "informering": "onderzoek loopt"}) == ()
    assert ontbrekend({**alles, "besproken": None}) == (Meldveld.BESPROKEN,)
    assert ontbrekend({}) == tuple(Meldveld)
    assert Meldveld.DOEL in ontbrekend({**alles, "doel": " \n"})


def test_an_incomplete_referral_does_not_reach_triage(desk: Desk) -> None:
    casus_id = desk.execute(meldingen.aanmelding(desk, ingezet="", leefgebieden=())).id
    assert lees(desk, casus_id).ontbreekt == (Meldveld.LEEFGEBIEDEN, Meldveld.INGEZET)
    for opdracht in (
        TriageBeginnen(casus_id=casus_id),
        CasusStatusWijzigen(casus_id=casus_id, status=CasusStatus.IN_TRIAGE),
    ):
        with pytest.raises(RuleViolation, match="aanmelding_onvolledig") as refusal:
            desk.execute(opdracht)
        assert "leefgebieden met zorgen, tot nu toe ingezet" in str(refusal.value.details["velden"])
    gelezen = lees(desk, casus_id)
    assert gelezen.melding is not None
    vol = replace(gelezen.melding, ingezet="Wijkteam", leefgebieden=("huisvesting",))
    desk.execute(replace(aanvulling(gelezen), melding=vol))
    desk.execute(TriageBeginnen(casus_id=casus_id))
    assert lees(desk, casus_id).status is CasusStatus.IN_TRIAGE
    assert desk.undo() == "Triage beginnen"
    assert lees(desk, casus_id).status is CasusStatus.AANGEMELD


def test_an_urgent_one_goes_on_with_its_reason(desk: Desk) -> None:
    with pytest.raises(RuleViolation, match="reden_ontbreekt"):
        desk.execute(meldingen.aanmelding(desk, ingezet="", spoed=True))
    casus_id = desk.execute(
        meldingen.aanmelding(desk, ingezet="", spoed=True, spoed_reden="Dreigt uit huis te gaan")
    ).id
    desk.execute(TriageBeginnen(casus_id=casus_id))
    assert lees(desk, casus_id).status is CasusStatus.IN_TRIAGE


def test_adding_to_a_referral_and_undo(desk: Desk, dump: Dump) -> None:
    casus_id = desk.execute(meldingen.aanmelding(desk)).id
    voor, gelezen = dump(desk), lees(desk, casus_id)
    opdracht = aanvulling(gelezen)
    anders = replace(
        opdracht,
        casus=replace(gelezen.velden, doel="Anders"),
        hoofdbetrokkene=replace(opdracht.hoofdbetrokkene, geslachtsnaam="Janssen"),
    )
    desk.execute(anders)
    assert (lees(desk, casus_id).velden.doel, lees(desk, casus_id).hoofd.naam) == ("Anders", "Ad Janssen")
    with pytest.raises(StaleVersion):
        desk.execute(anders)
    assert desk.undo() == "Aanmelding aanvullen"
    assert dump(desk) == voor


def test_a_case_of_a_list_gets_its_referral_by_adding(desk: Desk, dump: Dump) -> None:
    casus_id = desk.execute(meldingen.aanmelding(desk).casus).id
    voor, gelezen = dump(desk), lees(desk, casus_id)
    assert gelezen.melding is None and Meldveld.INGEZET in gelezen.ontbreekt
    desk.execute(replace(aanvulling(gelezen), melding=meldingen.aanmelding(desk).melding))
    assert lees(desk, casus_id).ontbreekt == (Meldveld.PARTNERS,)
    desk.undo()
    assert dump(desk) == voor
    desk.redo()
    assert lees(desk, casus_id).melding is not None


def test_code_rood_goes_to_the_agenda_and_leaves_a_duty(desk: Desk, dump: Dump) -> None:
    rood = meldingen.aanmelding(desk, bron=Aanmeldbron.IEDEREEN, code_rood=True, besproken=None, ingezet="")
    rood = replace(rood, casus=replace(rood.casus, gemeente_id=None))
    overleg_id = desk.execute(OverlegPlannen(tafel_id=meldingen.tafel(desk), datum=date(2026, 12, 2))).id
    voor = dump(desk)
    casus_id = desk.execute(rood).id
    assert lees(desk, casus_id).status is CasusStatus.IN_BEHANDELING
    assert [punt.casus_id for punt in desk.ask(agenda, overleg_id).punten][:2] == [None, casus_id]
    plicht = desk.ask(vandaag, op=date(2026, 11, 23)).plichten[0]
    assert (plicht.casus_id, plicht.soort, plicht.termijn) == (
        casus_id, Plichtsoort.GEMEENTE_INFORMEREN, date(2026, 11, 23),
    )  # fmt: skip
    desk.undo()
    assert dump(desk) == voor


@pytest.mark.parametrize(
    ("nu", "dag"),
    [
        (datetime(2026, 11, 23, 10, tzinfo=UTC), date(2026, 11, 23)),
        (datetime(2026, 11, 23, 16, tzinfo=UTC), date(2026, 11, 24)),  # today's hour has passed
        (datetime(2026, 11, 27, 16, tzinfo=UTC), date(2026, 11, 30)),  # a Friday evening
    ],
)
def test_code_rood_of_a_table_without_a_meeting_plans_one(
    desk: Desk, dump: Dump, nu: datetime, dag: date
) -> None:
    desk.clock.moment = nu  # type: ignore[attr-defined]
    rood = meldingen.aanmelding(desk, bron=Aanmeldbron.IEDEREEN, code_rood=True)
    rood = replace(rood, casus=replace(rood.casus, gemeente_id=None))
    with pytest.raises(RuleViolation, match="tafel_ontbreekt") as refused:
        desk.execute(replace(rood, casus=replace(rood.casus, tafel_id=None)))
    assert refused.value.field == "tafel_id"
    voor = dump(desk)
    event = desk.execute(rood)
    assert isinstance(event, CasusAangemeld) and event.overleg_gepland_op == event.op_agenda_van == dag
    (overleg,) = desk.ask(overleggen)
    assert overleg.datum == dag and overleg.tafel_id == meldingen.tafel(desk)
    assert event.id in [punt.casus_id for punt in desk.ask(agenda, overleg.id).punten]
    assert [rij.soort for rij in desk.ask(open_plichten)] == [Plichtsoort.GEMEENTE_INFORMEREN]
    tweede = desk.execute(meldingen.aanmelding(desk, "Pieters", code_rood=True))
    assert len(desk.ask(overleggen)) == 1, "the second one joins"
    assert isinstance(tweede, CasusAangemeld)
    assert (tweede.op_agenda_van, tweede.overleg_gepland_op) == (dag, None)
    desk.undo()
    assert len(desk.ask(overleggen)) == 1
    desk.undo()
    assert dump(desk) == voor


def test_each_table_has_its_own_gemeenten(desk: Desk) -> None:
    vreemd = meldingen.aanmelding(desk)
    vreemd = replace(vreemd, casus=replace(vreemd.casus, gemeente_id=meldingen.gemeente(desk, "Doetinchem")))
    with pytest.raises(RuleViolation, match="gemeente_meldt_hier_niet") as refused:
        desk.execute(vreemd)
    assert refused.value.field == "gemeente_id"
    assert refused.value.details == {"gemeente": "Doetinchem", "tafel": "Werktafel Enschede"}
    assert desk.ask(casuslijst).totaal == 0
    desk.execute(replace(vreemd, melding=replace(vreemd.melding, code_rood=True)))
    kamer = desk.execute(
        TafelToevoegen(naam="Achterhoek", soort=Tafelsoort.VEILIGHEIDSKAMER, regime=Tafelregime.WGS)
    ).id
    desk.execute(replace(vreemd, casus=replace(vreemd.casus, tafel_id=kamer)))
    eigen = meldingen.aanmelding(desk)
    with pytest.raises(RuleViolation, match="gemeente_meldt_hier_niet"):
        desk.execute(replace(eigen, casus=replace(eigen.casus, tafel_id=kamer)))
    mag = desk.ask(aanmeldgemeenten)
    assert (len(mag[meldingen.tafel(desk)]), len(mag[kamer])) == (14, 22)

    erbij = (*mag[meldingen.tafel(desk)], meldingen.gemeente(desk, "Doetinchem"))
    for gekozen in ((), erbij):
        instellen = AanmeldgemeentenInstellen(tafel_id=meldingen.tafel(desk), gemeente_ids=gekozen)
        if not gekozen:
            with pytest.raises(RuleViolation, match="gemeenten_ontbreken"):
                desk.execute(instellen)
            continue
        desk.execute(instellen)
    casus_id = desk.execute(vreemd).id
    desk.execute(
        AanmeldgemeentenInstellen(tafel_id=meldingen.tafel(desk), gemeente_ids=mag[meldingen.tafel(desk)])
    )
    gelezen = lees(desk, casus_id)
    desk.execute(replace(aanvulling(gelezen), casus=replace(gelezen.velden, doel="Rust")))
    assert lees(desk, casus_id).velden.doel == "Rust", "what came in by the rule of then stays"


def test_gemeente_and_tafel_of_a_weighed_referral_change_by_their_own_act(desk: Desk, dump: Dump) -> None:
    casus_id = desk.execute(meldingen.aanmelding(desk)).id
    anders = {
        "gemeente_id": meldingen.gemeente(desk, "Borne"),
        "tafel_id": meldingen.tafel(desk, "Werktafel Almelo"),
    }

    def schrijf(**velden: str) -> None:
        gelezen = lees(desk, casus_id)
        desk.execute(replace(aanvulling(gelezen), casus=replace(gelezen.velden, **velden)))

    assert not lees(desk, casus_id).staat_vast
    schrijf(gemeente_id=anders["gemeente_id"])
    desk.execute(
        meldingen.weging(
            casus_id, meldingen.collega(desk), Weeguitkomst.MEER_INFORMATIE, terugkoppeling="Wie helpt nu?"
        )
    )
    schrijf(gemeente_id=anders["gemeente_id"], doel="Rust, na navraag")
    anders["gemeente_id"] = meldingen.gemeente(desk, "Losser")
    assert lees(desk, casus_id).staat_vast and not lees(desk, casus_id).dicht
    voor = dump(desk)
    for veld, code in (("gemeente_id", "gemeente_staat_vast"), ("tafel_id", "tafel_staat_vast")):
        with pytest.raises(RuleViolation, match=code) as refused:
            schrijf(**{veld: anders[veld]})
        assert refused.value.field == veld
    assert dump(desk) == voor
    desk.execute(CasusGemeenteBepalen(casus_id=casus_id, gemeente_id=anders["gemeente_id"], reden="Verhuisd"))
    desk.execute(CasusOverdragen(casus_id=casus_id, naar_tafel_id=anders["tafel_id"], reden="Verhuisd"))
    assert lees(desk, casus_id).velden.gemeente_id == anders["gemeente_id"]


def test_nothing_of_the_referral_of_a_closed_case_changes(desk: Desk, dump: Dump) -> None:
    dicht = replace(meldingen.aanmelding(desk).casus, status=CasusStatus.AFGESLOTEN, nummer="ZVH-2024-0001")
    casus_id = desk.execute(dicht).id
    voor = dump(desk)
    assert lees(desk, casus_id).dicht
    with pytest.raises(RuleViolation, match="casus_afgerond"):
        desk.execute(aanvulling(lees(desk, casus_id)))
    assert dump(desk) == voor


def test_the_duty_stays_until_it_was_done_by_an_act(desk: Desk) -> None:
    desk.execute(OverlegPlannen(tafel_id=meldingen.tafel(desk), datum=date(2026, 12, 2)))
    casus_id = desk.execute(meldingen.aanmelding(desk, code_rood=True)).id
    gelezen = lees(desk, casus_id)
    assert gelezen.melding is not None
    with pytest.raises(RuleViolation, match="code_rood_vast"):
        desk.execute(replace(aanvulling(gelezen), melding=replace(gelezen.melding, code_rood=False)))
    plicht_id = desk.ask(open_plichten)[0].id
    for wijze, op, code in (
        (" ", None, "wijze_ontbreekt"),
        ("gebeld", date(2026, 11, 24), "datum_in_toekomst"),
        ("gebeld", date(2026, 11, 22), "plicht_voor_ontstaan"),
    ):
        with pytest.raises(RuleViolation, match=code):
            desk.execute(PlichtVervullen(plicht_id=plicht_id, wijze=wijze, op=op))
    with pytest.raises(RuleViolation, match="plicht_niet_gedaan"):
        desk.execute(PlichtHeropenen(plicht_id=plicht_id))
    desk.execute(PlichtVervullen(plicht_id=plicht_id, wijze="Burgemeester gebeld"))
    assert desk.ask(open_plichten) == ()
    with pytest.raises(RuleViolation, match="plicht_al_gedaan"):
        desk.execute(PlichtVervullen(plicht_id=plicht_id, wijze="nog eens"))
    desk.undo()
    assert [rij.id for rij in desk.ask(open_plichten)] == [plicht_id]
    desk.redo()
    assert desk.ask(open_plichten) == ()


def test_the_criteria_as_the_referrer_sees_them_are_kept_read_and_put_back(desk: Desk) -> None:
    casus_id = desk.execute(
        meldingen.aanmelding(desk, criteria=(Criterium.A, Criterium.D), criteria_reden="Overal zorgen")
    ).id
    gelezen = lees(desk, casus_id)
    assert gelezen.melding is not None and gelezen.melding.criteria == (Criterium.A, Criterium.D)
    woorden = {regel.soort: regel.tekst for regel in desk.ask(dossier, casus_id).gemeld}
    assert woorden[Meldtekst.CRITERIA] == (
        "a. Meer problemen op meer dan één leefgebied; d. Ernstige lokale veiligheidsproblematiek: Overal zorgen"
    )
    assert lees(desk, casus_id).gemeld == desk.ask(dossier, casus_id).gemeld, "read in one way"
    anders = replace(gelezen.melding, criteria=(), criteria_reden="")
    desk.execute(replace(aanvulling(gelezen), melding=anders))
    assert Meldtekst.CRITERIA not in {regel.soort for regel in desk.ask(dossier, casus_id).gemeld}
    desk.undo()
    assert lees(desk, casus_id).melding == gelezen.melding


def test_what_is_read_of_a_referral_stands_on_its_leefgebied(desk: Desk) -> None:
    casus_id = desk.execute(
        meldingen.aanmelding(desk, kinderen="Dochter van zes", taal="Tigrinya", tolk=True, gezag="  ")
    ).id
    gemeld = {regel.soort: regel for regel in desk.ask(dossier, casus_id).gemeld}
    assert gemeld[Meldtekst.KINDEREN].gebieden == ("opvoeding",)
    assert (gemeld[Meldtekst.LEEFGEBIEDEN].tekst, gemeld[Meldtekst.LEEFGEBIEDEN].gebieden) == (
        "Huisvesting", ("huisvesting",),
    )  # fmt: skip
    assert gemeld[Meldtekst.TAAL].tekst == "Tigrinya, tolk nodig"
    assert Meldtekst.GEZAG not in gemeld, "silence is not a word"


def test_bad_input_stores_nothing(desk: Desk) -> None:
    goed = meldingen.aanmelding(desk)
    for slecht, code in (
        (replace(goed, casus=replace(goed.casus, status=CasusStatus.NAZORG)), "beginstatus_onjuist"),
        (replace(goed, melding=replace(goed.melding, leefgebieden=("maan",))), "leefgebied_onbekend"),
        (replace(goed, melding=replace(goed.melding, situatieschets="x" * 200_001)), "tekst_te_lang"),
        (replace(goed, partners=goed.partners * 2), ""),
    ):
        if code:
            with pytest.raises(RuleViolation, match=code):
                desk.execute(slecht)
        else:
            assert len(lees(desk, desk.execute(slecht).id).bekendheid) == 1, "asked once, however often named"
    assert isinstance(goed, AanmeldingOntvangen)
    assert desk.ask(casuslijst).totaal == 1
