"""Files that nobody should be able to hurt an office with: bombs, traps, lies, garbage."""

from __future__ import annotations

import io
import random
import zipfile

from tests.exchange.workbooks import xlsx, xlsx_parts, zipped

_HEADS = {
    "mutuel": "Date;Date de valeur;Débit;Crédit;Libellé;Solde",
    "table": "Date;Libellé;Montant",
    "payments": (
        "Référence paiement;Montant total;Date du paiement;Statut du paiement;Nom payeur;"
        "Prénom payeur;Email payeur;Campagne;Type de campagne;Moyen de paiement"
    ),
    "contacts": "Nom;Prénom;Email",
    "fec": (
        "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|"
        "CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|"
        "Montantdevise|Idevise"
    ),
    "poll": ',"11/04/2026","11/04/2026",\r\n,"18h-20h","20h-22h",',
}
_OFX = (
    "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>"
    "<CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>2</BANKACCTFROM><BANKTRANLIST>{}</BANKTRANLIST>"
    "</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
)
_DEBIT = "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20260101<TRNAMT>{}<FITID>{}<NAME>{}</STMTTRN>"
_CAMT = (
    '<?xml version="1.0" encoding="UTF-8"?>{}'
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt>'
    "<Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></Acct>{}</Stmt></BkToCstmrStmt>"
    "</Document>"
)
_BOOKED = (
    '<Ntry><Amt Ccy="EUR">{}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>'
    "<BookgDt><Dt>2026-01-01</Dt></BookgDt><AddtlNtryInf>{}</AddtlNtryInf></Ntry>"
)
_LAUGHS = '<!DOCTYPE l [<!ENTITY a0 "lol">{}]>'.format(
    "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
)
_OUTSIDE = '<!DOCTYPE l [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
_EVENT = "BEGIN:VEVENT\r\nUID:1\r\n{}:20260101T100000Z\r\nSUMMARY:{}\r\nEND:VEVENT\r\n"
_PAYMENT = (
    '{{"data":[{{"id":1,"amount":{},"date":"2026-01-01","state":"Authorized","payer":{}}}]}}'
)
_PAGE = b"<!DOCTYPE html><html><head><title>Connexion</title></head><body></body></html>"
_PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\n" * 40
_PICTURE = b"\x89PNG\r\n\x1a\n"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_000
_NAMES = ("csv", "xlsx", "ofx", "qif", "xml", "cfo", "json", "ics", "vcf", "zip")


def disguised() -> dict[str, tuple[bytes, str]]:
    """What is something else than its name says, and the code of the refusal."""
    noise = random.Random(7).randbytes(20_000)
    contents = {
        "page": (_PAGE, "file.is_html"),
        "papers": (_PDF, "file.is_pdf"),
        "picture": (_PICTURE + noise, "file.not_a_table"),
        "old": (_OLD_OFFICE, "file.is_old_excel"),
        "noise": (noise, "file.not_a_table"),
        "nothing": (b"", "file.empty"),
        "nulls": (b"\0" * 100_000, "file.empty"),
        "blanks": (b" \r\n\t" * 50_000, "file.empty"),
    }
    return {f"{what}.{ending}": told for what, told in contents.items() for ending in _NAMES}


def trapped() -> dict[str, bytes]:
    """Small files of every kind that carry a trap."""
    return {**_tables(), **_of_banks(), **_of_others(), **_archives()}


def _tables() -> dict[str, bytes]:
    found = {}
    for kind, head in _HEADS.items():
        mark = "|" if "|" in head else "," if head.startswith(",") else ";"
        row = f"01/02/2026{mark}{{}}{mark * (head.count(mark) - 1)}\n"
        found |= {
            f"{kind}-long.csv": (head + "\n" + row.format("x" * 40_000)).encode(),
            f"{kind}-longer.csv": (head + "\n" + row.format("x" * 200_000)).encode(),
            f"{kind}-null.csv": (head + "\n" + row.format("a\0b") * 3).encode(),
            f"{kind}-formula.csv": (head + "\n" + row.format("=cmd|'/c calc'!A1")).encode(),
            f"{kind}-quote.csv": (head + '\n"' + "x\n" * 50_000).encode(),
            f"{kind}-utf16.csv": (head + "\n" + row.format("é")).encode("utf-16-le"),
            f"{kind}-lie.csv": b"\xef\xbb\xbf"
            + (head + "\n" + row.format("é")).encode("cp1252"),
            f"{kind}-mac.csv": (head + "\n" + row.format("é")).encode("mac_roman"),
        }
    return found


