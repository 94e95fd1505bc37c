/// The data of a model: moments gathered by observed timepoints, since participants with the same
/// ones share a covariance matrix whatever their group.
struct ObservedPatterns: Sendable {
  /// The participants who were scored at the same timepoints, by group.
  struct Pattern: Sendable {
    let observed: ObservedTimepoints
    let cells: [PatternMoments]

    var participants: Int { cells.reduce(0) { $0 + $1.participants } }
  }

  let patterns: [Pattern]
  let timepoints: Int

  /// - Parameter moments: in any order; all timepoints are below `timepoints`.
  init(_ moments: [PatternMoments], timepoints: Int) {
    self.timepoints = timepoints
    patterns = Dictionary(grouping: moments, by: \.observed).sorted { $0.key < $1.key }.map {
      Pattern(observed: $0.key, cells: $0.value.sorted { $0.group < $1.group })
    }
  }

  /// The number of participants with a score.
  var participants: Int { patterns.reduce(0) { $0 + $1.participants } }

  /// The number of scores.
  var observations: Int {
    patterns.reduce(0) { $0 + $1.participants * $1.observed.timepoints.count }
  }

  /// Σ (y − μ)·(y − μ)' over the participants of a cell, with zeros for timepoints without a score.
  ///
  /// - Parameter deviation: mean − μ, with zeros for timepoints without a score.
  func scatter(of cell: PatternMoments, around deviation: [Double]) -> Matrix {
    let participants = Double(cell.participants)
    var scatter = Matrix(rows: timepoints, columns: timepoints) {
      participants * deviation[$0] * deviation[$1]
    }
    let observed = cell.observed.timepoints
    for (row, first) in observed.enumerated() {
      for (column, second) in observed.enumerated() {
        scatter[first, second] += cell.crossProducts[row, column]
      }
    }
    return scatter
  }
}
