# Describes the hand-made cohort with base R: one row for each instrument and timepoint, with the
# keys of `outcomes summary --format csv`. Run in this folder: Rscript agree.R > agree.csv
# Recorded with R 4.2.2.
scores <- read.csv("scores.csv", stringsAsFactors = FALSE)
scores <- scores[!is.na(scores$score), ]

hedges_correction <- function(m)
  if (m > 1) exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / sqrt(m / 2) else NA

# Fieller's interval of 100 * mean(change) / mean(baseline), from the quadratic in the ratio.
fieller <- function(baseline, change) {
  n <- length(baseline)
  if (n < 2) return(c(NA, NA))
  q <- qt(0.975, n - 1)^2 / n
  a <- mean(baseline)^2 - q * var(baseline)
  b <- -2 * (mean(baseline) * mean(change) - q * cov(baseline, change))
  c <- mean(change)^2 - q * var(change)
  if (a <= 0) return(c(NA, NA))
  100 * (-b + c(-1, 1) * sqrt(b^2 - 4 * a * c)) / (2 * a)
}

describe <- function(x) {
  if (length(x) == 0) return(c(0, rep(NA, 7)))
  c(length(x), mean(x), sd(x), median(x), quantile(x, c(0.25, 0.75), type = 7), range(x))
}

# better: 1 where higher is better, -1 where lower is, NA for T scores, which know no percent.
change <- function(b, f, better) {
  d <- f - b
  n <- length(d)
  percent <- !is.na(better)
  if (n == 0) return(c(0, rep(NA, 14), if (percent) 0 else NA, rep(NA, 4)))
  t <- if (n > 1 && sd(d) > 0) t.test(f, b, paired = TRUE) else NULL
  p <- if (percent) 100 * mean(d) / mean(b) else NA
  individual <- 100 * d[b != 0] / b[b != 0]
  dav <- mean(d) / ((sd(b) + sd(f)) / 2)
  c(n, mean(b), mean(f), mean(d), sd(d), sd(d) / sqrt(n),
    if (is.null(t)) c(NA, NA, NA) else c(t$conf.int, unname(t$statistic)),
    if (n > 1) n - 1 else NA, if (is.null(t)) NA else t$p.value, p,
    if (percent) fieller(b, d) else c(NA, NA),
    if (percent) mean(individual) else NA, if (percent) sum(b == 0) else NA,
    p * better, if (n > 1 && sd(d) > 0) mean(d) / sd(d) else NA, dav, dav * hedges_correction(n - 1))
}

names_described <- c("n", "mean", "sd", "median", "q1", "q3", "min", "max")
names_changed <- c(
  "pairs", "baseline_mean", "followup_mean", "mean_change", "sd_change", "se_change",
  "ci95_lower", "ci95_upper", "t", "df", "p", "percent_change", "percent_change_ci95_lower",
  "percent_change_ci95_upper", "mean_percent_change", "mean_percent_change_undefined",
  "improvement_percent", "cohens_dz", "cohens_dav", "hedges_g_av")

at <- function(instrument, timepoint) {
  rows <- scores[scores$instrument == instrument & scores$timepoint == timepoint, ]
  setNames(rows$score, rows$participant)
}

cat(c("instrument", "timepoint", names_described, names_changed), sep = ",")
cat("\n")
better <- c(
  "ucla-3" = -1, "ons-life-satisfaction" = 1, "promis-gmh" = NA, "healthy-days" = -1)
for (instrument in names(better)) {
  baseline <- at(instrument, "baseline")
  for (timepoint in c("baseline", "day30", "day90")) {
    x <- at(instrument, timepoint)
    ids <- intersect(names(baseline), names(x))
    changed <- if (timepoint == "baseline") rep(NA, 20)
      else change(baseline[ids], x[ids], better[[instrument]])
    numbers <- c(describe(x), changed)
    cat(c(instrument, timepoint, ifelse(is.na(numbers), "", sprintf("%.17g", numbers))), sep = ",")
    cat("\n")
  }
}
