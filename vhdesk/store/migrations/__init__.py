"""Alembic's folder: ``env.py`` and one module per migration in ``versions``, which import no application code.

A migration's file is named ``NNNN_name.py`` and its revision id is ``NNNN``, so that the newest revision is known
without importing Alembic.
"""
