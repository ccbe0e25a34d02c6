"""Sentences for errors about gifts, campaigns, expenses and the life of receipts."""

from __future__ import annotations

from coopdesk.wording.language import N_

GIFT_ERROR_TEXTS: dict[str, str] = {
    "campaign.unknown": N_("There is no campaign “{text}”. There are: {known}."),
    "campaign.below_minimum": N_(
        "This is less than the minimum of “{name}” ({minimum}). It can be recorded all the "
        "same."
    ),
    "campaign.ends_too_early": N_("The end lies before the start."),
    "campaign.goal_not_positive": N_("A goal is above zero; leave it empty if there is none."),
    "campaign.in_use": N_(
        "“{name}” has gifts, payments or pledges: it cannot be removed. Close it instead."
    ),
    "campaign.is_closed": N_("“{name}” is closed. This can be recorded all the same."),
    "campaign.minimum_not_positive": N_(
        "A minimum is above zero; leave it empty if there is none."
    ),
    "campaign.missing": N_("This campaign no longer exists."),
    "campaign.name_missing": N_("Enter the name of the campaign."),
    "campaign.name_taken": N_("There is a campaign “{name}” already. Choose another name."),
    "campaign.none": N_("There is no campaign yet. Record one first."),
    "campaign.not_open": N_(
        "{day} lies outside the dates of “{name}”. This can be recorded all the same."
    ),
    "attachment.damaged": N_(
        "The file {name} is damaged and cannot be shown here. Open it with another program, or "
        "attach a good copy."
    ),
    "attachment.empty": N_("The file {name} is empty. Choose another one."),
    "attachment.missing": N_("This file is no longer attached."),
    "attachment.protected": N_(
        "A password protects the file {name}: it cannot be shown here. Open it with another "
        "program."
    ),
    "attachment.slow": N_(
        "Page {page} of {name} takes too long to draw. Open it with another program."
    ),
    "attachment.too_large": N_(
        "The file {name} is larger than {limit} MB. Scan it in a lower resolution."
    ),
    "attachment.unreadable": N_(
        "The file {name} cannot be read. Look whether it is still there and may be opened."
    ),
    "attachment.wrong_kind": N_(
        "The file {name} is neither a PDF nor a PNG or JPEG picture. Scan or print it as PDF."
    ),
    "declaration.day_missing": N_("Enter the day on which it was filed."),
    "declaration.filed_before_end": N_("The fiscal year ends on {day}: file after it."),
    "declaration.filed_in_the_future": N_("{day} is still to come: note the day of filing."),
    "declaration.no_proof": N_("No proof of filing was kept for {year}."),
    "legal.day_missing": N_("Enter the first day on which this figure counts."),
    "legal.day_out_of_range": N_("{day} is too far away: enter a day from 2000 to 2100."),
    "legal.not_corrected": N_("Nobody corrected this figure from {day} on."),
    "legal.source_missing": N_(
        "Say which text you read: the next person must be able to check it."
    ),
    "legal.unknown": N_("There is no legal figure “{name}”."),
    "legal.value_out_of_range": N_("“{text}” is not possible for this figure."),
    "legal.value_unreadable": N_("“{text}” is not a figure (76 or 0,5)."),
    "donation.association_not_for_ifi": N_(
        "The profile does not say that the association may receive gifts for the tax on "
        "property wealth (article 978)."
    ),
    "donation.counterpart_negative": N_("What the donor received is worth zero or more."),
    "donation.counterpart_unnamed": N_("Say what the donor received."),
    "donation.credited_before": N_("It cannot be credited before it was handed over ({day})."),
    "donation.description_missing": N_(
        "Say what was given, nature and quantity: the receipt names it."
    ),
    "donation.donor_needed": N_("Such a gift is never anonymous: choose the donor."),
    "donation.from_expense_sheet": N_(
        "This gift is a sheet of expenses that was waived: its donor, date and amount are "
        "those of the sheet. Correct the sheet."
    ),
    "donation.mode_missing": N_("Say how the money came: the receipt names it."),
    "donation.not_for_ifi": N_(
        "Article 978 knows money and listed shares given by persons, nothing else."
    ),
    "donation.not_received": N_(
        "The payment of this gift does not count: there is nothing to give back."
    ),
    "donation.not_returned": N_("This gift did not go back."),
    "donation.only_organisations": N_(
        "Only organisations lend skills or staff: the time of a volunteer is no gift."
    ),
    "donation.only_persons": N_("Only a person can waive income or expenses."),
    "donation.returned": N_(
        "This gift went back on {day}: take that back before you change it."
    ),
    "donation.returned_already": N_("This gift went back on {day} already."),
    "donation.return_of_money": N_(
        "Only money bounces or is refunded: say that it was given back, or recorded by mistake."
    ),
    "donation.returned_before": N_("It cannot go back before it was given ({day})."),
    "donation.tier_of_another_campaign": N_(
        "This tier is not one of the chosen campaign: choose the tier again."
    ),
    "donation.value_basis_missing": N_("Say how its value was found."),
    "donation.value_basis_of_others": N_(
        "This way of finding a value is not for such a gift or donor: a company states its own "
        "cost, a person the price of sale or purchase, or an appraisal."
    ),
    "donation.was_on_receipt": N_(
        "Receipt no. {number}, though voided, names this gift: it can be corrected or given "
        "back, not removed."
    ),
    "pledge.already_received": N_("What was due on {day} was received already."),
    "pledge.amount_not_positive": N_("Enter an amount above zero."),
    "pledge.date_too_far": N_("This date is too far in the future. Check the year."),
    "pledge.date_too_old": N_("This date is too far in the past. Check the year."),
    "pledge.day_missing": N_("Enter the first day on which it is due."),
    "pledge.donor_missing": N_("Choose the contact in the list."),
    "pledge.ended_already": N_("The pledge of {name} has ended already."),
    "pledge.ends_too_early": N_("This lies before the start of the pledge."),
    "pledge.gift_attached": N_("This gift belongs to an instalment already."),
    "pledge.gift_not_money": N_("Only a gift of money can be an instalment of a pledge."),
    "pledge.gift_of_another": N_("This gift is not one of {name}."),
    "pledge.gift_went_back": N_("This gift went back: it pays no instalment."),
    "pledge.in_use": N_(
        "Something was received for this pledge: donor, rhythm and first day stay, and it "
        "cannot be removed. End it and record another one."
    ),
    "pledge.missing": N_("This pledge no longer exists."),
    "pledge.not_active": N_("The pledge of {name} is not active: it cannot be paused."),
    "pledge.not_attached": N_("This gift belongs to no pledge."),
    "pledge.not_come_yet": N_(
        "This day is still to come: do it then, or enter the last due day of the pledge."
    ),
    "pledge.gift_not_counted": N_("The payment of this gift is not counted: check it first."),
    "pledge.not_due": N_("Nothing of this pledge is due on {day}."),
    "pledge.not_paused": N_("The pledge of {name} is active already."),
    "pledge.tier_not_gift": N_(
        "“{name}” is paid for something in return: only gifts can be pledged."
    ),
    "pledge.tier_of_another_campaign": N_("The tier “{name}” belongs to another campaign."),
    "payment.gift_returned": N_(
        "A gift of this payment went back: take that back first, among the gifts."
    ),
    "payment.is_return": N_(
        "By this payment a gift went back: take that back among the gifts."
    ),
    "payment.refunds_expenses": N_(
        "This payment refunds the expense sheet no. {number}: make the sheet a draft again, "
        "among the gifts, to take it back."
    ),
    "payment.was_on_receipt": N_(
        "Receipt no. {number}, though voided, names a gift of this payment: it cannot be "
        "removed. Correct the gift, or say that it went back."
    ),
    "expense.amount_not_positive": N_("Line {line}: enter an amount above zero."),
    "expense.day_missing": N_("Line {line}: enter the day."),
    "expense.distance_not_positive": N_("Line {line}: enter the kilometres there and back."),
    "expense.distance_unreadable": N_(
        "“{text}” is not a distance. Write for example 12,5 or 240."
    ),
    "expense.in_the_future": N_("Line {line}: {day} lies in the future."),
    "expense.label_missing": N_(
        "Line {line}: say what the expense was, or where the trip went."
    ),
    "expense.missing": N_("This expense sheet no longer exists."),
    "expense.scale_bands_apart": N_(
        "At {km} km one band gives {reached} € and the next {begun} €: they should meet. "
        "Read these figures again."
    ),
    "expense.scale_figure_unreadable": N_(
        "“{text}” is not a figure of a scale: a rate such as 0,636, or whole euros such as "
        "1395."
    ),
    "expense.scale_not_corrected": N_(
        "The mileage scale of {year} has not been corrected: the program's counts."
    ),
    "expense.scale_year_missing": N_("Type the year of the scale, such as 2027."),
    "expense.scale_year_out_of_range": N_("A scale may be for a year from {first} to {last}."),
    "expense.tariff_unreadable": N_(
        "“{text}” names no tariff with its figures, such as car-5=0,636/0,357/1395/0,427."
    ),
    "expense.no_scale": N_(
        "The program knows no mileage scale for {year}: enter such trips as another expense."
    ),
    "expense.not_a_person": N_("{name} is an organisation: volunteers are persons."),
    "expense.not_settled": N_("This expense sheet is a draft already."),
    "expense.nothing_to_settle": N_("This expense sheet holds no expense yet."),
    "expense.on_receipt": N_(
        "The gift of this expense sheet is on receipt no. {number}, and what is issued never "
        "changes. Void the receipt on the page of receipts first; then make the sheet a draft "
        "again and correct it."
    ),
    "expense.settled": N_(
        "This expense sheet is settled and changes no more. Make it a draft again first."
    ),
    "expense.settled_in_the_future": N_("{day} lies in the future."),
    "expense.settled_too_early": N_(
        "The last expense is of {day}: the sheet cannot be settled before."
    ),
    "expense.settling_day_missing": N_("Enter the day."),
    "expense.title_missing": N_("Say what the expenses were for."),
    "expense.too_old": N_("Line {line}: check the date {day}."),
    "expense.vehicle_missing": N_("Line {line}: choose the vehicle."),
    "expense.vehicle_of_another": N_(
        "Line {line}: “{vehicle}” belongs to somebody else. The scale is for the volunteer's "
        "own vehicle: record it first."
    ),
    "expense.volunteer_missing": N_("Choose the volunteer among the contacts."),
    "vehicle.driven": N_("Trips were made with “{name}”: it stays."),
    "vehicle.driven_by_another": N_(
        "Trips were made with this vehicle: it stays with its owner."
    ),
    "vehicle.label_missing": N_("Name the vehicle, such as “Clio AB-123-CD”."),
    "vehicle.missing": N_("This vehicle no longer exists."),
    "vehicle.power_missing": N_(
        "Enter the fiscal power in CV: it stands on the registration certificate, field P.6."
    ),
    "vehicle.settled": N_(
        "Kilometres of this vehicle are settled: only its name can change. Record another "
        "vehicle."
    ),
    "receipt.already_replaced": N_(
        "The gifts of receipt no. {number} are on receipt no. {newer} already: that is the one "
        "to replace."
    ),
    "receipt.already_voided": N_("Receipt no. {number} is voided already."),
    "receipt.behind": N_(
        "This file is not the newest: this computer knows receipts or voidings that it does"
        " not hold ({numbers}), last seen in {path}. Open the newer file, or restore the "
        "newer backup. If they are lost for good, declare it in the settings, under "
        "Database: the next numbers follow them."
    ),
    "receipt.clock_behind": N_(
        "The last receipt is dated {day} and today is {today}: numbers follow the days. Set "
        "the date of the computer right, or say why the date is right."
    ),
    "receipt.delivered_before_issue": N_(
        "Receipt no. {number} was issued after this day: it cannot have been delivered before."
    ),
    "receipt.delivered_in_future": N_("{day} lies in the future."),
    "receipt.delivery_day_missing": N_("Enter the date."),
    "receipt.donor_without_gifts": N_("{name} gave nothing in {year}: there is no receipt."),
    "receipt.folder_missing": N_("Choose the folder that takes the files."),
    "receipt.legal_form_missing": N_("Say the legal form: the form for companies asks for it."),
    "receipt.none_of_donor": N_("{name}: no gift of {year} is ready for a receipt ({gifts})."),
    "receipt.nothing_lost": N_("This computer knows of no receipt that the file lacks."),
    "receipt.nothing_to_replace": N_(
        "No gift of receipt no. {number} may be on a receipt any more: nothing replaces it. "
        "Void it, if that was not done."
    ),
    "receipt.number_unknown": N_("There is no receipt no. “{number}”."),
    "receipt.reason_missing": N_("Say why: the reason stays with the receipt for ever."),
    "receipt.replacement_blocked": N_(
        "A gift of receipt no. {number} waits for something: cure it in the list of gifts to "
        "receipt, then replace."
    ),
    "receipt.replacement_splits": N_(
        "The gifts of receipt no. {number} no longer fit on one receipt: void it, then issue "
        "their receipts."
    ),
    "receipt.rewritten": N_(
        "The receipts of this file are not those that this computer saw issued ({numbers}). It "
        "may be a copy in which others were issued, last seen in {path}: open that one. If it "
        "is lost for good, declare it in the settings, under Database."
    ),
    "receipt.unknown_form": N_("No version of the form {form} is known."),
    "receipt.void_before_issue": N_(
        "This receipt is dated {day} and today is {today}: check the date of the computer."
    ),
    "receipt.voided": N_("Receipt no. {number} is voided: it is not delivered."),
    "series.digits_wrong": N_("A number has 1 to {most} digits."),
    "series.fixed": N_(
        "A receipt of {year} was issued: its numbers keep their form for the whole year."
    ),
    "series.prefix_wrong": N_(
        "“{prefix}” cannot begin a number: up to 20 letters without accents, digits, dots, "
        "hyphens or underscores."
    ),
    "series.shared": N_(
        "The numbers of {year} begin in the same way: choose another beginning, so that no "
        "number comes twice."
    ),
    "series.year_missing": N_(
        "The beginning of the number must contain {year}, so that no number comes twice."
    ),
    "tier.in_use": N_(
        "Somebody contributed by the tier “{name}”, or pledged to: it cannot be removed. "
        "Give it a last day instead."
    ),
    "tier.is_gift": N_("The tier “{name}” is a gift: record it among the gifts."),
    "tier.kind_in_use": N_(
        "Somebody contributed by the tier “{name}” already: gift or payment for something, "
        "that stays. Add another tier."
    ),
    "tier.missing": N_("This tier no longer exists."),
    "tier.name_missing": N_("Enter the name of the tier."),
    "tier.name_taken": N_(
        "There is a tier “{name}” in this campaign already. Choose another name."
    ),
    "tier.none": N_("This campaign has no tier yet. Add one first."),
    "tier.unknown": N_("There is no tier “{text}” in this campaign. There are: {known}."),
    "tier.suggested_below_minimum": N_("The proposed amount is below the minimum."),
    "receipt.category_not_on_form": N_(
        "Form {form} has no box “{category}”. Choose the association's box on this form in its "
        "profile."
    ),
    "receipt.sum_differs": N_("The receipt says {amount}, but its gifts add up to {listed}."),
    "pdf.damaged": N_("The file is damaged, or is no PDF that can be read."),
    "pdf.encrypted": N_("The file is protected by a password: no receipt of ours is."),
    "pdf.not_a_pdf": N_("The file is not a PDF."),
    "pdf.too_large": N_("The file is far larger than receipts are."),
    "pdf.too_slow": N_("Reading the file takes far longer than reading receipts does."),
    "receipt.no_seal": N_("This is not the text of the QR code of a receipt (CD1|…)."),
    "signature.cannot_open": N_(
        "The key cannot be opened: the password is wrong, or the file is no .p12 key."
    ),
    "signature.expired": N_(
        "The certificate is valid from {first} to {last}: ask for a new one before signing."
    ),
    "signature.extra_missing": N_(
        "Signing needs the extra “sign”, which is not installed: see the README."
    ),
}
