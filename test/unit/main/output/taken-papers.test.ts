/** A paper that the printer has taken is not printed again because the line broke before the ledger was told. */
import { expect, test, vi } from 'vitest';
import { accepted, refused, type Reply } from '../../../../electron/contract/kernel/errors.ts';
import type { PrintResult } from '../../../../electron/main/output/printing.ts';
import { mainVerbs, type MainVerbsOptions } from '../../../../electron/main/main-verbs.ts';
import type { KnownWindow } from '../../../../electron/main/windows/ipc-gate.ts';
import { TakenPapers } from '../../../../electron/main/output/taken-papers.ts';

const clerk: KnownWindow = { kind: 'teller', webContentsId: 1, counter: 'teller', session: 'a-token' };
const printed = { printed: true, printer: 'P', before: 0, failure: null, system: null } as const;
const failed = { printed: false, printer: 'P', before: null, failure: 'print-refused', system: 'jam' } as const;

test('what was taken is answered until it is settled; what failed, or was refused, is tried again', async () => {
  const taken = new TakenPapers();
  const print = vi.fn<() => Promise<Reply<PrintResult>>>();
  for (const reply of [refused('PRINT_JOB_UNKNOWN'), accepted(failed), accepted(printed)])
    print.mockResolvedValueOnce(reply);
  for (const reply of [refused('PRINT_JOB_UNKNOWN'), accepted(failed), accepted(printed), accepted(printed)])
    expect(await taken.once('job', print)).toEqual(reply);
  expect(print).toHaveBeenCalledTimes(3);
  print.mockResolvedValue(accepted(printed));
  await taken.once('another', print);
  taken.forget('job');
  await taken.once('job', print);
  expect(print).toHaveBeenCalledTimes(5);
});

test('pressed again after the line broke over the outcome, the printer gets nothing and the ledger is told', async () => {
  const settled: unknown[] = [];
  const print = vi.fn(async () => 'P-1');
  let isDown = true;
  const answers: Record<string, (input: object) => Reply<unknown>> = {
    'print.issue': () => accepted({ jobId: 'job' }),
    'print.bytes': () => accepted({ pdf: new Uint8Array([1]), title: 'S1', fileName: 'S1.pdf' }),
    'print.settle': (input) => {
      if (isDown) return refused('SERVER_DID_NOT_ANSWER');
      settled.push(input);
      return accepted({ documentNumber: 'S1' });
    },
  };
  const verbs = mainVerbs({
    ask: (async (verb: string, input: object) => answers[verb]!(input)) as MainVerbsOptions['ask'],
    printing: { printers: async () => [{ name: 'P', isDefault: true }], print, papersBefore: async () => 0 },
    note: () => undefined,
  } as Partial<MainVerbsOptions> as MainVerbsOptions);
  const pressed = { operationId: 'o', visitId: 'v', documentNumber: 'S1', printer: null };
  expect(await verbs['document.print'](pressed, clerk)).toEqual(refused('SERVER_DID_NOT_ANSWER'));
  isDown = false;
  expect(await verbs['document.print'](pressed, clerk)).toMatchObject({ ok: true, value: { outcome: 'printed' } });
  expect(print).toHaveBeenCalledTimes(1);
  expect(settled).toEqual([{ jobId: 'job', outcome: 'printed', printer: 'P', failure: null }]);
  await verbs['document.print'](pressed, clerk);
  expect(print).toHaveBeenCalledTimes(2);
});
