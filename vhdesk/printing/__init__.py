"""Papers: documents made from frozen rows, as PDF bytes. The only package that knows the PDF library.

Belongs here: layout, typography, fonts, the texts of the papers, handing bytes to a printer.
Does not belong here: a session, an entity, a rule about who may know what (the rows already left that out), Qt.

From the bottom up: ``structuur`` (what a paper means: headings, lists, tables) and ``toegankelijk`` (how the file says so:
PDF/UA-1 and PDF/A-2a), ``fonts`` (the shipped fonts), ``arabisch`` and ``typografie`` (text that is safe to set, dates),
``stijl`` (type scale and colours), ``zetter`` (widths and hyphenation), ``alinea`` (text into lines), ``tabel``,
``blok`` (pieces that never tear, divided over sheets), ``pen`` (draws on the canvas), ``pagina`` (header, footer,
watermark, page x of y), then one module per paper. A paper is laid out once and drawn once: the number of pages is
known before the first line is drawn. Everything that knows words of a case lives in one ``Zetter`` per paper, so
that nothing of it stays in memory when the paper is done.

The same rows at the same moment give the same bytes, on any locale and time zone.
"""
