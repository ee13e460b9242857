/** The verbs that main answers itself: windows, printers, dialogs and keys are its own (electron/contract/verbs.ts). */
import { basename } from 'node:path';
import type { Enlargement } from '../contract/kernel/enlargement.ts';
import { accepted, refused, RefusalError, type Reply } from '../contract/kernel/errors.ts';
import { overwriteKeys } from '../contract/kernel/key-bytes.ts';
import { verbs, type Input, type MainVerb, type Output, type Verb } from '../contract/verbs.ts';
import type { JoinedOffice } from './joining/joined-office.ts';
import type { AskLedger } from './ledger-link/ask-ledger.ts';
import type { LedgerStatus } from './ledger-link/ledger-link.ts';
import type { CounterOffice } from './office/counter-office.ts';
import type { KnownWindow } from './windows/ipc-gate.ts';
import type { FileContent } from './output/whole-file.ts';
import { TakenPapers } from './output/taken-papers.ts';
import { listPrinters, printPdf, type NotPrinted, type PrintSystem } from './output/printing.ts';

export type MainVerbs = {
  readonly [V in MainVerb]: (input: Input<V>, asker: KnownWindow) => Promise<Reply<Output<V>>>;
};

/** Answered on the customer's side of the counter. */
export type PinVerbs = Pick<MainVerbs, Extract<MainVerb, `pin.${string}` | `customer.${string}`>>;

export interface MainVerbsOptions {
  readonly ask: AskLedger;
  readonly cancel: (operationId: string, asker: KnownWindow) => void;
  readonly pinVerbs: PinVerbs;
  readonly office: CounterOffice;
  readonly joined: JoinedOffice;
  readonly dataFolder: string;
  readonly demoFolder: string;
  readonly printing: PrintSystem;
  readonly note: (event: string, details: Readonly<Record<string, unknown>>) => void;
  readonly ledgerStatus: () => LedgerStatus;
  readonly program: { readonly version: string; readonly runtime: string; readonly unsupportedRuntime: boolean };
  /** The path the clerk chose, null when the dialog was closed. */
  readonly chooseFile: (asker: KnownWindow, fileName: string) => Promise<string | null>;
  readonly chooseBackup: (asker: KnownWindow) => Promise<string | null>;
  readonly enlarge: (asker: KnownWindow, percent: Enlargement) => void;
  /** Throws RefusalError SAVE_FAILED, and what the making of the content refuses. */
  readonly save: (path: string, content: FileContent) => Promise<void>;
}

export function mainVerbs(options: MainVerbsOptions): MainVerbs {
  const { ask, office, joined, printing, program } = options;
  return {
    ...documentVerbs(options),
    ...options.pinVerbs,
    'program.info': async () =>
      accepted({
        ...program,
        weakKeyStorage: joined.server === null ? office.keyIsWeak : joined.keyIsWeak,
        dataFolder: joined.server === null ? office.folder : options.dataFolder,
        server: joined.server,
        ledger: options.ledgerStatus().state,
        refusal: options.ledgerStatus().refusal,
      }),
    'program.enlarge': async ({ percent }, asker) => {
      options.enlarge(asker, percent);
      return accepted({});
    },
    'office.setUp': (input, asker) => office.setUp(input, asker),
    'office.openDemo': async (_input, asker) =>
      office.isOpen ? refused('OFFICE_EXISTS') : office.openDemo(options.demoFolder, asker),
    'office.join': (input) => joined.join(input),
    'office.leave': (_input, asker) => joined.leave(asker),
    'server.show': () => joined.show(),
    'server.changeAddress': (input) => joined.changeAddress(input),
    'office.openBehind': (input, asker) => office.openBehind(input, asker),
    'clerk.liftLocks': (input, asker) => ask('clerk.liftLocksByKey', input, asker),
    'office.restore': async (recoveryKeys, asker) => {
      if (office.isOpen) return refused('OFFICE_EXISTS');
      const backup = await options.chooseBackup(asker);
      return backup === null ? accepted(null) : office.restore(backup, recoveryKeys, asker);
    },
    'office.recoverySheet': async ({ to }, asker) => {
      const keys = office.keys();
      if (!keys.ok) return keys;
      const sheet = await ask('office.recoveryPdf', keys.value, asker);
      overwriteKeys(keys.value);
      if (!sheet.ok) return sheet;
      return printedOrSaved(options, asker, to, sheet.value);
    },
    'day.report': async ({ to, businessDate }, asker) => {
      const report = await ask('day.drawReport', { businessDate }, asker);
      return report.ok ? printedOrSaved(options, asker, to, report.value) : report;
    },
    'overview.report': async ({ to, period }, asker) => {
      const report = await ask('overview.drawReport', period, asker);
      return report.ok ? printedOrSaved(options, asker, to, report.value) : report;
    },
    'interest.paper': async ({ to, ...looked }, asker) => {
      const sheet = await ask('interest.drawWorksheet', looked, asker);
      return sheet.ok ? printedOrSaved(options, asker, to, sheet.value) : sheet;
    },
    'printer.list': async () =>
      accepted((await listPrinters(printing)).map(({ name, isDefault }) => ({ name, isDefault }))),
    'operation.cancel': async ({ operationId }, asker) => {
      options.cancel(operationId, asker);
      return accepted({});
    },
  };
}

