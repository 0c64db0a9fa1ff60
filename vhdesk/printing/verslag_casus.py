"""One case of the minutes: a sheet that can be read without the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vhdesk.printing.alinea import alinea, alineas
from vhdesk.printing.blok import Blok, OpNieuwBlad
from vhdesk.printing.onderdelen import (
    NIET_VASTGELEGD,
    Feit,
    Score,
    actietabel,
    besluittabel,
    cel,
    drietal,
    feitenparen,
    feitentabel,
    letop,
    paneel,
    strook,
)
from vhdesk.printing.planblok import planblokken
from vhdesk.printing.stijl import (
    BROOD,
    BROOD_STERK,
    CEL,
    CEL_LETOP,
    CEL_STERK,
    CEL_STIL,
    KOP1,
    KOP2,
    KOP3,
    ONDERTITEL,
    STILLE_REGEL,
)
from vhdesk.printing.tabel import Kolom, Rij, Tabel
from vhdesk.printing.typografie import datum_kort, datum_lang
from vhdesk.printing.verloop import verlooptabel
from vhdesk.queries.casusstand import heeft_regie, is_ongewogen
from vhdesk.queries.verslag_rijen import VerslagCasus, VerslagCitaat, VerslagInbreng, VerslagZrm
from vhdesk.vocabulary import Bronregime, Informatieniveau, met_hoofdletter
from vhdesk.vocabulary_inbreng import Herkomst
from vhdesk.vocabulary_methode import BESCHERMD_PAPIER, onder_voorbehoud

_ZRM_KOLOMMEN = 3
_PROCES = "Van deze casus leest u het proces en uw eigen acties, niet de inhoud."


def casustitel(casus: VerslagCasus) -> str:
    """Return '1. ZVH-2026-0149 – Koopman, M.J.'."""
    name = f" – {casus.hoofdbetrokkene}" if casus.hoofdbetrokkene.strip() else ""
    return f"{casus.volgnummer}. {casus.nummer}{name}"


def casusblad(casus: VerslagCasus, *, anker: str, toegevoegd: bool = False) -> Iterator[Blok]:
    """Yield the blocks of a case, beginning on a new sheet. ``toegevoegd``: it came on the agenda after the meeting
    had been closed."""
    yield OpNieuwBlad(alinea(casustitel(casus), KOP1, anker=anker), opschrift=casus.nummer)
    whole = casus.niveau is Informatieniveau.INHOUD
    yield from (_inhoudsblad if whole else _procesblad)(casus, toegevoegd=toegevoegd)


def _inhoudsblad(casus: VerslagCasus, *, toegevoegd: bool) -> Iterator[Blok]:
    """Yield everything about a case."""
    if casus.titel.strip():
        yield alinea(casus.titel, ONDERTITEL)
    yield _leiding(casus)
    if casus.beschermd:
        yield from letop(BESCHERMD_PAPIER)
    if casus.voorbehoud:
        yield from letop(onder_voorbehoud(casus.voorbehoud))
    if is_ongewogen(casus.status):
        yield from letop("Besproken zonder triage: de casus is nog niet gewogen.")
    if toegevoegd:
        yield from letop("Deze casus is achteraf op de agenda gezet.")
    if casus.achteraf:
        yield from letop(f"Achteraf gewijzigd: {', '.join(casus.achteraf)}.")
    yield feitentabel(_personen(casus))
    yield feitenparen(
        (
            Feit("Doelgroep", casus.doelgroep),
            Feit("Status", casus.status.label),
            Feit("Gemeente", casus.gemeente),
            Feit("Aanmelder", casus.aanmelder),
            Feit("Methode", casus.methode),
        )
    )
    yield feitentabel(
        (
            Feit("Grondslag", _gedeeld(casus, "grondslag"), verplicht=True),
            Feit("Doel van het delen", _gedeeld(casus, "doelbinding")),
            Feit("Aangebracht door", casus.aanbrenger),
            Feit("Doel", casus.doel),
            Feit("Besproken", _besproken(casus)),
            Feit("Besluit zonder oordeelsvorming", casus.besluit_reden),
            Feit("Partners aan tafel", ", ".join(casus.partners)),
            Feit("Aanwezig bij deze casus", casus.aanwezig),
            Feit("De zaal uit bij deze casus", ", ".join(casus.zaal_uit)),
        ),
        voor=0,
    )
    yield from paneel("Vraag aan tafel", casus.vraag_aan_tafel, BROOD_STERK)
    yield from _tekst("Aanleiding", casus.aanleiding)
    if casus.aanmelding:
        yield alinea("Aanmelding", KOP2)
        yield feitentabel(Feit(wat, woorden) for wat, woorden in casus.aanmelding)
    yield from _inbreng(casus.inbreng)
    yield from _zrm(casus.zrm)
    yield from _factoren(casus)
    yield from _tekst("Gezamenlijk beeld", casus.gezamenlijk_beeld)
    yield from _citaten(casus.citaten)
    yield from _tekst("Zienswijze van betrokkene", casus.zienswijze)
    yield from _tekst(
        "Informering van betrokkene", "\n".join(filter(None, (casus.ingelicht, casus.informering)))
    )
    if casus.plan is not None:
        yield alinea("Plan van aanpak", KOP2)
        yield from planblokken(casus.plan)
    yield from _tekst("Bespreking", casus.notitie)
    yield alinea("Besluiten", KOP2)
    if casus.besluiten:
        yield besluittabel(casus.besluiten)
    else:
        yield alinea(f"Besluit {NIET_VASTGELEGD}.", STILLE_REGEL)
    if casus.vragen:
        yield alinea("Eerder gevraagd aan een ander gremium", KOP3)
        yield besluittabel(casus.vragen)
    yield alinea("Acties", KOP2)
    if casus.acties:
        yield actietabel(casus.acties)
    else:
        yield alinea("Geen acties vastgelegd.", STILLE_REGEL)


def _leiding(casus: VerslagCasus) -> Tabel:
    """Return who leads the case and when it comes back."""
    next_date = datum_lang(casus.volgende_datum) if casus.volgende_datum else ""
    return strook(
        (
            *drietal(
                casus.casemanager,
                casus.verantwoordelijke,
                casus.procesregisseur,
                nodig=heeft_regie(casus.status, casus.caseload),
                weg=casus.rollen_weg,
                geen_persoon=casus.geen_persoon,
            ),
            Feit("Volgende datum", next_date),
        )
    )


def _procesblad(casus: VerslagCasus, *, toegevoegd: bool) -> Iterator[Blok]:
    """Yield the sheet of who may know the process of a case, not its content: who leads it, and the reader's acties."""
    yield _leiding(casus)
    if casus.beschermd:
        yield from letop(BESCHERMD_PAPIER)
    if toegevoegd:
        yield from letop("Deze casus is achteraf op de agenda gezet.")
    yield feitenparen((Feit("Status", casus.status.label),))
    yield alinea(_PROCES, STILLE_REGEL)
    yield alinea("Uw acties", KOP2)
    if casus.acties:
        yield actietabel(casus.acties)
    else:
        yield alinea("Voor u zijn geen acties vastgelegd.", STILLE_REGEL)


