/**
 * Every verb of the ledger, through every door, by every role, in every state of session, visit and customer's task: the
 * dispatcher reaches the use case where the rules say so, and else refuses with the reason they say (docs/permissions.md).
 * No use case runs here: what is proven before one is what is asked about.
 */
import { beforeAll, afterAll, expect, test } from 'vitest';
import { COUNTER_DOORS, type Door } from '../../../../electron/contract/kernel/verb-policy.ts';
import { mayAsk, policyOf, verbs, type LedgerVerb, type Verb } from '../../../../electron/contract/verbs.ts';
import { ipcGate } from '../../../../electron/main/windows/ipc-gate.ts';
import { MatrixOffice, type MatrixSession, type MatrixTask, type MatrixVisit } from './matrix-office.ts';
import {
  asking,
  cameTo,
  disagreements,
  factsOf,
  NOBODYS_TASK,
  NOBODYS_VISIT,
  type Ask,
  type MatrixCase,
} from './matrix-case.ts';
import { predicted } from './predicted-answer.ts';
import { LEDGER_VERBS } from './verb-samples.ts';

const DOORS: readonly Door[] = [...COUNTER_DOORS, 'own-program', 'command-line', 'web', 'telephone', 'pos'];

const matrix = new MatrixOffice();
const { noted, office } = matrix;
let justSetUp: string[];

beforeAll(async () => {
  await matrix.make();
  noted.note();
  justSetUp = await whoIsJustSetUp();
  noted.answerAgain();
  await matrix.fill();
  noted.note();
}, 120_000);
afterAll(() => office.close());

/** Somebody signs in as the last of all. */
async function whoIsJustSetUp(): Promise<string[]> {
  const wrong: string[] = [];
  const cases = LEDGER_VERBS.filter((each) => each !== 'session.signIn').flatMap((verb) =>
    (['their own', 'another'] as const).map((counter) => ({ verb, counter })),
  );
  for (const { verb, counter } of cases) {
    const asked = {
      verb,
      door: doorOf(verb),
      counter,
      session: nobody(),
      visit: NOBODYS_VISIT,
      task: null,
      about: 'card',
      second: 'supervisor',
    } as const;
    const must = predicted(policyOf(verb), { ...factsOf(asked), justSetUp: counter === 'their own' });
    const came = await cameTo(asking(office.door), asked, noted);
    if (came !== must) wrong.push(`${verb} at ${counter}: must be ${must}, is ${came}`);
  }
  return wrong;
}

function nobody(): MatrixSession {
  return { name: 'no session', token: null, facts: null };
}

function doorOf(verb: LedgerVerb): Door {
  return policyOf(verb).doors[0];
}

/** The visits that a request of the session can name: its own, one of somebody else, one of nobody, none. */
function visitsFor({ token }: MatrixSession): (MatrixVisit | null)[] {
  const others = matrix.visits.find((visit) => visit.token !== token && !visit.facts.over) ?? NOBODYS_VISIT;
  return [...matrix.visits.filter((visit) => visit.token === token), others, NOBODYS_VISIT, null];
}

function tasksFor({ token }: MatrixSession): MatrixTask[] {
  const others = matrix.tasks.find((task) => task.token !== token && task.facts.running) ?? NOBODYS_TASK;
  return [...matrix.tasks.filter((task) => task.token === token), others, NOBODYS_TASK];
}

function* casesOf(verb: LedgerVerb): Generator<MatrixCase> {
  const { visit: asked, session: sessionPolicy, second: policy } = policyOf(verb);
  // A person who decides alone is nobody's second: their password is always judged.
  const isAlone = policy !== 'never' && policy.from === 'one in place';
  const needsSession = sessionPolicy !== 'none' || isAlone;
  const ways = [
    ...DOORS.map((door) => ({ door, counter: 'their own' as const })),
    ...(['another', 'command-line'] as const).map((counter) => ({ door: doorOf(verb), counter })),
  ];
  for (const way of ways)
    for (const session of matrix.sessions) {
      // Where no session is asked for, one right password tells as much as one in each of them.
      const second = needsSession || session === matrix.sessions[0] ? 'supervisor' : 'the first person';
      const visits = asked === 'none' || asked === 'of the task' ? [null] : visitsFor(session);
      const tasks = asked === 'of the task' ? tasksFor(session) : [null];
      const matters = asked === 'holder, for a card anyone' ? (['card', 'password'] as const) : (['card'] as const);
      for (const visit of visits)
        for (const task of tasks)
          for (const about of matters) yield { verb, ...way, session, visit, task, about, second };
    }
}

test.each(LEDGER_VERBS)('%s is answered to whom its policy says, and to nobody else', async (verb) => {
  expect(await disagreements(asking(office.door), casesOf(verb), noted)).toEqual([]);
});

test('right after set-up its counter may ask for the recovery sheet, and for nothing else', () => {
  expect(justSetUp).toEqual([]);
});

