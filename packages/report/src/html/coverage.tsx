import { type Section, Table } from '@ombud/ui';
import type { Telling } from '../telling.ts';
import {
  apartTexts,
  countedIn,
  countedText,
  markersText,
  outsideTexts,
  windowText,
  withheldTexts,
} from '../words/coverage.ts';
import { leftOutText } from '../words/reasons.ts';

function countedShareText(t: Telling): string {
  const { rows, counted } = t.result.coverage;
  return rows > 0
    ? t.say('coverage/counted-share', { ...countedIn(t), share: t.percent(counted / rows) })
    : countedText(t);
}

/** Who was counted and who was not, with every text that was read as missing. */
export function coverageSection(t: Telling): Section {
  const { excluded, missing } = t.result.coverage;
  const lacking = missing.filter(({ rows }) => rows > 0);
  return {
    id: 'coverage',
    title: t.say('coverage/title'),
    body: (
      <>
        <p>
          {countedShareText(t)} {t.say('coverage/note')}
        </p>
        {[windowText(t) ?? [], outsideTexts(t), apartTexts(t), withheldTexts(t)].flat().map((text) => (
          <p>{text}</p>
        ))}
        {excluded.length === 0 ? (
          ''
        ) : (
          <Table
            caption={t.say('coverage/left-out-caption')}
            head={[t.say('head/reason'), t.say('head/people')]}
            rows={excluded.map(({ reason, rows }) => [leftOutText(t, reason), t.count(rows)])}
          />
        )}
        {lacking.length === 0 ? (
          <p>{t.say('coverage/nothing-missing')}</p>
        ) : (
          <Table
            caption={t.say('coverage/missing-caption')}
            head={[t.say('head/column'), t.say('head/people'), t.say('head/read-as-missing')]}
            text={[2]}
            rows={lacking.map((one) => [t.short(one.column), t.count(one.rows), markersText(t, one)])}
          />
        )}
      </>
    ),
  };
}
