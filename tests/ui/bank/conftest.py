"""The office in which the bank is tried."""

from tests.ui.office import office  # noqa: F401 (a fixture, found by its name)
from tests.ui.receipts.conftest import desktop  # noqa: F401 (a fixture, found by its name)
