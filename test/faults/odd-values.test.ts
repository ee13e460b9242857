/**
 * A counter, a page or a line that somebody else has written asks every verb of its door with values that ours never sends: each is
 * answered or refused, no use case breaks on one, and the books stay whole. `FC_SEED` repeats a run.
 */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { inspect } from 'node:util';
import { beforeAll, expect, inject, test } from 'vitest';
import type { ErrorCode } from '../../electron/contract/kernel/errors.ts';
import { sentence } from '../../electron/contract/messages/messages.ts';
import { policyOf, type LedgerVerb, type Output } from '../../electron/contract/verbs.ts';
import type { Door } from '../../electron/contract/kernel/verb-policy.ts';
import { caseCount } from '../case-count.ts';
import { Chance } from '../model/seeded-chance.ts';
import {
  authorised,
  copyOf,
  lossOf,
  makeTemplate,
  MORNING,
  Office,
  visitOf,
  type Template,
} from '../offices/small-office.ts';
import { keysBeside } from '../offices/test-folders.ts';
import type { GivenInput } from '../offices/typed-entry.ts';
import { ABOUT_NOTHING, LEDGER_VERBS, SAMPLES, type About } from '../unit/ledger/dispatch/verb-samples.ts';
import { oddlyChanged } from './odd-values.ts';

const OFFICES = caseCount(2);
const REQUESTS = 400;
/** What leaves nothing to ask: another office in the folder, or none. */
const ENDS_THE_OFFICE: ReadonlySet<LedgerVerb> = new Set<LedgerVerb>(['office.restoreFrom', 'office.create']);
const COUNTER = 'T1';
const CLERKS = ['1001', '2001', '9001'] as const;

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

const DOORS = ['teller', 'customer', 'program', 'own-program', 'command-line', 'web', 'telephone'] as const;
type Asked = readonly [verb: LedgerVerb, door: Door];
const ASKED: readonly Asked[] = LEDGER_VERBS.filter((verb) => !ENDS_THE_OFFICE.has(verb)).flatMap((verb) =>
  DOORS.filter((door) => policyOf(verb).doors.includes(door)).map((door): Asked => [verb, door]),
);

/** What somebody who signs in at a counter has before them, as far as earlier requests left it possible. */
interface Desk {
  readonly about: About;
  readonly token: string | null;
}

async function deskOf(office: Office, chance: Chance): Promise<Desk> {
  const clerk = chance.pick(CLERKS);
  const signingIn = { verb: 'session.signIn', door: 'teller', input: authorised(clerk), sessionToken: null } as const;
  const { session } = await office.door.answer({ ...signingIn, counter: COUNTER, operator: 'window' });
  const { documentNumber } = template;
  const second = authorised(chance.pick(CLERKS));
  if (typeof session !== 'string') return { about: { ...ABOUT_NOTHING, documentNumber, second }, token: null };
  const none = ABOUT_NOTHING;
  const made = async <V extends LedgerVerb>(verb: V, input: GivenInput<V>): Promise<Partial<Output<V>>> => {
    const reply = await office.ask(verb, input, { clerk, token: session });
    return reply.ok ? reply.value : {};
  };
  const { visitId = none.visitId } = await made('visit.open', visitOf(chance.below(5)));
  const { number: lossNumber = none.lossNumber } = await made('loss.report', lossOf(visitId, { kind: 'formal' }));
  const { taskId = none.taskId } = await made('customer.beginTask', { visitId, task: 'first', second: null });
  const asking = { operationId: randomUUID(), verb: 'loss.cancel', input: { visitId, number: lossNumber } } as const;
  const { requestId = none.requestId } = await made('approval.ask', asking);
  const issuing = { operationId: randomUUID(), visitId, documentNumber };
  const { jobId = none.jobId } = await made('print.issue', issuing);
  const { intakeId = none.intakeId } = await made('intake.begin', { name: 'a.csv', bytes: 4 });
  if (chance.happens(50)) await made('intake.chunk', { intakeId, offset: 0, chunk: Buffer.from('a,b\n') });
  if (chance.happens(50)) await made('intake.end', { intakeId });
  const about = { visitId, lossNumber, taskId, requestId, jobId, intakeId, documentNumber, second };
  return { about, token: session };
}

async function play(seed: number, came: Map<string, number>): Promise<void> {
  const chance = new Chance(seed);
  const office = new Office(copyOf(template), MORNING);
  let desk = await deskOf(office, chance);
  for (let nth = 1; nth <= REQUESTS; nth += 1) {
    if (nth % 12 === 0) desk = await deskOf(office, chance);
    office.at += 2_000;
    const [verb, door] = chance.pick(ASKED);
    const input = oddlyChanged(chance, SAMPLES[verb](desk.about));
    const counter = door === 'command-line' ? 'command-line' : COUNTER;
    const who = { sessionToken: chance.happens(90) ? desk.token : null, door, counter, operator: 'window' };
    const { reply } = await office.door.answer({ verb, input, ...who }).catch((error: unknown) => {
      throw new Error(`FC_SEED=${seed}: ${verb} broke on ${inspect(input)}`, { cause: error });
    });
    const code = reply.ok ? 'answered' : reply.error.code;
    came.set(code, (came.get(code) ?? 0) + 1);
    if (!reply.ok)
      for (const locale of ['zh-CN', 'en'] as const) sentence(locale, code as ErrorCode, reply.error.details);
  }
  expect(await office.faults(), `FC_SEED=${seed}`).toEqual([]);
  office.close();
  rmSync(office.folder, { recursive: true });
  rmSync(keysBeside(office.folder), { recursive: true });
}

test(
  `${OFFICES * REQUESTS} requests with odd values are answered or refused`,
  async () => {
    const came = new Map<string, number>();
    const first = inject('propertySeed');
    for (let nth = 0; nth < OFFICES; nth += 1) await play(first + nth, came);
    // Whatever is refused by its schema alone proves nothing about the use cases.
    const unread = (came.get('INPUT_INVALID') ?? 0) + (came.get('NOT_ALLOWED_HERE') ?? 0);
    expect(unread).toBeLessThan(OFFICES * REQUESTS * 0.6);
    expect(came.get('answered')).toBeGreaterThan(20);
    expect(came.size).toBeGreaterThan(15);
  },
  OFFICES * 120_000,
);
