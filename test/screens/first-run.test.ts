/** Before there is an office to work in: the demo in one key, one of one's own with its recovery sheet, books that stay shut. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { ErrorCode, Refusal } from '../../electron/contract/kernel/errors.ts';
import { office } from '../../renderer/gallery/fake/fake-office.ts';
import { refusedWith, ok, today } from '../../renderer/gallery/fake/fake-state.ts';
import { clerkAt, languages, type Clerk } from './clerk.ts';

test.each(languages)('one key makes the demo office, and says meanwhile that it does (%s)', async (language) => {
  const clerk = await clerkAt({ office: false }, language);
  await expect.element(clerk.heading('firstRun.title')).toBeVisible();
  const made = clerk.program.holdAnswers(['office.openDemo']);
  await clerk.press('1');
  await clerk.isTold(clerk.t('firstRun.workingDemo'));
  made();
  await expect.element(clerk.field('signIn.code')).toHaveFocus();
});

/** The one main button, with the focus and its key. */
async function isMain(clerk: Clerk, name: 'firstRun.sheetPrint' | 'firstRun.toSignIn'): Promise<void> {
  await expect.element(clerk.button(name)).toHaveFocus();
  const main = Array.from(document.querySelectorAll('main .button.primary'), ({ textContent }) => textContent.trim());
  expect(main).toEqual([`${clerk.t(name)} Enter`]);
}

async function fillOffice(clerk: Clerk, code: string): Promise<void> {
  await clerk.press('2');
  await clerk.fillAll([
    ['firstRun.officeName', '城东储蓄所'],
    ['firstRun.officeCode', code],
    ['firstRun.openingDate', '20260105'],
  ]);
}

/** The line that has the focus, with Enter all the way: the role is asked, and the password twice. */
async function fillLine(clerk: Clerk, code: string, name: string, role: 1 | 2 | 3): Promise<void> {
  await clerk.type(code);
  await clerk.press('Enter');
  await clerk.type(name);
  await clerk.press('Enter');
  expect(document.activeElement).toBeInstanceOf(HTMLSelectElement);
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('common.choose'));
  await clerk.press(...Array.from({ length: role }, () => 'ArrowDown'), 'Enter');
  await clerk.type(`password-of-${code}`);
  await clerk.press('Enter');
  await clerk.type(`password-of-${code}`);
}

test.each(languages)('an office is set up, and not left before its recovery sheet is kept (%s)', async (language) => {
  let isSaved = false;
  const answers = { 'office.recoverySheet': () => ok({ saved: isSaved, fileName: isSaved ? '0217.pdf' : null }) };
  const clerk = await clerkAt({ office: false, answers }, language);
  await clerk.press('2');
  await clerk.fill('firstRun.officeName', '城东储蓄所');
  await clerk.press('Enter');
  // A letter is told while it is typed, and nothing of it is cut off.
  await clerk.fill('firstRun.officeCode', '02x734');
  await clerk.isTold(clerk.t('firstRun.codeForm'));
  await expect.element(clerk.field('firstRun.officeCode')).toHaveValue('02x734');
  await clerk.press('Enter');
  await clerk.fill('firstRun.officeCode', '02');
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('firstRun.codeForm'));
  await clerk.fill('firstRun.officeCode', '0217');
  await clerk.press('Enter');
  await clerk.fill('firstRun.openingDate', '20260105');
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('firstRun.clerksExplain'));
  const codes = clerk.field('firstRun.clerkCode');
  await expect.element(codes.first()).toHaveFocus();
  await fillLine(clerk, '1001', '林芳', 1);
  await clerk.press('Backspace', 'Enter');
  await clerk.isTold(clerk.t('newPassword.different'));
  await clerk.type('password-of-1001');
  await clerk.press('Enter');
  await expect.element(codes.nth(1)).toHaveFocus();
  await fillLine(clerk, '2001', '周国强', 2);
  await clerk.press('Enter');
  await fillLine(clerk, '9001', '孙丽', 3);
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('firstRun.sheetExplain'));
  await isMain(clerk, 'firstRun.sheetPrint');
  expect(await clerk.desk.asks('office.setUp')).toMatchObject({
    input: {
      name: '城东储蓄所',
      code: '0217',
      openingDate: '2026-01-05',
      clerks: [
        { code: '1001', role: 'clerk' },
        { code: '2001', role: 'supervisor' },
        { code: '9001', role: 'administrator' },
      ],
    },
  });
  await clerk.pushButton('firstRun.toSignIn');
  await clerk.isTold(clerk.t('firstRun.sheetFirst'));
  await clerk.pushButton('firstRun.sheetSave');
  await clerk.isTold(clerk.t('firstRun.sheetNotSaved'));
  isSaved = true;
  await clerk.press('Control+s');
  await clerk.isTold(clerk.t('firstRun.sheetSaved', { fileName: '0217.pdf' }));
  await isMain(clerk, 'firstRun.toSignIn');
  await clerk.press('Enter');
  await expect.element(clerk.field('signIn.code')).toHaveFocus();
});

