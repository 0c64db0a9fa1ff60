"""One row of the list, understood: typed values, what could not be read, and what was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vhdesk.exchange.aanlevering.adres import lees_adres
from vhdesk.exchange.aanlevering.blad import Cel, Regel
from vhdesk.exchange.aanlevering.bsn import Bsn, lees_bsn
from vhdesk.exchange.aanlevering.datum import lees_datum
from vhdesk.exchange.aanlevering.doelgroep import lees_doelgroep
from vhdesk.exchange.aanlevering.dubbelen import Kenmerken
from vhdesk.exchange.aanlevering.herkenning import Kennis
from vhdesk.exchange.aanlevering.kolommen import Indeling
from vhdesk.exchange.aanlevering.naam import Naam, lees_losse_naam, lees_naam
from vhdesk.exchange.aanlevering.opmerking import Opmerking
from vhdesk.exchange.aanlevering.partners import lees_partners
from vhdesk.exchange.aanlevering.tekst import is_formule, teken_verloren, tekst
from vhdesk.models.persoonsgelijkenis import achternaamsleutel, naamsleutel, voornaamsleutels
from vhdesk.vocabulary_aanlevering import NaamStijl, Opmerkingcode, Opmerkingsoort, Veld

# What fits in the columns of the vault; a longer text goes to the remarks, so that one cell never stops a list.
_LENGTE = 200
_LENGTES = {Veld.VOORLETTERS: 40, Veld.VOORVOEGSEL: 40, Veld.POSTCODE: 10, Veld.WOONPLAATS: 100}
_TEKSTVELDEN = (Veld.ADRES, Veld.WOONPLAATS)


@dataclass(frozen=True, slots=True, kw_only=True)
class AanleverRij:
    """A person of the list as it will be stored. ``bron`` holds what the cells said, per field."""

    rijnummer: int
    voornamen: str
    voorletters: str
    voorvoegsel: str
    geslachtsnaam: str
    aanhef: str
    geboortedatum: date | None
    bsn: str
    bsn_geldig: bool
    adres: str
    postcode: str
    woonplaats: str
    doelgroep_code: str | None
    doelgroep_tekst: str
    partners: tuple[str, ...]
    partners_onbekend: tuple[str, ...]
    opmerking: str
    opmerkingen: tuple[Opmerking, ...]
    bron: tuple[tuple[Veld, str], ...]
    kenmerken: Kenmerken

    @property
    def naam(self) -> str:
        """The name as it is spoken: given names or initials, voorvoegsel, family name."""
        delen = (self.voornamen or self.voorletters, self.voorvoegsel, self.geslachtsnaam)
        return " ".join(deel for deel in delen if deel)

    @property
    def bruikbaar(self) -> bool:
        """Whether a person can be made of this row: there is a family name."""
        return bool(self.geslachtsnaam)

    @property
    def fouten(self) -> tuple[Opmerking, ...]:
        """The remarks that left a field empty."""
        return tuple(op for op in self.opmerkingen if op.soort is Opmerkingsoort.FOUT)


@dataclass(frozen=True, slots=True)
class Kolomstijl:
    """What was judged over whole columns: how names are written, and whether dates put the month first."""

    namen: NaamStijl
    maand_eerst: bool


class Lezer:
    """Understands the rows of one list."""

    def __init__(self, indeling: Indeling, stijl: Kolomstijl, kennis: Kennis, breedte: int) -> None:
        """Take what all rows share; ``breedte`` is the number of columns that the list has by its headings."""
        self._plaatsen = {veld: indeling.van(veld) for veld in Veld}
        self._gekozen = [veld for veld, plaatsen in self._plaatsen.items() if plaatsen]
        self._stijl, self._kennis, self._breedte = stijl, kennis, breedte

    def lees(self, regel: Regel) -> AanleverRij:
        """Return one row, understood, with its remarks."""
        teksten = dict.fromkeys(Veld, "") | {veld: self._tekst(regel, veld) for veld in self._gekozen}
        naam = self._naam(teksten)
        datum, op_datum = self._datum(regel, teksten)
        bsn, op_bsn = self._bsn(regel, teksten)
        adres = lees_adres(
            *(_een_regel(teksten[v]) for v in (Veld.ADRES, Veld.HUISNUMMER, Veld.POSTCODE, Veld.WOONPLAATS))
        )
        doelgroep, op_doelgroep = lees_doelgroep(
            teksten[Veld.DOELGROEP], self._kennis.doelgroepen, self._kennis.twijfel
        )
        partners = lees_partners(teksten[Veld.PARTNERS], self._kennis.organisaties)
        opmerkingen = [
            *naam.opmerkingen,
            *op_datum,
            *op_bsn,
            *adres.opmerkingen,
            *(op_doelgroep if self._plaatsen[Veld.DOELGROEP] else ()),
            *partners.opmerkingen,
            *self._algemeen(regel, teksten),
        ]
        velden = {
            Veld.VOORNAMEN: naam.voornamen,
            Veld.VOORLETTERS: naam.voorletters,
            Veld.VOORVOEGSEL: naam.voorvoegsel,
            Veld.GESLACHTSNAAM: naam.geslachtsnaam,
            Veld.ADRES: adres.adres,
            Veld.POSTCODE: adres.postcode,
            Veld.WOONPLAATS: adres.woonplaats,
            Veld.DOELGROEP: teksten[Veld.DOELGROEP],
        }
        te_lang = [veld for veld, waarde in velden.items() if len(waarde) > _LENGTES.get(veld, _LENGTE)]
        opmerkingen += [
            Opmerking(veld, Opmerkingcode.TEKST_TE_LANG, {"veld": veld.label}) for veld in te_lang
        ]
        toelichting = (teksten[Veld.OPMERKING], *self._overloop(regel), *(velden[veld] for veld in te_lang))
        velden |= dict.fromkeys(te_lang, "")
        return AanleverRij(
            rijnummer=regel.nummer,
            voornamen=velden[Veld.VOORNAMEN],
            voorletters=velden[Veld.VOORLETTERS],
            voorvoegsel=velden[Veld.VOORVOEGSEL],
            geslachtsnaam=velden[Veld.GESLACHTSNAAM],
            aanhef=naam.aanhef,
            geboortedatum=datum,
            bsn=bsn.waarde,
            bsn_geldig=bsn.geldig,
            adres=velden[Veld.ADRES],
            postcode=velden[Veld.POSTCODE],
            woonplaats=velden[Veld.WOONPLAATS],
            doelgroep_code=doelgroep,
            doelgroep_tekst=velden[Veld.DOELGROEP],
            partners=partners.codes,
            partners_onbekend=partners.onbekend,
            opmerking="\n".join(deel for deel in toelichting if deel),
            opmerkingen=tuple(opmerkingen),
            bron=tuple((veld, waarde) for veld, waarde in teksten.items() if waarde),
            kenmerken=_kenmerken(regel.nummer, naam, datum, bsn, adres.sleutel),
        )

    def _cel(self, regel: Regel, veld: Veld) -> Cel:
        """The raw cell of a field that has one column; the first that is filled when it has more."""
        return next((cel for plaats in self._plaatsen[veld] if (cel := regel.cel(plaats)) is not None), None)

    def _tekst(self, regel: Regel, veld: Veld) -> str:
        return "\n".join(waarde for plaats in self._plaatsen[veld] if (waarde := tekst(regel.cel(plaats))))

    def _naam(self, teksten: dict[Veld, str]) -> Naam:
        if not self._plaatsen[Veld.GESLACHTSNAAM]:
            return lees_naam(_een_regel(teksten[Veld.NAAM]), self._stijl.namen)
        los = (Veld.VOORNAMEN, Veld.VOORLETTERS, Veld.VOORVOEGSEL, Veld.GESLACHTSNAAM)
        voornamen, voorletters, voorvoegsel, achternaam = (_een_regel(teksten[veld]) for veld in los)
        return lees_losse_naam(voornamen, voorletters, voorvoegsel, achternaam)

    def _datum(self, regel: Regel, teksten: dict[Veld, str]) -> tuple[date | None, tuple[Opmerking, ...]]:
        if not self._plaatsen[Veld.GEBOORTEDATUM]:
            return None, ()
        cel = self._cel(regel, Veld.GEBOORTEDATUM)
        if is_formule(cel):
            return None, ()  # reported as a formula
        datum = lees_datum(cel, vandaag=self._kennis.vandaag, maand_eerst=self._stijl.maand_eerst)
        if datum.code is None:
            return datum.waarde, ()
        return datum.waarde, (Opmerking(Veld.GEBOORTEDATUM, datum.code, datum.details),)

    def _bsn(self, regel: Regel, teksten: dict[Veld, str]) -> tuple[Bsn, tuple[Opmerking, ...]]:
        cel = self._cel(regel, Veld.BSN)
        bsn = lees_bsn(None if is_formule(cel) else cel)
        if bsn.code is None:
            return bsn, ()
        details = {"tekst": teksten[Veld.BSN], "aantal": str(len(bsn.waarde))}
        return bsn, (Opmerking(Veld.BSN, bsn.code, details),)

    def _overloop(self, regel: Regel) -> list[str]:
        """The cells beyond the last column of the list; their text is kept with the remark of the row."""
        return [waarde for cel in regel.cellen[self._breedte :] if (waarde := tekst(cel))]

    def _algemeen(self, regel: Regel, teksten: dict[Veld, str]) -> Iterator[Opmerking]:
        """Yield the remarks that any field can have: a formula without result, a lost letter, extra cells."""
        for veld in self._gekozen:
            if any(is_formule(regel.cel(plaats)) for plaats in self._plaatsen[veld]):
                yield Opmerking(veld, Opmerkingcode.FORMULE)
        for veld in _TEKSTVELDEN:
            if teken_verloren(teksten[veld]):
                yield Opmerking(veld, Opmerkingcode.TEKEN_VERLOREN, {"tekst": teksten[veld]})
        if self._overloop(regel):
            yield Opmerking(None, Opmerkingcode.CELLEN_TE_VEEL)


def _een_regel(waarde: str) -> str:
    return " ".join(waarde.split())


def _kenmerken(rijnummer: int, naam: Naam, geboortedatum: date | None, bsn: Bsn, deur: str) -> Kenmerken:
    """Return what identifies this person: folded, and without any voorvoegsel."""
    return Kenmerken(
        rijnummer=rijnummer,
        achternaam=achternaamsleutel(naam.geslachtsnaam),
        voornamen=voornaamsleutels(naam.voornamen),
        voorletters=naamsleutel(naam.voorletters),
        geboortedatum=geboortedatum,
        bsn=bsn.waarde if bsn.geldig else "",
        deur=deur,
    )
