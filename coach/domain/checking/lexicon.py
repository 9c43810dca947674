"""Closed word lists of the check: function words, greetings, roles, organisation marks, places, abbreviations."""

from __future__ import annotations


def split_words(text: str) -> frozenset[str]:
    """A word list written as one text."""
    return frozenset(text.split())


FUNCTION = split_words(
    "a an the this that these those i me my mine myself we us our ours ourselves you your yours yourself "
    "yourselves he him "
    "his himself she her hers herself it its itself they them their theirs themselves who whom whose which what "
    "when where "
    "why how and or but nor so yet if than then because as until while of at by for with about against between "
    "into through "
    "during before after above below to from up down in out on off over under again further once here there all "
    "any both "
    "each few more most other some such no not only own same too very s t can will just don should now d ll m o "
    "re ve y "
    "is am are was were be been being have has had having do does did doing would could shall may might must "
    "ought cannot "
    "i'm i've i'd i'll you're you've you'd you'll he's he'd he'll she's she'd she'll it's it'll it'd we're "
    "we've we'd we'll "
    "they're they've they'd they'll that's that'll there's here's what's who's where's how's when's let's don't "
    "doesn't "
    "didn't isn't aren't wasn't weren't haven't hasn't hadn't won't wouldn't can't couldn't shouldn't mustn't ain't "
    "also even still ever never really quite rather much many lot lots bit little kind sort via per vs versus "
    "among within "
    "without toward towards upon across along around since though although whether either neither else yes okay "
    "ok oh ah "
    "please thanks thank perhaps maybe actually already anyway soon whenever wherever however therefore thus "
    "hence indeed "
    "something anything nothing everything someone anyone everyone nobody somebody anybody thing things way "
    "ways one ones "
    "get got getting go going gone went come came coming make made take took put let"
)
GREETINGS = split_words(
    "hi hello hey dear greetings hiya howdy hallo liebe lieber liebes guten servus moin sehr geehrte geehrter "
    "bonjour salut "
    "cher chere hola estimado estimada querido querida buenos buenas good morning afternoon evening ciao namaste "
    "ahoj aloha hej hei shalom salam merhaba ola selam konnichiwa annyeong privet czesc dzien szia yo"
)
SIGN_OFFS = split_words(
    "best regards cheers warmly sincerely thanks thank yours kind warm wishes greetings love talk later viele "
    "liebe grusse "
    "gruesse beste herzliche mit freundlichen bien cordialement amicalement bises saludos abrazo cordiales "
    "atentamente "
    "kiitos takk tack grazie gracias obrigado obrigada arigato danke merci dziekuje hvala dank mange shukran "
    "asante dhanyavaad arigatou diolch respectfully faithfully take care see you soon many all the xo "
    "gratefully bis bald"
)
KIN = split_words(
    "husband wife father mother mum mom dad brother sister son daughter aunt uncle niece nephew cousin grandmother "
    "grandfather grandson granddaughter stepson stepdaughter stepfather stepmother stepdad stepmum gran granny grandma "
    "grandpa grandad granddad nan fiance fiancee girlfriend boyfriend widow"
)
COMPANIONS = split_words(
    "partner friend colleague coworker co-worker boss neighbour neighbor mentor deputy assistant cofounder co-founder "
    "foreman intern flatmate roommate housemate teammate classmate mate pupil apprentice ex"
)
"""Others that a note calls somebody's by one word before their name: `Boss Craig took the credit`."""
CALENDAR = split_words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january "
    "february march "
    "april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays q1 q2 q3 q4 "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz mai juni juli oktober dezember "
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril juin juillet aout septembre "
    "octobre "
    "novembre decembre lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo "
    "junio julio "
    "agosto septiembre octubre noviembre diciembre"
)
HARMLESS_NAMES = split_words(
    "congrats kudos hooray hurray bravo wow whoa oops ouch phew yay thx "
    "linkedin zoom teams whatsapp pdf cv ok okay ps p.s faq q&a rsvp diy fyi asap tbd wifi wi-fi sms dm url id "
    "tv i i'm i'd english "
    "i'll i've google-meet skype usb am pm subject re betreff objet asunto god ml ai hr ngo ngos api apis "
    "phd vat crm seo saas kpi kpis roi gps cvs christmas xmas easter eta ui btw "
    "eod tldr alas madam abeg oya yaar arre och ach ta crikey strewth jaysus cheers csv png jpg jpeg gif cad zip "
    "html gb mb usd eur gbp kg km cm mm wc pc pcs dvd cd dvds cds lol haha "
    "touche voila schadenfreude aha ooh hmm hm ugh argh eek bah nope yep yup gotcha fab brill chapeau amen gosh blimey "
    "bon buen viel gute slainte prost skal inshallah salud sante mazel gracias danke merci grazie obrigado arigato "
    "tusen kiitos namaste aloha hasta tschuss c'est bbc "
    "yikes nb tbc jackpot wahey woohoo yippee eureka uh-oh gulp sigh crumbs golly ahem ahoy bingo hah ha"
)
EVERYDAY = split_words(
    "netflix gumtree revolut paypal youtube instagram facebook google gmail outlook excel word powerpoint slack "
    "spotify uber airbnb amazon ebay ikea lidl aldi tesco wikipedia dropbox github telegram signal doodle trello "
    "notion tiktok twitter reddit kindle lego velcro xerox photoshop venmo monzo vinted etsy tupperware bluetooth "
    "einstein sherlock cinderella sisyphus hercules murphy santa nobel oscar guinness post-it sudoku scrabble chatgpt "
    "sellotape biro hoover thermos jacuzzi frisbee barbie batman superman hogwarts narnia"
)
"""Names that anybody uses without being of the house: `cash or Revolut`."""
TITLES = split_words(
    "judge captain councillor cllr sergeant sgt major colonel inspector rabbi imam reverend rev pastor "
    "dr prof mr mrs ms miss sir dame professor doctor frau herr herrn monsieur madame senor senora don dona mme m "
    "mlle mademoiselle signor signora signorina senyor senyora senhor senhora sra sr pan pani fru mevrouw meneer dhr"
)
ROLE_HEADS = split_words(
    "weaver carver beekeeper potter brewer roaster restorer "
    "director head chief manager engineer developer designer nurse doctor physician surgeon paramedic midwife "
    "teacher professor lecturer "
    "researcher scientist analyst architect consultant advisor adviser founder cofounder co-founder ceo cto cfo "
    "coo cmo cpo "
    "cio ciso vp president chair chairman chairwoman chairperson secretary treasurer lead leader coordinator "
    "organiser "
    "organizer officer editor journalist reporter writer author translator interpreter librarian curator archivist "
    "conservator photographer filmmaker producer musician conductor composer lawyer attorney solicitor judge "
    "notary paralegal "
    "accountant auditor economist banker broker trader investor partner principal associate intern trainee "
    "student pharmacist "
    "dentist veterinarian vet physiotherapist therapist psychologist psychiatrist counsellor counselor "
    "dietitian carpenter "
    "electrician plumber welder mechanic machinist baker chef cook sommelier farmer grower gardener forester "
    "brewer winemaker "
    "beekeeper pilot captain sailor driver dispatcher logistician planner buyer seller salesperson marketer "
    "recruiter trainer "
    "coach mentor tutor headteacher headmistress headmaster dean rector provost principal biologist chemist "
    "physicist "
    "geologist ecologist statistician mathematician programmer administrator sysadmin operator technician inspector "
    "surveyor urbanist politician minister mayor councillor diplomat ambassador priest pastor rabbi imam "
    "chaplain social-worker "
    "caseworker maintainer contributor evangelist advocate specialist expert assistant deputy supervisor "
    "superintendent "
    "foreman commissioner hydrologist radiologist cardiologist oncologist anaesthetist paediatrician epidemiologist "
    "presenter broadcaster announcer comedian actor actress sculptor potter puppeteer arbiter referee umpire cellist "
    "violinist pianist singer drummer butcher tailor barista waiter clerk senator ranger handler skipper master "
    "cashier receptionist bartender florist policeman policewoman soldier plasterer roofer mason bricklayer decorator "
    "courier hairdresser barber masseur optician carer nanny babysitter jeweller goldsmith "
    "watchmaker cobbler upholsterer fisherman fishmonger shepherd dancer novelist poet playwright blogger podcaster "
    "astronomer historian linguist philosopher bookseller bookkeeper steward stewardess magician clown "
    "resident registrar caretaker janitor firefighter detective postdoc phd headhunter owner landlord "
    "leiter leiterin geschaftsfuhrer geschaftsfuhrerin ingenieur ingenieurin entwickler entwicklerin directeur "
    "directrice "
    "responsable chercheuse chercheur directora ingeniera ingeniero jefa jefe profesora profesor medica medico "
    "lehrerin lehrer "
    "arztin arzt beraterin berater chefin"
)
ROLE_MODIFIERS = split_words(
    "television tv radio theatre harbour "
    "senior junior staff principal lead chief deputy vice assistant associate executive managing general "
    "interim acting head "
    "co former founding regional national global clinical technical creative medical financial operating "
    "operations marketing "
    "product data software hardware security research engineering design sales people legal policy "
    "communications finance "
    "project programme program site quality supply chain logistics community developer machine learning ml ai "
    "platform backend "
    "frontend full-stack mechanical civil electrical structural chemical biomedical environmental mining "
    "process test qa "
    "family paediatric pediatric intensive care emergency icu school primary secondary maths science music "
    "history public "
    "human resources hr brand content customer account business information systems network cloud devops ux ui "
    "visual graphic "
    "urban landscape head-of night shift ward district night-shift freelance independent"
)
ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "ml": ("machine learning",), "ai": ("artificial intelligence",), "nlp": ("natural language processing",),
    "ceo": ("chief executive officer", "chief executive"),
    "cto": ("chief technology officer", "chief technical officer"),
    "cfo": ("chief financial officer", "chief finance officer"),
    "coo": ("chief operating officer", "chief operations officer"),
    "cmo": ("chief marketing officer", "chief medical officer"),
    "cpo": ("chief product officer", "chief people officer"),
    "cio": ("chief information officer",), "ciso": ("chief information security officer",), "vp": ("vice president",),
    "im": ("international master",), "gm": ("general manager", "grandmaster"), "pe": ("physical education",),
    "pm": ("product manager", "project manager"), "hr": ("human resources",),
    "pr": ("public relations", "pull request"),
    "uk": ("united kingdom", "great britain"), "us": ("united states", "united states of america", "america"),
    "usa": ("united states", "united states of america", "america"), "u.s": ("united states",),
    "uae": ("united arab emirates",),
    "eu": ("european union",), "un": ("united nations",), "who": ("world health organization",),
    "nyc": ("new york city", "new york"),
    "sf": ("san francisco",), "la": ("los angeles",), "dc": ("washington",), "k8s": ("kubernetes",),
    "db": ("database",),
    "ux": ("user experience",), "ui": ("user interface",), "qa": ("quality assurance",),
    "api": ("application programming interface",),
    "ci": ("continuous integration",), "cd": ("continuous delivery", "continuous deployment"),
    "iot": ("internet of things",),
    "icu": ("intensive care unit", "intensive care"), "er": ("emergency room",),
    "gp": ("general practitioner", "family doctor"),
    "ngo": ("non-governmental organisation", "nonprofit", "non-profit"), "r&d": ("research and development",),
    "llm": ("large language model",), "llms": ("large language models",), "gpu": ("graphics card",),
    "js": ("javascript",),
    "ts": ("typescript",), "os": ("operating system", "open source"), "oss": ("open source software", "open source"),
    "sre": ("site reliability engineer", "site reliability engineering", "site reliability"),
    "dba": ("database administrator",),
    "phd": ("doctorate", "doctoral"), "msc": ("master",), "mba": ("master of business administration",),
    "b2b": ("business to business",),
    "vr": ("virtual reality",), "ar": ("augmented reality",), "esg": ("environmental social governance",),
    "ev": ("electric vehicle",),
    "evs": ("electric vehicles",), "saas": ("software as a service",), "crm": ("customer relationship management",),
    "cnc": ("computer numerical control",), "cad": ("computer aided design", "computer-aided design"),
    "kpi": ("key performance indicator",),
    "roi": ("return on investment",), "sme": ("small business", "small and medium enterprises"),
    "mri": ("magnetic resonance imaging",),
    "ip": ("intellectual property",), "gdpr": ("data protection",), "etl": ("extract transform load",),
    "rag": ("retrieval augmented generation",),
    "stem": ("science technology engineering",), "wfh": ("work from home",), "ad": ("advertisement",),
    "bi": ("business intelligence",),
}  # fmt: skip
ORGANISATION_MARKS = split_words(
    "inc ltd llc gmbh ag sa sas srl bv nv plc corp co kg se ab oy as group labs lab university universitat "
    "universite universidad college institute "
    "institut school hospital clinic klinik bank foundation stiftung trust association society agency ministry "
    "department "
    "council museum library museo theatre studio studios partners consulting solutions systems technologies "
    "software works "
    "ventures capital press media network alliance federation union club academy center centre initiative "
    "charity collective "
    "cooperativa cooperative co-op coop genossenschaft gesellschaft verein verlag universita fondation fondazione "
    "fundacion asociacion associazione ayuntamiento ltda gbr ev festival orchestra players chamber "
    "cooperative brewery bakery farm airlines airport holdings industries logistics energy health care "
    "atelier maison domaine bodega sparkasse uniklinik klinikum spital krankenhaus hochschule akademie galerie "
    "librairie "
    "taller escola escuela ecole despatx teatro kirchgemeinde stadtwerke werkstatt buchhandlung trattoria osteria"
)
PLACE_LEADS = split_words(
    "in to from near outside around across into toward towards via leaving visiting aus nach a en de desde"
)
ORGANISATION_LEADS = split_words(
    "at for with join joined joining by bei chez left leaving founded co-founded cofounded"
)
DEMONYMS: dict[str, str] = {
    "german": "germany", "french": "france", "spanish": "spain", "italian": "italy", "portuguese": "portugal",
    "dutch": "netherlands",
    "danish": "denmark", "swedish": "sweden", "norwegian": "norway", "finnish": "finland", "polish": "poland",
    "czech": "czechia",
    "austrian": "austria", "swiss": "switzerland", "belgian": "belgium", "irish": "ireland",
    "scottish": "scotland", "welsh": "wales",
    "british": "britain", "greek": "greece", "turkish": "turkey", "japanese": "japan", "chinese": "china",
    "korean": "korea",
    "indian": "india", "kenyan": "kenya", "nigerian": "nigeria", "ghanaian": "ghana", "egyptian": "egypt",
    "brazilian": "brazil",
    "mexican": "mexico", "canadian": "canada", "american": "america", "australian": "australia",
    "ukrainian": "ukraine",
    "romanian": "romania", "hungarian": "hungary", "estonian": "estonia", "latvian": "latvia",
    "lithuanian": "lithuania",
    "icelandic": "iceland", "european": "europe", "african": "africa", "asian": "asia", "vietnamese": "vietnam",
    "thai": "thailand", "south african": "south africa", "ethiopian": "ethiopia", "ugandan": "uganda",
    "tanzanian": "tanzania", "moroccan": "morocco", "croatian": "croatia", "serbian": "serbia", "bulgarian": "bulgaria",
    "slovak": "slovakia", "slovenian": "slovenia", "russian": "russia", "georgian": "georgia", "armenian": "armenia",
    "israeli": "israel", "lebanese": "lebanon", "iranian": "iran", "iraqi": "iraq", "pakistani": "pakistan",
    "argentinian": "argentina", "chilean": "chile", "peruvian": "peru", "colombian": "colombia",
    "cypriot": "cyprus", "cornish": "cornwall", "english": "england", "catalan": "catalonia",
    "basque": "basque country",
    "breton": "brittany", "sicilian": "sicily", "sardinian": "sardinia", "bavarian": "bavaria", "corsican": "corsica",
    "maltese": "malta", "albanian": "albania", "bosnian": "bosnia", "kosovar": "kosovo", "macedonian": "macedonia",
    "tunisian": "tunisia", "algerian": "algeria", "senegalese": "senegal", "rwandan": "rwanda", "zambian": "zambia",
    "zimbabwean": "zimbabwe", "sri lankan": "sri lanka", "nepali": "nepal", "nepalese": "nepal",
    "filipino": "philippines",
    "indonesian": "indonesia", "malaysian": "malaysia", "taiwanese": "taiwan", "mongolian": "mongolia",
    "kazakh": "kazakhstan",
    "uzbek": "uzbekistan", "syrian": "syria", "jordanian": "jordan", "saudi": "saudi arabia", "cuban": "cuba",
    "venezuelan": "venezuela", "ecuadorian": "ecuador", "bolivian": "bolivia", "uruguayan": "uruguay",
    "jamaican": "jamaica",
    "texan": "texas", "californian": "california", "quebecois": "quebec", "tasmanian": "tasmania",
    "moldovan": "moldova",
    "belarusian": "belarus", "azerbaijani": "azerbaijan", "bangladeshi": "bangladesh", "singaporean": "singapore",
}  # fmt: skip
PLACES = split_words(
    "germany france spain italy portugal netherlands denmark sweden norway finland poland czechia austria "
    "switzerland belgium "
    "ireland scotland wales england britain greece turkey japan china korea india kenya nigeria ghana egypt "
    "morocco tunisia "
    "brazil mexico canada america australia ukraine romania hungary bulgaria croatia serbia slovenia slovakia "
    "estonia latvia "
    "lithuania iceland europe africa asia vietnam thailand indonesia malaysia singapore philippines pakistan "
    "bangladesh nepal "
    "argentina chile colombia peru ecuador uruguay israel lebanon jordan iran iraq ethiopia uganda tanzania "
    "rwanda senegal "
    "zambia zimbabwe namibia russia georgia armenia kazakhstan luxembourg malta cyprus taiwan uk usa us uae bavaria "
    "london paris berlin munich hamburg cologne frankfurt stuttgart dusseldorf leipzig dresden vienna graz "
    "salzburg zurich geneva "
    "basel bern madrid barcelona valencia seville bilbao malaga lisbon porto rome milan turin naples florence "
    "bologna venice "
    "amsterdam rotterdam utrecht brussels antwerp ghent copenhagen aarhus stockholm gothenburg malmo oslo "
    "bergen helsinki tampere "
    "turku reykjavik warsaw krakow gdansk wroclaw prague brno bratislava budapest bucharest sofia belgrade "
    "zagreb ljubljana "
    "athens thessaloniki istanbul ankara tallinn riga vilnius kyiv lviv moscow dublin cork galway belfast "
    "edinburgh glasgow "
    "aberdeen cardiff manchester liverpool leeds sheffield bristol birmingham newcastle nottingham cambridge "
    "oxford york bath "
    "tokyo kyoto osaka seoul busan beijing shanghai shenzhen taipei mumbai delhi bangalore bengaluru chennai "
    "hyderabad pune "
    "kolkata karachi lahore dhaka kathmandu colombo bangkok hanoi jakarta manila dubai doha beirut amman cairo "
    "alexandria "
    "casablanca rabat tunis lagos abuja accra nairobi mombasa kampala kigali dakar johannesburg durban pretoria "
    "sydney melbourne "
    "brisbane perth adelaide auckland wellington toronto montreal vancouver ottawa calgary boston chicago "
    "seattle portland denver "
    "austin dallas houston atlanta miami philadelphia pittsburgh detroit minneapolis baltimore oakland "
    "sacramento phoenix bogota "
    "medellin lima quito santiago lyon marseille toulouse nantes bordeaux lille strasbourg grenoble nice rennes"
)
