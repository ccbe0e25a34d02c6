"""The window: everything PySide6."""
