"""The commands for practice, on a real workspace without a model that thinks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from langchain_core.embeddings import DeterministicFakeEmbedding
from typer.testing import CliRunner

from coach.bootstrap import open_coach
from coach.cli import app
from coach.config import Settings
from coach.domain.models import Goal, Note, Person, Story
from coach.facade import Coach


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Coach]:
    def opened(*_: object, **__: object) -> Coach:
        return open_coach(
            tmp_path, settings=Settings(llm="none"), embeddings=DeterministicFakeEmbedding(size=8), starter=False
        )

    monkeypatch.setattr("coach.bootstrap.open_coach", opened)
    with opened() as coach:
        coach.add_many(
            [
                Goal(text="Restore the flooded archive"),
                Person(id="ana", name="Ana Ruiz", role="archivist", cares_about=("archives",)),
                Note(text="Ana dried charts from the flooded archive with old paper.", people=("ana",)),
                Story(id="lamp", title="The lamp", struggle="It went out.", good_for=("a shy newcomer",)),
            ]
        )
    coach = opened()
    yield coach
    coach.close()


def test_stories_are_found_for_a_purpose_cut_short_and_asked_about(workspace: Coach) -> None:
    run = CliRunner().invoke
    assert "The lamp" in run(app, ["stories", "--for", "a shy newcomer"]).stdout
    assert run(app, ["stories", "lamp", "--seconds", "30"]).stdout == "It went out.\n"
    overview = run(app, ["stories"]).stdout
    assert "The lamp (lamp) lacks the turn." in overview
    assert "Restore the flooded archive" in overview
    assert run(app, ["stories", "gone"]).exit_code != 0


def test_a_challenge_is_kept_and_answered_without_a_model(workspace: Coach) -> None:
    done = CliRunner().invoke(app, ["clinic", "Our archive is flooded and the charts are wet.", "--json"])
    found = json.loads(done.stdout)
    assert [one["person"]["name"] for one in found["helpers"]] == ["Ana Ruiz"]
    assert [note.text for note in workspace.clinic.challenges()] == ["Our archive is flooded and the charts are wet."]


def test_a_rehearsal_without_a_model_is_answered_from_the_notes_by_rule(workspace: Coach) -> None:
    talk = "Hello Ana!\nHow did you dry the charts from the archive?\nDo you sail?\n\n"
    done = CliRunner().invoke(app, ["rehearse", "Ana Ruiz"], input=talk)
    assert done.exit_code == 0
    assert "No language model is set up: the answers are put together from your notes by rule." in done.stderr
    assert "I dried charts from the flooded archive with old paper." in done.stderr
    assert "Ask this for real: Do you sail?" in done.stdout


def test_a_rehearsal_that_ends_at_once_has_nothing_to_measure(workspace: Coach) -> None:
    done = CliRunner().invoke(app, ["rehearse", "--like", "an archivist"], input="\n")
    assert done.stdout == "You said nothing, so there is nothing to measure.\n"


def test_a_rehearsal_shows_its_figures_in_words(workspace: Coach) -> None:
    done = CliRunner().invoke(app, ["rehearse", "--like", "an archivist"], input="Hello!\nDo you sail?\n\n")
    assert "This is practice: all words are made up from what your notes hold of people like “an archivist”." in (
        done.stderr
    )
    assert "an empty line ends it" in done.stderr
    assert "Stand-in: Hello!" in done.stderr
    assert "Questions: 1 in 2 turns (aim: one in two turns)" in done.stdout
    assert "Signs of listening: not counted: nothing of theirs to go on" in done.stdout
    assert "Concrete statements: not counted: you told nothing" in done.stdout
    assert "The close: no next step (aim: a next step with a day)" in done.stdout
    assert not any(raw in done.stdout for raw in ("words mine", "follow ups", "close: 0.0"))


def test_a_type_of_whom_nothing_is_noted_is_said_to_be_one(workspace: Coach) -> None:
    done = CliRunner().invoke(app, ["rehearse", "--like", "a sceptical procurement officer"], input="\n")
    assert "your notes hold nobody like “a sceptical procurement officer”" in done.stderr
    assert "It has no answer to anything else." in done.stderr


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (Person(id="li", name="Li Wei"), "your notes hold nothing on Li Wei"),
        (Person(id="li", name="Li Wei", organisation="Delft"), "your notes hold no more on Li Wei than the profile"),
    ],
)
def test_that_little_or_nothing_is_noted_of_somebody_is_said_and_no_stock_line_is_held_up_as_theirs(
    workspace: Coach, person: Person, said: str
) -> None:
    workspace.add(person)
    talk = "Hello Li!\nLet us meet next week.\nI built a boat last year.\nGood.\n\n"
    done = CliRunner().invoke(app, ["rehearse", "Li Wei"], input=talk)
    assert said in done.stderr
    assert "I look forward to it." in done.stderr
    assert "They had said" not in done.stdout
    assert "from what your notes hold" not in done.stderr


def test_a_confidence_of_a_challenge_is_shown_and_in_no_words_for_others(workspace: Coach) -> None:
    done = CliRunner().invoke(app, ["clinic", "Between us: Bo is leaving. How do we dry the charts of the archive?"])
    assert "For you alone, so it is in no message and no question: “Between us: Bo is leaving.”" in done.stdout
    assert done.stdout.count("Bo is leaving") == 1
    assert "How do we dry the charts of the archive?" in done.stdout


def test_a_question_that_cannot_be_asked_is_said_to_be_one_in_place_of_a_message(workspace: Coach) -> None:
    done = CliRunner().invoke(app, ["clinic", "Between us: who knows how to dry charts?"])
    assert "your question is not in a sentence of its own" in done.stdout
    assert "Could I ask you one question" not in done.stdout
    asked = CliRunner().invoke(app, ["clinic", "Bo is leaving (hush hush), who knows how to dry charts?"])
    assert "Could I ask you one question, ten minutes at most? Who knows how to dry charts?" in asked.stdout
    assert "To open it up with a stranger:" in asked.stdout


def test_what_speaks_for_somebody_stands_before_how_to_ask_them(workspace: Coach) -> None:
    said = CliRunner().invoke(app, ["clinic", "Our archive is flooded and the charts are wet."]).stdout
    assert "Who could help:\n- Ana Ruiz (archivist)\n  [" in said
    assert said.index("(archive, flooded, charts)") < said.index("  How to ask: I thought of you")
    nobody = CliRunner().invoke(app, ["clinic", "Who could help new people find work?"]).stdout
    assert nobody.startswith("Your notes name nobody who could help.\n")
