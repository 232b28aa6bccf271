import type { TaggerText } from './text.ts';

/** A candidate in its sentence and run. One object serves all tokens of a text. */
export interface Place {
  token: number;
  /** Tokens of the sentence: first, and one after the last. */
  from: number;
  to: number;
  sentence: number;
  /** `CASING` of the sentence. */
  casing: number;
  /** Run of candidates that the token stands in: what bounds it says much of what it names. */
  runFrom: number;
  runTo: number;
}

/** A longer run of candidates is cut, so that what is kept for one stays small. */
export const LONGEST_RUN = 400;

/** Runs of candidates, three numbers each: first token, one after the last, sentence. */
export function runsOf(text: TaggerText): Int32Array {
  const runs: number[] = [];
  for (let s = 0; s + 1 < text.sentences.length; s++) {
    const to = text.sentences[s + 1] ?? 0;
    for (let i = text.sentences[s] ?? 0; i < to; i++) {
      if (text.candidate[i] === 0) continue;
      const from = i;
      while (i < to && i - from < LONGEST_RUN && text.candidate[i] === 1) i++;
      runs.push(from, i, s);
      i--;
    }
  }
  return Int32Array.from(runs);
}

/** Visits every token of the runs in order, with how many came before it. */
export function eachCandidate(
  text: TaggerText,
  runs: Int32Array,
  visit: (place: Place, index: number) => void,
): void {
  const place: Place = { token: 0, from: 0, to: 0, sentence: 0, casing: 0, runFrom: 0, runTo: 0 };
  let index = 0;
  for (let r = 0; r < runs.length; r += 3) {
    place.runFrom = runs[r] ?? 0;
    place.runTo = runs[r + 1] ?? 0;
    place.sentence = runs[r + 2] ?? 0;
    place.from = text.sentences[place.sentence] ?? 0;
    place.to = text.sentences[place.sentence + 1] ?? 0;
    place.casing = text.casing[place.sentence] ?? 0;
    for (let i = place.runFrom; i < place.runTo; i++) {
      place.token = i;
      visit(place, index++);
    }
  }
}
