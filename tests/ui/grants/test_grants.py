"""Grants: asked, sent, granted, paid, reported, from the list and the record."""

from __future__ import annotations

import datetime as dt

from coopdesk.domain.grant_requests import RequestState
from coopdesk.domain.grants import NewGrantAward
from coopdesk.domain.money import Money, total
from coopdesk.ui.grants.reading import GrantsShown, keeps
from coopdesk.ui.partners.views import View
from coopdesk.ui.widgets.contact_picker import Choice
from coopdesk.wording.formats import day_long, day_text, money_text
from tests.ui.contacts.conftest import unnamed
from tests.ui.grants.conftest import LATE, NOTIFIED, TODAY, act, click, open_one, save, settle
from tests.ui.office import problems_of
from tests.ui.partners.conftest import names, plain, read, rows


def test_list_says_what_is_granted_paid_and_late(page, view):
    assert page.views.current is View.GRANTS
    said = {row[0]: row for row in rows(page)}
    row = said["Four, part de la ville"]
    assert row[1:6] == ("Mairie de Brume", "Four partagé", "5 000,00 €", "", "5 000,00 €")
    assert row[-1] == "Versement en retard"
    assert problems_of(page) == []


def test_chips_part_what_is_asked_for_from_what_is_due(qtbot, office, page, view, made):
    page.show_target(("grants", GrantsShown.ASKED))
    settle(qtbot, office, page)
    assert names(page) == []
    office.services.grant_requests.send(made.draft, NOTIFIED)
    for shown, wanted in (
        (GrantsShown.ASKED, ["Four, part de la fondation"]),
        (GrantsShown.DUE, ["Four, part de la ville"]),
        (GrantsShown.OVER, []),
    ):
        page.show_target(("grants", shown))
        settle(qtbot, office, page)
        assert names(page) == wanted


def test_each_key_figure_is_the_sum_of_the_grants_that_it_opens(
    qtbot, office, page, view, made
):
    office.services.grant_requests.send(made.draft, NOTIFIED)
    page.reload()
    settle(qtbot, office, page)
    for one, figure in page.grant_figures.figures.items():
        assert figure.isVisible()
        figure.click()
        settle(qtbot, office, page)
        listed = [x for x in office.services.grant_requests.states() if keeps(x, one.shown)]
        assert names(page) == sorted(x.request.content.title for x in listed)
        assert figure.value == money_text(total(one.of(x) for x in listed))
        assert figure.value in view.list.total_text
    told = [plain(one.value) for one in page.grant_figures.figures.values()]
    assert told == ["2 000,00 €", "5 000,00 €", "5 000,00 €", "5 000,00 €"]
    page.show_target(("partners",))
    settle(qtbot, office, page)
    assert not figure.isVisible()
    assert page.partners_figure.isVisible()
    # On a small screen neither set makes the window wider, not even while one follows another.
    window = page.window()
    window.resize(window.minimumSizeHint().width(), 600)
    width = window.width()
    page.show_target(("grants", GrantsShown.ALL))
    assert window.width() == width


def test_new_request_is_typed_and_opened(qtbot, office, page, view, made):
    dialog = act(qtbot, office, page, page.grant_action)
    assert unnamed(dialog) == []
    dialog.title.setText("Jardin d’hiver")
    dialog.funder.set_contact(Choice(made.town, "Mairie de Brume"))
    dialog.asked.set_amount(Money(150_000))
    dialog.rate.setText("66,67")
    dialog.project.choose(made.project)
    save(qtbot, office, page, dialog)
    content = office.services.grant_requests.get(view.detail.shown_id).content
    assert (content.asked, content.rate) == (Money(150_000), 6667)
    assert content.project_id == made.project
    assert "Établissez le budget" in read(page)


def test_project_is_made_on_the_way_to_a_request(qtbot, office, page, view, made):
    dialog = act(qtbot, office, page, page.grant_action)
    dialog.title.setText("Jardin d’hiver")
    dialog.project.new_button.click()
    project = dialog.asker.dialog
    assert project.title.text() == "Jardin d’hiver"
    project.submit_button.click()
    office.idle(qtbot)
    new = dialog.read().project_id
    assert office.services.grant_projects.get(new).content.title == "Jardin d’hiver"
    save(qtbot, office, page, dialog)
    assert "Ouvrir son projet" in read(page)


def test_changing_a_request_keeps_all_that_was_known(qtbot, office, page, made):
    view = open_one(qtbot, office, page, "request", made.draft)
    before = office.services.grant_requests.get(made.draft).content
    save(qtbot, office, page, act(qtbot, office, page, view.doing.change_action))
    assert office.services.grant_requests.get(made.draft).content == before


