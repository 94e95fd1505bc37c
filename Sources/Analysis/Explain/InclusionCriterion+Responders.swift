extension InclusionCriterion {
  /// Participants whose PHQ-9 and GAD-7 scores lead to a stage that meets a condition.
  package static func talkingTherapies(
    where isMeant: @escaping @Sendable (TalkingTherapies.Stage) -> Bool
  ) -> InclusionCriterion {
    InclusionCriterion { explained in
      explained.followUp.flatMap { followUp in
        TalkingTherapies.Reader(explained.cohort, followUp).map { reader in
          { participant in
            let stage = reader.stage(of: participant)
            return Inclusion(isMeant(stage), .talkingTherapies(stage))
          }
        }
      }
    }
  }

  /// Participants whose PHQ-9 scores lead to a stage that meets a condition.
  package static func depression(
    where isMeant: @escaping @Sendable (DepressionResponse.Stage) -> Bool
  ) -> InclusionCriterion {
    InclusionCriterion { explained in
      explained.followUp.flatMap { followUp in
        DepressionResponse.Reader(explained.cohort, followUp).map { reader in
          { participant in
            let stage = reader.stage(of: participant)
            return Inclusion(isMeant(stage), .depression(stage))
          }
        }
      }
    }
  }
}
