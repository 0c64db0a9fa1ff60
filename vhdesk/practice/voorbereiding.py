"""The twelve cases of the story as the partners prepared them, before the meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from vhdesk.exchange.aanlevering.naam import lees_naam
from vhdesk.practice.plannen import eerste_plan
from vhdesk.practice.register import Register
from vhdesk.practice.stukken import stukken
from vhdesk.practice.teksten import MELDING_CODE_ROOD, TRIAGE
from vhdesk.practice.verhaal import Gegevens, Verhaal
from vhdesk.queries.dossier import dossier
from vhdesk.queries.plicht import open_plichten
from vhdesk.services.aanmelding import AanmeldingOntvangen, TriageBeginnen
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.betrokkene import BetrokkeneToevoegen, Persoonsgegevens
from vhdesk.services.casus import CasuspartnerBepalen, CasusTekstWijzigen
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.casusrol import CasusrolToewijzen
from vhdesk.services.desk import Desk
from vhdesk.services.inbreng import ALLEN, FactorVastleggen, InbrengVastleggen, ZrmVastleggen
from vhdesk.services.informering import BetrokkeneInformeren
from vhdesk.services.plicht import PlichtVervullen
from vhdesk.vocabulary import Bronregime, Casusrol, CasusStatus, Factorsoort, Informatieniveau
from vhdesk.vocabulary_aanlevering import NaamStijl
from vhdesk.vocabulary_inbreng import Informeerstand, citaat
from vhdesk.vocabulary_lezer import NEEMT_DEEL
from vhdesk.vocabulary_triage import Bekendheidstand, Besproken

CODE_ROOD = "Code Rood"
REGISSEUR_BIJ_BESLUIT = "aanwijzen casemanager"
_NOG_NIET_OPGENOMEN = ("aangemeld", "in triage")
_DAGEN_PER_NUMMER = 2.245  # numbers run through the year: ZVH-2026-0149 came in on 1 December


def maak_casus(desk: Desk, register: Register, verhaal: Verhaal, casus: Gegevens) -> str:
    """Enter one case with its people, its plan and its roles; return its id."""
    casus_id = _aanmelden(desk, register, verhaal, casus)
    _mensen(desk, register, casus, casus_id)
    desk.execute(eerste_plan(verhaal, casus, casus_id))
    _rollen(desk, register, verhaal, casus, casus_id)
    return casus_id


def breng_in(desk: Desk, register: Register, verhaal: Verhaal, casus: Gegevens, casus_id: str) -> None:
    """Add what the partners brought in for the meeting, and what was made of it."""
    _beeld(desk, register, verhaal, casus, casus_id)
    if _status(casus["status_voor"]) is CasusStatus.IN_TRIAGE:  # 'volledig bevonden', also who must be asked
        desk.execute(TriageBeginnen(casus_id=casus_id))


def is_code_rood(casus: Gegevens) -> bool:
    """Whether a case of the story came in as Code Rood: straight to the agenda (jaarplan Twente 2015 §2)."""
    return bool(casus["doelgroep"] == CODE_ROOD)


def ontvang_code_rood(
    desk: Desk, register: Register, verhaal: Verhaal, casus: Gegevens, overleg_id: str
) -> str:
    """Receive a Code Rood on the agenda of a planned meeting, with everything known so far; return its id."""
    melding = replace(MELDING_CODE_ROOD, melder_organisatie_id=register.organisatie(casus["aanmelder"]))
    command = AanmeldingOntvangen(
        casus=_casus(desk, register, verhaal, casus), melding=melding, overleg_id=overleg_id
    )
    casus_id = desk.execute(command).id
    _mensen(desk, register, casus, casus_id)
    desk.execute(eerste_plan(verhaal, casus, casus_id))
    _rollen(desk, register, verhaal, casus, casus_id)
    breng_in(desk, register, verhaal, casus, casus_id)
    for plicht in desk.ask(open_plichten):
        if plicht.casus_id == casus_id:  # the grondslag of the story tells when
            desk.execute(PlichtVervullen(plicht_id=plicht.id, wijze=casus["grondslag"].partition("; ")[2]))
    return casus_id


def _aanmelden(desk: Desk, register: Register, verhaal: Verhaal, casus: Gegevens) -> str:
    gegevens, status = _casus(desk, register, verhaal, casus), _status(casus["status_voor"])
    if status is not CasusStatus.IN_TRIAGE:
        return desk.execute(replace(gegevens, status=status)).id
    gebieden = {inbreng["leefgebied"]: None for inbreng in casus["inbreng"]}
    melding = replace(
        TRIAGE[casus["nummer"]],
        besproken=Besproken.JA,
        leefgebieden=tuple(verhaal.woorden.code("leefgebieden", naam) for naam in gebieden),
    )
    bijlagen = stukken(casus["nummer"])
    return desk.execute(AanmeldingOntvangen(casus=gegevens, melding=melding, bijlagen=bijlagen)).id


def _casus(desk: Desk, register: Register, verhaal: Verhaal, casus: Gegevens) -> CasusAanmelden:
    return CasusAanmelden(
        hoofdbetrokkene=_persoon(casus["hoofdbetrokkene"]),
        nummer=casus["nummer"],
        titel=casus["titel"],
        doelgroep_code=verhaal.woorden.code("doelgroepen", casus["doelgroep"]),
        doelgroep_tekst=casus["doelgroep"],
        gemeente_id=register.gemeenten[casus["gemeente"]],
        tafel_id=register.tafels[verhaal.inhoud["tafel"]],
        aanmelder=casus["aanmelder"],
        grondslag=casus["grondslag"],
        doel=casus["doel"],
        aanleiding=casus["aanleiding"],
        vraag_aan_tafel=casus["vraag_aan_tafel"],
        gezamenlijk_beeld=casus["gezamenlijk_beeld"],
        zienswijze=casus["zienswijze_betrokkene"],
        informering=casus["informering"],
        aangemeld_op=min(aangemeld_op(casus["nummer"]), desk.clock.today(), verhaal.datum),
    )


def _status(waarde: str) -> CasusStatus:
    return {status.value: status for status in CasusStatus}[waarde]


def aangemeld_op(nummer: str) -> date:
    """Return the day that goes with a case number: the story gives none."""
    _, jaar, volgnr = nummer.split("-")
    return date(int(jaar), 1, 1) + timedelta(days=int(int(volgnr) * _DAGEN_PER_NUMMER))


def _persoon(gegevens: Gegevens) -> Persoonsgegevens:
    woonplaats, _, bijzonderheid = gegevens["woonplaats"].partition(" (")
    adres = gegevens.get("adres", "")
    straat = adres.removesuffix(f", {woonplaats}")
    is_adres = straat != adres
    opmerkingen = [bijzonderheid.removesuffix(")"), "" if is_adres else adres]
    return Persoonsgegevens(
        voornamen=gegevens["voornamen"],
        voorvoegsel=gegevens["voorvoegsel"],
        geslachtsnaam=gegevens["geslachtsnaam"],
        geboortedatum=gegevens["geboortedatum"],
        geslacht=gegevens["geslacht"],
        bsn=gegevens.get("bsn", ""),
        adres=straat if is_adres else "",
        woonplaats=woonplaats,
        telefoon=gegevens.get("telefoon", ""),
        opmerking="; ".join(filter(None, opmerkingen)),
    )


def _mensen(desk: Desk, register: Register, casus: Gegevens, casus_id: str) -> None:
    for lid in casus["systeem"]:
        naam = lees_naam(lid["naam"], NaamStijl.SPREEKVORM)
        persoon = Persoonsgegevens(
            voornamen=naam.voornamen,
            voorvoegsel=naam.voorvoegsel,
            geslachtsnaam=naam.geslachtsnaam,
            geboortedatum=lid["geboortedatum"],
        )
        desk.execute(BetrokkeneToevoegen(casus_id=casus_id, persoon=persoon, relatie=lid["relatie"]))
    niveaus = {niveau.value: niveau for niveau in Informatieniveau}
    for naam_organisatie, niveau in casus["niveaus"].items():
        organisatie_id = register.organisatie(naam_organisatie)
        desk.execute(
            CasuspartnerBepalen(
                casus_id=casus_id,
                organisatie_id=organisatie_id,
                niveau=niveaus[str(niveau)],
                reden=NEEMT_DEEL,
            )
        )


def _beeld(desk: Desk, register: Register, verhaal: Verhaal, casus: Gegevens, casus_id: str) -> None:
    _bekend(desk, register, casus, casus_id)
    regimes = {regime.value: regime for regime in Bronregime}
    gezegd: dict[str, str] = {}
    for inbreng in casus["inbreng"]:
        door = inbreng["mag_door_naar"]
        vastgelegd = desk.execute(
            InbrengVastleggen(
                casus_id=casus_id,
                organisatie_id=register.organisatie(inbreng["organisatie"]),
                leefgebied_code=verhaal.woorden.code("leefgebieden", inbreng["leefgebied"]),
                tekst=inbreng["tekst"],
                datum=min(inbreng["datum"], desk.clock.today()),  # nothing was said on a day to come
                regime=regimes[inbreng["regime"]],
                mag_door_naar=(ALLEN,) if door == "allen" else tuple(map(register.organisatie, door)),
                mondeling=inbreng["mondeling"],
                weerspreekt_id=gezegd[inbreng["weerspreekt"]] if "weerspreekt" in inbreng else None,
            )
        )
        gezegd.setdefault(inbreng["organisatie"], vastgelegd.id)
    _aanhalen(desk, casus, casus_id, gezegd)
    # A score is of a day that was too.
    gewogen_op = min(max(inbreng["datum"] for inbreng in casus["inbreng"]), desk.clock.today())
    for meting in (*casus.get("zrm_eerder", ()), {"datum": gewogen_op, "scores": casus["zrm"]}):
        for domein, score in meting["scores"].items():
            domein_code = verhaal.woorden.code("zrm_domeinen", domein)
            desk.execute(
                ZrmVastleggen(casus_id=casus_id, domein_code=domein_code, datum=meting["datum"], score=score)
            )
    stand = Informeerstand(casus.get("ingelicht", Informeerstand.INGELICHT.value))
    desk.execute(BetrokkeneInformeren(casus_id=casus_id, stand=stand))
    for soort, sleutel in (
        (Factorsoort.RISICO, "risicofactoren"),
        (Factorsoort.BESCHERMEND, "beschermende_factoren"),
    ):
        for tekst in casus[sleutel]:
            desk.execute(FactorVastleggen(casus_id=casus_id, soort=soort, tekst=tekst))


def _aanhalen(desk: Desk, casus: Gegevens, casus_id: str, gezegd: Mapping[str, str]) -> None:
    """Have the shared picture cite what it rests on, where the story says so."""
    if "haalt_aan" not in casus:
        return
    nummer = {row.id: row.nummer for row in desk.ask(dossier, casus_id).inbreng}
    bronnen = " ".join(citaat(nummer[gezegd[wie]]) for wie in casus["haalt_aan"])
    tekst = f"{casus['gezamenlijk_beeld']} {bronnen}"
    desk.execute(CasusTekstWijzigen(casus_id=casus_id, veld="gezamenlijk_beeld", tekst=tekst))


def _bekend(desk: Desk, register: Register, casus: Gegevens, casus_id: str) -> None:
    """Who brings in something said before that it knows the person."""
    eerste: dict[str, date] = {}
    for inbreng in casus["inbreng"]:
        organisatie_id = register.organisatie(inbreng["organisatie"])
        eerste[organisatie_id] = min(inbreng["datum"], eerste.get(organisatie_id, inbreng["datum"]))
    for organisatie_id, op in eerste.items():
        desk.execute(
            BekendheidBepalen(
                casus_id=casus_id,
                organisatie_id=organisatie_id,
                stand=Bekendheidstand.BEKEND,
                op=min(op, desk.clock.today()),
            )
        )


def _rollen(desk: Desk, register: Register, verhaal: Verhaal, casus: Gegevens, casus_id: str) -> None:
    """Give the roles that a running case already had. Who is casemanager by a decision of this meeting, is not
    before it; a case that was not taken in yet has nobody."""
    if casus["status_voor"] in _NOG_NIET_OPGENOMEN:
        return
    personen = [
        (Casusrol.VERANTWOORDELIJKE, verhaal.verantwoordelijke(casus)),
        (Casusrol.PROCESREGISSEUR, casus["procesregisseur"]),
    ]
    if all(besluit["type"] != REGISSEUR_BIJ_BESLUIT for besluit in casus["besluiten"]):
        personen.append((Casusrol.CASEMANAGER, casus["casemanager"]))
    for rol, naam in personen:
        desk.execute(CasusrolToewijzen(casus_id=casus_id, rol=rol, medewerker_id=register.medewerkers[naam]))
