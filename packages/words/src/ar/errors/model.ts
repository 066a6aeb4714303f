import type { Catalogue } from '../../message.ts';

/** Errors of `@ombud/model`, in Arabic. */
export const model: Catalogue = {
  'OMBUD_E_MODEL_FORMAT/empty': 'ملف النموذج فارغ: احفظ النموذج من جديد.',
  'OMBUD_E_MODEL_FORMAT/newer':
    'ملف النموذج من {$format} بالإصدار "{$version}"، وهو أحدث من الإصدار {$known} الذي يقرؤه ‹Ombud› هذا: حدّث ‹Ombud›، أو احفظ النموذج بإصدار أقدم من {$format}.',
  'OMBUD_E_MODEL_FORMAT/packed':
    'ملف النموذج مضغوط أو أرشيف (‹joblib› أو ‹zip› أو ‹numpy›): فك ضغطه، أو احفظ النموذج بصيغة من ‹docs/models.md›.',
  'OMBUD_E_MODEL_FORMAT/pickle':
    'ملف النموذج ‹pickle› من ‹Python›، وهذا يشغّل ما فيه من برنامج حين يُفتح، فلا يفتحه ‹Ombud›: اكتب النموذج بـ ‹ombud.export_model›، أو بصيغة مكتبته.',
  'OMBUD_E_MODEL_FORMAT/too-large':
    'حجم ملف النموذج بالبايت {$bytes :number}، وأكثر ما يقرؤه ‹Ombud› هو {$most :number}: أعطِ نموذجًا أصغر.',
  'OMBUD_E_MODEL_FORMAT/ubj':
    'ملف النموذج ‹UBJSON› الثنائي من ‹XGBoost›: احفظه نصًا بـ ‹save_model("model.json")›.',
  'OMBUD_E_MODEL_FORMAT/unknown':
    'الملف ليس نموذجًا يعرفه ‹Ombud›: أعطِ نص ‹LightGBM› أو ‹JSON› منه، أو ‹XGBoost JSON›، أو ‹ONNX›، أو ‹ombud/model@1›.',
  'OMBUD_E_MODEL_FORMAT/xgboost-dump':
    'الملف تفريغ من ‹XGBoost› للقراءة بالعين، وتنقصه الدرجة الأساسية: احفظ النموذج بـ ‹save_model("model.json")›.',
  'OMBUD_E_MODEL_DAMAGED/child':
    'في الشجرة {$tree} من ملف النموذج سُمّيت العقدة {$node} فرعًا وهي غير موجودة: احفظ النموذج من جديد.',
  'OMBUD_E_MODEL_DAMAGED/count':
    'يصرّح ملف النموذج بأن عدد قيم "{$field}" هو {$declared :number}، وفيه {$found :number}: احفظ النموذج من جديد.',
  'OMBUD_E_MODEL_DAMAGED/cycle':
    'في الشجرة {$tree} من ملف النموذج يُوصل إلى العقدة {$node} من طريقين، فليست شجرة: احفظ النموذج من جديد.',
  'OMBUD_E_MODEL_DAMAGED/feature':
    'في الشجرة {$tree} من ملف النموذج تسأل العقدة {$node} عن عمود ليس في النموذج: احفظ النموذج من جديد.',
  'OMBUD_E_MODEL_DAMAGED/field': 'في ملف النموذج "{$field}" ناقص أو ليس كما يجب: احفظ النموذج من جديد.',
  'OMBUD_E_MODEL_DAMAGED/not-finite':
    'في الشجرة {$tree} من ملف النموذج تحوي العقدة {$node} عتبة أو قيمة ليست رقمًا منتهيًا: احفظ النموذج من جديد.',
  'OMBUD_E_MODEL_DAMAGED/not-json': 'يبدأ ملف النموذج مثل ‹JSON› وليس كذلك: احفظ النموذج من جديد.',
  'OMBUD_E_MODEL_DAMAGED/protobuf':
    'يبدأ ملف النموذج مثل ‹ONNX›، لكن بياناته تالفة أو مقطوعة: احفظ النموذج من جديد.',
  'OMBUD_E_MODEL_DAMAGED/same-name':
    'في النموذج عمودان اسمهما "{$column}"، فلا أحد يستطيع أن يقول أي قيمة لأيهما: أعطِ كل عمود اسمًا خاصًا به ودرّبه من جديد.',
  'OMBUD_E_MODEL_DAMAGED/too-deep':
    'الشجرة {$tree} من ملف النموذج أعمق مما يقرؤه ‹Ombud›: أعطِ نموذجًا أشجاره أقل عمقًا.',
  'OMBUD_E_MODEL_DAMAGED/too-large':
    'في ملف النموذج من "{$field}" أكثر من {$most :number}، وهو أكثر ما يقرؤه ‹Ombud›: أعطِ نموذجًا أصغر.',
  'OMBUD_E_MODEL_DAMAGED/truncated': 'ينقطع ملف النموذج قبل نهايته: انسخه أو احفظه من جديد.',
  'OMBUD_E_MODEL_UNSUPPORTED/booster':
    'في نموذج ‹XGBoost› المعزّز "{$booster}"، و‹Ombud› يقرأ ‹gbtree› و‹dart›: درّبه بأحدهما، أو اسأله نموذجًا بعيدًا.',
  'OMBUD_E_MODEL_UNSUPPORTED/branch':
    'يستعمل نموذج ‹ONNX› "{$mode}"، ولا يحسبه ‹Ombud›: صدّر النموذج من دونه، أو اسأله نموذجًا بعيدًا.',
  'OMBUD_E_MODEL_UNSUPPORTED/graph':
    'يجب أن يكون لملف ‹ONNX› مُدخل واحد وأن يحوي مجموعة أشجار واحدة أو نموذجًا خطيًا واحدًا، وعدد ما وُجد {$count :number}: صدّر النموذج وحده، أو اسأله نموذجًا بعيدًا.',
  'OMBUD_E_MODEL_UNSUPPORTED/linear-trees':
    'في أوراق نموذج ‹LightGBM› نماذج خطية، ولا يحسبها ‹Ombud›: درّبه بـ ‹linear_tree=false›، أو اسأله نموذجًا بعيدًا.',
  'OMBUD_E_MODEL_UNSUPPORTED/objective':
    'هدف نموذج {$library} هو "{$objective}"، ولا يعرفه ‹Ombud›: استعمل هدفًا آخر، أو اسأله نموذجًا بعيدًا.',
  'OMBUD_E_MODEL_UNSUPPORTED/operator':
    'يحوي نموذج ‹ONNX› المعامل "{$operator}"، و‹Ombud› يقرأ مجموعة أشجار واحدة أو نموذجًا خطيًا واحدًا: صدّر النموذج وحده، أو اسأله نموذجًا بعيدًا.',
  'OMBUD_E_MODEL_UNSUPPORTED/stopped-early':
    'أُوقف نموذج ‹XGBoost› مبكرًا: عدد الجولات في ملفه {$rounds :number}، يستعمل ‹XGBClassifier› منها {$best :number} ويستعملها ‹Booster› كلها؛ احفظ الجولات التي تقرّر، مثلًا ‹booster[:{$best}].save_model("model.json")›.',
  'OMBUD_E_MODEL_UNSUPPORTED/vector-leaves':
    'في الورقة من نموذج ‹XGBoost› عدة قيم (‹multi_output_tree›): درّبه بـ ‹multi_strategy="one_output_per_tree"›، أو اسأله نموذجًا بعيدًا.',
  'OMBUD_E_MODEL_COLUMNS/category':
    'يحوي العمود "{$column}" القيمة "{$value}"، ولم يرها النموذج في التدريب: أعطِ إحدى فئاته.',
  'OMBUD_E_MODEL_COLUMNS/count':
    'عدد الأعمدة التي يقرؤها النموذج {$expected :number}، وأُعطي {$found :number}: أعطِ الأعمدة التي دُرّب عليها.',
  'OMBUD_E_MODEL_COLUMNS/missing-column':
    '.input {$count :number} .match $count zero {{لا تنقص البيانات أعمدة مما يقرؤه النموذج ({$count})، ومع ذلك لم يوجد {$columns}: أعطِ الأعمدة التي دُرّب عليها.}} one {{ينقص البيانات عمود يقرؤه النموذج، هو {$columns}: أعطِ الأعمدة التي دُرّب عليها.}} two {{ينقص البيانات عمودان يقرؤهما النموذج، منهما {$columns}: أعطِ الأعمدة التي دُرّب عليها.}} few {{تنقص البيانات {$count} أعمدة يقرؤها النموذج، منها {$columns}: أعطِ الأعمدة التي دُرّب عليها.}} many {{ينقص البيانات {$count} عمودًا يقرؤها النموذج، منها {$columns}: أعطِ الأعمدة التي دُرّب عليها.}} * {{ينقص البيانات {$count} عمود يقرؤها النموذج، منها {$columns}: أعطِ الأعمدة التي دُرّب عليها.}}',
  'OMBUD_E_MODEL_COLUMNS/missing-value':
    'العمود "{$column}" بلا قيمة، وهذا النموذج لا يجيب من دونها: أعطِ قيمة.',
  'OMBUD_E_MODEL_COLUMNS/not-a-number':
    'يحوي العمود "{$column}" القيمة "{$value}"، والنموذج يقرأ هناك رقمًا منتهيًا: أعطِ رقمًا.',
  'OMBUD_E_MODEL_SCORECARD/bin-order':
    'يجب أن تكون لفئات "{$column}" في بطاقة النقاط حدود متزايدة، وأن تنتهي بفئة واحدة بلا حد ولا قيم: رتّبها.',
  'OMBUD_E_MODEL_SCORECARD/no-bins': 'ليس للخاصية "{$column}" في بطاقة النقاط فئة لمن لهم قيمة: أضف واحدة.',
  'OMBUD_E_MODEL_SCORECARD/odds':
    'في بطاقة النقاط يجب أن يكون "‹odds›" فوق الصفر وألا يكون "‹double›" صفرًا: صحّحهما.',
  'OMBUD_E_MODEL_SCORECARD/two-kinds':
    'تخلط فئات "{$column}" في بطاقة النقاط حدود الأرقام بقيم مسماة: استعمل أحدهما.',
  'OMBUD_E_MODEL_REMOTE/no-answer': 'النموذج على {$url} لا يجيب: تحقق من العنوان، ومن أن الخادم يعمل.',
  'OMBUD_E_MODEL_REMOTE/not-json': 'أجاب النموذج على {$url} بما ليس ‹JSON›: تحقق من العنوان والبروتوكول.',
  'OMBUD_E_MODEL_REMOTE/shape':
    'لم يعطِ النموذج على {$url} ما طُلب (عدد الأجوبة {$rows :number}، وعدد الأرقام المنتهية في كل منها {$outputs :number}): تحقق من البروتوكول ومن اسم المخرج.',
  'OMBUD_E_MODEL_REMOTE/status':
    'رفض النموذج على {$url} بحالة ‹HTTP› ‹{$status}›: تحقق من العنوان والأعمدة والحقوق.',
  'OMBUD_E_MODEL_REMOTE/too-large':
    'أرسل النموذج على {$url} من البايتات أكثر من {$most :number}: اسأل عن أشخاص أقل في كل مرة.',
  'OMBUD_E_MODEL_RUNTIME/absent':
    'تلزم الحزمة ‹onnxruntime-node› لسؤال هذا النموذج، وليست مثبتة: شغّل ‹npm install onnxruntime-node›.',
  'OMBUD_E_MODEL_RUNTIME/failed':
    'لم يستطع مشغّل ‹ONNX› تشغيل النموذج: تحقق من أنه يعمل في الأداة التي كتبته.',
  'OMBUD_E_MODEL_RUNTIME/outputs': 'لا يعطي نموذج ‹ONNX› مخرجًا هو جدول أرقام بسيط: صدّره بـ ‹zipmap=False›.',
};
