import Records

/// One instrument at one timepoint, by their positions in the program.
struct ScoreCell: Sendable {
  let instrument: Int
  let timepoint: Int

  /// All cells of a program in the order of an export's rows: by timepoint, then by instrument.
  static func all(of program: Program) -> [ScoreCell] {
    program.timepoints.indices.flatMap { timepoint in
      program.instruments.indices.map { ScoreCell(instrument: $0, timepoint: timepoint) }
    }
  }
}

/// One participant's entry in the column of a cell.
struct ScoreEntry: Sendable {
  /// Whether there is an assessment that counts, scored or not.
  let counts: Bool
  /// As in `ScoreColumn.answered`.
  let answered: UInt8
  /// As in `ScoreColumn.scores`.
  let score: Int32
  /// As in `ScoreColumn.dates`.
  let day: Int32

  /// No assessment.
  static let none = ScoreEntry(counts: false, answered: 0, score: ScoreColumn.absent, day: 0)
}
