"""Sentences cut into fragments: who does it, to what words, affirmed or denied, as a fact, a wish or a question.

A fragment is about a clause. English is read with the help of its function words; in other languages the cuts fall at
punctuation only and the doer stays unknown, so that fewer errors are found and few false ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.domain.checking.belongings import things_owned
from coach.domain.checking.clause_words import read_words
from coach.domain.checking.clauses import AUXILIARIES, NEGATIONS, STOPS, Fragment, Voice, clause_starts, is_verb
from coach.domain.checking.doers import STANCES, doers_of, stance_of
from coach.domain.checking.english import key
from coach.domain.checking.lexicon import CALENDAR, FUNCTION
from coach.domain.checking.meanings import ONE_RELATIVE, THIRD_PERSON, meant_by, named_in, persons_in
from coach.domain.checking.moods import is_negated, mood
from coach.domain.checking.names import Name
from coach.domain.checking.people import CALLED, RELATIONS, USER
from coach.domain.checking.tokens import Token


def fragments(
    tokens: Sequence[Token], names: Sequence[Name], voice: Voice, question: bool, language: str = "en"
) -> list[Fragment]:
    """The fragments of one sentence, in order. `voice.topic` is moved to the person it speaks of last."""
    cuts = clause_starts(tokens, names, language)
    found: list[Fragment] = []
    for first, last in zip([0, *cuts], [cut - 1 for cut in cuts] + [len(tokens) - 1], strict=True):
        if first <= last and any(token.kind != "symbol" for token in tokens[first : last + 1]):
            fragment = Fragment(tokens, first, last)
            _read(fragment, found, names, voice, question, language)
            found.append(fragment)
    company = {who for fragment in found for _, who in named_in(fragment, names, voice) if who}
    company |= {voice.me} if {"me", "us", "we"} & {token.low for token in tokens} else set()
    _step_aside(found, names, voice)
    voice.crowd = len(company) > 2 or (voice.crowd and not company)
    return found


def _read(
    fragment: Fragment, earlier: list[Fragment], names: Sequence[Name], voice: Voice, question: bool, language: str
) -> None:
    """Fill in a fragment: words first, then who, then polarity and mood."""
    read_words(fragment, draft=voice.draft)
    opens = not (earlier or voice.draft) and fragment.words[0].split("'")[0] in ("she", "he")
    voice.anew = opens and voice.me == USER
    _learn_pronoun(fragment, names, voice)
    fragment.persons = persons_in(fragment, names, voice)
    if language == "en":
        fragment.owners, fragment.explicit = doers_of(fragment, earlier, names, voice)
        fragment.possessed = things_owned(fragment, names, voice)
        fragment.antecedent = _antecedent(fragment, earlier)
        _inherit(fragment, earlier)
        _made_by(fragment)
        _in_apposition(fragment, earlier, names, voice)
    if (
        language == "en"
        and "not" in fragment.words
        and len(fragment.words) <= 4
        and (excluded := _excluded(fragment, voice))
    ):
        fragment.owners, fragment.explicit = excluded, True
    if voice.draft and fragment.owners and not fragment.owners & {voice.me} and (stance := stance_of(fragment)):
        fragment.verbs -= {key(stance)}
        fragment.keys -= {key(stance)}
    if earlier and not fragment.verbs and _ELLIPSIS.search(fragment.plain):
        fragment.verbs = earlier[-1].verbs
        fragment.keys |= earlier[-1].verbs | _predicate_of(earlier[-1])
    if speaker := _speaker(fragment, earlier, voice):
        fragment.owners, fragment.explicit = speaker, True
        fragment.verbs |= {key("say")}
    if reported := _told_of(fragment, earlier, voice):
        fragment.owners = reported
    if not voice.draft:
        _told_her(fragment, voice)
    if not voice.draft and earlier and _POINTING.search(fragment.plain):
        fragment.pointed = earlier[-1].keys - earlier[-1].verbs
    fragment.negated = is_negated(fragment) and not (voice.draft and _NEWS_TO_ME.search(fragment.plain))
    fragment.mood = mood(fragment, earlier, question)
    _move_topic(fragment, names, voice)


def _in_apposition(fragment: Fragment, earlier: list[Fragment], names: Sequence[Name], voice: Voice) -> None:
    """`Karim, her deputy, has been …`: the deputy is Karim, and hers is not his. `Maite, my old colleague at Haizea,`
    and `Tom, Ann's brother,` are Maite and Tom."""
    if voice.draft or not earlier or not (lead := _kin_of(fragment)):
        return
    after = [token.low for token in fragment.tokens[fragment.last + 1 :][:1]]
    if earlier[-1].verbs and "and" in fragment.words + after:
        return
    named = [who for name, who in named_in(earlier[-1], names, voice) if who and name.last >= earlier[-1].last - 1]
    if not named:
        return
    if lead in ("her", "his", "their"):
        others = [who for who in (voice.about, *reversed(voice.recent)) if who and who not in named]
        if not others:
            return
        fragment.possessed = [(others[0], first, last) for _, first, last in fragment.possessed]
        fragment.persons = frozenset((*named[-1:], others[0]))
    fragment.owners, fragment.explicit, fragment.verbs = frozenset(named[-1:]), True, frozenset()


def _kin_of(fragment: Fragment) -> str:
    """The first word of `her deputy`, `my old colleague at Haizea`, `Ann's brother`; else nothing."""
    words = [word for word in fragment.words if word.isalpha() or "-" in word or word == "'s"]
    head = words[: next((place for place, word in enumerate(words) if word in _BEHIND_A_HEAD), len(words))]
    if not _A_FEW >= len(head) > 1 or head[-1] not in RELATIONS:
        return ""
    if head[0] in ("her", "his", "their"):
        return head[0] if len(words) < _A_FEW else ""
    return head[0] if head[0] in ("my", "our") or "'s" in head else ""


_BEHIND_A_HEAD = frozenset(("at", "in", "from", "of", "with", "since", "on"))
_A_FEW = 4
_WORK_OF = re.compile(
    r"\b(?:is|was|are|were) (?:all |really |actually |not )?(?:[\w-]+ ){1,3}(?:'s )?(?:own )?"
    r"(?:work|doing|idea|creation|design|invention|handiwork)\W*$"
)


def _made_by(fragment: Fragment) -> None:
    """`the green cloak is Sylvie's work`: Sylvie made it."""
    if fragment.owners or len(fragment.possessed) != 1 or not _WORK_OF.search(fragment.plain):
        return
    owner, first, last = fragment.possessed[0]
    if last >= fragment.last - 1 and first > fragment.first + 1:
        fragment.owners, fragment.explicit = frozenset((owner,)), True
        fragment.verbs |= {key("make")}


_NEWS_TO_ME = re.compile(
    r"\b(?:i|we)(?: had never| had not| hadn't| never|'d never| did not| didn't| have never| haven't)(?: even| quite)? "
    r"(?:thought of|realised?|realized?|known?|knew|noticed|heard of|imagined?|expected?|guessed|dreamt|"
    r"considered)"
    r" (?!you\b|him\b|her\b|me\b)\w"
)
"""`I had not realised how strongly …`, `I hadn't thought of plastic`: new to the writer, and so all the same."""
_POINTING = re.compile(r"\w (?:it|them|those|one)\b")
"""`and dropped it`, `Ignacio loves them`: the thing is named in the clause before."""
_ELLIPSIS = re.compile(r"\b(?:do|does|did|is|was|are|were|has|have|had|can|will)(?: not|n't)\W*$")
"""`naps helped, coffee did not`: the verb is that of the clause before."""


def _predicate_of(before: Fragment) -> frozenset[str]:
    """What a clause says of its subject: `open` in `the licence is open`, behind which comes `the code isn't`."""
    tokens = before.tokens[before.first : before.last + 1]
    verb = next(
        (p for p, token in enumerate(tokens) if token.low in AUXILIARIES or key(token.low) in before.verbs), None
    )
    behind = tokens[verb + 1 :] if verb is not None else ()
    return frozenset(key(token.low) for token in behind if token.kind == "word" and token.low not in FUNCTION)


def _speaker(fragment: Fragment, earlier: list[Fragment], voice: Voice) -> frozenset[str]:
    """`Tarek: "natural is just marketing"`: whoever's words are quoted, where they do not speak of themselves."""
    tokens, first = fragment.tokens, fragment.first
    if (
        first < 2
        or not earlier
        or tokens[first - 1].text not in '"“”'
        or {"i", "we", "my", "our"} & set(fragment.words)
    ):
        return frozenset()
    if tokens[first - 2].text != ":":
        return frozenset()
    label = [token.low for token in tokens[earlier[-1].first : first - 2] if token.kind == "word"]
    who = voice.people.resolve(label) if 0 < len(label) <= 3 else ""
    return frozenset((who,)) - {""}


