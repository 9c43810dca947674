"""How German speakers greet, ask how one is, thank, offer, propose and take leave; one alternative a line."""

from __future__ import annotations

from coach.domain.conversation_cues import cues
from coach.domain.moves import Moves, any_of

_START = r"(?:^|[,;:.!?–—-] ?|\b(?:und|oder|aber|dann|also|vielleicht|gut) )"
_YOU = r"(?:dir|dich|ihnen|sie|euch)"
_TOGETHER = (
    r"\b(?:zusammensetz|hinsetz|setz|treff|wiederseh|telefonier|sprech|red|unterhalt|austausch|ess|trink|geh|spazier|"
    r"anruf|besuch|vernetz|wiederhol|zusammen|gemeinsam|verabred|weiterred|besprech|duz|verbind|mitkomm|mitzukomm|vorbeikomm|"
    r"dazusetz|anschau|anseh|frühstück|kontakt bleib|verbindung bleib)\w*"
)
_FOR_YOU = (
    r"\b(?:schick|send|schreib|anruf|vorstell|zeig|bring|besuch|bekannt|leih|einlad|mail|meld|dazusetz|setz|anschließ|"
    r"begleit)\w*"
)
_OCCASION = (
    r"\b(?:\w*kaffee|tee|\w*essen|bier|wein|frühstück|spaziergang|telefonat|anruf|treffen|\w*gespräch|runde|pause|"
    r"drink)\b"
)
_WHEN = cues("de").when.pattern
_I_DO = r"(?:schicke|schreibe|rufe|bringe|stelle|zeige|sende|leihe|gebe|maile|besuche|lade|teile|nenne)"
_SO = r"(?:(?:wie|sehr|ach|oh|es ist|das ist|so) )*"

