"""Which queries may be asked by name from outside: the command line asks these and no other.

Most functions of this package are parts of a query. A part reads cases without a mark of its own, so whoever asked it
by name would leave no line in the journaal, and an administrator would read what is not his. Hence a list that is
written out: what is not on it cannot be asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from vhdesk.queries.aanmeldgemeente import aanmeldgemeenten
from vhdesk.queries.aanmelding import aanmelding
from vhdesk.queries.acties import actiepersonen, acties_telling, acties_vorige, open_acties
from vhdesk.queries.afschaalbrief import afschaalbrief
from vhdesk.queries.agenda import agenda
from vhdesk.queries.agendasjabloon import agendasjabloon
from vhdesk.queries.agendeerbaar import agendeerbaar
from vhdesk.queries.bekendheid import bekendheid
from vhdesk.queries.bewaren import bewaarstand
from vhdesk.queries.bijlage import bijlage_inhoud, bijlagen
from vhdesk.queries.caseload import caseload_stand, caseloads
from vhdesk.queries.casuslijst import casuslijst
from vhdesk.queries.casusregel import casusregels
from vhdesk.queries.convenant import convenanten, ongetekend
from vhdesk.queries.dossier import dossier
from vhdesk.queries.dossier_tafel import tafelwerk
from vhdesk.queries.dubbele import dubbele_personen
from vhdesk.queries.eigenwoord import bekende_woorden
from vhdesk.queries.fase import fasestand
from vhdesk.queries.gast import toegang
from vhdesk.queries.grondslag import tafelstandaard, tafelstandaarden
from vhdesk.queries.inlezing import inlezingen
from vhdesk.queries.instelling import (
    bewaarregel_historie,
    bewaarregels,
    tafelinstellingen,
    tafelregels,
    tafelregels_alle,
)
from vhdesk.queries.journaal import journaal, journaal_aantal, journaalkop
from vhdesk.queries.ontvangers import exemplaarplan, exemplaren, ontvangers
from vhdesk.queries.organisatie import gemeenten, medewerkers, organisaties, tafelleden, tafels
from vhdesk.queries.overleg import deelnemers, heropeningen, overleg_kop, overleggen
from vhdesk.queries.partneragenda import gastagenda, partneragenda, volgordevoorstel
from vhdesk.queries.planverschil import planverschil
from vhdesk.queries.planversie import planversies
from vhdesk.queries.plicht import open_plichten
from vhdesk.queries.reeks import reeks_van, reeksvoorstel
from vhdesk.queries.referentie import (
    referentie_historie,
    referentie_lijsten,
    referentie_namen,
    referentie_waarden,
)
from vhdesk.queries.samenvoegvoorbeeld import samenvoegvoorbeeld
from vhdesk.queries.schorsing import schorsingen, voorzitterwissels
from vhdesk.queries.sprong import sprong
from vhdesk.queries.tekorten import tekorten
from vhdesk.queries.triage import top_x_casussen, triagelijst
from vhdesk.queries.uitnodiging import uit_te_nodigen
from vhdesk.queries.uitvraag import uitvraagbord
from vhdesk.queries.vandaag import vandaag
from vhdesk.queries.vaststelling import vaststelling
from vhdesk.queries.vernietiging import vernietigingen
from vhdesk.queries.verslag import verslag, verslagen
from vhdesk.queries.verslag_lezer import verslag_voor
from vhdesk.queries.zaal import omstanders

Vraag = Callable[..., Any]

# Shows cases: each carries ``@inzage``, so that the desk checks who asks and writes a line.
OVER_CASUSSEN: tuple[Vraag, ...] = (
    aanmelding,
    acties_vorige,
    afschaalbrief,
    agenda,
    agendeerbaar,
    bekende_woorden,
    bekendheid,
    bijlage_inhoud,
    bijlagen,
    casuslijst,
    casusregels,
    dossier,
    dubbele_personen,
    gastagenda,
    ontvangers,
    open_acties,
    partneragenda,
    planverschil,
    planversies,
    samenvoegvoorbeeld,
    sprong,
    tafelwerk,
    tekorten,
    top_x_casussen,
    triagelijst,
    uit_te_nodigen,
    uitvraagbord,
    verslag,
    verslag_voor,
    volgordevoorstel,
)

# Shows nothing of a case but, at most, its id or how many there are.
ZONDER_CASUSSEN: tuple[Vraag, ...] = (
    aanmeldgemeenten,
    actiepersonen,
    acties_telling,
    agendasjabloon,
    bewaarregel_historie,
    bewaarregels,
    bewaarstand,
    caseload_stand,
    caseloads,
    convenanten,
    deelnemers,
    exemplaarplan,
    exemplaren,
    fasestand,
    gemeenten,
    heropeningen,
    inlezingen,
    journaal,
    journaal_aantal,
    journaalkop,
    medewerkers,
    omstanders,
    ongetekend,
    open_plichten,
    organisaties,
    overleg_kop,
    overleggen,
    reeks_van,
    reeksvoorstel,
    referentie_historie,
    referentie_lijsten,
    referentie_namen,
    referentie_waarden,
    schorsingen,
    tafelinstellingen,
    tafelleden,
    tafelregels,
    tafelregels_alle,
    tafels,
    tafelstandaard,
    tafelstandaarden,
    toegang,
    vandaag,
    vernietigingen,
    vaststelling,
    verslagen,
    voorzitterwissels,
)

VRAGEN: tuple[Vraag, ...] = OVER_CASUSSEN + ZONDER_CASUSSEN


def by_name(vragen: Iterable[Vraag]) -> dict[str, Vraag]:
    """Return name -> query, by name. Raises ValueError when two have one name: then one of them would be lost."""
    found: dict[str, Vraag] = {}
    for vraag in sorted(vragen, key=lambda each: each.__name__):
        if vraag.__name__ in found:
            raise ValueError(f"two queries are named {vraag.__name__}")
        found[vraag.__name__] = vraag
    return found
