"""Acts: every change to the record is one command, one transaction, one journaal line, one announcement.

``desk.py`` is the only door for the screens and the command line. One module of commands and handlers per
aggregate; a handler gets the unit of work and the command, never commits, and returns an ``Outcome``.
Does not belong here: Qt, PDF, text for users, queries for lists (those are in ``queries``).
"""
