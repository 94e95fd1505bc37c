import Documents
import Analysis

extension ModelObstacle {
  /// The code in JSON.
  var code: String {
    switch self {
    case .noScores: "no_scores"
    case .noFollowUp: "no_follow_up"
    case .oneDay: "one_day"
    case .tooFewGroups: "too_few_groups"
    case .noModelOfEverybody: "no_model_of_everybody"
    case .noReference: "no_reference"
    case .tooManyGroups: "too_many_groups"
    case .tooManyTimepoints: "too_many_timepoints"
    case .neverScoredTogether: "never_scored_together"
    case .noVariation: "no_variation"
    case .covarianceNotPositiveDefinite: "covariance_not_positive_definite"
    case .notIdentified: "not_identified"
    case .slopesNeedThreeDays: "slopes_need_three_days"
    case .notConverged: "not_converged"
    }
  }

  /// The obstacle in words, without a final period so that it can end a sentence.
  var words: String {
    switch self {
    case .noScores(let timepoint): "no participant has a score at \(timepoint)"
    case .noFollowUp: "no participant has a score at a follow-up"
    case .oneDay: "there are scores on only one day, so there is no change"
    case .tooFewGroups: "fewer than two groups have the scores that the model needs"
    case .noModelOfEverybody: "there is no model of the whole cohort to take the timepoints from"
    case .noReference: "the reference group lacks scores at a timepoint of the model"
    case .tooManyGroups:
      "more than \(ModelObstacle.mostGroups) groups are too many for pairwise comparisons"
    case .tooManyTimepoints(let most):
      "more than \(most) timepoints are too many to estimate the covariance of their scores"
    case .neverScoredTogether(let earlier, let later):
      "no participant has scores at both \(earlier) and \(later), so their covariance is unknown"
    case .noVariation(let timepoint): "all scores at \(timepoint) are equal"
    case .covarianceNotPositiveDefinite:
      "some scores follow exactly from others, or too few participants have scores at several"
        + " timepoints"
    case .notIdentified: "there are too few scores or timepoints for the number of parameters"
    case .slopesNeedThreeDays:
      "with scores on only two days, a participant's slope cannot be separated from the variation"
        + " of single scores"
    case .notConverged(let steps):
      "no best fit was found in \(ReadableNumber.count(steps, "step"))"
    }
  }

  /// The reason why a group is not in a model, without a final period.
  var wordsOfGroup: String {
    switch self {
    case .noScores(let timepoint): "no participant in it has a score at \(timepoint)"
    case .oneDay: "it has scores on fewer than two days"
    default: words
    }
  }
}
