"""Who comes in with a referral: the persons beside the hoofdbetrokkene, and the organisations to be asked."""

from __future__ import annotations

from dataclasses import dataclass, field

from vhdesk.services.betrokkene import Persoonsgegevens
from vhdesk.vocabulary import Betrokkenheid


@dataclass(frozen=True, slots=True, kw_only=True)
class Meldpersoon:
    """Somebody beside the hoofdbetrokkene, as the referrer names him or her."""

    persoon: Persoonsgegevens
    rol: Betrokkenheid = Betrokkenheid.SYSTEEM
    relatie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meldpartner:
    """An organisation that should be asked, and whom to reach there."""

    organisatie_id: str
    contact: str = ""
    contact_telefoon: str = ""
    contact_email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meldbijlage:
    """A file that came with the referral."""

    naam: str
    inhoud: bytes = field(repr=False)
