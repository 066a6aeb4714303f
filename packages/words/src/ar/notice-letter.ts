/** The notice of a decision in Arabic. */
export const noticeLetter = {
  'notice-letter/title-debt': 'قرارنا بشأن مال دفعناه لك',
  'notice-letter/title-refusal': 'قرارنا بشأن ما طلبته منا',
  'notice-letter/title-reduction': 'قرارنا بشأن دفعاتك',
  'notice-letter/title-grade': 'قرارنا بشأن درجتك',
  'notice-letter/subject': 'رسالة لك من {$office}',
  'notice-letter/date': 'التاريخ: {$date}',
  'notice-letter/reference': 'رقمنا المرجعي: {$reference}',

  'notice-letter/decision': 'ماذا قررنا',
  'notice-letter/decision-debt':
    'قررنا في {$date} أن عليك أن تعيد {$amount}. وهذا عن المدة من {$from} إلى {$to}.',
  'notice-letter/decision-refusal': 'قررنا في {$date} ألا نوافق على ما يلي: {$what}.',
  'notice-letter/decision-reduction':
    'قررنا في {$date} أن نغير ما يلي: {$what}. أنت تتلقى الآن {$before}. وستتلقى {$after}.',
  'notice-letter/decision-grade': 'قررنا في {$date} أن درجتك في {$subject} هي {$grade}.',
  'notice-letter/starts': 'يبدأ هذا في {$date}.',
  'notice-letter/ends': 'وينتهي في {$date}.',
  'notice-letter/no-end': 'وليس له تاريخ نهاية.',

  'notice-letter/machine': 'استُعمل حاسوب',
  'notice-letter/machine-used': 'استعملنا حاسوبًا. اسم البرنامج {$system}.',
  'notice-letter/role-decided': 'قرر الحاسوب وحده. ولم ينظر إنسان في الأمر قبل ذلك.',
  'notice-letter/role-proposed': 'اقترح الحاسوب جوابًا. ثم قرر إنسان.',
  'notice-letter/role-scored': 'أعطاك الحاسوب تقديرًا بالنقاط. ونظر إنسان في التقدير ثم قرر.',

  'notice-letter/reasons': 'لماذا',
  'notice-letter/ground': 'القاعدة التي استعملناها تقول:',

  'notice-letter/data': 'ماذا نعرف عنك، ومن أخبرنا به',
  'notice-letter/data-what': 'المعلومة',
  'notice-letter/data-value': 'ما لدينا',
  'notice-letter/data-source': 'من أخبرنا',
  'notice-letter/data-more':
    '.input {$n :number} .match $n zero {{استعملنا {$n} معلومة أخرى. تجدها في صفحة قضيتك.}} one {{استعملنا معلومة واحدة أخرى ({$n}). تجدها في صفحة قضيتك.}} two {{استعملنا معلومتين أخريين ({$n}). تجدهما في صفحة قضيتك.}} few {{استعملنا {$n} معلومات أخرى. تجدها في صفحة قضيتك.}} many {{استعملنا {$n} معلومة أخرى. تجدها في صفحة قضيتك.}} * {{استعملنا {$n} معلومة أخرى. تجدها في صفحة قضيتك.}}',
  'notice-letter/correction':
    'هل إحدى هذه المعلومات خاطئة أو قديمة أو ناقصة؟ أخبرنا، وعلينا أن نتحقق منها. يمكنك ذلك في صفحة قضيتك أو بالهاتف أو بالبريد.',

  'notice-letter/review': 'اطلب أن ينظر إنسان في الأمر من جديد',
  'notice-letter/review-right':
    'يمكنك أن تطلب منا النظر في هذا من جديد. وهذا مجاني. سيقوم به شخص لم يشارك في القرار. ولن تُعامل معاملة أسوأ لأنك طلبت ذلك.',
  'notice-letter/review-until': 'نرجو أن تطلب ذلك حتى {$date}. وإن تأخرت فأخبرنا بالسبب، وسيقرؤه إنسان.',
  'notice-letter/review-how': 'استعمل صفحة قضيتك، أو اتصل بالرقم {$phone}، أو اكتب إلى {$post}.',
  'notice-letter/review-visit': 'أو تعال إلى {$place}.',
  'notice-letter/review-answer':
    '.input {$days :number} .match $days zero {{علينا أن نجيبك خلال {$days} يوم.}} one {{علينا أن نجيبك خلال يوم واحد ({$days}).}} two {{علينا أن نجيبك خلال يومين ({$days}).}} few {{علينا أن نجيبك خلال {$days} أيام.}} many {{علينا أن نجيبك خلال {$days} يومًا.}} * {{علينا أن نجيبك خلال {$days} يوم.}}',
  'notice-letter/represent': 'يمكن لشخص آخر أن يفعل ذلك عنك: صديق، أو محام، أو جماعة تساعد الناس.',

  'notice-letter/effect': 'ماذا يحدث إلى أن يصلك الجواب',
  'notice-letter/effect-suspended': 'إذا طلبت النظر من جديد، يتوقف قرارنا إلى أن يصلك الجواب.',
  'notice-letter/effect-suspended-debt': 'إذا طلبت النظر من جديد، فليس عليك أن تدفع إلى أن يصلك الجواب.',
  'notice-letter/effect-on-request': 'إذا طلبت ذلك حتى {$date}، يتوقف قرارنا إلى أن يصلك الجواب.',
  'notice-letter/effect-by-order':
    'يستمر قرارنا بينما ننظر في الأمر. ويمكن لمحكمة أو لمن يراجع القرار أن يوقفه. ويمكنك أن تطلب ذلك.',
  'notice-letter/effect-none': 'يستمر قرارنا بينما ننظر في الأمر.',
  'notice-letter/effect-waivable':
    'يمكنك أن تطلب منا ألا نوقفه. وإذا توقف وكنا على صواب، فقد يكون عليك أن تعيد ما تلقيته في تلك المدة.',

  'notice-letter/regulator': 'ويمكنك أيضًا أن تشتكي إلى {$name}، {$contact}.',

  'notice-letter/access': 'صفحة قضيتك',
  'notice-letter/access-address': 'اذهب إلى هذه الصفحة:',
  'notice-letter/access-code': 'واكتب هذا الرمز:',
  'notice-letter/access-safe': 'لا تُطلع غيرك على الرمز. وسنسألك أيضًا عن {$second}.',
  'notice-letter/second-date-of-birth': 'تاريخ ميلادك',
  'notice-letter/second-postcode': 'رمزك البريدي',
  'notice-letter/second-reference': 'آخر ستة أرقام من رقمك لدينا',
  'notice-letter/second-word': 'الكلمة المتفق عليها معك',
  'notice-letter/access-picture': 'رمز مصوّر يفتح صفحة قضيتك',
} as const;
