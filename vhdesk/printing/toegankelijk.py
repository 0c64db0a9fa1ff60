"""What makes a PDF one that can be read aloud and kept: the structure tree, the metadata and the colours it is meant for.

PDF/UA-1 (ISO 14289-1) for who cannot see the sheet, PDF/A-2a (ISO 19005-2) for the archive. The library has only places
for it; what stands there is written here, as bytes, in the order in which it was made: the same paper, the same file.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import LinkAnnotation, PDFArray, PDFDictionary, PDFObject, PDFStream

from vhdesk.clock import local
from vhdesk.printing.structuur import Element, Koppeling, Plek, walk
from vhdesk.resources import resource

_KLEUREN: Final = "sRGB IEC61966-2.1"
_XMP: Final = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{titel}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{onderwerp}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>nl-NL</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{maker}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate>
<xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdf:Producer>{maker}</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that this file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

_format = PDFStream.format


def _with_end_of_line(self: PDFStream, document: Any) -> bytes:
    """Write an end of line before ``endstream``, which the library leaves out (PDF/A-2, 6.1.7.1)."""
    formatted: bytes = _format(self, document)
    return formatted.removesuffix(b"endstream\n") + b"\nendstream\n"


PDFStream.format = _with_end_of_line  # type: ignore[method-assign]


class Springplek(LinkAnnotation):
    """A link that prints and that the structure tree knows."""

    permitted = (*LinkAnnotation.permitted, "StructParent")


class _Ruw(PDFObject):
    """An object of which the bytes are made here."""

    __RefOnly__ = 1

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, document: Any) -> bytes:
        """Return the bytes; called by the library."""
        return self.content


def _stroom(kenmerken: bytes, content: bytes) -> _Ruw:
    head = b"<< %s /Length %d >>\nstream\n" % (kenmerken, len(content))
    return _Ruw(head + content + b"\nendstream\n")


def mark_page(page: Any, key: int) -> None:
    """Say of a sheet that links are walked through as it is read, and under which key its stretches are known."""
    page.__NoDefault__ = [*page.__NoDefault__, "Tabs", "StructParents"]
    page.Tabs = "/S"
    page.StructParents = key


def mark_document(document: Any, *, titel: str, onderwerp: str, maker: str, gemaakt_op: datetime) -> None:
    """Write what the file says about itself and for which colours it was made."""
    catalog = document.Catalog
    texts = {"titel": titel, "onderwerp": onderwerp, "maker": maker}
    xmp = _XMP.format(
        **{name: escape(text) for name, text in texts.items()},
        moment=local(gemaakt_op).isoformat(timespec="seconds"),
    )
    catalog.Metadata = _stroom(b"/Type /Metadata /Subtype /XML", xmp.encode())
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    profile = document.Reference(_stroom(b"/N 3", resource("kleur/srgb.icc").read_bytes()))
    intent = PDFDictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": f"({_KLEUREN})",
            "Info": f"({_KLEUREN})",
            "DestOutputProfile": profile,
        }
    )
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
    catalog.OutputIntents = PDFArray([intent])


def write_tree(document: Any, whole: Element, ouders: Sequence[list[Element] | Element]) -> None:
    """Write the structure tree. ``ouders``: per key the elements of the stretches of a sheet, in order, or of a link."""
    objects: dict[int, tuple[_Ruw, bytes]] = {}

    def number(thing: _Ruw) -> bytes:
        found: bytes = document.Reference(thing).format(document)
        return found

    root = _Ruw()
    root_number = number(root)
    parts = [(element, ouder) for element, ouder in walk(whole)]
    for element, _ in parts:
        ruw = _Ruw()
        objects[id(element)] = (ruw, number(ruw))
    pages = [document.Reference(page).format(document) for page in document.Pages.pages]
    for element, ouder in parts:
        parent = root_number if ouder is None else objects[id(ouder)][1]
        objects[id(element)][0].content = _element(document, element, parent, pages, objects)
    nums = b"\n".join(b"%d %s" % (key, _parents(owner, objects)) for key, owner in enumerate(ouders))
    root.content = b"<< /Type /StructTreeRoot /K %s /ParentTree << /Nums [\n%s ] >> /ParentTreeNextKey %d >>" % (
        objects[id(whole)][1], nums, len(ouders)
    )  # fmt: skip
    document.Catalog.StructTreeRoot = root


def _parents(owner: list[Element] | Element, objects: dict[int, tuple[_Ruw, bytes]]) -> bytes:
    if isinstance(owner, Element):
        return objects[id(owner)][1]
    return b"[ " + b" ".join([objects[id(element)][1] for element in owner]) + b" ]"


def _element(
    document: Any,
    element: Element,
    parent: bytes,
    pages: Sequence[bytes],
    objects: dict[int, tuple[_Ruw, bytes]],
) -> bytes:
    home = next((part.blad for part in element.inhoud if isinstance(part, Plek)), None)
    kids: list[bytes] = []
    for part in element.inhoud:
        if isinstance(part, Element):
            kids.append(objects[id(part)][1])
        elif isinstance(part, Koppeling):
            link: bytes = document.refAnnotation(part.naam).format(document)
            kids.append(b"<</Type/OBJR/Pg %s/Obj %s>>" % (pages[part.blad], link))
        elif part.blad == home:
            kids.append(b"%d" % part.nummer)
        else:
            kids.append(b"<</Type/MCR/Pg %s/MCID %d>>" % (pages[part.blad], part.nummer))
    page = b"/Pg %s" % pages[home] if home is not None else b""
    scope = b"/A<</O/Table/Scope/%s>>" % element.kop_van.encode() if element.kop_van else b""
    return b"<</S/%s/P %s%s%s/K[%s]>>" % (
        element.soort.encode(), parent, page, scope, b" ".join(kids)
    )  # fmt: skip
