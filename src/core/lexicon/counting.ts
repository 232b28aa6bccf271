/** Words that end, or cannot be, the noun that is counted. General English. */

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

/** No part of a counted noun phrase: function words, common verbs, adverbs. */
export const NOUN_STOPS: ReadonlySet<string> = words(`
a an the this that these those such same other another each every either neither both all any some no none
i me my we us our you your he him his she her it its they them their theirs who whom whose which what when where why how
and or but nor so yet if then else than because as until till while whereas whilst although though since unless whether
of at by for with behind ahead about against between into through during before after above below to from up down in out on off over under
within without upon toward towards among amid amongst across along around near per via onto beside besides beyond despite except inside outside throughout versus vs
be am is are was were been being have has had having do does did doing done will would shall should can could may might must
not also just only even still already ever never rather quite almost much many more most few less least several own enough now today tomorrow yesterday tonight here there again once twice
later earlier ago away apart together overall altogether daily weekly monthly annually yearly alone each too very
last next past previous
said says say told tells added adds noted according came come comes went go goes made make makes took take takes got get gets
began begin start started ended end ends became become remain remains remained left won lost win lose beat
including included include followed worth known called named based located killed wounded injured died dead arrested
puts kills prompts want wants need needs think believe know see saw seen using used use
january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday
ist th st nd rd
`);

/** Nouns whose plural has no -s, and nouns that are plural as they stand. */
export const PLURAL_NOUNS: ReadonlySet<string> = words(`
people men women children aircraft staff personnel police troops cattle sheep fish deer species series offspring crew
feet teeth mice geese oxen lives wives wolves data media criteria phenomena bacteria alumni spacecraft hovercraft watercraft
servicemen servicewomen policemen policewomen firemen fishermen gunmen businessmen businesswomen spokesmen lawmen frenchmen englishmen
congressmen congresswomen assemblymen councilmen clergymen salesmen workmen craftsmen sportsmen horsemen seamen airmen chairmen countrymen
grandchildren schoolchildren stepchildren clergy youth faculty livestock poultry salmon trout cod tuna squid shrimp
passers-by runners-up mothers-in-law attorneys-general
chinese japanese vietnamese portuguese lebanese sudanese burmese swiss taiwanese maltese senegalese congolese nepalese
km kg percent
`);

/** End in -s and are neither plural nor noun, or are verbs that follow a number. */
export const NOT_PLURAL: ReadonlySet<string> = words(`
has was is does says goes wants needs makes takes gets comes perhaps always besides sometimes afterwards across plus less minus
versus towards upwards backwards forwards overseas his its theirs ours yours various previous serious religious famous this thus
thanks unless whereas nowadays indoors outdoors upstairs nonetheless nevertheless regardless yes us as includes remains appears seems
becomes works' news politics economics physics mathematics gas bus plus bias lens canvas christmas texas kansas
`);

/** Plural and collective nouns that go before another noun ("sports cars", "sales staff"). */
export const PLURAL_MODIFIERS: ReadonlySet<string> = words(`
crew staff police sports arms savings sales women men goods operations systems news securities customs communications civil-rights human-rights jobs
ballistics logistics services electronics singles doubles
`);

/** Plural nouns that only group what follows "of": "5,700 categories of products". */
export const GROUP_NOUNS: ReadonlySet<string> = words(`
categories types kinds sorts forms varieties classes pieces items sets pairs groups cases acts counts bottles pages
members
`);

/** How people are counted without a noun: "12 dead". */
export const CASUALTIES: ReadonlySet<string> = words(
  'dead wounded injured missing killed hurt homeless hospitalised hospitalized',
);

/** Nouns that "one" is said of without counting. */
export const ONE_IDIOMS: ReadonlySet<string> = words('thing things way ways hand time another day-one');

/** Words before a number that make it a label: "Part 3", "No. 2", "Article 5". */
export const LABELS: ReadonlySet<string> = words(`
no number nr part article section chapter clause title page paragraph rule amendment resolution figure table volume vol
line route highway interstate gate room flight channel level phase stage version model type class grade group game week day
windows mark mk unit block sector zone district ward pier terminal platform lane exit junction episode season series
lot item appendix annex schedule form apollo boeing airbus formula union local
`);

/** Of these, things that have a number each, so that what follows it is not counted: "pier 4 gives way". */
export const NUMBERED: ReadonlySet<string> = words(`
article section chapter clause paragraph appendix annex route highway interstate gate room flight channel level phase
stage tier sector zone district ward pier terminal platform lane exit junction runway berth reactor dock
`);
