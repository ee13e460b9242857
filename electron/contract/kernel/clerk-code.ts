/** What a clerk's code looks like: four digits, unique in the office. */
export const CLERK_CODE_FORM = /^\d{4}$/;
