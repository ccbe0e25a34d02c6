"""Imports of files: preview, result, history, and payments to check."""
