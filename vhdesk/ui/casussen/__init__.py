"""The cases: a list to find one, and the file of the one that is open.

``page`` holds list and file together, ``dossier_view`` the head and the tabs, ``tab_*`` one tab each. A tab gets a
``Dossier`` to show and executes its own acts; ``casus_teksten`` saves every text of the case.
"""
