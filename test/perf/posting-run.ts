/** One posting of an allocation file in a process of its own: `posting-run.ts FOLDER FILE`. Prints what it took as JSON. */
import { runAllocation } from '../../electron/ledger/month-end/allocation/allocations.ts';
import { fileOnDisk } from '../../electron/ledger/intake/file-source.ts';
import { openBooks } from '../../electron/ledger/books/open-books.ts';
import { Spool } from '../../electron/ledger/intake/spool.ts';
import { RunningPostings } from '../../electron/ledger/request/running-postings.ts';
import { clock, DATA_KEY } from './prepared-office.ts';
import { peakMemoryMb } from './peak-memory.ts';

const [folder = '', file = ''] = process.argv.slice(2);
const books = openBooks({ folder, dataKey: DATA_KEY, clock, keysFolder: null });
const spool = new Spool(folder, books.keys.spool);
const postings = new RunningPostings(books);
const ledger = {
  books,
  spool,
  folder,
  postings,
  backups: null,
  authority: null,
  lines: null,
  report: () => undefined,
  isCancelled: () => false,
};
const started = performance.now();
const run = await runAllocation(ledger, fileOnDisk(file), { clerk: '1001', second: '2001', answer: null }, 'bench');
const seconds = (performance.now() - started) / 1000;
books.close();
const peakMb = peakMemoryMb();
process.stdout.write(JSON.stringify({ seconds, peakMb, accepted: run.accepted }));
