/** The words of the field that commands, files, screens and books share. */
import { z } from 'zod';
import { ROLES } from './roles.ts';

export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** Why a clerk's new password is refused (docs/rules.md 5). */
export type WeakPassword = 'password-short' | 'password-trivial' | 'password-reused';

/**
 * What an office takes for now: the calendar and the wall clock, or the day its books stand at
 * (docs/rules.md 3, 'Whose days').
 */
export const livesBySchema = z.enum(['calendar', 'books']);
export type LivesBy = z.infer<typeof livesBySchema>;

/** What an entry in a holder's account can be. Cash and transfer are not among them (docs/rules.md 1). */
export const entryKindSchema = z.enum(['allocation', 'consumption', 'void', 'refund', 'interest', 'correction']);
export type EntryKind = z.infer<typeof entryKindSchema>;

/** Outcome of the network check of the ID card (联网核查, docs/rules.md 2). */
export const networkCheckSchema = z.enum(['match-photo', 'match-no-photo', 'name-differs', 'number-unknown']);
export type NetworkCheck = z.infer<typeof networkCheckSchema>;

/** Outpatient 门诊, pharmacy 药店, inpatient 住院. */
export const careCategorySchema = z.enum(['outpatient', 'pharmacy', 'inpatient']);
export type CareCategory = z.infer<typeof careCategorySchema>;

export const institutionTypeSchema = z.enum(['hospital', 'pharmacy']);
export type InstitutionType = z.infer<typeof institutionTypeSchema>;

/**
 * Why a whole allocation file is refused, first that applies (docs/formats.md 3). The last is the only one that no
 * standard has.
 */
export const ALLOCATION_FILE_REASONS = ['FF01', 'DU01', 'AM18', 'AM10', 'NO_GOOD_LINE'] as const;
/** Why one allocation line is refused, first that applies (docs/formats.md 3). */
export const ALLOCATION_LINE_REASONS = ['AM09', 'AM01', 'AM02', 'AM05', 'AC01', 'AC04', 'BE01'] as const;
/** Why a whole settlement file is refused, first that applies (docs/formats.md 4). */
export const SETTLEMENT_FILE_REASONS = [
  'FORMAT',
  'FILE_DUPLICATE',
  'COUNT_WRONG',
  'TOTAL_WRONG',
  'NO_GOOD_LINE',
] as const;
/** Why one settlement line is refused, first that applies (docs/formats.md 4). */
export const SETTLEMENT_LINE_REASONS = [
  'AMOUNT_INVALID',
  'DUPLICATE',
  'CARD_UNKNOWN',
  'INSTITUTION_NOT_DESIGNATED',
  'TERMINAL_UNKNOWN',
  'NO_ORIGINAL',
  'AMOUNT_MISMATCH',
  'CARD_ON_HOLD',
  'INSUFFICIENT_FUNDS',
] as const;

export const allocationReasonSchema = z.enum(ALLOCATION_LINE_REASONS);
export type AllocationReason = z.infer<typeof allocationReasonSchema>;
export const allocationFileReasonSchema = z.enum(ALLOCATION_FILE_REASONS);
export type AllocationFileReason = z.infer<typeof allocationFileReasonSchema>;
export const settlementReasonSchema = z.enum(SETTLEMENT_LINE_REASONS);
export type SettlementReason = z.infer<typeof settlementReasonSchema>;
export const settlementFileReasonSchema = z.enum(SETTLEMENT_FILE_REASONS);
export type SettlementFileReason = z.infer<typeof settlementFileReasonSchema>;

export const fileKindSchema = z.enum(['allocation', 'settlement', 'register', 'institutions']);
export type FileKind = z.infer<typeof fileKindSchema>;

export const documentFormatSchema = z.enum(['pdf', 'csv', 'camt053', 'json']);
export type DocumentFormat = z.infer<typeof documentFormatSchema>;

/** What is lost (docs/rules.md 3); `both` is one report with two objects. */
export const lossObjectSchema = z.enum(['card', 'password', 'both']);
export type LossObject = z.infer<typeof lossObjectSchema>;

/** Oral 口头挂失 lapses; formal 书面挂失 stands until the card is found or replaced. */
export const lossKindSchema = z.enum(['oral', 'formal']);
export type LossKind = z.infer<typeof lossKindSchema>;

