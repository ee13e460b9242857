/**
 * A ledger without books, for the tests of what carries its messages: says back what it was told, and misbehaves when
 * asked to. Runs in Electron's utility process and on plain Node alike.
 */
import type { ChangeKind, FromLedger, ToLedger } from '../../../electron/contract/protocol.ts';

export type Echo =
  | { readonly do: 'echo'; readonly value: unknown }
  /** Answered together with the next 'release', the last one first. */
  | { readonly do: 'hold' }
  | { readonly do: 'release' }
  | { readonly do: 'progress'; readonly operationId: string; readonly steps: number }
  /** Never answered, unless cancelled. */
  | { readonly do: 'work'; readonly operationId: string }
  | { readonly do: 'die'; readonly nth?: number }
  | { readonly do: 'ignore-close' }
  | { readonly do: 'complain'; readonly text: string }
  | { readonly do: 'session'; readonly session: string | null }
  | { readonly do: 'change'; readonly kinds: readonly ChangeKind[] }
  | { readonly do: 'whoami' };

/** Absent on plain Node, whatever the types say. */
const port = 'parentPort' in process ? process.parentPort : null;
const send = (message: FromLedger): void => {
  if (port) port.postMessage(message);
  else process.send?.(message);
};
const held: number[] = [];
const working = new Map<string, number>();
const answer = (id: number, value: unknown): void => send({ type: 'reply', id, reply: { ok: true, value } });

if (port) port.on('message', ({ data }: { data: ToLedger }) => receive(data));
else process.on('message', (message: ToLedger) => receive(message));
process.on('disconnect', () => process.exit());

function receive(message: ToLedger): void {
  if (message.type === 'open') open(message.dataFolder);
  else if (message.type === 'cancel') cancel(message.operationId);
  else obey(message.id, message.input as Echo, message.sessionToken);
}

/** The name of the folder says how opening goes. */
function open(folder: string): void {
  if (folder === 'dies-at-once') process.kill(process.pid, 'SIGKILL');
  else if (folder === 'newer')
    send({ type: 'opened', reply: { ok: false, error: { code: 'DATABASE_NEWER', details: {} } } });
  else if (folder !== 'never-opens') send({ type: 'opened', reply: { ok: true, value: { officePresent: true } } });
}

function cancel(operationId: string): void {
  const id = working.get(operationId);
  if (id !== undefined)
    send({ type: 'reply', id, reply: { ok: false, error: { code: 'OPERATION_CANCELLED', details: {} } } });
}

function obey(id: number, wish: Echo, session: string | null): void {
  if (wish.do === 'echo') answer(id, wish.value);
  else if (wish.do === 'hold') held.push(id);
  else if (wish.do === 'release') for (const one of [...held.splice(0), id].reverse()) answer(one, 'released');
  else if (wish.do === 'progress') progress(id, wish.operationId, wish.steps);
  else if (wish.do === 'work') working.set(wish.operationId, id);
  else if (wish.do === 'die') process.kill(process.pid, 'SIGKILL');
  else if (wish.do === 'change') change(id, wish.kinds);
  else if (wish.do === 'session') send({ type: 'reply', id, reply: { ok: true, value: null }, session: wish.session });
  else answer(id, wish.do === 'whoami' ? { pid: process.pid, session } : misbehave(wish));
}

function misbehave(wish: Extract<Echo, { do: 'ignore-close' | 'complain' }>): null {
  if (wish.do === 'complain') process.stderr.write(wish.text);
  else process.on('SIGTERM', () => process.stderr.write('not yet'));
  return null;
}

function change(id: number, kinds: readonly ChangeKind[]): void {
  send({ type: 'changed', kinds });
  answer(id, 'changed');
}

function progress(id: number, operationId: string, steps: number): void {
  for (let done = 1; done <= steps; done += 1)
    send({ type: 'progress', progress: { operationId, phase: 'posting', done, total: steps } });
  answer(id, 'posted');
}
