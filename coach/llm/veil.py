"""Names and addresses are replaced by placeholders before a prompt leaves this machine, and put back in the answer.

A placeholder is one plain word with a number (`Person3`, `Person3_first`, `Email1`), so that it fits into a
sentence, into JSON and into a schema's pattern. It stands for exactly the words that it replaced: what goes
out and comes back unchanged is what it was. The same words get the same placeholder for as long as the veil lives.
"""

from __future__ import annotations

import json
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache, partial

from coach.domain.checking.english import known
from coach.domain.checking.lands import is_place
from coach.domain.checking.lexicon import CALENDAR, PLACES
from coach.domain.checking.tokens import fold
from coach.domain.reading import given
from coach.llm.organisations import core_of, is_ordinary, organisations
from coach.llm.strangers import strangers

FIELDS = ("names", "organisations", "emails", "phones", "handles")
"""What can be hidden, each by itself."""
_WORDS = {"names": "Person", "organisations": "Org", "emails": "Email", "phones": "Phone", "handles": "Handle"}
_APART = r"(?<![A-Za-z0-9_])"
"""A placeholder begins here; where a script has no spaces, letters may stand before it."""
_FORGED = _APART + r"(?i:(?:person|org|email|phone|handle)[ _-]?\d{1,5}(?!\d)(?:\\{0,2}_\w+)?)"
"""Words of the text's own that `back` would take for a placeholder: they get one themselves."""
_EMAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"
_PHONE = r"(?<![\w.-])(?:\+\d|\(0?\d{2,5}\)|0\d|\d{3}[ .-]\d{3}[ .-]\d{4}(?!\d))[\d ()/.-]{4,20}\d(?!\w)"
_HANDLE = (
    r"(?:https?://)?(?:\w+\.)?(?:linkedin\.com/in|github\.com|x\.com|twitter\.com|instagram\.com|t\.me|facebook\.com|"
    r"mastodon\.\w+|bsky\.app/profile)/[\w@.%/-]*[\w/]|(?<![\w@.])@[A-Za-z_][\w.-]*\w(?:@[\w-]+(?:\.[\w-]+)+)?"
)

_ENDINGS = r"(?:s|es|n|en|ns|e|a|i|u|y|in|om|em|ovi|ova|lle|lla|ssa|sta|ta)"
"""Letters that languages hang onto a name: Annas, Annan, Annalle, Jana."""
_BACK = re.compile(
    _APART + r"(person|org|email|phone|handle)[ _-]?(\d{1,5})(?:\\{0,2}_(first|last|v\d+)(?![A-Za-z0-9_]))?(?!\d)",
    re.IGNORECASE,
)
"""A model may write a placeholder its own way; what hangs on to it only with the stroke below, which Markdown escapes:
`Person3 first came` says who came first."""
_HELD = re.compile(_APART + r"(?:(?:person|org|email|phone|handle)[ _-]?\d*[\\_]{0,3})?[A-Za-z0-9_]*\Z", re.IGNORECASE)
LONGEST_HELD = 40
"""Characters of a stream that are held back at most while a placeholder may be coming."""


