from __future__ import annotations

from datetime import UTC, datetime

import pytest

from coach.domain.brief import Brief, Line
from coach.domain.grounding import CheckReport, ClaimCheck, SentenceCheck
from coach.domain.models import Answer, Draft, DraftVersion, Reflection, ReflectionPrompt
from coach.export.markdown import brief_to_markdown, draft_to_markdown, reflection_to_markdown


def test_each_line_is_followed_by_its_labels(brief: Brief) -> None:
    text = brief_to_markdown(brief)
    assert "1. How do you drain connections at a deploy? [T1] [N2]" in text
    assert "- Which deploy made you hold your breath? [T1]" in text
    assert "- An hour with your drain path. [N2]" in text
    assert "- *The night the map went blank*: When a deploy comes up. [S1]" in text
    assert "- Runs async Python in production [T1]" in text


def test_a_flagged_line_is_marked_and_says_why(brief: Brief) -> None:
    text = brief_to_markdown(brief)
    assert "2. ⚠ What did 340 patients teach you? [N2]\n   - ⚠ “340”: no cited note says 340" in text
    assert "⚠ marks what no cited note holds" in text


def test_cited_evidence_stands_at_the_end_with_its_quote(brief: Brief) -> None:
    _, evidence = brief_to_markdown(brief).split("## Evidence")
    assert "- [T1] *Two million parcels, 16 November 2026*: “Parcelwing tracks two million parcels a day.”" in evidence
    assert "Nobody cites this one." not in evidence


def test_a_label_without_evidence_is_named_not_hidden(brief: Brief) -> None:
    assert "⚠ [T7] is cited, but no such evidence was given." in brief_to_markdown(brief)


def test_a_person_whom_the_model_failed_keeps_the_reason(brief: Brief) -> None:
    assert "⚠ No lines for Tomek Żurawik: The model stopped. Try again." in brief_to_markdown(brief)


def test_others_come_in_short(brief: Brief) -> None:
    assert "## Also there\n\n- **إدريس بلمشتة**: Cares about queues [T7]" in brief_to_markdown(brief)


def test_heading_names_event_days_and_model(brief: Brief) -> None:
    text = brief_to_markdown(brief)
    assert text.startswith("# Harbourlight Days\n\n28–29 November 2026 · Old Tram Depot\n")
    assert "Made on 23 November 2026 with tiny-model." in text


def test_same_label_for_different_sources_gives_a_list_a_person(brief: Brief) -> None:
    first = brief.people[0]
    other = first.model_copy(
        update={
            "name": "Wanjiru",
            "person_id": "p9",
            "evidence": tuple(item.model_copy(update={"source_id": f"x{item.label}"}) for item in first.evidence),
        }
    )
    text = brief_to_markdown(brief.model_copy(update={"people": (first, other)}))
    assert "### Amara Nwosu-Feld" in text
    assert "### Wanjiru" in text


def test_markup_in_names_and_notes_stays_text(brief: Brief) -> None:
    line = Line(text="Ask about *args and `x` and <b>bold</b>\n# not a heading, snake_case", labels=("N2",))
    changed = brief.people[0].model_copy(update={"openers": (line,)})
    text = brief_to_markdown(brief.model_copy(update={"people": (changed,)}))
    assert r"1. Ask about \*args and \`x\` and \<b>bold\</b> # not a heading, snake_case [N2]" in text


def test_an_empty_brief_says_what_to_do(brief: Brief) -> None:
    text = brief_to_markdown(brief.model_copy(update={"people": (), "goals": (), "model": ""}))
    assert "Nobody to meet was found" in text
    assert "without a language model" in text


@pytest.fixture
def draft() -> Draft:
    report = CheckReport(
        sentences=(
            SentenceCheck(start=0, end=14, text="Dear Keiko, hi", verdict="no_claim"),
            SentenceCheck(start=15, end=40, text="Thank you for the soup.", verdict="supported", labels=("N1",)),
            SentenceCheck(start=41, end=60, text="We met in Rome.", verdict="unsupported", reason="whole sentence"),
        ),
        claims=(
            ClaimCheck(start=51, end=55, text="Rome", type="place", verdict="contradicted", reason="N1 says Eastquay"),
        ),
    )
    version = DraftVersion(
        number=2,
        text="Dear Keiko,\n\nThank you for the soup. We met in Rome.",
        subject="Soup",
        model="tiny-model",
        evidence=({"label": "N1", "text": "The Long Table, at the soup", "title": ""},),
        check=report.model_dump(mode="json"),
    )
    return Draft(id="d1", purpose="follow_up", person="keiko", channel="email", versions=(version,))


def test_a_draft_is_pasteable_and_followed_by_its_check(draft: Draft) -> None:
    text = draft_to_markdown(draft, person_name="Keiko Marchetti")
    assert text.startswith(
        "# Message · Keiko Marchetti\n\nemail · version 2 · open\n\n**Subject:** Soup\n\nDear Keiko,\n\n"
    )
    assert "- ⚠ “Rome”: N1 says Eastquay" in text
    assert "whole sentence" not in text, "the claim in it says it better"
    assert "- ✓ Thank you for the soup. [N1]" in text
    assert "- [N1] “The Long Table, at the soup”" in text
    assert "Written by tiny-model." in text


def test_a_draft_with_an_unreadable_check_says_so(draft: Draft) -> None:
    version = draft.current.model_copy(update={"check": {"nonsense": 1}})
    assert "⚠ The saved check cannot be read." in draft_to_markdown(draft.model_copy(update={"versions": (version,)}))


def test_a_sent_draft_of_your_own_and_an_empty_one(draft: Draft) -> None:
    own = draft.current.model_copy(update={"origin": "user", "check": None, "evidence": ()})
    sent = draft.model_copy(
        update={"versions": (own,), "status": "sent", "sent_at": datetime(2026, 11, 17, tzinfo=UTC)}
    )
    text = draft_to_markdown(sent)
    assert "sent on 17 November 2026" in text
    assert "Written by you." in text
    assert "## Check" not in text
    assert "Nothing has been written yet." in draft_to_markdown(draft.model_copy(update={"versions": ()}))


def test_a_reflection_shows_prompts_answers_and_scales() -> None:
    reflection = Reflection(
        event="e1",
        at=datetime(2026, 11, 17, tzinfo=UTC),
        prompts=(ReflectionPrompt(text="What helped you?", labels=("N1",)), ReflectionPrompt(text="What was hard?")),
        answers=(Answer(prompt="What helped you?", text="Gift's question."), Answer(prompt="My own", text="Yes.")),
        energy_before=4,
        energy_after=7,
        lessons="Ask sooner.",
    )
    text = reflection_to_markdown(reflection, event_name="The Long Table")
    assert text.startswith(
        "# Reflection · The Long Table\n\n17 November 2026\n\nEnergy before 4/10 · energy after 7/10\n"
    )
    assert "**What helped you?** [N1]\n\nGift's question." in text
    assert "**What was hard?**\n\n(no answer yet)" in text
    assert "**My own**\n\nYes." in text
    assert text.endswith("## What I take with me\n\nAsk sooner.\n")
