/** Taking back what was entered by mistake, in a random history of losses. */
import { randomUUID } from 'node:crypto';
import { person } from '../offices/made-up-people.ts';
import { MINUTE } from '../offices/small-office.ts';
import type { LossAuditor, ModelReport } from './loss-auditor.ts';
import { codeOf } from './loss-history-rules.ts';
import type { LossHistory } from './loss-history.ts';

const TERM = 30 * MINUTE;
const ENTERED = ['reported', 'password-void', 'superseded', 'reinstated'];

/** In the visit that goes on, or by number and ID number alone; mostly a report just made. */
export async function takeBack(history: LossHistory): Promise<void> {
  const { chance, office, model, clerk } = history;
  const report = chance.happens(80) ? model.reports.at(-1) : model.reports[chance.below(model.reports.length)];
  if (report === undefined) return;
  const visit = chance.happens(30) ? await history.visit() : null;
  const second = history.second({ about: `loss.takeBack ${report.number}`, binding: '', pin: 'none' });
  const isAnothers = visit !== null && visit.holder !== report.holder;
  const fault = isAnothers ? 'LOSS_UNKNOWN' : (takeBackFault(report, model, office.at) ?? second.fault);
  const reply = await office.ask(
    'loss.takeBack',
    {
      ...{ operationId: randomUUID(), number: report.number, reason: '录错', second: second.given },
      ...{ visitId: visit?.id ?? null, idNumber: visit === null ? person(report.holder).idNumber : null },
    },
    clerk,
  );
  history.agree(`taking back ${report.number}`, codeOf(reply), fault);
  if (reply.ok) model.takeBack(report);
}

function takeBackFault(report: ModelReport, model: LossAuditor, at: number): string | null {
  const { card, password, events, day } = report;
  if (card !== 'oral' && card !== 'formal' && password !== 'void') return 'LOSS_STATE';
  if (events.some((event) => !ENTERED.includes(event))) return 'TAKE_BACK_FOLLOWED';
  return at - report.at >= TERM || model.day !== day ? 'TAKE_BACK_LATE' : null;
}
