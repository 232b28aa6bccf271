import * as vscode from 'vscode';
import { gitTextsAside } from '../files/git-texts.ts';
import { inBatches } from './batches.ts';
import { isOnOwnDisk } from './disk.ts';

/** Code units of texts that are kept in memory. */
const MOST = 20_000_000;
/** How long git is believed that it does not have a text, in milliseconds: it may be committed meanwhile. */
const AGAIN = 60_000;

/** Older texts of articles by fingerprint: those that were seen in this window, and those that git has. */
export interface ArticlePast {
  /** Null where it was not brought, or is not to be had. */
  readonly get: (fingerprint: string) => string | null;
  /** Brings what git has of these; asks it at most once a minute for what it has not. */
  bring(article: vscode.Uri, fingerprints: readonly string[]): Promise<void>;
  keep(fingerprint: string, text: string): void;
}

export function createArticlePast(): ArticlePast {
  const texts = new Map<string, string>();
  const asked = new Map<string, number>();
  let size = 0;

  const keep = (fingerprint: string, text: string): void => {
    size += text.length - (texts.get(fingerprint)?.length ?? 0);
    // What was used last goes last.
    texts.delete(fingerprint);
    texts.set(fingerprint, text);
    for (const [oldest, { length }] of texts) {
      if (size <= MOST) break;
      texts.delete(oldest);
      size -= length;
    }
  };

  // When all sidecars are first read, there is not one git for each of them at once.
  const ask = inBatches(gitTextsAside);

  return {
    keep,
    get: (fingerprint) => texts.get(fingerprint) ?? null,
    bring: async (article, fingerprints) => {
      // Git runs what a repository's configuration says: not in a folder that is not trusted.
      if (!isOnOwnDisk(article) || !vscode.workspace.isTrusted) return;
      const folder = article.fsPath;
      const now = Date.now();
      const missing = fingerprints.filter(
        (one) => !texts.has(one) && now - (asked.get(`${folder} ${one}`) ?? 0) > AGAIN,
      );
      if (missing.length === 0) return;
      for (const one of missing) asked.set(`${folder} ${one}`, now);
      const found = await ask({ article: article.fsPath, prints: missing });
      for (const [fingerprint, text] of found) keep(fingerprint, text);
    },
  };
}
