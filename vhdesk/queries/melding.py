"""What a referral says, in one shape for reading and for writing: a screen hands back what it was given."""

from __future__ import annotations

from dataclasses import dataclass

from vhdesk.vocabulary_triage import Aanmeldbron, Adressoort, Besproken


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
