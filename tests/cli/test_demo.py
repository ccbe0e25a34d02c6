"""The demonstration on the command line."""

from __future__ import annotations


def test_demo_makes_the_file_and_the_same_seed_the_same_people(line):
    first, second = line.folder / "a.coopdesk", line.folder / "b.coopdesk"
    words = ("demo", "--contacts", "30", "--years", "1", "--seed", "7", "--json")
    built = line.bare("--database", first, *words)
    assert (built.code, built.document["counts"]["contacts"]) == (0, 30)
    line.bare("--database", second, *words)
    names = [
        line.bare("--database", path, "contacts", "list", "--json").document["contacts"]
        for path in (first, second)
    ]
    assert len(names[0]) >= 1
    assert names[0] == names[1]


def test_demo_refuses_a_database_that_holds_somebody(line, elodie):
    result = line("demo", "--json")
    assert result.code == 1
    assert result.document["error"]["code"] == "demo.not_empty"
    assert line.json("contacts", "list")["count"] == 1


def test_demo_that_is_refused_leaves_no_file(line):
    path = line.folder / "neuve.coopdesk"
    result = line.bare("--database", path, "demo", "--years", "99", "--json")
    assert result.code == 1
    assert result.document["error"]["code"] == "demo.out_of_range"
    assert not path.exists()
