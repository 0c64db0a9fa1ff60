"""The first window: choose a vault, say who you are, unlock.

May import Qt and the standard library only, so that it stands within a fifth of a second; whatever is heavy is
imported by the ``preload`` hook while the passphrase is typed.
"""
