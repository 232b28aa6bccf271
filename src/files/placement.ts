import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  articleOf,
  BESIDE,
  compareSidecars,
  isSidecar,
  type Placement,
  placementFolder,
} from '../core/sidecar/location.ts';

/** Where sidecars are, by the settings of the folders that articles are in: looked up once a folder. */
export interface Placements {
  of(article: string): Placement;
  /** All of an article's sidecars that are there. */
  sidecarsOf(article: string): string[];
  /** The article that a sidecar is about; null for any other file. */
  articleOf(sidecar: string): string | null;
}

/**
 * The editor's settings that a folder and its analysts share: `counterpoint.sidecar.folder` and `….perAnalyst` of the
 * nearest `.vscode/settings.json` in or above an article's folder.
 */
export function createPlacements(): Placements {
  const settings = new Map<string, Placement>();
  const sidecars = new Map<string, ReadonlyMap<string, readonly string[]>>();

  const settingsOf = (folder: string): Placement => {
    const known = settings.get(folder);
    if (known) return known;
    const above = dirname(folder);
    const found = readSettings(folder) ?? (above === folder ? BESIDE : settingsOf(above));
    settings.set(folder, found);
    return found;
  };
  /** A folder's sidecars by the full paths of their articles. */
  const sidecarsIn = (folder: string, placement: Placement): ReadonlyMap<string, readonly string[]> => {
    const key = `${folder}\n${placement.folder}`;
    const known = sidecars.get(key);
    if (known) return known;
    const found = new Map<string, string[]>();
    for (const name of listed(folder).filter(isSidecar)) {
      const path = join(folder, name);
      const article = resolve(articleOf(path, placement) ?? path);
      found.set(article, [...(found.get(article) ?? []), path]);
    }
    sidecars.set(key, found);
    return found;
  };
  const of = (path: string): Placement => settingsOf(dirname(resolve(path)));

  return {
    of,
    sidecarsOf: (article) => {
      const placement = of(article);
      const folders = [...new Set(['', placement.folder])].map((place) => join(dirname(article), place));
      return folders
        .flatMap((folder) => sidecarsIn(folder, placement).get(resolve(article)) ?? [])
        .sort(compareSidecars);
    },
    articleOf: (sidecar) => articleOf(sidecar, of(sidecar)),
  };
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Null where there are none, or none that can be read: the editor tells of those. */
function readSettings(folder: string): Placement | null {
  try {
    const text = readFileSync(join(folder, '.vscode', 'settings.json'), 'utf8');
    const value: unknown = JSON.parse(withoutComments(text));
    if (typeof value !== 'object' || value === null) return null;
    const { 'counterpoint.sidecar.folder': place, 'counterpoint.sidecar.perAnalyst': own } = value as Record<
      string,
      unknown
    >;
    if (place === undefined && own === undefined) return null;
    return { folder: typeof place === 'string' ? placementFolder(place) : '', perAnalyst: own === true };
  } catch {
    return null;
  }
}

/** JSON as editors write it: comments and commas at the end go, what is within strings stays. */
function withoutComments(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (_, string?: string) => string ?? ' ')
    .replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, (_, string?: string) => string ?? '');
}
