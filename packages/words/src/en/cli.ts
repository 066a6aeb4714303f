/** Errors of the command: flags, files to write, questions that were not answered. */
export const cli = {
  'OMBUD_E_NO_SOURCE/no-example':
    'The example is part of the repository and is not here. Run "ombud incidents berkeley-1973" instead.',
  'OMBUD_E_NO_SOURCE/not-named':
    'No source is named. Write "ombud audit FILE --decision COLUMN --groups COLUMN", or make an ombud.yaml with "ombud init FILE".',
  'OMBUD_E_MISSING_ROLE/no-decision':
    'No column of "{$source}" looks like a decision: none has 2 to 20 values. Name the column with a flag, or run "ombud init" to propose roles.',
  'OMBUD_E_MISSING_ROLE/not-chosen':
    'The roles were not chosen. Name the column with a flag, or run "ombud init" to propose roles.',
  'OMBUD_E_BAD_BINS/flag':
    '"--bins {$text}" is not a column with numbers. Write for example --bins age=25,40,65.',
  'OMBUD_E_BAD_BINS/no-group':
    '--bins names "{$column}", which is no group and no stratum. Add it to --groups or --strata.',
  'OMBUD_E_BAD_CONFIG/favourable-flag':
    '--favourable "{$text}" is neither positive nor negative. Mend ombud.yaml, or the flag.',
  'OMBUD_E_BAD_CONFIG/format': 'There is no report format "{$format}". The formats are: {$formats.list}.',
  'OMBUD_E_BAD_CONFIG/no-positive':
    '"{$text}" names no positive value after "=". Mend ombud.yaml, or the flag.',
  'OMBUD_E_BAD_CONFIG/number-flag': '--{$flag} "{$text}" is not a number. Mend ombud.yaml, or the flag.',
  'OMBUD_E_BAD_CONFIG/one-format': 'The file "{$file}" takes one format. Name one format, or give a folder.',
  'OMBUD_E_BAD_CONFIG/population':
    'The population "{$file}" cannot be read, or holds no shares. Give a CSV with the columns attribute, value and share.',
  'OMBUD_E_BAD_CONFIG/population-line':
    'The population "{$file}" has no attribute, value and share of at least 0 in line {$line}. Give a CSV with the columns attribute, value and share.',
  'OMBUD_E_BAD_CONFIG/population-text':
    'The population "{$file}" is not delimited text ({$why}). Give a CSV with the columns attribute, value and share.',
  'OMBUD_E_BAD_CONFIG/reference-flag':
    '"--reference {$text}" is not understood. Write highest, all-others, or for example sex=M.',
  'OMBUD_E_BAD_CONFIG/several-formats': 'Several formats need a folder to go to. Add --out FOLDER.',
  'OMBUD_E_BAD_POLICY/neither':
    '"{$name}" is neither a rule pack nor a policy file. The packs are: {$packs.list}.',
  'OMBUD_E_BAD_EVIDENCE/not-json':
    '"{$file}" is not an envelope of evidence. Give the envelope that "ombud audit --sign" wrote.',
  'OMBUD_E_BAD_EVIDENCE/unreadable': 'The evidence "{$file}" cannot be read. Check the path.',
  'OMBUD_E_NO_INCIDENT/no-audit':
    '.input {$near.count :number} .match $near.count 0 {{There is no audit "{$id}". There are: {$known.list}.}} * {{There is no audit "{$id}". Did you mean {$near.or}?}}',
  'OMBUD_E_NO_INCIDENT/no-incident':
    '.input {$near.count :number} .match $near.count 0 {{There is no incident "{$id}". There are: {$known.list}.}} * {{There is no incident "{$id}". Did you mean {$near.or}?}}',
  'OMBUD_E_CANNOT_WRITE/exists':
    '"{$path}" exists already. Add --force to write over it, or --out for another name.',
  'OMBUD_E_CANNOT_WRITE/file':
    '"{$path}" is a file, and a folder is needed for several reports. Choose a place with --out that can be written.',
  'OMBUD_E_CANNOT_WRITE/full':
    'Nothing can be written to "{$path}": the disk is full. Choose a place with --out that can be written.',
  'OMBUD_E_CANNOT_WRITE/no-folder':
    'Nothing can be written to "{$path}": the folder cannot be made. Choose a place with --out that can be written.',
  'OMBUD_E_CANNOT_WRITE/not-allowed':
    'Nothing can be written to "{$path}": it is not allowed. Choose a place with --out that can be written.',
  'OMBUD_E_CANNOT_WRITE/other':
    'Nothing can be written to "{$path}": {$why}. Choose a place with --out that can be written.',
  'OMBUD_E_CANNOT_WRITE/part-is-file':
    'Nothing can be written to "{$path}": part of the path is a file. Choose a place with --out that can be written.',
  'OMBUD_E_CANNOT_WRITE/read-only':
    'Nothing can be written to "{$path}": the place is read-only. Choose a place with --out that can be written.',
} as const;
