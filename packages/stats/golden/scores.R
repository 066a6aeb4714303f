# Known answers of pROC (DeLong) and of R's exact Kolmogorov-Smirnov test. Run: Rscript scores.R > scores-r.json
suppressMessages(library(pROC))
num <- function(x) sprintf("%.17g", x)
obj <- function(...) { p <- list(...); paste0("{", paste0('"', names(p), '": ', unlist(p), collapse = ", "), "}") }
arr <- function(x) paste0("[", paste(x, collapse = ", "), "]")
rocOf <- function(y, s) suppressMessages(roc(y, s, direction = "<", levels = c(0, 1)))

people <- function(n, a, b, c) { # no random numbers: the same people everywhere
  i <- seq_len(n)
  y <- as.integer((i * a + (i %/% 3) * b) %% 7 < 3)
  s <- (i * c + y * 4 + (i * i) %% 11) %% 23
  t <- (i * (c + 2) + y * 3 + (i * i) %% 7) %% 17
  list(y = y, s = s, t = t)
}
counted <- function(y, s) arr(sapply(sort(unique(s)), function(v) sprintf("[%g, %d, %d]", v, sum(s == v & y == 0), sum(s == v & y == 1))))
paired <- function(p) { k <- unique(paste(p$s, p$t)); arr(sapply(k, function(v) { w <- paste(p$s, p$t) == v
  sprintf("[%s, %s, %d, %d]", strsplit(v, " ")[[1]][1], strsplit(v, " ")[[1]][2], sum(p$y[w] == 0), sum(p$y[w] == 1)) })) }
case <- function(p, q) {
  one <- rocOf(p$y, p$s); two <- rocOf(p$y, p$t); other <- rocOf(q$y, q$s)
  unpaired <- roc.test(one, other, method = "delong", paired = FALSE)
  both <- roc.test(one, two, method = "delong", paired = TRUE)
  v <- var(one, method = "delong"); a <- as.numeric(auc(one)); z <- qnorm(.975)
  logit <- log(a / (1 - a)) + c(-1, 1) * z * sqrt(v) / (a * (1 - a))
  obj(counts = counted(p$y, p$s), other = counted(q$y, q$s), paired = paired(p), auc = num(a), variance = num(v),
      interval = arr(num(as.numeric(ci.auc(one, method = "delong"))[c(1, 3)])), logit = arr(num(plogis(logit))),
      unpaired = obj(statistic = num(unpaired$statistic), df = num(unpaired$parameter), p = num(unpaired$p.value)),
      both = obj(statistic = num(both$statistic), p = num(both$p.value)))
}
ks <- function(x, y) { r <- suppressWarnings(ks.test(x, y, exact = TRUE))
  v <- function(x) arr(sapply(sort(unique(x)), function(k) sprintf("[%g, %d]", k, sum(x == k))))
  obj(a = v(x), b = v(y), statistic = num(r$statistic), p = num(r$p.value)) }
cat(obj(tools = obj(R = paste0('"', getRversion(), '"'), pROC = paste0('"', packageVersion("pROC"), '"')),
        delong = arr(c(case(people(40, 3, 5, 7), people(31, 2, 3, 5)), case(people(400, 5, 2, 9), people(150, 3, 5, 7)))),
        ks = arr(c(ks(c(1, 2, 2, 3, 5, 7, 8), c(2, 4, 4, 6, 9, 9)), ks((1:30 * 7) %% 31, (1:20 * 5) %% 29 + 4),
                   ks((1:60 * 7) %% 11, (1:45 * 5) %% 9 + 3), ks(c(1, 1, 2), c(1, 2, 2)), ks(1:5, 11:14)))), "\n")
