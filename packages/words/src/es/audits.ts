import type { Catalogue } from '../message.ts';

/** What each audit is called and asks, in Spanish. */
export const audits: Catalogue = {
  'audit/of-measure': '{$audit}: {$measure}',
  'audit/selection-rate': 'Tasa de selección',
  'audit/selection-rate/asks': 'De todas las personas, cuántas recibieron la decisión positiva.',
  'audit/adverse-impact': 'Impacto adverso',
  'audit/adverse-impact/asks':
    'De todas las personas, cuántas recibieron la decisión favorable, y cómo se comparan los grupos.',
  'audit/conditional-disparity': 'Disparidad condicional',
  'audit/conditional-disparity/asks':
    'La misma comparación dentro de cada estrato, para comparar lo igual con lo igual.',
  'audit/base-rate': 'Tasa base',
  'audit/base-rate/asks': 'De todas las personas, para cuántas ocurrió el resultado.',
  'audit/true-positive-rate': 'Tasa de verdaderos positivos',
  'audit/true-positive-rate/asks':
    'De las personas con el resultado, cuántas recibieron la decisión positiva.',
  'audit/false-positive-rate': 'Tasa de falsos positivos',
  'audit/false-positive-rate/asks':
    'De las personas sin el resultado, cuántas recibieron de todos modos la decisión positiva.',
  'audit/true-negative-rate': 'Tasa de verdaderos negativos',
  'audit/true-negative-rate/asks':
    'De las personas sin el resultado, cuántas recibieron la decisión negativa.',
  'audit/false-negative-rate': 'Tasa de falsos negativos',
  'audit/false-negative-rate/asks':
    'De las personas con el resultado, cuántas recibieron de todos modos la decisión negativa.',
  'audit/positive-predictive-value': 'Valor predictivo positivo',
  'audit/positive-predictive-value/asks':
    'De las personas con la decisión positiva, para cuántas ocurrió el resultado.',
  'audit/negative-predictive-value': 'Valor predictivo negativo',
  'audit/negative-predictive-value/asks':
    'De las personas con la decisión negativa, para cuántas no ocurrió el resultado.',
  'audit/false-discovery-rate': 'Tasa de falsos descubrimientos',
  'audit/false-discovery-rate/asks':
    'De las personas con la decisión positiva, para cuántas no ocurrió el resultado.',
  'audit/false-omission-rate': 'Tasa de falsas omisiones',
  'audit/false-omission-rate/asks':
    'De las personas con la decisión negativa, para cuántas ocurrió el resultado.',
  'audit/accuracy': 'Exactitud',
  'audit/accuracy/asks': 'De todas las personas, para cuántas coinciden la decisión y el resultado.',
  'audit/equalized-odds': 'Igualdad de errores',
  'audit/equalized-odds/asks':
    'Si las dos tasas de error, falsos positivos y falsos negativos, son iguales en cada grupo.',
  'audit/calibration-against-error-rates': 'Calibración frente a tasas de error',
  'audit/calibration-against-error-rates/asks':
    'Si se pueden tener a la vez igual calibración e iguales tasas de error.',
  'audit/representation': 'Representación',
  'audit/representation/asks':
    'Cómo se compara la parte de cada grupo en los datos con su parte en la población.',
  'audit/recourse': 'Recurso',
  'audit/recourse/asks':
    'De las personas que el modelo rechazó, cuántas habrían podido cambiar algo para que las acepte.',
  'audit/ll144': 'Ley local 144 de Nueva York',
  'audit/ll144/asks': 'Las razones de impacto que la norma pide publicar a quien emplea (6 RCNY 5-301).',

  'measure/selection-rate': 'tasa de selección',
  'measure/adverse-impact': 'impacto adverso',
  'measure/base-rate': 'tasa base',
  'measure/true-positive-rate': 'tasa de verdaderos positivos',
  'measure/false-positive-rate': 'tasa de falsos positivos',
  'measure/share': 'parte',
  'measure/scoring-rate': 'tasa de puntuación',

  'rate/favourable': 'Tasa de la decisión favorable',
  'rate/share': 'Parte',
  'rate/scoring-rate': 'Tasa de puntuación',

  'method/order-statistics': 'estadísticos de orden',
  'method/wilson': 'Wilson',
  'method/wilson-cr2': 'Wilson para pocas personas con varias filas (CR2)',
  'method/mover-cr2': 'MOVER para pocas personas con varias filas (CR2)',
  'method/newcombe': 'Newcombe',
  'method/miettinen-nurminen': 'Miettinen-Nurminen',
  'method/log-ratio-delta': 'método delta sobre el logaritmo de la razón',
  'method/mover-wilson': 'MOVER con Wilson',
  'method/robins-breslow-greenland': 'Robins-Breslow-Greenland',
  'method/greenland-robins': 'Greenland-Robins',
  'method/sato': 'Sato',
  'method/score-odds-ratio': 'intervalo score de la razón de odds',
  'method/clopper-pearson': 'Clopper-Pearson',
  'method/multinomial-bootstrap': 'bootstrap multinomial',
  'test/chi-squared': 'ji al cuadrado',
  'test/rao-scott': 'ji cuadrado para pesos (Rao y Scott)',
  'test/freeman-halton': 'Freeman-Halton, exacta',
  'test/freeman-halton-monte-carlo': 'Freeman-Halton por simulación',
  'test/fisher-exact': 'Fisher, exacta',
  'test/two-proportion-z': 'prueba score de dos proporciones',
  'test/cr2-score': 'prueba de puntuación para pocas personas con varias filas (CR2)',
  'test/cluster-robust-z': 'z robusta a conglomerados',
  'test/exact-binomial': 'binomial exacta',
  'test/cochran-mantel-haenszel': 'Cochran-Mantel-Haenszel',
  'test/generalised-cochran-mantel-haenszel': 'Cochran-Mantel-Haenszel generalizada',
};
