/** Attributes of an element; numbers are rounded to hundredths, which no eye can tell. */
type Attributes = Readonly<Record<string, string | number>>;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// What XML 1.0 does not allow in a text at all.
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text as it may stand in SVG. */
export const escaped = (text: string): string =>
  text.replace(forbidden, '\ufffd').replace(/[&<>"']/g, (each) => escapes[each] ?? each);

const written = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value);

/** An element; `content` is markup already. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const list = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${written(value)}"`)
    .join('');
  return content === '' ? `<${name}${list}/>` : `<${name}${list}>${content}</${name}>`;
}

export const label = (attributes: Attributes, text: string): string =>
  element('text', attributes, escaped(text));

export interface PictureFrame {
  readonly width: number;
  readonly height: number;
  /** What the picture is, for those who do not see it and as its title. */
  readonly title: string;
  /** What it shows, in a sentence or two. */
  readonly description: string;
  /** BCP 47 and direction of the words in it. */
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
}

/** The whole picture: it scales to its place, has no background, and takes the colour of its text from the page. */
export function picture(frame: PictureFrame, content: string): string {
  const { width, height, title, description, lang, direction } = frame;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      lang,
      direction,
      'font-family': 'system-ui, sans-serif',
      'font-size': 13,
      fill: 'currentColor',
    },
    element('title', {}, escaped(title)) + element('desc', {}, escaped(description)) + content,
  );
}
