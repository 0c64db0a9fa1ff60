"""The bench: what a person waits for, measured on vaults of 250 and 12,000 cases, beside the same work on plain SQLite
or beside the least this machine needs. ``python -m tests.bench --help``.

Medians of runs that alternate between the two, so that a busy machine is busy for both. ``ratio`` is the figure
divided by its floor. Nothing here is a test: ``figure`` says what the targets are and whether they were met.
"""
