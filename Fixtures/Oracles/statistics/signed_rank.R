# Wilcoxon's signed rank test, its distribution, and the Hodges-Lehmann estimate by R.
# Run in this folder: Rscript signed_rank.R
source("json.R")
source("samples.R")
# The vectors that tell conventions apart, as changes from 0.
from_zero <- function(d) list(baseline = 0 * d, follow_up = d)
cases <- c(samples, list(
  ties_zeros = from_zero(c(0, 0, 1, 1, -1, 2, 3, -2, 4, 5, 0, 6)),
  no_ties_10 = from_zero(c(1.1, -.4, 2.3, 3.7, .9, -1.6, 4.2, 5.5, 2.8, .3)),
  all_positive_5 = from_zero(1:5), all_positive_6 = from_zero(1:6),
  exact_49 = from_zero(c(seq(.7, 49 * .37, length.out = 40), -seq(.31, 3, length.out = 9))),
  normal_50 = from_zero(c(seq(.7, 49 * .37, length.out = 41), -seq(.31, 3, length.out = 9))),
  zeros_no_ties = from_zero(c(0, 1.5, -2.5, 3.5, 4.5, 6.5, -.5, 7.5)),
  balanced = from_zero(c(-3, -2, -1, 1, 2, 3)),
  many_ties = from_zero(c(2, -2, -3, -2, -2, 2, -3, -1, 2, 2, -2, -2, 3, -1, -3, 2, 2, -1, -3, 1, -2, -1, -2, 2)),
  one = from_zero(4), equal = from_zero(c(2, 2, 2)),
  many_values = list(baseline = round(rnorm(700, 50, 10), 2), follow_up = round(rnorm(700, 48, 10), 2))
))
walsh <- function(d) {
  o <- outer(d, d, "+") / 2
  sort(o[lower.tri(o, diag = TRUE)])
}
# R's own search for the asymptotic interval (stats:::wilcox.test.default), with bisection to the
# last bit instead of uniroot to 1e-4: the number at which z crosses the quantile.
crossing <- function(x, quantile) {
  z <- function(d) {
    xd <- x - d
    xd <- xd[xd != 0]
    n <- length(xd)
    r <- rank(abs(xd))
    v <- sum(r[xd > 0]) - n * (n + 1) / 4
    sigma <- sqrt(n * (n + 1) * (2 * n + 1) / 24 - sum(table(r)^3 - table(r)) / 48)
    (v - sign(v) * .5) / sigma - quantile
  }
  # Odd ends, so that no midpoint is itself an average of two changes.
  low <- min(x) - 1 / 3e4
  high <- max(x) + 1 / 7e4
  if (z(low) <= 0 || z(high) >= 0) return(NA)
  for (i in 1:100) {
    middle <- (low + high) / 2
    if (z(middle) > 0) low <- middle else high <- middle
  }
  low
}
case <- function(name) {
  s <- cases[[name]]
  # Decimals are rounded away, where R would rank their binary rounding.
  d <- round(s$follow_up - s$baseline, 12)
  x <- d[d != 0]
  test <- suppressWarnings(wilcox.test(d))
  exact <- grepl("exact", test$method)
  rank <- rank(abs(x))
  ends <- if (length(unique(x)) < 2) c(NA, NA)
    else if (exact && qsignrank(.025, length(x)) > 0) wilcox.test(d, conf.int = TRUE)$conf.int[1:2]
    else if (exact) c(NA, NA)
    else c(crossing(x, qnorm(.975)), crossing(x, qnorm(.025)))
  list(name = name, baseline = as.list(s$baseline), follow_up = as.list(s$follow_up), unchanged = sum(d == 0),
    changed = length(x), v = unname(test$statistic), exact = as.integer(exact), p = test$p.value,
    rank_biserial = (sum(rank[x > 0]) - sum(rank[x < 0])) / sum(rank),
    pseudomedian = median(walsh(x)), lower = ends[1], upper = ends[2])
}
distribution <- function(n) lapply(unique(round(seq(0, n * (n + 1) / 2, length.out = 12))), function(v)
  list(n = n, v = v, value = psignrank(v, n)))
quantiles <- function(n) lapply(c(0, .001, .025, .1, .5, .975, 1), function(p)
  list(n = n, p = p, value = qsignrank(p, n)))
sizes <- c(1, 2, 6, 10, 25, 49)
write_json(list(
  software = R.version.string,
  cumulative = do.call(c, lapply(sizes, distribution)), quantile = do.call(c, lapply(sizes, quantiles)),
  cases = lapply(names(cases), case)
), "signed_rank.json")
