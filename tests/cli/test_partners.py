"""Partners, agreements, commitments and fees of networks on the command line."""

from __future__ import annotations

import pytest
from pypdf import PdfReader

SALLE = ("agreements", "add", "maison", "Salle du mardi", "--kind", "premises")
TACIT = ("--from", "2024-01-31", "--until", "2025-01-30", "--renewal", "tacit")


@pytest.fixture
def place(line):
    """A partner, the number of its contact."""
    words = ("contacts", "add", "--organisation-name", "Maison des communs")
    contact_id = line.json(*words)["contact"]["id"]
    line.json("partners", "add", contact_id, "--kind", "field", "--level", "town")
    return contact_id


def test_partner_is_named_by_words_and_changed(line, place):
    made = line.json("partners", "change", "maison", "--purpose", "Prêt de salles")["partner"]
    assert (made["contact_id"], made["purpose"], made["kind"]) == (
        place,
        "Prêt de salles",
        "field",
    )
    assert line.json("partners", "change", "1", "--level", "")["partner"]["level"] == ""
    (row,) = line.json("partners", "list", "--kind", "field", "--current")["partners"]
    assert (row["name"], row["agreements"], row["overdue"]) == ("Maison des communs", 0, 0)
    assert line.json("partners", "list", "--level", "region")["partners"] == []


def test_unknown_or_ambiguous_partner_is_said_with_those_there_are(line, place):
    none_yet = line("agreements", "show", "salle")
    assert (none_yet.code, "agreements add" in none_yet.err) == (1, True)
    other = line.json("contacts", "add", "--organisation-name", "Maison du vélo")
    line.json("partners", "add", other["contact"]["id"])
    unknown = line("partners", "show", "théâtre")
    assert (unknown.code, "Maison du vélo" in unknown.err) == (1, True)
    ambiguous = line("partners", "show", "maison")
    assert (ambiguous.code, "2 (Maison du vélo)" in ambiguous.err) == (1, True)


def test_a_person_is_no_partner(line, elodie):
    refused = line("partners", "add", elodie)
    assert (refused.code, "Élodie Lefèvre est une personne" in refused.err) == (1, True)


def test_partnership_ends_goes_on_and_goes(line, place):
    ended = line.json("partners", "end", "maison", "--on", "2025-12-31")["partner"]
    assert ended["ended_on"] == "2025-12-31"
    assert line.json("partners", "list", "--current")["partners"] == []
    assert line.json("partners", "end", "maison", "--on", "")["partner"]["ended_on"] is None
    line.json("partners", "remove", "maison")
    assert line.json("partners", "list")["partners"] == []


def test_agreement_from_its_draft_to_what_follows_it(line, place):
    made = line.json(*SALLE, *TACIT, "--notice-months", "2", "--notice-days", "0")["agreement"]
    assert (made["state"], made["standing"]) == ("draft", "draft")
    signing = ("--ours", "Camille Aubry, trésorière", "--theirs", "Léa Martin")
    named = line.json("agreements", "signatories", "salle", *signing)["agreement"]
    told = [(x["side"], x["name"], x["role"]) for x in named["signatories"]]
    assert told == [("ours", "Camille Aubry", "trésorière"), ("theirs", "Léa Martin", "")]
    assert line.json("agreements", "send", "salle")["agreement"]["standing"] == "sent"
    signed = line.json("agreements", "sign", "salle", "--on", "2024-01-20")["agreement"]
    assert (signed["signed_on"], signed["term"]["number"] > 1) == ("2024-01-20", True)
    (due,) = line.json("agreements", "due", "--until", "2199-01-01")["due"]
    assert (due["agreement_id"], due["step"], due["late"]) == (1, "notice", False)
    (listed,) = line.json("agreements", "list")["agreements"]
    assert (listed["notice_by"], listed["notice_end"]) == (
        due["due_on"],
        due["term"]["ends_on"],
    )
    after = line.json("agreements", "renew", "1")["agreement"]
    assert (after["follows_id"], after["starts_on"][5:]) == (1, "01-31")
    line.json("agreements", "sign", "2")
    (ended,) = [x for x in line.json("agreements", "list")["agreements"] if x["id"] == 1]
    assert (ended["state"], ended["followed_by_id"]) == ("ended", 2)


def test_signed_agreement_is_ended_and_runs_on(line, place):
    line.json(*SALLE, "--signed", "2026-01-05")
    ended = line.json("agreements", "end", "salle", "--on", "2026-06-30", "--reason", "Travaux")
    assert ended["agreement"]["end_reason"] == "Travaux"
    assert line.json("agreements", "list", "--on", "2026-07-01")["agreements"] == []
    assert line.json("agreements", "resume", "salle")["agreement"]["ended_on"] is None
    changed = line.json("agreements", "change", "salle", "--title", "Salle du jeudi")
    assert changed["agreement"]["title"] == "Salle du jeudi"
    listed = line.json("agreements", "list", "--partner", "maison", "--kind", "premises")
    assert len(listed["agreements"]) == 1
    line.json("agreements", "remove", "jeudi")
    assert line("agreements", "show", "jeudi").code == 1


