/**
 * Stems of English words: a compact form of Porter's algorithm with the second version's changes
 * (https://snowballstem.org/algorithms/english/stemmer.html). A stem is a key for comparison only.
 */

const VOWEL = /[aeiouy]/;
const STEP2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['iveness', 'ive'],
  ['ization', 'ize'],
  ['ousness', 'ous'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['tional', 'tion'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ation', 'ate'],
  ['entli', 'ent'],
  ['fulli', 'ful'],
  ['iviti', 'ive'],
  ['ousli', 'ous'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['anci', 'ance'],
  ['ator', 'ate'],
  ['enci', 'ence'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['li', ''],
];
const STEP3: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['ative', ''],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];
const STEP4 = 'ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic'.split(' ');
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `men:man women:woman children:child feet:foot teeth:tooth went:go gone:go goes:go took:take taken:take
  gave:give given:give made:make held:hold won:win lost:lose led:lead left:leave met:meet paid:pay sold:sell
  bought:buy brought:bring thought:think sent:send spent:spend built:build struck:strike shot:shoot fought:fight
  died:die dead:die death:die dying:die deaths:die saw:see seen:see came:come began:begin begun:begin
  broke:break broken:break fell:fall fallen:fall rose:rise risen:rise grew:grow grown:grow knew:know known:know
  stole:steal stolen:steal ran:run kept:keep felt:feel found:find stood:stand understood:understand wrote:write
  written:write spoke:speak spoken:speak chose:choose chosen:choose drove:drive driven:drive flew:fly flown:fly
  caught:catch taught:teach sought:seek became:become hidden:hide threw:throw thrown:throw withdrew:withdraw
  withdrawn:withdraw swore:swear sworn:swear lay:lie lain:lie`
    .split(/\s+/)
    .map((pair): [string, string] => {
      const [from = '', to = ''] = pair.split(':');
      return [from, to];
    }),
);

/** Beginnings that hold several words apart ("general", "generous") and words that only look inflected. */
const BEGINNING = /^(?:gener|commun|arsen|univers|intern)/;
const AS_THEY_ARE: ReadonlySet<string> = new Set([
  'news',
  'during',
  'evening',
  'politics',
  'species',
  'series',
]);

/** Where the region after the first vowel-consonant sequence at or after `from` starts. */
function regionAfter(word: string, from: number): number {
  let i = from;
  while (i < word.length && !VOWEL.test(word.charAt(i))) i++;
  while (i < word.length && VOWEL.test(word.charAt(i))) i++;
  return Math.min(word.length, i + 1);
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ied') || word.endsWith('ies')) return word.slice(0, word.length > 4 ? -2 : -1);
  if (word.endsWith('us') || word.endsWith('ss') || !word.endsWith('s')) return word;
  return VOWEL.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

const endsShort = (word: string): boolean =>
  /^[aeiouy][^aeiouy]$/.test(word) || /[^aeiouy][aeiouy][^aeiouywx]$/.test(word);

function withoutInflection(word: string, r1: number): string {
  if (word.endsWith('eed')) return r1 <= word.length - 3 ? word.slice(0, -1) : word;
  const suffix = ['ingly', 'edly', 'ing', 'ed'].find((s) => word.endsWith(s));
  if (suffix === undefined) return word;
  const rest = word.slice(0, -suffix.length);
  if (!VOWEL.test(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return rest.slice(0, -1);
  return r1 >= rest.length && endsShort(rest) ? `${rest}e` : rest;
}

function replaced(word: string, region: number, table: readonly (readonly [string, string])[]): string {
  const rule = table.find(([suffix]) => word.endsWith(suffix));
  if (rule === undefined || word.length - rule[0].length < region) return word;
  if (rule[0] === 'li' && !/[cdeghkmnrt]li$/.test(word)) return word;
  return word.slice(0, -rule[0].length) + rule[1];
}

function withoutSuffix(word: string, r2: number): string {
  const suffix = STEP4.find((s) => word.endsWith(s));
  if (suffix === undefined || word.length - suffix.length < r2) return word;
  if (suffix === 'ion' && !/[st]ion$/.test(word)) return word;
  return word.slice(0, -suffix.length);
}

function withoutFinal(word: string, r1: number, r2: number): string {
  if (word.endsWith('e')) {
    const rest = word.slice(0, -1);
    return r2 <= rest.length || (r1 <= rest.length && !endsShort(rest)) ? rest : word;
  }
  return word.endsWith('ll') && r2 <= word.length - 1 ? word.slice(0, -1) : word;
}

/** The stem of a lower-case word without marks. */
export function stemOf(word: string): string {
  word = IRREGULAR.get(word) ?? word;
  if (word.length < 3 || word.length > 40 || !/^[a-z]+$/.test(word) || AS_THEY_ARE.has(word)) return word;
  const r1 = BEGINNING.exec(word)?.[0].length ?? regionAfter(word, 0);
  const r2 = regionAfter(word, r1);
  let stem = withoutInflection(withoutPlural(word), r1);
  if (stem.length > 2 && /[^aeiouy]y$/.test(stem)) stem = `${stem.slice(0, -1)}i`;
  stem = replaced(replaced(stem, r1, STEP2), r1, STEP3);
  return withoutFinal(withoutSuffix(stem, r2), r1, r2);
}

/** Of words parted by white space. */
export const stemsOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map(stemOf));
