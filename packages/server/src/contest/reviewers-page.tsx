/** The reviewers of a system: how far they agree, and how often each overturns, with intervals. */
import { reviewerFigures } from '@ombud/app';
import { Definitions, Table } from '@ombud/ui';
import { visible, voiceOf } from '@ombud/words';
import type { Role } from '../access/roles.ts';
import { shell } from '../console/shell.tsx';
import type { Call } from '../http/call.ts';
import { page } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { lookersOf } from '../portal/lookers.ts';
import { systemParams } from '../systems/schemas.ts';
import { figuresOf } from './figures.ts';
import { Groups, rateText } from './figures-page.tsx';
import { settingsOf } from './settings.ts';

/** Who answers for reviewers; reviewers do not see each other. */
export const overseers: readonly Role[] = ['administrator', 'auditor'];
const level = 0.95;

async function reviewersPage(call: Call, system: string) {
  const voice = voiceOf(call.language);
  const { services } = call;
  const { minimumCell, rereadShare } = await settingsOf(services, system);
  const { agreement, drawn, overturnsByReviewer } = await reviewerFigures(services.state, system, level);
  const { overturnsByGroup, overturnsAsOf } = await figuresOf(call, system);
  const names = await lookersOf(
    services,
    overturnsByReviewer.map(({ reviewer }) => reviewer),
    system,
  );
  const percent = (share: number) => voice.say('number/percent', { value: (100 * share).toFixed(1) });
  return shell(call, {
    title: voice.say('contest-page/reviewers'),
    at: '/desk',
    children: (
      <>
        <p>{voice.say('contest-page/reviewers-how', { share: percent(rereadShare), least: minimumCell })}</p>
        <Definitions
          entries={[
            [voice.say('contest-page/reviewers-drawn'), rateText(voice, drawn)],
            [voice.say('contest-page/reviewers-agreement'), rateText(voice, agreement)],
          ]}
        />
        <Table
          caption={voice.say('contest-page/reviewers-each')}
          head={[voice.say('contest-page/head-reviewer'), voice.say('contest-page/head-rate')]}
          rows={overturnsByReviewer.map(({ reviewer, rate }) => [
            visible(names.get(reviewer)?.name ?? reviewer),
            // Of a few reviews the answer of each could be told.
            rate.n < minimumCell ? voice.say('contest-page/withheld-reviews') : rateText(voice, rate),
          ])}
          text={[0, 1]}
        />
        <Groups
          name="figure-overturns-by-group"
          groups={overturnsByGroup}
          day={overturnsAsOf}
          voice={voice}
        />
      </>
    ),
  });
}

/** The page. */
export const reviewersRoute: Route = route({
  id: 'reviewers-page',
  method: 'GET',
  path: '/systems/{system}/reviewers',
  who: { roles: overseers, where: ['same-system'] },
  params: systemParams,
  gives: { kind: 'page' },
  handle: async ({ params }, call) => page(await reviewersPage(call, params.system)),
});
