import Records
import Text

/// Tells a line that only lacks its line end from one whose writing was cut off.
enum WholeLine {
  /// Whether everything is there that a line of the file has, and makes sense. Below a sealed line, and
  /// where it has a seal, that seal must be right.
  /// - Parameters:
  ///   - line: the bytes without a line end.
  ///   - above: the seal above the line; nil where no line has one.
  static func isWhole(
    _ line: [UInt8], of file: StoreFile, _ program: Program, above: Seal?
  ) -> Bool {
    let seal = LineSeal(line[...], SealPlace(program.settings.store))
    guard seal.follows(above) || (above == nil && seal.isMissing) else { return false }
    var bytes = line + [ASCII.lineFeed] + [UInt8](repeating: 0, count: ByteWord.size)
    let lines = 0..<line.count + 1
    let name = file.name(program.settings.store)
    switch file {
    case .participants:
      let reader = ParticipantEventReader(
        settings: program.settings, participant: nil, file: name)
      let (events, problems) = reader.read(&bytes, lines: lines)
      return problems.isEmpty && events.count == 1
    case .scores:
      guard let participant = participant(of: bytes, program.settings.store) else { return false }
      let reader = AssessmentReader(program: program, participant: participant, file: name)
      let (assessments, problems) = reader.read(&bytes, lines: lines)
      return problems.isEmpty && assessments.count == 1
    }
  }

  /// Whose line of the scores file it is; nil where its fields cannot be found.
  private static func participant(of line: [UInt8], _ format: LineFormat) -> ParticipantID? {
    var bytes = line
    var start = 0
    var fields = LineFields(columns: StoreSchema.scores.columns.count)
    let scanner = LineScanner(schema: StoreSchema.scores, format: format)
    guard scanner.scan(&bytes, from: &start, into: &fields) == .fields else { return nil }
    // The participant stands first.
    return ParticipantID(rawValue: String(decoding: bytes[fields[0]], as: UTF8.self))
  }
}
