/** What a token looks like; names are found by it before they are looked up. */
export const SHAPE = {
  mark: 0,
  lower: 1,
  capitalised: 2,
  /** Two or more letters, all capitals: "NATO". */
  capitals: 3,
  number: 4,
  /** Capitals after small letters or digits: "iPhone", "McKay", "G20". */
  mixed: 5,
  /** One capital with its full stop: the "J." of "Donald J. Trump". */
  initial: 6,
  /** The possessive ending: "’s", or the mark alone after "s". */
  possessive: 7,
  /** Letters each with a full stop: "U.S.". */
  dotted: 8,
} as const;

const OTHER = 0;
export const LOWER = 1;
export const UPPER = 2;
const UNCASED = 3;
export const DIGIT = 4;
export const SPACE = 5;
const MARK_ON_LETTER = 6;

function classify(unit: number): number {
  const char = String.fromCharCode(unit);
  if (/\s/.test(char)) return SPACE;
  if (/\p{Lu}|\p{Lt}/u.test(char)) return UPPER;
  if (/\p{Ll}/u.test(char)) return LOWER;
  if (/\p{L}/u.test(char)) return UNCASED;
  if (/\p{N}/u.test(char)) return DIGIT;
  if (/\p{M}/u.test(char)) return MARK_ON_LETTER;
  return OTHER;
}

/** By code unit, one more than its class: filled when one is first met. */
const classes = new Uint8Array(0x10000);

export function classOf(unit: number): number {
  const known = classes[unit];
  if (known) return known - 1;
  const found = classify(unit);
  // Behind the end of a text stands none.
  if (!Number.isNaN(unit)) classes[unit] = found + 1;
  return found;
}

export const isLetter = (kind: number): boolean =>
  kind === LOWER || kind === UPPER || kind === UNCASED || kind === MARK_ON_LETTER;
export const isWordPart = (kind: number): boolean => isLetter(kind) || kind === DIGIT;
/** The shape of a word that is told by its letters alone. */
export function shapeOfLetters(word: string): number {
  let uppers = 0;
  let lowers = 0;
  for (let i = 0; i < word.length; i++) {
    const kind = classOf(word.charCodeAt(i));
    if (kind === UPPER) uppers++;
    else if (kind === LOWER) lowers++;
  }
  return uppers + lowers < word.length
    ? SHAPE.mark
    : shapeOf(classOf(word.charCodeAt(0)) === UPPER, uppers, lowers, 0);
}

export function shapeOf(initialUpper: boolean, uppers: number, lowers: number, digits: number): number {
  if (uppers + lowers === 0) return digits > 0 ? SHAPE.number : SHAPE.lower;
  if (uppers === 0) return digits > 0 ? SHAPE.mixed : SHAPE.lower;
  if (lowers === 0 && digits === 0) return uppers > 1 ? SHAPE.capitals : SHAPE.capitalised;
  return initialUpper && uppers === 1 && digits === 0 ? SHAPE.capitalised : SHAPE.mixed;
}
