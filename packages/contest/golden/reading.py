"""Reading grades by textstat, an independent program, for packages/contest/src/notice/reading-grade.test.ts.

pip install textstat==0.7.4; python packages/contest/golden/reading.py > packages/contest/golden/reading.json
"""
import json
import textstat

TEXTS = [
    "The cat sat on the mat.",
    "This sentence, taken as a reading passage unto itself, is being used to prove a point.",
    "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.",
    "Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in Liberty, "
    "and dedicated to the proposition that all men are created equal. Now we are engaged in a great civil war, testing "
    "whether that nation, or any nation so conceived and so dedicated, can long endure. We are met on a great battle-field "
    "of that war. We have come to dedicate a portion of that field, as a final resting place for those who here gave their "
    "lives that that nation might live. It is altogether fitting and proper that we should do this.",
    "You can ask us to look at this again. It is free. It will be done by a person who had no part in it. You will not be "
    "treated worse because you asked.",
    "The determination was effectuated pursuant to the applicable provisions of the legislation, and the overpayment is "
    "recoverable notwithstanding the administrative irregularities which have been identified subsequently.",
]

print(json.dumps({
    "program": "textstat 0.7.4",
    "texts": [{
        "text": t,
        "sentences": textstat.sentence_count(t),
        "words": textstat.lexicon_count(t, removepunct=True),
        "syllables": textstat.syllable_count(t),
        "grade": textstat.flesch_kincaid_grade(t),
    } for t in TEXTS],
}, indent=2))
