import type { OpenedArticle } from './opened.ts';

export const UNCHANGED = 0;

/** In a browser nothing is kept. */
export const takeUp = (): OpenedArticle[] => [];
