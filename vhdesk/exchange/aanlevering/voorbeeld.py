"""The preview of a delivered list: everything that would be stored, and everything a person should look at.

Pure: bytes in, frozen rows out. The command that stores the rows the user agreed with lives in ``services``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vhdesk.errors import InvalidPackage
from vhdesk.exchange.aanlevering.bestand import lees_bladen
from vhdesk.exchange.aanlevering.blad import BEGRIJPEN, STAP, Blad, Voortgang
from vhdesk.exchange.aanlevering.datum import maand_vooraan
from vhdesk.exchange.aanlevering.dubbelen import Dubbel, zoek_dubbelen
from vhdesk.exchange.aanlevering.gemeente import herken_gemeente
from vhdesk.exchange.aanlevering.herkenning import Kennis, Namenlijst
from vhdesk.exchange.aanlevering.inhoud import Kenner
from vhdesk.exchange.aanlevering.kolommen import Indeling, Kolom, beschrijf, gegevens, keur, stel_voor
from vhdesk.exchange.aanlevering.naamstijl import naamstijl
from vhdesk.exchange.aanlevering.opmerking import Opmerking
from vhdesk.exchange.aanlevering.overslaan import Overgeslagen, Zeef, lege_regels, sla_over
from vhdesk.exchange.aanlevering.rij import AanleverRij, Kolomstijl, Lezer
from vhdesk.exchange.aanlevering.tekst import sleutel, tekst
from vhdesk.vocabulary_aanlevering import (
    NaamStijl,
    Opmerkingcode,
    Overslagreden,
    Veld,
    Weigering,
)

_TITELREGELS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbeeld:
    """A delivered list, understood and not yet stored."""

    bestandsnaam: str
    blad: str
    bladen: tuple[str, ...]
    indeling: Indeling
    kolommen: tuple[Kolom, ...]
    stijl: NaamStijl
    gemeente_code: str | None
    gemeente_naam: str
    rijen: tuple[AanleverRij, ...]
    dubbelen: tuple[Dubbel, ...]
    overgeslagen: tuple[Overgeslagen, ...]
    meldingen: tuple[Opmerking, ...]

    @property
    def bruikbaar(self) -> int:
        """How many rows can become a person."""
        return sum(rij.bruikbaar for rij in self.rijen)

    @property
    def met_fout(self) -> int:
        """How many rows have a field that could not be understood."""
        return sum(bool(rij.fouten) for rij in self.rijen)

    @property
    def met_opmerking(self) -> int:
        """How many rows have any remark."""
        return sum(bool(rij.opmerkingen) for rij in self.rijen)


def lees(
    inhoud: bytes | tuple[Blad, ...],
    bestandsnaam: str,
    indeling: Indeling | None = None,
    *,
    doelgroepen: Mapping[str, str],
    organisaties: Mapping[str, str],
    vandaag: date,
    twijfel: Iterable[str] = (),
    gemeenten: Mapping[str, str] | None = None,
    gemeente: str | None = None,
    blad: str | None = None,
    voortgang: Voortgang | None = None,
) -> Voorbeeld:
    """Read a delivered list.

    In: the bytes of the file (or its sheets, when they were read already) and its name; a layout the user corrected (else one is proposed); the names known
    in the vault with their codes (labels and aliases alike) of doelgroepen, organisations and municipalities;
    today; the names of doelgroepen that can mean more than one (``twijfel``); the code of the municipality and
    the name of the sheet when the user chose one.
    ``voortgang`` is called with phase, done and total, and may raise ``Interrupted``.
    Out: the preview. Raises InvalidPackage with a code of ``Weigering`` when there is no list to read.
    """
    kennis = Kennis(
        Namenlijst(doelgroepen), Namenlijst(organisaties), vandaag, frozenset(map(sleutel, twijfel))
    )
    kenner = Kenner(kennis)
    bladen = lees_bladen(inhoud, voortgang) if isinstance(inhoud, bytes) else inhoud
    gekozen, voorstel = _kies_blad(bladen, blad, kenner)
    if indeling is not None:
        keur(indeling, gekozen)
    elif voorstel.kopregel is None and Kenner.onmiskenbaar.isdisjoint(voorstel.kolommen.values()):
        raise InvalidPackage(Weigering.GEEN_LIJST)
    keuze = indeling or voorstel
    stijl = _kolomstijl(gekozen, keuze)
    lezer = Lezer(keuze, stijl, kennis, _breedte(gekozen, keuze))
    rijen, overgeslagen = _lees_rijen(gekozen, keuze, lezer, voortgang)
    kolommen = beschrijf(gekozen, keuze, gekozen_op_inhoud=indeling is None)
    code, naam = herken_gemeente(_titels(gekozen), bestandsnaam, gemeenten or {})
    return Voorbeeld(
        bestandsnaam=bestandsnaam,
        blad=gekozen.naam,
        bladen=tuple(ander.naam for ander in bladen),
        indeling=keuze,
        kolommen=kolommen,
        stijl=stijl.namen,
        gemeente_code=gemeente or code,
        gemeente_naam=naam,
        rijen=rijen,
        dubbelen=zoek_dubbelen([rij.kenmerken for rij in rijen], voortgang),
        overgeslagen=overgeslagen,
        meldingen=(
            *_over_bestand(gekozen, bladen),
            *_over_kolommen(gekozen, keuze, kolommen, kenner),
            *_over_totaal(gekozen, rijen, overgeslagen),
        ),
    )


def gemeente_van(
    bladen: Sequence[Blad], bestandsnaam: str, gemeenten: Mapping[str, str]
) -> tuple[str | None, str]:
    """Return the code and name of the municipality a list comes from, before it is read as a whole.

    Some names of organisations mean something else per municipality ('wijkteam'), so it is asked first.
    """
    titels = [titel for blad in bladen for titel in _titels(blad)]
    return herken_gemeente(titels, bestandsnaam, gemeenten)


def _kies_blad(bladen: Sequence[Blad], naam: str | None, kenner: Kenner) -> tuple[Blad, Indeling]:
    """Return the sheet that looks most like a list of persons (visible before hidden), and its layout."""
    if naam is not None:
        gekozen = next((blad for blad in bladen if blad.naam == naam), None)
        if gekozen is None:
            raise InvalidPackage(Weigering.BLAD_ONBEKEND)
        return gekozen, stel_voor(gekozen, kenner)
    kandidaten = [(blad, stel_voor(blad, kenner)) for blad in bladen if blad.regels]
    return max(
        kandidaten,
        key=lambda paar: (
            paar[1].heeft_naam,
            paar[0].zichtbaar,
            len(paar[1].kolommen),
            len(paar[0].regels),
        ),
    )


def _kolomstijl(blad: Blad, indeling: Indeling) -> Kolomstijl:
    """Judge over whole columns how names and dates are written."""
    rijen = gegevens(blad, indeling.kopregel)
    datums = [regel.cel(nummer) for nummer in indeling.van(Veld.GEBOORTEDATUM) for regel in rijen]
    if Veld.GESLACHTSNAAM in indeling.kolommen.values():
        return Kolomstijl(NaamStijl.KOLOMMEN, maand_vooraan(datums))
    namen = (tekst(regel.cel(nummer)) for nummer in indeling.van(Veld.NAAM) for regel in rijen)
    return Kolomstijl(naamstijl(namen), maand_vooraan(datums))


def _breedte(blad: Blad, indeling: Indeling) -> int:
    """Return how many columns the list has: as far as its headings and its chosen columns reach."""
    kop = next(
        (len(regel.cellen) for regel in blad.regels if regel.nummer == indeling.kopregel), blad.breedte
    )
    return max(kop, max(indeling.kolommen, default=-1) + 1)


def _lees_rijen(
    blad: Blad, indeling: Indeling, lezer: Lezer, voortgang: Voortgang | None
) -> tuple[tuple[AanleverRij, ...], tuple[Overgeslagen, ...]]:
    zeef = Zeef(blad.regels, indeling)
    rijen: list[AanleverRij] = []
    overgeslagen = list(lege_regels(blad.regels))
    for gedaan, regel in enumerate(blad.regels):
        if voortgang is not None and gedaan % STAP == 0:
            voortgang(BEGRIJPEN, gedaan, len(blad.regels))
        reden = zeef.reden(regel)
        if reden is None:
            rijen.append(lezer.lees(regel))
        else:
            overgeslagen.append(sla_over(regel, reden))
    return tuple(rijen), tuple(sorted(overgeslagen, key=lambda over: over.rijnummer))


def _titels(blad: Blad) -> list[str]:
    """Return what can be a title: the rows at the top with one or two cells, and the name of the sheet."""
    boven = (regel for regel in blad.regels[:_TITELREGELS] if regel.gevuld <= 2)
    return [*(tekst(cel) for regel in boven for cel in regel.cellen if cel is not None), blad.naam]


def _over_bestand(blad: Blad, bladen: Sequence[Blad]) -> list[Opmerking]:
    meldingen = [Opmerking(None, code) for code in blad.meldingen]
    anders = ", ".join(ander.naam for ander in bladen if ander is not blad and ander.regels)
    if anders:
        meldingen.append(
            Opmerking(None, Opmerkingcode.BLADEN_NIET_GELEZEN, {"blad": blad.naam, "anders": anders})
        )
    return meldingen


def _over_kolommen(
    blad: Blad, indeling: Indeling, kolommen: Sequence[Kolom], kenner: Kenner
) -> list[Opmerking]:
    """Say which columns are missing, doubtful or left out."""
    meldingen: list[Opmerking] = []
    if indeling.kopregel is None:
        meldingen.append(Opmerking(None, Opmerkingcode.KOPREGEL_ONTBREEKT))
    if not indeling.heeft_naam:
        meldingen.append(Opmerking(Veld.NAAM, Opmerkingcode.NAAMKOLOM_ONTBREEKT))
    rijen = gegevens(blad, indeling.kopregel)
    for kolom in kolommen:
        details = {"kop": kolom.kop or str(kolom.nummer + 1)}
        if kolom.veld is None:
            if kolom.voorbeelden:
                meldingen.append(Opmerking(None, Opmerkingcode.KOLOM_BUITEN_LIJST, details))
            continue
        aandeel = kenner.aandeel(kolom.veld, [regel.cel(kolom.nummer) for regel in rijen])
        if aandeel is not None and aandeel < 0.5:
            details["veld"] = kolom.veld.label
            meldingen.append(Opmerking(kolom.veld, Opmerkingcode.KOLOM_TWIJFEL, details))
    return meldingen


def _over_totaal(
    blad: Blad, rijen: Sequence[AanleverRij], overgeslagen: Sequence[Overgeslagen]
) -> list[Opmerking]:
    """Compare the count that the list gives of itself with what was read above that row."""
    nummers = {over.rijnummer for over in overgeslagen if over.reden is Overslagreden.TOTAAL}
    meldingen = []
    for regel in blad.regels:
        if regel.nummer not in nummers:
            continue
        genoemd = [int(waarde) for cel in regel.cellen if (waarde := tekst(cel)).isdecimal()]
        gelezen = sum(rij.rijnummer < regel.nummer for rij in rijen)
        if genoemd and gelezen not in genoemd:
            details = {"totaal": str(genoemd[0]), "gelezen": str(gelezen)}
            meldingen.append(Opmerking(None, Opmerkingcode.TOTAAL_WIJKT_AF, details))
    return meldingen
