import type { Annotation } from './annotation.ts';

/** Whose words leave the files for all with a note that `me` makes private. */
export interface Leaving {
  /** Another analyst whose note it is; null where it is her own, or nobody's. */
  readonly owner: string | null;
  /** Others who replied to it, each once. */
  readonly repliers: readonly string[];
}

export function leavingWith({ author, replies }: Annotation, me: string): Leaving {
  const isOther = (name: string): boolean => name.trim() !== '' && name.trim() !== me.trim();
  return {
    owner: isOther(author) ? author : null,
    repliers: [...new Set(replies.map((reply) => reply.author).filter(isOther))],
  };
}
