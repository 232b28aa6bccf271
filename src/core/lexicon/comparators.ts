/** Words that bound or blur the number they stand beside. General English. */

type Bound = '>' | '<' | '>=' | '<=' | '~';

const BEFORE: readonly (readonly [Bound, string])[] = [
  [
    '>',
    'more than|over|above|greater than|higher than|bigger than|in excess of|upwards of|upward of|north of|well over|well above|just over|just above|slightly over|slightly above|slightly more than|a little over|a little more than|far more than|much more than|well more than|somewhat more than|better than|older than|longer than|taller than|heavier than|beyond',
  ],
  [
    '<',
    'less than|fewer than|lower than|smaller than|younger than|shorter than|under|below|well under|well below|just under|just below|slightly under|slightly below|slightly less than|slightly fewer than|a little under|a little less than|far less than|far fewer than|much less than|short of|just short of|shy of|just shy of|not even',
  ],
  [
    '>=',
    'at least|no fewer than|no less than|not less than|a minimum of|minimum of|the minimum of|at minimum|as little as|as few as',
  ],
  [
    '<=',
    'up to|at most|at maximum|as many as|as much as|as long as|as far as|no more than|not more than|no greater than|a maximum of|maximum of|the maximum of|as high as|at the most',
  ],
  [
    '~',
    'about|around|round about|roughly|approximately|approx|some|nearly|almost|close to|an estimated|a estimated|estimated|circa|more or less|in the region of|something like|somewhere around|very nearly|virtually|practically|just about|near|nearer|getting on for|plus or minus',
  ],
];

/** Phrase to its bound, words joined by one space. */
export const COMPARATORS_BEFORE: ReadonlyMap<string, Bound> = new Map(
  BEFORE.flatMap(([bound, phrases]) => phrases.split('|').map((phrase): [string, Bound] => [phrase, bound])),
);

export const COMPARATORS_AFTER: ReadonlyMap<string, Bound> = new Map([
  ['or more', '>='],
  ['or higher', '>='],
  ['or above', '>='],
  ['or over', '>='],
  ['or older', '>='],
  ['or longer', '>='],
  ['or better', '>='],
  ['and above', '>='],
  ['and over', '>='],
  ['and older', '>='],
  ['at least', '>='],
  ['-plus', '>='],
  ['plus', '>='],
  ['+', '>='],
  ['or less', '<='],
  ['or fewer', '<='],
  ['or under', '<='],
  ['or younger', '<='],
  ['or lower', '<='],
  ['or below', '<='],
  ['and under', '<='],
  ['and below', '<='],
  ['at most', '<='],
  ['or so', '~'],
  ['or thereabouts', '~'],
]);

/** Verbs, and "past", that say a number is passed or not reached: outside the figure's span. */
export const COMPARATOR_VERBS: ReadonlyMap<string, Bound> = new Map<string, Bound>([
  ...'exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing top tops topped topping past outstrip outstrips outstripped'
    .split(' ')
    .map((word): [string, Bound] => [word, '>']),
  ...'approach approaches approached approaching nears neared nearing'
    .split(' ')
    .map((word): [string, Bound] => [word, '<']),
]);

export const COMPARATOR_STARTS: ReadonlySet<string> = new Set(
  [...COMPARATORS_BEFORE.keys()].map((phrase) => phrase.split(' ', 1)[0] ?? ''),
);
/** Second words of the phrases of more than one. */
export const COMPARATOR_SECONDS: ReadonlySet<string> = new Set(
  [...COMPARATORS_BEFORE.keys()].flatMap((phrase) => phrase.split(' ', 2).slice(1)),
);
export const LONGEST_COMPARATOR = 4;
