/** The sign of the customer's window: the office's own name and zone, and none of this machine's in their place. */
import { expect, test } from 'vitest';
import { accepted } from '../../../../electron/contract/kernel/errors.ts';
import { OfficeSign } from '../../../../electron/main/customer-side/office-sign.ts';
import type { AskLedger } from '../../../../electron/main/ledger-link/ask-ledger.ts';

function signWhere(office: { readonly name: string; readonly timeZone: string } | null): OfficeSign {
  return new OfficeSign((async () =>
    accepted({ office, bankName: office === null ? '' : '首都商业银行' })) as AskLedger);
}

test('before an office is there the sign has no clock; then it has the office’s', async () => {
  const none = signWhere(null);
  await none.readAgain();
  expect(none.text).toEqual({ officeName: '', bankName: '', timeZone: null });
  const sign = signWhere({ name: '边疆支行', timeZone: 'Asia/Urumqi' });
  expect(sign.text.timeZone).toBeNull();
  await sign.readAgain();
  expect(sign.text).toEqual({ officeName: '边疆支行', bankName: '首都商业银行', timeZone: 'Asia/Urumqi' });
});
