"""Commands drawn from their own fields: every act of the desk, with values that fit and values that do not.

What a field means is read from its name and type, so that a new act takes part without a line here; a field whose
name says nothing yet fails the draw and asks for one.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from functools import cache
from random import Random
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from vhdesk.models.samenvoeging import VELDEN as SAMENVOEGVELDEN
from vhdesk.services.casus import MAX_TEXT, TEKSTVELDEN
from vhdesk.services.command import Command
from vhdesk.vocabulary_inbreng import VERPLICHT

UNKNOWN_ID = "0" * 32


@dataclasses.dataclass(frozen=True, slots=True)
class Wereld:
    """What stands in the vault now: ids per table and codes per list, oldest first; and what day it is."""

    ids: Mapping[str, Sequence[str]]
    codes: Mapping[str, Sequence[str]]
    vandaag: date


# Which table an id is of; the name of the field is the name of the table but for these.
_TABLE = {"gast": "deelnemer", "gebeurtenis": "casusgebeurtenis", "fase": "bespreekfase", "gepland": "overleg", "woord": "eigen_woord", "vervangt": "medewerker", "voorzitter": "medewerker", "secretaris": "medewerker", "wissel": "voorzitterwissel", "vorige": "casusroltoewijzing", "plan": "plan_van_aanpak", "van_tafel": "tafel", "naar_tafel": "tafel", "melder_organisatie": "organisatie", "aanbrenger": "organisatie", "weerspreekt": "inbreng", "procesmanager": "medewerker", "procesmanager_zorg": "medewerker", "overdracht": "organisatie", "blijft": "persoon", "weg": "persoon", "van": "persoon", "naar": "persoon"}  # fmt: skip
_CODES = {
    "type_code": "besluittypen", "gremium_code": "gremia", "leefgebied_code": "leefgebieden",
    "reden_code": "afschaalredenen", "domein_code": "zrm_domeinen", "doelgroep_code": "doelgroepen", "veiligheidskamer": "veiligheidskamers",
    "methode_code": "methoden", "doelgroepen": "doelgroepen", "organisaties": "organisaties", "gremia": "gremia", "partner_codes": "organisaties", "leefgebieden": "leefgebieden", "aanwezigen": "medewerker_ids", "mag_door_naar": "organisatie_ids",
}  # fmt: skip
# Ids that a person never gives: with one, a record comes back that was removed.
_BACK = {
    "BetrokkeneToevoegen": ("betrokkene_id", "persoon_id"),
    "CasuspartnerBepalen": ("casuspartner_id",),
    "InbrengVastleggen": ("inbreng_id",),
    "ZrmVastleggen": ("zrmscore_id",),
    "FactorVastleggen": ("factor_id",),
    "DeelnemerToevoegen": ("deelnemer_id",),
    "EigenWoordToevoegen": ("woord_id",),
    "PlanSchrijven": ("plan_id",),
    "BekendheidBepalen": ("bekendheid_id",),
    "Bijlagestand": ("id",),
    "UitvraagBepalen": ("uitvraag_id",),
    "Uitvraagrij": ("id",),
    "AanmeldingAanvullen": ("aanmelding_id",),
    "CasusAanmeldingHerstellen": ("casus_id", "persoon_id", "betrokkene_id"),
    "OverlegHerstellen": ("overleg_id",),
    "AgendapuntTerugzetten": ("agendapunt_id",),
    "AgendapuntToevoegen": ("agendapunt_id",),
    "FaseBeginnen": ("fase_id",),
    "OverlegSchorsen": ("schorsing_id",),
    "VoorzitterWisselen": ("wissel_id",),
    "OrganisatieToevoegen": ("organisatie_id",),
    "MedewerkerToevoegen": ("medewerker_id",),
    "TafelToevoegen": ("tafel_id",),
    "TafellidToevoegen": ("tafellid_id",),
    "Doel": ("id",),
    "AlsDan": ("id",),
    "Deelnemerstand": ("id",),
    "PersoonrelatieLeggen": ("persoonrelatie_id",),
    "Partnerstand": ("id",),
    "Rolhouder": ("id",),
    "Methodeperiode": ("id",),
    "MethodenotitieTerugzetten": ("methodenotitie_id",),
}
# These do not look whether the id under which a record comes back is in use.
_ID_UNGUARDED = frozenset(
    {"OrganisatieToevoegen", "MedewerkerToevoegen", "TafelToevoegen", "TafellidToevoegen"}
)
_FILES = (b"", b"een brief", b"een andere brief", b"%PDF-1.7 kapot", b"MZ programma", bytes(range(256)))
_NAMES = ("Jansen", "Ayşe Yılmaz", "De Boer", "Politie", "Huis & Zorg")
_WORDS = (
    "", " ", "kort", "Een hele zin, met “aanhalingstekens” en een streepje – zo.", "\x00", "a\x00b", "regel\nregel",
    "  met spaties  ", "AND OR NOT * \" ( NEAR", "ë̀ ﬁ ß İ", "x" * 41, "w" * 301,
)  # fmt: skip
_LETTERS = (*range(0x20, 0x17F), *range(0x600, 0x640), *range(0x2000, 0x2070), 0x1F600, 0xFFFD, 0xFFFF, 0)
_SHORT: Mapping[str, Sequence[str]] = {
    "naam": _NAMES, "geslachtsnaam": (*_NAMES, "", " "), "aliassen": ("politie twente", "wijkteam", *_NAMES),
    "veld": (*TEKSTVELDEN, "status", "aanbrenger_id", *SAMENVOEGVELDEN), "standaard_terug": (*VERPLICHT, "status"), "kvk": ("", "12345678", "1"), "bsn": ("", "111222333", "123"), "email": ("", "a@b.nl", "geen adres"),
    "sha256": ("a" * 64, "b" * 64), "gremium_is": ("beslisser", "ontvanger", "iets"),
    "code": ("", "", "eigen-code", "Fout!"), "bestandsnaam": ("lijst.xlsx", ""), "postcode": ("", "7511 AA"),
    "nummer": ("", "", "", "ZVH-2026-0001", "ZVH-2026-0004", "ZVH-2031-0002", "X 1"),
    "voornamen": ("Anna", "", "J. P."), "voorletters": ("", "A.B.", "x" * 41), "voorvoegsel": ("", "van der"),
    "geslacht": ("", "vrouw"), "telefoon": ("", "06-12345678", "0" * 41), "woonplaats": ("", "Enschede"),
    "adres": ("", "Kerkstraat 1", "  Kerk\tstraat  2 "), "relatie": ("", "broer"),
    "onderdeel": ("schulden", "onderdak", "dreigt te doden"), "waarde": ("geregeld", "ja", "iets"),
    "lijst_code": ("besluittypen", "doelgroepen", "leefgebieden", "gremia", "methoden", "regimes", "bestaat-niet"),
}  # fmt: skip
_NUMBERS: Mapping[str, Sequence[int]] = {
    "uitgesteld": (0, 1, 7),
    "aantal": (1, 4, 0, -1, 500),
    "nummer": (1, 2, 99), "minuten": (10, 0, 25, 600, 601, -1), "positie": (0, 1, 2, 5, 999, -3, 2**70), "version": (1, 2, 99, 2**70),
    "score": (1, 3, 5, 0, 6), "duur_minuten": (120, 5, 0, 601), "volgorde": (0, 1, 7), "rij": (1, 2),
    "versie": (1, 2, 3), "aandeel_promille": (0, 500, 1001), "bijdrage_cent": (0, 100, -1),
    "verhoging_cent": (0, 1), "jaren": (5, 1, 0, 31), "herbeoordeling_maanden": (6, 1, 0, 121), "maanden": (6, 12, 0),
    "elke_dagen": (0, 7, -1, 4000), "kennis_dagen": (0, 14, -1), "dagen": (0, 7, -1), "leeftijd_vanaf": (12, 0, 121), "leeftijd_tot": (22, 11, -1),
    "totaal": (1, 2, 0), "herdruk": (0, 1), "fase": (1, 4, 0, 5), "norm": (1, 2, 250, 0, -1),
}  # fmt: skip


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any, bool], ...]:
    """Return (name, type, whether it has a default) of every field of a dataclass."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(
        (field.name, hints[field.name], field.default is not dataclasses.MISSING)
        for field in dataclasses.fields(kind)
    )


