"""Which land a city lies in, and which part of the world a land: `Austria` says no more than a noted `Vienna`."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from coach.domain.checking.lexicon import DEMONYMS

_CITIES = """
germany: berlin munich hamburg cologne frankfurt stuttgart dusseldorf leipzig dresden bremen hanover hannover nuremberg
  nurnberg kassel freiburg heidelberg mannheim karlsruhe augsburg bonn munster aachen kiel rostock potsdam jena erfurt
  weimar halle magdeburg essen dortmund bochum lubeck mainz greifswald tubingen regensburg wurzburg ulm chemnitz
  gottingen bielefeld saarbrucken bamberg bayreuth konstanz passau trier bavaria saxony fulda naumburg lausitz
austria: vienna graz salzburg linz innsbruck klagenfurt bregenz dornbirn leoben villach styria tyrol carinthia
  vorarlberg burgenland kufstein wels steyr krems
switzerland: zurich geneva basel bern lausanne lucerne lugano winterthur fribourg neuchatel chur thun zug ticino
france: paris lyon marseille toulouse nantes bordeaux lille strasbourg grenoble nice rennes brest quimper dijon angers
  tours limoges montpellier avignon reims rouen caen metz nancy brittany normandy provence ardeche cevennes corsica
  alsace burgundy perpignan poitiers
spain: madrid barcelona valencia seville bilbao malaga granada zaragoza valladolid pamplona salamanca cordoba vigo
  oviedo murcia alicante cadiz girona palma mallorca galicia catalonia andalusia asturias tenerife almeria
portugal: lisbon porto braga coimbra faro evora aveiro matosinhos madeira azores algarve
italy: rome milan turin naples florence bologna venice genoa palermo bari verona padua trieste siena pisa cremona parma
  modena trento bolzano perugia cagliari sardinia sicily tuscany lecce matera bergamo molise murano carrara
netherlands: amsterdam rotterdam utrecht eindhoven groningen leiden delft haarlem maastricht nijmegen arnhem tilburg
  breda texel frisia zwolle
belgium: brussels antwerp ghent bruges leuven liege namur mons ostend flanders wallonia ixelles
denmark: copenhagen aarhus odense aalborg esbjerg roskilde jutland funen
sweden: stockholm gothenburg malmo uppsala lund umea kiruna linkoping orebro vasteras lulea ostersund boden falun
  visby gotland vastervik norrkoping kalmar
norway: oslo bergen trondheim stavanger tromso bodo alesund kristiansand lofoten finse valdres narvik
finland: helsinki tampere turku oulu espoo rovaniemi vaasa lahti lapland
iceland: reykjavik akureyri stykkisholmur
poland: warsaw krakow cracow gdansk wroclaw poznan lodz lublin katowice szczecin gdynia torun masuria
czechia: prague brno ostrava plzen pilsen olomouc bohemia moravia
slovakia: bratislava kosice zilina presov
hungary: budapest debrecen szeged pecs tokaj gyor
romania: bucharest cluj timisoara iasi brasov sibiu constanta transylvania maramures ploiesti
bulgaria: sofia plovdiv varna burgas
greece: athens thessaloniki crete patras heraklion corfu rhodes ikaria chania
croatia: zagreb split rijeka dubrovnik zadar istria
slovenia: ljubljana maribor kranj koper
serbia: belgrade novi-sad nis
bosnia: sarajevo mostar tuzla
albania: tirana durres
estonia: tallinn tartu
latvia: riga
lithuania: vilnius kaunas
ukraine: kyiv kiev lviv kharkiv odesa odessa dnipro
russia: moscow petersburg novosibirsk yakutsk siberia kazan
georgia: tbilisi batumi
armenia: yerevan gyumri
azerbaijan: baku
turkey: istanbul ankara izmir bursa antalya konya kutahya
ireland: dublin cork galway limerick sligo bantry waterford kerry donegal
scotland: edinburgh glasgow aberdeen dundee inverness stirling oban orkney shetland skye fife hebrides
wales: cardiff swansea bangor wrexham newport aberystwyth
england: london manchester liverpool leeds sheffield bristol birmingham newcastle nottingham cambridge oxford york bath
  norwich brighton exeter plymouth southampton portsmouth leicester coventry bradford cornwall devon kent sussex
  yorkshire felixstowe hull durham lancaster bolton derby reading
northern-ireland: belfast derry
usa: boston chicago seattle portland denver austin dallas houston atlanta miami philadelphia philly pittsburgh detroit
  minneapolis baltimore oakland sacramento phoenix nyc cleveland cincinnati nashville memphis tucson alaska fairbanks
  california texas florida maine vermont oregon ohio michigan virginia georgia louisiana hawaii akron milwaukee
  new-york san-francisco los-angeles new-orleans san-diego santa-fe
