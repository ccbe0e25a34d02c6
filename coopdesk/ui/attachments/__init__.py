"""Kept files shown in the window, beside what they prove."""
