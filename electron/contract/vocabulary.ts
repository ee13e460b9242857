/** The words of the field that commands, files, screens and books share. */
import { z } from 'zod';

export const roleSchema = z.enum(['clerk', 'supervisor', 'administrator']);
export type Role = z.infer<typeof roleSchema>;

/** What an entry in a holder's account can be. Cash and transfer are not among them (RULES.md 1). */
export const entryKindSchema = z.enum(['allocation', 'consumption', 'void', 'refund', 'interest', 'correction']);
export type EntryKind = z.infer<typeof entryKindSchema>;

/** Outcome of the network check of the ID card (联网核查, RULES.md 2). */
export const networkCheckSchema = z.enum(['match-photo', 'match-no-photo', 'name-differs', 'number-unknown']);
export type NetworkCheck = z.infer<typeof networkCheckSchema>;

/** Outpatient 门诊, pharmacy 药店, inpatient 住院. */
export const careCategorySchema = z.enum(['outpatient', 'pharmacy', 'inpatient']);
export type CareCategory = z.infer<typeof careCategorySchema>;

export const institutionTypeSchema = z.enum(['hospital', 'pharmacy']);
export type InstitutionType = z.infer<typeof institutionTypeSchema>;

/** Why a whole allocation file is refused, first that applies (FORMATS.md). */
export const ALLOCATION_FILE_REASONS = ['FF01', 'DU01', 'AM18', 'AM10'] as const;
/** Why one allocation line is refused, first that applies (FORMATS.md). */
export const ALLOCATION_LINE_REASONS = ['AM09', 'AM01', 'AM02', 'AM05', 'AC01', 'AC04', 'BE01'] as const;
/** Why a whole settlement file is refused, first that applies (FORMATS.md). */
export const SETTLEMENT_FILE_REASONS = ['FORMAT', 'FILE_DUPLICATE', 'COUNT_WRONG', 'TOTAL_WRONG'] as const;
/** Why one settlement line is refused, first that applies (FORMATS.md). */
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
