"""What a text is about: its words without those of every day, which fit anybody. "Who can run a museum archive?" is
about a museum archive; that somebody else runs something too makes them no help."""

from __future__ import annotations

from functools import lru_cache

from coach.domain.checking.english import forms
from coach.domain.text import content_words, stems

_ENGLISH_VERBS = frozenset(
    """accept achieve add advise afford agree allow answer appear apply arrive ask attend attract avoid be become begin
    believe belong bother break bring build buy call can care carry catch change check choose close come connect
    consider contact contain continue cost could count cover create cut deal decide depend deserve develop die
    disappear do draw drop earn end enjoy enter exchange exist expect explain face fail fall feel fill find
    finish fit fix follow forget gain get give go grow guess handle happen hand hate have hear help hit hold
    hope hurry imagine improve include increase intend introduce involve join keep know lack last lead learn
    leave let like listen live lose look love maintain make manage matter mean meet mention mind miss move need
    notice offer open order organise organize own participate pass pay pick plan prefer prepare promise propose
    prove provide pull push put quit raise reach read realise realize recall receive recommend reduce refuse
    remain remember remove replace reply require return rise run save say search see seek seem sell send serve
    set share should show sit solve speak spend stand start stay step stick stop struggle succeed suggest
    suppose support surprise switch take talk teach tell thank think throw touch trust try turn understand use
    visit wait walk want watch win wish wonder work worry would write""".split()
)
_ENGLISH_WORDS = frozenset(
    """able about above across actually afraid again ago ahead alone along already also always amount any anybody
    anyone anything area around aware away back bad best better big bit bottom brilliant broad busy career case
    certain chance cheap clear cold colleague common company complete complicated contact cool correct country
    city town couple current danger date day dear deep detail difference different difficult difficulty direct
    doubt each early easy effort else empty end enough entire especially even evening event ever everybody
    everyone everything exact example excellent expensive expert experience extra fact fair familiar famous far
    fast favourite favorite few field final fine firm first former free frequent fresh friend friendly full fun
    future general gladly glad good great group guy half happy hard help helpful high honest hot hour huge idea
    ideal important impossible information interest interested interesting issue job just key kind knowledge
    large last late later least left less life likely little local long lot low lucky main major many maybe
    member men middle minute modern moment month more morning most much must name near necessary new next nice
    night nobody none normal nothing now number obvious odd office often okay old once only open opinion
    opportunity ordinary organisation organization other others our ours outside part particular past patient
    people perfect perhaps person piece place pleasant please plenty point poor popular position possible
    possibility practical practice present pretty previous private probably problem project proper public
    question quick quiet quite rather ready real really reason recent regular relevant responsible rest result
    rich right role rough round safe same second serious several short side similar simple since single size
    skill slow small so social soft somebody somehow someone something sometimes somewhere soon sorry sort
    special specific step still story strange strong stuff successful such sudden sure sweet talent task team
    terrible thanks thing time tip today together tomorrow tonight top total tough trouble true type unable
    usual useful usually various very warm way weak week weekend well whole wide wise woman women word work
    world worse worst worth wrong year yesterday yet young advice tricky trick useless brand""".split()
)
_FUNCTION = frozenset(
    """cannot does doing done going gone came took said says told got him his himself she her hers herself they them
    themselves its itself mine myself yours yourself yourselves ourselves those these during until before after
    without within through against among upon toward per own off down each both don didn doesn isn aren wasn
    weren won wouldn couldn shouldn haven hasn hadn ain didnt dont cant wont may might must shall whether whom
    whose too almost because been being never two three four five six seven eight nine ten twice two dozen
    hundred thousand challenge""".split()
)
_NOUNS_OF_THEIR_OWN = frozenset(
    "building meeting learning teaching training funding drawing reading hearing writing savings".split()
)
"""Made of a verb of every day, and a subject all the same."""

