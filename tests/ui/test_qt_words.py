"""Dialogs drawn by Qt itself speak French throughout."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from coopdesk.ui.qt_words import QtWords


@pytest.fixture
def translators(qapp):
    """Install what the window installs; Qt's own catalogue answers first."""
    own, qt = QtWords(), QTranslator()
    qt.load("qtbase_fr", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for translator in (own, qt):
        qapp.installTranslator(translator)
    yield
    for translator in (own, qt):
        qapp.removeTranslator(translator)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("&Look in:", "&Regarder dans\N{NO-BREAK SPACE}:"),
        ("Folder", "Dossier"),
        ("Create New Folder", "Créer un nouveau dossier"),
        ("A sentence of nobody", "A sentence of nobody"),
    ],
)
def test_file_dialog_is_french(translators, source, told):
    assert QCoreApplication.translate("QFileDialog", source) == told
