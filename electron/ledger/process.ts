/**
 * The ledger process: one door, spoken to in messages. It runs in Electron's utilityProcess or as a plain Node child and
 * imports nothing of Electron, so both ports are taken for what they are by their shape.
 */
import type { Instant } from '../contract/kernel/dates.ts';
import { accepted, refused, RefusalError } from '../contract/kernel/errors.ts';
import { overwriteKeys } from '../contract/kernel/key-bytes.ts';
import { outliveReaders } from '../disk/outlived-readers.ts';
import type { FromLedger, OpenMessage, RequestMessage, ToLedger } from '../contract/protocol.ts';
import { backupPlaces } from './backup/backup-places.ts';
import { Dispatcher } from './dispatch/dispatcher.ts';

interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: ToLedger }) => void): void;
  postMessage(message: FromLedger): void;
}

interface Port {
  send(message: FromLedger): void;
  listen(take: (message: ToLedger) => void): void;
}

function parentPort(): ParentPort | null {
  const port: unknown = Reflect.get(process, 'parentPort');
  return isParentPort(port) ? port : null;
}

function isParentPort(port: unknown): port is ParentPort {
  return typeof port === 'object' && port !== null && 'postMessage' in port;
}

function openPort(): Port {
  const parent = parentPort();
  if (parent !== null) {
    return {
      send: (message) => {
        parent.postMessage(message);
      },
      listen: (take) => {
        parent.on('message', ({ data }) => {
          take(data);
        });
      },
    };
  }
  if (process.send === undefined) throw new Error('the ledger process was started without a parent');
  // After the end of main no request can come, and the folder must be free for the next start.
  process.on('disconnect', () => process.exit(0));
  return {
    send: (message) => {
      process.send?.(message);
    },
    listen: (take) => {
      process.on('message', take);
    },
  };
}

// What the ledger writes is its owner's alone, whatever mask the user works with.
process.umask(0o077);
outliveReaders();
const port = openPort();
let door: Dispatcher | null = null;

function open({ dataFolder, keysFolder, officeId, dataKey, pinKey }: OpenMessage): FromLedger {
  door?.close();
  door = null;
  try {
    door = new Dispatcher({
      folder: dataFolder,
      keysFolder,
      officeId,
      dataKey,
      pinKey,
      backups: backupPlaces(dataFolder, process.env['MEDICARD_BACKUPS']),
      clock: () => Date.now() as Instant,
      report: (progress) => {
        port.send({ type: 'progress', progress });
      },
      tellTask: (task) => {
        port.send({ type: 'customer-task', task });
      },
      tellChange: (kinds) => {
        port.send({ type: 'changed', kinds });
      },
    });
    const { shut, officePresent } = door;
    return { type: 'opened', reply: shut === null ? accepted({ officePresent }) : { ok: false, error: shut } };
  } catch (error) {
    if (error instanceof RefusalError) return { type: 'opened', reply: { ok: false, error: error.refusal } };
    throw error;
  } finally {
    overwriteKeys({ dataKey, pinKey });
  }
}

async function answer({ id, ...asked }: RequestMessage): Promise<FromLedger> {
  if (door === null) return { type: 'reply', id, reply: refused('LEDGER_UNAVAILABLE') };
  const { reply, session } = await door.answer({ ...asked, operator: 'window' });
  return session === undefined ? { type: 'reply', id, reply } : { type: 'reply', id, reply, session };
}

// An error nobody foresaw ends the process (docs/architecture.md 4): main starts a fresh one over books that are still
// whole.
process.on('unhandledRejection', (error) => {
  throw error;
});

/** How often it is looked whether a copy is due. */
const BACKUPS_EVERY_MS = 30_000;
setInterval(() => void door?.lookAtBackups(), BACKUPS_EVERY_MS).unref();

port.listen((message) => {
  if (message.type === 'open') port.send(open(message));
  else if (message.type === 'cancel') door?.cancel(message.operationId, message);
  else
    void answer(message).then((reply) => {
      port.send(reply);
    });
});
