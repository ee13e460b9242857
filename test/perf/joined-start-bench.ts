/** From the start of the program to a sign-in field one can type into: as a counter of an office server, and with books of its own. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findRuntime } from '../../build/runtime-finder.ts';
import { parseEnrolmentCode } from '../../electron/contract/administration/enrolment-code.ts';
import { writeKeyFile, writePinKeyFile } from '../../electron/ledger/books/sealing/key-file.ts';
import { programVersion } from '../../electron/ledger/commands/program-version.ts';
import { KeptJoining } from '../../electron/main/joining/kept-joining.ts';
import { joinOffice } from '../../electron/main/ledger-link/joining-line.ts';
import { keyKeeping } from '../../electron/main/office/key-keeping.ts';
import type { BenchSize } from './bench-size.ts';
import type { Finding } from './bench-table.ts';
import { copyPrepared, DATA_KEY, keysBeside, OFFICE_ID, PIN_KEY, preparedOffice } from './prepared-office.ts';
import { ServedOffice } from './served-office.ts';
import { sideBySide } from './side-by-side.ts';
import { FIELD_READY, timedStart } from './start-bench.ts';

const HOST = '127.0.0.1';
const GOAL_RATIO = 1.1;
const projectDir = dirname(dirname(import.meta.dirname));
/** As on a computer without one: the key of the counter lies in a plain file, as those of the office do. */
const noKeychain = { available: () => false, seal: () => new Uint8Array(), open: () => '' };

export async function joinedStartBench({ waiting, starts }: BenchSize): Promise<Finding[]> {
  const prepared = await preparedOffice('plain', waiting);
  const place = mkdtempSync(join(tmpdir(), 'medicard-bench-'));
  const [own, served, joined] = [join(place, 'own'), join(place, 'served'), join(place, 'joined')];
  for (const folder of [own, served]) copyPrepared(prepared, folder);
  writeKeyFile(OFFICE_ID, DATA_KEY, keysBeside(own));
  writePinKeyFile(OFFICE_ID, PIN_KEY, keysBeside(own));
  const { office, codes } = await ServedOffice.withCodes(served, 1);
  try {
    await joins(joined, codes[0] ?? '', office.port);
    const runtime = await findRuntime();
    const started = async (folder: string): Promise<number> => {
      const home = join(place, `home of ${folder === own ? 'own' : 'joined'}`);
      const words = [projectDir, '--data', folder];
      return (await timedStart(runtime, words, { home, keys: keysBeside(folder), ready: FIELD_READY })).ms;
    };
    // The first starts fill Chromium's caches.
    for (const folder of [joined, own]) await started(folder);
    const time = await sideBySide(
      starts,
      () => started(joined),
      () => started(own),
    );
    return [row(time)];
  } finally {
    await office.close();
    rmSync(place, { recursive: true, force: true });
  }
}

/** Leaves the folder as the program does once it has joined. */
async function joins(folder: string, text: string, port: number): Promise<void> {
  const code = parseEnrolmentCode(text);
  if (code === null) throw new Error('the office gives a code that is none');
  mkdirSync(folder);
  mkdirSync(keysBeside(folder), { mode: 0o700 });
  const kept = new KeptJoining(folder, keyKeeping(keysBeside(folder), noKeychain));
  const { keyId, csr } = kept.request();
  const reply = await joinOffice({ host: HOST, port, code, csr, program: programVersion() });
  if (!reply.ok) throw new Error(`a counter of the bench could not join: ${reply.error.code}`);
  const { certificate, officeCertificate: authority, number, kind, officeCode, officeName } = reply.value;
  const place = { address: `${HOST}:${port}`, authority, number, kind, officeCode, officeName };
  kept.write({ ...place, current: { keyId, certificate }, next: null });
  kept.endRequest();
}

function row({ measured, baseline, ratio }: Awaited<ReturnType<typeof sideBySide>>): Finding {
  return {
    name: 'joined-start',
    measured: { what: 'to a focused sign-in field, on a server', value: measured, unit: 'ms' },
    baseline: { what: 'the same with a process of its own', value: baseline, unit: 'ms' },
    ratio,
    goal: { of: 'ratio', atMost: GOAL_RATIO },
  };
}
