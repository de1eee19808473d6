"""The screen speaks Spanish throughout: every message has its words, and no words go round the catalogue."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from presskit import i18n
from tests.spanish import ROOT, catalogue

PACKAGE = ROOT / "presskit"
TRANSLATORS = {"_", "N_", "ngettext"}

# Names, formats and words that are the same in both languages.
SAME = {
    "203-555-0100", "44%", "{told}", "{size} byte", "{size} bytes", "{count} byte", "{count} bytes", "PDF",
    "PDF (*.pdf)", "{name}: {note}", "A4 (210 × 297 mm)", "{count} kB", "{count} MB", "Esc", "No", "no",
    "Embargo", "v{number}", "{kind}: {count}", "Markdown", "AP", "{number}%", "{date}, {time}",
    "{time} {zone}, {date}", "Hindi", "Chicago", "Denver", "Anchorage", "Honolulu", "São Paulo",
    "Ho Chi Minh", "Hong Kong", "Kit", "{language}: {found}", "{language} · {tag}", "{language} · original",
    "{state}. Original: {words}", "Original", "Alt", "Ctrl", "Ins", "Tab", "{title}, {moment}",
}  # fmt: skip
ENDS = ("…", ":", "?", "!", ".")
FORMATS = {"MMM d, yyyy", "MMM d, yyyy h:mm AP"}

# Calls that put words on screen, by the name of what is called.
SHOWING = {
    "setText", "setWindowTitle", "setToolTip", "setPlaceholderText", "setAccessibleName", "setStatusTip",
    "setAccessibleDescription", "addAction", "addMenu", "addItem", "addItems", "addTab", "addRow", "setTitle",
    "setInformativeText", "setSpecialValueText", "setSuffix", "setPrefix", "setHeaderLabels", "setLabelText",
    "setHorizontalHeaderLabels", "setTabText", "setItemText", "showMessage", "insertItem", "setIconText",
    "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu",
    "QListWidgetItem", "QTableWidgetItem", "QTreeWidgetItem", "QDockWidget", "question", "information",
    "warning", "getText", "getItem", "getOpenFileName", "getSaveFileName", "getExistingDirectory",
    "print", "say", "edit_kit",
}  # fmt: skip
_WORDS = re.compile(r"[A-Za-z]{2,}")
_PLACES = re.compile(r"\{[^}]*\}")


@cache
def messages() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Every message that the program has now: its English forms and its Spanish ones."""
    tool = catalogue()
    found = []
    for each in tool.joined(tool.said(), tool.translated()):
        if each.id:
            said = (each.id,) if isinstance(each.id, str) else tuple(each.id)
            given = each.string if isinstance(each.string, tuple | list) else (each.string or "",)
            found.append((said, tuple(given)))
    return tuple(found)


def test_every_message_has_its_spanish_words() -> None:
    assert len(messages()) > 1500
    assert [said for said, given in messages() if len(given) != len(said) or not all(given)] == []


def test_the_catalogue_and_what_the_program_reads_are_of_now() -> None:
    tool = catalogue()
    text, compiled = tool.written(tool.joined(tool.said(), tool.translated()))
    assert text == tool.TRANSLATED.read_bytes(), "run packaging/catalogue.py"
    assert compiled == tool.TRANSLATED.with_suffix(".mo").read_bytes(), "run packaging/catalogue.py"
    assert b"fuzzy" not in text


def test_spanish_words_fill_in_what_the_english_ones_do() -> None:
    wrong = []
    for said, given in messages():
        places = [sorted(set(_PLACES.findall(each))) for each in said]
        for number, words in enumerate(given):
            if not words:
                continue
            has = sorted(set(_PLACES.findall(words)))
            # "One line" and "{count} lines": a single one may be said in a word, or with its number.
            fits = has == places[number] or (len(said) == 2 and number == 0 and has == places[1])
            if not fits:
                wrong.append((said, words))
    assert wrong == []


def test_spanish_words_end_and_begin_as_the_english_ones_do() -> None:
    wrong = []
    for said, given in messages():
        for old, new in zip(said, given, strict=True):
            ends = [mark for mark in ENDS if old.rstrip().endswith(mark) != new.rstrip().endswith(mark)]
            blank = old[:1].isspace() != new[:1].isspace() or old[-1:].isspace() != new[-1:].isspace()
            case = old[:1].isalpha() and new[:1].isalpha() and old[:1].isupper() != new[:1].isupper()
            asks = new.rstrip().endswith("?") and "¿" not in new
            if ends or blank or asks or (case and old not in FORMATS) or old.count("\n") != new.count("\n"):
                wrong.append((old, new))
    assert wrong == []


def test_spanish_words_are_spanish() -> None:
    assert (
        sorted(
            {old for said, given in messages() for old, new in zip(said, given, strict=True) if old == new}
            - SAME
        )
        == []
    )
    marks = [
        new
        for _said, given in messages()
        for new in given
        if set(new) & set("“”") or new.count("«") != new.count("»")
    ]
    assert marks == []


def test_one_thing_has_one_name() -> None:
    """Words that the trade keeps apart in Spanish; the glossary of PressKit."""
    spanish = {said[0]: given[0] for said, given in messages()}
    for english, word in (
        ("Headline", "Titular"), ("Subhead", "Subtítulo"), ("Lede", "Entrada"), ("Crosshead", "Ladillo"),
        ("Boilerplate", "Texto institucional"), ("Dateline", "Lugar y fecha"), ("Quote", "Cita"),
        ("Speaker", "Portavoz"), ("Statistics", "Cifras"), ("Source", "Fuente"), ("Contacts", "Contactos"),
        ("Notes to editors", "Notas para la redacción"), ("Caption", "Pie de foto"), ("Checks", "Revisión"),
        ("House style", "Libro de estilo"), ("Library", "Biblioteca"), ("Set aside", "En el apartado"),
    ):  # fmt: skip
        assert spanish[english] == word


