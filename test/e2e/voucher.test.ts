/** A report made online comes to the counter with its voucher: read by a reader, checked, and confirmed in one step of the visit. */
import { voucherText } from '../../electron/ledger/loss/voucher-code.ts';
import { HolderDoor } from '../offices/holder-door.ts';
import { expect, test } from './support/counter-test.ts';
import { throughDoor, type PreparedOffice } from './support/demo-office.ts';
import { busiest } from './support/holders.ts';
import { brokenChecks } from './support/office-record.ts';

interface Voucher {
  readonly number: string;
  /** As it stands in the QR code. */
  readonly text: string;
}

function reportedOnline(office: PreparedOffice): Promise<Voucher> {
  return throughDoor(office, async (door) => {
    const holder = new HolderDoor({ door });
    await holder.must('online.enter', await holder.code('report', busiest));
    const { number } = await holder.report();
    const { verificationCode } = await holder.must('online.voucher', { number, language: 'zh-CN' });
    return { number, text: voucherText(number, verificationCode) };
  });
}

test('the voucher’s QR code is checked, brings up the report, and is confirmed in writing', async ({
  office,
  start,
}) => {
  const { number, text } = await reportedOnline(office);
  const desk = await start();
  await desk.signIn();
  const main = desk.page.getByRole('main');

  await desk.press('Alt+C');
  await expect(desk.field('documentCheck.number')).toBeFocused();
  await desk.read(text);
  await desk.press('Enter');
  await desk.isTold(desk.t('documentCheck.voucher', { number, key: 'F6' }));

  await desk.press('F6');
  await expect(desk.field('followUp.number')).toBeFocused();
  await desk.read(text);
  await desk.press('Enter');
  await desk.fill('visit.idNumber', busiest.idNumber);
  await desk.press('Enter');
  await expect(main).toContainText(number);
  await expect(main).toContainText(desk.t('report.status.reported'));

  await desk.press('F2');
  await desk.openVisit(busiest);
  await desk.press('F6');
  await expect(main).toContainText(number);
  const today = desk.page.getByRole('group', { name: desk.t('followUp.today') });
  await expect(today.getByRole('button', { name: desk.t('followUp.act.confirm') })).toBeFocused();
  await desk.press('Enter');
  // The form stands as it is wanted: the card, in writing.
  await expect(desk.page.getByRole('radio', { name: desk.t('loss.object.card') }).first()).toBeFocused();
  await desk.press('Enter');
  await desk.confirm();
  await desk.paperShown();
  await desk.app.close();
  await throughDoor(office, async ({ ledger }) => {
    const rows = await ledger.books.read(({ sql }) =>
      Promise.resolve(sql.rows<[], { kind: string; channel: string }>('SELECT kind, channel FROM loss_report').all()),
    );
    expect(rows).toContainEqual({ kind: 'formal', channel: 'online' });
  });
  expect(await brokenChecks(office)).toEqual([]);
});
