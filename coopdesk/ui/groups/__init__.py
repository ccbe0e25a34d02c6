"""Groups, chantiers and programmes in the window."""
