import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/core/claims/analyze.ts';
import { pairingOf } from '../../src/core/counterparts/alignment.ts';
import { scoredLinks } from '../../src/core/counterparts/links.ts';
import { profileOf } from '../../src/core/counterparts/profile.ts';

/** How the first statements of two articles of one story are linked, as `relation certainty`. */
function linkOf(a: string, b: string): string {
  const [x, y] = [profileOf('a.txt', analyze(a)), profileOf('b.txt', analyze(b))];
  const at = [x, y].map(({ claims }) => claims.findIndex(({ claim }) => claim.kind === 'statement'));
  const [link] = scoredLinks(pairingOf(x, y, 0.2), [[at[0] ?? -1, at[1] ?? -1]]);
  return link === undefined ? 'none' : `${link.relation} ${link.certainty ?? 'likely'}`;
}

/** Told of the same from both sides. */
function expectLink(a: string, b: string, expected: string): void {
  expect([linkOf(a, b), linkOf(b, a)]).toEqual([expected, expected]);
}

describe('a statement is surely contradicted by one that negates it', () => {
  it.each([
    [
      'with not',
      'The eastern seawall of Vellmark will survive another winter.',
      'The eastern seawall of Vellmark will not survive another winter.',
    ],
    [
      'with a verb that holds the negation',
      'The council approved the harbour toll for dredgers.',
      'The council didn’t approve the harbour toll for dredgers.',
    ],
    [
      'without its apostrophe',
      'The council approved the harbour toll for dredgers.',
      'The council didnt approve the harbour toll for dredgers.',
    ],
    [
      'of what nobody did',
      'A sailor was hurt when the ferry hit the breakwater of Vellmark.',
      'No sailor was hurt when the ferry hit the breakwater of Vellmark.',
    ],
    [
      'of a boat, one by one',
      'One trawler sank in the gale off Vellmark lighthouse.',
      'Not one trawler sank in the gale off Vellmark lighthouse.',
    ],
    [
      'in the mouth of somebody else',
      'Tam Orrel said the dredgers would leave the lagoon of Vellmark.',
      'Ilse Ostrand said the dredgers would not leave the lagoon of Vellmark.',
    ],
  ])('%s', (_, a, b) => expectLink(a, b, 'contradicts likely'));

  it('denies it in full', () =>
    expectLink(
      'The keeper sold the lighthouse lamps to a smuggler.',
      'Ilse Ostrand denied that the keeper had sold the lighthouse lamps to a smuggler.',
      'contradicts likely',
    ));
});

describe('a negation that denies no part of what the other says is none', () => {
  const SAID = 'The lighthouse of Vellmark stands 40 metres from the gate of the brewery.';
  it.each([
    ['of an amount', SAID, 'The lighthouse of Vellmark stands not 40 metres from the gate of the brewery.'],
    [
      'of an amount at least',
      SAID,
      'The lighthouse of Vellmark stands no fewer than 40 metres from the gate of the brewery.',
    ],
    [
      'of an amount at most',
      SAID,
      'The lighthouse of Vellmark stands no further than 40 metres from the gate of the brewery.',
    ],
    [
      'of the way',
      'The lighthouse of Vellmark stands close to the gate of the brewery.',
      'The lighthouse of Vellmark stands not far from the gate of the brewery.',
    ],
    [
      'of the time before',
      'The ferry reached the oyster market of Vellmark at dusk.',
      'The ferry did not reach the oyster market of Vellmark until dusk.',
    ],
    [
      'of the time before, told first',
      'The ferry reached the oyster market of Vellmark at dusk.',
      'Not until dusk the ferry reached the oyster market of Vellmark.',
    ],
    [
      'of its being all',
      'The gale flooded the oyster market of Vellmark.',
      'The gale didn’t only flood the oyster market of Vellmark.',
    ],
    [
      'of a doubt',
      'The gale flooded the oyster market of Vellmark.',
      'The gale no doubt flooded the oyster market of Vellmark.',
    ],
    [
      'of all else',
      'The gale left rubble at the oyster market of Vellmark.',
      'The gale left nothing but rubble at the oyster market of Vellmark.',
    ],
    [
      'of any other way',
      'The council must close the oyster market of Vellmark.',
      'The council cannot but close the oyster market of Vellmark.',
    ],
    [
      'of its being the first',
      'The gale flooded the oyster market of Vellmark.',
      'The gale flooded the oyster market of Vellmark, not for the first time.',
    ],
    [
      'of what came before',
      'The gale has flooded the oyster market of Vellmark.',
      'Never before has the gale flooded the oyster market of Vellmark.',
    ],
    [
      'of something beside it',
      'The gale flooded the oyster market of Vellmark.',
      'The gale flooded the oyster market of Vellmark without warning.',
    ],
    [
      'of a comment',
      'The dredgers watch the lagoon of Vellmark.',
      'The dredgers watch the lagoon of Vellmark and have no further comment.',
    ],
    [
      'told as left undone',
      'The council failed to approve the harbour toll for dredgers.',
      'The council did not approve the harbour toll for dredgers.',
    ],
    [
      'told with a verb that negates as well',
      'The council was refused permission to close the oyster market of Vellmark.',
      'The council was denied permission to close the oyster market of Vellmark.',
    ],
  ])('%s', (_, a, b) => expectLink(a, b, 'paraphrase likely'));
});

