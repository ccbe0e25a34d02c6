"""Papers of members: what to print for whom, reminders, and what became of it."""
