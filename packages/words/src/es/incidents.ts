import type { Catalogue } from '../message.ts';

/** Pages of incidents, in Spanish. */
export const incidents: Catalogue = {
  'incident/happened': 'Lo que ocurrió',
  'incident/shows': 'Lo que muestra la auditoría',
  'incident/further': 'Puntuaciones, subgrupos, clases, números y tiempo',
  'incident/compare': 'Comparación de dos resultados',
  'incident/not-asked-no-score':
    'No se pregunta aquí: {$audits}. Lo publicado son decisiones, sin la puntuación de cada persona.',
  'incident/not-asked-no-outcome':
    'No se pregunta aquí: {$audits}. No se publicó nada que se cumpliera o no.',
  'incident/not-asked-no-need':
    'No se pregunta aquí: {$audits}. Ninguna columna dice cuánto necesitaba cada persona.',
  'incident/not-asked-no-time': 'No se pregunta aquí: {$audits}. Lo publicado no tiene fechas.',
  'incident/not-asked-no-columns':
    'No se pregunta aquí: {$audits}. No se publicó nada además de las columnas que ya se comparan.',
  'incident/not-asked-yes-or-no': 'No se pregunta aquí: {$audits}. La decisión es sí o no.',
  'incident/not-asked-no-number': 'No se pregunta aquí: {$audits}. La decisión no es un número.',
  'incident/not-asked-once':
    'No se pregunta aquí: {$audits}. Se examinó un solo sistema una sola vez, así que no hay un segundo resultado.',
  'incident/not-asked-assumed':
    'No se pregunta aquí: {$audits}. No se contó a personas: las tasas son supuestas.',
  'incident/checks': 'Lo que dice la comprobación',
  'incident/stopped': 'Lo que habría detenido',
  'incident/counts': 'Los recuentos',
  'incident/sources': 'Fuentes',
  'incident/run': '{$date}. Ejecútelo: {$command}',
  'incident/verdict-pass': 'El veredicto: se cumple.',
  'incident/verdict-fail': 'El veredicto: no se cumple.',
  'incident/verdict-cannot-tell': 'El veredicto: no se puede saber.',
  'incident/rule': '{$verdict}: {$text}',
  'incident/audit': '{$title}: {$text}',
  'incident/no-rule': 'no se fijó ninguna regla.',
};
