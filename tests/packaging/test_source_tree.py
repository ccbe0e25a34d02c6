"""Rules about the text of the whole tree, which no linter knows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "coopdesk"
THE_WRITER = PROGRAM / "system" / "files.py"
# A log grows as things happen, and the interpreter writes its last words into an open file.
THE_LOG = PROGRAM / "system" / "logs.py"
NOT_OURS = {".git", ".venv", "__pycache__", "build", "dist", "uv.lock", ".venv.lock"}
TEXT_KINDS = {".py", ".md", ".toml", ".sh", ".lock", ".csv", ".po", ".txt", ".svg", ".ini", ""}

# Written in two halves, so that this file does not hold them itself.
FOREIGN_PLACES = [
    a + b
    for a, b in [
        ("/wo", "rk/"),
        ("/tmp", "/brief"),
        ("/ro", "ot/"),
        ("py", "pi.org"),
        ("python", "hosted"),
        ("deb", ".debian.org"),
        ("npm", "js."),
    ]
]
WRITING_METHODS = {"write_bytes", "write_text"}
# Only a module that holds one of these can write: the others need not be taken apart.
WRITING_WORDS = ("open(", "save(", "QSaveFile", "shutil", *WRITING_METHODS)
BUFFERS = {"BytesIO", "StringIO", "QBuffer"}
# Only a module that has one of these names can call their `save(path)`.
SAVERS = re.compile(r"\b(openpyxl|reportlab|PIL|QImage|QPixmap|QPicture|grab)\b")
STREAMS = {*BUFFERS, "BinaryIO"}


def program_files() -> list[Path]:
    return sorted(PROGRAM.rglob("*.py"))


def text_files() -> list[Path]:
    return sorted(
        path
        for path in ROOT.rglob("*")
        if path.suffix in TEXT_KINDS
        and path.is_file()
        and not NOT_OURS & set(path.relative_to(ROOT).parts)
        and not any(part.endswith("_cache") for part in path.relative_to(ROOT).parts)
        and ".hypothesis" not in path.parts
    )


def name_of(call: ast.Call) -> str:
    """Return the last word of what is called: `save` for `book.save(…)`."""
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def buffers_of(nodes: list[ast.AST]) -> set[str]:
    """Return the names that hold a buffer in memory: assigned from one, or typed as one."""
    names = set()
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call() as call):
                if name_of(call) in BUFFERS:
                    names.add(name)
            case ast.arg(arg=name, annotation=ast.Name(id=kind)) if kind in BUFFERS | {
                "BinaryIO"
            }:
                names.add(name)
    return names


def opens_for_writing(call: ast.Call) -> bool:
    """Tell whether `open(…)` or `path.open(…)` gets a mode that writes."""
    position = 1 if isinstance(call.func, ast.Name) else 0
    modes = [k.value for k in call.keywords if k.arg == "mode"] or call.args[position:][:1]
    return any(isinstance(mode, ast.Constant) and writes(str(mode.value)) for mode in modes)


def writes(mode: str) -> bool:
    """Tell whether a word is a file mode that writes; a page of the window is none."""
    return set(mode) <= set("rwaxbt+") and bool(set(mode) & set("wax+"))


def is_name(node: ast.expr, names: set[str]) -> bool:
    return isinstance(node, ast.Name) and node.id in names


def writes_by_itself(call: ast.Call, buffers: set[str]) -> bool:
    """Tell whether a call writes a file without `system/files.py`."""
    name, is_method = name_of(call), isinstance(call.func, ast.Attribute)
    if name == "open":
        return opens_for_writing(call)
    if name == "save" and is_method and call.args:
        target = call.args[0]
        return not is_name(target, buffers)
    if name in WRITING_METHODS:  # as functions they are those of `system/files.py`
        return is_method
    if isinstance(call.func, ast.Attribute) and is_name(call.func.value, {"shutil"}):
        return name.startswith(("copy", "m"))
    return name == "QSaveFile"


def calls_that_write(source: str) -> list[str]:
    if not any(word in source for word in WRITING_WORDS):
        return []
    nodes = list(ast.walk(ast.parse(source)))
    buffers = buffers_of(nodes)
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    return [
        f"line {call.lineno}: {ast.unparse(call)}"
        for call in calls
        if writes_by_itself(call, buffers)
        and (name_of(call) != "save" or SAVERS.search(source))
    ]


@pytest.mark.parametrize(
    "line",
    [
        "book = openpyxl.Workbook(); book.save(path)",
        "window.grab().save(str(path), 'PNG')",
        "path.write_bytes(content)",
        "open(path, 'wb')",
        "open(path, mode='a')",
        "path.open('w')",
        "QSaveFile(path)",
        "shutil.copyfile(a, b)",
    ],
)
def test_rule_sees_a_call_that_writes(line: str):
    assert calls_that_write(line) != []


@pytest.mark.parametrize(
    "line",
    [
        "painter.save()",
        "book = openpyxl.Workbook(); page = BytesIO(); book.save(page)",
        "profiles.save(profile)",
        "open(path)",
        "path.open('rb')",
        "navigator.open('donations', target)",
        "path.open(encoding='utf-8')",
        "window.move(3, 4)",
        "write_text(path, 'a')",
    ],
)
def test_rule_lets_reading_and_memory_pass(line: str):
    assert calls_that_write(line) == []


def test_only_system_files_writes_files():
    found = {
        str(path.relative_to(ROOT)): calls
        for path in program_files()
        if path not in {THE_WRITER, THE_LOG}
        and (calls := calls_that_write(path.read_text(encoding="utf-8")))
    }

    assert found == {}


def test_no_module_imports_qt_charts_or_the_addons():
    banned = {"QtCharts", "QtPdf", "QtPdfWidgets", "QtWebEngineWidgets", "QtMultimedia"}
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in [*program_files(), *sorted((ROOT / "tests").rglob("*.py"))]
        for word in banned
        if f"import {word}" in (text := path.read_text(encoding="utf-8"))
        or f"PySide6.{word} " in text
    ]

    assert found == []


def test_no_file_names_a_machine_path_or_a_registry():
    found = [
        f"{path.relative_to(ROOT)}: {place}"
        for path in text_files()
        for place in FOREIGN_PLACES
        if place in path.read_text(encoding="utf-8", errors="replace")
    ]

    assert found == []
