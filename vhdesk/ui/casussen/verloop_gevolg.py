"""What a step brings with it, said before it is taken: where the case goes, which agendas it leaves, what stays open.

A formal act has no undo: who takes it reads first what follows. Pure.
"""

from __future__ import annotations

from vhdesk.dutch_date import date_in_words, short_date
from vhdesk.queries.dossier_rijen import BesprekingRow, Dossier
from vhdesk.ui.onderdelen.woorden import opsomming, telling
from vhdesk.vocabulary import Actiestatus, Overlegstatus
from vhdesk.vocabulary_casus import NAZORG_VROEG

GENOEMD = 4  # open actions that are named one by one


def gevolg(vorm: str, dossier: Dossier) -> str:
    """Return what the step ``vorm`` brings for this case, in sentences; "" when it speaks for itself."""
    if vorm == "afschalen":
        return _samen(_terug(dossier), _van_agenda(dossier), _acties(dossier))
    if vorm == "overdragen":
        return _samen("De geschiedenis gaat mee.", _van_agenda(dossier))
    if vorm == "afsluiten":
        return _samen(_van_agenda(dossier), _acties(dossier))
    if vorm == "nazorg":
        return _nazorg(dossier)
    return ""


def na_beoordeling(dossier: Dossier) -> str:
    """Return what is said after a review of nazorg: when the next is, or what is left to do."""
    op = dossier.kop.volgende_datum
    if op is None:
        return "Nazorg beoordeeld. Dit was de laatste keer: sluit de casus af (Ctrl+Shift+E) of heropen hem (Ctrl+Shift+H)."
    return f"Nazorg beoordeeld. De volgende keer is op {date_in_words(op)}."


def _samen(*zinnen: str) -> str:
    return " ".join(zin for zin in zinnen if zin)


def _terug(dossier: Dossier) -> str:
    gemeente = dossier.kop.gemeente
    if not gemeente:
        return "Er is nog geen gemeente: bepaal die eerst met Ctrl+Shift+N, anders kan de casus niet terug."
    return f"De casus gaat terug naar de gemeente {gemeente}, met een brief aan de burgemeester."


def _van_agenda(dossier: Dossier) -> str:
    gepland = [each for each in dossier.besprekingen if each.overlegstatus is Overlegstatus.GEPLAND]
    weg = opsomming([_waar(each) for each in gepland if not each.notitie])
    blijft = opsomming([_waar(each) for each in gepland if each.notitie])
    return _samen(
        f"De casus gaat van de agenda van {weg}." if weg else "",
        f"Bij {blijft} staat al een notitie: haal de casus daar zelf van de agenda." if blijft else "",
    )


def _waar(bespreking: BesprekingRow) -> str:
    return f"{bespreking.tafel} van {short_date(bespreking.datum)}"


def _acties(dossier: Dossier) -> str:
    open_ = [actie for actie in dossier.acties if actie.status is Actiestatus.OPEN]
    if not open_:
        return ""
    if len(open_) > GENOEMD:
        return f"Er staan {telling(len(open_), 'actie', 'acties')} open; die blijven staan."
    namen = opsomming([f"A-{actie.nummer} ({actie.organisatie or 'nog van niemand'})" for actie in open_])
    return f"Nog open, en dat blijft zo: {namen}."


def _nazorg(dossier: Dossier) -> str:
    op = dossier.kop.volgende_datum
    if op is None:
        return ""
    return (
        f"De volgende beoordeling is op {date_in_words(op)}. Kijkt u meer dan {NAZORG_VROEG} dagen eerder, dan wordt het "
        "vastgelegd en blijft die dag staan."
    )
