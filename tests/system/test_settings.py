"""The settings file survives whatever is found in it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopdesk.system.settings import Settings, SettingsFile, TableState, WindowState

FULL = Settings(
    theme="dark",
    high_contrast=True,
    language="en",
    author="Maëlle",
    recent_databases=("/a/jardins.coopdesk",),
    window=WindowState(1, 2, 800, 600, maximized=True, page="contacts"),
    tables={
        "contacts": TableState(
            ("name", "town"), ("town",), {"name": 120}, "name", asked=("town",)
        )
    },
    folders={"papers": "/a/reçus"},
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.json"


def test_without_a_file_defaults_apply(path):
    assert SettingsFile(path).current == Settings()
    assert not path.exists()


def test_everything_written_is_read_back(path):
    file = SettingsFile(path)
    file.current = FULL
    file.save()
    assert SettingsFile(path).current == FULL


def test_unchanged_settings_are_not_written(path):
    SettingsFile(path).save()
    assert not path.exists()


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '"x"', "\ufeff{}", "\x00" * 50])
def test_unreadable_file_gives_defaults_and_the_next_save_repairs_it(path, content):
    path.write_text(content, encoding="utf-8")
    file = SettingsFile(path)
    assert file.current == Settings()
    file.change(theme="dark")
    file.save()
    assert SettingsFile(path).current.theme == "dark"


def test_unreadable_file_is_set_aside_not_lost(path):
    path.write_text("{ half", encoding="utf-8")
    SettingsFile(path)
    assert path.with_suffix(".unreadable").read_text(encoding="utf-8") == "{ half"


@pytest.mark.parametrize(
    "found",
    [
        {"theme": "pink", "language": "xx"},
        {"theme": 3, "high_contrast": "yes", "author": None},
        {"window": {"x": "left", "width": 1.5}, "tables": [], "folders": {"papers": 3}},
        {"tables": {"contacts": {"order": "name", "widths": {"name": True}, "sort": 1}}},
        {"recent_databases": [1, None, {}], "unknown": {"of": "a newer version"}},
    ],
)
def test_wrong_values_give_way_to_defaults(path, found):
    path.write_text(json.dumps(found), encoding="utf-8")
    current = SettingsFile(path).current
    assert (current.theme, current.language, current.window) == ("system", "fr", WindowState())
    assert current.author == ""
    assert current.recent_databases == ()
    assert current.folders == {}
    assert all(state == TableState() for state in current.tables.values())


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
names = st.sampled_from(
    ["theme", "language", "window", "tables", "recent_databases", "folders"]
)


@given(st.dictionaries(names, values))
def test_no_content_breaks_the_reader(tmp_path_factory, found):
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    file = SettingsFile(path)
    file.change(author="x")
    file.save()
    assert SettingsFile(path).current == file.current


def test_recent_databases_come_newest_first_without_doubles(path, tmp_path):
    file = SettingsFile(path)
    for name in ("a", "b", "a", *"cdefghij"):
        file.remember_database(tmp_path / name)
    kept = [Path(text).name for text in file.current.recent_databases]
    assert kept == list("jihgfedc")


def test_disk_in_the_way_is_no_reason_to_stop(path):
    file = SettingsFile(path)
    path.mkdir()
    file.change(theme="dark")
    file.save()
    assert file.current.theme == "dark"


def test_calendar_folder_is_of_one_database_and_survives(path, tmp_path):
    file = SettingsFile(path)
    ours, theirs = tmp_path / "jardins.coopdesk", tmp_path / "ateliers.coopdesk"
    file.remember_calendar_folder(ours, tmp_path / "Nextcloud")
    file.save()
    again = SettingsFile(path)
    assert again.calendar_folder(ours) == tmp_path / "Nextcloud"
    assert again.calendar_folder(theirs) is None
    again.remember_calendar_folder(ours, None)
    assert again.calendar_folder(ours) is None
