/** The holders' door against those who come to break it: what is refused, what a browser is told to keep to, and what stays whole. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, type TLSSocket } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { FORM_PROOF, HOLDER_PLACES } from '../../../electron/contract/online/holder-pages.ts';
import type { WebLimits } from '../../../electron/server/web/web-door.ts';
import { CODE, HOLDER, LOSS_NUMBER, OFFICE, PASSWORD } from '../../web/scripted-holder.ts';
import { STYLE, WebSite, type WebClient } from './web-client.ts';

const SESSION = '__Host-session';
const open: WebSite[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map(({ door }) => door.close()));
});

async function site(limits: Partial<WebLimits> = {}, drawing: { fails?: string } = {}): Promise<WebSite> {
  const opened = await WebSite.open(limits, drawing);
  open.push(opened);
  return opened;
}

async function signIn(browser: WebClient): Promise<void> {
  const answered = await browser.send(HOLDER_PLACES.signIn, { idNumber: HOLDER.idNumber, password: PASSWORD });
  expect([answered.status, answered.headers.location]).toEqual([303, HOLDER_PLACES.home]);
}

async function enterReport(browser: WebClient): Promise<string> {
  const { idNumber, name, phone } = HOLDER;
  const sent = await browser.send(HOLDER_PLACES.report, { idNumber, name, phone });
  const place = sent.headers.location ?? '';
  expect(place).toMatch(/^\/report\/code\?sent=report-/);
  const entered = await browser.send(place, { code: CODE });
  expect(entered.headers.location).toBe(HOLDER_PLACES.reportConfirm);
  return HOLDER_PLACES.reportConfirm;
}

test('a form without its proof, with that of another browser or a made-up one does nothing', async () => {
  const served = await site();
  const [own, other] = [served.browser(), served.browser()];
  await signIn(own);
  const { frame } = await other.get(HOLDER_PLACES.signIn);
  await own.get(HOLDER_PLACES.home);
  const asked = served.ledger.asked.length;
  for (const form of [{}, { [FORM_PROOF]: frame.proof }, { [FORM_PROOF]: 'made.up' }]) {
    const refused = await own.post(HOLDER_PLACES.signOut, form);
    expect([refused.status, refused.page]).toMatchObject([403, { page: 'notice', notice: 'stale' }]);
  }
  expect(served.ledger.asked.slice(asked)).toEqual([]);
  expect((await own.get(HOLDER_PLACES.home)).page).toMatchObject({ page: 'home' });
});

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['a page without an origin', { origin: 'null' }],
  ['a sister of the same site', { 'sec-fetch-site': 'same-site' }],
  ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
])('a form of %s does nothing, whatever proof it has', async (_, headers) => {
  const served = await site();
  const browser = served.browser();
  await signIn(browser);
  const { frame } = await browser.get(HOLDER_PLACES.home);
  const refused = await browser.post(HOLDER_PLACES.signOut, { [FORM_PROOF]: frame.proof }, { headers });
  expect([refused.status, browser.jar.has(SESSION)]).toEqual([403, true]);
});

test('a session planted before the sign-in is worth nothing after it', async () => {
  const served = await site();
  const victim = served.browser();
  victim.jar.set(SESSION, 'planted');
  await signIn(victim);
  const token = victim.jar.get(SESSION) ?? '';
  expect([token === 'planted', served.ledger.sessions.has(token)]).toEqual([false, true]);
  const attacker = served.browser();
  attacker.jar.set(SESSION, 'planted');
  expect((await attacker.get(HOLDER_PLACES.home)).page).toMatchObject({ page: 'notice', notice: 'ended' });
});

test('another sign-in in the same browser ends the session before it', async () => {
  const served = await site();
  const browser = served.browser();
  await signIn(browser);
  const before = browser.jar.get(SESSION) ?? '';
  await browser.send(`${HOLDER_PLACES.reportCode}?sent=report-1`, { code: CODE });
  expect([served.ledger.sessions.has(before), served.ledger.sessions.size]).toEqual([false, 1]);
});

test('the ledger is told from which address is asked, and no header says otherwise', async () => {
  const served = await site();
  const headers = { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=203.0.113.9' };
  await served.browser().get(HOLDER_PLACES.signIn, { headers });
  expect(new Set(served.ledger.asked.map(({ peer }) => peer))).toEqual(new Set(['127.0.0.1']));
});

test.each(['evil.example', 'localhost.evil.example', '127.0.0.2', '[::1]', 'localhost@evil.example'])(
  'asked for as %j it is nobody',
  async (host) => {
    const served = await site();
    const answered = await served.browser().get(HOLDER_PLACES.start, { headers: { host } });
    expect(answered.status).toBe(421);
    expect(answered.text).not.toContain('evil');
  },
);

test.each([
  '/assets/../../../../etc/passwd',
  '/assets/%2e%2e/%2e%2e/etc/passwd',
  '/assets/..%2f..%2fetc%2fpasswd',
  '/assets/%5c..%5cetc',
  '/assets/%00',
  '/assets/',
  '//evil.example/',
  '/reports/%ff',
  '/.vite/manifest.json',
])('nothing is found at %s', async (path) => {
  const served = await site();
  const answered = await served.browser().get(path);
  expect([400, 403, 404]).toContain(answered.status);
  expect(answered.text).not.toMatch(/root:|node_modules|at .*\.ts/);
});

test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s is no method here', async (method) => {
  const served = await site();
  const answered = await served.browser().ask(HOLDER_PLACES.home, { method });
  expect([404, 405]).toContain(answered.status);
  expect(served.ledger.asked).toEqual([]);
});

test('a page cannot be framed, run what is inline, or be kept by anybody', async () => {
  const served = await site();
  const browser = served.browser();
  await signIn(browser);
  const { headers } = await browser.get(HOLDER_PLACES.home);
  const policy = headers['content-security-policy'] ?? '';
  for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"])
    expect(policy).toContain(rule);
  const style = createHash('sha256').update(STYLE).digest('base64');
  expect(policy).toContain(`style-src 'self' 'sha256-${style}';`);
  expect(policy).not.toMatch(/unsafe|data:|\*/);
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  });
  expect(headers['strict-transport-security']).toContain('max-age=31536000');
  expect(headers).not.toHaveProperty('x-powered-by');
});

