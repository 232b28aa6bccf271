// Text to mentions: speed beside wink-nlp's and compromise's, growth with length, memory.
// Corpora of English news are taken from the folder in COUNTERPOINT_CORPORA, or beside the checkout.
import { inRoot } from '../../scripts/lib/paths.mjs';
import { main } from '../../scripts/lib/processes.mjs';
import { collect, load } from './bundle.mjs';
import { engineThread } from './engine-thread.mjs';

const corpora = process.env.COUNTERPOINT_CORPORA ?? inRoot('..', 'shared', 'eval', 'corpora');

await main(async () => {
  const engine = /** @type {typeof import('./engine.ts')} */ (await load('engine.ts'));
  engine.memory(collect, inRoot('dist', 'data'));
  const threads = ['counterpoint', 'wink-nlp', 'compromise'].map((name) => ({ name, ...engineThread(name) }));
  const engines = new Map(threads.map((thread) => [thread.name, thread.engine]));
  await engine.warm(engines);
  await engine.compareOnGenerated(engines);
  await engine.compareOnCorpora(engines, corpora, ['polnear-dev', 'worldwide-dev']);
  for (const { stop } of threads) await stop();
  engine.growth();
  engine.growthOfFigures();
  engine.growthOfRepeats();
});
