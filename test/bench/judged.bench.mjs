// Of links of quotations that a person has judged, how many the program prints, and how many of these are right. The
// judgements are kept as places in corpora (test/fixtures/quotation-links.json), never as text; the corpora stand beside
// the checkout, or in the folder that COUNTERPOINT_SHARED names.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { main } from '../../scripts/lib/processes.mjs';
import { load } from './bundle.mjs';

const corpora = join(process.env.COUNTERPOINT_SHARED ?? inRoot('..', 'shared'), 'eval', 'corpora');

await main(async () => {
  if (!existsSync(corpora)) {
    console.log('The corpora with judged links are not there.');
    return;
  }
  const { measureJudged } = /** @type {typeof import('./judged.ts')} */ (await load('judged.ts'));
  measureJudged(corpora, inRoot('test', 'fixtures', 'quotation-links.json'));
});
