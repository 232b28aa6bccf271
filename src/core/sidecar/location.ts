/** A sidecar is named after its article, extension and all: `talks.txt` has `talks.txt.annotations.yaml`. */
export const SIDECAR_SUFFIX = '.annotations.yaml';

/** The sidecar's path or URI for an article's. */
export const sidecarOf = (article: string): string => article + SIDECAR_SUFFIX;

export const isSidecar = (path: string): boolean =>
  path.endsWith(SIDECAR_SUFFIX) && path.length > SIDECAR_SUFFIX.length;

/** The article's path or URI for a sidecar's; null for any other file. */
export const articleOf = (path: string): string | null =>
  isSidecar(path) ? path.slice(0, -SIDECAR_SUFFIX.length) : null;
