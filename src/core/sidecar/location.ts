/** A sidecar is named after its article, extension and all: `talks.txt` has `talks.txt.annotations.yaml`. */
export const SIDECAR_SUFFIX = '.annotations.yaml';

/** The sidecar's path or URI for an article's. */
export const sidecarOf = (article: string): string => article + SIDECAR_SUFFIX;

export const isSidecar = (path: string): boolean =>
  path.endsWith(SIDECAR_SUFFIX) && path.length > SIDECAR_SUFFIX.length;

/** The article's path or URI for a sidecar's; null for any other file. */
export const articleOf = (path: string): string | null =>
  isSidecar(path) ? path.slice(0, -SIDECAR_SUFFIX.length) : null;

/** A path relative to an article's folder, as a path like the article's own; works for URIs too. */
export function joined(article: string, relative: string): string {
  const parts = article.split('/').slice(0, -1);
  for (const part of relative.replaceAll('\\', '/').split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
