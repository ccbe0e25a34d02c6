"""Paths, settings, logging, files: the machine around the program."""
