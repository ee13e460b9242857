/** `demo`: the demo office and one statement in a folder, for a machine without a display. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoOffice } from '../../../contract/office/demo-office.ts';
import { makeFolder } from '../../../disk/own-files.ts';
import { readOfficeNote } from '../../books/data-folder.ts';
import { required, type Command, type OptionValues } from '../command.ts';
import { makeOffice } from './init.ts';
import { statement } from '../holder/statement.ts';
import { verify } from './verify.ts';

/** The department's files of 13 months that the demo office is filled from. */
const FILES = fileURLToPath(
  // In one file in out/ledger, the whole command line lies two folders under the project.
  new URL(import.meta.url.endsWith('.ts') ? '../../../../test/office-a' : '../../test/office-a', import.meta.url),
);

/** A holder of the demo office with a year of allocations and consumption. */
const HOLDER = { 'id-number': '330106194701016661', card: '6213300100000000024' };

export const demo: Command = async ({ options, folder }) => {
  const out = required(options, 'out');
  makeFolder(out);
  if (readOfficeNote(folder) === null) await makeOffice(folder, { ...demoOffice, demoFolder: FILES });
  const [clerk] = demoOffice.clerks;
  if (clerk === undefined) throw new Error('the demo office has no clerk');
  process.env['MEDICARD_PASSWORD'] = clerk.password;
  const file = join(out, 'statement.pdf');
  const wanted: OptionValues = {
    as: clerk.code,
    ...HOLDER,
    from: '2024-01-01',
    to: '2025-01-31',
    format: 'pdf',
    out: file,
  };
  const made = await statement({ args: [], options: wanted, folder });
  const proof = await verify({ args: [], options: {}, folder });
  return { json: { statement: made.json, file }, text: [proof.text, made.text].join('\n') };
};
