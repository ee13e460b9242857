/** What happens at the counter in a random history: visits, statements, paper. */
import { randomUUID } from 'node:crypto';
import type { Input } from '../../electron/contract/verbs.ts';
import type { EntryKind } from '../../electron/contract/kernel/vocabulary.ts';
import { cardNumber, person } from '../offices/made-up-people.ts';
import { MINUTE, statementOf, visitOf } from '../offices/small-office.ts';
import type { Paper, Visitor } from './counter-auditor.ts';
import { CLAIMS } from './drawn-files.ts';
import type { History, Operation } from './history.ts';

const GUARDIAN = { idNumber: person(30).idNumber, name: '王守护', relation: '父亲', householdRegister: true };
const AGENT = { ...GUARDIAN, relation: '同事', householdRegister: false };

function drawVisitor({ chance, books, counter, office }: History): Visitor {
  const { idNumber, card } = books.accounts.length > 0 ? chance.pick(books.accounts) : chance.pick(CLAIMS);
  const agent = chance.pick(['none', 'none', 'agent', 'guardian'] as const);
  const sound = { idNumber, card, idSound: true, cardSound: true, agent };
  if (counter.standing(office.at) !== null || chance.happens(70)) return sound;
  if (chance.happens(30)) return { ...sound, idNumber: '110105195001010014', idSound: false };
  if (chance.happens(30)) return { ...sound, card: '6213300000000010001', cardSound: false };
  return chance.happens(50) ? { ...sound, card: cardNumber(4000) } : { ...sound, idNumber: person(31).idNumber };
}

const visitIdOf = ({ counter }: History) => counter.visit?.id ?? randomUUID();

export const openVisit: Operation = async (history) => {
  const { office, counter, books, chance } = history;
  const visitor = drawVisitor(history);
  const agent = visitor.agent === 'none' ? null : visitor.agent === 'agent' ? AGENT : GUARDIAN;
  const { idNumber, card } = visitor;
  const request: Input<'visit.open'> = {
    ...{ operationId: randomUUID(), idNumber, card, networkCheck: 'match-photo', secondaryDocument: null, agent },
  };
  const code = counter.openVisit(visitor, office.at);
  const reply = await office.ask('visit.open', request, history.clerk);
  history.agree('the visit', reply.ok ? null : reply.error.code, code);
  if (!reply.ok) return;
  counter.opened(card, reply.value.visitId, office.at);
  const { holderName, accountNumber, balanceFen, unprinted, idMasked } = reply.value;
  const account = books.accountOf(card)!;
  history.agree('the header', { holderName, accountNumber, balanceFen, unprinted, idMasked }, counter.header(account));
  if (chance.happens(15)) {
    history.agree('the visit sent twice', await office.ask('visit.open', request, history.clerk), reply);
    const other = { ...request, networkCheck: 'match-no-photo' } as const;
    history.agree('the id used again', await office.codeOf('visit.open', other, history.clerk), 'OPERATION_REUSED');
  }
};

/** Somebody tries cards, minutes apart: five within ten minutes lock the clerk. */
export const guess: Operation = async (history) => {
  const { office, counter, chance } = history;
  const visitor = { ...person(31), card: cardNumber(4000), idSound: true, cardSound: true, agent: 'none' } as const;
  for (let left = 4 + chance.below(4); left > 0; left -= 1) {
    const request = { ...visitOf(0), idNumber: visitor.idNumber, card: visitor.card };
    const code = counter.openVisit(visitor, office.at);
    history.agree('a guess', await office.codeOf('visit.open', request, history.clerk), code);
    office.at += chance.below(5) * MINUTE;
    await history.signInAgain();
  }
};

export const finishVisit: Operation = async (history) => {
  const { office, counter } = history;
  const code = counter.locked ? 'CLERK_LOCKED' : counter.visit === null ? 'VISIT_REQUIRED' : null;
  const visitId = visitIdOf(history);
  history.agree('finishing', await office.codeOf('visit.finish', { visitId }, history.clerk), code);
  if (code === null && counter.visit !== null) counter.visit.lastActive = Number.NEGATIVE_INFINITY;
};

