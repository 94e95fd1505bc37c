import Documents
/// Names the conventions that the numbers of `outcomes change` follow, so that they can be
/// repeated.
enum ChangeNotes {
  static let block = Block.notes(
    "How these numbers are made",
    [
      "scores, pairs, change, percent, d_av and t test: as in `outcomes summary`.",
      "Wilcoxon: signed ranks, pairs without change left out; V is the sum of the ranks of rises;"
        + " exact below 50 changes without ties and without pairs left out, else normal with corrections for ties and"
        + " continuity (R: wilcox.test, paired). r_rb: matched-pairs rank-biserial correlation"
        + " (Kerby 2014).",
      "median, [q1, q3]: of all changes, those of 0 among them. pseudomedian: that of Hodges and"
        + " Lehmann, the median of the averages of any two changes, pairs without change left out"
        + " as in Wilcoxon's test; its interval holds what that test does not reject. R looks for it"
        + " where the test turns, and stops at the first such number; where the two middle averages"
        + " differ, any number between them is one, and here it is their mean.",
      "d_z: mean change / sd of the changes, interval by the noncentral t distribution; Glass: mean"
        + " change / sd at baseline; g: the same with Hedges' exact correction (Lakens 2013,"
        + " doi 10.3389/fpsyg.2013.00863).",
      "to better end: how much of the mean distance to the better end of the scale was closed.",
      "p (Holm): adjusted over all instruments and timepoints of a group, for each kind of test; over"
        + " all differences between groups.",
      "alpha: Cronbach's, from complete forms, with Feldt's interval. 14 days or more: the number by"
        + " which CDC calls distress frequent, there for one item, here for the score.",
      "difference: Welch's t test of the changes; of more than two groups, each against all others"
        + " together, or with --reference against that group alone. g: Hedges, by the pooled sd.",
      "--format csv and json have everything in full.",
    ])
}
