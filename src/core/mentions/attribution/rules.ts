import type { CueForm } from '../../lexicon/speech-cues.ts';
import type { Component, Without } from '../component.ts';
import { behind, type Found, found, invertedAfter, nextQuote } from './behind.ts';
import { type Attribution, accordingTo, cueNounBefore } from './credit.ts';
import { cried, slogans } from './cries.ts';
import { cueAt, isStrong, subjectOfCue } from './cue.ts';
import { type Item, isCapital, isComma, isMark, isWord } from './items.ts';
import { labelled } from './label.ts';
import { agentBehind, agentOf, isPassive } from './passive.ts';
import { isSomebody, type NounPhrase, phraseAfter } from './phrase.ts';
import { trimBetween } from './phrase-before.ts';
import { canSpeak } from './speaks.ts';
import { subjectBefore } from './subject.ts';
import { isMeasure } from './words.ts';

type Items = readonly Item[];

/**
 * Attributes the quotation at `i` within its sentence, the surest rule first. `ending` is the last character
 * of the quoted words: a comma there promises an attribution right behind.
 */
export function inSentence(items: Items, i: number, ending: string, without: Without): Found | null {
  for (const [family, rule] of RULES) {
    const result = without.has(family) ? null : rule(items, i, ending);
    if (result) return result;
  }
  return null;
}

type Rule = (items: Items, i: number, ending: string) => Found | null;

const RULES: readonly (readonly [Component, Rule])[] = [
  ['noun', slogans],
  ['before', inClause],
  ['behind', behind],
  ['seeming', seemingTo],
  ['labelled', labelled],
  ['before', (items, i) => statedBefore(items, i, true)],
  ['according-to', accordingIn],
  ['trailing', trailing],
  ['before', (items, i) => statedBefore(items, i, false)],
  ['noun', nounBefore],
  ['noun', cried],
];

/** "After Lorn said it was “over,” Orlan rose": whoever speaks in the clause, and not whom the next one names. */
function inClause(items: Items, i: number, ending: string): Found | null {
  if (ending !== ',' || !CLAUSES.test(items[0]?.lower ?? '')) return null;
  return items.slice(0, i).some((item) => isMark(item, ',')) ? null : statedBefore(items, i, true);
}

const CLAUSES = /^(?:after|when|while|although|though|before|since|because|once|if)$/;

/** "seemed “…” to some observers": those to whom it seemed say it. */
function seemingTo(items: Items, i: number): Found | null {
  if (items[i + 1]?.lower !== 'to') return null;
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    if (!/^(?:seem|appear|look|sound)(?:s|ed|ing)?$/.test(items[k]?.lower ?? '')) continue;
    const phrase = phraseAfter(items, i + 2, nextQuote(items, i));
    return phrase && isSomebody(items, phrase) ? found(items, phrase, k, true) : null;
  }
  return null;
}

/**
 * The nearest strong cue before the quotation, or a nearer one that names what is quoted ("called it “…”").
 * Weak cues count where there is no strong one.
 */
function statedBefore(items: Items, i: number, sure: boolean): Found | null {
  let weak: Found | null = null;
  for (let k = i - 1; k >= 0; k--) {
    const form = cueAt(items, k);
    const beside = isBeside(items, k, i);
    if (!form || (form.kinds.has('act') && !(beside && isLed(items, k, i)))) continue;
    const quoted = form.lemma === 'quote' ? quotedPerson(items, k, i) : null;
    if (quoted) return found(items, quoted, k, true);
    if (isPassive(items, k, form)) {
      const agent = agentOf(items, k, i) ?? (beside && form.kinds.has('call') ? agentBehind(items, i) : null);
      if (agent) return found(items, agent, k, beside);
      continue;
    }
    const namer = beside && form.kinds.has('call') && !form.ing ? agentBehind(items, i) : null;
    if (namer) return found(items, namer, k, true);
    if (isHearsay(items, k, form)) return nobody(items, k, beside);
    const naming = !weak && form.kinds.has('call') && i - k <= 8;
    const certain = isStrong(form) || naming || (beside && isMark(items[i - 1], ',:'));
    if (!certain && (sure || weak)) continue;
    const subject = subjectOfCue(items, k, form);
    if (!subject) {
      if (certain && isMeasured(items, k)) return nobody(items, k, beside);
      continue;
    }
    // "the clause called “…”" is so called by others.
    if (naming && !form.ing && subject.to === k - 1 && !canSpeak(items, subject)) continue;
    const result = found(items, subject, k, beside);
    if (certain) return result;
    weak ??= result;
  }
  return weak;
}