/** A paper of the office's own, which waits in no queue. */
async function printedOrSaved(
  options: MainVerbsOptions,
  asker: KnownWindow,
  to: 'printer' | 'file',
  { pdf, fileName }: { readonly pdf: Uint8Array; readonly fileName: string },
): Promise<Reply<Output<'day.report'>>> {
  if (to === 'file') return saveAs(options, asker, fileName, pdf);
  const result = await printPdf(options.printing, pdf, null);
  return result.printed
    ? accepted({ saved: true, fileName })
    : refused('PRINT_FAILED', { reason: noted(options, result).failure });
}

type DocumentVerb =
  | 'document.print'
  | 'document.save'
  | 'paper.save'
  | 'printQueue.retry'
  | 'printQueue.save'
  | 'file.saveAnswer'
  | 'batch.saveAnswer'
  | 'audit.save';

function documentVerbs(options: MainVerbsOptions): Pick<MainVerbs, DocumentVerb> {
  const { ask } = options;
  const attempt = attemptOnce(options);
  return {
    'document.print': async ({ printer, ...given }, asker) => {
      const issued = await ask('print.issue', given, asker);
      return issued.ok ? attempt({ jobId: issued.value.jobId, printer, reason: null }, asker) : issued;
    },
    'document.save': async (input, asker) => {
      const exported = await ask('document.export', pick(input), asker);
      if (!exported.ok) return exported;
      const { fileName, bytes } = exported.value;
      const saved = await saveAs(options, asker, fileName, bytes);
      if (!saved.ok || !saved.value.saved) return saved;
      const noted = await ask('document.exported', input, asker);
      return noted.ok ? saved : noted;
    },
    'printQueue.retry': attempt,
    'paper.save': async (input, asker) => {
      const issued = await ask('print.issue', input, asker);
      if (!issued.ok) return issued;
      const { jobId } = issued.value;
      const saved = await saveJob(options, { jobId, reason: null }, asker);
      // A copy that was not saved after all is not to be printed either.
      if (!saved.ok || !saved.value.saved) await ask('printQueue.cancel', { jobId, reason: null }, asker);
      return saved;
    },
    'printQueue.save': (input, asker) => saveJob(options, input, asker),
    'file.saveAnswer': ({ intakeId }, asker) =>
      saveAnswer(options, asker, {
        named: () => ask('file.answerName', { intakeId }, asker),
        open: () => ask('file.openAnswer', { intakeId }, asker),
      }),
    'batch.saveAnswer': ({ batchId }, asker) =>
      saveAnswer(options, asker, {
        named: () => ask('batch.answerName', { batchId }, asker),
        open: () => ask('batch.openAnswer', { batchId }, asker),
      }),
    'audit.save': (input, asker) =>
      saveAnswer(options, asker, {
        named: () => Promise.resolve(accepted({ fileName: auditFileName(input) })),
        open: () => ask('audit.open', input, asker),
      }),
  };
}

interface AnswerToSave {
  named(): Promise<Reply<{ readonly fileName: string }>>;
  open(): Promise<Reply<{ readonly answerId: string }>>;
}

/** Piece by piece: an answer of a million lines never lies whole in main. */
async function saveAnswer(
  options: MainVerbsOptions,
  asker: KnownWindow,
  answer: AnswerToSave,
): Promise<Reply<Output<'file.saveAnswer'>>> {
  const named = await answer.named();
  if (!named.ok) return named;
  const path = await options.chooseFile(asker, named.value.fileName);
  if (path === null) return accepted({ saved: false, fileName: null });
  const opened = await answer.open();
  return opened.ok ? saveAt(options, path, answerPieces(options.ask, opened.value.answerId, asker)) : opened;
}

/** Throws RefusalError where the ledger refuses a piece. */
async function* answerPieces(ask: AskLedger, answerId: string, asker: KnownWindow): AsyncGenerator<Uint8Array> {
  let isLast = false;
  for (let offset = 0; !isLast;) {
    const reply = await ask('answer.piece', { answerId, offset }, asker);
    if (!reply.ok) throw new RefusalError(reply.error.code, reply.error.details);
    yield reply.value.piece;
    offset += reply.value.piece.length;
    ({ isLast } = reply.value);
  }
}