export const prepare: Operation = async (history) => {
  const { office, counter, chance, books } = history;
  const fault = counter.visitFault(office.at);
  const dates = [...books.accounts.flatMap(({ entries }) => entries.map(({ date }) => date)), books.day, '2023-12-31'];
  const period = [chance.pick(dates), chance.pick(dates)] as const;
  const kinds = chance.happens(75) ? null : chance.pick<EntryKind[]>([['consumption'], ['allocation', 'refund']]);
  const request = { ...statementOf(visitIdOf(history), ...period), kinds };
  const code = fault ?? (period[0] > period[1] ? 'PERIOD_INVALID' : null);
  const reply = await office.ask('statement.prepare', request, history.clerk);
  history.agree('the statement', reply.ok ? null : reply.error.code, code);
  if (!reply.ok) return;
  const { documentNumber, totals, clears, unprinted, entries } = reply.value;
  const lines = entries.map(({ occurredAt: _, terminal: __, text: ___, corrects: ____, ...line }) => line);
  const predicted = counter.statement({ from: period[0], to: period[1] }, kinds, office.at);
  history.agree('the statement', { documentNumber, totals, clears, unprinted, entries: lines }, predicted);
};

/** The draft of the visit, or an earlier paper of the same holder. */
function paperAtHand({ counter, chance }: History): Paper | null {
  const { visit, papers } = counter;
  if (visit === null) return null;
  const earlier = papers.filter(({ account }) => account === visit.account);
  return visit.draft ?? (earlier.length > 0 ? chance.pick(earlier) : null);
}

export const print: Operation = async (history) => {
  const { office, counter, chance } = history;
  const paper = paperAtHand(history);
  const documentNumber = paper?.number ?? 'S010120240101000018';
  const code = counter.visitFault(office.at) ?? (paper === null ? 'DOCUMENT_UNKNOWN' : null);
  const request = { operationId: randomUUID(), visitId: visitIdOf(history), documentNumber };
  const reply = await office.ask('print.issue', request, history.clerk);
  history.agree('the print', reply.ok ? null : reply.error.code, code);
  if (!reply.ok || paper === null) return;
  paper.copies += 1;
  const copy = counter.issue(paper, office.at);
  const outcome = chance.pick(['printed', 'printed', 'saved', 'failed'] as const);
  const { jobId } = reply.value;
  const settled = await office.must('print.settle', { jobId, outcome, printer: null, failure: null }, history.clerk);
  const state = outcome === 'failed' ? 'queued' : 'printed';
  history.agree('the print job', [settled.state, settled.copy], [state, copy]);
  if (outcome !== 'failed') counter.handOver(paper);
  else await office.must('printQueue.cancel', { jobId, reason: null }, history.clerk);
};

export const save: Operation = async (history) => {
  const { office, counter, chance } = history;
  const paper = paperAtHand(history);
  const documentNumber = paper?.number ?? 'S010120240101000018';
  const format = chance.pick(['pdf', 'csv'] as const);
  const code = counter.visitFault(office.at) ?? (paper === null ? 'DOCUMENT_UNKNOWN' : null);
  const request = { operationId: randomUUID(), visitId: visitIdOf(history), documentNumber, format };
  history.agree('saving', await office.codeOf('document.exported', request, history.clerk), code);
  if (code !== null || paper === null) return;
  counter.issue(paper, office.at);
  if (format === 'pdf') counter.handOver(paper);
};

export const presets: Operation = async (history) => {
  const { office, counter } = history;
  const reply = await office.ask('statement.presets', { visitId: visitIdOf(history) }, history.clerk);
  const code = counter.visitFault(office.at);
  history.agree('the presets', reply.ok ? null : reply.error.code, code);
  if (!reply.ok || counter.visit === null) return;
  history.agree('since the last print', reply.value.sinceLastPrint, counter.sinceLastPrint(counter.visit.account));
};

export const reveal: Operation = async (history) => {
  const { office, counter } = history;
  const request = {
    operationId: randomUUID(),
    visitId: visitIdOf(history),
    field: 'card',
    reason: '核对卡号',
  } as const;
  const code = counter.visitFault(office.at);
  const stranger = await office.codeOf('visit.reveal', { ...request, operationId: randomUUID() }, history.supervisor);
  history.agree('a reveal at another counter', stranger, 'VISIT_REQUIRED');
  const reply = await office.ask('visit.reveal', request, history.clerk);
  history.agree('the reveal', reply.ok ? null : reply.error.code, code);
  if (!reply.ok || counter.visit === null) return;
  counter.visit.lastActive = office.at;
  history.agree('the revealed number', reply.value.value, counter.visit.account.card);
};

export const unlock: Operation = (history) => history.unlock();