def kan(wereld: Wereld, kind: type[Command]) -> bool:
    """Return whether the records that such an act must name exist."""
    for name, hint, optional in _fields(kind):  # type: ignore[arg-type]  # a class is hashable
        inner, may_be_none, _ = _unwrap(hint)
        named = inner is str and name.endswith("_id") and name not in _BACK.get(kind.__name__, ())
        if named and not optional and not may_be_none and not wereld.ids[_table(kind.__name__, name)]:
            return False
    return True


def teken(kans: Random, wereld: Wereld, kind: type[Command]) -> Command:
    """Return a command of this kind, drawn."""
    made = _record(kans, wereld, kind)
    assert isinstance(made, Command)
    return made


def _record(kans: Random, wereld: Wereld, kind: type[Any]) -> Any:
    values: dict[str, Any] = {}
    for name, hint, optional in _fields(kind):  # type: ignore[arg-type]  # a class is hashable
        seldom = name == "version" or name in _BACK.get(kind.__name__, ())
        if optional and kans.random() < (0.9 if seldom else 0.5):
            continue  # what has a default often keeps it
        values[name] = _value(kans, wereld, kind.__name__, name, hint)
    return kind(**values)


def _value(kans: Random, wereld: Wereld, owner: str, name: str, hint: Any) -> Any:
    inner, may_be_none, bounds = _unwrap(hint)
    nobody = name.endswith("_id") and inner is str and not wereld.ids[_table(owner, name)]
    if may_be_none and (nobody or kans.random() < 0.25):
        return None
    if get_origin(inner) is tuple:
        item = get_args(inner)[0]
        sizes = (1, 2, 1, 0) if name in ("rijen", "standen") else (0, 1, 2, 3)
        size = kans.choice(sizes)
        return tuple(_value(kans, wereld, owner, name, item) for _ in range(size))
    if isinstance(inner, type) and dataclasses.is_dataclass(inner):
        return _record(kans, wereld, inner)
    if isinstance(inner, type) and issubclass(inner, Enum):
        return kans.choice(list(inner))
    return _plain(kans, wereld, owner, name, inner, bounds)


