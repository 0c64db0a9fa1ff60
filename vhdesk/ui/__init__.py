"""The window: it asks rows, executes commands and shows what changed.

Belongs here: Qt, layout, keyboard, the Dutch texts of the screen. Does not belong here: SQL, entities, rules of
the profession, and anything that survives without a window. ``ui`` imports ``services`` and ``queries``, never
``models`` or ``store``. ``theme/`` decides how things look, ``widgets/`` and ``itemmodels/`` know nothing of the
profession, every screen has a folder of its own and screen folders do not import each other.

Importing this package costs nothing: the first window (``ontgrendelen``) must stand before SQLAlchemy is read.
"""
