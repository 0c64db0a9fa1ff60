"""The marked meeting: prepared, held and closed through the desk."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from gemerkte_melding import meld_en_weeg
from merken import Merken

from vhdesk.queries.agenda import agenda, deelnemers
from vhdesk.queries.organisatie import gemeenten, organisaties
from vhdesk.queries.overleg import overleg_kop
from vhdesk.services.aanlevering import AanleveringInlezen, AanleverRegel
from vhdesk.services.actie import ActieAfhandelen, ActieVastleggen
from vhdesk.services.afschalen import CasusAfschalen
from vhdesk.services.agenda import CasusAgenderen
from vhdesk.services.agendapunt import AgendapuntToevoegen
from vhdesk.services.bekendheid import BekendheidBepalen
from vhdesk.services.besluit import BesluitIntrekken, BesluitVastleggen
from vhdesk.services.besluitvraag import BesluitAntwoordVastleggen, BesluitVragen
from vhdesk.services.bespreekfase import FaseBeginnen
from vhdesk.services.bespreking import AgendapuntBeginnen, NotitieSchrijven, VolgendeDatumBepalen
from vhdesk.services.betrokkene import BetrokkeneToegevoegd, BetrokkeneToevoegen, Persoonsgegevens
from vhdesk.services.bewaren import BewaarregelVastleggen
from vhdesk.services.bijlage import BijlageToevoegen
from vhdesk.services.casus import CasuspartnerBepalen
from vhdesk.services.casusaanmelding import CasusAanmelden
from vhdesk.services.casusrol import CasusrolToewijzen
from vhdesk.services.casusverloop import CasusStatusWijzigen
from vhdesk.services.convenant import ConvenantVastleggen
from vhdesk.services.deelnemer import AanwezigheidToelichten, AanwezigheidVastleggen, DeelnemerToevoegen
from vhdesk.services.desk import Desk
from vhdesk.services.exemplaar import Exemplaarregel, ExemplarenVastleggen
from vhdesk.services.gast import GastUitnodigen
from vhdesk.services.heropening import OverlegHeropenen
from vhdesk.services.inbreng import FactorVastleggen, InbrengVastleggen
from vhdesk.services.methode import MethodeKiezen, MethodenotitieVastleggen
from vhdesk.services.organisatie import MedewerkerToevoegen, OrganisatieToevoegen
from vhdesk.services.overleg import OverlegOpenen, OverlegPlannen, OverlegSluiten
from vhdesk.services.plan import AlsDan, Bel, Doel, Escalatie, PlanSchrijven, PlanVaststellen
from vhdesk.services.referentie import ReferentiewaardeToevoegen
from vhdesk.services.samenvoeging import PersonenSamenvoegen, SamenvoegingOngedaanMaken, Veldkeuze
from vhdesk.services.schorsing import OverlegHervatten, OverlegSchorsen
from vhdesk.services.tafel import TafelToevoegen
from vhdesk.services.tafelinstelling import Aanwezigheidseis, AanwezigheidVereisen
from vhdesk.services.uitvraag import UitvraagBepalen
from vhdesk.services.voorbehoud import BesluitBekrachtigen
from vhdesk.vocabulary import (
    Aanwezigheid,
    Actiestatus,
    Bewaarstart,
    Casusrol,
    CasusStatus,
    Factorsoort,
    Fase,
    Informatieniveau,
    Organisatiesoort,
    Tafelregime,
    Tafelsoort,
    Vraagstand,
)
from vhdesk.vocabulary_agenda import Deelnemersoort
from vhdesk.vocabulary_lezer import Exemplaarwijze
from vhdesk.vocabulary_methode import Methodenotitiesoort
from vhdesk.vocabulary_persoon import Kant
from vhdesk.vocabulary_triage import Bekendheidstand
from vhdesk.vocabulary_uitvraag import Uitvraagstand

LEEFGEBIED = "huisvesting"


def houd_gemerkt_overleg(desk: Desk, merk: Merken) -> dict[str, str]:
    """Hold the meeting; return ids of what was made by the name that commands give them."""
    ids = _voorbereiden(desk, merk)
    _bespreken(desk, merk, ids)
    _samenvoegen(desk, merk, ids["casus_id"])
    desk.execute(OverlegSluiten(overleg_id=ids["overleg_id"], reden=merk()))
    desk.execute(OverlegHeropenen(overleg_id=ids["overleg_id"], reden=merk()))
    desk.execute(OverlegSluiten(overleg_id=ids["overleg_id"], reden=merk()))
    regel = Exemplaarregel(
        organisatie_id=ids["organisatie_id"], nummer=1, totaal=1, herdruk=0, sha256="0" * 64
    )
    desk.execute(
        ExemplarenVastleggen(
            overleg_id=ids["overleg_id"], versie=2, wijze=Exemplaarwijze.AFGEDRUKT, exemplaren=(regel,), reden=merk()
        )
    )  # fmt: skip
    _verloop(desk, merk, ids["casus_id"])
    _lijst_inlezen(desk, merk)
    desk.save_draft(f"casus/{merk()}", merk(), 3)
    return ids


def _verloop(desk: Desk, merk: Merken, casus_id: str) -> None:
    """Take the case up and out again, with the letter."""
    for status, reden in ((CasusStatus.MONITORING, ""), (CasusStatus.IN_BEHANDELING, merk())):
        desk.execute(CasusStatusWijzigen(casus_id=casus_id, status=status, reden=reden))
    desk.execute(CasusAfschalen(casus_id=casus_id, reden_code="doelen-behaald", reden=merk(), advies=merk()))
    desk.execute(
        BewaarregelVastleggen(
            regime=Tafelregime.WGS, jaren=5, vanaf=Bewaarstart.EERSTE_VERWERKING, herbeoordeling_maanden=6,
            reden=merk(),
        )
    )  # fmt: skip


def _persoon(merk: Merken) -> Persoonsgegevens:
    names = ("geslachtsnaam", "voornamen", "voorletters", "voorvoegsel", "kvk", "adres", "postcode",
             "woonplaats", "telefoon", "opmerking")  # fmt: skip
    return Persoonsgegevens(aliassen=(merk(),), bsn=merk.cijfers(), **{name: merk() for name in names})


def _voorbereiden(desk: Desk, merk: Merken) -> dict[str, str]:
    organisatie = desk.execute(
        OrganisatieToevoegen(
            naam=merk(), soort=Organisatiesoort.ZORG, aliassen=(merk(),), telefoon=merk(), code=merk.code()
        )
    ).id
    desk.execute(
        ConvenantVastleggen(
            organisatie_id=organisatie, versie=merk(), ondertekenaar=merk(), van=desk.clock.today()
        )
    )
    medewerker = desk.execute(
        MedewerkerToevoegen(organisatie_id=organisatie, naam=merk(), functie=merk(), telefoon=merk(), email=f"{merk()}@proef.nl",
                            opmerking=merk())
    ).id  # fmt: skip
    tafel = desk.execute(
        TafelToevoegen(naam=merk(), soort=next(iter(Tafelsoort)), regime=next(iter(Tafelregime)), code=merk.code(),
                       plaats=merk(), frequentie=merk(), toelichting=merk())
    ).id  # fmt: skip
    desk.execute(
        ReferentiewaardeToevoegen(
            lijst_code="doelgroepen", naam=merk(), code=merk.code(), omschrijving=merk(), aliassen=(merk(),)
        )
    )
    texts = ("titel", "doelgroep_tekst", "aanmelder", "grondslag", "doelbinding", "doel", "aanleiding", "vraag_aan_tafel",
             "gezamenlijk_beeld", "zienswijze", "informering")  # fmt: skip
    velden: dict[str, Any] = {name: merk() for name in texts}
    casus = desk.execute(
        CasusAanmelden(
            hoofdbetrokkene=_persoon(merk),
            tafel_id=tafel,
            nummer=merk.code(),
            gemeente_id=desk.ask(gemeenten)[0].id,
            **velden,
            status=CasusStatus.IN_BEHANDELING,
        )
    ).id
    desk.execute(BetrokkeneToevoegen(casus_id=casus, persoon=_persoon(merk), relatie=merk()))
    desk.execute(
        BekendheidBepalen(
            casus_id=casus, organisatie_id=organisatie, stand=Bekendheidstand.BEKEND, contact=merk()
        )
    )
    desk.execute(
        InbrengVastleggen(
            casus_id=casus, organisatie_id=organisatie, leefgebied_code=LEEFGEBIED, tekst=merk()
        )
    )
    meld_en_weeg(desk, merk, casus, medewerker)
    desk.execute(BijlageToevoegen(casus_id=casus, naam=f"{merk()}.txt", inhoud=merk().encode()))
    desk.execute(FactorVastleggen(casus_id=casus, soort=next(iter(Factorsoort)), tekst=merk()))
    desk.execute(MethodeKiezen(casus_id=casus, methode_code="10-in-twente", reden=merk()))
    desk.execute(MethodenotitieVastleggen(casus_id=casus, soort=Methodenotitiesoort.KENNIS, tekst=merk()))
    desk.execute(
        PlanSchrijven(casus_id=casus, hoofddoel=merk(), afschaalcriterium=merk(), evaluatiedatum=date(2027, 3, 1),
                      doelen=(Doel(leefgebied_code=LEEFGEBIED, doel=merk(), meetbaar=merk(), acceptabel=merk(),
                                   realistisch=merk(), tijdgebonden=merk()),),
                      scenarios=(AlsDan(als=merk(), dan=merk(), wie_belt_wie=merk(), telefoon=merk()),),
                      escalatie=(Escalatie(wanneer=merk(), naar_wie=merk(), door_wie=merk()),),
                      bellen=(Bel(wie=merk(), nummer=merk(), bereikbaar=merk()),), signalen=merk(), helpt=merk(),
                      helpt_niet=merk())
    )  # fmt: skip
    overleg = desk.execute(OverlegPlannen(tafel_id=tafel, datum=desk.clock.today(), plaats=merk())).id
    desk.execute(DeelnemerToevoegen(overleg_id=overleg, medewerker_id=medewerker, opmerking=merk()))
    punt_id = desk.execute(AgendapuntToevoegen(overleg_id=overleg, titel=merk())).id
    desk.execute(
        GastUitnodigen(
            overleg_id=overleg,
            soort=Deelnemersoort.TOEHOORDER,
            naam=merk(),
            opmerking=merk(),
            agendapunt_ids=(punt_id,),
        )
    )
    desk.execute(CasusAgenderen(overleg_id=overleg, casus_id=casus))
    desk.execute(
        CasuspartnerBepalen(
            casus_id=casus, organisatie_id=organisatie, niveau=Informatieniveau.INHOUD, reden=merk()
        )
    )
    desk.execute(
        UitvraagBepalen(
            overleg_id=overleg, casus_id=casus, organisatie_id=organisatie, stand=Uitvraagstand.GEWEIGERD, reden=merk()
        )
    )  # fmt: skip
    return {
        "organisatie_id": organisatie, "medewerker_id": medewerker, "tafel_id": tafel, "casus_id": casus,
        "overleg_id": overleg,
    }  # fmt: skip


def _bespreken(desk: Desk, merk: Merken, ids: dict[str, str]) -> None:
    casus, overleg = ids["casus_id"], ids["overleg_id"]
    desk.execute(OverlegOpenen(overleg_id=overleg))
    for rij in desk.ask(deelnemers, overleg):
        ids["deelnemer_id"] = rij.id
        desk.execute(
            AanwezigheidVastleggen(
                deelnemer_id=rij.id, aanwezigheid=next(iter(Aanwezigheid)), opmerking=merk()
            )
        )
    punt = next(punt for punt in desk.ask(agenda, overleg).punten if punt.casus_id == casus)
    desk.execute(AgendapuntBeginnen(agendapunt_id=punt.id))
    desk.execute(FaseBeginnen(agendapunt_id=punt.id, fase=Fase.BESLUIT, reden=merk()))
    desk.execute(OverlegSchorsen(overleg_id=overleg, reden=merk()))
    desk.execute(OverlegHervatten(overleg_id=overleg))
    ids["agendapunt_id"] = punt.id
    desk.execute(NotitieSchrijven(agendapunt_id=punt.id, tekst=merk()))
    for _ in range(2):
        ids["besluit_id"] = desk.execute(
            BesluitVastleggen(casus_id=casus, overleg_id=overleg, tekst=merk(), onderbouwing=merk(),
                              voorwaarden=merk(), afwijkende_mening=merk(), type_code="afspraak", gremium_code="werktafel")
        ).id  # fmt: skip
    desk.execute(BesluitIntrekken(besluit_id=ids["besluit_id"], reden=merk()))
    gevraagd = desk.execute(
        BesluitVragen(casus_id=casus, overleg_id=overleg, tekst=merk(), type_code="huisverbod", gremium_code="burgemeester",
                      antwoord_voor=desk.clock.today(), onderbouwing=merk())
    )  # fmt: skip
    desk.execute(
        BesluitAntwoordVastleggen(besluit_id=gevraagd.id, stand=Vraagstand.GENOMEN, op=desk.clock.today(), door=merk(),
                                  antwoord=merk(), voorwaarden=merk())
    )  # fmt: skip
    _onder_voorbehoud(desk, merk, ids)
    _leiding(desk, merk, casus)
    desk.execute(PlanVaststellen(casus_id=casus, overleg_id=overleg, onderbouwing=merk()))
    ids["actie_id"] = desk.execute(
        ActieVastleggen(
            casus_id=casus, overleg_id=overleg, omschrijving=merk(), conditie=merk(), informering=merk()
        )
    ).id
    desk.execute(ActieAfhandelen(actie_id=ids["actie_id"], status=Actiestatus.KON_NIET, resultaat=merk()))
    desk.execute(VolgendeDatumBepalen(agendapunt_id=punt.id, datum=desk.clock.today() + timedelta(days=28)))


def _leiding(desk: Desk, merk: Merken, casus: str) -> None:
    """The three that a case has before its plan is adopted."""
    for rol, deel in (
        (Casusrol.CASEMANAGER, "Mediant"),
        (Casusrol.VERANTWOORDELIJKE, "Gemeente Enschede"),
        (Casusrol.PROCESREGISSEUR, "Veiligheidshuis Twente"),
    ):
        huis = next(row.id for row in desk.ask(organisaties) if deel in row.naam)
        wie = desk.execute(MedewerkerToevoegen(organisatie_id=huis, naam=merk())).id
        desk.execute(CasusrolToewijzen(casus_id=casus, rol=rol, medewerker_id=wie))


def _onder_voorbehoud(desk: Desk, merk: Merken, ids: dict[str, str]) -> None:
    """A decision without a party that had to be there, confirmed later."""
    organisatie = next(row for row in desk.ask(organisaties) if row.id == ids["organisatie_id"])
    tafel_id = desk.ask(overleg_kop, ids["overleg_id"]).tafel_id
    eis = Aanwezigheidseis(type_code="", organisaties=(organisatie.code,))
    desk.execute(AanwezigheidVereisen(tafel_id=tafel_id, eisen=(eis,)))
    for rij in desk.ask(deelnemers, ids["overleg_id"]):
        desk.execute(
            AanwezigheidToelichten(
                deelnemer_id=rij.id, aanwezigheid=Aanwezigheid.VERHINDERD, opmerking=merk(),
                informatie_op=desk.clock.today(),
            )
        )  # fmt: skip
    besluit = desk.execute(
        BesluitVastleggen(
            casus_id=ids["casus_id"],
            overleg_id=ids["overleg_id"],
            tekst=merk(),
            type_code="afspraak",
            gremium_code="werktafel",
        )
    )
    desk.execute(BesluitBekrachtigen(besluit_id=besluit.id, op=desk.clock.today(), door=merk()))


def _samenvoegen(desk: Desk, merk: Merken, casus_id: str) -> None:
    """Make one person of two, twice; part the second pair again."""
    for scheiden in (False, True):
        wie = []
        for _ in range(2):
            erbij = desk.execute(
                BetrokkeneToevoegen(casus_id=casus_id, persoon=_persoon(merk), relatie=merk())
            )
            assert isinstance(erbij, BetrokkeneToegevoegd)
            wie.append(erbij.persoon_id)
        rechts = tuple(
            Veldkeuze(veld=veld, kant=Kant.RECHTS) for veld in ("telefoon", "opmerking", "aliassen")
        )
        een = desk.execute(PersonenSamenvoegen(blijft_id=wie[0], weg_id=wie[1], reden=merk(), keuzes=rechts))
        if scheiden:
            desk.execute(SamenvoegingOngedaanMaken(samenvoeging_id=een.id, reden=merk()))


def _lijst_inlezen(desk: Desk, merk: Merken) -> None:
    names = ("geslachtsnaam", "voornamen", "voorletters", "voorvoegsel", "adres", "postcode", "woonplaats",
             "doelgroep_tekst", "toelichting")  # fmt: skip
    regel = AanleverRegel(
        rij=1, bsn=merk.cijfers(), partners_onbekend=(merk(),), **{name: merk() for name in names}
    )
    desk.execute(
        AanleveringInlezen(bestandsnaam=f"{merk()}.xlsx", sha256="0" * 64, gemeente_id=desk.ask(gemeenten)[0].id,
                           rijen=(regel,))
    )  # fmt: skip
