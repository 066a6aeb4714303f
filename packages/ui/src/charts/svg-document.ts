import type { Voice } from '@ombud/words';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => entities[one] ?? '');

interface TextStyle {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly colour?: string;
  readonly bold?: boolean;
}

/** A text in a picture, from the left whatever the language, because places in a saved picture are fixed. */
export function svgText(x: number, y: number, text: string, style: TextStyle): string {
  const { anchor = 'start', colour = '#1b1f24', bold = false } = style;
  const weight = bold ? ' font-weight="700"' : '';
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="${colour}"${weight}>${escaped(text)}</text>`;
}

/** A label that fits: at most so many characters. */
export function cutLabel(label: string, most: number): string {
  const points = Array.from(label);
  return points.length > most ? `${points.slice(0, most - 1).join('')}…` : label;
}

interface SvgDocument {
  readonly voice: Voice;
  readonly title: string;
  readonly width: number;
  readonly height: number;
  /** Markup of SVG. */
  readonly body: string;
}

/** A whole SVG file with its title, a white ground and the system's fonts. */
export function svgDocument({ voice, title, width, height, body }: SvgDocument): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" lang="${escaped(voice.language.tag)}" viewBox="0 0 ${width} ${height}" ` +
    `width="${width}" height="${height}" font-family="system-ui,sans-serif" font-size="14">` +
    `<title>${escaped(title)}</title><rect width="${width}" height="${height}" fill="#fff"/>${body}</svg>`
  );
}
