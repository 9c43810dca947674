"""In what tone a clause is said: affirmed or denied, as a fact, a guess, a wish or a question.

Only facts are held against the evidence, so that hopes, offers and questions raise no alarm.
"""

from __future__ import annotations

import re

from coach.domain.checking.clauses import AUXILIARIES, NEGATIONS, Fragment, is_verb
from coach.domain.checking.english import key
from coach.domain.checking.lexicon import GREETINGS, split_words
from coach.domain.checking.people import USER

_LEXICAL_NEGATIONS = split_words(
    "skip skips skipped skipping miss missed misses missing lack lacks lacked avoid avoids avoided avoiding "
    "refuse refuses refused "
    "distrust distrusts distrusted unable fail fails failed stopped quit gave-up "
    "impossible turned-down "
    "distrusting doubting refusing lacking ditched scrapped dropped abandoned banned forbids forbade declined rejected "
    "undecided unfinished unready unsold unpaid "
    "abgesagt verzichten verzichtet verzichte aufgegeben abgelehnt ohne weder kaum verloren"
)
_NOT_REALLY = (
    "haven't forgotten", "have not forgotten", "not forgotten",
    "can't wait", "cannot wait", "no worry", "no hurry", "no rush", "no pressure", "no worries", "no problem",
    "no doubt",
    "not only",
    "couldn't agree", "can't thank", "don't worry", "don't hesitate", "not sure", "never forget", "don't forget",
    "why not",
    "can't stop", "can't help", "couldn't help", "no need", "if not", "whether or not", "not long ago",
    "no wonder", "can't believe",
    "doesn't surprise", "not more than", "no more than", "not less than", "no less than", "no fewer than",
    "no later than", "not later than",
    "not surprised", "not surprising", "not alone in", "no small", "no mean ", "no surprise", "nothing short",
    "cannot believe",
    "don't know if", "don't know whether",
    "not to mention", "or not", "nothing but", "hard to believe", "can't get", "cannot get",
)  # fmt: skip
_GUESSES = (
    "surely",
    "probably",
    "i imagine",
    "i guess",
    "i suppose",
    "i bet",
    "might",
    "no doubt",
    "presumably",
    "i assume",
)
_WISHES = (
    "i hope", "hope you", "hope the", "hope your", "hope to", "hoping", "i'd love", "would love", "i'd like",
    "would like", "i'd be",
    "i would be", "we'd be", "we'd love", "we would", "looking forward", "look forward", "let me know", "let's",
    "let us", "feel free",
    "i want", "i wanted", "i wish", "wish you", "i wonder", "i'd", "i would", "perhaps", "maybe", "shall we",
    "it would be",
    "would be great", "would be lovely", "would be fine", "would be perfect", "would be ideal", "would suit",
    "happy to", "glad to", "keen to", "i plan", "i'm planning",
    "i'm going to", "i will", "i'll",
    "we'll", "we will", "we could", "we can", "could we", "can we", "could you", "can you", "please", "take care",
    "enjoy", "good luck",
    "all the best", "fingers crossed", "crossing my fingers", "cross my fingers", "keep my fingers",
    "best of luck", "luck with",
    "i can", "i could", "curious", "safe travels", "would you", "if you", "if ",
    "may i", "may the", "may your", "may it", "may all", "could i", "how about",
    "what about", "i'm thinking of", "i intend", "i mean to", "you'd", "you could", "you would", "you might",
    "you may", "you are welcome to", "you're welcome to", "you'd be welcome", "i'd gladly", "could the",
)  # fmt: skip


def is_negated(fragment: Fragment) -> bool:
    """True when the fragment denies: by `not`, `never`, `no`, `n't`, or by a verb such as `skip` or `doubt`."""
    plain = fragment.plain
    if not_really(plain) or _nothing_but(fragment) or _NOT_GIVEN_UP.search(plain):
        return False
    words = set(fragment.words)
    if _FOR_FREE.search(plain):
        return False
    if _RULED_OUT.search(plain):
        return True
    if any(f"{being} against " in f"{plain} " for being in ("is", "are", "was", "were", "'s", "'m", "'re", "am", "be")):
        return True
    if any(word.endswith("n't") for word in words) or _by_word(fragment):
        return True
    denied = words & (NEGATIONS - {"without", "sans", "sin"})
    return bool(denied) and not ("no" in denied and plain.startswith("no ") and len(words) < 3 and not fragment.keys)


