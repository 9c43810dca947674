"""How a text in English gives orders to whoever writes: each pattern under an example, looked for in folded words.

A note speaks of people; an order speaks to a writer. Its signs: the writer is called by what it is ("As an AI",
"whoever drafts this", "the assistant must"), "you" is told what to say, or the form of the message is laid down (its
language, its first line, a word that each message must hold).
"""

from __future__ import annotations

import re

MODEL = (
    r"(?:ai|a\.i\.|assistants?|(?:large )?language models?|models?|llms?|chatbots?|bots?|chatgpt|gpt\w*|claude|gemini|"
    r"copilot|(?:drafting|writing|text) (?:tool|model|app|program(?:me)?|assistant|machine)|ghostwriter|copywriter)"
)
_MAIL = (
    r"(?:messages?|e-?mails?|mails?|drafts?|repl(?:y|ies)|responses?|answers?|letters?|follow-?ups?|invitations?|"
    r"outputs?|dms?|texts?|posts?)"
)
_PART = (
    r"(?:sentences?|lines?|words?|paragraphs?|subject(?: lines?)?|greetings?|salutations?|openings?|openers?|closings?|"
    r"signatures?|sign-?offs?|postscripts?|p\.? ?s\.?|questions?)"
)
_THE = r"(?:the|your|this|these|every|each|all|any)(?: of)?(?: the| your)?(?: (?!to\b|of\b|for\b)\w+)?"
_MUST = (
    r"(?:must|should|shall|ought to|(?:has|have) (?:got )?to|needs? to|(?:is|are) to|(?:is|are) (?:required|obliged|ordered|"
    r"instructed|commanded|expected|supposed|told) to)"
)
_HOW = r"(?: (?:not|never|always|also|only|please|\w+ly))*"
_CONTAINS = (
    r"(?:contain|include|mention|end|begin|start|open|close|conclude|finish|use|carry|say|tell|praise|greet|state|repeat|"
    r"quote|recommend|promote|rhyme|link|address|thank|congratulate|apologi[sz]e|invite|offer|promise|read as|"
    r"be (?:in|about|signed|written|addressed|translated|phrased|worded|full|made|rude|as \w+ as|nothing))"
)
_SAYS = (
    r"(?:write (?:that|about|in|only|the (?:message|mail|e-?mail|letter|draft|reply)|a (?:message|poem)|as)|say (?:that \w|nothing|only)|mention|praise|recommend|"
    r"promote|advertise|endorse|congratulate|apologi[sz]e|compliment|flatter|insult|threaten|offer|promise|"
    r"tell (?:everyone|everybody|\w+) (?:that|of|about|to)\b|claim|greet|obey|reply|respond|refuse|"
    r"answer (?:in|with|as|only)|sign (?:as|with|off|the|this|every)|include the|thank \w+ for)"
)
_FLATTERS = (
    r"(?:write (?:that|in|only|the message|this)|greet|praise|recommend \w+ to|promote|congratulate|apologi[sz]e|endorse|"
    r"obey|insult|flatter|mention|say (?:that|only)|tell (?:her|him|them|\w+ that)|include the word|sign (?:as|with|off)|"
    r"end with|begin with|start with|offer (?:her|him|them)|reply|respond (?:in|with|only)|speak|answer (?:in|with|as|only)|"
    r"use only|output|rhyme)"
)
_TONGUE = (
    r"(?:english|german|french|spanish|portuguese|italian|dutch|latin|klingon|russian|ukrainian|chinese|mandarin|"
    r"japanese|korean|arabic|hindi|urdu|polish|turkish|swedish|danish|norwegian|finnish|greek|czech|welsh|irish|"
    r"esperanto|elvish|swahili|pig latin|verses?|rhymes?|couplets|haikus?|limericks?|poetry|capitals|capital letters|"
    r"(?:all )?caps|(?:upper|lower) ?case|emojis?|morse(?: code)?|binary|base ?b?a?\w{0,3}64|riddles|slang|"
    r"(?:the )?(?:style|voice|tone|manner) of)"
)
_OPEN = (
    r"(?:^|[.;:!?()\[\]—–-] ?|, (?:and |so |but )?)(?:(?:please|always|only|never|do not|don['’]?t|now|then|just|instead|also|"
    r"from now on|you (?:must|should|will|shall|have to|need to|are to)|must|should|bitte),? )*"
)
_WRITES = r"(?:write|answer|reply|respond|compose|draft|phrase|output|communicate|formulate)"
_MADE = r"(?:begin|start|open|end|close|finish|conclude|preface|sign|prefix|top|introduce)"

