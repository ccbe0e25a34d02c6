"""CoopDesk, the desk of a small association."""
