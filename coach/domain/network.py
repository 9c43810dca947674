"""The network as a picture: people, what links them, and who introduced whom. Pure: rows in, nodes and links out.

People who share something (an evening, an organisation, what they care about) hang on one hub instead of on each
other: forty people at one evening are forty links and not 780, which is what keeps a large network readable.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from coach.domain.models import PersonRef
from coach.domain.passages import Named

LinkKind = Literal["introduced", "together", "shared"]
HubKind = Literal["evening", "organisation", "topic"]

MOST_PEOPLE = 300
"""People in a picture; beyond that those with the fewest links are left out, and the page says how many."""
MOST_TOGETHER = 6
"""A note that names more people than this is a list, not a conversation."""
_MET_THROUGH = re.compile(r"\b(?:introduc\w+|through|via|by way of|vorgestellt|durch|über)\b", re.IGNORECASE)
_INTRODUCES = re.compile(r"\bintroduc(?:ed|es|ing)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Introduction:
    """A text that may say who brought whom together. `source` is the note's id, or the person's for how you met."""

    person: PersonRef
    text: str
    source: str


@dataclass(frozen=True)
class Hub:
    """Something that several people share: an evening, an organisation, a topic."""

    name: str
    kind: HubKind
    members: tuple[PersonRef, ...]


@dataclass(frozen=True)
class Link:
    """From a person to a person (`introduced`: who introduced comes first) or, `shared`, from a person to a hub."""

    first: str
    second: str
    kind: LinkKind
    times: int = 1


@dataclass(frozen=True)
class Picture:
    """What is drawn: people by id, hubs, links between them, and how many people were left out for want of links."""

    people: Mapping[PersonRef, str]
    hubs: tuple[Hub, ...]
    links: tuple[Link, ...]
    left_out: int = 0

    def degree(self) -> Counter[str]:
        """Links of each person and hub."""
        return Counter(end for link in self.links for end in (link.first, link.second))

    def around(self, person: PersonRef) -> Picture:
        """One person with whom and what they are linked to, and what links those among each other."""
        near = {end for link in self.links if person in (link.first, link.second) for end in (link.first, link.second)}
        hubs = tuple(hub for hub in self.hubs if hub.name in near)
        near |= {one for hub in hubs for one in hub.members}
        return Picture(
            people={one: name for one, name in self.people.items() if one in near},
            hubs=hubs,
            links=tuple(link for link in self.links if link.first in near and link.second in near),
            left_out=self.left_out,
        )


def introduced(texts: Iterable[Introduction], people: Sequence[Named]) -> list[Link]:
    """Who introduced whom, where the words say so: "introduced by Ana" on how you met somebody, or a note "Ana
    introduced me to Bo". Only full names and unmistakable first names of people who are kept count."""
    names = _names(people)
    if not names:
        return []
    pattern = re.compile(r"\b(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + r")\b")
    found: dict[tuple[str, str], None] = {}
    for one in texts:
        met = one.source == one.person
        said = _MET_THROUGH.search(one.text) if met else _INTRODUCES.search(one.text)
        if said is None:
            continue
        before = [names[match[0]] for match in pattern.finditer(one.text, 0, said.start())]
        after = [names[match[0]] for match in pattern.finditer(one.text, said.end())]
        pairs = [(giver, one.person) for giver in [*after, *before][:1]] if met else _pairs(before, after)
        found |= dict.fromkeys(pair for pair in pairs if pair[0] != pair[1])
    return [Link(first, second, "introduced") for first, second in found]


def _pairs(before: list[str], after: list[str]) -> list[tuple[str, str]]:
    return [(before[-1], other) for other in after[:2]] if before else []


def _names(people: Sequence[Named]) -> dict[str, PersonRef]:
    """Every full name, and each first name that only one person has."""
    first = Counter(one.name.split()[0] for one in people if one.name.split())
    names = {one.name: one.id for one in people}
    for one in people:
        given = one.name.split()[0] if one.name.split() else ""
        if len(given) > 1 and first[given] == 1:
            names.setdefault(given, one.id)
    return names


def together(named_in: Mapping[str, Sequence[PersonRef]]) -> list[Link]:
    """People whom one note names together, each pair once, with the number of notes. `named_in`: by the note's id."""
    pairs: Counter[tuple[str, str]] = Counter()
    for people in named_in.values():
        members = sorted(dict.fromkeys(people))
        if 2 <= len(members) <= MOST_TOGETHER:
            pairs.update((one, other) for place, one in enumerate(members) for other in members[place + 1 :])
    return [Link(one, other, "together", times) for (one, other), times in sorted(pairs.items())]


def draw(people: Mapping[PersonRef, str], hubs: Iterable[Hub], links: Iterable[Link]) -> Picture:
    """Put it together: hubs of one member fall out, and people without any link; at most `MOST_PEOPLE` stay."""
    direct = [link for link in links if link.first in people and link.second in people]
    shared = [hub for hub in hubs if len({one for one in hub.members if one in people}) > 1]
    degree = Counter(end for link in direct for end in (link.first, link.second))
    for hub in shared:
        degree.update({one for one in hub.members if one in people})
    linked = [one for one, _ in sorted(degree.items(), key=lambda pair: (-pair[1], people[pair[0]]))]
    kept = set(linked[:MOST_PEOPLE])
    hubs_kept = [
        Hub(hub.name, hub.kind, members)
        for hub in shared
        if len(members := tuple(one for one in dict.fromkeys(hub.members) if one in kept)) > 1
    ]
    return Picture(
        people={one: people[one] for one in linked[:MOST_PEOPLE]},
        hubs=tuple(hubs_kept),
        links=(
            *(link for link in direct if link.first in kept and link.second in kept),
            *(Link(one, hub.name, "shared") for hub in hubs_kept for one in hub.members),
        ),
        left_out=len(people) - len(kept),
    )
