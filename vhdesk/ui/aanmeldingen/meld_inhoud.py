"""From the values of the referral form to the act, and from a stored referral back to the form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from vhdesk.exchange.bijlagebestand import lees_bijlagen
from vhdesk.queries.aanmelding import AanmeldingDossier
from vhdesk.queries.melding import Casusvelden, Melding
from vhdesk.services.aanmelding import AanmeldingAanvullen, AanmeldingOntvangen
from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.command import Event
from vhdesk.services.desk import Desk
from vhdesk.services.melding import Meldpartner, Meldpersoon
from vhdesk.ui.aanmeldingen.meld_velden import ALLEEN_MENS, ALLEEN_RECHTSPERSOON
from vhdesk.ui.jobs import Job
from vhdesk.vocabulary import Betrokkenheid
from vhdesk.vocabulary_persoon import Persoonsoort
from vhdesk.vocabulary_triage import Aanmeldbron, Adressoort, Besproken, Criterium

Waarden = Mapping[str, Any]
T = TypeVar("T")
_GEEN_TEKST = ("_id", "_code")


def _of_none(name: str, value: Any) -> Any:
    """An id or code that was not chosen is None."""
    return (value or None) if name.endswith(_GEEN_TEKST) else value


def _pick(kind: type[T], waarden: Waarden) -> T:
    names = [each.name for each in fields(kind)]  # type: ignore[arg-type]  # every kind here is a dataclass
    return kind(**{name: _of_none(name, waarden[name]) for name in names if name in waarden})


def melding(waarden: Waarden) -> Melding:
    """Return what the form says of the referral itself."""
    gekozen = {
        **waarden,
        "bron": Aanmeldbron(waarden["bron"]),
        "criteria": tuple(Criterium(code) for code in waarden["criteria"]),
        "besproken": Besproken(waarden["besproken"]) if waarden["besproken"] else None,
        "adressoort": Adressoort(waarden["adressoort"]) if waarden["adressoort"] else None,
    }
    return _pick(Melding, gekozen)


def persoon(waarden: Waarden) -> Persoonsgegevens:
    """Return what the form says of the person; what does not belong to this kind of person is not asked and left out."""
    soort = Persoonsoort(waarden.get("soort") or Persoonsoort.NATUURLIJK)
    weg = (*ALLEEN_MENS, "voorletters") if soort is Persoonsoort.RECHTSPERSOON else ALLEEN_RECHTSPERSOON
    return _pick(
        Persoonsgegevens,
        {**{naam: waarde for naam, waarde in waarden.items() if naam not in weg}, "soort": soort},
    )


def ontvangen(waarden: Waarden, overleg_id: str | None = None) -> AanmeldingOntvangen:
    """Return the act for a new referral."""
    casus = CasusAanmelden(
        hoofdbetrokkene=persoon(waarden),
        persoon_id=next(iter(waarden["bekend"]), None),
        aangemeld_op=waarden["aangemeld_op"],
        **{each.name: _of_none(each.name, waarden[each.name]) for each in fields(Casusvelden)},
    )
    personen = tuple(
        Meldpersoon(
            persoon=persoon({**each, "geboortedatum": _day(each["geboortedatum"])}),
            rol=Betrokkenheid(each["rol"]),
            relatie=each["relatie"],
        )
        for each in waarden["personen"]
    )
    partners = tuple(Meldpartner(**each) for each in waarden["partners"])
    return AanmeldingOntvangen(
        casus=casus, melding=melding(waarden), personen=personen, partners=partners, overleg_id=overleg_id
    )


class Vastleggen:
    """Reads the files that come in with a new referral and stores all of it in one act; an exclusive job."""

    def __init__(self, desk: Desk, command: AanmeldingOntvangen, bestanden: Sequence[str]) -> None:
        self._desk = desk
        self._command = command
        self._bestanden = bestanden

    def __call__(self, job: Job) -> Event:
        """Return the event. Raises VhdeskError; then nothing was stored."""
        bijlagen = lees_bijlagen(map(Path, self._bestanden))
        job.hold("De aanmelding en de bijlagen worden opgeslagen.")
        return self._desk.execute(replace(self._command, bijlagen=bijlagen))


def aanvullen(waarden: Waarden, gelezen: AanmeldingDossier) -> AanmeldingAanvullen:
    """Return the act that adds to a stored referral; what the form does not ask of the person stays."""
    hoofd = {each.name: getattr(gelezen.hoofd, each.name) for each in fields(Persoonsgegevens)}
    return AanmeldingAanvullen(
        casus_id=gelezen.id,
        casus=_pick(Casusvelden, waarden),
        hoofdbetrokkene=persoon({**hoofd, **{name: waarden[name] for name in hoofd if name in waarden}}),
        melding=melding(waarden),
        version=gelezen.version,
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def leeg(vandaag: date) -> dict[str, Any]:
    """Return the standard values of a new referral."""
    kaal = {each.name: getattr(Melding(), each.name) for each in fields(Melding)}
    kaal |= {each.name: getattr(Casusvelden(), each.name) for each in fields(Casusvelden)}
    kaal |= {each.name: "" for each in fields(Persoonsgegevens)}
    return _als_tekst(kaal) | {
        "adres_geheim": False,
        "soort": Persoonsoort.NATUURLIJK.value,
        "geboortedatum": None,
        "aangemeld_op": vandaag,
        "personen": (),
        "partners": (),
        "bekend": (),
        "bestanden": (),
    }


def van_dossier(gelezen: AanmeldingDossier) -> dict[str, Any]:
    """Return what the form shows of a stored referral."""
    soort = gelezen.melding or Melding()
    waarden = {each.name: getattr(soort, each.name) for each in fields(Melding)}
    waarden |= {each.name: getattr(gelezen.velden, each.name) for each in fields(Casusvelden)}
    waarden |= {each.name: getattr(gelezen.hoofd, each.name) for each in fields(Persoonsgegevens)}
    geboren = waarden["geboortedatum"]
    return _als_tekst(waarden) | {
        "soort": gelezen.hoofd.soort.value, "geboortedatum": geboren, "aangemeld_op": gelezen.aangemeld_op, "personen": (), "partners": (),
        "bekend": (), "bestanden": (),
    }  # fmt: skip


def _als_tekst(waarden: Waarden) -> dict[str, Any]:
    """A field that was not chosen shows its first choice."""
    return {name: "" if value is None else value for name, value in waarden.items()}
