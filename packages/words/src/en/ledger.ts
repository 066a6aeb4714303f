/** Errors of `@ombud/ledger`. */
export const ledger = {
  'OMBUD_E_LEDGER_NOT_FOUND/no-ledger':
    'There is no ledger in {$location}: check the location, or make a ledger there first.',
  'OMBUD_E_LEDGER_EXISTS/database':
    'There is a ledger in {$location} already: a log cannot be made anew. Choose another database.',
  'OMBUD_E_LEDGER_EXISTS/folder':
    'There is a ledger in {$location} already: a log cannot be made anew. Choose another folder.',
  'OMBUD_E_LEDGER_LOCATION/neither-folder-nor-url':
    '"{$location}" is not a ledger: give a folder or a postgres:// URL.',
  'OMBUD_E_LEDGER_LOCATION/postgres-url': 'The postgres:// URL of the ledger cannot be read.',
  'OMBUD_E_LEDGER_COPY/failed': '{$program} failed on {$location}: {$why}',
  'OMBUD_E_LEDGER_COPY/no-program':
    '{$program} is not here: install the client programs of PostgreSQL, of the version of the server or newer.',
  'OMBUD_E_LEDGER_LOCKED/another-writer':
    'The ledger {$location} is open for writing in another process; a ledger has one writer. Stop the other, or wait until it ends.',
  'OMBUD_E_LEDGER_LOCKED/busy':
    'The ledger {$location} is being written by another process: try again when it has ended.',
  'OMBUD_E_LEDGER_LOCKED/reader-holds-erased':
    'Another process is reading the ledger {$location}, so that erased bytes are still in its write-ahead log: close it, then run the erasure again.',
  'OMBUD_E_LEDGER_READ_ONLY/folder':
    'The ledger {$location} cannot be written: check that its folder is writable for this user.',
  'OMBUD_E_LEDGER_READ_ONLY/new-folder':
    'The folder {$location} cannot be made: check that its parent is a folder that this user may write.',
  'OMBUD_E_LEDGER_READ_ONLY/opened-for-reading': 'The ledger {$location} was opened for reading only.',
  'OMBUD_E_LEDGER_READ_ONLY/role':
    'This database role may not do that in the ledger {$location} ({$detail}): use a role with the right to it.',
  'OMBUD_E_LEDGER_DISK_FULL/full':
    'The disk of the ledger {$location} is full: nothing of this batch was recorded. Make room and append again.',
  'OMBUD_E_LEDGER_STORE/disk':
    'The disk of the ledger {$location} reported an error ({$detail}): nothing of this batch was acknowledged. Check the disk.',
  'OMBUD_E_LEDGER_STORE/failed': 'The store of the ledger {$location} failed: {$detail}.',
  'OMBUD_E_LEDGER_UNREACHABLE/database':
    'The database of the ledger {$location} cannot be reached ({$detail}): check the URL and that the server runs.',
  'OMBUD_E_LEDGER_UNREACHABLE/too-many-files':
    'The ledger {$location} cannot be opened or written: this process may not open one more file. Let it open more (ulimit -n), then try again.',
  'OMBUD_E_LEDGER_SCHEMA_VERSION/newer': 'This ledger was written by a newer Ombud: update Ombud to open it.',
  'OMBUD_E_LEDGER_BUSY/queue-full':
    '{$waiting :number} entries already wait to be recorded: slow down and try again in a moment.',
  'OMBUD_E_LEDGER_CLOSED/closed': 'The ledger was closed: open it again to write.',
  'OMBUD_E_LEDGER_FENCED/changed-by-another':
    'The ledger was changed by somebody else while it was open here: nothing was recorded. Close it and open it again.',
  'OMBUD_E_LEDGER_CORRUPT/attributes-commitment':
    'The protected attributes of entry {$index :string} are not the ones it commits to.',
  'OMBUD_E_LEDGER_CORRUPT/attributes-missing':
    'The protected attributes of entry {$index :string} are missing, and no erasure says why.',
  'OMBUD_E_LEDGER_CORRUPT/attributes-not-erased':
    'The attributes of entry {$index :string} are on record as erased, but they are still there.',
  'OMBUD_E_LEDGER_CORRUPT/checkpoint-size':
    'The newest checkpoint is of {$checkpoint :string} entries; the log has {$size :string}.',
  'OMBUD_E_LEDGER_CORRUPT/checkpoint-tree':
    'The checkpoint of {$size :string} entries does not sign this log’s tree.',
  'OMBUD_E_LEDGER_CORRUPT/database':
    'The database of the ledger {$location} is damaged ({$detail}): restore it from a backup, then check the whole ledger.',
  'OMBUD_E_LEDGER_CORRUPT/entries':
    'The entries of the ledger {$location} are not those of its checkpoint of {$size :string}: check the whole ledger, and restore a backup.',
  'OMBUD_E_LEDGER_CORRUPT/entry-count':
    'The log says that it has {$size :string} entries, but {$found :string} are there.',
  'OMBUD_E_LEDGER_CORRUPT/entry-form': 'Entry {$index :string} is not a canonical entry: it was changed.',
  'OMBUD_E_LEDGER_CORRUPT/entry-hash':
    'Entry {$index :string} does not have the hash that its tile holds: one of the two was changed.',
  'OMBUD_E_LEDGER_CORRUPT/entry-missing': 'Entry {$index :string} is missing.',
  'OMBUD_E_LEDGER_CORRUPT/entry-time': 'Entry {$index :string} is dated before the entry before it.',
  'OMBUD_E_LEDGER_CORRUPT/last-time': 'The log’s time is not that of its last entry.',
  'OMBUD_E_LEDGER_CORRUPT/no-checkpoint': 'The ledger {$location} has no checkpoint.',
  'OMBUD_E_LEDGER_CORRUPT/payload-about':
    'The payload of entry {$index :string} is filed under another decision than its entry names.',
  'OMBUD_E_LEDGER_CORRUPT/payload-commitment':
    'The payload of entry {$index :string} is not the one it commits to.',
  'OMBUD_E_LEDGER_CORRUPT/payload-missing':
    'The payload of entry {$index :string} is missing, and no erasure says why.',
  'OMBUD_E_LEDGER_CORRUPT/payload-not-erased':
    'The payload of entry {$index :string} is on record as erased, but it is still there.',
  'OMBUD_E_LEDGER_CORRUPT/row-beyond-end':
    'There is a row {$index :string} in {$table} beyond the end of the log.',
  'OMBUD_E_LEDGER_CORRUPT/row-twice':
    'Row {$index :string} of the ledger’s tables is there more than once, or is no entry’s: somebody changed the database.',
  'OMBUD_E_LEDGER_CORRUPT/schema':
    'The table {$table} of the ledger {$location} is not as Ombud makes it, or something was added to it: somebody changed the database. Restore a backup.',
  'OMBUD_E_LEDGER_CORRUPT/stored-tree': 'The stored tree is not that of the entries.',
  'OMBUD_E_LEDGER_CORRUPT/tile-changed': 'The tile {$index :string} of level {$level :string} was changed.',
  'OMBUD_E_LEDGER_CORRUPT/tile-missing':
    'The tile {$index :string} of level {$level :string} is missing in the ledger {$location}: restore it from a backup.',
  'OMBUD_E_LEDGER_CORRUPT/tree-not-signed':
    'The tree of the ledger {$location} is not the one that its checkpoint signs: check the whole ledger, and restore a backup.',
  'OMBUD_E_LEDGER_CORRUPT/unfinished':
    'The ledger {$location} was not made to its end: remove it and make it again.',
  'OMBUD_E_LEDGER_KEY/does-not-sign': 'The key {$key} does not sign this ledger: name one that does.',
  'OMBUD_E_LEDGER_KEY/missing-private':
    'The ledger {$location} has {$keys :string} signing keys, but {$present :string} of their private keys are here: restore them.',
  'OMBUD_E_LEDGER_KEY/only-key': 'The only key of a ledger cannot be retired: add its successor first.',
  'OMBUD_E_LEDGER_KEY/unreadable':
    'The signing key of the ledger cannot be read from {$file}: restore it, or check who may read it.',
  'OMBUD_E_LEDGER_ORIGIN/form':
    'The origin "{$origin}" must not be empty nor hold spaces or a plus sign: use a name such as example.org/loans.',
  'OMBUD_E_LEDGER_ENTRY/about': '"about" must be the index of an entry, not {$about :string}.',
  'OMBUD_E_LEDGER_ENTRY/about-erased':
    'The data of entry {$about :number useGrouping=never} is gone, erased with its person: nothing more is recorded about it.',
  'OMBUD_E_LEDGER_ENTRY/decided':
    '"decided" must be a UTC time with milliseconds, such as 2026-11-22T03:49:31.123Z, not "{$decided}".',
  'OMBUD_E_LEDGER_ENTRY/model-digest': 'The digest of the model must be SHA-256 in 64 hexadecimal digits.',
  'OMBUD_E_LEDGER_ENTRY/no-decision': 'A decision needs its "decision" value.',
  'OMBUD_E_LEDGER_ENTRY/score': '"score" must be a number.',
  'OMBUD_E_LEDGER_ENTRY/text': `.input {$what :string}
.match $what
key {{The idempotency key must be a text of 1 to {$most :string} characters of valid Unicode.}}
note {{The note must be a text of 1 to {$most :string} characters of valid Unicode.}}
subject {{The subject must be a text of 1 to {$most :string} characters of valid Unicode.}}
model {{The model version must be a text of 1 to {$most :string} characters of valid Unicode.}}
* {{The system must be a text of 1 to {$most :string} characters of valid Unicode.}}`,
  'OMBUD_E_LEDGER_TOO_LARGE/entry':
    'The {$kind} entry would have {$bytes :string} bytes; an entry has at most {$most :string}. Put less in it.',
  'OMBUD_E_LEDGER_INDEX/about-later': 'The entry is about entry {$about :string}, which is not there yet.',
  'OMBUD_E_LEDGER_INDEX/no-entry':
    'There is no entry {$index :string} in the ledger {$location}; the first entry has index 0.',
  'OMBUD_E_LEDGER_SIZE/not-a-size':
    'A size here is a whole number from 0 to {$largest :string}, the number of entries; {$size :string} is not.',
  'OMBUD_E_LEDGER_SIZE/not-read-yet': 'The coverage is known when every decision was read.',
  'OMBUD_E_LEDGER_INPUT/published-unreadable':
    '{$file} cannot be read ({$detail}): check the folder or address that the log was published to, and who may read it.',
  'OMBUD_E_LEDGER_INPUT/tile-missing':
    '{$file} is missing: give the folder or address that the log was published to.',
  'OMBUD_E_LEDGER_NOBODY/subject':
    'Nothing is held about this subject (or not any more): check the pseudonym. Nothing was erased.',
  'OMBUD_E_LEDGER_PUBLISH/another-log':
    'The checkpoint in {$folder} is not one that this ledger signed: publish to another folder.',
  'OMBUD_E_LEDGER_PUBLISH/cannot-write':
    'The folder {$folder} cannot be written ({$detail}): what was published before is still whole.',
  'OMBUD_E_LEDGER_ROLLED_BACK/published-differs':
    'What was published in {$folder} is not the beginning of this ledger: its past was changed. Nothing was written.',
  'OMBUD_E_LEDGER_ROLLED_BACK/published-more':
    '{$folder} holds {$published :string} entries, but this ledger has only {$size :string}: it was moved back to an older copy. Nothing was written.',
  'OMBUD_E_LEDGER_ROLLED_BACK/witness-other-past':
    'The witness has seen {$seen :string} entries that are not the beginning of this log: the ledger was moved back to an older copy or its past was changed.',
  'OMBUD_E_LEDGER_ROLLED_BACK/witness-other-tree':
    'The witness has seen another tree of the same size: the ledger was moved back to an older copy or its past was changed.',
  'OMBUD_E_LEDGER_ROLLED_BACK/witness-saw-more':
    'The witness has seen {$seen :string} entries of this log, which now has {$size :string}: the ledger was moved back to an older copy or its past was changed.',
  'OMBUD_E_LEDGER_WITNESS/named-otherwise':
    'The witness in this folder is named {$found}, not {$name}: use its name, or another folder.',
  'OMBUD_E_LEDGER_WITNESS/no-cosignature':
    'What {$url} answered is not a cosignature of {$name}: check the witness key.',
  'OMBUD_E_LEDGER_WITNESS/not-a-witness-key': '{$name} is not the key of a witness.',
  'OMBUD_E_LEDGER_WITNESS/refused':
    'The witness {$url} refused ({$status :string}: {$answer}): ask its operator whether it witnesses {$origin}.',
  'OMBUD_E_LEDGER_WITNESS/unreachable':
    'The witness {$url} cannot be reached: check its address and try again.',
  'OMBUD_E_LEDGER_EVIDENCE/form': 'The evidence does not verify: it does not hold an in-toto statement.',
  'OMBUD_E_LEDGER_EVIDENCE/no-known-key':
    'The evidence does not verify: none of the given keys has signed it.',
  'OMBUD_E_LEDGER_EVIDENCE/not-json': 'The evidence does not verify: its statement is not JSON.',
  'OMBUD_E_LEDGER_EVIDENCE/not-json-object':
    'The evidence does not verify: its statement is not a JSON object.',
  'OMBUD_E_LEDGER_EVIDENCE/signature': 'The evidence does not verify: the signature of {$name} is wrong.',
  'OMBUD_E_LEDGER_LOCATION/name':
    '"{$name}" cannot be the name of a ledger in a database: use small letters, digits and underscores, at most 31, a letter first.',
  'OMBUD_E_LEDGER_STORE/randomness':
    'The source of randomness repeats itself, so that nothing sealed with it would be secret: nothing was recorded.',
  'OMBUD_E_LEDGER_UNREACHABLE/answer-lost':
    'The connection to the ledger {$location} was lost before the database had answered, and the batch was not recorded: send it again.',
  'OMBUD_E_LEDGER_UNREACHABLE/connection-lost':
    'The connection to the ledger {$location} was lost: nothing of this batch was recorded. Send it again.',
  'OMBUD_E_LEDGER_NOT_DURABLE/setting-off':
    'The database of the ledger {$location} has {$setting} = off, so that what it acknowledges can be lost: switch it on.',
  'OMBUD_E_LEDGER_CLOCK/ahead':
    'The clock says {$time}, but the last entry is of {$last}: set the clock right, or say that the gap is real.',
  'OMBUD_E_LEDGER_CLOCK/jumped':
    'The clock jumped to {$time} while the ledger was open: set it right, then open the ledger again. Nothing was recorded.',
  'OMBUD_E_LEDGER_CORRUPT/about-later':
    'Entry {$index :string} is about entry {$about :string}, which came after it.',
  'OMBUD_E_LEDGER_CORRUPT/below-high-water':
    'The ledger {$location} has {$size :string} entries, but {$mark :string} were recorded here: its write-ahead log was deleted, or an older database was put in its place. Restore what is missing.',
  'OMBUD_E_LEDGER_CORRUPT/decided-later':
    'Entry {$index :string} says that it was decided at {$decided}, after it was recorded.',
  'OMBUD_E_LEDGER_CORRUPT/entry-in-future': 'Entry {$index :string} is dated {$time}, which is yet to come.',
  'OMBUD_E_LEDGER_CORRUPT/erasure-beyond-end':
    'Entry {$index :string} erases entries that were not there yet.',
  'OMBUD_E_LEDGER_CORRUPT/erasure-unasked':
    'Entry {$index :string} erases people’s data and does not say by whose request.',
  'OMBUD_E_LEDGER_CORRUPT/key-not-vouched':
    'Entry {$index :string} changes the keys, and no trusted key vouches for it.',
  'OMBUD_E_LEDGER_CORRUPT/others-saw-more':
    'Others have seen {$seen :string} entries of this log, which now has {$size :string}: it was moved back to an older copy.',
  'OMBUD_E_LEDGER_CORRUPT/replayed':
    'Entry {$index :string} has the commitment of an earlier entry: one decision was recorded twice.',
  'OMBUD_E_LEDGER_CORRUPT/weak-salt':
    'The salt of entry {$index :string} is one character over and over, so that what it hides can be guessed.',
  'OMBUD_E_LEDGER_KEY/not-pinned':
    'Nobody pinned the key of the ledger {$location}, and what its database says of its own keys proves nothing: hand in the verifier key.',
  'OMBUD_E_LEDGER_ENTRY/decided-later':
    '"decided" is {$decided}, which is yet to come: give the time when the decision was made.',
  'OMBUD_E_LEDGER_ENTRY/key-reused':
    'The key "{$key}" was used for entry {$index :string}, which says something else: give each draft its own key.',
  'OMBUD_E_LEDGER_ENTRY/key-twice':
    'The key "{$key}" is there twice in one batch, for two different drafts: give each draft its own key.',
  'OMBUD_E_LEDGER_ENTRY/no-field': 'There is no field {$pointer} here; there are {$fields}.',
  'OMBUD_E_LEDGER_ENTRY/not-a-value': '"{$member}" must be a text, a number, true, false or null.',
  'OMBUD_E_LEDGER_ENTRY/not-an-object': '"{$member}" must be an object with named members.',
  'OMBUD_E_LEDGER_ENTRY/not-appended':
    'An entry of kind {$kind} is made by the call that does what it says, and cannot be appended.',
  'OMBUD_E_LEDGER_ENTRY/schema':
    '"{$member}" of the {$kind} entry is not as the schema of entries asks: nothing was recorded.',
  'OMBUD_E_LEDGER_ENTRY/sealed-twice': 'A sealed draft can be recorded once: seal the draft again.',
  'OMBUD_E_LEDGER_ENTRY/unknown-member':
    '"{$member}" is no member of this payload: put what the decision rested on under "inputs".',
  'OMBUD_E_LEDGER_INDEX/erasure-beyond-end':
    'Entries {$first :string} to {$last :string} cannot be erased: the log has {$size :string} entries.',
  'OMBUD_E_LEDGER_WITNESS/too-few':
    'No checkpoint of {$size :string} entries or more has the witnesses that are asked for: ask them to cosign first.',
} as const;
