"""Where papers are saved unless the person says otherwise."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from coopdesk.system.paths import documents_folder


@pytest.mark.parametrize(("there", "wanted"), [(True, "Documents"), (False, "")])
def test_papers_go_home_where_the_desktop_has_no_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, there: bool, wanted: str
) -> None:
    folder = tmp_path / "Documents"
    if there:
        folder.mkdir()
    monkeypatch.setattr(platformdirs, "user_documents_path", lambda: folder)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert documents_folder() == tmp_path / wanted
