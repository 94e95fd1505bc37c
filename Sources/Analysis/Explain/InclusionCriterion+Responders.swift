extension InclusionCriterion {
  /// Participants whose PHQ-9 and GAD-7 scores lead to a stage that meets a condition.
  package static func talkingTherapies(
    where condition: @escaping @Sendable (TalkingTherapies.Stage) -> Bool
  ) -> InclusionCriterion {
    InclusionCriterion { explained in
      explained.followUp.flatMap { followUp in
        TalkingTherapies.Reader(explained.cohort, followUp).map { reader in
          { participant in
            let stage = reader.stage(of: participant)
            return Inclusion(condition(stage), .talkingTherapies(stage))
          }
        }
      }
    }
  }

  /// Participants whose PHQ-9 scores lead to a stage that meets a condition.
  package static func depression(
    where condition: @escaping @Sendable (DepressionResponse.Stage) -> Bool
  ) -> InclusionCriterion {
    InclusionCriterion { explained in
      explained.followUp.flatMap { followUp in
        DepressionResponse.Reader(explained.cohort, followUp).map { reader in
          { participant in
            let stage = reader.stage(of: participant)
            return Inclusion(condition(stage), .depression(stage))
          }
        }
      }
    }
  }
}
