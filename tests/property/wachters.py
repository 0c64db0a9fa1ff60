"""What must hold over time, and so needs a memory: numbers that stay, and meetings that are closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from tests.property.kluisbeeld import Beeld, Row
from vhdesk.queries.verslag_rijen import Verslag

MakeVerslag = Callable[[str], Verslag]
# What of a decision may change after the meeting was closed: it is withdrawn, confirmed, or what was asked is answered.
_INGETROKKEN = frozenset({"status", "statusreden", "version", "bekrachtigd_op", "bekrachtigd_door"})
_BEANTWOORD = frozenset(
    {"vraagstand", "beantwoord_op", "beantwoord_door", "antwoord", "ingangsdatum", "voorwaarden"}
)


class Nummerwacht:
    """A number means one record for ever, and a series only goes up."""

    def __init__(self) -> None:
        self._van: dict[tuple[str, object], str] = {}
        self._reeksen: dict[str, int] = {}

    def kijk(self, beeld: Beeld) -> None:
        """Assert it of what stands now."""
        for row in beeld["nummerreeks"]:
            assert row["laatste"] >= self._reeksen.get(row["reeks"], 0), "a series went down"
            self._reeksen[row["reeks"]] = row["laatste"]
        for table in ("besluit", "actie", "inbreng", "overleg", "casus"):
            for row in beeld[table]:
                if table == "casus" and not self._given_out(row["nummer"]):
                    continue  # it came in with a case from elsewhere
                eerder = self._van.setdefault((table, row["nummer"]), row["id"])
                assert eerder == row["id"], f"{table} {row['nummer']} was given out twice"

    def _given_out(self, nummer: str) -> bool:
        delen = nummer.split("-")
        if len(delen) != 3 or delen[0] != "ZVH" or not (delen[1].isdecimal() and delen[2].isdecimal()):
            return False
        return int(delen[2]) <= self._reeksen.get(f"casus-{int(delen[1])}", 0)


@dataclass(slots=True)
class _Gesloten:
    """A closed meeting as it was when the chair closed it, and how often it had been opened again by then."""

    heropend: int
    rijen: list[Row]
    besluiten: dict[str, Row]
    blad: Verslag


class Verslagwacht:
    """The minutes can be made of every meeting and miss nothing; of a closed one they are only added to."""

    def __init__(self) -> None:
        self._gesloten: dict[str, _Gesloten] = {}
        self._standen: dict[tuple[str, int], str] = {}
        self._beurt = 0

    def kijk(self, beeld: Beeld, maak: MakeVerslag) -> None:
        """Assert it of every meeting. Making minutes costs the most: one meeting in turn, and one just closed."""
        self._beurt += 1
        standen = {(row["overleg_id"], row["versie"]): row["inhoud"] for row in beeld["verslagstand"]}
        assert self._standen.items() <= standen.items(), "minutes that were kept changed or went"
        self._standen = standen
        overleggen = beeld["overleg"]
        for plaats, rij in enumerate(overleggen):
            dicht = rij["status"] == "gesloten"
            heropend = sum(row["overleg_id"] == rij["id"] for row in beeld["heropening"])
            if not dicht and rij["id"] in self._gesloten:
                assert heropend > self._gesloten[rij["id"]].heropend, "opened again without a word"
                del self._gesloten[rij["id"]]
            nieuw = dicht and rij["id"] not in self._gesloten
            if nieuw or plaats == self._beurt % len(overleggen):
                blad = maak(rij["id"])
                _check_volledig(beeld, rij["id"], blad)
                if nieuw:
                    self._gesloten[rij["id"]] = _Gesloten(
                        heropend, _rijen(beeld, rij), _besluiten(beeld, rij["id"]), blad
                    )
                elif dicht:
                    _check_blad(self._gesloten[rij["id"]].blad, blad)
            if dicht:
                self._check_gesloten(beeld, rij)

    def _check_gesloten(self, beeld: Beeld, rij: Row) -> None:
        toen = self._gesloten[rij["id"]]
        assert _rijen(beeld, rij) == toen.rijen, "a closed meeting changed"
        nu = _besluiten(beeld, rij["id"])
        assert nu.keys() == toen.besluiten.keys(), "a decision came or went after closing, unmarked"
        for besluit_id, row in nu.items():
            anders = {name for name in row if row[name] != toen.besluiten[besluit_id][name]}
            mag = _INGETROKKEN | (_BEANTWOORD if toen.besluiten[besluit_id]["vraagstand"] else frozenset())
            assert anders <= mag, "a decision changed after closing"


def _rijen(beeld: Beeld, rij: Row) -> list[Row]:
    """The meeting itself, its agenda, its participants and the minutes that were kept."""
    tables = ("agendapunt", "deelnemer", "verslagstand", "heropening")
    return [rij, *(row for table in tables for row in beeld[table] if row["overleg_id"] == rij["id"])]


def _besluiten(beeld: Beeld, overleg_id: str) -> dict[str, Row]:
    """What was decided in the meeting itself, not added afterwards."""
    return {
        row["id"]: row
        for row in beeld["besluit"]
        if row["overleg_id"] == overleg_id and not row["achteraf"] and row["status"] != "teruggenomen"
    }


def _check_volledig(beeld: Beeld, overleg_id: str, blad: Verslag) -> None:
    """What a meeting decided and agreed stands in its minutes, all of it and once."""
    bladen = [punt.casus for punt in blad.punten if punt.casus is not None]
    for table, soort in (("besluit", "besluiten"), ("actie", "acties")):
        gezegd = sorted(
            row["id"]
            for row in beeld[table]
            if row["overleg_id"] == overleg_id and row["status"] != "teruggenomen"
        )
        assert sorted(regel.id for zaak in bladen for regel in getattr(zaak, soort)) == gezegd, soort


def _check_blad(toen: Verslag, nu: Verslag) -> None:
    for oud, nieuw in zip(toen.punten, nu.punten, strict=True):
        if oud.casus is None or nieuw.casus is None:
            assert oud == nieuw
            continue
        for soort in ("besluiten", "acties"):
            eerst = [regel.id for regel in getattr(oud.casus, soort) if not regel.achteraf]
            assert [regel.id for regel in getattr(nieuw.casus, soort) if not regel.achteraf] == eerst
        leeg: dict[str, Any] = {"besluiten": (), "acties": ()}
        assert replace(oud.casus, **leeg) == replace(nieuw.casus, **leeg), "the minutes changed"
