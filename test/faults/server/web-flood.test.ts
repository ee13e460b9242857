/** A flood of sign-ins through TLS at the holders' door of an office at work: what reaches the ledger, and who is served meanwhile. */
import crypto from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FORM_PROOF, HOLDER_PLACES } from '../../../electron/contract/online/holder-pages.ts';
import { makeAuthority, OfficeAuthority } from '../../../electron/server/identity/office-authority.ts';
import type { TlsIdentity } from '../../../electron/server/identity/office-authority.ts';
import { OfficeLedger } from '../../../electron/server/office-ledger.ts';
import { WebDoor } from '../../../electron/server/web/web-door.ts';
import { HolderDoor } from '../../offices/holder-door.ts';
import { person } from '../../offices/made-up-people.ts';
import { officeOfEachTest } from '../../offices/office-of-each-test.ts';
import { behindTheBack, lossOf, type Counter, type Office } from '../../offices/small-office.ts';
import { freshFolder } from '../../offices/test-folders.ts';
import { WebClient } from './web-client.ts';

/** All of them are this computer's own. */
const ADDRESSES = ['127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5', '127.0.0.6'];
const EACH = 160;
/** Of one address at once: of all together no more than may wait to be judged. */
const WAVE = 8;
/** Forms of an address in a minute at this door: in the time that a test has, which is a minute too, not all of them come through. */
const A_MINUTE = 70;
/** The usual setting: requests of an address in an hour, in the ledger. */
const AN_HOUR = 60;
const PASSWORD = 'a long phrase 41';

let office: Office;
let clerk: Counter;
officeOfEachTest((open) => ({ office, clerk } = open));

let door: WebDoor;
let site: { readonly port: number; readonly identity: TlsIdentity };
/** Sign-ins that came to the ledger, by their address. */
let reached: Map<string, number>;

beforeEach(async () => {
  reached = new Map();
  const authority = await OfficeAuthority.of(await makeAuthority('office-1', Date.now()));
  const identity = await authority.issueServer('office-1', ['localhost'], Date.now());
  const ledger = new OfficeLedger();
  ledger.serve(office.door);
  const folder = freshFolder();
  mkdirSync(join(folder, 'assets'));
  const files = { style: 'p { color: green }', faces: '/assets/b.css', script: '/assets/c.js' };
  door = await WebDoor.open({
    ...{ host: '127.0.0.1', port: 0, identity, limits: { sent: A_MINUTE }, now: Date.now },
    note: (event) => expect(event).toBe('nothing'),
    ledger: {
      asks(verb, input, from) {
        if (verb === 'online.signIn') reached.set(from.peer, (reached.get(from.peer) ?? 0) + 1);
        return ledger.asks(verb, input, from);
      },
    },
    pages: {
      draw: async (page, frame) => JSON.stringify({ page, frame }),
      files,
      assetsFolder: join(folder, 'assets'),
    },
  });
  site = { port: door.address.port, identity };
});

afterEach(async () => {
  await door.close();
  vi.restoreAllMocks();
});

/** One visit at the counter, and in the first a loss. */
async function served(at: number): Promise<void> {
  const { visitId } = await office.openVisit(at, clerk);
  if (at === 0) await office.must('loss.report', lossOf(visitId), clerk);
  await office.must('visit.finish', { visitId }, clerk);
}

test('no more of it is judged than each address may, one at a time, and counters and other holders are served in its middle', async () => {
  for (const at of [0, 1]) await new HolderDoor(office, `192.0.2.${at}`).registered(person(at));
  const real = crypto.argon2.bind(crypto);
  let [running, most] = [0, 0];
  vi.spyOn(crypto, 'argon2').mockImplementation((algorithm, work, done) => {
    running += 1;
    most = Math.max(most, running);
    real(algorithm, work, (error, hash) => {
      running -= 1;
      done(error, hash);
    });
  });
  // Who floods needs no page for each form: one proof serves with its cookie.
  const first = new WebClient(site);
  const proof = (await first.get(HOLDER_PLACES.signIn)).frame.proof;
  const clients = ADDRESSES.map((from) => {
    const client = new WebClient(site, from);
    for (const [name, value] of first.jar) client.jar.set(name, value);
    return client;
  });
  const statuses = new Map<number, number>();
  const guess = async (client: WebClient, at: number): Promise<void> => {
    const { idNumber } = person(at % 3 === 0 ? 0 : 5_000 + (at % 40));
    const form = { [FORM_PROOF]: proof, idNumber, password: `guess number ${at}` };
    const { status } = await client.post(HOLDER_PLACES.signIn, form);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  for (let asked = 0; asked < EACH; asked += WAVE) {
    const wave = clients.flatMap((client) => Array.from({ length: WAVE }, (_, at) => guess(client, asked + at)));
    await Promise.all([...wave, served((asked / WAVE) % 3)]);
  }
  expect([...statuses.keys()].sort(), 'nothing but refusals, and no connection was lost').toEqual([422, 429]);
  expect(most).toBe(1);
  expect([...reached.keys()].sort()).toEqual(ADDRESSES);
  for (const count of reached.values()) expect(count).toBeLessThanOrEqual(2 * A_MINUTE);
  const judged = behindTheBack(office.folder, (connection) =>
    connection
      .prepare<[], number>("SELECT count(*) FROM door_try WHERE what = 'address' GROUP BY who ORDER BY 1")
      .pluck()
      .all(),
  );
  // The two registrations asked twice each.
  expect(judged.slice(0, 2)).toEqual([2, 2]);
  for (const count of judged.slice(2)) expect(count).toBe(AN_HOUR);

  const other = new WebClient(site, '127.0.0.99');
  const typed = { idNumber: person(1).idNumber, password: PASSWORD };
  expect((await other.send(HOLDER_PLACES.signIn, typed)).headers.location).toBe(HOLDER_PLACES.home);
  expect((await other.get(HOLDER_PLACES.home)).status).toBe(200);
});
