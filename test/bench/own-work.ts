// Whose work blocks the extension host: VS Code, its own extensions and ours share one thread.
import { type Profiler, Session } from 'node:inspector';

/** In milliseconds. */
export interface OwnWork {
  readonly total: number;
  /** Without a pause; garbage collection, which may be anyone's, is left out. */
  readonly longest: number;
  /** The functions that the longest stretch was mostly in. */
  readonly where: string;
}

/** Microseconds. */
const INTERVAL = 500;

/** Profiles this thread until the returned function is called; `file`: the end of our bundle's path. */
export async function startProfile(file: string): Promise<() => Promise<OwnWork>> {
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
    return ownWork(profile, file);
  };
}

function ownWork({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, file: string): OwnWork {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const own = new Set(nodes.filter(({ callFrame }) => callFrame.url.endsWith(file)).map(({ id }) => id));
  // Parents come before their children.
  for (const { id, children = [] } of nodes) if (own.has(id)) for (const child of children) own.add(child);
  const isCollector = (id: number): boolean => byId.get(id)?.callFrame.functionName === '(garbage collector)';
  let total = 0;
  let longest = 0;
  let stretch = 0;
  let where = new Map<string, number>();
  let slowest = where;
  for (const [at, id] of samples.entries()) {
    if (isCollector(id)) continue;
    if (!own.has(id)) {
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
    if (stretch > longest) [longest, slowest] = [stretch, where];
  }
  const most = [...slowest].sort(([, a], [, b]) => b - a).slice(0, 3);
  return { total, longest, where: most.map(([name, time]) => `${name} ${time.toFixed(1)}`).join(', ') };
}
