/**
 * Answer files on their way to a counter, in memory alone: the session that asked takes one piece after the other, and each is
 * made when it is asked for. A piece that did not arrive is given once more.
 */
import { randomUUID } from 'node:crypto';

export interface AnswerPiece {
  readonly piece: Uint8Array;
  readonly isLast: boolean;
}

interface OpenAnswer {
  readonly id: string;
  readonly pieces: AsyncGenerator<AnswerPiece, undefined>;
  /** The piece given last, and where it began. */
  given: (AnswerPiece & { readonly offset: number }) | null;
  /** What is asked at once is answered one by one. */
  turn: Promise<unknown>;
}

/** Sessions whose answers are open; the oldest is closed. */
const OPEN_AT_ONCE = 16;

export class OpenAnswers {
  /** By the session's hash: each has one open. */
  readonly #open = new Map<string, OpenAnswer>();

  /** Closes what the session had open. Answers the id by which the pieces are asked for. */
  open(sessionHash: string, pieces: AsyncGenerator<AnswerPiece, undefined>): string {
    this.#close(sessionHash);
    const id = randomUUID();
    this.#open.set(sessionHash, { id, pieces, given: null, turn: Promise.resolve() });
    const [oldest] = this.#open.keys();
    if (this.#open.size > OPEN_AT_ONCE && oldest !== undefined) this.#close(oldest);
    return id;
  }

  /**
   * The piece that begins at `offset`: the next one, or once more the one before. Null for another offset, and where the
   * session has no such answer open. What its making throws closes it.
   */
  async piece(sessionHash: string, id: string, offset: number): Promise<AnswerPiece | null> {
    const answer = this.#open.get(sessionHash);
    if (answer?.id !== id) return null;
    const mine = answer.turn.then(() => pieceAt(answer, offset));
    answer.turn = mine.then(over, over);
    try {
      return await mine;
    } catch (error) {
      if (this.#open.get(sessionHash) === answer) this.#close(sessionHash);
      throw error;
    }
  }

  closeAll(): void {
    for (const sessionHash of [...this.#open.keys()]) this.#close(sessionHash);
  }

  /** A piece that is being made is finished first; its file is let go of after it. */
  #close(sessionHash: string): void {
    const answer = this.#open.get(sessionHash);
    this.#open.delete(sessionHash);
    void answer?.pieces.return(undefined);
  }
}

async function pieceAt(answer: OpenAnswer, offset: number): Promise<AnswerPiece | null> {
  const { given } = answer;
  if (given?.offset === offset) return { piece: given.piece, isLast: given.isLast };
  const next = given === null ? 0 : given.offset + given.piece.length;
  if (offset !== next || given?.isLast === true) return null;
  const made = await answer.pieces.next();
  if (made.done === true) return null;
  answer.given = { ...made.value, offset };
  return made.value;
}

/** The text in pieces of `bytes` bytes of UTF-8; only the last is shorter. */
export async function* inPieces(text: AsyncIterable<string>, bytes: number): AsyncGenerator<AnswerPiece, undefined> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const part of text) {
    const next = Buffer.from(part);
    waiting.push(next);
    size += next.length;
    while (size > bytes) {
      const all = Buffer.concat(waiting);
      yield { piece: new Uint8Array(all.subarray(0, bytes)), isLast: false };
      waiting = [all.subarray(bytes)];
      size = all.length - bytes;
    }
  }
  yield { piece: new Uint8Array(Buffer.concat(waiting)), isLast: true };
  return undefined;
}

function over(): null {
  return null;
}
