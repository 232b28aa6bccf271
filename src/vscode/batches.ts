/**
 * One run after another: what is asked for while one is under way waits for the next, which takes all of it at once.
 * Each caller gets its run's answer, or its error.
 */
export function inBatches<T, R>(run: (asked: readonly T[]) => Promise<R>): (one: T) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting: { readonly asked: T[]; readonly answer: Promise<R> } | undefined;

  return (one) => {
    if (waiting) {
      waiting.asked.push(one);
      return waiting.answer;
    }
    const asked = [one];
    const answer = last.then(() => {
      waiting = undefined;
      return run(asked);
    });
    waiting = { asked, answer };
    last = answer.catch(() => undefined);
    return answer;
  };
}
