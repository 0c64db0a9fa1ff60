"""The composition root: the only place that wires vault, desk, jobs and window.

A package where the plan says one file: ``desktop`` (the life of the program: unlock, window, lock), ``pages`` (which
pages a window has), ``oefening`` (the practice vault), ``offscreen`` (the practice meeting without a display) and
``log``. Belongs here: making objects and handing them to each other. Not: rules, widgets, text of screens.
"""
