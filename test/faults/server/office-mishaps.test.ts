/** What goes wrong with an office of several counters without anybody attacking it: one clear sentence each, and nothing lost. */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Refusal } from '../../../electron/contract/kernel/errors.ts';
import { COUNTER_DOORS } from '../../../electron/contract/kernel/verb-policy.ts';
import { parseEnrolmentCode } from '../../../electron/contract/administration/enrolment-code.ts';
import { sentence } from '../../../electron/contract/messages/messages.ts';
import { mayAsk, verbs, type LedgerVerb } from '../../../electron/contract/verbs.ts';
import { joinOffice } from '../../../electron/main/ledger-link/joining-line.ts';
import type { CounterIdentity, ServerLine } from '../../../electron/main/ledger-link/network-transport.ts';
import { CounterSigning } from '../../../electron/server/identity/counter-signing.ts';
import { OfficeLedger } from '../../../electron/server/office-ledger.ts';
import { certificateRequest, joinedCounter } from '../../offices/certificates.ts';
import {
  authorised,
  copyOf,
  makeTemplate,
  MINUTE,
  Office,
  visitOf,
  type Template,
} from '../../offices/small-office.ts';
import { CounterOffice, PROGRAM } from './counter-office.ts';

const HOST = '127.0.0.1';
const HOUR = 60 * MINUTE;
const OFFICE = 'office-1';
const afterwards: (() => unknown)[] = [];
let template: Template;

beforeAll(async () => {
  template = await makeTemplate();
});
afterEach(async () => {
  for (const end of afterwards.splice(0).reverse()) await end();
});

async function opened(setting: Parameters<typeof CounterOffice.open>[0] = {}): Promise<CounterOffice> {
  const office = await CounterOffice.open(setting);
  afterwards.push(() => office.close());
  return office;
}

/** What the first word of a line of this identity is: `served`, or the refusal. */
function firstWord(
  office: CounterOffice,
  identity: CounterIdentity,
  to: { readonly port?: number; readonly host?: string } = {},
): Promise<Refusal | 'served' | 'nobody'> {
  return new Promise((resolve) => {
    const line = office.lineOf(
      identity,
      to,
    )({
      message: (message) => {
        const { reply } = message as { readonly reply: { readonly ok: boolean; readonly error: Refusal } };
        resolve(reply.ok ? 'served' : reply.error);
        line.kill('force');
      },
      exit: () => resolve('nobody'),
    });
  });
}

describe('a clock that is wrong', () => {
  test.each([-20, -5, 5, 20])('by %i hours keeps no counter out', async (hours) => {
    const office = await opened();
    await office.close();
    await office.openDoor({ shows: await office.authority.issueServer(OFFICE, [HOST], Date.now() - hours * HOUR) });
    const identity = await office.join('02', 'active', Date.now() + hours * HOUR);
    expect(await firstWord(office, identity)).toBe('served');
  });

  test('by more than a day is told as what it is, before anything of any business is said', async () => {
    const office = await opened();
    await office.close();
    await office.openDoor({ shows: await office.authority.issueServer(OFFICE, [HOST], Date.now() + 30 * HOUR) });
    const refusal = await firstWord(office, await office.join('02'));
    expect(refusal).toMatchObject({ code: 'CERTIFICATE_EXPIRED' });
    expect(sentence('en', 'CERTIFICATE_EXPIRED', {})).toContain('Check the date and time of this computer first');
    expect(office.echo.asked).toEqual([]);
  });
});

/** An office with its books behind the doors, and an administrator. */
async function withBooks() {
  const books = new Office(copyOf(template));
  const signing = new CounterSigning();
  books.authority = signing;
  books.reopen();
  const ledger = new OfficeLedger();
  ledger.serve(books.door);
  const server = await opened({ ledger, register: ledger });
  signing.begin(server.authority);
  await ledger.begin({ address: `${HOST}:${server.port}`, fingerprint: signing.fingerprint });
  afterwards.push(async () => {
    expect(await books.faults()).toEqual([]);
    books.close();
  });
  const administrator = await books.signIn('9001');
  const join = async (name: string) => {
    const added = { name, kind: 'counter', authorisation: authorised('2001') } as const;
    const code = parseEnrolmentCode((await books.must('counter.add', added, administrator)).code);
    if (code === null) throw new Error('a code that is none');
    const { key, request } = await certificateRequest('CN=new');
    const reply = await joinOffice({ host: HOST, port: server.port, code, csr: request, program: PROGRAM });
    if (!reply.ok) throw new Error(reply.error.code);
    const { certificate, officeCertificate: authority, number } = reply.value;
    return { key, certificate, authority, number };
  };
  return { books, server, administrator, join };
}

