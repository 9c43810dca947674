"""Who does it: the doers of a clause and the persons it names.

Notes drop their subjects and drafts speak of `we`: each has its own rule, and where none fits the doer stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.clauses import AUXILIARIES, PREPOSITIONS, Fragment, Voice, is_verb
from coach.domain.checking.english import forms
from coach.domain.checking.felt import felt
from coach.domain.checking.lexicon import COMPANIONS, FUNCTION, KIN, ROLE_HEADS, TITLES, split_words
from coach.domain.checking.meanings import ONE_RELATIVE, POSSESSIVES, kin_of, meant_by, named_in
from coach.domain.checking.names import Name
from coach.domain.checking.people import RELATIONS, USER
from coach.domain.checking.telegraphic import CONTACT_VERBS, beside_me, in_company, telegraphic
from coach.domain.checking.turns_of_phrase import before_the_bracket, said_outright, set_beside

_CONTACT_NOUNS = split_words(
    "lunch dinner breakfast coffee chat call walk drinks beer tea visit talk conversation sauna meeting catch-up"
)
STANCES = split_words("hope think know understand remember believe guess suppose imagine bet heard hear read "
    "picturing thinking imagining see saw trust gather wish recall noticed "
                       "noted wonder learned assume take")  # fmt: skip


def doers_of(  # noqa: C901, PLR0911, PLR0912
    fragment: Fragment, earlier: list[Fragment], names: Sequence[Name], voice: Voice
) -> tuple[frozenset[str], bool]:
    """The doers, and whether the words say so themselves."""
    tokens = fragment.tokens
    here = named_in(fragment, names, voice)
    if (beside := set_beside(fragment, earlier, names, voice)) is not None:
        return beside
    if plain := said_outright(fragment, earlier, here, names, voice) or beside_me(fragment, earlier, here, voice):
        return plain, True
    for position in range(fragment.first, fragment.last + 1):
        low = tokens[position].low
        named = next((identity for name, identity in here if name.first == position), "")
        if named and (relative := _relative_of(fragment, position, here, named)):
            return frozenset((relative,)), True
        if named and (owner := _name_as_subject(fragment, position, here, named)):
            return frozenset((owner,)), True
        stem = low.split("'")[0]
        if low == "who" and earlier and position <= fragment.first + 1:
            last_named = _last_named(earlier[-1], names, voice)
            if not last_named and not earlier[-1].verbs:
                return earlier[-1].owners, earlier[-1].explicit
            return frozenset(last_named[-1:]), bool(last_named)
        if stem in ("i", "we") and voice.draft and _stance(fragment, position):
            continue
        if stem in ("i", "you", "he", "she", "they", "we") and meant_by(stem, voice):
            return _together(fragment, stem, voice), not (stem == "they" and earlier and _of_one(voice))
        if low in POSSESSIVES and position <= fragment.first + 1:
            return _possessive_subject(fragment, position, voice, here)
        if (
            voice.draft
            and position <= fragment.first + 1
            and (low in ("thank", "thanks") or _inverted(fragment, position))
        ):
            continue
        if low in TITLES and any(name.first in (position, position + 1) for name, _ in here):
            continue
        if is_verb(tokens, position) and not (voice.draft and _stance(fragment, position - 1)):
            return _subjectless(fragment, position, earlier, names, voice)
    return _verbless(fragment, earlier, names, voice)


def _of_one(voice: Voice) -> bool:
    """`he thinks they should go online`: whoever is called he or she elsewhere in the notes is not `they`."""
    return not voice.draft and voice.people.pronouns.get(voice.topic) in ("she", "he")


def _inverted(fragment: Fragment, position: int) -> bool:
    """`do you still play`: an auxiliary before its subject."""
    tokens = fragment.tokens
    if tokens[position].low not in AUXILIARIES or position >= fragment.last:
        return False
    following = tokens[position + 1]
    return following.low in ("you", "he", "she", "they", "we", "i") or following.low in POSSESSIVES


def _stance(fragment: Fragment, position: int) -> bool:
    """`I hope`, `I still remember`: the writer's attitude, not what the sentence is about."""
    following = [token.low for token in fragment.tokens[max(position, fragment.first) : position + 4]]
    lead = following and following[0].split("'")[0] in ("i", "we")
    return bool(lead) and any(word in STANCES for word in following[1:3])


