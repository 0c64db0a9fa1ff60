"""Reading: plain functions ``query(session, ...)`` that return frozen rows with raw values.

Belongs here: ``select()`` statements and row dataclasses (each with an ``id``; a date stays a date).
Does not belong here: writing, entities that leave the function, formatting, Qt.

A query that shows a case to a reader carries ``@inzage``: the desk then writes a line in the journaal (NEN 7513:
reading, searching, printing and exporting are logged).

Building a ``select()`` and its SQL costs more than running it, so both are made once: functions with ``@vast`` that
take no data, at most which filters apply. Such a statement never changes and stays in memory until the program ends,
also after a lock; therefore whatever is asked for (ids, dates, words) is a ``bindparam`` and is handed over at execution only.
"""
