"""A step in the course of a case, in words and with its picture. Pure."""

from __future__ import annotations

from vhdesk.dutch_date import short_date
from vhdesk.queries.dossier_rijen import StapRow
from vhdesk.ui.onderdelen.woorden import met_hoofdletter, met_punten
from vhdesk.vocabulary import Gebeurtenissoort

ICONS = {
    Gebeurtenissoort.AFGESCHAALD: ("arrow-down", "accent"),
    Gebeurtenissoort.OPGESCHAALD: ("arrow-up", "warn"),
    Gebeurtenissoort.OVERGEDRAGEN: ("arrow-right", "accent"),
    Gebeurtenissoort.GEPARKEERD: ("pause", "warn"),
    Gebeurtenissoort.HERVAT: ("play", "ok"),
    Gebeurtenissoort.HEROPEND: ("undo-2", "warn"),
    Gebeurtenissoort.AFGESLOTEN: ("archive", "muted"),
    Gebeurtenissoort.AVE_FASE: ("layers", "accent"),
    Gebeurtenissoort.NAZORG_BEOORDEELD: ("hand-heart", "ok"),
    Gebeurtenissoort.VERLENGD: ("timer", "warn"),
    Gebeurtenissoort.TE_VERNIETIGEN: ("trash-2", "danger"),
}


def stap_titel(row: StapRow) -> str:
    """Return what happened: "Opgeschaald: bestuurlijke overlegtafel", "AVE-fase 3"."""
    titel = met_hoofdletter(row.soort.label)
    if row.fase is not None:
        return f"AVE-fase {row.fase}"
    if row.naar_tafel:
        van = f"van {row.van_tafel} " if row.van_tafel else ""
        return f"{titel}: {van}naar {row.naar_tafel}"
    return f"{titel}: {row.reden_naam}" if row.reden_naam else titel


def stap_uitleg(row: StapRow) -> str:
    """Return why, with what belongs to it and who did it."""
    delen = [row.reden]
    if row.soort is Gebeurtenissoort.OPGESCHAALD and row.toelichting:
        delen.append(f"Gevraagd: {row.toelichting}")
    if row.soort is Gebeurtenissoort.AFGESCHAALD and row.organisatie:
        delen.append(f"{row.organisatie} neemt het over")
    if row.soort is Gebeurtenissoort.VERLENGD:
        delen.append(f"besloten door {row.toelichting}")
    delen += [f"{rol.label}: {naam}" for rol, naam in row.houders]
    if row.datum is not None:
        voor = {Gebeurtenissoort.OPGESCHAALD: "antwoord voor"}.get(row.soort, "tot")
        delen.append(f"{voor} {short_date(row.datum)}")
    return met_punten([*delen, row.actor])
