/** When a question is asked repeatedly, an answer that arrives after a later one is ignored. */

/** Call what it gives as a question is asked; what that gives says, once the answer is there, whether it is news. */
export function answerOrder(): () => () => boolean {
  let asked = 0;
  let believed = 0;
  return () => {
    asked += 1;
    const mine = asked;
    return () => {
      if (mine < believed) return false;
      believed = mine;
      return true;
    };
  };
}
