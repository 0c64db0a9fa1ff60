"""What the database itself keeps of the three that lead a case, whoever writes to it.

'1 plan van aanpak, 1 casemanager en 1 verantwoordelijke' (jaarplan NOG 2017; domein.md \u00a71, step 7) and the
procesregisseur of the Top X (jaarplan Twente 2015 \u00a72). The partial unique index holds 'at most one'; these hold the rest:

- A role is given to a person of the organisation. Older rows that name an organisation alone stay, and no new one comes.
- What a role was stays: who, of which organisation, from when, and until when. Only undo opens the last one again.
- In a case that is led, a role ends by going over to a successor in the same transaction: the end names a row that does
  not exist yet, and its deferred key must exist at the commit.
- A case is active from the moment a table adopted its plan: from then on it has all three, each a person, and neither a
  row that is removed nor a status that changes leaves it with fewer. What is finished comes back as it was.
"""

from __future__ import annotations

from typing import Final

_HULP: Final = "'hulp in de uitvoering'"


def _geleid(casus: str) -> str:
    """The case keeps who leads it (``queries/drietal.houdt_drietal``)."""
    return f"{casus}.status NOT IN ('aangemeld', 'in triage', 'geparkeerd') AND {casus}.caseload != {_HULP}"


def _vastgesteld(casus_id: str) -> str:
    """A table adopted the plan, and that decision, or the one that replaced it, stands."""
    return (
        f"EXISTS (SELECT 1 FROM planversie AS v WHERE v.casus_id = {casus_id}) AND EXISTS (SELECT 1 FROM besluit AS b"
        f" WHERE b.casus_id = {casus_id} AND b.type_code = 'vaststellen-plan' AND b.status = 'vastgelegd')"
    )


def _actief(casus_id: str) -> str:
    return f"EXISTS (SELECT 1 FROM casus AS c WHERE c.id = {casus_id} AND {_geleid('c')}) AND {_vastgesteld(casus_id)}"


def _onvolledig(casus_id: str) -> str:
    return (
        "(SELECT count(*) FROM casusroltoewijzing AS r"
        f" WHERE r.casus_id = {casus_id} AND r.tot IS NULL AND r.medewerker_id IS NOT NULL) < 3"
    )


def _weiger(wat: str) -> str:
    return f"BEGIN SELECT RAISE(ABORT, '{wat}'); END"


_NU: Final = (
    "EXISTS (SELECT 1 FROM casusroltoewijzing AS r WHERE r.casus_id = NEW.casus_id AND r.rol = NEW.rol"
    " AND r.tot IS NULL AND r.id != NEW.id)"
)
_MAG_LEEG: Final = (
    f"EXISTS (SELECT 1 FROM casus AS c WHERE c.id = OLD.casus_id AND (c.caseload = {_HULP} OR c.status = 'geparkeerd'"
    f" OR (c.status IN ('aangemeld', 'in triage') AND NOT ({_vastgesteld('OLD.casus_id')}))))"
)
_STAAT: Final = "NEW.type_code = 'vaststellen-plan' AND NEW.status = 'vastgelegd'"
_ZONDER_DRIETAL: Final = f"{_actief('NEW.casus_id')} AND {_onvolledig('NEW.casus_id')}"

