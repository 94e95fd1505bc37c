import Documents

/// The notes on how the numbers of `outcomes change` are computed, so that they can be reproduced.
enum ChangeNotes {
  static let block = Block.notes(
    "How these numbers are computed",
    [
      "scores, pairs, change, percent, d_av and t test: as in `outcomes summary`.",
      "Wilcoxon: signed-rank test without the pairs that did not change; V is the sum of the"
        + " ranks of increases; exact for fewer than 50 changes with no ties and no pairs left"
        + " out, otherwise normal with corrections for ties and continuity (R: wilcox.test,"
        + " paired). r_rb: matched-pairs rank-biserial correlation (Kerby 2014).",
      "median, [q1, q3]: of all changes, including those of 0. pseudomedian: the Hodges-Lehmann"
        + " estimate, the median of the averages of every two changes, without the pairs that did"
        + " not change, as in Wilcoxon's test; its interval contains the values that the test"
        + " does not reject. Where the two middle averages differ, any number between them"
        + " qualifies: R takes the first that its search finds, and here it is their mean.",
      "d_z: mean change / sd of the changes, interval from the noncentral t distribution; Glass:"
        + " mean change / baseline sd; g: the same with Hedges' exact correction (Lakens 2013,"
        + " doi 10.3389/fpsyg.2013.00863).",
      "to better end: how much of the mean distance to the better end of the scale was closed.",
      "p (Holm): adjusted across all instruments and timepoints of a group, for each kind of test;"
        + " for differences between groups, across all of them.",
      "alpha: Cronbach's, from complete forms, with Feldt's interval. 14 days or more: the CDC's"
        + " threshold for frequent distress, defined there for one item, used here for the score.",
      "difference: Welch's t test of the changes; with more than two groups, each against all"
        + " others together, or with --reference against that group alone. g: Hedges' g, from the"
        + " pooled sd.",
      "--format csv and json have all numbers in full.",
    ])
}
