/** When a question is asked repeatedly, an answer that arrives after a later one is ignored. */

/** Call what it gives as a question is asked; what that gives says, once the answer is there, whether no later one has been taken. */
export function answerOrder(): () => () => boolean {
  let asked = 0;
  let taken = 0;
  return () => {
    asked += 1;
    const own = asked;
    return () => {
      if (own < taken) return false;
      taken = own;
      return true;
    };
  };
}
