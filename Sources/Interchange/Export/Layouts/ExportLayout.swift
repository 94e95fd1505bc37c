/// The tables that an export can be.
package enum ExportLayout: String, Sendable, CaseIterable {
  /// One row an assessment that counts.
  case long
  /// One row a participant, one column an instrument and timepoint.
  case wide
  /// One row an assessment of one instrument, with its answers.
  case items
  /// One row a line of the store.
  case history
  /// One object a participant, with all assessments inside.
  case participants

  /// The formats it can be written in, the usual one first.
  package var formats: [ExportFormat] {
    self == .participants ? [.json] : ExportFormat.allCases
  }
}
