"""What stands first when records, pages and commands are all found."""

from coopdesk.ui.finder import Entry, before_chance, rank


def entries(*texts, detail=""):
    return [Entry(text, "", lambda: None, detail) for text in texts]


def order(records, commands, typed):
    return [entry.text for entry in before_chance(records, commands, typed)]


def test_command_that_begins_so_comes_before_records_that_only_hold_it():
    people = entries("Chloé Aubert", detail="49800 Trélazé")
    found = order(people, entries("Relances", "Chorale"), "rela")
    assert found == ["Relances", "Chloé Aubert", "Chorale"]


def test_record_whose_name_begins_so_stays_first():
    people = entries("Élodie Le-Rela", "Chloé Trélat")
    found = order(people, entries("Relances"), "rela")
    assert found == ["Élodie Le-Rela", "Relances", "Chloé Trélat"]


def test_command_that_begins_so_comes_before_accounts_that_hold_the_word():
    account = Entry("1022 · Fonds statutaires", "", lambda: None, is_named=False)
    found = order([account], entries("Statistiques des adhésions"), "stat")
    assert found == ["Statistiques des adhésions", "1022 · Fonds statutaires"]


def test_words_that_are_begun_come_before_words_that_only_hold_what_is_typed():
    found = rank(entries("Affectation du résultat…", "Importer un FEC…", "Fécule"), "fec")
    assert [one.text for one in found] == [
        "Fécule",
        "Importer un FEC…",
        "Affectation du résultat…",
    ]


def test_command_that_says_nothing_more_comes_before_those_that_do():
    found = rank(entries("Importer des écritures…", "Importer"), "importer")
    assert [one.text for one in found] == [
        "Importer",
        "Importer des écritures…",
    ]
