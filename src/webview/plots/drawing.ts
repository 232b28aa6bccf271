import { type PlotOptions, plot } from '@observablehq/plot';
import { byClick, byKey } from '../opening.ts';
import type { Opening } from '../protocol.ts';

/** A value that can be gone to: an element of a plot, what a screen reader is told of it, and what it opens. */
export interface Spot {
  readonly element: SVGElement;
  readonly label: string;
  readonly open: (how: Opening) => void;
}

/**
 * A plot, without the style sheet that the library puts into it: the page's policy lets none in but our own file, which
 * has the same rules. Colours are our classes' too.
 */
export function drawing(options: PlotOptions): SVGSVGElement {
  const svg = plot({ ...options, className: 'plot' });
  // Without a legend a plot is one picture.
  if (!(svg instanceof SVGSVGElement)) throw new TypeError(svg.tagName);
  for (const style of svg.querySelectorAll('style')) style.remove();
  // The library names kinds of marks; what there is to tell, the labels of the values tell.
  for (const group of svg.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  for (const told of svg.querySelectorAll('g.axis, g.names, g.grid, g.said, g.published'))
    told.setAttribute('aria-hidden', 'true');
  return svg;
}

/** The elements of a mark, each with the place of its value in the mark's data. */
export function elementsOf(svg: SVGSVGElement, mark: string): { element: SVGElement; at: number }[] {
  return [...svg.querySelectorAll<SVGElement>(`g.${mark} > *`)].map((element, index) => {
    // What d3 binds to an element; values that have no place are not drawn.
    const { __data__: at = index } = element as SVGElement & { readonly __data__?: number };
    return { element, at };
  });
}

/** Words in the room that a plot has for them, in signs. */
export const cut = (words: string, most: number): string => {
  const signs = Array.from(words);
  return signs.length <= most ? words : `${signs.slice(0, most - 1).join('')}…`;
};

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * Makes the values of a plot one stop of the Tab key; the arrow keys go from one to the next, Enter, Space and a click open.
 * `spots` in reading order.
 */
export function reachable(svg: SVGSVGElement, label: string, spots: readonly Spot[]): void {
  svg.setAttribute('role', 'group');
  svg.setAttribute('aria-label', label);
  let current = 0;
  const go = (to: number): void => {
    const next = Math.max(0, Math.min(to, spots.length - 1));
    spots[current]?.element.setAttribute('tabindex', '-1');
    current = next;
    const element = spots[next]?.element;
    element?.setAttribute('tabindex', '0');
    element?.focus();
  };
  for (const [index, { element, label: told, open }] of spots.entries()) {
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', told);
    element.setAttribute('tabindex', index === current ? '0' : '-1');
    element.classList.add('spot');
    const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
    title.textContent = told;
    element.append(title);
    element.addEventListener('click', (event) => {
      go(index);
      open(byClick(event));
    });
    element.addEventListener('focus', () => {
      if (index !== current) go(index);
    });
  }
  svg.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    const how = byKey(event);
    if (how !== null) spots[current]?.open(how);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(spots.length - 1);
    else if (step !== undefined) go(current + step);
    else return;
    event.preventDefault();
  });
}

export interface InSight {
  /** Draws into an element, which is so wide. */
  readonly draw: (host: HTMLElement, width: number) => void;
  /** What the element shows, in short: while it stays the same, nothing is drawn anew. */
  readonly shows: (host: HTMLElement) => string;
}

/** Draws when an element comes into sight, and again when its width or what it shows has changed; the focus stays. */
export function drawnInSight({ draw, shows }: InSight): {
  readonly watch: (host: HTMLElement) => void;
  /** The model may be another one. */
  readonly again: () => void;
} {
  const drawn = new Map<HTMLElement, string>();
  const drawNow = (host: HTMLElement): void => {
    const width = Math.floor(host.clientWidth);
    const now = `${width} ${shows(host)}`;
    if (width === 0 || drawn.get(host) === now) return;
    drawn.set(host, now);
    const focused = host.contains(document.activeElement)
      ? document.activeElement?.getAttribute('aria-label')
      : null;
    draw(host, width);
    if (focused === null) return;
    const spots = [...host.querySelectorAll<SVGElement>('.spot')];
    spots.find((spot) => spot.getAttribute('aria-label') === focused)?.focus();
  };
  const sized = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement && drawn.has(target)) drawNow(target);
  });
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting && target instanceof HTMLElement) drawNow(target);
    },
    { rootMargin: '300px' },
  );
  return {
    watch: (host) => {
      seen.observe(host);
      sized.observe(host);
    },
    again: () => {
      for (const host of [...drawn.keys()]) {
        if (host.isConnected) drawNow(host);
        else {
          drawn.delete(host);
          seen.unobserve(host);
          sized.unobserve(host);
        }
      }
    },
  };
}

/** Milliseconds that scrolling rests before its place is kept. */
const REST = 200;

/** Calls with the place that an element was scrolled to, when it rests. */
export function whenScrolled(keep: (top: number) => void): (event: Event) => void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  return ({ target }) => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      if (target instanceof Element) keep(target.scrollTop);
    }, REST);
  };
}
