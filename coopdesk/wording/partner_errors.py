"""Sentences of errors about partners, agreements, commitments and fees of networks."""

from __future__ import annotations

from coopdesk.wording.language import N_

PARTNER_ERROR_TEXTS: dict[str, str] = {
    "agreement.ambiguous": N_("“{text}” may be several agreements. Give a number: {known}."),
    "agreement.day_missing": N_("Enter the day."),
    "agreement.day_unlikely": N_("{day} is not likely: check the year."),
    "agreement.ended_by_hand": N_(
        "An agreement is ended, or runs on, by the command for that: not by changing its state."
    ),
    "agreement.ends_before_start": N_("The agreement would end before it begins."),
    "agreement.ended_already": N_(
        "“{title}” ends on {day} already. Let it run on first to name another day."
    ),
    "agreement.followed_already": N_("“{title}” is renewed by another agreement already."),
    "agreement.follows_wrong": N_(
        "“{title}” cannot be the one that is renewed: it is another partner’s, this very one, "
        "or another agreement renews it already."
    ),
    "agreement.in_the_future": N_("An agreement is not sent or signed in the future."),
    "agreement.in_use": N_(
        "“{title}” cannot go or change hands: {resting} names it. Take that away first, or end "
        "the agreement instead."
    ),
    "agreement.missing": N_("This agreement no longer exists."),
    "agreement.months_wrong": N_("A renewal lasts from 1 to {most} months."),
    "agreement.not_ended": N_("“{title}” was not ended."),
    "agreement.not_signed": N_("“{title}” is not signed: it runs only when both signed it."),
    "agreement.notice_wrong": N_("The notice is a number of months and days from zero on."),
    "agreement.renewal_without_end": N_(
        "An agreement that is renewed has an end: enter its last day, or let it end at its "
        "date."
    ),
    "agreement.signed_already": N_("“{title}” is signed already."),
    "agreement.signing_day_missing": N_("Enter the day on which it was signed."),
    "agreement.title_missing": N_("Enter the title of the agreement."),
    "agreement.none_yet": N_(
        "No agreement is recorded yet: “coopdesk agreements add” records one."
    ),
    "agreement.unknown": N_("There is no agreement “{text}”. There are: {known}."),
    "agreement.without_end": N_(
        "“{title}” has no last day: it runs until somebody ends it, so there is nothing to "
        "renew."
    ),
    "commitment.amount_missing": N_("Enter the sum of money that is owed."),
    "commitment.amount_wrong": N_("The amount is above zero, or left empty."),
    "commitment.contribution_unfit": N_(
        "This contribution in kind cannot keep this commitment: it is another contact’s, or "
        "the commitment is ours."
    ),
    "commitment.day_missing": N_("Enter the day on which it was kept."),
    "commitment.in_the_future": N_("A commitment cannot have been kept in the future."),
    "commitment.is_open": N_("“{text}” is still to be kept."),
    "commitment.missing": N_("This commitment no longer exists."),
    "commitment.months_wrong": N_("It comes back every 1 to {most} months."),
    "commitment.not_in_kind": N_(
        "“{text}” cannot be kept in kind: only a room, goods or hours that a partner owes can."
    ),
    "commitment.not_money": N_("“{text}” is no sum of money: say instead that it was kept."),
    "commitment.not_open": N_(
        "“{text}” was kept or given up already. Open it again first if that was a mistake."
    ),
    "commitment.of_other_partner": N_(
        "This agreement or grant is another partner’s than the commitment."
    ),
    "commitment.paid_by_grant": N_(
        "“{text}” is money of a grant: record it as received at the grant, so that nothing "
        "counts twice."
    ),
    "commitment.payment_unfit": N_(
        "This payment cannot keep this commitment: it is of somebody else, goes the other way "
        "or does not count."
    ),
    "commitment.repeat_without_day": N_("What comes back has a first day: enter it."),
    "commitment.settled_twice": N_(
        "“{text}” is kept by it already: what keeps two commitments is worth both of them."
    ),
    "commitment.text_missing": N_("Say in a few words what is owed."),
    "commitment.time_wrong": N_("Enter the hours that were promised, such as 3h30."),
    "network_fee.amount_missing": N_("Enter the amount of the fee."),
    "network_fee.amount_wrong": N_("The fee is zero or more."),
    "network_fee.known": N_(
        "There is a fee {year} of {name} with this label already. Change that one, or tell "
        "both apart by their labels."
    ),
    "network_fee.missing": N_("This fee no longer exists."),
    "network_fee.paid_already": N_(
        "The fee of {name} is paid. Set it free of its payment first if that was a mistake."
    ),
    "network_fee.payment_unfit": N_(
        "This payment cannot be the one of the fee: it came in, is less, is somebody else’s or "
        "paid another fee."
    ),
    "network_fee.year_wrong": N_("Enter the year of the fee in four digits, such as 2026."),
    "partner.ambiguous": N_("“{text}” may be several partners. Give a number: {known}."),
    "partner.contact_missing": N_("Choose the structure."),
    "partner.contact_unmatched": N_(
        "Nobody of that name is known: choose in the list, or record a new contact on the way."
    ),
    "partner.days_reversed": N_("The last day is before the first."),
    "partner.ends_before_start": N_("The partnership would end before it began."),
    "partner.in_use": N_(
        "{name} must stay among the partners: {resting} is its own. Say instead that the "
        "partnership ended."
    ),
    "partner.known": N_("{name} is a partner already."),
    "partner.missing": N_("This partner no longer exists."),
    "partner.organisation_wanted": N_(
        "{name} is a person: a partner is an organisation. Record the organisation and say who "
        "is inside it."
    ),
    "partner.other_contact": N_(
        "{name} stays the organisation it is: record the other one as a partner of its own."
    ),
    "partner.referent_person": N_("Who follows a partner is a person."),
    "partner.none_yet": N_(
        "No partner is recorded yet: “coopdesk partners add” records a structure as one."
    ),
    "partner.unknown": N_("There is no partner “{text}”. There are: {known}."),
    "partner_letter.of_other": N_("This is not of {name}: choose again."),
    "signatory.name_missing": N_("Enter the name of whoever signs."),
}