describe('a statement is possibly contradicted by one that', () => {
  it.each([
    [
      'denies a part of it',
      'The council approved the harbour toll for dredgers.',
      'The council did not immediately approve the harbour toll for dredgers.',
    ],
    [
      'denies that it is so yet',
      'The council has approved the harbour toll for dredgers.',
      'The council has not yet approved the harbour toll for dredgers.',
    ],
    [
      'denies that it is so any longer',
      'The old ferry carries lorries to the oyster market.',
      'The old ferry no longer carries lorries to the oyster market.',
    ],
    [
      'denies that it is so of all',
      'Trawlers sank in the gale off Vellmark lighthouse.',
      'Not all trawlers sank in the gale off Vellmark lighthouse.',
    ],
    [
      'denies the reason',
      'The council closed the oyster market after the gale.',
      'The council closed the oyster market not because of the gale.',
    ],
    [
      'denies what may be',
      'The eastern seawall of Vellmark may survive another winter.',
      'The eastern seawall of Vellmark may not survive another winter.',
    ],
    [
      'denies what is wanted',
      'The council wants to close the oyster market of Vellmark.',
      'The council did not close the oyster market of Vellmark.',
    ],
    [
      'says that it was left undone',
      'The council failed to approve the harbour toll for dredgers.',
      'The council approved the harbour toll for dredgers.',
    ],
    [
      'denies it of somebody else',
      'Ilse Ostrand was arrested for smuggling oysters to the brewery.',
      'Tam Orrel was not arrested for smuggling oysters to the brewery.',
    ],
    [
      'denies it of another day',
      'The council approved the harbour toll for dredgers on 4 March 2031.',
      'The council did not approve the harbour toll for dredgers on 9 March 2031.',
    ],
    [
      'denies what was only said to be a matter of talk',
      'The keeper broke her silence about a letter that was sent to the smuggler.',
      'The keeper denied sending a letter to the smuggler.',
    ],
  ])('%s', (_, a, b) => expectLink(a, b, 'contradicts possible'));
});

it('a statement is possibly told by one that is not expected to be so', () =>
  expectLink(
    'The dredgers could return for the regatta of Vellmark on Sunday.',
    'The dredgers are not likely to reach Vellmark in time for the regatta.',
    'paraphrase possible',
  ));

it('a statement is possibly told by one that negates the same of something else', () =>
  expectLink(
    'The rusty crane was not damaged by the gale off Vellmark lighthouse.',
    'The wooden slipway was damaged by the gale off Vellmark lighthouse.',
    'paraphrase possible',
  ));
