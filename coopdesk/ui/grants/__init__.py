"""Grants from the request to the report, in the window."""
