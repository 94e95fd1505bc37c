# Kenward and Roger's F test of several effects of growth curves, by pbkrtest on lme4's fits.
# Run in this folder: Rscript pbkrtest.R. Needs lme4, nlme and pbkrtest; writes pbkrtest.json.
# The data come with the packages: sleepstudy with lme4, Orthodont with nlme.
suppressMessages({library(lme4); library(pbkrtest)})
control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = .2, rhoend = 1e-12, maxfun = 1e6))
sleep <- lmer(Reaction ~ Days + (Days | Subject), sleepstudy, control = control)
teeth <- transform(as.data.frame(nlme::Orthodont), age8 = age - 8,
                   Sex = factor(Sex, c("Female", "Male")))
growth <- lmer(distance ~ age8 * Sex + (age8 | Subject), teeth, control = control)
test <- function(fit, rows) {
  k <- KRmodcomp(fit, rows)$stats
  sprintf('{"f": %.17g, "numerator": %.17g, "denominator": %.17g, "scale": %.17g, "p": %.17g}',
          k$Fstat, k$ndf, k$ddf, k$F.scaling, k$p.value)
}
lines <- c(
  sprintf('"sleepstudy both": %s', test(sleep, diag(2))),
  sprintf('"sleepstudy slope": %s', test(sleep, rbind(c(0, 1)))),
  sprintf('"orthodont sex": %s', test(growth, rbind(c(0, 0, 1, 0), c(0, 0, 0, 1)))),
  sprintf('"orthodont all but intercept": %s', test(growth, diag(4)[-1, ])))
versions <- sapply(c("lme4", "pbkrtest"), function(p) as.character(packageVersion(p)))
writeLines(c("{", paste0(lines, c(rep(",", length(lines) - 1), "")), "}"), "pbkrtest.json")
cat(R.version.string, versions, "\n")
