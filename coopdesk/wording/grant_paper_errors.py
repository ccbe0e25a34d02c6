"""Sentences of errors about the official budget, the papers and the sharing of grants."""

from __future__ import annotations

from coopdesk.wording.language import N_

GRANT_PAPER_ERROR_TEXTS = {
    "grant.line_unknown": N_("The official budget of grants has no line “{line}”."),
}
