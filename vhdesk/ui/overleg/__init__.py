"""The meeting on screen: prepare, chair and close, three modes of one page (page id ``overleggen``).

Belongs here: what a chair or secretary does with one meeting. ``page.py`` holds the modes and the acts, every panel
shows rows it is given and asks ``Acting`` to execute commands. Does not belong here: the case file outside a
meeting, the minutes, and rules of the profession.
"""