def _told_of(fragment: Fragment, earlier: list[Fragment], voice: Voice) -> frozenset[str]:
    """`Tom says | he broke a string`, where somebody else was spoken of before: either may be meant."""
    if voice.draft or not earlier or not _reported_pronoun(fragment, earlier[-1]):
        return frozenset()
    pronoun = fragment.words[0].split("'")[0]
    who = earlier[-1].owners or frozenset((voice.topic,))
    if any(voice.people.pronouns.get(one) == pronoun for one in who):
        return frozenset()
    others = [one for one in reversed(voice.recent) if one not in who and voice.people.may_be_called(one, pronoun)]
    return who | {others[0]} if others and voice.me == USER else frozenset()


def _reported_pronoun(fragment: Fragment, before: Fragment) -> bool:
    """`says | she was superb`."""
    return fragment.words[0].split("'")[0] in ("she", "he") and before.words[-1] in _REPORTING


_REPORTING = frozenset(("says", "said", "reckons", "thinks", "claims", "tells", "swears", "insists", "that"))


def _excluded(fragment: Fragment, voice: Voice) -> frozenset[str]:
    """`the nurses chose it, not us`: whom the denial is about."""
    return frozenset(
        who
        for word in fragment.words
        if word in ("me", "us", "i", "we", "him", "her", "them")
        for who in meant_by(word, voice)
    )


