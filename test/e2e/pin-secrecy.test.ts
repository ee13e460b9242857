/**
 * A PIN is typed, wrongly, weakly and rightly, and then looked for wherever it must not be (docs/rules.md 4):
 * files, logs, the opened books, papers, the clerk's window and all that passed to and from it. A control of the same
 * form that is put into each of these places is found there by the same search, so that finding nothing means
 * something.
 */
import { appendFileSync, createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import PDFDocument from 'pdfkit';
import { expect, test } from './support/counter-test.ts';
import {
  clerkHasDisplayBack,
  clerkHearsEnd,
  customerAsked,
  openWindows,
  tasksHeard,
  readAtLeisure,
} from './support/customer-desk.ts';
import { throughDoor, type PreparedOffice } from './support/demo-office.ts';
import type { Desk } from './support/desk.ts';
import { busiest } from './support/holders.ts';
import { freeze, killHard, ledgerPid } from './support/ledger-process.ts';
import type { ProgramPlaces } from './support/program.ts';
import { recordTraffic } from './support/recorded-traffic.ts';
import { SecretSearch } from './support/secret-search.ts';
import { windowHeap } from './support/window-heap.ts';

const typed = {
  /** The first PIN, later the old one. */
  first: '918274',
  /** Typed for the old one, which it is not. */
  wrong: '730582',
  /** Typed for a new one and refused as a run. */
  weak: '876543',
  /** The PIN in the end. */
  second: '640195',
  /** Typed while the ledger hung, and lost with it. */
  lost: '385207',
};
/** Goes where no PIN goes. */
const control = '259618';

/** All that happens to PINs at a counter, with the paper about it. */
async function typeThemAll(desk: Desk): Promise<void> {
  const first = await customerAsked(desk, 'first');
  await first.tapOnPad(typed.weak);
  await first.typeOnNumpad(typed.first);
  await first.typeOnNumpad(typed.first);
  await first.isToldEnd('done');
  await first.handsBack();
  const change = await customerAsked(desk, 'change');
  await change.typeOnNumpad(typed.wrong);
  await change.isTold(change.t('customer.wrong', { count: 2 }));
  await change.typeOnNumpad(typed.first);
  await change.typeOnNumpad(typed.second);
  await change.tapOnPad(typed.second);
  await change.isToldEnd('done');
  await change.handsBack();
  await clerkHasDisplayBack(desk);
}

/** Longer than any password: refused at the gate, which logs what it refuses. */
async function sendTooMuch(desk: Desk): Promise<void> {
  const customer = await customerAsked(desk, 'change');
  const pin = typed.second.repeat(3);
  const reply = await customer.page.evaluate(
    (codes) =>
      window.medicardCustomer.invoke('customer.enterPin', { taskId: 'x', step: 'new', pin: Uint8Array.from(codes) }),
    [...Buffer.from(pin)],
  );
  expect(reply).toEqual({ ok: false, error: { code: 'INPUT_INVALID', details: { field: 'pin', problem: 'rule' } } });
  await customer.press('Escape');
  await customer.isToldEnd('cancelled');
  await customer.handsBack();
}

/** The ledger dies over an entry, which is then in a pipe and nowhere else. */
async function loseOne(desk: Desk): Promise<void> {
  const customer = await customerAsked(desk, 'change');
  const ledger = await ledgerPid(desk.app);
  freeze(ledger);
  await customer.press(...Array.from(typed.lost, (digit) => `Digit${digit}`), 'Enter');
  await expect(customer.page.locator('.pin-entry[aria-busy="true"]')).toBeVisible();
  killHard(ledger);
  await clerkHearsEnd(desk, 'unknown');
  await customer.handsBack();
  await clerkHasDisplayBack(desk);
}

/** The receipt on each paper, saved. */
async function saveReceipts(desk: Desk): Promise<void> {
  for (const paper of ['a4', 'a5', 'slip'] as const) {
    const saved = await desk.page.evaluate(
      async ({ size, operationId }) => {
        const visit = await window.medicard.invoke('visit.current', {});
        if (!visit.ok || visit.value === null) throw new Error('there is no visit');
        const { visitId } = visit.value;
        const asked = { visitId, kind: 'password-receipt', lossNumber: null, paper: size, language: 'zh-CN' } as const;
        const paperMade = await window.medicard.invoke('paper.prepare', asked);
        if (!paperMade.ok) return paperMade;
        const { documentNumber } = paperMade.value;
        return window.medicard.invoke('document.save', { operationId, visitId, documentNumber, format: 'pdf' });
      },
      { size: paper, operationId: crypto.randomUUID() },
    );
    expect(saved, paper).toMatchObject({ ok: true, value: { saved: true } });
  }
}

/** What the program writes to its terminal. */
function terminalOf(desk: Desk): () => string {
  let written = '';
  const { stdout, stderr } = desk.app.process();
  for (const stream of [stdout, stderr]) stream?.on('data', (text: Buffer) => (written += text.toString()));
  return () => written;
}

/** Puts the control into the clerk's window as a text and as digits, and sends it through the clerk's bridge. */
async function plantInWindow(desk: Desk): Promise<void> {
  await desk.page.evaluate(async (digits) => {
    Object.assign(window, {
      plantedText: `planted ${digits}`,
      plantedDigits: Array.from(digits, Number),
      plantedBytes: Uint8Array.from(digits, Number),
    });
    await window.medicard.invoke('document.check', { documentNumber: digits, verificationCode: 'AAAA' });
  }, control);
}

async function plantInFiles(places: ProgramPlaces): Promise<void> {
  appendFileSync(join(places.data, 'logs', 'main.log'), `{"planted":"${control}"}\n`);
  writeFileSync(join(places.data, 'planted-le'), Buffer.from(control, 'utf16le'));
  writeFileSync(join(places.data, 'planted-be'), Buffer.from(control, 'utf16le').swap16());
  writeFileSync(join(places.data, 'planted-list'), JSON.stringify({ digits: Array.from(control, Number) }, null, 2));
  const paper = new PDFDocument();
  const file = createWriteStream(join(places.saved, 'planted.pdf'));
  paper.pipe(file);
  paper.text(`planted ${control}`);
  paper.end();
  await once(file, 'finish');
}

/** Every row of every table, out of the encryption of the file. */
async function searchBooks(search: SecretSearch, office: PreparedOffice): Promise<void> {
  await throughDoor(office, ({ ledger }) =>
    ledger.books.read(async ({ query }) => {
      const tables = await query.introspection.getTables();
      expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['audit', 'pin', 'document']));
      for (const { name } of tables) {
        const rows = await query
          .selectFrom(name as 'pin')
          .selectAll()
          .execute();
        search.bytes(`books, ${name}`, Buffer.concat(rows.map((row) => rowBytes(row))));
      }
    }),
  );
}

