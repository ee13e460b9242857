/** A paper for the previews of the gallery: a PDF of drawn bars in the place of lines of text. */

/** A4, in points. */
const PAPER = { width: 595, height: 842, margin: 56 };
const LINE_POINTS = 18;

export function samplePaper(pages: number): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, page) => `${4 + page} 0 R`).join(' ')}] >>`,
    streamOf(barsOfPage()),
    ...Array.from({ length: pages }, () => pageObject()),
  ];
  return new TextEncoder().encode(assembled(objects));
}

function pageObject(): string {
  return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAPER.width} ${PAPER.height}] /Contents 3 0 R /Resources << >> >>`;
}

/** A title, then lines of different lengths. */
function barsOfPage(): string {
  const { width, height, margin } = PAPER;
  const bars = [`${margin} ${height - margin - 20} ${width / 3} 20 re`];
  for (let y = height - margin - 60, line = 0; y > margin; y -= LINE_POINTS, line += 1) {
    bars.push(`${margin} ${y} ${(width - 2 * margin) * (0.55 + ((line * 37) % 40) / 100)} 7 re`);
  }
  return `0.75 g ${bars.join(' ')} f`;
}

function streamOf(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** With the table of where each object begins, which a reader of PDF goes by. */
function assembled(objects: readonly string[]): string {
  let text = '%PDF-1.4\n';
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`;
}
