/**
 * Words that attribute speech: general English, collected from grammars of reporting verbs (Quirk et al. 1985,
 * §14.28–33; Biber et al. 1999, §9.2). Lower case.
 */

/**
 * `say`: takes a clause or stands after a quotation. `address`: takes the hearer as object ("told them").
 * `call`: names what is quoted ("called it “a gift”"). `act`: speech only beside a quotation ("smiled", "went on").
 */
export type CueKind = 'say' | 'address' | 'call' | 'act';

const LEMMAS: Readonly<Record<CueKind, string>> = {
  say:
    'say add note write state claim argue explain insist warn declare announce acknowledge admit concede confirm ' +
    'contend assert aver believe think feel suggest stress emphasize emphasise underline underscore highlight maintain ' +
    'reply respond answer comment remark observe recall recount report reveal disclose predict complain lament ' +
    'joke quip tweet post caution conclude reiterate repeat affirm deny dispute reject allege testify vow pledge ' +
    'promise demand ask question wonder propose recommend hint indicate imply mention point retort counter shout ' +
    'yell scream cry whisper mutter murmur chant sing sigh gush boast brag tease plead beg pray propound opine ' +
    'muse ponder reason elaborate clarify continue begin conclude finish interject interrupt protest object agree ' +
    'disagree hope fear worry doubt expect estimate know see find rule order swear guarantee assure deem ' +
    'blog text email e-mail chime exclaim declaim proclaim pronounce profess postulate assess caution riff rail ' +
    'thunder intone deadpan snap bark sneer scoff fume grumble counsel advocate urge call speak discuss detail ' +
    'outline describe cite quote read stipulate specify show signal reaffirm restate hail lash tout trumpet decry ' +
    'denounce condemn deplore bemoan rue regret lambast lambaste blast slam rip mock ridicule deride accuse blame ' +
    'praise applaud welcome criticize criticise attack defend dismiss rebuke chide scold rebut refute echo endorse ' +
    'charge confide concur marvel venture volunteer vocalize telegraph cable invoke reference express voice offer crow coo drawl implore exhort beseech surmise speculate theorize ' +
    'theorise summarize summarise paraphrase rant vent preach lecture enthuse ' +
    'react retaliate herald query holler bellow bawl fret demur gripe grouse mumble stammer growl hiss wail chuckle remember confess',
  address:
    'tell inform remind warn assure ask urge advise thank notify brief instruct order persuade convince challenge',
  call: 'call describe dub brand label herald term characterize characterise deem deride dismiss mock denounce name portray depict refer cast paint hail praise condemn tag',
  act: 'pose fire shoot hit push chime go laugh smile grin nod shrug stop pause start close open end grimace wince cheer clap gesture wave hear crack roar boom jab press prod',
};

const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  say: ['says', 'said', 'saying'],
  tell: ['tells', 'told', 'telling'],
  write: ['writes', 'wrote', 'written', 'writing'],
  think: ['thinks', 'thought', 'thinking'],
  feel: ['feels', 'felt', 'feeling'],
  begin: ['begins', 'began', 'begun', 'beginning'],
  speak: ['speaks', 'spoke', 'spoken', 'speaking'],
  sing: ['sings', 'sang', 'sung', 'singing'],
  swear: ['swears', 'swore', 'sworn', 'swearing'],
  know: ['knows', 'knew', 'known', 'knowing'],
  see: ['sees', 'saw', 'seen', 'seeing'],
  find: ['finds', 'found', 'finding'],
  read: ['reads', 'read', 'reading'],
  go: ['goes', 'went', 'going', 'gone'],
  show: ['shows', 'showed', 'shown', 'showing'],
  cast: ['casts', 'cast', 'casting'],
  hit: ['hits', 'hit', 'hitting'],
  shoot: ['shoots', 'shot', 'shooting'],
  hear: ['hears', 'heard', 'hearing'],
  deny: ['denies', 'denied', 'denying'],
  label: ['labels', 'labeled', 'labelled', 'labeling', 'labelling'],
  signal: ['signals', 'signaled', 'signalled', 'signaling', 'signalling'],
  marvel: ['marvels', 'marveled', 'marvelled', 'marveling', 'marvelling'],
  counsel: ['counsels', 'counseled', 'counselled', 'counseling', 'counselling'],
};

const DOUBLED = new Set(
  'admit quip aver refer dub tag slam grin nod shrug stop brag beg clap rip'.split(' '),
);

