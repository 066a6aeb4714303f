import type { Catalogue } from '../message.ts';

/** Errors of `@ombud/model`, in Spanish. */
export const model: Catalogue = {
  'OMBUD_E_MODEL_FORMAT/empty': 'El archivo de modelo está vacío: guarde el modelo de nuevo.',
  'OMBUD_E_MODEL_FORMAT/newer':
    'El archivo de modelo es de {$format} versión "{$version}", más nueva que la versión {$known} que lee este Ombud: actualice Ombud, o guarde el modelo con un {$format} más antiguo.',
  'OMBUD_E_MODEL_FORMAT/packed':
    'El archivo de modelo está comprimido o es un archivador (joblib, zip, numpy): descomprímalo, o guarde el modelo en un formato de docs/models.md.',
  'OMBUD_E_MODEL_FORMAT/pickle':
    'El archivo de modelo es un pickle de Python, que al abrirse ejecuta el código que contiene, así que Ombud no lo abre: escriba el modelo con ombud.export_model, o en el formato de su propia biblioteca.',
  'OMBUD_E_MODEL_FORMAT/too-large':
    'El archivo de modelo tiene {$bytes :number} bytes, más de los {$most :number} que Ombud lee: dé un modelo más pequeño.',
  'OMBUD_E_MODEL_FORMAT/ubj':
    'El archivo de modelo es UBJSON binario de XGBoost: guárdelo como texto con save_model("model.json").',
  'OMBUD_E_MODEL_FORMAT/unknown':
    'El archivo no es un modelo que Ombud conozca: dé LightGBM en texto o JSON, XGBoost en JSON, ONNX u ombud/model@1.',
  'OMBUD_E_MODEL_FORMAT/xgboost-dump':
    'El archivo es un volcado de XGBoost para leer a la vista, y le falta la puntuación base: guarde el modelo con save_model("model.json").',
  'OMBUD_E_MODEL_DAMAGED/child':
    'En el árbol {$tree} del archivo de modelo, el nodo {$node} se nombra como hijo y no está: guarde el modelo de nuevo.',
  'OMBUD_E_MODEL_DAMAGED/count':
    'El archivo de modelo declara {$declared :number} valores de "{$field}" y contiene {$found :number}: guarde el modelo de nuevo.',
  'OMBUD_E_MODEL_DAMAGED/cycle':
    'En el árbol {$tree} del archivo de modelo, se llega al nodo {$node} por dos caminos, así que no es un árbol: guarde el modelo de nuevo.',
  'OMBUD_E_MODEL_DAMAGED/feature':
    'En el árbol {$tree} del archivo de modelo, el nodo {$node} pregunta por una columna que el modelo no tiene: guarde el modelo de nuevo.',
  'OMBUD_E_MODEL_DAMAGED/field':
    'En el archivo de modelo, "{$field}" falta o no es lo que ha de ser: guarde el modelo de nuevo.',
  'OMBUD_E_MODEL_DAMAGED/not-finite':
    'En el árbol {$tree} del archivo de modelo, el nodo {$node} contiene un umbral o un valor que no es un número finito: guarde el modelo de nuevo.',
  'OMBUD_E_MODEL_DAMAGED/not-json':
    'El archivo de modelo empieza como JSON y no lo es: guarde el modelo de nuevo.',
  'OMBUD_E_MODEL_DAMAGED/protobuf':
    'El archivo de modelo empieza como ONNX, pero sus bytes están dañados o cortados: guarde el modelo de nuevo.',
  'OMBUD_E_MODEL_DAMAGED/same-name':
    'Dos columnas del modelo se llaman "{$column}", así que nadie puede decir qué valor es de cuál: dé a cada una su nombre y entrénelo de nuevo.',
  'OMBUD_E_MODEL_DAMAGED/too-deep':
    'El árbol {$tree} del archivo de modelo es más profundo de lo que Ombud lee: dé un modelo con árboles menos profundos.',
  'OMBUD_E_MODEL_DAMAGED/too-large':
    'El archivo de modelo dice de "{$field}" más que los {$most :number} que Ombud lee: dé un modelo más pequeño.',
  'OMBUD_E_MODEL_DAMAGED/truncated':
    'El archivo de modelo se acaba antes de su final: cópielo o guárdelo de nuevo.',
  'OMBUD_E_MODEL_UNSUPPORTED/booster':
    'El modelo de XGBoost tiene el booster "{$booster}", y Ombud lee gbtree y dart: entrénelo con uno de ellos, o consúltelo como modelo remoto.',
  'OMBUD_E_MODEL_UNSUPPORTED/branch':
    'El modelo ONNX usa "{$mode}", que Ombud no calcula: exporte el modelo sin ello, o consúltelo como modelo remoto.',
  'OMBUD_E_MODEL_UNSUPPORTED/graph':
    'El archivo ONNX ha de tener una entrada y contener un conjunto de árboles o un modelo lineal, y se encontraron {$count :number}: exporte solo el modelo, o consúltelo como modelo remoto.',
  'OMBUD_E_MODEL_UNSUPPORTED/linear-trees':
    'El modelo de LightGBM tiene modelos lineales en sus hojas, que Ombud no calcula: entrénelo con linear_tree=false, o consúltelo como modelo remoto.',
  'OMBUD_E_MODEL_UNSUPPORTED/objective':
    'El modelo de {$library} tiene el objetivo "{$objective}", que Ombud no conoce: use otro objetivo, o consúltelo como modelo remoto.',
  'OMBUD_E_MODEL_UNSUPPORTED/operator':
    'El modelo ONNX contiene el operador "{$operator}", y Ombud lee un conjunto de árboles o un modelo lineal: exporte solo el modelo, o consúltelo como modelo remoto.',
  'OMBUD_E_MODEL_UNSUPPORTED/stopped-early':
    'El modelo de XGBoost se detuvo antes de tiempo: su archivo contiene {$rounds :number} rondas, de las que XGBClassifier usa {$best :number} y Booster todas; guarde las rondas que deciden, por ejemplo booster[:{$best}].save_model("model.json").',
  'OMBUD_E_MODEL_UNSUPPORTED/vector-leaves':
    'El modelo de XGBoost tiene varios valores en una hoja (multi_output_tree): entrénelo con multi_strategy="one_output_per_tree", o consúltelo como modelo remoto.',
  'OMBUD_E_MODEL_COLUMNS/category':
    'La columna "{$column}" contiene "{$value}", que el modelo no vio al entrenarse: dé una de sus categorías.',
  'OMBUD_E_MODEL_COLUMNS/count':
    'El modelo lee {$expected :number} columnas y se le dieron {$found :number}: dé las columnas con las que se entrenó.',
  'OMBUD_E_MODEL_COLUMNS/missing-column':
    '.input {$count :number} .match $count\none {{A los datos les falta una columna que el modelo lee, {$columns}: dé las columnas con las que se entrenó.}}\n* {{A los datos les faltan {$count} columnas que el modelo lee, como {$columns}: dé las columnas con las que se entrenó.}}',
  'OMBUD_E_MODEL_COLUMNS/missing-value':
    'La columna "{$column}" no tiene valor, y este modelo no puede responder sin él: dé un valor.',
  'OMBUD_E_MODEL_COLUMNS/not-a-number':
    'La columna "{$column}" contiene "{$value}", y el modelo lee ahí un número finito: dé un número.',
  'OMBUD_E_MODEL_SCORECARD/bin-order':
    'Los tramos de "{$column}" en la tarjeta de puntuación han de tener límites crecientes y acabar con un tramo sin límite ni valores: ordénelos.',
  'OMBUD_E_MODEL_SCORECARD/no-bins':
    'La característica "{$column}" de la tarjeta de puntuación no tiene ningún tramo para personas con un valor: añada uno.',
  'OMBUD_E_MODEL_SCORECARD/odds':
    'En la tarjeta de puntuación, "odds" ha de ser mayor que cero y "double" no puede ser cero: corríjalos.',
  'OMBUD_E_MODEL_SCORECARD/two-kinds':
    'Los tramos de "{$column}" en la tarjeta de puntuación mezclan límites de números con valores nombrados: use uno de los dos.',
  'OMBUD_E_MODEL_REMOTE/no-answer':
    'El modelo de {$url} no responde: compruebe la dirección, y que el servidor esté en marcha.',
  'OMBUD_E_MODEL_REMOTE/not-json':
    'El modelo de {$url} respondió algo que no es JSON: compruebe la dirección y el protocolo.',
  'OMBUD_E_MODEL_REMOTE/shape':
    'El modelo de {$url} no dio {$rows :number} respuestas de {$outputs :number} números finitos cada una: compruebe el protocolo y el nombre de la salida.',
  'OMBUD_E_MODEL_REMOTE/status':
    'El modelo de {$url} lo rechazó con el estado HTTP {$status}: compruebe la dirección, las columnas y los permisos.',
  'OMBUD_E_MODEL_REMOTE/too-large':
    'El modelo de {$url} envió más de {$most :number} bytes: pregunte por menos personas a la vez.',
  'OMBUD_E_MODEL_RUNTIME/absent':
    'Para consultar este modelo hace falta el paquete onnxruntime-node, que no está instalado: ejecute npm install onnxruntime-node.',
  'OMBUD_E_MODEL_RUNTIME/failed':
    'El motor de ONNX no pudo ejecutar el modelo: compruebe que funciona en la herramienta que lo escribió.',
  'OMBUD_E_MODEL_RUNTIME/outputs':
    'El modelo ONNX no da ninguna salida que sea una simple tabla de números: expórtelo con zipmap=False.',
};
