import Records
import Storage
import TestSupport
import Text

/// A program's folder that exists in memory only, with the lines in one of its files.
struct MemoryFolder {
  let folder: ProgramFolder

  init(_ lines: FuzzedLines, in file: StoreFile, _ fuzzed: FuzzedProgram) {
    let writer = LineWriter(schema: fuzzed.schema(file), format: fuzzed.format)
    let path = "/memory/" + file.name(fuzzed.format)
    let files = MemoryFiles(contents: [path: writer.header + lines.bytes])
    folder = ProgramFolder(path: "/memory", files: files.files)
  }
}

extension Problems {
  /// Whether one problem stands for those of the lines, as for a file that a spreadsheet program
  /// saved.
  var isAboutTheWholeFile: Bool { diagnostics.contains { $0.location?.line == nil } }
}

extension [Diagnostic] {
  /// The problems on lines whose fields can be found and which name the participant, by the plain
  /// reader.
  func aboutReadable(
    _ participant: ParticipantID, _ lines: FuzzedLines, _ fuzzed: FuzzedProgram, _ file: StoreFile
  ) -> [Diagnostic] {
    let plain = lines.plain(fuzzed.schema(file), fuzzed.format)
    return filter { problem in
      guard let line = problem.location?.line, case .values(let values) = plain[line - 1] else {
        return false
      }
      return values[0] == participant.rawValue
    }
  }
}
