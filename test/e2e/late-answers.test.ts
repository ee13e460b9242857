/** Nothing of the counter is fetched when it is needed: an answer that is late takes no key and no focus. */
import { expect, test } from './support/counter-test.ts';
import { busiest } from './support/holders.ts';

test('every task and dialog comes with the counter: none is fetched later and takes the focus when it comes', async ({
  desk,
}) => {
  const fetched: string[] = [];
  desk.page.on('request', (request) => {
    if (request.resourceType() === 'script') fetched.push(request.url());
  });
  await desk.signIn();
  const withTheCounter = fetched.length;
  expect(fetched.some((url) => url.includes('DocumentCheckTask'))).toBe(true);
  await desk.openVisit(busiest);
  for (const key of ['F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9', 'Alt+Q', 'Alt+C', 'F2']) await desk.press(key);
  await desk.press('Control+K', 'Escape', 'F1', 'Escape', 'Shift+?');
  await expect(desk.page.getByRole('dialog')).toContainText('Ctrl+Enter');
  await desk.press('Escape', 'Control+L');
  await desk.type('demo');
  await expect(desk.field('lock.password')).toHaveValue('demo');
  // What draws a paper, the text of a page of help and the readings of characters take no keys, and are large.
  const later = fetched
    .slice(withTheCounter)
    .filter((url) => !/PdfPreview|pdf-pages|pdf\.worker|-help-|help-page|pinyin/.test(url));
  expect(later).toEqual([]);
});
