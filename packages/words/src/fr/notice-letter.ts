/** The notice of a decision in French. */
export const noticeLetter = {
  'notice-letter/title-debt': 'Notre décision sur de l’argent que nous vous avons versé',
  'notice-letter/title-refusal': 'Notre décision sur ce que vous nous avez demandé',
  'notice-letter/title-reduction': 'Notre décision sur vos versements',
  'notice-letter/title-grade': 'Notre décision sur votre note',
  'notice-letter/subject': 'Une lettre pour vous de {$office}',
  'notice-letter/date': 'Date : {$date}',
  'notice-letter/reference': 'Notre référence : {$reference}',

  'notice-letter/decision': 'Ce que nous avons décidé',
  'notice-letter/decision-debt':
    'Le {$date}, nous avons décidé que vous devez rendre {$amount}. Cela porte sur le temps entre le {$from} et le {$to}.',
  'notice-letter/decision-refusal': 'Le {$date}, nous avons décidé de dire non à ceci : {$what}.',
  'notice-letter/decision-reduction':
    'Le {$date}, nous avons décidé de changer ceci : {$what}. Vous recevez {$before}. Vous recevrez {$after}.',
  'notice-letter/decision-grade': 'Le {$date}, nous avons décidé que votre note en {$subject} est {$grade}.',
  'notice-letter/starts': 'Cela commence le {$date}.',
  'notice-letter/ends': 'Cela finit le {$date}.',
  'notice-letter/no-end': 'Il n’y a pas de date de fin.',

  'notice-letter/machine': 'Un ordinateur a servi',
  'notice-letter/machine-used': 'Nous avons utilisé un ordinateur. Le programme s’appelle {$system}.',
  'notice-letter/role-decided': 'Il a décidé tout seul. Personne n’a regardé avant.',
  'notice-letter/role-proposed': 'Il a proposé une réponse. Ensuite, une personne a décidé.',
  'notice-letter/role-scored': 'Il vous a donné un score. Une personne a regardé ce score et a décidé.',

  'notice-letter/reasons': 'Pourquoi',
  'notice-letter/ground': 'La règle que nous avons utilisée dit :',

  'notice-letter/data': 'Ce que nous savons de vous, et qui nous l’a dit',
  'notice-letter/data-what': 'Quoi',
  'notice-letter/data-value': 'Ce que nous avons',
  'notice-letter/data-source': 'Qui nous l’a dit',
  'notice-letter/data-more':
    '.input {$n :number} .match $n one {{Nous avons utilisé {$n} autre fait. Il est sur la page de votre dossier.}} * {{Nous avons utilisé {$n} autres faits. Ils sont sur la page de votre dossier.}}',
  'notice-letter/correction':
    'Un de ces faits est faux, ancien ou absent ? Dites-le-nous, et nous devons vérifier. Vous pouvez le faire sur la page de votre dossier, par téléphone ou par courrier.',

  'notice-letter/review': 'Demandez à une personne de regarder à nouveau',
  'notice-letter/review-right':
    'Vous pouvez nous demander de regarder à nouveau. C’est gratuit. Ce sera fait par une personne qui n’y a pas pris part. Vous ne serez pas moins bien traité parce que vous avez demandé.',
  'notice-letter/review-until':
    'Demandez, s’il vous plaît, avant la fin du {$date}. Si vous êtes en retard, dites-nous pourquoi, et une personne le lira.',
  'notice-letter/review-how': 'Utilisez la page de votre dossier, appelez le {$phone}, ou écrivez à {$post}.',
  'notice-letter/review-visit': 'Ou venez à {$place}.',
  'notice-letter/review-answer':
    '.input {$days :number} .match $days one {{Nous devons vous répondre dans un délai de {$days} jour.}} * {{Nous devons vous répondre dans un délai de {$days} jours.}}',
  'notice-letter/represent':
    'Quelqu’un peut le faire pour vous : un ami, un avocat, ou un groupe qui aide les gens.',

  'notice-letter/effect': 'Ce qui se passe jusqu’à notre réponse',
  'notice-letter/effect-suspended':
    'Si vous nous demandez de regarder à nouveau, notre décision s’arrête jusqu’à notre réponse.',
  'notice-letter/effect-suspended-debt':
    'Si vous nous demandez de regarder à nouveau, vous n’avez rien à payer jusqu’à notre réponse.',
  'notice-letter/effect-on-request':
    'Si vous le demandez avant la fin du {$date}, notre décision s’arrête jusqu’à notre réponse.',
  'notice-letter/effect-by-order':
    'Notre décision continue pendant que nous regardons. Un juge ou la personne qui réexamine peut l’arrêter. Vous pouvez le demander.',
  'notice-letter/effect-none': 'Notre décision continue pendant que nous regardons.',
  'notice-letter/effect-waivable':
    'Vous pouvez nous dire de ne pas l’arrêter. Si elle s’arrête et que nous avions raison, il se peut que vous deviez rendre ce que vous avez reçu pendant ce temps.',

  'notice-letter/regulator': 'Vous pouvez aussi vous plaindre à {$name}, {$contact}.',

  'notice-letter/access': 'La page de votre dossier',
  'notice-letter/access-address': 'Allez à cette page :',
  'notice-letter/access-code': 'Tapez ce code :',
  'notice-letter/access-safe': 'Ne montrez pas le code à d’autres. Nous vous demanderons aussi {$second}.',
  'notice-letter/second-date-of-birth': 'votre date de naissance',
  'notice-letter/second-postcode': 'votre code postal',
  'notice-letter/second-reference': 'les six derniers chiffres de votre numéro chez nous',
  'notice-letter/second-word': 'le mot convenu avec vous',
  'notice-letter/access-picture': 'Code en image qui ouvre la page de votre dossier',
} as const;
