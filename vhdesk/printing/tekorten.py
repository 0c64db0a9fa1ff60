"""What was missing when the chair closed: one line per case, so that much missing does not become long."""

from __future__ import annotations

from collections.abc import Sequence

from vhdesk.printing.onderdelen import cel
from vhdesk.printing.stijl import CEL_STERK, CEL_STIL
from vhdesk.printing.tabel import Cel, Kolom, Rij, Tabel
from vhdesk.queries.verslag_rijen import Verslag, VerslagTekort
from vhdesk.vocabulary import Tekort, met_hoofdletter, opsomming

_VAN_ACTIE = (Tekort.ACTIE_EIGENAAR, Tekort.ACTIE_TERMIJN)


def tekortentabel(verslag: Verslag) -> Tabel:
    """Return the cases in the order of the agenda with all that each lacks, and last what the meeting lacks."""
    names = {punt.casus.nummer: punt.casus.hoofdbetrokkene for punt in verslag.punten if punt.casus}
    groups: dict[str, list[VerslagTekort]] = {}
    for tekort in verslag.tekorten:
        groups.setdefault(tekort.casusnummer, []).append(tekort)
    meeting = groups.pop("", [])
    rows = [
        Rij(((*cel(number, CEL_STERK), *cel(names.get(number, ""), CEL_STIL)), _van_casus(gaps)))
        for number, gaps in groups.items()
    ]
    if meeting:
        rows.append(Rij((cel("Overleg", CEL_STERK), _van_overleg(meeting))))
    return Tabel((Kolom("Casus", 38), Kolom("Tekort", 132)), rows)


def _van_casus(gaps: Sequence[VerslagTekort]) -> Cel:
    """Return one sentence on the case itself, and a line for each action."""
    own = [_woorden(gap) for gap in gaps if gap.tekort not in _VAN_ACTIE]
    actions = [f"{gap.tekort.label}: {gap.toelichting}" for gap in gaps if gap.tekort in _VAN_ACTIE]
    sentences = [*([opsomming(own)] if own else []), *actions]
    return tuple(paragraph for sentence in sentences for paragraph in cel(met_hoofdletter(sentence)))


def _woorden(gap: VerslagTekort) -> str:
    """Return what is missing; of a role, who left or which organisation has it, and of a decision, who was not there."""
    genoemd = gap.toelichting and gap.tekort in (Tekort.ROL_WEG, Tekort.VERANTWOORDELIJKE, Tekort.VOORBEHOUD)
    return f"{gap.tekort.label} ({gap.toelichting})" if genoemd else gap.tekort.label


def _van_overleg(gaps: Sequence[VerslagTekort]) -> Cel:
    """Return whose attendance is not known, and who did not confirm the secrecy."""
    names = [gap.toelichting for gap in gaps if gap.tekort is Tekort.AANWEZIGHEID]
    sentences = [f"{Tekort.AANWEZIGHEID.label} van {opsomming(names)}"] if names else []
    sentences += [
        f"{gap.tekort.label} door {gap.toelichting}" for gap in gaps if gap.tekort is not Tekort.AANWEZIGHEID
    ]
    return tuple(paragraph for sentence in sentences for paragraph in cel(met_hoofdletter(sentence)))
