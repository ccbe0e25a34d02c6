"""Secrets of the association, kept by the keyring of the computer and nowhere else.

A keyring that writes them in clear, or forgets them, is refused: better none than that.
"""

from __future__ import annotations

_SERVICE = "CoopDesk"
# Backends that keep what they are given in a file anybody can read.
_IN_CLEAR = ("keyrings.alt.",)


class SecretKeepingError(Exception):
    """The keyring of the computer does not do what it was asked.

    ``reason`` is the name of its fault; empty when there is no keyring at all.
    """

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


def keep_secret(name: str, secret: str) -> None:
    """Give a secret to the keyring, in place of what it had of that name.

    Raises:
        SecretKeepingError: nothing was kept.
    """
    _refuse_in_clear()
    _call("set_password", name, secret)
    if find_secret(name) != secret:
        raise SecretKeepingError


def find_secret(name: str) -> str | None:
    """Return a secret, None when the keyring has none of that name.

    Raises:
        SecretKeepingError: it cannot be asked.
    """
    return _call("get_password", name)


def forget_secret(name: str) -> None:
    """Take a secret out of the keyring; one that is not there is no error.

    Raises:
        SecretKeepingError: it is still there.
    """
    if find_secret(name) is not None:
        _call("delete_password", name)


def _refuse_in_clear() -> None:
    # Loaded when a secret is asked for: it looks for every keyring of the computer.
    import keyring

    if type(keyring.get_keyring()).__module__.startswith(_IN_CLEAR):
        raise SecretKeepingError


def _call(verb: str, name: str, *more: str) -> str | None:
    import keyring
    from keyring.errors import KeyringError, NoKeyringError

    try:
        found: str | None = getattr(keyring, verb)(_SERVICE, name, *more)
    except NoKeyringError as error:
        raise SecretKeepingError from error
    except KeyringError as error:
        raise SecretKeepingError(type(error).__name__) from error
    return found