def stance_of(fragment: Fragment) -> str:
    """The verb of `I gather`, `I hear` at the head of a clause that goes on to tell of somebody else."""
    lead = fragment.words[:3]
    if lead[0] in ("and", "but", "so"):
        lead = lead[1:]
    return lead[1] if len(lead) > 1 and lead[0] in ("i", "we") and lead[1] in STANCES else ""


def _name_as_subject(fragment: Fragment, position: int, here: list[tuple[Name, str]], named: str) -> str:
    """A name before the verb is the doer, unless a preposition or a verb stands before it."""
    before = fragment.tokens[position - 1].low if position > fragment.first else ""
    name = next(name for name, _ in here if name.first == position)
    verb_after = any(is_verb(fragment.tokens, p) for p in range(name.last + 1, fragment.last + 1))
    return named if verb_after and before not in PREPOSITIONS and before not in ("to", "with") else ""


def _relative_of(fragment: Fragment, position: int, here: list[tuple[Name, str]], named: str) -> str:
    """`Ann's boss Carla wants`: Carla; `Ann's brother sails`: her brother, not Ann."""
    tokens = fragment.tokens
    name = next(name for name, _ in here if name.first == position)
    if name.last >= fragment.last - 1 or tokens[name.last + 1].low != "'s" or position > fragment.first + 1:
        return ""
    span = range(name.last + 2, min(name.last + 5, fragment.last + 1))
    at = next((p for p in span if tokens[p].low in ONE_RELATIVE), None)
    if at is None:
        return ""
    called = next((identity for other, identity in here if identity and other.first == at + 1), "")
    return called or kin_of(tokens[at].low, named)


def _together(fragment: Fragment, stem: str, voice: Voice) -> frozenset[str]:
    """`we` in a draft is writer and reader; in a note it is both only where people do something with each other."""
    if stem != "we":
        return meant_by(stem, voice)
    if voice.draft and {"you", "your"} & set(fragment.words):
        return frozenset((voice.me,))
    social = bool(set(fragment.words) & (CONTACT_VERBS | {"together", "both", "won", "built", "made", "said"}))
    other = voice.you if voice.draft or voice.me != USER else voice.topic
    return frozenset(who for who in (voice.me, other if social else "") if who)


def _possessive_subject(
    fragment: Fragment, position: int, voice: Voice, here: list[tuple[Name, str]]
) -> tuple[frozenset[str], bool]:
    """`her sister works`: the sister, not her; `your team grew`: you."""
    owner = meant_by(POSSESSIVES[fragment.tokens[position].low], voice)
    following = [token.low for token in fragment.tokens[position + 1 : min(position + 4, fragment.last + 1)]]
    several = next((word for word in following[:1] if word.removesuffix("s") in _SEVERAL and word.endswith("s")), "")
    if several and position + 1 < fragment.last and is_verb(fragment.tokens, position + 2):
        return frozenset((kin_of(several, next(iter(owner), "")),)), bool(owner)
    called = [who for name, who in here if who and name.first == position + 2]
    if called and fragment.tokens[position + 1].low not in RELATIONS and not voice.draft:
        return frozenset(called[:1]), True
    if any(word in RELATIONS for word in following):
        named = [identity for _, identity in here if identity]
        relation = next(word for word in following if word in RELATIONS)
        return frozenset(named[:1] or [kin_of(relation, next(iter(owner), ""))]), relation not in (
            "team",
            "family",
            "kids",
            "children",
        )
    return owner, bool(owner)


_SEVERAL = RELATIONS - split_words("team family dog cat coach manager")
"""Of whom `her pupils named it` tells, and not of her."""


