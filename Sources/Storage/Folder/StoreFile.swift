import Records
import Text

/// One of the two files with a program's records.
package enum StoreFile: Sendable, CaseIterable {
  case participants
  case scores

  /// The name in the program folder.
  package func name(_ format: LineFormat) -> String {
    switch self {
    case .participants: "participants.\(format.fileExtension)"
    case .scores: "scores.\(format.fileExtension)"
    }
  }

  /// Returns a reader of the lines that are about the file itself.
  func eventReader(_ settings: ProgramSettings) -> FileEventReader {
    switch self {
    case .participants: .participants(settings)
    case .scores: .scores(settings)
    }
  }

  /// The columns of the file.
  package func schema(_ settings: ProgramSettings) -> LineSchema {
    switch self {
    case .participants: StoreSchema.participants(settings)
    case .scores: StoreSchema.scores
    }
  }
}
