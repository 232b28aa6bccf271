import { html, render } from 'lit';
import type { Tab } from '../tab.ts';

/** The claims of the story by article. */
export const claimsTab: Tab<'claims'> = {
  id: 'claims',
  title: ({ page }) => page.claims,
  mount: (host) => ({
    update: ({ title, columns }) =>
      render(
        html`<h1>${title}</h1><ul>${columns.map((one) => html`<li>${one.outlet} ${one.date}</li>`)}</ul>`,
        host,
      ),
  }),
};
