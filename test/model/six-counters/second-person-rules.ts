/** Who may say yes beside the clerk, and whether what was said from the queue may be used. */
import { clerkOf, isClerkOnly, type RequestState, type SessionState, type World } from './office-world.ts';

/** Why the one who types a password beside the clerk may not say yes. */
export function secondFault(world: World, session: SessionState, clerk: string): string | null {
  if (clerk === session.clerk) return 'SECOND_PERSON_SAME';
  if (clerkOf(world, clerk).locked) return 'SECOND_PERSON_LOCKED';
  return isClerkOnly(clerk) ? 'SECOND_PERSON_ROLE' : null;
}

/** Uses a request up that is for the very matter, or says why it cannot be. */
export function used(request: RequestState): string | null {
  if (request.state === 'approved') {
    request.state = 'used';
    return null;
  }
  return `APPROVAL_${request.state.toUpperCase()}`;
}
