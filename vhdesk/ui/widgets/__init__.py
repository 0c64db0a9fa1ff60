"""Reusable widgets that know nothing of the profession, one public widget per file."""