def test_agreement_keeps_its_files_and_says_what_it_left_out(line, place):
    line.json(*SALLE)
    paper = line.folder / "convention.pdf"
    paper.write_bytes(b"%PDF-1.4 convention")
    kept = line("--json", "agreements", "attach", "salle", paper, line.folder / "rien.pdf")
    assert (kept.code, kept.document["refused"][0]["code"]) == (1, "attachment.unreadable")
    (file,) = line.json("agreements", "files", "salle")["files"]
    copy = line.folder / "copie.pdf"
    line.json("agreements", "save-file", file["id"], "--to", copy)
    assert copy.read_bytes() == paper.read_bytes()
    line.json("agreements", "detach", file["id"])
    assert line.json("agreements", "files", "salle")["files"] == []


def test_commitments_both_ways_kept_by_a_payment_and_in_kind(line, place):
    room = ("commitments", "add", "maison", "Prêter la salle", "--kind", "room")
    line.json(*room, "--amount", "300", "--due", "2026-01-31", "--every", "1")
    ours = ("--side", "ours", "--kind", "money", "--amount", "150,50")
    line.json("commitments", "add", "maison", "Participer aux frais", *ours)
    late = line.json("commitments", "list", "--late")["commitments"]
    assert [x["text"] for x in late] == ["Prêter la salle"]
    kept = line.json("commitments", "keep-in-kind", "1", "--basis", "Tarif")["commitment"]
    assert (kept["state"], kept["contribution_id"]) == ("kept", 1)
    paid = line.json("commitments", "pay", "2", "--mode", "transfer")["commitment"]
    assert (paid["state"], paid["payment_id"]) == ("kept", 1)
    owed = line.json("commitments", "list", "--state", "open")["commitments"]
    assert [x["due_on"] for x in owed] == ["2026-02-28"]
    assert line.json("commitments", "reopen", "1")["commitment"]["contribution_id"] is None
    assert len(line.json("commitments", "list", "--side", "theirs")["commitments"]) == 1


def test_commitment_is_changed_proved_dropped_and_removed(line, place):
    line.json("commitments", "add", "maison", "Citer", "--kind", "hours", "--hours", "3h30")
    changed = line.json("commitments", "change", "1", "--due", "2026-05-31")["commitment"]
    assert (changed["minutes"], changed["due_on"]) == (210, "2026-05-31")
    proof = line.folder / "affiche.png"
    proof.write_bytes(b"\x89PNG\r\n\x1a\n affiche")
    line.json("commitments", "attach", "1", proof)
    assert line.json("commitments", "keep", "1")["commitment"]["files"] == 1
    shown = line("commitments", "show", "1")
    assert "1 fichier" in shown.out
    line.json("commitments", "reopen", "1")
    assert line.json("commitments", "drop", "1")["commitment"]["state"] == "dropped"
    line.json("commitments", "remove", "1")
    assert line.json("commitments", "list")["commitments"] == []


def test_fee_of_a_network_is_paid_set_free_and_found_again(line, place):
    line.json("network-fees", "add", "maison", "2026", "120", "--due", "2026-03-31")
    assert len(line.json("network-fees", "list", "--due")["fees"]) == 1
    paid = line.json("network-fees", "pay", "1", "--mode", "transfer")["fee"]
    assert (paid["amount_cents"], paid["payment_id"]) == (12_000, 1)
    assert line.json("network-fees", "list", "--due", "--year", "2026")["fees"] == []
    assert line("network-fees", "remove", "1").code == 1
    line.json("network-fees", "free", "1")
    assert line.json("network-fees", "tie", "1", "1")["fee"]["payment_id"] == 1
    line.json("network-fees", "free", "1")
    changed = line.json("network-fees", "change", "1", "--label", "Part fixe")["fee"]
    assert changed["label"] == "Part fixe"
    (row,) = line.json("partners", "network", "--from", "2000-01-01")["network"]
    assert row["fees_cents"] == 12_000


def test_sheet_of_a_partner_is_one_page(line, place):
    line.json(*SALLE, "--signed", "2026-01-05")
    path = line.folder / "fiche.pdf"
    line.json("partners", "sheet", "maison", "--to", path)
    pages = PdfReader(path).pages
    assert len(pages) == 1
    assert "Maison des communs" in pages[0].extract_text()
    shown = line.json("partners", "show", "maison")
    assert [x["title"] for x in shown["agreements"]] == ["Salle du mardi"]
    assert line("partners", "sheet", "maison", "--to", line.folder / "fiche.txt").code == 2
    assert not line("partners", "sheet", "maison", "--to", path).err
    line.json("partners", "change", "maison", "--purpose", "Fête 😀")
    assert "😀" in line("partners", "sheet", "maison", "--to", path).err


def test_several_wrong_fields_are_named_as_the_help_names_them(line, place):
    refused = line("commitments", "add", "maison", "", "--kind", "money")
    assert refused.code == 1
    assert [one.split("\xa0")[0] for one in refused.err.splitlines()] == ["TEXTE", "--amount"]


def test_nothing_given_in_kind_is_refused_instead_of_taken_as_promised(line, place):
    told = ("--side", "theirs", "--kind", "goods", "--amount", "120")
    line.json("commitments", "add", "maison", "Chaises", *told)
    line.json("commitments", "add", "maison", "Aide", *told[:2], "--kind", "money", *told[4:])
    assert line("commitments", "keep-in-kind", "1", "--amount", "0").code == 1
    assert line("commitments", "pay", "2", "--mode", "transfer", "--amount", "0").code == 1
