/** The page that verifies receipts and evidence by itself. `[file]` and the like are filled in by the page. */
export const verifier = {
  'verifier/title': 'Check a receipt or an audit',
  'verifier/skip': 'Skip to the form',
  'verifier/intro':
    'This page checks by itself, in this browser, whether a decision stands in a log as its receipt says, and whether an audit is the one that was signed. It sends nothing and asks nobody; it works without a network.',
  'verifier/no-script': 'The check is made by a script in this page, and scripts are turned off here.',
  'verifier/keys': 'The verifier key of the log',
  'verifier/keys-hint':
    'One line such as example.org/loans+d0a81ae9+AVLj... Get it from the owner of the log, and not from whoever gave you the receipt. Several keys stand on a line each.',
  'verifier/files': 'The files that you were given',
  'verifier/files-hint':
    'A receipt, signed evidence, or both; and the entry, where the receipt does not hold it. They stay on this device.',
  'verifier/check': 'Check',
  'verifier/answers': 'What was found',
  'verifier/nothing-yet': 'Nothing was checked yet.',
  'verifier/footer':
    'What is checked, and the same check with programs of others: docs/verifying.md of Ombud. Trust this file as far as you trust where you got it from.',
  'verifier/receipt':
    '{$file}: the receipt is true. Entry {$index}, recorded at {$time}, is in the log {$origin} of {$size} entries, and is the one that was recorded.',
  'verifier/evidence-pass':
    '{$file}: this audit is signed by the log {$origin}, about its first {$size} entries, root {$root}. Its verdict: the policy is met.',
  'verifier/evidence-fail':
    '{$file}: this audit is signed by the log {$origin}, about its first {$size} entries, root {$root}. Its verdict: the policy is not met.',
  'verifier/evidence-cannot-tell':
    '{$file}: this audit is signed by the log {$origin}, about its first {$size} entries, root {$root}. Its verdict: it cannot be told whether the policy is met.',
  'verifier/counted': '{$file}: entry {$index} was counted in the audit of the first {$size} entries.',
  'verifier/not-counted':
    '{$file}: entry {$index} was not counted in the audit of the first {$size} entries ({$reason}).',
  'verifier/other-checkpoint':
    '{$file}: the receipt and the audit are of different checkpoints, so this page cannot tell whether entry {$index} was counted. The command can: ombud verify with --evidence and --from.',
  'verifier/needs-entry':
    '{$file}: the receipt does not hold its entry. Choose the file of the entry as well.',
  'verifier/no-audit': '{$file}: it is signed, and it is no audit of a ledger.',
  'verifier/no-file': 'None of the files is a receipt or signed evidence.',
  'verifier/no-key': 'Without the verifier key of the log nothing can be checked.',
  'verifier/refused': '{$file}: refused. The file is damaged, or is something else ({$code}).',
  'verifier/refused-evidence':
    '{$file}: refused. The audit was changed after it was signed, or is not signed by this key of this log.',
  'verifier/refused-key': 'This is no verifier key. Copy the whole line.',
  'verifier/refused-origin': '{$file}: refused. The checkpoint is of another log than the key.',
  'verifier/refused-root':
    '{$file}: refused. The entry is not the one that was recorded, or it is not in the log.',
  'verifier/refused-signature': '{$file}: refused. The checkpoint was changed after it was signed.',
  'verifier/refused-unsigned':
    '{$file}: refused. The key that you gave did not sign it. Compare it with what the log publishes.',
  'verifier/refused-weak-key': 'The signatures of this key prove nothing. Do not accept receipts by it.',
} as const;
