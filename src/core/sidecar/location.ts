/** Globs: of every sidecar, and of what git must not take: with the `.tmp` that a crash may leave of a private one. */
export const SIDECAR_GLOB = '*.annotations*.yaml';
export const PRIVATE_GLOB = '*.annotations.private.yaml*';

/**
 * A sidecar is named after its article, extension and all: `talks.txt` has `talks.txt.annotations.yaml`. Where every
 * analyst keeps a file of her own it is `talks.txt.annotations.ada-wolfram.yaml`, and what nobody else is to see is in
 * `talks.txt.annotations.private.yaml`. All of them may be there at once.
 */
const NAME = /^([^/\\]+)\.annotations(?:\.([^./\\]+))?\.yaml$/;
const PRIVATE = 'private';

/** Where sidecars are kept: as settings say it. */
export interface Placement {
  /** Below the article's own folder, with forward slashes; empty for beside the article. */
  readonly folder: string;
  /** Whether each analyst has a file of her own. */
  readonly perAnalyst: boolean;
}

export const BESIDE: Placement = { folder: '', perAnalyst: false };

/** A folder as a setting may have it, as `Placement` wants it; empty where it leads elsewhere. */
export function placementFolder(setting: string): string {
  const parts = setting
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  return parts.includes('..') || /^(?:[/\\]|[A-Za-z]:)/.test(setting) ? '' : parts.join('/');
}

/** Whom a new entry is by, and whether it is hers alone. */
export interface Owner {
  readonly author: string;
  readonly isPrivate: boolean;
}

/** The path or URI of the sidecar that takes what is new. */
export function sidecarOf(article: string, placement: Placement = BESIDE, owner?: Owner): string {
  const at = nameStart(article);
  const folder = placement.folder === '' ? '' : `${placement.folder}/`;
  return `${article.slice(0, at)}${folder}${article.slice(at)}.annotations${markOf(placement, owner)}.yaml`;
}

function markOf({ perAnalyst }: Placement, owner: Owner | undefined): string {
  if (owner?.isPrivate) return `.${PRIVATE}`;
  const slug = perAnalyst && owner ? slugOf(owner.author) : '';
  return slug === '' ? '' : `.${slug}`;
}

/** A name as part of a file's: letters and digits of any script, joined by hyphens. */
function slugOf(author: string): string {
  const words =
    author
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const slug = words.join('-');
  return slug === PRIVATE ? `${slug}-` : slug;
}

const nameStart = (path: string): number => Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;

const nameOf = (path: string): string => path.slice(nameStart(path));

export const isSidecar = (path: string): boolean => NAME.test(nameOf(path));

export const isPrivateSidecar = (path: string): boolean => NAME.exec(nameOf(path))?.[2] === PRIVATE;

/** The article's path or URI for a sidecar's; null for any other file. */
export function articleOf(path: string, { folder }: Pick<Placement, 'folder'> = BESIDE): string | null {
  const at = nameStart(path);
  const article = NAME.exec(path.slice(at))?.[1];
  if (article === undefined) return null;
  const parent = path.slice(0, at);
  const inner = folder === '' ? '' : `/${folder}/`;
  const isWithin = inner !== '' && `/${parent}`.replaceAll('\\', '/').endsWith(inner);
  return (isWithin ? parent.slice(0, parent.length - folder.length - 1) : parent) + article;
}

/** Orders an article's sidecars: the one for all first, those of analysts by name, the private one last. */
export function compareSidecars(a: string, b: string): number {
  const rank = (path: string): string => {
    const mark = NAME.exec(nameOf(path))?.[2];
    return mark === undefined ? '0' : mark === PRIVATE ? '2' : `1${mark}`;
  };
  const [first, second] = [rank(a), rank(b)];
  return first === second ? (a < b ? -1 : +(a > b)) : first < second ? -1 : 1;
}

/** Where an absolute path or a URI begins: whoever wrote a sidecar may not lead to another server than the article's. */
const ROOT = /^(?:(?:[a-z][a-z\d+.-]*:\/\/[^/]*)?\/|\\\\[^\\]+\\[^\\]+\\)/i;

/** A path relative to an article's folder, as a path like the article's own: of Windows, of other systems, or a URI. */
export function joined(article: string, relative: string): string {
  const root = ROOT.exec(article)?.[0] ?? '';
  const separator = article.includes('\\') && !article.includes('/') ? '\\' : '/';
  const parts = article.slice(root.length).split(separator).slice(0, -1);
  for (const part of relative.replaceAll('\\', '/').split('/')) {
    if (part !== '..') {
      if (part !== '.' && part !== '') parts.push(part);
    } else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (root === '') parts.push(part);
  }
  return root + parts.join(separator);
}

/** The other article's path from this one's folder, with forward slashes, as people write it. */
export function pathFrom(article: string, other: string): string {
  const from = article.split('/').slice(0, -1);
  const to = other.split('/');
  let common = 0;
  while (common < from.length && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}
