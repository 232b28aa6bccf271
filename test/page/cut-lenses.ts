import type { Page } from 'playwright-core';

/**
 * Lenses of all editors, in view or not, that their editor's column cuts off or its overview ruler covers: by the last
 * of what stands in a line, or by what `last` selects.
 */
export const cutLenses = (page: Page, last = ':last-child'): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('.editor-instance')].flatMap((editor) => {
    const room = editor.querySelector('.decorationsOverviewRuler').getBoundingClientRect().left;
    return [...editor.querySelectorAll(${JSON.stringify(`.codelens-decoration > ${last}`)})]
      .filter((part) => part.getBoundingClientRect().right > room)
      .map((part) => part.parentElement.textContent);
  })`);
