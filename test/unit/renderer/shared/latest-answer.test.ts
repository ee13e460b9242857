/** Of many questions asked while typing only the last is answered on the screen. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LatestAnswer, latestAnswer } from '../../../../renderer/shared/latest-answer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Sent {
  readonly question: string;
  readonly answer: (text: string) => void;
}

function setUp(): { sent: Sent[]; delivered: string[]; asking: LatestAnswer<string> } {
  const sent: Sent[] = [];
  const delivered: string[] = [];
  const asking = latestAnswer(
    100,
    (question: string) => new Promise<string>((answer) => sent.push({ question, answer })),
    (answer) => delivered.push(answer),
  );
  return { sent, delivered, asking };
}

test('a pause is waited for, so that fast typing asks once', async () => {
  const { sent, asking } = setUp();
  asking.ask('1');
  await vi.advanceTimersByTimeAsync(60);
  asking.ask('12');
  await vi.advanceTimersByTimeAsync(100);
  expect(sent.map(({ question }) => question)).toEqual(['12']);
});

test('an answer that was overtaken is dropped, even when it comes last', async () => {
  const { sent, delivered, asking } = setUp();
  asking.ask('old');
  await vi.advanceTimersByTimeAsync(100);
  asking.ask('new');
  await vi.advanceTimersByTimeAsync(100);
  sent[1]?.answer('new answer');
  await vi.advanceTimersByTimeAsync(0);
  sent[0]?.answer('old answer');
  await vi.advanceTimersByTimeAsync(0);
  expect(delivered).toEqual(['new answer']);
});

test('an answer to a dropped question is not delivered', async () => {
  const { sent, delivered, asking } = setUp();
  asking.ask('gone');
  await vi.advanceTimersByTimeAsync(100);
  asking.drop();
  sent[0]?.answer('answer');
  await vi.advanceTimersByTimeAsync(0);
  expect(delivered).toEqual([]);
});