def _besproken(casus: VerslagCasus) -> str:
    """Return "beeldvorming 7 minuten, oordeelsvorming 4 minuten"."""
    return ", ".join(
        f"{fase.label} {minuten or 'minder dan 1'} {'minuut' if minuten < 2 else 'minuten'}"
        for fase, minuten in casus.fasen
    )


def _gedeeld(casus: VerslagCasus, veld: str) -> str:
    """Return the words of ``veld``, with whose they are when they are the standard of the table."""
    woorden = str(getattr(casus, veld))
    return f"{woorden} ({Herkomst.STANDAARD.label})" if veld in casus.standaard and woorden else woorden


def _personen(casus: VerslagCasus) -> Iterator[Feit]:
    person = [casus.hoofdbetrokkene.strip()]
    if casus.geboortedatum:
        person.append(f"geboren {datum_kort(casus.geboortedatum)}")
    person.append(casus.woonplaats.strip())
    yield Feit("Hoofdbetrokkene", ", ".join(filter(None, person)), verplicht=True)
    system = []
    for naam, relatie, geboren in casus.systeem:
        born = f", geboren {datum_kort(geboren)}" if geboren else ""
        system.append(f"{naam}{f' – {relatie}' if relatie.strip() else ''}{born}")
    yield Feit("Systeem", "\n".join(system))


def _tekst(kop: str, text: str) -> Iterator[Blok]:
    paragraphs = alineas(text, BROOD)
    if paragraphs:
        yield alinea(kop, KOP2)
        yield from paragraphs


def _regime(regime: str) -> str:
    """Return the words for a source regime; none for the ordinary one."""
    if regime in ("", Bronregime.OVERIG, Bronregime.OVERIG.label):
        return ""
    known = {term.value: term.label for term in Bronregime}
    return known.get(regime, regime)