export const lossChannelSchema = z.enum(['counter', 'telephone', 'online']);
export type LossChannel = z.infer<typeof lossChannelSchema>;

/**
 * Where a report stands as a whole: `reported` (oral, its clock runs), `waiting` (formal, or a PIN not yet renewed),
 * else how it ended.
 */
export const lossStatusSchema = z.enum([
  'reported',
  'waiting',
  'lapsed',
  'superseded',
  'cancelled',
  'reissued',
  'renewed',
  'taken-back',
]);
export type LossStatus = z.infer<typeof lossStatusSchema>;

export const cardLossStateSchema = z.enum([
  'oral',
  'formal',
  'lapsed',
  'superseded',
  'cancelled',
  'reissued',
  'taken-back',
]);
export type CardLossState = z.infer<typeof cardLossStateSchema>;

export const pinLossStateSchema = z.enum(['void', 'renewed', 'taken-back']);
export type PinLossState = z.infer<typeof pinLossStateSchema>;

/** Steps of a report's timeline. */
export const lossEventSchema = z.enum([
  'reported',
  'confirmed',
  'password-void',
  'superseded',
  'lapsed',
  'cancelled',
  'reissued',
  'password-renewed',
  'reference-added',
  'reference-corrected',
  'taken-back',
  'reinstated',
]);
export type LossEventName = z.infer<typeof lossEventSchema>;

/** The class of a reissue's fee in the office's fee table (docs/rules.md 3). */
export const reissueFeeClassSchema = z.enum(['standard', 'reduced', 'exempt']);
export type ReissueFeeClass = z.infer<typeof reissueFeeClassSchema>;

/** A card's PIN: never set, set, locked by wrong tries, or void since it was reported lost (docs/rules.md 4). */
export const pinStateSchema = z.enum(['none', 'set', 'locked', 'void']);
export type PinState = z.infer<typeof pinStateSchema>;

/**
 * What the customer is asked for at their window. To be typed: their first PIN, another one, a new one after a loss,
 * proof, a telephone one. To be read and acknowledged: a loss report just made, or their new phone and address.
 */
export const pinTaskKindSchema = z.enum(['first', 'change', 'reset', 'prove', 'telephone', 'acknowledge', 'contact']);
export type PinTaskKind = z.infer<typeof pinTaskKindSchema>;

/** The rule a new PIN breaks; never its digits (docs/rules.md 4). */
export const weakPinSchema = z.enum([
  'FORM',
  'ALL_EQUAL',
  'ISSUER_DEFAULT',
  'RUN',
  'BIRTH_DATE',
  'ID_NUMBER',
  'PHONE',
  'CARD',
  'PREVIOUS',
  'SAME_AS_OTHER',
]);
export type WeakPin = z.infer<typeof weakPinSchema>;

/** What a second person can be asked for: every command that takes one in the queue or in place (docs/rules.md 5). */
export const approvalVerbSchema = z.enum([
  'loss.report',
  'loss.cancel',
  'loss.reissue',
  'loss.takeBack',
  'loss.correctReference',
  'customer.beginTask',
  'holder.correct',
  'holder.close',
  'entry.correct',
  'file.post',
]);
export type ApprovalVerb = z.infer<typeof approvalVerbSchema>;

export const approvalStateSchema = z.enum(['pending', 'approved', 'refused', 'expired', 'used']);
export type ApprovalState = z.infer<typeof approvalStateSchema>;

export const documentKindSchema = z.enum([
  'statement',
  'loss-form',
  'password-receipt',
  'reissue-receipt',
  'cancellation-receipt',
  'take-back-receipt',
  'contact-receipt',
  'identity-receipt',
  'closing-receipt',
  'correction-receipt',
]);
export type DocumentKind = z.infer<typeof documentKindSchema>;

/** Of a receipt: A4 with both copies, A5 across, or the 80 mm roll. A loss form is A4 alone. */
export const paperSchema = z.enum(['a4', 'a5', 'slip']);
export type Paper = z.infer<typeof paperSchema>;

export const languageSchema = z.enum(['zh-CN', 'en']);
export type Language = z.infer<typeof languageSchema>;