test.each(languages)(
  'two people who can authorise are needed, and Esc leads back to the office (%s)',
  async (language) => {
    const clerk = await clerkAt({ office: false }, language);
    await fillOffice(clerk, '0217');
    await expect.element(clerk.field('firstRun.clerkCode').first()).toHaveFocus();
    await fillLine(clerk, '1001', '林芳', 1);
    for (const n of [3, 2]) {
      await clerk.tabTo(clerk.button('firstRun.removeClerk', { n }));
      await clerk.press('Enter');
    }
    await clerk.pushButton('firstRun.create');
    await clerk.isTold(clerk.t('firstRun.needSupervisor'));
    await clerk.press('Escape');
    await expect.element(clerk.field('firstRun.officeName')).toHaveValue('城东储蓄所');
    expect(clerk.program.asked.some(({ verb }) => verb === 'office.setUp')).toBe(false);
  },
);

const shut: readonly (readonly [ErrorCode, Refusal['details']])[] = [
  ['KEY_MISSING', { path: '/var/lib/medicard/keys/o1.key' }],
  ['KEY_EXPOSED', { path: '/var/lib/medicard/keys/o1.key' }],
  ['DATABASE_NEWER', { schema: 99, known: 12 }],
  ['DATABASE_DAMAGED', { system: 'SQLITE_CORRUPT' }],
  ['DATA_FOLDER_IN_USE', { folder: '/var/lib/medicard' }],
];

test.each(shut.flatMap(([code, details]) => languages.map((language) => [code, language, details] as const)))(
  '%s: the books stay shut on one plain screen (%s)',
  async (code, language, details) => {
    const clerk = await clerkAt({ answers: { 'office.status': () => refusedWith(code, details) } }, language);
    await expect.element(clerk.heading('ledger.failedTitle')).toBeVisible();
    await expect.element(clerk.alert).toMatchTextContent(clerk.refusal(code, details));
    await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
  },
);

test.each(languages)(
  'books whose anchor is gone are opened by two persons and a second press (%s)',
  async (language) => {
    let isOpen = false;
    const found = {
      office,
      bankName: '',
      businessDate: today,
      pastDayOpen: null,
      clockBehind: null,
      at: null,
      demoClerks: [],
    };
    const clerk = await clerkAt(
      {
        answers: {
          'office.status': () =>
            isOpen ? ok(found) : refusedWith('ANCHOR_MISSING', { number: 412, since: '2025-02-03 09:58:11' }),
          'office.openBehind': ({ first }) => {
            if (first.password !== 'demo-1001') return refusedWith('SIGN_IN_FAILED', { left: 4 });
            isOpen = true;
            return ok(office);
          },
        },
      },
      language,
    );
    await expect.element(clerk.alert.first()).toMatchTextContent(language === 'en' ? 'anchor' : '存证');
    const prove = async (firstPassword: string): Promise<void> => {
      const proofs = [
        ['openBehind.first', '1001'],
        ['openBehind.firstPassword', firstPassword],
        ['openBehind.second', '2001'],
        ['openBehind.secondPassword', 'demo-2001'],
      ] as const;
      for (const [label, text] of proofs) {
        await clerk.tabTo(clerk.field(label));
        await clerk.fill(label, text);
      }
      await clerk.pushButton('openBehind.submit');
      const question = page.getByRole('region', { name: clerk.t('secondPress.title') });
      await expect.element(question).toMatchTextContent('2001');
      await clerk.confirm();
    };
    await prove('wrong');
    await clerk.isRefused('SIGN_IN_FAILED', { left: 4 });
    await expect.element(clerk.heading('ledger.failedTitle')).toBeVisible();
    await prove('demo-1001');
    await expect.element(clerk.field('signIn.code')).toHaveFocus();
  },
);
