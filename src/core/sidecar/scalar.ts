/** Unseen or misleading in an editor: C1 controls, line separators, zero-width and bidirectional marks. */
const UNSEEN = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/g;

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A double-quoted scalar on one line. JSON's strings are YAML's. */
export const quoted = (text: string): string => JSON.stringify(text).replace(UNSEEN, escaped);

const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} ._/@'’-]*$/u;
const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n)$/i;

/** A scalar without quotation marks where every YAML version reads it as this very string. */
export const plain = (text: string): string =>
  TIME.test(text) || (PLAIN.test(text) && !RESERVED.test(text) && !text.endsWith(' ')) ? text : quoted(text);

/** A literal block scalar's header and lines (without indentation); null where only quotes can hold the text. */
export function literal(text: string): { readonly header: string; readonly lines: readonly string[] } | null {
  const closed = text.endsWith('\n');
  const lines = (closed ? text.slice(0, -1) : text).split('\n');
  const sound = lines.every((line) => line === '' || line.trim() !== '') && !/^\s/.test(text);
  if (text === '' || lines.at(-1) === '' || !sound || hasUnprintable(text)) return null;
  return { header: closed ? '|' : '|-', lines };
}

function hasUnprintable(text: string): boolean {
  UNSEEN.lastIndex = 0;
  return /\p{Cs}/u.test(text) || /[\0-\u0008\u000b-\u001f]/.test(text) || text.search(UNSEEN) >= 0;
}
