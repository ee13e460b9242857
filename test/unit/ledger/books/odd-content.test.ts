/** Content of the books that no version of today's program wrote: told as a refusal, corrected where it can be, never an end. */
import { beforeAll, describe, expect, test } from 'vitest';
import { sentence } from '../../../../electron/contract/messages/messages.ts';
import { settingNames } from '../../../../electron/ledger/office/setting-rules.ts';
import { textSettingNames } from '../../../../electron/ledger/office/text-setting-rules.ts';
import type { Connection } from '../../../../electron/ledger/books/sqlite/connection.ts';
import { deriveKeys, type SealPurpose } from '../../../../electron/ledger/books/sealing/keys.ts';
import { last } from '../../../offices/anchored-office.ts';
import {
  authorised,
  behindTheBack,
  copyOf,
  DATA_KEY,
  makeTemplate,
  Office,
  unguard,
  visitOf,
  type Template,
} from '../../../offices/small-office.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});

async function withOdd<T>(breaking: (connection: Connection) => void, use: (office: Office) => Promise<T>): Promise<T> {
  const folder = copyOf(template);
  behindTheBack(folder, (connection) => {
    unguard(connection);
    breaking(connection);
  });
  const office = new Office(folder);
  try {
    return await use(office);
  } finally {
    office.close();
  }
}

const storing = (name: string, text: string) => (connection: Connection) => {
  connection.prepare('INSERT INTO setting VALUES (?, ?, 1)').run(name, text);
};

const settingsCheck = async (office: Office) =>
  (await office.must('ledger.verify', {}, null)).checks.find(({ name }) => name === 'settings');

describe('a stored setting that is not allowed', () => {
  test.each(['0', '1001', '-1', '"5"', 'x', '', 'null'])(
    'with the text %j has its default, is named, and is corrected by two',
    (text) =>
      withOdd(storing('visitIdleMinutes', text), async (office) => {
        const administrator = await office.signIn('9001');
        await office.must('visit.open', visitOf(1), template.clerk);
        const listed = await office.must('setting.list', {}, null);
        expect(listed.map(({ name }) => name)).toEqual([...settingNames, ...textSettingNames]);
        const notAllowed = listed.filter((setting) => setting.notAllowed !== null);
        expect(notAllowed).toMatchObject([{ name: 'visitIdleMinutes', value: 15, notAllowed: text }]);
        expect(await settingsCheck(office)).toMatchObject({
          ok: false,
          detail: `setting visitIdleMinutes is stored as ${text}, which is not between 1 and 120; its default 15 holds`,
        });
        const correcting = { name: 'visitIdleMinutes', value: '20', reason: '更正', authorisation: authorised('2001') };
        expect(await office.must('setting.set', correcting, administrator)).toMatchObject({
          value: 20,
          notAllowed: null,
        });
        expect(JSON.parse((await last(office))?.details ?? '')).toMatchObject({ value: 20, before: text });
        expect(await settingsCheck(office)).toMatchObject({ ok: true });
      }),
  );

  test('keeps nothing from being asked, whichever it is', () =>
    withOdd(
      (connection) => {
        for (const name of [...settingNames, ...textSettingNames]) storing(name, '-7')(connection);
      },
      async (office) => {
        await office.signIn('2001');
        await office.must('visit.open', visitOf(2), template.clerk);
        for (const { value, default: standard, notAllowed } of await office.must('setting.list', {}, null))
          expect([value, notAllowed]).toEqual([standard, '-7']);
      },
    ));

  test('of a name there is not counts for nothing, and is named', () =>
    withOdd(storing('withdrawn', '1'), async (office) => {
      await office.must('visit.open', visitOf(1), template.clerk);
      expect(await settingsCheck(office)).toMatchObject({
        ok: false,
        detail: 'setting withdrawn is not known; its stored value counts for nothing',
      });
    }));
});

const sealed = (purpose: SealPurpose, text: string) => deriveKeys(DATA_KEY).seal(purpose, text);

/** Whole where it is sealed, and yet nothing the program knows: as a version before or after this one may have left it. */
const ODD: readonly (readonly [
  what: string,
  breaking: (connection: Connection) => void,
  ask: (office: Office) => unknown,
])[] = [
  [
    'contact',
    (connection) => connection.prepare('UPDATE loss_report SET contact_sealed = ?').run(sealed('contact', '{}')),
    (office) => office.ask('visit.open', visitOf(5), template.clerk),
  ],
  [
    'contact',
    (connection) => connection.prepare('UPDATE loss_report SET contact_sealed = ?').run(sealed('contact', '{"a')),
    (office) => office.ask('visit.open', visitOf(5), template.clerk),
  ],
  [
    'payee',
    (connection) => connection.prepare('UPDATE rejected_line SET payee_sealed = ?').run(sealed('payee', '7')),
    (office) => office.ask('batch.rejected', { batchId: 1 }, template.clerk),
  ],
  [
    'sex',
    (connection) => connection.prepare('UPDATE holder SET sex_sealed = ?').run(sealed('sex', 'unsaid')),
    (office) => office.ask('visit.open', visitOf(1), template.clerk),
  ],
  [
    'office',
    (connection) => connection.exec("UPDATE office SET business_date = 'today'"),
    (office) => office.ask('office.status', {}, null),
  ],
];

test.each(ODD)('%s of another form is damage, and the ledger goes on', (what, breaking, ask) =>
  withOdd(breaking, async (office) => {
    expect(await ask(office)).toMatchObject({
      ok: false,
      error: { code: 'DATABASE_DAMAGED', details: { system: what } },
    });
    expect(await office.ask('ledger.verify', {}, null)).toMatchObject({ ok: true });
  }),
);

test('a kept answer of another form is damage, and its command is not done again', async () => {
  const folder = copyOf(template);
  const request = visitOf(1);
  const before = new Office(folder);
  await before.must('visit.open', request, template.clerk);
  before.close();
  behindTheBack(folder, (connection) => {
    unguard(connection);
    connection.prepare('UPDATE operation SET reply = ? WHERE id = ?').run(sealed('reply', '{}'), request.operationId);
  });
  const office = new Office(folder);
  expect(await office.codeOf('visit.open', request, template.clerk)).toBe('DATABASE_DAMAGED');
  office.close();
});

test('an office in a time zone that no system knows is not opened, and says why', () => {
  const folder = copyOf(template);
  behindTheBack(folder, (connection) => {
    unguard(connection);
    connection.exec("UPDATE office SET time_zone = 'Asia/Nowhere'");
  });
  expect(() => new Office(folder)).toThrow('DATABASE_DAMAGED');
  expect(sentence('en', 'DATABASE_DAMAGED', { system: 'office' })).not.toBe('');
});
