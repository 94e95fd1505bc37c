# Made-up samples of pairs with a fixed seed. Sourced by the other scripts; base R only.
set.seed(20261120)
score <- function(n, low, high, mean, sd) pmin(high, pmax(low, round(rnorm(n, mean, sd))))
correlated <- function(n, low, high, mean, sd, shift) {
  b <- score(n, low, high, mean, sd)
  list(baseline = b, follow_up = pmin(high, pmax(low, round(b + rnorm(n, shift, sd / 2)))))
}
samples <- list(
  loneliness_600 = correlated(600, 3, 9, 7, 1.5, -1),
  depression_97 = correlated(97, 0, 27, 14, 5, -4),
  healthy_days_41 = correlated(41, 0, 30, 6, 7, -2),
  t_scores_30 = list(baseline = round(rnorm(30, 55, 8), 1), follow_up = round(rnorm(30, 52, 8), 1)),
  three_pairs = list(baseline = c(4, 7, 9), follow_up = c(5, 4, 4)),
  two_pairs = list(baseline = c(4, 7), follow_up = c(5, 4)),
  large_offset = list(baseline = 1e9 + c(4, 7, 13, 16, 5), follow_up = 1e9 + c(5, 9, 12, 19, 9)),
  worse_with_zeros = list(baseline = c(0, 0, 1, 2, 0, 5, 3), follow_up = c(1, 0, 2, 2, 4, 6, 5)),
  mean_near_zero = list(baseline = c(-3, 2, 4, -5, 3), follow_up = c(1, 0, 2, -2, 4)),
  tiny_p_2000 = correlated(2000, 0, 100, 60, 10, -4.4)
)
