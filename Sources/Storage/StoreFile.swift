import Records
import Text

/// One of the two files that hold a program's records.
package enum StoreFile: Sendable, CaseIterable {
  case participants
  case scores

  /// Its name in the program folder.
  package func name(_ format: LineFormat) -> String {
    switch self {
    case .participants: "participants.\(format.fileExtension)"
    case .scores: "scores.\(format.fileExtension)"
    }
  }

  /// Its columns.
  package func schema(_ settings: ProgramSettings) -> LineSchema {
    switch self {
    case .participants: StoreSchema.participants(attributes: settings.attributes)
    case .scores: StoreSchema.scores
    }
  }
}
