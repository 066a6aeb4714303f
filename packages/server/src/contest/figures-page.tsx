/** The figures of a system's appeals, for everybody. */
import type { GroupRate, Rate } from '@ombud/app';
import { Definitions, Table } from '@ombud/ui';
import { type Voice, visible, voiceOf } from '@ombud/words';
import { z } from 'zod';
import { shell } from '../console/shell.tsx';
import type { Call } from '../http/call.ts';
import { page } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { systemParams } from '../systems/schemas.ts';
import { figuresOf } from './figures.ts';

const percent = (voice: Voice, share: number): string =>
  voice.say('number/percent', { value: (100 * share).toFixed(1) });

/** A share with its interval. */
export const rateText = (voice: Voice, { events, n, interval }: Rate): string =>
  interval === null
    ? voice.say('contest-page/rate-none')
    : voice.say('contest-page/rate', {
        events,
        n,
        low: percent(voice, interval.low ?? 0),
        high: percent(voice, interval.high ?? 1),
        share: percent(voice, events / n),
      });

interface GroupsShown {
  readonly name: string;
  readonly groups: readonly GroupRate[];
  readonly day: string | null;
  readonly voice: Voice;
}

/** Rates by group; those that would give somebody away are withheld. */
export function Groups({ name, groups, day, voice }: GroupsShown) {
  if (groups.length === 0) return null;
  return (
    <>
      <Table
        caption={voice.say(`contest-page/${name as 'figures'}`)}
        head={[voice.say('contest-page/head-group'), voice.say('contest-page/head-rate')]}
        rows={groups.map(({ group, rate }) => [
          group === '' ? voice.say('contest-page/group-unknown') : visible(group),
          rate === null ? voice.say('contest-page/withheld') : rateText(voice, rate),
        ])}
        text={[0, 1]}
      />
      {day === null ? '' : <p class="meta">{voice.say('contest-page/figure-as-of', { day })}</p>}
    </>
  );
}

async function figuresPage(call: Call, system: string) {
  const voice = voiceOf(call.language);
  const figures = await figuresOf(call, system);
  const say = (name: string, params = {}) => voice.say(`contest-page/${name as 'figures'}`, params);
  const count = (n: number) => say('count', { n });
  const days = (n: number | null) => (n === null ? say('rate-none') : say('days', { n: Math.round(n) }));
  return shell(call, {
    title: say('figures-of', { system }),
    children: (
      <>
        <Definitions
          entries={[
            [say('figure-decided'), count(figures.decided)],
            [say('figure-told'), count(figures.told)],
            [say('figure-received'), count(figures.received)],
            [say('figure-late'), count(figures.late)],
            [say('figure-open'), count(figures.open)],
            [say('figure-overturned'), rateText(voice, figures.overturnedByReview)],
            [say('figure-overturned-conceded'), rateText(voice, figures.overturnedWithConceded)],
            [say('figure-median'), days(figures.days.median)],
            [say('figure-ninety'), days(figures.days.ninety)],
            [
              say('figure-awaited'),
              count(Math.max(0, figures.decided - figures.told - figures.notNotified.events)),
            ],
            [say('figure-not-notified'), rateText(voice, figures.notNotified)],
            [say('figure-passed'), count(figures.passedDeadlines)],
          ]}
        />
        <Groups
          name="figure-appeals-by-group"
          groups={figures.appealsByGroup}
          day={figures.appealsAsOf}
          voice={voice}
        />
        <Groups
          name="figure-overturns-by-group"
          groups={figures.overturnsByGroup}
          day={figures.overturnsAsOf}
          voice={voice}
        />
        <p>
          <a href={`/api/v1/public/${system}/appeals`}>JSON</a>
        </p>
      </>
    ),
  });
}

/** The page. */
export const figuresRoute: Route = route({
  id: 'figures-page',
  method: 'GET',
  path: '/public/{name}/appeals',
  who: { public: true },
  params: z.strictObject({ name: systemParams.shape.system }),
  gives: { kind: 'page' },
  perMinute: 60,
  handle: async ({ params }, call) => page(await figuresPage(call, params.name)),
});
