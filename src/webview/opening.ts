import type { Opening } from './protocol.ts';

/** The second click of two, Enter and the click that a key makes on a button go there. */
export const byClick = ({ detail }: Pick<MouseEvent, 'detail'>): Opening => (detail === 1 ? 'click' : 'go');

export const byKey = ({ key }: Pick<KeyboardEvent, 'key'>): Opening | null =>
  key === ' ' ? 'look' : key === 'Enter' ? 'go' : null;
