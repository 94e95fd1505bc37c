# The F and the chi-squared distribution by R, far tails included.
# Run in this folder: Rscript positive_distributions.R
source("json.R")
# As in distributions.R, without rows that a double cannot hold in full or whose result is 1.
grid <- function(f, ...) {
  cases <- expand.grid(...)
  rows <- lapply(seq_len(nrow(cases)), function(i) {
    arguments <- as.list(cases[i, , drop = FALSE])
    c(arguments, list(value = suppressWarnings(do.call(f, unname(arguments)))))
  })
  Filter(function(r) is.finite(r$value) && r$value > 1e-290 && r$value < 1e290 && r$value != 1, rows)
}
df1 <- c(.7, 1, 2, 3, 8.5, 59, 4000)
df2 <- c(.7, 2, 3.3, 41.7, 599, 1e4, 1e5)
x <- c(1e-20, 1e-4, .1, .6, .97, 1, 1.03, 1.5, 3, 7.3, 40, 1e5)
df <- c(.5, 1, 2, 3, 7.5, 41.7, 600, 1e5)
ratio <- c(1e-10, 1e-3, .2, .8, .99, 1, 1.01, 1.3, 2.5, 9, 100)
p <- c(1e-100, 1e-10, .001, .025, .3, .5, .7, .975, .9999)
chi <- function(lower.tail) {
  rows <- grid(function(df, ratio) pchisq(df * ratio, df, lower.tail = lower.tail), df = df, ratio = ratio)
  lapply(rows, function(r) list(df = r$df, x = r$df * r$ratio, value = r$value))
}
write_json(list(
  software = R.version.string,
  f_lower = grid(function(df1, df2, x) pf(x, df1, df2), df1 = df1, df2 = df2, x = x),
  f_upper = grid(function(df1, df2, x) pf(x, df1, df2, lower.tail = FALSE), df1 = df1, df2 = df2, x = x),
  f_quantile = grid(function(df1, df2, p) qf(p, df1, df2), df1 = c(1, 3, 8.5, 599), df2 = c(2, 41.7, 4792, 1e5), p = p),
  chi_squared_lower = chi(TRUE), chi_squared_upper = chi(FALSE),
  chi_squared_quantile = grid(function(df, p) qchisq(p, df), df = df, p = p)
), "positive_distributions.json")
