"""What the person sees when something unforeseen happens."""

import threading

from PySide6.QtGui import QGuiApplication

from coopdesk.system import logs
from coopdesk.ui.crash_reporter import CrashReporter


def fail(text):
    raise ValueError(text)


def caught(text="Élodie Lefèvre, 12 rue du Port"):
    try:
        fail(text)
    except ValueError as error:
        return error


def test_report_can_be_copied_and_names_no_one(window, qtbot):
    reporter = CrashReporter(window, window)
    reporter.show(caught())
    dialog = reporter.dialog
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert "ValueError" in copied
    assert "in fail" in copied
    assert "Élodie" not in copied
    assert str(logs._ROOT) not in copied


def test_one_report_at_a_time(window, qtbot):
    reporter = CrashReporter(window, window)
    reporter.show(caught())
    first = reporter.dialog
    reporter.show(caught())
    assert reporter.dialog is first
    with qtbot.waitSignal(first.destroyed):
        first.accept()
    assert reporter.dialog is None


def test_error_on_another_thread_reaches_the_window(window, qtbot):
    reporter = CrashReporter(window, window)
    thread = threading.Thread(target=lambda: reporter.caught.emit(caught()))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: reporter.dialog is not None)
    reporter.dialog.accept()
