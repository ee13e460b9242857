/** Two computers that are counters of one office server, each over a line that can be pulled. */
import { expect } from '@playwright/test';
import { LineProxy } from '../../faults/link/line-proxy.ts';
import type { PreparedOffice } from './demo-office.ts';
import type { Desk } from './desk.ts';
import { joins } from './joining-desk.ts';
import { administer, layPinKey, OfficeServer } from './office-server.ts';

export interface JoinedCounter {
  readonly desk: Desk;
  readonly line: LineProxy;
}

/** A server that runs, and a joining code for each name: made while it does. */
export async function servedWith(office: PreparedOffice, names: readonly string[]) {
  layPinKey(office);
  const server = await OfficeServer.start(office);
  const codes: string[] = [];
  for (const name of names) {
    const { code } = (await administer(office, 'counter', 'add', name)) as { readonly code: string };
    codes.push(code);
  }
  return { server, codes };
}

/** At sign-in. */
export async function joinedOverLine(desk: Desk, server: OfficeServer, code: string): Promise<JoinedCounter> {
  const line = await LineProxy.open(() => server.port);
  await joins(desk, `127.0.0.1:${line.port}`, code);
  await desk.pushButton(desk.t('firstRun.toSignIn'));
  await expect(desk.field('signIn.code')).toBeFocused();
  return { desk, line };
}

/**
 * The server hears and does what is asked here, and the line is pulled before this computer hears of it.
 * @param bytesUp of questions before it, which are answered.
 */
export async function withoutAnswer(
  { line }: JoinedCounter,
  asking: () => Promise<unknown>,
  bytesUp?: number,
): Promise<void> {
  const said = line.deafen(bytesUp);
  await asking();
  await said;
  line.pull();
}

/** The line is pulled before the server hears what is asked here. */
export async function unheard({ line }: JoinedCounter, asking: () => Promise<unknown>): Promise<void> {
  line.passages.at(-1)?.hold();
  await asking();
  line.pull();
}

/** The line came back by itself. */
export async function isBack({ desk }: JoinedCounter): Promise<void> {
  await desk.isTold(desk.t('ledger.back'));
  await expect(desk.page.getByRole('banner')).toContainText(desk.t('ledger.ready'));
}