/** Keepers that do not look where they should: each is a request that is asked as if it were another. */
const BREACHES: Readonly<
  Record<string, { readonly verbs: readonly LedgerVerb[]; readonly asIf: (asked: MatrixCase) => MatrixCase }>
> = {
  'takes every door for the right one': {
    verbs: ['setting.set'],
    asIf: (asked) => ({ ...asked, door: doorOf(asked.verb) }),
  },
  'takes a session for one of every counter': {
    verbs: ['loss.fees', 'customer.beginTask'],
    asIf: (asked) => ({ ...asked, counter: 'their own' }),
  },
  'takes a session for one of the command line': {
    verbs: ['setting.set'],
    asIf: (asked) => ({ ...asked, counter: asked.counter === 'command-line' ? 'their own' : asked.counter }),
  },
  'takes every clerk for an administrator': {
    verbs: ['setting.list', 'clerk.disable'],
    asIf: (asked) => ({ ...asked, session: like(asked.session, ({ name }) => name.includes('administrator')) }),
  },
  'takes a session that is over for one that goes on': {
    verbs: ['loss.fees'],
    asIf: (asked) => ({ ...asked, session: asked.session.facts?.over === true ? goingOn() : asked.session }),
  },
  'answers over a locked window': {
    verbs: ['loss.fees'],
    asIf: (asked) => ({ ...asked, session: asked.session.facts?.windowLocked === true ? goingOn() : asked.session }),
  },
  'answers to nobody': {
    verbs: ['printQueue.list'],
    asIf: (asked) => ({ ...asked, session: asked.session.facts ? asked.session : goingOn() }),
  },
  'looks at nobody’s visit': {
    verbs: ['loss.ofVisit'],
    asIf: (asked) => ({ ...asked, visit: asked.visit && ownOf(asked.session, () => true) }),
  },
  'lets an agent do what is the holder’s': {
    verbs: ['loss.reissue'],
    asIf: (asked) => {
      const stand = asked.visit?.facts.stands === 'agent' && asked.visit.token === asked.session.token;
      const holders = matrix.sessions.find(({ name }) => name.endsWith('with a visit of the holder')) ?? nobody();
      return stand ? { ...asked, session: holders, visit: ownOf(holders, () => true) } : asked;
    },
  },
  'lets a visit go on that has ended': {
    verbs: ['statement.presets'],
    asIf: (asked) => {
      const isOver = asked.visit?.facts.over === true && asked.visit.token === asked.session.token;
      return isOver ? { ...asked, session: goingOn(), visit: ownOf(goingOn(), () => true) } : asked;
    },
  },
  'takes every task for one’s own': {
    verbs: ['customer.takeEntry'],
    asIf: (asked) => {
      const task = matrix.tasks.find(({ facts }) => facts.running && !facts.visitOver) ?? NOBODYS_TASK;
      const own = matrix.sessions.find(({ token }) => token === task.token) ?? nobody();
      return { ...asked, task, session: asked.session.facts?.over === false ? own : asked.session };
    },
  },
};

function goingOn(): MatrixSession {
  return matrix.sessions.find(({ name }) => name.endsWith('with a visit of the holder')) ?? nobody();
}

function like({ name, facts, token }: MatrixSession, isOther: (session: MatrixSession) => boolean): MatrixSession {
  const state = name.split('session')[1];
  const other = matrix.sessions.find((each) => isOther(each) && each.name.split('session')[1] === state);
  return other ?? { name, facts, token };
}

function ownOf({ token }: MatrixSession, is: (visit: MatrixVisit) => boolean): MatrixVisit {
  return matrix.visits.find((visit) => visit.token === token && is(visit)) ?? NOBODYS_VISIT;
}

test.each(Object.entries(BREACHES))('the matrix notices a keeper that %s', async (_, { verbs: about, asIf }) => {
  const honest = asking(office.door);
  const breached: Ask = (asked) => honest(asIf(asked));
  const noticed = await disagreements(
    breached,
    about.flatMap((verb) => [...casesOf(verb)]),
    noted,
    1,
  );
  expect(noticed).toHaveLength(1);
});

test.each(['teller', 'customer'] as const)(
  'main takes from the %s’s window what is its own, and nothing else',
  async (kind) => {
    const passed: string[] = [];
    const gate = ipcGate({
      windowOf: () => ({ kind, webContentsId: 1, counter: 'T1', sessionToken: null }) as never,
      answer: (verb) => {
        passed.push(verb);
        return Promise.resolve({ ok: true, value: {} });
      },
      checkAnswers: false,
      log: { warn: () => undefined, info: () => undefined } as never,
    });
    const sender = { webContentsId: 1, isMainFrame: true, frameUrl: `app://counter/${kind}/index.html` };
    for (const verb of Object.keys(verbs) as Verb[]) {
      const reply = await gate(sender, verb, {});
      const isStopped = !reply.ok && reply.error.code === 'NOT_ALLOWED_HERE';
      expect(isStopped, verb).toBe(!policyOf(verb).doors.includes(kind));
    }
    expect(passed.every((verb) => mayAsk(verb as Verb, kind))).toBe(true);
  },
);
