// Whose work blocks the extension host: VS Code, its own extensions and ours share one thread.
import { type Profiler, Session } from 'node:inspector';
import { join } from 'node:path';

/** In milliseconds. */
export interface OwnWork {
  readonly total: number;
  /** Its longest stretches without a pause; garbage collection, which may be anyone's, is left out. */
  readonly longest: readonly Stretch[];
  /** The longest stretches of anyone's work. */
  readonly stretches: readonly (Stretch & { readonly own: number })[];
}

export interface Stretch {
  /** Milliseconds. */
  readonly time: number;
  /** The functions that it was mostly in. */
  readonly where: string;
}

/** Microseconds. */
const INTERVAL = 500;

/** Our bundle, seen from the benches'. Other extensions, too, have a `dist/extension.js`. */
const OURS = join(__dirname, '..', 'extension.js');

/** Profiles this thread until the returned function is called. */
export async function startProfile(): Promise<() => Promise<OwnWork>> {
  const session = new Session();
  session.connect();
  const post = (method: string, params?: object): Promise<object | undefined> =>
    new Promise((resolve, reject) =>
      session.post(method, params, (error, result) => (error ? reject(error) : resolve(result))),
    );
  await post('Profiler.enable');
  await post('Profiler.setSamplingInterval', { interval: INTERVAL });
  await post('Profiler.start');
  return async () => {
    const { profile } = (await post('Profiler.stop')) as Profiler.StopReturnType;
    session.disconnect();
    return ownWork(profile);
  };
}

function ownWork(profile: Profiler.Profile): OwnWork {
  const { nodes, samples = [], timeDeltas = [] } = profile;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isOurs = (url: string): boolean => url.replace('file://', '') === OURS;
  const own = new Set(nodes.filter(({ callFrame }) => isOurs(callFrame.url)).map(({ id }) => id));
  // Parents come before their children.
  for (const { id, children = [] } of nodes) if (own.has(id)) for (const child of children) own.add(child);
  const isCollector = (id: number): boolean => byId.get(id)?.callFrame.functionName === '(garbage collector)';
  const longest = longestOf<Stretch>();
  let total = 0;
  let stretch = 0;
  let where = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    if (isCollector(id)) continue;
    if (!own.has(id)) {
      if (stretch > 0) longest.add({ time: stretch, where: mostOf(where) });
      stretch = 0;
      where = new Map();
      continue;
    }
    const time = (timeDeltas[at + 1] ?? 0) / 1000;
    const { functionName = '', lineNumber = 0, columnNumber = 0 } = byId.get(id)?.callFrame ?? {};
    const name = `${functionName || 'anonymous'}:${lineNumber + 1}:${columnNumber + 1}`;
    where.set(name, (where.get(name) ?? 0) + time);
    total += time;
    stretch += time;
  }
  return { total, longest: longest.found, stretches: longestStretches({ nodes, samples, timeDeltas }, own) };
}

const MOST_STRETCHES = 5;

function longestOf<T extends Stretch>() {
  const found: T[] = [];
  const add = (one: T): void => {
    if (one.time <= (found.at(-1)?.time ?? 0) && found.length >= MOST_STRETCHES) return;
    found.push(one);
    found.sort((a, b) => b.time - a.time);
    found.length = Math.min(found.length, MOST_STRETCHES);
  };
  return { found, add };
}

/** Between two pauses of the thread, whoever worked. */
function longestStretches(
  { nodes, samples = [], timeDeltas = [] }: Sampled,
  own: ReadonlySet<number>,
): OwnWork['stretches'] {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || 'anonymous'}${url === '' ? '' : ` (${url.split('/').slice(-3).join('/')}:${lineNumber + 1})`}`,
    ]),
  );
  const idle = new Set(
    nodes.filter(({ callFrame }) => callFrame.functionName === '(idle)').map(({ id }) => id),
  );
  const longest = longestOf<Stretch & { readonly own: number }>();
  let [time, ours] = [0, 0];
  let where = new Map<string, number>();
  const end = (): void => {
    longest.add({ time, own: ours, where: mostOf(where) });
    [time, ours] = [0, 0];
    where = new Map();
  };
  for (const [at, id] of samples.entries()) {
    if (idle.has(id)) {
      if (time > 0) end();
      continue;
    }
    const took = (timeDeltas[at + 1] ?? 0) / 1000;
    time += took;
    if (own.has(id)) ours += took;
    const name = names.get(id) ?? '';
    where.set(name, (where.get(name) ?? 0) + took);
  }
  end();
  return longest.found;
}

type Sampled = Pick<Profiler.Profile, 'nodes' | 'samples' | 'timeDeltas'>;

const mostOf = (times: ReadonlyMap<string, number>): string =>
  [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([name, time]) => `${name} ${time.toFixed(1)}`)
    .join(', ');
