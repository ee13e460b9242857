/** Whether the books may say otherwise of a file than when it was checked, without a look at its lines. */
import type { Reading } from '../books/books.ts';

/** Records of what changes no account, card, hold, batch, institution, setting or day: everything else may change what a file comes to. */
const LEAVES_FILES_ALONE: readonly string[] = [
  ...['session.signIn', 'session.signOut', 'session.lock', 'session.unlock', 'session.end'],
  ...['visit.open', 'visit.finish', 'visit.reveal', 'customer.beginTask', 'customer.endTask', 'customer.giveTime'],
  ...['pin.try', 'pin.prove', 'loss.acknowledge', 'balance.byTelephone'],
  ...['approval.ask', 'approval.decide', 'approval.renew', 'file.refuse', 'file.openAnswer', 'file.saveAnswer'],
  ...['document.print', 'document.save', 'paper.show', 'print.settle', 'printQueue.take', 'printQueue.cancel'],
  ...['counter.add', 'counter.join', 'counter.renew', 'counter.change', 'counter.revoke', 'backup.make'],
  'audit.export',
  'backup.mended',
  'books.verify',
];

/** Equal where nothing has changed that a check rests on. A posting under way changes the books with each of its steps. */
export async function lastChange({ query }: Reading): Promise<string> {
  const record = await query
    .selectFrom('audit')
    .select('seq')
    .where('outcome', '=', 'done')
    .where('verb', 'not in', LEAVES_FILES_ALONE)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const steps = await query.selectFrom('file_posting').select(['batch_id', 'steps']).orderBy('batch_id').execute();
  return [record?.seq ?? 0, ...steps.map(({ batch_id, steps: done }) => `${batch_id}:${done}`)].join(' ');
}
