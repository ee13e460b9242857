/** The authenticators of the people, and what they have signed: an answer can be sent once more. */
import { SoftPasskey } from '../../offices/soft-passkey.ts';
import type { Proof } from './acts.ts';

export const HERE = { origin: 'https://cards.bank.example', site: 'cards.bank.example' };

interface AnsweredChallenge {
  readonly challengeId: string;
  readonly answer: string;
}
type Signing = Extract<Proof, { readonly kind: 'passkey' }>;

export class HeldPasskeys {
  readonly #passkeys = new Map<string, SoftPasskey>();
  readonly #registered = new Map<string, Promise<AnsweredChallenge>>();
  readonly #signed = new Map<string, { readonly proof: Signing; readonly answered: Promise<AnsweredChallenge> }>();

  /** All that was signed, oldest first. */
  get signed(): readonly Signing[] {
    return [...this.#signed.values()].map(({ proof }) => proof);
  }

  /** @param key of the act that it is registered in. */
  registers(name: string, key: string, challenge: () => Promise<string>): Promise<AnsweredChallenge> {
    const before = this.#registered.get(key);
    if (before !== undefined) return before;
    const answered = challenge().then((challengeId) => {
      const passkey = this.#named(name);
      passkey.uses = 0;
      return { challengeId, answer: passkey.registers({ challengeId, ...HERE }) };
    });
    this.#registered.set(key, answered);
    return answered;
  }

  signs(proof: Signing, challenge: () => Promise<string>): Promise<AnsweredChallenge> {
    const before = this.#signed.get(proof.signing);
    if (before !== undefined) return before.answered;
    const answered = challenge().then((challengeId) => {
      const passkey = this.#named(proof.passkey);
      passkey.uses = proof.uses - 1;
      return { challengeId, answer: passkey.signs({ challengeId, ...HERE }) };
    });
    this.#signed.set(proof.signing, { proof, answered });
    return answered;
  }

  #named(name: string): SoftPasskey {
    const passkey = this.#passkeys.get(name) ?? new SoftPasskey();
    this.#passkeys.set(name, passkey);
    return passkey;
  }
}
