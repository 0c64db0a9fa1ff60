"""The start page: sentences that are acts. ``zinnen`` decides what is said, ``page`` shows it."""
