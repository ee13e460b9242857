/** What is hashed by argon2id, and what is said between the thread that wants a hash and the one that makes it. */
export interface Argon2Strength {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

export interface Argon2Work {
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly strength: Argon2Strength;
}

export interface Argon2Question extends Argon2Work {
  readonly id: number;
}

export interface Argon2Answer {
  readonly id: number;
  readonly hash: Uint8Array;
}

export const HASH_BYTES = 32;
