// Plain English words that the generated archive is made of; names are put together from syllables.
const list = (words: string): readonly string[] => words.trim().split(/\s+/);

export const NOUNS = list(`
  harbour bridge ferry tunnel railway station airport runway canal reservoir dam pipeline refinery turbine
  substation cable satellite antenna laboratory clinic hospital vaccine ward surgeon nurse school classroom
  curriculum teacher library museum gallery theatre orchestra stadium league referee harvest orchard vineyard
  fertilizer drought flood levee glacier wildfire forest sawmill quarry mine furnace foundry factory warehouse
  container freighter trawler fishery hatchery market tariff subsidy loan mortgage pension dividend auction
  tender contract warranty audit ledger inquiry tribunal verdict appeal statute amendment petition referendum
  ballot coalition cabinet parliament mayor council district suburb tenant landlord rent shelter blanket
  kitchen bakery brewery ration shipment customs border visa passport consulate embassy envoy treaty ceasefire
  convoy garrison barracks helicopter radar missile drone minefield archive manuscript sculpture mosaic
  cathedral festival parade carnival lantern bicycle tram bus driver conductor engine brake wheel battery
  charger software server keyboard password breach insurer broker actuary chemist botanist beekeeper shepherd
  wolf heron salmon beetle fungus seed soil well pump filter sewer landfill recycling boiler chimney roof
  scaffold crane brick cement timber carpenter plumber electrician apprentice strike picket overtime payroll
  invoice refund voucher coupon lottery prize scholarship grant thesis telescope comet crater volcano tremor
  sensor gauge compass chart lighthouse pier jetty lifeboat swimmer diver coach athlete medal trophy
`);

/** Together with a noun they make a rarer one: "ferryyard". */
export const ENDINGS = list('yard works house line mark stone field ward craft gate hall keeper shed lane');

export const ADJECTIVES = list(`
  northern southern eastern western rural coastal inland historic derelict temporary permanent emergency
  voluntary compulsory regional national municipal private public seasonal nightly weekly annual outdated
  modern wooden concrete electric diesel solar floating buried flooded frozen crowded empty narrow steep
  hidden broken leaking rusty polished fragile sturdy reluctant stubborn patient furious cautious generous
  careless independent unfinished abandoned restored disputed confidential sealed missing counterfeit
  imported domestic organic toxic sterile experimental ancient medieval royal federal provincial
`);

/** Base forms that only take -s, -ed or -ing, in pairs that a reporter may put for one another. */
export const VERBS: readonly (readonly [string, string])[] = [
  ['repair', 'mend'],
  ['inspect', 'check'],
  ['replace', 'renew'],
  ['delay', 'postpone'],
  ['finish', 'complete'],
  ['open', 'unlock'],
  ['guard', 'protect'],
  ['reject', 'refuse'],
  ['accept', 'welcome'],
  ['fund', 'finance'],
  ['demolish', 'dismantle'],
  ['expand', 'enlarge'],
  ['abandon', 'desert'],
  ['visit', 'tour'],
  ['question', 'doubt'],
  ['support', 'back'],
  ['ignore', 'overlook'],
  ['clean', 'scrub'],
  ['measure', 'survey'],
  ['insure', 'cover'],
  ['publish', 'print'],
  ['flood', 'swamp'],
  ['test', 'probe'],
  ['order', 'request'],
];

export const ROLES = list(`
  mayor minister governor commissioner director spokeswoman spokesman treasurer engineer inspector prosecutor
  ambassador chancellor ombudsman auditor coroner curator
`);

export const BODIES = [
  'Authority',
  'Council',
  'Agency',
  'Institute',
  'Commission',
  'Association',
  'Union',
  'Bank',
  'University',
  'Foundation',
] as const;

/** What is counted, in the plural. */
export const COUNTED = list(`
  workers passengers houses vehicles patients pupils hectares tickets containers trees volunteers soldiers
  farms shops sensors windows boats seats complaints applications
`);

export const SYLLABLES = list(`
  ba del fen gor hul kir lom mar nad os pel rin sto tam vel wex ard bri cor dun esk fal gri hol is jor kel
  lin mor nor ost pra quen ras sel tor ulm var win yar zel
`);
