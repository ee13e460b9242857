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

test('no other page can be opened, and the window does not leave its own', async ({ desk }) => {
  await desk.signIn();
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
});

test('nothing of Node or Electron is in the page, and the bridge is the one thing that is', async ({ desk }) => {
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

test('the page comes with a policy that lets in nothing but itself', async ({ desk }) => {
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

test('the bridge refuses verbs it does not know and those that are not the window’s', async ({ desk }) => {
  await desk.signIn();
  for (const verb of ['no.such.verb', 'toString', '__proto__', 'constructor', 7, null, { verb: 'visit.current' }]) {
    expect(await ask(desk, verb, {})).toMatchObject(notAllowed);
  }
  for (const verb of ['office.create', 'office.restoreFrom', 'office.recoveryPdf', 'print.issue', 'print.settle']) {
    expect(await ask(desk, verb, {})).toMatchObject(notAllowed);
  }
  expect(await ask(desk, 'ledger.verify', {})).toMatchObject(notAllowed);
  expect(await ask(desk, 'document.export', { visitId: 'x', documentNumber: 'y', format: 'pdf' })).toMatchObject(
    notAllowed,
  );
});

test('a known verb with the wrong input is refused by the names of its fields alone', async ({ desk }) => {
  await desk.signIn();
  const reply = await ask(desk, 'visit.open', { idNumber: '11010519491231002X', card: 7 });
  expect(reply).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } });
  expect(JSON.stringify(reply)).not.toContain('11010519491231002X');
});

test('before sign-in, and outside a visit, the ledger answers nothing about anybody', async ({ desk }) => {
  await expect(desk.field('signIn.code')).toBeFocused();
  expect(await ask(desk, 'batch.list', {})).toMatchObject({ ok: false, error: { code: 'SIGN_IN_REQUIRED' } });
  await desk.signIn();
  const period = { from: '2024-01-01', to: '2024-12-31' };
  expect(
    await ask(desk, 'statement.prepare', { visitId: 'x', period, kinds: null, largeType: false, language: 'en' }),
  ).toMatchObject({ ok: false, error: { code: 'VISIT_REQUIRED' } });
});

test('the recovery sheet is for an administrator, or for those who have just set the office up', async ({ desk }) => {
  await expect(desk.field('signIn.code')).toBeFocused();
  const before = await ask(desk, 'office.recoverySheet', { to: 'file' });
  expect(before).toMatchObject({ ok: false, error: { code: 'SIGN_IN_REQUIRED' } });
  await desk.signIn('2001');
  expect(await ask(desk, 'office.recoverySheet', { to: 'file' })).toMatchObject(notAllowed);
});

test('over an open office there is no demo office to open, and no backup to restore', async ({ desk }) => {
  await desk.signIn();
  const exists = { ok: false, error: { code: 'OFFICE_EXISTS' } };
  expect(await ask(desk, 'office.openDemo', {})).toMatchObject(exists);
  expect(await ask(desk, 'office.restore', { recoveryKey: 'x', pinRecoveryKey: '' })).toMatchObject(exists);
  expect(await ask(desk, 'session.current', {})).toMatchObject({ ok: true, value: { clerk: { code: '1001' } } });
});

test('asked again with other content, an operation id is refused', async ({ desk }) => {
  await desk.signIn();
  const operationId = crypto.randomUUID();
  const authorisation = { clerkCode: '2001', password: 'demo-supervisor-2001' };
  expect(await ask(desk, 'clerk.unlock', { operationId, clerkCode: '1001', authorisation })).toMatchObject({
    ok: true,
  });
  expect(await ask(desk, 'clerk.unlock', { operationId, clerkCode: '9001', authorisation })).toMatchObject({
    ok: false,
    error: { code: 'OPERATION_REUSED' },
  });
});
