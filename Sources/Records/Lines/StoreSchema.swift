import Text

/// The columns of the two store files.
package enum StoreSchema {
  /// The columns of `participants.csv` or `.jsonl`: what happened to each participant, with the
  /// latest line last. Lines that are older than an attribute lack its column.
  package static func participants(attributes: [String]) -> LineSchema {
    let fixed = ["participant", "enrolled_on", "action", "recorded_at", "recorded_by", "reason"]
    return LineSchema(
      (fixed + attributes + ["seal"]).map { LineSchema.Column($0) },
      addedColumns: attributes.count)
  }

  /// The columns for a program's attributes, including those that were added later.
  package static func participants(_ settings: ProgramSettings) -> LineSchema {
    participants(attributes: settings.attributes + settings.laterAttributes)
  }

  /// The columns of `scores.csv` or `.jsonl`: the answers and scores, with the latest line of a key
  /// last.
  package static let scores = LineSchema([
    LineSchema.Column("participant"), LineSchema.Column("timepoint"),
    LineSchema.Column("instrument"), LineSchema.Column("date"), LineSchema.Column("answers"),
    LineSchema.Column("score", .number), LineSchema.Column("action"),
    LineSchema.Column("recorded_at"), LineSchema.Column("recorded_by"),
    LineSchema.Column("reason"), LineSchema.Column("seal"),
  ])
}

/// The columns of `scores` by position.
enum ScoreField {
  static let participant = 0
  static let timepoint = 1
  static let instrument = 2
  static let date = 3
  static let answers = 4
  static let score = 5
  static let action = 6
  static let recordedAt = 7
  static let recordedBy = 8
  static let reason = 9
  static let seal = 10
}

/// The columns of `participants` by position; the attributes follow, then the seal.
enum ParticipantField {
  static let participant = 0
  static let enrolledOn = 1
  static let action = 2
  static let recordedAt = 3
  static let recordedBy = 4
  static let reason = 5
  static let firstAttribute = 6
}
