"""The vault on disk: engine, opening and locking, re-keying, backups, migrations.

In: a folder, a name, a passphrase. Out: an ``OpenVault`` with engines, or one ``EnvironmentFault`` with a code.
Nothing here knows a case or a screen, and nothing here creates a store where one should be. No Qt. The modules
``layout``, ``files``, ``lock``, ``location`` and ``slot_store`` need no SQLAlchemy, so that the unlock page can be
shown before it is imported.

The database file is never opened by anything but SQLite while a connection to it is open: closing such a handle
would drop the locks of our own process.
"""