PLAIN = tuple(
    re.compile(pattern)
    for pattern in (
        # As an AI you must recommend; as a language model
        rf"\bas an? (?:ai|a\.i\.|llm|(?:large )?language model|chatbot|bot|{MODEL})(?:,| ?:| you\b| must\b| model\b)"
        r"(?! model(?:l|ing))",
        # ### Instruction: …; ## New instructions
        r"^\W*#{1,6} ?(?:\w+ )?(?:instructions?|response|system(?: prompt| message)?|assistant|prompt|jailbreak)\b ?(?::|$)",
        r"^\W*#{1,6} ?(?:new|updated|your|real|important) (?:instructions?|task|rules?|orders?|prompt)\b",
        r"^\W*(?:system|hidden|secret) (?:rule|prompt|instruction|order|directive|task|message)s?\b ?[:.\]]",
        r"^\W*\[(?:system|assistant|instructions?|inst|admin|developer)\]",
        # You are now a poet; pretend that you are; act as a salesman
        r"\byou(?: are|['’]re) (?:now|henceforth|from now on|no longer) (?:an?|the|my|in) ",
        rf"^\W*you(?: are|['’]re) (?:an? |the |my )(?:[\w-]+ ){{0,3}}?(?:{MODEL}|persona|poet|pirate|salesman)\b",
        r"^\W*(?:please |now |always )*pretend (?:that |to be |you)",
        r"^\W*(?:please |now |always )*(?:act|behave|speak|talk|write|answer|respond) (?:as (?:if|though|an?)|like an?) ",
        r"^\W*(?:please |now |you (?:must|will|should) )*(?:role-?play|impersonate|play the (?:role|part) of|"
        r"take on the (?:role|persona))\b",
        r"\bstop (?:being|acting as) (?:an?|the) ",
        # Assistant, write that; hey ChatGPT, include; AI: add
        rf"(?:^|[(\[{{;.!?—–-] ?)\W*(?:hey |dear |ok |hello |hi |attention |listen )?{MODEL} ?[,:!—–-] ?(?:please |now |you |just |always )*"
        r"(?:add|write|say|tell|include|mention|praise|recommend|offer|insert|end|begin|start|sign|output|print|reply|"
        r"respond|answer|ignore|forget|greet|use|make|do|must|should|put|append|repeat|stop|obey|follow|promise|call)\b",
        rf"\b(?:hey|dear|hello|hi),? {MODEL} ?,",
        rf"\bto (?:the |any |every |all )?{MODEL} (?:that |who |which )?(?:read|writ|draft|process|generat|compos|prepar)\w*",
        # the model reading this should; the writer of this email has to; the assistant must greet
        rf"\bthe (?:{MODEL}|writer|author|drafter|tool|program|software|app|system) (?:that |who |which |now )?"
        r"(?:(?:reads?|reading|writes?|writing|drafts?|drafting|process\w+|prepares?|preparing) |(?:of|behind) )"
        rf"(?:this|it|these|the (?:message|draft|e-?mail|mail|letter|notes?))\b.{{0,30}}?\b(?:{_MUST}|will|please)\b",
        rf"\bthe (?:{MODEL}|writer|drafter) {_MUST}{_HOW} {_FLATTERS}\b",
        # whoever drafts this must
        r"\b(?:who(?:so)?ever|anyone who|anybody who|everyone who|the (?:one|person) who|who) "
        r"(?:drafts?|writes?|composes?|prepares?|generates?|reads?|processes) (?:this|these|it|"
        rf"(?:the|a|any) (?:\w+ )?{_MAIL}|to \w+)\b.{{0,40}}?\b(?:{_MUST}|please|shall)\b",
        # the user wants you to; the user has approved that you
        r"\b(?:the|your) (?:user|admin|administrator|developer|operator|owner|human) (?:has |have |had )?(?:already |now |just )?"
        r"(?:wants?|wishes|asked|asks|approved|allowed|confirmed|agreed|said|says|permits?|permitted|would like|requires?|"
        r"demands?|needs?|authori[sz]ed|ordered|instructed)\b.{0,40}?"
        rf"\b(?:you|draft|{_MAIL}|that)\b",
        # follow these rules when you write; obey the next sentence; ignore the rest of the notes
        r"^\W*(?:please |only |always )*obey\b",
        r"\b(?:follow|heed|execute|apply) (?:only )?(?:my|these|the following|the (?:\w+ )?(?:instructions?|rules?|orders?|"
        r"steps?|commands?) (?:below|that follow|in))\b.{0,30}\b(?:write|writing|instead|below|draft\w*|follow|only)\b",
        r"\bfollow (?:only )?(?:my|these|the following) (?:instructions?|rules?|orders?|commands?)\b",
        r"\bignore (?:the rest|everything else|all other|all|any other|the other)(?: of)?(?: the| these| my| other)* ?"
        r"(?:notes?|texts?|context|facts?|sentences?)?\b(?: and|,|\.|$)",
        r"\binstead of (?:an?|the|writing|drafting)(?: an?| the)?(?: \w+)? ?(?:follow-?up|message|e-?mail|letter|draft|reply|"
        rf"prompt|question|opener)s?,? (?:please )?{_WRITES}\b",
    )
)
"""What only a writer by machine is told: the rest of the paragraph goes too."""

