"""Run by test_kill as a program: writers on one vault, each killed at a random moment of its life.

A writer opens the vault, acts, types, takes back and makes a backup now and then, and acknowledges each of these on
a pipe once the desk has answered. After each kill the vault is opened and everything acknowledged is looked for.
Prints one JSON line with what was seen.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from nagaan import Erkend, kijk_na
from proefkluis import NAAM, WACHTWOORD, Site, casus_aanmelden

from vhdesk.clock import FixedClock
from vhdesk.services.actie import ActieVastleggen
from vhdesk.services.besluit import BesluitVastleggen
from vhdesk.services.casus import CasusTekstWijzigen
from vhdesk.store.opening import unlock_slots

CLOCK = FixedClock(datetime(2026, 12, 2, 12, 30, tzinfo=UTC))
BACKUP_CHANCE = 0.02
BACKUP_EVERY = 8  # one writer in so many does nothing else


def main(root: Path, kills: int, seed: int) -> None:
    chance = random.Random(seed)
    site = Site(root, CLOCK)
    kluis = site.open()
    casus_id = casus_aanmelden(kluis.desk)
    started = time.perf_counter()
    kluis.sluiten()
    kluis = site.open()
    opening = time.perf_counter() - started
    kluis.sluiten()
    key = unlock_slots(site.folder / "sleutels.json", NAAM, WACHTWOORD)
    erkend, seen = Erkend(casus_id, key), Counter[str]()
    for number in range(kills):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            _write(root, casus_id, writer, random.Random(f"{seed}-{number}"), number)
        os.close(writer)
        heard = b""
        if (
            number % 2
        ):  # half of them die at any moment since they were born, half of them in the middle of work
            heard = _listen(reader, chance.randrange(1, 3 if number % BACKUP_EVERY == 1 else 24))
        time.sleep(chance.uniform(0, 0.01 if number % 2 else 1.5 * opening))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            raise SystemExit(f"writer {number} ended by itself: {status}")
        with os.fdopen(reader, "rb") as rest:
            lines = (heard + rest.read()).decode().splitlines()
        seen["stil" if not lines else "bezig"] += 1
        seen.update(line.split()[0] for line in lines)
        erkend.lees(lines)
        seen.update(kijk_na(site, erkend))
    print(json.dumps(seen))


def _listen(pipe: int, count: int) -> bytes:
    """Wait for ``count`` acknowledgements and return what was heard."""
    heard = b""
    while heard.count(b"\n") < count and (data := os.read(pipe, 4096)):
        heard += data
    return heard


def _write(root: Path, casus_id: str, pipe: int, chance: random.Random, number: int) -> None:
    """Act until killed."""
    desk = (kluis := Site(root, CLOCK).open()).desk

    def acknowledge(*words: object) -> None:
        os.write(pipe, (" ".join(map(str, words)) + "\n").encode())

    acknowledge("open")
    step = 0
    while True:
        step += 1
        lot = chance.random()
        words = f"poging {number} stap {step} " + "woord " * chance.randrange(40)
        if lot < BACKUP_CHANCE or number % BACKUP_EVERY == 1:
            acknowledge("kopie", kluis.reservekopie_maken("handmatig").name)
        elif lot < 0.15:
            acknowledge("actie", desk.execute(ActieVastleggen(casus_id=casus_id, omschrijving=words)).id)
        elif lot < 0.3:
            desk.save_draft("proef/tekst", words, step)
            acknowledge("concept", f"{number}.{step}")
        elif lot < 0.45:
            desk.execute(CasusTekstWijzigen(casus_id=casus_id, veld="gezamenlijk_beeld", tekst=words))
            acknowledge("tekst", f"{number}.{step}")
        else:
            event = desk.execute(
                BesluitVastleggen(
                    casus_id=casus_id, tekst=words, type_code="afspraak", gremium_code="werktafel"
                )
            )
            acknowledge("besluit", event.id, event.nummer)
            if lot > 0.9:
                desk.undo()
                acknowledge("terug", event.id)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
