"""The sentences of files of Open Collective: why they are refused, what waits to be checked."""

from __future__ import annotations

from coopdesk.wording.language import N_

_ROW_TEXTS: dict[str, str] = {
    "collective.currency": N_(
        "{figures} {currency} is no amount in euros, in which the books are kept. Correct the "
        "amount and the currency of the row if you know what arrived."
    ),
    "collective.fees_alone": N_(
        "Fees ({amount}) whose operation is not in the file. Export all kinds of transactions "
        "of the period."
    ),
}

OPEN_COLLECTIVE_ERROR_TEXTS: dict[str, str] = {
    "collective.broken_off": N_(
        "Open Collective broke this export off: its last line says so. Nothing was imported. "
        "Download it again."
    ),
    "collective.hidden_left_out": N_(
        "Contributors without a name were left out: {count}. They stay anonymous."
    ),
    "collective.truncated": N_(
        "This export is not whole: it holds {limit} rows of {count}. Nothing was imported. "
        "Export shorter periods one after the other, or all rows at once."
    ),
    **_ROW_TEXTS,
}

OPEN_COLLECTIVE_REASONS: dict[str, str] = {
    "balance_transfer": N_("passes between two accounts of the platform: income, or ours?"),
    "kind_to_judge": N_("the platform has no usual kind for it: what was it for?"),
    "reversed_elsewhere": N_("given back by a payment that is not here: import what follows"),
    "tax_kept": N_("a tax was kept of it: enter it by hand"),
    **_ROW_TEXTS,
}
