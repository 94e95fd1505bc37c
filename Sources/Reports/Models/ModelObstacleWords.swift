import Analysis

extension ModelObstacle {
  /// What programs call it.
  var code: String {
    switch self {
    case .noScores: "no_scores"
    case .noFollowUp: "no_follow_up"
    case .tooFewGroups: "too_few_groups"
    case .noModelOfEverybody: "no_model_of_everybody"
    case .tooManyGroups: "too_many_groups"
    case .tooManyTimepoints: "too_many_timepoints"
    case .neverScoredTogether: "never_scored_together"
    case .noVariation: "no_variation"
    case .covarianceNotPositiveDefinite: "covariance_not_positive_definite"
    case .notIdentified: "not_identified"
    case .singular: "singular"
    case .notConverged: "not_converged"
    }
  }

  /// What people read; no full stop, so that it can end a sentence.
  var words: String {
    switch self {
    case .noScores(let timepoint): "nobody has a score at \(timepoint)"
    case .noFollowUp: "nobody has a score at a follow-up"
    case .tooFewGroups: "fewer than two groups have scores at every timepoint of the model"
    case .noModelOfEverybody: "there is no model of everybody to take the timepoints from"
    case .tooManyGroups:
      "more than \(ModelObstacle.mostGroups) groups are too many to compare every two of them"
    case .tooManyTimepoints:
      "more than \(ModelObstacle.mostTimepoints) timepoints are too many to estimate how every two"
        + " go together"
    case .neverScoredTogether(let earlier, let later):
      "nobody has scores at both \(earlier) and \(later), so how they go together is unknown"
    case .noVariation(let timepoint): "all scores at \(timepoint) are alike"
    case .covarianceNotPositiveDefinite:
      "some scores follow exactly from others, or too few participants have scores at several"
        + " timepoints"
    case .notIdentified: "there are too few scores or timepoints for the number of unknowns"
    case .singular:
      "the fit is singular: participants do not differ in level or slope by more than chance, or"
        + " the one follows from the other"
    case .notConverged(let steps):
      "no best fit was found in \(ReadableNumber.count(steps, "step"))"
    }
  }
}
