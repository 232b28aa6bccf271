/** Words that say little of what a sentence is about: articles, pronouns, prepositions, auxiliaries. */
export const STOPWORDS: ReadonlySet<string> = new Set(
  `a an the this that these those such same other another each every either neither both all any some no none
  i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers
  herself it its itself they them their theirs themselves one ones who whom whose which what when where why how
  and or but nor so yet if then else than because as until while whereas although though since unless whether
  of at by for with about against between into through during before after above below to from up down in out on
  off over under again further once here there within without upon toward towards among amid amongst across along
  around near per via onto beside besides beyond despite except
  be am is are was were been being have has had having do does did doing done will would shall should can could
  may might must ought need dare used cannot can't won't don't doesn't didn't isn't aren't wasn't weren't
  not n't too very also just only even still already ever never rather quite almost much many more most few less
  least several own enough now today's there's it's he's she's they're we're you're i'm i've we've they've
  that's let's get gets got getting gonna gotta wanna
  you've who've should've would've could've might've must've i'd you'd he'd she'd we'd they'd it'd that'd who'd
  i'll you'll he'll she'll it'll we'll they'll that'll who'll there'll what's who's where's how's here's
  wouldn't shouldn't couldn't haven't hasn't hadn't mustn't mightn't needn't ain't shan't y'all
  cant dont doesnt didnt isnt arent wasnt werent wouldnt shouldnt couldnt hasnt havent hadnt
  doesn didn isn aren wasn weren wouldn shouldn couldn hasn hadn
  mr mrs ms dr sir s t re ve ll d m`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/**
 * Words that measure: what they measure is content, they are none. Within a figure they are compared with it.
 */
export const MEASURES: ReadonlySet<string> = new Set(
  `per cent cents percent percentage pct pc point points million billion trillion thousand thousands hundred hundreds
  dozen dozens half quarter third dollar dollars euro euros pound pounds yen yuan rupee rupees metre metres meter
  meters kilometre kilometres kilometer kilometers km centimetre centimetres centimeter centimeters cm millimetre
  millimetres millimeter millimeters mm mile miles foot feet inch inches acre acres hectare hectares
  tonne tonnes ton tons kilogram kilograms kg litre litres liter liters degree degrees
  second seconds minute minutes hour hours day days week weeks month months year years decade decades`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Units of shares, and scales: they say nothing wherever they stand. */
export const SCALES_AND_SHARES: ReadonlySet<string> = new Set(
  'per cent percent percentage pct pc million billion trillion thousand hundred dozen bn mln'.split(' '),
);

/** Verbs and nouns of saying: they attribute a claim and are no part of what it says. */
export const SAYING: ReadonlySet<string> = new Set(
  `say says said saying tell tells told telling add adds added adding state states stated stating note notes noted
  noting stress stresses stressed stressing argue argues argued arguing according announce announces announced
  announcing comment comments commented commenting explain explains explained explaining remark remarked remarks
  reply replied replies respond responded responds insist insisted insists emphasise emphasised emphasize
  emphasized underline underlined underlining highlight highlighted highlighting report reported reportedly reports
  claim claimed claims claiming conclude concluded mention mentioned quoted quote statement interview`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words that turn a statement into its opposite. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  `not no never none neither nor cannot without n't can't won't don't doesn't didn't isn't aren't wasn't weren't
  wouldn't shouldn't couldn't hasn't haven't hadn't ain't mustn't nobody nothing nowhere
  cant dont doesnt didnt isnt arent wasnt werent wouldnt shouldnt couldnt hasnt havent hadnt
  doesn didn isn aren wasn weren wouldn shouldn couldn hasn hadn`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Verbs that reject what somebody else says. */
export const DENIALS: ReadonlySet<string> = new Set(
  `deny denies denied denying denial refute refutes refuted refuting reject rejects rejected rejecting dismiss
  dismisses dismissed dismissing dispute disputes disputed disputing disavow disavowed contradict contradicts
  contradicted contradicting debunk debunked`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
