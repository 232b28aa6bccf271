import type { Span } from '../../text/span.ts';
import { readWords } from '../text-words.ts';
import { eachCandidate, runsOf } from './candidates.ts';
import { type Lattice, lattice, marginals, reserve, viterbi } from './decode.ts';
import { CLASSES, classOf, FIRST, LABELS, type NameClass, OUTSIDE, partOf, SINGLE } from './labels.ts';
import { isNameShape } from './mark.ts';
import type { TaggerModel } from './model.ts';
import { scorer } from './score.ts';
import { CASING, prepare, type TaggerText } from './text.ts';
import type { WordTable } from './words.ts';

/** A name as the tagger sees it. */
export interface TaggedName extends Span {
  /** First token, and one after the last. */
  readonly from: number;
  readonly to: number;
  readonly nameClass: NameClass;
}

/** The names of a text, and the tokens that they are made of. */
export interface Tagged {
  readonly tokens: TaggerText;
  readonly names: TaggedName[];
}

export interface TaggerOptions {
  /** How much the rest of the document says about a word, 0 for not at all. */
  readonly vote: number;
}

const CHOICES = CLASSES.length + 1;
/** What a sentence in Title Case counts in the vote: its capitals say little. */
const TITLE_WEIGHT = 0.25;
const FLOOR = 0.04;
/** More places than these add nothing. */
const MOST_VOTES = 3;

/**
 * Names in the stretches (sentences, in order) of a text. A linear-chain conditional random field over the
 * tokens where names may stand; then each word's labels across the document vote, and it decides again.
 */
export function tagNames(
  text: string,
  stretches: readonly Span[],
  model: TaggerModel,
  table: WordTable,
  options: TaggerOptions,
  words = readWords(text),
): Tagged {
  const prepared = prepare(text, stretches, table, words);
  const emissions = scoreCandidates(prepared, table, model);
  const lat = lattice();
  if (options.vote > 0) addVotes(prepared, emissions, model, lat, options.vote);
  return { tokens: prepared, names: readNames(prepared, emissions, model, lat) };
}

/** Scores of all candidates, in order, `LABELS` numbers each. */
interface Emissions {
  readonly scores: Float32Array;
  /** Runs of candidates: first token, one after the last, sentence. */
  readonly runs: Int32Array;
}

function scoreCandidates(text: TaggerText, table: WordTable, model: TaggerModel): Emissions {
  const runs = runsOf(text);
  const scores = new Float32Array(candidatesIn(runs) * LABELS);
  const score = scorer(text, table, model);
  eachCandidate(text, runs, (place, index) => {
    score(place, scores, index * LABELS);
  });
  return { scores, runs };
}

function candidatesIn(runs: Int32Array): number {
  let total = 0;
  for (let r = 0; r < runs.length; r += 3) total += (runs[r + 1] ?? 0) - (runs[r] ?? 0);
  return total;
}

/** What a document's places say of a word: by choice the sum of logarithms of probabilities, then the weight. */
type Evidence = Float64Array;

/**
 * Adds to each candidate's scores what the other places of its word in the document say: the mean of their
 * logarithms, more the more there are. Small words inside names have no say.
 */
function addVotes(
  text: TaggerText,
  emissions: Emissions,
  model: TaggerModel,
  lat: Lattice,
  strength: number,
): void {
  const evidence = gatherEvidence(text, emissions, model, lat);
  eachRun(emissions.runs, (from, to, _s, at) => {
    for (let i = from; i < to; i++) {
      const said = evidence.get(text.word[i] ?? 0);
      if (said !== undefined && (said[CHOICES] ?? 0) > 1)
        vote(emissions.scores, at + i - from, said, strength);
    }
  });
}