def _of_banks() -> dict[str, bytes]:
    debits = "".join(_DEBIT.format(a, n, "x") for n, a in enumerate(("NaN", "1E+999", "-1e5")))
    bank = "!Type:Bank\nD01/02/2026\nT{}\nP{}\n^\n"
    record = "01" + "30004".ljust(9) + "00001EUR2 00012345678  010126".ljust(79)
    return {
        "nan.ofx": _OFX.format(debits).encode(),
        "null.ofx": _OFX.format(_DEBIT.format("-1", "a\0b", "x")).encode(),
        "long.ofx": _OFX.format(_DEBIT.format("-1", "1", "x" * 40_000)).encode(),
        "cut.ofx": _OFX.format(_DEBIT.format("-1", "1", "x") * 9)[:-150].encode(),
        "deep.ofx": _OFX.format("<A>" * 20_000).encode(),
        "laughs.ofx": (_LAUGHS + _OFX.format("&a19;")).encode(),
        "laughs.xml": _CAMT.format(_LAUGHS, _BOOKED.format("1.00", "&a19;")).encode(),
        "outside.xml": _CAMT.format(_OUTSIDE, _BOOKED.format("1.00", "&e;")).encode(),
        "nan.xml": _CAMT.format("", _BOOKED.format("NaN", "x")).encode(),
        "deep.xml": _CAMT.format("", "<a>" * 20_000).encode(),
        "cut.xml": _CAMT.format("", _BOOKED.format("1.00", "x"))[:300].encode(),
        "nan.qif": bank.format("NaN", "x").encode(),
        "long.qif": bank.format("-1", "x" * 40_000).encode(),
        "null.qif": bank.format("-1", "a\0b").encode(),
        "garbage.cfo": (record + "\n" + ("04" + "z" * 118 + "\n") * 500).encode(),
    }


def _of_others() -> dict[str, bytes]:
    calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}END:VCALENDAR\r\n"
    return {
        "deep.json": b"[" * 200_000,
        "number.json": _PAYMENT.format("9" * 100_000, "{}").encode(),
        "nan.json": _PAYMENT.format("NaN", "{}").encode(),
        "infinite.json": _PAYMENT.format("1e999", "{}").encode(),
        "half.json": _PAYMENT.format(100, '{"lastName":"\\ud800"}').encode(),
        "list.json": b'[1,2,"x",null,[]]',
        "long.ics": calendar.format(_EVENT.format("DTSTART", "x" * 40_000)).encode(),
        "null.ics": calendar.format(_EVENT.format("DTSTART", "a\0b")).encode(),
        "zone.ics": calendar.format(
            _EVENT.format("DTSTART;TZID=../../../etc/passwd", "x")
        ).encode(),
        "zones.ics": calendar.format(
            _EVENT.format("DTSTART;TZID=" + "A" * 9_000, "x")
        ).encode(),
        "nested.ics": b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 5_000,
        "long.vcf": b"BEGIN:VCARD\nNOTE:" + b"x" * 200_000 + b"\nEND:VCARD\n",
        "a\u202excod.csv": b"Nom;Email\nA;a@example.org\n",
        "CON.csv": b"Nom;Email\nA;a@example.org\n",
        "=cmd.csv": b"Nom;Email\nA;a@example.org\n",
    }


def _archives() -> dict[str, bytes]:
    statement = _CAMT.format("", _BOOKED.format("1.00", "x")).encode()
    names = ("../../outside.xml", "/outside.xml", "C:\\outside.xml", "..\\outside.xml")
    linked = zipfile.ZipInfo("link.xml")
    linked.external_attr = 0o120777 << 16
    link = io.BytesIO()
    with zipfile.ZipFile(link, "w") as archive:
        archive.writestr(linked, "/etc/hostname")
    inner = zipped({"a.zip": zipped({"b.zip": zipped({"c.xml": statement})})})
    return {
        "paths.zip": zipped(dict.fromkeys(names, statement)),
        "link.zip": link.getvalue(),
        "nested.zip": inner,
        "empty.zip": zipped({}),
        "many.zip": zipped({f"{n}.xml": b"x" for n in range(3_000)}),
        "half.xlsx": xlsx()[:900],
        "laughs.xlsx": xlsx(before=_LAUGHS),
        "outside.xlsx": xlsx(before=_OUTSIDE),
        "paths.xlsx": zipped({**xlsx_parts(), "../../outside.xml": b"x"}),
    }


def heavy() -> dict[str, tuple[bytes, str]]:
    """Files that weigh little and unfold, or that never end, and the code of the refusal."""
    head = _HEADS["mutuel"].encode() + b"\n"
    bombs = {
        "bomb.zip": zipped({"a.xml": b" "}, blanks={"a.xml": 60}),
        "bomb.xlsx": zipped(xlsx_parts(), blanks={"xl/worksheets/sheet1.xml": 60}),
        "corner.xlsx": xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "rows.xlsx": xlsx("".join(f'<row r="{n}"><c r="A{n}"/></row>' for n in range(300_000))),
        "cards.vcf": b"BEGIN:VCARD\nFN:A\nEND:VCARD\n" * 100_000,
        "card.vcf": b"BEGIN:VCARD\n" + b"A:B\n" * 1_000_001,
        "endless.csv": head + b"x\n" * 1_000_000,
        "blank.csv": head + b"\n" * 1_000_000,
        "wide.csv": head + (b";" * 900 + b"x\n") * 9_000,
        "columns.csv": head + b";" * 900_000 + b"\n",
        "objects.json": b'{"data":[' + b"{}," * 1_000_000 + b"{}]}",
        "debits.ofx": _OFX.format(_DEBIT.format("-1", "1", "x") * 60_000).encode(),
        "booked.xml": _CAMT.format("", _BOOKED.format("1", "x") * 60_000).encode(),
    }
    codes = {
        "bomb.zip": "file.inflates",
        "bomb.xlsx": "file.inflates",
        "wide.csv": "file.too_many_columns",
        "columns.csv": "file.too_many_columns",
    }
    return {
        name: (content, codes.get(name, "file.too_many_rows"))
        for name, content in bombs.items()
    }
