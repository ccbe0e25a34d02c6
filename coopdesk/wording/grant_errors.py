"""What is said of calls, projects and requests for grants that are refused."""

from __future__ import annotations

from coopdesk.wording.language import N_

GRANT_ERROR_TEXTS: dict[str, str] = {
    "budget.in_use": N_(
        "The request “{title}” rests on “{name}”: give it another budget first."
    ),
    "grant.of_project": N_("The money of “{name}” is that of its activity: change it there."),
    "grant.return_apart": N_(
        "{beyond} came beyond what is granted: give that back on its own first, for the books "
        "have it as a debt to the funder."
    ),
    "grant.return_too_much": N_("Only {held} of this grant came and was not given back."),
    "grant_call.bounds_reversed": N_("The most that is given lies below the least."),
    "grant_call.days_reversed": N_("The call closes before it opens."),
    "grant_call.in_use": N_(
        "Requests answer “{name}” ({count}): close the call instead of removing it."
    ),
    "grant_call.missing": N_("This call for projects no longer exists."),
    "grant_call.title_missing": N_("Give the call a title."),
    "grant_eligible.line_missing": N_("Choose the line that the funder pays for."),
    "grant_eligible.line_twice": N_("The line “{text}” is there twice: keep one of them."),
    "grant_instalment.above_granted": N_(
        "The instalments are {amount} more than what was granted: lower one of them."
    ),
    "grant_instalment.amount_missing": N_("Enter the amount of each instalment."),
    "grant_profile.count_wrong": N_("Enter a number of people, or nothing."),
    "grant_project.activity_taken": N_("The activity “{name}” is that of another project."),
    "grant_project.amount_missing": N_("Enter what is planned on the line."),
    "grant_project.amount_wrong": N_("What is planned cannot be below zero."),
    "grant_project.booked": N_(
        "Money was granted for “{name}”: its activity stays, the books have it."
    ),
    "grant_project.days_reversed": N_("The project ends before it begins."),
    "grant_project.in_use": N_(
        "“{name}” is part of requests for grants ({count}): take it out of them first."
    ),
    "grant_project.line_missing": N_("Choose the line of the budget."),
    "grant_project.missing": N_("This project no longer exists."),
    "grant_project.title_missing": N_("Give the project a title."),
    "grant_project.title_taken": N_("There is a project called “{name}” already."),
    "grant_request.amount_wrong": N_("This amount cannot be below zero."),
    "grant_request.asked_missing": N_("Enter the amount that is asked for."),
    "grant_request.decided_before_sent": N_(
        "It was sent on {day}: the answer cannot come before."
    ),
    "grant_request.funder_missing": N_("Say who is asked."),
    "grant_request.in_the_future": N_(
        "A request is not sent, answered or told of in the future: give a day until today."
    ),
    "grant_request.in_use": N_("“{name}” cannot be removed: {resting} is kept with it."),
    "grant_request.missing": N_("This request for a grant no longer exists."),
    "grant_request.not_awarded": N_(
        "“{name}” was not granted in money. Record that it was granted first."
    ),
    "grant_request.not_granted": N_("“{name}” was not granted: there is no report to send."),
    "grant_request.not_sent": N_("“{name}” is a draft: there is no step before it."),
    "grant_request.rate_wrong": N_("A rate lies between 0.01 % and 100 %."),
    "grant_request.title_missing": N_("Give the request a title."),
    "grant_request.wrong_step": N_(
        "“{name}” was sent or answered already: take it a step back first."
    ),
}
