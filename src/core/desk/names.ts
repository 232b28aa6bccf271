import type { Project } from '../corpus/project.ts';
import type { EntityType } from '../mentions/mention.ts';
import { type Place, placeOf } from '../presentation/place.ts';
import type { Span } from '../text/span.ts';
import { fullNamesOf } from './full-names.ts';
import { articlesOfStory } from './story.ts';

/** Where an article first has a name. */
export interface NameInArticle {
  /** As this article has it: a surname perhaps. */
  readonly name: string;
  readonly place: Place;
  readonly span: Span;
  readonly mentions: number;
}

/** A person, body or place over all articles of a story. */
export interface StoryName {
  readonly name: string;
  readonly type: EntityType;
  readonly role: string | null;
  /** Every other wording, most frequent first. */
  readonly aliases: readonly string[];
  readonly mentions: number;
  /** In the story's order. */
  readonly articles: readonly NameInArticle[];
}

interface Gathered {
  readonly name: string;
  readonly type: EntityType;
  role: string | null;
  readonly aliases: Map<string, number>;
  readonly articles: NameInArticle[];
}

/** The names of a story: those that most articles have first. Names and types have to agree, or `fullNamesOf` joins them. */
export function namesOfStory(project: Project, path: string): StoryName[] {
  const names = new Map<string, Gathered>();
  const articles = articlesOfStory(project, path);
  const fullName = fullNamesOf(project, articles);
  for (const other of articles) {
    const analysis = project.analysis(other);
    if (!analysis) continue;
    const first = new Map<string, Span>();
    for (const entity of analysis.entities) if (!first.has(entity.chain)) first.set(entity.chain, entity);
    for (const { id, name: own, type, role, aliases, mentions } of analysis.chains) {
      const at = first.get(id);
      if (!at) continue;
      const name = type === 'person' ? fullName(own) : own;
      const key = `${type}\n${name}`;
      const known: Gathered = names.get(key) ?? {
        ...{ name, type, role: null },
        ...{ aliases: new Map<string, number>(), articles: [] },
      };
      names.set(key, known);
      known.role ??= role;
      for (const alias of aliases) known.aliases.set(alias, (known.aliases.get(alias) ?? 0) + 1);
      known.articles.push({
        name: own,
        place: placeOf(other, analysis, at),
        span: { start: at.start, end: at.end },
        mentions: mentions.length,
      });
    }
  }
  return [...names.values()].map(asName).sort(frequentFirst);
}

const asName = ({ name, type, role, aliases, articles }: Gathered): StoryName => ({
  ...{ name, type, role, articles },
  aliases: [...aliases]
    .filter(([alias]) => alias !== name)
    .sort(([, a], [, b]) => b - a)
    .map(([alias]) => alias),
  mentions: articles.reduce((sum, { mentions }) => sum + mentions, 0),
});

const frequentFirst = (a: StoryName, b: StoryName): number =>
  b.articles.length - a.articles.length || b.mentions - a.mentions || (a.name < b.name ? -1 : 1);
