/** The sign-out of a session reaches the ledger before another clerk signs in at the window. */
import { ask } from '../../shared/bridge-client.ts';

export interface SignOut {
  /** Sends the sign-out to the ledger. */
  readonly send: () => Promise<boolean>;
  /**
   * Waits for a sign-out on its way, and sends one again that the ledger has not received: a clerk who has signed out is
   * not brought back by it. False when the ledger is away.
   */
  readonly received: () => Promise<boolean>;
}

export function reportedSignOut(): SignOut {
  let leaving: Promise<boolean> = Promise.resolve(true);

  function send(): Promise<boolean> {
    leaving = ended();
    return leaving;
  }

  async function received(): Promise<boolean> {
    return (await leaving) || send();
  }

  return { send, received };
}

async function ended(): Promise<boolean> {
  const reply = await ask('session.signOut', {});
  return reply.ok || reply.error.code === 'SIGN_IN_REQUIRED';
}
