/** Errors of `@ombud/contract`: declarations and policy files. */
const declaration = {
  'list-too-short': '"{$file}", line {$line}: {$path} must not be empty.',
  'missing-key': '"{$file}": the key {$path} is missing.',
  'no-keys': '"{$file}" holds no keys with values. It begins with a line such as "system: loans".',
  'not-a-choice': '"{$file}", line {$line}: {$path} must be one of {$choices.or}.',
  'not-yaml':
    '"{$file}", line {$line}, is not YAML. Look for a bracket, a quote or an indent that does not fit.',
  'too-many-aliases': '"{$file}" repeats its parts by aliases more often than can be read. Write them out.',
  'too-large':
    '.input {$inclusive :string} .match $inclusive true {{"{$file}", line {$line}: {$path} must be at most {$limit}.}} * {{"{$file}", line {$line}: {$path} must be less than {$limit}.}}',
  'too-small':
    '.input {$inclusive :string} .match $inclusive true {{"{$file}", line {$line}: {$path} must be at least {$limit}.}} * {{"{$file}", line {$line}: {$path} must be more than {$limit}.}}',
  unfit: '"{$file}", line {$line}: {$path} does not fit. The documents show every key.',
  'unknown-key':
    '.input {$near.count :number} .match $near.count 0 {{"{$file}", line {$line}: there is no key "{$key}". The keys are: {$keys.list}.}} * {{"{$file}", line {$line}: there is no key "{$key}". Did you mean {$near.or}?}}',
  'unknown-key-in':
    '.input {$near.count :number} .match $near.count 0 {{"{$file}", line {$line}: {$path} has no key "{$key}". The keys are: {$keys.list}.}} * {{"{$file}", line {$line}: {$path} has no key "{$key}". Did you mean {$near.or}?}}',
  unreadable: '"{$file}" cannot be read. Check the path.',
  'wrong-type':
    '.input {$expected :string} .match $expected array {{"{$file}", line {$line}: {$path} must be a list.}} boolean {{"{$file}", line {$line}: {$path} must be true or false.}} number {{"{$file}", line {$line}: {$path} must be a number.}} object {{"{$file}", line {$line}: {$path} must hold keys with values.}} string {{"{$file}", line {$line}: {$path} must be text.}} * {{"{$file}", line {$line}: {$path} is of the wrong kind.}}',
} as const;

type Reason = keyof typeof declaration;

/** The same sentences under a code of their own. */
const under = <C extends string>(code: C) =>
  Object.fromEntries(
    Object.entries(declaration).map(([reason, message]) => [`${code}/${reason}`, message]),
  ) as Readonly<Record<`${C}/${Reason}`, string>>;

export const contract = {
  ...under('OMBUD_E_BAD_CONFIG'),
  ...under('OMBUD_E_BAD_POLICY'),
  'OMBUD_E_BAD_POLICY/no-policy': '"{$file}" holds no policy. Use a policy file or one of the packs.',
} as const;
