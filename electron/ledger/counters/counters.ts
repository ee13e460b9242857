/** The counters as an administrator sees them: added with a one-time code, renamed, shut out (docs/server.md 2). */
import { randomBytes } from 'node:crypto';
import type { ListedCounter } from '../../contract/administration/counter-verbs.ts';
import { enrolmentCodeText } from '../../contract/administration/enrolment-code.ts';
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { nextAuditSeq } from '../books/audit/audit-chain.ts';
import type { Reading, Writing } from '../books/books.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone } from '../request/record.ts';
import type { Scope } from '../request/scope.ts';
import { endSessionsAt } from '../request/session/session-end.ts';
import { recordApproved } from '../second-person/approved-in-place.ts';
import {
  changeCounter,
  findCounter,
  findServer,
  insertCounter,
  readCounters,
  saveCode,
  saveServer,
  setRevoked,
  type CounterRow,
} from './counter-rows.ts';
import { secretOf } from './enrolment-secret.ts';
import { CODE_MILLISECONDS, freeNumber } from './enrolment-rules.ts';

async function listCounters(scope: Scope): Promise<Output<'counter.list'>> {
  return (await scope.books.read(readCounters)).map((counter) => listed(scope, counter));
}

function listed({ lines }: Scope, counter: CounterRow): ListedCounter {
  const { number, name, kind, state, joinedAt, certificateEndsAt, lastSeenAt } = counter;
  const line = lines?.of(number) ?? null;
  return { number, name, kind, state, joinedAt, certificateEndsAt, lastSeenAt, line };
}

/** Throws RefusalError SERVER_NEVER_STARTED, COUNTER_NAME_TAKEN, COUNTERS_FULL. */
async function addCounter(asked: Asked<'counter.add'>, input: Input<'counter.add'>): Promise<Output<'counter.add'>> {
  const { name, kind } = input;
  const salt = randomBytes(16).toString('hex');
  return asked.books.write(async (writing) => {
    const server = await findServer(writing);
    if (server === null) throw new RefusalError('SERVER_NEVER_STARTED');
    const number = await placeFor(writing, input);
    const expiresAt = (writing.at + CODE_MILLISECONDS) as Instant;
    await saveCode(writing, number, { salt, expiresAt });
    await recordApproved(writing, asked, { subject: number, details: { name, kind } });
    const secret = secretOf(writing, number, salt);
    return { number, name, kind, code: enrolmentCodeText({ number, secret }), expiresAt, ...server };
  });
}

/** The counter of that name which nobody has joined yet, or a new one under the least number that was never given. */
async function placeFor(writing: Writing, { name, kind }: Input<'counter.add'>): Promise<string> {
  const counters = await readCounters(writing);
  const sameName = counters.find((counter) => counter.name === name && counter.state !== 'revoked');
  if (sameName !== undefined && sameName.state !== 'expected') throw new RefusalError('COUNTER_NAME_TAKEN', { name });
  const seq = await nextAuditSeq(writing);
  if (sameName !== undefined) {
    await changeCounter(writing, sameName.number, { name, kind }, seq);
    return sameName.number;
  }
  const number = freeNumber(counters.map((counter) => counter.number));
  if (number === null) throw new RefusalError('COUNTERS_FULL');
  await insertCounter(writing, { number, name, kind }, seq);
  return number;
}

/** Throws RefusalError COUNTER_UNKNOWN, COUNTER_REVOKED, COUNTER_NAME_TAKEN, and COUNTER_STATE when nothing would change. */
async function alterCounter(
  asked: Asked<'counter.change'>,
  input: Input<'counter.change'>,
): Promise<Output<'counter.change'>> {
  return asked.books.write(async (writing) => {
    const before = await requireCounter(writing, input.number);
    const { number } = before;
    const after = { name: input.name ?? before.name, kind: input.kind ?? before.kind };
    if (after.name === before.name && after.kind === before.kind) throw new RefusalError('COUNTER_STATE', { number });
    const others = (await readCounters(writing)).filter(
      (other) => other.number !== number && other.state !== 'revoked',
    );
    if (others.some(({ name }) => name === after.name))
      throw new RefusalError('COUNTER_NAME_TAKEN', { name: after.name });
    await changeCounter(writing, number, after, await nextAuditSeq(writing));
    const details = { ...after, nameBefore: before.name, kindBefore: before.kind };
    await recordApproved(writing, asked, { subject: number, details });
    return listed(asked, await requireCounter(writing, number));
  });
}

/** Throws RefusalError COUNTER_UNKNOWN, COUNTER_REVOKED. */
async function revokeCounter(
  asked: Asked<'counter.revoke'>,
  { number, reason }: Input<'counter.revoke'>,
): Promise<Output<'counter.revoke'>> {
  return asked.books.write(async (writing) => {
    const counter = await requireCounter(writing, number);
    await setRevoked(writing, number, await nextAuditSeq(writing));
    await recordDone(writing, asked, { subject: number, details: { name: counter.name, reason } });
    await endSessionsAt(writing, number, 'counter revoked');
    return { ...listed(asked, counter), state: 'revoked' };
  });
}

async function requireCounter(reading: Reading, number: string): Promise<CounterRow> {
  const counter = await findCounter(reading, number);
  if (counter === null) throw new RefusalError('COUNTER_UNKNOWN', { number });
  if (counter.state === 'revoked') throw new RefusalError('COUNTER_REVOKED', { number });
  return counter;
}

async function beginServing({ books }: Scope, server: Input<'server.begin'>): Promise<Output<'server.begin'>> {
  const before = await books.read(findServer);
  if (before?.address === server.address && before.fingerprint === server.fingerprint) return {};
  await books.write((writing) => saveServer(writing, server), { whileBehind: true });
  return {};
}

export const countersHandlers = {
  'counter.list': listCounters,
  'counter.show': listCounters,
  'counter.add': addCounter,
  'counter.change': alterCounter,
  'counter.revoke': revokeCounter,
  'server.begin': beginServing,
};
