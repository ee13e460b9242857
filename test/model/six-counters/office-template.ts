/** The office that each history begins with: its people are in the books, and its counters have joined over the line. */
import { parseEnrolmentCode } from '../../../electron/contract/administration/enrolment-code.ts';
import { businessDate } from '../../../electron/contract/kernel/dates.ts';
import type { Enrolment } from '../../../electron/contract/administration/counter-verbs.ts';
import { advanceTo } from '../../../electron/ledger/day/days.ts';
import { joinOffice } from '../../../electron/main/ledger-link/joining-line.ts';
import { certificateRequest } from '../../offices/certificates.ts';
import { allocationCsv, person, registerCsv } from '../../offices/made-up-people.ts';
import { authorised, NEW_OFFICE, Office, PASSWORDS } from '../../offices/small-office.ts';
import { freshFolder } from '../../offices/test-folders.ts';
import type { Joined } from './counter-place.ts';
import { HOLDERS, PLACES, STEADY } from './drawing.ts';
import { OfficeProcess, PROGRAM } from './office-process.ts';

export const FIRST_DAY = '2024-02-05';
/** What everybody has on their account, in one entry. */
export const FIRST_FEN = 30_000;

export interface Template {
  readonly folder: string;
  readonly at: number;
  readonly places: readonly Joined[];
  /** A counter that only listens. */
  readonly listener: Joined;
}

export async function makeOffice(): Promise<Template> {
  const office = new Office(freshFolder());
  await office.must('office.create', { ...NEW_OFFICE, demoFolder: null }, null);
  const people = Array.from({ length: HOLDERS }, (_, at) => person(at));
  await office.post.register(registerCsv(people));
  await advanceTo(office.door.ledger, businessDate('2024-01-31'), '1001');
  const credits = people.map((to, at) => ({ id: String(at + 1), to, amount: '300.00' }));
  await office.post.allocation(allocationCsv('YB1', (HOLDERS * 300).toFixed(2), credits));
  await advanceTo(office.door.ledger, businessDate(FIRST_DAY), '1001');
  const { folder, at } = office;
  office.close();
  const server = await OfficeProcess.open(folder, at);
  const places: Joined[] = [];
  for (let place = 0; place <= PLACES; place += 1)
    places.push(await join(server, `${place + 1} 号`, place === PLACES - 1 ? 'supervisor-desk' : 'counter'));
  await server.close();
  const listener = places.pop();
  if (listener === undefined) throw new Error('nobody has joined');
  return { folder, at, places, listener };
}

/** What an administrator at the command line gives to a computer that is to join. */
export async function codeFor(server: OfficeProcess, name: string, kind: Enrolment['kind']): Promise<string> {
  const clerkCode = STEADY.administrator;
  const signedIn = await server.ask('session.signIn', { clerkCode, password: PASSWORDS[clerkCode] ?? '' });
  const authorisation = authorised(STEADY.supervisor);
  const { reply } = await server.ask('counter.add', { name, kind, authorisation }, signedIn.session);
  await server.ask('session.signOut', {}, signedIn.session);
  if (!reply.ok) throw new Error(`no code for ${name}: ${reply.error.code}`);
  return (reply.value as Enrolment).code;
}

/** A computer joins with its code. */
export async function join(server: OfficeProcess, name: string, kind: Enrolment['kind']): Promise<Joined> {
  const code = parseEnrolmentCode(await codeFor(server, name, kind));
  if (code === null) throw new Error('the office gives a code that is none');
  const { key, request } = await certificateRequest('CN=whatever it likes');
  const joined = await joinOffice({ host: '127.0.0.1', port: server.port, code, csr: request, program: PROGRAM });
  if (!joined.ok) throw new Error(`${name} could not join: ${joined.error.code}`);
  const { certificate, officeCertificate: authority, number } = joined.value;
  return { key, certificate, authority, number };
}
