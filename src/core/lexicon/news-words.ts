/**
 * Words by which the press heads any part of any story: they say what kind of text follows, not what
 * happened. General English.
 */
export const NEWS_WORDS: ReadonlySet<string> = new Set(
  `analysis article background blog breaking brief briefing caption chronology comment commentary context coverage
  data detail development editor editorial event exclusive explain explainer fact factbox far feature figure follow gallery glance
  graphic guide happen headline highlight image key know latest live look map minute moment news newsletter next opinion
  overview photo photograph picture point preview profile question answer quick quote reaction read recap related
  really report review roundup show story summary takeaway thing timeline today top unfold update video view watch
  week eyewitness`.split(/\s+/),
);
