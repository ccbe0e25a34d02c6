"""The office in which the assistant of the yearly report is tried."""

from tests.ui.office import office  # noqa: F401 (a fixture, found by its name)
