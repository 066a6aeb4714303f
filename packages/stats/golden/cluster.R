# CR2 variances and Satterthwaite degrees of freedom of group rates and of their difference, by clubSandwich.
# Run: Rscript cluster.R > cluster.json
library(clubSandwich)
num <- function(x) sprintf("%.17g", x)
arr <- function(x) paste0("[", paste(x, collapse = ", "), "]")
set.seed(11)
case <- function(sizesA, sizesB, p) {
  rows <- function(sizes, g) do.call(rbind, lapply(seq_along(sizes), function(c) {
    r <- rbeta(1, 2 * p, 2 * (1 - p))
    data.frame(g = g, c = paste0(g, c), y = rbinom(sizes[c], 1, r))
  }))
  d <- rbind(rows(sizesA, "a"), rows(sizesB, "b"))
  cells <- lm(y ~ 0 + g, d)
  diff <- lm(y ~ g, d)
  ct <- coef_test(cells, vcov = "CR2", cluster = d$c, test = "Satterthwaite")
  dt <- coef_test(diff, vcov = "CR2", cluster = d$c, test = "Satterthwaite")
  dfs <- if (!is.null(ct$df_Satt)) ct$df_Satt else ct$df
  dfd <- if (!is.null(dt$df_Satt)) dt$df_Satt else dt$df
  agg <- aggregate(y ~ c + g, d, function(y) c(sum(y), length(y)))
  cl <- function(g) arr(apply(agg$y[agg$g == g, , drop = FALSE], 1, function(r) sprintf("[%d, %d]", r[1], r[2])))
  sprintf('{"a": %s, "b": %s, "variance": %s, "df": %s, "varianceOfDifference": %s, "dfOfDifference": %s}', cl("a"), cl("b"),
          arr(num(ct$SE^2)), arr(num(dfs)), num(dt$SE[2]^2), num(dfd[2]))
}
cat(sprintf('{"tools": {"R": "%s", "clubSandwich": "%s"}, "cases": %s}\n', getRversion(), packageVersion("clubSandwich"),
  arr(c(case(c(3, 9, 1, 14, 7), c(2, 2, 30, 5), 0.3), case(rep(10, 6), rep(4, 9), 0.2), case(c(1, 1, 50), c(20, 3, 8, 2, 2, 11), 0.5),
        case(rpois(20, 6) + 1, rpois(15, 9) + 1, 0.1)))))
