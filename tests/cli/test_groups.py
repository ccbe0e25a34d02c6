"""Groups, programmes and registers of action on the command line."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

ORGANISATION = ("contacts", "add", "--organisation-name")


@pytest.fixture
def programme(line):
    """A programme with two chantiers, by its name."""
    line.json("programmes", "list")
    line.json("groups", "add", "Rives communes", "--kind", "programme", "--from", "2024-02-01")
    for name in ("Coopérer", "Mesurer"):
        made = line.json("groups", "add", name, "--programme", "rives communes")
        assert made["group"]["kind"] == "chantier"
    return "Rives communes"


def text_of(path):
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_programme_is_recorded_shown_and_ordered(line, programme):
    shown = line.json("programmes", "show", programme)
    assert [(x["number"], x["name"]) for x in shown["chantiers"]] == [
        (1, "Coopérer"),
        (2, "Mesurer"),
    ]
    ordered = line.json("programmes", "order", programme, "Mesurer", "Coopérer")
    assert [x["name"] for x in ordered["chantiers"]] == ["Mesurer", "Coopérer"]
    assert "1. Mesurer" in line("programmes", "show", programme).out
    (listed,) = line.json("programmes", "list")["programmes"]
    assert listed["name"] == programme
    unknown = line("programmes", "show", "Mesurer")
    assert (unknown.code, "Rives communes" in unknown.err) == (1, True)


def test_group_is_found_by_words_of_its_name_unless_several_have_them(line, programme):
    line.json("groups", "add", "Coopérer ailleurs")
    assert line.json("groups", "show", "mesu")["group"]["name"] == "Mesurer"
    assert line.json("programmes", "show", "COMMUNES")["group"]["name"] == programme
    assert line.json("groups", "show", "cooperer")["group"]["name"] == "Coopérer"
    several = line("groups", "show", "coop")
    assert (several.code, several.err.count("Coopérer")) == (1, 2)
    assert line("groups", "show", "99").code == 1


def test_referent_of_a_chantier_has_an_address_and_a_structure(line, programme, elodie):
    home = line.json(*ORGANISATION, "Le Centdix")["contact"]["id"]
    changed = line.json(
        *("groups", "change", "Coopérer", "--referent", elodie, "--title", "Référente"),
        *("--structure", home, "--email", "elodie@ailleurs.example.org", "--ephemeral", "oui"),
    )["group"]
    assert (changed["referent"], changed["referent_organisation"]) == (
        "Élodie Lefèvre",
        "Le Centdix",
    )
    assert changed["contact_email"] == "elodie@ailleurs.example.org"
    assert changed["is_ephemeral"] is True
    assert changed["programme"] == programme
    assert line("groups", "change", "Coopérer").code == 2
    cleared = line.json("groups", "change", "Coopérer", "--referent", "")["group"]
    assert cleared["referent_id"] is None


def test_objectives_are_added_changed_ordered_and_removed(line, programme):
    add = ("groups", "objectives", "Coopérer", "--add")
    line.json(*add, "Une loi", "--kind", "political", "--due", "2026-12-31")
    found = line.json(*add, "Un guide", "--deliverable", "un livret")["objectives"]
    first, second = (x["id"] for x in found)
    done = line.json("groups", "change-objective", second, "--state", "reached", "--rank", "1")
    assert [(x["text"], x["state"]) for x in done["objectives"]] == [
        ("Un guide", "reached"),
        ("Une loi", "to_do"),
    ]
    assert "Politique" in line("groups", "show", "Coopérer").out
    left = line.json("groups", "remove-objective", first)["objectives"]
    assert [x["text"] for x in left] == ["Un guide"]
    assert line("groups", "change-objective", 999, "--state", "reached").code == 1


def test_outputs_and_registers_are_told_in_the_report_of_the_year(line, programme):
    usual = line.json("registers", "list")["usual"]
    assert usual[0] == "ÉCLAIRER, THÉORISER, CARTOGRAPHIER"
    registers = line.json("registers", "add-usual")["registers"]
    assert len(registers) == 3
    made = line.json(
        *("groups", "outputs", "Coopérer", "--add", "Guide", "--on", "2024-05-01"),
        *("--kind", "tool", "--licence", "CC-BY-SA"),
    )["outputs"][0]
    line.json("groups", "change-output", made["id"], "--state", "published")
    line.json("groups", "tag", "Coopérer", usual[0])
    tagged = line.json("groups", "tag", "Coopérer", usual[1], "--output", made["id"])
    assert tagged["registers"] == [usual[1]]
    event = line.json("events", "add", "Fête des rives", "--on", "2024-06-08")["event"]["id"]
    tagged = line.json("registers", "tag-event", event, "éclairer cartographier")
    assert tagged["registers"] == [usual[0]]
    report = line.folder / "rapport.md"
    line.json("registers", "report", "--year", "2024", "--to", report)
    told = report.read_text(encoding="utf-8")
    assert "# Rapport d’activité 2024" in told
    assert "**Guide** — Coopérer · outil · 1er mai 2024 · CC-BY-SA · publiée" in told
    assert "- **Fête des rives** — samedi 8 juin 2024" in told
    paper = line.folder / "rapport.pdf"
    line.json("registers", "report", "--year", "2024", "--to", paper)
    assert "Guide" in text_of(paper)
    assert line("registers", "report", "--year", "99999", "--to", paper).code == 1
    line.json("registers", "rename", registers[0]["id"], "Éclairer")
    line.json("registers", "remove", registers[1]["id"])
    line.json("registers", "add", "Jardiner", "--description", "avec les mains")
    names = [x["name"] for x in line.json("registers", "list")["registers"]]
    assert names == ["Éclairer", "APPUYER LE DÉVELOPPEMENT…", "Jardiner"]
    line.json("registers", "add", "Jardiner ailleurs")
    assert line("registers", "tag-event", event, "jardin").code == 1  # of two
    assert line.json("groups", "remove-output", made["id"])["outputs"] == []


def test_structures_come_from_a_file_and_other_spellings_are_asked_about(line, programme):
    known = line.json(*ORGANISATION, "Que Vol'lande")["contact"]["id"]
    file = line.folder / "structures.txt"
    file.write_text("• Que'Vollande\nClus'Ter Loire\nAéma Partage\n", encoding="utf-8")
    words = ("programmes", "structures", programme, "--from", file)
    rows = line.json(*words, "--dry-run")["names"]
    assert [(x["name"], x["verdict"]) for x in rows] == [
        ("Que'Vollande", "similar"),
        ("Clus'Ter Loire", "new"),
        ("Aéma Partage", "new"),
    ]
    assert rows[0]["similar"][0]["contact_id"] == known
    refused = line(*words)
    assert (refused.code, "Que'Vollande" in refused.err) == (1, True)
    done = line.json(*words, "--same", f"Que'Vollande={known}")
    assert (len(done["joined"]), done["made"]) == (3, ["Clus'Ter Loire", "Aéma Partage"])
    again = line.json("programmes", "structures", programme, "Aéma Partage", "aema nouvelle")
    assert again["already"] == ["Aéma Partage"]
    assert line("programmes", "structures", programme, "--from", line.folder / "rien").code == 2
    book = line.folder / "annuaire.xlsx"
    line.json("programmes", "directory", programme, "--to", book)
    assert load_workbook(book).active["A6"].value == "Aéma Partage"
    paper = line.folder / "annuaire.pdf"
    line.json("programmes", "directory", programme, "--to", paper)
    assert "Clus'Ter Loire" in text_of(paper)
    signed = line.json("groups", "sign", programme, "--contacts", known, "--on", "2024-03-01")
    assert signed["changed"] == 1


def test_people_join_leave_and_the_group_closes_with_a_summary(line, elodie):
    line.json("groups", "add", "DÉCOUVRIR", "--ephemeral", "yes")
    line.json("groups", "members", "découvrir", "--add", elodie, "--role", "animation")
    (part,) = line.json("groups", "members", "découvrir", "--leave", elodie)["parts"]
    assert (part["role"], part["ended_on"] is not None) == ("animation", True)
    refused = line("groups", "close", "DÉCOUVRIR")
    assert refused.code == 1
    line.json("groups", "close", "DÉCOUVRIR", "--summary", "Une carte", "--on", "2026-01-31")
    assert "Bilan" in line("groups", "show", "DÉCOUVRIR").out
    assert line.json("groups", "list")["groups"] == []
    assert len(line.json("groups", "list", "--closed", "--kind", "group")["groups"]) == 1
    assert line.json("groups", "reopen", "1")["group"]["ended_on"] is None
    sheet = line.folder / "fiche.pdf"
    line.json("groups", "sheet", "DÉCOUVRIR", "--to", sheet)
    assert "Une carte" in text_of(sheet)
    assert line.json("groups", "events", "DÉCOUVRIR")["events"] == []
    assert line("groups", "events", "DÉCOUVRIR", "--add", "999").code == 1
    assert line.json("groups", "activity", "DÉCOUVRIR")["activity"]["name"] == "DÉCOUVRIR"
    assert line("groups", "remove", "DÉCOUVRIR").code == 1


def test_group_is_removed_and_papers_name_their_file(line, programme):
    line.json("groups", "remove", "Mesurer")
    assert len(line.json("programmes", "show", programme)["chantiers"]) == 1
    paper = line.folder / "programme.pdf"
    assert line.json("programmes", "report", programme, "--to", paper)["file"] == str(paper)
    assert "Coopérer" in text_of(paper)
