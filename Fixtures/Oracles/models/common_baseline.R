# The constrained longitudinal model, y ~ wave + g:later waves, of the invented cohort by exact REML.
# Run in this folder: Rscript common_baseline.R. Needs nlme; writes common_baseline.json.
# lib.R loads packages for other parts of it, which are not needed here.
lib <- readLines("../cohorts/lib.R")
library(nlme)
eval(parse(text = lib[!grepl("^suppressMessages", lib)]))
options(digits = 17)
d <- read.csv("dev300.csv")
waves <- c("baseline", "day30", "day90")
out <- list(r = R.version.string, nlme = as.character(packageVersion("nlme")))
for (instrument in unique(d$instrument)) {
  w <- d[d$instrument == instrument, ]
  long <- data.frame(
    id = rep(seq_len(nrow(w)), 3), g = rep(w$group, 3),
    wave = factor(rep(waves, each = nrow(w)), waves), y = unlist(w[waves], use.names = FALSE))
  long$treated30 <- long$g * (long$wave == "day30")
  long$treated90 <- long$g * (long$wave == "day90")
  m <- mmrm_ref(y ~ wave + treated30 + treated90, long, "id", "wave")
  brief <- function(k) list(
    estimate = k$estimate, se = k$se, df = k$df_satterthwaite, p = k$p_satterthwaite,
    ci = k$ci95_satterthwaite, krSe = k$kr_expected_info$se, krDf = k$kr_expected_info$df,
    krP = k$kr_expected_info$p, krCi = k$kr_expected_info$ci95)
  out[[instrument]] <- list(
    logLik = m$exact_reml$logLik_REML, covariance = m$exact_reml$Sigma,
    effects = lapply(unname(m$exact_reml$coefficients), brief),
    glsLogLik = m$gls_default_tolerance$logLik_REML,
    glsEffects = unlist(unname(m$gls_default_tolerance$coef)),
    glsErrors = unlist(unname(m$gls_default_tolerance$se)))
}
wj(out, "common_baseline.json")
