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
  readonly ended: () => void;
}

/** What an answer is made of, and what there is to do once it is let go of. */
interface MadeAnswer {
  readonly pieces: AsyncGenerator<AnswerPiece, undefined>;
  readonly ended?: () => void;
}

/** Answers that are open at once; the oldest is closed. */
const OPEN_AT_ONCE = 32;

export class OpenAnswers {
  /** By their owner, a session's hash or what else asks: each has one open. */
  readonly #open = new Map<string, OpenAnswer>();

  /** Closes what the owner had open. Answers the id by which the pieces are asked for. */
  open(owner: string, { pieces, ended = nothingElse }: MadeAnswer, id: string = randomUUID()): string {
    this.close(owner);
    this.#open.set(owner, { id, pieces, given: null, turn: Promise.resolve(), ended });
    const [oldest] = this.#open.keys();
    if (this.#open.size > OPEN_AT_ONCE && oldest !== undefined) this.close(oldest);
    return id;
  }

  /**
   * The piece that begins at `offset`: the next one, or once more the one before. Null for another offset, and where the
   * owner has no such answer open. What its making throws closes it.
   */
  async piece(owner: string, id: string, offset: number): Promise<AnswerPiece | null> {
    const answer = this.#open.get(owner);
    if (answer?.id !== id) return null;
    const mine = answer.turn.then(() => pieceAt(answer, offset));
    answer.turn = mine.then(over, over);
    try {
      return await mine;
    } catch (error) {
      if (this.#open.get(owner) === answer) this.close(owner);
      throw error;
    }
  }

  closeAll(): void {
    for (const owner of [...this.#open.keys()]) this.close(owner);
  }

  /** A piece that is being made is finished first; its file is let go of after it. */
  close(owner: string): void {
    const answer = this.#open.get(owner);
    this.#open.delete(owner);
    if (answer !== undefined) void answer.pieces.return(undefined).finally(answer.ended);
  }
}

function nothingElse(): void {
  // Its pieces let go of what they hold.
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
export async function* inPieces(
  text: AsyncIterable<string> | Iterable<string>,
  bytes: number,
): AsyncGenerator<AnswerPiece, undefined> {
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