_GERMAN_VERBS = """
    arbeiten antworten ändern bauen bedeuten beginnen bekommen benutzen besuchen bieten bitten bleiben brauchen
    bringen danken dauern denken dürfen eignen empfehlen enden entscheiden entwickeln erhalten erinnern erklären
    erreichen ersetzen erwarten erzählen fehlen finden folgen fragen freuen fühlen führen funktionieren geben
    gehen gehören glauben halten handeln hängen heißen helfen hoffen holen hören interessieren kaufen kennen
    klappen klären kommen können kosten kriegen kümmern lassen laufen leben legen leiten lernen lesen lieben
    liegen lösen machen meinen melden merken mögen müssen nehmen nutzen öffnen organisieren passen passieren
    planen probieren reden reichen sagen schaffen schauen schicken schließen schreiben sehen setzen sitzen
    sollen sorgen sparen sprechen starten stehen stellen stimmen suchen teilen tragen treffen tun überlegen
    übernehmen unterstützen verändern verbessern verkaufen verlassen verlieren verstehen versuchen vertrauen
    verwenden vorstellen warten wechseln werden wissen wohnen wollen wünschen zahlen zeigen ziehen
"""
_GERMAN_FORMS = """
    läuft lief liefen gelaufen hält hielt hielten gehalten trägt trug getragen nimmt nahm nahmen genommen gibt
    gab gaben gegeben sieht sah sahen gesehen liest las gelesen spricht sprach sprachen gesprochen trifft traf
    trafen getroffen hilft half halfen geholfen fand fanden gefunden kannte kannten gekannt weiß weißt wusste
    wussten gewusst brachte brachten gebracht dachte dachten gedacht blieb blieben geblieben schrieb schrieben
    geschrieben stand standen gestanden ging gingen gegangen kam kamen gekommen lässt ließ ließen fing gefangen
    wird wirst wurde wurden geworden würde würden verliert verlor verloren zog zogen gezogen verlässt verließ
    bekam bekommt erhält erhielt verstand verstanden übernimmt übernahm übernommen beginnt begann begonnen
    bietet bot geboten bat gebeten empfiehlt empfahl empfohlen heißt hieß hing lag lagen gelegen saß gesessen
    schloss geschlossen tat getan kann kannst konnte konnten könnte könnten könnt darf darfst durfte dürfte mag
    mochte möchte möchten muss musste müsste müssten soll sollte sollten will willst wollte wollten habe hast
    hatte hatten hätte hätten wäre wären sein gewesen anfangen fängt aufhören hört vorstellt vorgestellt
    kündigen kündigt
"""
_GERMAN_ADJECTIVES = """
    ähnlich allein alt ander besonder besser best bestimmt billig breit dringend dumm eigen einfach einzeln
    einzig erst fremd früh ganz gemeinsam genau gering gleich groß günstig gut halb häufig hoch höher jung klar
    klein knapp kurz lang langsam leer leicht letzt lieb möglich nächst nett neu neuest offen öffentlich passend
    privat richtig ruhig schlecht schlimm schnell schön schwer schwierig selb sicher spät stark täglich teuer
    toll größer größt kleiner länger kürzer jünger älter schneller stärker typisch verfügbar verschieden voll
    wahr weit wenig wichtig zufrieden zweit dritt üblich normal gern frei falsch
"""
_GERMAN_WORDS = """
    hilfe frage antwort leute mensch menschen person personen kollege kollegen kollegin team gruppe firma stelle
    ort teil seite art fall punkt grund zahl menge beispiel ergebnis ende anfang stunde stunden minute minuten
    abend morgen wochenende leben welt land stadt name namen wort worte wörter liste thema themen projekt
    projekte job aufgabe rolle erfahrung erfahrungen wissen rat tipp tipps kontakt kontakte unterstützung chance
    möglichkeit möglichkeiten interesse bedarf idee ideen plan veranstaltung gespräch ding dinge sache sachen
    problem probleme weg zeit zeiten mal tag tage tagen woche wochen monat monate jahr jahre jahren jahres uhr
    mann frau männer frauen freund freunde freundin chef geschichte arbeit platz lust spaß viel viele vielen
    vieles immer wieder eins zwei drei vier fünf zehn weniger er ihm ihn ihnen ihrer ihrem seiner seinem dessen
    deren halt eben bitte ob bald heute gestern jemanden jemandem jemandes irgend irgendwie irgendjemand dies
    diese dieser dieses diesem diesen solche solcher solches trotzdem eigentlich gerade unsere unserem damit
    dafür dabei darum deshalb davon daran darauf dazu darüber warum wieso womit wofür woher wohin welche welcher
    welches welchen mehr meist meisten manche mancher einige einigen etwa fast genug gar jetzt nun oft selbst
    sogar sonst vielleicht weiter wirklich ziemlich zusammen zurück übrig eigenen unserer mehrere beim zum zur
"""


def _of_verbs(listed: str) -> set[str]:
    """Each verb in its regular forms: `suchen`, `sucht`, `suchte`, `gesucht`."""
    found: set[str] = set()
    for verb in listed.split():
        base = verb.removesuffix("n").removesuffix("e") if verb.endswith("en") else verb.removesuffix("n")
        between = "e" if base.endswith(("t", "d", "ffn", "chn", "gn", "tm")) else ""
        found |= {verb, f"{base}e", f"{base}st", f"{base}{between}t", f"{base}{between}te", f"{base}{between}ten"}
        found |= {f"ge{base}{between}t", f"{base}end"}
    return found


_GERMAN = frozenset(
    word.casefold()
    for word in _of_verbs(_GERMAN_VERBS)
    | set(_GERMAN_FORMS.split())
    | {f"{base}{end}" for base in _GERMAN_ADJECTIVES.split() for end in ("", "e", "en", "er", "es", "em")}
    | set(_GERMAN_WORDS.split())
)


def topics(text: str, language: str = "en") -> frozenset[str]:
    """The stems of the words that say what a text is about."""
    return frozenset().union(
        *(stems(word, language) for word in content_words(text, language) if tells(word, language))
    )


def doing(verb: str) -> str:
    """The form in `-ing` of an English verb's base form: `welding`."""
    from lemminflect import getInflection  # type: ignore[import-untyped]

    found: tuple[str, ...] = getInflection(verb, tag="VBG")
    return found[0] if found else verb


@lru_cache(maxsize=16384)
def tells(word: str, language: str = "en") -> bool:
    """Whether a word names a subject, and is none of every day in any of its forms."""
    low = word.casefold()
    if language == "de":
        return low not in _GERMAN
    if low in _NOUNS_OF_THEIR_OWN or low.removesuffix("s") in _NOUNS_OF_THEIR_OWN:
        return True
    if low in _FUNCTION or low in _ENGLISH_WORDS or low in _ENGLISH_VERBS:
        return False
    found = forms(low)
    bases = {base for kind in ("NOUN", "ADJ", "ADV") for base in found.get(kind, ())}
    return not (bases & _ENGLISH_WORDS or set(found.get("VERB", ())) & _ENGLISH_VERBS)
