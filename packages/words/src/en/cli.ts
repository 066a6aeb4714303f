/** What the command says: its own errors, how it does what an error asks for (`command/...`), and its answers. */
export const cli = {
  'OMBUD_E_CANNOT_WRITE/source':
    'The report would be written over the decisions in "{$path}". Choose another place.',
  'OMBUD_E_BAD_BINS/bins-flag':
    '"--bins {$text}" is not a column with numbers. Write for example --bins age=25,40,65.',
  'OMBUD_E_BAD_BINS/bins-of-nothing':
    '--bins names "{$column}", which is no group and no stratum. Add it to --groups or --strata.',
  'OMBUD_E_BAD_CONFIG/flag-alone':
    '--{$flag} does nothing without --{$needs}. Add it, or leave --{$flag} out.',
  'OMBUD_E_BAD_CONFIG/flags-apart':
    '--{$flag} does nothing together with --{$other}. Leave one of the two out.',
  'OMBUD_E_BAD_CONFIG/sign-no-baseline':
    'What is signed is the result itself, which no baseline excuses. Sign in one run, and hold against the baseline in another.',
  'OMBUD_E_BAD_CONFIG/against-itself':
    'The decision is compared with itself: name another one with --against-decision, or another source with --against.',
  'OMBUD_E_BAD_CONFIG/empty-value':
    '"{$text}" names no positive value after "=". Write for example --decision approved=yes.',
  'OMBUD_E_BAD_CONFIG/period-flag': '--period "{$text}" is not a period. Use {$periods.or}.',
  'OMBUD_E_BAD_CONFIG/favourable-flag':
    '--favourable "{$text}" is neither positive nor negative. Use one of the two.',
  'OMBUD_E_BAD_CONFIG/no-language': 'Ombud does not speak "{$tag}". It speaks: {$languages.list}.',
  'cli/our-fault': 'This is our fault: {$message}',
  'cli/our-fault-report': 'Set OMBUD_DEBUG=1 to see where, and please report it.',
  'OMBUD_E_BAD_CONFIG/not-a-number': '--{$name} "{$text}" is not a number. Give one.',
  'OMBUD_E_BAD_CONFIG/population-empty':
    'The population "{$file}" holds no shares. Give a CSV with the columns attribute, value and share.',
  'OMBUD_E_BAD_CONFIG/population-line':
    'The population "{$file}" has no attribute, value and share of at least 0 in line {$line :number useGrouping=never}. Give a CSV with the columns attribute, value and share.',
  'OMBUD_E_BAD_CONFIG/population-unreadable':
    'The population "{$file}" cannot be read. Give a CSV with the columns attribute, value and share.',
  'OMBUD_E_BAD_CONFIG/reference-flag':
    '"--reference {$text}" is not understood. Write highest, all-others, or for example sex=M.',
  'OMBUD_E_BAD_CONFIG/verify-evidence':
    'Where signed evidence is verified, {$extra.list} would do nothing: leave that out.',
  'OMBUD_E_BAD_CONFIG/verify-growth':
    'Where two checkpoints are verified, {$extra.list} would do nothing: leave that out.',
  'OMBUD_E_BAD_CONFIG/verify-log':
    'Where a whole published log is verified, {$extra.list} would do nothing: leave that out.',
  'OMBUD_E_BAD_CONFIG/verify-page':
    '--page writes the page that verifies, and verifies nothing itself, so that {$extra.list} would do nothing: write the page alone, and verify in another run.',
  'OMBUD_E_BAD_CONFIG/verify-receipt':
    'Where a receipt is verified, {$extra.list} would do nothing: leave that out.',
  'OMBUD_E_BAD_POLICY/neither-pack-nor-file':
    '"{$name}" is neither a rule pack nor a policy file. The packs are: {$packs.list}.',
  'OMBUD_E_EXPLAIN_FLAGS/not-whole': '{$flag} must be a whole number, and "{$value}" is none.',
  'OMBUD_E_EXPLAIN_FLAGS/one-person':
    'One person is explained at a time: give one of --row, --where and --entry.',
  'OMBUD_E_EXPLAIN_FLAGS/protocol':
    '"{$value}" is no protocol: write plain, mlflow, or open-inference:MODEL.',
  'OMBUD_E_EXPLAIN_FLAGS/several-formats':
    'Several formats ({$formats.list}) need a folder to go to: give --out.',
  'OMBUD_E_EXPLAIN_FLAGS/where': '"{$value}" names nobody: write --where COLUMN=VALUE, such as id=4711.',
  'OMBUD_E_LEDGER_INDEX/not-an-index':
    '"{$text}" is not the index of an entry: give a whole number from 0 on.',
  'OMBUD_E_LEDGER_INPUT/cannot-read': 'The file {$file} cannot be read: check its name.',
  'OMBUD_E_LEDGER_USAGE/not-a-port': '"{$text}" is not a port: give a number from 0 to 65535.',
  'OMBUD_E_LEDGER_USAGE/nothing-to-verify':
    'There is nothing to verify: name a receipt, two checkpoints, or a published log.',
  'OMBUD_E_LEDGER_USAGE/one-checkpoint':
    'One checkpoint alone proves nothing: "{$file}" is one. Name the later checkpoint as well, or check a whole log with --log.',
  'OMBUD_E_LEDGER_USAGE/not-a-shell':
    '"{$shell}" is not a shell that is completed here: name one of {$shells.list}.',
  'OMBUD_E_LEDGER_USAGE/not-an-age': '"{$text}" is not an age: give days, such as 730d.',
  'OMBUD_E_LEDGER_USAGE/role-not-named':
    'The {$name} is not named: add --{$name} {$what}, or say it in ombud.yaml.',
  'OMBUD_E_LEDGER_USAGE/which-decision':
    'A row names its decision by --subject or by --index, not by both: leave one out.',
  'OMBUD_E_MISSING_ROLE/not-chosen': 'The roles were not chosen, and nothing was audited.',
  'OMBUD_E_MISSING_ROLE/nothing-like-a-decision':
    'No column of "{$source}" looks like a decision: none has 2 to 20 values. Name the column with --decision.',
  'OMBUD_E_NO_SOURCE/no-example':
    'The example is part of the repository and is not here. Run "ombud incidents berkeley-1973" instead.',
  'OMBUD_E_NO_SOURCE/none-named':
    'No source is named. Write "ombud audit FILE --decision COLUMN --groups COLUMN", or make an ombud.yaml with "ombud init FILE".',

  'command/OMBUD_E_BAD_CONFIG/ll144-needs-audit': 'Add --policy nyc-ll144, or --audits ll144.',
  'command/OMBUD_E_BAD_CONFIG/several-formats': 'Add --out FOLDER.',
  'command/OMBUD_E_BAD_CONFIG/sign-needs-ledger': 'Or leave out --sign.',
  'command/OMBUD_E_CANNOT_WRITE/exists': 'Add --force to write over it, or --out for another name.',
  'command/OMBUD_E_CONNECTION/not-confirmed':
    'Write "ombud audit SOURCE --reproduce FILE --key VKEY", or run this in a terminal, where you are asked.',
  'command/OMBUD_E_CONNECTION/untrusted-keys': 'Add --key VKEY.',
  'command/OMBUD_E_LEDGER_USAGE/no-entry': 'Add --entry FILE.',
  'command/OMBUD_E_LEDGER_USAGE/no-key': 'Add --key VKEY.',
  'command/OMBUD_E_LEDGER_USAGE/no-tree-for-audit': 'Add --from FOLDER.',
  'command/OMBUD_E_LEDGER_USAGE/no-tree-for-growth': 'Add --from FOLDER.',
  'command/OMBUD_E_LEDGER_USAGE/not-loopback': 'Add --public if you mean it.',
  'command/OMBUD_E_LEDGER_USAGE/whom-to-erase': 'Write --subject ID, or --older-than 730d.',

  'OMBUD_E_STOPPED/signal':
    '.input {$line :number useGrouping=never} .match $line 0 {{{$signal} ended the recording before a row of {$file} was read.}} * {{{$signal} ended the recording after line {$line} of {$file}. What comes after it was not recorded.}}',
  'cli/append/refused': 'Line {$line :number useGrouping=never} of {$file} was refused: {$why}.',
  'cli/append/repeated':
    '.input {$repeated :number useGrouping=never} .match $repeated one {{{$repeated} row of {$file} was recorded before, and was not recorded again.}} * {{{$repeated} rows of {$file} were recorded before, and were not recorded again.}}',
  'cli/append/sent-so-far':
    '.input {$recorded :number} .match $recorded one {{{$recorded} row is recorded. Rows of standard input are not known again: send what comes after it, or all of it with --key COLUMN.}} * {{{$recorded} rows are recorded. Rows of standard input are not known again: send what comes after them, or all of them with --key COLUMN.}}',
  'cli/append/so-far':
    '.input {$recorded :number} .match $recorded one {{{$recorded} row of {$file} is recorded; if the file is appended again, it is not recorded twice.}} * {{{$recorded} rows of {$file} are recorded; if the file is appended again, they are not recorded twice.}}',
  'cli/append/untold':
    '.input {$recorded :number} .match $recorded one {{{$recorded} row of {$file} is recorded, but the line that says so could not be written.}} * {{{$recorded} rows of {$file} are recorded, but not all lines that say so could be written.}}',
  'cli/ask/favourable': 'Is "{$column} = {$values}" good or bad for the person?',
  'cli/ask/good': 'Good: they get what they want',
  'cli/ask/bad': 'Bad: it is done to them',
  'cli/ask/decision': 'Which column holds the decision?',
  'cli/ask/groups': 'Which columns are groups of people to compare?',
  'cli/ask/nothing-audited': 'Nothing was audited.',
  'cli/ask/positive': 'Which values of {$column} are positive?',
  'cli/ask/values': '{$distinct :number} values',
  'cli/audit/baseline':
    '.input {$n :number} .match $n one {{The baseline in {$path} knows {$n} failure.}} * {{The baseline in {$path} knows {$n} failures.}}',
  'cli/audit/no-report': 'Add --out FOLDER for the whole report as a page, and for the result as JSON.',
  'cli/audit/report': 'The whole report: {$path}',
  'cli/audit/signed':
    'Signed: entry {$index :number useGrouping=never} of the log {$origin} holds this evidence about its first {$size :number useGrouping=never} entries; the envelope is in {$file}.',
  'cli/audit/sounds-bad':
    'ombud: "{$column} = {$values.list}" sounds bad for the person. Add --favourable negative (or positive), and adverse impact is measured too.',
  'cli/audit/sounds-bad-condition':
    'ombud: "{$column} {$operator} {$value}" sounds bad for the person. Add --favourable negative (or positive), and adverse impact is measured too.',
  'cli/audit/using': 'Using {$file}; flags win.',
  'cli/audit/written': 'Written: {$files.list}',
  'cli/deployment/exposed':
    '{$file}:{$line :number useGrouping=never}: anybody can reach {$dashboard} ({$workload}) by {$by} {$entry}, and it asks nobody who they are. Put a login before it, or close the way in.',
  'cli/deployment/exposed-because':
    '{$file}:{$line :number useGrouping=never}: anybody can reach {$dashboard} ({$workload}) by {$by} {$entry}, and {$because} switches its login off. Take that out, or close the way in.',
  'cli/deployment/none':
    'No dashboard was found that anybody can reach without a login. Ways in from outside: {$ways :number}; documents read: {$documents :number}.',
  'cli/deployment/unreadable-aliases':
    '{$file}:{$line :number useGrouping=never}: this document refers to itself too often to be read, and was not looked at.',
  'cli/deployment/unreadable-not-yaml':
    '{$file}:{$line :number useGrouping=never}: this is no YAML, and was not looked at. Is it a template? Check what it renders to.',
  'cli/deployment/unreadable-too-large':
    '{$file}: larger than 5 MB, which no manifest is; it was not looked at.',
  'cli/deployment/unseen-configmap':
    '{$file}:{$line :number useGrouping=never}: {$dashboard} ({$workload}) can be reached, and takes settings from the ConfigMap "{$name}", which is in none of the files. One of them could switch its login off; that was not looked at, so this is no pass.',
  'cli/deployment/unseen-env-file':
    '{$file}:{$line :number useGrouping=never}: {$dashboard} ({$workload}) can be reached, and takes settings from the file "{$name}", which cannot be read beside it. One of them could switch its login off; that was not looked at, so this is no pass.',
  'cli/deployment/unseen-secret':
    '{$file}:{$line :number useGrouping=never}: {$dashboard} ({$workload}) can be reached, and takes settings from the Secret "{$name}". One of them could switch its login off; that was not looked at, so this is no pass.',
  'cli/deployment/unseen-variable':
    '{$file}:{$line :number useGrouping=never}: {$dashboard} ({$workload}) can be reached, and takes settings from the variable "{$name}" of whoever starts it. One of them could switch its login off; that was not looked at, so this is no pass.',
  'cli/demo/begins':
    'And the whole loop: half a year of a lender that there is not is recorded and audited...',
  'cli/demo/month': '  month {$done} of {$months}',
  'cli/demo/shows':
    '{$decisions} decisions of {$months} months, recorded, audited at the end of each month, signed.',
  'cli/demo/open': 'Open {$url} and log in as {$name} with the password {$password}',
  'cli/demo/record': 'Record a decision of your own:',
  'cli/demo/receipt':
    'Then the page of the system says how to fetch its receipt, check it without the server, and audit what was recorded.',
  'cli/demo/person':
    'Be a person who was told no: {$url}/case with the code {$code}, born {$born}. Read the letter, check the proof, appeal.',
  'cli/demo/office': 'Answer the appeal: log in as {$office}, with the same password.',
  'cli/demo/stop': 'It stops with Ctrl-C, and nothing of it stays.',
  'cli/demo/next':
    'Now your own decisions: npx ombud audit FILE --decision COLUMN=VALUE --groups COLUMN --favourable positive',
  'cli/erase/done':
    '.input {$entries :number useGrouping=never} .match $entries one {{Erased the data of {$entries} entry, recorded as entry {$recordedAt.list}.}} * {{Erased the data of {$entries} entries, recorded as entry {$recordedAt.list}.}}',
  'cli/erase/evidence':
    'Signed audits that counted this are entries {$evidence.list}: their envelopes, exports and backups are copies to look after.',
  'cli/erase/statement':
    'Its digest stands in the log, so keep this statement to show why it was done: {$statement}',
  'cli/erase/nothing': 'Erased the data of {$entries :number useGrouping=never} entries.',
  'cli/export/done':
    'Exported {$decisions :number useGrouping=never} decisions; {$erased :number useGrouping=never} were erased and {$unreadable :number useGrouping=never} cannot be read.',
  'cli/export/not-shadow':
    '.input {$apart :number useGrouping=never} .match $apart one {{{$apart} decision had an effect and is not in it.}} * {{{$apart} decisions had an effect and are not in it.}}',
  'cli/export/shadow':
    '.input {$apart :number useGrouping=never} .match $apart one {{{$apart} decision had no effect and is not in it; --shadow writes such decisions.}} * {{{$apart} decisions had no effect and are not in it; --shadow writes such decisions.}}',
  'cli/export/by-person':
    '.input {$byOthers :number useGrouping=never} .match $byOthers one {{{$byOthers} decision was made by a person and is not in it; --people writes such decisions.}} * {{{$byOthers} decisions were made by people and are not in it; --people writes such decisions.}}',
  'cli/export/by-system':
    '.input {$byOthers :number useGrouping=never} .match $byOthers one {{{$byOthers} decision was made by the system and is not in it.}} * {{{$byOthers} decisions were made by the system and are not in it.}}',
  'cli/fsck/tree':
    'All {$entries :number useGrouping=never} entries are as signed; payloads were not looked at.',
  'cli/fsck/whole':
    'All {$entries :number useGrouping=never} entries are as signed; {$payloads :number useGrouping=never} payloads are whole and {$erased :number useGrouping=never} were erased on record.',
  'cli/fsck/cases':
    'The {$matters :number useGrouping=never} runs of cases stand as {$moves :number useGrouping=never} entries say.',
  'cli/incidents/server': 'against a running server',
  'cli/incidents/server-begins':
    'Now against a server on this machine, in a folder that is gone afterwards: it takes up to a minute.',
  'cli/incidents/server-took': 'It took {$seconds :number} seconds.',
  'cli/incidents/begin': 'the audit',
  'cli/incidents/end': 'end of the audit',
  'cli/incidents/no-report': 'Add --out FOLDER for the whole report as a page.',
  'cli/incidents/one': 'For one of them: ombud incidents NAME',
  'cli/incidents/others':
    'Shown whole is {$asked}. Another: ombud incidents {$id} --audit ID, with ID one of {$others.list}.',
  'cli/incidents/reports':
    '.input {$pages :number} .match $pages one {{The whole report:}} * {{The whole reports:}}',
  'cli/explain/letter-blocked':
    'No letter was written: {$columns.list} counted against the person and may not simply be told. A human decides what is sent.',
  'cli/explain/recorded': 'Recorded as entry {$index :string}, about entry {$about :string}.',
  'cli/explain/written': 'Written: {$files.list}.',
  'cli/init/column': '{$name}  {$distinct} values: {$holds}',
  'cli/init/column-with-gaps': '{$name}  {$distinct} values: {$holds}; {$missing} % missing',
  'cli/init/looked': '{$rows :number} rows were looked at.',
  'cli/init/no-decision':
    'No column looks like the decision. Name it in the line “# decision:” of {$out}, else nothing about decisions is audited.',
  'cli/init/overwrite': '{$path} exists. Write over it?',
  'cli/init/range': '{$least} to {$greatest}',
  'cli/init/written': 'Written: {$out}. Check the roles in it, then run: npx ombud audit{$config}',
  'cli/progress/checking': '{$done :number} checked, {$perSecond :number} a second',
  'cli/progress/counting': 'Counting {$bar} {$percent :percent}',
  'cli/progress/recourse': 'Looking for changes {$bar} {$percent :percent}',
  'cli/progress/exporting': '{$done :number} exported, {$perSecond :number} a second',
  'cli/progress/recording': '{$done :number} recorded, {$perSecond :number} a second',
  'cli/publish/done':
    'Published {$size :number useGrouping=never} entries, {$files :number useGrouping=never} files written.',
  'cli/publish/nothing-new': 'Nothing new: {$to} holds all {$size :number useGrouping=never} entries.',
  'cli/remedies/law':
    'Before you use a threshold by group, ask whether it is lawful. In the United States federal law forbids different cutoff scores by race, color, religion, sex or national origin in employment tests (42 U.S.C. 2000e-2(l)), and a creditor may not decide by such a characteristic (15 U.S.C. 1691(a), 12 CFR 1002.4(a)).',
  'cli/remedies/no-thresholds':
    'No thresholds: they need a score, a decision that is known, and people of both decisions.',
  'cli/remedies/no-weights': 'No weights: nobody has both a group and a label.',
  'cli/remedies/none-applied': 'Nothing of this was applied. Each remedy has a cost, and people who pay it.',
  'cli/remedies/one-score': 'No thresholds: everybody has the same score, so there is none to choose.',
  'cli/remedies/threshold-between':
    '    No threshold of this group reaches {$wanted}: so many people have one score that the nearest thresholds give {$below} and {$above}.',
  'cli/remedies/threshold-from':
    '  {$group}: positive from a score of {$threshold}. Of {$people} people {$positive} ({$share}) would have the positive decision: {$gain} would gain it and {$lose} would lose it; wrongly positive {$falseNow}, then {$falseThen}; wrongly negative {$missedNow}, then {$missedThen}.',
  'cli/remedies/threshold-nobody':
    '  {$group}: positive for nobody. Of {$people} people {$positive} ({$share}) would have the positive decision: {$gain} would gain it and {$lose} would lose it; wrongly positive {$falseNow}, then {$falseThen}; wrongly negative {$missedNow}, then {$missedThen}.',
  'cli/remedies/threshold-to':
    '  {$group}: positive up to a score of {$threshold}. Of {$people} people {$positive} ({$share}) would have the positive decision: {$gain} would gain it and {$lose} would lose it; wrongly positive {$falseNow}, then {$falseThen}; wrongly negative {$missedNow}, then {$missedThen}.',
  'cli/remedies/thresholds':
    'A threshold for each group, whose share of positive decisions is as near to the present one of all ({$share}) as people of one score allow. Wrong is counted where the outcome is known.',
  'cli/remedies/weight-no': '  {$group}, label no: {$people} people of weight {$weight}',
  'cli/remedies/weight-yes': '  {$group}, label yes: {$people} people of weight {$weight}',
  'cli/remedies/weights-decision':
    'Weights that make the decision independent of the group in training: {$people} people would be worth {$worth}.',
  'cli/remedies/weights-outcome':
    'Weights that make the outcome independent of the group in training: {$people} people would be worth {$worth}.',
  'cli/reproduce/connect':
    'The evidence names a ledger at {$host}. Its signature is right, but only the envelope says where the ledger lies. Connect to {$host}?',
  'cli/reproduce/differs': 'Not reproduced: {$differs} differ.',
  'cli/reproduce/erased':
    '.input {$erasedSince :number useGrouping=never} .match $erasedSince one {{Not reproduced: {$differs} differ. {$erasedSince} decision was erased since, which cannot be counted again; the signature and the proofs still hold.}} * {{Not reproduced: {$differs} differ. {$erasedSince} decisions were erased since, which cannot be counted again; the signature and the proofs still hold.}}',
  'cli/reproduce/same':
    'Reproduced: the audit of {$origin} at {$size :number useGrouping=never} entries gives the same bytes.',
  'cli/usage/unknown-option':
    '.input {$near.count :number} .match $near.count 0 {{There is no option "{$flag}".}} * {{There is no option "{$flag}". Did you mean {$near.or}?}}',
  'cli/usage/unknown-command':
    '.input {$near.count :number} .match $near.count 0 {{There is no command "{$name}".}} * {{There is no command "{$name}". Did you mean {$near.or}?}}',
  'cli/usage/missing-argument': 'What is missing: {$name}.',
  'cli/usage/missing-value': 'The option "{$flags}" needs a value.',
  'cli/usage/missing-option': 'The option "{$flags}" is needed.',
  'cli/usage/conflict': 'The option "{$flags}" and the option "{$other}" do not go together. Leave one out.',
  'cli/usage/too-many': 'Too much was named: {$expected} expected, {$found} given.',
  'cli/usage/not-a-choice': 'The option "{$flags}" does not take "{$value}". It takes: {$choices}.',
  'cli/verify/counted': 'It was counted in the audit of the first {$size :number useGrouping=never} entries.',
  'cli/verify/evidence':
    'Verified: the log {$origin} signed this audit of its first {$size :number useGrouping=never} entries (root {$root}).',
  'cli/verify/evidence-in-log': 'The published log grew from that checkpoint.',
  'cli/verify/evidence-no-log': 'It was not held against a published log: name one with --log.',
  'cli/verify/page-written':
    'The page that verifies is in {$file}. It needs no network: open it by double click.',
  'cli/verify/page-same': 'The page is that signed audit, byte for byte.',
  'cli/verify/page-unchecked':
    'The data is signed; what the page looks like was not checked, because version {$version} made it and this is another.',
  'cli/verify/grew':
    'Verified: the log {$origin} only grew, from {$from :number useGrouping=never} to {$to :number useGrouping=never} entries.',
  'cli/verify/grew-unsigned':
    'Not verified: no key was given, so nobody knows whether the log {$origin} signed these checkpoints. What was checked: by the published tiles the later one, of {$to :number useGrouping=never} entries, continues the earlier one, of {$from :number useGrouping=never}. Add --key VKEY.',
  'cli/verify/log':
    'Verified: the log {$origin} with {$size :number useGrouping=never} entries is as it was signed, every entry and every hash.',
  'cli/verify/payload': 'The payload is the one that was recorded.',
  'cli/verify/receipt-decided':
    'Verified: the decision of {$decided}, recorded {$recorded}, is entry {$index :number useGrouping=never} of the log {$origin} with {$size :number useGrouping=never} entries.',
  'cli/verify/receipt-entry':
    'Verified: the entry is entry {$index :number useGrouping=never} of the log {$origin} with {$size :number useGrouping=never} entries.',
  'cli/verify/receipt-recorded':
    'Verified: the {$kind} of {$recorded} is entry {$index :number useGrouping=never} of the log {$origin} with {$size :number useGrouping=never} entries.',
  'cli/verify/witnessed': 'Witnessed by {$witnesses}.',
  'cli/backup/done':
    'Backed up to {$to}: {$size :number useGrouping=never} entries, root {$root}. It holds keys and data: keep it private.',
  'cli/restore/done':
    'Restored to {$folder}: the ledger of {$made} with {$size :number useGrouping=never} entries and root {$root}; every file and every entry was checked.',
  'cli/restore/ended': 'Nobody is logged in any more, and unused invitations have ended.',
  'cli/restore/not-replayed':
    'People who were erased after the backup are in it again. Name the published log (--published), and they are erased again.',
  'cli/restore/not-tightened':
    'Keys that were revoked, accounts that were changed or shut out, versions that were retired and systems that were stopped after {$made} are again as they were then. Check them before it serves, or name the published log (--published).',
  'cli/restore/replayed':
    'Erasures that came after the backup: {$erasures :number useGrouping=never}. They were carried out again, on {$entries :number useGrouping=never} entries.',
  'cli/restore/tightened':
    'Done again, as the published log says: keys revoked {$keys :number useGrouping=never}, accounts shut out until somebody settles them {$accounts :number useGrouping=never}, passkeys removed {$passkeys :number useGrouping=never}, versions retired {$versions :number useGrouping=never}, systems stopped {$stopped :number useGrouping=never}. Not known, to be checked by hand: acts of which the log does not say what they took away {$unknown :number useGrouping=never}; passwords and second factors are those of {$made}.',
  'cli/serve/how-to-stop': 'It stops with Ctrl-C.',
  'cli/serve/invitation': 'Nobody administers it yet. Open this link, once: {$url}',
  'cli/serve/listens': 'Ombud on {$url}',
  'cli/witness/cosigned':
    '{$witness} cosigned the log of {$size :number useGrouping=never} entries at {$time}.',
  'cli/witness/listens': 'Witness on {$url}',
} as const;
