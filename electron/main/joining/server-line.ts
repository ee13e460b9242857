/** The line of this computer to its office server, with the certificate that is to be used now. */
import { refused, RefusalError, type Refusal, type Reply } from '../../contract/kernel/errors.ts';
import { parseServerAddress } from '../../contract/administration/server-address.ts';
import { networkLedger, type NetworkOptions, type StartLine } from '../ledger-link/network-transport.ts';
import type { Certified, Joining, KeptJoining } from './kept-joining.ts';

export interface ServerLineOptions {
  readonly kept: KeptJoining;
  /** The version of this program. */
  readonly program: string;
  /** Of a test that shortens them. */
  readonly times?: Pick<NetworkOptions, 'beatMs' | 'connectMs'>;
}

/**
 * Begins with a renewed certificate where there is one. Once the server has taken that, the one before is forgotten; a server that
 * does not know it (its books were restored) has it dropped, and the one before serves on.
 * @param joining as it is when a line begins.
 */
export function serverLine(
  { kept, program, times }: ServerLineOptions,
  joining: () => Joining,
  changed: (joining: Joining) => void,
): StartLine {
  return ({ message, exit }) => {
    const begun = joining();
    const tried = begun.next ?? begun.current;
    const hear = (raw: unknown): void => {
      if (tried === begun.next) hearRenewed(kept, begun, tried, openedIn(raw), changed);
      message(raw);
    };
    const address = parseServerAddress(begun.address);
    if (address === null) throw new Error('an address is kept that is none');
    try {
      const identity = kept.identity(begun, tried);
      return networkLedger({ ...address, identity, program, ...times })({ message: hear, exit });
    } catch (error) {
      if (error instanceof RefusalError) return refusedLine(error.refusal, { message, exit });
      throw error;
    }
  };
}

function hearRenewed(
  kept: KeptJoining,
  joining: Joining,
  renewed: Certified,
  opened: Reply<unknown> | null,
  changed: (joining: Joining) => void,
): void {
  try {
    if (opened?.ok === true) changed(kept.promote(joining, renewed));
    else if (opened?.ok === false && opened.error.code === 'COUNTER_UNKNOWN')
      changed(kept.dropRenewed(joining, renewed));
  } catch (error) {
    // A disk that is full now: the next line begins with it again.
    if (!(error instanceof RefusalError)) throw error;
  }
}

function openedIn(raw: unknown): Reply<unknown> | null {
  const isOpened = typeof raw === 'object' && raw !== null && 'type' in raw && raw.type === 'opened' && 'reply' in raw;
  // The network transport itself makes this message.
  return isOpened ? (raw.reply as Reply<unknown>) : null;
}

/** One that says why it cannot even begin, as a server would that refuses it. */
function refusedLine(refusal: Refusal, { message, exit }: Parameters<StartLine>[0]): ReturnType<StartLine> {
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    exit('closed');
  };
  queueMicrotask(() => {
    if (ended) return;
    message({ type: 'opened', reply: { ok: false, error: refusal } });
    end();
  });
  return { send: () => undefined, kill: () => queueMicrotask(end) };
}

/** Whether the office's server answers there and takes this counter; the line ends with the answer. */
export function tryLine(start: StartLine, address: string): Promise<Reply<unknown>> {
  return new Promise((resolve) => {
    const line = start({
      message: (raw) => {
        const opened = openedIn(raw);
        if (opened === null) return;
        resolve(opened);
        line.kill();
      },
      exit: () => resolve(refused('SERVER_UNREACHABLE', { address })),
    });
  });
}
