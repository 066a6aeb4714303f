import { type Language, voiceOf } from '@ombud/words';
import type { Call } from '../http/call.ts';
import type { Problem } from '../http/problem.ts';
import type { Services } from '../services.ts';
import { Shell } from './shell.tsx';

/** An error as a page: what is wrong and what to do, never a stack trace. */
export function problemPage(
  { title, code, requestId }: Problem,
  language: Language,
  { navigation }: Pick<Services, 'navigation'>,
  asker: Pick<Call, 'who' | 'formToken'> | null,
) {
  const voice = voiceOf(language);
  return (
    <Shell voice={voice} asker={asker} navigation={navigation} title={voice.say('console/problem')}>
      <p class="lead">{title}</p>
      <p class="meta">{voice.say('console/problem-code', { code, request: requestId })}</p>
    </Shell>
  );
}
