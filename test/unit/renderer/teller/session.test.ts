/** Answers that come late: what a session, a visit or a later answer has overtaken changes nothing. */
import fc from 'fast-check';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ErrorCode } from '../../../../electron/contract/kernel/errors.ts';
import type { TellerVerb } from '../../../../electron/contract/verbs.ts';
import { answerOrder } from '../../../../renderer/shared/answer-order.ts';
import { ask } from '../../../../renderer/shared/bridge-client.ts';
import { useSession } from '../../../../renderer/teller/state/session.ts';
import { useVisit } from '../../../../renderer/teller/state/visit.ts';
import { useWaiting } from '../../../../renderer/teller/state/waiting.ts';
import { fakeBridge, type FakeBridge } from '../../../../renderer/gallery/fake/fake-bridge.ts';
import { requested } from '../../../../renderer/gallery/fake/fake-state.ts';

let bridge: FakeBridge;
let held: Partial<Record<TellerVerb, Promise<null>>>;

beforeEach(() => {
  bridge = fakeBridge();
  held = {};
  const invoke: FakeBridge['invoke'] = async (verb, input) => {
    const until = held[verb];
    const reply = await bridge.invoke(verb, input);
    await until;
    return reply;
  };
  vi.stubGlobal('window', { medicard: { ...bridge, invoke } });
  setActivePinia(createPinia());
});
afterEach(() => void vi.unstubAllGlobals());

/** Answers of this verb are on their way until what is returned is called. */
function hold(verb: TellerVerb): () => void {
  const { promise, resolve } = Promise.withResolvers<null>();
  held[verb] = promise;
  return () => resolve(null);
}

/** A question that will be refused, on its way until what is returned is called. */
function refusedLate(code: ErrorCode): () => Promise<void> {
  const release = hold('loss.worklist');
  bridge.refuseNext('loss.worklist', { code, details: {} });
  const answer = ask('loss.worklist', {});
  return async () => {
    release();
    await answer;
  };
}

const cards = {
  idNumber: '110',
  card: '62',
  networkCheck: 'match-photo',
  secondaryDocument: null,
  agent: null,
} as const;

async function openVisit(): Promise<string> {
  await useVisit().open({ ...cards });
  return useVisit().visit!.visitId;
}

const verbsAsked = (): readonly TellerVerb[] => bridge.asked.map(({ verb }) => verb);

test('the window is covered before the ledger has heard of the sign-out, and nothing was interrupted', async () => {
  const session = useSession();
  await session.signIn('1001', 'demo-1001');
  const late = refusedLate('SIGN_IN_REQUIRED');
  const release = hold('session.signOut');
  const leaving = session.signOut();
  expect(session.session).toBeNull();
  expect(session.cover).toBe('signIn');
  await late();
  expect(session.interrupted).toBe(false);
  release();
  await leaving;
  expect(session.session).toBeNull();
});

test('whoever signs in is not signed out by the sign-out before', async () => {
  const session = useSession();
  await session.signIn('1001', 'demo-1001');
  const release = hold('session.signOut');
  const leaving = session.signOut();
  const entering = session.signIn('2001', 'demo-2001');
  await Promise.resolve();
  expect(verbsAsked().at(-1)).toBe('session.signOut');
  release();
  await Promise.all([leaving, entering]);
  expect(session.session?.clerk.code).toBe('2001');
});

test.for(['SIGN_IN_REQUIRED', 'SESSION_LOCKED', 'CLERK_LOCKED'] as const)(
  '%s covers whoever asked, not who signed in since',
  async (code) => {
    const session = useSession();
    await session.signIn('1001', 'demo-1001');
    const late = refusedLate(code);
    await session.signOut();
    await session.signIn('2001', 'demo-2001');
    await late();
    expect(session.cover).toBe('none');
    await refusedLate(code)();
    expect(session.cover).not.toBe('none');
  },
);

