import Statistics

/// One follow-up with the scores that are there, and with what simple rules put in the place of those
/// that are not.
struct CarriedForward: Sendable {
  /// Those scored at both.
  let pairs: PairedFrequencyTable
  /// The same, and those lost with their baseline as their follow-up.
  let baselineCarried: PairedFrequencyTable
  /// The same, and those lost with the last of their scores until then.
  let lastCarried: PairedFrequencyTable
  /// How many participants in the model were due, and how many of them are not scored.
  let due: Int
  let lost: Int
}

extension SelectedCohort {
  /// Every follow-up of one instrument, for everybody meant. Those not yet due are not lost.
  /// - Parameter isInModel: for each participant, whether there is any score in the model.
  func carriedForward(instrument: Int, isInModel: [Bool]) -> [CarriedForward] {
    let baseline = baselineScores(instrument: instrument)
    var latest = baseline
    return table.program.timepoints.indices.dropFirst().map { timepoint in
      let reader = StandingReader(self, instrument: instrument, timepoint: timepoint)
      var pairs = PairCounter(codes: table.scoreValues.count, counters: 3)
      var (unchanged, carried) = (pairs, pairs)
      var (due, lost) = (0, 0)
      for participant in group.indices where group[participant] != Self.none {
        let before = baseline[participant]
        let standing = reader.standing(of: participant)
        guard standing != .notDue else { continue }
        if isInModel[participant] { due += 1 }
        if case .scored(let score, _) = standing {
          latest[participant] = score
          if before != TimepointCounts.noScore { pairs.add(before, score) }
        } else {
          if isInModel[participant] { lost += 1 }
          guard before != TimepointCounts.noScore else { continue }
          unchanged.add(before, before)
          carried.add(before, latest[participant])
        }
      }
      let observed = pairs.table(table.scoreValues)
      let with = { (added: PairCounter) in
        PairedFrequencyTable(cells: observed.cells + added.table(table.scoreValues).cells)
      }
      return CarriedForward(
        pairs: observed, baselineCarried: with(unchanged), lastCarried: with(carried), due: due,
        lost: lost)
    }
  }
}
