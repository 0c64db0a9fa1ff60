"""Lists that municipalities deliver: choose, look at what was understood, read in, take back.

Nothing is stored before the person agreed; reading itself is done by ``exchange.aanlevering``.
"""