# --- what goes round the catalogue


def sources() -> Iterator[tuple[Path, ast.Module]]:
    """The files of the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, ast.parse(path.read_text("utf-8"))


def called(node: ast.Call) -> str:
    """The last name of what is called."""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def loose(node: ast.AST) -> Iterator[str]:
    """The words of an expression that nothing translates. What is looked up, compared or formatted with stays
    out of it."""
    match node:
        case ast.Constant(value=str(words)):
            if _WORDS.search(words):
                yield words
        case ast.JoinedStr(values=parts):
            for part in parts:
                yield from loose(part) if isinstance(part, ast.Constant) else ()
        case ast.BinOp(left=left, right=right):
            yield from loose(left)
            yield from loose(right)
        case ast.IfExp(body=body, orelse=other):
            yield from loose(body)
            yield from loose(other)
        case ast.BoolOp(values=values) | ast.List(elts=values) | ast.Tuple(elts=values):
            for value in values:
                yield from loose(value)
        case ast.Call(func=ast.Attribute(value=inner, attr="format" | "join" | "upper")):
            yield from loose(inner)
        case _:
            return


# Names, and addresses that are examples: the same in every language.
NO_WORDS = ("PressKit", "presskit", "SHA-256", "PDF", "https://", "library.example.org")
_TAGS = re.compile("</?[a-z]+[^<>]*>?")
_NAMES = re.compile("|".join(map(re.escape, NO_WORDS)))


def bypassing(tree: ast.Module) -> list[tuple[int, str]]:
    """The lines of a file that show words which nothing translates, and the words."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in SHOWING:
            given = [*node.args, *(each.value for each in node.keywords if each.arg in {"text", "title"})]
            found += [(node.lineno, words) for each in given for words in loose(each)]
    return found


def test_no_words_on_screen_go_round_the_catalogue() -> None:
    wrong = []
    for path, tree in sources():
        for line, words in bypassing(tree):
            if _WORDS.search(_NAMES.sub("", _TAGS.sub("", words))):
                wrong.append(f"{path.relative_to(ROOT)}:{line}: {words!r}")
    assert wrong == []


def test_words_that_go_round_the_catalogue_are_found() -> None:
    tree = ast.parse(
        'QLabel("Save")\nbox.setText(_("Saved") + " by hand")\nbox.setText(f"{count} words")\n'
        'box.setToolTip(_("Save {name}").format(name="x"))\nbox.setText("" if empty else "Full")\n'
        'box.setText("{} kits".format(3))\nbox.setText(" · ".join(names))\n'
    )
    assert [line for line, _words in bypassing(tree)] == [1, 2, 3, 5, 6]


def test_messages_are_whole_sentences_of_their_own() -> None:
    """What is translated is one constant text, or one that a table marked: none is built from pieces, which
    no catalogue could have."""
    wrong = []
    for path, tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and called(node) in TRANSLATORS and path.name != "i18n.py":
                texts = node.args[:2] if called(node) == "ngettext" else node.args[:1]
                built = [
                    each
                    for each in texts
                    if isinstance(each, ast.JoinedStr | ast.BinOp)
                    or (isinstance(each, ast.Call) and called(each) == "format")
                    or (called(node) != "_" and not isinstance(each, ast.Constant))
                ]
                wrong += [f"{path.relative_to(ROOT)}:{node.lineno}" for _each in built]
    assert wrong == []


def test_nothing_is_translated_before_the_language_is_chosen() -> None:
    """At the loading of a module the screen has no language yet: there, `N_` marks and `_` comes later."""
    wrong = []
    for path, tree in sources():
        wrong += [
            f"{path.relative_to(ROOT)}:{node.lineno}"
            for node in _at_import(tree)
            if isinstance(node, ast.Call) and called(node) in {"_", "ngettext"}
        ]
    assert wrong == []


def _at_import(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        yield child
        if isinstance(child, ast.Lambda):
            continue
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            for usual in (*child.args.defaults, *child.args.kw_defaults, *child.decorator_list):
                if usual is not None:
                    yield usual
                    yield from _at_import(usual)
            continue
        yield from _at_import(child)


def test_nothing_else_is_called_as_the_translator_is() -> None:
    """A loop over `_` would leave a function without its translator."""
    wrong = []
    for path, tree in sources():
        names = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == "_"]
        if any(isinstance(node.ctx, ast.Store) for node in names) and any(
            isinstance(node, ast.ImportFrom) and any(each.name == "_" for each in node.names)
            for node in ast.walk(tree)
        ):
            wrong.append(str(path.relative_to(ROOT)))
    assert wrong == []


BRITISH = re.compile(
    r"organis|colour|recognis|centred|capitalis|judgement|misspelt|cancelled|favour|behaviour|catalogue|licence"
    r"|honour|programme|labour|grey|apologis|summaris|emphasis[ei]|italicis|authoris|travell|labell|centre\b",
    re.I,
)


def test_no_words_stay_none() -> None:
    """gettext has the head of its catalogue for them."""
    i18n.speak("es")
    try:
        assert i18n._("") == ""
    finally:
        i18n.speak("en")


def test_english_words_are_american() -> None:
    """The window speaks as AP writes; names between braces are not seen."""
    shown = [_PLACES.sub("", form) for said, _given in messages() for form in said]
    assert len(shown) > 2000
    assert [each for each in shown if BRITISH.search(each)] == []
