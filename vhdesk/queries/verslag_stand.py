"""Kept minutes and what came after them: nothing that was kept changes, later acts are marked or struck."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol, TypeVar

import msgspec

from vhdesk.queries.verslag_rijen import Verslag, VerslagBesluit, VerslagCasus, VerslagPunt


class _Toevoeging(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def achteraf(self) -> bool: ...


T = TypeVar("T", bound=_Toevoeging)


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
