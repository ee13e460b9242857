/**
 * Designated institutions and their terminals, changed by an administrator and a second person: added, renamed, given more terminals,
 * stopped and taken up again (docs/rules.md 1).
 */
import type { ListedInstitution } from '../../contract/administration/institution-verbs.ts';
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Input, Output } from '../../contract/verbs.ts';
import { nextAuditSeq } from '../books/audit/audit-chain.ts';
import type { Reading, Writing } from '../books/books.ts';
import { judgedInstitution, judgedTerminals } from '../intake/institution-text.ts';
import {
  addTerminals,
  ALL_TERMINALS,
  beginStop,
  endStop,
  findInstitution,
  findInstitutions,
  runningStops,
  saveInstitution,
  terminalsOf,
  type InstitutionRow,
} from '../office/designation-rows.ts';
import { officeTime } from '../office/office-clock-rules.ts';
import { requireOffice } from '../office/office-rows.ts';
import type { Asked } from '../request/asked.ts';
import { recordApproved } from '../second-person/approved-in-place.ts';

async function list(
  { books }: Asked<'institution.list'>,
  { text, page }: Input<'institution.list'>,
): Promise<Output<'institution.list'>> {
  return books.read((reading) => {
    const { rows, ...position } = findInstitutions(reading, text, page);
    return Promise.resolve({ items: rows.map((row) => shown(reading, row)), ...position });
  });
}

function shown(reading: Reading, row: InstitutionRow): ListedInstitution {
  const stops = runningStops(reading, row.code);
  const terminals = terminalsOf(reading, row.code).map((number) => ({
    number,
    stoppedFrom: stops.get(number) ?? null,
  }));
  return { ...row, stoppedFrom: stops.get(ALL_TERMINALS) ?? null, terminals };
}

/** Throws RefusalError INSTITUTION_INVALID, INSTITUTION_EXISTS. */
async function add(
  asked: Asked<'institution.add'>,
  { reason, ...input }: Input<'institution.add'>,
): Promise<Output<'institution.add'>> {
  const { institutionCode: code, type } = input;
  const name = judgedInstitution({ code, name: input.name });
  const terminals = judgedTerminals(input.terminals);
  return asked.books.write(async (writing) => {
    if ((await findInstitution(writing, code)) !== null) throw new RefusalError('INSTITUTION_EXISTS', { code });
    await saveInstitution(writing, { code, name, type }, await nextAuditSeq(writing));
    await addTerminals(writing, code, terminals);
    const details = { name, type, terminals: terminals.join(';'), reason };
    await recordApproved(writing, asked, { subject: code, details });
    return shown(writing, { code, name, type });
  });
}

/** Throws RefusalError INSTITUTION_INVALID, INSTITUTION_UNKNOWN, INSTITUTION_CHANGED, INSTITUTION_STATE where nothing is another. */
async function change(
  asked: Asked<'institution.change'>,
  { before, reason, ...input }: Input<'institution.change'>,
): Promise<Output<'institution.change'>> {
  const { institutionCode: code, type } = input;
  const name = judgedInstitution({ code, name: input.name });
  const wanted = input.terminals.trim() === '' ? [] : judgedTerminals(input.terminals);
  return asked.books.write(async (writing) => {
    const known = await requireInstitution(writing, code);
    if (known.name !== before.name || known.type !== before.type)
      throw new RefusalError('INSTITUTION_CHANGED', { code });
    const has = new Set(terminalsOf(writing, code));
    const added = wanted.filter((terminal) => !has.has(terminal));
    if (name === known.name && type === known.type && added.length === 0)
      throw new RefusalError('INSTITUTION_STATE', { code });
    await saveInstitution(writing, { code, name, type }, await nextAuditSeq(writing));
    await addTerminals(writing, code, added);
    const details = { name, type, nameBefore: known.name, typeBefore: known.type, terminals: added.join(';'), reason };
    await recordApproved(writing, asked, { subject: code, details });
    return shown(writing, { code, name, type });
  });
}

/** Throws RefusalError INSTITUTION_UNKNOWN, TERMINAL_UNKNOWN, INSTITUTION_STATE for one that is stopped. */
async function stop(
  asked: Asked<'institution.stop'>,
  input: Input<'institution.stop'>,
): Promise<Output<'institution.stop'>> {
  return stopOrResume(asked, input, false);
}

/** Throws RefusalError INSTITUTION_UNKNOWN, TERMINAL_UNKNOWN, INSTITUTION_STATE for one that is not stopped. */
async function resume(
  asked: Asked<'institution.resume'>,
  input: Input<'institution.resume'>,
): Promise<Output<'institution.resume'>> {
  return stopOrResume(asked, input, true);
}

async function stopOrResume(
  asked: Asked<'institution.stop' | 'institution.resume'>,
  { institutionCode: code, terminal, reason }: Input<'institution.stop'>,
  isStopped: boolean,
): Promise<ListedInstitution> {
  return asked.books.write(async (writing) => {
    const known = await requireInstitution(writing, code);
    if (terminal !== null && !terminalsOf(writing, code).includes(terminal))
      throw new RefusalError('TERMINAL_UNKNOWN', { code, terminal });
    const of = terminal ?? ALL_TERMINALS;
    if (runningStops(writing, code).has(of) !== isStopped) throw new RefusalError('INSTITUTION_STATE', { code });
    const at = officeTime(await requireOffice(writing), writing.at);
    const moment = { code, terminal: of, at, auditSeq: await nextAuditSeq(writing) };
    if (isStopped) endStop(writing, moment);
    else beginStop(writing, moment);
    const details = { ...(terminal !== null && { terminal }), at, reason };
    await recordApproved(writing, asked, { subject: code, details });
    return shown(writing, known);
  });
}

async function requireInstitution(writing: Writing, code: string): Promise<InstitutionRow> {
  const known = await findInstitution(writing, code);
  if (known === null) throw new RefusalError('INSTITUTION_UNKNOWN', { code });
  return known;
}

export const institutionsHandlers = {
  'institution.list': list,
  'institution.add': add,
  'institution.change': change,
  'institution.stop': stop,
  'institution.resume': resume,
};
