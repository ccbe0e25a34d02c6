"""Keyrings for tests: one that forgets all at the end, and how to put it in place."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator


class MemoryKeyring(KeyringBackend):
    """Keeps secrets as long as the test lasts."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    @override
    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@contextmanager
def used_keyring(one: KeyringBackend) -> Iterator[KeyringBackend]:
    """Let a keyring stand for that of the computer."""
    before = keyring.get_keyring()
    keyring.set_keyring(one)
    try:
        yield one
    finally:
        keyring.set_keyring(before)
