import { krippendorffAlpha } from './alpha.ts';
import { type Coding, type Passage, passagesOf } from './passages.ts';

/** How far analysts agree on the same articles. Alphas are null where there is nothing to agree on. */
export interface Agreement {
  readonly analysts: readonly AnalystCount[];
  readonly articles: number;
  readonly passages: {
    readonly all: number;
    /** Noted by two analysts or more: only these are compared. */
    readonly shared: number;
  };
  /** Of all the tags of a note taken as one value, and of its status. */
  readonly alpha: { readonly tags: number | null; readonly status: number | null };
  readonly tags: readonly TagAgreement[];
  readonly pairs: readonly PairAgreement[];
}

export interface AnalystCount {
  readonly name: string;
  /** Passages that she noted. */
  readonly passages: number;
}

/** Whether a tag was given or not, on the passages that are compared. */
export interface TagAgreement {
  readonly tag: string;
  readonly alpha: number | null;
  /** By analyst: passages that she gave the tag, whoever else noted them. */
  readonly given: Readonly<Record<string, number>>;
  /** Compared passages that all who noted them gave the tag, and that only some of them did. */
  readonly agreed: number;
  readonly disputed: number;
}

export interface PairAgreement {
  readonly analysts: readonly [string, string];
  readonly shared: number;
  readonly alpha: number | null;
}

/** What a passage without any tag counts as having. */
const NONE = '';

export function agreementOf(codings: readonly Coding[]): Agreement {
  const passages = passagesOf(codings);
  const shared = passages.filter((passage) => passage.codings.size >= 2);
  const names = [...new Set(codings.map(({ analyst }) => analyst))].sort();
  const tags = [...new Set(codings.flatMap((coding) => coding.tags))].sort();
  return {
    analysts: names.map((name) => ({
      name,
      passages: passages.filter((one) => one.codings.has(name)).length,
    })),
    articles: new Set(codings.map(({ article }) => article)).size,
    passages: { all: passages.length, shared: shared.length },
    alpha: { tags: alphaOf(shared, tagsOf), status: alphaOf(shared, ({ status }) => status) },
    tags: tags.map((tag) => tagAgreement(tag, names, passages, shared)),
    pairs: names.flatMap((a, i) => names.slice(i + 1).map((b) => pairAgreement(a, b, shared))),
  };
}

/** A set as one value. */
const tagsOf = ({ tags }: Coding): string => (tags.length === 0 ? NONE : [...tags].sort().join('\n'));

const valuesOf = <T>({ codings }: Passage, value: (coding: Coding) => T): T[] =>
  [...codings.values()].map(value);

const alphaOf = <T>(passages: readonly Passage[], value: (coding: Coding) => T): number | null =>
  krippendorffAlpha(passages.map((passage) => valuesOf(passage, value)));

function tagAgreement(
  tag: string,
  names: readonly string[],
  passages: readonly Passage[],
  shared: readonly Passage[],
): TagAgreement {
  const has = (coding: Coding): boolean => coding.tags.includes(tag);
  const compared = shared.map((passage) => valuesOf(passage, has));
  const given = names.map((name): [string, number] => {
    const own = passages.flatMap((passage) => passage.codings.get(name) ?? []);
    return [name, own.filter(has).length];
  });
  return {
    tag,
    alpha: krippendorffAlpha(compared),
    given: Object.fromEntries(given),
    agreed: compared.filter((values) => values.every((value) => value)).length,
    disputed: compared.filter((values) => values.includes(true) && values.includes(false)).length,
  };
}

function pairAgreement(a: string, b: string, shared: readonly Passage[]): PairAgreement {
  const both = shared.flatMap(({ codings }) => {
    const [first, second] = [codings.get(a), codings.get(b)];
    return first && second ? [[tagsOf(first), tagsOf(second)]] : [];
  });
  return { analysts: [a, b], shared: both.length, alpha: krippendorffAlpha(both) };
}