def _subjectless(  # noqa: C901, PLR0911, PLR0912
    fragment: Fragment, position: int, earlier: list[Fragment], names: Sequence[Name], voice: Voice
) -> tuple[frozenset[str], bool]:
    """A fragment that begins with its verb, or whose subject is a thing."""
    tokens = fragment.tokens
    lead = [token for token in tokens[fragment.first : position] if token.kind == "word"]
    thanking = voice.draft and [token.low for token in lead] in (["thanks", "for"], ["many", "thanks", "for"])
    content = [token for token in lead if token.low not in FUNCTION | AUXILIARIES and not thanking]
    if content or any(
        token.low in ("it", "there", "nobody", "everyone", "this", "what") or token.low.startswith("it'")
        for token in lead
    ):
        return frozenset(), False
    if voice.draft:
        thanked = earlier and any(word in ("thank", "thanks", "grateful", "kind", "glad") for word in earlier[-1].words)
        if (lead and lead[-1].low == "for") or thanked:
            called = _vocative(fragment, names, voice)
            return frozenset((voice.you, *called)) - {""}, bool(voice.you) and not called
        return (earlier[-1].owners, False) if earlier and earlier[-1].mood != "greeting" else (frozenset(), False)
    if not lead and tokens[position].low == "don't" and voice.me == USER:
        return frozenset(), False
    if voice.me == USER and not earlier and not fragment.first and fragment.words[0] in _NOT_DONE:
        return frozenset(), False  # `not signed up yet`: the writer of the note, or whom it is about
    if _bidden(fragment, position, earlier):
        return frozenset(), False
    if not lead and voice.you == USER and tokens[position].low in ("don't", "please"):
        return frozenset((USER,)), True
    if not lead and voice.me == USER and tokens[position].low in _CONTACT_NOUNS and "with" in fragment.words:
        return _verbless(fragment, earlier, names, voice)
    if together := in_company(fragment, position, names, voice):
        return together, True
    if earlier and tokens[fragment.first - 1].text == ")":
        return before_the_bracket(tokens, earlier)
    if voice.me == USER and tokens[fragment.first - 1].text == ":" and felt(fragment):
        return frozenset((voice.me,)), True
    if voice.me == USER and not lead and tokens[position].low in _FIRST_PERSON:
        return frozenset((voice.me,)), True
    if voice.me == USER and earlier and not lead and (heard := _told_on(fragment, position, earlier, names, voice)):
        return heard, True
    if giver := _to_me(fragment, earlier, names, voice):
        return frozenset((giver,)), True
    if earlier and not lead and not earlier[-1].verbs:
        last = [who for who in _last_named(earlier[-1], names, voice) if who not in (voice.you, voice.me)]
        if last and not {USER, *last} <= earlier[-1].owners:
            return frozenset(last[-1:]), True
    if (earlier and any(token.low in ("and", "but", "then", "or") for token in lead)) or (earlier and not lead):
        return earlier[-1].owners, earlier[-1].explicit
    return telegraphic(fragment, names, voice)


_NOT_DONE = frozenset(("not", "haven't", "never", "didn't", "couldn't"))
_FIRST_PERSON = frozenset(("owe", "doubt", "wonder", "hope", "wish"))
"""`Col pulled it out, owe him a crate`: a form in which only the writer of a note speaks without a subject."""
_TELLING_SOMEBODY = frozenset(("told", "asked", "rang", "emailed", "texted", "phoned", "warned", "messaged"))


def _told_on(
    fragment: Fragment, position: int, earlier: list[Fragment], names: Sequence[Name], voice: Voice
) -> frozenset[str]:
    """`said the butt leaks, told Barnaby`: either may have told him."""
    if fragment.tokens[position].low not in _TELLING_SOMEBODY or not earlier[-1].owners:
        return frozenset()
    named = [who for name, who in named_in(fragment, names, voice) if name.first <= position + 2]
    return earlier[-1].owners | {voice.me} if named and named[0] not in earlier[-1].owners else frozenset()


def _bidden(fragment: Fragment, position: int, earlier: list[Fragment]) -> bool:
    """`C: yes but ask Morag`: what the writer is told to do, after a bare yes or no."""
    if not earlier or earlier[-1].verbs or fragment.words[0] not in ("but", "and") or position != fragment.first + 1:
        return False
    low = fragment.tokens[position].low
    return {"yes", "no", "ok", "sure", "fine"} & set(earlier[-1].words) != set() and _base(low)


def _base(low: str) -> bool:
    return forms(low).get("VERB", ("",))[0] == low


def _to_me(fragment: Fragment, earlier: list[Fragment], names: Sequence[Name], voice: Voice) -> str:
    """`rang Tama - lends me 16`: what is done to the writer is done by whoever was named just before."""
    if voice.me != USER or not earlier or earlier[-1].owners != {USER} or not {"me", "us"} & set(fragment.words):
        return ""
    last = [who for who in _last_named(earlier[-1], names, voice) if who not in ("", USER)]
    return last[-1] if last else ""


