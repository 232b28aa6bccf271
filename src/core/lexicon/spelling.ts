/**
 * One spelling for British and American variants, so that "defence" and "defense" are the same word.
 * The result is a key, not a word to show: rules may fold a word that has one spelling only ("promise"),
 * which does no harm as both sides of a comparison go through the same rules.
 */

/** Variants that no rule below covers; endings may follow. */
const STEMS: readonly (readonly [string, string])[] = [
  ['defence', 'defense'],
  ['offence', 'offense'],
  ['pretence', 'pretense'],
  ['licence', 'license'],
  ['practise', 'practice'],
  ['programme', 'program'],
  ['cheque', 'check'],
  ['grey', 'gray'],
  ['tyre', 'tire'],
  ['plough', 'plow'],
  ['sceptic', 'skeptic'],
  ['aluminium', 'aluminum'],
  ['jewellery', 'jewelry'],
  ['manoeuvr', 'maneuver'],
  ['mould', 'mold'],
  ['moustache', 'mustache'],
  ['pyjama', 'pajama'],
  ['judgement', 'judgment'],
  ['acknowledgement', 'acknowledgment'],
  ['ageing', 'aging'],
  ['storey', 'story'],
  ['fulfil', 'fulfill'],
  ['enrol', 'enroll'],
  ['instalment', 'installment'],
  ['skilful', 'skillful'],
  ['wilful', 'willful'],
  ['anaesth', 'anesth'],
  ['paediatr', 'pediatr'],
  ['haemo', 'hemo'],
  ['leukaemia', 'leukemia'],
  ['anaemi', 'anemi'],
  ['oestrogen', 'estrogen'],
  ['foetus', 'fetus'],
  ['foetal', 'fetal'],
  ['diarrhoea', 'diarrhea'],
  ['orthopaedic', 'orthopedic'],
  ['encyclopaedia', 'encyclopedia'],
  ['artefact', 'artifact'],
  ['councillor', 'councilor'],
  ['counsellor', 'counselor'],
  ['signalled', 'signaled'],
  ['signalling', 'signaling'],
  ['rivalled', 'rivaled'],
  ['totalled', 'totaled'],
  ['totalling', 'totaling'],
  ['equalled', 'equaled'],
  ['fuelled', 'fueled'],
  ['fuelling', 'fueling'],
  ['duelled', 'dueled'],
  ['towards', 'toward'],
  ['afterwards', 'afterward'],
  ['amongst', 'among'],
  ['whilst', 'while'],
  ['learnt', 'learned'],
  ['burnt', 'burned'],
  ['spelt', 'spelled'],
  ['spilt', 'spilled'],
];

const byFirstLetter = new Map<string, (readonly [string, string])[]>();
for (const pair of STEMS) {
  const list = byFirstLetter.get(pair[0].charAt(0));
  if (list === undefined) byFirstLetter.set(pair[0].charAt(0), [pair]);
  else list.push(pair);
}

const RULES: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z]{3})our(?=(?:s|ed|ing|ers?|ites?|able|al|hoods?|ly|ful)?$)/, 'or'],
  [/(?<=[a-z]{3})is(?=(?:e|es|ed|ing|ers?|ations?|ational|able)$)/, 'iz'],
  [/(?<=[a-z]{2}[ly])ys(?=(?:e|es|ed|ing|ers?)$)/, 'yz'],
  [/(?<=al)ys(?=(?:e|es|ed|ing|ers?)$)/, 'yz'],
  [
    /(?<=^(?:kilo|milli|centi)?met|^(?:epi)?cent|^lit|^theat|^fib|^calib|^sab|^spect|^lust|^meag|^somb)re(?=s?$)/,
    'er',
  ],
  [/(?<=^(?:epi)?cent)red$/, 'ered'],
  [/(?<=[a-z]{2}og)ue(?=s?$)/, ''],
  [/(?<=[aeiou][^aeiou]{1,3}el)l(?=(?:ed|ing|ers?)$)/, ''],
];

/** The key of a lower-case word: equal for spelling variants. */
export function foldSpelling(word: string): string {
  if (word.length < 4 || word.length > 40) return word;
  for (const [variant, standard] of byFirstLetter.get(word.charAt(0)) ?? []) {
    if (!word.startsWith(variant)) continue;
    const already = standard.startsWith(variant) && word.startsWith(standard);
    if (!already) return standard + word.slice(variant.length);
  }
  if (word.length < 6) return word;
  for (const [pattern, replacement] of RULES) {
    const folded = word.replace(pattern, replacement);
    if (folded !== word) return folded;
  }
  return word;
}
