# Known answers from base R. Run: Rscript peers.R > r.json
num <- function(x) sprintf("%.17g", x)
obj <- function(...) { p <- list(...); paste0("{", paste0('"', names(p), '": ', unlist(p), collapse = ", "), "}") }
arr <- function(x) paste0("[", paste(x, collapse = ", "), "]")
pairs <- function(x, n) arr(sprintf("[%d, %d]", x, n))

exact <- function(x, n) obj(groups = pairs(x, n), p = num(fisher.test(cbind(x, n - x), workspace = 2e7)$p.value))
exacts <- arr(c(
  exact(c(3, 8, 4), c(10, 10, 9)), exact(c(0, 1, 5, 2), c(7, 8, 9, 6)), exact(c(0, 0, 0, 3), c(20, 20, 20, 4)),
  exact(c(5, 0, 5, 0, 5), c(5, 5, 5, 5, 5)), exact(c(1, 1, 9), c(30, 40, 25)), exact(c(2, 3, 1, 0, 4, 6), c(9, 9, 9, 9, 9, 9)),
  exact(c(40, 45, 1), c(100, 100, 3)), exact(c(56, 48), c(70, 80)), exact(c(0, 7), c(10, 12)), exact(c(4, 5, 6), c(10, 10, 10))))

mh <- function(x, correct) mantelhaen.test(x, correct = correct)
two <- mh(UCBAdmissions, FALSE); cor <- mh(UCBAdmissions, TRUE)
berkeley <- obj(statistic = num(two$statistic), p = num(two$p.value), corrected = num(cor$statistic), correctedP = num(cor$p.value),
                oddsRatio = num(two$estimate), low = num(two$conf.int[1]), high = num(two$conf.int[2]),
                crude = num(chisq.test(apply(UCBAdmissions, c(2, 1), sum), correct = FALSE)$statistic))
gen <- function(x, n) { # matrices: strata in rows, groups in columns
  t <- array(0, c(ncol(x), 2, nrow(x)))
  for (k in seq_len(nrow(x))) t[, , k] <- cbind(x[k, ], n[k, ] - x[k, ])
  r <- mantelhaen.test(t)
  obj(strata = arr(sapply(seq_len(nrow(x)), function(k) pairs(x[k, ], n[k, ]))), statistic = num(r$statistic), df = num(r$parameter), p = num(r$p.value))
}
general <- arr(c(
  gen(rbind(c(30, 20, 5), c(60, 70, 2), c(1, 4, 3)), rbind(c(100, 80, 9), c(90, 120, 7), c(4, 9, 5))),
  gen(rbind(c(3, 2, 5, 7), c(6, 1, 2, 9)), rbind(c(10, 8, 9, 20), c(9, 12, 7, 14)))))
tukey <- arr(sapply(c(3, 5, 9, 20), function(k) obj(groups = k, q = num(qtukey(0.95, k, Inf)))))
binom <- arr(mapply(function(x, n, p) obj(events = x, n = n, p0 = p, p = num(binom.test(x, n, p)$p.value)),
                    c(7, 0, 682, 12), c(20, 15, 925, 40), c(0.3, 0.2, 0.75, 0.15)))
p <- c(0.01, 0.04, 0.03, 0.005, 0.9)
holm <- obj(p = arr(p), adjusted = arr(num(p.adjust(p, "holm"))))
cat(obj(tools = obj(R = paste0('"', getRversion(), '"')), exact = exacts, berkeley = berkeley, general = general, tukey = tukey, binomial = binom, holm = holm), "\n")
