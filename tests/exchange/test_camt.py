"""CAMT.053 of several versions: batches parted, balances told, traps refused."""

from __future__ import annotations

import datetime as dt

import pytest

from coopdesk.domain.bank_statements import LineNature
from coopdesk.domain.errors import RuleError
from coopdesk.domain.money import Money
from coopdesk.exchange.camt import looks_like_camt, read_camt
from tests.exchange.statement_building import codes, content, told
from tests.spent import spent

IBAN = "FR7630003012340123456789086"


def balance(code, amount, day, sense="CRDT"):
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy='EUR'>{amount}</Amt>"
        f"<CdtDbtInd>{sense}</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>"
    )


def entry(amount, sense="DBIT", details="", status="<Sts>BOOK</Sts>", more=""):
    return (
        f"<Ntry><Amt Ccy='EUR'>{amount}</Amt><CdtDbtInd>{sense}</CdtDbtInd>{status}"
        "<BookgDt><Dt>2026-01-05</Dt></BookgDt><ValDt><DtTm>2026-01-06T00:00:00</DtTm></ValDt>"
        f"<NtryDtls>{details}</NtryDtls>{more}</Ntry>"
    )


def detail(amount, name, text, reference="NOTPROVIDED"):
    return (
        f"<TxDtls><Refs><EndToEndId>{reference}</EndToEndId></Refs>"
        f"<AmtDtls><TxAmt><Amt Ccy='EUR'>{amount}</Amt></TxAmt></AmtDtls>"
        f"<RltdPties><Cdtr><Nm>{name}</Nm></Cdtr></RltdPties>"
        f"<RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls>"
    )


def statement(*parts, iban=IBAN):
    account = f"<Acct><Id><IBAN>{iban}</IBAN></Id><Ccy>EUR</Ccy></Acct>"
    return f"<Stmt><Id>R-1</Id>{account}{''.join(parts)}</Stmt>"


def camt(*statements, root="BkToCstmrStmt", head="", version="02"):
    space = f"urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"
    body = f"<{root}><GrpHdr><MsgId>M</MsgId></GrpHdr>{''.join(statements)}</{root}>"
    document = f"<Document xmlns='{space}'>{body}</Document>"
    return f"<?xml version='1.0' encoding='UTF-8'?>{head}{document}"


def read(text, corrections=None):
    data = content(text)
    assert looks_like_camt(data.data)
    return read_camt(data, corrections)


def test_a_batch_is_parted_and_the_closing_balance_checked():
    two = detail("564.05", "ÉLECTRICITÉ", "FACTURE 12", "E-1") + detail("100.00", "EAU", "X")
    found = read(
        camt(
            statement(
                balance("OPBD", "15568.27", "2026-01-05"),
                balance("CLBD", "15121.12", "2026-01-06"),
                entry("754.25", details=detail("754.25", "ASSUREUR", "CONTRAT 857")),
                # A reversal tells its own direction already.
                entry("664.05", status="<RvslInd>true</RvslInd><Sts>BOOK</Sts>", details=two),
                entry("1405.31", "CRDT", more="<AddtlNtryInf>VIR RECU</AddtlNtryInf>"),
            )
        )
    )
    assert told(found) == [
        ("2026-01-05", -75_425, "ASSUREUR CONTRAT 857"),
        ("2026-01-05", -56_405, "ÉLECTRICITÉ FACTURE 12"),
        ("2026-01-05", -10_000, "EAU X"),
        ("2026-01-05", 140_531, "VIR RECU"),
    ]
    (one,) = found.statements
    assert (one.opening, one.closing) == (Money(1_556_827), Money(1_512_112))
    assert (one.moved, one.difference) == (Money(-1_299), Money(-43_416))
    assert (one.identity.bank, one.identity.number) == ("30003", "01234567890")
    assert [line.line for line in one.lines] == [1, 2, 3, 4]
    assert (one.lines[1].payment_ref, one.lines[2].payment_ref) == ("E-1", "")
    assert one.lines[0].value_on == dt.date(2026, 1, 6)


def test_a_batch_that_does_not_make_its_amount_stays_whole():
    parts = detail("60.00", "A", "X") + detail("30.00", "B", "Y")
    more = "<AddtlNtryInf>REMISE 2 PRLV</AddtlNtryInf>"
    found = read(camt(statement(entry("100.00", details=parts, more=more))))
    assert told(found) == [("2026-01-05", -10_000, "REMISE 2 PRLV")]


