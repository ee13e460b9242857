/** Two counters of one office at once: two customers at their windows, a line pulled in every kind of work, a clerk put out. */
import { expect, test } from './support/counter-test.ts';
import { customerAt, readAtLeisure, type CustomerDesk } from './support/customer-desk.ts';
import { passwordOf, type Desk } from './support/desk.ts';
import { busiest, endsInX, neighbour } from './support/holders.ts';
import {
  isBack,
  joinedOverLine,
  servedWith,
  unheard,
  withoutAnswer,
  type JoinedCounter,
} from './support/joined-counters.ts';
import { reportNumber } from './support/loss-desk.ts';
import { allocationCsv, goodLine } from './support/month-end-files.ts';
import { auditRecord, brokenChecks } from './support/office-record.ts';
import { changeSetting } from './support/office-setting.ts';
import { administer } from './support/office-server.ts';
import { shownLines } from './support/statement-table.ts';

const pins = { one: '918273', two: '204836', third: '570914' };
/** A card of nobody's, with its check digit. */
const newCard = '6213300100000009017';
const nobodysCard = '6213300100000009025';
const batch = 'YB20250228009';
const unknownCards = 2_000;
const file = allocationCsv(batch, 50_000 + unknownCards * 100, [
  goodLine(1, neighbour, 30_000),
  goodLine(2, endsInX, 20_000),
  ...Array.from({ length: unknownCards }, (_, at) => ({ ...goodLine(at + 3, neighbour, 100), card: nobodysCard })),
]);
/** More bytes than the question for the key with which an entry is sealed, fewer than that and the entry. */
const questionForKey = 350;
const afterwards: (() => unknown)[] = [];

test.afterEach(async () => {
  for (const end of afterwards.splice(0).reverse()) await end();
});

// --- Two customers at once --------------------------------------------------------------------------------------------

async function customerAsked(desk: Desk, choice: 'first' | 'change'): Promise<CustomerDesk> {
  await desk.press('F4');
  await expect(desk.page.getByRole('radio', { name: desk.t(`pin.choice.${choice}`) })).toBeFocused();
  await desk.press('Enter');
  await desk.confirm();
  const customer = await customerAt(desk);
  await customer.isAsked(choice === 'first' ? 'new' : 'old');
  return customer;
}

type Typing = readonly [customer: CustomerDesk, digits: string];

/** Digit by digit in turns, and OK in the same moment. */
async function typeAtOnce(...typing: readonly [Typing, Typing]): Promise<void> {
  for (let at = 0; at < typing[0][1].length; at += 1)
    for (const [customer, digits] of typing) await customer.press(`Numpad${digits.charAt(at)}`);
  for (const [customer, digits] of typing) await customer.hasTyped(digits.length);
  await Promise.all(typing.map(([customer]) => customer.press('NumpadEnter')));
}

async function bothSetTheirs(one: Desk, two: Desk): Promise<void> {
  await one.openVisit(endsInX);
  await two.openVisit(busiest);
  const [first, second] = [await customerAsked(one, 'first'), await customerAsked(two, 'first')];
  await typeAtOnce([first, pins.one], [second, pins.two]);
  for (const customer of [first, second]) await customer.isAsked('repeat');
  await typeAtOnce([first, pins.one], [second, pins.two]);
  for (const customer of [first, second]) await customer.isToldEnd('done');
  for (const customer of [first, second]) await customer.handsBack();
  for (const desk of [one, two]) {
    await desk.isTold(desk.t('entry.done.first'));
    await desk.paperShown();
    await desk.finishVisit();
  }
}

/** They have changed places, and each tries the other's first. */
async function eachHasTheirOwn(one: Desk, two: Desk): Promise<void> {
  await one.openVisit(busiest);
  await two.openVisit(endsInX);
  const [second, first] = [await customerAsked(one, 'change'), await customerAsked(two, 'change')];
  await typeAtOnce([second, pins.one], [first, pins.two]);
  for (const customer of [first, second]) await customer.isTold(customer.t('customer.wrong', { count: 2 }));
  await typeAtOnce([second, pins.two], [first, pins.one]);
  for (const customer of [first, second]) {
    await customer.isAsked('new');
    await customer.press('Escape');
    await customer.isToldEnd('cancelled');
    await customer.handsBack();
  }
  for (const desk of [one, two]) {
    await desk.isTold(desk.t('entry.ended.cancelled'));
    await desk.finishVisit();
  }
}

