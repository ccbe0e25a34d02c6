"""Hand-made XLSX and ODS archives, for what no spreadsheet program would write."""

from __future__ import annotations

import io
import zipfile

_TYPES = "http://schemas.openxmlformats.org"
_SHEET = (
    f'<worksheet xmlns="{_TYPES}/spreadsheetml/2006/main">'
    "<sheetData>{}</sheetData></worksheet>"
)
_ODS = "urn:oasis:names:tc:opendocument:xmlns"
_ODS_CONTENT = (
    f'<?xml version="1.0"?><office:document-content xmlns:office="{_ODS}:office:1.0" '
    f'xmlns:table="{_ODS}:table:1.0" xmlns:text="{_ODS}:text:1.0"><office:body>'
    '<office:spreadsheet><table:table table:name="F">{}</table:table></office:spreadsheet>'
    "</office:body></office:document-content>"
)


def zipped(parts: dict[str, str | bytes], *, blanks: dict[str, int] | None = None) -> bytes:
    """Pack parts into an archive, and after them parts of so many million blanks."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            if name not in (blanks or {}):
                archive.writestr(name, part)
        for name, millions in (blanks or {}).items():
            with archive.open(name, "w") as target:
                for _million in range(millions):
                    target.write(b" " * 1_000_000)
    return stream.getvalue()


def xlsx_parts(rows: str = "", *, shared: str = "", before: str = "") -> dict[str, str | bytes]:
    """Return the parts of a workbook whose sheet holds ``rows`` of XML."""
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{main}.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_TYPES}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_TYPES}/officeDocument/2006/relationships/'
        'officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_TYPES}/spreadsheetml/2006/main" '
        f'xmlns:r="{_TYPES}/officeDocument/2006/relationships"><sheets>'
        '<sheet name="F" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships "
        f'xmlns="{_TYPES}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{_TYPES}/officeDocument/2006/relationships/worksheet" '
        'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
        f'Type="{_TYPES}/officeDocument/2006/relationships/sharedStrings" '
        'Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": '<?xml version="1.0"?>' + before + _SHEET.format(rows),
        "xl/sharedStrings.xml": f'<sst xmlns="{_TYPES}/spreadsheetml/2006/main">{shared}</sst>',
    }
    return parts


def xlsx(rows: str = "", *, shared: str = "", before: str = "") -> bytes:
    """Return a workbook whose sheet holds ``rows`` of XML."""
    return zipped(xlsx_parts(rows, shared=shared, before=before))


def ods(rows: str, *, manifest: str = "<manifest/>") -> bytes:
    """Return an ODS document whose sheet holds ``rows`` of XML."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest,
            "content.xml": _ODS_CONTENT.format(rows),
        }
    )


def ods_cell(text: str, times: int = 1) -> str:
    """Return a cell of text, standing for ``times`` equal ones."""
    repeated = f' table:number-columns-repeated="{times}"' if times > 1 else ""
    value = f'office:value-type="string"{repeated}'
    return f"<table:table-cell {value}><text:p>{text}</text:p></table:table-cell>"


def ods_row(*cells: str, times: int = 1) -> str:
    """Return a row of cells, standing for ``times`` equal ones."""
    repeated = f' table:number-rows-repeated="{times}"' if times > 1 else ""
    return f"<table:table-row{repeated}>{''.join(cells)}</table:table-row>"


def ods_gap(times: int) -> str:
    """Return ``times`` empty cells."""
    return f'<table:table-cell table:number-columns-repeated="{times}"/>'
