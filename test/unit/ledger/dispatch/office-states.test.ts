/**
 * Every verb of the ledger where there is no office yet, where its books disagree with their anchor, and where they are gone:
 * answered or refused as the policy says of the office (docs/permissions.md). No use case runs here.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { policyOf } from '../../../../electron/contract/verbs.ts';
import { onePlace, putBooks, work, workedIn } from '../../../offices/anchored-office.ts';
import { copyOffice, MORNING, Office } from '../../../offices/small-office.ts';
import { freshFolder, keysBeside } from '../../../offices/test-folders.ts';
import { asking, cameTo, factsOf, NOBODYS_TASK, NOBODYS_VISIT, type MatrixCase } from './matrix-case.ts';
import { NotedHandlers } from './matrix-office.ts';
import { predicted } from './predicted-answer.ts';
import { LEDGER_VERBS } from './verb-samples.ts';

function absent(): string {
  const folder = freshFolder();
  mkdirSync(keysBeside(folder), { recursive: true });
  return folder;
}

async function shut(): Promise<string> {
  const folder = onePlace();
  const earlier = freshFolder();
  copyOffice(folder, earlier);
  await workedIn(folder, 2);
  putBooks(earlier, folder);
  return folder;
}

async function gone(): Promise<string> {
  const folder = onePlace();
  const office = new Office(folder);
  await work(office);
  office.close();
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  return folder;
}

const FOLDERS = { absent: absent(), shut: await shut(), gone: await gone() } as const;
const noted = new NotedHandlers();
noted.note();
const opened: Office[] = [];
afterAll(() => {
  for (const office of opened) office.close();
});

test.each(['absent', 'shut', 'gone'] as const)(
  'where an office is %s, each verb is answered as its policy says',
  async (state) => {
    const folder = FOLDERS[state];
    const office = new Office(folder, MORNING, keysBeside(folder), noted.table);
    opened.push(office);
    const came: Record<string, string> = {};
    const must: Record<string, string> = {};
    for (const verb of LEDGER_VERBS) {
      const policy = policyOf(verb);
      const session = { name: 'no session', token: null, facts: null };
      const asked: MatrixCase = {
        verb,
        door: policy.doors[0],
        counter: 'their own',
        session,
        visit: NOBODYS_VISIT,
        task: NOBODYS_TASK,
        about: 'card',
        second: 'supervisor',
      };
      must[verb] = predicted(policy, { ...factsOf(asked), office: state });
      came[verb] = await cameTo(asking(office.door), asked, noted);
    }
    expect(came).toEqual(must);
  },
);
