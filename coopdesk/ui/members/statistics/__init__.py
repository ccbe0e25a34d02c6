"""Figures of members, their pictures, and the people behind each."""
