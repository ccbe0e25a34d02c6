"""Sentences of errors about the official budget, the papers and the sharing of grants."""

from __future__ import annotations

from coopdesk.wording.language import N_

GRANT_PAPER_ERROR_TEXTS = {
    "grant.cost_line_unknown": N_(
        "“{line}” is no line of costs of the official budget: choose one, such as 64.pay."
    ),
    "grant.funder_line_unknown": N_(
        "“{line}” is no line of funders of the official budget: choose one, such as 74.town."
    ),
    "grant.line_unknown": N_("The official budget of grants has no line “{line}”."),
}
