# Fieller's interval of the percent change of paired means, by R. Run in this folder:
#   Rscript fieller.R BtheB_wide.csv
# with the trial's scores, one row a participant, as R's package HSAUR3 has them.
source("../statistics/json.R")

# The interval holds each percentage p for which a t test of change - p/100 * baseline does not
# reject 0. Its ends are found by bisection on that test, not by Fieller's formula. NA where the
# mean baseline itself is not significantly different from 0: the interval is unbounded then.
fieller <- function(baseline, follow_up) {
  change <- follow_up - baseline
  n <- length(change)
  critical <- qt(.975, n - 1)
  if (abs(mean(baseline)) / (sd(baseline) / sqrt(n)) <= critical) return(list(NA, NA))
  excess <- function(p) {
    rest <- change - p / 100 * baseline
    abs(mean(rest)) - critical * sd(rest) / sqrt(n)
  }
  end <- function(direction) {
    inside <- 100 * mean(change) / mean(baseline)
    step <- direction
    while (excess(inside + step) < 0) step <- 2 * step
    outside <- inside + step
    for (i in 1:200) {
      middle <- (inside + outside) / 2
      if (excess(middle) < 0) inside <- middle else outside <- middle
    }
    inside
  }
  list(end(-1), end(1))
}

rows <- list()
add <- function(cohort, measure, group, timepoint, baseline, follow_up) {
  both <- !is.na(baseline) & !is.na(follow_up)
  rows[[length(rows) + 1]] <<- list(
    cohort = cohort, measure = measure, group = group, timepoint = timepoint, pairs = sum(both),
    percent_change_ci95 = fieller(baseline[both], follow_up[both]))
}

program <- "../../Programs/dev300-csv/"
people <- read.csv(paste0(program, "participants.csv"))
scores <- read.csv(paste0(program, "scores.csv"), colClasses = "character")
scores$score <- as.numeric(scores$score)
# Forms with all items answered, as in synthetic_dev300.json.
scores <- scores[!grepl(".", scores$answers, fixed = TRUE), ]
for (measure in unique(scores$instrument)) {
  at <- function(timepoint) {
    some <- scores[scores$instrument == measure & scores$timepoint == timepoint, ]
    some$score[match(people$participant, some$participant)]
  }
  for (timepoint in c("day30", "day90")) for (group in c("all", sort(unique(people$group)))) {
    chosen <- group == "all" | people$group == group
    add("synthetic_dev300", measure, group, timepoint, at("baseline")[chosen], at(timepoint)[chosen])
  }
}

trial <- read.csv(commandArgs(TRUE)[1])
columns <- c(m2 = "bdi.2m", m3 = "bdi.3m", m5 = "bdi.5m", m8 = "bdi.8m")
for (timepoint in names(columns)) for (group in c("all", sort(unique(trial$treatment)))) {
  chosen <- group == "all" | trial$treatment == group
  add("btheb", "bdi-ii", group, timepoint, trial$bdi.pre[chosen], trial[[columns[timepoint]]][chosen])
}
write_json(list(made_by = R.version.string, intervals = rows), "fieller.json")
