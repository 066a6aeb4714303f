import type { Voice } from '@ombud/words';

/** What a file name may hold everywhere; letters of every script. */
const fileName = (title: string): string =>
  title
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'picture';

/** A text as the address of a picture; only what an attribute or an address would read is encoded. */
const address = (svg: string): string =>
  `data:image/svg+xml;charset=utf-8,${svg.replace(/[%#<>"'\r\n\t&]/g, (one) => encodeURIComponent(one))}`;

interface SaveLinkProps {
  readonly voice: Voice;
  /** What the picture shows; the file is called after it. */
  readonly name: string;
  /** The whole picture, with its own colours and sizes. */
  readonly svg: string;
}

/** A link that saves a picture as one SVG file: the picture is in the link, so that it needs no script and no host. */
export function SaveLink({ voice, name, svg }: SaveLinkProps) {
  return (
    <p class="save">
      <a
        download={`${fileName(name)}.svg`}
        href={address(svg)}
        aria-label={voice.say('chart/save-of', { name })}
      >
        {voice.say('chart/save')}
      </a>
    </p>
  );
}
