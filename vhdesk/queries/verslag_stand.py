"""Kept minutes and what came after them: nothing that was kept changes, later acts are marked or struck.

Minutes of a meeting that was opened again are new minutes; ``met_merken`` says in them what differs from the first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Protocol, TypeVar

import msgspec

from vhdesk.queries.verslag_rijen import (
    Verslag,
    VerslagActie,
    VerslagBesluit,
    VerslagCasus,
    VerslagDeelnemer,
    VerslagPunt,
)


class _Toevoeging(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def achteraf(self) -> bool: ...


T = TypeVar("T", bound=_Toevoeging)
R = TypeVar("R", VerslagBesluit, VerslagActie)


def naar_json(verslag: Verslag) -> str:
    """Return the minutes as the JSON text that ``Verslagstand.inhoud`` keeps."""
    return msgspec.json.encode(verslag).decode()


def met_later(bewaard: Verslag, nu: Verslag) -> Verslag:
    """Return the kept minutes with the decisions and actions added since ('achteraf') and withdrawals marked."""
    later = {punt.id: punt.casus for punt in nu.punten}
    return replace(
        bewaard,
        status=nu.status,
        geopend_op=nu.geopend_op,
        gesloten_op=nu.gesloten_op,
        sluitreden=nu.sluitreden,
        tekorten=nu.tekorten,
        punten=tuple(_punt(punt, later.get(punt.id)) for punt in bewaard.punten),
    )


# The fields of a case sheet that are compared with the first minutes, as the paper calls them.
VELDEN: Final = {
    "notitie": "bespreking",
    "casemanager": "casemanager",
    "verantwoordelijke": "verantwoordelijke",
    "procesregisseur": "procesregisseur",
    "volgende_datum": "volgende datum",
    "gezamenlijk_beeld": "gezamenlijk beeld",
    "plan": "plan van aanpak",
    "status": "status",
    "titel": "titel",
    "grondslag": "grondslag",
    "doelbinding": "doel van het delen",
    "aanbrenger": "aanbrengende organisatie",
    "aanleiding": "aanleiding",
    "vraag_aan_tafel": "vraag aan de tafel",
    "doel": "doel van de bespreking",
    "inbreng": "inbreng",
    "zrm": "ZRM-scores",
    "risicofactoren": "risicofactoren",
    "beschermende_factoren": "beschermende factoren",
    "zienswijze": "zienswijze",
    "informering": "informering",
    "ingelicht": "of de betrokkene is ingelicht",
    "methode": "methode",
    "zaal_uit": "wie de zaal uit was",
}
# The same of the meeting itself.
KOPVELDEN: Final = {
    "datum": "datum",
    "begintijd": "begintijd",
    "eindtijd": "eindtijd",
    "plaats": "plaats",
    "voorzitter": "voorzitter",
    "secretaris": "secretaris",
}
TOEGEVOEGD: Final = "achteraf toegevoegd"
GEWIJZIGD: Final = "achteraf gewijzigd"


def met_merken(nu: Verslag, eerste: Verslag) -> Verslag:
    """Return ``nu`` with a mark on everything that was added or changed since the first minutes."""
    punten = {punt.id: punt for punt in eerste.punten}
    mensen = {deelnemer.id: deelnemer for deelnemer in eerste.deelnemers}
    acties = {actie.id: actie for actie in eerste.oude_acties}
    return replace(
        nu,
        achteraf=_anders(KOPVELDEN, nu, eerste),
        oude_acties=tuple(
            replace(actie, gewijzigd=actie != acties.get(actie.id)) for actie in nu.oude_acties
        ),
        deelnemers=tuple(_merk_deelnemer(deelnemer, mensen.get(deelnemer.id)) for deelnemer in nu.deelnemers),
        punten=tuple(_merk_punt(punt, punten.get(punt.id)) for punt in nu.punten),
    )


def _merk_deelnemer(nu: VerslagDeelnemer, eerst: VerslagDeelnemer | None) -> VerslagDeelnemer:
    if eerst is None:
        return replace(nu, achteraf=TOEGEVOEGD)
    velden = ("aanwezigheid", "opmerking", "geheimhouding", "bijzonder")
    if any(getattr(nu, veld) != getattr(eerst, veld) for veld in velden):
        return replace(nu, achteraf=GEWIJZIGD)
    return nu


def _merk_punt(nu: VerslagPunt, eerst: VerslagPunt | None) -> VerslagPunt:
    if eerst is None:
        return replace(nu, achteraf=True)
    if nu.casus is None or eerst.casus is None:
        return replace(nu, achteraf=nu.notitie != eerst.notitie)
    casus = replace(
        nu.casus,
        achteraf=_anders(VELDEN, nu.casus, eerst.casus),
        vragen=_merk_regels(nu.casus.vragen, eerst.casus.vragen),
        besluiten=_merk_regels(nu.casus.besluiten, eerst.casus.besluiten),
        acties=_merk_regels(nu.casus.acties, eerst.casus.acties),
    )
    return replace(nu, casus=casus)


def _anders(velden: Mapping[str, str], nu: object, eerst: object) -> tuple[str, ...]:
    """Return what of these fields differs, in the words of the paper."""
    return tuple(woord for veld, woord in velden.items() if getattr(nu, veld) != getattr(eerst, veld))


def _merk_regels(nu: tuple[R, ...], eerst: tuple[R, ...]) -> tuple[R, ...]:
    """Return the lines of a case: one that was not there is added afterwards, one that reads otherwise is changed."""
    bekend = {regel.id: regel for regel in eerst}
    return tuple(
        replace(regel, achteraf=True)
        if regel.id not in bekend
        else replace(regel, gewijzigd=regel != bekend[regel.id])
        for regel in nu
    )


def _punt(punt: VerslagPunt, nu: VerslagCasus | None) -> VerslagPunt:
    if punt.casus is None or nu is None:
        return punt
    ingetrokken = {besluit.id: besluit for besluit in nu.besluiten if besluit.ingetrokken}
    besluiten = tuple(_besluit(besluit, ingetrokken) for besluit in punt.casus.besluiten)
    return replace(
        punt,
        casus=replace(
            punt.casus,
            besluiten=_aangevuld(besluiten, nu.besluiten),
            acties=_aangevuld(punt.casus.acties, nu.acties),
        ),
    )


def _besluit(besluit: VerslagBesluit, ingetrokken: dict[str, VerslagBesluit]) -> VerslagBesluit:
    later = ingetrokken.get(besluit.id)
    if later is None:
        return besluit
    return replace(besluit, ingetrokken=True, statusreden=later.statusreden)


def _aangevuld(bewaard: tuple[T, ...], nu: tuple[T, ...]) -> tuple[T, ...]:
    bekend = {regel.id for regel in bewaard}
    return (*bewaard, *(regel for regel in nu if regel.achteraf and regel.id not in bekend))
