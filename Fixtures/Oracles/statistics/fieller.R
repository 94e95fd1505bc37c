# Fieller's interval without Fieller's formula. Sourced by the other scripts; base R only.
# The ratios at which a one-sample t test of follow-up - ratio x baseline has |t| = critical value,
# that is p = 1 - level: found by bisection on the test itself, not by Fieller's formula.
fieller <- function(b, f, level) {
  n <- length(b)
  critical <- qt((1 + level) / 2, n - 1)
  if (abs(mean(b)) / (sd(b) / sqrt(n)) <= critical) return(list(lower = NA, upper = NA))
  excess <- function(ratio) {
    d <- f - ratio * b
    mean(d)^2 / (var(d) / n) - critical^2
  }
  end <- function(direction) {
    inside <- mean(f) / mean(b)
    step <- direction
    while (excess(inside + step) < 0) step <- 2 * step
    outside <- inside + step
    for (i in 1:200) {
      middle <- (inside + outside) / 2
      if (excess(middle) < 0) inside <- middle else outside <- middle
    }
    inside
  }
  list(lower = end(-1), upper = end(1))
}
