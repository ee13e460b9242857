/** F3: a period, the document beside it, Enter. */
import type { Desk } from '../desk.ts';
import type { FakeBridge } from '../fake/fake-bridge.ts';
import { largeFen, longInstitution } from '../fake/fake-visit.ts';
import { longName } from '../known.ts';
import { refusedWith } from '../fake/fake-state.ts';
import { noAnswer } from '../fake/fake-wire.ts';
import { tellerScreen } from '../screen.ts';

async function shown(desk: Desk<FakeBridge>): Promise<void> {
  await desk.press('taskStatement');
  await desk.seesPaper();
}

async function chosenLine(desk: Desk<FakeBridge>): Promise<void> {
  await shown(desk);
  await desk.press('correctEntry');
  await desk.finds('tr.chosen');
  await desk.pressKeys('ArrowUp', 'ArrowUp');
}

async function correcting(desk: Desk<FakeBridge>): Promise<void> {
  await chosenLine(desk);
  await desk.press('correctEntry');
  await desk.sees('statement.correctionReason');
}

async function toSecond(desk: Desk<FakeBridge>): Promise<void> {
  await correcting(desk);
  await desk.fill('statement.correctionReason', '医保部门重复划入');
  await desk.click('statement.toSecond');
  await desk.sees('second.title');
}

async function authorise(desk: Desk<FakeBridge>): Promise<void> {
  await desk.fill('second.code', '2001');
  await desk.fill('second.password', 'demo-2001');
  await desk.pressKeys('Enter');
}

async function print(desk: Desk<FakeBridge>): Promise<void> {
  await shown(desk);
  await desk.press('print');
}

export const statementScreen = tellerScreen(
  'statement',
  { clerk: '1001', customer: 'zhang' },
  {
    'nobody at the counter': {
      program: { visit: {} },
      async show(desk) {
        await desk.press('finishVisit');
        await desk.press('taskStatement');
      },
    },
    'without the card': { program: { visit: { cardShown: false } }, show: (desk) => desk.press('taskStatement') },
    'being prepared': {
      program: { answers: { 'statement.prepare': noAnswer } },
      async show(desk) {
        await desk.press('taskStatement');
        await desk.sees('statement.preparing');
      },
    },
    chosen: { show: shown },
    'enlarged paper': {
      async show(desk) {
        await shown(desk);
        await desk.press('enlargePaper');
        await desk.finds('dialog canvas[data-shown="true"]');
      },
    },
    'choosing an entry to correct': { show: chosenLine },
    'correcting an entry': { show: correcting },
    'no interest to be looked at': {
      async show(desk) {
        await shown(desk);
        await desk.press('interestSheet');
      },
    },
    'interest chosen': {
      program: { interest: true },
      async show(desk) {
        await shown(desk);
        await desk.press('interestSheet');
      },
    },
    'how interest was reckoned': {
      program: { interest: true },
      async show(desk) {
        await shown(desk);
        await desk.press('interestSheet');
        await desk.press('interestSheet');
        await desk.finds('.interest-sheet canvas[data-shown="true"]');
      },
    },
    'a worksheet that cannot be': {
      program: {
        interest: true,
        answers: { 'interest.worksheet': () => refusedWith('INTEREST_UNKNOWN', { date: '2024-12-20' }) },
      },
      async show(desk) {
        await shown(desk);
        await desk.press('interestSheet');
        await desk.press('interestSheet');
        await desk.finds('.notice-bar.danger');
      },
    },
    'correction, no reason': {
      async show(desk) {
        await correcting(desk);
        await desk.click('statement.toSecond');
      },
    },
    'correction, the second person': { show: toSecond },
    'correction below zero': {
      program: {
        answers: { 'entry.correct': () => refusedWith('CORRECTION_BELOW_ZERO', { entry: 41, balance: '0.00' }) },
      },
      async show(desk) {
        await toSecond(desk);
        await authorise(desk);
        await desk.finds('.notice-bar.danger');
      },
    },
    'entry corrected': {
      async show(desk) {
        await toSecond(desk);
        await authorise(desk);
        await desk.sees('statement.corrected');
      },
    },
    'correction by an agent': {
      program: {
        visit: { agent: { nameMasked: '王*', idMasked: '440***********0014', relation: '配偶', guardian: false } },
      },
      async show(desk) {
        await shown(desk);
        await desk.press('correctEntry');
      },
    },
    'all printed already': { program: { unprinted: 0 }, show: shown },
    'no entries': { program: { lines: 0 }, show: shown },
    'the longest names and amounts': {
      program: {
        longest: true,
        visit: { holderName: longName, employer: longInstitution, balanceFen: largeFen },
      },
      show: shown,
    },
    'many entries': { program: { lines: 1200 }, show: shown },
    'own dates': {
      async show(desk) {
        await shown(desk);
        await desk.press('preset', 4);
      },
    },
    'own dates wrong': {
      async show(desk) {
        await shown(desk);
        await desk.press('preset', 4);
        await desk.fill('statement.from', '20250230');
        await desk.fill('statement.to', '20240101');
      },
    },
    'no kind chosen': {
      async show(desk) {
        await shown(desk);
        for (const kind of ['allocation', 'consumption', 'void', 'refund', 'interest', 'correction'] as const) {
          await desk.click(`statement.kind.${kind}`);
        }
      },
    },
    'one kind in large type': {
      async show(desk) {
        await shown(desk);
        await desk.click('statement.kind.consumption');
        await desk.press('largeType');
        await desk.seesPaper();
      },
    },
    'missing character': {
      program: { answers: { 'statement.prepare': () => refusedWith('MISSING_GLYPH', { characters: '𡘙' }) } },
      async show(desk) {
        await desk.press('taskStatement');
        await desk.finds('.statement-task [role="alert"]');
      },
    },
    'name masked': { program: { nameMasked: true }, show: shown },
    printed: { show: print },
    'printed, others before it': { program: { papersBefore: 3 }, show: print },
    'not printed, in the queue': { program: { printFails: true }, show: print },
    saved: {
      async show(desk) {
        await shown(desk);
        await desk.press('save');
      },
    },
    'long print asked': { program: { pages: 180 }, show: print },
  },
);
