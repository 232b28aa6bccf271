// The page of a story comparison: a row of tabs, each drawn from its own model. Styles come from theme colours alone.
import { filled } from '../core/text/wording.ts';
import '@vscode-elements/elements/dist/vscode-tabs/index.js';
import '@vscode-elements/elements/dist/vscode-tab-header/index.js';
import '@vscode-elements/elements/dist/vscode-tab-panel/index.js';
import { html, nothing, render } from 'lit';
import { claimsTab } from './claims/claims-tab.ts';
import { figuresTab } from './figures/figures-tab.ts';
import { keepState, keptState, onMessage, post } from './host.ts';
import type { ModelMessage, Models, TabId, ToPage } from './protocol.ts';
import type { Tab, TabView } from './tab.ts';
import { timelineTab } from './timeline/timeline-tab.ts';
import { type Words, wordsFrom } from './words.ts';

/** The tabs in their order; one that is added here is shown. */
const TABS: { readonly [T in TabId]: Tab<T> } = {
  claims: claimsTab,
  figures: figuresTab,
  timeline: timelineTab,
};
const IDS = Object.keys(TABS) as TabId[];

const root = document.querySelector('main') ?? document.body;
const views = new Map<TabId, TabView<never>>();
let words: Words | null = null;
let waiting = 0;
/** Of the story. */
let title = '';
/** Tabs whose story the corpus has; unknown until it has answered. */
const known = new Map<TabId, boolean>();

const shownTab = (): TabId => IDS.find((id) => id === keptState().tab) ?? 'claims';

const modelIn = (bytes: Uint8Array | null): Models[TabId] | null =>
  bytes && JSON.parse(new TextDecoder().decode(bytes));

function show(id: TabId, takeFocus: boolean): void {
  keepState({ tab: id });
  draw();
  post({ kind: 'show', tab: id });
  views.get(id)?.shown?.(takeFocus);
}

const panelOf = (id: TabId): string => `panel-${id}`;

function draw(): void {
  if (!words) return;
  const { page } = words;
  const shown = shownTab();
  const selected = (event: Event): void => {
    const id = IDS[(event as CustomEvent<{ selectedIndex: number }>).detail.selectedIndex];
    if (id !== undefined && id !== shownTab()) show(id, false);
  };
  // Until all articles are read, what is shown as absent may still come.
  const note = waiting > 0 ? filled(page.reading, waiting) : known.get(shown) === false ? page.noStory : null;
  const tabs = html`
    <vscode-tabs panel aria-label=${page.views} selected-index=${IDS.indexOf(shown)} @vsc-tabs-select=${selected}>
      ${IDS.map((id) => html`<vscode-tab-header slot="header">${page[id]}</vscode-tab-header>`)}
      ${IDS.map((id) => html`<vscode-tab-panel panel><div class="tab" id=${panelOf(id)}></div></vscode-tab-panel>`)}
    </vscode-tabs>`;
  render(
    html`<h1 title=${title}>${title === '' ? page.title : title}</h1>
      ${note === null ? nothing : html`<p class="note" role="status">${note}</p>`}${tabs}`,
    root,
  );
}

function viewOf<T extends TabId>(id: T, said: Words): TabView<Models[T]> | null {
  const there = views.get(id);
  if (there) return there as TabView<Models[T]>;
  const host = document.getElementById(panelOf(id));
  if (!host) return null;
  const view = TABS[id].mount(host, {
    words: said,
    post,
    kept: keptState().tabs[id],
    keep: (state) => keepState({ tabs: { ...keptState().tabs, [id]: state } }),
  });
  views.set(id, view as TabView<never>);
  return view;
}

function modelCame({ tab, model: bytes }: ModelMessage): void {
  const model = modelIn(bytes);
  known.set(tab, model !== null);
  title = model?.title ?? title;
  draw();
  if (!words || model === null) return;
  const isFirst = !views.has(tab);
  const view = viewOf(tab, words);
  view?.update(model as never);
  if (isFirst) view?.shown?.(document.hasFocus());
}

function received(message: ToPage): void {
  switch (message.kind) {
    case 'start':
      words = wordsFrom(message.words, message.language);
      document.documentElement.lang = message.language;
      keepState({ path: message.path, tab: shownTab() });
      draw();
      if (message.told && !known.has(shownTab())) post({ kind: 'show', tab: shownTab() });
      break;
    case 'model':
      modelCame(message);
      break;
    case 'forOthers':
      if (message.model !== null) views.get(message.tab)?.forOthers(modelIn(message.model) as never);
      break;
    case 'reading':
      waiting = message.waiting;
      draw();
  }
}

onMessage(received);
post({ kind: 'ready', tab: shownTab() });
