/** What the script of the console makes of a passkey: nothing is shown where the browser has none. */
import { Button } from '@ombud/ui';
import type { Voice } from '@ombud/words';
import type { Child } from 'hono/jsx';
import type { Call } from '../http/call.ts';

interface PasskeyFormProps {
  readonly call: Call;
  readonly voice: Voice;
  /** Where the answer of the browser goes; what it is asked with comes from `PATH/options`. */
  readonly path: string;
  readonly act: 'make' | 'use';
  /** Where the person goes then. */
  readonly next: string;
  readonly label: string;
  readonly children?: Child;
}

/** A form that makes or uses a passkey. */
export function PasskeyForm({ call, voice, path, act, next, label, children }: PasskeyFormProps) {
  return (
    <div
      hidden
      data-passkey={path}
      data-act={act}
      data-next={next}
      data-token={call.formToken}
      data-failed={voice.say('access/passkey-failed')}
    >
      <form>
        {children}
        <Button label={label} />
        <p role="status" />
      </form>
    </div>
  );
}
