"""Every format of files has one kind."""

from __future__ import annotations

from collections import Counter

from coopdesk.domain.import_formats import FORMATS_OF_KIND, FileFormat, FileKind, kind_of_format


def test_every_format_is_of_exactly_one_kind():
    listed = Counter(one for formats in FORMATS_OF_KIND.values() for one in formats)
    assert listed == Counter(FileFormat)
    assert kind_of_format(FileFormat.OFX) is FileKind.STATEMENT
