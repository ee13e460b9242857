/** The digits of a fingerprint as people compare them. */
export function fingerprintGroups(digits: string): string {
  return digits.match(/.{4}/g)?.join(' ') ?? '';
}
