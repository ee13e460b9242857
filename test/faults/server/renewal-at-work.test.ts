/**
 * Two desktops at work on an office server in a process of its own, whose certificates are renewed and taken into use meanwhile: each
 * line begins anew between two presses, and no visit is lost or opened twice.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isUnanswered, type Reply } from '../../../electron/contract/kernel/errors.ts';
import type { CounterState } from '../../../electron/contract/administration/counter-verbs.ts';
import type { LedgerVerb, Input, Output } from '../../../electron/contract/verbs.ts';
import type { Asker } from '../../../electron/main/ledger-link/ledger-link.ts';
import { OfficeProcess, PROGRAM } from '../../model/six-counters/office-process.ts';
import { codeFor } from '../../model/six-counters/office-template.ts';
import { copyOf, makeTemplate, Office, PASSWORDS, visitOf } from '../../offices/small-office.ts';
import { keysBeside } from '../../offices/test-folders.ts';
import { JoinedDesktop } from './joined-desktop.ts';

const DAY = 24 * 3_600_000;
const VISITS = 12;
const template = await makeTemplate();
let folder: string;
let server: OfficeProcess;
const desktops: JoinedDesktop[] = [];

beforeEach(async () => {
  folder = copyOf(template);
  const office = new Office(folder);
  await office.keepPasswords();
  office.close();
  server = await OfficeProcess.open(folder, office.at);
});

afterEach(async () => {
  for (const desktop of desktops.splice(0)) await desktop.end();
  rmSync(folder, { recursive: true, force: true });
  rmSync(keysBeside(folder), { recursive: true, force: true });
});

async function joined(name: string): Promise<JoinedDesktop> {
  const desktop = new JoinedDesktop(PROGRAM);
  desktops.push(desktop);
  const code = await codeFor(server, name, 'counter');
  const reply = await desktop.office.join({ address: `127.0.0.1:${server.port}`, code });
  if (!reply.ok) throw new Error(reply.error.code);
  return desktop;
}

/** Pressed again under the same operation id for as often as the line breaks over it. */
async function press<V extends LedgerVerb>(
  desktop: JoinedDesktop,
  asker: Asker,
  verb: V,
  input: Input<V>,
): Promise<Output<V>> {
  for (;;) {
    const reply = (await desktop.link.request(verb, input, asker, 'teller')) as Reply<Output<V>>;
    if (reply.ok) return reply.value;
    if (!isUnanswered(reply.error.code)) throw new Error(`${verb} was refused: ${reply.error.code}`);
    await desktop.until(({ state }) => state === 'ready');
  }
}

interface CertificatesOf {
  readonly current: { readonly keyId: string };
  readonly next: { readonly keyId: string } | null;
}

const kept = (desktop: JoinedDesktop) =>
  JSON.parse(readFileSync(join(desktop.folder, 'joining.json'), 'utf8')) as CertificatesOf;

/**
 * One customer after the other, and the certificate looked at in the middle of each visit until it is renewed, or used: the server
 * signs by the real calendar, on which the new one ends as soon as the one before.
 */
async function serves(desktop: JoinedDesktop, asker: Asker, person: number, now: number): Promise<string[]> {
  const visits: string[] = [];
  const hadNext = kept(desktop).next !== null;
  for (let customer = 0; customer < VISITS; customer += 1) {
    const { visitId } = await press(desktop, asker, 'visit.open', visitOf(person));
    visits.push(visitId);
    if ((kept(desktop).next !== null) === hadNext) await desktop.office.lookAtCertificate(now);
    await press(desktop, asker, 'visit.finish', { visitId });
  }
  return visits;
}

async function endOfCertificates(): Promise<number> {
  const { reply } = await server.ask('counter.list', {});
  if (!reply.ok) throw new Error(reply.error.code);
  const counters = reply.value as readonly {
    readonly state: CounterState;
    readonly certificateEndsAt: number | null;
  }[];
  return Math.min(...counters.map(({ certificateEndsAt }) => certificateEndsAt ?? Infinity));
}

test('both are renewed and taken into use while customers are served, and every visit is there once', async () => {
  const pair = [await joined('一号柜台'), await joined('二号柜台')] as const;
  const before = pair.map((desktop) => kept(desktop).current.keyId);
  const end = await endOfCertificates();
  await server.tell(end - 100 * DAY);
  const [one, two] = [
    await pair[0].signIn('1001', PASSWORDS['1001'] ?? ''),
    await pair[1].signIn('1002', PASSWORDS['1002'] ?? ''),
  ];
  const work = (now: number) => Promise.all([serves(pair[0], one, 0, now), serves(pair[1], two, 1, now)]);
  const renewed = await work(end - 100 * DAY);
  const next = pair.map((desktop) => kept(desktop).next?.keyId);
  expect(next.every((keyId) => keyId !== undefined)).toBe(true);
  expect(pair.map((desktop) => kept(desktop).current.keyId)).toEqual(before);

  const [sessions, lines] = [[one.session, two.session], pair.map(({ statuses }) => statuses.length)];
  const used = await work(end - 59 * DAY);
  expect(pair.map((desktop) => kept(desktop))).toMatchObject(next.map((keyId) => ({ current: { keyId }, next: null })));
  expect([one.session, two.session]).toEqual(sessions);
  // Away and back, once each.
  expect(pair.map(({ statuses }, at) => statuses.slice(lines[at]).map(({ state }) => state))).toEqual([
    ['restarting', 'ready'],
    ['restarting', 'ready'],
  ]);

  const visits = [...renewed, ...used].flat();
  expect(new Set(visits).size).toBe(4 * VISITS);
  for (const desktop of desktops.splice(0)) await desktop.end();
  await server.close();
  const office = new Office(folder, end - 100 * DAY);
  const opened = await office.door.ledger.books.read(({ query }) =>
    query.selectFrom('visit').select('id').where('id', 'in', visits).execute(),
  );
  expect(opened).toHaveLength(visits.length);
  expect(await office.faults()).toEqual([]);
  office.close();
});
