/** The certificate of a counter: near its end it renews itself, and one that ran out leaves a way to go on. */
import { readdirSync } from 'node:fs';
import type { Locator } from '@playwright/test';
import { endOf } from '../../electron/main/joining/certificate-rules.ts';
import { certificateEndsIn, keptJoining } from './support/aged-certificate.ts';
import { expect, test, type Computer } from './support/counter-test.ts';
import type { PreparedOffice } from './support/demo-office.ts';
import type { Desk } from './support/desk.ts';
import { busiest } from './support/holders.ts';
import { servedWith } from './support/joined-counters.ts';
import { joins } from './support/joining-desk.ts';
import { brokenChecks } from './support/office-record.ts';
import { administer, OfficeServer } from './support/office-server.ts';

const NAME = '一号柜台';
const afterwards: (() => unknown)[] = [];

test.afterEach(async () => {
  for (const end of afterwards.splice(0).reverse()) await end();
});

async function serve(office: PreparedOffice, port: number): Promise<OfficeServer> {
  const server = await OfficeServer.start(office, port);
  afterwards.push(() => server.end('SIGKILL'));
  return server;
}

/** A counter that has joined, closed like its server; answers where that listened. */
async function joinedAndClosed(
  office: PreparedOffice,
  start: (computer: Computer) => Promise<Desk>,
  computer: Computer,
): Promise<number> {
  const { server, codes } = await servedWith(office, [NAME]);
  afterwards.push(() => server.end('SIGKILL'));
  const desk = await start(computer);
  await joins(desk, server.address, codes[0] ?? '');
  await desk.pushButton(desk.t('firstRun.toSignIn'));
  await desk.app.close();
  await server.end();
  return server.port;
}

/** As the page of this computer and its server shows it, to the day. */
const dayOf = (at: number): string => new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

/** Its own line: that of the server's line may name the same day. */
const certificateOn = (desk: Desk): Locator =>
  desk.page
    .locator('.server-box dt')
    .filter({ hasText: desk.t('ownServer.certificate') })
    .locator('+ dd');

async function showsCertificateUntil(desk: Desk, day: string): Promise<void> {
  await desk.press('Alt+J');
  await expect(certificateOn(desk)).toContainText(day);
  await desk.press('Escape');
}

test('near its end it is renewed while the clerk works, and the next line begins with the new one', async ({
  office,
  newComputer,
  startElsewhere,
}) => {
  const computer = await newComputer();
  const { places } = computer;
  const port = await joinedAndClosed(office, startElsewhere, computer);
  const endsAt = await certificateEndsIn(100, office, places);
  const old = keptJoining(places).current.certificate;

  const first = await serve(office, port);
  const desk = await startElsewhere(computer);
  await desk.signIn();
  await expect.poll(() => keptJoining(places).next).not.toBeNull();
  const { next } = keptJoining(places);
  expect(keptJoining(places).current.certificate).toBe(old);
  await showsCertificateUntil(desk, dayOf(endsAt));
  await desk.openVisit(busiest);

  await first.end();
  await desk.isTold(desk.refusal('SERVER_UNREACHABLE', { address: first.address }));
  const second = await serve(office, port);
  await desk.isTold(desk.t('ledger.back'));
  await expect(desk.counterPanel).toContainText(busiest.name);
  await expect.poll(() => keptJoining(places)).toMatchObject({ current: next, next: null });
  expect(readdirSync(places.keys).filter((name) => name.endsWith('.counter-key'))).toEqual([
    `${next?.keyId ?? ''}.counter-key`,
  ]);
  await showsCertificateUntil(desk, dayOf(endOf(next?.certificate ?? '')));
  await desk.finishVisit();
  await desk.app.close();

  // The one before is worth nothing any more, and the new one serves on.
  const again = await startElsewhere(computer);
  await again.signIn();
  await again.app.close();
  await second.end();
  expect(await brokenChecks(office)).toEqual([]);
});

test('one that ran out while the office was closed says what to do, and the computer joins again', async ({
  office,
  newComputer,
  startElsewhere,
}) => {
  const computer = await newComputer();
  const { places } = computer;
  const port = await joinedAndClosed(office, startElsewhere, computer);
  const endedAt = await certificateEndsIn(-0.5, office, places);

  const server = await serve(office, port);
  const desk = await startElsewhere(computer);
  const until = dayOf(endedAt);
  await desk.isTold(desk.refusal('CERTIFICATE_EXPIRED', { until }));
  await desk.press('Alt+J');
  await expect(certificateOn(desk)).toContainText(until);
  await desk.pushButton(desk.t('ownServer.leave'));
  await desk.pushButton(desk.t('ownServer.leave'));
  await desk.confirm();

  await administer(office, 'counter', 'revoke', '01', '--reason', '证书过期');
  const { code } = (await administer(office, 'counter', 'add', NAME)) as { readonly code: string };
  await joins(desk, server.address, code);
  await desk.pushButton(desk.t('firstRun.toSignIn'));
  await desk.signIn();
  await desk.openVisit(busiest);
  await desk.finishVisit();
  await desk.app.close();
  await server.end();
  expect(await brokenChecks(office)).toEqual([]);
});
