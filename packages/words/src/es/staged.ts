import type { Catalogue } from '../message.ts';

/** Incidents against a running server, in Spanish. */
export const staged: Catalogue = {
  'staged/robodebt-part':
    'Una parte del plan, para que tarde menos de un minuto: una de cada {$share :number} de sus cartas, con una respuesta en seis semanas y una de cada cinco personas apelando, de lo que no se publicó nada. Salieron {$letters :number} cartas antes de que se abriera el disyuntor.',
  'staged/robodebt-appeals':
    '{$appealed :number} personas escribieron el código de su carta, sin programas en la página, y apelaron con sus nóminas. El efecto se suspendió al instante para quienes llegaron a tiempo; {$late :number} llegaron pasado el mes, ninguna máquina las rechazó, y una persona las admitió.',
  'staged/robodebt-breaker':
    'Tras {$answers :number} respuestas, de las que {$overturned :number} anularon la decisión, el disyuntor se abrió el día {$day :number}. No siguió ninguna carta, y a {$held :number} efectos que no habían empezado se les negó empezar.',
  'staged/robodebt-remedy':
    'Un remedio para todos detuvo {$suspended :number} efectos y revirtió {$cancelled :number}, cada uno confirmado por el sistema que decide. Se habían cobrado {$taken} de más; el banco recibió órdenes firmadas por {$refunded}, para {$refundedTo :number} personas, hubieran apelado o no. Cada una se ordenó dos veces y se pagó una.',
  'staged/robodebt-known':
    'Entre ellas estaban las respuestas conocidas: por medio año a 2000 $ se pedían {$half}, y por 1200 $ alternos, {$turns}; ambas personas no debían nada y no pagaron nada.',
  'staged/ofqual-recorded':
    'Se anotaron {$pupils :number} notas y se auditaron antes del día de los resultados, por tipo y por tamaño de clase; el veredicto: {$verdict}.',
  'staged/ofqual-appeals':
    '{$twoBelow :number} están dos o más por debajo de la del profesor. A una parte de ellas, {$told :number} alumnos, se les avisó; {$appealed :number} apelaron, y una persona que leyó lo que el profesor había visto anuló {$overturned :number}.',
  'staged/ofqual-remedy':
    'El remedio encontró las {$found :number} por lo que estaba anotado, hubiera apelación o no. A las {$cancelled :number} con un caso se les retiró la nota; a {$withoutCase :number} todavía no se les había avisado, y la búsqueda las nombra.',
  'staged/williams-fromMatch': 'Una detención directamente por la coincidencia: rechazada ({$guard}).',
  'staged/williams-withoutEvidence':
    'Una persona confirma la coincidencia y no nombra ninguna otra prueba: rechazada ({$guard}).',
  'staged/williams-byOne':
    'Una detención cuando una persona la ha confirmado con otra prueba: rechazada ({$guard}).',
  'staged/williams-byOneTwice': 'La misma persona la confirma otra vez: rechazada ({$guard}).',
  'staged/williams-byTwo-done':
    'Una detención cuando una segunda persona la ha confirmado con otra prueba: puede empezar.',
  'staged/entries': 'Cada paso llegó por HTTP y está en el registro: {$entries :number} entradas.',
};
