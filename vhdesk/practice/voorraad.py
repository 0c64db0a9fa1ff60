"""What the makers of a large practice vault share: chance with a seed, rows that wait, numbers given out."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from random import Random
from typing import Any

from vhdesk.models.persoon import naam_norm, naamklank
from vhdesk.practice import zinnen
from vhdesk.queries.organisatie import gemeenten, organisaties, tafels
from vhdesk.queries.referentie import DOELGROEPEN, LEEFGEBIEDEN, ZRM_DOMEINEN, referentie_waarden
from vhdesk.services.desk import Desk
from vhdesk.services.oefenrijen import OefenrijenToevoegen

_MEDEWERKERS = 120

Rij = dict[str, Any]


class Voorraad:
    """Rows that wait to be stored, and what is known of the region they belong to. ``na``: the last number of every
    series that is not given out here."""

    def __init__(self, desk: Desk, zaad: int, na: int = 0) -> None:
        self.random = Random(zaad)  # noqa: S311 - the same vault every time is the purpose
        self.vandaag = desk.clock.today()
        self.organisaties = [rij.id for rij in desk.ask(organisaties)]
        self.gemeenten = [(rij.id, rij.naam) for rij in desk.ask(gemeenten, regio="twente")]
        self.tafels = [rij.id for rij in desk.ask(tafels)]
        self.doelgroepen = [rij.code for rij in desk.ask(referentie_waarden, DOELGROEPEN)]
        self.leefgebieden = [rij.code for rij in desk.ask(referentie_waarden, LEEFGEBIEDEN)]
        self.domeinen = [rij.code for rij in desk.ask(referentie_waarden, ZRM_DOMEINEN)]
        self._desk = desk
        self._tabellen: dict[str, list[Rij]] = {}
        self._laatste: dict[str, int] = defaultdict(lambda: na)
        self.medewerkers = [self._medewerker() for _ in range(_MEDEWERKERS)]

    def rij(self, tabel: str, **velden: Any) -> str:
        """Keep a row and return its id. Rows of one table all name the same columns."""
        velden["id"] = f"{self.random.getrandbits(128):032x}"
        self._tabellen.setdefault(tabel, []).append(velden)
        return str(velden["id"])

    def nummer(self, reeks: str) -> int:
        """Return the next number of a series."""
        self._laatste[reeks] += 1
        return self._laatste[reeks]

    def opslaan(self) -> None:
        """Store what waits, in one act."""
        self._desk.execute(OefenrijenToevoegen(tabellen=self._tabellen, reeksen=dict(self._laatste)))
        self._tabellen = {}

    def volgende_datum(self) -> date:
        """Return a day on which a case may come back: some have passed."""
        return self.vandaag + timedelta(days=self.random.randint(-20, 90))

    def _medewerker(self) -> tuple[str, str]:
        organisatie_id = self.random.choice(self.organisaties)
        naam = f"{self.random.choice(zinnen.VOORNAMEN)} {zinnen.geslachtsnaam(self.random)}"
        return self.rij("medewerker", organisatie_id=organisatie_id, naam=naam), organisatie_id

    def persoon(self) -> str:
        """Make a person and return the id."""
        random = self.random
        voornamen, voorvoegsel = random.choice(zinnen.VOORNAMEN), random.choice(zinnen.VOORVOEGSELS)
        naam = zinnen.geslachtsnaam(random)
        return self.rij(
            "persoon",
            voornamen=voornamen,
            voorvoegsel=voorvoegsel,
            geslachtsnaam=naam,
            geboortedatum=self.vandaag - timedelta(days=random.randint(12 * 365, 80 * 365)),
            bsn=zinnen.bsn(random),
            adres=f"{random.choice(zinnen.STRATEN)} {random.randint(1, 180)}",
            woonplaats=random.choice(zinnen.PLAATSEN),
            naam_norm=naam_norm(naam, voorvoegsel, voornamen),
            klank=naamklank(naam, voornamen),
        )
