"""Invented words that the practice meeting needs beside ``werktafel-enschede.yaml``."""

from __future__ import annotations

from collections.abc import Mapping

from vhdesk.queries.melding import Melding
from vhdesk.vocabulary_triage import Aanmeldbron, Besproken, Criterium

OPENING = (
    "De voorzitter opent en wijst op de geheimhouding: wat hier wordt gezegd, blijft bij de partners die het voor "
    "hun taak nodig hebben. De Es Beschermd Wonen heeft het convenant nog niet ondertekend en ontvangt geen inhoud."
)

SLUITING = (
    "De voorzitter dankt iedereen en sluit het overleg. Het volgende overleg is op 16 december om 13:30 uur."
)

SLUITREDEN_VORIG = "Over de casusregie van ZVH-2026-0140 besluit de tafel op 2 december."
SLUITREDEN = "Dimence wijst uiterlijk 7 december een contactpersoon aan; de secretaris vult de naam aan."

# What the referral of the case in triage says beside the story of the meeting.
TRIAGE: Mapping[str, Melding] = {
    "ZVH-2026-0155": Melding(
        melder_functie="consulent jongvolwassenen",
        situatieschets="Jeffrey woont in bij zijn moeder. Zijn vriendin is zwanger. Hij leest slecht en mist brieven en afspraken.",
        ingezet="Ambulante begeleiding van maart tot november; in 2024 kort het wijkteam.",
        vastgelopen="Hij verscheen drie keer niet; zonder kader stopt de hulp.",
        hulpverlening="Geen: de ambulante begeleiding stopte op 1 november.",
        casusregisseur="Wijkteams Enschede",
        criteria=(Criterium.A, Criterium.B, Criterium.C),
        criteria_reden="Zonder ingreep is herhaling te verwachten, en hulp zonder kader is twee keer gestopt.",
        veiligheid="Geen wapens bekend. Hij wordt boos als het over geld gaat: spreek hem overdag, met twee.",
        kinderen="Nog niet; zijn vriendin is 24 weken zwanger.",
        justitiele_titel="Geen. De zaak van 13 september komt in februari op zitting.",
        taal="Nederlands; leest moeilijk",
        bijlagen="Het hele dossier van de begeleiding: archief jongvolwassenen, gemeente Enschede.",
    ),
}

# What Veilig Thuis said when it referred the Code Rood by telephone.
MELDING_CODE_ROOD = Melding(
    bron=Aanmeldbron.IEDEREEN,
    code_rood=True,
    spoed=True,
    spoed_reden="Het risico op ernstig letsel is hoog, en op 3 december kan meneer vrijkomen.",
    besproken=Besproken.NEE,
    veiligheid="Verwurging bij het laatste geweld. Geen huisbezoek zonder overleg met de politie.",
    kinderen="Fem (9) en Jip (5). Zij zijn met hun moeder op een afgeschermd adres.",
    huisverbod="Niet opgelegd: meneer zit vast.",
    gezag="Beide ouders hebben gezag.",
)

# Decisions of the meeting before, one per case that was on its agenda.
VORIGE_BESLUITEN: Mapping[str, str] = {
    "ZVH-2024-0117": "De zaak blijft op tafel; eerst uitzoeken wat er van het reclasseringsadvies is geworden.",
    "ZVH-2025-0204": "De verhuurder voert eerst een gesprek over de schouw van de woning.",
    "ZVH-2025-0063": "Dit plan geldt; de crisiskaart wordt bijgewerkt, tot dan geldt deze.",
    "ZVH-2026-0088": "De zaak blijft op tafel; het verzuimoverzicht van school gaat mee naar de kinderrechter.",
    "ZVH-2026-0097": "De inschrijving op een briefadres wordt voorbereid voordat hij vrijkomt.",
    "ZVH-2026-0131": "Dit plan geldt; de zaak blijft in behandeling tot de evaluatie van 2 december.",
    "ZVH-2026-0120": "De zaak blijft op tafel; het verslag van de huisarts weegt mee.",
    "ZVH-2024-0176": "De tafel zoekt nog één ronde naar een aanbieder buiten de regio.",
    "ZVH-2023-0051": "Afschalen wordt voorbereid; eerst hoort de gemeente hoe betrokkene erover denkt.",
    "ZVH-2026-0140": "Er komt een overzicht van alle hulp in het gezin; op 2 december besluit de tafel over regie.",
}

# What the secretary types while the table talks.
NOTITIES: Mapping[str, str] = {
    "ZVH-2026-0149": (
        "Afgesproken wie belt zodra de rechter-commissaris beslist. Losser en Veilig Thuis verschillen over de start "
        "van de regie; de tafel laat die tot en met 11 december bij Veilig Thuis. Het verblijfadres wordt nergens genoemd."
    ),
    "ZVH-2026-0120": (
        "De partners wegen hetzelfde letsel verschillend. Geen acute onveiligheid, wel een kleine marge. De wijkcoach "
        "spreekt moeder alleen, op school; daarna pas het gesprek over inkomen met haar partner."
    ),
    "ZVH-2026-0088": (
        "Eerst aangesloten op wat al loopt, geen nieuw traject. Over een gebiedsverbod is men het niet eens. De datum "
        "voor het gesprek van de wijkagent hangt af van het verhoor en volgt."
    ),
    "ZVH-2026-0140": (
        "Negen deelplannen naast elkaar gelegd; er is één regisseur nodig. Verhuurder en gemeente zeggen elkaar toe "
        "dat er niet wordt ontruimd zolang het budgetbeheer loopt."
    ),
    "ZVH-2026-0131": (
        "Rustig sinds juni. De overdracht van Milan is het enige spanningsmoment. Over de broer eerst uitzoeken wie "
        "hij is; tot die tijd niets samenvoegen en niemand daarop aanspreken."
    ),
    "ZVH-2023-0051": (
        "Naar voren gehaald omdat Haaksbergen om 15:00 uur vertrekt. De tafel spreekt waardering uit voor betrokkene; "
        "Anouk Boerrigter zegt hem dat persoonlijk."
    ),
    "ZVH-2025-0063": (
        "De kaart had na 17:00 uur geen nummer; dat is hersteld. Tot 8 december ziet dagelijks één professional hem. "
        "Over de behandeling wordt hier niets vastgelegd."
    ),
    "ZVH-2024-0117": (
        "Eén sluitend traject vanaf de poort. Over een vordering beslist alleen de officier; de tafel adviseert. Leger "
        "des Heils is afwezig: de secretaris belt na of de actie wordt aangenomen."
    ),
    "ZVH-2026-0097": (
        "Eigen kamer gaat voor; het adres van de zus wordt bezoekadres. Of hij bij het conflict van 8 november was, "
        "staat niet vast."
    ),
    "ZVH-2025-0204": (
        "Meer over haar geschreven dan met haar gesproken. Twee weken voor een gezamenlijk bezoek, met koek en zonder "
        "brief. De brandveiligheid wacht daar niet op."
    ),
    "ZVH-2026-0155": "Criteria a, b en c vervuld, d niet. Korte afspraken, één gezicht, geen e-mail.",
    "ZVH-2024-0176": (
        "Geen casusvraag meer maar een bestuurlijke. Alleen de vraag en de termijnen gaan omhoog, niet het dossier."
    ),
}
