"""Long jobs: Ctrl+C stops them at the next report, and nothing is left half done."""

from __future__ import annotations

import signal

import pytest

from coopdesk.cli.jobs import job
from coopdesk.services.progress import JobCancelledError


def test_interrupt_stops_at_the_next_report():
    before = signal.getsignal(signal.SIGINT)
    with job("Émission") as progress:
        progress.advance(0, 3)
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(JobCancelledError):
            progress.advance(1, 3)
    assert signal.getsignal(signal.SIGINT) is before


def test_second_interrupt_does_not_wait_for_a_report():
    with job("Émission"):
        signal.raise_signal(signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_interrupt_after_the_last_report_undoes_nothing():
    with job("Émission") as progress:
        progress.advance(3, 3)
        signal.raise_signal(signal.SIGINT)


def test_nothing_is_drawn_when_errors_go_to_a_file(capsys):
    with job("Émission") as progress:
        progress.advance(1, 3)
    assert capsys.readouterr() == ("", "")


def test_a_bar_is_drawn_in_a_terminal(capsys, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    with job("Émission [b]") as progress:
        progress.advance(1, 3)
    out, err = capsys.readouterr()
    assert out == ""
    assert "Émission [b]" in err
