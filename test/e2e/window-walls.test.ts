/**
 * What a window may never do, tried from inside it (docs/architecture.md 5): leave, open, reach out, ask what is not
 * its own.
 */
import { expect, test } from './support/counter-test.ts';
import type { Desk } from './support/desk.ts';

/** Asks the bridge as a page taken over by an attacker would: without the types. */
function ask(desk: Desk, verb: unknown, input: unknown): Promise<unknown> {
  return desk.page.evaluate(
    ([asked, given]) => (window.medicard.invoke as (verb: unknown, input: unknown) => Promise<unknown>)(asked, given),
    [verb, input],
  );
}

const notAllowed = { ok: false, error: { code: 'NOT_ALLOWED_HERE' } };

/** After this Playwright waits for a navigation that never comes. */
async function leadsNowhere(desk: Desk): Promise<void> {
  const address = desk.page.url();
  const opened = await desk.page.evaluate(() => window.open('https://example.org/') === null);
  expect(opened).toBe(true);
  const tried = await desk.app.evaluateHandle(({ BrowserWindow }) => {
    const seen: [to: string, prevented: boolean][] = [];
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (event, to) =>
      seen.push([to, event.defaultPrevented]),
    );
    return seen;
  });
  await desk.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.org/link';
    document.body.append(link);
    link.click();
    setTimeout(() => location.assign('https://example.org/address'));
  });
  // Playwright waits for navigations that never come, so from here on it is main that is asked.
  await expect
    .poll(() => tried.jsonValue())
    .toEqual([
      ['https://example.org/link', true],
      ['https://example.org/address', true],
    ]);
  const windows = await desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
  );
  expect(windows).toEqual([address]);
}

test('nothing of Node is in the page, nothing from outside comes in, and the window leaves its own for no other', async ({
  desk,
}) => {
  await test.step('the bridge is the one thing of Electron that is in it', async () => {
    const found = await desk.page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
        (name) => name in window,
      ),
      bridge: Object.keys(window.medicard).sort(),
      frozen: Object.isFrozen(window.medicard),
    }));
    expect(found).toEqual({ node: [], bridge: ['invoke', 'on'], frozen: true });
    const preferences = await desk.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // What a window was really made with is told by a method without a declaration.
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } = (
        window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag };
    });
    expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false });
  });
  await test.step('its policy lets in nothing but itself', async () => {
    const policy = await desk.page.evaluate(async () =>
      (await fetch(location.href)).headers.get('content-security-policy'),
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toMatch(/unsafe-eval'(?<!wasm-unsafe-eval')/);
    const blocked = await desk.page.evaluate(async () => {
      const outside = await fetch('https://example.org/').then(
        () => 'reached',
        () => 'blocked',
      );
      const script = document.createElement('script');
      script.textContent = 'window.intruder = true';
      document.head.append(script);
      return { outside, intruder: 'intruder' in window };
    });
    expect(blocked).toEqual({ outside: 'blocked', intruder: false });
  });
  await test.step('no other page can be opened, and it does not go to one', () => leadsNowhere(desk));
});

test('the bridge answers what is the window’s, to whom it is for', async ({ desk }) => {
  await test.step('before sign-in, nothing about anybody, and no recovery sheet', async () => {
    await expect(desk.field('signIn.code')).toBeFocused();
    const signInFirst = { ok: false, error: { code: 'SIGN_IN_REQUIRED' } };
    expect(await ask(desk, 'batch.list', {})).toMatchObject(signInFirst);
    expect(await ask(desk, 'office.recoverySheet', { to: 'file' })).toMatchObject(signInFirst);
  });
  await desk.signIn();
  await test.step('no verb it does not know, and none of another’s', async () => {
    for (const verb of ['no.such.verb', 'toString', '__proto__', 'constructor', 7, null, { verb: 'visit.current' }]) {
      expect(await ask(desk, verb, {})).toMatchObject(notAllowed);
    }
    for (const verb of ['office.create', 'office.restoreFrom', 'office.recoveryPdf', 'print.issue', 'print.settle']) {
      expect(await ask(desk, verb, {})).toMatchObject(notAllowed);
    }
    expect(await ask(desk, 'ledger.verify', {})).toMatchObject(notAllowed);
    const exported = { visitId: 'x', documentNumber: 'y', format: 'pdf' };
    expect(await ask(desk, 'document.export', exported)).toMatchObject(notAllowed);
    expect(await ask(desk, 'office.recoverySheet', { to: 'file' })).toMatchObject(notAllowed);
  });
  await test.step('a wrong input by the names of its fields alone', async () => {
    const reply = await ask(desk, 'visit.open', { idNumber: '11010519491231002X', card: 7 });
    expect(reply).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } });
    expect(JSON.stringify(reply)).not.toContain('11010519491231002X');
  });
  await test.step('outside a visit, nothing about anybody', async () => {
    const period = { from: '2024-01-01', to: '2024-12-31' };
    expect(
      await ask(desk, 'statement.prepare', { visitId: 'x', period, kinds: null, largeType: false, language: 'en' }),
    ).toMatchObject({ ok: false, error: { code: 'VISIT_REQUIRED' } });
  });
  await test.step('over an open office no demo office, and no backup', async () => {
    const exists = { ok: false, error: { code: 'OFFICE_EXISTS' } };
    expect(await ask(desk, 'office.openDemo', {})).toMatchObject(exists);
    expect(await ask(desk, 'office.restore', { recoveryKey: 'x', pinRecoveryKey: '' })).toMatchObject(exists);
    expect(await ask(desk, 'session.current', {})).toMatchObject({ ok: true, value: { clerk: { code: '1001' } } });
  });
  await test.step('no operation id again with other content', async () => {
    const operationId = crypto.randomUUID();
    const authorisation = { clerkCode: '2001', password: 'demo-supervisor-2001' };
    const unlocked = await ask(desk, 'clerk.unlock', { operationId, clerkCode: '1001', authorisation });
    expect(unlocked).toMatchObject({ ok: true });
    const other = await ask(desk, 'clerk.unlock', { operationId, clerkCode: '9001', authorisation });
    expect(other).toMatchObject({ ok: false, error: { code: 'OPERATION_REUSED' } });
  });
});
