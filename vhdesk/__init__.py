"""vhdesk: prepare, chair and minute the case tables of a (Zorg- en) Veiligheidshuis, offline and encrypted."""

__version__ = "0.1.0"
