"""A desk on a real encrypted vault that gets one act after another, and what must hold after each of them.

Rules draw any act of one aggregate with any values; between them acts are taken back and done again, the clock
moves and the vault is closed and opened. Nothing is replaced: this is the desk that the screens use.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from types import ModuleType

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule
from sqlalchemy.orm import Session

from tests.property.kluisbeeld import (
    Beeld,
    aantal_regels,
    controleer_drietal,
    controleer_opslag,
    controleer_regels,
    controleer_zoeken,
    neem_beeld,
    vergelijkbaar,
    verschil,
)
from tests.property.opdrachten import Wereld, kan, teken
from tests.property.wachters import Nummerwacht, Verslagwacht
from vhdesk.clock import FixedClock
from vhdesk.crypto.passphrase import CHEAP
from vhdesk.errors import (
    EnvironmentFault,
    InvalidPackage,
    NotFound,
    RuleViolation,
    StaleVersion,
    VhdeskError,
)
from vhdesk.queries.verslag import verslag
from vhdesk.queries.verslag_rijen import Verslag
from vhdesk.services import (
    aanlevering,
    aanmelding,
    actie,
    afschalen,
    agenda,
    agendapunt,
    agendasjabloon,
    agendavolgorde,
    bekendheid,
    besluit,
    besluitvraag,
    bespreekfase,
    bespreking,
    betrokkene,
    bewaren,
    bijlage,
    casus,
    casusaanmelding,
    casusgemeente,
    casusrol,
    casusverloop,
    convenant,
    deelnemer,
    eigenwoord,
    exemplaar,
    gast,
    gemeente,
    grondslag,
    heropening,
    inbreng,
    informering,
    inrichting,
    methode,
    opschalen,
    organisatie,
    overleg,
    persoon,
    plan,
    plicht,
    reeks,
    referentie,
    samenvoeging,
    schorsing,
    tafel,
    tafelinstelling,
    topx,
    tussendoor,
    uitvraag,
    vaststelling,
    voorbehoud,
    voorzitter,
    weging,
    zaal,
)
from vhdesk.services.command import Command, label
from vhdesk.services.desk import Desk
from vhdesk.services.kluis import Kluis, Toegang, kluis_openen
from vhdesk.services.undo_log import LIMIT, TYPING
from vhdesk.services.unit_of_work import Actor
from vhdesk.store.opening import OpenOptions
from vhdesk.vocabulary import Gebruikersrol
from vhdesk.vocabulary_faults import BY_CODE

# One draw per act: real chance spreads over the fields evenly, and a run still repeats from its seed.
LOT = st.randoms(use_true_random=True)
LISTS = (
    "besluittypen", "gremia", "leefgebieden", "zrm_domeinen", "doelgroepen", "veiligheidskamers", "afschaalredenen", "methoden",
)  # fmt: skip
# Acts that mostly come from undo; by hand they seldom find something to put back.
SELDOM = ("Terugnemen", "Herstellen", "Terugzetten", "Wegnemen", "Heropenen", "OngedaanMaken")
# Acts that are not drawn by hand, and why; undo does them all the same.
ONLY_BY_UNDO: Mapping[type[Command], str] = {
    referentie.ReferentiewijzigingTerugnemen: "of a list that never changed it ends in an error of the database",
}
# Where every rule draws from: all modules of the house, those of one part of the work together.
GROEPEN: Mapping[str, tuple[ModuleType, ...]] = {
    "casus": (casus, casusrol, inbreng, casusaanmelding, casusgemeente, tussendoor, bijlage),
    "mensen": (betrokkene, persoon, samenvoeging, informering),
    "triage": (aanmelding, bekendheid, plicht, weging, topx),
    "levensloop": (casusverloop, opschalen, afschalen, bewaren, grondslag),
    "plan": (plan, methode),
    "overleg": (overleg, uitvraag, heropening, reeks, schorsing, voorzitter, exemplaar),
    "agenda": (agenda, agendapunt, agendasjabloon, agendavolgorde, gast, vaststelling),
    "tafel": (bespreking, bespreekfase, deelnemer, zaal),
    "besluit": (besluit, besluitvraag, voorbehoud, actie, actie),
    "regio": (
        organisatie, aanlevering, organisatie, tafel, referentie, gemeente, convenant, tafelinstelling, eigenwoord,
        inrichting,
    ),
}  # fmt: skip
# What may stand in the way of undo: a decision or action that was taken back still names the record, because its
# number was given out.
AS_A_WHOLE = ("Aanlevering inlezen", "Aanmelding ontvangen", "Casus tussendoor aanmelden")
IN_USE = frozenset({"in_gebruik", "casus_in_gebruik", "aanlevering_in_gebruik"})


@dataclass(frozen=True, slots=True)
class Sjabloon:
    """A closed vault to begin with, and how to open it."""

    map: Path
    ankers: Path
    naam: str
    wachtwoord: str
    klok: FixedClock


@dataclass(slots=True)
class _Stap:
    """What stood before an act that can be taken back, and which typing it belongs to."""

    voor: Beeld
    merge_key: str = ""
    at: datetime | None = None


class DeskMachine(RuleBasedStateMachine):
    """One vault, one desk, and what is known of it."""

    def __init__(self, sjabloon: Sjabloon) -> None:
        super().__init__()
        self._sjabloon = sjabloon
        self._home = Path(tempfile.mkdtemp(prefix="vhdesk-eigenschap-"))
        self._map = self._home / "Proef.vhkluis"
        shutil.copytree(sjabloon.map, self._map, ignore=shutil.ignore_patterns("ballast.bin"))
        shutil.copytree(sjabloon.ankers, self._home / "ankers")
        self._klok = FixedClock(sjabloon.klok.moment)
        self._kluis: Kluis | None = None
        self._undo: deque[_Stap] = deque(maxlen=LIMIT)
        self._redo: deque[Beeld] = deque(maxlen=LIMIT)
        self._nummers = Nummerwacht()
        self._verslagen = Verslagwacht()
        self._stappen = 0
        self._open()
        self._beeld = self._kijk()

    # -- the vault ---------------------------------------------------------------------------------------

    def _open(self) -> None:
        self._kluis = kluis_openen(
            self._map,
            Toegang(naam=self._sjabloon.naam, wachtwoord=self._sjabloon.wachtwoord),
            self._klok,
            kdf=CHEAP,
            options=OpenOptions(anchor_home=self._home / "ankers"),
        )
        self._undo.clear()
        self._redo.clear()

    @property
    def desk(self) -> Desk:
        assert self._kluis is not None
        return self._kluis.desk

    def teardown(self) -> None:
        if self._kluis is not None:
            self._kluis.sluiten()
        shutil.rmtree(self._home, ignore_errors=True)

    def _kijk(self) -> Beeld:
        return self.desk.ask(neem_beeld)

    # -- acts --------------------------------------------------------------------------------------------

    def _act(self, kans: Random, module: ModuleType) -> None:
        command = self._draw(kans, module.HANDLERS)
        note(repr(command)[:2000])
        self.doe(command)

    def _draw(self, kans: Random, of: Iterable[type[Command]]) -> Command:
        """Draw one of these acts; now and then one that names what cannot exist yet."""
        wereld = self._wereld()
        kinds = sorted(set(of) - ONLY_BY_UNDO.keys(), key=lambda kind: kind.__name__)
        can = [kind for kind in kinds if kan(wereld, kind)]
        can += 4 * [kind for kind in can if not kind.__name__.endswith(SELDOM)]
        chosen = kinds if not can or kans.random() < 0.05 else can
        return teken(kans, wereld, kans.choice(chosen))

    def _wereld(self) -> Wereld:
        beeld = self._beeld
        ids = {table: beeld.ids(table) for table in beeld.tables if self._has_id(table)}
        waarden = {
            lijst: [
                row["code"]
                for row in beeld["referentiewaarde"]
                if row["lijst_code"] == lijst and row["versie_tot"] is None
            ]
            for lijst in LISTS
        }
        eerste = [codes[0] for codes in waarden.values() if codes]
        codes = waarden | {
            "alle": eerste,
            "organisaties": [row["code"] for row in beeld["organisatie"]],
            "organisatie_ids": ["*", *ids["organisatie"]],
            "medewerker_ids": ids["medewerker"],
        }
        return Wereld(ids, codes, self._klok.today())

    def _has_id(self, table: str) -> bool:
        return table not in (
            "concept",
            "kluis_meta",
            "nummerreeks",
            "referentielijst",
            "verslagstand",
            "journaal",
        )

    def doe(self, command: Command) -> bool:
        """Execute ``command`` and check what it did; returns whether it was accepted."""
        voor, regels = self._beeld, self.desk.ask(aantal_regels)
        try:
            self.desk.execute(command)
        except VhdeskError as refusal:
            self._refused(refusal, voor, regels)
            return False
        assert self.desk.actor.rol in command.rollen, "done by somebody who may not"
        self._note_undo(command, voor)
        self._done(regels + 1)
        return True

    def _refused(self, refusal: VhdeskError, voor: Beeld, regels: int) -> None:
        note(f"refused: {type(refusal).__name__} {refusal.code}")
        assert not isinstance(refusal, EnvironmentFault), "the environment is in order"
        if isinstance(refusal, RuleViolation | NotFound | InvalidPackage):
            assert refusal.code in BY_CODE, "no Dutch sentence"
        assert self._kijk().tables == voor.tables, "a refused act changed something"
        # a refusal is noted, a delivered list that cannot be read is not
        erbij = 1 if isinstance(refusal, RuleViolation | NotFound | StaleVersion) else 0
        assert self.desk.ask(aantal_regels) == regels + erbij

    def _note_undo(self, command: Command, voor: Beeld) -> None:
        if self.desk.undo_label is None:
            self._undo.clear()
            self._redo.clear()
            return
        assert self.desk.undo_label == label(command)
        self._redo.clear()
        merge = getattr(command, "merge_field", "")
        key = f"{type(command).__name__}:{getattr(command, merge)}" if merge else ""
        last, now = self._undo[-1] if self._undo else None, self._klok.now()
        if (
            key
            and last is not None
            and last.merge_key == key
            and last.at is not None
            and now - last.at < TYPING
        ):
            last.at = now
        else:
            self._undo.append(_Stap(voor, key, now))

    def _done(self, regels: int) -> None:
        assert self.desk.ask(aantal_regels) == regels, "one act is one line in the journaal"
        self._beeld = self._kijk()
        self._check()

    # -- rules -------------------------------------------------------------------------------------------

    @rule(kans=LOT, module=st.sampled_from(GROEPEN["casus"]))
    def casus(self, kans: Random, module: ModuleType) -> None:
        self._act(kans, module)

    @rule(kans=LOT, module=st.sampled_from(GROEPEN["mensen"]))
    def mensen(self, kans: Random, module: ModuleType) -> None:
        self._act(kans, module)

    @rule(kans=LOT, module=st.sampled_from(GROEPEN["triage"]))
    def triage(self, kans: Random, module: ModuleType) -> None:
        self._act(kans, module)

    @rule(kans=LOT, module=st.sampled_from(GROEPEN["levensloop"]))
    def levensloop(self, kans: Random, module: ModuleType) -> None:
        self._act(kans, module)

    @rule(kans=LOT, module=st.sampled_from(GROEPEN["plan"]))
    def plan(self, kans: Random, module: ModuleType) -> None:
        self._act(kans, module)

    @rule(kans=LOT, module=st.sampled_from(GROEPEN["overleg"]))
    def overleg(self, kans: Random, module: ModuleType) -> None:
        self._act(kans, module)

    @rule(kans=LOT, module=st.sampled_from(GROEPEN["agenda"]))
    def agenda(self, kans: Random, module: ModuleType) -> None:
        self._act(kans, module)

    @rule(kans=LOT, module=st.sampled_from(GROEPEN["tafel"]))
    def aan_tafel(self, kans: Random, module: ModuleType) -> None:
        """What is done while the table is at an item: who is there, the phase, the notes, who left the room."""
        self._act(kans, module)

    @rule(kans=LOT, module=st.sampled_from(GROEPEN["besluit"]))
    def besluit(self, kans: Random, module: ModuleType) -> None:
        self._act(kans, module)

    @precondition(lambda self: self._gevraagd())
    @rule(kans=LOT)
    def antwoord(self, kans: Random) -> None:
        """The body that was asked for a decision answers, or the answer is given wrongly."""
        command = self._draw(kans, (besluitvraag.BesluitAntwoordVastleggen,))
        assert isinstance(command, besluitvraag.BesluitAntwoordVastleggen)
        self.doe(replace(command, besluit_id=kans.choice(self._gevraagd())))

    def _gevraagd(self) -> list[str]:
        return [row["id"] for row in self._beeld["besluit"] if row["vraagstand"] == "gevraagd"]

    @rule(kans=LOT, module=st.sampled_from(GROEPEN["regio"]))
    def regio(self, kans: Random, module: ModuleType) -> None:
        self._act(kans, module)

    @rule(welk=st.integers(0, 5), reden=st.sampled_from(("de tijd was om", "", "brandalarm")))
    def overleg_verder(self, welk: int, reden: str) -> None:
        """A meeting goes on: opened when it is planned, closed when it runs, opened again when it is closed."""
        overleggen = self._beeld["overleg"]
        if not overleggen:
            return
        rij = overleggen[welk % len(overleggen)]
        if rij["status"] == "gepland":
            self.doe(overleg.OverlegOpenen(overleg_id=rij["id"]))
        elif rij["status"] == "gesloten":
            self.doe(heropening.OverlegHeropenen(overleg_id=rij["id"], reden=reden))
        else:
            self.doe(overleg.OverlegSluiten(overleg_id=rij["id"], reden=reden))

    @rule(kans=LOT, rol=st.sampled_from(list(Gebruikersrol)))
    def als_ander(self, kans: Random, rol: Gebruikersrol) -> None:
        """The same by somebody with another role."""
        command = self._draw(kans, self.desk.knows())
        note(f"{rol}: {command!r}"[:2000])
        with self._als(rol):
            accepted = self.doe(command)
        assert not accepted or rol in command.rollen

    @contextmanager
    def _als(self, rol: Gebruikersrol) -> Iterator[None]:
        zelf = self.desk.actor
        self.desk.actor = Actor(zelf.id, zelf.naam, rol, zelf.oorsprong)
        try:
            yield
        finally:
            self.desk.actor = zelf

    @precondition(lambda self: self._undo)
    @rule()
    def ongedaan(self) -> None:
        """Take back the last act: exactly what stood before it stands again."""
        voor, regels, naam = self._beeld, self.desk.ask(aantal_regels), self.desk.undo_label
        assert (naam is None) == (not self._undo)
        try:
            assert self.desk.undo() == naam
        except RuleViolation as refusal:
            self._refused(refusal, voor, regels)
            assert refusal.code in IN_USE, "undo was refused"
            self.heropenen()
            return
        if naam is None:
            return
        stap = self._undo.pop()
        self._done(regels + 1)
        assert verschil(vergelijkbaar(stap.voor), vergelijkbaar(self._beeld)) == {}, f"undo of {naam}"
        if self.desk.redo_label == naam:
            self._redo.append(voor)
        else:  # what came in as a whole is taken back for good, and with it what was done on its cases
            assert naam in AS_A_WHOLE and self.desk.redo_label is None
            self._redo.clear()

    @precondition(lambda self: self._redo)
    @rule()
    def nog_eens(self) -> None:
        """Do again what was taken back."""
        voor, regels, naam = self._beeld, self.desk.ask(aantal_regels), self.desk.redo_label
        assert (naam is None) == (not self._redo)
        assert self.desk.redo() == naam
        if naam is None:
            return
        verwacht = self._redo.pop()
        self._done(regels + 1)
        nu = vergelijkbaar(self._beeld, opnieuw=True)
        assert verschil(vergelijkbaar(verwacht, opnieuw=True), nu) == {}, f"redo of {naam}"
        self._undo.append(_Stap(voor))

    @precondition(lambda self: len(self._undo) > 1)
    @rule(aantal=st.integers(2, 6))
    def terug_en_weer(self, aantal: int) -> None:
        """Take back several acts and do them again."""
        for _ in range(aantal):
            self.ongedaan()
        for _ in range(aantal):
            self.nog_eens()

    @rule(minuten=st.sampled_from((1, 30, 60 * 24, 60 * 24 * 200)))
    def tijd_verstrijkt(self, minuten: int) -> None:
        self._klok.moment += timedelta(minutes=minuten)

    @precondition(lambda self: self._stappen > 12)
    @rule()
    def heropenen(self) -> None:
        """Close the vault and open it again: everything is still there, and nothing can be taken back."""
        self._stappen = 0
        assert self._kluis is not None
        self._kluis.sluiten()
        self._open()
        was, self._beeld = self._beeld, self._kijk()
        assert {t: r for t, r in was.tables.items() if t != "kluis_meta"} == {
            t: r for t, r in self._beeld.tables.items() if t != "kluis_meta"
        }
        assert self.desk.undo_label is None

    # -- what must hold ----------------------------------------------------------------------------------

    def _check(self) -> None:
        self._stappen += 1
        controleer_regels(self._beeld)
        controleer_zoeken(self._beeld)
        with Session(self.desk._store.writer) as session:
            controleer_opslag(session)
            controleer_drietal(session)
            session.rollback()
        self._nummers.kijk(self._beeld)
        self._verslagen.kijk(self._beeld, lambda overleg_id: self.desk.ask(_verslag, overleg_id))


def _verslag(session: Session, overleg_id: str) -> Verslag:
    """The minutes without a line in the journaal that they were read."""
    return verslag(session, overleg_id)
