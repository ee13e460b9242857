/**
 * What must come of losses, PINs and approvals, worked out over plain arrays from docs/rules.md 3 to 5 and from
 * nothing of the program: days are counted numbers, states are looked up nowhere.
 */
export interface Hold {
  readonly card: string;
  from: string;
  until: string | null;
}

export interface ModelReport {
  readonly holder: number;
  readonly object: 'card' | 'password' | 'both';
  kind: 'oral' | 'formal';
  /** The number up to its check character. */
  readonly digits: string;
  /** As the ledger answered it. */
  number: string;
  card: string | null;
  password: string | null;
  readonly lapses: number;
  reissueFrom: number | null;
  readonly renewFrom: number | null;
  authorisedOn: number | null;
  hold: Hold | null;
  readonly events: string[];
  /** When it was entered. */
  readonly at: number;
  readonly day: number;
  /** The report whose place it took. */
  readonly supersedes: ModelReport | null;
  readonly pinBefore: ModelHolder['pin'];
}

export interface ModelHolder {
  readonly cards: string[];
  pin: 'none' | 'set' | 'locked' | 'void';
  digits: string;
  wrong: number;
}

/** The holder's PIN as a second person is told of it. */
export type PinWord = 'none' | 'locked' | 'void' | 'proven' | 'not proven';

export interface ModelRequest {
  readonly id: string;
  /** The verb and what it is about. */
  readonly about: string;
  /** All that was asked, in the auditor's own words, but for the PIN. */
  readonly binding: string;
  readonly pin: PinWord;
  /** The same as it would be asked now; undefined where it can be done no more. */
  readonly again: () => Pick<ModelRequest, 'about' | 'binding' | 'pin'> | undefined;
  expires: number;
  decided: 'approved' | 'refused' | null;
  used: boolean;
}

const DAY = 86_400_000;

export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;
export const dateOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The wall clock of a zone, read off a formatter of its own. */
export function wallClock(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
}

export class LossAuditor {
  /** The day on which entries are posted; a loss asks for it only in an office by its books. */
  businessDay: number;
  readonly zone: string;
  readonly livesBy: 'calendar' | 'books';
  #at = 0;
  readonly holders: ModelHolder[];
  readonly reports: ModelReport[] = [];
  readonly requests: ModelRequest[] = [];
  /** Numbers given out, by the day they carry. */
  readonly #numbered = new Map<number, number>();

  constructor(date: string, office: Pick<LossAuditor, 'zone' | 'livesBy'>, cards: readonly string[]) {
    this.businessDay = dayOf(date);
    this.zone = office.zone;
    this.livesBy = office.livesBy;
    this.holders = cards.map((card) => ({ cards: [card], pin: 'none', digits: '', wrong: 0 }));
  }

  holder(at: number): ModelHolder {
    const holder = this.holders[at];
    if (holder === undefined) throw new RangeError(`no holder ${at}`);
    return holder;
  }

  /** The clock shows this; what was to lapse by then has lapsed, whether a day was closed or not. */
  tick(at: number): void {
    this.#at = at;
    for (const report of this.reports)
      if (report.card === 'oral' && this.day > report.lapses) {
        report.card = 'lapsed';
        report.events.push('lapsed');
      }
  }

  /** The moment of a report made now. */
  moment(): string {
    const wall = wallClock(this.#at, this.zone);
    return this.livesBy === 'calendar' ? wall : `${dateOf(this.businessDay)}${wall.slice(10)}`;
  }

  /** The day that losses are counted in. */
  get day(): number {
    return dayOf(this.moment().slice(0, 10));
  }

  openCard(holder: number): ModelReport | undefined {
    return this.reports.find((each) => each.holder === holder && (each.card === 'oral' || each.card === 'formal'));
  }

  openPinLoss(holder: number): ModelReport | undefined {
    return this.reports.find((each) => each.holder === holder && each.password === 'void');
  }

  /** The refusal of a report that is otherwise in order, null when it is taken. */
  reportFault(holder: number, object: ModelReport['object'], from: string | null): string | null {
    if (from !== null && from > this.moment()) return 'LOSS_TIME_INVALID';
    if (object !== 'card') {
      if (this.openPinLoss(holder) !== undefined) return 'LOSS_ALREADY_REPORTED';
      if (this.holder(holder).pin === 'none') return 'PIN_STATE';
    }
    return object !== 'password' && this.openCard(holder)?.card === 'formal' ? 'LOSS_ALREADY_REPORTED' : null;
  }

  /** Debits stop now, or have been stopped since the report before; since when it is missed changes nothing. */
  report(holder: number, object: ModelReport['object'], wanted: 'oral' | 'formal'): ModelReport {
    const open = object === 'password' ? undefined : this.openCard(holder);
    if (open !== undefined && object === 'card' && wanted === 'formal') return this.#confirm(open);
    const start = open?.hold?.from ?? this.moment();
    if (open?.hold) {
      open.card = 'superseded';
      open.events.push('superseded');
      open.hold.until = open.hold.from;
    }
    return this.#enter(holder, object, object === 'password' ? 'formal' : wanted, { start, open: open ?? null });
  }

  #confirm(open: ModelReport): ModelReport {
    open.card = 'formal';
    open.kind = 'formal';
    open.events.push('confirmed');
    open.reissueFrom = this.day + 7;
    if (open.hold) open.hold.until = null;
    return open;
  }

