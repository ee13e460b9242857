/** A file of the department handed in, run, and given up again: what it came to, with every refused line. */
import { handIn, piecesOf, valuesOf } from '../given-pieces.ts';
import { withEnd } from '../acting-clerk.ts';
import { ask, askFor, type OpenedOffice } from '../opened-office.ts';
import { PackedLines, type Refused } from '../../month-end/packed-lines.ts';
import type { z } from 'zod';

interface Handing {
  readonly office: OpenedOffice;
  readonly token: string | null;
  readonly path: string;
}

/** The file in the hands of the office. */
interface HandedIn {
  readonly intakeId: string;
  /** Every refused line, in file order. */
  readonly refused: <Line extends Refused>(schema: z.ZodType<Line>) => Promise<PackedLines<Line>>;
  readonly answer: () => AsyncGenerator<Uint8Array>;
}

export async function withHandedIn<T>(
  { office, token, path }: Handing,
  run: (file: HandedIn) => Promise<T>,
): Promise<T> {
  const intakeId = await handIn(office, token, path);
  const given = (of: 'refused' | 'answer'): AsyncGenerator<Uint8Array> =>
    piecesOf((offset) => askFor(office, 'batchFile.piece', { intakeId, of, offset }, token));
  const refused: HandedIn['refused'] = async <Line extends Refused>(schema: z.ZodType<Line>) => {
    const lines = new PackedLines<Line>();
    for await (const value of valuesOf(given('refused'))) lines.push(schema.parse(value));
    return lines;
  };
  const work = (): Promise<T> => run({ intakeId, refused, answer: () => given('answer') });
  return withEnd(work, async () => {
    await ask(office, 'intake.discard', { intakeId }, token);
  });
}
