extension InclusionCriterion {
  /// Those whose answers to PHQ-9 and GAD-7 lead to such a stage.
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

  /// Those whose scores of PHQ-9 lead to such a stage.
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
