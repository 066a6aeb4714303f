/** Errors of `@ombud/tlog`. */
export const tlog = {
  'OMBUD_E_VERIFY_RANGE/cosignature-time': 'The time of a cosignature is in whole seconds since 1970.',
  'OMBUD_E_VERIFY_RANGE/no-entry':
    'There is no entry {$index :string} in a tree of {$size :string} entries; the first entry has index 0.',
  'OMBUD_E_VERIFY_RANGE/not-a-size':
    'A tree size here must be a whole number from {$least :string} on, not {$size :string}.',
  'OMBUD_E_VERIFY_RANGE/not-whole': `.input {$what :string}
.match $what
index {{The index must be a whole number from 0 to 2^53 - 1.}}
earlier-size {{The earlier tree size must be a whole number from 0 to 2^53 - 1.}}
later-size {{The later tree size must be a whole number from 0 to 2^53 - 1.}}
* {{The tree size must be a whole number from 0 to 2^53 - 1.}}`,
  'OMBUD_E_VERIFY_EMPTY_TREE/consistency': 'A consistency proof from an empty tree proves nothing.',
  'OMBUD_E_VERIFY_HASH/length': 'A hash has {$bytes :string} bytes; SHA-256 gives 32.',
  'OMBUD_E_VERIFY_PROOF/consistency-too-few':
    'The consistency proof has too few hashes for these tree sizes.',
  'OMBUD_E_VERIFY_PROOF/consistency-too-many':
    'The consistency proof has too many hashes for these tree sizes.',
  'OMBUD_E_VERIFY_PROOF/from-empty': 'From an empty tree the consistency proof must be empty.',
  'OMBUD_E_VERIFY_PROOF/inclusion-too-few': 'The inclusion proof has too few hashes for these tree sizes.',
  'OMBUD_E_VERIFY_PROOF/inclusion-too-many': 'The inclusion proof has too many hashes for these tree sizes.',
  'OMBUD_E_VERIFY_ROOT/consistency':
    'The tree of {$newSize :string} entries does not continue the tree of {$oldSize :string} entries: an earlier entry was changed, dropped or put in between.',
  'OMBUD_E_VERIFY_ROOT/empty': 'A tree of size 0 must have the root of the empty tree.',
  'OMBUD_E_VERIFY_ROOT/inclusion':
    'Entry {$index :string} is not in this tree of {$size :string} entries: its proof leads to another root.',
  'OMBUD_E_VERIFY_ROOT/published':
    'The last tiles of this log do not lead to the root of its checkpoint of {$size :string} entries.',
  'OMBUD_E_VERIFY_KEY/form': 'A verifier key looks like name+12345678+base64; this text does not.',
  'OMBUD_E_VERIFY_KEY/id':
    'The verifier key of {$name} says id {$said}, but its key has id {$id}: a letter is wrong or missing; copy the whole line again.',
  'OMBUD_E_VERIFY_KEY/length':
    'The verifier key of {$name} holds {$bytes :string} bytes; an Ed25519 key has 32.',
  'OMBUD_E_VERIFY_KEY/log-key-cosigns': '{$name} is a log key; only a witness key (type 4) cosigns.',
  'OMBUD_E_VERIFY_KEY/name': 'The key name "{$name}" must not be empty nor hold spaces or a plus sign.',
  'OMBUD_E_VERIFY_KEY/no-signer': 'A note needs at least one key to sign it.',
  'OMBUD_E_VERIFY_KEY/private-form':
    'The private key cannot be read: it looks like PRIVATE+KEY+name+12345678+base64.',
  'OMBUD_E_VERIFY_KEY/private-id': 'The private key of {$name} says id {$said}, but its key has id {$id}.',
  'OMBUD_E_VERIFY_KEY/same-id': 'Two different keys named {$name} have the same id; give only one.',
  'OMBUD_E_VERIFY_KEY/type':
    'The verifier key of {$name} is neither an Ed25519 key (type 1) nor a witness key (type 4).',
  'OMBUD_E_VERIFY_KEY/witness-key-signs': '{$name} is a witness key; it cosigns, but it cannot sign a note.',
  'OMBUD_E_VERIFY_WEAK_KEY/weak':
    'The verifier key of {$name} is of small or mixed order or not in its canonical form, so that its signatures prove nothing; ask its owner for a proper Ed25519 key.',
  'OMBUD_E_VERIFY_NOTE/last-line': 'The last signature line must end in a newline.',
  'OMBUD_E_VERIFY_NOTE/many-signatures':
    'The note has {$count :string} signatures; at most {$most :string} are read.',
  'OMBUD_E_VERIFY_NOTE/no-blank-line':
    'A signed note has a blank line before its signatures; this one has none.',
  'OMBUD_E_VERIFY_NOTE/not-plain-text': 'A signed note must be UTF-8 without control characters.',
  'OMBUD_E_VERIFY_NOTE/signature-line': 'The signature line "{$line}" is not "— name base64".',
  'OMBUD_E_VERIFY_NOTE/text-to-sign':
    'A text to be signed must end in a newline and have no other control characters.',
  'OMBUD_E_VERIFY_NOTE/too-long': 'The note is longer than {$most :string} characters.',
  'OMBUD_E_VERIFY_SIGNATURE/wrong':
    'The signature of {$name} is wrong: the text was changed after it was signed, or another key signed it.',
  'OMBUD_E_VERIFY_UNSIGNED/by-none': 'None of the given keys ({$keys}) has signed this note.',
  'OMBUD_E_VERIFY_UNSIGNED/by-witnesses-alone': 'Witnesses have signed this checkpoint, but its log has not.',
  'OMBUD_E_VERIFY_UNSIGNED/no-key-given': 'No key was given to check the signatures of this note with.',
  'OMBUD_E_VERIFY_CHECKPOINT/empty-root': 'A checkpoint of size 0 must have the root of the empty tree.',
  'OMBUD_E_VERIFY_CHECKPOINT/form':
    'A checkpoint has three lines (origin, size, root), each ended by a newline.',
  'OMBUD_E_VERIFY_CHECKPOINT/root': 'The root "{$text}" must be the base64 of 32 bytes.',
  'OMBUD_E_VERIFY_CHECKPOINT/size': 'The tree size "{$text}" must be a whole number below 2^53.',
  'OMBUD_E_VERIFY_ORIGIN/other-key':
    'The checkpoint is of the log {$origin}, but the key that signed it is of {$names}.',
  'OMBUD_E_VERIFY_ORIGIN/two-logs': 'The two checkpoints are of different logs, {$older} and {$newer}.',
  'OMBUD_E_VERIFY_ROLLBACK/smaller':
    'The later tree has {$newSize :string} entries and the earlier one {$oldSize :string}: the log was moved back.',
  'OMBUD_E_VERIFY_SPLIT/two-roots':
    'Two trees of {$size :string} entries have different roots: the log showed two different histories.',
  'OMBUD_E_VERIFY_RECEIPT/extra': 'The extra line of the receipt is not base64.',
  'OMBUD_E_VERIFY_RECEIPT/form':
    'A receipt begins with the line {$header} and has a blank line before its checkpoint.',
  'OMBUD_E_VERIFY_RECEIPT/hash-line': 'The line "{$line}" of the receipt is not the base64 of 32 bytes.',
  'OMBUD_E_VERIFY_RECEIPT/index-line': 'The receipt has "{$line}" in place of its index line.',
  'OMBUD_E_VERIFY_RECEIPT/many-hashes': 'A proof has at most {$most :string} hashes.',
  'OMBUD_E_VERIFY_POLICY/itself':
    '{$name} has the public key of the log itself; a log cannot be its own witness.',
  'OMBUD_E_VERIFY_POLICY/not-a-witness':
    '{$name} is not a witness key: a witness key is of type 4 (cosignature).',
  'OMBUD_E_VERIFY_POLICY/threshold':
    'The threshold {$threshold :string} must be a whole number from 0 to {$witnesses :string}, the number of witnesses.',
  'OMBUD_E_VERIFY_WITNESSES/too-few':
    '{$seen :string} of the needed {$threshold :string} witnesses have cosigned this checkpoint.',
  'OMBUD_E_VERIFY_TILE/empty': 'An empty tile has no hash.',
  'OMBUD_E_VERIFY_TILE/hashes': 'The hashes of {$path} are not those that the log signed.',
  'OMBUD_E_VERIFY_TILE/index': 'A tile index is a whole number from 0 on, not {$index :string}.',
  'OMBUD_E_VERIFY_TILE/last-too-short':
    'The last tile of level {$level :string} holds {$bytes :string} bytes where a tree of {$size :string} entries needs {$width :string} hashes.',
  'OMBUD_E_VERIFY_TILE/length':
    'A tile of {$width :string} hashes has {$needed :string} bytes; this one has {$bytes :string}.',
  'OMBUD_E_VERIFY_TILE/level':
    'A tile level is a whole number from 0 to {$most :string}, not {$level :string}.',
  'OMBUD_E_VERIFY_TILE/path': '"{$path}" is not the path of a tile or an entry bundle.',
  'OMBUD_E_VERIFY_TILE/too-short':
    'The tile {$index :string} of level {$level :string} has {$bytes :string} bytes where {$width :string} hashes are needed.',
  'OMBUD_E_VERIFY_TILE/width': 'A tile holds 1 to 256 hashes, not {$width :string}.',
  'OMBUD_E_VERIFY_BUNDLE/count': 'A bundle holds 1 to 256 entries, not {$count :string}.',
  'OMBUD_E_VERIFY_BUNDLE/cut-off': 'The bundle ends in the middle of its entry {$entry :string}.',
  'OMBUD_E_VERIFY_BUNDLE/entry': 'Entry {$index :string} is not the one that the log signed.',
  'OMBUD_E_VERIFY_BUNDLE/entry-too-long':
    'Entry {$entry :string} of the bundle is longer than {$most :string} bytes.',
  'OMBUD_E_VERIFY_BUNDLE/width':
    'The bundle holds {$count :string} entries where its path promises {$width :string}.',
} as const;