def _antecedent(fragment: Fragment, earlier: list[Fragment]) -> frozenset[str]:
    """`the photo | you promised me`: the words of the thing that the relative clause speaks of."""
    lows = fragment.words
    if not earlier or not lows or earlier[-1].mood == "greeting":
        return frozenset()
    if lows[0].split("'")[0] in ("i", "you", "he", "she", "we", "they") and earlier[-1].words[-1] in STANCES:
        return frozenset()
    relative = lows[0] in ("that", "which", "whom") or (
        lows[0].split("'")[0] in ("i", "you", "he", "she", "we", "they")
        and fragment.tokens[fragment.first - 1].text not in STOPS | {"-"}
    )
    pointing = lows[0] == "that" and fragment.tokens[fragment.first - 1].text == "," and lows[1:2] != ["you"]
    if (
        pointing
        or not relative
        or (lows[0] == "that" and earlier[-1].verbs and key(earlier[-1].words[-1]) in earlier[-1].verbs)
    ):
        return frozenset()
    before = earlier[-1]
    if before.words[-1] in ("now", "so", "given", "provided", "glad", "happy", "sure", "sorry"):
        return frozenset()
    return _behind_the_verb(before)


def _behind_the_verb(before: Fragment) -> frozenset[str]:
    """The words of the thing that ends a clause; none where it only says when: `Next Monday | you must tell me`."""
    start = next((p for p in range(before.last, before.first - 1, -1) if is_verb(before.tokens, p)), before.first - 1)
    words = [
        token.low
        for token in before.tokens[start + 1 : before.last + 1]
        if token.kind == "word" and token.low not in FUNCTION
    ]
    only_when = all(word in CALENDAR or word in _WHEN for word in words)
    return frozenset() if only_when else frozenset(key(word.replace("-", "")) for word in words)


