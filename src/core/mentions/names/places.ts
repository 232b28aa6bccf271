import { merge } from './joins.ts';
import type { TokenName, Words } from './token-name.ts';

/** Heads that stand before "of" in the name of a place. */
const REALMS: ReadonlySet<string> = new Set(
  `City Town State Province Kingdom Duchy Republic Principality Margraviate Electorate Emirate Sultanate Commonwealth
  County Gulf Bay Strait Isle Cape`.split(/\s+/),
);
const RAILWAYS: ReadonlySet<string> = new Set(['Railway', 'Railways', 'Railroad', 'Canal']);
/** Last words of newspapers' names, whose first is a place as often as not. */
const PAPERS: ReadonlySet<string> = new Set(
  `Herald Times Post Tribune Gazette Journal Chronicle Observer Telegraph News Star Sun Mail Mirror Examiner
  Inquirer`.split(/\s+/),
);

/** "City of Varnholm" and "Varn and Osterby Railway" are one place each, "Varnholm Herald" is none. */
export function wholePlaces(names: readonly TokenName[], words: Words): TokenName[] {
  const joined: TokenName[] = [];
  names.forEach((name, i) => {
    if (name.type !== 'place') return;
    const last = words.at(name.to - 1);
    if (words.at(name.from - 1) === 'of' && REALMS.has(words.at(name.from - 2)))
      joined.push({ ...name, from: name.from - 2 });
    else if (RAILWAYS.has(last)) joined.push({ ...name, from: railwayFrom(names, i, words) });
    else if (PAPERS.has(last) && name.to - name.from > 1) joined.push({ ...name, type: 'organization' });
  });
  return merge(names, joined, words);
}

/** Where the name of a railway begins that is called by several places: "Varn, Port Quill and Osterby Railway". */
function railwayFrom(names: readonly TokenName[], railway: number, words: Words): number {
  let from = names[railway]?.from ?? 0;
  let link = 'and';
  for (let i = railway - 1; i >= 0; i--) {
    const name = names[i];
    if (name?.type !== 'place' || name.to !== from - 1 || words.at(from - 1) !== link) break;
    from = name.from;
    link = ',';
  }
  return from;
}