// --- The line is pulled -----------------------------------------------------------------------------------------------

async function inAReading(counter: JoinedCounter): Promise<void> {
  const { desk } = counter;
  await desk.openStatement();
  const before = await shownLines(desk);
  await withoutAnswer(counter, () => desk.press('2'));
  await isBack(counter);
  await desk.statementShown();
  expect(await shownLines(desk)).toEqual(before.filter(({ date }) => date >= '2024-11-01'));
}

async function inAPrinting(counter: JoinedCounter): Promise<void> {
  const { desk } = counter;
  const told = desk.page.getByRole('status').filter({ hasText: desk.t('statement.noPrinter') });
  await withoutAnswer(counter, () => desk.press('Enter'));
  await desk.isRefused('SERVER_DID_NOT_ANSWER');
  await isBack(counter);
  await desk.statementShown();
  await desk.press('Enter');
  await expect(told).toBeVisible();
  await desk.press('Alt+Q');
  await expect(desk.page.getByRole('table').locator('tbody tr')).toHaveCount(1);
}

async function inAReport(counter: JoinedCounter): Promise<string> {
  const { desk } = counter;
  await desk.press('F5');
  await expect(desk.page.getByRole('radio', { name: desk.t('loss.object.card') }).first()).toBeFocused();
  await desk.press('Enter');
  await withoutAnswer(counter, () => desk.confirm());
  await desk.isRefused('SERVER_DID_NOT_ANSWER');
  await isBack(counter);
  await desk.press('Enter');
  await desk.confirm();
  return reportNumber(desk);
}

async function inAnApproval(asking: JoinedCounter, deciding: JoinedCounter): Promise<void> {
  const { desk: clerk } = asking;
  const { desk: supervisor } = deciding;
  await clerk.press('F6');
  const today = clerk.page.getByRole('group', { name: clerk.t('followUp.today') });
  await expect(today.getByRole('button', { name: clerk.t('followUp.act.reissue') })).toBeVisible();
  await clerk.press('3');
  await clerk.fill('followUp.newCard', newCard);
  await clerk.press('Enter');
  await clerk.fill('followUp.newInsuranceNumber', 'YB000009017');
  await clerk.press('Enter');
  await expect(clerk.field('second.code')).toBeFocused();
  await clerk.press('Alt+W');
  await supervisor.press('F9');
  await expect(supervisor.button(supervisor.t('approvals.verb.loss.reissue')).first()).toBeFocused();
  await supervisor.press('Alt+Y');
  await supervisor.fill('approvals.password', passwordOf('2001'));
  await withoutAnswer(deciding, () => supervisor.press('Enter'));
  await isBack(deciding);
  // The list says what came of it, and so does the sentence above it.
  await supervisor.isTold(supervisor.t('approvals.done.approve'));
  await expect(supervisor.page.getByRole('table')).toContainText(supervisor.t('approvals.states.approved'));
  await expect(clerk.button(clerk.t('second.use'))).toBeFocused();
  await clerk.press('Enter');
  await clerk.isTold(clerk.t('followUp.done.reissue'));
}

/** Before the first entry is heard, which changes nothing; and after the last one was done, which the clerk is told. */
async function inACustomersTask(counter: JoinedCounter): Promise<void> {
  const { desk } = counter;
  const first = await customerAsked(desk, 'first');
  for (const digit of pins.third) await first.press(`Numpad${digit}`);
  await readAtLeisure(desk.app);
  await unheard(counter, () => first.press('NumpadEnter'));
  await first.isToldEnd('interrupted');
  await first.handsBack();
  await desk.isTold(desk.t('entry.ended.interrupted'));
  await expect(desk.counterPanel).toContainText(desk.t('panel.pinState.none'));
  await expect(desk.button(desk.t('pin.again'))).toBeFocused();
  await desk.press('Enter');
  const again = await customerAt(desk);
  await again.isAsked('new');
  await again.typeOnNumpad(pins.third);
  await again.isAsked('repeat');
  for (const digit of pins.third) await again.press(`Numpad${digit}`);
  await withoutAnswer(counter, () => again.press('NumpadEnter'), questionForKey);
  await again.isToldEnd('interrupted');
  await again.handsBack();
  await desk.isTold(desk.t('entry.done.first'));
  await desk.paperShown();
  await expect(desk.counterPanel).toContainText(desk.t('panel.pinState.set'));
}