GERMAN = Moves(
    greets=any_of(
        r"^(?:(?:ach|oh|ah|na|so),? )?(?:hallo|hi|hey|guten (?:tag|morgen|abend)|grüß (?:dich|gott|sie)|grüezi|servus|"
        r"moin|tag|willkommen)\b",
        rf"^{_SO}(?:schön|gut|nett|toll),? (?:dich|sie|euch)\b.*\b(?:seh|treff|kennen|wiederzuseh|wiederseh)\w*",
        rf"^{_SO}(?:schön|gut|nett|toll),? dass wir uns (?:(?:endlich|hier|wieder|mal|einmal|heute|so) )*"
        r"(?:treffen|sehen|kennenlernen|wiedersehen|begegnen)\b(?! werden)",
        rf"^{_SO}(?:schön|gut|nett|toll),? dass (?:du|sie|ihr) (?:da|hier|gekommen)\b",
        r"^(?:(?:es )?freut mich|ich freue mich),? (?:(?:sehr|dich|sie|euch),? )*(?:\w+ )?"
        r"(?:kennen\w*|zu (?:sehen|treffen)|wiederzusehen)",
        r"^(?:freut mich(?: sehr)?|sehr erfreut|angenehm)\b|^endlich (?:lernen|sehen|treffen) wir\b",
    ),
    introduces=any_of(
        r"^(?:ich heiße|mein name ist|wir kennen uns|wir haben uns)\b|^ich bin (?-i:[A-ZÄÖÜ])\w+[^,]{0,25}$",
        r"^(?:sie sind|du bist) (?:doch |sicher |bestimmt )*\w+[.!]?$|^(?:wieder|hier)\b",
    ),
    asks_how_one_is=any_of(
        r"\bwie geht(?: es|['’]?s)(?: (?:dir|ihnen|euch|denn|so|heute|selbst|inzwischen))*\s*\??$",
        r"\bwie (?:läuft|war|ist) (?:der|dein|ihr|die|deine|ihre) (?:tag|abend|woche|konferenz|anreise|reise|fahrt)"
        r"(?: (?:so|bisher|bis jetzt|denn|heute))*\s*\??$",
        r"^(?:na, |und )?geht es (?:dir|ihnen|euch) (?:gut|besser)\s*\?",
        r"^(?:na, |und )?alles (?:gut|klar)?(?: bei (?:dir|ihnen))?\s*\?$",
    ),
    thanks=any_of(
        r"^(?:(?:oh|ah|vielen|herzlichen|super|prima|gut|besten|tausend),? )*(?:danke|dank|ich danke|das hilft)\b",
        r"^(?:oh, |ah, )?das ist (?:(?:sehr|wirklich|ja|total) )*(?:nett|lieb|freundlich|hilfreich)\b"
        r"(?: von (?:dir|ihnen))?[.!]?$",
    ),
    offers=any_of(
        rf"\bich {_I_DO}(?: \w+){{0,2}}? {_YOU}\b|\b{_I_DO} ich (?:\w+ )?{_YOU}\b",
        r"\bich melde mich\b|\bich bringe\b.*\bmit\b",
        r"\bich komme (?:(?:gerne?|morgen|dann|auch|am \w+|mal|später) )*(?:vorbei|mit|dazu|zu (?:dir|ihnen))\b",
        rf"\bich (?:werde|würde|kann|könnte|möchte|will) (?:\w+ )?{_YOU}\b.*{_FOR_YOU}",
        rf"{_START}(?:kann|könnte|darf|dürfte|soll|sollte) ich (?:\w+ )?(?:{_YOU}|mich)\b.*{_FOR_YOU}",
    ),
    proposes=any_of(
        rf"\b(?:lass|lasst|lassen sie) uns\b.*(?:{_TOGETHER}|{_OCCASION})",
        rf"{_START}(?:wollen|sollen|können|könnten|sollten|wollten|dürfen|mögen) wir\b.*"
        rf"(?:{_TOGETHER}|{_OCCASION}|\b(?:mach|tausch|schreib|such|find)\w*)",
        r"\bwann (?:können|könnten|wollen|sollen|treffen|sehen) wir\b|\bpasst (?:dir|ihnen|es)\b",
        r"\b(?:kommst du|kommen sie)\b.*\bmit\b",
        rf"{_START}(?:treffen|sehen|gehen|sprechen|telefonieren|essen|trinken|setzen|machen) wir\b",
        rf"{_START}(?:hast du|haben sie|habt ihr|hättest du|hätten sie|hättet ihr)\b"
        r"(?=[^?]*\b(?:zeit|lust|minuten?|moment|stunde|viertelstunde)\b)"
        rf"(?=[^?]*(?:{_OCCASION}|{_WHEN}|\bzu {_TOGETHER[2:]}|{_TOGETHER}))",
        rf"^lust auf\b.*{_OCCASION}",
        rf"{_START}wie wäre?(?:['’]?s| es)?\b(?=.*(?:{_OCCASION}|{_WHEN}|{_TOGETHER}))",
        rf"{_START}(?:was (?:hältst du|halten sie) von|wie sieht(?:['’]?s| es))\b.*(?:{_OCCASION}|{_WHEN})",
        rf"{_START}(?:magst|möchtest|willst|würdest) du\b.*(?:{_TOGETHER}|{_OCCASION})",
        rf"{_START}(?:mögen|möchten|wollen|würden) sie\b.*(?:{_TOGETHER}|{_OCCASION})",
        rf"{_START}(?:bist du|sind sie|seid ihr)\b[^?]*\b(?:frei|dabei|verfügbar)\b",
        rf"\bwir (?:könnten|sollten|müssen)\b.*(?:treff|wiederseh|telefonier|austausch|verabred|{_OCCASION})",
        r"\bich würde (?:dich|sie|mich|euch)?\b.*\b(?:gern\w*|freuen)\b.*"
        r"\b(?:treff|wiederseh|unterhalt|weiterred|weitersprech|austausch)\w*",
        rf"\bich lade (?:dich|sie|euch)\b.*(?:{_OCCASION}|ein\b)",
    ),
    leaves=any_of(
        r"\bauf wiedersehen\b|\btschü(?:s|ss|ß)\b|\bciao\b|\badieu\b|\bauf bald\b|\balles gute\b",
        r"\bmach['’]?s gut\b|\bmachen sie(?: es|['’]s) gut\b|\bgute (?:nacht|heimreise|reise|heimfahrt|fahrt)\b",
        r"(?:^|[,.!;:–—-] ?|\b(?:und|also|dann|na) )bis (?:bald|dann|morgen|später|nachher|gleich|nächste\w*|demnächst|"
        r"zum nächsten mal|(?:am |zum )?\w+tag)\b(?! (?:muss|soll|will|kann|habe|war|ist|sind|hatte)\w*)",
        r"\bhat mich (?:sehr |wirklich )?gefreut\b|\bwar mir (?:eine|ein) (?:große )?(?:freude|vergnügen|ehre)\b",
        r"\b(?:es |das )?war (?:sehr |wirklich |so )?(?:schön|nett|gut|interessant|angenehm),? (?:dich|sie|mit|zu)\b",
        r"\b(?:das )?war (?:ein )?(?:\w+ )?(?:schönes|gutes|nettes|tolles) gespräch",
        r"\bdass wir (?:uns )?(?:\w+ )*(?:getroffen|kennengelernt|unterhalten|gesprochen|gesehen|geredet)(?: haben)?\b",
        r"\bich muss (?:\w+ ){0,3}?(?:los|weiter|gehen|aufbrechen|zum zug|zur bahn|zum bus|zum nächsten \w+|heim|"
        r"nach hause|weg|rüber)\b(?=\s*[.,!;–—-]|\s*$| (?:und|aber|denn)\b)",
        r"\bwir sehen uns(?= (?:morgen|bald|am|dann|später|in|nächste)|\s*[.,!]|\s*$)|\bman sieht sich\b",
        r"\bdanke für (?:das gespräch|die zeit|deine zeit|ihre zeit|die unterhaltung)\b",
        r"\bhab(?:en sie|t)? einen schönen\b",
        r"\bwünsche? (?:ich )?(?:dir|ihnen|euch)\b|\bnicht (?:länger|weiter) aufhalten\b",
        r"\bschönen? (?:\w+ )?(?:abend|tag|heimweg|konferenz|feierabend) (?:noch|dir|ihnen|euch)\b|"
        r"^schönen? (?:\w+ )?(?:abend|tag|feierabend|heimweg)\b",
    ),
    long_ago=any_of(
        r"\b(?:letzte[nrs]? (?:woche|monat|mal|jahr|\w+tag)|neulich|kürzlich|gestern|damals|"
        r"vor (?:einer|einem|zwei|drei) \w+)\b"
    ),
)