def not_really(plain: str) -> bool:
    """`no hurry`, `can't wait`, `the no 1 complaint`: a `no` that denies nothing."""
    return any(phrase in plain for phrase in _NOT_REALLY) or bool(_FIRST_OF_ALL.search(plain))


def _nothing_but(fragment: Fragment) -> bool:
    """`with nothing | but two glasses`: with just those."""
    following = fragment.tokens[fragment.last + 1 : fragment.last + 2]
    return fragment.words[-1] == "nothing" and [token.low for token in following] == ["but"]


def _by_word(fragment: Fragment) -> bool:
    """A verb that denies (`failed to`, `lost`), not a word before a noun (`the failed kiosk`)."""
    tokens = fragment.tokens
    return any(
        tokens[p].low in _LEXICAL_NEGATIONS
        and not (
            p > fragment.first and p < fragment.last and tokens[p - 1].low in _ARTICLES and tokens[p + 1].kind == "word"
        )
        for p in range(fragment.first, fragment.last + 1)
    )


_ARTICLES = frozenset(("the", "a", "an", "my", "your", "her", "his", "our", "their"))
_FOR_FREE = re.compile(
    r"\b(?:cost|pay)(?:s|ing)? (?:\w+ )?nothing\b|\bnothing to pay\b|\bno (?:charge|cost)\b|\bnot charging\b"
)
_FIRST_OF_ALL = re.compile(r"\bno (?:\. )?1\b")
"""`the no 1 complaint`, `voted no. 1`: the first."""
_NOT_GIVEN_UP = re.compile(
    r"(?:n't|\bnot|\bnever)(?: \w+)?(?: \w+)? (?:giv(?:e|en|ing) up|gave up|stopped|quit|abandoned|dropped)\b"
)
"""`I'm not giving up the eights`: a denial of a denial."""
_RULED_OUT = re.compile(
    r"\b(?:is|are|was|were|'s|'re) (?:rare|rarely|seldom|scarce|out(?: (?:for|of the question)|(?= ,|$))|ruled out|"
    r"off the table|off (?:for|this|again|after all)|called off|over|finished with)\b|"
    r"\b(?:(?:fell|fallen|falls|falling) through|(?:came|comes?|coming) to nothing)\b|"
    r"\b(?:yet to|no longer|got rid of|gets rid of|getting rid of|gave up|given up|"
    r"(?:why|when|how) did (?:you|she|he|they) give up|"
    r"giving up|(?:stay|stays|keep|keeps|kept) (?:\w+ ){0,6}out of|"
    r"stays? away from|stayed away from|steers? clear of|swore off|free of)\b|"
    r"\b(?:crossed|struck|scratched) (?:\w+ )?(?:off|out)\b|"
    r"\bleav(?:e|es|ing) (?:\w+ ){1,3}to (?:others|someone|somebody|other people)\b"
)


_ON_ITS_WAY = re.compile(
    r"\b(?:is|are)(?: now)? (?:coming|on (?:its|their|the) way|heading|headed) (?:your way|to you)\b|"
    r"\b(?:is|are) coming (?:soon|this week|next week)\b(?!.*\byou\b)|"
    r"\bfollows? (?:soon|shortly|this|next|on|by|in|tomorrow|later)\b|"
    r"\bwill (?:be with you|reach you|be in your)\b"
)
"""`the guide is coming your way this week`: what the writer is about to send."""