class Veil:
    """Hides what is known of people (`names`: each with other forms of it) and organisations, and what looks
    like an e-mail address, a phone number or a handle. `fields`: what to hide, of `FIELDS`. Thread-safe."""

    def __init__(
        self, people: Iterable[str] = (), organisations: Iterable[str] = (), fields: Iterable[str] = FIELDS
    ) -> None:
        self.fields = frozenset(fields)
        self._lock = threading.Lock()
        self._words: dict[str, str] = {}
        self._placeholders: dict[str, str] = {}
        self._counts: Counter[str] = Counter()
        self._forms: dict[str, str] = {}
        self._met: dict[str, str] = {}
        self._met_pattern: re.Pattern[str] | None = None
        if "names" in self.fields:
            self._add_people(sorted({" ".join(name.split()) for name in people if len(name.strip()) > 1}))
        if "organisations" in self.fields:
            for name in sorted({" ".join(name.split()) for name in organisations if len(name.strip()) > 2}):
                self._forms.setdefault(name, self._new("organisations", name))
                if core := core_of(name):
                    self._forms.setdefault(core, self._of_surface("organisations", core, base=self._forms[name]))
        self._shouted = {form.upper(): placeholder for form, placeholder in self._forms.items()}
        self._pattern = self._compile()

    # ------------------------------------------------------------------- out
    def out(self, text: str) -> str:
        """The text with placeholders in place of what is hidden."""
        if not self.fields:
            return text
        with self._lock:
            pieces, at = [], 0
            for start, end, placeholder in self._unknown(text):
                pieces += [self._pattern.sub(self._placeholder, text[at:start]), placeholder]
                at = end
            return "".join((*pieces, self._pattern.sub(self._placeholder, text[at:])))

    def _unknown(self, text: str) -> list[tuple[int, int, str]]:
        """Where names stand that the workspace does not know, and where they were met before, with their
        placeholders. A house that is called after somebody is a house."""
        known = list(self._pattern.finditer(text))
        taken = [found.span() for found in known if not self._gives_way(found)]
        spans: list[tuple[int, int, str]] = []

        def take(start: int, end: int, placeholder: Callable[[str], str]) -> None:
            if not any(start < to and at < end for at, to in taken):
                spans.append((start, end, placeholder(text[start:end])))
                taken.append((start, end))

        for start, end in organisations(text, is_given) if "organisations" in self.fields else ():
            take(start, end, self._meet_house)
        taken += [found.span() for found in known if found.lastgroup in ("form", "ending")]
        for start, end, word in self._met_again(text):
            if self._met[word].startswith(_WORDS["organisations"]):
                take(start, end, partial(self._again, word))
        for start, end in strangers(text, is_given) if "names" in self.fields else ():
            take(start, end, self._meet)
        for start, end, word in self._met_again(text):
            take(start, end, partial(self._again, word))
        return sorted(spans)

    def _gives_way(self, found: re.Match[str]) -> bool:
        """Whether a larger name may hold what was found: somebody known, or a common given name."""
        if found.lastgroup == "given":
            return True
        form = " ".join((found["form"] or "").split()) if found.lastgroup in ("form", "ending") else ""
        return bool(form) and (self._forms.get(form) or self._shouted[form]).startswith(_WORDS["names"])

    def _met_again(self, text: str) -> list[tuple[int, int, str]]:
        """Where a name that was met stands once more, with what languages hang on to it; the longest first."""
        if not self._met:
            return []
        if self._met_pattern is None:
            forms = "|".join(map(re.escape, sorted(self._met, key=len, reverse=True)))
            self._met_pattern = re.compile(rf"(?<!\w)(?P<form>{forms})(?P<ending>{_ENDINGS})?(?!\w)")
        return [(*found.span(), found["form"]) for found in self._met_pattern.finditer(text)]

    def _again(self, word: str, surface: str) -> str:
        whole = self._met[word]
        return whole if surface == word else self._of_surface("names", surface, base=whole.partition("_")[0])

    def _meet_house(self, name: str) -> str:
        """Remember a likely organisation, and what people call it later."""
        if name not in self._met:
            whole = self._keep_met(name, self._of_surface("organisations", name))
            core = core_of(name)
            spellings = (core,) if is_ordinary(core) else (core, core.lower(), core.upper())
            for form in dict.fromkeys(spellings) if core else ():
                if form not in self._met and form not in self._forms:
                    self._keep_met(form, self._of_surface("organisations", form, base=whole.partition("_")[0]))
        return self._met[name]

    def _keep_met(self, name: str, placeholder: str) -> str:
        self._met[name], self._met_pattern = placeholder, None
        return placeholder

    def _meet(self, name: str) -> str:
        """Remember a likely name, and its first and last word."""
        if name in self._met:
            return self._met[name]
        whole = self._keep_met(name, self._of_surface("names", name))
        parts = name.split()
        for part, which in ((parts[0], "first"), (parts[-1], "last")):
            if len(parts) > 1 and part not in self._met:
                self._keep(f"{whole}_{which}", part)
                self._keep_met(part, self._placeholders[part])
        return whole

    def _add_people(self, names: list[str]) -> None:
        """Each name by itself; first and last name too, where they belong to one person only."""
        shared = Counter(part for name in names for part in set(name.split()))
        for name in names:
            whole = self._forms.setdefault(name, self._new("names", name))
            parts = name.split()
            for part, which in ((parts[0], "first"), (parts[-1], "last")):
                if len(parts) < 2 or len(part.strip(".")) < 2 or not part[0].isupper() or part in self._forms:
                    continue
                placeholder = f"{whole}_{which}" if shared[part] == 1 else self._new("names", part)
                self._forms[part] = placeholder
                self._keep(placeholder, part)

    def _compile(self) -> re.Pattern[str]:
        kinds = {"emails": _EMAIL, "handles": _HANDLE, "phones": _PHONE}
        parts = [f"(?P<forged>{_FORGED})"]
        parts += [f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items() if kind in self.fields]
        forms = sorted(self._forms.keys() | self._shouted.keys(), key=len, reverse=True)
        if forms:
            joined = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
            parts.append(f"(?<!\\w)(?P<form>{joined})(?P<ending>{_ENDINGS})?(?!\\w)")
        if "names" in self.fields:
            parts.append(rf"(?<!\w)(?P<given>{given_names()})(?!\w)")
        return re.compile("|".join(parts))

    def _placeholder(self, found: re.Match[str]) -> str:
        kind, surface = found.lastgroup or "", found[0]
        if kind in ("form", "ending"):
            return self._of_form(found["form"], surface)
        return self._of_surface("names" if kind in ("given", "forged") else kind, surface)

    def _of_form(self, form: str, surface: str) -> str:
        form = " ".join(form.split())
        plain = self._forms.get(form) or self._shouted[form]
        if surface == self._words.get(plain):
            return plain
        return self._of_surface("names", surface, base=plain.partition("_")[0])

    def _of_surface(self, kind: str, surface: str, base: str = "") -> str:
        known = self._placeholders.get(surface)
        if known:
            return known
        if base:
            self._counts[base] += 1
            placeholder = f"{base}_v{self._counts[base]}"
            self._keep(placeholder, surface)
            return placeholder
        return self._new(kind, surface)

    def _new(self, kind: str, surface: str) -> str:
        self._counts[kind] += 1
        placeholder = f"{_WORDS[kind]}{self._counts[kind]}"
        self._keep(placeholder, surface)
        return placeholder

    def _keep(self, placeholder: str, surface: str) -> None:
        self._words[placeholder] = surface
        self._placeholders.setdefault(surface, placeholder)

    # ------------------------------------------------------------------ back
    def back(self, text: str, *, as_json: bool = False) -> str:
        """The text with the words that the placeholders stand for; `as_json`: written as within a JSON string.

        An unknown placeholder stays as it is: the check will find that nothing supports it.
        """
        return _BACK.sub(lambda found: self._word(found, as_json), text)

    def _word(self, found: re.Match[str], as_json: bool) -> str:
        stem = f"{found[1].capitalize()}{found[2]}"
        part = f"_{found[3].lower()}" if found[3] else ""
        word = self._words.get(stem + part)
        if word is None and part in ("_first", "_last") and stem in self._words:
            word = self._words[stem].split()[0 if part == "_first" else -1]
        if word is None:
            return found[0]
        return json.dumps(word, ensure_ascii=False)[1:-1] if as_json else word


