// Text to mentions: speed beside wink-nlp's and compromise's, growth with length, memory.
// Corpora of English news are taken from the folder in COUNTERPOINT_CORPORA, or beside the checkout.
import { inRoot } from '../../scripts/lib/paths.mjs';
import { main } from '../../scripts/lib/processes.mjs';
import { collect, load } from './bundle.mjs';

const corpora = process.env.COUNTERPOINT_CORPORA ?? inRoot('..', 'shared', 'eval', 'corpora');

await main(async () => {
  const engine = /** @type {typeof import('./engine.ts')} */ (await load('engine.ts'));
  engine.memory(collect, inRoot('dist', 'data'));
  engine.compareOnGenerated();
  engine.compareOnCorpora(corpora, ['polnear-dev', 'worldwide-dev']);
  engine.growth();
  engine.growthOfFigures();
  engine.growthOfRepeats();
});
