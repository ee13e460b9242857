/** Clerks come and go, and settings change: an administrator with a second person and a reason (docs/rules.md 5). */
import { daysBetween, daysFrom, isWeekend, rateOn } from './calendar.ts';
import type { Months } from './history.ts';
import type { Member, Role } from './staff.ts';

const NAMES = ['孙丽', '周强', '吴敏', '郑华', '冯燕', '柜员2001'];
const ROLES: readonly Role[] = ['clerk', 'clerk', 'supervisor', 'administrator'];
const REASON = '人事调整';

/** Mostly an administrator; now and then somebody who is none. */
async function actor(months: Months): Promise<Member | null> {
  return months.someone(months.chance.happens(94) ? ['administrator'] : ['clerk', 'supervisor']);
}

const roleFault = ({ role }: Member): string | null => (role === 'administrator' ? null : 'ROLE_REQUIRED');

export async function addClerk(months: Months): Promise<void> {
  const { chance, staff } = months;
  const first = await actor(months);
  if (first === null) return;
  const clerkCode = chance.happens(10) ? first.code : `3${String(months.next()).padStart(3, '0')}`;
  const [name, role, authorisation] = [chance.pick(NAMES), chance.pick(ROLES), months.second(first)];
  const reply = await months.ask('clerk.add', { clerkCode, name, role, authorisation }, first);
  const fault =
    roleFault(first) ??
    staff.secondFault(first, authorisation, months.office.at) ??
    (staff.members.has(clerkCode) ? 'CLERK_EXISTS' : null);
  const added = months.answered('a clerk added', reply, fault);
  if (added === null) return;
  months.agree('the clerk', [added.code, added.name, added.role], [clerkCode, name, role]);
  staff.add({ code: clerkCode, name, role, password: added.password, setAt: months.office.at, oneTime: true });
}

export async function changeClerk(months: Months): Promise<void> {
  const { chance, staff } = months;
  const first = await actor(months);
  if (first === null) return;
  const member = chance.pick([...staff.members.values()]);
  const name = chance.happens(40) ? chance.pick([...NAMES, member.name]) : null;
  const role = chance.happens(60) ? chance.pick(ROLES) : null;
  const authorisation = months.second(first);
  const asked = { clerkCode: member.code, name, role, reason: REASON, authorisation };
  const reply = await months.ask('clerk.change', asked, first);
  const after = { name: name ?? member.name, role: role ?? member.role };
  const fault =
    roleFault(first) ??
    staff.secondFault(first, authorisation, months.office.at) ??
    (after.name === member.name && after.role === member.role ? 'CLERK_STATE' : staff.leavesFault(member, after));
  if (months.answered('a clerk changed', reply, fault) !== null) Object.assign(member, after);
}

export async function disableClerk(months: Months): Promise<void> {
  const { chance, staff } = months;
  const first = await actor(months);
  if (first === null) return;
  const member = chance.pick([...staff.members.values()]);
  const wasSignedIn = staff.isSignedIn(member, months.office.at);
  const authorisation = months.second(first);
  const asked = { clerkCode: member.code, reason: REASON, authorisation };
  const reply = await months.ask('clerk.disable', asked, first);
  const fault =
    roleFault(first) ??
    staff.secondFault(first, authorisation, months.office.at) ??
    (member.isDisabled ? 'CLERK_STATE' : staff.leavesFault(member, null));
  if (months.answered('a clerk disabled', reply, fault) === null) return;
  member.isDisabled = true;
  endRequests(months, member);
  if (!wasSignedIn) return;
  // Their window is closed to them in the same moment.
  months.answered('after the disabling', await months.ask('till.view', {}, member), 'SIGN_IN_REQUIRED');
  staff.endSession(member);
}

/** What they had asked for ends with them. */
function endRequests(months: Months, { code }: Member): void {
  for (const request of months.requests)
    if (request.askedBy === code) request.expiresAt = Math.min(request.expiresAt, months.office.at);
}

/** Lets a disabled one come back, or gives a new password to one who forgot theirs. */
export async function givePassword(months: Months): Promise<void> {
  const { chance, staff } = months;
  const first = await actor(months);
  if (first === null) return;
  const member = chance.pick([...staff.members.values()]);
  const verb = chance.happens(member.isDisabled ? 90 : 10) ? 'clerk.enable' : 'clerk.giveOneTimePassword';
  const authorisation = months.second(first);
  const reply = await months.ask(verb, { clerkCode: member.code, reason: REASON, authorisation }, first);
  const fault =
    roleFault(first) ??
    staff.secondFault(first, authorisation, months.office.at) ??
    (member.isDisabled === (verb === 'clerk.enable') ? null : 'CLERK_STATE');
  const given = months.answered(verb, reply, fault);
  if (given === null) return;
  staff.setPassword(member, given.password, { at: months.office.at, oneTime: true });
  Object.assign(member, { isDisabled: false, tries: 0, lockedUntil: 0 });
  staff.endSession(member);
}

type Drawn = readonly [name: string, value: string, fault: string | null];