test('every cookie is of this host alone, unread by scripts and unsent from elsewhere', async () => {
  const served = await site();
  const browser = served.browser();
  const asked = await browser.get(HOLDER_PLACES.signIn);
  const chosen = await browser.get(`${HOLDER_PLACES.signIn}?language=en`);
  const { frame } = asked;
  const form = { idNumber: HOLDER.idNumber, password: PASSWORD, [FORM_PROOF]: frame.proof };
  const signedIn = await browser.post(HOLDER_PLACES.signIn, form);
  const cookies = [asked, chosen, signedIn].flatMap(({ headers }) => headers['set-cookie'] ?? []);
  expect(cookies.map((cookie) => cookie.slice(0, cookie.indexOf('=')))).toEqual([
    '__Host-form',
    '__Host-language',
    SESSION,
  ]);
  for (const cookie of cookies)
    expect(cookie).toMatch(/^(?=.*; Path=\/(;|$))(?=.*; HttpOnly)(?=.*; Secure)(?=.*; SameSite=Strict)(?!.*Domain)/i);
  // The session goes with the browser; the language is no secret and stays.
  expect(cookies.map((cookie) => /Max-Age|Expires/i.test(cookie))).toEqual([false, true, false]);
});

test('what is larger than a form, of another kind or not to be read is refused unread', async () => {
  const served = await site({ bodyBytes: 2_000 });
  const browser = served.browser();
  const { frame } = await browser.get(HOLDER_PLACES.signIn);
  const large = await browser.post(HOLDER_PLACES.signIn, { [FORM_PROOF]: frame.proof, idNumber: '1'.repeat(4_000) });
  const json = await browser.ask(HOLDER_PLACES.signIn, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ [FORM_PROOF]: frame.proof }),
  });
  expect([large.status, json.status]).toEqual([413, 415]);
  expect(served.ledger.asked.filter(({ verb }) => verb === 'online.signIn')).toEqual([]);
});

