import Records
import Storage
import Text

/// A program's folder that exists in memory only, with the lines in one of its files.
struct MemoryFolder {
  let folder: ProgramFolder

  init(_ lines: FuzzedLines, in file: StoreFile, _ fuzzed: FuzzedProgram) {
    let writer = LineWriter(schema: fuzzed.schema(file), format: fuzzed.format)
    let bytes = writer.header + lines.bytes
    var files = FileSystem.posix
    files.open = { path, _ in FileSystem.Handle(descriptor: 0, path: path) }
    files.close = { _ in }
    files.size = { _ in bytes.count }
    files.read = { _, offset, count, buffer, position in
      let part = bytes[min(offset, bytes.count)..<min(offset + count, bytes.count)]
      buffer.replaceSubrange(position..<position + part.count, with: part)
      return part.count
    }
    folder = ProgramFolder(path: "/memory", files: files)
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
