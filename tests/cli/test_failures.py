"""The boundary: every kind of failure has its exit code, its sentence and its document."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import typer

from coopdesk.cli.failures import UsageProblemError, failure_of
from coopdesk.domain.errors import ExternalError, FieldErrors, NotFoundError, RuleError
from coopdesk.services.progress import JobCancelledError
from coopdesk.system.instance_lock import Holder, InstanceLockedError


@pytest.mark.parametrize(
    ("error", "code", "name"),
    [
        (RuleError("donation.amount_not_positive", field="amount"), 1, None),
        (NotFoundError("contact.missing"), 1, None),
        (JobCancelledError(), 1, "job.cancelled"),
        (KeyboardInterrupt(), 1, "job.cancelled"),
        (UsageProblemError("Nommez la base.", "database.not_named"), 2, "database.not_named"),
        (typer.BadParameter("Non."), 2, "usage.wrong"),
        (ExternalError("database.busy"), 3, None),
        (PermissionError(13, "Permission denied", "/x"), 3, "system.refused"),
        (InstanceLockedError(Path("a"), Holder()), 3, "database.in_use"),
        (ZeroDivisionError(), 70, "program.fault"),
    ],
)
def test_each_kind_of_error_has_its_exit_code_and_a_sentence(error, code, name):
    failure = failure_of(error)
    assert failure.exit_code == code
    assert failure.code == (name or error.code)
    assert failure.message
    assert failure.message != failure.code


def test_every_wrong_field_is_listed():
    errors = (
        RuleError("siren.wrong_key", field="siren", text="1"),
        RuleError("email.wrong", field="email", text="x"),
    )
    failure = failure_of(FieldErrors(errors))
    said = failure.document["error"]
    assert said["field"] == "siren"
    assert [one["field"] for one in said["fields"]] == ["siren", "email"]
    assert failure.message.count("\n") == 1


def test_the_holder_of_a_locked_database_is_named():
    since = dt.datetime(2026, 3, 12, 9, 30, tzinfo=dt.UTC)
    error = InstanceLockedError(Path("a"), Holder("camille", "portable", 1, since))
    message = failure_of(error).message
    assert "camille" in message
    assert "portable" in message


def test_the_file_that_the_system_refuses_is_named():
    assert "/x/y" in failure_of(PermissionError(13, "Permission denied", "/x/y")).message
