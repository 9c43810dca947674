"""Reading rough notes by rule: whom they name, what they say of each, who promised what by when.

English and German, and shy: a rule that is unsure says nothing, since everything found is shown to a person. What a
model reads is held against this.
"""

from coach.domain.naming import without_title
from coach.domain.reading.focus import (
    TURN,
    Said,
    asks_for_contact,
    facts_about,
    facts_of,
    follow_up_dates,
    sayings,
    told_stories,
)
from coach.domain.reading.interests import interests_in, may_be_cared_about
from coach.domain.reading.lines import entries_of, note_sentences, unmarked
from coach.domain.reading.names import named_people, stayed_away
from coach.domain.reading.promise_words import hedged, is_done_or_denied, without_condition
from coach.domain.reading.promised import promises, whose_promise
from coach.domain.reading.titles import story_title
from coach.domain.reading.work import (
    may_be_a_role,
    may_be_an_organisation,
    past_work,
    whole_promise,
    with_work,
)

__all__ = [
    "TURN",
    "Said",
    "asks_for_contact",
    "entries_of",
    "facts_about",
    "facts_of",
    "follow_up_dates",
    "hedged",
    "interests_in",
    "is_done_or_denied",
    "may_be_a_role",
    "may_be_an_organisation",
    "may_be_cared_about",
    "named_people",
    "note_sentences",
    "past_work",
    "promises",
    "sayings",
    "stayed_away",
    "story_title",
    "told_stories",
    "unmarked",
    "whole_promise",
    "whose_promise",
    "with_work",
    "without_condition",
    "without_title",
]
