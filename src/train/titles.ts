import type { GoldDocument } from './conll.ts';
import { random } from './random.ts';

const SHARE_TITLE = 0.12;
const SHARE_CAPITALS = 0.03;

/**
 * The documents, with some of their sentences repeated as headlines are written: Title Case, or all capitals.
 * The sources have few headlines, and a capital says little there.
 */
export function withTitles(documents: readonly GoldDocument[], seed: number): GoldDocument[] {
  const next = random(seed ^ 0x7117);
  return documents.map((document) => {
    let { text } = document;
    const sentences = [...document.sentences];
    const names = [...document.names];
    for (const sentence of document.sentences) {
      const chance = next();
      if (chance >= SHARE_TITLE + SHARE_CAPITALS) continue;
      const words = document.text.slice(sentence.start, sentence.end);
      const copy = chance < SHARE_TITLE ? titleCase(words) : capitals(words);
      if (copy.length !== words.length) continue;
      const shift = text.length - sentence.start;
      for (const name of document.names)
        if (name.start >= sentence.start && name.end <= sentence.end)
          names.push({ ...name, start: name.start + shift, end: name.end + shift });
      sentences.push({ start: text.length, end: text.length + copy.length });
      text += `${copy}\n`;
    }
    return { ...document, text, sentences, names };
  });
}

const SMALL = /^(?:a|an|the|and|or|but|nor|of|in|on|at|to|for|by|as|with|from|vs|via)$/;

const titleCase = (words: string): string =>
  words.replace(/(?<![\p{L}'’])\p{Ll}[\p{L}]*/gu, (word) =>
    SMALL.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  );

const capitals = (words: string): string => words.replace(/\p{Ll}+/gu, (letters) => letters.toUpperCase());