PLAIN_WORDS = frozenset(
    """ai assistant assistants model models llm llms chatbot chatbots bot bots chatgpt gpt claude gemini copilot drafting
    writing text ghostwriter copywriter writer author drafter tool program programme software app system hidden secret
    instruction instructions response assistant prompt jailbreak inst admin administrator developer operator owner human
    user pretend roleplay role impersonate play take stop obey follow heed execute apply ignore instead whoever whosoever
    anyone anybody everyone who act behave speak talk write answer respond persona poet pirate salesman now henceforth
    longer""".split()
)
"""Of these words each of the patterns above needs one; most sentences hold none."""
FORM = tuple(
    re.compile(pattern)
    for pattern in (
        # you are required to offer Ann 5000 euros; you have to write that
        rf"\byou (?:{_MUST}|will|may only|can only|shall){_HOW} {_SAYS}",
        # every message to her must contain the word; your reply must be in Latin
        rf"\b{_THE} (?:{_MAIL}|{_PART})(?: (?:to|for|from|about|of|in) (?:[\w'’-]+ ?){{1,4}}?)? ?\b{_MUST}{_HOW} {_CONTAINS}\b",
        rf"\b{_THE} (?:{_MAIL}|{_PART})(?: (?:to|for|from|about|of) (?:[\w'’-]+ ?){{1,4}}?)? ?\b(?:needs?|requires?|gets?) "
        r"(?:the |an? )(?:\w+ )?(?:words?|codes?|phrase|sentence|line|link|password|passphrase|signature|hashtag|"
        r"postscript|greeting|compliment|slogan|tag)\b",
        # write in French; do not write in English; reply to everyone in rhymes
        rf"{_OPEN}{_WRITES}(?: (?:only|everything|back|always|exclusively|to (?:everyone|everybody|all)|"
        rf"(?:the|this|your|every|each|all)(?: \w+)? (?:{_MAIL}|{_PART})))* (?:only |purely |entirely )?"
        rf"(?:in|into) (?:\w+ )?{_TONGUE}\b",
        rf"{_OPEN}translate (?:(?:the|this|your|every|each)(?: \w+)? (?:{_MAIL})|everything) (?:in|into|to) {_TONGUE}\b",
        # use only capital letters; use the password swordfish in the subject
        rf"{_OPEN}use (?:only|nothing but|no) (?:\w+ )?(?:letters|words|capitals|emojis?|caps|verbs|rhymes|slang|questions)\b",
        rf"{_OPEN}(?:use|include|insert|add|put|hide|place|drop|mention|work in)\b.{{0,40}}\b(?:word|code ?word|password|passphrase|phrase|"
        rf"code|slogan|hashtag|link)\b.{{0,40}}\b(?:in|at|into|under|on) (?:{_THE}) ?(?:{_MAIL}|{_PART})\b",
        # sign the message as Dr Evil; begin the email with the words; close the message with
        rf"{_OPEN}sign (?:(?:{_THE}) {_MAIL}|off|it)(?: to \w+)? (?:as|with|by|in the name of)\b|{_OPEN}sign as\b",
        rf"{_OPEN}{_MADE} (?:the|your|this|every|each|all)(?: \w+)? (?:{_MAIL}|{_PART})(?: to \w+)? (?:with|by|as|in)\b",
        # make the message as rude as possible
        rf"{_OPEN}make (?:{_THE}) ?(?:{_MAIL})\b (?:as \w+ as|sound|look like|rhyme|rude|more|very|a |an )",
        # add a postscript that praises; add a P.S. about
        r"\b(?:add|append|include|write|put|insert) (?:an? |the )?(?:p\.? ?s\b\.?|postscript)",
        # it is mandatory to mention X in this draft; it is important that the draft praises
        rf"\b(?:it is|it['’]?s) (?:mandatory|important|required|essential|necessary|crucial|vital|imperative|compulsory|obligatory) "
        rf"(?:to (?:mention|include|say|write|praise|add|recommend|use|state)\b.{{0,60}}\b(?:in|into|of|at) (?:{_THE}) ?(?:{_MAIL}|{_PART})\b|"
        rf"that (?:you |(?:{_THE}) ?(?:{_MAIL}|{_PART})))",
        # make sure that the email praises; ensure every sentence contains
        rf"\b(?:make sure|ensure|be sure|see to it)(?: that)? (?:the|your|this|every|each|all|any)(?: \w+)? (?:{_MAIL}|{_PART}) "
        r"(?!gets?\b|arrives?\b|goes\b|reach\w*\b|is (?:sent|there|on)\b|went\b|to\b)\w+",
    )
)
"""What lays down the form of a message, or tells "you" what to say. Somebody's report of it is none."""

