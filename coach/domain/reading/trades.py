"""Trades and posts as people write them, in English and German, which the lexicon of the check lacks."""

from __future__ import annotations

import re

from coach.domain.checking.lexicon import split_words

SHORT_HEADS = split_words(
    "ccio chro cxo cdo cro cno cso cko clo cco cao cgo cbo csco cpto "
    "vc guard caretaker janitor ranger doorman "
    "dev devs eng engr prof dba sre rep reps pm po cpa gp mp md mgr exec admin qa ops freelance freelancer physio "
    "retired self-employed selbststandig selbstandig hairdresser volunteer apprentice azubi head host caterer "
    "speaker fellow hebamme geselle trustee frontend backend full-stack fullstack devops "
    "vicar deacon nun steward critic counsel dyer signalman lineman linesman stagehand deckhand farmhand usher vintner "
    "glazier milliner sexton verger warden bosun seamstress grocer shepherd astronomer barrister magistrate stewardess "
    "courier postman postie cleaner waitress bartender jeweller poet historian bookseller agent jockey nanny landlady "
    "publican hostess lifeguard fisherman ferryman stevedore bricklayer stonemason roadie dj weatherman matron ghillie "
    "krankenschwester praktikant vorstand stadtrat stadtraetin azubine kapitan friseur rentner metzger"
    " notarin metzgerin"
)
"""Heads of a role that the lexicon of the check lacks, most of them abbreviations."""
NO_AGENTS = split_words(
    "number corner poster shower tower paper computer server folder counter order summer winter water letter dinner "
    "member others another newcomer stranger character newsletter career quarter manner swimmer runner cyclist climber "
    "hiker gamer biker walker knitter surfer smoker lover drinker talker listener beginner winner teenager believer "
    "supporter survivor dancer marathoner zimmer wasser sommer wetter nummer messer fenster theater kinder partnerin "
    "freundin kletterin lauferin vegetarierin schwimmerin leserin italienerin osterreicherin schweizerin"
)
"""Words that end like a trade and are none, or are what somebody does for fun."""
AGENT = re.compile(
    r"(?:[a-zäöü]{3,}(?:er|or|ist|smith|wright|monger|mistress|woman)|"
    r"[a-z]{3,}(?:cian|storian|sman|stman|ceman))$"
)
GERMAN_AGENT = re.compile(
    r"(?:(?:er|eur|ist|or|ent|ant|and|log|nom|tekt|ivar|eut|mut|wirt|ärzt|köch|anwält|gesell)in|fahrer|leiter|lehrer|meister|berater|händler|"
    r"macher|arbeiter|pfleger|wickler|käufer|führer|iker|theker|ingenieur|gärtner|bäcker|maler|maurer|schreiner|tischler|"
    r"förster|künstler|sänger|spieler|trainer|forscher|helfer|wirt|winzer|koch|arzt|anwalt|akteur|ist|student|gründer|"
    r"inhaber|verwalter|kaufmann|frau|fachkraft|lektor|loge|tekt|ivar|eut|brauer|imker|schlosser|zeichner|beauftragter?|referent|"
    r"vertreter|vorsitzende[rn]?|schützer|hebamme|zimmermann|pfarrer|kantor|erzieher|übersetzer|dolmetscher|"
    r"programmierer|dachdecker|fliesenleger|schweißer|züchter|prüfer|gutachter|notar|rektor|dozent|assistent|autor|"
    r"regisseur|fotograf|kurator|archivar|bibliothekar|restaurator|lotse|obmann|sprecher|kassenwart|analyst|logopädin|"
    r"feger|steinmetz|(?:gold|silber|kunst)schmied(?:in)?|(?:orgel|geigen|boots|möbel|instrumenten)bauer|spediteur|"
    r"disponent|justiziarin|rätin|krankenschwester)$"
)
"""How a German trade ends: `Busfahrer`, `Teamleiterin`."""

LIKE_SURNAMES = split_words(
    "weber muller schneider richter fischer schafer schuster jager topfer dreher drucker glaser schmied"
)
"""Trades that are surnames as often: a role only where nothing but `gelernter` stands before them."""
COMPOUNDS = re.compile(
    r"(?:(?:ward|theatre|nursing|night|charge) sister|(?:cellar|farm|stage|deck|ranch|hired) hand|"
    r"(?:security|prison|border|coast) guard|(?:tour|mountain|museum|city|river|hiking) guide|dog walker|au pair)s?$",
    re.IGNORECASE,
)
"""What two words say and the last alone does not: `ward sister`."""
DEPARTMENTS = split_words(
    "purchasing procurement marketing sales logistics accounts payroll finance hr legal comms pr angel it r&d "
    "vertrieb einkauf buchhaltung personalabteilung logistik"
)
"""A piece of an entry that is nothing else says what somebody works in: `/ purchasing /`, `→ freelance PR`."""
