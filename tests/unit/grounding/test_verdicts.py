"""What the check catches, and what it lets pass: one small case for each kind of error and of courtesy."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.domain.evidence import Evidence
from coach.domain.grounding import CheckReport, check_draft
from coach.domain.models import Kind

NOTE = (
    "Met Priya Raman at the coffee queue. She is head of data at Nordwind in Hamburg and runs a meetup on data "
    "contracts with 120 members. Her daughter starts school in September. She does not use Kafka; they moved to "
    "Pulsar two years ago."
)
EVIDENCE = [
    {"label": "N1", "kind": "note", "text": NOTE, "author": None, "at": "2024-07-10"},
    {"label": "N2", "kind": "note", "text":
     "Lunch with Tomasz Nowak, a freelance trainer. He is writing a book about pytest.",
     "author": None, "at": "2024-07-11"},
    {"label": "N3", "kind": "note", "text": "I told Priya about our flaky test suite.", "at": "2024-07-10"},
    {"label": "C1", "kind": "commitment",
     "text": "I owe Priya Raman: send the paper on schema evolution (by 2024-07-19)"},
    {"label": "T1", "kind": "session", "title": "Data contracts in practice", "names": ["Priya Raman"],
     "text": "How a team of eight keeps 40 pipelines honest with machine learning."},
]  # fmt: skip
BRIEF = {"event": "EuroPython 2024", "person": "Priya Raman", "today": "2024-07-15", "user": "Sam Lee"}


def _check(text: str) -> CheckReport:
    return check_draft(text, EVIDENCE, BRIEF)


@pytest.mark.parametrize(
    "draft",
    [
        "Hi Priyanka, how are you?",
        "How is everyone at Nordlicht?",
        "As a surgeon you surely have little time.",
        "How is the weather in Munich?",
        "Your meetup has 150 members.",
        "Your daughter starts school in October.",
        "It was great to meet you last month.",
        "I'm still waiting for the paper on schema evolution you promised me.",
        "You seemed to like my meetup on data contracts.",
        "Your flaky test suite gave me ideas.",
        "Since you use Kafka, I have a question.",
        "I loved your talk on data contracts.",
        "Congratulations on your prize-winning podcast!",
        "I can get you a keynote at the Tokyo summit.",
        "How is your book about pytest coming along?",
    ],
)
def test_an_error_is_marked(draft: str) -> None:
    assert not _check(draft).passed


@pytest.mark.parametrize(
    "draft",
    [
        "Hi Priya,",
        "Dear Ms Raman, I hope you are well.",
        "Would you be free for a coffee next Thursday at 3pm?",
        "I'd love to hear more about your meetup.",
        "What do you enjoy most about running it?",
        "Your meetup brings together roughly a hundred and twenty people.",
        "You don't use Kafka, do you?",
        "You switched to Pulsar in 2022, as I understand it.",
        "As promised, I'll send you the schema evolution paper by 19 July.",
        "How does a team of 8 keep forty pipelines honest with ML?",
        "It was lovely to meet you in the coffee queue last week.",
        "I told you about our flaky tests.",
        "All the best to your daughter for her start at school in September!",
        "Best,\nSam",
    ],
)
def test_a_grounded_or_harmless_sentence_passes(draft: str) -> None:
    report = _check(draft)
    assert report.passed, [(part.text, part.reason) for part in report.sentences]


def test_a_true_sentence_with_the_wrong_label_is_supported_and_the_reason_says_so() -> None:
    sentence = _check("Your meetup has 120 members [N2].").sentences[0]
    assert sentence.verdict == "supported"
    assert "N1" in sentence.labels
    assert "N2" in sentence.reason


def test_a_promise_turned_round_names_the_one_who_gave_it() -> None:
    sentence = _check("Thanks for offering to send me the paper on schema evolution.").sentences[0]
    assert sentence.verdict == "contradicted"
    assert sentence.labels == ("C1",)


def test_a_meeting_needs_a_note_of_it() -> None:
    programme = [EVIDENCE[4]]
    assert not check_draft("It was great to meet you in Prague.", programme, BRIEF).passed
    assert check_draft("I'm curious about your session on data contracts.", programme, BRIEF).passed


def test_no_evidence_supports_nothing() -> None:
    report = check_draft("You run a meetup with 120 members in Hamburg.", [], {"person": "Priya Raman"})
    assert not report.passed
    assert not any(part.labels for part in report.sentences)


def test_evidence_objects_and_dicts_give_the_same_report() -> None:
    objects = [Evidence(label="N1", source_id="x", kind=Kind.NOTE, text=NOTE)]
    plain = [{"label": "N1", "kind": "note", "text": NOTE}]
    draft = "Your meetup has 120 members, and your daughter starts school in September."
    assert check_draft(draft, objects, BRIEF) == check_draft(draft, plain, BRIEF)


def test_german_nouns_are_not_taken_for_names() -> None:
    notes = [
        {
            "label": "N1",
            "kind": "note",
            "text": "Sabine Krüger leitet die Abteilung in Köln, 35 Prozent per App.",
        }
    ]
    draft = "Liebe Sabine, vielen Dank für das Gespräch über die Meldung. Die Zahlen aus der Abteilung sind spannend."
    assert check_draft(draft, notes, {"person": "Sabine Krüger"}).passed
    assert not check_draft("Liebe Susanne, 55 Prozent sind stark.", notes, {"person": "Sabine Krüger"}).passed


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_is_read_without_failing_and_offsets_hold(draft: str, note: str) -> None:
    report = check_draft(draft, [{"label": "N1", "kind": "note", "text": note}], BRIEF)
    for sentence in report.sentences:
        assert sentence.text == draft[sentence.start : sentence.end]
        assert all(quote in note for quote in sentence.quotes)
    assert all(claim.text == draft[claim.start : claim.end] for claim in report.claims)


def test_the_same_draft_gives_the_same_report() -> None:
    draft = "Hi Priya, your talk in Berlin last week drew 300 people, as we discussed."
    assert _check(draft) == _check(draft)


def test_the_report_does_not_hang_on_the_order_of_sets() -> None:
    code = (
        "import json; from eval.grounding import cases, check_draft; "
        "some = list(cases('tune'))[:12]; "
        "print([check_draft(c['draft'], e['evidence'], e['brief']).model_dump_json() for e, c in some])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True, check=True, cwd=Path(__file__).parents[3], env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "7")
    }  # fmt: skip
    assert len(outputs) == 1


def test_letters_that_fold_into_several_break_nothing() -> None:
    note = {"label": "N1", "kind": "note", "text": "Her 20 ﬁve-a claim was wrong.", "author": "", "at": None}
    assert check_draft("Her five claims were wrong.", [note]).sentences