def _unwrap(hint: Any) -> tuple[Any, bool, msgspec.Meta | None]:
    """Take ``X | None`` and ``Annotated`` apart: (type, may be None, bounds)."""
    may_be_none, bounds = False, None
    if get_origin(hint) in (Union, types.UnionType):
        may_be_none = True
        (hint,) = (part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is Annotated:
        hint, bounds = get_args(hint)
    return hint, may_be_none, bounds


def _plain(
    kans: Random, wereld: Wereld, owner: str, name: str, inner: Any, bounds: msgspec.Meta | None
) -> Any:
    if inner is bool:
        return kans.random() < 0.5
    if inner is int:
        if bounds is not None:
            return kans.randint(int(bounds.ge or 0), int(bounds.le or 0))
        return kans.choice(_NUMBERS[name])
    if inner is date:
        return _day(kans, wereld, name)
    if inner is time:
        return kans.choice((time(13, 30), time(9), time(0), time(23, 59)))
    if inner is datetime:
        return datetime.combine(_day(kans, wereld, name), time(12), UTC)
    if inner is bytes:
        return kans.choice(_FILES)
    assert inner is str, f"{owner}.{name}: say how to draw {inner}"
    return _text(kans, wereld, owner, name)


def _day(kans: Random, wereld: Wereld, name: str) -> date:
    """Mostly around today; now and then the first and the last day that exist."""
    if name == "geboortedatum":
        return wereld.vandaag - timedelta(days=kans.choice((9_000, 20_000, 3_000, 0, -1)))
    offset = kans.choice((0, 7, 14, -7, 1, -1, 400, -36_500, None))
    if offset is None:
        return kans.choice((date.min, date.max))
    return wereld.vandaag + timedelta(days=offset)


def _text(kans: Random, wereld: Wereld, owner: str, name: str) -> str:
    if name in _BACK.get(owner, ()):
        in_use = owner not in _ID_UNGUARDED
        return _back(kans, wereld.ids[_table(owner, name)], in_use=in_use)
    if name in _CODES or (
        name == "code" and owner.startswith("Referentiewaarde") and owner.endswith(("Wijzigen", "Vervallen"))
    ):
        lijst = _CODES.get(name, "alle")
        return kans.choice((*_window(wereld.codes[lijst]) * 6, "bestaat-niet"))
    if name == "id" or name.endswith(("_id", "_ids")) or name == "deelnemers_weg":
        return _ref(kans, wereld.ids[_table(owner, name)])
    if name in _SHORT:
        return kans.choice(_SHORT[name])
    return _words(kans)


def _table(owner: str, name: str) -> str:
    if name == "id":
        return {"Doel": "plandoel", "AlsDan": "scenario", "Escalatie": "escalatieafspraak", "Bel": "belnummer", "Deelnemerstand": "deelnemer", "Partnerstand": "casuspartner", "Uitvraagrij": "uitvraag", "Rolhouder": "casusroltoewijzing", "Methodeperiode": "casusmethode", "Bijlagestand": "bijlage"}[owner]  # fmt: skip
    if name == "vorige_id" and owner.startswith("Methode"):
        return "casusmethode"
    stem = name.removesuffix("s").removesuffix("_id").removesuffix("s_weg")
    return _TABLE.get(stem, stem)


def _window(found: Sequence[str]) -> tuple[str, ...]:
    """The first three and the last three: enough to choose from, and few enough to choose the same twice."""
    return tuple(dict.fromkeys((*found[:3], *found[-3:])))


def _ref(kans: Random, ids: Sequence[str]) -> str:
    """An id of a record that exists; now and then one of none, or no id at all."""
    if not ids or kans.random() < 0.03:
        return kans.choice((UNKNOWN_ID, "x"))
    return kans.choice(_window(ids))


def _back(kans: Random, ids: Sequence[str], *, in_use: bool) -> str:
    """An id under which something comes back: mostly a free one, else one in use, or no id at all."""
    free = [one for n in range(1, 9) if (one := f"{n:032x}") not in ids]
    if free and kans.random() < 0.75:
        return kans.choice(free)
    return kans.choice((*(_window(ids) if in_use else ()), "geen id"))


def _words(kans: Random) -> str:
    """A sentence; or something that goes wrong easily; or any letters at all; seldom more than fits."""
    lot = kans.random()
    if lot < 0.55:
        return "zin " * kans.randint(1, 9)
    if lot < 0.8:
        return kans.choice(_WORDS)
    if lot < 0.99:
        return "".join(chr(kans.choice(_LETTERS)) for _ in range(kans.randint(0, 12)))
    return "y" * (MAX_TEXT + 1)
