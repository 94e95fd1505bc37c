# Two independent groups by R: Welch's t test, Cohen's d by the pooled standard deviation, and the
# standardized difference. Run in this folder: Rscript groups.R
source("json.R")
source("samples.R")
change <- function(s) round(s$follow_up - s$baseline, 9)
groups <- list(
  changes = list(change(samples$loneliness_600), change(samples$depression_97)),
  unequal = list(samples$depression_97$baseline, samples$healthy_days_41$baseline),
  small = list(samples$three_pairs$baseline, samples$two_pairs$follow_up),
  offset = list(samples$large_offset$baseline, samples$large_offset$follow_up),
  one_constant = list(c(4, 4, 4, 4), c(3, 5, 9, 1, 2)),
  far = list(samples$tiny_p_2000$baseline, samples$loneliness_600$follow_up)
)
case <- function(name) {
  x <- groups[[name]][[1]]
  y <- groups[[name]][[2]]
  test <- t.test(x, y)
  test90 <- t.test(x, y, conf.level = .9)
  m <- length(x) + length(y) - 2
  d <- (mean(x) - mean(y)) / sqrt(((length(x) - 1) * var(x) + (length(y) - 1) * var(y)) / m)
  list(name = name, first = x, second = y, difference = mean(x) - mean(y), standard_error = test$stderr,
    t = unname(test$statistic), df = unname(test$parameter), p = test$p.value,
    lower = test$conf.int[1], upper = test$conf.int[2],
    lower90 = test90$conf.int[1], upper90 = test90$conf.int[2], d = d,
    g = d * exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2),
    standardized = (mean(x) - mean(y)) / sqrt((var(x) + var(y)) / 2))
}
share <- function(x1, n1, x2, n2) {
  p <- x1 / n1
  q <- x2 / n2
  list(x1 = x1, n1 = n1, x2 = x2, n2 = n2, value = (p - q) / sqrt((p * (1 - p) + q * (1 - q)) / 2))
}
write_json(list(software = R.version.string, cases = lapply(names(groups), case),
  shares = list(share(30, 90, 12, 61), share(1, 90, 0, 3), share(5, 10, 5, 10), share(0, 7, 999, 1000))),
  "groups.json")
