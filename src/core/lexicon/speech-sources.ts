/** Words that name who speaks without a name: general English. Lower case. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

export const PERSONAL = words('he she they i we you it');
/** Other words that are a source alone. */
export const INDEFINITE = words(
  'who one some many others another both several most few everyone everybody someone somebody nobody anyone these those',
);

export const DETERMINERS = words(
  'the a an this that these those his her their its our my your some many several few most all both each every any ' +
    'no another other one two three four five six seven eight nine ten dozens hundreds thousands',
);

/** Nouns of people and bodies that say things, beside those of roles. */
export const SPEAKER_NOUNS = words(
  'official officials source sources spokesman spokeswoman spokesperson spokespeople spokesmen minister ministers ' +
    'diplomat diplomats analyst analysts expert experts observer observers critic critics supporter supporters lawmaker ' +
    'lawmakers senator senators congressman congresswoman representative representatives governor governors president presidents ' +
    'campaign administration government company companies police authorities prosecutor prosecutors lawyer lawyers ' +
    'attorney attorneys judge judges court report reports study studies poll polls survey researchers researcher ' +
    'scientist scientists professor economist economists aide aides adviser advisers advisor advisors strategist ' +
    'strategists leader leaders member members chairman chairwoman chair chief director secretary general officer officers ' +
    'candidate candidates nominee democrat democrats republican republicans conservatives liberals group groups agency ' +
    'ministry department office party council commission committee organization organisation union association team ' +
    'firm bank newspaper paper magazine website outlet network channel station broadcaster reporter reporters journalist ' +
    'journalists editor editors writer author host anchor moderator columnist commentator narrator announcer ' +
    'man woman men women boy girl mother father son daughter brother sister wife husband widow parents family families ' +
    'friend friends neighbor neighbors neighbour neighbours colleague colleagues resident residents witness witnesses ' +
    'victim victims survivor survivors people person voter voters student students teacher teachers doctor doctors ' +
    'worker workers farmer farmers activist activists protester protesters protestors demonstrators crowd owner owners ' +
    'manager executive executives founder investor investors trader traders commander commanders soldier soldiers ' +
    'captain veteran veterans pastor priest bishop pope king queen prince premier chancellor mayor envoy ambassador ' +
    'actor actress singer star coach player players fans owner head heads statement letter memo document documents ' +
    'filing lawsuit complaint ad advertisement article editorial sign signs banner banners placard placards poster posters billboard plaque leaflet email emails tweet post message headline ' +
    'ruling opinion order law bill indictment affidavit release caption transcript interviewer pollster pollsters ' +
    'businessman businesswoman billionaire democrat surrogate surrogates delegate delegates counterpart predecessor successor ' +
    'media press television tv radio outlets respondents participants majority minority organisers organizers ' +
    'campaigners refugees migrants locals villagers scholars academics engineers nurses medics rescuers firefighters ' +
    'board parliament congress senate cabinet coalition federation institute foundation authority bureau army navy military ' +
    'hospital university school church charity club league airline regulator watchdog union operator maker ' +
    'investigators inspectors regulators negotiators drivers celebrities artists ' +
    'guest caller callers user users passenger passengers staffer staffers insiders insider operative operatives allies ally ' +
    'boss bosses landlord landlords tenant tenants grandmother grandfather grandparents grandson granddaughter uncle aunt cousin nephew niece mum mom dad ' +
    'rival rivals opponent opponents lobbyist historian historians speaker presenter tycoon mogul',
);

/** Nouns of what is written or counted down, beside those above: "records show". */
export const DOCUMENTS = words(
  'results data records findings research analysis analyses estimate estimates count tally transcripts filings minutes ' +
    'page site blog posts footage video book books paper papers textbook handbook guidelines website websites projections ' +
    'interview interviews memoir declaration petition resolution notice summary timeline calendar biography complaint',
);

/** Plurals that end as those of people do and are none. */
export const NO_AGENTS = words(
  'others numbers figures papers newspapers letters quarters headquarters factors meters metres dollars orders matters centers powers ' +
    'waters rivers winters summers layers towers shoulders errors doors floors colors flowers computers parameters offers ' +
    'answers covers borders barriers corners chapters posters disasters tenders hangers indicators sectors motors reactors ' +
    'rumors rumours monitors favors favours honors honours labors labours mirrors sensors tremors vectors terrors specimen ' +
    'helicopters corridors harbors harbours tumors tumours majors minors counters sliders folders dinners dangers angers ' +
    'banners cancers trailers boilers containers lasers lockers servers processors tractors elevators cylinders ladders ' +
    'messengers weathers lists twists mists fists wrists restaurants plants grants covenants warrants wants ' +
    'fees coffees guarantees trees decrees degrees knees accidents events cents contents incidents accents rents talents ' +
    'patents tents scents continents components experiments percents consents intents ascents descents extents timers transfers',
);

/** Nouns of quantity: what they measure may say something, they never do. */
export const MEASURES = words(
  'percent percentage per cent pct pc share half halves third thirds quarter quarters fifth tenth fraction portion part parts ' +
    'number numbers amount amounts figure figures total sum rate rates level levels average majority minority bulk rest ' +
    'dozen dozens hundred hundreds thousand thousands million millions billion billions trillion lot lots handful ' +
    'dollar dollars euro euros pound pounds cents mile miles kilometer kilometers kilometre kilometres meter meters metre ' +
    'metres ton tons tonne tonnes barrel barrels point points degree degrees gdp budget price prices value cost costs revenue ' +
    'profit profits year years month months week weeks day days hour hours minute minutes decade decades growth increase decrease rise decline increases gains',
);

/** Words that no noun phrase holds: it ends before them. */
export const PHRASE_ENDS = words(
  'that as when while whereas because but though although if unless until since before after so than then nor yet which ' +
    'where why how what whether is are was were be been has have had do does did will would can could may might must ' +
    'should not also into onto through between without within during under over upon against about toward towards amid ' +
    'despite via per like near behind beyond across along around out off up down away back',
);

export const PREPOSITIONS = words(
  'of for from at in on to with by about against after before during since until under over between among amid into ' +
    'through without within via despite during following because unlike like as upon beside besides beyond across per outside inside',
);

export const TIMES = words(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
    'october november december today yesterday tomorrow tonight morning afternoon evening night week month year weekend ' +
    'day hour hours minutes days earlier later ago recently jan feb mar apr jun jul aug sept sep oct nov dec',
);
