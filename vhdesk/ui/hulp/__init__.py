"""Help inside the program: the manual and what vhdesk is made of.

Texts stand in ``resources``; nothing here knows a vault, and nothing is fetched from a network.
"""