_WHEN = frozenset(("next", "last", "week", "month", "year", "day", "today", "tomorrow", "yesterday", "weekend"))


def _inherit(fragment: Fragment, earlier: list[Fragment]) -> None:
    """`by consent, not by vote`: a fragment without a verb takes over that of the fragment before."""
    fragment.keys |= fragment.antecedent
    verbless = not any(is_verb(fragment.tokens, p) for p in range(fragment.first, fragment.last + 1))
    if verbless and earlier and earlier[-1].verbs and earlier[-1].mood != "greeting":
        fragment.verbs = earlier[-1].verbs
        if set(fragment.words) & NEGATIONS:
            fragment.keys |= earlier[-1].verbs
    bare = len(fragment.keys) <= 2 and set(fragment.words) & {"none", "neither", "nothing"}
    other = (
        set(fragment.words) & {"not"}
        and set(fragment.words) & {"me", "us", "i", "we", "him", "her"}
        and len(fragment.words) <= 4
    )
    if earlier and (bare or other):
        told = earlier[-1].keys - {key("fear")}
        fragment.keys |= told
        fragment.verbs |= told


def _move_topic(fragment: Fragment, names: Sequence[Name], voice: Voice) -> None:
    """She, he and they mean the last doer who was named, not somebody's sister."""
    for name, identity in named_in(fragment, names, voice):
        if not identity or identity in (voice.me, voice.you):
            continue
        _keep_in_mind(fragment, name, identity, voice)
        before = [token.low for token in fragment.tokens[max(0, name.first - 3) : name.first]]
        owned = before[-2:-1] and before[-2] in ("her", "his", "their", "my", "our")
        related = bool(owned) or any(word in RELATIONS for word in before) or "'s" in before
        subject = identity in fragment.owners
        voice.doer = identity if subject and len(fragment.owners - {voice.me}) == 1 else voice.doer
        labelled = bool(name.first) and fragment.tokens[name.first - 1].text in ("=", ":")
        after = fragment.tokens[name.last + 1].text if name.last + 1 < len(fragment.tokens) else ""
        if not voice.draft and not name.first and after == ":":
            voice.label = identity
        aside = voice.label == voice.topic not in ("", identity) and not voice.draft and _says_so(fragment, name)
        if (
            not related
            and not labelled
            and not aside
            and (subject or not voice.topic or (name.first <= 2 and not voice.draft))
        ):
            voice.topic = identity


def _says_so(fragment: Fragment, name: Name) -> bool:
    """`Sven says it does little`, in a note on another: an aside, after which the note goes on about that one."""
    after = [token.low for token in fragment.tokens[name.last + 1 : name.last + 2]]
    return bool(_OPINION & set(after))


_OPINION = frozenset(("says", "thinks", "reckons", "claims", "insists", "swears"))


def _step_aside(found: list[Fragment], names: Sequence[Name], voice: Voice) -> None:
    """Keep in mind whose kin the text opens with, until somebody else does something."""
    if voice.draft or not found:
        return
    doers = [part for part in found if part.owners and part.explicit]
    if voice.aside and any(voice.aside not in part.owners for part in doers):
        voice.aside = ""
    if not voice.opened:
        part = found[0]
        related = [who for name, who in named_in(part, names, voice) if who and _of_another(part, name)]
        met = part.words[0] == "met" and len(related) == 1
        if related and (part.owners == {related[0]} or met) and voice.me == USER:
            voice.aside = related[0]
    voice.opened = True


def _of_another(fragment: Fragment, name: Name) -> bool:
    """`her brother Kamau`, `Ann's cousin Sefina Lo`: named as somebody's."""
    before = [token.low for token in fragment.tokens[max(0, name.first - 3) : name.first]]
    return any(word in ONE_RELATIVE for word in before)


