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

  /// Reads its lines that are about the file itself.
  func eventReader(_ settings: ProgramSettings) -> FileEventReader {
    switch self {
    case .participants: .participants(settings)
    case .scores: .scores(settings)
    }
  }

  /// Its columns.
  package func schema(_ settings: ProgramSettings) -> LineSchema {
    switch self {
    case .participants: StoreSchema.participants(settings)
    case .scores: StoreSchema.scores
    }
  }
}
