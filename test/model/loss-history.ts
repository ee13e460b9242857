/** One random history of losses, PINs and approvals, each answer held against the auditor’s. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { SecondPerson } from '../../electron/contract/kernel/verb-definition.ts';
import type { LossKind, LossObject } from '../../electron/contract/kernel/vocabulary.ts';
import { closeDay } from '../../electron/ledger/day/days.ts';
import { cardNumber, person } from '../offices/made-up-people.ts';
import { authorised, lossOf, MINUTE, PASSWORDS, visitOf, type Counter, type Office } from '../offices/small-office.ts';
import { dateOf, dayOf, wallClock, type LossAuditor, type ModelReport, type ModelRequest } from './loss-auditor.ts';
import {
  cancelFault,
  codeOf,
  fromQueue,
  decisionFault,
  pinTold,
  reissueFault,
  waitingFrom,
  type Asked,
  type OpenVisit,
} from './loss-history-rules.ts';
import type { Chance } from './seeded-chance.ts';

const DAY = 24 * 60 * MINUTE;

export class LossHistory {
  readonly chance: Chance;
  readonly office: Office;
  clerk: Counter;
  supervisor: Counter;
  readonly model: LossAuditor;
  #place = '';
  #files = 0;
  #cards = 5_000;
  #visit: OpenVisit | null = null;
  /** When the visit’s holder last proved the PIN. */
  proof: number | null = null;

  constructor(chance: Chance, office: Office, model: LossAuditor, [clerk, supervisor]: readonly [Counter, Counter]) {
    this.chance = chance;
    this.office = office;
    office.signsInAgain = false;
    this.model = model;
    this.clerk = clerk;
    this.supervisor = supervisor;
  }

  async step(place: string, operation: (history: this) => Promise<void>): Promise<void> {
    this.#place = place;
    this.office.at += this.chance.below(2 * MINUTE);
    this.model.tick(this.office.at);
    await this.#signInAgain();
    await operation(this);
    await this.#signInAgain();
    await this.#compare();
  }

  /** Another day has begun: nobody is signed in any more, and no visit has outlived its session. */
  async #signInAgain(): Promise<void> {
    this.supervisor = await this.office.signedIn(this.supervisor);
    const clerk = await this.office.signedIn(this.clerk);
    if (clerk === this.clerk) return;
    this.clerk = clerk;
    this.#visit = null;
    this.proof = null;
  }

  agree(what: string, actual: unknown, predicted: unknown): void {
    if (isDeepStrictEqual(actual, predicted)) return;
    throw new Error(`${this.#place}: about ${what}\n${JSON.stringify({ actual, predicted }, null, 1)}`);
  }

  /** The worklist and every report as a whole. */
  async #compare(): Promise<void> {
    const { items, pages } = await this.office.must('loss.worklist', {}, this.clerk);
    this.agree('the pages of the worklist', pages, 1);
    const clocks = items.map(({ number, clock, on }) => `${number} ${clock} ${on}`);
    this.agree('the worklist', clocks.sort(), this.model.worklist());
    const days = items.map(({ on }) => this.model.soonness(on));
    this.agree('the order of the worklist', days, days.toSorted());
    const report = this.model.reports.at(this.chance.below(Math.max(1, this.model.reports.length)));
    if (report === undefined) return;
    const { idNumber } = person(report.holder);
    const view = await this.office.must('loss.find', { number: report.number, idNumber }, this.clerk);
    this.agree(
      `report ${report.number}`,
      [view.status, view.kind, view.reissueFrom, view.lostFrom, view.timeline.map(({ event }) => event)],
      [
        this.model.statusOf(report),
        report.kind,
        report.reissueFrom === null ? null : dateOf(report.reissueFrom),
        report.hold?.from ?? null,
        report.events,
      ],
    );
  }

  /** A visit that is going on, of somebody or other; a new one well before it could end by itself. */
  async visit(): Promise<OpenVisit> {
    const old = this.#visit === null || this.office.at >= this.#visit.openedAt + 10 * MINUTE;
    if (old || this.chance.happens(25)) await this.openVisit();
    if (this.#visit === null) throw new Error('no visit');
    return this.#visit;
  }

  async openVisit(): Promise<void> {
    const { chance, office, model, clerk } = this;
    if (this.#visit !== null) await office.must('visit.finish', { visitId: this.#visit.id }, clerk);
    const holder = chance.below(model.holders.length);
    const agent = chance.happens(15)
      ? { idNumber: person(7).idNumber, name: '代办人', relation: '配偶', householdRegister: false }
      : null;
    const { idNumber, name, phone } = person(holder);
    const coming = { ...visitOf(holder), agent };
    const card = model.holder(holder).cards.at(-1) ?? '';
    const { networkCheck, secondaryDocument } = coming;
    const withoutCard = { operationId: randomUUID(), idNumber, name, phone, networkCheck, secondaryDocument, agent };
    const cardShown = !chance.happens(30);
    const opened = !cardShown
      ? await office.must('visit.openWithoutCard', withoutCard, clerk)
      : await office.must('visit.open', { ...coming, card }, clerk);
    const open = model.openCard(holder);
    this.agree(
      'the visit',
      [opened.pinState, opened.cardLoss],
      [model.holder(holder).pin, open === undefined ? null : { number: open.number, kind: open.kind }],
    );
    this.#visit = { id: opened.visitId, holder, agent: agent !== null, cardShown, openedAt: office.at };
    this.proof = null;
  }

  restart(): void {
    this.office.reopen();
    this.proof = null;
  }

  /** Days pass and are closed, or pass without being closed, or are made up for: the two drift apart by up to ten. */
  async passDays(): Promise<void> {
    for (let days = 1 + this.chance.below(4); days > 0; days -= 1) {
      if (this.chance.happens(70)) await this.#closeDay();
      if (this.chance.happens(60)) this.#moveClock(DAY);
    }
    const lag = () => dayOf(wallClock(this.office.at, this.model.zone).slice(0, 10)) - this.model.businessDay;
    while (this.model.livesBy === 'calendar' && (lag() > 10 || (lag() > 0 && this.chance.happens(30))))
      await this.#closeDay();
  }

  /** An office by the calendar closes no day before it is over. */
  async #closeDay(): Promise<void> {
    const { model, office } = this;
    if (model.livesBy === 'calendar' && model.businessDay >= model.day) return;
    await closeDay(office.door.ledger, '2001');
    model.endDay();
  }

  #moveClock(by: number): void {
    this.office.at += by;
    this.model.tick(this.office.at);
  }

  /** The program was off for a while, or somebody corrects a clock that was slow. */
  setClock(): void {
    this.#moveClock(this.chance.pick([20 * MINUTE, 3 * 60 * MINUTE, DAY + 90 * MINUTE, 6 * DAY]));
  }

  /** In place, nobody, or a request from the queue about the same thing, which may have been for something else in detail. */
  second({ about, binding, pin }: Asked): {
    readonly given: SecondPerson | null;
    readonly fault: string | null;
    readonly use: () => void;
  } {
    const nothing = () => undefined;
    const request = this.model.requests.find((each) => each.about === about && !each.used && this.chance.happens(60));
    if (request !== undefined) return fromQueue(request, { binding, pin }, this.office.at);
    if (this.chance.happens(20)) return { given: null, fault: 'SECOND_PERSON_REQUIRED', use: nothing };
    return { given: authorised('2001'), fault: null, use: nothing };
  }

  /** What is asked in a visit: about what, the details, who came how, and whether the PIN was proven. */
  asked(about: string, details: string, { holder, agent, cardShown }: OpenVisit): Asked {
    const { pin } = this.model.holder(holder);
    const proven = this.proof !== null && this.office.at - this.proof < 5 * MINUTE;
    const card = this.model.holder(holder).cards.at(-1) ?? '';
    const binding = [about, details, `agent ${agent}`, `card shown ${cardShown}`, card].join('; ');
    return { about, binding, pin: pin === 'set' ? (proven ? 'proven' : 'not proven') : pin };
  }

  reportAsked(visit: OpenVisit, object: LossObject, kind: LossKind, missedSince: string | null): Asked {
    const open = object === 'password' ? undefined : this.model.openCard(visit.holder);
    const details = `${object} ${kind} ${missedSince ?? 'now'}, until now ${open?.kind ?? 'nothing'}`;
    return this.asked(`loss.report ${visit.holder}`, details, visit);
  }

  cancelAsked(visit: OpenVisit, report: ModelReport): Asked {
    return this.asked(`loss.cancel ${report.number}`, report.kind, visit);
  }

  renewalAsked(visit: OpenVisit, report: ModelReport | undefined): Asked {
    return this.asked(`customer.beginTask ${report?.number ?? ''}`, 'reset', visit);
  }

  async reportLoss(): Promise<void> {
    const { chance, office, model, clerk } = this;
    const visit = await this.visit();
    const { id, holder, agent } = visit;
    const object = chance.pick(['card', 'card', 'password', 'both'] as const);
    const kind = chance.pick(['oral', 'formal'] as const);
    const missedSince = this.#drawMoment();
    const asked = this.reportAsked(visit, object, kind, missedSince);
    const second = object === 'card' ? { given: null, fault: null, use: () => undefined } : this.second(asked);
    const barred = object !== 'card' && agent ? 'AGENT_MAY_NOT' : null;
    const fault = barred ?? second.fault ?? model.reportFault(holder, object, missedSince);
    const reply = await office.ask(
      'loss.report',
      lossOf(id, { object, kind, missedSince, second: second.given }),
      clerk,
    );
    this.agree(`reporting ${object} ${kind}`, codeOf(reply), fault);
    if (!reply.ok) return;
    second.use();
    const report = model.report(holder, object, kind);
    if (report.number === '') report.number = reply.value.number;
    this.agree('its number', reply.value.number.slice(0, -1), report.digits);
  }

  #drawMoment(): string | null {
    if (this.chance.happens(50)) return null;
    const now = this.model.moment();
    if (this.chance.happens(10)) return `${dateOf(this.model.day + 30)} 08:00:00`;
    return this.chance.happens(50) ? now : `${dateOf(this.model.day - 1 - this.chance.below(400))} 08:00:00`;
  }

  async cancel(): Promise<void> {
    const { office, model, clerk } = this;
    const visit = await this.visit();
    const report = this.#anyReport();
    if (report === undefined) return;
    const second = this.second(this.cancelAsked(visit, report));
    const proven = this.proof !== null && this.office.at - this.proof < 5 * MINUTE;
    const fault = cancelFault(report, visit, { pin: model.holder(visit.holder).pin, proven, second: second.fault });
    const input = { operationId: randomUUID(), visitId: visit.id, number: report.number, second: second.given };
    const reply = await office.ask('loss.cancel', input, clerk);
    this.agree(`cancelling ${report.number}`, codeOf(reply), fault);
    if (!reply.ok) return;
    if (report.kind === 'formal') second.use();
    this.proof = null;
    model.cancel(report);
  }

  #anyReport(): ModelReport | undefined {
    const { reports } = this.model;
    const mine = reports.filter(({ holder }) => holder === this.#visit?.holder);
    return this.chance.happens(85) ? mine.at(-1) : reports[this.chance.below(Math.max(1, reports.length))];
  }

  async reissue(): Promise<void> {
    const { office, model, clerk, chance } = this;
    const visit = await this.visit();
    const { id, holder, agent } = visit;
    const report = this.#anyReport();
    if (report === undefined) return;
    this.#cards += 1;
    const taken = chance.happens(10);
    const newCard = taken ? person(1).card : cardNumber(this.#cards);
    const second = this.second(this.asked(`loss.reissue ${report.number}`, newCard, visit));
    const here = { holder, agent, day: model.day, taken, second: second.fault };
    const fault = reissueFault(report, here);
    const what = { newCard, newInsuranceNumber: 'YB1', feeClass: 'standard' } as const;
    const input = { operationId: randomUUID(), visitId: id, number: report.number, ...what, second: second.given };
    const reply = await office.ask('loss.reissue', input, clerk);
    this.agree(`reissuing ${report.number}`, codeOf(reply), fault);
    if (reply.ok) model.reissue(report, newCard);
  }

  async askApproval(): Promise<void> {
    const { office, clerk, chance, model } = this;
    const visit = await this.visit();
    const { id: visitId, holder } = visit;
    const own = this.#anyReport();
    const open = model.openPinLoss(holder);
    const verb = chance.pick(['loss.report', 'loss.cancel', 'customer.beginTask'] as const);
    if (verb === 'loss.cancel' && own?.holder !== holder) return;
    if (verb === 'customer.beginTask' && open === undefined) return;
    const object = chance.pick(['password', 'both'] as const);
    const kind = chance.pick(['oral', 'formal'] as const);
    const [input, again] =
      verb === 'loss.report'
        ? [lossOf(visitId, { object, kind }), () => this.reportAsked(visit, object, kind, null)]
        : verb === 'loss.cancel' && own !== undefined
          ? [{ visitId, number: own.number }, () => this.cancelAsked(visit, own)]
          : [
              { visitId, task: 'reset' },
              () => this.model.openPinLoss(holder) && this.renewalAsked(visit, this.model.openPinLoss(holder)),
            ];
    const asked = again();
    if (asked === undefined) throw new Error('what can be asked cannot be described');
    const asking = { operationId: randomUUID(), verb, input: { ...input } };
    const { requestId } = await office.must('approval.ask', asking, clerk);
    model.requests.push({ ...asked, id: requestId, again, ...waitingFrom(office.at) });
  }

  async decide(): Promise<void> {
    const { office, chance, model } = this;
    const request = model.requests[chance.below(Math.max(1, model.requests.length))];
    if (request === undefined) return;
    const by = chance.happens(80) ? this.supervisor : this.clerk;
    const decision = chance.pick(['approve', 'approve', 'refuse'] as const);
    const fault = decisionFault(request, { isAsker: by === this.clerk, decision, at: office.at });
    const password = decision === 'approve' ? PASSWORDS[by === this.clerk ? '1001' : '2001']! : null;
    const input = { operationId: randomUUID(), requestId: request.id, decision, reason: '照片不符', password };
    const reply = await office.ask('approval.decide', input, by);
    this.agree('the decision', codeOf(reply), fault);
    if (reply.ok) request.decided = decision === 'approve' ? 'approved' : 'refused';
    if (fault === 'APPROVAL_CHANGED') await this.#askedAnew(request);
  }

  async #askedAnew(request: ModelRequest): Promise<void> {
    request.expires = this.office.at;
    const [now, known] = [request.again(), new Set(this.model.requests.map(({ id }) => id))];
    const { own } = await this.office.must('approval.list', {}, this.clerk);
    const [found, ...others] = own.filter(({ requestId }) => !known.has(requestId));
    this.agree('what is asked anew', [found !== undefined, others.length], [now !== undefined, 0]);
    if (now === undefined || found === undefined) return;
    const told = { ...waitingFrom(request.expires), id: found.requestId, pin: pinTold(now.pin, found.facts) };
    this.model.requests.push({ ...now, ...told, again: request.again });
  }

  /** The number of the next file of this history. */
  nextFile(): number {
    this.#files += 1;
    return this.#files;
  }
}
