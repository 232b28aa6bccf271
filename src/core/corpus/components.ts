/** An article that is connected with another, and how much the two are alike, 0..1. */
export interface Connected {
  readonly path: string;
  readonly likeness: number;
}

/** Articles that are connected with one, in any order; always the same ones. */
export type Connection = (path: string) => readonly Connected[];

/** Articles that are looked at together, each with each; where more are connected, they must be more alike. */
export const MOST_TOGETHER = 300;
const STRICTER = 0.05;
const STRICTEST = 0.9;

/**
 * The components of articles that are at least so much alike, `starts` among them; each in the order of its paths.
 * Where very many are connected, copies of one text perhaps, they are taken apart by a higher likeness.
 */
export function componentsOf(starts: readonly string[], connection: Connection, least: number): string[][] {
  const seen = new Set<string>();
  return starts.flatMap((start) => {
    if (seen.has(start)) return [];
    seen.add(start);
    const component = [start];
    for (let k = 0; k < component.length; k++) {
      for (const { path, likeness } of connection(component[k] ?? '')) {
        if (likeness < least || seen.has(path)) continue;
        seen.add(path);
        component.push(path);
      }
    }
    component.sort();
    return component.length > MOST_TOGETHER && least < STRICTEST
      ? componentsOf(component, connection, least + STRICTER)
      : [component];
  });
}
