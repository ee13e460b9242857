/**
 * Asks while someone types or chooses: waits for a short pause, asks once, and delivers only the answer to the last
 * question, however the answers overtake each other.
 */
export interface LatestAnswer<Question> {
  ask(question: Question): void;
  /** Forgets a waiting question and any answer still on its way. */
  drop(): void;
}

export function latestAnswer<Question, Answer>(
  pauseMs: number,
  send: (question: Question) => Promise<Answer>,
  deliver: (answer: Answer, question: Question) => void,
): LatestAnswer<Question> {
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  async function carry(question: Question, mine: number): Promise<void> {
    const answer = await send(question);
    if (mine !== latest) return;
    deliver(answer, question);
  }

  return {
    ask(question) {
      const mine = ++latest;
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => void carry(question, mine), pauseMs);
    },
    drop() {
      latest += 1;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
