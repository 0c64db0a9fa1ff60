"""What the command line does with a vault: make, check, back up, restore."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from vhdesk.cli.toegang import ask_access, ask_passphrase, opened
from vhdesk.cli.uitgang import Uitgang, meld
from vhdesk.clock import Clock, local
from vhdesk.errors import RuleViolation
from vhdesk.services.inrichting import RegioInrichten
from vhdesk.services.journaal_controle import Controle
from vhdesk.services.kluis import kluis_maken, kopie_herstellen
from vhdesk.store.opening import OpenOptions
from vhdesk.vocabulary import Gebruikersrol, Oorsprong

REDENEN = {
    "volgorde": "er ontbreekt een regel",
    "keten": "de regel volgt niet op de vorige",
    "inhoud": "de inhoud is gewijzigd",
}


def maken(arguments: Namespace, clock: Clock) -> Uitgang:
    """Make a vault with its first user, and the region in it unless asked otherwise."""
    if not arguments.naam:
        raise RuleViolation("naam_leeg", field="naam")
    passphrase = ask_passphrase(arguments, "Kies een wachtwoord (ten minste 12 tekens): ")
    if not arguments.wachtwoord_stdin and ask_passphrase(arguments, "Nog een keer: ") != passphrase:
        raise RuleViolation("wachtwoord_ongelijk", field="wachtwoord")
    kluis = kluis_maken(
        Path(arguments.kluis),
        arguments.naam,
        Gebruikersrol(arguments.rol),
        passphrase,
        clock,
        oorsprong=Oorsprong.OPDRACHTREGEL,
        options=OpenOptions(accept_location=arguments.toch_hier),
    )
    try:
        if not arguments.zonder_regio:
            kluis.desk.execute(RegioInrichten())
    finally:
        kluis.sluiten()
    meld(f"De kluis staat klaar in {arguments.kluis}. Maak in het venster ook een herstelblad.")
    return Uitgang.GOED


def controleren(arguments: Namespace, clock: Clock) -> Uitgang:
    """Check the store and the journaal."""
    with opened(arguments, clock) as kluis:
        controle = kluis.controleren()
        kopieen = kluis.reservekopieen()
    if not controle.in_orde:
        return _fout(controle)
    laatste = (
        f"laatste reservekopie {local(kopieen[0].moment):%d-%m-%Y %H:%M}"
        if kopieen
        else "nog geen reservekopie"
    )
    meld(f"De kluis is in orde: {controle.regels} regels in het journaal, {laatste}.")
    if arguments.alleen_lezen:
        meld("Er is alleen gelezen: ongebruikte delen van het bestand zijn niet nagekeken.")
    return Uitgang.GOED


def journaal_controleren(arguments: Namespace, clock: Clock) -> Uitgang:
    """Recompute the chain; the first bad line is named."""
    with opened(arguments, clock) as kluis:
        controle = kluis.journaal_controleren()
    if not controle.in_orde:
        return _fout(controle)
    meld(f"Het journaal is in orde: {controle.regels} regels, hoofd {controle.laatste_hash[:16]}.")
    return Uitgang.GOED


def _fout(controle: Controle) -> Uitgang:
    meld(
        f"Het journaal klopt niet vanaf regel {controle.eerste_fout}: {REDENEN[controle.reden]}."
        " Zet een reservekopie terug en meld dit als incident."
    )
    return Uitgang.GEWEIGERD


def reservekopie(arguments: Namespace, clock: Clock) -> Uitgang:
    """Make a backup that was reopened and checked."""
    with opened(arguments, clock) as kluis:
        info = kluis.reservekopie_maken("opdrachtregel")
    grootte = f"{info.size / 1_048_576:.1f}".replace(".", ",")
    meld(f"Reservekopie {info.name} is gemaakt en gecontroleerd ({grootte} MB).")
    return Uitgang.GOED


def herstellen(arguments: Namespace, clock: Clock) -> Uitgang:
    """Restore a backup into a new vault."""
    folder = Path(arguments.kluis)
    toegang = ask_access(folder, arguments)
    options = OpenOptions(accept_location=arguments.toch_hier)
    target = kopie_herstellen(folder, toegang, Path(arguments.doel), clock, options=options)
    meld(f"De reservekopie staat als nieuwe kluis in {target}. Open hem met uw wachtwoord van toen.")
    return Uitgang.GOED