def test_request_is_sent_granted_paid_and_reported(qtbot, office, page, made):
    view = open_one(qtbot, office, page, "grant_request", made.draft)
    doing = view.doing
    assert not doing.receive_action.isVisible()
    save(qtbot, office, page, act(qtbot, office, page, doing.send_action))
    dialog = act(qtbot, office, page, doing.grant_action)
    assert unnamed(dialog) == []
    assert dialog.amount.amount() == Money(200_000)
    dialog.amount.set_amount(Money(180_000))
    save(qtbot, office, page, dialog)
    dialog = act(qtbot, office, page, doing.receive_action)
    dialog.amount.set_amount(Money(80_000))
    save(qtbot, office, page, dialog)
    state = office.services.grant_requests.state(made.draft)
    assert (state.granted, state.paid) == (Money(180_000), Money(80_000))
    assert "1 000,00 €" in read(page)
    # The money that came leads to its payment.
    assert f"{day_text(TODAY)} 800,00 €" in plain(read(page))
    save(qtbot, office, page, act(qtbot, office, page, doing.report_sent_action))
    sent = office.services.grant_requests.get(made.draft).report_sent_on
    assert sent == TODAY
    act(qtbot, office, page, doing.report_sent_action)
    assert office.services.grant_requests.get(made.draft).report_sent_on is None


def test_open_record_leaves_room_on_a_small_screen(qtbot, office, page, made):
    open_one(qtbot, office, page, "request", made.granted)
    assert problems_of(page) == []


def test_refusal_is_noted_and_taken_back(qtbot, office, page, made):
    view = open_one(qtbot, office, page, "request", made.draft)
    save(qtbot, office, page, act(qtbot, office, page, view.doing.refuse_action))
    get = office.services.grant_requests.get
    assert get(made.draft).state is RequestState.REFUSED
    assert not view.doing.early_action.isVisible()
    act(qtbot, office, page, view.doing.reopen_action)
    assert get(made.draft).state is RequestState.DRAFT


def test_papers_are_written(qtbot, office, page, made, tmp_path):
    view = open_one(qtbot, office, page, "request", made.granted)
    doing = view.doing
    beginnings = (b"%PDF", b"PK", b"%PDF", b"PK")
    actions = (
        doing.application_action,
        doing.application_workbook_action,
        doing.report_paper_action,
        doing.report_workbook_action,
    )
    for number, (action, begins) in enumerate(zip(actions, beginnings, strict=True)):
        action.trigger()
        job = page.papers.writing._wanted
        page.papers.writing.chooser.reject()
        assert "four-part-de-la-ville" in job.name
        made_file = job.write(tmp_path / f"{number}-{job.name}", None)
        assert made_file.read_bytes().startswith(begins)


def test_condition_is_added_from_the_record_and_kept(qtbot, office, page, made):
    open_one(qtbot, office, page, "request", made.granted)
    dialog = click(qtbot, office, page, "add-condition:0")
    dialog.text.setText("Mettre le logo de la ville sur les affiches")
    save(qtbot, office, page, dialog)
    assert "logo de la ville" in read(page)
    (one,) = (
        x
        for x in office.services.commitments.all()
        if x.content.grant_request_id == made.granted
    )
    assert one.content.contact_id == made.town


def test_files_are_dropped_on_a_grant(qtbot, office, page, made, tmp_path):
    view = open_one(qtbot, office, page, "request", made.granted)
    path = tmp_path / "notification.txt"
    path.write_text("accordé", encoding="utf-8")
    view.panel.files_dropped.emit([path])
    settle(qtbot, office, page)
    (kept,) = office.services.grant_requests.files(made.granted)
    assert kept.name == "notification.txt"


def test_record_tells_the_payments_planned_and_what_comes_before_them(
    qtbot, office, page, made
):
    open_one(qtbot, office, page, "request", made.granted)
    said = plain(read(page))
    for words in ("Acompte", f"attendu le {day_long(LATE)}", "Le compte rendu", "60 %"):
        assert plain(words) in said


def test_grant_notified_before_the_books_says_that_it_has_no_entry(qtbot, office, page, made):
    early = NewGrantAward(
        "Premier four", Money(90_000), dt.date(2001, 5, 4), funder_id=made.town
    )
    award = office.services.grants.notify(early).value
    request = office.services.grant_requests.of_award(award.id)
    open_one(qtbot, office, page, "grant_request", request.id)
    assert "Notifiée avant le premier jour des comptes" in plain(read(page))


def test_what_was_not_spent_is_given_back_to_the_funder(qtbot, office, page, made):
    view = open_one(qtbot, office, page, "grant_request", made.granted)
    assert not view.doing.return_action.isVisible()
    dialog = act(qtbot, office, page, view.doing.receive_action)
    dialog.amount.set_amount(Money(300_000))
    save(qtbot, office, page, dialog)
    dialog = act(qtbot, office, page, view.doing.return_action)
    assert unnamed(dialog) == []
    assert dialog.amount.amount() == Money(300_000)
    dialog.amount.set_amount(Money(900_000))
    save(qtbot, office, page, dialog)
    assert "3 000,00 €" in plain(dialog.form.error_of("amount"))
    dialog.amount.set_amount(Money(120_000))
    save(qtbot, office, page, dialog)
    assert f"{day_text(TODAY)} 1 200,00 €" in plain(read(page))
    assert office.services.grant_requests.state(made.granted).returned == Money(120_000)
