import Documents
import Analysis

extension ModelObstacle {
  /// What programs call it.
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

  /// What people read; no full stop, so that it can end a sentence.
  var words: String {
    switch self {
    case .noScores(let timepoint): "nobody has a score at \(timepoint)"
    case .noFollowUp: "nobody has a score at a follow-up"
    case .oneDay: "there are scores on one day only, so there is no change"
    case .tooFewGroups: "fewer than two groups have the scores that the model needs"
    case .noModelOfEverybody: "there is no model of everybody to take the timepoints from"
    case .noReference: "the reference group lacks scores at a timepoint of the model"
    case .tooManyGroups:
      "more than \(ModelObstacle.mostGroups) groups are too many to compare every two of them"
    case .tooManyTimepoints(let most):
      "more than \(most) timepoints are too many to estimate how the scores at them go together"
    case .neverScoredTogether(let earlier, let later):
      "nobody has scores at both \(earlier) and \(later), so how they go together is unknown"
    case .noVariation(let timepoint): "all scores at \(timepoint) are alike"
    case .covarianceNotPositiveDefinite:
      "some scores follow exactly from others, or too few participants have scores at several"
        + " timepoints"
    case .notIdentified: "there are too few scores or timepoints for the number of unknowns"
    case .slopesNeedThreeDays:
      "with scores on two days only, a participant's slope cannot be told from the scatter of single"
        + " scores"
    case .notConverged(let steps):
      "no best fit was found in \(ReadableNumber.count(steps, "step"))"
    }
  }

  /// Why a group is not in a model, as people read it; no full stop.
  var wordsOfGroup: String {
    switch self {
    case .noScores(let timepoint): "nobody in it has a score at \(timepoint)"
    case .oneDay: "it has scores on fewer than two days"
    default: words
    }
  }
}
