"""The words of the uitvraag: what was asked of a partner for a case before a meeting, and what came back."""

from __future__ import annotations

from typing import Final

from vhdesk.vocabulary import Term

NIET_BETROKKEN: Final = "niet betrokken"
PARTNERAGENDA_OPSLAAN: Final = "agenda per partner opslaan"


class Uitvraagstand(Term):
    """What came back of what was asked; a cell without a record was not asked yet."""

    GEVRAAGD = "gevraagd", "gevraagd", "De partner is om informatie gevraagd."
    ONTVANGEN = "ontvangen", "ontvangen", "De partner heeft informatie geleverd."
    NIETS_BEKEND = "niets bekend", "niets bekend", "De partner kent de persoon niet of heeft niets te melden."
    GEWEIGERD = "geweigerd", "geweigerd", "De partner levert niet, met reden."
