"""What goes in and out of the desk as files: delivered lists, packages, merges, exports.

Belongs here: turning bytes into typed rows and typed rows into bytes, and judging what came in.
Does not belong here: sessions and entities (only rows), Qt, storing. What is read is stored by a command.
"""
