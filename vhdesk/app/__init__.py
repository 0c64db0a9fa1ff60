"""The composition root: the only place that wires vault, desk, jobs and window.

A package where the plan says one file: ``start`` (from the command line to window or verb), ``desktop`` (the life of
the program: unlock, window, lock), ``session`` (one unlocked vault on the screen), ``pages`` (which pages a window
has), ``oefening`` (the practice vault), ``offscreen`` and ``bediening`` (the practice meeting without a display, held
by keys), ``koppelen`` (the double click) and ``log``. Belongs here: making objects and handing them to each other. Not: rules, widgets, text of screens.
"""
