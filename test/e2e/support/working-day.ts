/** What two clerks and a supervisor do in a day, each in their own language, at whatever computer they sit. */
import { expect } from '@playwright/test';
import { addDays, type BusinessDate } from '../../../electron/contract/kernel/dates.ts';
import { demoOffice } from '../../../electron/contract/office/demo-office.ts';
import { allocationCsv, settlementCsv } from '../../offices/made-up-people.ts';
import { firstPin } from './customer-desk.ts';
import type { Desk } from './desk.ts';
import { reportFormally } from './loss-desk.ts';
import { PEOPLE, SECOND_CLERK, today } from './office-of-yesterday.ts';
import type { Language } from './words.ts';

const [lostCard, wronglyPaid, newcomer] = [PEOPLE[0]!, PEOPLE[1]!, PEOPLE[2]!];
/** A card of nobody's, with its check digit. */
const NEW_CARD = '6213300100000009017';

export type Staff = '1001' | '1002' | '2001';

function passwordOf(code: Staff): string {
  return [...demoOffice.clerks, SECOND_CLERK].find((clerk) => clerk.code === code)?.password ?? '';
}

/** At sign-in. */
export async function signsIn(desk: Desk, code: Staff, language: Language): Promise<void> {
  await expect(desk.field('signIn.code')).toBeFocused();
  await desk.useLanguage(language);
  await desk.enterCredentials(code, passwordOf(code));
  await expect(desk.page.getByRole('main', { name: desk.t('task.visit') })).toBeVisible();
}

/** The sentence above everything else while a past day is open. */
export const pastDay = (desk: Desk) =>
  desk.page.getByRole('status').filter({ hasText: /尚未日终|has not been closed/ });

/** In the morning, before anything is posted. */
export async function closesYesterday(desk: Desk): Promise<void> {
  await expect(pastDay(desk)).toContainText('F10');
  await endsDay(desk, addDays(today(), -1), today());
  await expect(pastDay(desk)).toBeHidden();
}

/** Somebody with another's card is sent away; then a card is lost and replaced for its fee, and every paper given. */
export async function serveLoss(desk: Desk): Promise<void> {
  await desk.enterCards({ idNumber: lostCard.idNumber, card: wronglyPaid.card });
  await desk.press('Enter');
  await expect(desk.page.getByRole('alert').first()).toBeVisible();
  await desk.tabTo(desk.field('visit.card'));
  await desk.fill('visit.card', lostCard.card);
  await desk.press('Enter');
  await expect(desk.button(desk.t('visit.openStatement'))).toBeFocused();
  await desk.openStatement();
  await desk.savePaper();
  await reportFormally(desk);
  await desk.savePaper();
  await desk.press('F6');
  const can = desk.page.getByRole('group', { name: desk.t('followUp.today') });
  await expect(can.getByRole('button', { name: desk.t('followUp.act.reissue') })).toBeVisible();
  await desk.press('3');
  await desk.fill('followUp.newCard', NEW_CARD);
  await desk.press('Enter');
  await desk.fill('followUp.newInsuranceNumber', 'YB000009017');
  await desk.press('Enter');
  await desk.authorise();
  await desk.isTold(desk.t('followUp.done.reissue'));
  await desk.paperShown();
  await desk.savePaper();
  await desk.finishVisit();
}

/** Allocations and settlements of the month, a line of nobody's among them. */
export async function postFiles(desk: Desk, folder: string): Promise<void> {
  const credits = PEOPLE.slice(1, 6).map((to, at) => ({ id: String(at + 1), to, amount: '300.00' }));
  await post(desk, 'allocation', [folder, 'allocation.csv', allocationCsv('YB0002', '1500.00', credits)], [5, 0]);
  const time = `${today().replaceAll('-', '')}000001`;
  const sale = { kind: '消费', time } as const;
  const sales = [
    { ...sale, reference: 'P1', card: wronglyPaid.card, amount: '45.50' },
    { ...sale, reference: 'P2', card: newcomer.card, amount: '20.00' },
    { reference: 'P3', card: newcomer.card, amount: '5.00', kind: '退货', original: 'P2', time } as const,
    { ...sale, reference: 'P4', card: NEW_CARD, amount: '1.00', institution: 'X0009' },
  ];
  await post(desk, 'settlement', [folder, 'settlement.csv', settlementCsv('QS0001', '61.50', sales)], [3, 1]);
}

async function post(
  desk: Desk,
  kind: 'allocation' | 'settlement',
  file: readonly [folder: string, name: string, text: string],
  [accepted, rejected]: readonly [number, number],
): Promise<void> {
  await desk.receive(...file);
  await desk.authorise();
  const what = desk.t(`monthEnd.kind.${kind}`);
  await desk.isTold(desk.t('monthEnd.done', { kind: what, accepted: String(accepted), rejected: String(rejected) }));
  await desk.pushButton(desk.t('monthEnd.another'));
}

/** The newest payment was taken twice. */
export async function serveCorrection(desk: Desk): Promise<void> {
  await desk.openVisit(wronglyPaid);
  await desk.openStatement();
  await desk.press('Alt+X');
  await expect(desk.page.locator('.statement-lines tbody tr').last()).toHaveAttribute('aria-current', 'true');
  await desk.press('Alt+X');
  await expect(desk.field('statement.correctionReason')).toBeFocused();
  await desk.type('商户重复扣款');
  await desk.press('Enter');
  await desk.authorise();
  await desk.isTold(desk.t('statement.corrected'));
  await desk.paperShown();
  await desk.savePaper();
  await desk.finishVisit();
}

/** A first PIN; the receipt waits in the queue, as there is no printer. */
export async function serveNewcomer(desk: Desk): Promise<void> {
  await desk.openVisit(newcomer);
  const customer = await firstPin(desk, '918273');
  await customer.handsBack();
  await desk.isTold(desk.t('entry.done.first'));
  await desk.paperShown();
  await desk.press('Enter');
  await expect(desk.page.getByRole('status').filter({ hasText: desk.t('statement.noPrinter') })).toBeVisible();
  await desk.finishVisit();
}

/** @param yuan as it is counted; what differs from the fees needs a reason. */
export async function closesTill(desk: Desk, yuan: string, reason: string | null): Promise<void> {
  await desk.press('F10');
  await desk.fill('dayEnd.till.counted', yuan);
  await desk.press('Enter');
  if (reason !== null) {
    await desk.fill('dayEnd.till.reason', reason);
    await desk.press('Enter');
  }
  await desk.confirm();
  await desk.isTold(desk.t('dayEnd.till.done'));
}

/** Answers when `next` has begun. */
export async function endsDay(desk: Desk, day: BusinessDate, next: BusinessDate): Promise<void> {
  await desk.press('F10');
  await desk.isTold(desk.t('dayEnd.of', { day, next }));
  await desk.press('Alt+Y');
  await desk.confirm();
  await desk.isTold(desk.t('dayEnd.done', { count: 1, next }));
  await expect(desk.page.getByRole('banner')).toContainText(next);
}

/** Answers the name of its file. */
export async function savesReport(desk: Desk): Promise<string> {
  const fileName = `day-end-${demoOffice.code}-${today()}.pdf`;
  await desk.press('Control+S');
  await desk.isTold(desk.t('dayEnd.reported.file', { fileName }));
  return fileName;
}