def test_version_eight_writes_the_status_and_the_parties_deeper():
    deeper = (
        "<TxDtls><Refs><AcctSvcrRef>B-77</AcctSvcrRef><MndtId>RUM-1</MndtId></Refs>"
        "<RltdPties><Dbtr><Pty><Nm>Ville de Lyon</Nm></Pty></Dbtr></RltdPties>"
        "<RmtInf><Strd><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>"
    )
    family = "<Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly>"
    code = f"<BkTxCd><Domn><Cd>PMNT</Cd>{family}</Domn></BkTxCd>"
    booked = "<Sts><Cd>BOOK</Cd></Sts>"
    found = read(
        camt(
            statement(
                entry("40.00", "CRDT", deeper, booked, code),
                entry("9.00", status="<Sts><Cd>PDNG</Cd></Sts>"),
            ),
            version="08",
        )
    )
    (line,) = found.statements[0].lines
    assert (line.counterparty, line.bank_ref, line.payment_ref) == (
        "Ville de Lyon",
        "B-77",
        "RUM-1",
    )
    assert (line.amount, line.nature) == (Money(4_000), LineNature.TRANSFER)
    assert codes(found.warnings) == [(0, "statement.pending")]


def test_statements_of_several_accounts_and_pages_keep_their_balances():
    found = read(
        camt(
            statement(
                balance("OPBD", "0.00", "2026-01-01"), balance("ITBD", "5", "2026-01-02")
            ),
            statement(
                balance("ITBD", "5", "2026-01-02"), balance("CLBD", "7", "2026-01-03", "DBIT")
            ),
            statement(iban="FR7630003012340999999999986"),
        )
    )
    told_balances = [(one.opening, one.closing) for one in found.statements]
    assert told_balances == [(Money(0), Money(500)), (Money(500), Money(-700)), (None, None)]
    assert {one.identity.number for one in found.statements} == {"01234567890", "09999999999"}


def test_names_may_bear_a_prefix_and_a_wrong_cell_may_be_corrected():
    text = camt(statement(entry("NaN", "", detail("1", "A", "LOYER"))))
    prefixed = text.replace("<", "<c:").replace("<c:/", "</c:").replace("<c:?", "<?")
    prefixed = prefixed.replace("xmlns=", "xmlns:c=")
    found = read(prefixed)
    assert codes(found.problems) == [(1, "amount.unreadable"), (1, "row.missing_value")]
    mended = read(prefixed, {1: {"Amt": "12,50", "CdtDbtInd": "DBIT", "BookgDt": "07/01/2026"}})
    assert told(mended) == [("2026-01-07", -1_250, "LOYER")]


LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]>"
OUTSIDE = "<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/hostname'>]>"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (camt(statement(), head=LAUGHS), "statement.declares_entities"),
        (camt(statement(), head=OUTSIDE), "statement.declares_entities"),
        (camt(statement(entry("1.00")))[:-40], "statement.damaged"),
        (camt(statement("<a>" * 100_000)), "statement.damaged"),
        (camt(statement("<Ntry>" * 3_000_000)), "file.too_many_rows"),
        (camt(statement("<Bal/>" * 110_000)), "file.too_many_rows"),
        (camt(statement(entry("1.00", details="<TxDtls/>" * 210_000))), "file.too_many_rows"),
        (camt(), "statement.none"),
        (camt(root="BkToCstmrAcctRpt"), "statement.not_a_statement"),
        (camt(root="BkToCstmrDbtCdtNtfctn"), "statement.not_a_statement"),
    ],
    ids=[
        "laughs",
        "outside",
        "cut",
        "deep",
        "rows",
        "balances",
        "parts",
        "none",
        "report",
        "notice",
    ],
)
def test_a_trap_or_another_message_is_refused_at_once(text, code):
    with spent() as cost, pytest.raises(RuleError) as refused:
        read(text)
    assert refused.value.code == code
    assert cost.seconds < 1


def test_a_part_that_goes_the_other_way_keeps_its_direction_and_its_party():
    back = detail("20.00", "BOUTIQUE", "RETOUR").replace(
        "<RltdPties><Cdtr>", "<CdtDbtInd>CRDT</CdtDbtInd><RltdPties><Dbtr>"
    )
    parts = detail("60.00", "EAU", "X") + back.replace("</Cdtr>", "</Dbtr>")
    lines = read(camt(statement(entry("40.00", details=parts)))).statements[0].lines
    assert [(line.amount.cents, line.counterparty) for line in lines] == [
        (-6_000, "EAU"),
        (2_000, "BOUTIQUE"),
    ]
