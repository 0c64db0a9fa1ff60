"""Words about persons: what kind they are, how they stand to each other, and how two are made one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from vhdesk.vocabulary import Term

GEHEIM_ADRES: Final = "geheim adres"


class Persoonsoort(Term):
    """A case may be about a legal person too (domein.md §1, radicalisering)."""

    NATUURLIJK = "natuurlijk", "natuurlijk persoon", "Een mens."
    RECHTSPERSOON = (
        "rechtspersoon",
        "rechtspersoon",
        "Een stichting, vereniging of bedrijf, met een KvK-nummer.",
    )


class Relatiesoort(Term):
    """How a person stands to another; the label reads 'A is <label> van B' (RvIG, Logisch Ontwerp BRP: ouder,
    kind, huwelijk/partnerschap; the others are those of a systeem)."""

    PARTNER = "partner", "partner", "Echtgenoot, geregistreerd partner of levensgezel."
    EX_PARTNER = "ex-partner", "ex-partner"
    OUDER = "ouder", "ouder"
    STIEFOUDER = "stiefouder", "stiefouder"
    PLEEGOUDER = "pleegouder", "pleegouder"
    GROOTOUDER = "grootouder", "grootouder"
    VOOGD = "voogd", "voogd", "Heeft het gezag over een minderjarige, en is niet de ouder."
    BROER_ZUS = "broer of zus", "broer of zus"
    FAMILIE = "familie", "familielid", "Ander familielid."
    HUISGENOOT = "huisgenoot", "huisgenoot", "Woont op hetzelfde adres."
    VERZORGER = "verzorger", "verzorger", "Zorgt dagelijks voor de ander, ook zonder gezag."
    BEKENDE = "bekende", "bekende", "Vriend, buur of medeverdachte."
    BESTUURDER = "bestuurder", "bestuurder", "Bestuurt een rechtspersoon."

    @property
    def tegenlabel(self) -> str:
        """What B is of A when A is this of B."""
        return _TEGEN.get(self, self.label)

    @property
    def wederkerig(self) -> bool:
        """Whether B is of A what A is of B."""
        return self not in _TEGEN


_TEGEN: Final[Mapping[Relatiesoort, str]] = {
    Relatiesoort.OUDER: "kind",
    Relatiesoort.STIEFOUDER: "stiefkind",
    Relatiesoort.PLEEGOUDER: "pleegkind",
    Relatiesoort.GROOTOUDER: "kleinkind",
    Relatiesoort.VOOGD: "pupil",
    Relatiesoort.VERZORGER: "verzorgde",
    Relatiesoort.BESTUURDER: "rechtspersoon onder bestuur",
}
# Who is this of somebody was born before him.
OUDER_DAN: Final = frozenset({Relatiesoort.OUDER, Relatiesoort.GROOTOUDER})


class Kant(Term):
    """Which value stays when two persons become one."""

    LINKS = "links", "links", "De waarde van de persoon die blijft."
    RECHTS = "rechts", "rechts", "De waarde van de persoon die opgaat in de ander."
    BEIDE = "beide", "beide", "Beide waarden, achter elkaar; de rechter naam blijft als alias."
