# Paired proportions and agreement by R. Run in this folder: Rscript proportions.R
# McNemar's exact test is R's binom.test. R has neither Newcombe's paired interval nor kappa: both are
# written out from their papers, the interval as Newcombe's method 10 in terms of prop.test's Wilson.
source("json.R")
wilson <- function(x, n, level) suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int[1:2]
newcombe <- function(both, before, after, neither, level) {
  n <- both + before + after + neither
  p2 <- (both + after) / n
  p1 <- (both + before) / n
  w2 <- wilson(both + after, n, level)
  w1 <- wilson(both + before, n, level)
  m <- (both + before) * (after + neither) * (both + after) * (before + neither)
  phi <- if (m == 0) 0 else {
    x <- both * neither - before * after
    (if (x > n / 2) x - n / 2 else if (x > 0) 0 else x) / sqrt(m)
  }
  down <- c(p2 - w2[1], w1[2] - p1)
  up <- c(w2[2] - p2, p1 - w1[1])
  length_of <- function(v) sqrt(sum(v * (matrix(c(1, -phi, -phi, 1), 2) %*% v)))
  p2 - p1 + c(-length_of(down), length_of(up))
}
table4 <- function(both, before, after, neither) {
  i95 <- newcombe(both, before, after, neither, .95)
  i90 <- newcombe(both, before, after, neither, .9)
  list(both = both, before = before, after = after, neither = neither,
    difference = (after - before) / (both + before + after + neither),
    p = if (before + after > 0) binom.test(after, before + after)$p.value else NA,
    lower = i95[1], upper = i95[2], lower90 = i90[1], upper90 = i90[2])
}
kappa <- function(m) {
  p <- m / sum(m)
  chance <- sum(rowSums(p) * colSums(p))
  list(counts = lapply(seq_len(nrow(m)), function(i) as.list(m[i, ])), proportion = sum(diag(p)),
    kappa = (sum(diag(p)) - chance) / (1 - chance))
}
write_json(list(software = R.version.string,
  tables = list(table4(36, 2, 12, 0), table4(1, 7, 1, 12), table4(40, 21, 5, 34), table4(0, 5, 9, 0),
    table4(12, 0, 3, 0), table4(10, 0, 0, 7), table4(301, 120, 44, 380), table4(3, 4, 4, 3),
    table4(20000, 5000, 5400, 60000), table4(0, 3, 0, 0)),
  agreement = list(kappa(matrix(c(20, 10, 5, 15), 2)), kappa(matrix(c(61, 4, 0, 7, 33, 9, 1, 2, 12), 3)),
    kappa(matrix(c(0, 5, 5, 0), 2)), kappa(matrix(c(9, 0, 0, 4), 2)))), "proportions.json")
