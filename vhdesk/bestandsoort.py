"""A file that somebody hands over: what it is by its content, and a name under which it can be kept and saved again.

Pure. The name of a file is not believed: what stands in it decides (a letter that is a program is refused), and what a
name may do to a screen or a disk is taken out of it.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from vhdesk.errors import RuleViolation

MAX_BYTES: Final = 20 * 2**20
MAX_NAAM: Final = 120
ONBEKEND: Final = "application/octet-stream"
_OLE: Final = "application/x-ole-storage"


class Soort(NamedTuple):
    """What a kind of file is called, and how its name may end, the usual one first."""

    woord: str
    einden: tuple[str, ...]


SOORTEN: Final = {
    "application/pdf": Soort("PDF", (".pdf",)),
    "image/png": Soort("afbeelding", (".png",)),
    "image/jpeg": Soort("foto", (".jpg", ".jpeg")),
    "image/gif": Soort("afbeelding", (".gif",)),
    "image/tiff": Soort("scan", (".tif", ".tiff")),
    "image/webp": Soort("afbeelding", (".webp",)),
    "image/heic": Soort("foto", (".heic", ".heif")),
    "video/mp4": Soort("video", (".mp4", ".mov", ".m4v", ".m4a", ".3gp")),
    "audio/mpeg": Soort("geluid", (".mp3",)),
    "audio/wav": Soort("geluid", (".wav",)),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Soort("Word-document", (".docx", ".docm", ".dotx")),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Soort("Excel-werkmap", (".xlsx", ".xlsm")),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": Soort("presentatie", (".pptx", ".pptm")),
    "application/vnd.oasis.opendocument.text": Soort("document", (".odt",)),
    "application/vnd.oasis.opendocument.spreadsheet": Soort("rekenblad", (".ods",)),
    "application/zip": Soort("zip-bestand", (".zip",)),
    _OLE: Soort("Office-bestand of e-mail", (".doc", ".msg", ".xls", ".ppt")),
    "application/rtf": Soort("document", (".rtf", ".doc")),
    "text/plain": Soort("tekst", (".txt", ".csv", ".eml", ".md", ".xml", ".html", ".htm", ".json", ".log", ".ics", ".vcf")),
    ONBEKEND: Soort("onbekend soort bestand", ()),
}  # fmt: skip
# (where it stands, what stands there, what it then is)
_MERKEN: Final = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"), (0, b"\xff\xd8\xff", "image/jpeg"), (0, b"GIF8", "image/gif"),
    (0, b"II*\x00", "image/tiff"), (0, b"MM\x00*", "image/tiff"), (8, b"WEBP", "image/webp"), (4, b"ftyphei", "image/heic"),
    (4, b"ftypmif1", "image/heic"), (4, b"ftyp", "video/mp4"), (0, b"ID3", "audio/mpeg"), (0, b"\xff\xfb", "audio/mpeg"),
    (8, b"WAVE", "audio/wav"), (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLE), (0, b"{\\rtf", "application/rtf"),
)  # fmt: skip
_IN_ZIP: Final = (
    ("word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
_PROGRAMMA: Final = (
    b"MZ", b"\x7fELF", b"#!", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe",
    b"L\x00\x00\x00\x01\x14\x02\x00",
)  # fmt: skip
_SCRIPTEINDEN: Final = re.compile(
    r"\.(exe|com|bat|cmd|psm?1|vb[se]|jse?|ws[fh]|scr|msi|lnk|hta|jar|reg|sh|desktop|app|url|pif|cpl)$"
)
_GERESERVEERD: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_PDF_BINNEN: Final = 1024  # readers accept a PDF that begins a little later


def soort_van(inhoud: bytes) -> str:
    """Return the media type of a file by what stands in it; ``ONBEKEND`` when nothing tells."""
    if b"%PDF-" in inhoud[:_PDF_BINNEN]:
        return "application/pdf"
    if inhoud.startswith(b"PK\x03\x04"):
        return _in_zip(inhoud)
    gevonden = next((soort for plek, merk, soort in _MERKEN if inhoud[plek:].startswith(merk)), None)
    if gevonden is not None:
        return gevonden
    return "text/plain" if _is_tekst(inhoud) else ONBEKEND


def _in_zip(inhoud: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
            namen = pak.namelist()
            if "mimetype" in namen and pak.getinfo("mimetype").file_size < MAX_NAAM:
                gezegd = pak.read("mimetype").decode("ascii", "ignore").strip()
                if gezegd in SOORTEN:
                    return gezegd
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError):
        return ONBEKEND
    return next(
        (soort for map_, soort in _IN_ZIP if any(n.startswith(map_) for n in namen)), "application/zip"
    )


def _is_tekst(inhoud: bytes) -> bool:
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if b"\x00" in inhoud:
        return False
    try:
        inhoud.decode("utf-8")
    except UnicodeDecodeError:
        return not any(byte < 32 and byte not in b"\t\n\r\x0c\x1b" for byte in inhoud[:4096])
    return True


def woord(soort: str) -> str:
    """Return what a kind of file is called in Dutch."""
    return SOORTEN.get(soort, SOORTEN[ONBEKEND]).woord


def check_bestand(naam: str, inhoud: bytes) -> str:
    """Return the media type of a file that may be kept. Raises RuleViolation: empty, too large, or a program."""
    if not inhoud:
        raise RuleViolation("bijlage_leeg", field="inhoud")
    if len(inhoud) > MAX_BYTES:
        raise RuleViolation("bijlage_te_groot", field="inhoud", grens_mb=MAX_BYTES // 2**20)
    if inhoud.startswith(_PROGRAMMA) or _SCRIPTEINDEN.search(naam.strip(" .").casefold()):
        raise RuleViolation("bijlage_programma", field="inhoud")
    return soort_van(inhoud)


def schone_naam(naam: str, soort: str) -> str:
    """Return ``naam`` without its folders and without what a screen or a disk may take for something else; it ends as its
    content is ("brief.exe" that is a PDF becomes "brief.exe.pdf").

    >>> schone_naam("C:\\\\stukken\\\\verslag: 2026?.PDF", "application/pdf")
    'verslag- 2026-.PDF'
    """
    kaal = unicodedata.normalize("NFC", naam.encode("utf-16", "surrogatepass").decode("utf-16", "ignore"))
    kaal = re.split(r"[\\/]", kaal)[-1]
    kaal = "".join(" " if teken.isspace() else teken for teken in kaal)
    kaal = "".join(
        teken for teken in kaal if unicodedata.category(teken) not in ("Cc", "Cf", "Cs", "Co", "Cn")
    )
    kaal = re.sub(r'[<>:"|?*]', "-", " ".join(kaal.split())).strip(" .")
    stam, einde = kaal, PurePosixPath(kaal).suffix
    if einde and len(einde) <= 8:
        stam = kaal.removesuffix(einde)
    else:
        einde = ""
    mag = SOORTEN.get(soort, SOORTEN[ONBEKEND]).einden
    if mag and einde.casefold() not in mag:
        stam, einde = stam + einde, mag[0]
    stam = stam[: MAX_NAAM - len(einde)].strip(" .") or "bijlage"
    return f"_{stam}{einde}" if _GERESERVEERD.match(stam) else f"{stam}{einde}"


def genummerd(naam: str, bezet: frozenset[str]) -> str:
    """Return ``naam``, or when another file has it already the same with a number: "brief (2).pdf"."""
    gevouwen = {each.casefold() for each in bezet}
    einde = PurePosixPath(naam).suffix
    stam, nummer, keuze = naam.removesuffix(einde), 1, naam
    while keuze.casefold() in gevouwen:
        nummer += 1
        keuze = f"{stam} ({nummer}){einde}"
    return keuze


def grootte_woord(grootte: int) -> str:
    """Return a size as a person reads it: "1,2 MB", "340 kB", "1 kB" for anything smaller."""
    if grootte >= 2**20:
        return f"{grootte / 2**20:.1f} MB".replace(".", ",")
    return f"{max(1, round(grootte / 1024))} kB"
