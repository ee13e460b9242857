/** The four digits of a clerk's code, as strictly as the contract takes them, wherever one is typed. */
import { clerkCode } from '../../electron/contract/kernel/verb-definition.ts';

export function isClerkCode(typed: string): boolean {
  return clerkCode.safeParse(typed.trim()).success;
}

/** What is typed is there and is none: said when the clerk wants to leave the field, which keeps what is typed whole. */
export function isWrongClerkCode(typed: string): boolean {
  return typed.trim() !== '' && !isClerkCode(typed);
}
