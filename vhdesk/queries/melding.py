"""What a referral says, in one shape for reading and for writing: a screen hands back what it was given.

What it says is read here only, and as ``Meldregel`` rows wherever it is used again: triage, case file, meeting, minutes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from vhdesk.models import Aanmelding
from vhdesk.queries.lezen import Kolommen, vast, velden
from vhdesk.vocabulary import met_hoofdletter
from vhdesk.vocabulary_triage import (
    OP_LEEFGEBIED,
    Aanmeldbron,
    Adressoort,
    Besproken,
    Criterium,
    Meldtekst,
    criteria_woorden,
    taal_woorden,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Melding:
    """What a referral says beyond the case: the fields of ``Aanmelding``."""

    bron: Aanmeldbron = Aanmeldbron.GEMEENTE
    code_rood: bool = False
    blue_list: bool = False
    van_tafel_id: str | None = None
    melder_organisatie_id: str | None = None
    melder_functie: str = ""
    melder_telefoon: str = ""
    melder_email: str = ""
    terugkoppeling_gewenst: bool = True
    spoed: bool = False
    spoed_reden: str = ""
    besproken: Besproken | None = None
    situatieschets: str = ""
    incidenten: str = ""
    leefgebieden: tuple[str, ...] = ()
    criteria: tuple[Criterium, ...] = ()
    criteria_reden: str = ""
    ingezet: str = ""
    vastgelopen: str = ""
    hulpverlening: str = ""
    casusregisseur: str = ""
    huisverbod: str = ""
    justitiele_titel: str = ""
    veiligheid: str = ""
    kinderen: str = ""
    gezag: str = ""
    adressoort: Adressoort | None = None
    email: str = ""
    nationaliteit: str = ""
    taal: str = ""
    tolk: bool = False
    bijlagen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Casusvelden:
    """What the form shows of the case itself."""

    titel: str = ""
    doelgroep_code: str | None = None
    gemeente_id: str | None = None
    tafel_id: str | None = None
    aanmelder: str = ""
    grondslag: str = ""
    doel: str = ""
    aanleiding: str = ""
    vraag_aan_tafel: str = ""
    informering: str = ""


@dataclass(frozen=True, slots=True)
class Meldregel:
    """One thing that a referral says; ``id`` is that of its kind, since it says each thing once. ``gebieden``: the codes
    of the leefgebieden that it is about."""

    soort: Meldtekst
    tekst: str
    gebieden: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Return what tells this row from the others of its referral."""
        return self.soort.value


def melding_uit(waarden: Mapping[str, Any]) -> Melding:
    """Return a referral from the values of its columns."""
    lijsten = {
        "leefgebieden": tuple(str(code) for code in waarden["leefgebieden"]),
        "criteria": tuple(Criterium(code) for code in waarden["criteria"]),
    }
    return Melding(**{**waarden, **lijsten})


def meldingen(session: Session, ids: Sequence[str]) -> dict[str, Melding]:
    """Return case -> what its referral says; a case that came in another way is absent."""
    return {
        rij.pop("casus_id"): melding_uit(rij) for rij in velden(session, _meldingen(), {"ids": list(ids)})
    }


@vast
def _meldingen() -> Kolommen:
    kolommen = (getattr(Aanmelding, veld.name) for veld in fields(Melding))
    return select(Aanmelding.casus_id, *kolommen).where(
        Aanmelding.casus_id.in_(bindparam("ids", expanding=True))
    )


def meldregels(melding: Melding | None, leefgebieden: Mapping[str, str]) -> tuple[Meldregel, ...]:
    """Return what a referral says beyond the case and its persons, in the order in which it is read back; what it is
    silent on is left out. ``leefgebieden``: their names by code."""
    if melding is None:
        return ()
    samen = {
        Meldtekst.MELDER: ", ".join(
            filter(None, (melding.melder_functie, melding.melder_telefoon, melding.melder_email))
        ),
        Meldtekst.TAAL: taal_woorden(melding.taal, tolk=melding.tolk),
        Meldtekst.LEEFGEBIEDEN: met_hoofdletter(
            ", ".join(leefgebieden.get(code, code) for code in melding.leefgebieden)
        ),
        Meldtekst.CRITERIA: criteria_woorden(melding.criteria, melding.criteria_reden),
        Meldtekst.BESPROKEN: met_hoofdletter(melding.besproken.label)
        if melding.besproken is not None
        else "",
        Meldtekst.ADRESSOORT: met_hoofdletter(melding.adressoort.label)
        if melding.adressoort is not None
        else "",
    }
    gezegd = {soort: samen[soort] if soort in samen else getattr(melding, soort.value) for soort in Meldtekst}
    return tuple(
        Meldregel(soort, tekst.strip(), _gebieden(soort, melding))
        for soort, tekst in gezegd.items()
        if tekst.strip()
    )


def _gebieden(soort: Meldtekst, melding: Melding) -> tuple[str, ...]:
    """Return the leefgebieden that a thing is about."""
    if soort is Meldtekst.LEEFGEBIEDEN:
        return melding.leefgebieden
    return tuple(filter(None, (OP_LEEFGEBIED.get(soort),)))