/** Name, value, and why it is none, whoever asks. */
function drawSetting(months: Months): Drawn {
  const { chance } = months;
  const kind = chance.below(100);
  if (kind < 4) return ['dayEndMinute', '5', 'SETTING_UNKNOWN'];
  if (kind < 12)
    return [chance.pick(['dayEndHour', 'oralLossDays', 'passwordExpiryDays']), '99999', 'SETTING_OUT_OF_RANGE'];
  if (kind < 40) return drawRate(months);
  if (kind < 62) return ['holidays', drawHolidays(months), null];
  if (kind < 65) return ['holidays', `${months.today.slice(0, 4)}: 0230`, 'SETTING_LIST_INVALID'];
  const [name, values] = chance.pick([
    ['dayEndHour', ['0', '9', '15', '16', '18']],
    ['oralLossDays', ['0', '3', '5', '10']],
    ['reissueWaitDays', ['0', '7', '14']],
    ['reissueFeeStandard', ['0', '1500', '2000', '2500']],
    ['visitIdleMinutes', ['15', '30']],
    ['approvalMinutes', ['30', '120', '600']],
    ['allocationCeiling', ['30000', '1000000']],
    ['passwordExpiryDays', ['0', '45', '90', '180']],
  ] as const);
  return [name, chance.pick(values), null];
}

/** One more rate, from a day that is over, today's, or one to come; now and then a list that forgets what ran. */
function drawRate(months: Months): Drawn {
  const { chance, books } = months;
  const name = chance.pick(['interestDemandRate', 'interestCarryOverRate']);
  const present = months.setting(name);
  const from = daysFrom(books.day, chance.pick([-3, -1, 0, 0, 1, 2, 9, 40]));
  const kept = present
    .split(';')
    .map((each) => each.trim())
    .filter((each) => each !== '' && each.slice(0, 10) < from);
  const rates = [
    ...(chance.happens(95) ? kept : []),
    `${from} ${chance.pick(['0.35', '0.1', '1.1', '1.35', '0', '0.05'])}`,
  ];
  const value = rates.join('; ');
  const open = books.isBeingClosed ? daysFrom(books.settledTo, 1) : books.day;
  const [before, after] = [rateOn(present), rateOn(value)];
  // Nothing begins further back than four days before the day that is open, the first one of the office included.
  const first = daysFrom(books.opened, -4);
  const runs = daysBetween(first, open).some((day) => before(day) !== after(day));
  return [name, value, runs ? 'RATE_ALREADY_RUNS' : null];
}

/** Weeks around the quarter days among them, as there the calendar is likeliest to be got wrong; or one that ends with this year. */
function drawHolidays(months: Months): string {
  const { chance } = months;
  if (chance.happens(6)) return '';
  const year = Number(months.books.day.slice(0, 4));
  const years = chance.happens(25) ? [year] : [year, year + 1];
  return years.map((each) => `${each}: ${drawYear(months, String(each))}`).join('; ');
}

function drawYear({ chance }: Months, year: string): string {
  const compact = (day: string): string => day.slice(5).replace('-', '');
  const terms: string[] = [];
  for (const month of ['01', '02', '03', '06', '09', '12']) {
    const around = `${year}-${month}-20`;
    const off = new Set<string>();
    if (chance.happens(50)) {
      const first = daysFrom(around, chance.pick([-3, -1, 0]));
      const last = daysFrom(first, chance.below(6));
      terms.push(`${compact(first)}-${compact(last)}`);
      for (const day of daysBetween(first, daysFrom(last, 1))) off.add(day);
    }
    const weekend = [-2, -1, 0, 1, 2]
      .map((days) => daysFrom(around, days))
      .find((day) => isWeekend(day) && !off.has(day));
    if (weekend !== undefined && chance.happens(40)) terms.push(`+${compact(weekend)}`);
  }
  return terms.join(' ');
}

/** Rates and a list of holidays, as an office sets them before its first customer. */
export async function firstSettings(months: Months): Promise<void> {
  const { chance, books } = months;
  const administrator = await months.someone(['administrator']);
  if (administrator === null) return;
  const rates = [
    ['interestDemandRate', `${books.day} 0.35`],
    ['interestCarryOverRate', `${books.day} 1.1`],
  ] as const;
  const list = ['holidays', drawHolidays(months)] as const;
  for (const [name, value] of chance.happens(85) ? [...rates, list] : [list]) {
    const authorisation = { clerkCode: '2001', password: months.staff.of('2001').password };
    const asked = { name, value, reason: '开业设置', authorisation };
    months.answered('a first setting', await months.ask('setting.set', asked, administrator), null);
    months.changed(name, value);
  }
}

export async function changeSetting(months: Months): Promise<void> {
  const first = await actor(months);
  if (first === null) return;
  const [name, value, drawnFault] = drawSetting(months);
  // Two at once, now and then: both are on record, and the later one stands.
  for (const each of months.chance.happens(8) && drawnFault === null && !name.startsWith('interest')
    ? [value, value]
    : [value]) {
    const authorisation = months.second(first);
    const reply = await months.ask('setting.set', { name, value: each, reason: '总行通知', authorisation }, first);
    const fault = roleFault(first) ?? months.staff.secondFault(first, authorisation, months.office.at) ?? drawnFault;
    const set = months.answered(`setting ${name}`, reply, fault);
    if (set === null) continue;
    months.agree('the value', String(set.value), each);
    months.changed(name, each);
  }
}