function gatherEvidence(
  text: TaggerText,
  { scores, runs }: Emissions,
  model: TaggerModel,
  lat: Lattice,
): Map<number, Evidence> {
  const evidence = new Map<number, Evidence>();
  const shares = new Float64Array(CHOICES);
  const places = placesByWord(text, runs);
  eachRun(runs, (from, to, s, at) => {
    if (!isShared(text, places, from, to)) return;
    load(lat, scores, at, to - from);
    marginals(lat, to - from, model.chances);
    const weight = text.casing[s] === CASING.plain ? 1 : TITLE_WEIGHT;
    for (let i = from; i < to; i++) {
      // A word with one place has nobody else to ask.
      if (!isNameShape(text.shape[i]) || (places[text.word[i] ?? 0] ?? 0) < 2) continue;
      const said = evidence.get(text.word[i] ?? 0) ?? new Float64Array(CHOICES + 1);
      evidence.set(text.word[i] ?? 0, said);
      shares.fill(FLOOR);
      for (let l = 0; l < LABELS; l++) {
        const choice = l === OUTSIDE ? 0 : classOf(l) + 1;
        shares[choice] = (shares[choice] ?? 0) + (lat.marginals[(i - from) * LABELS + l] ?? 0);
      }
      for (let c = 0; c < CHOICES; c++) said[c] = (said[c] ?? 0) + weight * Math.log(shares[c] ?? 1);
      said[CHOICES] = (said[CHOICES] ?? 0) + weight;
    }
  });
  return evidence;
}

/** In how many places each word may be a name, up to 2. */
function placesByWord(text: TaggerText, runs: Int32Array): Uint8Array {
  const places = new Uint8Array(text.document.length);
  eachRun(runs, (from, to) => {
    for (let i = from; i < to; i++) {
      const word = text.word[i] ?? 0;
      if (isNameShape(text.shape[i])) places[word] = Math.min(2, (places[word] ?? 0) + 1);
    }
  });
  return places;
}

/** Whether some word of a run stands elsewhere too: only then the run has a say. */
function isShared(text: TaggerText, places: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if ((places[text.word[i] ?? 0] ?? 0) > 1) return true;
  return false;
}

/** Other places may make a name of a word and say which kind; that it is none is for its own place to say. */
function vote(scores: Float32Array, candidate: number, said: Evidence, strength: number): void {
  const count = said[CHOICES] ?? 1;
  const sure = (strength * Math.min(MOST_VOTES, count - 1)) / count;
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 1; c < CHOICES; c++) most = Math.max(most, said[c] ?? 0);
  for (let l = 0; l < LABELS; l++) {
    const slot = candidate * LABELS + l;
    const log = l === OUTSIDE ? Math.min(most, said[0] ?? 0) : (said[classOf(l) + 1] ?? 0);
    scores[slot] = (scores[slot] ?? 0) + sure * log;
  }
}

function eachRun(
  runs: Int32Array,
  visit: (from: number, to: number, sentence: number, at: number) => void,
): void {
  let at = 0;
  for (let r = 0; r < runs.length; r += 3) {
    const [from, to] = [runs[r] ?? 0, runs[r + 1] ?? 0];
    visit(from, to, runs[r + 2] ?? 0, at);
    at += to - from;
  }
}

function load(lat: Lattice, scores: Float32Array, at: number, count: number): void {
  reserve(lat, count);
  for (let k = 0; k < count * LABELS; k++) lat.scores[k] = scores[at * LABELS + k] as number;
}

function readNames(
  text: TaggerText,
  { scores, runs }: Emissions,
  model: TaggerModel,
  lat: Lattice,
): TaggedName[] {
  const names: TaggedName[] = [];
  eachRun(runs, (from, to, _s, at) => {
    load(lat, scores, at, to - from);
    viterbi(lat, to - from, model.transitions);
    let first = from;
    for (let i = from; i < to; i++) {
      const label = lat.labels[i - from] ?? 0;
      if (label === OUTSIDE) continue;
      const part = partOf(label);
      if (part === FIRST || part === SINGLE) first = i;
      const last = i + 1 === to || !continues(lat.labels[i - from + 1] ?? 0);
      const nameClass = CLASSES[classOf(label)];
      if (last && nameClass !== undefined)
        names.push({
          from: first,
          to: i + 1,
          start: text.start[first] ?? 0,
          end: text.end[i] ?? 0,
          nameClass,
        });
    }
  });
  return names;
}

const continues = (label: number): boolean =>
  label !== OUTSIDE && partOf(label) !== FIRST && partOf(label) !== SINGLE;
