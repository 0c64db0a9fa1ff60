"""A small invented region in a database, made record by record, for the tests of the queries."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from itertools import count
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from vhdesk.models import (
    Actie,
    Agendapunt,
    Base,
    Besluit,
    Betrokkene,
    Casus,
    Casusroltoewijzing,
    Deelnemer,
    Gemeente,
    Inbreng,
    Medewerker,
    Organisatie,
    Overleg,
    Persoon,
    PlanVanAanpak,
    Referentielijst,
    Referentiewaarde,
    Tafel,
)
from vhdesk.models.base import new_id
from vhdesk.store.triggers import create_triggers
from vhdesk.vocabulary import (
    Agendasoort,
    Betrokkenheid,
    Bronregime,
    Casusrol,
    CasusStatus,
    Organisatiesoort,
    Overlegstatus,
    Tafelregime,
    Tafelsoort,
)
from vhdesk.vocabulary_inbreng import Informeerstand

NU = datetime(2026, 12, 2, 12, 30, tzinfo=UTC)
VANDAAG = date(2026, 12, 2)
R = TypeVar("R", bound=Base)


class Wereld:
    """Factories with sensible defaults; every one flushes and returns the record."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._nummers = count(1)

    def add(self, record: R) -> R:
        self.session.add(record)
        self.session.flush()
        return record

    def nummer(self) -> int:
        return next(self._nummers)

    def organisatie(self, naam: str, **velden: Any) -> Organisatie:
        velden.setdefault("soort", Organisatiesoort.ZORG)
        return self.add(Organisatie(code=f"org-{self.nummer()}", naam=naam, **velden))

    def medewerker(self, naam: str, organisatie: Organisatie, **velden: Any) -> Medewerker:
        return self.add(Medewerker(naam=naam, organisatie_id=organisatie.id, **velden))

    def tafel(self, naam: str = "Werktafel Enschede", **velden: Any) -> Tafel:
        velden.setdefault("soort", Tafelsoort.WERKTAFEL)
        velden.setdefault("regime", Tafelregime.WGS)
        return self.add(Tafel(code=f"tafel-{self.nummer()}", naam=naam, **velden))

    def gemeente(self, naam: str, **velden: Any) -> Gemeente:
        velden.setdefault("regio", "twente")
        return self.add(Gemeente(code=naam.casefold(), naam=naam, **velden))

    def lijst(self, code: str, **namen: str) -> None:
        """A reference list with its values, in this order; the codes are the keyword names with '-' for '_'."""
        self.add(Referentielijst(code=code, naam=code.capitalize(), gewijzigd_op=NU))
        for volgorde, (sleutel, naam) in enumerate(namen.items()):
            self.add(
                Referentiewaarde(
                    lijst_code=code, code=sleutel.replace("_", "-"), naam=naam, volgorde=volgorde
                )
            )

    def persoon(self, geslachtsnaam: str, voornamen: str = "", **velden: Any) -> Persoon:
        persoon = Persoon(geslachtsnaam=geslachtsnaam, voornamen=voornamen, **velden)
        for veld in ("voorletters", "voorvoegsel"):
            setattr(persoon, veld, velden.get(veld, ""))
        persoon.aliassen = velden.get("aliassen", [])
        persoon.normaliseer()
        return self.add(persoon)

    def casus(self, hoofd: Persoon | None = None, **velden: Any) -> Casus:
        nummer = self.nummer()
        velden.setdefault("nummer", f"ZVH-2026-{nummer:04}")
        velden.setdefault("status", CasusStatus.IN_BEHANDELING)
        velden.setdefault("aangemeld_op", date(2026, 1, 5))
        velden.setdefault("informeerstand", Informeerstand.INGELICHT)
        casus = self.add(Casus(created_at=NU, **velden))
        if hoofd is not None:
            self.betrokkene(casus, hoofd, Betrokkenheid.HOOFDBETROKKENE)
        return casus

    def betrokkene(
        self, casus: Casus, persoon: Persoon, rol: Betrokkenheid = Betrokkenheid.SYSTEEM, **velden: Any
    ) -> Betrokkene:
        return self.add(Betrokkene(casus_id=casus.id, persoon_id=persoon.id, rol=rol, **velden))

    def rol(
        self, casus: Casus, rol: Casusrol, houder: Medewerker | Organisatie, **velden: Any
    ) -> Casusroltoewijzing:
        """Give a role to a person; of an organisation to somebody there."""
        velden.setdefault("van", NU)
        wie = (
            houder if isinstance(houder, Medewerker) else self.medewerker(f"Iemand van {houder.naam}", houder)
        )
        velden |= {"organisatie_id": wie.organisatie_id, "medewerker_id": wie.id}
        return self.add(Casusroltoewijzing(casus_id=casus.id, rol=rol, **velden))

    def over(self, rij: Casusroltoewijzing, houder: Medewerker, op: datetime) -> Casusroltoewijzing:
        """Give the role of ``rij`` to somebody else."""
        casus = self.session.get_one(Casus, rij.casus_id)
        rij.beeindigen(op, opvolger := new_id())
        self.session.flush()
        return self.rol(casus, rij.rol, houder, van=rij.tot, id=opvolger)

    def alleen_organisatie(self, casus: Casus, organisatie: Organisatie) -> Casusroltoewijzing:
        """A verantwoordelijke of before the rule that it is a person."""
        connection = self.session.connection()
        connection.exec_driver_sql("DROP TRIGGER casusrol_persoon")
        rij = self.add(
            Casusroltoewijzing(
                casus_id=casus.id, rol=Casusrol.VERANTWOORDELIJKE, organisatie_id=organisatie.id, van=NU
            )
        )
        create_triggers(connection)
        return rij

    def overleg(self, tafel: Tafel, datum: date = VANDAAG, **velden: Any) -> Overleg:
        velden.setdefault("begintijd", time(13, 30))
        velden.setdefault("status", Overlegstatus.LOPEND)
        return self.add(
            Overleg(nummer=f"OV-2026-{self.nummer():03}", tafel_id=tafel.id, datum=datum, **velden)
        )

    def punt(self, overleg: Overleg, casus: Casus | None = None, **velden: Any) -> Agendapunt:
        velden.setdefault("soort", Agendasoort.CASUS if casus else Agendasoort.RONDVRAAG)
        velden.setdefault("volgorde", self.nummer())
        casus_id = casus.id if casus else None
        return self.add(Agendapunt(overleg_id=overleg.id, casus_id=casus_id, **velden))

    def deelnemer(self, overleg: Overleg, medewerker: Medewerker, **velden: Any) -> Deelnemer:
        return self.add(Deelnemer(overleg_id=overleg.id, medewerker_id=medewerker.id, **velden))

    def actie(self, casus: Casus, **velden: Any) -> Actie:
        overleg = velden.pop("overleg", None)
        velden.setdefault("omschrijving", "Bellen met de huisarts")
        velden.setdefault("ontstaan_op", date(2026, 11, 18))
        return self.add(
            Actie(
                nummer=self.nummer(), casus_id=casus.id, overleg_id=overleg.id if overleg else None,
                created_at=NU, **velden,
            )
        )  # fmt: skip

    def besluit(self, casus: Casus, overleg: Overleg | None = None, **velden: Any) -> Besluit:
        velden.setdefault("type_code", "voortzetten")
        velden.setdefault("gremium_code", "werktafel")
        velden.setdefault("tekst", "De zaak blijft op tafel.")
        velden.setdefault("datum", VANDAAG)
        return self.add(
            Besluit(
                nummer=self.nummer(), casus_id=casus.id, overleg_id=overleg.id if overleg else None,
                created_at=NU, **velden,
            )
        )  # fmt: skip

    def plan(self, casus: Casus, **velden: Any) -> PlanVanAanpak:
        return self.add(PlanVanAanpak(**{"casus_id": casus.id, "hoofddoel": "rust in huis"} | velden))

    def inbreng(self, casus: Casus, organisatie: Organisatie, tekst: str, **velden: Any) -> Inbreng:
        velden.setdefault("leefgebied_code", "huisvesting")
        velden.setdefault("datum", date(2026, 12, 1))
        velden.setdefault("regime", Bronregime.OVERIG)
        return self.add(
            Inbreng(
                nummer=self.nummer(), casus_id=casus.id, organisatie_id=organisatie.id, tekst=tekst, **velden
            )
        )
