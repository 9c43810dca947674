"""Whose things a clause speaks of: `my meetup`, `Ann's meetup`, `the fryer is mine`, and where their words stand."""

from __future__ import annotations

from collections.abc import Sequence

from coach.domain.checking.clauses import AUXILIARIES, PREPOSITIONS, Fragment, Voice
from coach.domain.checking.english import forms
from coach.domain.checking.lexicon import CALENDAR, COMPANIONS, FUNCTION, KIN, split_words
from coach.domain.checking.meanings import POSSESSIVES, kin_of, meant_by, named_in
from coach.domain.checking.names import Name
from coach.domain.checking.people import RELATIONS, USER
from coach.domain.checking.quantities import is_number_word


def things_owned(fragment: Fragment, names: Sequence[Name], voice: Voice) -> list[tuple[str, int, int]]:
    """`my meetup`, `Ann's meetup`: the owner and where the thing's words stand."""
    found: list[tuple[str, int, int]] = []
    thanked = voice.you == USER and fragment.words[0] in ("thank", "thanks")
    if (mine := _is_mine(fragment, voice)) is not None:
        found.append(mine)
    if not voice.draft and voice.topic and _of_the_topic(fragment):
        found.append((voice.topic, fragment.first, fragment.first))
    for position in range(fragment.first, fragment.last):
        token = fragment.tokens[position]
        owner = ""
        if token.low in POSSESSIVES and token.low not in ("mine", "yours"):
            owner = _the_doers(fragment, position, names, voice) or next(
                iter(meant_by(POSSESSIVES[token.low], voice)), ""
            )
        elif thanked and token.low == "the" and fragment.tokens[position - 1].low == "for":
            owner = USER
        elif token.low == "'s" and position:
            owner = next(
                (identity for name, identity in named_in(fragment, names, voice) if name.last == position - 1), ""
            )
        if (
            not voice.draft
            and token.low == "of"
            and position > fragment.first
            and (kin := _of_whom(fragment, position, names, voice))
        ):
            found.append((kin, position - 1, position - 1))
        if owner and fragment.words[0].split("'")[0] in ("he", "she") and not voice.draft:
            owner = _not_the_doer(owner, token.low, fragment, voice)
        if owner and (last := _noun_phrase(fragment, position + 1)) is not None:
            found.append((owner, position + 1, last))
    return found


def _not_the_doer(owner: str, pronoun: str, fragment: Fragment, voice: Voice) -> str:
    """`Ed plays the mayor, he is her brother-in-law`: not Ed's."""
    doer = fragment.words[0].split("'")[0]
    crossed = (doer, pronoun) in (("he", "her"), ("she", "his"))
    if not crossed or owner not in fragment.owners:
        return owner
    return next((who for who in (voice.about, *reversed(voice.recent)) if who and who not in fragment.owners), "")


def _the_doers(fragment: Fragment, position: int, names: Sequence[Name], voice: Voice) -> str:
    """`Akosua did her residency in Leeds`, in a note: hers, where nothing speaks for another of whom it could be."""
    pronoun = POSSESSIVES[fragment.tokens[position].low]
    if voice.draft or pronoun not in ("she", "he") or len(fragment.owners) != 1:
        return ""
    doer = next(iter(fragment.owners))
    named = [name for name, who in named_in(fragment, names, voice) if who == doer and name.last < position]
    called = voice.people.pronouns
    if not named or not voice.people.may_be_called(doer, pronoun):
        return ""
    return doer if called.get(doer) == pronoun or called.get(voice.topic) != pronoun else ""


def _of_whom(fragment: Fragment, position: int, names: Sequence[Name], voice: Voice) -> str:
    """`the hives of her neighbour Gocha`: his, and not hers."""
    lows = [token.low for token in fragment.tokens[position + 1 : min(position + 4, fragment.last + 1)]]
    if len(lows) < len(("her", "neighbour")) or lows[0] not in POSSESSIVES or lows[1] not in RELATIONS:
        return ""
    named = next((who for name, who in named_in(fragment, names, voice) if name.first == position + 3), "")
    owner = next(iter(meant_by(POSSESSIVES[lows[0]], voice)), "")
    return named or (kin_of(lows[1], owner) if owner else "")


def _of_the_topic(fragment: Fragment) -> bool:
    """`Husband is a nurse`, `Ex-boss Armando lets him choose`: the kin or company of whoever the note is about."""
    lead = fragment.words[0].removeprefix("ex-")
    named = fragment.first < fragment.last and fragment.tokens[fragment.first + 1].capital
    return lead in KIN or (lead in COMPANIONS and named)


def _is_mine(fragment: Fragment, voice: Voice) -> tuple[str, int, int] | None:
    """`the fryer is mine`, `the books are hers`."""
    words = fragment.words
    at = next((step for step, word in enumerate(words) if word in ("mine", "yours", "hers", "ours")), 0)
    if at < 2 or words[at - 1] not in ("is", "are", "was", "were"):
        return None
    owner = next(iter(meant_by({"ours": "us"}.get(words[at], words[at]), voice)), "")
    if words[at] == "yours" and {"our", "my"} & set(words[:at]):
        return None
    subject = fragment.first + at - 2
    return (owner, subject, subject) if owner else None


def _noun_phrase(fragment: Fragment, first: int) -> int | None:
    """The last token of the thing owned: words up to a verb, preposition, stop or function word."""
    last = None
    for position in range(first, min(first + 6, fragment.last + 1)):
        token = fragment.tokens[position]
        if token.kind == "symbol" or token.low in CALENDAR or token.low in ("today", "tomorrow", "yesterday", "ago"):
            break
        if token.low in FUNCTION and token.low not in ("own", "very"):
            break
        found = forms(token.low)
        if last is not None and "NOUN" not in found and "ADJ" not in found and ("VERB" in found or "ADV" in found):
            break
        if last is not None and (_predicate(fragment, position) or _counted_anew(fragment, position)):
            break
        last = position
        named = last > first and token.capital and fragment.tokens[position - 1].low in RELATIONS
        if named and not (position < fragment.last and fragment.tokens[position + 1].capital):
            break
        if last > first + 1 and token.capital and fragment.tokens[position - 1].capital:
            break
        after = fragment.tokens[position + 1].low if position < fragment.last else ""
        if "NOUN" in found and "ADJ" not in found and "VERB" in forms(after) and "NOUN" not in forms(after):
            break
    return last


def _counted_anew(fragment: Fragment, position: int) -> bool:
    """`your own hives three nights running`: a number behind several things begins something else."""
    before = fragment.tokens[position - 1].low
    return is_number_word(fragment.tokens[position].low) and before.endswith("s") and "NOUN" in forms(before)


def _predicate(fragment: Fragment, position: int) -> bool:
    """`your order book stays shut`, `your sister works nights`: the verb after a noun, though it may be a plural."""
    tokens, low = fragment.tokens, fragment.tokens[position].low
    before, kinds = forms(tokens[position - 1].low), forms(low)
    counted = is_number_word(tokens[position - 1].low)
    singular = "NOUN" in before and before["NOUN"][0] == tokens[position - 1].low and not counted
    if position >= fragment.last or not singular or not low.endswith("s") or kinds.get("VERB", (low,))[0] == low:
        return False
    after = tokens[position + 1]
    return after.kind == "word" and after.low not in PREPOSITIONS | AUXILIARIES | _LINKING


_LINKING = split_words("and or but who which that when while because as to than if")
