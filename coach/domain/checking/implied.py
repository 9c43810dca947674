"""What goes without saying: who teaches has pupils, who keeps bees has hives. Such things need no note of their own."""

from __future__ import annotations

from functools import cache

from coach.domain.checking.english import key
from coach.domain.checking.facts import Facts

_LINES = """
pupil student learner class classroom lesson course: teach teacher tutor school lecturer university trainer
patient ward: nurse doctor surgeon clinic hospital dentist midwife vet therapist physio physiotherapist hospice surgery
customer client buyer regular guest till counter shop: sell shop stall restaurant cafe bar bakery market inn hotel deli
reader book manuscript page text novel pen: write writer author novel novelist editor translate translator
singer voice song concert: sing choir singer opera
crew deck vessel: captain ship boat ferry sail trawler
animal flock herd pasture barn field: farm farmer sheep cow goat cattle herd
field crop harvest soil farm: farm farmer grow grower
needle wool yarn pattern: knit knitter sew tailor
oven loaf bread dough flour: bake baker bakery sourdough
kiln clay pot wheel pottery: potter pottery ceramics ceramic kiln
camera lens picture shot studio: photograph photographer film filmmaker cameraman
garden bed plant flower bloom greenhouse: garden gardener florist flower
instrument string concert music score tune: violin viola cello piano guitar harp flute orchestra band musician
workshop bench workbench wood: joiner carpenter luthier cabinetmaker furniture
yard hull boat: boatyard shipyard boat
forge anvil iron hammer: blacksmith smith
grape vineyard cellar vine bottle vintage wine: winemaker vintner vineyard wine winery
code script program software app: developer programmer software app code engineer
husband wife marriage spouse partner: married widow widower wife husband spouse
parent mother father: parents born childhood grew daughter son
road wheel lorry truck van: drive driver lorry trucker van
lab sample experiment: lab laboratory chemist biologist research
stage role play part: actor actress theatre stage play
mentee: mentor coach
colony: hive bee beekeeper apiary
downpour umbrella puddle drizzle soak drench wet shower: rain rainy
gust gale storm: wind windy
ice icy freeze frost shiver: cold
table meal plate: dinner lunch breakfast supper
boss director chief superior: director boss chief head ceo cio cto cfo coo headmaster headmistress principal manager
parishioner parish congregation: vicar priest pastor parish
"""


@cache
def _grounds() -> dict[str, frozenset[str]]:
    """For the key of each thing the keys from which it follows."""
    found: dict[str, frozenset[str]] = {}
    for line in _LINES.strip().splitlines():
        things, _, grounds = line.partition(": ")
        keys = frozenset(map(key, grounds.split()))
        for thing in things.split():
            found[key(thing)] = found.get(key(thing), frozenset()) | keys
    return found


def implied(word: str, facts: Facts) -> bool:
    """Some note speaks of what makes this thing plain."""
    return any(map(facts.knows, _grounds().get(word, ())))


def implied_of(word: str, who: str, facts: Facts) -> bool:
    """Some note tells of this person what makes the thing plainly theirs."""
    return any(
        who in fact.fragment.owners | fact.fragment.persons and not fact.fragment.negated
        for ground in _grounds().get(word, ())
        for fact in facts.by_key.get(ground, ())
    )
