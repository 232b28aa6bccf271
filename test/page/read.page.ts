import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureFailures } from './failures.ts';
import { type Reader, startReader } from './reader.ts';

const tideway = '01_tideway-post.txt';
const quotation = 'no timetable is worth';
const transparent = 'rgba(0, 0, 0, 0)';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
  await reader.open(tideway);
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

test('an opened article shows its quotations, figures and names marked without asking', async () => {
  const hasGround = (look: { background: string }): boolean => look.background !== transparent;
  await reader.place('no honest engineer', ({ marks }) => marks.some(hasGround));
  await reader.place('Averil Sound', ({ marks }) => marks.some(({ border }) => border === 'dotted'));
  await reader.place('two decades', ({ marks }) => marks.some(({ border }) => border === 'solid'));
  await reader.page.locator('.codelens-decoration', { hasText: /\d+ in 2 others/ }).waitFor();
  await reader.picture('article');
});

test('what has a counterpart and what differs are told apart by the shape of their lines', async () => {
  await reader.place(quotation, ({ text }) => text.underline === 'double' || text.underline === 'wavy');
  await reader.place('46,000 vehicles', ({ text }) => text.underline === 'wavy');
});

test('a card tells who said it, the other wording and why', async () => {
  const card = await reader.hover(quotation);
  await expect.poll(() => card.textContent()).toMatch(/Ilse Varnholt.*Reworded.*Meridian Dispatch/s);
  await reader.picture('card');
});

test('open beside shows the counterpart next to the article', async () => {
  const card = await reader.hover(quotation);
  await card.getByText('Open beside').first().click();
  await reader.page.locator('.editor-group-container').nth(1).waitFor();
  await reader.place('no timetable that is worth');
  await reader.picture('beside');
  await reader.command('View: Close Editors in Other Groups');
  await expect.poll(() => reader.page.locator('.editor-group-container').count()).toBe(1);
});

test('a lens opens a peek list of the counterparts', async () => {
  await reader.open(tideway);
  const lens = reader.page.locator('.codelens-decoration a', {
    hasText: /^\d+ (claims? )?elsewhere( · \d+ possibly)?$/,
  });
  await lens.first().click();
  await reader.page.locator('.peekview-widget').waitFor();
  await expect
    .poll(() => reader.page.locator('.peekview-widget .ref-tree .monaco-list-row').count())
    .toBeGreaterThan(0);
  await reader.picture('lens-peek');
  await reader.page.keyboard.press('Escape');
});

test('words that the analyst says are no quotation lose its ground and its colour, until she undoes it', async () => {
  const words = 'no honest engineer';
  const plain = (await reader.place('Averil Sound')).text.color;
  const quoted = await reader.place(words, ({ marks }) => marks.length > 0);
  expect(quoted.text.color).not.toBe(plain);
  const card = await reader.hover(words);
  await card.getByText('Not a quotation').click();
  const ground = quoted.marks[0]?.background;
  await reader.place(
    words,
    ({ marks, text }) => marks.every(({ background }) => background !== ground) && text.color === plain,
  );
  await reader.page.locator('.notification-toast').getByText('Undo').click();
  await reader.place(words, ({ text }) => text.color === quoted.text.color);
});

test('one command takes the marks away and gives them back', async () => {
  const dotted = ({ marks }: { marks: readonly { border: string }[] }): boolean =>
    marks.some(({ border }) => border === 'dotted');
  await reader.command('Counterpoint: Switch Highlights On or Off');
  await reader.place('Averil Sound', (place) => !dotted(place));
  await reader.command('Counterpoint: Switch Highlights On or Off');
  await reader.place('Averil Sound', dotted);
});

test('in high contrast the box around a quotation stays in its row, off the lines under the words above', async () => {
  await reader.theme('Dark High Contrast');
  await reader.place('no honest engineer', ({ marks }) =>
    marks.some(({ outline, offset }) => outline === 'solid' && offset === '-2px'),
  );
  await reader.picture('boxes');
});
