/** `init`: makes the office and one clerk a role. */
import { randomUUID } from 'node:crypto';
import { isBusinessDate } from '../../../contract/kernel/dates.ts';
import { RefusalError } from '../../../contract/kernel/errors.ts';
import { livesBySchema, type Role } from '../../../contract/kernel/vocabulary.ts';
import { newOfficeSchema } from '../../../contract/office/office-verbs.ts';
import { verbs } from '../../../contract/verbs.ts';
import { Dispatcher } from '../../dispatch/dispatcher.ts';
import { newPassword } from '../../request/clerk/passwords.ts';
import { folderIsEmpty, readOfficeNote } from '../../books/data-folder.ts';
import { newDataKey } from '../../books/sealing/keys.ts';
import { keysFolder, writeKeyFile } from '../../books/sealing/key-file.ts';
import { required, UsageError, type Command } from '../command.ts';
import { COMMAND_LINE_ORIGIN, operatorName, tellProgress } from '../acting.ts';
import { clock, refuseGoneBooks } from '../open-office.ts';

const CLERKS: readonly { readonly code: string; readonly name: string; readonly role: Role }[] = [
  { code: '1001', name: '柜员一', role: 'clerk' },
  { code: '2001', name: '主管一', role: 'supervisor' },
  { code: '9001', name: '管理员一', role: 'administrator' },
];

export const init: Command = async ({ options, folder }) => {
  const openingDate = required(options, 'opening-date');
  if (!isBusinessDate(openingDate)) throw new UsageError('--opening-date must be an existing date YYYY-MM-DD');
  const livesBy = livesBySchema.safeParse(options.clock ?? 'calendar');
  if (!livesBy.success) throw new UsageError('--clock is calendar or books');
  const office = newOfficeSchema.safeParse({
    name: required(options, 'office'),
    code: required(options, 'office-code'),
    openingDate,
    livesBy: livesBy.data,
    clerks: CLERKS.map((clerk) => ({ ...clerk, password: newPassword() })),
  });
  if (!office.success) throw new UsageError('--office takes up to 60 characters, --office-code four digits');
  const made = await makeOffice(folder, { ...office.data, demoFolder: null });
  const clerks = made.clerks.map(({ code, role, password }) => ({ code, role, password }));
  const lines = clerks.map(({ code, role, password }) => `${code}  ${role.padEnd(14)} ${password}`);
  const { name, code } = made.office;
  return {
    json: { office: { ...made.office, businessDate: made.office.openingDate }, clerks },
    text: [
      `Office ${code} ${name} is open on ${made.office.openingDate}. Its clerks and their passwords:`,
      ...lines,
    ].join('\n'),
  };
};

/** Makes an office in an empty folder; its key is on the disk before anything is sealed with it. */
export async function makeOffice(folder: string, input: unknown) {
  if (readOfficeNote(folder) !== null) throw new RefusalError('OFFICE_EXISTS', { folder });
  if (!folderIsEmpty(folder)) throw new RefusalError('FOLDER_NOT_EMPTY', { folder });
  refuseGoneBooks(folder);
  const officeId = randomUUID();
  const dataKey = newDataKey();
  const door = new Dispatcher({ folder, keysFolder: keysFolder(), officeId, dataKey, clock, report: tellProgress });
  try {
    writeKeyFile(officeId, dataKey);
    const operator = operatorName();
    const request = { verb: 'office.create', input, sessionToken: null, ...COMMAND_LINE_ORIGIN, operator } as const;
    const { reply } = await door.answer(request);
    if (!reply.ok) throw new RefusalError(reply.error.code, reply.error.details);
    return verbs['office.create'].output.parse(reply.value);
  } finally {
    dataKey.fill(0);
    door.close();
  }
}
