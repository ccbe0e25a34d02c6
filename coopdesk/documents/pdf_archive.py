"""Give a PDF the shape that archives ask for: what it is, in XML, and what its colours mean.

The shape is that of PDF/A-3, level B (ISO 19005-3). Only a validator could tell whether a file
conforms, so nothing that people read says that one does.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

from PIL import ImageCms

from coopdesk.documents.pdf_objects import numbered

if TYPE_CHECKING:
    from coopdesk.documents.pdf_objects import PdfParts

CREATOR = "CoopDesk"
PRODUCER = "ReportLab"

_DESCRIPTION = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt>
</dc:description>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{day}</xmp:CreateDate>
<xmp:ModifyDate>{day}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""

_INTENT = (
    b"/Metadata %d 0 R /OutputIntents [ << /Type /OutputIntent /S /GTS_PDFA1 "
    b"/OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) "
    b"/DestOutputProfile %d 0 R >> ] "
)

# Where a colour profile says of which version of ICC it is, and when it was made.
_VERSION, _MADE = slice(8, 12), slice(24, 36)


class PdfTitle(NamedTuple):
    """What a PDF says of itself; ``made_on`` is a PDF date such as ``D:20260112``."""

    title: str
    author: str
    subject: str
    made_on: str

    @property
    def day(self) -> str:
        """The day as XML writes it."""
        written = self.made_on.removeprefix("D:")
        return f"{written[:4]}-{written[4:6]}-{written[6:8]}"


def archived(parts: PdfParts) -> tuple[PdfParts, int]:
    """Return a file with its colours, and the number that its description is to have."""
    profile = max(parts.objects) + 1
    catalogue = parts.objects[parts.root]
    end = catalogue.rindex(b">>")
    entries = _INTENT % (profile + 1, profile)
    added = {
        parts.root: catalogue[:end] + entries + catalogue[end:],
        profile: numbered(profile, _colours()),
    }
    return replace(parts, objects={**parts.objects, **added}), profile + 1


def description(title: PdfTitle) -> bytes:
    """Return what a file says of itself, word for word what its title says, as a stream."""
    told = _DESCRIPTION.format(
        title=escape(title.title),
        author=escape(title.author),
        subject=escape(title.subject),
        day=title.day,
        creator=CREATOR,
        producer=PRODUCER,
    ).encode()
    # Not made smaller: whoever looks for archives looks for these words.
    head = b"<< /Type /Metadata /Subtype /XML /Length %d >>" % len(told)
    return b"%b\nstream\n%b\nendstream" % (head, told)


@cache
def _colours() -> bytes:
    """Return the profile of sRGB as a stream, the same bytes on any day."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    # The newest version that PDF 1.7 knows; all that stands in this profile is older.
    profile[_VERSION] = bytes((4, 0x20, 0, 0))
    profile[_MADE] = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
    deflated = zlib.compress(bytes(profile), 9)
    head = b"<< /N 3 /Filter /FlateDecode /Length %d >>" % len(deflated)
    return b"%b\nstream\n%b\nendstream" % (head, deflated)
