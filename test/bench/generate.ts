// News-like text made by rule and seed, in stories whose articles share planted passages.
import { figures, filler, type Passage, type PlantedRelation, utterances } from './passages.ts';
import { type Random, random } from './random.ts';
import { ownWorld, type World, world } from './world.ts';

export interface GeneratedArticle {
  readonly path: string;
  readonly text: string;
}

/** A claim of one article and its counterpart in another. */
export interface Planted {
  readonly relation: PlantedRelation;
  readonly ends: readonly [PlantedEnd, PlantedEnd];
}

export interface PlantedEnd {
  readonly path: string;
  /** UTF-16, half open. */
  readonly start: number;
  readonly end: number;
}

export interface Archive {
  readonly articles: readonly GeneratedArticle[];
  readonly planted: readonly Planted[];
}

const FEWEST = 2;
const MOST = 12;
const FEWEST_PARAGRAPHS = 6;
const RELATIONS: readonly PlantedRelation[] = ['verbatim', 'reworded', 'agrees', 'differs'];
const OUTLETS = ['Tidewater Post', 'Meridian Dispatch', 'Northgate Ledger', 'Evening Lantern', 'The Quay'];

/** So many articles in stories of 2 to 12; the same for the same seed, and a longer archive begins as a shorter. */
export function generateArchive(count: number, seed = 1): Archive {
  const rolls = random(seed);
  const articles: GeneratedArticle[] = [];
  const planted: Planted[] = [];
  for (let story = 0; articles.length < count; story++) {
    const size = FEWEST + rolls.below(MOST - FEWEST + 1);
    const one = generateStory(random(seed * 1_000_003 + story), story, size);
    articles.push(...one.articles);
    planted.push(...one.planted);
  }
  const kept = new Set(articles.slice(0, count).map(({ path }) => path));
  return {
    articles: articles.slice(0, count),
    planted: planted.filter(({ ends }) => ends.every(({ path }) => kept.has(path))),
  };
}

/** As many articles of one story as a table is to be fast with; together they have some 2,000 claims. */
export const WIDE = { articles: 40, paragraphs: 15 };

/** Articles about one event. */
export const generateOneStory = (size: number, paragraphs: number, seed = 1): Archive =>
  generateStory(random(seed), 0, size, paragraphs);

/** A passage on its way into an article. */
interface Placed {
  readonly passage: Passage;
  /** Which planted pair it is an end of. */
  readonly pair: number;
}

function generateStory(rolls: Random, story: number, size: number, paragraphs = FEWEST_PARAGRAPHS): Archive {
  const about = world(rolls);
  const placed: Placed[][] = Array.from({ length: size }, () => []);
  const relations: PlantedRelation[] = [];
  for (let pair = 0; pair < size * 3; pair++) {
    const relation = rolls.pick(RELATIONS);
    const ends = rolls.sample([...placed.keys()], 2);
    told(rolls, about, relation).forEach((passage, i) => {
      placed[ends[i] ?? 0]?.push({ passage, pair });
    });
    relations.push(relation);
  }
  const day = story * 3;
  const found: PlantedEnd[][] = relations.map(() => []);
  const articles = placed.map((passages, i): GeneratedArticle => {
    const path = `story-${String(story).padStart(5, '0')}/${i}.txt`;
    const { text, spans } = written(rolls, ownWorld(rolls, about), passages, {
      day: day + rolls.below(3),
      paragraphs,
    });
    passages.forEach(({ pair }, k) => {
      const span = spans[k];
      if (span !== undefined) found[pair]?.push({ path, ...span });
    });
    return { path, text };
  });
  const planted = relations.flatMap((relation, pair): Planted[] => {
    const [a, b] = found[pair] ?? [];
    return a !== undefined && b !== undefined ? [{ relation, ends: [a, b] }] : [];
  });
  return { articles, planted };
}

const told = (rolls: Random, about: World, relation: PlantedRelation): readonly [Passage, Passage] =>
  relation === 'verbatim' || relation === 'reworded'
    ? utterances(rolls, about, relation)
    : figures(rolls, about, relation);

interface Written {
  readonly text: string;
  /** Where each passage's claim stands. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/**
 * Headline, dateline, and paragraphs of passages with other sentences before and behind them: some two dozen sentences
 * and thirty claims, as an agency's report has.
 */
function written(
  rolls: Random,
  about: World,
  passages: readonly Placed[],
  { day, paragraphs }: { readonly day: number; readonly paragraphs: number },
): Written {
  const headline = `${filler(rolls, about).replace(/[.”“]/g, '').split(' ').slice(0, 8).join(' ')}`;
  let text = `${headline}\n\n${dateOf(day)}${rolls.pick(OUTLETS)}\n\n`;
  const spans = passages.map(({ passage }) => {
    text += `${paragraph(rolls, about, 1 + rolls.below(2))} `;
    const start = text.length + passage.text.indexOf(passage.claim);
    text += `${passage.text} ${filler(rolls, about)}\n\n`;
    return { start, end: start + passage.claim.length };
  });
  for (let left = paragraphs - passages.length; left > 0; left--) text += `${paragraph(rolls, about, 3)}\n\n`;
  return { text: `${text.trimEnd()}\n`, spans };
}

const paragraph = (rolls: Random, about: World, sentences: number): string =>
  Array.from({ length: sentences }, () => filler(rolls, about)).join(' ');

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Days since the beginning of 2020, in years of twelve times 28 days. */
function dateOf(day: number): string {
  const month = Math.floor(day / 28);
  return `${MONTHS[month % 12]} ${String((day % 28) + 1).padStart(2, '0')}, ${2020 + Math.floor(month / 12)}`;
}

/** One text of at least so many UTF-16 code units, its paragraphs of many stories joined by `between`. */
export function generateText(length: number, between: string, seed = 7): string {
  const rolls = random(seed);
  const parts: string[] = [];
  for (let sum = 0, about = world(rolls), k = 0; sum < length; k++) {
    if (k % 8 === 7) about = world(rolls);
    const part = paragraph(rolls, about, 4);
    parts.push(part);
    sum += part.length + between.length;
  }
  return parts.join(between).slice(0, length);
}
