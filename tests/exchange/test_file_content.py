"""Files that hold no table are refused at once, with what they are."""

from __future__ import annotations

import os
import sys

import pytest

from coopdesk.domain.errors import ExternalError, RuleError
from coopdesk.exchange.file_content import MAXIMUM_BYTES, ContentKind, kind_of, read_content

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_000
HTML = "<!DOCTYPE html><html><head><title>Connexion</title></head><body>é</body></html>"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "file.is_pdf"),
        (b"\r\n %PDF-1.4\n", "file.is_pdf"),
        (HTML.encode(), "file.is_html"),
        (HTML.encode("utf-8-sig"), "file.is_html"),
        (HTML.encode("utf-16"), "file.is_html"),
        (b"\n\n  <HTML lang='fr'>", "file.is_html"),
        (b"<?xml version='1.0'?><html xmlns='x'>", "file.is_html"),
        (b"<table><tr><td>Nom</td></tr></table>", "file.is_html"),
        (b"<?xml version='1.0'?><OFX></OFX>", "file.is_xml"),
        (OLE, "file.is_old_excel"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "file.password_protected"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 20, "file.not_a_table"),
        ("Nom;Prénom\r\n".encode("utf-16-le") * 9, "file.not_a_table"),
    ],
)
def test_what_a_file_is_decides_not_its_name(content, code):
    with pytest.raises(RuleError) as caught:
        kind_of(content)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "content",
    [b"Nom;Pr\xe9nom", b"a\tb\x0c", "é;ù".encode("utf-16"), b"Nom\0;x", b"< 12 ans;5"],
)
def test_text_is_text_even_with_a_stray_character(content):
    assert kind_of(content) is ContentKind.TEXT


@pytest.mark.parametrize(
    "content", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b" \r\n\r\n\t", b"\0\0\0"]
)
def test_an_empty_file_is_said_to_be_empty(tmp_path, content):
    path = tmp_path / "vide.csv"
    path.write_bytes(content)
    with pytest.raises(RuleError, match=r"^file\.empty$"):
        read_content(path)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(RuleError, match=r"^file\.is_folder$"):
        read_content(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_pipe_is_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "tube.csv")
    with pytest.raises(RuleError, match=r"^file\.not_a_file$"):
        read_content(tmp_path / "tube.csv")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_a_link_to_itself_is_no_file(tmp_path):
    loop = tmp_path / "boucle.csv"
    loop.symlink_to(loop)
    with pytest.raises(RuleError, match=r"^file\.not_a_file$"):
        read_content(loop)


@pytest.mark.parametrize("name", ["absent.csv", "absent/absent.csv"])
def test_a_file_that_is_gone_is_an_outside_fault(tmp_path, name):
    with pytest.raises(ExternalError, match=r"^file\.not_found$") as caught:
        read_content(tmp_path / name)
    assert caught.value.values["name"] == "absent.csv"


def test_a_name_the_system_cannot_hold_is_an_outside_fault(tmp_path):
    with pytest.raises(ExternalError, match=r"^file\.unreadable$"):
        read_content(tmp_path / "a\0b.csv")


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not bind this user"
)
def test_a_forbidden_file_is_an_outside_fault(tmp_path):
    path = tmp_path / "secret.csv"
    path.write_bytes(b"Nom")
    path.chmod(0)
    with pytest.raises(ExternalError, match=r"^file\.no_permission$"):
        read_content(path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "enorme.csv"
    with path.open("wb") as stream:
        stream.truncate(MAXIMUM_BYTES * 40)
    with pytest.raises(RuleError, match=r"^file\.too_large$") as caught:
        read_content(path)
    assert caught.value.values == {"megabytes": 2_000, "limit": 50}
