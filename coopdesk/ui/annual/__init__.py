"""The assistant of the report of a year in the window."""