class Unveiling:
    """Puts words back in a stream: a placeholder that is cut in two by the pieces is waited for."""

    def __init__(self, veil: Veil, *, as_json: bool) -> None:
        self._veil = veil
        self._as_json = as_json
        self._held = ""

    def feed(self, piece: str) -> str:
        """What can be shown now."""
        whole = self._held + piece
        tail = _HELD.search(whole[-2 * LONGEST_HELD :])
        length = len(tail[0]) if tail else 0
        cut = len(whole) - (length if length <= LONGEST_HELD else 0)
        self._held = whole[cut:]
        return self._veil.back(whole[:cut], as_json=self._as_json)

    def end(self) -> str:
        """What was held back."""
        held, self._held = self._held, ""
        return self._veil.back(held, as_json=self._as_json)


NOT_NAMES = frozenset({"April", "June", "August", "Will", "Sunday", "Christian"})
"""Given names that are more often something else; a month must stay readable."""


@cache
def given_names() -> str:
    """Given names that anybody may have, as a pattern: people whom a note mentions and the workspace does not know."""
    from nicknames import NickNamer

    lookup = NickNamer.default_lookup()
    words = {name.capitalize() for pair in lookup.items() for name in (pair[0], *pair[1])}
    plain = {name for name in words if name.isalpha() and len(name) > 3} - NOT_NAMES
    return "|".join(sorted(plain, key=len, reverse=True)) or r"(?!)"


@cache
def _given_name() -> re.Pattern[str]:
    return re.compile(given_names())


def is_given(word: str) -> bool:
    """Whether the word is a common given name; one of other lands that is no word of English, no place and no day."""
    plain = re.sub(r"[’']s$", "", word)
    return _given_name().fullmatch(plain) is not None or _given_elsewhere(plain)


@cache
def _given_elsewhere(word: str) -> bool:
    low = fold(word)
    return len(low) > 2 and given.is_given(low) and not (known(low) or is_place(low) or low in PLACES | CALENDAR)
