/** The four digits of a clerk's code, as strictly as the contract takes them, wherever one is typed. */
import { CLERK_CODE_FORM } from '../../electron/contract/kernel/clerk-code.ts';

export function isClerkCode(typed: string): boolean {
  return CLERK_CODE_FORM.test(typed.trim());
}

/** What is typed is there and is none: said when the clerk wants to leave the field, which keeps what is typed whole. */
export function isWrongClerkCode(typed: string): boolean {
  return typed.trim() !== '' && !isClerkCode(typed);
}
