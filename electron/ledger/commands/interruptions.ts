/** Ctrl+C while a server works for this command: the first one asks it to stop, the second one ends the command. */

/** By convention 128 and the number of SIGINT. */
const INTERRUPTED = 130;

/** @returns how to stop listening. */
export function interruptions(cancel: () => void): () => void {
  let isAsked = false;
  const interrupt = (): void => {
    if (isAsked) process.exit(INTERRUPTED);
    isAsked = true;
    cancel();
  };
  process.on('SIGINT', interrupt);
  return () => void process.off('SIGINT', interrupt);
}
