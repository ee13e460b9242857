/**
 * One call, from its answer to its end: what happens on the line goes through the menu, and what the menu has done is done here. The
 * digits are kept beside the menu and given to the ledger alone. A call that dies leaves no command half done, because each is one
 * transaction of the ledger, and its session is ended.
 */
import { randomUUID } from 'node:crypto';
import type { Language } from '../../contract/kernel/vocabulary.ts';
import type { Reply } from '../../contract/kernel/errors.ts';
import { telephoneVerbs, type TelephoneVerb } from '../../contract/telephone/telephone-verbs.ts';
import { KeyedDigits } from './keyed-digits.ts';
import type { Line, LineListener } from './lines/line.ts';
import { begun, next } from './menu/menu-rules.ts';
import type { Happening, Key, MenuAnswer, Moved, State, Step } from './menu/menu-state-rules.ts';
import { pieces } from './prompts/piece-rules.ts';

/** A request of this call; the session is the one its proof has opened, null before. */
export interface CallRequest {
  readonly verb: TelephoneVerb;
  readonly input: unknown;
  readonly sessionToken: string | null;
  readonly callerNumber: string | null;
}

export interface CallAnswer {
  readonly reply: Reply<unknown>;
  readonly session?: string | null;
}

export interface CallOptions {
  readonly ask: (request: CallRequest) => Promise<CallAnswer>;
  readonly language: Language;
  /** The exchange hands calls over to a person. */
  readonly hasPerson: boolean;
  /** Calls back once after so many milliseconds; answers what calls it off. */
  readonly wait: (ms: number, then: () => void) => () => void;
}

export class Call implements LineListener {
  /** The ledger knows that the call has ended. */
  readonly ended: Promise<null>;
  readonly #line: Line;
  readonly #options: CallOptions;
  readonly #keyed = new KeyedDigits();
  readonly #over = Promise.withResolvers<null>();
  #state: State;
  #session: string | null = null;
  /** Requests that the ledger has not answered. */
  #underWay = 0;
  #stopWaiting: () => void = nothing;
  /** Nothing is done on a line that is gone. */
  #isGone = false;

  constructor(line: Line, options: CallOptions) {
    this.#line = line;
    this.#options = options;
    this.ended = this.#over.promise;
    const { language, hasPerson } = options;
    const first = begun({ language, hasPerson });
    this.#state = first.state;
    this.#follow(first, null);
  }

  /** In which the caller is spoken to now. */
  get language(): Language {
    return this.#state.caller.language;
  }

  key(key: Key): void {
    this.#happen({ happens: 'key', key });
  }

  played(): void {
    this.#happen({ happens: 'played' });
  }

  gone(): void {
    this.#isGone = true;
    this.#happen({ happens: 'gone' });
  }

  #happen(happening: Happening): void {
    // Whatever was waited for, something else has happened, or this is it.
    this.#stopWaiting();
    this.#follow(next(this.#state, happening), happening.happens === 'key' ? happening.key : null);
    if (happening.happens === 'answer') this.#releaseHeld();
  }

  /** Keys that were struck ahead go where they were meant to go, as long as nothing is asked again. */
  #releaseHeld(): void {
    while (this.#state.at !== 'asking') {
      const key = this.#keyed.release();
      if (key === null) return;
      this.#happen({ happens: 'key', key });
    }
  }

  #follow({ state, steps }: Moved, key: Key | null): void {
    this.#state = state;
    for (const step of steps) this.#take(step, key);
  }

  #take(step: Step, key: Key | null): void {
    const keys = key === null ? [] : [key];
    if (step.do === 'play') this.#play(step.says);
    if (step.do === 'wait') this.#stopWaiting = this.#options.wait(step.ms, () => this.#happen({ happens: 'pause' }));
    if (step.do === 'keep') for (const each of keys) this.#keyed.keep(step.field, each);
    if (step.do === 'hold') for (const each of keys) this.#keyed.hold(each);
    if (step.do === 'clear') this.#keyed.clear(step.fields);
    if (step.do === 'drop') this.#keyed.drop();
    if (step.do === 'ask') void this.#ask(step);
    if (this.#isGone) return;
    if (step.do === 'stop') this.#line.stop();
    if (step.do === 'handOver') this.#line.handOver();
    if (step.do === 'hangUp') this.#line.hangUp();
  }

  #play(says: Extract<Step, { readonly do: 'play' }>['says']): void {
    if (this.#isGone) return;
    const { language } = this.#state.caller;
    this.#line.play(
      pieces(says, language, (field) => this.#keyed.text(field)),
      language,
    );
  }

  async #ask(step: Extract<Step, { readonly do: 'ask' }>): Promise<void> {
    const { verb } = step;
    const input = this.#input(step);
    const { reply, session } = await this.#asked(verb, input);
    for (const given of Object.values(input)) if (given instanceof Uint8Array) given.fill(0);
    if (this.#state.at !== 'over') this.#happen({ happens: 'answer', answer: readAnswer(verb, reply) });
    // A proof that was judged after the call had ended has opened what nobody would close.
    else if (typeof session === 'string') await this.#asked('telephone.hangUp', {}, session);
    if (this.#state.at === 'over' && this.#underWay === 0) this.#over.resolve(null);
  }

  async #asked(verb: TelephoneVerb, input: unknown, sessionToken = this.#session): Promise<CallAnswer> {
    const { callerNumber } = this.#line;
    this.#underWay += 1;
    try {
      const answer = await this.#options.ask({ verb, input, sessionToken, callerNumber });
      if (answer.session !== undefined) this.#session = answer.session;
      return answer;
    } finally {
      this.#underWay -= 1;
    }
  }

  #input(step: Extract<Step, { readonly do: 'ask' }>): Record<string, string | Uint8Array> {
    const operationId = randomUUID();
    const bytes = (field: Parameters<KeyedDigits['bytes']>[0]): Uint8Array => this.#keyed.bytes(field);
    const idNumber = (): string => this.#keyed.text('idNumber');
    switch (step.verb) {
      case 'telephone.prove':
        return { idNumber: idNumber(), password: bytes('password') };
      case 'telephone.report':
        return { operationId };
      case 'telephone.reportUnproven':
        return { operationId, idNumber: idNumber(), phone: this.#keyed.text('phone') };
      case 'telephone.changePin':
        return { old: bytes('old'), new: bytes('new'), repeated: bytes('repeated') };
      case 'telephone.sendNumber':
        return { number: step.number, language: this.#state.caller.language };
      case 'telephone.balance':
      case 'telephone.entries':
      case 'telephone.progress':
      case 'telephone.hangUp':
        return {};
    }
  }
}

function nothing(): void {
  // Nothing is waited for.
}

/** Proven by the schema of the verb's answer; the compiler cannot follow a verb through the table of them. */
function readAnswer(verb: TelephoneVerb, reply: Reply<unknown>): MenuAnswer {
  if (!reply.ok) return { verb, reply };
  const value = telephoneVerbs[verb].output.parse(reply.value);
  return { verb, reply: { ok: true, value } } as MenuAnswer;
}
