/** A customer, a session and the window are left after a question when something is unfinished, else at once. */
import { expect, test } from './support/counter-test.ts';
import { customerAt } from './support/customer-desk.ts';
import type { Desk } from './support/desk.ts';
import { busiest } from './support/holders.ts';
import { reportFormally } from './support/loss-desk.ts';
import { languages } from './support/words.ts';

/** As with the cross of the window. */
async function closeWindow(desk: Desk): Promise<void> {
  await desk.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows())
      if (window.webContents.getURL().includes('/teller/')) window.close();
  });
}

for (const language of languages) {
  test(`a form that was not printed keeps customer, session and window, until somebody says so (${language})`, async ({
    desk,
  }, info) => {
    const question = async (how: 'finish' | 'signOut' | 'close'): Promise<void> => {
      const what = desk.t('leaving.what.papers', { n: 1 });
      await expect(desk.finalAct).toContainText(desk.t(`leaving.asked.${how}`, { what }));
    };
    await desk.useLanguage(language);
    await desk.signIn();
    await desk.openVisit(busiest);
    await reportFormally(desk);
    await desk.press('Control+Enter');
    await question('finish');
    await desk.page.screenshot({ path: info.outputPath('finish-asked.png') });
    await desk.press('Escape');
    await expect(desk.finalAct).toBeHidden();
    await expect(desk.counterPanel).toContainText(busiest.name);

    await desk.press('Control+K');
    await expect(desk.page.getByRole('combobox', { name: desk.t('palette.title') })).toBeFocused();
    await desk.type(desk.t('header.signOut'));
    await desk.press('Enter');
    await question('signOut');
    await desk.press('Escape');
    await expect(desk.finalAct).toBeHidden();

    await closeWindow(desk);
    await question('close');
    await desk.press('Escape');
    await expect(desk.finalAct).toBeHidden();
    await expect(desk.counterPanel).toContainText(busiest.name);

    // From under the lock, too, and without a word about who was there.
    await desk.press('Control+L');
    await expect(desk.field('lock.password')).toBeFocused();
    await desk.tabTo(desk.button(desk.t('lock.signOut')));
    await desk.press('Enter');
    await question('signOut');
    await expect(desk.finalAct).not.toContainText(busiest.name);
    await desk.page.screenshot({ path: info.outputPath('lock-asked.png') });
    await desk.press('Escape');
    await closeWindow(desk);
    await question('close');
    // The window is gone before the key is up again.
    const gone = desk.app.waitForEvent('close');
    await Promise.allSettled([desk.confirm(), gone]);
    await gone;
  });
}

test('a customer who is being asked is not left by one press; with nothing unfinished the window closes at once', async ({
  twoDisplayDesk: desk,
}) => {
  await desk.signIn();
  await desk.openVisit(busiest);
  await desk.press('F4');
  await expect(desk.page.getByRole('radio', { name: desk.t('pin.choice.first') })).toBeFocused();
  await desk.press('Enter');
  await desk.confirm();
  const customer = await customerAt(desk);
  await customer.isAsked('new');
  await desk.press('Control+Enter');
  await expect(desk.finalAct).toContainText(desk.t('leaving.what.typing'));
  await desk.press('Escape');
  await customer.isAsked('new');
  await desk.finishVisit();
  const gone = desk.app.waitForEvent('close');
  await closeWindow(desk);
  await gone;
});
