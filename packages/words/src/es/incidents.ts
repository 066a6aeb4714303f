import type { Catalogue } from '../message.ts';

/** Pages of incidents, in Spanish. */
export const incidents: Catalogue = {
  'incident/happened': 'Lo que ocurrió',
  'incident/shows': 'Lo que muestra la auditoría',
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
