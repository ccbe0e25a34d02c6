"""Sentences for errors about other servers, keys and the keyring that keeps them."""

from __future__ import annotations

from coopdesk.wording.language import N_

WEB_ERROR_TEXTS: dict[str, str] = {
    "helloasso.cut_short": N_(
        "HelloAsso stopped at {count} of the {total} payments and orders it announced. "
        "Nothing was imported. Try again later."
    ),
    "helloasso.days_reversed": N_("The last day is before the first one."),
    "helloasso.key_missing": N_("Type the client number and the secret of the key."),
    "helloasso.not_allowed": N_(
        "HelloAsso does not let this key read payments. Nothing was imported. Ask an "
        "administrator of the association's account for a key that may."
    ),
    "helloasso.not_connected": N_(
        "This file is not connected to HelloAsso. Connect it with the key that HelloAsso "
        "gives under “Integration and API”."
    ),
    "helloasso.refused": N_(
        "HelloAsso refused (answer {status}). Nothing was imported. Try again later."
    ),
    "helloasso.several_organisations": N_(
        "This key is not for exactly one association: {names}. Say which one."
    ),
    "helloasso.unknown_organisation": N_(
        "HelloAsso knows no association of this name for this key. The name is that of its "
        "address: helloasso.com/associations/NAME."
    ),
    "helloasso.wrong_key": N_(
        "HelloAsso does not know this key. Nothing was changed. Copy the client number and "
        "the secret again."
    ),
    "secret.no_keyring": N_(
        "This computer has no keyring that keeps secrets under lock. Nothing was kept, and "
        "the key is not written anywhere else. Open the keyring of your session (GNOME "
        "Keyring, KWallet, macOS Keychain, Windows Credential Manager), then try again; "
        "until then, import HelloAsso's files."
    ),
    "secret.refused": N_(
        "The keyring of this computer is locked or refused ({reason}). Nothing was changed. "
        "Unlock it, then try again."
    ),
    "web.busy": N_(
        "The server is busy or fails (answer {status}), several times in a row. Nothing was "
        "imported. Try again in some minutes."
    ),
    "web.not_encrypted": N_("{host} would be called without encryption: the key was not sent."),
    "web.unreachable": N_(
        "{host} cannot be reached. Nothing was imported. Check the connection of this "
        "computer, then try again."
    ),
    "web.unreadable": N_(
        "The server answered something that cannot be read. Nothing was imported. Try again "
        "later."
    ),
}
