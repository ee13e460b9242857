/** A loss report in the JSON of the command line (docs/formats.md 7): times with the office's offset from UTC. */
import { localTime, type BusinessDate, type Instant } from '../../../contract/kernel/dates.ts';
import type { LossView } from '../../../contract/loss/loss-views.ts';

const MILLISECONDS_A_MINUTE = 60_000;

export function lossJson(view: LossView, timeZone: string) {
  const { number, status, object, kind, channel, cardMasked, newCardMasked, feeFen, secondReference } = view;
  return {
    number,
    status,
    object,
    kind,
    channel,
    reportedAt: zonedTime(view.reportedAt, timeZone),
    missedSince: view.missedSince === null ? null : zonedTime(view.missedSince, timeZone),
    lostFrom: view.lostFrom === null ? null : zonedTime(view.lostFrom, timeZone),
    lapsesAt: view.lapsesOn === null ? null : endOfDay(view.lapsesOn, timeZone),
    reissueFrom: view.reissueFrom,
    renewFrom: view.renewFrom,
    card: cardMasked,
    newCard: newCardMasked,
    feeFen,
    secondReference,
    timeline: view.timeline.map((step) => ({ ...step, at: zonedTime(step.at, timeZone) })),
  };
}

/** As the rule has it: 24:00 of the last day, which ISO 8601 writes so. */
function endOfDay(day: BusinessDate, timeZone: string): string {
  return `${day}T24:00:00${offset(`${day} 23:59:59`, timeZone)}`;
}

/** `2024-02-05 09:30:00` → `2024-02-05T09:30:00+08:00`. */
function zonedTime(local: string, timeZone: string): string {
  return `${local.replace(' ', 'T')}${offset(local, timeZone)}`;
}

/** The zone's offset at a local time. */
function offset(local: string, timeZone: string): string {
  const wanted = asUtc(local);
  const guess = wanted - (asUtc(localTime(wanted as Instant, timeZone)) - wanted);
  const minutes = Math.round((asUtc(localTime(guess as Instant, timeZone)) - guess) / MILLISECONDS_A_MINUTE);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

function asUtc(local: string): number {
  return Date.parse(`${local.replace(' ', 'T')}Z`);
}
