/** The telephone password is set in the holder's own visit, on the customer's window, in the session that began it: by no other way. */
import { beforeAll, expect, test } from 'vitest';
import { verbs, type Input } from '../../../../electron/contract/verbs.ts';
import { person } from '../../../offices/made-up-people.ts';
import {
  behindTheBack,
  copyOf,
  makeTemplate,
  Office,
  visitOf,
  type Counter,
  type Template,
} from '../../../offices/small-office.ts';
import type { TypedEntry } from '../../../offices/typed-entry.ts';

const OTHER = '806153';
let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

const kept = (office: Office) =>
  behindTheBack(office.folder, (connection) =>
    Number(connection.prepare('SELECT count(*) FROM telephone_password').pluck().get()),
  );
const asked = (visitId: string): Input<'customer.beginTask'> => ({ visitId, task: 'telephone', second: null });

test.each([false, true])('an agent sets none, with household register: %s', async (householdRegister) => {
  const office = new Office(copyOf(template));
  const agent = { idNumber: person(7).idNumber, name: '代办人', relation: '父亲', householdRegister };
  const { visitId } = await office.must('visit.open', { ...visitOf(4), agent }, template.clerk);
  expect(await office.codeOf('customer.beginTask', asked(visitId), template.clerk)).toBe('AGENT_MAY_NOT');
  expect(kept(office)).toBe(0);
  office.close();
});

test('another session neither begins, types nor ends it, nor does nobody, nor a visit that is over', async () => {
  const office = new Office(copyOf(template));
  const { clerk } = template;
  const { visitId } = await office.openVisit(4, clerk);
  const { taskId } = await office.must('customer.beginTask', asked(visitId), clerk);
  const other = await office.signIn('1002');
  const entry = (): TypedEntry => ({ taskId, step: 'new', pin: Buffer.from(OTHER) });
  const refusals = async (from: Counter | null) => [
    await office.codeOf('customer.beginTask', asked(visitId), from),
    await office.codeOf('customer.takeEntry', entry(), from),
    await office.codeOf('customer.takeAcknowledgement', { taskId }, from),
    await office.codeOf('customer.endTask', { taskId, how: 'cancelled' }, from),
  ];
  const ended = 'PIN_TASK_ENDED';
  expect(await refusals(other)).toEqual(['VISIT_REQUIRED', ended, ended, ended]);
  expect(new Set(await refusals(null))).toEqual(new Set(['SIGN_IN_REQUIRED']));
  await office.must('visit.finish', { visitId }, clerk);
  expect(await office.codeOf('customer.takeEntry', entry(), clerk)).toBe('VISIT_ENDED');
  expect(await office.codeOf('customer.beginTask', asked(visitId), clerk)).toBe('VISIT_ENDED');
  expect(kept(office)).toBe(0);
  office.close();
});

test('digits are taken from the customer’s window alone, and go on sealed', () => {
  const digits = Object.entries(verbs).filter(([, { input }]) => 'shape' in input && 'pin' in input.shape);
  expect(digits.map(([verb, { doors }]) => [verb, [...doors]])).toEqual([['customer.enterPin', ['customer']]]);
});
