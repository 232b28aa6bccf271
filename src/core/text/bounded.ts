import { asIs, type Part, say, type Wording } from './wording.ts';

/** How an amount bounds what it is of: “more than 40 km”. */
export function bounded(comparator: '=' | '>' | '<' | '>=' | '<=' | '~', amount: Part): Wording {
  switch (comparator) {
    case '>':
      return say('more than {0}', amount);
    case '<':
      return say('less than {0}', amount);
    case '>=':
      return say('at least {0}', amount);
    case '<=':
      return say('at most {0}', amount);
    case '~':
      return say('about {0}', amount);
    case '=':
      return asIs(amount);
  }
}
