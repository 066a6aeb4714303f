import type { ExplanationFormat } from '@ombud/app';
import {
  type Explained,
  type ExplainRequest,
  explainDecision,
  kindOf,
  mayBeSent,
  parseExplanationFormats,
  readDeclaration,
  recordExplanation,
  renderExplanation,
  writeExplanation,
} from '@ombud/app';
import { parseList } from '@ombud/contract/roles';
import { renderExplanationText } from '@ombud/report';
import { visible } from '@ombud/words';
import { cliErrors } from '../errors.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { language, note, print, sentence, withContext } from '../terminal.ts';

/** The flags of `ombud explain`, as commander gives them. */
export interface ExplainFlags {
  readonly row?: string;
  readonly where?: string;
  readonly entry?: string;
  readonly background?: string;
  readonly plans: string;
  readonly protocol?: string;
  readonly config?: string;
  readonly favourable?: string;
  readonly favorable?: string;
  readonly record: boolean;
  readonly format?: string;
  readonly out?: string;
  readonly quiet?: boolean;
}

/** `ombud explain`. @returns cannot tell where a letter was asked for that a human must look at first */
export async function runExplain(model: string, data: string, flags: ExplainFlags): Promise<ExitCode> {
  const asked = parseExplanationFormats(parseList(flags.format ?? ''));
  const request = await requestOf(model, data, flags);
  const explained = await withContext((context) => explainDecision(request, context), flags.quiet);
  const { explanation } = explained;
  const wantsLetter = asked.includes('letter') || (asked.length === 0 && flags.out !== undefined);
  await show(explained, asked, flags);
  if (explanation.about.entry !== null && flags.record) {
    const index = await withContext((context) => recordExplanation(data, explained, context), flags.quiet);
    if (!flags.quiet) note(sentence('explain/recorded', { index, about: explanation.about.entry.index }));
  }
  if (!wantsLetter || mayBeSent(explanation)) return exitCodes.pass;
  note(
    sentence('explain/letter-blocked', { columns: explanation.blocked.map(({ column }) => visible(column)) }),
  );
  return exitCodes.cannotTell;
}

async function show(
  explained: Explained,
  asked: readonly ExplanationFormat[],
  { out, quiet = false }: ExplainFlags,
): Promise<void> {
  if (out !== undefined) {
    const written = await writeExplanation(explained, out, asked, language);
    if (!quiet) {
      print(renderExplanationText(explained.explanation, language));
      print(sentence('explain/written', { files: [...written] }));
    }
    return;
  }
  const [format, second] = asked;
  if (second !== undefined)
    throw cliErrors.error('OMBUD_E_EXPLAIN_FLAGS', 'several-formats', { formats: [...asked] });
  if (format === undefined) print(renderExplanationText(explained.explanation, language));
  else if (format !== 'letter' || mayBeSent(explained.explanation))
    print(renderExplanation(explained, format, language));
}

async function requestOf(model: string, data: string, flags: ExplainFlags): Promise<ExplainRequest> {
  const favourable = flags.favourable ?? flags.favorable;
  if (favourable !== undefined && favourable !== 'positive' && favourable !== 'negative')
    throw cliErrors.error('OMBUD_E_BAD_CONFIG', 'favourable-flag', { value: favourable });
  return {
    model,
    data,
    pick: pickOf(flags),
    declaration: await declarationOf(flags.config),
    plans: whole(flags.plans, 'plans'),
    language: language.tag,
    ...(flags.background === undefined ? {} : { background: flags.background }),
    ...(favourable === undefined ? {} : { favourable }),
    ...(flags.protocol === undefined ? {} : { protocol: protocolOf(flags.protocol) }),
  };
}

const configName = 'ombud.yaml';

async function declarationOf(config: string | undefined): Promise<ExplainRequest['declaration']> {
  if (config === undefined && (await kindOf(configName)) === null) return null;
  const file = config ?? configName;
  return { config: await readDeclaration(file), file };
}

function protocolOf(text: string): NonNullable<ExplainRequest['protocol']> {
  const [kind, ...model] = text.split(':');
  if (kind === 'plain' || kind === 'mlflow') return { kind };
  if (kind === 'open-inference' && model.length > 0) return { kind, model: model.join(':') };
  throw cliErrors.error('OMBUD_E_EXPLAIN_FLAGS', 'protocol', { value: text });
}

function whole(text: string, flag: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0 && text.trim() !== '') return number;
  throw cliErrors.error('OMBUD_E_EXPLAIN_FLAGS', 'not-whole', { flag: `--${flag}`, value: text });
}

function pickOf({ row, where, entry }: ExplainFlags): ExplainRequest['pick'] {
  const given = [row, where, entry].filter((one) => one !== undefined);
  if (given.length > 1) throw cliErrors.error('OMBUD_E_EXPLAIN_FLAGS', 'one-person');
  if (row !== undefined) return { kind: 'row', row: whole(row, 'row') };
  if (entry !== undefined) return { kind: 'entry', index: whole(entry, 'entry') };
  if (where === undefined) return { kind: 'only' };
  const at = where.indexOf('=');
  if (at < 1) throw cliErrors.error('OMBUD_E_EXPLAIN_FLAGS', 'where', { value: where });
  return { kind: 'where', column: where.slice(0, at), value: where.slice(at + 1) };
}
