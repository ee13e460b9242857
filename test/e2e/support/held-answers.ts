/** The ledger's answers to the clerk's window, held back by the test: how the screen is while it still waits for them. */
import type { ElectronApplication } from '@playwright/test';
import type { Verb } from '../../../electron/contract/verbs.ts';

/** What the clerk's window reads anew after something was done. */
export const whatIsReadAgain = ['visit.current', 'loss.outlook', 'loss.worklist', 'approval.list'] as const;

/** Until what this returns is called, the window hears nothing of the verbs. */
export async function holdAnswers(app: ElectronApplication, held: readonly Verb[]): Promise<() => Promise<void>> {
  const door = await app.evaluateHandle(
    ({ ipcMain }, verbs) => {
      type Handler = (event: unknown, verb: string, input: unknown) => Promise<unknown>;
      // Electron declares no way to its handlers.
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
      const answer = handlers.get('teller:invoke')!;
      let release = (): void => undefined;
      const released = new Promise<undefined>((resolve) => {
        release = () => resolve(undefined);
      });
      handlers.set('teller:invoke', async (event, verb, input) => {
        const reply = await answer(event, verb, input);
        if (verbs.includes(verb)) await released;
        return reply;
      });
      return { release };
    },
    held as readonly string[],
  );
  return () => door.evaluate(({ release }) => release());
}
