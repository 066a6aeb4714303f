/** Errors of `@ombud/app`, and why one row could not be recorded. */
export const app = {
  'OMBUD_E_BAD_CONFIG/inverted-decision':
    'The other decision is this one turned round: whoever is a yes in one is a no in the other, and nothing else can be told. Name the column of another decision, or another limit of “{$column}”.',
  'OMBUD_E_BAD_CONFIG/ll144-needs-audit':
    'The page of Local Law 144 shows the audit "ll144", which was not asked for. Nothing was audited.',
  'OMBUD_E_BAD_CONFIG/no-such-format':
    '.input {$near.count :number} .match $near.count 0 {{There is no format "{$name}". The formats are: {$formats.list}.}} * {{There is no format "{$name}". Did you mean {$near.or}?}}',
  'OMBUD_E_BAD_CONFIG/one-format': 'The file "{$path}" takes one format. Name one, or give a folder.',
  'OMBUD_E_BAD_CONFIG/several-formats': 'Several formats ({$formats.list}) need a folder to go to.',
  'OMBUD_E_BAD_CONFIG/sign-needs-ledger':
    'Evidence is about a checkpoint of a ledger, and "{$source}" is no ledger. Nothing was audited. Audit ledger:DIR#SYSTEM.',
  'OMBUD_E_BAD_CONFIG/unknown-ending':
    'Nothing was written: "{$ending}" of "{$path}" is no format of a report. Use {$endings.list}; or end the name of a folder with a slash.',
  'OMBUD_E_BAD_EVIDENCE/envelope': 'This is not an envelope of evidence: give the one that signing wrote.',
  'OMBUD_E_BAD_EVIDENCE/no-ledger': 'The evidence is not about a ledger, so there is no entry to look for.',
  'OMBUD_E_BAD_EVIDENCE/unreadable': 'The evidence "{$file}" cannot be read: check its name.',
  'OMBUD_E_CASES/case-missing':
    '.input {$problems :number} .match $problems one {{The log is whole, and a case is not as it says: the run "{$matter}" is missing from its table: somebody took it away (entry {$entry :number useGrouping=never}).}} * {{The log is whole, and {$problems} runs of cases are not as it says. The first: "{$matter}" is missing from its table: somebody took it away (entry {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/data-differs':
    '.input {$problems :number} .match $problems one {{The log is whole, and a case is not as it says: the run "{$matter}" says something else than its last entry (entry {$entry :number useGrouping=never}).}} * {{The log is whole, and {$problems} runs of cases are not as it says. The first: "{$matter}" says something else than its last entry (entry {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/deadline-differs':
    '.input {$problems :number} .match $problems one {{The log is whole, and a case is not as it says: the run "{$matter}" has another deadline than its last entry (entry {$entry :number useGrouping=never}).}} * {{The log is whole, and {$problems} runs of cases are not as it says. The first: "{$matter}" has another deadline than its last entry (entry {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/entry-missing':
    '.input {$problems :number} .match $problems one {{The log is whole, and a case is not as it says: the run "{$matter}" jumped: the move before it has no entry (entry {$entry :number useGrouping=never}).}} * {{The log is whole, and {$problems} runs of cases are not as it says. The first: "{$matter}" jumped: the move before it has no entry (entry {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/move-not-in-table':
    '.input {$problems :number} .match $problems one {{The log is whole, and a case is not as it says: the run "{$matter}" moved in a way that no table allows (entry {$entry :number useGrouping=never}).}} * {{The log is whole, and {$problems} runs of cases are not as it says. The first: "{$matter}" moved in a way that no table allows (entry {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/not-in-ledger':
    '.input {$problems :number} .match $problems one {{The log is whole, and a case is not as it says: the run "{$matter}" has no entry, and must have one (entry {$entry :number useGrouping=never}).}} * {{The log is whole, and {$problems} runs of cases are not as it says. The first: "{$matter}" has no entry, and must have one (entry {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/state-differs':
    '.input {$problems :number} .match $problems one {{The log is whole, and a case is not as it says: the run "{$matter}" stands elsewhere than its last entry says (entry {$entry :number useGrouping=never}).}} * {{The log is whole, and {$problems} runs of cases are not as it says. The first: "{$matter}" stands elsewhere than its last entry says (entry {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/time-differs':
    '.input {$problems :number} .match $problems one {{The log is whole, and a case is not as it says: the run "{$matter}" has another time than the log: somebody set it back or forward (entry {$entry :number useGrouping=never}).}} * {{The log is whole, and {$problems} runs of cases are not as it says. The first: "{$matter}" has another time than the log: somebody set it back or forward (entry {$entry :number useGrouping=never}).}}',
  'OMBUD_E_CASES/version-differs':
    '.input {$problems :number} .match $problems one {{The log is whole, and a case is not as it says: the run "{$matter}" is older or newer than its last entry (entry {$entry :number useGrouping=never}).}} * {{The log is whole, and {$problems} runs of cases are not as it says. The first: "{$matter}" is older or newer than its last entry (entry {$entry :number useGrouping=never}).}}',
  'OMBUD_E_BREAKER/busy': 'The breakers are brought up to the log at this moment: try again.',
  'OMBUD_E_BREAKER/closed': 'The breaker of "{$system}" is closed: there is nothing to close.',
  'OMBUD_E_BREAKER/no-proposal':
    'Nobody has proposed to close the breaker of "{$system}": one person proposes it, and another closes it.',
  'OMBUD_E_BREAKER/not-closed': 'The breaker of "{$system}" is open already.',
  'OMBUD_E_BREAKER/not-inside':
    'The breaker of "{$system}" stays open: {$counted :number} decisions or answers since it opened do not show yet that the limit of {$limit :number} is kept.',
  'OMBUD_E_BREAKER/old-version':
    'Version {$version} of "{$system}" was declared before the breaker opened, or nobody has approved it: name a newer one that is approved, or say what was put right.',
  'OMBUD_E_BREAKER/rule-broken':
    'The breaker of "{$system}" stays open: its rule "{$rule}" is still broken ({$value :number}, and {$limit :number} stops it).',
  'OMBUD_E_BREAKER_RULE/blocks':
    'The breaker would open after {$blocks :number} blocks, which nobody lives to see: at most {$most :number}.',
  'OMBUD_E_BREAKER_RULE/itself':
    'The breaker compares "{$watched}" of "{$column}" with itself, so it could never open: name another reference.',
  'OMBUD_E_BREAKER_RULE/no-group':
    '.input {$near.count :number} .match $near.count 0 {{The breaker watches "{$column}", which no decision may have, so it could never open: the declared groups are {$groups.list}.}} * {{The breaker watches "{$column}", which no decision may have, so it could never open. Did you mean {$near.or}?}}',
  'OMBUD_E_BREAKER_RULE/no-positive':
    'The breaker watches a ratio, and nothing says which decision is the positive one, so it could never open: declare data.decision.positive.',
  'OMBUD_E_BASELINE/not-a-day': '"{$text}" is no day: write it as 2027-01-31.',
  'OMBUD_E_BASELINE/other-count':
    'The baseline in {$file} is of an audit in which a row stands for other numbers of people: by another column, or by none. It excuses nothing here: write one of this audit.',
  'OMBUD_E_BASELINE/other-decision':
    'The baseline in {$file} is of another decision, by its column or by what of it is positive. It excuses nothing here: write one of this audit.',
  'OMBUD_E_BASELINE/other-favourable':
    'The baseline in {$file} is of an audit in which the positive decision was not said to be as good or as bad for the person. It excuses nothing here: write one of this audit.',
  'OMBUD_E_BASELINE/other-groups':
    'The baseline in {$file} is of other groups: none of its attributes is audited here as it was there. It excuses nothing here: write one of this audit.',
  'OMBUD_E_BASELINE/other-outcome':
    'The baseline in {$file} is of another outcome, by its column or by what of it is positive. It excuses nothing here: write one of this audit.',
  'OMBUD_E_BASELINE/other-policy':
    'The baseline in {$file} is of another policy: no pack or file of it is judged by here. It excuses nothing here: write one of this audit.',
  'OMBUD_E_BASELINE/other-system':
    'The baseline in {$file} is of another system. It excuses nothing here: write one of this audit.',
  'OMBUD_E_BASELINE/other-weight':
    'The baseline in {$file} is of an audit in which people have other weights: by another column, or by none. It excuses nothing here: write one of this audit.',
  'OMBUD_E_BASELINE/unreadable':
    'The baseline "{$file}" cannot be read, and nothing was excused: name the file that was written as one.',
  'OMBUD_E_CANNOT_WRITE/exists': '"{$path}" exists already, and nothing was written over it.',
  'OMBUD_E_CANNOT_WRITE/folder':
    'Nothing can be written to "{$path}": the folder cannot be made. Choose another place.',
  'OMBUD_E_CANNOT_WRITE/full':
    'Nothing can be written to "{$path}": the disk is full. Make room, or choose another place.',
  'OMBUD_E_CANNOT_WRITE/is-file':
    '"{$path}" is a file, and a folder is needed for several reports. Choose another place.',
  'OMBUD_E_CANNOT_WRITE/not-allowed':
    'Nothing can be written to "{$path}": it is not allowed. Choose another place.',
  'OMBUD_E_CANNOT_WRITE/other': 'Nothing can be written to "{$path}": {$why}. Choose another place.',
  'OMBUD_E_CANNOT_WRITE/part-is-file':
    'Nothing can be written to "{$path}": part of the path is a file. Choose another place.',
  'OMBUD_E_CANNOT_WRITE/read-only':
    'Nothing can be written to "{$path}": the place is read-only. Choose another place.',
  'OMBUD_E_CONNECTION/not-confirmed':
    'The evidence names a ledger at {$host}, and nothing was connected to it: only the envelope says so. Name the ledger yourself, as SOURCE.',
  'OMBUD_E_CONNECTION/untrusted-keys':
    'Nobody vouches for this evidence: the ledger that an envelope names cannot vouch for the envelope. Give the verifier key of the log, or name the ledger yourself, as SOURCE.',
  'OMBUD_E_RELEASES/backwards':
    'A result about {$before} entries was published before, and one about {$size} would give people away by subtraction. Sign at that size or later.',
  'OMBUD_E_RELEASES/other-bins':
    'The bins of {$column} were published as {$bins.list} before, and others would give people away by subtraction. Use the same.',
  'OMBUD_E_RELEASES/other-decision':
    'Results of this system were published with another meaning of the decision or the outcome, and the difference would give people away. Use the same.',
  'OMBUD_E_RELEASES/other-time':
    'A result about a time that overlaps with this one was published before, and the difference would give people away. Use the same time, or one that does not overlap.',
  'OMBUD_E_RELEASES/damaged':
    'The releases in "{$file}" cannot be read: without them the next release could give people away. Restore the file from a backup.',
  'OMBUD_E_RELEASES/no-file':
    'A ledger in a database needs a file of its own for what was published from it: name one, in a private place.',
  'command/OMBUD_E_RELEASES/no-file': 'The flag is --releases.',
  'OMBUD_E_RELEASES/unreadable': 'The releases in "{$file}" cannot be read: check who may read the file.',
  'OMBUD_E_DEPLOYMENT_FILES/cannot-read': 'The manifest {$path} cannot be read: check its name.',
  'OMBUD_E_DEPLOYMENT_FILES/none':
    'There is no manifest in {$paths.list}: name YAML or JSON files of Kubernetes or compose, or a folder that holds some.',
  'OMBUD_E_RESULT_FILE/broken':
    'The result "{$file}" is not whole: what an audit writes at "{$where}" is missing or is something else. Give the file as the audit wrote it.',
  'OMBUD_E_RESULT_FILE/unreadable':
    'The result "{$file}" cannot be read: name a result.json that an audit wrote.',
  'OMBUD_E_EXPLAIN_MODEL/another':
    'Another model decided: entry {$index} names the model file {$expected}, and "{$file}" is {$found}. Give the file that decided.',
  'OMBUD_E_EXPLAIN_MODEL/not-named':
    'Entry {$index} does not name the file of the model that decided, so nobody can say that this is it: record decisions with the digest of their model.',
  'OMBUD_E_EXPLAIN_USAGE/bad-row': 'Line {$line} of "{$file}" cannot be read: mend it, or leave it out.',
  'OMBUD_E_EXPLAIN_USAGE/entry-needs-ledger':
    'An entry is in a ledger, and "{$source}" is none: write ledger:DIR#SYSTEM, or name a row.',
  'OMBUD_E_EXPLAIN_USAGE/no-cutoff':
    'The model gives a score and no probability, and nobody said at which score the decision turns. Declare explain.cutoff.',
  'OMBUD_E_EXPLAIN_USAGE/group-needs-table':
    'Recourse by group is measured on a table of people, and "{$source}" is a ledger: export the decisions, or name a file.',
  'OMBUD_E_EXPLAIN_USAGE/ledger-needs-entry':
    '"{$source}" is a ledger: say which entry of it is to be explained.',
  'OMBUD_E_EXPLAIN_USAGE/no-model': 'The model file "{$file}" cannot be read: check its name.',
  'OMBUD_E_EXPLAIN_USAGE/no-output':
    'The model has no class "{$output}" to be explained: it has {$outputs.list}.',
  'OMBUD_E_EXPLAIN_USAGE/no-recourse-rules':
    'Nothing in "{$file}" says what people can change: declare it under explain, recourse.',
  'OMBUD_E_EXPLAIN_USAGE/no-rows': 'There is nobody in "{$file}".',
  'OMBUD_E_EXPLAIN_USAGE/cutoff-beyond':
    'The cut-off {$cutoff :number} is no probability, which lies between 0 and 1: declare another explain.cutoff, or explain.scale: raw.',
  'OMBUD_E_EXPLAIN_USAGE/no-such-protected':
    '.input {$near.count :number} .match $near.count 0 {{Neither the model nor the data have the protected column "{$column}", so it would protect nobody.}} * {{Neither the model nor the data have the protected column "{$column}", so it would protect nobody. Did you mean {$near.or}?}}',
  'OMBUD_E_EXPLAIN_USAGE/plan-untellable':
    '"{$column}" may not be told to the person or decided by, so no plan may change it: take it out of what people can change.',
  'OMBUD_E_EXPLAIN_USAGE/no-such-column': '"{$source}" has no column "{$column}" to find a person by.',
  'OMBUD_E_EXPLAIN_USAGE/no-such-decision':
    'Entry {$index} of "{$source}" is no decision of this system that can be read: check the number, or whether it was erased.',
  'OMBUD_E_EXPLAIN_USAGE/no-such-row': '"{$source}" has no row {$row}: it has rows 1 to {$rows :number}.',
  'OMBUD_E_EXPLAIN_USAGE/not-one-row':
    'Where "{$column}" is "{$value}" there must be one person, and there are {$rows :number}: name a row, or another column.',
  'OMBUD_E_EXPLAIN_USAGE/remote-needs-inputs':
    'A server does not say what it reads: declare its columns and their types under inputs.',
  'OMBUD_E_EXPLAIN_USAGE/which-row':
    '"{$source}" has {$rows :number} people: say which of them is to be explained, by its row or by a value.',
  'OMBUD_E_LEDGER_INPUT/cannot-export':
    '{$file} cannot be written: check that its folder is there and can be written.',
  'OMBUD_E_LEDGER_INPUT/no-rows': 'There are no rows in {$file}: nothing was recorded.',
  'OMBUD_E_LEDGER_INPUT/not-a-payload':
    'This is not a payload with its salt: give the file that came with the receipt.',
  'OMBUD_E_LEDGER_INPUT/rows-refused':
    '{$refused} of {$all} rows of {$file} were refused; the other {$accepted} are recorded.',
  'OMBUD_E_LEDGER_NOBODY/no-payload':
    'Entry {$index :number useGrouping=never} has no payload (any more): it was erased or never had one.',
  'OMBUD_E_LEDGER_USAGE/erase-at-server':
    'A server keeps names, letters and words of people beside the ledger {$location}: erase there, where all of it goes together.',
  'OMBUD_E_LEDGER_USAGE/export-format':
    'The name {$file} does not say how to write it: use a name that ends with {$endings.list}.',
  'OMBUD_E_LEDGER_USAGE/no-entry': 'This receipt does not hold its entry: give the entry too.',
  'OMBUD_E_LEDGER_USAGE/no-key': 'A receipt is checked against the key of its log: give the verifier key.',
  'OMBUD_E_LEDGER_USAGE/no-tree-for-audit':
    'The receipt is of {$receipt} entries and the audit of {$audit}: give the published log too, to show that they are one log.',
  'OMBUD_E_LEDGER_USAGE/no-tree-for-growth':
    'Growth is checked from the published log: give its folder or address.',
  'OMBUD_E_LEDGER_USAGE/not-loopback':
    'Others could reach the witness at {$host}: put a web server with TLS before 127.0.0.1, or say that you mean it.',
  'OMBUD_E_LEDGER_USAGE/whom-to-erase': 'Say whom to erase, or how old what is erased must be.',
  'OMBUD_E_LEDGER_WITNESS/cannot-listen': 'Nothing can listen on {$host}:{$port}: choose another port.',
  'OMBUD_E_NO_INCIDENT/audit':
    '.input {$near.count :number} .match $near.count 0 {{There is no audit "{$name}". There are: {$all.list}.}} * {{There is no audit "{$name}". Did you mean {$near.or}?}}',
  'OMBUD_E_NO_INCIDENT/incident':
    '.input {$near.count :number} .match $near.count 0 {{There is no incident "{$name}". There are: {$all.list}.}} * {{There is no incident "{$name}". Did you mean {$near.or}?}}',
  'OMBUD_E_SAME_PERSON/closing': 'You proposed to close "{$system}", so somebody else must close it.',
  'OMBUD_E_SAME_PERSON/rule':
    'You declared or approved what "{$system}" decided by when it was stopped, so others must start it again.',
  'OMBUD_E_SAME_PERSON/declared':
    'Whoever declared version {$version} of "{$system}" cannot approve it: somebody else must.',
  'OMBUD_E_STATE/newer':
    'The tables of "{$capability}" beside the ledger are of a newer version of Ombud: use that one, or migrate back with it first.',
  'OMBUD_E_STATE/no-migration': '"{$capability}" has no migration "{$name}": it has {$names.list}.',
  'OMBUD_E_STATE_USE/changes-while-reading':
    'A statement that changes something was run where only reading is allowed. This is a fault of the program.',
  'OMBUD_E_STATE_USE/name-taken':
    'The table "{$table}" of "{$capability}" has the name of another one. This is a fault of the program.',
  'OMBUD_E_SYSTEM/no-version': 'The system "{$system}" has no version {$version}.',
  'OMBUD_E_SYSTEM/not-declared': 'There is no system "{$system}": declare it first.',
  'OMBUD_E_SYSTEM_STATE/approved-already': 'Version {$version} of "{$system}" was approved already.',
  'OMBUD_E_SYSTEM_STATE/retired': 'Version {$version} of "{$system}" is retired already.',
  'OMBUD_E_SYSTEM_STATE/same-declaration':
    'Version {$version} of "{$system}" says the same: nothing was declared.',
  'OMBUD_E_VERIFY_NOT_COUNTED/erased':
    'The decision was not counted in the audit of the first {$size} entries: it had been erased.',
  'OMBUD_E_VERIFY_NOT_COUNTED/not-covered':
    'The decision was not counted in the audit of the first {$size} entries: the audit does not say why.',
  'OMBUD_E_VERIFY_NOT_COUNTED/other-kind':
    'The entry was not counted in the audit of the first {$size} entries: it is no decision.',
  'OMBUD_E_VERIFY_NOT_COUNTED/other-system':
    'The entry was not counted in the audit of the first {$size} entries: it is of another system.',
  'OMBUD_E_VERIFY_NOT_COUNTED/other-time':
    'The decision was not counted in the audit of the first {$size} entries: it is of another time than the audit was about.',
  'OMBUD_E_VERIFY_NOT_COUNTED/recorded-later':
    'The decision was not counted in the audit of the first {$size} entries: it was recorded after the audit.',
  'OMBUD_E_VERIFY_NOT_COUNTED/not-shadow':
    'The decision was not counted in the audit of the first {$size} entries: the audit was about decisions without effect, and this one had an effect.',
  'OMBUD_E_VERIFY_NOT_COUNTED/shadow':
    'The decision was not counted in the audit of the first {$size} entries: it had no effect, because it was made in the shadow of another.',
  'OMBUD_E_VERIFY_NOT_COUNTED/by-person':
    'The decision was not counted in the audit of the first {$size} entries: a person made it in place of the system.',
  'OMBUD_E_VERIFY_NOT_COUNTED/by-system':
    'The decision was not counted in the audit of the first {$size} entries: the audit was about decisions that people made, and the system made this one.',
  'OMBUD_E_VERIFY_NOT_COUNTED/unreadable':
    'The decision was not counted in the audit of the first {$size} entries: it could not be read.',
  'OMBUD_E_VERIFY_REPORT/differs':
    'The page is not the one that this evidence gives: somebody changed it, or it shows another audit.',
  'OMBUD_E_VERIFY_REPORT/no-report': 'The page is no report by Ombud.',
  'OMBUD_E_VERIFY_PAYLOAD/not-recorded': 'The payload is not the one that was recorded.',
  'row/attribute-not-declared':
    '.input {$near.count :number} .match $near.count 0 {{its attribute "{$name}" was not declared}} * {{its attribute "{$name}" was not declared; did you mean {$near.or}?}}',
  'row/input-missing': 'its input "{$name}" is missing; null says that it is not known',
  'row/input-not-declared':
    '.input {$near.count :number} .match $near.count 0 {{its input "{$name}" was not declared}} * {{its input "{$name}" was not declared; did you mean {$near.or}?}}',
  'row/input-type': 'its input "{$name}" is not of the declared type, {$type}',
  'row/no-version': 'its system has no version {$version}',
  'row/unfit-member': 'its member "{$member}" is missing or cannot be used',
  'row/unknown-member': 'its member "{$member}" is not known',
  'row/empty': 'its {$part} ("{$column}") is empty',
  'row/no-column': 'it has no column "{$column}"',
  'row/no-such-decision': 'no decision of this system is recorded for "{$value}" ("{$column}")',
  'row/recorded-otherwise':
    'this line of the file was recorded before as entry {$index :string}, with other columns or another model; to record it once more, name a column of keys that are all new (--key)',
  'row/not-a-number': 'its score ("{$column}") is not a number',
  'row/not-a-single-value': '"{$column}" is not a single value',
  'row/not-a-time': 'its time ("{$column}") is not a date or time such as 2026-11-22T03:49:31Z',
  'row/other-person':
    'entry {$index :number useGrouping=never} is a decision about somebody else than "{$value}"',
  'row/several-decisions':
    '"{$value}" ("{$column}") has {$decisions} decisions: name the one by the index of its entry',
} as const;
