# Cronbach's alpha with Feldt's interval by R, on made-up answers with a fixed seed.
# Run in this folder: Rscript reliability.R
source("json.R")
set.seed(20261121)
answers <- function(n, k, highest, shared) {
  person <- rnorm(n)
  m <- sapply(seq_len(k), function(i) round(highest / 2 + highest / 4 * (shared * person + rnorm(n))))
  matrix(pmin(highest, pmax(0, m)), n, k)
}
matrices <- list(phq = answers(120, 9, 3, 1), weak = answers(40, 4, 6, .2), two_items = answers(25, 2, 3, .8),
  negative = cbind(c(0, 1, 2, 3, 1), c(3, 2, 1, 1, 2)), two_forms = rbind(c(0, 1, 2), c(1, 3, 2)))
case <- function(name) {
  x <- matrices[[name]]
  n <- nrow(x)
  k <- ncol(x)
  a <- k / (k - 1) * (1 - sum(apply(x, 2, var)) / var(rowSums(x)))
  end <- function(p) 1 - (1 - a) * qf(p, n - 1, (n - 1) * (k - 1))
  list(name = name, answers = lapply(seq_len(n), function(i) as.list(x[i, ])), alpha = a,
    lower = end(.975), upper = end(.025), lower90 = end(.95), upper90 = end(.05))
}
write_json(list(software = R.version.string, cases = lapply(names(matrices), case)), "reliability.json")
