"""Words that mean the contrary of one another, as notes and drafts use them."""

from __future__ import annotations

from functools import cache

from coach.domain.checking.english import key

_OPPOSITES = """
easy difficult
more less
more fewer
like hate
love hate
like distrust
agree disagree
agree differ
agree odds
free taken
free busy
available unavailable
available busy
open closed
opened closed
increase decrease
increased decreased
rose fell
grow reduce
cheap expensive
early late
accept reject
accepted rejected
accepted declined
won lost
win lose
survive lose
remember forget
possible impossible
allowed forbidden
support oppose
for against
trust distrust
shy outgoing
hot cold
alone together
married divorced
full empty
healthy sick
safe dangerous
succeed fail
strong weak
indoors outdoors
beginner expert
arrive depart
lend borrow
optimistic sceptical
optimistic skeptical
convinced sceptical
convinced skeptical
convinced unconvinced
in-person remote
online offline
onsite remote
public private
paid unpaid
permanent temporary
full-time part-time
single married
work fail
work crash
work break
enjoy sceptical
enjoy skeptical
enjoy scared
enjoy shy
accept turn
convinced doubtful
convinced doubt
think doubt
punctual late
manual automatic
free full
stay leave
remain leave
stay quit
keep drop
keep abandon
keep scrap
join leave
join quit
start stop
begin stop
continue stop
employ fire
won lose
allow ban
permit ban
allow forbid
welcome ban
love loathe
approve refuse
approve reject
agree refuse
finished unfinished
decided undecided
ready unready
known unknown
permanent interim
profitable unprofitable
frightened calm
frightening reassuring
confident nervous
calm nervous
sweet dry
gain lose
rent own
volunteer paid
sober drunk
alive dead
include exclude
pass fail
free booked
available booked
attend miss
present absent
urban rural
junior senior
majority minority
legal illegal
formal informal
visible hidden
outsource inhouse
outsource in-house
trust doubt
believe doubt
success failure
success flop
fast slow
quick slow
happy unhappy
satisfied dissatisfied
pleased disappointed
delighted disappointed
impressed disappointed
proud ashamed
patient impatient
improve worsen
better worse
best worst
loud quiet
noisy quiet
warm cold
wide narrow
deep shallow
raise lower
expand shrink
introvert extrovert
help hinder
heavy light
rich poor
""".strip().splitlines()


@cache
def opposites() -> dict[str, set[str]]:
    """Each key with the keys that mean its contrary, both ways."""
    found: dict[str, set[str]] = {}
    for line in _OPPOSITES:
        one, two = (key(word) for word in line.split())
        if one != two:
            found.setdefault(one, set()).add(two)
            found.setdefault(two, set()).add(one)
    return found
