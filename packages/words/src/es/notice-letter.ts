/** The notice of a decision in Spanish. */
export const noticeLetter = {
  'notice-letter/title-debt': 'Nuestra decisión sobre dinero que le pagamos',
  'notice-letter/title-refusal': 'Nuestra decisión sobre lo que nos pidió',
  'notice-letter/title-reduction': 'Nuestra decisión sobre sus pagos',
  'notice-letter/title-grade': 'Nuestra decisión sobre su nota',
  'notice-letter/subject': 'Una carta para usted de {$office}',
  'notice-letter/date': 'Fecha: {$date}',
  'notice-letter/reference': 'Nuestra referencia: {$reference}',

  'notice-letter/decision': 'Qué decidimos',
  'notice-letter/decision-debt':
    'El {$date} decidimos que debe devolver {$amount}. Se trata del tiempo entre el {$from} y el {$to}.',
  'notice-letter/decision-refusal': 'El {$date} decidimos decir que no a esto: {$what}.',
  'notice-letter/decision-reduction':
    'El {$date} decidimos cambiar esto: {$what}. Ahora recibe {$before}. Recibirá {$after}.',
  'notice-letter/decision-grade': 'El {$date} decidimos que su nota en {$subject} es {$grade}.',
  'notice-letter/starts': 'Empieza el {$date}.',
  'notice-letter/ends': 'Termina el {$date}.',
  'notice-letter/no-end': 'No tiene fecha final.',

  'notice-letter/machine': 'Se usó un ordenador',
  'notice-letter/machine-used': 'Usamos un ordenador. El programa se llama {$system}.',
  'notice-letter/role-decided': 'Decidió por sí solo. Ninguna persona lo miró antes.',
  'notice-letter/role-proposed': 'Propuso una respuesta. Después decidió una persona.',
  'notice-letter/role-scored': 'Le dio una puntuación. Una persona miró la puntuación y decidió.',

  'notice-letter/reasons': 'Por qué',
  'notice-letter/ground': 'La regla que usamos dice:',

  'notice-letter/data': 'Qué sabemos de usted y quién nos lo dijo',
  'notice-letter/data-what': 'Qué',
  'notice-letter/data-value': 'Lo que tenemos',
  'notice-letter/data-source': 'Quién nos lo dijo',
  'notice-letter/data-more':
    '.input {$n :number} .match $n one {{Usamos {$n} dato más. Está en la página de su caso.}} * {{Usamos {$n} datos más. Están en la página de su caso.}}',
  'notice-letter/correction':
    '¿Alguno de estos datos está mal, es viejo o falta? Díganoslo y tendremos que comprobarlo. Puede hacerlo en la página de su caso, por teléfono o por carta.',

  'notice-letter/review': 'Pida que una persona lo mire de nuevo',
  'notice-letter/review-right':
    'Puede pedirnos que lo miremos de nuevo. Es gratis. Lo hará una persona que no tuvo parte en la decisión. No se le tratará peor por haberlo pedido.',
  'notice-letter/review-until':
    'Pídalo, por favor, hasta el {$date}. Si llega tarde, díganos por qué, y una persona lo leerá.',
  'notice-letter/review-how': 'Use la página de su caso, llame al {$phone} o escriba a {$post}.',
  'notice-letter/review-visit': 'O venga a {$place}.',
  'notice-letter/review-answer':
    '.input {$days :number} .match $days one {{Tenemos que responderle en {$days} día.}} * {{Tenemos que responderle en {$days} días.}}',
  'notice-letter/represent':
    'Alguien puede hacerlo por usted: un amigo, un abogado o un grupo que ayuda a la gente.',

  'notice-letter/effect': 'Qué pasa hasta que tenga una respuesta',
  'notice-letter/effect-suspended':
    'Si nos pide que lo miremos de nuevo, nuestra decisión se para hasta que tenga una respuesta.',
  'notice-letter/effect-suspended-debt':
    'Si nos pide que lo miremos de nuevo, no tiene que pagar hasta que tenga una respuesta.',
  'notice-letter/effect-on-request':
    'Si lo pide hasta el {$date}, nuestra decisión se para hasta que tenga una respuesta.',
  'notice-letter/effect-by-order':
    'Nuestra decisión sigue mientras lo miramos. Un juez o quien revisa puede pararla. Usted puede pedirlo.',
  'notice-letter/effect-none': 'Nuestra decisión sigue mientras lo miramos.',
  'notice-letter/effect-waivable':
    'Puede decirnos que no la paremos. Si se para y teníamos razón, es posible que tenga que devolver lo que recibió en ese tiempo.',

  'notice-letter/regulator': 'También puede quejarse a {$name}, {$contact}.',

  'notice-letter/access': 'La página de su caso',
  'notice-letter/access-address': 'Vaya a esta página:',
  'notice-letter/access-code': 'Escriba este código:',
  'notice-letter/access-safe': 'No enseñe el código a otros. También le preguntaremos {$second}.',
  'notice-letter/second-date-of-birth': 'su fecha de nacimiento',
  'notice-letter/second-postcode': 'su código postal',
  'notice-letter/second-reference': 'las seis últimas cifras de su número con nosotros',
  'notice-letter/second-word': 'la palabra que acordamos con usted',
  'notice-letter/access-picture': 'Código en imagen que abre la página de su caso',
} as const;
