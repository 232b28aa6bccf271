import { isMap, isScalar, parseDocument } from 'yaml';
import annotations from './annotations.schema.json';
import codebook from './codebook.schema.json';
import { keyOf, pairOf } from './layout.ts';
import { placeAt } from './yaml-place.ts';

/** What of JSON Schema our two schemas use. */
interface Schema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
}

export type YamlKind = 'sidecar' | 'codebook';

const SCHEMAS: Readonly<Record<YamlKind, Schema>> = { sidecar: annotations, codebook };

/** Something that may stand at a place. `holds`: what follows a key. */
export type Offer =
  | {
      readonly kind: 'key';
      readonly text: string;
      readonly description: string;
      readonly holds: 'keys' | 'list' | 'value';
    }
  | { readonly kind: 'value'; readonly text: string; readonly description: string }
  /** A tag belongs here: the codebook knows which there are. */
  | { readonly kind: 'tag' };

/** What may be written at an offset of a text that is being typed. */
export function offersAt(text: string, offset: number, kind: YamlKind): Offer[] {
  const place = placeAt(text, offset);
  if (!place) return [];
  const within = schemaAt(SCHEMAS[kind], place.path);
  if (!place.isValue) {
    const there = keysThere(text, place.path);
    return Object.entries(within.properties ?? {})
      .filter(([key]) => key === place.key || !there.has(key))
      .map(([key, schema]) => keyOffer(key, resolved(SCHEMAS[kind], schema)));
  }
  if (isTagPlace(place.path, place.key, kind)) return [{ kind: 'tag' }];
  const own = place.key === null ? (within.items ?? {}) : child(SCHEMAS[kind], within, place.key);
  const schema = resolved(SCHEMAS[kind], own);
  return valuesOf(schema).map((value) => ({
    kind: 'value',
    text: value,
    description: schema.description ?? '',
  }));
}

/** What stands at an offset: what its key means, or which tag it is. */
export type Meaning =
  | { readonly kind: 'key'; readonly key: string; readonly description: string }
  | { readonly kind: 'tag' };

export function meaningAt(text: string, offset: number, kind: YamlKind): Meaning | null {
  const place = placeAt(text, offset);
  if (!place) return null;
  if (place.isValue && isTagPlace(place.path, place.key, kind)) return { kind: 'tag' };
  const { path, key } = place;
  if (key === null) return null;
  const { description } = resolved(SCHEMAS[kind], child(SCHEMAS[kind], schemaAt(SCHEMAS[kind], path), key));
  return description === undefined ? null : { kind: 'key', key, description };
}

const isTagPlace = (path: readonly string[], key: string | null, kind: YamlKind): boolean =>
  kind === 'sidecar' &&
  path[0] === 'annotations' &&
  (path.length === 2
    ? key === 'tag' || key === 'tags'
    : path.length === 3 && path[2] === 'tags' && key === null);

function keyOffer(key: string, schema: Schema): Offer {
  const types = [schema.type ?? []].flat();
  const holds =
    schema.properties || schema.additionalProperties || types.includes('object') ? 'keys' : 'value';
  const isList = types[0] === 'array';
  return { kind: 'key', text: key, description: schema.description ?? '', holds: isList ? 'list' : holds };
}

const valuesOf = (schema: Schema): readonly string[] =>
  schema.enum ??
  schema.anyOf?.flatMap((one) => one.enum ?? []) ??
  ([schema.type ?? []].flat().includes('boolean') ? ['true', 'false'] : []);

function schemaAt(root: Schema, path: readonly string[]): Schema {
  let schema = resolved(root, root);
  for (const key of path) schema = resolved(root, child(root, schema, key));
  return schema;
}

const child = (root: Schema, schema: Schema, key: string): Schema =>
  resolved(root, schema).properties?.[key] ?? resolved(root, schema).additionalProperties ?? {};

/** With what it refers to; its own words hold. */
function resolved(root: Schema, schema: Schema): Schema {
  const named = schema.$ref?.replace('#/definitions/', '');
  const parts = [...(schema.allOf ?? []), ...(named === undefined ? [] : [root.definitions?.[named] ?? {}])];
  let whole: Schema = schema;
  for (const part of parts) {
    const base = resolved(root, part);
    const properties = { ...whole.properties, ...base.properties };
    whole = { ...base, ...whole, ...(Object.keys(properties).length > 0 ? { properties } : {}) };
  }
  return whole;
}

/** The keys that a mapping has already, as far as the text can be read. */
function keysThere(text: string, path: readonly string[]): ReadonlySet<string> {
  let node: unknown = parseDocument(text, { prettyErrors: false, uniqueKeys: false }).contents;
  for (const key of path) node = isMap(node) ? pairOf(node, key)?.value : null;
  return new Set(isMap(node) ? node.items.filter(({ key }) => isScalar(key)).map(keyOf) : []);
}
