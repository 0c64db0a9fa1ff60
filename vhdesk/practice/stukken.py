"""Invented attachments for the practice vault: real PDFs of one page, so that looking at one shows something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from vhdesk.services.melding import Meldbijlage

# What came with the referral of a case: the name of the file, and the lines on its page.
STUKKEN: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "ZVH-2026-0155": (
        "Eindverslag begeleiding 3 november 2026.pdf",
        (
            "Eindverslag ambulante begeleiding",
            "Wijkteams Enschede, 3 november 2026",
            "",
            "OEFENING: deze persoon en dit verslag zijn verzonnen.",
            "",
            "Periode: maart tot en met oktober 2026, tien contacten, drie keer niet verschenen.",
            "Wat is bereikt: legitimatie geregeld, een overzicht van de schulden begonnen.",
            "Wat niet lukte: inschrijven bij een opleiding; brieven blijven ongeopend.",
            "Waarom het stopt: zonder kader komt hij niet; de indicatie liep af op 1 november.",
            "Advies: begeleiding hervatten met een kader, en een vaste begeleider die meegaat.",
        ),
    ),
}


def stukken(nummer: str) -> tuple[Meldbijlage, ...]:
    """Return what comes with the referral of this case; () for nothing."""
    if nummer not in STUKKEN:
        return ()
    naam, regels = STUKKEN[nummer]
    return (Meldbijlage(naam=naam, inhoud=pdf(regels)),)


def pdf(regels: Sequence[str]) -> bytes:
    """Return a PDF of one A4 with these lines, always the same bytes; what the font has no letter for becomes "?"."""
    tekst = "".join(f"({_tussen_haakjes(regel)}) Tj T*\n" for regel in regels)
    inhoud = f"BT /F1 11 Tf 16 TL 57 785 Td\n{tekst}ET".encode("cp1252", "replace")
    delen = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(inhoud), inhoud),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    )
    uit, plekken = b"%PDF-1.4\n", []
    for nummer, deel in enumerate(delen, 1):
        plekken.append(len(uit))
        uit += b"%d 0 obj%s\nendobj\n" % (nummer, deel)
    tabel = b"".join(b"%010d 00000 n \n" % plek for plek in plekken)
    aantal = len(delen) + 1
    kop = b"xref\n0 %d\n0000000000 65535 f \n" % aantal
    return (
        uit + kop + tabel + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (aantal, len(uit))
    )


def _tussen_haakjes(regel: str) -> str:
    return regel.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
