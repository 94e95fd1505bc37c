/// The layouts of an export.
package enum ExportLayout: String, Sendable, CaseIterable {
  /// One row per assessment that counts.
  case long
  /// One row per participant, one column per instrument and timepoint.
  case wide
  /// One row per assessment of one instrument, with its answers.
  case items
  /// One row per line of the store.
  case history
  /// One object per participant, with all assessments inside.
  case participants

  /// The formats it can be written in, the usual one first.
  package var formats: [ExportFormat] {
    self == .participants ? [.json] : ExportFormat.allCases
  }
}
