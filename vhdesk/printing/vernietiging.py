"""The verklaring van vernietiging: what was destroyed, on what ground, how and when, and which copies were not
reached. It names no person: the number of the case is all that leads to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final

from vhdesk.clock import local
from vhdesk.printing.alinea import alinea, alineas
from vhdesk.printing.blok import Blok
from vhdesk.printing.herstelblad import Invulregels
from vhdesk.printing.onderdelen import Feit, cel, feitentabel
from vhdesk.printing.pagina import Papier, zet_papier
from vhdesk.printing.stijl import BROOD, CEL_STERK, KOP2, ONDERTITEL, STILLE_REGEL, TITEL
from vhdesk.printing.tabel import Kolom, Rij, Tabel
from vhdesk.printing.typografie import datum_zonder_dag, moment_lang
from vhdesk.queries.vernietiging import VernietigingRow

# What a table is called on paper; what is not here is counted together as 'overige gegevens'.
_WOORDEN: Final[Mapping[str, str]] = {
    "casus": "Casusdossier",
    "persoon": "Personen",
    "betrokkene": "Plaatsen van personen in de casus",
    "casuspartner": "Betrokken organisaties",
    "inbreng": "Inbreng van partners",
    "bijlage": "Bijlagen (bestanden)",
    "factor": "Risico- en beschermende factoren",
    "zrmscore": "ZRM-scores",
    "plan_van_aanpak": "Plan van aanpak",
    "planversie": "Vastgestelde versies van het plan",
    "plandoel": "Doelen",
    "scenario": "Scenario's",
    "belnummer": "Nummers van de crisiskaart",
    "escalatieafspraak": "Afspraken over escalatie",
    "casusmethode": "Methoden",
    "methodenotitie": "Notities bij de methode",
    "besluit": "Besluiten",
    "actie": "Acties",
    "agendapunt": "Besprekingen",
    "casusroltoewijzing": "Rollen",
    "casusgebeurtenis": "Stappen in het verloop",
    "afschaalbrief": "Afschaalbrieven",
    "verslagbladen": "Bladen uit vastgestelde verslagen",
}
_HOE: Final = """\
- Uit de kluis verwijderd in één bewerking; de vrijgekomen pagina's zijn overschreven.
- Zoekregister samengevoegd, zodat er geen losse woorden achterblijven; logboek van de opslag leeggemaakt.
- Concepten van alle gebruikers die bij deze casus hoorden, zijn verwijderd.
- Elke reservekopie in de kluis die te lezen was, is vervangen door een kopie zonder deze casus, heropend en gecontroleerd.
- In verslagen die vaststonden, staat op de plaats van het blad dat het is vernietigd; de rest is gelijk gebleven."""
_BUITEN: Final = """\
- Wat op papier of als bestand de kluis heeft verlaten, en wat partners in hun eigen systemen hebben.
- Reservekopieën die buiten de map van de kluis zijn gezet, en kluizen die daaruit zijn hersteld.
- Resten van versleutelde bestanden die het opslagmedium zelf nog kan bevatten; zonder de sleutel onleesbaar."""


def verklaring_pdf(row: VernietigingRow, *, kluis: str, oefening: bool, program_version: str) -> bytes:
    """Return the verklaring as a PDF; the same row gives the same bytes. ``kluis`` is the name of the vault."""
    moment = row.klaar_op or row.begonnen_op
    papier = Papier(
        titel=f"Verklaring van vernietiging {row.casusnummer}",
        kopregel=f"Verklaring van vernietiging, {datum_zonder_dag(local(moment).date())}",
        onderwerp="Verklaring van vernietiging van een casus",
        exemplaar="Exemplaar voor het archief",
        maker=f"vhdesk {program_version}",
        gemaakt_op=moment,
        oefening=oefening,
        concept=row.klaar_op is None,
    )
    return zet_papier(papier, list(_blokken(row, kluis, moment)))


def _blokken(row: VernietigingRow, kluis: str, moment: datetime) -> Iterator[Blok]:
    yield alinea("Verklaring van vernietiging", TITEL, anker="begin")
    yield alinea(f"Casus {row.casusnummer} is vernietigd.", ONDERTITEL)
    klaar = moment_lang(row.klaar_op) if row.klaar_op else "nog niet klaar: er zijn reservekopieën te schonen"
    yield feitentabel(
        (
            Feit("Casus", row.casusnummer),
            Feit("Kluis", kluis),
            Feit("Regime", row.regime),
            Feit("Grond", row.grond, verplicht=True),
            Feit("Begonnen", moment_lang(row.begonnen_op)),
            Feit("Klaar", klaar),
            Feit("Uitgevoerd door", row.actor, verplicht=True),
        ),
        voor=12,
    )
    yield alinea("Wat is vernietigd", KOP2)
    yield _aantallen(row.aantallen)
    yield alinea("Hoe", KOP2)
    yield from alineas(_HOE, BROOD)
    yield from _kopieen(row)
    yield alinea("Wat deze vernietiging niet bereikt", KOP2)
    yield from alineas(_BUITEN, BROOD)
    yield Invulregels(("Namens het samenwerkingsverband", "Datum", "Handtekening"))
    yield alinea(
        "Dit stuk noemt geen personen. In de kluis blijven alleen het nummer en deze aantallen.",
        STILLE_REGEL.met(voor=14),
    )


def _aantallen(aantallen: Mapping[str, int]) -> Tabel:
    rows = [
        Rij((cel(woord), cel(str(aantallen[tabel]), CEL_STERK)))
        for tabel, woord in _WOORDEN.items()
        if aantallen.get(tabel)
    ]
    overig = sum(aantal for tabel, aantal in aantallen.items() if tabel not in _WOORDEN)
    if overig:
        rows.append(Rij((cel("Overige gegevens"), cel(str(overig), CEL_STERK))))
    return Tabel((Kolom("Soort", 120), Kolom("Aantal", 50)), rows)


def _kopieen(row: VernietigingRow) -> Iterator[Blok]:
    yield alinea("Reservekopieën", KOP2)
    geschoond, zonder = len(row.kopieen.get("geschoond", ())), len(row.kopieen.get("zonder", ()))
    yield alinea(f"Geschoond en gecontroleerd: {geschoond}. Zonder deze casus: {zonder}.", BROOD)
    onbereikbaar = row.kopieen.get("onbereikbaar", ())
    if onbereikbaar:
        yield alinea("Niet bereikt, omdat zij niet te lezen zijn; verwijder deze mappen zelf:", BROOD)
        yield from alineas("\n".join(f"- {naam}" for naam in onbereikbaar), BROOD)
    papieren = row.kopieen.get("papieren", ())
    if papieren:
        yield alinea("Eerder uitgegeven", KOP2)
        yield alinea("Volgens het journaal zijn deze stukken met deze casus afgedrukt of opgeslagen:", BROOD)
        yield from alineas("\n".join(f"- {regel}" for regel in papieren), BROOD)
