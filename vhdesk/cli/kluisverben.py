"""What the command line does with a vault: make, check, back up, restore."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from vhdesk.cli.stromen import meld, zeg
from vhdesk.cli.toegang import ask_access, ask_passphrase, opened
from vhdesk.cli.uitgang import Uitgang, WrongUsage
from vhdesk.clock import Clock, local
from vhdesk.errors import EnvironmentFault, RuleViolation
from vhdesk.services.inrichting import RegioInrichten
from vhdesk.services.journaal_controle import Controle
from vhdesk.services.kluis import kluis_maken, kopie_herstellen
from vhdesk.store.backup_folder import BackupInfo, BackupState
from vhdesk.store.layout import SUFFIX, Layout
from vhdesk.store.opening import OpenOptions
from vhdesk.vocabulary import Gebruikersrol, Oorsprong

REDENEN = {
    "volgorde": "er ontbreekt een regel",
    "keten": "de regel volgt niet op de vorige",
    "inhoud": "de inhoud is gewijzigd",
}


def maken(arguments: Namespace, clock: Clock) -> Uitgang:
    """Make a vault with its first user, and the region in it unless asked otherwise."""
    if not arguments.naam.strip():
        raise WrongUsage("naam_leeg", field="naam")
    folder = _new_place(arguments.kluis)
    passphrase = ask_passphrase(arguments, "Kies een wachtwoord (ten minste 12 tekens): ")
    if not arguments.wachtwoord_stdin and ask_passphrase(arguments, "Nog een keer: ") != passphrase:
        raise RuleViolation("wachtwoord_ongelijk", field="wachtwoord")
    kluis = kluis_maken(
        folder,
        arguments.naam,
        Gebruikersrol(arguments.rol),
        passphrase,
        clock,
        oorsprong=Oorsprong.OPDRACHTREGEL,
        options=OpenOptions(accept_location=arguments.toch_hier),
    )
    try:
        if not arguments.zonder_regio:
            voorzitter = kluis.desk.actor.rol is Gebruikersrol.COORDINATOR
            kluis.desk.execute(RegioInrichten(medewerker=arguments.naam if voorzitter else ""))
    finally:
        kluis.sluiten()
    zeg(f"De kluis staat klaar in {arguments.kluis}. Maak in het venster ook een herstelblad.")
    return Uitgang.GOED


def _new_place(place: str) -> Path:
    """Return the folder for a new vault. Raises WrongUsage without its ending, EnvironmentFault when the folder
    above is not there; that would otherwise be said after the passphrase."""
    folder = Path(place)
    if folder.suffix != SUFFIX or folder.name == SUFFIX:
        raise WrongUsage("kluis_zonder_achtervoegsel", field="kluis")
    if not folder.absolute().parent.is_dir():
        raise EnvironmentFault("bovenmap_ontbreekt")
    return folder


def controleren(arguments: Namespace, clock: Clock) -> Uitgang:
    """Check the store, the journaal and the backups."""
    with opened(arguments, clock) as kluis:
        controle = kluis.controleren()
        kopieen = kluis.reservekopieen_nagekeken()
    if not controle.in_orde:
        return _fout(controle)
    zeg(f"De kluis is in orde: {controle.regels} regels in het journaal, {_laatste(kopieen)}.")
    if arguments.alleen_lezen:
        zeg("Er is alleen gelezen: ongebruikte delen van het bestand zijn niet nagekeken.")
    stuk = [info.name for info in kopieen if info.state is BackupState.DAMAGED]
    if stuk:
        meld(
            f"Beschadigde reservekopieën: {', '.join(stuk)}. Haal die mappen weg en maak een nieuwe reservekopie."
        )
    return Uitgang.GEWEIGERD if stuk else Uitgang.GOED


def _laatste(kopieen: Sequence[BackupInfo]) -> str:
    """Word the last backup that can be brought back."""
    heel = [info for info in kopieen if info.state is not BackupState.DAMAGED]
    return f"laatste reservekopie {local(heel[0].moment):%d-%m-%Y %H:%M}" if heel else "nog geen reservekopie"


def journaal_controleren(arguments: Namespace, clock: Clock) -> Uitgang:
    """Recompute the chain; the first bad line is named."""
    with opened(arguments, clock) as kluis:
        controle = kluis.journaal_controleren()
    if not controle.in_orde:
        return _fout(controle)
    zeg(f"Het journaal is in orde: {controle.regels} regels, hoofd {controle.laatste_hash[:16]}.")
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
    zeg(f"Reservekopie {info.name} is gemaakt en gecontroleerd ({grootte} MB).")
    return Uitgang.GOED


def herstellen(arguments: Namespace, clock: Clock) -> Uitgang:
    """Restore a backup into a new vault."""
    folder, target = Path(arguments.kluis), _new_place(arguments.doel)
    if Layout(folder).backups.is_dir():
        raise WrongUsage("geen_reservekopie", field="kluis")
    toegang = ask_access(folder, arguments)
    options = OpenOptions(accept_location=arguments.toch_hier)
    target = kopie_herstellen(folder, toegang, target, clock, options=options)
    zeg(f"De reservekopie staat als nieuwe kluis in {target}. Open hem met uw wachtwoord van toen.")
    return Uitgang.GOED
