/** Text and elements of the ISO 20022 messages. */

/** What XML 1.0 cannot hold at all, even escaped: most control characters, lone surrogates, U+FFFE and U+FFFF. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** The text ready to stand in an element; a character XML cannot hold becomes the replacement character U+FFFD. */
function xmlText(text: string): string {
  return text.replace(NOT_XML, '\uFFFD').replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? character);
}

/** `children` are whole elements. */
export function element(name: string, ...children: readonly string[]): string {
  return `<${name}>${children.join('')}</${name}>`;
}

export function textElement(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`;
}

/** The element, or nothing when there is no text: ISO 20022 knows no empty text. */
export function optionalText(name: string, text: string | null): string {
  return text === null || text === '' ? '' : textElement(name, text);
}

/** Cuts text to a schema's length in characters, never inside one; the last kept character shows the cut. */
export function shortened(text: string, length: number): string {
  const characters = Array.from(text);
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