def _learn_pronoun(fragment: Fragment, names: Sequence[Name], voice: Voice) -> None:
    """A note that has spoken of one person only, and says `she`, means that person."""
    _learn_from_name(fragment, names, voice)
    alone = set(voice.recent) <= {voice.topic, ""}
    if voice.draft or not voice.topic or voice.crowd or not alone:
        return
    first_name = min((name.first for name, _ in named_in(fragment, names, voice)), default=fragment.last + 1)
    words = [token.low.split("'")[0] for token in fragment.tokens[fragment.first : first_name]]
    if fragment.first and fragment.tokens[fragment.first - 1].low in _REPORTING:
        return
    said = {THIRD_PERSON[word] for word in words if word in THIRD_PERSON} - {"they"}
    if len(said) == 1:
        voice.people.pronouns.setdefault(voice.topic, said.pop())


def _told_her(fragment: Fragment, voice: Voice) -> None:
    """`The harbour master, Preben, told her that … She thinks …`: she is whom he told."""
    found = _TOLD_HER.search(fragment.plain)
    if found is None or len(fragment.owners) != 1:
        return
    (doer,) = fragment.owners
    pronoun = THIRD_PERSON[found["whom"]]
    called = voice.people.pronouns
    if doer not in called and any(called.get(who) == pronoun for who in voice.recent if who != doer):
        called[doer] = f"not {pronoun}"


_TOLD_HER = re.compile(
    r"\b(?:told|asked|gave|showed|sent|lent|offered|promised|invited|advised|helped|thanked|paid|warned) "
    r"(?P<whom>her|him)\b(?: (?:that|to|a|an|the|about|for|how|what|if|whether|no|two|three|some)\b|\W*$)"
)


def _learn_from_name(fragment: Fragment, names: Sequence[Name], voice: Voice) -> None:
    """`Lunch with Noor – she teaches`: the only one whom the sentence has named by then, and nobody's kin."""
    if voice.draft:
        return
    tokens = fragment.tokens
    lows = [tokens[p].low.split("'")[0] for p in range(fragment.first, fragment.last + 1)]
    at = next((fragment.first + step for step, low in enumerate(lows) if low in _TELLING_WHO), None)
    if at is None or (at and tokens[at - 1].low in _REPORTING) or _answered(fragment, lows):
        return
    whole = Fragment(tokens, 0, max(at - 1, 0))
    named = {(name.first, who) for name, who in named_in(whole, names, voice) if who and who != voice.me}
    if len({who for _, who in named}) != 1:
        return
    first, who = min(named)
    if lows[at - fragment.first] == "him" and first >= fragment.first:
        return  # `Halla lost to him`
    before = [token.low for token in tokens[max(0, first - 3) : first]]
    if not RELATIONS & set(before) and "'s" not in before and not {"her", "his", "their"} & set(before):
        voice.people.pronouns.setdefault(who, THIRD_PERSON.get(lows[at - fragment.first].removesuffix("self"), ""))


_TELLING_WHO = frozenset(("she", "he", "him", "himself", "herself"))


def _answered(fragment: Fragment, lows: Sequence[str]) -> bool:
    """`Bishnu says it could be ten, she laughed`: somebody's answer to what another said."""
    reacts = lows[0] in ("she", "he") and len(lows) > 1 and lows[1] in _REACTING
    return reacts and bool(_REPORTING & {token.low for token in fragment.tokens[: fragment.first]} - {"that"})


_REACTING = frozenset(
    (
        "laughed",
        "disagreed",
        "disagrees",
        "laughs",
        "nodded",
        "shrugged",
        "grumbled",
        "smiled",
        "sceptical",
        "unsure",
        "rolled",
    )
)


def _keep_in_mind(fragment: Fragment, name: Name, identity: str, voice: Voice) -> None:
    """Somebody has been spoken of, and kin words and titles show by which pronoun they go."""
    voice.recent = [*(who for who in voice.recent if who != identity), identity]
    called = voice.people.pronouns
    for token in fragment.tokens[max(fragment.first, name.first - 2) : name.first]:
        if token.low in CALLED:
            called.setdefault(identity, CALLED[token.low])
    said = {THIRD_PERSON[word] for word in fragment.words if word in THIRD_PERSON}
    other = next((called[who] for who in voice.recent if who != identity and called.get(who) in said), "")
    if other:
        called.setdefault(identity, f"not {other}")
