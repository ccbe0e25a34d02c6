"""How an association is connected to HelloAsso, without the secret that opens the door."""

from __future__ import annotations

from dataclasses import dataclass

# Where accounts are tried out without money.
SANDBOX = "https://api.helloasso-sandbox.com"
PRODUCTION = "https://api.helloasso.com"


@dataclass(frozen=True, slots=True)
class HelloAssoConnection:
    """What is known of a connection: the name that the addresses of HelloAsso have for us.

    ``server`` is where it leads to; any but PRODUCTION is for trying out.
    """

    organisation: str
    client_id: str
    server: str = PRODUCTION

    @property
    def is_sandbox(self) -> bool:
        """Tell whether the money of this connection is no money."""
        return self.server != PRODUCTION