def _inbreng(inbreng: Sequence[VerslagInbreng]) -> Iterator[Blok]:
    """Yield the statements, grouped by leefgebied in order of first mention."""
    groups: dict[str, list[VerslagInbreng]] = {}
    for statement in inbreng:
        groups.setdefault(statement.leefgebied, []).append(statement)
    if groups:
        yield alinea("Inbreng per leefgebied", KOP2)
    for index, (leefgebied, statements) in enumerate(groups.items()):
        if leefgebied.strip():
            yield alinea(met_hoofdletter(leefgebied), KOP3.met(voor=4) if index == 0 else KOP3)
        paren = tegenspraken(statements)
        beside = {statement.id for paar in paren for statement in paar}
        rows = [
            Rij((_bron(statement), alineas(statement.tekst, BROOD.met(voor=0))), breekbaar=True, koppen=(0,))
            for statement in statements
            if statement.id not in beside
        ]
        yield Tabel((Kolom("", 40), Kolom("", 130)), rows, voor=3, binnen_links=0)
        for paar in paren:
            yield from _tegenover(paar)


def _bron(statement: VerslagInbreng) -> tuple[Blok, ...]:
    """Return who said it, under which number and secrecy, and what it contradicts that does not stand beside it."""
    nummer = f"I-{statement.nummer} " if statement.nummer else ""
    tegen = f"spreekt I-{statement.weerspreekt} tegen" if statement.weerspreekt else ""
    return (
        *cel(f"{nummer}{statement.organisatie}", CEL_STERK.met(regel=14)),
        alinea(datum_kort(statement.datum), CEL_STIL),
        *cel(_regime(statement.regime), CEL_LETOP.met(voor=0)),
        *cel(tegen, CEL_LETOP.met(voor=0)),
    )


def tegenspraken(statements: Sequence[VerslagInbreng]) -> list[tuple[VerslagInbreng, VerslagInbreng]]:
    """Return the pairs that contradict each other and both stand in these statements. One that contradicts what already
    stands in a pair keeps its own line, with the number."""
    van = {statement.nummer: statement for statement in statements}
    paren: list[tuple[VerslagInbreng, VerslagInbreng]] = []
    geplaatst: set[int] = set()
    for statement in statements:
        eerste = van.get(statement.weerspreekt) if statement.weerspreekt else None
        if eerste is not None and not {eerste.nummer, statement.nummer} & geplaatst:
            paren.append((eerste, statement))
            geplaatst |= {eerste.nummer, statement.nummer}
    return paren


def _tegenover(paar: tuple[VerslagInbreng, VerslagInbreng]) -> Iterator[Blok]:
    """Yield two statements side by side."""
    eerste, ander = paar
    yield alinea("Dit spreekt elkaar tegen:", STILLE_REGEL.met(voor=3, bij_volgende=True))
    cells = tuple(
        (*_bron(replace(each, weerspreekt=0)), *alineas(each.tekst, BROOD.met(voor=0)))
        for each in (eerste, ander)
    )
    yield Tabel((Kolom("", 1), Kolom("", 1)), [Rij(cells, breekbaar=True)], voor=3, binnen_links=0)


def _citaten(citaten: Sequence[VerslagCitaat]) -> Iterator[Blok]:
    """Yield on which statements the shared picture rests."""
    if citaten:
        delen = (f"[I-{c.nummer}] {c.organisatie}, {datum_kort(c.datum)}, {c.leefgebied}" for c in citaten)
        yield from alineas(f"Aangehaald: {'; '.join(delen)}.", STILLE_REGEL)


def _zrm(scores: Sequence[VerslagZrm]) -> Iterator[Blok]:
    if not scores:
        return
    yield alinea("Zelfredzaamheidsmatrix", KOP2)
    yield alinea(
        "1 = acute problematiek, 5 = volledig zelfredzaam", STILLE_REGEL.met(voor=1, bij_volgende=True)
    )
    count = -(-len(scores) // _ZRM_KOLOMMEN)
    rows = []
    for row in range(count):
        found = scores[row::count]
        cells = [(Score(zrm.domein, zrm.score),) for zrm in found]
        rows.append(Rij((*cells, *[()] * (_ZRM_KOLOMMEN - len(cells)))))
    yield Tabel(tuple(Kolom("", 1) for _ in range(_ZRM_KOLOMMEN)), rows, voor=4, binnen_links=0, bijeen=True)
    verloop = verlooptabel(scores)
    if verloop is not None:
        yield verloop


def _factoren(casus: VerslagCasus) -> Iterator[Blok]:
    if not casus.risicofactoren and not casus.beschermende_factoren:
        return
    yield alinea("Risico en bescherming", KOP2)
    columns = (Kolom("Risicofactoren", 1), Kolom("Beschermende factoren", 1))
    cells = tuple(
        tuple(bullet for factor in factoren for bullet in alineas(f"• {factor}", CEL.met(voor=2)))
        for factoren in (casus.risicofactoren, casus.beschermende_factoren)
    )
    yield Tabel(columns, [Rij(cells)])
