"""Letters to partners and texts of conventions, from the command line."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

ORGANISATION = ("contacts", "add", "--organisation-name")


def text_of(path):
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    said = " ".join(page.extract_text() for page in pages)
    return " ".join(said.replace("\u00a0", " ").replace("\u202f", " ").split())


@pytest.fixture
def line(line):
    """With a partner, an agreement and a commitment."""
    profile = line.folder / "profil.toml"
    profile.write_text(
        'name = "La Coop des Rives"\nrna = "W442000001"\nsignatory_name = "Camille Aubry"\n'
        'email = "bureau@example.org"\n[address]\ncity = "Nantes"\n',
        encoding="utf-8",
    )
    line.json("profile", "set", profile)
    home = line.json(
        *ORGANISATION, "Maison des Tilleuls", "--street", "1 rue Haute", "--postal-code",
        "44000", "--city", "Nantes", "--email", "tilleuls@example.org",
    )["contact"]["id"]  # fmt: skip
    line.json("partners", "add", home)
    line.json("agreements", "add", "tilleuls", "Un toit", "--kind", "premises")
    line.json("commitments", "add", "tilleuls", "Remettre les clés")
    return line


def test_letter_is_previewed_adapted_written_and_drafted(line):
    words = ("partners", "letters", "preview", "tilleuls", "--text", "5", "--commitment", "1")
    letter = line.json(*words)["letter"]
    assert "Remettre les clés" in letter["body"]
    assert "Point sur un engagement" in line(*words).out
    body = line.folder / "corps.txt"
    body.write_text("Bonjour,\n\nEt les clés ?", encoding="utf-8")
    paper = line.folder / "lettre.pdf"
    write = ("partners", "letters", "write", "tilleuls")
    done = line.json(*write, "--subject", "Les clés", "--body", body, "--to", paper)
    assert (done["count"], done["left_out"]) == (1, [])
    assert "Et les clés ?" in text_of(paper)
    drafts = line.json(*write, "--agreement", "un toit", "--eml", line.folder / "d")["drafts"]
    assert len(drafts) == 1
    assert line(*write).code == 2
    assert line(*write, "--text", "9", "--to", paper).code == 1


def test_texts_are_listed_changed_added_and_taken_back(line):
    letters = ("partners", "letters")
    found = line.json(*letters, "list")
    kinds = [(text["kind"], text["name"]) for text in found["texts"]]
    assert ("agreement", "Convention de subvention") in kinds
    assert "nos engagements" in found["blanks"]["agreement"]
    assert "Conventions avec les partenaires" in line(*letters, "list").out
    shown = line.json(*letters, "show", "agreement", "--text", "2", "--sample")
    assert "{" not in shown["sample"]["body"]
    assert "(proposé)" in line(*letters, "show", "partner").out
    changed = line.json(*letters, "edit", "partner", "--name", "À nous")["text"]
    assert (changed["own"], changed["name"]) == (True, "À nous")
    body = line.folder / "texte.txt"
    body.write_text("Cher {partenaire}", encoding="utf-8")
    added = line.json(
        *letters, "edit", "partner", "--new", "--name", "Bref", "--subject", "Bonjour",
        "--body", body,
    )["text"]  # fmt: skip
    assert added["place"] == 6
    assert line(*letters, "edit", "partner").code == 2
    line.json(*letters, "remove", "partner", "--text", "6")
    assert line.json(*letters, "reset", "partner")["removed"] == 5


def test_text_of_an_agreement_is_shown_taken_replaced_and_printed(line):
    text = ("agreements", "text", "un toit")
    assert "Maison des Tilleuls met gratuitement" in line.json(*text)["read"]
    assert "{prêteur}" in line.json(*text)["text"]
    assert "prête gratuitement du matériel" in line(*text, "--take", "4").out
    body = line.folder / "texte.txt"
    body.write_text("Entre nous et {partenaire}.", encoding="utf-8")
    line.json(*text, "--body", body)
    paper, summary = line.folder / "convention.pdf", line.folder / "resume.pdf"
    line.json("agreements", "paper", "un toit", "--to", paper)
    assert "Entre nous et Maison des Tilleuls." in text_of(paper)
    line.json("agreements", "summary", "un toit", "--to", summary)
    assert "Résumé de la convention" in text_of(summary)
    assert "Il a été convenu" in line(*text, "--usual").out
    assert line(*text, "--usual", "--take", "1").code == 2
    body.write_text("{tarif}", encoding="utf-8")
    assert line(*text, "--body", body).code == 1
