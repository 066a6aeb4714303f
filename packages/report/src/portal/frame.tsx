import { formStyle, Page, questionStyle } from '@ombud/ui';
import { type Language, languages, type Voice, voiceOf } from '@ombud/words';
import type { Child } from 'hono/jsx';

/** What every page of the portal needs from whoever shows it. */
export interface PortalFrame {
  readonly language: Language;
  /** Of the office; shown on top. */
  readonly office: string;
  /** Hidden in each form: shows that the page was ours. */
  readonly token: string;
  /** Where the pages lie. */
  readonly base: string;
  /** The address of this page, without the language. */
  readonly here: string;
}

/** Says a sentence of the portal. */
export type Tell = (key: string, params?: Record<string, unknown>) => string;

export const tellOf =
  (language: Language): Tell =>
  (key, params = {}) => {
    const { say } = voiceOf(language);
    return say(`portal/${key}` as Parameters<Voice['say']>[0], params);
  };

/** Languages by the names that their readers give them. */
const ownName = (tag: string): string => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;

function Languages({ frame }: { readonly frame: PortalFrame }) {
  const tell = tellOf(frame.language);
  const joint = frame.here.includes('?') ? '&' : '?';
  return (
    <nav aria-label={tell('languages')} class="bar">
      {languages
        .filter(({ tag }) => tag !== frame.language.tag)
        .map(({ tag, direction }) => (
          <a href={`${frame.here}${joint}lang=${tag}`} lang={tag} hreflang={tag} dir={direction}>
            {ownName(tag)}
          </a>
        ))}
    </nav>
  );
}

interface PortalPageProps {
  readonly frame: PortalFrame;
  readonly title: string;
  /** Nothing to leave before somebody has entered. */
  readonly entered?: boolean;
  /** The address of a script that enhances the page. */
  readonly script?: string;
  readonly children?: Child;
}

/** A page of the portal, without script: its office, its languages, a way out that is always there. */
export function portalPage({ frame, title, entered = true, script, children }: PortalPageProps): string {
  const { language, office, base } = frame;
  const tell = tellOf(language);
  const page = (
    <Page
      voice={voiceOf(language)}
      title={`${title} · ${office}`}
      skip={tell('skip')}
      policy={null}
      more={formStyle + questionStyle}
      header={
        <>
          <div class="bar">
            <span class="brand" dir="auto">
              {office}
            </span>
            {entered ? <a href={`${base}/leave`}>{tell('leave')}</a> : ''}
          </div>
          <Languages frame={frame} />
        </>
      }
      footer={<p>{tell('footer')}</p>}
    >
      {children}
      {script === undefined ? '' : <script type="module" src={script} />}
    </Page>
  );
  return `<!doctype html>${String(page)}\n`;
}
