/** Starts `echo-server.ts` as a process and answers how a counter reaches it. */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { TlsIdentity } from '../../../electron/server/identity/office-authority.ts';

/** What the process tells. */
export interface EchoServer {
  readonly port: number;
  readonly identity: TlsIdentity;
}

export async function startEchoServer(): Promise<EchoServer & { readonly child: ChildProcess }> {
  const child = fork(join(import.meta.dirname, 'echo-server.ts'));
  const told = await new Promise<EchoServer>((resolve) =>
    child.once('message', (message) => resolve(message as EchoServer)),
  );
  return { child, ...told };
}
