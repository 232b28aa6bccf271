// npm run words: writes the English words of the sources to l10n/bundle.l10n.json, takes out of the other languages what
// is said no more, and lists what they lack. In the order of the alphabet, so that two people's additions seldom meet.
import { mkdirSync, writeFileSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';
import { bundleFile, languages, readBundle, wordsOfSources } from './lib/words.mjs';

const english = [...new Set(wordsOfSources().found.map(({ text }) => text))].sort();
mkdirSync(inRoot('l10n'), { recursive: true });

/** @param {string} file @param {readonly (readonly [string, string])[]} words */
const write = (file, words) => writeFileSync(file, `${JSON.stringify(Object.fromEntries(words), null, 2)}\n`);

write(
  bundleFile(),
  english.map((text) => [text, text]),
);
let missing = 0;
for (const language of languages) {
  const known = readBundle(bundleFile(language));
  write(
    bundleFile(language),
    english.flatMap((text) => {
      const words = known[text];
      return words === undefined ? [] : [[text, words]];
    }),
  );
  const lacking = english.filter((text) => !(text in known));
  missing += lacking.length;
  for (const text of lacking) console.log(`${language}: ${JSON.stringify(text)}`);
}
console.log(`${english.length} texts, ${missing} to be translated`);
process.exitCode = missing > 0 ? 1 : 0;
