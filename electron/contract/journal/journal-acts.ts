/** What the journal (F12) lists, by the names under which it stands on record (docs/screens.md, Journal). */

/** Work: what a till counts, what becomes of papers, and the closing of till and day. Done or refused. */
const WORK = [
  ...['visit.open', 'loss.report', 'loss.confirm', 'loss.cancel', 'loss.takeBack', 'loss.reissue'],
  ...['loss.addReference', 'loss.correctReference', 'pin.first', 'pin.change', 'pin.reset', 'pin.telephone'],
  ...[
    'holder.contact',
    'holder.correct',
    'holder.close',
    'entry.correct',
    'balance.byTelephone',
    'visit.reveal',
    'online.endLogin',
  ],
  ...['file.post', 'file.refuse', 'register.load', 'institutions.load'],
  ...['document.print', 'document.reprint', 'document.save', 'print.failed', 'printQueue.cancel'],
  ...['till.close', 'till.closeFor', 'day.close'],
] as const;

/** Steps of such work, which stand on record by themselves only where they were refused. */
export const ATTEMPTS = [
  ...['customer.beginTask', 'customer.takeEntry', 'customer.takeAcknowledgement', 'customer.giveTime'],
  ...['customer.endTask', 'visit.openOfReport', 'visit.openWithoutCard', 'visit.finish', 'loss.find'],
  ...['loss.reportByTelephone', 'batchFile.post', 'registerFile.load', 'intake.end', 'file.openAnswer'],
  ...['paper.prepare', 'paper.ofReport', 'paper.show', 'statement.draft', 'statement.prepare'],
  ...['print.issue', 'print.bytes', 'print.settle', 'document.exported'],
] as const;

export const JOURNAL_ACTS = [...WORK, ...ATTEMPTS] as const;
export type JournalAct = (typeof JOURNAL_ACTS)[number];