/** "He quoted Lorn: “…”": Lorn. */
function quotedPerson(items: Items, cue: number, quote: number): NounPhrase | null {
  const phrase = isMark(items[quote - 1], ':,') ? phraseAfter(items, cue + 1, quote) : null;
  return phrase?.to === quote - 2 && isSomebody(items, phrase) ? phrase : null;
}

/**
 * "what some have called “…”", "wore shirts that read “…”": a cue beside the quotation tells speech, though not
 * whose. A thing "called “…”" has its name there.
 */
export function cueBeside(items: Items, i: number): Item | null {
  for (let k = i - 1; k >= Math.max(0, i - 8); k--) {
    const form = cueAt(items, k);
    if (!form || form.base || !isBeside(items, k, i)) continue;
    const names =
      form.kinds.has('call') &&
      (form.ing ||
        /^(?:has|have|had)$/.test(items[k - 1]?.lower ?? '') ||
        /^(?:him|her|it|them)$/.test(items[k + 1]?.lower ?? ''));
    if (names || isStrong(form) || form.lemma === 'read') return items[k] ?? null;
  }
  return null;
}

/** A cue without anybody. */
const nobody = (items: Items, cue: number, direct: boolean): Found => ({
  source: null,
  cue: { start: items[cue]?.start ?? 0, end: items[cue]?.end ?? 0 },
  direct,
});

const indirectly = ({ source, cue }: Attribution | Found): Found => ({ source, cue, direct: false });

/** "73 percent said it was “far too late”": somebody says so, and a figure is nobody. */
const isMeasured = (items: Items, cue: number): boolean => isMeasure(items[trimBetween(items, cue - 1, 0)]);

/** Only commas, colons and small words between cue and quotation. */
function isBeside(items: Items, cue: number, quote: number): boolean {
  if (quote - cue > 4) return false;
  for (let k = cue + 1; k < quote; k++) if (isWord(items[k]) && isCapital(items[k])) return false;
  return true;
}

/** "shot back, “…”", "pushed “…”", no "pushed the “…” plan". */
const isLed = (items: Items, cue: number, quote: number): boolean =>
  cue === quote - 1 || isMark(items[quote - 1], ',:');

/** "is said to have been “…”": who says so is not told. */
const isHearsay = (items: Items, k: number, { lemma }: CueForm): boolean =>
  lemma === 'say' && items[k + 1]?.lower === 'to' && /^(?:is|are|was|were)$/.test(items[k - 1]?.lower ?? '');

function accordingIn(items: Items, i: number): Found | null {
  const before = accordingTo(items, 0, i);
  const result = accordingTo(items, i + 1, items.length) ?? before;
  return result && indirectly(result);
}

/** The last clause of the sentence attributes it: "The “…” must go, Lorn said on Tuesday." */
function trailing(items: Items, i: number): Found | null {
  for (let k = items.length - 1; k > i; k--) {
    const form = cueAt(items, k);
    if (!form || form.ing || !isStrong(form)) continue;
    if (isComma(items[k - 1])) {
      const inverted = invertedAfter(items, k, items.length);
      if (inverted) return indirectly(inverted);
    }
    const subject = subjectBefore(items, k, i + 1);
    const opener = subject && items[subject.from - 1];
    if (subject && (isMark(opener ?? undefined, ',—–') || opener?.kind === 'quote'))
      return found(items, subject, k, false);
  }
  return null;
}

function nounBefore(items: Items, i: number): Found | null {
  const result = cueNounBefore(items, i);
  return result && indirectly(result);
}
