"""The oefenkluis: invented people, a whole meeting in real prose, and how it is held.

Belongs here: filling an empty vault through the desk (commands only), the meeting as plain steps that a window,
a test or the command line can follow, and the generator of large invented vaults. The Dutch of the invented
meeting lives in ``resources/oefening`` and in ``teksten.py``: it is material, not an interface.
Does not belong here: sessions, Qt, real people.
"""
