import Records

extension RepeatedMeasures {
  /// All participants in the model.
  package var included: InclusionCriterion {
    .inModel(of: timepoints, groups: means.compactMap(\.group))
  }
}

extension MeasureModel {
  /// The participants to whom the change from baseline to a follow-up refers under an assumption.
  ///
  /// - Parameter timepoint: the ID of the follow-up.
  package func included(
    _ assumption: MissingDataAnswers.Assumption, at timepoint: String?
  ) -> InclusionCriterion {
    switch assumption {
    case .completePairs: return .paired
    case .baselineCarriedForward, .lastCarriedForward: return .pairedOrLost
    case .missingAtRandom:
      let model = try? repeatedMeasures.get()
      let hasChange = model?.means.contains {
        $0.timepoint.id.rawValue == timepoint && $0.change != nil
      }
      return hasChange == true ? model?.included ?? .nobody : .nobody
    }
  }
}

extension GrowthLines {
  /// All participants in the model.
  package var included: InclusionCriterion {
    .inModel(of: timepoints, groups: fitted.lines.compactMap(\.group))
  }
}

extension InclusionCriterion {
  /// No participants.
  package static let nobody = pattern { _ in false }

  /// All participants with a score at any timepoint of a model.
  ///
  /// - Parameter groups: the groups compared; empty if all participants are in one.
  fileprivate static func inModel(
    of timepoints: [Timepoint], groups: [CohortSelection.AttributeValue]
  ) -> InclusionCriterion {
    let used = Set(timepoints.map(\.id))
    let inModel = pattern { _ in true }.and { explained in
      guard let instrument = explained.instrument else { return nil }
      let program = explained.table.program
      let isScored = ModelScores(explained.cohort, instrument: instrument).isScored(
        atAnyOf: program.timepoints.indices.filter { used.contains(program.timepoints[$0].id) })
      return { participant, inclusion in
        isScored[participant] ? inclusion : Inclusion(false, inclusion.reason)
      }
    }
    return groups.isEmpty ? inModel : inModel.of(groups: groups)
  }
}