/** A value beside its neighbour must not make a find of two, so each ends in something that is no digit. */
function rowBytes(row: object): Buffer {
  return Buffer.concat(Object.values(row).flatMap((value: unknown) => [valueBytes(value), Buffer.from('|')]));
}

/** Above this an integer is an instant in milliseconds; a PIN as a number has six digits. */
const LARGEST_AMOUNT = 1e12;

/**
 * A hash written in hexadecimal is looked through as the bytes it is, and so is an instant: of the many thousand in the books one in a
 * few dozen runs has six given digits in a row by chance.
 */
function valueBytes(value: unknown): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (typeof value === 'number' && value > LARGEST_AMOUNT)
    return Buffer.from(new BigUint64Array([BigInt(value)]).buffer);
  const text = String(value);
  return Buffer.from(text, /^([0-9a-f]{32}|[0-9a-f]{64})$/.test(text) ? 'hex' : 'utf8');
}

test('no PIN typed is anywhere but where it belongs', async ({ desk, office, places }) => {
  const traffic = join(places.root, 'traffic');
  const terminal = terminalOf(desk);
  await readAtLeisure(desk.app);
  await recordTraffic(desk.app, traffic);
  await desk.signIn();
  await desk.openVisit(busiest);
  await typeThemAll(desk);
  await saveReceipts(desk);
  await sendTooMuch(desk);
  await loseOne(desk);
  expect((await tasksHeard(desk)).filter(({ ended }) => ended).map(({ ended }) => ended)).toEqual([
    'done',
    'done',
    'cancelled',
    'lost',
    'unknown',
  ]);
  expect((await openWindows(desk.app)).map(({ kind }) => kind)).toEqual(['teller']);

  await plantInWindow(desk);
  const { strings, lists } = await windowHeap(desk.page);
  await desk.app.close();
  await plantInFiles(places);

  const search = new SecretSearch([...Object.values(typed), control]);
  search.text('strings of the clerk’s window', strings.join('\n'));
  search.text('lists of the clerk’s window', lists.join('\n'));
  search.text('terminal', terminal());
  search.folder('files', places.root);
  await searchBooks(search, office);

  const kindsOfPlaces = [
    'strings of the clerk’s window: UTF-8',
    'lists of the clerk’s window: listed',
    'files/office/logs/main.log: UTF-8',
    'files/office/planted-le: UTF-16LE',
    'files/office/planted-be: UTF-16BE',
    'files/office/planted-list: listed',
    'words of files/saved/planted.pdf: UTF-8',
  ];
  expect(search.found(control)).toEqual(expect.arrayContaining(kindsOfPlaces));
  expect(search.found(control).filter((place) => /traffic\/\d+-asked\.(bin|json): UTF-8/.test(place))).toHaveLength(2);
  for (const [what, secret] of Object.entries(typed)) expect(search.found(secret), what).toEqual([]);
  expect(search.places.filter((place) => /^words of files\/saved\/(?!planted)/.test(place))).toHaveLength(3);
  expect(search.places.filter((place) => /^words of files\/traffic\//.test(place))).toHaveLength(3);
});
