"""Words in small letters that notes in haste hold and that are nobody's name."""

from __future__ import annotations

CHAT = frozenset(
    """
    til till cos coz cuz bc tho thru wanna gonna gotta kinda sorta def prob probs probly prolly atm imo imho lol btw
    tbh idk omg rofl lmao fyi asap rn irl dunno lemme gimme ppl pls plz thx ty dm nvm smth sth aka defo obvs deffo innit
    """.split()
)
"""`hated it til she let them`."""
ADVERBS = frozenset(
    """
    lange viel gern gerne heute gestern morgen noch auch nur schon sehr wieder dann danach dort da hier jetzt eben mal
    immer nie oft leider endlich zuerst zuletzt spater schnell lieber kaum fast ganz bald vorhin neulich eigentlich
    nochmal lustig nett intensiv ausfuhrlich gut
    """.split()
)
"""German, without accents, behind a name: `mit frau berger heute geredet`."""
SURNAMES_TOO = frozenset(("lang", "kurz", "fruh"))
"""Adverbs that are family names as well, where a sign follows: `fritz lang (regisseur)`."""