ROLTRIGGERS: Final = {
    "casusrol_persoon": (
        "BEFORE INSERT ON casusroltoewijzing WHEN NEW.medewerker_id IS NULL OR NOT EXISTS (SELECT 1 FROM medewerker AS m"
        " WHERE m.id = NEW.medewerker_id AND m.organisatie_id = NEW.organisatie_id) "
        + _weiger("casusrol: a person of the organisation")
    ),
    # Before the insert, so that REPLACE cannot put the holder aside without an end.
    "casusrol_een": (
        f"BEFORE INSERT ON casusroltoewijzing WHEN (NEW.tot IS NULL AND {_NU})"
        " OR EXISTS (SELECT 1 FROM casusroltoewijzing AS r WHERE r.id = NEW.id) "
        + _weiger("casusrol: one holder")
    ),
    "casusrol_opvolger": (
        "BEFORE INSERT ON casusroltoewijzing WHEN EXISTS (SELECT 1 FROM casusroltoewijzing AS r WHERE r.opvolger_id = NEW.id"
        " AND (r.casus_id != NEW.casus_id OR r.rol != NEW.rol OR r.tot != NEW.van OR NEW.tot IS NOT NULL)) "
        + _weiger("casusrol: another role than the one it follows")
    ),
    "casusrol_vast": (
        "BEFORE UPDATE OF id, casus_id, rol, organisatie_id, medewerker_id, van ON casusroltoewijzing"
        " WHEN NEW.id IS NOT OLD.id OR NEW.casus_id IS NOT OLD.casus_id OR NEW.rol IS NOT OLD.rol OR NEW.van IS NOT OLD.van"
        " OR NEW.organisatie_id IS NOT OLD.organisatie_id OR NEW.medewerker_id IS NOT OLD.medewerker_id "
        + _weiger("casusrol: fixed")
    ),
    "casusrol_einde_vast": (
        "BEFORE UPDATE OF tot, opvolger_id ON casusroltoewijzing WHEN OLD.tot IS NOT NULL AND NEW.tot IS NOT NULL"
        " AND (NEW.tot IS NOT OLD.tot OR NEW.opvolger_id IS NOT OLD.opvolger_id) "
        + _weiger("casusrol: fixed")
    ),
    "casusrol_einde": (
        "BEFORE UPDATE OF tot, opvolger_id ON casusroltoewijzing WHEN OLD.tot IS NULL AND NEW.tot IS NOT NULL"
        f" AND ((NEW.opvolger_id IS NULL AND NOT {_MAG_LEEG}) OR EXISTS (SELECT 1 FROM casusroltoewijzing AS r"
        " WHERE r.id = NEW.opvolger_id)) " + _weiger("casusrol: ends by going over to somebody")
    ),
    "casusrol_terug": (
        "BEFORE UPDATE OF tot ON casusroltoewijzing WHEN OLD.tot IS NOT NULL AND NEW.tot IS NULL"
        f" AND ({_NU} OR (OLD.medewerker_id IS NULL AND {_actief('OLD.casus_id')})) "
        + _weiger("casusrol: somebody has it")
    ),
    "casusrol_blijft": (
        "BEFORE DELETE ON casusroltoewijzing WHEN EXISTS (SELECT 1 FROM casus WHERE id = OLD.casus_id) AND (OLD.tot IS NOT NULL"
        f" OR ({_actief('OLD.casus_id')}"
        " AND NOT EXISTS (SELECT 1 FROM casusroltoewijzing AS r WHERE r.opvolger_id = OLD.id))) "
        + _weiger("casusrol: stays")
    ),
    "casusrol_organisatie": (
        "BEFORE UPDATE OF organisatie_id ON medewerker WHEN NEW.organisatie_id IS NOT OLD.organisatie_id"
        " AND EXISTS (SELECT 1 FROM casusroltoewijzing AS r WHERE r.medewerker_id = OLD.id) "
        + _weiger("casusrol: a person of the organisation")
    ),
    "casus_drietal": (
        f"BEFORE UPDATE OF status, caseload ON casus WHEN {_geleid('NEW')} AND NOT ({_geleid('OLD')})"
        f" AND {_vastgesteld('NEW.id')} AND {_onvolledig('NEW.id')} "
        + _weiger("casus: an active case has its three")
    ),
    "planversie_drietal": f"AFTER INSERT ON planversie WHEN {_ZONDER_DRIETAL} "
    + _weiger("planversie: an active case has its three"),
    "besluit_drietal_nieuw": f"AFTER INSERT ON besluit WHEN {_STAAT} AND {_ZONDER_DRIETAL} "
    + _weiger("besluit: an active case has its three"),
    "besluit_drietal": (
        "AFTER UPDATE OF status, type_code ON besluit"
        f" WHEN {_STAAT} AND NOT (OLD.type_code = 'vaststellen-plan' AND OLD.status = 'vastgelegd') AND {_ZONDER_DRIETAL} "
        + _weiger("besluit: an active case has its three")
    ),
}
