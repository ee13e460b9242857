/** Describes any command that takes a second person, before it is sent. A command without a description does not compile. */
import { RefusalError } from '../../contract/kernel/errors.ts';
import { inputFault } from '../../contract/messages/input-fault.ts';
import { verbs, type Input } from '../../contract/verbs.ts';
import type { ApprovalVerb } from '../../contract/kernel/vocabulary.ts';
import type { Reading } from '../books/books.ts';
import type { AskedOfSecond } from '../request/second-of-command.ts';
import {
  cancelAsked,
  correctionAsked,
  reissueAsked,
  renewalAsked,
  reportAsked,
  takeBackAsked,
} from '../loss/loss-asked.ts';
import { figuresNow, fileAsked, requireFile, type ReceivedFile } from '../month-end/received-files.ts';
import { closingAsked } from '../holder/account-closing.ts';
import { entryCorrectionAsked } from '../holder/entry-correction.ts';
import { correctionAsked as holderCorrectionAsked } from '../holder/holder-changes.ts';
import type { Scope } from '../request/scope.ts';
import type { VisitRow } from '../request/visit/visit-rows.ts';

type Described = Pick<Input<'approval.preview'>, 'verb' | 'input'>;
type Describe = (reading: Reading) => Promise<AskedOfSecond>;

/** Fills the place of the later command's own id: the operation id is not part of what is approved. */
const NO_OPERATION = '00000000-0000-4000-8000-000000000000';

/** The command by its own schema. Throws RefusalError INPUT_INVALID for one that the verb does not take. */
function command<V extends ApprovalVerb>(verb: V, { input }: Described): Input<V> {
  const whole = { ...input, operationId: NO_OPERATION, second: null };
  const read = verbs[verb].input.safeParse(whole);
  if (!read.success) throw new RefusalError('INPUT_INVALID', inputFault(read.error, whole));
  return read.data as Input<V>;
}

/** The visit of the command asked about, which its schema takes for granted and the dispatcher has proven. */
function visitOf({ visit }: Scope): VisitRow {
  if (visit === null) throw new Error('a command in a visit without one');
  return visit;
}

interface FileOfCommand {
  /** The asker's own, unless it is said. */
  readonly fileOf?: (scope: Scope, intakeId: string) => ReceivedFile;
  /** By which its check tells how far it is and is cancelled; null for neither. */
  readonly operationId: string | null;
}

/**
 * A file whose last check the books may contradict by now is checked again first, which may take long; the rest is read from the
 * books in the transaction of the request.
 */
export async function describeCommand(
  scope: Scope,
  asked: Described,
  { fileOf = requireFile, operationId }: FileOfCommand,
): Promise<Describe> {
  const { verb } = asked;
  switch (verb) {
    case 'loss.report': {
      const input = command(verb, asked);
      return (reading) => reportAsked(reading, scope, visitOf(scope), input);
    }
    case 'loss.cancel': {
      const input = command(verb, asked);
      return (reading) => cancelAsked(reading, scope, visitOf(scope), input);
    }
    case 'loss.reissue': {
      const input = command(verb, asked);
      return (reading) => reissueAsked(reading, scope, visitOf(scope), input);
    }
    case 'loss.takeBack': {
      const input = command(verb, asked);
      return (reading) => takeBackAsked(reading, scope, scope.visit, input);
    }
    case 'loss.correctReference': {
      const input = command(verb, asked);
      return (reading) => correctionAsked(reading, scope, scope.visit, input);
    }
    case 'customer.beginTask': {
      const input = command(verb, asked);
      return (reading) => renewalAsked(reading, scope, visitOf(scope), input);
    }
    case 'holder.correct': {
      const input = command(verb, asked);
      return (reading) => holderCorrectionAsked(reading, scope, visitOf(scope), input);
    }
    case 'holder.close': {
      const input = command(verb, asked);
      return (reading) => closingAsked(reading, scope, visitOf(scope), input);
    }
    case 'entry.correct': {
      const input = command(verb, asked);
      return (reading) => entryCorrectionAsked(reading, scope, visitOf(scope), input);
    }
    case 'file.post': {
      const input = command(verb, asked);
      const figures = await figuresNow(scope, fileOf(scope, input.intakeId), operationId);
      return (reading) => fileAsked(reading, scope, fileOf(scope, input.intakeId), figures);
    }
  }
}