/** While it goes up, and while it is posted. */
async function inAFile(counter: JoinedCounter, folder: string): Promise<void> {
  const { desk, line } = counter;
  // The list of what was posted says so too.
  const unanswered = desk.page.getByRole('alert').filter({ hasText: desk.refusal('SERVER_DID_NOT_ANSWER') });
  desk.layReady(folder, 'allocation-202502.csv', file);
  await desk.press('F8');
  await expect(desk.button(desk.t('monthEnd.choose'))).toBeFocused();
  line.passages.at(-1)?.cut('up', file.length / 2);
  await desk.press('Alt+O');
  await expect(unanswered.first()).toBeVisible();
  await isBack(counter);
  await desk.press('Alt+O');
  await expect(desk.heading('monthEnd.outcome')).toBeVisible();
  await withoutAnswer(counter, () => desk.authorise());
  await expect(unanswered.first()).toBeVisible();
  await isBack(counter);
  // What was typed still stands there.
  await desk.fill('second.code', '2001');
  await desk.press('Enter');
  await desk.fill('second.password', passwordOf('2001'));
  await desk.press('Enter');
  const kind = desk.t('monthEnd.kind.allocation');
  await desk.isTold(desk.t('monthEnd.done', { kind, accepted: '2', rejected: unknownCards.toLocaleString('en') }));
}

test('two counters at once: two PINs typed together, lines pulled in all they do, and a clerk put out at one of them', async ({
  office,
  places,
  startElsewhere,
}, info) => {
  info.setTimeout(240_000);
  await changeSetting(office, 'reissueWaitDays', 0);
  const { server, codes } = await servedWith(office, ['一号柜台', '二号柜台']);
  afterwards.push(() => server.end('SIGKILL'));
  const one = await joinedOverLine(await startElsewhere(), server, codes[0] ?? '');
  const two = await joinedOverLine(await startElsewhere(), server, codes[1] ?? '');
  for (const { line } of [one, two]) afterwards.push(() => line.close());
  await one.desk.signIn('2001');
  await two.desk.signIn();

  await bothSetTheirs(one.desk, two.desk);
  await eachHasTheirOwn(one.desk, two.desk);

  await two.desk.openVisit(busiest);
  await inAReading(two);
  await inAPrinting(two);
  const number = await inAReport(two);
  await inAnApproval(two, one);
  await two.desk.finishVisit();
  await two.desk.openVisit(neighbour);
  await inACustomersTask(two);
  await two.desk.finishVisit();
  await inAFile(two, places.root);

  await two.desk.press('F2');
  await two.desk.fill('visit.idNumber', busiest.idNumber.slice(0, 9));
  await one.desk.openVisit(neighbour);
  await administer(office, 'clerk', 'disable', '1001', '--reason', '调离本网点');
  await two.desk.isTold(two.desk.t('signIn.ended'));
  await two.desk.page.screenshot({ path: info.outputPath('put-out.png') });
  await two.desk.fill('signIn.password', passwordOf('1001'));
  await two.desk.press('Enter');
  await two.desk.isRefused('CLERK_DISABLED', { clerkCode: '1001' });
  await expect(one.desk.counterPanel).toContainText(neighbour.name);
  await one.desk.finishVisit();

  for (const { desk } of [one, two]) await desk.app.close();
  await server.end();
  expect(await brokenChecks(office)).toEqual([]);
  const done = (await auditRecord(office)).filter(({ outcome }) => outcome === 'done');
  const times = (verb: string): number => done.filter((entry) => entry.verb === verb).length;
  expect(done.filter(({ verb }) => verb === 'loss.report').map(({ subject }) => subject)).toEqual([number]);
  expect([times('approval.decide'), times('loss.reissue'), times('document.print'), times('pin.first')]).toEqual([
    1, 1, 1, 3,
  ]);
  const posted = done.filter(({ verb, subject }) => verb === 'file.posted' && subject === batch);
  expect(posted).toHaveLength(1);
});
