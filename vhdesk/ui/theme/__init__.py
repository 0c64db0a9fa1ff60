"""How vhdesk looks: tokens, fonts, icons and the one style sheet made from them.

Belongs here: everything that decides a colour, a size or a typeface. Does not belong here: widgets, and any
colour written outside ``tokens.py``.
"""
