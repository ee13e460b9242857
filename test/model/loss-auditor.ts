/**
 * What must come of losses, passwords and approvals, worked out over plain arrays from RULES.md 3 to 5 and from nothing of
 * the program: days are counted numbers, states are looked up nowhere.
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
}

export interface ModelHolder {
  readonly cards: string[];
  pin: 'none' | 'set' | 'locked' | 'void';
  digits: string;
  wrong: number;
}

export interface ModelRequest {
  readonly id: string;
  readonly essence: string;
  readonly expires: number;
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
  day: number;
  readonly zone: string;
  readonly holders: ModelHolder[];
  readonly reports: ModelReport[] = [];
  readonly requests: ModelRequest[] = [];
  #sequence = 0;

  constructor(date: string, zone: string, cards: readonly string[]) {
    this.day = dayOf(date);
    this.zone = zone;
    this.holders = cards.map((card) => ({ cards: [card], pin: 'none', digits: '', wrong: 0 }));
  }

  holder(at: number): ModelHolder {
    const holder = this.holders[at];
    if (holder === undefined) throw new RangeError(`no holder ${at}`);
    return holder;
  }

  /** The moment of a report made now. */
  moment(at: number): string {
    const wall = wallClock(at, this.zone);
    const apart = Math.abs(dayOf(wall.slice(0, 10)) - this.day);
    return apart <= 10 ? wall : `${dateOf(this.day)}${wall.slice(10)}`;
  }

  openCard(holder: number): ModelReport | undefined {
    return this.reports.find((each) => each.holder === holder && (each.card === 'oral' || each.card === 'formal'));
  }

  openPassword(holder: number): ModelReport | undefined {
    return this.reports.find((each) => each.holder === holder && each.password === 'void');
  }

  /** The refusal of a report that is otherwise in order, null when it is taken. */
  reportFault(holder: number, object: ModelReport['object'], from: string | null, at: number): string | null {
    if (from !== null && from > this.moment(at)) return 'LOSS_TIME_INVALID';
    if (object !== 'card') {
      if (this.openPassword(holder) !== undefined) return 'LOSS_ALREADY_REPORTED';
      if (this.holder(holder).pin === 'none') return 'PIN_STATE';
    }
    return object !== 'password' && this.openCard(holder)?.card === 'formal' ? 'LOSS_ALREADY_REPORTED' : null;
  }

  report(
    holder: number,
    object: ModelReport['object'],
    wanted: 'oral' | 'formal',
    from: string | null,
    at: number,
  ): ModelReport {
    const now = this.moment(at);
    const open = object === 'password' ? undefined : this.openCard(holder);
    const since = from ?? now;
    if (open !== undefined && object === 'card' && wanted === 'formal') return this.#confirm(open, since);
    const start = open?.hold && open.hold.from < since ? open.hold.from : since;
    if (open?.hold) {
      open.card = 'superseded';
      open.events.push('superseded');
      open.hold.until = open.hold.from;
    }
    return this.#enter(holder, object, object === 'password' ? 'formal' : wanted, start);
  }

  #confirm(open: ModelReport, since: string): ModelReport {
    open.card = 'formal';
    open.kind = 'formal';
    open.events.push('confirmed');
    open.reissueFrom = this.day + 7;
    if (open.hold) {
      open.hold.until = null;
      if (since < open.hold.from) open.hold.from = since;
    }
    return open;
  }

  #enter(holder: number, object: ModelReport['object'], kind: 'oral' | 'formal', start: string): ModelReport {
    this.#sequence += 1;
    const lapses = this.day + 5;
    const card = this.holder(holder).cards.at(-1) ?? '';
    const until = kind === 'oral' ? `${dateOf(lapses + 1)} 00:00:00` : null;
    const report: ModelReport = {
      holder,
      object,
      kind,
      digits: `L0101${dateOf(this.day).replaceAll('-', '')}${String(this.#sequence).padStart(4, '0')}`,
      number: '',
      card: object === 'password' ? null : kind,
      password: object === 'card' ? null : 'void',
      lapses,
      reissueFrom: kind === 'formal' && object !== 'password' ? this.day + 7 : null,
      renewFrom: object === 'card' ? null : this.day,
      authorisedOn: object === 'card' ? null : this.day,
      hold: object === 'password' ? null : { card, from: start, until },
      events: object === 'card' ? ['reported'] : ['reported', 'password-void'],
    };
    if (object !== 'card') this.holder(holder).pin = 'void';
    this.reports.push(report);
    return report;
  }

  endDay(): void {
    this.day += 1;
    this.#sequence = 0;
    for (const report of this.reports)
      if (report.card === 'oral' && this.day > report.lapses) {
        report.card = 'lapsed';
        report.events.push('lapsed');
      }
  }

  cancel(report: ModelReport, at: number): void {
    report.card = 'cancelled';
    report.events.push('cancelled');
    const now = this.moment(at);
    if (report.hold) report.hold.until = report.hold.from > now ? report.hold.from : now;
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
    return card ?? 'renewed';
  }

  /** What the worklist must show, as `number clock`. */
  worklist(): string[] {
    const clocks = this.reports.flatMap((report) => {
      const lines: string[] = [];
      if (report.card === 'oral' && report.lapses === this.day) lines.push('lapses-today');
      if (report.card === 'oral' && report.lapses === this.day + 1) lines.push('lapses-tomorrow');
      if (report.card === 'formal' && report.reissueFrom !== null)
        lines.push(report.reissueFrom <= this.day ? 'reissue-due' : 'reissue-waiting');
      if (report.password === 'void') lines.push('password-due');
      return lines.map((line) => `${report.number} ${line}`);
    });
    return clocks.sort();
  }
}