def _vocative(fragment: Fragment, names: Sequence[Name], voice: Voice) -> list[str]:
    """`Thank you, Mei-Ling, for …`: somebody called by name between commas in the same sentence."""
    tokens = fragment.tokens
    return [
        voice.people.resolve(name.words)
        for name in names
        if name.first
        and tokens[name.first - 1].text == ","
        and name.last + 1 < len(tokens)
        and tokens[name.last + 1].text == ","
    ]


def _verbless(  # noqa: PLR0911
    fragment: Fragment, earlier: list[Fragment], names: Sequence[Name], voice: Voice
) -> tuple[frozenset[str], bool]:
    """`Lunch with Ann`, `a freelance trainer from Gdansk`: company, or an apposition to the name before it."""
    here = [(name, identity) for name, identity in named_in(fragment, names, voice) if identity]
    named = [identity for _, identity in here]
    if voice.draft:
        return (earlier[-1].owners, False) if earlier and earlier[-1].mood != "greeting" else (frozenset(), False)
    if (plain := _by_first_word(fragment, earlier, named, voice)) is not None:
        return plain
    if set(fragment.words) & _CONTACT_NOUNS and "with" in fragment.words and named:
        return frozenset((voice.me, named[0])), True
    lead = int(fragment.words[0] in KIN | COMPANIONS or (fragment.words[0] in TITLES and not earlier))
    lead += int(lead > 0 and fragment.words[1:2] == ["."])
    if any(name.first == fragment.first + lead for name, _ in here):
        return frozenset(named[:1]), True
    if earlier and here and fragment.words[0] in ("the", "a", "an") and here[-1][0].last >= fragment.last - 1:
        return frozenset(named[-1:]), True  # `…, the cellist Ruben Aas`
    if earlier:
        last = [who for who in _last_named(earlier[-1], names, voice) if who != voice.you]
        if not last and earlier[-1].owners == {voice.you} and not earlier[-1].verbs and voice.me != USER:
            return frozenset(), False  # `Morag, the leaflets came`: called by name
        apart = fragment.tokens[fragment.first - 1].text == ";"
        return (frozenset(last[-1:]), True) if last else (earlier[-1].owners, earlier[-1].explicit and not apart)
    if not fragment.first and _SCHEDULED.search(fragment.plain):
        return frozenset(), False
    if voice.aside:
        return frozenset((voice.aside,)), True
    return _of_the_text(fragment, voice)


def _by_first_word(
    fragment: Fragment, earlier: list[Fragment], named: Sequence[str], voice: Voice
) -> tuple[frozenset[str], bool] | None:
    """`sells to three cafes, one (The Hatch)`: nobody; `she'd do sat, me sun`: the writer."""
    if earlier and fragment.words[0] in ("one", "another", "others", "some"):
        return frozenset(), False
    mine = voice.me == USER and fragment.words[0] == "me" and not named
    return (frozenset((voice.me,)), True) if mine else None


def _of_the_text(fragment: Fragment, voice: Voice) -> tuple[frozenset[str], bool]:
    """Whom the text is about by then: outright only where that is still the one with whom it began."""
    lead = fragment.words[0]
    if not voice.topic or (voice.me != USER and lead in ("a", "an")):
        return frozenset(), False  # `I found one! A butcher.`
    moved = bool(voice.about) and voice.topic not in (voice.about, voice.label) and not fragment.first
    moved = moved and lead not in ("a", "an") and not ROLE_HEADS & set(fragment.words)
    return frozenset((voice.topic,)), not voice.crowd and not moved


_SCHEDULED = re.compile(
    r"\b(?:at|from|until) \d{1,2}(?:[:.]\d\d)? ?(?:[ap]m|o'clock)?\W*$|\b\d{1,2}:\d\d\b|\btonight\b"
)
"""`Pizza at 9.`, `Lab tour tonight 18:00`: on the programme, and nobody's."""


def _last_named(fragment: Fragment, names: Sequence[Name], voice: Voice) -> list[str]:
    """The person whose name ends a fragment, or stands right before its closing comma or place."""
    return [
        identity for name, identity in named_in(fragment, names, voice) if identity and name.last >= fragment.last - 2
    ]
