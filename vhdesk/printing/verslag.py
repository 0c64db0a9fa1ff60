"""The minutes of a meeting: who was there, what was decided per case, who does what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from vhdesk.clock import local
from vhdesk.printing.alinea import alinea, alineas
from vhdesk.printing.blok import Blok, OpNieuwBlad
from vhdesk.printing.onderdelen import (
    NIET_VASTGELEGD,
    Feit,
    achteraf_merk,
    actienummer,
    actietabel,
    besluitenlijst,
    cel,
    datumcel,
    eigenaarcel,
    feitentabel,
    gelabeld,
    letop,
    verplicht,
)
from vhdesk.printing.ondertekening import Ondertekening
from vhdesk.printing.pagina import Bladwijzer, Inhoudsopgave, Papier, zet_papier
from vhdesk.printing.stijl import (
    BROOD,
    CEL_STERK,
    CEL_STIL,
    KOP1,
    KOP2,
    STILLE_REGEL,
    TITEL,
)
from vhdesk.printing.tabel import Cel, Kolom, Rij, Tabel
from vhdesk.printing.tekorten import tekortentabel
from vhdesk.printing.typografie import (
    NBSP,
    datum_lang,
    datum_voluit,
    datum_zonder_dag,
    moment_lang,
    moment_tijd,
    tijd,
)
from vhdesk.printing.verslag_casus import casusblad, casustitel
from vhdesk.queries.verslag_rijen import (
    Verslag,
    VerslagActie,
    VerslagHeropening,
    VerslagPunt,
    VerslagSchorsing,
    VerslagVaststelling,
)
from vhdesk.vocabulary import Actiestatus, Agendasoort, Overlegstatus, Tafelsoort, met_hoofdletter
from vhdesk.vocabulary_agenda import MET_OUDE_ACTIES, Agendawijziging
from vhdesk.vocabulary_lezer import ER_IS_EEN_UITKOMST, STAAT_OP_DE_AGENDA

EXEMPLAAR_HUIS = "Exemplaar voor het huis"
_WAARSCHUWING = (
    "Dit verslag bevat vertrouwelijke persoonsgegevens. Geef het niet door aan wie niet bij het overleg hoort, "
    "en bewaar het niet langer dan voor het doel nodig is."
)
_VOOR_LEZER = "Dit exemplaar is gemaakt voor {lezer} en bevat wat deze organisatie van het overleg mag weten."


def verslag_pdf(verslag: Verslag, *, clock_now: datetime, program_version: str, exemplaar: str = "") -> bytes:
    """Return the minutes as a PDF. ``exemplaar``: which copy it is, in the margin of every sheet.

    ``clock_now`` (aware) is printed as the moment of making and stands in the file; with the same rows, moment and
    version the bytes are the same on any machine. A meeting that is not closed gives a concept.
    """
    sections = _Sections(verslag)
    blocks = sections.body()
    contents = [Bladwijzer("Inhoud", "begin"), *sections.entries]
    maker = f"vhdesk {program_version}"
    colophon = alinea(f"Gemaakt op {moment_lang(clock_now)} met {maker}.", STILLE_REGEL.met(voor=14))
    papier = Papier(
        titel=verslagtitel(verslag),
        kopregel=f"Verslag {_tafelnaam(verslag.tafel)}, {datum_zonder_dag(verslag.datum)}",
        onderwerp="Verslag van een casusoverleg",
        exemplaar=exemplaar or _exemplaar(verslag),
        maker=maker,
        gemaakt_op=clock_now,
        oefening=verslag.oefening,
        concept=verslag.status is not Overlegstatus.GESLOTEN,
        bladwijzers=contents,
    )
    front = [*_voorkant(verslag), alinea("Inhoud", KOP2), Inhoudsopgave(sections.entries)]
    return zet_papier(papier, [*front, *blocks, colophon])


def _exemplaar(verslag: Verslag) -> str:
    """Return for whom a paper is that was not registered as a copy."""
    return f"Exemplaar voor {verslag.lezer}" if verslag.lezer else EXEMPLAAR_HUIS


def verslagtitel(verslag: Verslag) -> str:
    """Return 'Verslag werktafel Enschede, woensdag 2 december 2026'."""
    return f"Verslag {_tafelnaam(verslag.tafel)}, {datum_voluit(verslag.datum)}"


def _tafelnaam(tafel: str) -> str:
    """Return the name of a table inside a sentence: 'Werktafel Enschede' becomes 'werktafel Enschede'."""
    kinds = {soort.value for soort in Tafelsoort}
    first = tafel.split(" ")[0]
    return first.lower() + tafel[len(first) :] if first.lower() in kinds else tafel


def _voorkant(verslag: Verslag) -> Iterator[Blok]:
    """Yield the title and the facts of the meeting."""
    yield alinea(verslagtitel(verslag), TITEL, anker="begin")
    yield alinea(_WAARSCHUWING, STILLE_REGEL)
    if verslag.lezer:
        yield alinea(_VOOR_LEZER.format(lezer=verslag.lezer), STILLE_REGEL)
    end = f"–{tijd(verslag.eindtijd)}" if verslag.eindtijd else ""
    concept = verslag.status is not Overlegstatus.GESLOTEN
    yield feitentabel(
        (
            Feit("Nummer", verslag.nummer),
            Feit("Datum en tijd", f"{datum_voluit(verslag.datum)}, {tijd(verslag.begintijd)}{end} uur"),
            Feit("Plaats", verslag.plaats, verplicht=True),
            Feit("Voorzitter", _voorzitters(verslag), verplicht=True),
            Feit("Secretaris", verslag.secretaris, verplicht=True),
            Feit("Agenda vastgesteld", _vastgesteld(verslag.vaststelling)),
            *_momenten(verslag),
            Feit("Geschorst", "\n".join(_geschorst(keer, verslag.datum) for keer in verslag.schorsingen)),
            Feit("Heropend", "\n".join(_heropend(keer) for keer in verslag.heropeningen)),
            Feit("Achteraf gewijzigd", met_hoofdletter(", ".join(verslag.achteraf))),
            Feit("Versie van dit verslag", _versie(verslag)),
            Feit("Staat van dit verslag", "concept; het overleg is nog niet gesloten" if concept else ""),
        )
    )


def _momenten(verslag: Verslag) -> tuple[Feit, ...]:
    """Return when the meeting was opened and closed; for one that was held on paper: when it was entered."""
    opened = moment_lang(verslag.geopend_op) if verslag.geopend_op else ""
    closed = moment_lang(verslag.gesloten_op) if verslag.gesloten_op else ""
    if verslag.van_papier:
        return (Feit("Ingevoerd van papier", " tot ".join(filter(None, (opened, closed))), verplicht=True),)
    return (Feit("Geopend", opened), Feit("Gesloten", closed))


def _voorzitters(verslag: Verslag) -> str:
    """Return who chaired; when that changed, each with until when."""
    if not verslag.voorzitters:
        return verslag.voorzitter
    regels, vanaf = [], ""
    for wie in verslag.voorzitters:
        tot = _tijdstip(wie.tot, verslag.datum) if wie.tot is not None else ""
        tijden = " ".join((*((f"vanaf {vanaf}",) if vanaf else ()), *((f"tot {tot}",) if tot else ())))
        regels.append(f"{wie.naam}, {tijden}{NBSP}uur" if tijden else wie.naam)
        vanaf = tot
    return "\n".join(regels)


def _geschorst(keer: VerslagSchorsing, datum: date) -> str:
    """Return "Van 10:42 tot 11:00 uur: pauze", with the day where it is another one."""
    tot = f"tot {_tijdstip(keer.tot, datum)}" if keer.tot is not None else "en nog niet hervat"
    uur = f"{NBSP}uur" if keer.tot is not None else ""
    waarom = f": {keer.reden.rstrip('.')}" if keer.reden else ""
    return f"Van {_tijdstip(keer.van, datum)} {tot}{uur}{waarom}"


def _tijdstip(moment: datetime, datum: date) -> str:
    """Return "10:42", and with the day when it is not ``datum``: "vr 6 november 2026, 10:42"."""
    dag = local(moment).date()
    return moment_tijd(moment) if dag == datum else f"{datum_lang(dag)}, {moment_tijd(moment)}"


def _vastgesteld(agenda: VerslagVaststelling | None) -> str:
    """Return when and by whom the agenda was fixed, and below it what changed since; nothing for a concept."""
    if agenda is None:
        return ""
    regels = (
        f"Daarna {rij.wat.label}: {rij.punt}"
        + (f", {rij.was} werd {rij.nu} minuten" if rij.wat is Agendawijziging.MINUTEN else "")
        for rij in agenda.wijzigingen
    )
    return "\n".join((f"{met_hoofdletter(moment_lang(agenda.op))}, door {agenda.door}", *regels))


def _heropend(keer: VerslagHeropening) -> str:
    """Return when the meeting was opened again, by whom, and why."""
    was = f"Was gesloten op {moment_lang(keer.gesloten_op)}."
    return f"{met_hoofdletter(moment_lang(keer.tijdstip))}, door {keer.door}: {keer.reden.rstrip('.')}. {was}"


def _versie(verslag: Verslag) -> str:
    """Return which version this is; nothing for minutes that were made once."""
    if verslag.lezer:
        return str(verslag.versie) if verslag.versie > 1 else ""
    if not verslag.heropeningen:
        return ""
    if verslag.versie == 2:
        return "2; versie 1 blijft bewaard zoals zij was"
    return f"{verslag.versie}; versie 1 tot en met {verslag.versie - 1} blijven bewaard zoals zij waren"


class _Sections:
    """Collects the sections of the body and, as it goes, their lines in contents and bookmarks."""

    def __init__(self, verslag: Verslag) -> None:
        self.verslag = verslag
        self.entries: list[Bladwijzer] = []

    def body(self) -> list[Blok]:
        """Return everything after the contents, in the order of the agenda."""
        blocks: list[Blok] = [*self._aanwezigen()]
        gaps_shown = False
        after_case = False
        for punt in self.verslag.punten:
            if punt.casus is not None or punt.soort is Agendasoort.SLUITING:
                blocks += [] if gaps_shown else self._tekorten(new_sheet=after_case)
                gaps_shown = True
            part = self._punt(punt)
            if punt.casus is None and after_case and part:
                part[0] = OpNieuwBlad(part[0])
            blocks += part
            if part:
                after_case = punt.casus is not None
        if not gaps_shown:
            blocks += self._tekorten(new_sheet=after_case)
        return [*blocks, *self._overige(new_sheet=after_case), *self._lijsten()]

    def _entry(self, title: str, anchor: str) -> str:
        self.entries.append(Bladwijzer(title, anchor))
        return anchor

    def _kop(self, title: str, anchor: str) -> Blok:
        return alinea(title, KOP1.met(voor=22), anker=self._entry(title, anchor))

    def _aanwezigen(self) -> Iterator[Blok]:
        heading = self._kop("Aanwezigen", "aanwezigen")
        yield OpNieuwBlad(heading)
        if not self.verslag.deelnemers:
            yield alinea(f"Aanwezigheid {NIET_VASTGELEGD}.", STILLE_REGEL)
        columns = (
            Kolom("Naam", 40),
            Kolom("Functie", 42),
            Kolom("Organisatie", 42),
            Kolom("Aanwezigheid", 46),
        )
        rows = []
        for deelnemer in self.verslag.deelnemers:
            presence = (
                *cel(met_hoofdletter(deelnemer.aanwezigheid.label)),
                *cel(met_hoofdletter(deelnemer.bijzonder), CEL_STIL.met(voor=1)),
                *cel(deelnemer.opmerking, CEL_STIL.met(voor=1)),
                *cel("geheimhouding bevestigd" if deelnemer.geheimhouding else "", CEL_STIL.met(voor=1)),
                *letop(deelnemer.achteraf),
            )
            rows.append(
                Rij(
                    (
                        cel(deelnemer.naam, CEL_STERK),
                        cel(deelnemer.functie),
                        cel(deelnemer.organisatie),
                        presence,
                    )
                )
            )
        yield Tabel(columns, rows)

    def _overige(self, *, new_sheet: bool) -> list[Blok]:
        """Return a line for each case of which the reader may only know that there is an outcome."""
        places = [punt.casusplaats for punt in self.verslag.punten if punt.casusplaats and punt.casus is None]
        if not places:
            return []
        closed = self.verslag.status is Overlegstatus.GESLOTEN
        what = ER_IS_EEN_UITKOMST if closed else STAAT_OP_DE_AGENDA
        lines = [alinea(f"Casus {place}: {what}.", BROOD.met(voor=2)) for place in places]
        heading = self._kop("Overige casussen", "overige-casussen")
        return [OpNieuwBlad(heading) if new_sheet else heading, *lines]

    def _punt(self, punt: VerslagPunt) -> list[Blok]:
        """Return the blocks of one item; an item about which nothing was said gives nothing."""
        anchor = f"punt-{len(self.entries)}"
        if punt.casus is not None:
            self._entry(casustitel(punt.casus), anchor)
            return list(casusblad(punt.casus, anker=anchor, toegevoegd=punt.achteraf))
        notes: list[Blok] = list(alineas(punt.notitie, BROOD))
        notes += letop("Achteraf gewijzigd." if punt.achteraf else "")
        if punt.soort in MET_OUDE_ACTIES and self.verslag.oude_acties:
            notes += [
                alinea("Acties van het vorige overleg", KOP2),
                _oude_acties(self.verslag.oude_acties, self.verslag.datum),
            ]
        if punt.soort is Agendasoort.SLUITING:
            notes += self._sluiting()
        if (
            not notes and punt.soort is Agendasoort.VRIJ
        ):  # the table put it there: that it was passed over is said
            notes = [alinea("Hierbij is niets genoteerd.", STILLE_REGEL)]
        if not notes:
            return []
        return [self._kop(f"{punt.naam} (besloten)" if punt.besloten else punt.naam, anchor), *notes]

    def _sluiting(self) -> Iterator[Blok]:
        if self.verslag.gesloten_op:
            moment = moment_tijd(self.verslag.gesloten_op)
            yield alinea(f"De voorzitter heeft het overleg om {moment} uur gesloten.", BROOD)
        yield Ondertekening(self.verslag.voorzitter)

    def _tekorten(self, *, new_sheet: bool) -> list[Blok]:
        """Return what was missing when the chair closed, with the reason for closing all the same."""
        verslag = self.verslag
        if not verslag.tekorten and not verslag.sluitreden.strip():
            return []
        closed = verslag.status is Overlegstatus.GESLOTEN
        heading = self._kop("Wat ontbrak bij het sluiten" if closed else "Wat nog ontbreekt", "tekorten")
        reason = feitentabel([Feit("Reden om te sluiten", verslag.sluitreden, verplicht=closed)])
        return [OpNieuwBlad(heading) if new_sheet else heading, tekortentabel(verslag), reason]

    def _lijsten(self) -> list[Blok]:
        """Return the besluiten and acties of all cases together, for who wants only those."""
        cases = [punt.casus for punt in self.verslag.punten if punt.casus is not None]
        besluiten = sorted(
            ((casus.nummer, besluit) for casus in cases for besluit in casus.besluiten),
            key=lambda pair: pair[1].nummer,
        )
        acties = sorted((actie for casus in cases for actie in casus.acties), key=lambda actie: actie.nummer)
        blocks: list[Blok] = []
        if besluiten:
            blocks += [self._kop("Besluitenlijst", "besluitenlijst"), besluitenlijst(besluiten)]
        if acties:
            blocks += [self._kop("Actielijst", "actielijst"), actietabel(acties, lijst=True)]
        if blocks:
            blocks[0] = OpNieuwBlad(blocks[0])
        return blocks


def _oude_acties(acties: Sequence[VerslagActie], op: date) -> Tabel:
    """Return the acties of earlier meetings with how they ended, or how old they were on ``op``."""
    rows = []
    for actie in acties:
        number = (*cel(actienummer(actie.nummer), CEL_STERK), *cel(actie.casusnummer, CEL_STIL))
        rows.append(
            Rij(
                (
                    number,
                    (*cel(actie.omschrijving), *gelabeld("Voorwaarde", actie.conditie)),
                    eigenaarcel(actie),
                    datumcel(actie.termijn),
                    _uitkomst(actie, op),
                )
            )
        )
    columns = (
        Kolom("Nr", 27),
        Kolom("Actie", 46),
        Kolom("Eigenaar", 33),
        Kolom("Uiterlijk", 22),
        Kolom("Uitkomst", 42),
    )
    return Tabel(columns, rows)


def _uitkomst(actie: VerslagActie, op: date) -> Cel:
    """Return how an actie stands, how often it was put off, how old it is, and why."""
    outcome = met_hoofdletter(actie.status.label)
    if actie.status is Actiestatus.OPEN:
        times = "één keer" if actie.uitgesteld == 1 else f"{actie.uitgesteld} keer"
        days = (op - actie.ontstaan_op).days
        postponed = f"{times} uitgesteld" if actie.uitgesteld else ""
        age = f"{days} {'dag' if days == 1 else 'dagen'} oud" if days > 0 else ""
        outcome = ", ".join(filter(None, ("Open", postponed, age)))
    return (*verplicht(outcome, CEL_STERK), *cel(actie.resultaat), *achteraf_merk(actie))
