/**
 * Words of titles, roles and forms of address that stand before or after a person's name and are no part of
 * it. Lower case. General English, written for this project.
 */

/** Forms of address that stand before a name. */
export const HONORIFICS: ReadonlySet<string> = new Set(
  `hrh hh he hm mr mr. mrs mrs. ms ms. miss mx mx. dr dr. prof prof. sir dame lord lady madam madame monsieur herr frau
  rev rev. reverend fr fr. father sister brother mother saint rabbi imam sheikh sheik shaikh mullah ayatollah pastor deacon
  gen gen. lt lt. col col. maj maj. capt capt. cmdr cmdr. sgt sgt. cpl cpl. adm adm. brig brig. pvt pvt. pfc
  sen sen. rep rep. gov gov. hon hon. pres pres. atty atty. cr cr. cllr cllr. comrade det det. insp insp. supt supt. st st.
  alhaji hajj haji hadji tan sri datuk dato tun
  señor senor señora senora doña shri smt pandit ustad mawlana maulana`.split(/\s+/),
);

/** Nouns that head a role: "foreign minister", "Secretary General". */
export const ROLE_NOUNS: ReadonlySet<string> = new Set(
  `president vice-president vice president-elect premier chancellor minister secretary undersecretary governor mayor
  senator congressman congresswoman representative delegate deputy lawmaker councillor councilor councilman
  councilwoman alderman speaker leader whip chairman chairwoman chairperson chair chief head director
  director-general manager general-secretary secretary-general commissioner ambassador envoy diplomat consul
  attache attaché king queen prince princess emperor empress sultan emir duke duchess count countess baron
  baroness pope cardinal archbishop bishop priest patriarch chaplain dean rector provost principal professor lecturer
  doctor nurse teacher judge justice magistrate prosecutor attorney lawyer solicitor barrister counsel advocate sheriff marshal
  officer inspector detective constable superintendent sergeant corporal lieutenant captain major colonel
  brigadier general admiral commodore commander commandant private soldier pilot astronaut cosmonaut
  spokesman spokeswoman spokesperson adviser advisor aide analyst economist expert researcher scientist
  historian author writer novelist poet journalist reporter correspondent columnist editor publisher
  broadcaster anchor host actor actress comedian singer rapper musician composer conductor artist painter
  architect designer photographer filmmaker producer coach trainer striker midfielder defender goalkeeper
  quarterback player champion founder co-founder cofounder owner entrepreneur businessman businesswoman
  investor banker billionaire executive ceo cfo coo cto treasurer activist campaigner dissident candidate
  nominee frontrunner incumbent caliph shah tsar czar mp mep congressperson first
  ombudsman comptroller auditor registrar archivist curator librarian engineer farmer fisherman student
  member veteran survivor victim suspect witness resident partner wife husband son daughter brother sister father mother
  fighter boxer driver sprinter swimmer skipper referee umpire magnate tycoon mogul oligarch warlord rebel
  strongman dictator negotiator mediator rapporteur coordinator administrator superintendent
  high representative`.split(/\s+/),
);

/** Words that widen a role noun to its left: "Deputy Foreign Minister", "former acting president". */
export const ROLE_MODIFIERS: ReadonlySet<string> = new Set(
  `deputy vice acting interim former ex late then-president outgoing incoming senior junior chief prime foreign defence defense
  finance interior home health education energy trade justice labour labor economy environment agriculture
  transport culture sports tourism information communications development planning industry commerce housing
  water youth women social security national international state federal general assistant associate
  executive managing honorary emeritus crown supreme grand high permanent special presidential parliamentary political
  military naval police fire press communications chief sub first second third lady attorney union
  shadow opposition majority minority party house senate cabinet treasury external internal affairs of and for the`.split(
    /\s+/,
  ),
);

const ABBREVIATED_TITLES: ReadonlySet<string> = new Set(
  'inc corp ltd bros mr mrs ms dr prof rev gen lt col maj capt cmdr sgt cpl adm brig sen rep gov hon pres atty det insp supt st jr sr mt ft'.split(
    ' ',
  ),
);

/** Whether a word is written with a full stop that belongs to it: "Gen.", "St.". */
export const isAbbreviatedTitle = (word: string): boolean =>
  /^[A-Z]/.test(word) && ABBREVIATED_TITLES.has(word.toLowerCase());

/** Words after a hyphen that make an adjective of a name: "Oslo-based", "Russia-linked". */
export const HYPHEN_ENDINGS: ReadonlySet<string> = new Set(
  `based led linked backed born style like era owned run controlled made funded trained educated esque wide speaking
  wing turned appointed friendly sponsored affiliated dominated occupied held bound only free level sized related themed
  inspired elect designate old year long winning aligned allied supported supplied built designed registered flagged listed
  administered brokered mediated proposed imposed ruled governed administration and or to in on by style-`.split(
    /\s+/,
  ),
);

/** Letters behind a person's name for an honour, an office or a degree. */
export const HONOURS: ReadonlySet<string> = new Set(
  'QC KC SC JP MP MSP MEP MLA TD OBE MBE CBE KBE DBE GBE CMG KCMG DSO OAM FRS FRCS PhD MD DPhil MBA LLB CPA Esq'.split(
    ' ',
  ),
);