test('a ledger that was away at the sign-out hears of it before anything else, and brings nobody back', async () => {
  const session = useSession();
  await session.signIn('1001', 'demo-1001');
  bridge.refuseNext('session.signOut', { code: 'LEDGER_RESTARTING', details: {} });
  await session.signOut();
  bridge.refuseNext('session.signOut', { code: 'LEDGER_RESTARTING', details: {} });
  await session.readAgain();
  expect(session.session).toBeNull();
  await session.readAgain();
  expect(session.session).toBeNull();
  expect(verbsAsked().slice(-2)).toEqual(['session.signOut', 'session.current']);
});

test('a visit is ended by the refusal of what was asked in it, and of nothing older', async () => {
  const visitStore = useVisit();
  await useSession().signIn('1001', 'demo-1001');
  await openVisit();
  const late = refusedLate('VISIT_ENDED');
  await visitStore.finish();
  const second = await openVisit();
  await late();
  expect(visitStore.visit?.visitId).toBe(second);
  await refusedLate('VISIT_ENDED')();
  expect(visitStore.visit).toBeNull();
  expect(visitStore.ending).toBe('ended');
});

test('a visit that the window finds anew is not ended by what was asked before', async () => {
  await useSession().signIn('1001', 'demo-1001');
  const found = await openVisit();
  setActivePinia(createPinia());
  const anew = useVisit();
  const late = refusedLate('VISIT_REQUIRED');
  await anew.readAgain();
  await late();
  expect(anew.visit?.visitId).toBe(found);
});

test('an answer that a later one has overtaken is no news', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5]), (arriving) => {
      const asked = answerOrder();
      const arrive = Array.from({ length: 6 }, () => asked());
      let newest = -1;
      for (const at of arriving) {
        expect(arrive[at]!()).toBe(at > newest);
        newest = Math.max(newest, at);
      }
    }),
  );
});

test('a list of requests asked for before another does not replace it', async () => {
  const waiting = useWaiting();
  await useSession().signIn('2001', 'demo-2001');
  const release = hold('approval.list');
  const older = waiting.readRequests();
  delete held['approval.list'];
  bridge.state.requests = [requested({ requestId: 'newer' })];
  await waiting.readRequests();
  expect(waiting.openRequests).toBe(1);
  release();
  await older;
  expect(waiting.openRequests).toBe(1);
});

test('a refusal about a visit that is over does not end the one that is open', async () => {
  await useSession().signIn('1001', 'demo-1001');
  const before = await openVisit();
  const visit = useVisit();
  await visit.finish();
  const now = await openVisit();
  bridge.refuseNext('loss.ofVisit', { code: 'VISIT_ENDED', details: {} });
  await ask('loss.ofVisit', { visitId: before });
  expect(visit.visit?.visitId).toBe(now);
  bridge.refuseNext('loss.ofVisit', { code: 'VISIT_ENDED', details: {} });
  await ask('loss.ofVisit', { visitId: now });
  expect(visit.visit).toBeNull();
});

test('a visit that opens after its clerk has gone is not shown to the next one', async () => {
  await useSession().signIn('1001', 'demo-1001');
  const visit = useVisit();
  const release = hold('visit.open');
  const opening = visit.open(cards);
  visit.leave(null);
  bridge.state.visit = null;
  release();
  await opening;
  expect(visit.visit).toBeNull();
});

test('a visit is left before the ledger has heard of it, and is back when the ledger could not finish it', async () => {
  await useSession().signIn('1001', 'demo-1001');
  const visitId = await openVisit();
  const visit = useVisit();
  const release = hold('visit.finish');
  bridge.refuseNext('visit.finish', { code: 'LEDGER_RESTARTING', details: {} });
  const finishing = visit.finish();
  expect(visit.visit).toBeNull();
  release();
  expect(await finishing).toMatchObject({ code: 'LEDGER_RESTARTING' });
  expect(visit.visit?.visitId).toBe(visitId);
});
