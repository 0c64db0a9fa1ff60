"""Who is party to a case: the one definition for the room, the invitation and the papers."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import InstrumentedAttribute

from vhdesk.models import Casuspartner, Tafellid
from vhdesk.vocabulary import Informatieniveau

Kolom = ColumnElement[Any] | InstrumentedAttribute[Any]


def is_partij(organisatie_id: Kolom, casus_id: Kolom, tafel_id: Kolom) -> ColumnElement[bool]:
    """Return the condition under which an organisation is party to a case at a table: it takes part at more than 'that
    there is an outcome' (levels 1 and 2, domein.md §2); as long as nobody said who takes part, it is a fixed member."""
    partner = select(Casuspartner.organisatie_id).where(Casuspartner.casus_id == casus_id)
    betrokken = partner.where(Casuspartner.niveau != Informatieniveau.BESTAAN)
    leden = select(Tafellid.organisatie_id).where(Tafellid.tafel_id == tafel_id)
    return or_(organisatie_id.in_(betrokken), ~partner.exists() & organisatie_id.in_(leden))
