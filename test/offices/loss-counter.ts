/** A counter with one holder at it whose card or PIN gets lost, for the tests of losses. */
import { randomUUID } from 'node:crypto';
import { businessDate } from '../../electron/contract/kernel/dates.ts';
import type { LossView } from '../../electron/contract/loss/loss-views.ts';
import type { Input } from '../../electron/contract/verbs.ts';
import { advanceTo } from '../../electron/ledger/day/days.ts';
import { cardNumber, person, settlementCsv } from './made-up-people.ts';
import { authorised, copyOf, lossOf, Office, visitOf, type Counter, type Template } from './small-office.ts';

export const AGENT = { idNumber: person(7).idNumber, name: '代办人', relation: '配偶', householdRegister: false };
export const NEW_CARD = cardNumber(5000);

export class LossCounter {
  readonly office: Office;
  readonly clerk: Counter;
  visitId = '';

  private constructor(office: Office, clerk: Counter) {
    this.office = office;
    this.clerk = clerk;
  }

  /** With the first holder at the counter. */
  static async open(template: Template): Promise<LossCounter> {
    return LossCounter.at(new Office(copyOf(template)), template.clerk);
  }

  /** The same in an office that is open already. */
  static async at(office: Office, clerk: Counter): Promise<LossCounter> {
    const counter = new LossCounter(office, clerk);
    ({ visitId: counter.visitId } = await office.openVisit(0, clerk));
    return counter;
  }

  report(other: Partial<Input<'loss.report'>> = {}): Promise<LossView> {
    return this.office.must('loss.report', lossOf(this.visitId, other), this.clerk);
  }

  refusal(other: Partial<Input<'loss.report'>> = {}): Promise<string | null> {
    return this.office.codeOf('loss.report', lossOf(this.visitId, other), this.clerk);
  }

  find(number: string, idNumber = person(0).idNumber): Promise<LossView> {
    return this.office.must('loss.find', { number, idNumber }, this.clerk);
  }

  toDay(date: string): Promise<string> {
    return advanceTo(this.office.door.ledger, businessDate(date), '1001');
  }

  /** The next customer, or the same one again. */
  async visitAgain(at: number, other: Partial<Input<'visit.open'>> = {}): Promise<void> {
    // A visit does not outlive the day of its session.
    if ((await this.office.must('visit.current', {}, this.clerk)) !== null)
      await this.office.must('visit.finish', { visitId: this.visitId }, this.clerk);
    ({ visitId: this.visitId } = await this.office.must('visit.open', { ...visitOf(at), ...other }, this.clerk));
  }

  reissueOf(number: string, other: Partial<Input<'loss.reissue'>> = {}): Input<'loss.reissue'> {
    return {
      operationId: randomUUID(),
      visitId: this.visitId,
      number,
      newCard: NEW_CARD,
      newInsuranceNumber: 'YB90000001',
      feeClass: 'standard',
      second: authorised('2001'),
      ...other,
    };
  }

  cancelOf(number: string, second: Input<'loss.cancel'>['second'] = authorised('2001')): Input<'loss.cancel'> {
    return { operationId: randomUUID(), visitId: this.visitId, number, second };
  }

  takeBackOf(number: string, other: Partial<Input<'loss.takeBack'>> = {}): Input<'loss.takeBack'> {
    return {
      ...{ operationId: randomUUID(), visitId: this.visitId, number, idNumber: null },
      ...{ reason: '录错持卡人', second: authorised('2001'), ...other },
    };
  }

  /** Results of one settlement file, line by line: `null` where it was posted. */
  async settled(name: string, sales: readonly { card: string; amount: string; time: string }[]) {
    const total = sales.reduce((sum, { amount }) => sum + Number(amount), 0).toFixed(2);
    const lines = sales.map((sale, at) => ({ reference: `${name}-${at}`, kind: '消费' as const, ...sale }));
    const refused = [...(await this.office.post.settlement(settlementCsv(name, total, lines))).refused];
    return sales.map((_, at) => refused.find(({ externalId }) => externalId === `${name}-${at}`)?.reason ?? null);
  }
}
