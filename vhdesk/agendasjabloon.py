"""What every meeting of a table begins with: its items without a case, in order, and where the cases come; as lines of
text "Mededelingen: 5" is an item of five minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from msgspec import Meta

from vhdesk.errors import RuleViolation
from vhdesk.folding import fold
from vhdesk.vocabulary import Agendasoort
from vhdesk.vocabulary_agenda import ZONDER_CASUS, punt_naam

MAX_SJABLOON: Final = 40
MAX_TITEL: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Sjabloonpunt:
    """An item. ``titel`` "": the name of its kind; a 'casus' stands for all cases and takes no minutes."""

    soort: Agendasoort
    titel: str = ""
    minuten: Annotated[int, Meta(ge=0, le=600)] = 10

    @property
    def naam(self) -> str:
        """What the item is called."""
        return punt_naam(self.soort, self.titel)


# As shipped (domein.md §1, step 6).
STANDAARD: Final = (
    Sjabloonpunt(soort=Agendasoort.OPENING, minuten=5),
    Sjabloonpunt(soort=Agendasoort.VORIG_VERSLAG, minuten=10),
    Sjabloonpunt(soort=Agendasoort.CASUS, minuten=0),
    Sjabloonpunt(soort=Agendasoort.RONDVRAAG, minuten=5),
    Sjabloonpunt(soort=Agendasoort.SLUITING, minuten=0),
)


def check_sjabloon(punten: Sequence[Sjabloonpunt]) -> tuple[Sjabloonpunt, ...]:
    """Return the items with clean titles. Raises RuleViolation unless it begins with the opening, ends with the closing,
    has each of these and the cases once, and every free item says what it is."""
    soorten = [punt.soort for punt in punten]
    if not soorten or soorten[0] is not Agendasoort.OPENING or soorten[-1] is not Agendasoort.SLUITING:
        raise RuleViolation("sjabloon_begin_en_eind", field="punten")
    for soort in (Agendasoort.OPENING, Agendasoort.CASUS, Agendasoort.SLUITING):
        if soorten.count(soort) != 1:
            raise RuleViolation("sjabloon_niet_eenmaal", field="punten", wat=soort.label)
    if len(punten) > MAX_SJABLOON:
        raise RuleViolation("sjabloon_te_lang", field="punten", maximum=MAX_SJABLOON)
    return tuple(
        Sjabloonpunt(
            soort=punt.soort, titel=check_titel(punt.soort, punt.titel, "punten"), minuten=_minuten(punt)
        )
        for punt in punten
    )


def check_titel(soort: Agendasoort, titel: str, field: str) -> str:
    """Return the title of an item without a case, "" when it is called by its kind. Raises RuleViolation for a free
    item without one, and for one that is too long."""
    schoon = " ".join(titel.split())
    if len(schoon) > MAX_TITEL or any(not teken.isprintable() for teken in schoon):
        raise RuleViolation("titel_te_lang", field=field, maximum=MAX_TITEL)
    if soort is Agendasoort.VRIJ and not schoon:
        raise RuleViolation("punt_zonder_titel", field=field)
    return "" if schoon == soort.label or soort is Agendasoort.CASUS else schoon


def _minuten(punt: Sjabloonpunt) -> int:
    if not 0 <= punt.minuten <= 600:
        raise RuleViolation("minuten_buiten_bereik", field="punten")
    return 0 if punt.soort is Agendasoort.CASUS else punt.minuten


def plaats_van_casussen(sjabloon: Sequence[Sjabloonpunt], agenda: Sequence[tuple[Agendasoort, str]]) -> int:
    """Return where on ``agenda`` (kinds and titles, in order) the next case comes: after the last case, else where the
    template has the cases."""
    soorten = [soort for soort, _ in agenda]
    na = [punt.soort for punt in sjabloon]
    later = sjabloon[na.index(Agendasoort.CASUS) + 1 :] if Agendasoort.CASUS in na else ()
    erna = {(punt.soort, punt.titel) for punt in later} | {
        (Agendasoort.RONDVRAAG, ""), (Agendasoort.SLUITING, "")
    }  # fmt: skip
    einde = next(
        (plaats for plaats, punt in enumerate(agenda) if plaats and punt in erna),
        next((plaats for plaats, soort in enumerate(soorten) if soort is Agendasoort.SLUITING), len(agenda)),
    )
    laatste = max((plaats for plaats in range(einde) if soorten[plaats] is Agendasoort.CASUS), default=None)
    return einde if laatste is None else laatste + 1


CASUSSEN: Final = "Casussen"
USUAL: Final = 10  # minutes of a line that names none
_LINE: Final = re.compile(r"^(?P<wat>.*?)(?:\s*[:,]\s*(?P<minuten>\d{1,3})\s*(?:min\w*\.?)?)?$")
_SOORTEN: Final = {fold(soort.label): soort for soort in ZONDER_CASUS} | {
    "opening": Agendasoort.OPENING,
    "casussen": Agendasoort.CASUS,
    "casus": Agendasoort.CASUS,
}


def schrijf_sjabloon(punten: Sequence[Sjabloonpunt]) -> str:
    """Return one line per item."""
    return "\n".join(
        CASUSSEN if punt.soort is Agendasoort.CASUS else f"{punt.naam}: {punt.minuten}" for punt in punten
    )


def lees_sjabloon(text: str, was: Sequence[Sjabloonpunt]) -> tuple[Sjabloonpunt, ...]:
    """Return the items that the lines mean; any other name than that of a kind is a free item, but for a title that an
    item of another kind has already (``was``)."""
    eigen = {fold(punt.titel): punt.soort for punt in was if punt.titel}
    gevonden = []
    for regel in filter(None, (" ".join(each.split()) for each in text.splitlines())):
        deel = _LINE.match(regel)
        assert deel is not None  # every line matches
        wat, minuten = deel["wat"].strip(), deel["minuten"]
        soort = _SOORTEN.get(fold(wat), eigen.get(fold(wat), Agendasoort.VRIJ))
        titel = "" if soort is Agendasoort.CASUS or fold(wat) in _SOORTEN else wat
        gevonden.append(
            Sjabloonpunt(soort=soort, titel=titel, minuten=int(minuten) if minuten else _usual(soort))
        )
    return tuple(gevonden)


def _usual(soort: Agendasoort) -> int:
    return 0 if soort in (Agendasoort.CASUS, Agendasoort.SLUITING) else USUAL
