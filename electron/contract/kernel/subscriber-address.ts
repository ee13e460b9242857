/** Who is counted as one at a door that counts addresses. */

const MAPPED = /^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i;
const GROUPS = 8;
/** The half that a provider gives to one line; the other half each computer behind it chooses as it likes (RFC 4291 2.5.4, RFC 6177). */
const GROUPS_OF_A_LINE = 4;

/**
 * The address of IPv4, an IPv6 one that only stands for it too; of IPv6 the line's part, as a line has more addresses than anybody could
 * count. What is no address stays as it is.
 */
export function subscriberAddress(address: string): string {
  const [plain = ''] = address.replace(MAPPED, '').split('%');
  if (!plain.includes(':')) return plain;
  const [before = '', after] = plain.toLowerCase().split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [front, back] = [groups(before), groups(after ?? '')];
  const left = after === undefined ? 0 : Math.max(0, GROUPS - front.length - back.length);
  const all = [...front, ...Array<string>(left).fill('0'), ...back];
  return `${all
    .slice(0, GROUPS_OF_A_LINE)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
