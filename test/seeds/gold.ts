import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Relation } from '../../src/core/counterparts/link.ts';
import type { Comparator, EntityType, FigureKind, QuotationForm } from '../../src/core/mentions/mention.ts';
import type { Span } from '../../src/core/text/span.ts';

/** What an analyst found by hand in `seeds/`. An `also…` key lists further right answers. */
export interface GoldSpan extends Span {
  readonly exact: string;
}

export interface GoldQuotation extends GoldSpan {
  readonly id: string;
  readonly form: QuotationForm;
  /** Full name of the speaker, or an unnamed source's own words. */
  readonly source: string;
  readonly alsoAccept?: readonly (string | null)[];
}

export interface GoldFigure extends GoldSpan {
  readonly id: string;
  readonly kind: FigureKind;
  readonly value: number | string;
  readonly alsoValue?: readonly string[];
  readonly unit: string | null;
  readonly alsoUnit?: readonly string[];
  readonly comparator: Comparator;
  readonly alsoComparator?: readonly Comparator[];
  readonly measure?: string;
}

export interface GoldEntity extends GoldSpan {
  readonly type: EntityType;
  readonly alsoType?: readonly EntityType[];
  /** Name of the chain. */
  readonly name: string;
}

export interface GoldDocument {
  readonly file: string;
  readonly meta: {
    readonly headline: string | null;
    readonly date: string | null;
    readonly outlet: string | null;
  };
  readonly quotations: readonly GoldQuotation[];
  readonly figures: readonly GoldFigure[];
  readonly entities: readonly GoldEntity[];
  /** Neither asked for nor counted against the engine: "this Friday" in an article without a date. */
  readonly optional: {
    readonly quotations: readonly GoldSpan[];
    readonly figures: readonly GoldSpan[];
    readonly entities: readonly GoldSpan[];
  };
}

export interface GoldPlace extends GoldSpan {
  readonly file: string;
}

export interface GoldLink {
  /** A quotation or figure by id, or any passage. */
  readonly a: string | GoldPlace;
  readonly b: string | GoldPlace;
  readonly relation: Relation;
  readonly alsoRelation?: readonly Relation[];
  readonly why: string;
}

export interface Gold {
  readonly documents: readonly GoldDocument[];
  readonly links: readonly GoldLink[];
  /** True as well, but not asked for. */
  readonly alsoLinks: readonly GoldLink[];
  /** Quotations and figures that one article alone has. */
  readonly unique: readonly string[];
  readonly notClaims: readonly GoldPlace[];
}

export const SEEDS = join(import.meta.dirname, '../../seeds/harbour-bridge');

export const readGold = (): Gold => JSON.parse(readFileSync(join(import.meta.dirname, 'gold.json'), 'utf8'));

export const readSeed = (file: string): string => readFileSync(join(SEEDS, file), 'utf8');
