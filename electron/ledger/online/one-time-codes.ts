/** Codes to the phone on file: asked for by anybody, sent to whom they agree with, good for one matter (docs/rules.md 7). */
import { randomBytes, randomInt } from 'node:crypto';
import type { Instant } from '../../contract/kernel/dates.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { CodePurpose } from '../../contract/online/online-views.ts';
import type { MessageKind } from '../../contract/outbox/outbox-verbs.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { holderByPerson } from '../account/holder-by-person.ts';
import { findByAccountId, requireByAccountId, type HolderAccount } from '../account/holder-rows.ts';
import type { Reading, Writing } from '../books/books.ts';
import { reportOfAccount } from '../loss/report-by-number.ts';
import { readPhone } from '../numbers/phone-number.ts';
import { normaliseResidentId } from '../numbers/resident-id.ts';
import { officeToday, readSettings } from '../office/office-rows.ts';
import { queueMessage } from '../outbox/outbox.ts';
import type { Asked } from '../request/asked.ts';
import { recordDone } from '../request/record.ts';
import { forgetFailures } from '../request/tries/door-try-rows.ts';
import { isCardEnd, readCode } from './code-rules.ts';
import {
  counted,
  countFailure,
  countRequest,
  DAY_MS,
  holderOfId,
  isLocked,
  lockAfterFailure,
  NO_ACCOUNT,
  refusedAtDoor,
} from './door-limits.ts';
import { countCodes, countCodeTry, findCode, insertCode, useCode, type CodeRow } from './online-rows.ts';

const MINUTE_MS = 60_000;

const MESSAGES: Readonly<Record<CodePurpose, MessageKind>> = {
  register: 'code for registering',
  report: 'code for a report',
  'follow-up': 'code for following up',
};

export function personIndexOf({ keys }: Reading, idNumber: string): string {
  return keys.blindIndex('id-number', normaliseResidentId(idNumber));
}

/**
 * Sends a code, or does the same work and sends none: nobody learns from the answer who is known. Throws RefusalError ID_NUMBER_INVALID,
 * NAME_INVALID (rules about what was typed alone) or ONLINE_TOO_MANY.
 */
async function sendCode(
  asked: Asked<'online.sendCode'>,
  input: Input<'online.sendCode'>,
): Promise<Output<'online.sendCode'>> {
  return counted(asked, async (writing) => {
    await countRequest(writing, asked.peer);
    const settings = await readSettings(writing);
    const personIndex = personIndexOf(writing, input.person.idNumber);
    const phone = readPhone(input.person.phone) ?? '';
    const phoneIndex = writing.keys.blindIndex('phone', phone);
    const meant = await personMeant(writing, input);
    if (meant instanceof RefusalError) return meant;
    const locked = await isLocked(writing, personIndex);
    const mayHave = !(await hasManyCodes(writing, personIndex, phoneIndex)) && !locked;
    // A failure of the person where the data does not agree; else one that counts for nobody, which takes as long. A door that is locked
    // counts none: nobody keeps it locked, or has its phone told over and over.
    const isFailure = meant === null && !locked;
    const failed = isFailure ? personIndex : randomBytes(16).toString('hex');
    await countFailure(writing, failed);
    const idNumber = isFailure ? normaliseResidentId(input.person.idNumber) : '';
    await lockAfterFailure(writing, failed, holderOfId(idNumber));
    const known = mayHave ? meant : null;
    const id = randomBytes(16).toString('hex');
    const digits = String(randomInt(1_000_000)).padStart(6, '0');
    const expiresAt = (writing.at + settings.onlineCodeMinutes * MINUTE_MS) as Instant;
    await insertCode(writing, {
      ...{ id, purpose: input.purpose, accountId: known?.holder.accountId ?? null, personIndex, phoneIndex, expiresAt },
      lossNumber: known?.lossNumber ?? null,
      tag: tagOf(writing, id, digits),
    });
    await queueMessage(writing, {
      ...{ accountId: known?.holder.accountId ?? null, kind: MESSAGES[input.purpose] },
      ...{ phone: known?.holder.phone ?? phone, language: input.language },
      values: { code: digits, minutes: settings.onlineCodeMinutes },
      minutes: settings.onlineCodeMinutes,
    });
    await recordDone(writing, asked, {
      subject: known?.holder.accountNumber ?? null,
      details: { purpose: input.purpose, from: asked.peer, sent: known !== null },
    });
    return { codeId: id, expiresAt };
  });
}