test('a certificate that ran out while the office was closed: its counter is revoked and joins again under its name', async () => {
  const { books, server, administrator, join } = await withBooks();
  const before = await join('二号柜台');
  const place = { office: OFFICE, number: before.number, kind: 'counter' } as const;
  const out = await joinedCounter(server.authority, place, Date.now() - 366 * 24 * HOUR);
  expect(await firstWord(server, out)).toMatchObject({ code: 'CERTIFICATE_EXPIRED' });
  await books.must('counter.revoke', { number: before.number, reason: '证书已过期' }, administrator);
  const again = await join('二号柜台');
  expect([before.number, again.number]).toEqual(['01', '02']);
  expect(await firstWord(server, again)).toBe('served');
});

describe('a server whose address changed', () => {
  test('is not there any more at the old one, and the counter is served at the new one with what it has', async () => {
    const office = await opened();
    const identity = await office.join('02');
    const old = office.port;
    await office.close();
    await office.openDoor();
    expect(office.port).not.toBe(old);
    expect(await firstWord(office, identity, { port: old })).toBe('nobody');
    expect(await firstWord(office, identity)).toBe('served');
  });

  test('has left the old one to somebody else, who is told nothing', async () => {
    const [office, somebody] = [await opened(), await opened()];
    const identity = await office.join('02');
    expect(await firstWord(office, identity, { port: somebody.port })).toMatchObject({ code: 'SERVER_OTHER' });
    expect([somebody.looked, somebody.echo.asked]).toEqual([[], []]);
  });
});

test('the same clerk at two counters has a session, a customer and a lock at each', async () => {
  const office = new Office(copyOf(template));
  const [here, there] = [await office.signIn('1001', undefined, 'T1'), await office.signIn('1001', undefined, 'T2')];
  const first = await office.must('visit.open', visitOf(0), here);
  const second = await office.must('visit.open', visitOf(1), there);
  expect(await office.codeOf('visit.finish', { visitId: second.visitId }, here)).toBe('VISIT_REQUIRED');
  await office.must('session.lock', {}, there);
  expect(await office.must('visit.current', {}, here)).toMatchObject({ visitId: first.visitId });
  await office.must('session.signOut', {}, here);
  expect(await office.codeOf('visit.current', {}, there)).toBe('SESSION_LOCKED');
  await office.must('session.unlock', { password: authorised('1001').password }, there);
  expect(await office.must('visit.current', {}, there)).toMatchObject({ visitId: second.visitId });
  expect(await office.faults()).toEqual([]);
  office.close();
});

test('every verb of the ledger at every door of a counter, over the line: what its policy does not let in is refused there', async () => {
  const { server, join } = await withBooks();
  const identity = await join('二号柜台');
  const waiting = new Map<number, (reply: { readonly ok: boolean; readonly error?: Refusal }) => void>();
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const line: ServerLine = server.lineOf(identity)({
    message: (raw) => {
      const message = raw as { readonly type: string; readonly id: number; readonly reply: { readonly ok: boolean } };
      if (message.type === 'opened') resolve(undefined);
      if (message.type === 'reply') waiting.get(message.id)?.(message.reply);
    },
    exit: () => undefined,
  });
  await promise;
  const ledgers = (Object.keys(verbs) as (keyof typeof verbs)[]).filter((verb) => verbs[verb].owner === 'ledger');
  const asked = ledgers.flatMap((verb) => COUNTER_DOORS.map((door) => ({ verb: verb as LedgerVerb, door })));
  expect(asked.length).toBeGreaterThan(200);
  for (const [id, { verb, door }] of asked.entries()) {
    const reply = await new Promise<{ readonly ok: boolean; readonly error?: Refusal }>((answered) => {
      waiting.set(id, answered);
      line.send({ type: 'request', id, verb, input: null, door, sessionToken: null, counter: 'x' });
    });
    expect([verb, door, reply.error?.code]).toEqual([
      verb,
      door,
      mayAsk(verb, door) ? 'INPUT_INVALID' : 'NOT_ALLOWED_HERE',
    ]);
  }
  line.kill('force');
});
