import type { Project } from '../corpus/project.ts';
import type { StoryClaim } from './claim-groups.ts';
import { speakerOf } from './words.ts';

/** Whom a story calls by the surname only somewhere, as by the full name elsewhere; every other name as it is. */
export type FullName = (name: string) => string;

/**
 * "Lorn" is "Ada Lorn" where the articles name no other person, place or body by that name: people who share a surname
 * stay apart, and so do all of them where it can't be told which of them is meant.
 */
export function fullNamesOf(project: Project, articles: readonly string[]): FullName {
  const people = new Map<string, Set<string>>();
  const others = new Set<string>();
  for (const path of articles) {
    const own = new Set<string>();
    for (const { type, name } of project.analysis(path)?.chains ?? []) {
      const last = name.slice(name.lastIndexOf(' ') + 1);
      // The reading of one article has its reasons to hold two apart.
      if (type !== 'person' || own.has(last)) others.add(type === 'person' ? last : name);
      else people.set(last, (people.get(last) ?? new Set()).add(name));
      if (type === 'person') own.add(last);
    }
  }
  const full = new Map<string, string>();
  for (const [last, names] of people) {
    const [one] = [...names].filter((name) => name !== last);
    if (one !== undefined && names.size === 2 && names.has(last) && !others.has(last)) full.set(last, one);
  }
  return (name) => full.get(name) ?? name;
}

/** Who said a claim of the story, by the full name; null where nobody is named. */
export type SpeakerIn = (one: Pick<StoryClaim, 'analysis' | 'claim'>) => string | null;

export function speakersOf(project: Project, articles: readonly string[]): SpeakerIn {
  const fullName = fullNamesOf(project, articles);
  return ({ analysis, claim }) => {
    const name = speakerOf(analysis, claim);
    return name === null ? null : fullName(name);
  };
}
