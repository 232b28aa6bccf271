import { STATE_ABBREVIATIONS } from '../../lexicon/us-states.ts';
import { type Span, textOf } from '../../text/span.ts';
import type { Chain } from '../mention.ts';

/** So many mentions are read for what is said of a person, and so far on both sides, in code units. */
const MOST = 6;
const NEAR = 50;

/** What stands before and behind a mention of a person. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

export const aroundMentions = (text: string, mentions: readonly Span[]): Around[] =>
  mentions.slice(0, MOST).map(({ start, end }) => ({
    before: textOf(text, { start: Math.max(0, start - NEAR), end: start }),
    after: textOf(text, { start: end, end: Math.min(text.length, end + NEAR) }),
  }));

/**
 * Those whom the names within a role can mean: "the Orlan mayor" is one of whom the article says so, or the only
 * mayor if it says no other place of them; "the Democratic nominee" is no Republican.
 */
export function bearing<H extends { readonly chain: Chain }>(
  words: string,
  held: readonly H[],
  aroundOf: (holder: H) => readonly Around[],
): readonly H[] {
  // A nominee for vice president is none for president.
  const vice = /\bvice[\s-]presidential\s(?:\p{L}+\s)?$/iu;
  if (/presidential/i.test(words) && !/vice/i.test(words))
    return bearing(
      words.replace(/presidential\s/i, ''),
      held.filter((holder) => !aroundOf(holder).some(({ before }) => vice.test(before))),
      aroundOf,
    );
  const office = OFFICE.exec(words)?.[1];
  if (office !== undefined) return held.filter((holder) => hasOffice(office, holder.chain, aroundOf(holder)));
  const party = /^the\s(?:[\p{L}-]+\s)*?(Democrat|Republican|GOP)/iu.exec(words)?.[1];
  if (party !== undefined) return held.filter((holder) => !isOfOther(party, aroundOf(holder)));
  const place = /\s((?:\p{Lu}[\p{L}.]+\s)+)\p{Ll}+$/u.exec(words)?.[1]?.trim();
  if (place === undefined) return held;
  const said = held.filter((holder) => aroundOf(holder).some((around) => names(around, place)));
  if (said.length > 0) return said;
  const one = new Set(held.map(({ chain }) => chain.id)).size === 1;
  return one && held.every((holder) => !hasHome(aroundOf(holder))) ? held : [];
}

/** One of many ministers: "the Prime Minister", "the foreign secretary". "The Orlan minister" has a place. */
const OFFICE =
  /\s(\p{Lu}\p{L}+\s(?:Minister|Secretary)|(?!former|new|late|outgoing|current)\p{Ll}+\s(?:minister|secretary))$/u;

/** "Prime Minister Ada Lorn", "Ada Lorn, the prime minister" */
function hasOffice(office: string, { role }: Chain, around: readonly Around[]): boolean {
  const words = office.toLowerCase();
  const aside = new RegExp(`^,\\s(?!who\\s)(?:[\\p{L}’']+\\s){0,3}${words}(?!\\p{L})`, 'iu');
  return (
    role?.toLowerCase().includes(words) === true ||
    around.some(({ before, after }) => before.toLowerCase().endsWith(`${words} `) || aside.test(after))
  );
}

/** "(R-Orlan)" or "Republican Senator" right beside a name tells the party. */
function isOfOther(party: string, around: readonly Around[]): boolean {
  const [tag, word] = /^d/i.test(party) ? ['R', 'Republican|GOP'] : ['D', 'Democrat(?:ic)?'];
  const before = new RegExp(`(?:${word})\\s(?:[\\p{L}.-]+\\s){0,3}$`, 'u');
  const after = new RegExp(`^,?\\s?(?:\\(?${tag}-|(?:an?|the)\\s(?:${word})(?!\\p{L}))`, 'u');
  return around.some((own) => before.test(own.before) || after.test(own.after));
}

/** "Orlan Mayor Ada Lorn", "Ada Lorn, who is the mayor of Orlan", "Ada Lorn (D-Vt.)" */
function names({ before, after }: Around, place: string): boolean {
  const short = STATE_ABBREVIATIONS.get(place);
  const title = before.lastIndexOf(place);
  const aside = /^(?:,|\s\(|\s(?:of|from)\s)[^.;:“"]*/u.exec(after)?.[0] ?? '';
  return (
    (title >= 0 && /^(?:[’']s)?\s(?:[\p{L}.-]+\s){0,3}$/u.test(before.slice(title + place.length))) ||
    aside.includes(place) ||
    (short !== undefined && aside.includes(`-${short}`))
  );
}

/** A state right before the title ("Orlan Gov. Ada Lorn") or in a tag behind the name. */
const hasHome = (around: readonly Around[]): boolean =>
  around.some(({ before, after }) => {
    const title =
      /(?:^|\s)((?:\p{Lu}\p{Ll}+\s)?\p{Lu}\p{Ll}+)\s(?:[\p{L}.]+\s){1,2}$/u.exec(before)?.[1] ?? '';
    const told = STATE_ABBREVIATIONS.has(title) || STATE_ABBREVIATIONS.has(title.split(' ').at(-1) ?? '');
    return told || /^,?\s?\(?[DRI]-\p{Lu}/u.test(after);
  });
