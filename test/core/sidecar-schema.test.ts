import { describe, expect, it } from 'vitest';
import schema from '../../src/core/sidecar/annotations.schema.json';
import book from '../../src/core/sidecar/codebook.schema.json';
import { CODEBOOK_KEYS } from '../../src/core/sidecar/codebook.ts';
import { COLOURS, TAG_KEYS } from '../../src/core/sidecar/codebook-tags.ts';
import {
  ANNOTATION_KEYS,
  DECISION_KEYS,
  DISMISSAL_KEYS,
  FACT_KEYS,
  REPLY_KEYS,
  SELECTOR_KEYS,
  TOP_KEYS,
} from '../../src/core/sidecar/fields.ts';
import { CONFIDENCES, FINDINGS, STATUSES } from '../../src/core/sidecar/parse.ts';

const { definitions, properties } = schema;

describe('the JSON Schema of codebooks', () => {
  it('knows the keys in their order', () => {
    expect(Object.keys(book.properties)).toEqual([...CODEBOOK_KEYS]);
    expect(Object.keys(book.definitions.tag.properties)).toEqual([...TAG_KEYS]);
  });

  it('knows the colours', () => {
    expect(book.definitions.tag.properties.colour.anyOf[0]?.enum).toEqual([...COLOURS]);
  });
});

describe('the JSON Schema of sidecars', () => {
  it.each([
    ['sidecar', properties, TOP_KEYS],
    ['article', definitions.article.properties, FACT_KEYS],
    ['annotation', definitions.annotation.properties, ANNOTATION_KEYS],
    ['reply', definitions.reply.properties, REPLY_KEYS],
    ['decision', definitions.decision.properties, DECISION_KEYS],
    ['dismissal', definitions.dismissal.properties, DISMISSAL_KEYS],
    ['selectors', definitions.selectors.properties, SELECTOR_KEYS],
  ] as const)('knows the keys of %s in their order', (_, described, keys) => {
    expect(Object.keys(described)).toEqual([...keys]);
  });

  it('knows the statuses', () => {
    expect(definitions.annotation.properties.status.enum).toEqual([...STATUSES]);
  });

  it('knows the confidences', () => {
    expect(definitions.annotation.properties.confidence.enum).toEqual([...CONFIDENCES]);
  });

  it('knows what can be dismissed', () => {
    expect(definitions.dismissal.properties.kind.enum).toEqual([...FINDINGS]);
  });

  it('refuses no unknown key', () => {
    expect(JSON.stringify(schema)).not.toContain('"additionalProperties":false');
  });
});
