/** The window is closed after a question when something is unfinished. */
import { expect, test } from './support/counter-test.ts';
import type { Desk } from './support/desk.ts';
import { busiest } from './support/holders.ts';
import { reportFormally } from './support/loss-desk.ts';

/** As with the cross of the window. */
async function closeWindow(desk: Desk): Promise<void> {
  await desk.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows())
      if (window.webContents.getURL().includes('/teller/')) window.close();
  });
}

test('a form that was not printed keeps the window open, locked or not, until somebody says so', async ({ desk }) => {
  const isAsked = async (): Promise<void> => {
    const what = desk.t('leaving.what.papers', { n: 1 });
    await expect(desk.finalAct).toContainText(desk.t('leaving.asked.close', { what }));
  };
  await desk.signIn();
  await desk.openVisit(busiest);
  await reportFormally(desk);
  await closeWindow(desk);
  await isAsked();
  await desk.press('Escape');
  await expect(desk.finalAct).toBeHidden();
  await expect(desk.counterPanel).toContainText(busiest.name);

  // From under the lock, too, and without a word about who was there.
  await desk.press('Control+L');
  await expect(desk.field('lock.password')).toBeFocused();
  await closeWindow(desk);
  await isAsked();
  await expect(desk.finalAct).not.toContainText(busiest.name);
  // The window is gone before the key is up again.
  const gone = desk.app.waitForEvent('close');
  await Promise.allSettled([desk.confirm(), gone]);
  await gone;
});
