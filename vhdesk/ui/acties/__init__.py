"""Open actions across all tables: what is late, whose it is, and finishing it with one key."""
