# Descriptives, paired tests, effect sizes, percent changes, Fieller's interval, Wilson's interval
# and Holm's method by R. Run in this folder: Rscript paired.R
source("json.R")
source("samples.R")
source("fieller.R")
describe <- function(x) {
  q <- quantile(x, names = FALSE)
  list(n = length(x), mean = mean(x), sd = sd(x), min = q[1], q1 = q[2], median = q[3], q3 = q[4],
    max = q[5], p10 = quantile(x, .1, names = FALSE), p937 = quantile(x, .937, names = FALSE))
}
paired <- function(s) {
  b <- s$baseline
  f <- s$follow_up
  d <- f - b
  m <- length(d) - 1
  test <- t.test(f, b, paired = TRUE)
  test90 <- t.test(f, b, paired = TRUE, conf.level = .9)
  # gamma() itself up to where it overflows, then lgamma(), which has the digits to spare there.
  j <- if (m < 300) gamma(m / 2) / (sqrt(m / 2) * suppressWarnings(gamma((m - 1) / 2)))
       else exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2)
  d_av <- mean(d) / ((sd(b) + sd(f)) / 2)
  usable <- b != 0
  list(
    baseline = b, follow_up = f,
    describe_baseline = describe(b), describe_follow_up = describe(f), describe_change = describe(d),
    covariance = cov(b, f),
    t = unname(test$statistic), df = unname(test$parameter), p = test$p.value,
    standard_error = sd(d) / sqrt(length(d)),
    ci95 = as.list(test$conf.int[1:2]), ci90 = as.list(test90$conf.int[1:2]),
    cohens_dz = mean(d) / sd(d), cohens_dav = d_av, hedges_j = j, hedges_g_av = j * d_av,
    percent_of_means = 100 * mean(d) / mean(b),
    percent_of_individuals = mean(100 * d[usable] / b[usable]), left_out = sum(!usable),
    fieller95 = fieller(b, f, .95), fieller99 = fieller(b, f, .99),
    percent_fieller95 = lapply(fieller(b, d, .95), function(ratio) 100 * ratio)
  )
}
wilson <- function(x, n, level) {
  ends <- suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int
  list(x = x, n = n, level = level, lower = ends[1], upper = ends[2])
}
holm <- function(p) list(p = as.list(p), adjusted = as.list(p.adjust(p, "holm")))
hedges <- function(m) list(m = m, j = exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2))
write_json(c(
  list(software = R.version.string), lapply(samples, paired),
  list(
    wilson = list(wilson(0, 10, .95), wilson(10, 10, .95), wilson(1, 10, .95), wilson(7, 12, .9),
      wilson(311, 600, .95), wilson(1, 1, .95), wilson(3, 1e6, .95), wilson(999999, 1e6, .99)),
    holm = list(holm(c(.01, .04, .03, .005, .9, .04)), holm(c(.01, NA, .03, .04)), holm(.2),
      holm(c(.5, .5, .5)), holm(c(1e-300, .02, .9, .04, 1))),
    hedges = lapply(c(1.5, 2, 3, 4, 9, 20.5, 96, 250), hedges)
  )
), "paired.json")
