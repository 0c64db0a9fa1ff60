"""Running the vault: users and keys, backups, organisations, tables, municipalities, lists and the journaal.

One tab per subject. What a role may not do is refused by the services and shown as a sentence.
"""
