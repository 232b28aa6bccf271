/** Currencies by sign, ISO 4217 code and English name. ISO 4217 list; names are general knowledge. */

/** Signs that may stand before an amount. Ambiguous ones go to their most frequent use in the press. */
export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₦', 'NGN'],
  ['₱', 'PHP'],
  ['₫', 'VND'],
  ['฿', 'THB'],
  ['₸', 'KZT'],
  ['₾', 'GEL'],
  ['₿', 'BTC'],
  ['₡', 'CRC'],
  ['₵', 'GHS'],
]);

/** Letters beside a dollar sign: "US$", "$A", "NZ $". */
export const DOLLAR_LETTERS: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['u.s.', 'USD'],
  ['usd', 'USD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['aud', 'AUD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['can', 'CAD'],
  ['cad', 'CAD'],
  ['hk', 'HKD'],
  ['nz', 'NZD'],
  ['s', 'SGD'],
  ['sg', 'SGD'],
  ['nt', 'TWD'],
  ['r', 'BRL'],
  ['tt', 'TTD'],
  ['j', 'JMD'],
  ['n', 'NAD'],
  ['mx', 'MXN'],
  ['z', 'ZWL'],
]);

const CODES =
  'USD EUR GBP JPY CNY CHF AUD CAD NZD HKD SGD SEK NOK DKK ISK PLN CZK HUF RON BGN RSD UAH RUB BYN GEL AMD AZN KZT UZS TRY ILS SAR AED QAR KWD BHD OMR JOD LBP EGP MAD TND DZD LYD NGN GHS KES UGX TZS ETB RWF XOF XAF ZAR ZMW MWK MZN AOA BWP NAD INR PKR BDT LKR NPR AFN IRR IQD SYP YER THB VND IDR MYR PHP KRW KPW TWD MNT MMK KHR LAK BRL ARS CLP COP PEN UYU PYG BOB VEF VES MXN CRC GTQ HNL NIO PAB DOP CUP JMD TTD HTG FJD PGK ALL MKD MDL BAM BTC';

/** Codes that the press also writes: old, informal or sign-like ones. */
const MORE_CODES: readonly (readonly [string, string])[] = [
  ['RMB', 'CNY'],
  ['RM', 'MYR'],
  ['NIS', 'ILS'],
  ['Rs', 'INR'],
  ['Rp', 'IDR'],
  ['DM', 'DEM'],
  ['FCFA', 'XAF'],
  ['CFA', 'XAF'],
  ['Sh', 'KES'],
  ['Shs', 'UGX'],
  ['KSh', 'KES'],
  ['Ksh', 'KES'],
  ['USh', 'UGX'],
  ['TSh', 'TZS'],
  ['Tsh', 'TZS'],
  ['Php', 'PHP'],
  ['PhP', 'PHP'],
  ['Dh', 'AED'],
  ['Dhs', 'AED'],
  ['Tk', 'BDT'],
  ['kr', 'SEK'],
  ['zł', 'PLN'],
  ['ECU', 'XEU'],
];

/** By the code as written (case counts: "ALL" is no "all"). */
export const CURRENCY_CODES: ReadonlyMap<string, string> = new Map<string, string>([
  ...CODES.split(' ').map((code): [string, string] => [code, code]),
  ...MORE_CODES,
]);

