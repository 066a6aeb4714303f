"""Known answers for numbers that were decided or happened, by group. Run: python number_gaps.py > number-gaps.json

Fairlearn (mean_prediction by group in a MetricFrame), scikit-learn (absolute and squared error), scipy (Welch, quantiles).
"""
import json
import fairlearn
import numpy as np
import scipy
import sklearn
from fairlearn.metrics import MetricFrame, mean_prediction
from scipy import stats
from sklearn.metrics import mean_absolute_error, root_mean_squared_error

rng = np.random.default_rng(20261126)
n = 240
group = np.where(rng.random(n) < .4, 'a', 'b')
happened = np.round(rng.gamma(3, 2, n), 1)
decided = np.round(happened + rng.normal(np.where(group == 'a', .4, -.1), 1.5), 1)
frame = MetricFrame(metrics={'mean': mean_prediction, 'absolute': mean_absolute_error, 'root': root_mean_squared_error},
                    y_true=happened, y_pred=decided, sensitive_features=group)
error = decided - happened
welch = stats.ttest_ind(error[group == 'a'], error[group == 'b'], equal_var=False)
ci = welch.confidence_interval(.95)
absolute = stats.ttest_ind(abs(error[group == 'a']), abs(error[group == 'b']), equal_var=False).confidence_interval(.95)
print(json.dumps({
    'tools': {'fairlearn': fairlearn.__version__, 'sklearn': sklearn.__version__, 'scipy': scipy.__version__},
    'rows': [[str(g), float(d), float(h)] for g, d, h in zip(group, decided, happened)],
    'groups': {g: {
        'meanDecision': float(frame.by_group['mean'][g]), 'absolute': float(frame.by_group['absolute'][g]),
        'root': float(frame.by_group['root'][g]), 'meanError': float(error[group == g].mean()),
        'meanInterval': [float(x) for x in stats.t.interval(.95, (group == g).sum() - 1, error[group == g].mean(), stats.sem(error[group == g]))],
        'quantiles': [float(np.quantile(decided[group == g], q)) for q in (.1, .5, .9)],
    } for g in ('a', 'b')},
    'welch': {'p': float(welch.pvalue), 'interval': [float(ci.low), float(ci.high)], 'absolute': [float(absolute.low), float(absolute.high)]},
}, indent=1))
