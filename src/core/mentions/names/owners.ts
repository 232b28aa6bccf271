import { gathered } from '../../text/gathered.ts';
import type { EntityType } from '../mention.ts';
import { SHAPE } from './shape.ts';
import { leaning, type TokenName, type Words } from './token-name.ts';

/** "Nordia’s Halvard" is two names: a place or body that is known or named alone as well, and who belongs to it. */
export function splitOwners(names: readonly TokenName[], words: Words): TokenName[] {
  const alone = new Map<string, EntityType>();
  for (const name of names)
    if (name.type === 'place' || name.type === 'organization') alone.set(words.of(name), name.type);
  return gathered(names, (name): readonly TokenName[] => {
    const mark = possessiveIn(name, words);
    if (mark === null) return [name];
    const owned = { from: mark + 1, to: name.to, type: name.type };
    const owner = { from: name.from, to: mark };
    const type = alone.get(words.of(owner)) ?? ownerType(owner, words) ?? leaningOwner(owner, owned, words);
    return type === null
      ? [name]
      : [
          { from: owner.from, to: owner.to, type },
          { from: owned.from, to: owned.to, type: ownedType(owned, words) },
        ];
  });
}

function possessiveIn({ from, to }: TokenName, { tokens }: Words): number | null {
  for (let i = from + 1; i + 1 < to; i++) if (tokens.shape[i] === SHAPE.possessive) return i;
  return null;
}

function ownerType(owner: { from: number; to: number }, words: Words): EntityType | null {
  switch (words.table.gazetteer.lookUp(words.of(owner))?.kind) {
    case 'country':
    case 'capital':
    case 'city':
      return 'place';
    case 'body':
      return 'organization';
    default:
      return null;
  }
}

/** "Acme’s Lorn": words that surely lean so. */
function leaningOwner(
  owner: { from: number; to: number },
  owned: TokenName,
  words: Words,
): EntityType | null {
  if (leaning(owned.to - 1, 'person', words) < 2) return null;
  const last = owner.to - 1;
  if (leaning(last, 'person', words) > 0) return null;
  if (leaning(last, 'organization', words) > 1) return 'organization';
  return leaning(last, 'place', words) > 1 ? 'place' : null;
}

/** The tagger has read both as one name: what it made of them holds only where words say nothing else. */
function ownedType(owned: TokenName, words: Words): EntityType {
  const last = owned.to - 1;
  const { gazetteer } = words.table;
  if (ownerType(owned, words) === 'place' || gazetteer.lookUp(words.of(owned))?.kind === 'town')
    return 'place';
  if (leaning(last, 'person', words) > 0 || gazetteer.isPersonName(words.at(last))) return 'person';
  return owned.type === 'place' || owned.type === 'other' ? 'person' : owned.type;
}