/** One currency a line: code of the bare word (`-` for none), the words, then adjective:code pairs. */
const NAMES = `
USD | dollar dollars | us:USD u.s.:USD american:USD australian:AUD aussie:AUD canadian:CAD new-zealand:NZD kiwi:NZD hong-kong:HKD singapore:SGD singaporean:SGD taiwan:TWD taiwanese:TWD jamaican:JMD namibian:NAD fijian:FJD zimbabwe:ZWL zimbabwean:ZWL united-states:USD
USD | greenback greenbacks buck bucks |
EUR | euro euros |
GBP | pound pounds sterling quid | british:GBP egyptian:EGP lebanese:LBP syrian:SYP sudanese:SDG irish:IEP cypriot:CYP
JPY | yen | japanese:JPY
CNY | yuan renminbi | chinese:CNY
CHF | franc francs | swiss:CHF french:FRF belgian:BEF cfa:XAF rwandan:RWF congolese:CDF
RUB | ruble rubles rouble roubles | russian:RUB belarusian:BYN
INR | rupee rupees | indian:INR pakistani:PKR pakistan:PKR sri-lankan:LKR nepalese:NPR nepali:NPR mauritian:MUR
SEK | krona kronor kronas | swedish:SEK icelandic:ISK
NOK | krone kroner krones | norwegian:NOK danish:DKK
crown | crown crowns | norwegian:NOK danish:DKK swedish:SEK czech:CZK icelandic:ISK estonian:EEK
CZK | koruna korunas korun | czech:CZK slovak:SKK
MXN | peso pesos | mexican:MXN philippine:PHP argentine:ARS argentinian:ARS colombian:COP chilean:CLP cuban:CUP uruguayan:UYU dominican:DOP
BRL | real reais reals | brazilian:BRL
KRW | won | korean:KRW south-korean:KRW
TRY | lira liras lire | turkish:TRY italian:ITL lebanese:LBP syrian:SYP maltese:MTL
ILS | shekel shekels | israeli:ILS new-israeli:ILS
UAH | hryvnia hryvnias hryvnya hryvna |
PLN | zloty zlotys zlotych | polish:PLN
HUF | forint forints | hungarian:HUF
ZAR | rand rands | south-african:ZAR
NGN | naira nairas | nigerian:NGN
GHS | cedi cedis | ghanaian:GHS
KES | shilling shillings | kenyan:KES ugandan:UGX tanzanian:TZS somali:SOS austrian:ATS
MYR | ringgit ringgits | malaysian:MYR
IDR | rupiah rupiahs | indonesian:IDR
THB | baht bahts | thai:THB
VND | dong | vietnamese:VND
BDT | taka takas | bangladeshi:BDT
IRR | rial rials toman tomans | iranian:IRR omani:OMR yemeni:YER qatari:QAR
SAR | riyal riyals | saudi:SAR qatari:QAR
AED | dirham dirhams | emirati:AED uae:AED moroccan:MAD
IQD | dinar dinars | iraqi:IQD kuwaiti:KWD jordanian:JOD serbian:RSD tunisian:TND algerian:DZD libyan:LYD bahraini:BHD
KZT | tenge | kazakh:KZT
GEL | lari | georgian:GEL
RON | leu lei | romanian:RON moldovan:MDL
BGN | lev leva | bulgarian:BGN
ETB | birr | ethiopian:ETB
ZMW | kwacha | zambian:ZMW malawian:MWK
DEM | mark marks | german:DEM deutsche:DEM
FIM | markka markkas | finnish:FIM
ATS | schilling schillings | austrian:ATS
NLG | guilder guilders | dutch:NLG
PEN | sol soles | peruvian:PEN
BTC | bitcoin bitcoins |
cent | cent cents ¢ |
p | p pence penny pennies |
sen | sen |
kopeck | kopeck kopecks kopek kopeks |
paise | paise paisa |
`;

/** Stands for a code where a currency's bare name tells none: so many countries call theirs alike. */
export const CROWN = 'crown';

/** Bare words that are other things more often: money only after an adjective or a scale. */
export const WEAK_CURRENCY_WORDS: ReadonlySet<string> = new Set(
  'real reals mark marks won sol soles crown crowns dong lei leu rand pound pounds p sen quid'.split(' '),
);

interface CurrencyName {
  readonly plain: string;
  /** Code by the adjective in front, words joined by hyphens. */
  readonly byAdjective: ReadonlyMap<string, string>;
}

function readNames(): Map<string, CurrencyName> {
  const names = new Map<string, CurrencyName>();
  for (const line of NAMES.trim().split('\n')) {
    const [plain = '', words = '', adjectives = ''] = line.split('|').map((part) => part.trim());
    const byAdjective = new Map<string, string>();
    for (const pair of adjectives.split(' ').filter(Boolean)) {
      const colon = pair.lastIndexOf(':');
      byAdjective.set(pair.slice(0, colon), pair.slice(colon + 1));
    }
    for (const word of words.split(' ')) names.set(word, { plain, byAdjective });
  }
  return names;
}

export const CURRENCY_NAMES: ReadonlyMap<string, CurrencyName> = readNames();

/** First words of adjectives before a currency's name ("new" in "New Zealand dollars"). */
export const CURRENCY_ADJECTIVES: ReadonlySet<string> = new Set(
  [...CURRENCY_NAMES.values()].flatMap((name) => [...name.byAdjective.keys()]),
);
