/** What a holder who signed in sees of their account: balance, reports, entries of twelve months, last year's totals (docs/rules.md 7). */
import { monthStart } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { countEntriesSince, readEntriesSince, readYearTotals } from '../account/entry-rows.ts';
import { requireByAccountId } from '../account/holder-rows.ts';
import { positionOfPage } from '../../contract/kernel/paging.ts';
import { lossReportsOf } from '../loss/loss-rows.ts';
import { maskCard, maskName, maskPhone } from '../numbers/masking.ts';
import { readTextSettings, requireOffice } from '../office/office-rows.ts';
import type { Asked } from '../request/asked.ts';
import type { Scope } from '../request/scope.ts';
import { findLogin } from './online-rows.ts';
import { onlineLoss } from './online-losses.ts';
import { signInsBeside } from './sign-ins.ts';

const SHOWN_LOSSES = 10;
const SHOWN_MONTHS = 12;

async function standing({ books, holder: session }: Asked<'online.standing'>): Promise<Output<'online.standing'>> {
  return books.read(async (reading) => {
    const holder = await requireByAccountId(reading, session.accountId);
    const login = await findLogin(reading, session.accountId);
    // It was ended while this was asked.
    if (login === null) throw new RefusalError('SIGN_IN_REQUIRED');
    const losses = [];
    for (const report of (await lossReportsOf(reading, session.accountId)).slice(0, SHOWN_LOSSES))
      losses.push(await onlineLoss(reading, report, session));
    return {
      holderNameMasked: maskName(holder.name),
      cardMasked: maskCard(holder.card),
      phoneMasked: maskPhone(holder.phone),
      balanceFen: holder.balanceFen,
      businessDate: (await requireOffice(reading)).businessDate,
      isStopped: losses.some(({ object, status }) => object !== 'password' && isOpen(status)),
      losses,
      login: {
        kind: login.credential.kind,
        registeredAt: login.registeredAt,
        others: await signInsBeside(reading, session),
      },
    };
  });
}

function isOpen(status: string): boolean {
  return status === 'reported' || status === 'waiting';
}

async function entries(
  { books, holder }: Asked<'online.entries'>,
  { page }: Input<'online.entries'>,
): Promise<Output<'online.entries'>> {
  return books.read(async (reading) => {
    const { businessDate } = await requireOffice(reading);
    const since = { accountId: holder.accountId, from: monthStart(businessDate, -SHOWN_MONTHS) };
    const { offset, ...position } = positionOfPage(await countEntriesSince(reading, since), page);
    return { items: await readEntriesSince(reading, since, offset), ...position };
  });
}

async function totals({ books, holder }: Asked<'online.totals'>): Promise<Output<'online.totals'>> {
  return books.read(async (reading) => {
    const { businessDate } = await requireOffice(reading);
    const year = Number(businessDate.slice(0, 4)) - 1;
    return { year, totals: await readYearTotals(reading, holder.accountId, year) };
  });
}

/** What stands on every page, before anybody is known. */
async function officeShown({ books }: Scope): Promise<Output<'online.office'>> {
  return books.read(async (reading) => {
    const { bankName, queryTelephone } = await readTextSettings(reading);
    const { name, demo } = await requireOffice(reading);
    return { bankName, queryTelephone, officeName: name, demo };
  });
}

export const onlineAccountHandlers = {
  'online.office': officeShown,
  'online.standing': standing,
  'online.entries': entries,
  'online.totals': totals,
};
