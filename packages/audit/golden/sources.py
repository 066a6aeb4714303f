"""The data sets and the roles that their columns play: what make.py computes the independent values of.

A case is read in one of two ways. `sql` is a query for DuckDB in which `{data}` stands for the data folder; the test
makes the same file with it. `counts` are published counts, typed in here with their source.
"""

CSV = "read_csv('{data}/%s', all_varchar = true)"


def role(column, *positive):
    return {"column": column, "positive": list(positive)}


def counted(columns, rows):
    return {"columns": [*columns, "people"], "rows": [list(row) for row in rows]}


def pair(by, group, reference, strata):
    return {"by": by, "group": group, "reference": reference, "strata": strata}


BERKELEY = {
    "A": (512, 313, 89, 19),
    "B": (353, 207, 17, 8),
    "C": (120, 205, 202, 391),
    "D": (138, 279, 131, 244),
    "E": (53, 138, 94, 299),
    "F": (22, 351, 24, 317),
}
PPB = {"DF": 271, "DM": 318, "LF": 295, "LM": 386}
# Whole numbers that fit the published percentages; Gender Shades published no counts.
GENDER_SHADES = {
    "Microsoft 2017": (56, 19, 5, 0),
    "Face++ 2017": (93, 2, 29, 3),
    "IBM 2017": (94, 38, 21, 1),
    "IBM 2018": (46, 2, 7, 1),
    "Amazon 2018": (85, 4, 21, 0),
    "Kairos 2018": (61, 4, 19, 0),
}
# race, sex, callbacks, resumes
RESUME = [
    ("black", "female", 125, 1886),
    ("black", "male", 32, 549),
    ("white", "female", 184, 1860),
    ("white", "male", 51, 575),
]
# job, impressions shown to women, to men
ADS = [
    ("truck driver", 439, 5259),
    ("childcare", 6824, 264),
    ("nurse", 4727, 1344),
    ("legal counsel", 3787, 3874),
]


def berkeley_rows():
    for dept, (men_in, men_out, women_in, women_out) in BERKELEY.items():
        yield dept, "men", "admitted", men_in
        yield dept, "men", "rejected", men_out
        yield dept, "women", "admitted", women_in
        yield dept, "women", "rejected", women_out


def faces(errors):
    for (cell, n), wrong in zip(PPB.items(), errors):
        skin = {"D": "darker", "L": "lighter"}[cell[0]]
        gender = {"F": "female", "M": "male"}[cell[1]]
        yield skin, gender, "yes", wrong
        yield skin, gender, "no", n - wrong


def resumes():
    for race, sex, called, n in RESUME:
        yield race, sex, "1", called
        yield race, sex, "0", n - called


def impressions():
    for job, women, men in ADS:
        yield job, "female", women
        yield job, "male", men


def case(name, about, *, sql=None, counts=None, decision, outcome=None, favourable, groups, stratified=()):
    return {
        "name": name,
        "about": about,
        "sql": sql,
        "counts": counts,
        "roles": {"decision": decision, "outcome": outcome, "favourable": favourable, "groups": groups},
        "stratified": list(stratified),
    }


DATASETS = {
    "compas": [
        case(
            "COMPAS, two years",
            "Angwin et al. 2016 (ProPublica), compas-scores-two-years.csv: Low against Medium and High.",
            sql="select race, sex, age_cat, score_text, two_year_recid from "
            + CSV % "compas/compas-scores-two-years.deidentified.csv",
            decision=role("score_text", "Medium", "High"),
            outcome=role("two_year_recid", "1"),
            favourable="negative",
            groups=["race", "sex", "age_cat"],
            stratified=[pair("race", "African-American", "Caucasian", "age_cat")],
        )
    ],
    "adult": [
        case(
            "Adult, both files",
            "UCI Adult (Becker and Kohavi 1996). The decision is a rule of this test: 13 or more years of education.",
            sql="select sex, race, \"marital-status\" as marital, classification, "
            "case when cast(\"education-num\" as integer) >= 13 then 'yes' else 'no' end as selected "
            "from read_csv(['{data}/adult/adult_uci.data', '{data}/adult/adult_uci.test'], delim = ', ', "
            "header = true, all_varchar = true)",
            decision=role("selected", "yes"),
            outcome=role("classification", ">50K"),
            favourable="positive",
            groups=["sex", "race"],
            stratified=[pair("sex", "Female", "Male", "marital")],
        )
    ],
    "german": [
        case(
            "German credit",
            "Statlog (Hofmann 1994). The decision is a rule of this test: a good or no current account.",
            sql="select personal_status, foreign_worker, housing, credit, "
            "case when status in ('A13', 'A14') then 'grant' else 'refuse' end as selected from " + CSV % "german.csv",
            decision=role("selected", "grant"),
            outcome=role("credit", "1"),
            favourable="positive",
            groups=["personal_status", "foreign_worker"],
            stratified=[pair("personal_status", "A92", "A93", "housing")],
        )
    ],
    "hmda": [
        case(
            "Boston HMDA",
            "Munnell et al. 1996, as in the R package AER: mortgage refused or not.",
            sql="select deny, afam, single, chist from " + CSV % "boston_hmda_aer.csv",
            decision=role("deny", "no"),
            favourable="positive",
            groups=["afam", "single"],
            stratified=[pair("afam", "yes", "no", "chist")],
        ),
    ],
    "law-school": [
        case(
            "Law school",
            "LSAC (Wightman 1998). The decision is a rule of this test: LSAT of 37 or more.",
            sql="select race, male, tier, pass_bar, "
            "case when cast(lsat as double) >= 37 then 'yes' else 'no' end as selected from "
            + CSV % "law_school_clean.csv",
            decision=role("selected", "yes"),
            outcome=role("pass_bar", "1.0"),
            favourable="positive",
            groups=["race", "male"],
            stratified=[pair("race", "Non-White", "White", "tier")],
        )
    ],
    "berkeley": [
        case(
            "Berkeley 1973",
            "Bickel, Hammel and O'Connell 1975; the six largest departments (R: UCBAdmissions).",
            counts=counted(["dept", "sex", "admission"], berkeley_rows()),
            decision=role("admission", "admitted"),
            favourable="positive",
            groups=["sex", "dept"],
            stratified=[pair("sex", "women", "men", "dept"), pair("sex", "men", "women", "dept")],
        )
    ],
    "resume": [
        case(
            "Names on resumes",
            "Bertrand and Mullainathan 2004: callbacks by the name on the resume.",
            counts=counted(["race", "sex", "call"], resumes()),
            decision=role("call", "1"),
            favourable="positive",
            groups=["race", "sex"],
            stratified=[pair("race", "black", "white", "sex")],
        )
    ],
    "gender-shades": [
        case(
            f"Gender Shades, {name}",
            "Buolamwini and Gebru 2018, Raji and Buolamwini 2019: whole numbers that fit the published percentages.",
            counts=counted(["skin", "gender", "error"], faces(errors)),
            decision=role("error", "yes"),
            favourable="negative",
            groups=["skin", "gender"],
        )
        for name, errors in GENDER_SHADES.items()
    ],
    "ad-delivery": [
        case(
            "Ad delivery, Germany 2020",
            "AlgorithmWatch 2020: impressions of job advertisements by gender.",
            counts=counted(["job", "gender"], impressions()),
            decision=role("gender", "female"),
            favourable="positive",
            groups=["job"],
        )
    ],
}
