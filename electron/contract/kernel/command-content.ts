/**
 * What a command asks for, as text: two of one text are one command. What its second person was shown is no part of it, as the command
 * itself, once it has been done, changes what is shown to whoever gives it again.
 */
export function commandContent(input: unknown): string {
  return JSON.stringify(input, (key, value: unknown) => (key === 'seen' ? undefined : value));
}
