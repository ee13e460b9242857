/**
 * Every verb that takes a second person, with each kind of them: the dispatcher reaches the use case with the right one alone
 * (docs/rules.md 5). No use case runs here.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOpeningVerb, policyOf, verbs, type LedgerVerb } from '../../../../electron/contract/verbs.ts';
import type { SecondPolicy } from '../../../../electron/contract/kernel/verb-policy.ts';
import { doorOf } from '../../../offices/office-care.ts';
import { authorised, copyOf, makeTemplate, MORNING, Office, type Counter } from '../../../offices/small-office.ts';
import { keysBeside } from '../../../offices/test-folders.ts';
import { NotedHandlers } from './matrix-office.ts';
import { predictedSecond, type Facts, type GivenSecond } from './predicted-answer.ts';
import { ABOUT_NOTHING, LEDGER_VERBS, SAMPLES } from './verb-samples.ts';

const noted = new NotedHandlers();
let office: Office;
let asker: Counter;
let visitId: string;

beforeAll(async () => {
  const folder = copyOf(await makeTemplate());
  office = new Office(folder, MORNING, keysBeside(folder), noted.table);
  asker = await office.signIn('9001');
  ({ visitId } = await office.openVisit(0, asker));
  noted.note();
});
afterAll(() => office.close());

const GIVEN: readonly GivenSecond[] = [
  ...(['supervisor', 'supervisor, wrong password', 'clerk', 'the first person', 'request', 'nobody'] as const),
];

/** A wrong password is tried for a code that nobody tried before: the next try for the same one has to wait. */
let strangers = 7000;

function secondAs(given: GivenSecond, first: string): object | null {
  if (given === 'nobody') return null;
  if (given === 'request') return { requestId: 'some request' };
  if (given === 'supervisor, wrong password') return authorised(String((strangers += 1)), 'wrong');
  return authorised({ supervisor: '2001', clerk: '1001', 'the first person': first }[given]);
}

interface Row {
  readonly verb: LedgerVerb;
  readonly given: GivenSecond;
  readonly about: Facts['about'];
}

function policyWith(verb: LedgerVerb): Exclude<SecondPolicy, 'never'> {
  const { second } = policyOf(verb);
  if (second === 'never') throw new Error(`${verb} takes no second person`);
  return second;
}

const ROWS: readonly Row[] = LEDGER_VERBS.filter(
  (verb) => policyOf(verb).second !== 'never' && !isOpeningVerb(verb),
).flatMap((verb) =>
  (verb === 'loss.report' ? (['card', 'password'] as const) : (['password'] as const)).flatMap((about) =>
    GIVEN.map((given) => ({ verb, given, about })),
  ),
);

function inputOf({ verb, given, about }: Row): object {
  const sample = SAMPLES[verb]({ ...ABOUT_NOTHING, visitId });
  // The first person is who asks, or the clerk whose lock is lifted.
  const second = secondAs(given, 'clerkCode' in sample && verb === 'clerk.unlock' ? sample.clerkCode : '9001');
  const named = policyWith(verb).from === 'in place or queue' ? { second } : { authorisation: second };
  return verb === 'loss.report' ? { ...sample, ...named, object: about } : { ...sample, ...named };
}

function mayBeNobody({ verb, about }: Row): boolean {
  return verbs[verb].input.safeParse(inputOf({ verb, given: 'nobody', about })).success;
}

async function cameTo(row: Row): Promise<string> {
  const { verb } = row;
  const request = { verb, input: inputOf(row), sessionToken: asker.token, door: doorOf(verb) };
  const { reply } = await office.door.answer({ ...request, counter: 'T1', operator: 'window' });
  const reached = noted.taken().includes(verb);
  if (reply.ok !== reached) throw new Error(`${verb} was ${reached ? '' : 'not '}reached`);
  return reply.ok ? 'done' : reply.error.code;
}

test.each(ROWS)('$verb about a $about with $given', async (row) => {
  const must = predictedSecond(policyWith(row.verb), row.given, { about: row.about, mayBeNobody: mayBeNobody(row) });
  expect(await cameTo(row)).toBe(must);
});
