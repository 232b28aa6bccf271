// Of links shown with a score, how many are right: on the project's own seeds and, where they stand beside the
// checkout (or in the folder that COUNTERPOINT_SHARED names), on articles with judgements of others.
import { inRoot } from '../../scripts/lib/paths.mjs';
import { main } from '../../scripts/lib/processes.mjs';
import { load } from './bundle.mjs';

const shared = process.env.COUNTERPOINT_SHARED ?? inRoot('..', 'shared');

await main(async () => {
  const { measureReliability } = /** @type {typeof import('./reliability.ts')} */ (
    await load('reliability.ts')
  );
  measureReliability(shared, inRoot('seeds', 'harbour-bridge'), inRoot('test', 'seeds', 'gold.json'));
});
