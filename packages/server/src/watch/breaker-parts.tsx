/** Parts of the page of a breaker: its evidence, its hard rules, what was told to the deciding system, what waits. */
import type { BreakerState, Hold, RuleNow, StoredBreaker } from '@ombud/app';
import { EvidencePicture, State, Table } from '@ombud/ui';
import type { Voice } from '@ombud/words';
import { breakerSentence } from '../console/standing.ts';
import { momentOf } from '../console/telling.ts';
import { type DetectorNow, detectorsNow } from './detectors.ts';
import { evidenceText } from './sentences.ts';
import type { Waits } from './waits.ts';

const titleOf = (voice: Voice, { of, column, watched, reference, limit: most }: DetectorNow): string => {
  const limit = voice.exact(most);
  if (of === 'overturned') return voice.say('breaker/detector-overturned', { limit });
  const key = reference === undefined ? 'breaker/detector-ratio' : 'breaker/detector-ratio-against';
  return voice.say(key, { column, watched, reference, limit });
};

/** So many points are told to whoever hears the picture. */
const spokenPoints = 6;

function spokenOf(voice: Voice, title: string, { opensAt, path }: DetectorNow): string {
  const points = path?.points ?? [];
  const step = Math.max(1, Math.ceil(points.length / spokenPoints));
  const told = points.filter((_, i) => (points.length - 1 - i) % step === 0);
  return voice.say('breaker/evidence-spoken', {
    title,
    opensAt: voice.count(opensAt),
    points: told
      .map(([block, evidence]) =>
        voice.say('breaker/evidence-point', { block, evidence: evidenceText(voice, evidence) }),
      )
      .join('; '),
  });
}

/** The picture of each detector. */
export function Detectors({ voice, folded }: { readonly voice: Voice; readonly folded: BreakerState }) {
  const detectors = detectorsNow(folded);
  if (detectors.length === 0) return <p>{voice.say('breaker/nothing-watched')}</p>;
  return (
    <>
      <p class="meta">{voice.say('breaker/detectors-how')}</p>
      <div class="small">
        {detectors.map((detector) => {
          const { evidence, blocks, opensAt, path } = detector;
          const title = titleOf(voice, detector);
          const line = voice.count(opensAt);
          return (
            <figure>
              <figcaption>{title}</figcaption>
              <p class="now">
                {voice.say('breaker/detector-now', {
                  evidence: evidenceText(voice, evidence),
                  opensAt: line,
                  blocks,
                })}
              </p>
              <EvidencePicture
                voice={voice}
                spoken={spokenOf(voice, title, detector)}
                points={[...(path?.points ?? []), ...(blocks === 0 ? [] : [[blocks, evidence] as const])]}
                opensAt={{ at: opensAt, label: voice.say('breaker/evidence-line', { opensAt: line }) }}
              />
            </figure>
          );
        })}
      </div>
      {folded.unreadable === 0 ? '' : <p>{voice.say('breaker/unreadable', { n: folded.unreadable })}</p>}
    </>
  );
}

/** The hard rules, each with what there is now. */
export function HardRules({ voice, rules }: { readonly voice: Voice; readonly rules: readonly RuleNow[] }) {
  if (rules.length === 0) return <p>{voice.say('breaker/rules-none')}</p>;
  return (
    <Table
      caption={voice.say('breaker/rules')}
      head={[
        voice.say('breaker/rule'),
        voice.say('breaker/rule-now'),
        voice.say('breaker/rule-limit'),
        voice.say('console/head-verdict'),
      ]}
      rows={rules.map(({ rule, value, limit }) => {
        const state = value >= limit ? 'fail' : 'pass';
        return [
          voice.say(`breaker/rule-${rule}`),
          voice.oneDigit(value).replace(/[.,]0$/, ''),
          voice.exact(limit),
          <State state={state} word={voice.say(`verdict/${state}`)} />,
        ];
      })}
      text={[0, 3]}
    />
  );
}

/** What the deciding system was told, and whether it has confirmed it. */
export function HoldLine({
  voice,
  hold,
  hasReceiver,
}: {
  readonly voice: Voice;
  readonly hold: Hold;
  readonly hasReceiver: boolean;
}) {
  const { held, ordered, confirmed, answer } = hold;
  if (confirmed === null && !hasReceiver) return held ? <p>{voice.say('breaker/hold-nobody')}</p> : '';
  const kind = held ? 'hold' : 'release';
  const key =
    confirmed === null ? (`breaker/${kind}-${answer}` as const) : (`breaker/${kind}-confirmed` as const);
  const word = voice.say(key, { when: momentOf(voice, confirmed ?? ordered) });
  return (
    <p>
      <State
        state={confirmed !== null ? 'pass' : answer === 'refused' ? 'fail' : 'cannot-tell'}
        word={word}
      />
    </p>
  );
}

/** How a breaker stands, in a sentence with a sign. */
export function Standing({ voice, breaker }: { readonly voice: Voice; readonly breaker: StoredBreaker }) {
  const { decides, sentence } = breakerSentence(voice, breaker);
  return <State state={decides ? 'pass' : 'fail'} word={sentence} />;
}

/** What waits while it is not closed. */
export function WaitsList({ voice, waits }: { readonly voice: Voice; readonly waits: Waits }) {
  const { appeals, notices, suspensions, late } = waits;
  return (
    <ul>
      <li>{voice.say('breaker/waits-appeals', { n: appeals })}</li>
      <li>{voice.say('breaker/waits-notices', { n: notices })}</li>
      <li>
        {voice.say('breaker/waits-suspensions', { n: suspensions.count, refused: suspensions.refused })}
      </li>
      <li>{voice.say('breaker/waits-late', { ...late })}</li>
    </ul>
  );
}