canada: toronto montreal vancouver ottawa calgary quebec winnipeg halifax edmonton ontario alberta saguenay
mexico: guadalajara monterrey oaxaca puebla tijuana tlacolula merida mexico-city
brazil: brasilia recife salvador fortaleza curitiba sao-paulo rio-janeiro manaus belem
argentina: rosario cordoba salta mendoza buenos-aires
chile: santiago valparaiso antofagasta concepcion chillan
colombia: bogota medellin cali cartagena
peru: lima cusco arequipa puno trujillo
ecuador: quito guayaquil cuenca
uruguay: montevideo
kenya: nairobi mombasa kisumu nakuru eldoret garissa maseno kibera
nigeria: lagos abuja enugu ibadan kano kaduna calabar
ghana: accra kumasi tamale
uganda: kampala entebbe jinja
tanzania: dodoma arusha zanzibar dar-es-salaam
rwanda: kigali huye
ethiopia: addis addis-ababa yirgacheffe
senegal: dakar saint-louis
mali: bamako segou
zambia: lusaka
zimbabwe: harare bulawayo
malawi: blantyre lilongwe ilala
south-africa: johannesburg durban pretoria nelspruit cape-town pietermaritzburg joburg soweto
egypt: cairo alexandria giza aswan
morocco: casablanca rabat marrakesh marrakech fez ouarzazate sale
tunisia: tunis sfax
lebanon: beirut
israel: jerusalem haifa tel-aviv
iran: tehran isfahan shiraz tabriz
iraq: baghdad basra erbil mosul
afghanistan: kabul herat
oman: muscat sur duqm
uae: dubai abu-dhabi
india: mumbai delhi bangalore bengaluru chennai hyderabad pune kolkata jaipur goa kerala udupi kochi new-delhi
pakistan: karachi lahore islamabad
bangladesh: dhaka
nepal: kathmandu
sri-lanka: colombo kandy
china: beijing shanghai shenzhen guangzhou hangzhou chengdu
taiwan: taipei
japan: tokyo kyoto osaka nagasaki hiroshima sendai kanazawa niigata sapporo kobe nagoya
korea: seoul busan daejeon
south-korea: seoul busan daejeon
vietnam: hanoi saigon hoi-an da-nang can-tho ho-chi-minh-city
thailand: bangkok phuket
indonesia: jakarta bali
philippines: manila cebu
malaysia: penang kuala-lumpur
australia: sydney melbourne brisbane perth adelaide hobart canberra tasmania alice-springs
new-zealand: auckland wellington rotorua christchurch dunedin
samoa: apia
tonga: nuku'alofa nukualofa vava'u
fiji: suva nadi
papua-new-guinea: moresby port-moresby lae
mongolia: ulaanbaatar ulan-bator
kazakhstan: almaty astana
uzbekistan: tashkent samarkand bukhara
kyrgyzstan: bishkek osh
cambodia: phnom-penh siem-reap battambang
laos: vientiane luang-prabang
myanmar: yangon mandalay
singapore: singapore
cameroon: yaounde douala buea
ivory-coast: abidjan yamoussoukro bouake
burkina-faso: ouagadougou
benin: cotonou porto-novo
togo: lome
sierra-leone: freetown
liberia: monrovia
gambia: banjul
mozambique: maputo beira
angola: luanda benguela
namibia: windhoek swakopmund
botswana: gaborone maun
madagascar: antananarivo toamasina
mauritius: port-louis
congo: kinshasa brazzaville goma lubumbashi
algeria: algiers oran constantine
libya: tripoli benghazi
sudan: khartoum omdurman
somalia: mogadishu hargeisa
jordan: amman petra aqaba
syria: damascus aleppo
saudi-arabia: riyadh jeddah mecca medina
qatar: doha
yemen: sanaa aden
bolivia: la-paz sucre cochabamba santa-cruz
paraguay: asuncion
venezuela: caracas maracaibo
guatemala: guatemala-city antigua
costa-rica: san-jose
panama: panama-city
cuba: havana trinidad santiago-de-cuba
haiti: port-au-prince
dominican-republic: santo-domingo
jamaica: kingston montego-bay
trinidad: port-of-spain
luxembourg: luxembourg esch
montenegro: podgorica kotor
macedonia: skopje ohrid
moldova: chisinau
belarus: minsk
kosovo: pristina prizren
greenland: nuuk ilulissat
faroe-islands: torshavn
cyprus: nicosia larnaca limassol
malta: valletta gozo
"""
_PARTS = """
europe: germany austria switzerland france spain portugal italy netherlands belgium denmark sweden norway finland
  iceland poland czechia slovakia hungary romania bulgaria greece croatia slovenia serbia bosnia albania estonia latvia
  lithuania ukraine ireland scotland wales england northern-ireland cyprus malta uk britain
scandinavia: denmark sweden norway
uk: scotland wales england northern-ireland
britain: scotland wales england
america: usa canada mexico brazil argentina chile colombia peru ecuador uruguay
south-america: brazil argentina chile colombia peru ecuador uruguay
africa: kenya nigeria ghana uganda tanzania rwanda ethiopia senegal mali zambia zimbabwe malawi south-africa egypt
  morocco tunisia
asia: india pakistan bangladesh nepal sri-lanka china taiwan japan korea vietnam thailand indonesia philippines malaysia
caucasus: georgia armenia azerbaijan
"""


def _table(text: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for entry in text.strip().replace("\n  ", " ").splitlines():
        land, _, places = entry.partition(": ")
        found[land.replace("-", " ")] = frozenset(place.replace("-", " ") for place in places.split())
    return found


@cache
def _within() -> dict[str, frozenset[str]]:
    """For each land and part of the world all places in it, the lands' people (`austrian`) included."""
    lands = _table(_CITIES)
    people = {land: frozenset(word for word, other in DEMONYMS.items() if other == land) for land in lands}
    found = {land: places | people[land] for land, places in lands.items()}
    for part, inside in _table(_PARTS).items():
        found[part] = inside.union(*(found.get(land, frozenset()) for land in inside))
    return found


_SAME = {"united states": "usa", "us": "usa", "states": "usa", "united kingdom": "uk", "great britain": "britain",
         "holland": "netherlands", "soviet": "russia", "british": "uk", "american": "usa"}  # fmt: skip


def places_in(words: Collection[str]) -> frozenset[str]:
    """The places that lie in what these words name; none where they name no land."""
    name = " ".join(words)
    land = _SAME.get(name) or DEMONYMS.get(name) or name
    return _within().get(land, frozenset())


@cache
def _everywhere() -> frozenset[str]:
    return frozenset().union(*_within().values())


def is_place(name: str) -> bool:
    """A city, region or land that the table knows."""
    return name in _everywhere() or name in _within()
