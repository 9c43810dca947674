"""Words that stand for one another when people write about work and meetings: paraphrase, not poetry."""

from __future__ import annotations

_LINES = """
import imports importer importing imported
year yr yrs
estimate ballpark estimation
electrician sparky sparks
carpenter chippy joiner
bricklayer brickie
physiotherapist physio
paramedic medic
month mth mths
week wk wks
hour hr hrs
minute min mins
chair chairman chairwoman chairperson
certificate cert certification certified
manager mgr
cattle cow
hectare hectares ha
clean wash rinse cleaning washing
allergy allergic
decline refuse
limited ltd
skeptical sceptical scepticism skepticism
talk presentation speech lecture keynote session
professor prof
job position role post gig
company firm employer business organisation organization startup start-up enterprise
child kid toddler baby newborn son daughter boy girl newborn
begin start launch kick commence open kickoff
vacancy opening
make build create develop construct craft
found establish co-found cofound founder cofounder co-founder
lead head run manage direct oversee organise organize host chair leader organiser organizer lead
use rely adopt employ apply
enjoy love like adore fan enthusiast keen passionate enthusiastic fond fascinated favourite favorite
hate dislike loathe detest
move relocate relocation resettle
buy purchase acquire
send share forward pass email mail deliver
meet encounter meeting
speak chat converse conversation discuss discussion exchange catch-up catchup
say mention tell explain describe
think believe feel reckon
help assist support aid assistance
help-out volunteer
teach coach mentor instruct teacher trainer mentoring training mentorship
learn study research investigate
work working worker
hire recruit hiring recruitment recruiting recruiter
finish complete end conclude wrap finalise finalize
stop quit cease abandon
search look seek hunt lookout
choose pick select opt choice
want wish hope need desire
try attempt experiment test
paper article publication preprint
book novel
picture pic pics photo photograph image
film movie documentary
market mkt
poem poems verse verses poetry
house home flat apartment
doctor physician gp
lawyer attorney solicitor barrister
nurse nursing
vet veterinarian veterinary
illness disease sickness sick ill
holiday vacation
fall-autumn autumn
big large huge massive
small little tiny
night dark darkness
fast quick rapid speedy
slow sluggish
difficult hard tough tricky challenging struggle trouble challenge problem issue difficulty
important crucial key vital
cheap affordable inexpensive lowcost
happy glad pleased delighted
sad unhappy
team group crew squad
member participant attendee
people folk person
client customer
colleague coworker co-worker teammate
boss manager supervisor
friend pal mate
partner spouse husband wife
mother mum mom mama
father dad papa
brother sister sibling
grandmother grandma granny gran
grandfather grandpa
meetup meet-up gathering
conference congress convention summit
workshop tutorial masterclass
city town
area region district
grow growth expand increase rise
reduce cut decrease lower shrink decline drop fell reduction down
change alter switch shift
replace swap substitute
improve improvement better enhance
win award prize
fund funding funder grant finance financing sponsor
money cash budget
plan intend intention planning
promise pledge vow commit commitment
introduce introduction intro connect
invite invitation
write wrote author written
read reading
test testing
deploy deployment release roll-out rollout
fix repair mend solve
break broken crash
fail failure
save rescue preserve
migrate migration
collect gather
raise
sell sale
cook cooking chef
garden gardening gardener
climb climbing climber bouldering
run-jog running jog jogging runner marathon
cycle cycling bike bicycle biking cyclist
hike hiking hiker trek trekking
swim swimming swimmer
paint painting painter
sing singing singer choir
sail sailing sailor
dance dancing dancer
vegetarian vegan plant-based
farm farming farmer agriculture
school
university college
student pupil undergraduate
slide slides deck
email e-mail mail
phone telephone
call
contact
car automobile
movie-theatre cinema
cloud
idea thought
opinion view perspective
advice tip recommendation recommend suggest suggestion
feedback comment
question
answer reply respond response
prepare preparation
review evaluate evaluation assess assessment
report
data dataset
tool tooling
method approach technique
result outcome
draft
patient
ward
clinic hospital
rural countryside village
retire retirement retiree
born birth
marry wedding marriage
die death
afraid fear scared nervous worried anxious worry
tired exhausted
busy swamped
late delayed delay
early
expensive costly pricey
lend loan borrow
give gift donate donation offer
bring
visit trip travel journey
return back
arrive arrival come
attend join
present-here
show demo demonstrate demonstration
explain-away
free available
translate translation translator
speak-language
publish publication publisher
award-winning
record recording
listen
watch
see
remember recall
lose loss lost
forget
practise practice
currently now presently
previously formerly before ago
recently lately
often frequently
rarely seldom
never
always
nearly almost
about roughly around approximately
several multiple many
kg kilo kilogram kilogramme
km kilometre kilometer
minute min
hour hr
year yr
metre meter
litre liter
tonne ton
percent percentage
euro euros eur
shilling shillings kes
dollar dollars usd
pound pounds gbp quid
rupee rupees inr
naira ngn
franc francs chf
newsletter
subscriber reader readership
whole entire
""".strip().splitlines()

GROUPS: dict[str, str] = {}
for _line in _LINES:
    _words = _line.split()
    if len(_words) > 1:
        for _word in _words:
            GROUPS.setdefault(_word, _words[0])
