/** Errors of `@ombud/model`. */
export const model = {
  'OMBUD_E_MODEL_FORMAT/empty': 'The model file is empty: save the model again.',
  'OMBUD_E_MODEL_FORMAT/newer':
    'The model file is of {$format} version "{$version}", newer than the version {$known} that this Ombud reads: update Ombud, or save the model with an older {$format}.',
  'OMBUD_E_MODEL_FORMAT/packed':
    'The model file is compressed or an archive (joblib, zip, numpy): unpack it, or save the model in a format of docs/models.md.',
  'OMBUD_E_MODEL_FORMAT/pickle':
    "The model file is a Python pickle, which runs the code in it when it is opened, so Ombud does not open it: write the model with ombud.export_model, or in its library's own format.",
  'OMBUD_E_MODEL_FORMAT/too-large':
    'The model file has {$bytes :number} bytes, more than the {$most :number} that Ombud reads: give a smaller model.',
  'OMBUD_E_MODEL_FORMAT/ubj':
    'The model file is XGBoost\'s binary UBJSON: save it as text with save_model("model.json").',
  'OMBUD_E_MODEL_FORMAT/unknown':
    'The file is no model that Ombud knows: give LightGBM text or JSON, XGBoost JSON, ONNX or ombud/model@1.',
  'OMBUD_E_MODEL_FORMAT/xgboost-dump':
    'The file is a dump of XGBoost for reading by eye, which lacks the base score: save the model with save_model("model.json").',
  'OMBUD_E_MODEL_DAMAGED/child':
    'In tree {$tree} of the model file, node {$node} is named as a child and is not there: save the model again.',
  'OMBUD_E_MODEL_DAMAGED/count':
    'The model file declares {$declared :number} values of "{$field}" and holds {$found :number}: save the model again.',
  'OMBUD_E_MODEL_DAMAGED/cycle':
    'In tree {$tree} of the model file, node {$node} is reached by two ways, so it is no tree: save the model again.',
  'OMBUD_E_MODEL_DAMAGED/feature':
    'In tree {$tree} of the model file, node {$node} asks for a column that the model does not have: save the model again.',
  'OMBUD_E_MODEL_DAMAGED/field':
    'In the model file, "{$field}" is missing or is not what it must be: save the model again.',
  'OMBUD_E_MODEL_DAMAGED/not-finite':
    'In tree {$tree} of the model file, node {$node} holds a threshold or a value that is not a finite number: save the model again.',
  'OMBUD_E_MODEL_DAMAGED/not-json': 'The model file starts like JSON and is not: save the model again.',
  'OMBUD_E_MODEL_DAMAGED/protobuf':
    'The model file starts like ONNX, but its bytes are damaged or cut off: save the model again.',
  'OMBUD_E_MODEL_DAMAGED/same-name':
    'Two columns of the model are called "{$column}", so nobody can say which value is whose: give each a name of its own and train it again.',
  'OMBUD_E_MODEL_DAMAGED/too-deep':
    'Tree {$tree} of the model file is deeper than Ombud reads: give a model with trees that are less deep.',
  'OMBUD_E_MODEL_DAMAGED/too-large':
    'The model file says more of "{$field}" than the {$most :number} that Ombud reads: give a smaller model.',
  'OMBUD_E_MODEL_DAMAGED/truncated': 'The model file stops before its end: copy or save it again.',
  'OMBUD_E_MODEL_UNSUPPORTED/booster':
    'The XGBoost model has the booster "{$booster}", and Ombud reads gbtree and dart: train it with one of them, or ask it as a remote model.',
  'OMBUD_E_MODEL_UNSUPPORTED/branch':
    'The ONNX model uses "{$mode}", which Ombud does not compute: export the model without it, or ask it as a remote model.',
  'OMBUD_E_MODEL_UNSUPPORTED/graph':
    'The ONNX file must have one input and hold one tree ensemble or linear model, and {$count :number} were found: export the model alone, or ask it as a remote model.',
  'OMBUD_E_MODEL_UNSUPPORTED/linear-trees':
    'The LightGBM model has linear models in its leaves, which Ombud does not compute: train it with linear_tree=false, or ask it as a remote model.',
  'OMBUD_E_MODEL_UNSUPPORTED/objective':
    'The {$library} model has the objective "{$objective}", which Ombud does not know: use another objective, or ask it as a remote model.',
  'OMBUD_E_MODEL_UNSUPPORTED/operator':
    'The ONNX model holds the operator "{$operator}", and Ombud reads one tree ensemble or linear model: export the model alone, or ask it as a remote model.',
  'OMBUD_E_MODEL_UNSUPPORTED/stopped-early':
    'The XGBoost model was stopped early: its file holds {$rounds :number} rounds, of which XGBClassifier uses {$best :number} and Booster uses all; save the rounds that decide, for example booster[:{$best}].save_model("model.json").',
  'OMBUD_E_MODEL_UNSUPPORTED/vector-leaves':
    'The XGBoost model has several values in a leaf (multi_output_tree): train it with multi_strategy="one_output_per_tree", or ask it as a remote model.',
  'OMBUD_E_MODEL_COLUMNS/category':
    'The column "{$column}" holds "{$value}", which the model has not seen in training: give one of its categories.',
  'OMBUD_E_MODEL_COLUMNS/count':
    'The model reads {$expected :number} columns and was given {$found :number}: give the columns that it was trained on.',
  'OMBUD_E_MODEL_COLUMNS/missing-column': `.input {$count :number} .match $count
one {{The data lack a column that the model reads, {$columns}: give the columns that it was trained on.}}
* {{The data lack {$count} columns that the model reads, such as {$columns}: give the columns that it was trained on.}}`,
  'OMBUD_E_MODEL_COLUMNS/missing-value':
    'The column "{$column}" has no value, and this model cannot answer without one: give a value.',
  'OMBUD_E_MODEL_COLUMNS/not-a-number':
    'The column "{$column}" holds "{$value}", and the model reads a finite number there: give a number.',
  'OMBUD_E_MODEL_SCORECARD/bin-order':
    'The bins of "{$column}" in the scorecard must have limits that grow and end with one bin without a limit or values: put them in order.',
  'OMBUD_E_MODEL_SCORECARD/no-bins':
    'The characteristic "{$column}" of the scorecard has no bin for people with a value: add one.',
  'OMBUD_E_MODEL_SCORECARD/odds':
    'In the scorecard, "odds" must be above zero and "double" must not be zero: correct them.',
  'OMBUD_E_MODEL_SCORECARD/two-kinds':
    'The bins of "{$column}" in the scorecard mix limits of numbers with named values: use one of the two.',
  'OMBUD_E_MODEL_REMOTE/no-answer':
    'The model at {$url} does not answer: check the address, and that the server runs.',
  'OMBUD_E_MODEL_REMOTE/not-json':
    'The model at {$url} answered with something that is not JSON: check the address and the protocol.',
  'OMBUD_E_MODEL_REMOTE/shape':
    'The model at {$url} did not give {$rows :number} answers of {$outputs :number} finite numbers each: check the protocol and the name of the output.',
  'OMBUD_E_MODEL_REMOTE/status':
    'The model at {$url} refused with HTTP status {$status}: check the address, the columns and the rights.',
  'OMBUD_E_MODEL_REMOTE/too-large':
    'The model at {$url} sent more than {$most :number} bytes: ask for fewer people at a time.',
  'OMBUD_E_MODEL_RUNTIME/absent':
    'The package onnxruntime-node is needed to ask this model and is not installed: run npm install onnxruntime-node.',
  'OMBUD_E_MODEL_RUNTIME/failed':
    'The ONNX runtime could not run the model: check that it runs in the tool that wrote it.',
  'OMBUD_E_MODEL_RUNTIME/outputs':
    'The ONNX model gives no output that is a plain table of numbers: export it with zipmap=False.',
} as const;
