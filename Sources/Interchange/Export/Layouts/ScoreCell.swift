import Records

/// One instrument at one timepoint, by their positions in the program.
struct ScoreCell: Sendable {
  let instrument: Int
  let timepoint: Int

  /// All cells of a program in the order of the rows of an export: by timepoint, then by
  /// instrument.
  static func all(of program: Program) -> [ScoreCell] {
    program.timepoints.indices.flatMap { timepoint in
      program.instruments.indices.map { ScoreCell(instrument: $0, timepoint: timepoint) }
    }
  }
}

/// One participant's entry in the column of a cell.
struct ScoreEntry: Sendable {
  /// True if there is an assessment that counts, scored or not.
  let counts: Bool
  /// The entry of `ScoreColumn.answered`.
  let answered: UInt8
  /// The entry of `ScoreColumn.scores`.
  let score: Int32
  /// The entry of `ScoreColumn.dates`.
  let day: Int32

  /// No assessment.
  static let none = ScoreEntry(counts: false, answered: 0, score: ScoreColumn.absent, day: 0)
}
