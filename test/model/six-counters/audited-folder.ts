/** The auditor counts what lies in the folder behind the program's back: nothing is lost there, and nothing is there twice. */
import { isDeepStrictEqual } from 'node:util';
import { behindTheBack } from '../../offices/small-office.ts';
import type { World } from './office-world.ts';
import { FIRST_FEN } from './office-template.ts';

type Counts = Readonly<Record<string, number>>;

const COUNTED: Readonly<Record<string, string>> = {
  visits: 'SELECT count(*) FROM visit',
  issued: 'SELECT count(*) FROM document WHERE issued_at IS NOT NULL',
  queued: "SELECT count(*) FROM print_job WHERE state = 'queued'",
  printed: "SELECT count(*) FROM print_job WHERE state = 'printed'",
  'taken out': "SELECT count(*) FROM print_job WHERE state = 'cancelled'",
  'oral losses': "SELECT count(*) FROM loss_report WHERE card_state = 'oral'",
  'formal losses': "SELECT count(*) FROM loss_report WHERE card_state = 'formal'",
  losses: 'SELECT count(*) FROM loss_report',
  requests: 'SELECT count(*) FROM approval_request',
  'used requests': 'SELECT count(*) FROM approval_request WHERE used_at IS NOT NULL',
  batches: 'SELECT count(*) FROM batch',
  entries: 'SELECT count(*) FROM entry',
  fen: 'SELECT coalesce(sum(amount_fen), 0) FROM entry',
};

/** The counts that no possible world has, null when one has all of them. @param before the same of the folder it was copied from. */
export function miscounted(folder: string, worlds: readonly World[], before: Counts): object | null {
  const counted = countsOf(folder);
  const found = Object.fromEntries(Object.entries(counted).map(([name, count]) => [name, count - (before[name] ?? 0)]));
  const possible = worlds.map((world) => expected(world));
  return possible.some((counts) => isDeepStrictEqual(counts, found)) ? null : { found, possible: possible[0] };
}

export function countsOf(folder: string): Counts {
  return behindTheBack(folder, (books) =>
    Object.fromEntries(
      Object.entries(COUNTED).map(([name, sql]) => [name, books.prepare<[], number>(sql).pluck().get() ?? 0]),
    ),
  );
}

function expected({ visits, papers, jobs, losses, requests, batches, holders }: World): Counts {
  const jobsIn = (state: string) => Object.values(jobs).filter((job) => job.state === state).length;
  const lossesIn = (state: string) => losses.filter((loss) => loss.state === state).length;
  return {
    visits: Object.keys(visits).length,
    issued: Object.values(papers).filter(({ issued }) => issued).length,
    queued: jobsIn('queued'),
    printed: jobsIn('printed'),
    'taken out': jobsIn('cancelled'),
    'oral losses': lossesIn('oral'),
    'formal losses': lossesIn('formal'),
    losses: losses.length,
    requests: Object.keys(requests).length,
    'used requests': Object.values(requests).filter(({ state }) => state === 'used').length,
    batches: batches.length,
    // Each begins with one.
    entries: holders.reduce((sum, { entries }) => sum + entries - 1, 0),
    fen: holders.reduce((sum, { fen }) => sum + fen - FIRST_FEN, 0),
  };
}
