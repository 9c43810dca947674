"""Whatever the program says goes wrong has its German words, found by the English ones as they stand in the program."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from syntax import tree

from coach import errors
from coach.errors import CoachError, ImportFileError, StoreError, Words
from coach.intake import preview
from coach.ui.strings import Translator
from coach.ui.words.de.sentences import GERMAN

ROOT = Path(__file__).resolve().parents[2] / "coach"
NOT_ON_SCREEN = (
    *(
        "ui/components",
        "ui/views",
        "ui/workspace",
        "cli",
        "mcp_server",
        "bootstrap",
        "recall",
        "reader",
        "drafting/prompts",
        "llm/build",
        "llm/tune",
        "llm/catalogue",
    ),
    *("llm/library", "llm/kept_prompts"),
)
"""Words of the screen have tables of their own; the rest is met in a terminal alone, or means a broken installation."""
ERRORS = {name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, CoachError)}
REPORTS = {"skip", "warn", "require_items", "said"}
"""What importers say about entries (a place and a reason, or what is missing and a next step), and exports in files."""


def modules() -> Iterator[ast.Module]:
    for path in sorted(ROOT.rglob("*.py")):
        if not str(path.relative_to(ROOT)).startswith(NOT_ON_SCREEN):
            yield tree(path)


def words_of(node: ast.expr, module: ast.Module) -> Iterator[str]:
    """The sentences that an argument may be: itself, either side of a choice, or what its name stands for."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*words_of(node.body, module), *words_of(node.orelse, module))
    elif isinstance(node, ast.Name):
        for one in ast.walk(module):
            if isinstance(one, ast.Assign) and any(ast.dump(name) == _stored(node.id) for name in one.targets):
                yield from words_of(one.value, module) if not isinstance(one.value, ast.Name) else ()


def _exports(module: ast.Module) -> bool:
    return any(isinstance(one, ast.ImportFrom) and one.module == "coach.export.language" for one in module.body)


def _stored(name: str) -> str:
    return ast.dump(ast.Name(name, ast.Store()))


def arguments() -> Iterator[tuple[ast.expr, ast.Module]]:
    """What errors and reports are given as words."""
    for module in modules():
        for node in ast.walk(module):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                first = 1 if name in ("skip", "warn") else 0
                if name in ERRORS | REPORTS and (name != "said" or _exports(module)):
                    yield from ((one, module) for one in node.args[first:2])


def fields(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


def test_every_sentence_about_what_goes_wrong_has_german_words() -> None:
    assert {words for one, module in arguments() for words in words_of(one, module)} - GERMAN.keys() == set()


def test_no_error_is_put_together_where_a_screen_could_not_find_its_words() -> None:
    assert [ast.unparse(one) for one, _ in arguments() if isinstance(one, ast.JoinedStr)] == []


def test_no_german_words_are_left_over() -> None:
    standing = {
        node.value
        for module in modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert GERMAN.keys() - standing == set()


def test_german_words_have_the_same_fields() -> None:
    assert [english for english, german in GERMAN.items() if fields(english) != fields(german)] == []


def test_an_error_is_said_in_the_language_with_its_values_and_what_it_rests_on() -> None:
    t = Translator()
    full = StoreError(
        "The workspace {where!r} cannot be used: {what}.", "Try again.", where="w.db", what=Words("the disk is full")
    )
    later = StoreError(
        "{failure.message} {done} of {total} items were saved before.",
        "{failure.next_step}",
        failure=full,
        done=5,
        total=9,
    )
    assert t.error(later) == (later.message, "Try again.")
    t.use("de")
    assert t.error(later) == (
        "Der Arbeitsbereich 'w.db' ist nicht zu gebrauchen: die Platte ist voll. 5 von 9 Einträgen waren schon "
        "gespeichert.",
        "Versuche es noch einmal.",
    )


def test_a_file_without_anything_says_why_in_the_language() -> None:
    t = Translator()
    t.use("de")
    with pytest.raises(ImportFileError) as caught:
        preview("", data=b"BEGIN:VCARD\nVERSION:3.0\nORG:Harbour\nEND:VCARD\n", name="x.vcf")
    assert t.error(caught.value) == (
        "In 'x.vcf' ist keine Karte einer Person. Der erste Grund: card 1: Es ist die Karte einer Firma, nicht einer "
        "Person.",
        "Exportiere deine Kontakte noch einmal als vCard (.vcf).",
    )


def test_words_that_the_language_lacks_are_said_in_english() -> None:
    t = Translator()
    t.use("de")
    assert t.error(CoachError("Something {what}.", what="new")) == ("Something new.", "")


def test_a_value_with_braces_is_taken_as_it_is() -> None:
    assert (
        ImportFileError("{name!r} is not text.", "Choose {another}.", name="{x}", another="b").message
        == "'{x}' is not text."
    )
    assert CoachError("as {it} stands").message == "as {it} stands"
