/** Texts of the page that do not fit where they stand, or stand in the wrong language. */

/** Everything that does not fit, a line each. */
export function textFaults(): string[] {
  return [...clippedTexts(), ...wrappedLabels(), ...sidewaysPlaces(), ...partsOverOthers()];
}

/** Each element whose own text is wider than the element, or lies beyond the window. */
function clippedTexts(): string[] {
  return allElements()
    .filter((element) => holdsText(element) && isDrawn(element))
    .filter((element) => isTooWide(element) || isBeyond(element) || isCutSelect(element))
    .map((element) => `${element.tagName}.${element.className}: ${element.textContent}`);
}

/**
 * The labels of buttons that take more than one line. A button that is itself a row of a list holds several texts, each
 * in an element of its own; each of them keeps to its line.
 */
function wrappedLabels(): string[] {
  return Array.from(document.querySelectorAll('button, [role="button"]'))
    .filter((button) => textsIn(button).some((text) => isBroken(text)))
    .map((button) => `${button.className}: ${button.textContent} takes two lines`);
}

function textsIn(element: Element): readonly Node[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts;
}

/** One below the other: the rectangles of one line overlap in height. */
function isBroken(text: Node): boolean {
  const line = document.createRange();
  line.selectNodeContents(text);
  const rectangles = Array.from(line.getClientRects());
  const lowestTop = Math.max(...rectangles.map(({ top }) => top));
  return lowestTop >= Math.min(...rectangles.map(({ bottom }) => bottom));
}

/** What would have to be scrolled sideways. */
function sidewaysPlaces(): string[] {
  return [document.body, ...allElements()]
    .filter((place) => place.scrollWidth > place.clientWidth + 1)
    .filter((place) => place === document.body || ['auto', 'scroll'].includes(getComputedStyle(place).overflowX))
    .map(({ tagName, className }) => `${tagName}.${className} scrolls sideways`);
}

/** Parts of one grid that lie over each other, such as a table that is wider than its column. */
function partsOverOthers(): string[] {
  return allElements()
    .filter((grid) => getComputedStyle(grid).display === 'grid')
    .flatMap((grid) => {
      const parts = Array.from(grid.children).filter((part) => isDrawn(part) && isInTheGrid(part));
      return parts.flatMap((part, index) => parts.slice(index + 1).filter((other) => isOver(part, other)));
    })
    .map(({ tagName, className }) => `${tagName}.${className} lies over its neighbour`);
}

function isInTheGrid(part: Element): boolean {
  return !['absolute', 'fixed'].includes(getComputedStyle(part).position);
}

function isOver(part: Element, other: Element): boolean {
  const [one, two] = [part.getBoundingClientRect(), other.getBoundingClientRect()];
  const width = Math.min(one.right, two.right) - Math.max(one.left, two.left);
  const height = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
  return width > 1 && height > 1;
}

/** Labels and headings that were left in Chinese; the heading of the customer's idle window is the office's name. */
export function chineseLabels(): string[] {
  return allElements()
    .filter((element) => element.matches('label, legend, th, dt, h1:not(.idle h1), h2, caption') && isDrawn(element))
    .map((element) => ownText(element))
    .filter((text) => /\p{Script=Han}/u.test(text));
}

/** The face draws this apostrophe as wide as a Chinese character. */
export function wideQuotes(): string[] {
  return allElements()
    .map((element) => ownText(element))
    .filter((text) => /[’“”]/.test(text));
}

function allElements(): Element[] {
  return Array.from(document.querySelectorAll('body *'));
}

function ownText(element: Element): string {
  return Array.from(element.childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : '')).join('');
}

function holdsText(element: Element): boolean {
  const isField = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
  return isField || ownText(element).trim() !== '';
}

function isDrawn(element: Element): boolean {
  return element.checkVisibility({ checkVisibilityCSS: true }) && element.closest('.only-read-aloud') === null;
}

function isTooWide(element: Element): boolean {
  if (element.clientWidth === 0 || element.scrollWidth <= element.clientWidth + 1) return false;
  return !(element instanceof HTMLInputElement && isSaidWhole(element.value));
}

/** What is typed may be longer than its field where the sentence about it says the whole. */
function isSaidWhole(value: string): boolean {
  return allElements().some((element) => isDrawn(element) && ownText(element).includes(value));
}

function isBeyond(element: Element): boolean {
  const { left, right } = element.getBoundingClientRect();
  return left < -1 || right > document.documentElement.clientWidth + 1;
}

/** A select cuts its text off without any measure of its own saying so; as wide as it likes it shows the whole. */
function isCutSelect(element: Element): boolean {
  if (!(element instanceof HTMLSelectElement)) return false;
  const whole = element.cloneNode(true) as HTMLSelectElement;
  whole.style.cssText = 'position: absolute; visibility: hidden; width: max-content; min-width: 0; max-width: none';
  element.after(whole);
  const isCut = element.offsetWidth < whole.offsetWidth - 1;
  whole.remove();
  return isCut;
}
