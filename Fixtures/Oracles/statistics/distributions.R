# Distribution functions by R, far tails included. Run in this folder: Rscript distributions.R
source("json.R")
# A table of f over the grid, without the rows whose result a double cannot hold in full, and
# without results that are 1 to the last bit, which tell nothing.
grid <- function(f, ...) {
  cases <- expand.grid(...)
  rows <- lapply(seq_len(nrow(cases)), function(i) {
    arguments <- as.list(cases[i, , drop = FALSE])
    c(arguments, list(value = suppressWarnings(do.call(f, unname(arguments)))))
  })
  Filter(function(r) is.finite(r$value) && abs(r$value) > 1e-300 && r$value != 1, rows)
}
df <- c(.7, 1, 1.5, 2, 2.5, 3, 4.3, 5, 10, 19, 29.5, 99, 599, 1e3, 12345.6, 99999, 999999, 1e6, 1e7, 1e10)
t <- c(1e-100, 1e-8, .01, .1, .5, .9, .999, 1, 1.001, 1.3, 1.96, 3, 5.5, 8, 12.3, 20, 30, 37, 40, 60, 200, 1e5, 1e14, 1e16, 1e50, 1e150, 1e299)
p <- c(1e-300, 1e-100, 1e-20, 1e-10, 1e-4, .001, .025, .1, .2, .25, .26, .3, .45, .4999999, .500001, .6, .74, .75, .9, .975, .9999999)
z <- c(1e-100, 1e-12, 1e-4, .1, .5, .67, 1, 1.5, 1.7, 1.73, 1.74, 1.96, 2.5, 4, 8.3, 15, 25, 30, 37)
a <- c(.3, .5, 1, 1.5, 3, 7.5, 10, 42, 500, 12345.6, 500000)
gamma_rows <- function(lower.tail) {
  rows <- grid(function(a, r) pgamma(a * r, a, lower.tail = lower.tail),
    a = a, ratio = c(1e-6, .01, .3, .8, .97, 1, 1.004, 1.1, 1.5, 3, 20))
  lapply(rows, function(r) list(a = r$a, x = r$a * r$ratio, value = r$value))
}
beta_rows <- function(lower.tail) {
  rows <- grid(function(a, b, x) pbeta(x, a, b, lower.tail = lower.tail),
    a = c(.3, .5, 1, 2, 9.5, 60, 2500, 500000), b = c(.5, 1, 1.5, 8, 77, 40000),
    x = c(2^-30, 2^-10, .0625, .25, .5, .75, .9375, 1 - 2^-10, 1 - 2^-20))
  lapply(rows, function(r) list(a = r$a, b = r$b, x = r$x, value = r$value))
}
write_json(list(
  software = R.version.string,
  student_t_cdf = grid(function(t, df) pt(-t, df), t = t, df = df),
  student_t_cdf_center = grid(function(t, df) pt(t, df), t = c(1e-8, .01, .3, 1.2, 4), df = df),
  student_t_two_sided = grid(function(t, df) 2 * pt(-t, df), t = c(.3, 2.2, 6), df = df),
  student_t_quantile = grid(function(p, df) qt(p, df), p = p, df = df),
  normal_cdf = grid(function(z) pnorm(-z), z = z),
  normal_cdf_center = grid(function(z) pnorm(z), z = z),
  normal_quantile = grid(function(p) qnorm(p), p = p),
  gamma_lower = gamma_rows(TRUE), gamma_upper = gamma_rows(FALSE),
  beta_lower = beta_rows(TRUE), beta_upper = beta_rows(FALSE),
  log_beta = grid(function(a, b) lbeta(a, b), a = c(.35, .5, 1, 4.2, 9.9, 10.1, 49.5, 1e4, 499999.5), b = c(.5, 1, 3.3, 11, 5000))
), "distributions.json")
