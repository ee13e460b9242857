/** What customers type in a random history of losses: drawn, predicted entry by entry, and compared. */
import type { PinTask } from '../../electron/contract/loss/loss-views.ts';
import type { LossHistory } from './loss-history.ts';
import { codeOf } from './loss-history-rules.ts';

/** Good ones, and one that a rule forbids. */
const PINS = ['750291', '806153', '640275', '918364'];
const WEAK = '123456';

export class TypedPins {
  readonly #history: LossHistory;

  constructor(history: LossHistory) {
    this.#history = history;
  }

  /** A whole task at the customer’s window: what is typed is drawn, what comes of each entry is predicted. */
  async typePin(): Promise<void> {
    const { chance, office, model, clerk } = this.#history;
    const visit = await this.#history.visit();
    const { id, holder, agent } = visit;
    const task = chance.pick(['first', 'change', 'reset', 'prove'] as const);
    const person = model.holder(holder);
    const open = model.openPinLoss(holder);
    const needed = { first: 'none', change: 'set', reset: 'void', prove: 'set' }[task];
    const second = this.#history.second(this.#history.renewalAsked(visit, open));
    const wantsSecond = task === 'reset' && open?.authorisedOn !== model.day;
    const fault = agent ? 'AGENT_MAY_NOT' : person.pin !== needed ? 'PIN_STATE' : wantsSecond ? second.fault : null;
    const begun = await office.ask('customer.beginTask', { visitId: id, task, second: second.given }, clerk);
    this.#history.agree(`beginning ${task}`, codeOf(begun), fault);
    if (!begun.ok) return;
    if (wantsSecond) second.use();
    if (open !== undefined && task === 'reset') open.authorisedOn = model.day;
    await this.#entries(begun.value, holder);
  }

  async #entries(begun: PinTask, holder: number): Promise<void> {
    const { chance, office, clerk, model } = this.#history;
    const person = model.holder(holder);
    let [task, first, failures] = [begun, '', 0];
    while (task.ended === null) {
      if (chance.happens(8)) return this.#walkAway(task);
      const { step } = task;
      const pin = this.#drawPin(step, person.digits, first);
      task = await office.must('customer.takeEntry', { taskId: task.taskId, step, pin: Buffer.from(pin) }, clerk);
      if (step === 'old') {
        this.#judgeOld(task, holder, pin);
        continue;
      }
      const weak = step === 'new' && (pin === WEAK || pin === person.digits);
      const different = step === 'repeat' && pin !== first;
      failures += weak || different ? 1 : 0;
      const predicted =
        weak || different ? [failures === 3 ? 'tries' : null, 'new'] : [step === 'new' ? null : 'done', 'repeat'];
      this.#history.agree(`the entry at ${step}`, [task.ended, task.step], predicted);
      if (step === 'new' && !weak) first = pin;
      if (task.ended === 'done') this.#changed(task, holder, pin);
    }
  }

  #drawPin(step: PinTask['step'], current: string, first: string): string {
    const { chance } = this.#history;
    if (step === 'old') return chance.happens(70) ? current : chance.pick(['111113', '000001']);
    if (step === 'repeat') return chance.happens(85) ? first : '555551';
    return chance.happens(20) ? WEAK : chance.pick(PINS);
  }

  #judgeOld(task: PinTask, holder: number, pin: string): void {
    const person = this.#history.model.holder(holder);
    if (pin === person.digits) {
      person.wrong = 0;
      if (task.task === 'prove') this.#history.proof = this.#history.office.at;
      this.#history.agree('the right old one', [task.fault, task.ended], [null, task.task === 'prove' ? 'done' : null]);
      return;
    }
    person.wrong += 1;
    if (person.wrong === 3) person.pin = 'locked';
    const triesLeft = 3 - person.wrong;
    this.#history.agree(
      'a wrong old one',
      [task.fault, task.ended],
      [{ kind: 'wrong', triesLeft }, triesLeft === 0 ? 'locked' : null],
    );
  }

  #changed(task: PinTask, holder: number, pin: string): void {
    const person = this.#history.model.holder(holder);
    const open = this.#history.model.openPinLoss(holder);
    Object.assign(person, { pin: 'set', digits: pin, wrong: 0 });
    if (task.task !== 'reset' || open === undefined) return;
    open.password = 'renewed';
    open.events.push('password-renewed');
  }

  async #walkAway({ taskId }: PinTask): Promise<void> {
    const how = this.#history.chance.pick(['cancelled', 'abandoned', 'interrupted'] as const);
    // Its time is not up: a task times out no sooner.
    const early = await this.#history.office.must(
      'customer.endTask',
      { taskId, how: 'timed-out' },
      this.#history.clerk,
    );
    this.#history.agree('timing out before the time', early.ended, null);
    const ended = await this.#history.office.must('customer.endTask', { taskId, how }, this.#history.clerk);
    this.#history.agree('walking away', ended.ended, how);
  }
}