  #enter(
    holder: number,
    object: ModelReport['object'],
    kind: 'oral' | 'formal',
    before: { readonly start: string; readonly open: ModelReport | null },
  ): ModelReport {
    const sequence = (this.#numbered.get(this.day) ?? 0) + 1;
    this.#numbered.set(this.day, sequence);
    const lapses = this.day + 5;
    const card = this.holder(holder).cards.at(-1) ?? '';
    const until = kind === 'oral' ? `${dateOf(lapses + 1)} 00:00:00` : null;
    const report: ModelReport = {
      holder,
      object,
      kind,
      digits: `L0101${dateOf(this.day).replaceAll('-', '')}${String(sequence).padStart(4, '0')}`,
      number: '',
      card: object === 'password' ? null : kind,
      password: object === 'card' ? null : 'void',
      lapses,
      reissueFrom: kind === 'formal' && object !== 'password' ? this.day + 7 : null,
      renewFrom: object === 'card' ? null : this.day,
      authorisedOn: object === 'card' ? null : this.day,
      hold: object === 'password' ? null : { card, from: before.start, until },
      events: object === 'card' ? ['reported'] : ['reported', 'password-void'],
      at: this.#at,
      day: this.day,
      supersedes: before.open,
      pinBefore: this.holder(holder).pin,
    };
    if (object !== 'card') this.holder(holder).pin = 'void';
    this.reports.push(report);
    return report;
  }

  endDay(): void {
    this.businessDay += 1;
    this.tick(this.#at);
  }

  cancel(report: ModelReport): void {
    report.card = 'cancelled';
    report.events.push('cancelled');
    const now = this.moment();
    if (report.hold) report.hold.until = report.hold.from > now ? report.hold.from : now;
  }

  /** All is as it was before the report, but for what it has stopped so far. */
  takeBack(report: ModelReport): void {
    report.events.push('taken-back');
    const now = this.moment();
    if (report.card !== null) report.card = 'taken-back';
    if (report.hold) report.hold.until = report.hold.from > now ? report.hold.from : now;
    if (report.password !== null) {
      report.password = 'taken-back';
      this.holder(report.holder).pin = report.pinBefore;
    }
    const earlier = report.supersedes;
    if (earlier === null) return;
    earlier.card = 'oral';
    earlier.events.push('reinstated');
    if (earlier.hold) earlier.hold.until = `${dateOf(earlier.lapses + 1)} 00:00:00`;
  }

  reissue(report: ModelReport, card: string): void {
    report.card = 'reissued';
    report.events.push('reissued');
    this.holder(report.holder).cards.push(card);
  }

  /** Is a debit of this card at this time stopped by any report? */
  stopped(card: string, at: string): boolean {
    return this.reports.some(
      ({ hold }) => hold?.card === card && at >= hold.from && (hold.until === null || at < hold.until),
    );
  }

  statusOf({ card, password }: ModelReport): string {
    if (card === 'oral') return 'reported';
    if (card === 'formal' || password === 'void') return 'waiting';
    return card ?? password ?? 'renewed';
  }

  /** What the worklist must show, as `number clock day`: every clock that runs, once. */
  worklist(): string[] {
    const clocks = this.reports.flatMap((report) => {
      const lines: string[] = [];
      if (report.card === 'oral') lines.push(`${this.#lapse(report.lapses)} ${dateOf(report.lapses)}`);
      if (report.card === 'formal' && report.reissueFrom !== null)
        lines.push(
          `${report.reissueFrom <= this.day ? 'reissue-due' : 'reissue-waiting'} ${dateOf(report.reissueFrom)}`,
        );
      if (report.password === 'void' && report.renewFrom !== null)
        lines.push(`password-due ${dateOf(report.renewFrom)}`);
      return lines.map((line) => `${report.number} ${line}`);
    });
    return clocks.sort();
  }

  #lapse(day: number): string {
    if (day === this.day) return 'lapses-today';
    return day === this.day + 1 ? 'lapses-tomorrow' : 'lapses-later';
  }

  /** The day a clock is put under: what is overdue is of today. */
  soonness(on: string): number {
    return Math.max(dayOf(on), this.day);
  }
}
