/** A second person in place or from the queue, held against the whole command in its own transaction (docs/rules.md 5). */
import { RefusalError } from '../../contract/kernel/errors.ts';
import type { Clerk } from '../../contract/office/office-views.ts';
import type { Reading, Writing } from '../books/books.ts';
import { requireSession, type Scope } from '../request/scope.ts';
import type { AskedOfSecond, SecondOfCommand } from '../request/second-of-command.ts';
import { useRequest } from './approval-request-rows.ts';
import { insertDecision } from './approval-rows.ts';
import { approverOf } from './second-person.ts';

/** What is known of the second person before the transaction begins; null where none was named. */
export type SecondProof =
  { readonly inPlace: Clerk; readonly seen: string | undefined } | { readonly requestId: string } | null;

/** Whether one is asked: yes, not for this input, or as the use case rules in its transaction. */
type Rule = 'asked' | 'spared' | 'ruled';

/** What the present transaction has come to: nothing is said yet, none is needed, or somebody has said yes. */
type Settled = 'open' | 'spared' | { readonly by: string };

export class SecondAsked implements SecondOfCommand {
  readonly #scope: Scope;
  readonly #rule: Rule;
  readonly #proof: SecondProof;
  #settled: Settled = 'open';

  constructor(scope: Scope, rule: Rule, proof: SecondProof) {
    this.#scope = scope;
    this.#rule = rule;
    this.#proof = proof;
    this.begin();
  }

  get isAsked(): boolean {
    return this.#rule !== 'spared';
  }

  get settled(): Settled {
    return this.#settled;
  }

  /** Each transaction asks for itself: what another one settled may have been undone. */
  begin(): void {
    this.#settled = this.isAsked ? 'open' : 'spared';
  }

  async foreseen(describe: () => Promise<(reading: Reading) => Promise<AskedOfSecond>>): Promise<string> {
    const proof = this.#given();
    if ('inPlace' in proof) return proof.inPlace.code;
    const matter = await describe();
    return this.#scope.books.read(async (reading) =>
      approverOf(reading, this.#scope, proof.requestId, await matter(reading)),
    );
  }

  async approver(writing: Writing, matter: AskedOfSecond): Promise<string> {
    const proof = this.#given();
    const approver =
      'inPlace' in proof
        ? await this.#inPlace(writing, proof, matter)
        : await this.#fromQueue(writing, proof.requestId, matter);
    this.#settled = { by: approver };
    return approver;
  }

  spare(): null {
    if (this.#rule !== 'ruled') throw new Error(`${this.#scope.verb} rules on no second person`);
    this.#settled = 'spared';
    return null;
  }

  #given(): NonNullable<SecondProof> {
    if (!this.isAsked) throw new Error(`${this.#scope.verb} asks for no second person with this input`);
    if (this.#proof === null) throw new RefusalError('SECOND_PERSON_REQUIRED');
    return this.#proof;
  }

  /** Throws RefusalError APPROVAL_OTHER where the second person in place was shown something else than this. */
  async #inPlace(
    writing: Writing,
    { inPlace, seen }: Extract<NonNullable<SecondProof>, { readonly inPlace: Clerk }>,
    { verb, subject, binding }: AskedOfSecond,
  ): Promise<string> {
    if (seen !== undefined && seen !== binding) throw new RefusalError('APPROVAL_OTHER');
    const request = { verb, subject, requestedBy: requireSession(this.#scope).clerk.code, requestedAt: writing.at };
    await insertDecision(writing, { ...request, decidedBy: inPlace.code, outcome: 'approved', reason: null });
    return inPlace.code;
  }

  async #fromQueue(writing: Writing, requestId: string, matter: AskedOfSecond): Promise<string> {
    const decidedBy = await approverOf(writing, this.#scope, requestId, matter);
    await useRequest(writing, requestId);
    return decidedBy;
  }
}
