/** Small PDF files written by hand: lines of text at places, in one font whose codes are UTF-16 units. */
import { deflateSync } from 'node:zlib';

export interface TextAt {
  readonly text: string;
  /** From the left and from the top, in points, on a page of 595 × 842. */
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
}

const WIDTH = 595;
const HEIGHT = 842;
const LEFT = 72;
const SIZE = 12;

/** A PDF with so many pages. */
export function pdfOf(pages: readonly (readonly TextAt[])[]): Uint8Array {
  const first = 7;
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 6 0 R >>',
    stream(TO_UNICODE),
    '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
    ...pages.flatMap((lines, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`,
      stream(lines.map(drawn).join('\n')),
    ]),
  ];
  return assembled(objects);
}

/** A PDF of one page whose content is packed; one byte of it may stand for a thousand. */
export function packedPdf(content: string): Uint8Array {
  const packed = deflateSync(Buffer.from(content, 'latin1')).toString('latin1');
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`,
  ]);
}

/** Lines one below the other, a paragraph's first one indented by two characters. */
export function typeset(paragraphs: readonly string[], perLine = 36, top = 120): TextAt[] {
  const lines: TextAt[] = [];
  let y = top;
  for (const paragraph of paragraphs) {
    for (let at = 0; at < paragraph.length; ) {
      const first = at === 0;
      const length = first ? perLine - 2 : perLine;
      lines.push({ text: paragraph.slice(at, at + length), x: first ? LEFT + 2 * SIZE : LEFT, y });
      at += length;
      y += 18;
    }
  }
  return lines;
}

const TO_UNICODE = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
1 beginbfrange
<0000> <FFFF> <0000>
endbfrange
endcmap
end
end`;

function drawn({ text, x = LEFT, y, size = SIZE }: TextAt): string {
  const codes = Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(4, '0'),
  ).join('');
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm <${codes}> Tj ET`;
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function assembled(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`,
    'latin1',
  );
}