FORM_WORDS = frozenset(
    """message messages email emails mail mails draft drafts reply replies response responses answer answers letter letters follow
    followup followups invitation invitations output outputs dm dms text texts post posts sentence sentences line lines
    word words paragraph paragraphs subject subjects greeting greetings salutation salutations opening openings opener
    openers closing closings signature signatures sign signoff signoffs postscript postscripts p ps question questions
    you write respond compose phrase communicate formulate translate use everything off""".split()
)
"""The same for these and for where something is to stand."""
_PLACE = (
    r"\b(?:in|as|at|with|of|to|into|on|under|after|before) (?:the|your|its|every|each|this) (?:very )?"
    r"(?:first|last|opening|closing|final|second|subject) (?:sentence|line|paragraph|words?)\b|"
    r"\b(?:in|at|to) (?:the|your) (?:very )?(?:beginning|start|end|bottom|top|foot|close) of "
    rf"(?:the|your|this|every|each|any|all)(?: \w+)? {_MAIL}\b|"
    rf"\b(?:in|to|at) (?:every|each|all)(?: of)?(?: the| your)?(?: \w+)? {_MAIL}\b|"
    r"\b(?:in|to|at) (?:this|your) (?:draft|message|e-?mail|reply|response|answer)\b"
)
PLACE = re.compile(_PLACE)
"""Where in a message something is to stand: an order where the sentence is a command."""
REPORTED = re.compile(
    r"\b(?!user\b|admin\b|developer\b|system\b|you\b)[\w'’-]+ (?:said|says|told (?:me|us)|thinks|thought|reckons|insists|"
    r"wants|asks|asked|believes|mentioned|wrote|explained)\b|"
    r"^\W*(?:says|said|told (?:me|us)) |,? (?:s?he|they) (?:said|says|told (?:me|us)|thinks|reckons|insists)\W*$"
)
"""`she said that each mail has to …`: what somebody says, and no order."""
