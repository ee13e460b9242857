/** Why a paper was not printed. What the printing system says of it stands in the log. */
export const PRINT_FAULTS = [
  'print-no-printer',
  'print-no-default',
  'print-printer-gone',
  'print-no-paper',
  'print-no-answer',
  'print-refused',
] as const;
export type PrintFault = (typeof PRINT_FAULTS)[number];