/** After its days, without what no system takes for a file's name. */
function auditFileName({ from, to }: Input<'audit.save'>): string {
  const days = [from, to].flatMap((moment) => (moment === null ? [] : [moment.slice(0, 10)]));
  return `${['audit', ...days].join('-')}.csv`;
}

function pick({ visitId, documentNumber, format }: Input<'document.save'>): Input<'document.export'> {
  return { visitId, documentNumber, format };
}

/** The printing system's own words go to the log, and to no window. */
function noted(options: MainVerbsOptions, result: NotPrinted): NotPrinted {
  options.note('a paper was not printed', { failure: result.failure, system: result.system });
  return result;
}

/** A paper that is asked for again while it is on its way to the printer is answered as it is then, and comes out once. */
function attemptOnce(options: MainVerbsOptions): MainVerbs['printQueue.retry'] {
  const underWay = new Map<string, ReturnType<typeof attempt>>();
  const taken = new TakenPapers();
  return async (input, asker) => {
    const { jobId } = input;
    const same = underWay.get(jobId);
    if (same) return same;
    const tried = attempt(options, taken, input, asker);
    underWay.set(jobId, tried);
    try {
      return await tried;
    } finally {
      underWay.delete(jobId);
    }
  };
}

/** A job that could not be printed stays in the queue, with the reason. */
async function attempt(
  options: MainVerbsOptions,
  taken: TakenPapers,
  { jobId, printer: wanted, reason }: Input<'printQueue.retry'>,
  asker: KnownWindow,
): Promise<Reply<Output<'document.print'>>> {
  const { ask } = options;
  const given = await taken.once(jobId, async () => {
    const job = await ask('print.bytes', { jobId, reason }, asker);
    return job.ok ? accepted(await printPdf(options.printing, job.value.pdf, wanted)) : job;
  });
  if (!given.ok) return given;
  const { printed, printer, before, failure } = given.value.printed ? given.value : noted(options, given.value);
  const outcome = printed ? 'printed' : 'failed';
  const settled = await ask('print.settle', { jobId, outcome, printer, failure }, asker);
  if (settled.ok) taken.forget(jobId);
  else return settled;
  const { documentNumber } = settled.value;
  return accepted({ documentNumber, jobId, outcome: printed ? 'printed' : 'queued', printer, before, failure });
}

/** A paper of the queue as a file. */
async function saveJob(
  options: MainVerbsOptions,
  { jobId, reason }: Input<'printQueue.save'>,
  asker: KnownWindow,
): Promise<Reply<Output<'printQueue.save'>>> {
  const { ask } = options;
  const job = await ask('print.bytes', { jobId, reason }, asker);
  if (!job.ok) return job;
  const saved = await saveAs(options, asker, job.value.fileName, job.value.pdf);
  if (!saved.ok || !saved.value.saved) return saved;
  const settled = await ask('print.settle', { jobId, outcome: 'saved', printer: null, failure: null }, asker);
  return settled.ok ? saved : settled;
}

async function saveAs(
  options: MainVerbsOptions,
  asker: KnownWindow,
  fileName: string,
  bytes: Uint8Array,
): Promise<Reply<Output<'document.save'>>> {
  const path = await options.chooseFile(asker, fileName);
  return path === null ? accepted({ saved: false, fileName: null }) : saveAt(options, path, bytes);
}

async function saveAt(
  { save }: MainVerbsOptions,
  path: string,
  content: FileContent,
): Promise<Reply<Output<'document.save'>>> {
  try {
    await save(path, content);
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, error: error.refusal };
    throw error;
  }
  return accepted({ saved: true, fileName: basename(path) });
}

/** What is done to books of this computer's own: at one that has joined a server it is refused. */
const OF_OWN_BOOKS: ReadonlySet<Verb> = new Set<MainVerb>([
  'office.setUp',
  'office.openDemo',
  'office.restore',
  'office.openBehind',
  'office.recoverySheet',
  'clerk.liftLocks',
]);

export function isOfOwnBooks(verb: Verb): boolean {
  return OF_OWN_BOOKS.has(verb);
}

export function isMainVerb(verb: Verb): verb is MainVerb {
  return verbs[verb].owner === 'main';
}

export function answerMainVerb<V extends MainVerb>(
  handlers: MainVerbs,
  verb: V,
  input: unknown,
  asker: KnownWindow,
): Promise<Reply<Output<V>>> {
  // The schema proves it; the compiler cannot follow a verb through the table of schemas.
  return handlers[verb](verbs[verb].input.parse(input) as Input<V>, asker);
}