interface Meant {
  readonly holder: HolderAccount;
  readonly lossNumber: string | null;
}

/** Null where the person, the card's end or the report does not agree with what is on file; the refusal of what is no ID number or name. */
async function personMeant(reading: Reading, input: Input<'online.sendCode'>): Promise<Meant | RefusalError | null> {
  const { person, purpose, cardEnd, number } = input;
  const holder = await onFile(async () => holderByPerson(reading, person, await officeToday(reading)));
  if (holder instanceof RefusalError) return holder;
  const isTheirs = purpose !== 'register' || (holder !== null && isCardEnd(cardEnd, holder.card));
  if (purpose !== 'follow-up') return holder === null || !isTheirs ? null : { holder, lossNumber: null };
  // Looked up for somebody unknown as well.
  const report = await onFile(() => reportOfAccount(reading, holder?.accountId ?? NO_ACCOUNT, number ?? ''));
  if (report instanceof RefusalError) return report;
  return holder === null || report === null ? null : { holder, lossNumber: report.number };
}

const NOT_ON_FILE: ReadonlySet<string> = new Set(['PAIR_MISMATCH', 'LOSS_UNKNOWN']);

async function onFile<T>(find: () => Promise<T>): Promise<T | RefusalError | null> {
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return NOT_ON_FILE.has(error.refusal.code) ? null : error;
  }
}

async function hasManyCodes(reading: Reading, personIndex: string, phoneIndex: string): Promise<boolean> {
  const { onlineCodesAPerson, onlineCodesAPhone } = await readSettings(reading);
  const since = (reading.at - DAY_MS) as Instant;
  const ofPerson = await countCodes(reading, 'person_index', { index: personIndex, since });
  const ofPhone = await countCodes(reading, 'phone_index', { index: phoneIndex, since });
  return ofPerson >= onlineCodesAPerson || ofPhone >= onlineCodesAPhone;
}

function tagOf({ keys }: Reading, id: string, digits: string): string {
  return keys.blindIndex('code', `${id}\n${digits}`);
}

export interface UsedCode {
  readonly purpose: CodePurpose;
  readonly holder: HolderAccount;
  readonly lossNumber: string | null;
}

/**
 * Counts a try, and uses the code up where it is the right one of one of the purposes. Answers the refusal where it is not: the count stands,
 * so the transaction is not undone. CODE_OVER for one that is unknown, late, used, tried too often or sent to a phone that is on file no
 * more, ONLINE_REFUSED while the person's door is locked, CODE_WRONG with the tries left.
 */
export async function usedCode(
  writing: Writing,
  { codeId, code }: { readonly codeId: string; readonly code: string },
  purposes: readonly CodePurpose[],
): Promise<UsedCode | RefusalError> {
  const { onlineCodeTries } = await readSettings(writing);
  const row = await findCode(writing, codeId);
  if (row === null || isOver(row, writing.at, onlineCodeTries)) return new RefusalError('CODE_OVER');
  if (await isLocked(writing, row.personIndex)) return refusedAtDoor(writing);
  await countCodeTry(writing, row.id, row.tries + 1);
  const digits = readCode(code);
  const isRight = digits !== null && tagOf(writing, row.id, digits) === row.tag && purposes.includes(row.purpose);
  if (!isRight || row.accountId === null) return wrongCode(writing, row, onlineCodeTries);
  const holder = await requireByAccountId(writing, row.accountId);
  await useCode(writing, row.id);
  const isSamePhone = writing.keys.blindIndex('phone', readPhone(holder.phone) ?? '') === row.phoneIndex;
  if (holder.accountStatus !== 'open' || !isSamePhone) return new RefusalError('CODE_OVER');
  await forgetFailures(writing, row.personIndex);
  return { purpose: row.purpose, holder, lossNumber: row.lossNumber };
}

function isOver({ expiresAt, usedAt, tries }: CodeRow, at: Instant, most: number): boolean {
  return usedAt !== null || expiresAt <= at || tries >= most;
}

async function wrongCode(writing: Writing, row: CodeRow, most: number): Promise<RefusalError> {
  const left = most - row.tries - 1;
  await countFailure(writing, row.personIndex);
  await lockAfterFailure(writing, row.personIndex, (found) => findByAccountId(found, row.accountId ?? NO_ACCOUNT));
  return new RefusalError('CODE_WRONG', left > 0 ? { left } : {});
}

export const oneTimeCodesHandlers = {
  'online.sendCode': sendCode,
};
