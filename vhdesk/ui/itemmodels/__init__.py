"""Qt item models over frozen rows (never called "models": those are the rules of the profession).

Belongs here: generic models and proxies. Does not belong here: a query, or a column of one screen (a screen
declares its own columns).
"""
