"""What each step in the course of a case asks, and the act it becomes: one form per act, as plain data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from vhdesk.queries.casusstand import AFGEROND
from vhdesk.queries.dossier_rijen import Dossier, StapRow
from vhdesk.services.afschalen import (
    CasusAfschalen,
    CasusAfsluiten,
    CasusHeropenen,
    CasusHervatten,
    CasusParkeren,
    NazorgBeoordelen,
)
from vhdesk.services.bewaren import (
    BewaartermijnVerlengen,
    CasusTeVernietigenAanwijzen,
    NoodzaakHerbeoordelen,
)
from vhdesk.services.casusgemeente import CasusGemeenteBepalen
from vhdesk.services.command import Command
from vhdesk.services.opschalen import (
    AveFaseBepalen,
    Averolhouding,
    CasusOpschalen,
    CasusOverdragen,
    OpschalingBeantwoorden,
)
from vhdesk.vocabulary import AveRol, CasusStatus, Gebeurtenissoort, Opschaling

Waarden = Mapping[str, Any]
S = CasusStatus
_ACTIEF: Final = (S.IN_BEHANDELING, S.MONITORING)
_BEWAARD: Final = (S.ADVIES, S.NIET_OPGENOMEN, S.AFGESLOTEN)


@dataclass(frozen=True, slots=True)
class Vorm:
    """``kort``: the words on its button; ``velden``: the fields of the panel it shows, in their order; ``labels``: what they are called here;
    ``kan``: whether the act means something for a case as it is; ``maak``: the act of what was filled in; ``klaar``: what is said when it was done."""

    id: str
    kort: str
    titel: str
    werkwoord: str
    toets: str
    icon: str
    velden: tuple[str, ...]
    kan: Callable[[Dossier], bool]
    maak: Callable[[Dossier, Waarden], Command]
    labels: Mapping[str, str]
    woorden: str
    klaar: str


def _status(*statussen: CasusStatus) -> Callable[[Dossier], bool]:
    def kan(dossier: Dossier) -> bool:
        return dossier.kop.status in statussen

    return kan


def _loopt(dossier: Dossier) -> bool:
    return dossier.kop.status not in AFGEROND


def open_vraag(dossier: Dossier) -> StapRow | None:
    """Return the newest question to a gremium that has no answer yet."""
    return next(
        (
            stap
            for stap in dossier.verloop
            if stap.soort is Gebeurtenissoort.OPGESCHAALD and stap.reden_code and not stap.beantwoord
        ),
        None,
    )


def _opschalen(dossier: Dossier, w: Waarden) -> Command:
    soort = Opschaling(w["soort"])
    return CasusOpschalen(
        casus_id=dossier.id,
        soort=soort,
        reden=w["reden"],
        gevraagd=w["gevraagd"] if soort is Opschaling.BESTUURLIJK else "",
        gremium_code=w["gremium_code"] if soort is Opschaling.BESTUURLIJK else "",
        antwoord_voor=w["datum"] if soort is Opschaling.BESTUURLIJK else None,
        naar_tafel_id=(w["naar_tafel_id"] or None) if soort is Opschaling.TAFEL else None,
        uittreden=w["uittreden"] if soort is Opschaling.TAFEL else None,
    )


def _antwoord(dossier: Dossier, w: Waarden) -> Command:
    vraag = open_vraag(dossier)
    return OpschalingBeantwoorden(gebeurtenis_id=vraag.id if vraag else "", antwoord=w["reden"])


def _ave(dossier: Dossier, w: Waarden) -> Command:
    houders = tuple(
        Averolhouding(rol=rol, organisatie_id=w[f"ave_{rol.value}"])
        for rol in AveRol
        if w[f"ave_{rol.value}"]
    )
    return AveFaseBepalen(casus_id=dossier.id, fase=int(w["fase"]), reden=w["reden"], houders=houders)


def _verlengen(dossier: Dossier, w: Waarden) -> Command:
    return BewaartermijnVerlengen(
        casus_id=dossier.id, medewerker_id=w["medewerker_id"], reden=w["reden"], tot=w["datum"] or date.min
    )


VORMEN: Final = (
    Vorm(
        "opschalen", "Opschalen", "Opschalen", "Opschalen", "Ctrl+U", "arrow-up",
        ("soort", "gremium_code", "datum", "naar_tafel_id", "gevraagd", "reden"), _loopt, _opschalen,
        {"datum": "Antwoord nodig voor", "reden": "Waarom opschalen?"}, "bestuurlijk gremium escaleren",
        "Opgeschaald.",
    ),
    Vorm(
        "antwoord", "Antwoord vastleggen", "Antwoord op de opschaling vastleggen", "Vastleggen", "Ctrl+Shift+O", "corner-down-left",
        ("reden",), lambda d: open_vraag(d) is not None, _antwoord, {"reden": "Wat is het antwoord?"}, "gremium besluit",
        "Antwoord vastgelegd.",
    ),
    Vorm(
        "ave", "AVE-fase", "Fase van AVE bepalen", "Vastleggen", "Ctrl+Shift+F", "layers",
        ("fase", *(f"ave_{rol.value}" for rol in AveRol), "reden"), _loopt, _ave,
        {"reden": "Waarom deze fase?"}, "escalatie",
        "Fase van AVE vastgelegd.",
    ),
    Vorm(
        "overdragen", "Overdragen", "Overdragen aan een andere tafel", "Overdragen", "Ctrl+Shift+T", "arrow-right",
        ("naar_tafel_id", "reden"), _loopt,
        lambda d, w: CasusOverdragen(
            casus_id=d.id, naar_tafel_id=w["naar_tafel_id"], reden=w["reden"], uittreden=w["uittreden"]
        ),
        {"reden": "Waarom overdragen?"}, "tafel verhuizen",
        "Overgedragen, met de geschiedenis.",
    ),
    Vorm(
        "gemeente", "Gemeente", "Gemeente bepalen", "Vastleggen", "Ctrl+Shift+N", "landmark", ("gemeente_id", "reden"),
        lambda d: d.kop.status not in (S.TE_VERNIETIGEN, S.VERNIETIGD),
        lambda d, w: CasusGemeenteBepalen(casus_id=d.id, gemeente_id=w["gemeente_id"], reden=w["reden"]),
        {"reden": "Waarom deze gemeente?"}, "verhuisd aanmelder afschalen",
        "Gemeente vastgelegd.",
    ),
    Vorm(
        "parkeren", "Parkeren", "Parkeren", "Parkeren", "Ctrl+Shift+P", "pause", ("datum", "reden"),
        _status(S.AANGEMELD, S.IN_TRIAGE, *_ACTIEF),
        lambda d, w: CasusParkeren(casus_id=d.id, tot=w["datum"] or date.min, reden=w["reden"]),
        {"datum": "Tot wanneer", "reden": "Waarom parkeren?"}, "wachten rusten",
        "Geparkeerd.",
    ),
    Vorm(
        "hervatten", "Hervatten", "Hervatten", "Hervatten", "Ctrl+Shift+Y", "play", ("reden",), _status(S.GEPARKEERD),
        lambda d, w: CasusHervatten(casus_id=d.id, reden=w["reden"]), {"reden": "Waarom hervatten?"}, "parkeren",
        "Hervat.",
    ),
    Vorm(
        "afschalen", "Afschalen", "Afschalen naar de gemeente", "Afschalen en brief maken", "Ctrl+Shift+A", "arrow-down",
        ("reden_code", "overdracht_id", "reden", "advies"), _status(*_ACTIEF, S.GEPARKEERD),
        lambda d, w: CasusAfschalen(
            casus_id=d.id, reden_code=w["reden_code"], reden=w["reden"], advies=w["advies"],
            overdracht_id=w["overdracht_id"] or None,
        ),
        {"reden": "Toelichting voor de gemeente"}, "brief uitstroom teruggeven",
        "Afgeschaald. De brief aan de gemeente is klaar: Ctrl+S slaat hem op, Ctrl+P drukt hem af.",
    ),
    Vorm(
        "nazorg", "Nazorg beoordelen", "Nazorg beoordelen", "Vastleggen", "Ctrl+Shift+G", "hand-heart", ("reden",), _status(S.NAZORG),
        lambda d, w: NazorgBeoordelen(casus_id=d.id, bevinding=w["reden"]), {"reden": "Hoe gaat het nu?"}, "terugval",
        "Nazorg beoordeeld.",
    ),
    Vorm(
        "afsluiten", "Afsluiten", "Casus afsluiten", "Afsluiten", "Ctrl+Shift+E", "archive", ("reden", "ondanks"), _status(S.NAZORG),
        lambda d, w: CasusAfsluiten(casus_id=d.id, reden=w["reden"], ondanks=w["ondanks"]), {"reden": "Waarom kan de casus dicht?"}, "sluiten",
        "Casus afgesloten.",
    ),
    Vorm(
        "heropenen", "Heropenen", "Casus heropenen", "Heropenen", "Ctrl+Shift+H", "undo-2", ("reden",), _status(S.NAZORG, *_BEWAARD),
        lambda d, w: CasusHeropenen(casus_id=d.id, reden=w["reden"]), {"reden": "Waarom heropenen?"}, "terugval",
        "Casus heropend.",
    ),
    Vorm(
        "herbeoordelen", "Noodzaak", "Noodzaak opnieuw beoordelen", "Vastleggen", "Ctrl+Shift+J", "scale", ("reden",), _loopt,
        lambda d, w: NoodzaakHerbeoordelen(casus_id=d.id, reden=w["reden"]),
        {"reden": "Waarom is verwerken nog nodig?"}, "bewaartermijn privacy",
        "Noodzaak opnieuw beoordeeld.",
    ),
    Vorm(
        "verlengen", "Termijn verlengen", "Bewaartermijn verlengen", "Verlengen", "Ctrl+Shift+L", "timer",
        ("medewerker_id", "datum", "reden"), lambda d: True, _verlengen,
        {"datum": "Bewaren tot", "reden": "Waarom langer bewaren?"}, "privacy termijn",
        "Bewaartermijn verlengd.",
    ),
    Vorm(
        "aanwijzen", "Aanwijzen", "Aanwijzen om te vernietigen", "Aanwijzen", "Ctrl+Shift+K", "trash-2", ("reden",),
        _status(*_BEWAARD), lambda d, w: CasusTeVernietigenAanwijzen(casus_id=d.id, reden=w["reden"]),
        {"reden": "Op welke grond?"}, "bewaartermijn vernietigen",
        "Aangewezen om te vernietigen; Ctrl+Shift+Delete vernietigt de casus.",
    ),
)  # fmt: skip