def mood(fragment: Fragment, earlier: list[Fragment], question: bool) -> str:  # noqa: C901, PLR0911, PLR0912
    """fact, wish (plans, offers, hopes, conditions), question or greeting."""
    words = fragment.words
    bare = [word for word in words if word.isalpha()]
    if (
        not earlier
        and bare
        and bare[0] in GREETINGS
        and bare[0] not in ("good",)
        and len(bare) <= 6
        and not fragment.verbs - {key("dear")}
    ):
        return "greeting"
    plain = fragment.plain + " "
    if "find" in words and {"attached", "below", "enclosed", "here"} & set(words):
        return "greeting"
    if " must have " in plain:
        return "guess"
    if fragment.antecedent and (
        fragment.explicit or (words[0] == "which" and fragment.verbs | set(words[1:2]) & AUXILIARIES)
    ):
        return "fact"
    if words[:2] == ["now", "that"] or (words[0] == "that" and earlier and earlier[-1].words[-1] == "now"):
        return "fact"
    if (
        earlier
        and earlier[-1].mood == "wish"
        and earlier[-1].words[-1] in ("sure", "ensure", "hope", "wish", "wonder", "if", "hoping", "fingers", "crossed")
    ):
        return "wish"
    if words[0] in ("as", "since", "because", "given", "now") and len(words) > 2 and not earlier:
        return "fact"
    if " must " in plain or any(f" {word} " in f" {plain}" for word in _GUESSES):
        return "guess"
    if question and _asks(fragment, earlier):
        return "question"
    if words[0] == "that" and fragment.explicit and earlier and earlier[-1].mood == "fact":
        return "fact"
    if (
        _THEIR_HOPE.search(plain)
        or (_WILLING.match(plain) and fragment.owners and USER not in fragment.owners)
        or _OF_YOU.search(plain)
        or _LEARNT.search(plain)
    ):
        return "fact"
    if _ON_ITS_WAY.search(plain) and not {"your", "you've"} & set(words[:1]):
        return "wish"
    if plain.startswith(("see you ", "hope ")) or any(
        _opens_with(plain, wish) or f" {wish} " in f" {plain}"[:60] for wish in _WISHES
    ):
        return "wish"
    verbless = fragment.tokens and not any(
        is_verb(fragment.tokens, p) for p in range(fragment.first, fragment.last + 1)
    )
    if (
        earlier
        and earlier[-1].mood in ("wish", "question", "guess")
        and (
            verbless
            or words[0]
            in ("and", "to", "or", "before", "once", "when", "how", "what", "where", "whether", "if", "while", "until")
        )
    ):
        return earlier[-1].mood
    return "fact"


_WILLING = re.compile(
    r"^(?:that )?(?!i\b|we\b|it\b|that\b)[\w'-]+(?: [\w-]+){0,2} (?:is|are|was|were) (?:happy|glad|keen|willing) to\b"
)
"""`Béla is happy to have his forecasts on it`: told of a third person, and no wish."""
_OF_YOU = re.compile(
    r"^(?:it's|it is|it was|how) (?:\w+ )?(?:kind|good|nice|generous|decent|sweet) of you to (?:let|give|send)\b"
)
"""`it's kind of you to let us have the key`: told as promised or done."""
_LEARNT = re.compile(
    r"^(?:so |and |but )?(?:i|we)(?: was| am|'m| were) (?:\w+ )?(?:glad|happy) to (?:hear|learn|read|see) "
    r"(?:that|how|of|about)\b"
)
"""`I was glad to learn that you …`: told as learnt."""
_THEIR_HOPE = re.compile(
    r"^(?:that )?(?:you|she|he|they)(?:'re| are|'s| is)? (?:\w+ly |still |also )?hop(?:e|es|ing) (?:for|to)\b"
)
"""`you are hoping for a grant`: somebody else's hope is a fact about them."""


def _opens_with(plain: str, wish: str) -> bool:
    """`I can come` opens with `I can`, `I can't come` does not."""
    return plain.startswith(wish) and not plain[len(wish) :].startswith(("'t ", "n't ", "not "))


_ASKING = AUXILIARIES | split_words("how what when where who why which whom whose any shall right would")


_SUBJECTS = frozenset(("i", "you", "he", "she", "we", "they", "it", "that", "this", "there", "your", "my"))


def _asks(fragment: Fragment, earlier: list[Fragment]) -> bool:
    """The asking part of a question: a question word, an auxiliary in front, or what follows it."""
    words = [word for word in fragment.words if word.isalpha() or "'" in word]
    if not words:
        return True
    if words[0] in ("since", "as", "because", "given", "now", "considering", "although", "though"):
        return False
    if not earlier and not any(word in AUXILIARIES or word.split("'")[0] in _SUBJECTS for word in words):
        return True
    lead = words[1:2] if words[0] in ("and", "but", "so", "then", "or", "still") else words[:1]
    return bool(lead and lead[0].removesuffix("'s") in _ASKING) or any(part.mood == "question" for part in earlier)
