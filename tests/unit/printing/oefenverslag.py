"""The practice meeting as rows of the minutes: real prose of twelve cases, for the tests of the papers."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from vhdesk.queries.verslag_rijen import (
    Verslag,
    VerslagActie,
    VerslagBesluit,
    VerslagCasus,
    VerslagDeelnemer,
    VerslagInbreng,
    VerslagPlan,
    VerslagPlandoel,
    VerslagPunt,
    VerslagScenario,
    VerslagTekort,
    VerslagZrm,
)
from vhdesk.resources import read_yaml
from vhdesk.vocabulary import Aanwezigheid, Actiestatus, Agendasoort, CasusStatus, Overlegstatus, Tekort

NU = datetime(2026, 12, 2, 14, 41, tzinfo=UTC)
_EERSTE_BESLUIT = 101
_EERSTE_ACTIE = 301


def naam_van(persoon: dict[str, Any]) -> str:
    """Return 'Koopman, M.J.', or 'Braak, R.A. ter'."""
    initials = "".join(f"{name[0]}." for name in persoon["voornamen"].split())
    prefix = f" {persoon['voorvoegsel']}" if persoon["voorvoegsel"] else ""
    return f"{persoon['geslachtsnaam']}, {initials}{prefix}"


def _besluit(nummer: int, stof: dict[str, Any]) -> VerslagBesluit:
    return VerslagBesluit(
        id=f"besluit-{nummer}",
        nummer=nummer,
        type_naam=stof["type"],
        gremium=stof["gremium"],
        tekst=stof["tekst"],
        onderbouwing=stof["onderbouwing"],
        voorwaarden=stof["voorwaarden"],
        afwijkende_mening=stof["afwijkende_mening"],
        ingangsdatum=None,
        ingetrokken=False,
        statusreden="",
        achteraf=False,
    )


def _actie(nummer: int, casus: str, stof: dict[str, Any]) -> VerslagActie:
    return VerslagActie(
        id=f"actie-{nummer}",
        nummer=nummer,
        casusnummer=casus,
        omschrijving=stof["tekst"],
        organisatie=stof["organisatie"],
        persoon=stof["persoon"] or "",
        termijn=stof.get("termijn"),
        conditie=stof["conditie"],
        informering=stof["informering"],
        status=Actiestatus.OPEN,
        resultaat="",
        uitgesteld=0,
        ontstaan_op=date(2026, 12, 2),
        achteraf=False,
    )


def _oude_actie(stof: dict[str, Any]) -> VerslagActie:
    outcome = stof["uitkomst"]
    return VerslagActie(
        id=f"oud-{stof['nummer']}",
        nummer=stof["nummer"],
        casusnummer=stof["casus"],
        omschrijving=stof["omschrijving"],
        organisatie=stof["organisatie"],
        persoon=stof["persoon"],
        termijn=stof["termijn"],
        conditie="",
        informering="",
        status=Actiestatus.OPEN if outcome == "nieuwe datum" else Actiestatus(outcome),
        resultaat=stof["reden"],
        uitgesteld=int(outcome == "nieuwe datum"),
        ontstaan_op=date(2026, 11, 18),
        achteraf=False,
    )


def _plan(stof: dict[str, Any]) -> VerslagPlan:
    return VerslagPlan(
        id="plan",
        hoofddoel=stof["hoofddoel"],
        doelen=tuple(VerslagPlandoel(id=str(n), **doel) for n, doel in enumerate(stof["doelen"])),
        scenarios=tuple(VerslagScenario(id=str(n), **scene) for n, scene in enumerate(stof["scenarios"])),
        evaluatiedatum=stof["evaluatiedatum"],
        afschaalcriterium=stof["afschaalcriterium"],
    )


def _casus(volgnummer: int, stof: dict[str, Any], besluit: int, actie: int) -> VerslagCasus:
    person = stof["hoofdbetrokkene"]
    return VerslagCasus(
        id=f"casus-{volgnummer}",
        volgnummer=volgnummer,
        nummer=stof["nummer"],
        titel=stof["titel"],
        hoofdbetrokkene=naam_van(person),
        geboortedatum=person["geboortedatum"],
        woonplaats=person["woonplaats"],
        systeem=tuple((lid["naam"], lid["relatie"], lid.get("geboortedatum")) for lid in stof["systeem"]),
        doelgroep=stof["doelgroep"],
        gemeente=stof["gemeente"],
        aanmelder=stof["aanmelder"],
        status=CasusStatus(stof["status_na"]),
        grondslag=stof["grondslag"],
        doel=stof["doel"],
        aanleiding=stof["aanleiding"],
        vraag_aan_tafel=stof["vraag_aan_tafel"],
        inbreng=tuple(
            VerslagInbreng(
                id=f"inbreng-{volgnummer}-{n}",
                organisatie=inbreng["organisatie"],
                leefgebied=inbreng["leefgebied"],
                datum=inbreng["datum"],
                regime=inbreng["regime"],
                tekst=inbreng["tekst"],
            )
            for n, inbreng in enumerate(stof["inbreng"])
            if not inbreng["mondeling"]
        ),
        zrm=tuple(VerslagZrm(id=domein, domein=domein, score=score) for domein, score in stof["zrm"].items()),
        risicofactoren=tuple(stof["risicofactoren"]),
        beschermende_factoren=tuple(stof["beschermende_factoren"]),
        gezamenlijk_beeld=stof["gezamenlijk_beeld"],
        zienswijze=stof["zienswijze_betrokkene"],
        informering=stof["informering"],
        plan=_plan(stof["plan"]) if stof.get("plan") else None,
        notitie="",
        besluiten=tuple(_besluit(besluit + n, item) for n, item in enumerate(stof["besluiten"])),
        acties=tuple(_actie(actie + n, stof["nummer"], item) for n, item in enumerate(stof["acties"])),
        casemanager=stof["casemanager"],
        verantwoordelijke=stof["verantwoordelijke"],
        procesregisseur=stof["procesregisseur"],
        volgende_datum=stof["volgende_datum"],
        partners=tuple(stof["uitgenodigd"]),
    )


def _punt(
    volgnummer: int, soort: Agendasoort, notitie: str, casus: VerslagCasus | None = None
) -> VerslagPunt:
    return VerslagPunt(
        id=f"punt-{volgnummer}", volgnummer=volgnummer, soort=soort, minuten=5, notitie=notitie, casus=casus
    )


def oefenstof() -> dict[str, Any]:
    """Return the practice meeting as it is delivered."""
    content: dict[str, Any] = read_yaml("oefening/werktafel-enschede.yaml")
    return content


def mondelinge_teksten() -> list[str]:
    """Return what was said at the table and must not be written down."""
    return [
        inbreng["tekst"]
        for casus in oefenstof()["casussen"]
        for inbreng in casus["inbreng"]
        if inbreng["mondeling"]
    ]


def oefenverslag() -> Verslag:
    """Return the minutes of the practice meeting, closed, with what was missing."""
    stof = oefenstof()
    cases = []
    besluit, actie = _EERSTE_BESLUIT, _EERSTE_ACTIE
    for volgnummer, item in enumerate(stof["casussen"], start=1):
        case = _casus(volgnummer, item, besluit, actie)
        besluit += len(case.besluiten)
        actie += len(case.acties)
        cases.append(case)
    items = [
        _punt(1, Agendasoort.OPENING, ""),
        _punt(2, Agendasoort.VORIG_VERSLAG, "\n".join(f"- {x}" for x in stof["opmerkingen_vorig_verslag"])),
        *(_punt(n, Agendasoort.CASUS, "", case) for n, case in enumerate(cases, start=3)),
        _punt(len(cases) + 3, Agendasoort.RONDVRAAG, "\n".join(f"- {x}" for x in stof["rondvraag"])),
        _punt(len(cases) + 4, Agendasoort.SLUITING, ""),
    ]
    return Verslag(
        id="overleg",
        nummer="ENS-2026-12-02",
        tafel=stof["tafel"],
        datum=stof["datum"],
        begintijd=time.fromisoformat(stof["begintijd"]),
        eindtijd=time.fromisoformat(stof["eindtijd"]),
        plaats=stof["plaats"],
        voorzitter=stof["voorzitter"],
        secretaris=stof["secretaris"],
        status=Overlegstatus.GESLOTEN,
        geopend_op=datetime(2026, 12, 2, 12, 31, tzinfo=UTC),
        gesloten_op=datetime(2026, 12, 2, 14, 38, tzinfo=UTC),
        sluitreden="Het vervolg is aan Dimence gevraagd; de secretaris belt na en vult dit aan.",
        tekorten=(
            VerslagTekort(
                casusnummer="ZVH-2024-0176",
                tekort=Tekort.ACTIE_EIGENAAR,
                toelichting="Dimence wijst nog een persoon aan.",
            ),
        ),
        deelnemers=tuple(
            VerslagDeelnemer(
                id=f"deelnemer-{n}",
                naam=item["naam"],
                functie=item["functie"],
                organisatie=item["organisatie"],
                aanwezigheid=Aanwezigheid(item["aanwezig"]),
                opmerking=item["opmerking"],
            )
            for n, item in enumerate(stof["deelnemers"])
        ),
        punten=tuple(items),
        oude_acties=tuple(_oude_actie(item) for item in stof["vorige_acties"]),
        oefening=True,
    )
