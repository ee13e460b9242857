/** A self-service terminal: one server's pages and nothing else, and nobody's traces a while after they have gone. */
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runtimeArguments } from '../../build/runtime-arguments.ts';
import { makeAuthority, OfficeAuthority } from '../../electron/server/identity/office-authority.ts';
import { builtPages } from '../../electron/server/web/built-pages.ts';
import { WebDoor } from '../../electron/server/web/web-door.ts';
import { fieldWords } from '../../renderer/holder/holder-words.ts';
import { homeWords, reportedWords, signInWords, startWords } from '../../renderer/holder/page-words.ts';
import { HOLDER, PASSWORD, ScriptedHolder } from '../web/scripted-holder.ts';
import { expect, test } from './support/counter-test.ts';

const drivenProgram = fileURLToPath(new URL('support/driven-program.cjs', import.meta.url));
const projectDir = fileURLToPath(new URL('../..', import.meta.url));

interface Terminal {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly ledger: ScriptedHolder;
  readonly origin: string;
}

const terminals = test.extend<{ terminal: Terminal }>({
  terminal: async ({ runtime, display, places }, use) => {
    const authority = await OfficeAuthority.of(await makeAuthority('office-1', Date.now()));
    const identity = await authority.issueServer('office-1', ['localhost'], Date.now());
    const ledger = new ScriptedHolder();
    const door = await WebDoor.open({
      ...{ host: '127.0.0.1', port: 0, identity, ledger, now: Date.now, note: () => undefined },
      pages: await builtPages(),
    });
    const file = join(places.root, 'authority.pem');
    writeFileSync(file, authority.certificate);
    const origin = `https://localhost:${door.address.port}`;
    const wish = ['--kiosk', origin, '--kiosk-authority', file, '--kiosk-idle', '5'];
    const app = await _electron.launch({
      executablePath: runtime.executable,
      args: [...runtimeArguments(), drivenProgram, '--data', places.data, ...wish],
      cwd: projectDir,
      env: { PATH: process.env['PATH'] ?? '', DISPLAY: display, LANG: 'C.UTF-8', HOME: places.home },
    });
    const page = await app.firstWindow();
    await use({ app, page, ledger, origin });
    await app.close();
    await door.close();
  },
});

terminals(
  'whoever walks away leaves nothing behind: the session has ended, and the first page stands there',
  async ({ terminal: { app, page, ledger } }) => {
    await expect(page.getByRole('link', { name: startWords.lost.zh })).toBeVisible();
    await page.getByRole('link', { name: startWords.signIn.zh }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel(fieldWords.idNumber.zh).focus();
    await page.keyboard.type(HOLDER.idNumber);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(homeWords.title.zh);
    expect(ledger.sessions.size).toBe(1);
    // Nobody touches it any more.
    await expect(page.getByRole('link', { name: startWords.lost.zh })).toBeVisible();
    await expect.poll(() => ledger.sessions.size).toBe(0);
    await expect
      .poll(() => app.evaluate(({ session }) => session.fromPartition('kiosk').cookies.get({ name: '__Host-session' })))
      .toEqual([]);
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.canGoBack()))
      .toBe(false);
  },
);

terminals(
  'it leads to no other place, and offers neither files nor a printer',
  async ({ terminal: { app, page, origin } }) => {
    await expect(page.getByRole('link', { name: startWords.lost.zh })).toBeVisible();
    expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
    const outside = await page.evaluate(() => {
      const image = new Image();
      const seen = new Promise((resolve) => {
        image.onload = () => resolve('loaded');
        image.onerror = () => resolve('refused');
      });
      image.src = 'https://example.org/a.png';
      return seen;
    });
    expect(outside).toBe('refused');
    const tried = await app.evaluateHandle(({ BrowserWindow }) => {
      const seen: boolean[] = [];
      BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (event) => seen.push(event.defaultPrevented));
      return seen;
    });
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://example.org/';
      document.body.append(link);
      link.click();
    });
    await expect.poll(() => tried.jsonValue()).toEqual([true]);
    expect(page.url()).toBe(`${origin}/`);
    // A window that nobody in front of it can close.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    await page.getByRole('link', { name: startWords.signIn.zh }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: signInWords.passkey.zh })).toBeHidden();
    await expect(page.getByRole('button', { name: reportedWords.voucher.zh })).toBeHidden();
  },
);
