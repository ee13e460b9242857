/**
 * Watches a page from outside through Chromium's own debugging port, so that a program and an empty window are watched
 * the same way and neither knows of it.
 */
import { z } from 'zod';

const attached = z.object({
  method: z.literal('Target.attachedToTarget'),
  params: z.object({ sessionId: z.string(), targetInfo: z.object({ type: z.string() }) }),
});
const answered = z.object({
  id: z.number(),
  result: z.object({ exceptionDetails: z.unknown().optional() }).optional(),
});

export class PageDebugger {
  readonly #socket: WebSocket;
  readonly #page: Promise<string>;
  readonly #waiting = new Map<number, (worked: boolean) => void>();
  #asked = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    this.#page = new Promise((resolve) => {
      socket.addEventListener('message', ({ data }) => {
        const message: unknown = JSON.parse(String(data));
        const target = attached.safeParse(message);
        if (target.success && target.data.params.targetInfo.type === 'page') resolve(target.data.params.sessionId);
        const answer = answered.safeParse(message);
        if (answer.success) this.#settle(answer.data);
      });
    });
  }

  /** `address` as the browser says it on its standard error. */
  static async open(address: string): Promise<PageDebugger> {
    const socket = new WebSocket(address);
    const page = new PageDebugger(socket);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve());
      socket.addEventListener('error', () => reject(new Error(`no debugger at ${address}`)));
    });
    const params = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true };
    socket.send(JSON.stringify({ id: 0, method: 'Target.setAutoAttach', params }));
    return page;
  }

  /**
   * Resolves when the promise of `expression` does in the first page. A page that is replaced while it is asked is asked
   * again.
   */
  async when(expression: string): Promise<void> {
    const sessionId = await this.#page;
    for (;;) {
      if (await this.#evaluated(sessionId, expression)) return;
    }
  }

  close(): void {
    this.#socket.close();
  }

  #evaluated(sessionId: string, expression: string): Promise<boolean> {
    this.#asked += 1;
    const id = this.#asked;
    const params = { expression, awaitPromise: true, returnByValue: true };
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#socket.send(JSON.stringify({ id, sessionId, method: 'Runtime.evaluate', params }));
    });
  }

  /** An answer without a result is an error: the page went away before its promise was kept. */
  #settle({ id, result }: z.infer<typeof answered>): void {
    this.#waiting.get(id)?.(result !== undefined && result.exceptionDetails === undefined);
    this.#waiting.delete(id);
  }
}
