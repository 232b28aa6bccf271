/** Words of which, of one thing at one time, only one side can be so, and words that tell kinds of a measure apart. General English. */

/** Each group: sides that exclude each other. */
export const OPPOSITE_WORDS: readonly (readonly string[])[] = [
  [
    'rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth climb climbs climbed climbing jump jumps jumped soar soars soared soaring surge surges surged surging more',
    'fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased decreasing shrink shrinks shrank shrunk shrinking slump slumps slumped plunge plunges plunged plunging tumble tumbles tumbled fewer less',
  ],
  [
    'convict convicts convicted convicting conviction guilty',
    'acquit acquits acquitted acquitting acquittal cleared exonerated exonerates innocent',
  ],
  [
    'accept accepts accepted accepting approve approves approved approving approval endorse endorses endorsed adopt adopts adopted ratify ratifies ratified',
    'reject rejects rejected rejecting rejection veto vetoes vetoed vetoing spurn spurns spurned disapprove',
  ],
  [
    'uphold upholds upheld upholding',
    'overturn overturns overturned quash quashes quashed overrule overrules overruled annul annuls annulled',
  ],
  [
    'double doubles doubled doubling twofold',
    'triple triples tripled tripling trebled threefold',
    'quadruple quadruples quadrupled quadrupling fourfold',
    'halve halves halved halving',
  ],
  ['win wins won winning victory', 'lose loses lost losing defeat defeated'],
  [
    'survive survives survived surviving survivor survivors',
    'die dies died dying dead death killed kills kill fatal fatally',
    'injure injures injured injuring injury injuries wounded wounding',
  ],
  ['support supports supported supporting', 'oppose opposes opposed opposing'],
  ['hire hires hired hiring', 'fire fires fired sack sacks sacked'],
  ['succeed succeeds succeeded success successful', 'fail fails failed failing failure unsuccessful'],
  ['legal lawful', 'illegal unlawful'],
  ['safe', 'unsafe'],
  ['constitutional', 'unconstitutional'],
];

/** Each group: kinds of one measure, of which the news often leaves the usual one unsaid. */
export const MEASURE_WORDS: readonly (readonly string[])[] = [
  ['core', 'headline'],
  ['net', 'gross', 'operating', 'pretax', 'underlying', 'adjusted'],
  ['interim', 'final'],
  ['minimum', 'maximum'],
  ['demanded demand demands', 'offered offer offers'],
  ['import imports imported', 'export exports exported'],
];

/** People who are counted, by what happened to them. */
export const FATE_WORDS: readonly (readonly string[])[] = [
  [
    'die dies died dying dead death deaths killed kills kill killing toll fatality fatalities',
    'injure injures injured injuring injury injuries wound wounded wounding hurt',
    'missing unaccounted',
    'arrest arrests arrested arresting detain detained',
    'rescue rescued rescues',
    'evacuate evacuated evacuates evacuation',
  ],
];
