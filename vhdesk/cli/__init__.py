"""The same acts for an administrator, without a window.

A package where the plan says one file: parsing, getting in, acts as JSON, and the verbs on vaults and lists are each
a module of their own. It keeps the border honest: what the window does is an act that this can do too.
Belongs here: arguments, Dutch sentences on stderr, JSON on stdout, exit codes. Not: rules, SQL, Qt.
"""
