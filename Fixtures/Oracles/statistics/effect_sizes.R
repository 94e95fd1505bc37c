# Standardized mean changes with intervals, and change as a percentage of the distance to the end of
# the scale, by R. Run in this folder: Rscript effect_sizes.R
source("json.R")
source("samples.R")
source("fieller.R")
ends <- list(loneliness_600 = 3, depression_97 = 0, healthy_days_41 = 30, t_scores_30 = 20,
  three_pairs = 3, two_pairs = 10, large_offset = 1e9, worse_with_zeros = 6, mean_near_zero = -5,
  tiny_p_2000 = 100)
case <- function(name) {
  b <- samples[[name]]$baseline
  f <- samples[[name]]$follow_up
  d <- f - b
  n <- length(d)
  j <- if (n > 2) exp(lgamma((n - 1) / 2) - lgamma((n - 2) / 2)) / sqrt((n - 1) / 2) else NA
  sb <- sd(b)
  sf <- sd(f)
  r <- cor(b, f)
  # Bonett (2008), average-variance standardizer.
  s2 <- (sb^2 + sf^2) / 2
  average <- mean(d) / sqrt(s2)
  v_average <- average^2 * (sb^4 + sf^4 + 2 * r^2 * sb^2 * sf^2) / (8 * s2^2 * (n - 1)) + sd(d)^2 / ((n - 1) * s2)
  # Borenstein et al. (2009), eq. 4.28.
  repeated <- mean(d) / sd(d) * sqrt(2 * (1 - r))
  v_repeated <- (1 / n + repeated^2 / (2 * n)) * 2 * (1 - r)
  z <- qnorm(.975)
  end <- ends[[name]]
  before <- abs(b - end)
  after <- abs(f - end)
  closed <- fieller(before, before - after, .95)
  usable <- before != 0
  list(name = name, baseline = b, follow_up = f, glass = mean(d) / sb, g_z = j * mean(d) / sd(d),
    g_glass = j * mean(d) / sb, average = average,
    average_lower = average - z * sqrt(v_average), average_upper = average + z * sqrt(v_average),
    repeated = repeated, repeated_lower = repeated - z * sqrt(v_repeated),
    repeated_upper = repeated + z * sqrt(v_repeated), end = end,
    closed = 100 * (1 - mean(after) / mean(before)), closed_lower = 100 * closed$lower,
    closed_upper = 100 * closed$upper,
    closed_individuals = mean(100 * (1 - after[usable] / before[usable])), left_out = sum(!usable))
}
write_json(list(software = R.version.string, cases = lapply(names(samples), case)), "effect_sizes.json")
