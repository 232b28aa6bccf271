import type * as vscode from 'vscode';
import type { Session } from '../../session.ts';
import type { SidecarStore } from '../../sidecar-store.ts';
import type { Choice } from './pick-tags.ts';

/** The tags that notes of any article have, each once. */
export const usedTags = (sidecars: Pick<SidecarStore, 'all'>): string[] => [
  ...new Set(sidecars.all().flatMap(({ sidecar }) => sidecar.annotations.flatMap(({ tags }) => tags))),
];

/** The tags to choose from for a note of an article: the codebook's, and those that other notes have. */
export const choiceFor = ({ codebooks, sidecars }: Session, article: vscode.Uri): Choice => ({
  defined: codebooks.tagsFor(article),
  used: usedTags(sidecars),
});
