"""CoopDesk: the desk of a small French association."""

__version__ = "0.1.0"
