"""The minutes: a list, the very bytes that print as a preview, printing and saving. Every look is in the journaal."""
