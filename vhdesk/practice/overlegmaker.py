"""The meetings of a large practice vault: thirty cases each, most of them closed, one open, the last ones ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from vhdesk.practice.voorraad import Voorraad
from vhdesk.vocabulary import Aanwezigheid, Agendasoort, Overlegstatus, Puntstatus

PER_OVERLEG = 30
_DEELNEMERS = 12


@dataclass(slots=True)
class GemaaktOverleg:
    """A meeting that is being filled with cases."""

    id: str
    tafel_id: str
    datum: date
    status: Overlegstatus
    casussen: int = 0


class Overlegmaker:
    """Makes meetings as the cases come."""

    def __init__(self, voorraad: Voorraad, aantal: int) -> None:
        self._voorraad = voorraad
        self._aantal = aantal
        self.overleggen: list[GemaaktOverleg] = []

    def een(self, status: Overlegstatus) -> str:
        """Return the id of the last full meeting of this status."""
        vol = [o for o in self.overleggen if o.casussen == PER_OVERLEG and o.status is status]
        return vol[-1].id

    def volgende(self) -> GemaaktOverleg:
        """Return the meeting that the next case is on: 30 cases each, oldest first; the last full one but one
        is open now, the last full one is ahead."""
        if self.overleggen and self.overleggen[-1].casussen < PER_OVERLEG:
            return self.overleggen[-1]
        nummer, vol = len(self.overleggen), self._aantal // PER_OVERLEG
        status = Overlegstatus.GESLOTEN
        if nummer == vol - 2:
            status = Overlegstatus.LOPEND
        elif nummer >= vol - 1:
            status = Overlegstatus.GEPLAND
        datum = self._voorraad.vandaag + timedelta(days=7 * max(nummer - (vol - 2), -52 * 9))
        tafel_id = self._voorraad.tafels[nummer % len(self._voorraad.tafels)]
        overleg = GemaaktOverleg(self._overleg_rij(tafel_id, datum, status), tafel_id, datum, status)
        self.overleggen.append(overleg)
        return overleg

    def _overleg_rij(self, tafel_id: str, datum: date, status: Overlegstatus) -> str:
        random, begin = self._voorraad.random, datetime.combine(datum, time(12, 30), UTC)
        mensen = random.sample(self._voorraad.medewerkers, _DEELNEMERS)
        gehouden = status is not Overlegstatus.GEPLAND
        overleg_id = self._voorraad.rij(
            "overleg",
            nummer=f"OV-{datum.year}-{self._voorraad.nummer(f'overleg-{datum.year}'):03d}",
            tafel_id=tafel_id,
            datum=datum,
            begintijd=time(13, 30),
            voorzitter_id=mensen[0][0],
            secretaris_id=mensen[1][0],
            status=status,
            geopend_op=begin if gehouden else None,
            gesloten_op=begin + timedelta(hours=4) if status is Overlegstatus.GESLOTEN else None,
        )
        aanwezig = Aanwezigheid.AANWEZIG if gehouden else Aanwezigheid.UITGENODIGD
        for volgorde, (medewerker_id, _) in enumerate(mensen):
            self._voorraad.rij(
                "deelnemer",
                overleg_id=overleg_id,
                medewerker_id=medewerker_id,
                aanwezigheid=aanwezig,
                volgorde=volgorde,
            )
        vast = (Agendasoort.OPENING, Agendasoort.VORIG_VERSLAG, Agendasoort.RONDVRAAG, Agendasoort.SLUITING)
        for soort, volgorde in zip(vast, (0, 1, PER_OVERLEG + 2, PER_OVERLEG + 3), strict=True):
            self.punt(overleg_id, soort, None, volgorde, status, "")
        return overleg_id

    def punt(
        self,
        overleg_id: str,
        soort: Agendasoort,
        casus_id: str | None,
        volgorde: int,
        status: Overlegstatus,
        notitie: str,
    ) -> None:
        """Make an item of the agenda."""
        besproken = status is Overlegstatus.GESLOTEN
        self._voorraad.rij(
            "agendapunt",
            overleg_id=overleg_id,
            soort=soort,
            casus_id=casus_id,
            volgorde=volgorde,
            minuten=8 if casus_id else 5,
            status=Puntstatus.BESPROKEN if besproken else Puntstatus.OPEN,
            notitie=notitie,
            volgende_datum=self._voorraad.volgende_datum() if besproken and casus_id else None,
        )
