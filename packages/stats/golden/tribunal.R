# Exact conditional tests, odds ratios and effect sizes by base R. Run: Rscript tribunal.R > tribunal.json
# uniroot of fisher.test stops near 1e-4 of the odds ratio, so its limits are solved again here from the same distribution.
num <- function(x) if (is.infinite(x)) "null" else sprintf("%.17g", x)
arr <- function(x) paste0("[", paste(x, collapse = ", "), "]")
dist <- function(t) { # t: K x 4 of events and sizes of a, events and sizes of b
  lo <- 0; d <- 1; s <- sum(t[, 1])
  for (k in seq_len(nrow(t))) {
    m <- t[k, 1] + t[k, 3]; n <- t[k, 2] + t[k, 4] - m; kk <- t[k, 2]
    l <- max(0, kk - n); h <- min(kk, m)
    e <- dhyper(l:h, m, n, kk); new <- rep(0, length(d) + length(e) - 1)
    for (i in seq_along(d)) new[i:(i + length(e) - 1)] <- new[i:(i + length(e) - 1)] + d[i] * e
    d <- new; lo <- lo + l
  }
  list(support = lo + seq_along(d) - 1, d = d, s = s)
}
solve1 <- function(f) uniroot(f, c(-50, 50), tol = 1e-15, maxiter = 5000)$root
case <- function(t, level) {
  x <- dist(t)
  tilt <- function(l) { w <- log(x$d) + x$support * l; w <- exp(w - max(w)); w / sum(w) }
  q <- (1 - level) / 2
  low <- if (x$s == min(x$support)) 0 else exp(solve1(function(l) sum(tilt(l)[x$support >= x$s]) - q))
  high <- if (x$s == max(x$support)) Inf else exp(solve1(function(l) sum(tilt(l)[x$support <= x$s]) - q))
  est <- if (x$s == min(x$support)) 0 else if (x$s == max(x$support)) Inf else exp(solve1(function(l) sum(x$support * tilt(l)) - x$s))
  p <- sum(x$d[x$d <= x$d[x$support == x$s] * (1 + 1e-7)])
  r <- if (nrow(t) == 1) fisher.test(matrix(c(t[1, 1], t[1, 2] - t[1, 1], t[1, 3], t[1, 4] - t[1, 3]), 2), conf.level = level) else {
    a <- array(0, c(2, 2, nrow(t)))
    for (k in seq_len(nrow(t))) a[, , k] <- matrix(c(t[k, 1], t[k, 2] - t[k, 1], t[k, 3], t[k, 4] - t[k, 3]), 2)
    mantelhaen.test(a, exact = TRUE, conf.level = level)
  }
  close <- function(a, b) (is.infinite(a) && is.infinite(b)) || abs(a - b) < 1e-3 * max(1e-6, abs(b))
  stopifnot(abs(r$p.value - p) < 1e-9, close(r$conf.int[1], low), close(r$conf.int[2], high), close(r$estimate, est))
  A <- sum(t[, 1]); nA <- sum(t[, 2]); B <- sum(t[, 3]); nB <- sum(t[, 4]); N <- nA + nB; E <- A + B
  z <- (A - nA * E / N) / sqrt(nA * nB * E * (N - E) / (N^2 * (N - 1)))
  h <- 2 * asin(sqrt(A / nA)) - 2 * asin(sqrt(B / nB))
  phi <- cor(c(rep(1, nA), rep(0, nB)), c(rep(1, A), rep(0, nA - A), rep(1, B), rep(0, nB - B)))
  sprintf('{"tables": %s, "level": %s, "p": %s, "midP": %s, "low": %s, "high": %s, "estimate": %s, "z": %s, "expected": %s, "h": %s, "phi": %s}',
    arr(apply(t, 1, function(r) arr(r))), level, num(r$p.value), num(p - x$d[x$support == x$s] / 2), num(low), num(high), num(est),
    num(z), num(nA * E / N), num(h), num(phi))
}
ucb <- t(sapply(1:6, function(k) c(UCBAdmissions[1, 2, k], sum(UCBAdmissions[, 2, k]), UCBAdmissions[1, 1, k], sum(UCBAdmissions[, 1, k]))))
one <- function(...) matrix(c(...), 1)
cat(sprintf('{"tools": {"R": "%s"}, "cases": %s}\n', getRversion(), arr(c(
  case(one(20, 100, 60, 150), 0.95), case(one(0, 12, 7, 10), 0.95), case(one(9, 9, 5, 11), 0.9), case(one(3, 10, 4, 10), 0.95),
  case(ucb, 0.95), case(rbind(c(1, 4, 3, 5), c(0, 3, 2, 9), c(2, 6, 5, 7), c(1, 2, 1, 8)), 0.95),
  case(rbind(c(0, 3, 2, 5), c(0, 2, 1, 4)), 0.99)))))
