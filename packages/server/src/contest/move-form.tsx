/** The form of a move: which fields each event asks for, and what came in by them. */
import {
  type Facts,
  faults,
  type MachineName,
  type MatterOf,
  namesSearch,
  type Outcome,
  outcomes,
  type Words,
} from '@ombud/contest';
import { Button, Form } from '@ombud/ui';
import type { Voice } from '@ombud/words';
import { NamesSearch, readNames } from './remedy-search.tsx';

type FieldName =
  | 'reason'
  | 'reasons'
  | 'text'
  | 'faults'
  | 'outcome'
  | 'newDecision'
  | 'reviewer'
  | 'corroboration';

/** What an event asks for, beside the press of its button. */
const fieldsOf: Readonly<Record<string, readonly FieldName[]>> = {
  'ask-for-more': ['reason'],
  'admit-late': ['reason'],
  hold: ['reason'],
  recuse: ['reason'],
  'refuse-late': ['reasons'],
  'declare-void': ['reasons'],
  'strike-out': ['reasons'],
  reinstate: ['reasons'],
  withdraw: ['reasons'],
  'report-death': ['reasons'],
  'answer-after': ['reasons'],
  'refuse-cosign': ['reasons'],
  disagree: ['reasons'],
  reject: ['reasons'],
  supersede: ['reasons'],
  supply: ['text'],
  respond: ['text'],
  rate: ['faults'],
  propose: ['outcome', 'reasons', 'corroboration'],
  concede: ['faults', 'newDecision', 'reasons'],
  assign: ['reviewer'],
  'confirm-match': ['corroboration'],
};

/** Moves whose reasons are for the office: the person does not read them. */
const insideOffice: ReadonlySet<string> = new Set([
  'reinstate',
  'report-death',
  'refuse-cosign',
  'disagree',
  'reject',
  'supersede',
]);

/** Moves that follow from others, or that a page of their own makes. */
const elsewhere: ReadonlySet<string> = new Set([
  'appeal.assign',
  'appeal.unassign',
  'appeal.decide',
  'appeal.lodge',
  'appeal.reopen',
  'notice.check',
  'notice.queue',
  'remedy.search',
  'remedy.search-again',
  'review.cancel',
]);

/** Whether a move has a form here. */
export const hasForm = (machine: MachineName, event: string): boolean =>
  !elsewhere.has(`${machine}.${event}`);

/** What a reviewer may choose; one that is worse for the person is not offered. */
const choosable = (Object.keys(outcomes) as Outcome[]).filter(
  (one) => outcomes[one].onMerits && one !== 'worse' && one !== 'conceded',
);

function Fault({ code, voice }: { readonly code: string; readonly voice: Voice }) {
  return (
    <fieldset>
      <legend class="meta">{voice.say(`contest-fault/${code as 'wrong-facts'}`)}</legend>
      {(['yes', 'no'] as const).map((answer) => (
        <span class="choice">
          <input type="radio" name={`fault-${code}`} id={`fault-${code}-${answer}`} value={answer} required />
          <label for={`fault-${code}-${answer}`}>{voice.say(`contest-page/${answer}`)}</label>
        </span>
      ))}
    </fieldset>
  );
}

function Asked({
  name,
  event,
  id,
  voice,
}: {
  readonly name: FieldName;
  readonly event: string;
  readonly id: string;
  readonly voice: Voice;
}) {
  const inside = name === 'reasons' && insideOffice.has(event);
  const label = voice.say(inside ? 'contest-page/field-reasons-inside' : `contest-page/field-${name}`);
  switch (name) {
    case 'faults':
      return (
        <>
          <p>{label}</p>
          {Object.keys(faults).map((code) => (
            <Fault code={code} voice={voice} />
          ))}
        </>
      );
    case 'outcome':
      return (
        <div class="f">
          <label for={`${id}-outcome`}>{label}</label>
          <select name="outcome" id={`${id}-outcome`}>
            {choosable.map((one) => (
              <option value={one}>{voice.say(`contest-outcome/${one as 'upheld'}`)}</option>
            ))}
          </select>
        </div>
      );
    case 'reasons':
    case 'text':
    case 'newDecision':
      return (
        <div class="f">
          <label for={`${id}-${name}`}>{label}</label>
          <textarea name={name} id={`${id}-${name}`} rows={5} dir="auto" />
        </div>
      );
    case 'reason':
    case 'reviewer':
    case 'corroboration':
      return (
        <div class="f">
          <label for={`${id}-${name}`}>{label}</label>
          <input type="text" name={name} id={`${id}-${name}`} dir="auto" />
        </div>
      );
  }
}

/** One move as a form. */
export function MoveForm(props: {
  readonly path: string;
  readonly machine: MachineName;
  readonly event: string;
  /** The remedy as the page shows it, where the move is an opinion on it. */
  readonly remedy: MatterOf<'remedy'> | null;
  readonly token: string;
  readonly voice: Voice;
}) {
  const { path, machine, event, remedy, token, voice } = props;
  const label = voice.say(`contest-event/${event as 'accept'}`);
  const asked = fieldsOf[event] ?? [];
  const form = (
    <Form action={`${path}/${machine}/${event}`} token={token}>
      {asked.map((name) => (
        <Asked name={name} event={event} id={`${machine}-${event}`} voice={voice} />
      ))}
      {remedy !== null && machine === 'remedy' && namesSearch(event) ? <NamesSearch remedy={remedy} /> : ''}
      <Button label={label} />
    </Form>
  );
  return asked.length === 0 ? (
    form
  ) : (
    <details>
      <summary>{label}</summary>
      {form}
    </details>
  );
}

type FormText = Readonly<Record<string, string>>;

/** What came in by the form of a move: only what its event asks for. */
export function readMove(event: string, form: FormText): { readonly facts: Facts; readonly words: Words } {
  const asked = fieldsOf[event] ?? [];
  const text = (name: FieldName): string | undefined =>
    asked.includes(name) && form[name]?.trim() !== '' ? form[name] : undefined;
  const some = <K extends string>(name: K, value: unknown) => (value === undefined ? {} : { [name]: value });
  const rating = Object.fromEntries(
    Object.keys(faults).flatMap((code) => {
      const answer = form[`fault-${code}`];
      return answer === undefined ? [] : [[code, answer === 'yes']];
    }),
  );
  return {
    facts: {
      ...some('reason', text('reason')),
      ...some('reviewer', text('reviewer')),
      ...some('corroboration', text('corroboration')),
      ...some('outcome', event === 'concede' ? 'conceded' : choosable.find((one) => one === text('outcome'))),
      ...(asked.includes('faults') ? { faults: rating } : {}),
      ...(namesSearch(event) ? { names: readNames(form) } : {}),
    },
    words: {
      ...some('reasons', text('reasons')),
      ...some('text', text('text')),
      ...some('newDecision', text('newDecision')),
    },
  };
}
