/** The ledger's answers to the clerk's window, held back by the test: how the screen is while it still waits for them. */
import type { ElectronApplication } from '@playwright/test';
import type { Verb } from '../../../electron/contract/verbs.ts';

/** What the clerk's window reads anew after something was done. */
export const whatIsReadAgain = ['visit.current', 'loss.outlook', 'loss.worklist', 'approval.list'] as const;

/** Until what this returns is called, the window hears nothing of the verbs, though they are done. */
export async function holdAnswers(app: ElectronApplication, held: readonly Verb[]): Promise<() => Promise<void>> {
  return hold(app, held, 'answer');
}

/** Until what this returns is called, nothing is done about the verbs. */
export async function holdQuestions(app: ElectronApplication, held: readonly Verb[]): Promise<() => Promise<void>> {
  return hold(app, held, 'question');
}

async function hold(app: ElectronApplication, held: readonly Verb[], what: 'question' | 'answer') {
  const given: { readonly verbs: readonly string[]; readonly stage: 'question' | 'answer' } = {
    verbs: held,
    stage: what,
  };
  const door = await app.evaluateHandle(({ ipcMain }, { verbs, stage }) => {
    type Handler = (event: unknown, verb: string, input: unknown) => Promise<unknown>;
    // Electron declares no way to its handlers.
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
    const answer = handlers.get('teller:invoke')!;
    let release = (): void => undefined;
    const released = new Promise<undefined>((resolve) => {
      release = () => resolve(undefined);
    });
    handlers.set('teller:invoke', async (event, verb, input) => {
      if (stage === 'question' && verbs.includes(verb)) await released;
      const reply = await answer(event, verb, input);
      if (stage === 'answer' && verbs.includes(verb)) await released;
      return reply;
    });
    return { release };
  }, given);
  return () => door.evaluate(({ release }) => release());
}
