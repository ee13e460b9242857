/** Two persons open books that do not agree with their anchor, as they are. */
import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  anchorOf,
  clerkAndSupervisor,
  last,
  onePlace,
  putBooks,
  shutBy,
  work,
  workedIn,
} from '../../../../offices/anchored-office.ts';
import { Office, authorised, copyOffice } from '../../../../offices/small-office.ts';
import { freshFolder } from '../../../../offices/test-folders.ts';

describe('two persons', () => {
  function behind(): string {
    const folder = onePlace();
    rmSync(anchorOf(folder));
    return folder;
  }

  test('open books as they are, on record, and they are anchored from then on', async () => {
    const folder = onePlace();
    const earlier = freshFolder();
    copyOffice(folder, earlier);
    await workedIn(folder, 2);
    putBooks(earlier, folder);
    const office = new Office(folder);
    const { number, anchorNumber } = office.door.shut!.details;
    await office.must('office.acceptBooks', clerkAndSupervisor, null);
    expect(office.door.shut).toBeNull();
    const record = (await last(office))!;
    expect(record).toMatchObject({ verb: 'office.acceptBooks', actor: '1001', second: '2001' });
    expect(JSON.parse(record.details)).toMatchObject({ found: 'BOOKS_BEHIND', number, anchorNumber, missing: 4 });
    expect(await office.faults()).toEqual([]);
    await work(office);
    office.reopen();
    expect(office.door.shut).toBeNull();
    office.close();
    await workedIn(folder);
    expect(shutBy(folder)).toBeNull();
  });

  test.each([
    ['a wrong password of the first', { first: authorised('1001', 'x'), second: authorised('2001') }, 'SIGN_IN_FAILED'],
    [
      'a wrong password of the second',
      { first: authorised('1001'), second: authorised('2001', 'x') },
      'SECOND_PERSON_FAILED',
    ],
    ['one person twice', { first: authorised('2001'), second: authorised('2001') }, 'SECOND_PERSON_SAME'],
    ['two clerks', { first: authorised('1001'), second: authorised('1002') }, 'SECOND_PERSON_ROLE'],
    ['nobody known', { first: authorised('7777', 'x'), second: authorised('2001') }, 'SIGN_IN_FAILED'],
  ])('%s opens nothing', async (_, persons, code) => {
    const folder = behind();
    const office = new Office(folder);
    expect(await office.codeOf('office.acceptBooks', persons, null)).toBe(code);
    expect(office.door.shut).toMatchObject({ code: 'ANCHOR_MISSING' });
    office.close();
    expect(shutBy(folder)).toMatchObject({ code: 'ANCHOR_MISSING' });
  });

  test('may be supervisor and clerk in either order, or two supervisors', async () => {
    for (const [first, second] of [
      ['2001', '1001'],
      ['2001', '2002'],
    ] as const) {
      const office = new Office(behind());
      const persons = { first: authorised(first), second: authorised(second) };
      expect(await office.codeOf('office.acceptBooks', persons, null)).toBeNull();
      office.close();
    }
  });

  test('are not asked where nothing is shut', async () => {
    const office = new Office(onePlace());
    expect(await office.codeOf('office.acceptBooks', clerkAndSupervisor, null)).toBe('BOOKS_NOT_SHUT');
    office.close();
  });
});
