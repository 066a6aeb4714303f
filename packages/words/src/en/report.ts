/** The reports: headings, tables, pictures and notes. */
export const report = {
  'page/title': 'Audit: {$title}',
  'page/skip': 'Skip to the answer',
  'page/contents': 'Contents',
  'page/answerable': 'Answerable: {$owner}.',
  'page/answerable-contact': 'Answerable: {$owner} ({$contact}).',
  'page/data': 'Data: {$source}. Audited {$day} with Ombud {$version}.',
  'page/appendix': 'Appendix: every picture and table, and how it was measured',
  'page/ledger': 'Counted from the ledger {$origin} at its checkpoint of {$size} entries, root {$root}.',
  'page/period': 'Decisions from {$from} to {$to}.',
  'page/window': 'Only decisions from {$from} on and before {$to}.',
  'page/window-from': 'Only decisions from {$from} on.',
  'page/window-to': 'Only decisions before {$to}.',
  'page/verify':
    'Whether this page is the signed audit of that ledger: ombud verify evidence.json --log PUBLISHED --key KEY --report evidence.html',
  'page/footer':
    'Made by Ombud {$version} from the result alone; the same result gives the same page. All numbers are in the JSON and CSV reports.',
  'page/by': 'By {$by}',
  'page/title-by': '{$title} by {$by}',
  'page/numbers': 'The numbers: {$title}',
  'page/title-says': '{$title}: {$text}',

  'answer/title': 'The answer',
  'answer/more': 'More of the answer',
  'answer/careful': 'Careful:',
  'answer/see-strata': 'See the strata',
  'answer/rule-by-rule': 'Rule by rule',

  'line/fail': 'Fails {$rule}: {$who} {$value}, limit {$limit}',
  'line/fail-bare': 'Fails {$rule}',
  'line/cannot-tell': 'Cannot tell about {$rule}: {$who} {$value}, limit {$limit}',
  'line/cannot-tell-bare': 'Cannot tell about {$rule}',
  'line/warns': 'Passes with a warning about {$rule}: {$who} {$value}, limit {$limit}',
  'line/warns-bare': 'Passes with a warning about {$rule}',
  'line/only-warns':
    'Cannot tell; a limit that only warns is broken, {$rule}: {$who} {$value}, limit {$limit}',
  'line/only-warns-bare': 'Cannot tell; a limit that only warns is broken, {$rule}',
  'line/pass': 'Passes; nearest to its limit is {$rule}: {$who} {$value}, limit {$limit}',
  'line/pass-bare': 'Passes {$rule}',
  'line/apart': '{$who} and {$reference}, apart by',
  'line/rule-four-fifths': 'the four-fifths rule',
  'line/rule-audit': 'the limit on “{$audit}”',

  'next/title': 'What to do now',
  'next/decide':
    'Name the person who answers for the system, and let that person decide whether it goes on deciding while the gap is looked into.',
  'next/decide-owner':
    '{$owner} answers for the system and decides whether it goes on deciding while the gap is looked into.',
  'next/strata-first': 'Look first at the strata: inside them the gap points the other way.',
  'next/where':
    'Find out where the gap for {$who} comes from: compare like with like, and read who was decided about wrongly.',
  'next/again': 'Change what makes the gap, then audit again with the same policy.',
  'next/no-pass': 'Do not take this for a pass.',
  'next/missing': 'Find out why values are missing for some groups more than for others, and fill them in.',
  'next/collect':
    'Collect more decisions (each rule says how many people would tell), then audit again; until then watch the gap.',
  'next/look-open': 'Read rule by rule why it cannot be told.',
  'next/keep': 'Keep this report, and audit again when the model, the data or the people change.',
  'next/small-groups':
    '.input {$n :number} .match $n one {{Look by hand at the group that is too small to be covered ({$n}).}} * {{Look by hand at the {$n} groups that are too small to be covered.}}',
  'next/not-proof':
    'A pass says that these limits are kept. It does not say that the system is lawful or right.',
  'next/declare': 'Declare whether the positive decision is good or bad for the person.',
  'next/set-limit': 'Set the limits that you stand for as a policy, so that an audit can give a verdict.',

  'people/title': 'What the gaps mean in people',
  'people/all-by': 'All groups by {$by}',
  'people/caption': 'What the gaps by {$by} mean in people',
  'people/about-more': 'about {$n} more',
  'people/about-fewer': 'about {$n} fewer',
  'people/note':
    'This is arithmetic on the rates measured, to show the size of a gap. It does not say why the gap is there.',

  'rates/who-decided': 'Who got the decision',
  'rates/who-happened': 'For whom the outcome happened',
  'rates/wrongly': 'Who was decided about wrongly',
  'rates/mistakes-by': 'Mistakes by {$by}',

  'crossed/title': 'Where attributes meet',
  'crossed/intro': 'A system can treat each attribute evenly and still treat a combination of them badly.',

  'strata/title': 'Like compared with like',
  'strata/not-reversed': 'By {$by}, the strata do not surely change the answer.',
  'strata/together': 'all together',
  'strata/pair': '{$group} and {$reference}',
  'strata/pair-reversed': '{$group} and {$reference}: the strata reverse the answer',
  'strata/lean':
    'The thick dashed line is all together; each thin line is a stratum. {$others} of {$strata} strata lean the other way.',
  'strata/lean-orange':
    'The thick dashed line is all together; each thin line is a stratum. {$others} of {$strata} strata lean the other way (orange).',
  'strata/table-too': '{$text} The table holds the same numbers.',
  'strata/odds':
    'All together, the odds of {$group} are {$crude} times those of {$reference}. Inside the strata (Mantel-Haenszel) they are {$inside} times.',
  'strata/odds-interval':
    'All together, the odds of {$group} are {$crude} times those of {$reference}. Inside the strata (Mantel-Haenszel) they are {$inside} times ({$range}).',
  'strata/no-difference': 'Test of no difference inside the strata (Cochran-Mantel-Haenszel): p {$p}.',
  'strata/one-odds-ratio': 'Test that all strata share one odds ratio (Breslow-Day): p {$p}.',
  'strata/rate-of': '{$rate} of {$n}',
  'strata/nobody': 'nobody',
  'strata/caption': 'Rates by {$by} inside each {$strata}',
  'strata/row-together': 'All together',
  'strata/row-alike': 'If spread alike over the strata',
  'strata/pairs-caption': 'Each pair of groups, all together and inside the strata (Mantel-Haenszel)',
  'strata/pairs-by': 'All together and inside the strata, by {$by}',
  'strata/numbers': 'The numbers: strata by {$by}',
  'strata/reading-nobody-comparable': 'nobody can be compared',
  'strata/reading-no-gap': 'the gap may be chance',
  'strata/reading-reversal': 'reversed',
  'strata/reading-mostly-explained': 'most of the gap goes away',
  'strata/reading-not-explained': 'the gap stays',
  'strata/reading-unclear': 'not clear',

  'identity/title': 'What cannot be had at once',
  'identity/formula':
    'For every group the four numbers are tied together: false positive rate = p/(1−p) × (1−PPV)/PPV × (1−FNR), with p the base rate, PPV the positive predictive value and FNR the false negative rate (Chouldechova 2017).',
  'identity/caption': 'Base rate, calibration and errors by {$by}',
  'identity/unknown': 'The data cannot tell whether the base rates differ.',
  'identity/incompatible':
    'The outcome is not equally frequent in the groups. Therefore a decision cannot be equally well calibrated and make equally many mistakes of both kinds in every group: one of them has to give way, and which one is a choice.',
  'identity/compatible':
    'The base rates are alike, so equal calibration and equal error rates can be had at once.',
  'identity/last-column':
    'The last column is the false positive rate that each group would have with everybody’s positive predictive value ({$ppv}) and false negative rate ({$fnr}).',

  'll144/title': 'New York City Local Law 144',
  'll144/intro':
    'These are the figures that the rule (6 RCNY 5-301) asks to be published. The rule sets no threshold, so there is nothing here to pass or fail. An impact ratio is a rate over the highest rate.',
  'll144/caption-scoring': 'Scoring rates and impact ratios by {$by}',
  'll144/caption-selection': 'Selection rates and impact ratios by {$by}',
  'll144/people': '{$applicants} applicants; the category of {$unknown} of them is not known.',
  'll144/median': 'The median score of the sample is {$median}; the scoring rate is the share above it.',
  'll144/highest': 'highest rate',
  'll144/short-scoring': 'Local Law 144, scoring rate by {$by}',
  'll144/short-selection': 'Local Law 144, selection rate by {$by}',
  'll144/short-people': 'Category not known: {$unknown} of {$applicants} people.',
  'll144/short-median': 'The sample median is {$median}.',
  'll144/left-out': 'left out',
  'll144/page': 'Bias audit under New York City Local Law 144: {$title}',
  'll144/dates': 'Dates and data',
  'll144/what': 'What is stated',
  'll144/stated': 'As stated',
  'll144/audit-date': 'Date of the bias audit',
  'll144/distribution-date': 'Distribution date of the tool',
  'll144/source': 'Source of the data',
  'll144/explanation': 'Explanation of the data',
  'll144/not-stated': 'Not stated. The rule asks for it (6 RCNY 5-303).',
  'll144/not-explained': 'Not explained. The rule asks for it (6 RCNY 5-303).',
  'll144/not-asked': 'The result holds no tables of Local Law 144: the audit was not asked for them.',
  'll144/no-ratio': 'left out',
  'll144/left-out-because': '{$category}: no impact ratio, and not the highest rate. {$why}',
  'll144/unknown':
    '{$unknown} more people were assessed and are not in this table, because their category is not known ({$by}).',
  'll144/method':
    'Selection rate: selected over applicants. Scoring rate: applicants with a score above the median of the sample over applicants. Impact ratio: the rate of a category over the highest rate of a category. The rule sets no threshold.',

  'costs/title': 'What the cheapest change costs',
  'costs/caption': 'Median cost of the cheapest change by {$by}, in shares of the people passed on the way',
  'costs/short': 'What the cheapest change costs, by {$by}',
  'short/median-cost': 'median',
  'head/with-plan': 'People with a change',
  'head/median-cost': 'Median cost',
  'shares/title': 'Who is in the data',
  'shares/caption': 'Shares of the people in the data by {$by}, against {$population}',
  'shares/short': 'Who is in the data, by {$by}, beside {$population}',

  'coverage/title': 'Who was counted',
  'coverage/counted': '{$counted} of {$rows} {$people} were counted.',
  'coverage/counted-share': '{$counted} of {$rows} {$people} were counted ({$share}).',
  'coverage/outside':
    'Outside of that time: {$before} before it and {$after} after it; they are in no number here.',
  'meaning/shadow':
    'These decisions had no effect on anybody: they were made in the shadow of others, and recorded to be compared.',
  'meaning/by-people': 'People made these decisions in place of the system.',
  'coverage/shadow':
    '.input {$n :number} .match $n one {{One recorded decision had no effect, because it was made in the shadow of another; it is in no number here.}} * {{{$n} recorded decisions had no effect, because they were made in the shadow of others; they are in no number here.}}',
  'coverage/not-shadow':
    '.input {$n :number} .match $n one {{One recorded decision had an effect; it is in no number here.}} * {{{$n} recorded decisions had an effect; they are in no number here.}}',
  'coverage/by-people':
    '.input {$n :number} .match $n one {{A person made one recorded decision in place of the system; it is in no number here.}} * {{People made {$n} recorded decisions in place of the system; they are in no number here.}}',
  'coverage/by-system':
    '.input {$n :number} .match $n one {{The system made one recorded decision itself; it is in no number here.}} * {{The system made {$n} recorded decisions itself; they are in no number here.}}',
  'coverage/withheld':
    '.input {$groups :number} .match $groups one {{One group is withheld, because publishing it could give somebody away: a count of fewer than {$least :number} people, or what another would follow from. The exact result is committed to, and stays with the operator.}} * {{{$groups} groups are withheld, because publishing them could give somebody away: counts of fewer than {$least :number} people, or what others would follow from. The exact result is committed to, and stays with the operator.}}',
  'coverage/note':
    'Nothing missing was replaced by a default value; somebody whose value for one attribute is missing still counts by the others.',
  'coverage/left-out-caption': 'People left out, and why',
  'coverage/left-out': '{$rows} left out: {$why}',
  'coverage/left-out-sentence': '{$rows} left out: {$why}.',
  'coverage/nothing-missing': 'No value was missing in any column that was used.',
  'coverage/missing-caption': 'Missing values, a column at a time',
  'coverage/missing': '{$column}: missing for {$rows}',
  'coverage/missing-read': '{$column}: missing for {$rows}; read as missing: {$texts}',
  'coverage/missing-short': 'Missing: {$columns}.',
  'coverage/text': '“{$text}” ({$rows})',
  'coverage/not-measured':
    '.input {$n :number} .match $n one {{{$n} audit could not be measured; the report says why.}} * {{{$n} audits could not be measured; the report says why.}}',

  'unmeasured/title': 'What was not measured',
  'unmeasured/caption': 'Audits without a measurement, and why',
  'unmeasured/item': '{$title}: {$state}. {$why}',
  'unmeasured/failed': 'The audit failed.',
  'unmeasured/not-applicable': 'not applicable',

  'rules/title': 'The policy, rule by rule',
  'rules/more-caption': 'More rules of the policy',
  'rules/more': '.input {$n :number} .match $n one {{{$n} more rule}} * {{{$n} more rules}}',
  'rules/elsewhere': '{$n} more rules are in the JSON, SARIF and JUnit reports.',
  'card/against': '{$who} against {$reference}',
  'card/pair': '{$pair} ({$value})',
  'card/more': '.input {$n :number} .match $n one {{{$n} more}} * {{{$n} more}}',
  'card/others': 'Surely beyond the limit as well: {$pairs}.',
  'card/pairs':
    '.input {$n :number} .match $n one {{{$failing} of {$n} pair is surely beyond the limit.}} * {{{$failing} of {$n} pairs are surely beyond the limit.}}',
  'card/real-and-open':
    'The gap is larger than chance alone explains, and yet it cannot be told whether it is beyond the limit.',
  'card/covers': 'Covers {$people} of {$of} people.',
  'card/small': '{$who} ({$n})',
  'card/not-judged': 'Too few people to be covered by a pass: {$groups}.',
  'card/from': 'Limit: {$limit}. From: {$source}.',
  'card/from-point': 'Limit: {$limit}, judged on the number alone. From: {$source}.',
  'rules/warning': 'warning: {$text}',
  'rules/says': '{$title}. {$text}',

  'tables/title': 'Every rate measured',
  'tables/by': 'Tables by {$by}',
  'tables/range': '{$title}: {$low} to {$high}',
  'tables/range-test': '{$title}: {$low} to {$high}; all equal? {$test}, p {$p}',
  'tables/every-rate': 'Every rate of all {$groups} groups by {$by}',
  'tables/on-paper':
    'Not printed: how these groups compare (ratios, differences, tests). The JSON report has all of it, the page on a screen a part.',
  'page/printed-few': 'One row in {$n} is printed; the page shows all of them on a screen.',
  'tables/events-of': '{$events} of {$n}',
  'tables/every-caption':
    'Rates of all groups by {$by} in per cent, below each how many of how many people, and the interval in per cent',
  'tables/every-caption-cut':
    'Rates of groups by {$by} in per cent, below each how many of how many people, and the interval in per cent; {$rest} more groups are in the CSV and JSON reports',
  'tables/first-rows': '{$caption}; the first {$shown} of {$rows}',
  'tables/ends': 'the {$ends} lowest and {$ends} highest of {$groups} groups',
  'tables/intervals-method': '{$level} intervals ({$method})',
  'tables/compared-with': 'compared with {$reference}',
  'tables/between-below':
    '.input {$n :number} .match $n one {{{$n} more group lies between these.}} * {{{$n} more groups lie between these.}}',
  'tables/between': '.input {$n :number} .match $n one {{… {$n} group between}} * {{… {$n} groups between}}',

  'method/title': 'How this was measured',
  'method/words': 'The words',
  'method/questions': 'The questions',
  'method/methods': 'The methods',
  'method/interval': 'Interval',
  'method/interval-means':
    'The data is one sample of what the system does. The interval holds the rates that fit the data well: with few people it is wide. Of many such 95 % intervals, about 95 in 100 hold the true rate.',
  'method/cannot-tell': 'Cannot tell',
  'method/cannot-tell-means':
    'The interval reaches over the limit, so more people are needed to say pass or fail. It is never counted as a pass.',
  'method/p-adjusted': 'p, adjusted',
  'method/p-adjusted-means':
    'How easily chance alone would give a gap this large if the groups were treated alike. With many groups some gap always looks large; the adjusted number takes this into account.',
  'method/chance': 'Larger than chance explains',
  'method/chance-means':
    'The interval of the comparison does not include “no difference”. It does not say what the cause is.',
  'method/rates': 'Intervals of rates',
  'method/rates-level': '{$methods}, {$level}',
  'method/comparisons': 'Intervals of comparisons',
  'method/simultaneous': '{$methods}; simultaneous: all of a table hold together at the level',
  'method/separate': '{$methods}; each by itself',
  'method/tests': 'Tests',
  'method/dependence': 'Weights and repeats',
  'method/weighted': 'people are weighted by {$column}',
  'method/repeated': 'several rows of one person ({$column}) count as one source of information',
  'method/many': 'each row stands for as many people as {$column} says',
  'method/source': 'Source',
  'method/source-is': '{$source}, {$rows} rows, fingerprint {$fingerprint}',
  'method/run': 'Run',
  'method/run-is': 'Ombud {$version}, seed {$seed}, started {$started}, {$seconds} seconds',
  'method/no-score':
    'There is no single fairness score here, on purpose: the numbers answer different questions, and a policy has to say which of them matter.',

  'markdown/verdict': 'Verdict',
  'markdown/rates': 'Rates',
  'markdown/tables': 'More tables',
  'markdown/cell-p': '{$ratio}, p {$p}',
  'markdown/cut':
    '.input {$n :number} .match $n one {{{$n} more table is in the other reports: a comment has no room for it.}} * {{{$n} more tables are in the other reports: a comment has no room for them.}}',
  'markdown/footer': 'Ombud {$version}, seed {$seed}, source {$source} (fingerprint {$fingerprint}).',
  'junit/answer': 'Answer',
  'sarif/unknown': 'The audit {$audit}.',
  'sarif/how':
    '{$asks} A rule passes when its whole interval lies inside the limit, fails when it lies outside, and else cannot be told; cannot tell is never a pass.',
  'terminal/elsewhere': 'Measured as well, with tables in the whole report: {$audits}.',
  'terminal/more-rules': '.input {$n :number} .match $n one {{… {$n} more rule}} * {{… {$n} more rules}}',
} as const;