test('whoever sends a head or a body drop by drop is cut off, and others are served meanwhile', async () => {
  const served = await site({ headMs: 300, requestMs: 600 });
  const [head, body] = await Promise.all([bareLine(served), bareLine(served)]);
  head.write('GET / HTTP/1.1\r\nHost: localhost\r\n');
  body.write(
    `POST /sign-in HTTP/1.1\r\nHost: localhost:${served.port}\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
      'Content-Length: 1000\r\n\r\nidNumber=',
  );
  expect((await served.browser().get(HOLDER_PLACES.start)).status).toBe(200);
  await Promise.all([once(head, 'close'), once(body, 'close')]);
  expect((await served.browser().get(HOLDER_PLACES.start)).status).toBe(200);
});

async function bareLine({ port, identity }: WebSite): Promise<TLSSocket> {
  const socket = connect({ host: '127.0.0.1', port, ca: identity.authority, servername: 'localhost' });
  socket.on('error', () => undefined);
  socket.resume();
  await once(socket, 'secureConnect');
  return socket;
}

test('one address that asks without end is told to wait', async () => {
  const served = await site({ sent: 3, asked: 20 });
  const browser = served.browser();
  const { frame } = await browser.get(HOLDER_PLACES.signIn);
  const statuses: number[] = [];
  for (let time = 0; time < 5; time += 1)
    statuses.push((await browser.post(HOLDER_PLACES.signIn, { [FORM_PROOF]: frame.proof, idNumber: '1' })).status);
  expect(statuses).toEqual([422, 422, 422, 429, 429]);
  expect((await browser.get(HOLDER_PLACES.start)).status).toBe(200);
});

test('a page that fails says one sentence and nothing of the program; the next one is served', async () => {
  const served = await site({}, { fails: 'start' });
  const answered = await served.browser().get(HOLDER_PLACES.start);
  expect([answered.status, answered.page]).toMatchObject([500, { page: 'notice', notice: 'fault' }]);
  expect(answered.text).not.toMatch(/secret|Error|\.ts/);
  expect(served.notes).toEqual(['web fault']);
  expect((await served.browser().get(HOLDER_PLACES.signIn)).status).toBe(200);
});

test('every page says whose it is and whom to call, also while the ledger is away', async () => {
  const served = await site();
  const browser = served.browser();
  expect((await browser.get(HOLDER_PLACES.start)).frame.office).toEqual(OFFICE);
  served.ledger.refusals.set('online.office', 'LEDGER_RESTARTING');
  expect((await browser.get(HOLDER_PLACES.signIn)).frame.office).toEqual(OFFICE);
  expect(await browser.get('/nowhere')).toMatchObject({ status: 404, frame: { office: OFFICE } });
});

test('where there is no phone of a demo office there is no page of one', async () => {
  const served = await site();
  expect(await served.browser().get(HOLDER_PLACES.phone)).toMatchObject({ status: 404, frame: { phone: false } });
});

test('two tabs and a form that is sent twice make one report', async () => {
  const served = await site();
  const browser = served.browser();
  const place = await enterReport(browser);
  const [one, two] = [await browser.get(place), await browser.get(place)];
  const done = `/reports/${LOSS_NUMBER}/done`;
  for (const { page, frame } of [one, one, two]) {
    const operationId = page.page === 'confirm' ? page.operationId : '';
    const answered = await browser.post(place, { [FORM_PROOF]: frame.proof, operationId });
    expect([answered.status, answered.headers.location]).toEqual([303, done]);
  }
  expect(served.ledger.operations.size).toBe(1);
});

test('after signing out the browser is told to forget, and the session is nothing any more', async () => {
  const served = await site();
  const browser = served.browser();
  await signIn(browser);
  const stolen = browser.jar.get(SESSION) ?? '';
  const { frame } = await browser.get(HOLDER_PLACES.home);
  const left = await browser.post(HOLDER_PLACES.signOut, { [FORM_PROOF]: frame.proof });
  expect(left.headers['clear-site-data']).toBe('"cache", "storage"');
  expect(browser.jar.has(SESSION)).toBe(false);
  browser.jar.set(SESSION, stolen);
  expect((await browser.get(HOLDER_PLACES.home)).page).toMatchObject({ notice: 'ended' });
});

test('a voucher is a file to keep, asked for with a form', async () => {
  const served = await site();
  const browser = served.browser();
  const place = await enterReport(browser);
  const { page, frame } = await browser.get(place);
  await browser.post(place, {
    [FORM_PROOF]: frame.proof,
    operationId: page.page === 'confirm' ? page.operationId : '',
  });
  const voucher = await browser.post(`/reports/${LOSS_NUMBER}/voucher`, { [FORM_PROOF]: frame.proof });
  expect(voucher.text).toBe('%PDF-1.7 voucher');
  expect(voucher.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
  expect(voucher.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''%E6/);
});