function formsOf(lemma: string): readonly string[] {
  const irregular = IRREGULAR[lemma];
  if (irregular) return [lemma, ...irregular];
  const last = lemma.slice(-1);
  if (last === 'e') return [lemma, `${lemma}s`, `${lemma}d`, `${lemma.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(lemma))
    return [lemma, `${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`, `${lemma}ing`];
  const stem = DOUBLED.has(lemma) ? lemma + last : lemma;
  return [lemma, /(?:s|sh|ch|x)$/.test(lemma) ? `${lemma}es` : `${lemma}s`, `${stem}ed`, `${stem}ing`];
}

export interface CueForm {
  readonly lemma: string;
  readonly kinds: ReadonlySet<CueKind>;
  /** Base form, which is no past, no third person: mostly a noun or an infinitive. */
  readonly base: boolean;
  readonly ing: boolean;
}

/** Every inflected form of every cue verb. */
export const CUE_FORMS: ReadonlyMap<string, CueForm> = buildForms();

function buildForms(): Map<string, CueForm> {
  const kinds = new Map<string, Set<CueKind>>();
  for (const [kind, lemmas] of Object.entries(LEMMAS) as [CueKind, string][]) {
    for (const lemma of lemmas.split(' ')) kinds.set(lemma, (kinds.get(lemma) ?? new Set()).add(kind));
  }
  const forms = new Map<string, CueForm>();
  for (const [lemma, own] of kinds) {
    for (const form of formsOf(lemma)) {
      forms.set(form, {
        lemma,
        kinds: own,
        base: form === lemma,
        ing: form.endsWith('ing') && form !== lemma,
      });
    }
  }
  return forms;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Third persons that are plural nouns as often. */
export const NOUN_TOO = words(
  'claims reports comments remarks notes states questions calls demands answers promises pledges tweets posts ' +
    'worries hopes fears doubts orders urges estimates jokes hints signals shows finds sees reads texts blogs labels ' +
    'names brands terms tags details voices offers warnings rules cries screams shouts signs goes attacks rants ' +
    'reasons points protests objects starts stops ends opens closes waves smiles laughs cheers emails e-mails casts ' +
    'paints guarantees cites quotes hails references mocks vents echoes queries praises blames briefs challenges',
);

/** Verbs of saying proper: they attribute wherever they stand. */
export const STRONG_CUES = words(
  'say add note write state claim argue explain insist warn declare announce acknowledge admit concede confirm contend ' +
    'assert stress emphasize emphasise reply respond answer comment remark recall tweet caution conclude reiterate ' +
    'tell ask joke quip complain testify shout yell exclaim lament opine retort continue suggest maintain observe predict ' +
    'vow allege chant charge marvel confide deadpan concur boast',
);

/** Verbs whose clause is a statement of the subject's: "Orlan said that …" is indirect speech. */
export const INDIRECT_CUES = words(
  'say add note write state claim argue explain insist warn declare announce acknowledge admit concede confirm contend ' +
    'assert aver believe think suggest stress emphasize emphasise underline underscore highlight maintain reply respond ' +
    'comment remark observe recall reveal disclose predict complain tweet caution conclude reiterate repeat affirm deny ' +
    'allege testify vow pledge promise report indicate imply estimate tell inform remind assure urge hope fear expect ' +
    'recount reaffirm restate propose recommend demand hint lament joke agree',
);

/** Nouns of speech: "his claim that", "in a statement". */
export const CUE_NOUNS = words(
  'statement message claim remark remarks comment comments warning tweet post speech interview letter words word ' +
    'argument assertion suggestion complaint criticism accusation allegation promise pledge vow call appeal demand ' +
    'question answer reply response declaration announcement testimony quote quotation description slogan motto ' +
    'mantra refrain line phrase memo email e-mail op-ed editorial column article report op-eds essay blog note ' +
    'pledge insistence contention observation acknowledgment admission belief view opinion prediction conclusion',
);

/** May stand between subject and verb. */
export const BETWEEN = words(
  'has had have having was were is are be been being will would could should may might must can did does do not never ' +
    'also then later once twice recently just even still again already soon now often sometimes always only first ' +
    'further thus therefore instead indeed perhaps both all each himself herself themselves itself to on went going ' +
    'goes go continued continues began begins came tried used seemed appeared wanted wants sought afterward nevertheless nonetheless however meanwhile too ' +
    "afterwards earlier hasn't didn't doesn't hadn't wasn't wouldn't won't",
);
