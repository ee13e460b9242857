/** A session ended at the window: that the ledger hears of it, before anybody else comes. */
import { ask } from '../../shared/bridge-client.ts';

export interface SignOut {
  /** Tells the ledger. */
  readonly tell: () => Promise<boolean>;
  /**
   * Waits for a sign-out on its way, and tells again of one that the ledger has not heard of: whoever has signed out is
   * not brought back by it. False when the ledger is away.
   */
  readonly heard: () => Promise<boolean>;
}

export function signOutTold(): SignOut {
  let leaving: Promise<boolean> = Promise.resolve(true);

  function tell(): Promise<boolean> {
    leaving = ended();
    return leaving;
  }

  async function heard(): Promise<boolean> {
    return (await leaving) || tell();
  }

  return { tell, heard };
}

async function ended(): Promise<boolean> {
  const reply = await ask('session.signOut', {});
  return reply.ok || reply.error.code === 'SIGN_IN_REQUIRED';
}
