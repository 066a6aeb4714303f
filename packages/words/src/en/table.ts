/** Errors of `@ombud/table`: sources, engines, roles. `command/...` is what the command adds. */
export const table = {
  'row/columns': 'it has {$found} values where the header names {$expected} columns',
  'row/key-twice': 'it names a key twice',
  'row/not-json': 'it is not valid JSON',
  'row/not-object': 'it is not a JSON object',
  'row/not-utf-8': 'it is not UTF-8 text',
  'row/quotes': 'its quotes do not match',
  'row/unsafe-name': 'it has a member with the name "__proto__", which cannot be kept',
  'row/too-deep': 'it is more than {$most :number} levels deep',

  'role/count': 'count',
  'role/decision': 'decision',
  'role/group': 'group',
  'role/groups': 'groups',
  'role/model': 'model',
  'role/outcome': 'outcome',
  'role/population': 'population',
  'role/score': 'score',
  'role/strata': 'strata',
  'role/stratum': 'stratum',
  'role/subject': 'subject',
  'role/system': 'system',
  'role/time': 'time',
  'role/weight': 'weight',

  'OMBUD_E_NO_SOURCE/empty-folder':
    'The source "{$source}" holds no data file. Check the path; quote patterns such as "data/*.csv".',
  'OMBUD_E_NO_SOURCE/no-file':
    'The source "{$source}" does not exist. Check the path; quote patterns such as "data/*.csv".',
  'OMBUD_E_NO_SOURCE/no-system': '"{$source}" does not name a ledger and a system. Write ledger:DIR#SYSTEM.',

  'OMBUD_E_SOURCE_FORMAT/mixed':
    'The source "{$source}" mixes files of several formats. Point Ombud at files of one format, for example "data/*.parquet".',
  'OMBUD_E_SOURCE_FORMAT/unknown':
    'The format of "{$file}" is not known by its name. Use .csv, .tsv, .txt, .parquet, .json, .ndjson or .jsonl (also .gz), or a folder of them.',

  'OMBUD_E_UNREADABLE/cut-short':
    '"{$file}" cannot be read to its end: it is damaged or cut short. Write it again.',
  'OMBUD_E_UNREADABLE/failed':
    '"{$file}" cannot be read ({$why}). Mend or re-export the file, then run again.',
  'OMBUD_E_UNREADABLE/json':
    '"{$file}" holds malformed JSON in line or value {$line}. Mend or re-export the file, then run again.',
  'OMBUD_E_UNREADABLE/line':
    'Line {$line} of "{$file}" cannot be read as delimited text. Mend or re-export the file, then run again.',
  'OMBUD_E_UNREADABLE/line-ends':
    '"{$file}" mixes line endings, or is not delimited text. Mend or re-export the file, then run again.',
  'OMBUD_E_UNREADABLE/line-ends-cr':
    'The lines of "{$file}" end with a carriage return (CR) alone, so that it would be read as one line. Save it with the line ends LF or CRLF, then run again.',
  'OMBUD_E_UNREADABLE/not-text':
    '"{$file}" is no text: its content is that of {$format}. Give its name the ending of what it is, or save it as CSV, then run again.',
  'OMBUD_E_UNREADABLE/other-columns':
    '"{$file}" has other columns than "{$first}". Audit files with the same columns together, others apart.',
  'OMBUD_E_UNREADABLE/parquet':
    '"{$file}" is not a whole Parquet file ({$why}). Mend or re-export the file, then run again.',
  'OMBUD_E_UNREADABLE/same-but-for-case':
    'The columns {$columns.list} of "{$file}" differ only in capitals, so nobody can say which is meant. Give each its own name, then run again.',

  'OMBUD_E_RAGGED_LINE/columns':
    'Line {$line} of "{$file}" has {$found} values where the header has {$expected}. Mend that line, or quote the value that holds the delimiter.',
  'OMBUD_E_RAGGED_LINE/quote':
    'Line {$line} of "{$file}" opens a quote that never closes. Close the quote, then run again.',
  'OMBUD_E_RAGGED_LINE/row':
    'Row {$row} of the table has {$found} values and the table has {$expected} columns. Give every row one value for each column.',

  'OMBUD_E_ENCODING/not-utf-8': '"{$file}" is not UTF-8 text. Save the file as UTF-8, or name its encoding.',
  'OMBUD_E_ENCODING/not-utf-8-line':
    '"{$file}", line {$line}, is not UTF-8 text. Save the file as UTF-8, or name its encoding.',
  'OMBUD_E_ENCODING/unknown': 'The encoding "{$encoding}" is not known. Use utf-8, utf-16 or latin-1.',
  'command/OMBUD_E_ENCODING/not-utf-8': 'For example --encoding latin-1.',
  'command/OMBUD_E_ENCODING/not-utf-8-line': 'For example --encoding latin-1.',

  'OMBUD_E_NO_ROWS/empty-file': '"{$file}" is empty. Point Ombud at a file that holds decisions.',
  'OMBUD_E_NO_ROWS/no-decision':
    'The ledger {$location} holds no decision of the system "{$system}" that can be read. Check the name after #.',
  'OMBUD_E_NO_ROWS/no-shadow':
    'The ledger {$location} holds no decision of the system "{$system}" without effect that can be read: its decisions are about people.',
  'OMBUD_E_NO_ROWS/only-shadow':
    'The ledger {$location} holds no decision of the system "{$system}" that had an effect and can be read: it decided in the shadow only. An audit of such decisions must be asked for.',
  'OMBUD_E_NO_ROWS/no-people':
    'The ledger {$location} holds no decision of the system "{$system}" that a person made and that can be read.',
  'OMBUD_E_NO_ROWS/only-people':
    'The ledger {$location} holds no decision that the system "{$system}" made itself and that can be read: people decided. An audit of such decisions must be asked for.',
  'OMBUD_E_NO_ROWS/no-rows':
    'The source "{$source}" has columns but no rows. Point Ombud at a file that holds decisions.',
  'OMBUD_E_BAD_WINDOW/empty':
    'Nothing lies from {$from} on and before {$to}. Name a beginning before the end.',
  'OMBUD_E_BAD_WINDOW/no-time':
    'A time was asked for, and nobody said which column holds the time of the decision. Name it.',
  'command/OMBUD_E_BAD_WINDOW/no-time': 'For example --time decided_at.',
  'OMBUD_E_BAD_WINDOW/nobody':
    'Nothing in the column "{$column}" lies from {$from} on and before {$to}: {$before :number} before it, {$after :number} after it, {$undated :number} without a time that can be read.',
  'OMBUD_E_BAD_WINDOW/within-second': 'The time "{$text}" lies within a second. Give whole seconds.',

  'OMBUD_E_NO_ROWS/no-value':
    'The {$role} column "{$column}" holds no value at all. Choose a column that is filled.',

  'OMBUD_E_DATABASE/failed':
    'The database of "{$location}" could not answer ({$state}). Nothing was counted. Its log says more.',
  'OMBUD_E_DATABASE/lost':
    'The connection to the database of "{$location}" ended before it had answered. Nothing was counted. Try again.',
  'OMBUD_E_DATABASE/not-trino':
    'What answers at "{$location}" does not speak the protocol of Trino. Check host and port, and whether it needs ?tls=true.',
  'OMBUD_E_DATABASE/refused':
    'The database of "{$location}" refused ({$state}): the user, the password or the right to read the table. The password is read from PGPASSWORD or OMBUD_TRINO_PASSWORD.',
  'OMBUD_E_DATABASE/unreachable':
    'No database answers at "{$location}". Check host and port, and that it runs.',
  'OMBUD_E_DATABASE/untrusted':
    'The certificate of "{$location}" is vouched for by nobody whom this machine trusts, so nothing was asked. Name its authority in NODE_EXTRA_CA_CERTS, or for PostgreSQL in sslrootcert.',
  'OMBUD_E_DATABASE/worker-lost':
    'A machine of the cluster of "{$location}" was lost while it counted ({$state}). Nothing was counted. Try again.',

  'OMBUD_E_DATABASE_LOCATION/malformed':
    '"{$location}" is no location of a table. Write postgres://USER@HOST/DATABASE#TABLE or trino://USER@HOST:PORT/CATALOG/SCHEMA/TABLE.',
  'OMBUD_E_DATABASE_LOCATION/needs-tls':
    'A password is not sent to "{$location}" without encryption. Add ?tls=true, or take OMBUD_TRINO_PASSWORD out of the environment.',
  'OMBUD_E_DATABASE_LOCATION/no-table':
    '"{$location}" names no table. Write postgres://USER@HOST/DATABASE#TABLE or trino://USER@HOST:PORT/CATALOG/SCHEMA/TABLE.',
  'OMBUD_E_DATABASE_LOCATION/not-here': '"{$location}" is a table of a database, and here a file is needed.',
  'OMBUD_E_DATABASE_LOCATION/password':
    'The location "{$location}" was written with a password, and locations stand in results and reports. Give the password as PGPASSWORD or OMBUD_TRINO_PASSWORD in the environment, and change it if others saw it.',
  'OMBUD_E_DATABASE_LOCATION/setting':
    'The location "{$location}" has a setting that is not known here. Known are: {$allowed.list}.',
  'OMBUD_E_DATABASE_LOCATION/unknown-table':
    'There is no table "{$table}" at "{$location}", or it may not be seen. Names are taken as they are written, with their case.',

  'OMBUD_E_UNKNOWN_COLUMN/no-column':
    '.input {$near.count :number} .match $near.count 0 {{There is no column "{$column}" for the {$role}. The columns are: {$columns.list}.}} * {{There is no column "{$column}" for the {$role}. Did you mean {$near.or}?}}',

  'OMBUD_E_MISSING_ROLE/not-named':
    '.input {$roles.count :number} .input {$more :number} .match $roles.count $more one 0 {{The {$roles} role is missing; the columns of "{$source}" are: {$columns.list}.}} one * {{The {$roles} role is missing; the columns of "{$source}" are: {$columns.list} and {$more} more.}} * 0 {{The roles {$roles} are missing; the columns of "{$source}" are: {$columns.list}.}} * * {{The roles {$roles} are missing; the columns of "{$source}" are: {$columns.list} and {$more} more.}}',
  'command/OMBUD_E_MISSING_ROLE/not-named':
    'Name the column with a flag (--decision, --groups), or run "ombud init" to propose roles.',

  'OMBUD_E_ROLE_CONFLICT/counts':
    'Counted data has no single people, so the roles count and {$role} exclude each other. Leave one of them out.',
  'OMBUD_E_ROLE_CONFLICT/memory':
    'A table of counts in memory has no column for the {$role}. Leave that role out, or audit a file of single decisions.',
  'OMBUD_E_ROLE_CONFLICT/two-roles':
    'The column "{$column}" is named both as {$role} and as {$otherRole}. Give each column one role.',

  'OMBUD_E_NOT_BINARY/many':
    '.input {$more :number} .match $more 0 {{The {$role} column "{$column}" has {$number :number} values and none was named positive: {$values.list}. Say which values are positive.}} * {{The {$role} column "{$column}" has {$number :number} values and none was named positive: {$values.list} and {$more} more. Say which values are positive.}}',
  'OMBUD_E_NOT_A_NUMBER/no-number':
    'The {$role} must be a number, and the column "{$column}" holds none: it holds texts such as "{$value}". Name a column of numbers.',
  'OMBUD_E_NOT_BINARY/no-number':
    'The {$role} column "{$column}" holds no number, so "{$condition}" cannot be read of anybody. Name the values that are positive.',
  'OMBUD_E_NOT_BINARY/not-plain':
    'It is not plain which value of the {$role} column "{$column}" is positive: {$values.list}. Say which values are positive.',
  'command/OMBUD_E_NOT_BINARY/many': 'For example --{$flag} {$example}.',
  'command/OMBUD_E_NOT_BINARY/not-plain': 'For example --{$flag} {$example}.',

  'OMBUD_E_NO_SUCH_VALUE/no-value':
    '.input {$near.count :number} .input {$more :number} .match $near.count $more 0 0 {{The {$role} column "{$column}" has no value "{$value}"; it holds {$values.list}. Use one of the values that the column holds.}} 0 * {{The {$role} column "{$column}" has no value "{$value}"; it holds {$values.list} and {$more} more. Use one of the values that the column holds.}} * 0 {{The {$role} column "{$column}" has no value "{$value}"; it holds {$values.list}. Did you mean {$near.or}?}} * * {{The {$role} column "{$column}" has no value "{$value}"; it holds {$values.list} and {$more} more. Did you mean {$near.or}?}}',

  'OMBUD_E_ONE_GROUP/no-value':
    'The group column "{$column}" holds no value at all. Choose a column with at least two groups of people.',
  'OMBUD_E_ONE_GROUP/one-group':
    'The group column "{$column}" holds one group only, "{$value}", so there is nobody to compare with. Choose a column with at least two groups of people.',

  'OMBUD_E_TOO_MANY_GROUPS/cells':
    'The groups and strata together make more than {$most :number} different cells. Choose columns with fewer values, or bin a numeric one.',
  'OMBUD_E_TOO_MANY_GROUPS/decision-values':
    '.input {$found :number} .match $found 0 {{The {$role} column "{$column}" has more than {$most :number} distinct values; at most {$most :number} can be shown. Say a condition on the number, such as 10 or more.}} * {{The {$role} column "{$column}" has {$found} distinct values; at most {$most :number} can be shown. Say a condition on the number, such as 10 or more.}}',
  'OMBUD_E_TOO_MANY_GROUPS/values':
    '.input {$found :number} .match $found 0 {{The {$role} column "{$column}" has more than {$most :number} distinct values; at most {$most :number} can be shown. Choose a column with fewer values, or bin a numeric one.}} * {{The {$role} column "{$column}" has {$found} distinct values; at most {$most :number} can be shown. Choose a column with fewer values, or bin a numeric one.}}',
  'command/OMBUD_E_TOO_MANY_GROUPS/decision-values': 'For example --{$flag} {$example}.',

  'OMBUD_E_BAD_COUNT/negative':
    'The count column "{$column}" has a negative value, {$value}. Counts must be whole numbers, zero or more.',
  'OMBUD_E_BAD_COUNT/not-number':
    'The count column "{$column}" has a value that is not a number. Counts must be whole numbers, zero or more.',
  'OMBUD_E_BAD_COUNT/too-large':
    'The counts of "{$column}" add up to more than 2^53, beyond which no whole number is exact. Count what is counted in thousands.',
  'OMBUD_E_BAD_COUNT/not-whole':
    'The count column "{$column}" has a value that is not a whole number. Counts must be whole numbers, zero or more.',
  'OMBUD_E_BAD_WEIGHT/negative':
    'The weight column "{$column}" has a negative value, {$value}. Weights must be numbers, zero or more.',
  'OMBUD_E_BAD_WEIGHT/not-number':
    'The weight column "{$column}" has a value that is not a number. Weights must be numbers, zero or more.',
  'OMBUD_E_BAD_WEIGHT/too-large':
    'The weight column "{$column}" has a value so large that its square is beyond all numbers, {$value}. Divide all weights by one number: only their proportions count.',
  'OMBUD_E_BAD_WEIGHT/too-small':
    'All weights of "{$column}" are so small that their squares are 0; the greatest is {$value}. Multiply all weights by one number: only their proportions count.',
  'OMBUD_E_NOT_A_NUMBER/too-large':
    '"{$column}" has a value so large that its square is beyond all numbers, {$value}. Count in a larger unit, or name the value as missing if it means none.',
  'OMBUD_E_BAD_BINS/not-increasing':
    'The bins of "{$column}" are not increasing numbers. Bins are increasing numbers, for example 25, 40, 65.',
  'OMBUD_E_ENGINE/failed':
    'The engine failed on "{$file}" ({$why}). This looks like our fault: please report it with the command you ran.',
} as const;
