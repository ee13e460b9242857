/**
 * Six counters, a supervisor's desk and the command line at work on one office server, over real lines that are cut, delayed and
 * reordered, with a server that is killed: an auditor of its own predicts every answer, or all that a race allows.
 * `OFFICE_SEED=s` replays one history, `OFFICE_SEEDS=n` plays so many.
 */
import { rmSync } from 'node:fs';
import { beforeAll, expect, inject, test } from 'vitest';
import { caseCount } from '../case-count.ts';
import { copyOffice, Office } from '../offices/small-office.ts';
import { freshFolder, keysBeside } from '../offices/test-folders.ts';
import { Chance } from './seeded-chance.ts';
import { countsOf, miscounted } from './six-counters/audited-folder.ts';
import { History } from './six-counters/history.ts';
import { makeOffice, type Template } from './six-counters/office-template.ts';

const STEPS = 120;
const HISTORIES = caseCount(2);

let template: Template;
beforeAll(async () => {
  template = await makeOffice();
});

/** So many histories have everything that is done daily in them; fewer may lack something. */
const MANY = 20;
/** And so many what comes of a mishap at the right moment: of twenty, one in some lacks it. */
const VERY_MANY = 100;
/** What must have come of each kind of act at least once. */
const MUST_COME = [
  ...[
    'sign in',
    'sign out',
    'lock',
    'unlock',
    'lift lock',
    'arrive',
    'look at visit',
    'leave',
    'prepare',
    'print',
    'settle',
  ],
  ...[
    'take paper',
    'cancel paper',
    'see queue',
    'report loss',
    'cancel loss',
    'ask',
    'decide',
    'see requests',
    'begin task',
  ],
  ...['type', 'end task', 'receive', 'check', 'ask about file', 'post', 'again', 'revoke', 'close day'],
].map((act) => `${act} done`);
const ALSO = [
  ...[
    'steal SIGN_IN_REQUIRED',
    'arrive CLERK_LOCKED',
    'arrive SESSION_LOCKED',
    'arrive PAIR_MISMATCH',
    'leave VISIT_REQUIRED',
  ],
  ...['settle PRINT_JOB_UNKNOWN', 'again OPERATION_REUSED', 'cancel loss APPROVAL_PENDING', 'decide APPROVAL_USED'],
  'decide APPROVAL_CHANGED',
  ...[
    'type PIN_TASK_ENDED',
    'post FILE_UNKNOWN',
    'post from the queue done',
    'revoke ROLE_REQUIRED',
    'arrive lost',
    'print lost',
    'post lost',
    'type lost',
  ],
];

/** Plays one, notes what came in it, and answers how often its server was killed. */
async function play(seed: number, came: Set<string>): Promise<number> {
  const folder = freshFolder();
  copyOffice(template.folder, folder);
  const before = countsOf(folder);
  const history = await History.open(new Chance(seed), template, folder);
  try {
    for (let step = 1; step <= STEPS; step += 1) await history.step();
    await history.close();
    const office = new Office(folder, history.world.at);
    expect(await office.faults()).toEqual([]);
    office.close();
    expect(miscounted(folder, history.worlds, before)).toBeNull();
    for (const each of history.came) came.add(each);
    return history.deaths;
  } catch (error) {
    history.abandon();
    const story = history.story.slice(-Number(process.env['OFFICE_STORY'] ?? 4)).join('\n  ');
    throw new Error(`OFFICE_SEED=${seed} fails after\n  ${story}`, { cause: error });
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(keysBeside(folder), { recursive: true, force: true });
  }
}

function seeds(): number[] {
  const single = process.env['OFFICE_SEED'];
  if (single !== undefined) return [Number(single)];
  const first = inject('propertySeed');
  const many = Number(process.env['OFFICE_SEEDS'] ?? HISTORIES);
  return Array.from({ length: many }, (_, at) => first + at);
}

const chosen = seeds();

test(
  `${chosen.length} histories of ${STEPS} steps, OFFICE_SEED=${chosen[0]} and on, go as the auditor says`,
  async () => {
    const came = new Set<string>();
    let deaths = 0;
    for (const seed of chosen) deaths += await play(seed, came);
    if (chosen.length > 1) expect(deaths).toBeGreaterThan(0);
    // Histories in which something never comes would prove nothing about it.
    const wanted = [...(chosen.length >= MANY ? MUST_COME : []), ...(chosen.length >= VERY_MANY ? ALSO : [])];
    expect([...came]).toEqual(expect.arrayContaining(wanted));
  },
  chosen.length * 120_000,
);
