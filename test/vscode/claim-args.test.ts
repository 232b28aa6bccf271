import { describe, expect, it } from 'vitest';
import { commandLink, isClaimRef } from '../../src/vscode/claim-args.ts';

/** What VS Code hands to a command: the link's query, decoded by the URI and once more by the opener. */
function received(link: string): unknown {
  const query = /\]\(command:[\w.]+\?([^()]*)\)$/.exec(link)?.[1] ?? '';
  const [first] = JSON.parse(decodeURIComponent(decodeURIComponent(query))) as unknown[];
  return first;
}

describe('links to commands', () => {
  it.each([
    'file:///desk/story/a.txt',
    'file:///my%20desk%20%28a/100%25%20sure.txt',
    'vscode-remote://host%2Bport/caf%C3%A9/%5Bdraft%5D.txt',
  ])('bring %s to their command as it was', (path) => {
    const sent = { path, claim: 'cq1' };
    expect(isClaimRef(received(commandLink('Open', 'counterpoint.openBeside', sent)))).toBe(true);
    expect(received(commandLink('Open', 'counterpoint.openBeside', sent))).toEqual(sent);
  });
});
