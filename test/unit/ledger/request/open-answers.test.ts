/** An answer file arrives as it was made, whatever its pieces, and also when pieces are asked for again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inPieces, OpenAnswers, type AnswerPiece } from '../../../../electron/ledger/request/open-answers.ts';

async function* of(parts: readonly string[]): AsyncGenerator<string> {
  yield* parts;
}

const utf8 = (parts: readonly string[]): Buffer => Buffer.concat(parts.map((part) => Buffer.from(part)));

const texts = fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 12 });
const sizes = fc.integer({ min: 1, max: 30 });

test('the pieces make up the text, each of the size but the last, which alone says that it is', async () => {
  await fc.assert(
    fc.asyncProperty(texts, sizes, async (parts, bytes) => {
      const pieces: AnswerPiece[] = [];
      for await (const each of inPieces(of(parts), bytes)) pieces.push(each);
      expect(Buffer.concat(pieces.map(({ piece }) => piece))).toEqual(utf8(parts));
      expect(pieces.map(({ isLast }) => isLast)).toEqual(pieces.map((_, at) => at === pieces.length - 1));
      for (const { piece } of pieces.slice(0, -1)) expect(piece.length).toBe(bytes);
      expect(pieces.at(-1)!.piece.length).toBeLessThanOrEqual(bytes);
    }),
  );
});

test('a piece that did not arrive is given again; any other that is not the next is not', async () => {
  await fc.assert(
    fc.asyncProperty(texts, sizes, fc.array(fc.nat({ max: 3 }), { maxLength: 40 }), async (parts, bytes, again) => {
      const answers = new OpenAnswers();
      const id = answers.open('a', { pieces: inPieces(of(parts), bytes) });
      const got: Uint8Array[] = [];
      let offset = 0;
      for (let isLast = false, nth = 0; !isLast; nth += 1) {
        const next = await answers.piece('a', id, offset);
        for (let time = 0; time < (again[nth] ?? 0); time += 1)
          expect(await answers.piece('a', id, offset)).toEqual(next);
        expect(await answers.piece('a', id, offset + next!.piece.length + 1)).toBeNull();
        expect(await answers.piece('b', id, offset)).toBeNull();
        got.push(next!.piece);
        ({ isLast } = next!);
        offset += next!.piece.length;
      }
      expect(Buffer.concat(got)).toEqual(utf8(parts));
    }),
  );
});

test('what is asked at once is made once', async () => {
  const answers = new OpenAnswers();
  const id = answers.open('a', { pieces: inPieces(of(['abcdef']), 4) });
  const both = await Promise.all([answers.piece('a', id, 0), answers.piece('a', id, 0)]);
  expect(both.map((each) => Buffer.from(each!.piece).toString())).toEqual(['abcd', 'abcd']);
  expect(await answers.piece('a', id, 4)).toMatchObject({ isLast: true, piece: { length: 2 } });
});

/** An answer that says when it is let go of. */
async function* noted(closed: string[], name: string): AsyncGenerator<AnswerPiece, undefined> {
  try {
    for (;;) yield { piece: new Uint8Array(1), isLast: false };
  } finally {
    closed.push(name);
  }
}

test('a session has one open, and of many sessions the oldest is let go of', async () => {
  const answers = new OpenAnswers();
  const closed: string[] = [];
  const begin = async (session: string) => {
    const id = answers.open(session, { pieces: noted(closed, session) });
    expect(await answers.piece(session, id, 0)).not.toBeNull();
    return id;
  };
  const first = await begin('session 1');
  await begin('session 1');
  expect(closed).toEqual(['session 1']);
  expect(await answers.piece('session 1', first, 0)).toBeNull();
  for (let nth = 2; nth <= 33; nth += 1) await begin(`session ${nth}`);
  expect(closed).toEqual(['session 1', 'session 1']);
  answers.closeAll();
  await Promise.resolve();
  expect(closed).toHaveLength(34);
});

test('an answer that cannot be made any further is closed', async () => {
  const answers = new OpenAnswers();
  async function* broken(): AsyncGenerator<string> {
    yield 'abcdef';
    throw new Error('damaged');
  }
  const id = answers.open('a', { pieces: inPieces(broken(), 4) });
  expect(await answers.piece('a', id, 0)).not.toBeNull();
  await expect(answers.piece('a', id, 4)).rejects.toThrow('damaged');
  expect(await answers.piece('a', id, 0)).toBeNull();
});
