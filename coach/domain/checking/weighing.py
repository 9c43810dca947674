"""How much a word tells: names and nouns of the matter much, words of courtesy nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from coach.domain.checking.english import keys_of
from coach.domain.checking.lexicon import CALENDAR, split_words

_COURTESY = split_words(
    "great good lovely nice wonderful amazing fantastic impressive remarkable inspiring interesting fascinating "
    "fun joy pleasure treat delight "
    "huge surprised surprise moved moving curious proud brave courage best better happy glad pleased grateful "
    "thankful thanks thank kind kindly "
    "kindness generous warm honest honestly frank remember remind think thinking thought wonder wondering love "
    "loved enjoy enjoyed like liked "
    "hear hearing know knowing learn tell told say said mention mentioned talk talking speak chat conversation "
    "meet met meeting see seeing look "
    "looking forward hope hoping want wish keep kept stay stayed stick stuck pass struck strike resonate stand "
    "stood out find found feel feeling "
    "sound seem mean believe understand get give take make let come go bring put try need ask question answer "
    "idea thing way time times moment "
    "day week today bit lot note message email mail word words reply line quick quickly short brief follow up "
    "catch touch connect reach write "
    "writing read back really truly very quite still also just again once always ever never soon later already "
    "now currently especially "
    "particularly definitely certainly absolutely simply exactly clearly surely probably maybe perhaps share "
    "shared sharing open insight insights "
    "perspective view experience experiences story stories work working people person everyone team sure fine "
    "right true real rare hard easy big "
    "small new old early late long little much many first last next different same whole full own able free "
    "available part kind sort type place "
    "home trip journey safe safely well such quite enough indeed face point end start begin sense example case "
    "fact truth reason result matter "
    "stuff everything something anything nothing hello dear regards cheers wishes sincerely best follow-up "
    "excited exciting delighted thrilled "
    "impressed admire appreciate congratulations congrats well-done excellent brilliant superb beautiful "
    "striking powerful memorable unforgettable "
    "clever wise smart thoughtful helpful useful valuable rich deep colleague friend morning evening afternoon "
    "night pity shame sorry sad bad "
    "worry hurry trouble course luck success miracle world life head heart mind eye hand smile laugh dream "
    "chance opportunity step sit next ahead "
    "together alone else even exactly almost nearly about around roughly over more less most least only half "
    "number piece call coffee answer use "
    "hand thinking-about carry busy tell-me recap brief reminder attach attached attachment enclose enclosed "
    "mail inbox calendar"
    "planned arrange arranged cover fit suit change help-me welcome admit promise promised offer offered agree "
    "agreed curious like-minded spot "
    "hard-won courageous impressive-sounding quietly sincerely strike-me spark sparked two three four five six "
    "round around show ago gather detail seven eight nine ten prompt prompted greeting greetings regard"
)
_NUMBERS = split_words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen half "
    "third quarter "
    "twice couple percent"
)
_GERMAN = split_words(
    "sie mit der das und ich wir ist nicht ein eine einen einem einer von zu auf wie dass bei dich dir ihnen ihr mir "
    "uns im dem des wurde viele viel ihre ihrer ihrem ihren haben sind wann warum es bitte gibt sehr hat hatte er aus "
    "nach schon noch sicher wollen werden wird kann fur uber bis seit auch aber oder wenn ganz gern gerne"
)
"""Small words of German, which tell nothing; those that are English words too are left out."""
_FAINT = split_words("have use work run do live lead start make year month week day person member company job")


@cache
def generic() -> frozenset[str]:
    """Keys that neither need a source nor make one; numbers are checked as numbers, not as words."""
    return _GERMAN | keys_of(_NUMBERS) | keys_of(_COURTESY) | _COURTESY | keys_of(CALENDAR)


def telling(keys: Iterable[str]) -> frozenset[str]:
    """The keys that say something about the matter."""
    return frozenset(word_key for word_key in keys if word_key not in generic() and not word_key.isdigit())


def weight(keys: Iterable[str]) -> float:
    """The sum over the keys: 1 for a telling word, less for one that fits anything."""
    # Counted in whole tenths, so that the order of a set never shows in the last digit of the sum.
    bland, faint = generic(), keys_of(_FAINT)
    return sum(2 if word_key in bland else 5 if word_key in faint else 10 for word_key in keys) / 10


def share(part: Iterable[str], whole: Iterable[str]) -> float:
    """How much of `whole` is in `part`, by weight, from 0 to 1."""
    all_keys = frozenset(whole)
    total = weight(all_keys)
    return weight(all_keys & frozenset(part)) / total if total else 0.0
